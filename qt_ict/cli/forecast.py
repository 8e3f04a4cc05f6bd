"""``qt-ict forecast``."""

from pathlib import Path

from qt_ict.cli.command import Command
from qt_ict.cli.given import ON_SCREEN, Given
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _forecast(given: Given) -> Reply:
    if given.forecast_input is not None:
        return _of_table(given, given.forecast_input)
    from qt_ict.cli.asking import answered, answered_on_indicator, only_of_a_table
    from qt_ict.report.forecast import reply

    only_of_a_table(given)
    return reply(answered_on_indicator(given) if given.any_indicator else answered(given))


def _of_table(given: Given, table: Path) -> Reply:
    """A plain table of series; it is no plan, so what chooses among targets has no meaning for it."""
    from qt_ict.arithmetic.durations import point_in_time
    from qt_ict.cli.asking import only_of_a_plan
    from qt_ict.diagnostics.refusal import Broken
    from qt_ict.loading.series_table import TO_FORECAST, TableWriting, declared_series_columns, load
    from qt_ict.report.choices import day
    from qt_ict.report.reference_classes import area_of, reference_named
    from qt_ict.report.series_forecasts import reply, series_forecasts

    only_of_a_plan(given, ("any_indicator", "year", "domain", "agency", "add", "carry", "data"))
    if given.reference is None:
        raise Refusal(
            Text("--input cần --reference", "--input needs --reference"),
            Text(
                "Thêm --reference và một nhóm kèm theo (internet_users, fixed_broadband, mobile), hoặc một tệp CSV.",
                "Add --reference and a shipped class (internet_users, fixed_broadband, mobile), or a CSV file.",
            ),
        )
    reference = reference_named(given.reference, None)
    columns = declared_series_columns(given.columns, TO_FORECAST) if given.columns else {}
    rows, findings = load(table, TO_FORECAST, TableWriting(given.numbers, given.last_year, columns))
    if findings:
        raise Broken(findings)
    known_by = float(point_in_time(day(given.as_of, "--as-of")) - 1) if given.as_of else None
    left_out = [area_of(row.area or given.without, reference) for row in rows]
    return reply(series_forecasts(rows, reference, left_out, known_by), reference)


COMMAND = Command(
    "forecast",
    Text(
        "Khả năng đạt mục tiêu.\n\n"
        "Trong các trường hợp trước đây ở cùng mức, bao nhiêu trường hợp có mức tăng mà mục tiêu đòi hỏi; và mức có "
        "thể đạt khi đến hạn.",
        "How likely the targets are.\n\n"
        "Of past cases at the same level, how many came as far as a target asks; and what is likely when it is due.",
    ),
    (
        "qt-ict forecast --data examples/vietnam --as-of 2013-12-31",
        "qt-ict forecast internet_users --year 2015",
        "qt-ict forecast --input examples/series_to_forecast.csv --reference internet_users --format json",
    ),
    (
        "any_indicator",
        "year",
        "domain",
        "agency",
        "as_of",
        "reference",
        "without",
        "forecast_input",
        "columns",
        "numbers",
        "last_year",
        "add",
        "carry",
        *ON_SCREEN,
    ),
    _forecast,
)
