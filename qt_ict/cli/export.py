"""``qt-ict export DIR``."""

from pathlib import Path
from typing import Annotated

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Options
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Toàn bộ kế hoạch thành CSV, kèm datapackage.json (Frictionless).\n\n"
    "Mỗi bảng một tệp, giữ nguyên nguồn; mọi ngôn ngữ đều như nhau.",
    "The whole plan as CSV, with a Frictionless datapackage.json.\n\n"
    "A file for each table, with all sources; the same in every language.",
)
_EXAMPLES = ("qt-ict export package", "qt-ict export package --data examples/vietnam --force")


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("export", _ABOUT, _EXAMPLES)
    def export(
        folder: Annotated[Path, o.package],
        force: Annotated[bool, o.replace] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        from qt_ict.cli.folders import say_written, write_all
        from qt_ict.cli.plan import loaded
        from qt_ict.presentation.datapackage import data_package
        from qt_ict.report.export.content import export as tables

        files = data_package(tables(loaded(data)))
        write_all(folder, files, force)
        say_written(folder, len(files), lang)
