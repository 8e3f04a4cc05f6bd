"""``qt-ict export DIR`` and ``qt-ict export -o plan.xlsx``."""

from pathlib import Path

from qt_ict.cli.command import Command
from qt_ict.cli.given import PLAN, Given
from qt_ict.cli.output import print_text, write_bytes
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text


def _export(given: Given) -> None:
    if (given.package is None) == (given.plan_workbook is None):
        raise Refusal(
            Text("cần một thư mục cho CSV, hoặc -o và một tệp .xlsx", "name a folder for CSV, or -o and an .xlsx file"),
            Text.same("qt-ict export package; qt-ict export -o plan.xlsx"),
        )
    if given.package is not None and given.package.suffix.lower() == ".xlsx":
        raise Refusal(
            Text("{name} là tên một tệp, không phải thư mục", "{name} names a file, not a folder").fill(
                name=given.package.name
            ),
            Text.same(f"qt-ict export -o {given.package}"),
        )
    if given.package is not None:
        _package(given, given.package)
    elif given.plan_workbook is not None:
        _workbook(given, given.plan_workbook)


def _package(given: Given, folder: Path) -> None:
    from qt_ict.cli.folders import say_written, write_all
    from qt_ict.cli.plans import loaded
    from qt_ict.presentation.datapackage import data_package
    from qt_ict.report.export.package import export as tables

    files = data_package(tables(loaded(given.data)))
    write_all(folder, files, given.replace)
    say_written(folder, len(files), given.language)


def _workbook(given: Given, file: Path) -> None:
    """Write the plan as the workbook that ``init --from`` takes."""
    from qt_ict.cli.init import require_workbook
    from qt_ict.cli.plans import loaded
    from qt_ict.loading.plan_sheets.plan_files import plain_files
    from qt_ict.loading.plan_sheets.plan_grids import grids
    from qt_ict.presentation.formats import report_extra

    require_workbook(file)
    plan = loaded(given.data)
    with report_extra():
        from qt_ict.presentation.excel.plan_book import plan_workbook
    book = plan_workbook(grids(plain_files(plan)), given.language, plan.plan.languages[0])
    write_bytes(file, book, force=given.replace)
    print_text(_WRITTEN.fill(file=file).say(given.language) + "\n")


_WRITTEN = Text(
    "Đã ghi {file}. Đưa lại thành kế hoạch: qt-ict init my_plan --from {file}",
    "Wrote {file}. Back into a plan: qt-ict init my_plan --from {file}",
)


COMMAND = Command(
    "export",
    Text(
        "Toàn bộ kế hoạch thành CSV, kèm datapackage.json (Frictionless); hoặc thành một tệp Excel.\n\n"
        "CSV: mỗi bảng một tệp, giữ nguyên nguồn; mọi ngôn ngữ đều như nhau. Excel: tệp mà qt-ict init --from đọc lại.",
        "The whole plan as CSV, with a Frictionless datapackage.json; or as one workbook.\n\n"
        "CSV: a file for each table, with all sources; the same in every language. The workbook is what "
        "qt-ict init --from reads back.",
    ),
    (
        "qt-ict export package",
        "qt-ict export package --data examples/vietnam --force",
        "qt-ict export -o plan.xlsx",
    ),
    ("package", "plan_workbook", "replace", *PLAN),
    _export,
)
