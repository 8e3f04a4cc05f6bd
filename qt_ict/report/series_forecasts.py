"""``qt-ict forecast --input``: how likely the target of every series of a table is."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.language import EMPTY, Text
from qt_ict.loading.series_table import SeriesRow
from qt_ict.methods.series import DatedValue, MethodReason
from qt_ict.reference.classes import ReferenceClass
from qt_ict.reference.forecasting import Forecast, ForecastReason, forecast
from qt_ict.report import words
from qt_ict.report.cells import chance_text
from qt_ict.report.document import Cell, Document, Part, Table
from qt_ict.report.field import Field, cells, columns, leaves, record
from qt_ict.report.reply import Reply
from qt_ict.wording import terms
from qt_ict.wording.quantities import counted, listed, plain, written

SilentReason = ForecastReason | MethodReason


class SeriesForecast(NamedTuple):
    """What past cases say of one series of a table."""

    name: str
    outcome: Forecast | SilentReason


def series_forecasts(
    rows: Iterable[SeriesRow], reference: ReferenceClass, without: Iterable[str | None], known_by: float | None
) -> tuple[SeriesForecast, ...]:
    """The forecast of every series.

    Args:
        rows: The series.
        reference: The class whose cases are counted.
        without: The area of the class that each is not compared with; None leaves none out.
        known_by: Only cases whose outcome was known then count [year]; None counts all.
    """
    pairs = zip(rows, without, strict=True)
    return tuple(SeriesForecast(row.name, _outcome(row, reference, area, known_by)) for row, area in pairs)


def _outcome(
    row: SeriesRow, reference: ReferenceClass, without: str | None, known_by: float | None
) -> Forecast | SilentReason:
    series, current = row.series, row.series.current
    goal = series.goal
    if isinstance(goal, MethodReason):
        return goal
    if known_by is not None and current.year > known_by:
        return MethodReason.DATES_REVERSED
    base = series.base if len(series.observations) > 1 else None
    if base is not None and base.year >= current.year:
        return MethodReason.SAME_DATE if base.year == current.year else MethodReason.DATES_REVERSED
    return forecast(
        reference,
        value=current.value,
        years=goal.year - current.year,
        target=goal.value,
        upward=series.direction == "up",
        pace=_pace(base, current),
        span=base and current.year - base.year,
        without=without,
        known_by=known_by,
    )


def _pace(base: DatedValue | None, current: DatedValue) -> float | None:
    """Change a year so far; None of one value alone."""
    return (current.value - base.value) / (current.year - base.year) if base else None


def _of(get: Callable[[Forecast], Any]) -> Callable[[Any, SeriesForecast], Any]:
    return lambda _, row: get(row.outcome) if isinstance(row.outcome, Forecast) else None


def _cell(say: Callable[[Forecast], Text]) -> Callable[[Any, SeriesForecast], Cell]:
    return lambda _, row: Cell(say(row.outcome) if isinstance(row.outcome, Forecast) else EMPTY)


def _number(low: float, high: float) -> Text:
    return written(Interval(low, high), 1)


def _reason(_: Any, row: SeriesForecast) -> SilentReason | None:
    return None if isinstance(row.outcome, Forecast) else row.outcome


def reason_text(reason: SilentReason) -> Text:
    """Why nothing can be said."""
    return words.FORECAST_REASONS[reason] if isinstance(reason, ForecastReason) else words.METHOD_REASONS[reason]


SERIES_FORECAST_FIELDS: tuple[Field[Any, SeriesForecast], ...] = (
    Field("series", "name of the series", lambda _, row: row.name, heading=terms.SERIES),
    Field(
        "probability",
        "that the target is met, 0 to 1",
        _of(lambda found: found.probability),
        "number",
        heading=terms.CHANCE,
        cell=_cell(lambda found: chance_text(Interval(found.probability, found.probability))),
        numeric=True,
    ),
    Field(
        "median",
        "the value in the target year that half of the cases stay below",
        _of(lambda found: found.median),
        "number",
        heading=Text("Trung vị", "Median"),
        cell=_cell(lambda found: _number(found.median, found.median)),
        numeric=True,
    ),
    Field(
        "low",
        "nine of ten cases lie between this",
        _of(lambda found: found.low),
        "number",
        heading=terms.NINE_OF_TEN,
        cell=_cell(lambda found: _number(found.low, found.high)),
        numeric=True,
    ),
    Field("high", "and this", _of(lambda found: found.high), "number"),
    Field(
        "cases",
        "past cases that were counted",
        _of(lambda found: found.cases),
        "integer",
        heading=terms.CASES_THAT_REACHED,
        cell=_cell(lambda found: plain(found.reached) + terms.OF + plain(found.cases)),
        numeric=True,
    ),
    Field(
        "reached",
        "how many of them, gaining the same, would have met the target",
        _of(lambda found: found.reached),
        "integer",
    ),
    Field(
        "reason",
        "why there is no probability",
        _reason,
        heading=terms.REASON,
        cell=lambda _, row: Cell(reason_text(reason) if (reason := _reason(None, row)) else EMPTY, "quiet"),
    ),
)
"""What is said of one series."""


def reply(found: tuple[SeriesForecast, ...], reference: ReferenceClass) -> Reply:
    """The forecast of every series of a table."""
    return Reply(
        lambda: document(found, reference),
        lambda: [record(SERIES_FORECAST_FIELDS, None, row) for row in found],
        leaves(SERIES_FORECAST_FIELDS),
    )


def document(found: tuple[SeriesForecast, ...], reference: ReferenceClass) -> Document:
    """The series as a table, and whose past cases were counted."""
    shown = tuple(field for field in SERIES_FORECAST_FIELDS if field.heading)
    rows = tuple(cells(shown, None, row) for row in found)
    told = sum(isinstance(row.outcome, Forecast) for row in found)
    source = listed(Text.same(each) for each in (reference.source, reference.licence) if each)
    return Document(
        Text("Khả năng đạt mục tiêu: ", "How likely the targets are: ") + reference.title,
        (Part(tables=(Table(EMPTY, columns(shown), rows),) if rows else ()),),
        (),
        (
            counted(len(found), Text("chuỗi", "target")) + _TOLD.fill(told=told),
            *((Text("Nguồn: ", "Source: ") + source + ".",) if source else ()),
        ),
    )


_TOLD = Text(", {told} có dự báo.", ", {told} with a forecast.")
