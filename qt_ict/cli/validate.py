"""``qt-ict validate``."""

import os
from pathlib import Path
from typing import Annotated, Any

from qt_ict.cli.failures import Exit
from qt_ict.cli.help import Commands
from qt_ict.cli.options import FindingsFormat, Options
from qt_ict.cli.output import form_of, print_text, require_output, write_file
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Kiểm tra dữ liệu có tự nhất quán không.\n\n"
    "Số nào lệch với số nào, ở dòng nào, và phải làm gì. Mã thoát 1 nếu có lỗi.",
    "Check that the data agree with each other.\n\n"
    "Which figures disagree, in which lines, and what to do. Exit code 1 if there is an error.",
)
_EXAMPLES = (
    "qt-ict validate",
    "qt-ict validate my_plan --strict --ignore QT8",
    "qt-ict validate --changed-since main --format github",
    "qt-ict validate -o findings.sarif",
)
_BY_ENDING: dict[str, FindingsFormat] = {
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
    ".txt": "text",
    "": "text",
}


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("validate", _ABOUT, _EXAMPLES)
    def validate(
        paths: Annotated[list[Path] | None, o.paths] = None,
        strict: Annotated[bool, o.strict] = False,
        select: Annotated[list[str] | None, o.select] = None,
        ignore: Annotated[list[str] | None, o.ignore] = None,
        changed_since: Annotated[str | None, o.changed_since] = None,
        form: Annotated[FindingsFormat | None, o.findings_format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> int:
        from qt_ict.cli.plan import folders
        from qt_ict.report import validate as report
        from qt_ict.report.scope import scope

        named = folders(paths or [], data, os.environ.get("QT_ICT_DATA"))
        asked = scope(select or (), ignore or (), *_changed(named, changed_since))
        found = report.validated(named, asked, strict)
        _deliver(found, form_of(form, output, _BY_ENDING), output, force, lang)
        if found.unreadable:
            return Exit.COULD_NOT_RUN
        return Exit.DONE if found.passes else Exit.DATA_BREAK_A_RULE


def _changed(folders: list[Path], revision: str | None) -> tuple[frozenset[Path] | None, dict[Path, Any]]:
    """The files changed since a revision, and what was found in every plan then; None where none is named."""
    if revision is None:
        return None, {}
    from qt_ict.cli.revisions import changed_since

    changed: frozenset[Path] = frozenset().union(*(changed_since(folder, revision) for folder in folders))
    return changed, {folder: _found_then(folder, revision) for folder in folders}


def _found_then(folder: Path, revision: str) -> frozenset[Any] | None:
    """What was found in the plan of a folder at a revision."""
    from qt_ict.cli.revisions import plan_at
    from qt_ict.report.scope import found_in
    from qt_ict.scratch import ScratchFolder

    with ScratchFolder() as then:
        for name, content in plan_at(folder, revision).items():
            file = then / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        return found_in(then)


def _deliver(found: Any, form: FindingsFormat, output: Path | None, force: bool, language: Language) -> None:
    """Print or write a report."""
    from qt_ict.presentation.validation import written

    if output is not None:
        write_file(output, written(found, form, language, _root(), ascii_only=False), force=force)
        return
    screen = require_output()
    if form == "text" and screen.isatty():
        from qt_ict.presentation.terminal_findings import show_report

        show_report(found, language, screen)
    else:
        from qt_ict.presentation.stream import speaks_unicode

        print_text(written(found, form, language, _root(), ascii_only=not speaks_unicode()))


def _root() -> Path | None:
    """The folder of the repository in a GitHub workflow."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    return Path(workspace) if workspace else None
