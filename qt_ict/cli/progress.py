"""``qt-ict progress``."""

from pathlib import Path

from qt_ict.cli.command import Command
from qt_ict.cli.given import ON_SCREEN, Given
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _progress(given: Given) -> Reply:
    from qt_ict.cli.asking import only_of_a_table

    if given.input is not None:
        return _of_table(given, given.input)
    only_of_a_table(given)
    from qt_ict.cli.asking import answered
    from qt_ict.report.progress import reply

    return reply(answered(given))


def _of_table(given: Given, table: Path) -> Reply:
    """A plain table of series; it is no plan, so what chooses among targets has no meaning for it."""
    from qt_ict.cli.asking import only_of_a_plan
    from qt_ict.diagnostics.refusal import Broken
    from qt_ict.loading.series_table import TO_JUDGE, TableWriting, declared_series_columns, load
    from qt_ict.methods.by_name import METHODS
    from qt_ict.report.judged_series import judged_table, reply
    from qt_ict.report.said_question import known_method

    only_of_a_plan(given, ("year", "as_of", "domain", "agency", "sort", "add", "carry", "data"))
    if given.method is None:
        raise Refusal(
            Text("--input cần --method", "--input needs --method"),
            Text("Thêm --method và một trong: {known}.", "Add --method and one of: {known}.").fill(
                known=", ".join(METHODS)
            ),
        )
    method = known_method(given.method)
    columns = declared_series_columns(given.columns, TO_JUDGE) if given.columns else {}
    rows, findings = load(table, TO_JUDGE, TableWriting(given.numbers, given.last_year, columns))
    if findings:
        raise Broken(findings)
    return reply(judged_table(rows, method))


COMMAND = Command(
    "progress",
    Text(
        "Tiến độ qua các đợt số liệu.\n\n"
        "Báo cáo đến hạn; mức đã đạt, tốc độ, tốc độ cần có. Số liệu chưa cho phép kết luận thì nói rõ.",
        "Progress through the rounds.\n\n"
        "Reports due; how far, how fast, how fast it must be. Where the figures cannot tell, it says so.",
    ),
    (
        "qt-ict progress --year 2015",
        "qt-ict progress --as-of 2012-12-31 --method statcan",
        "qt-ict progress --input examples/series.csv --method eurostat --format json",
    ),
    (
        "year",
        "as_of",
        "domain",
        "agency",
        "sort",
        "method",
        "input",
        "columns",
        "numbers",
        "last_year",
        "add",
        "carry",
        *ON_SCREEN,
    ),
    _progress,
)
