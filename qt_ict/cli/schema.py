"""``qt-ict schema [DIR]``."""

from pathlib import Path

from qt_ict.cli.command import Command
from qt_ict.cli.given import Given
from qt_ict.language import LANGUAGES, Text

_WRITTEN = Text("đã ghi", "written")
_UNCHANGED = Text("không đổi", "unchanged")
_MODELINES = Text(
    "Dòng đầu của mỗi tệp YAML nằm cạnh thư mục {folder} (VS Code: phần mở rộng YAML của Red Hat):",
    "First line of each YAML file that lies beside the folder {folder} (VS Code: the extension YAML by Red Hat):",
)


def _schema(given: Given) -> None:
    from qt_ict.cli.folders import write_all
    from qt_ict.cli.output import print_text
    from qt_ict.loading.json_schema import FILES, json_schemas
    from qt_ict.presentation.data import as_json

    folder, say = given.folder, given.language
    schemas = json_schemas(_languages(folder))
    files = {name: as_json(each, ascii_only=False).encode() for name, each in schemas.items()}
    changed = write_all(folder, files, given.replace)
    done = [f"{(_WRITTEN if name in changed else _UNCHANGED).say(say)}: {folder / name}" for name in files]
    about = _MODELINES.fill(folder=folder.resolve().name).say(say)
    width = max(len(file.name) for file in FILES.values())
    lines = [f"{file.name:{width}}  {_modeline(folder, name, file.name)}" for name, file in FILES.items()]
    print_text("\n".join((*done, "", about, "", *lines, "")))


def _languages(folder: Path) -> tuple[str, ...]:
    """Those of the plan that the schemas are written beside; of one that cannot be read, the usual ones."""
    from qt_ict.loading.folder import load, plan_in

    plan = plan_in(folder.resolve().parent)
    found = load(plan)[0] if plan else None
    return found.plan.languages if found else LANGUAGES


def _modeline(folder: Path, name: str, file: str) -> str:
    """The comment that tells an editor which schema a YAML file beside the folder, or in one beside it, has."""
    return f"# yaml-language-server: $schema={'../' * file.count('/')}{folder.resolve().name}/{name}"


COMMAND = Command(
    "schema",
    Text(
        "JSON Schema của các tệp dữ liệu.\n\nTrình soạn thảo nhờ đó gợi ý khóa và báo lỗi ngay khi gõ, "
        "theo các ngôn ngữ của kế hoạch chứa thư mục.",
        "JSON Schema of the data files.\n\nWith it an editor completes keys and marks errors while typing, "
        "in the languages of the plan that holds the folder.",
    ),
    ("qt-ict schema", "qt-ict schema my_plan/schema", "qt-ict schema my_plan/schema --force"),
    ("folder", "replace", "lang"),
    _schema,
)
