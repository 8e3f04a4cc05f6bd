"""``qt-ict export DIR``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import PLAN, Given
from qt_ict.language import Text


def _export(given: Given) -> None:
    from qt_ict.cli.folders import say_written, write_all
    from qt_ict.cli.plans import loaded
    from qt_ict.presentation.datapackage import data_package
    from qt_ict.report.export.package import export as tables

    files = data_package(tables(loaded(given.data)))
    write_all(given.package, files, given.replace)
    say_written(given.package, len(files), given.language)


COMMAND = Command(
    "export",
    Text(
        "Toàn bộ kế hoạch thành CSV, kèm datapackage.json (Frictionless).\n\n"
        "Mỗi bảng một tệp, giữ nguyên nguồn; mọi ngôn ngữ đều như nhau.",
        "The whole plan as CSV, with a Frictionless datapackage.json.\n\n"
        "A file for each table, with all sources; the same in every language.",
    ),
    ("qt-ict export package", "qt-ict export package --data examples/vietnam --force"),
    ("package", "replace", *PLAN),
    _export,
)
