"""The figures that an indicator is computed from; of things counted per period every period, and what they come to."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.indicators import Indicator
from qt_ict.model.running_total import CountedPeriod, RunningTotal
from qt_ict.report import figure_fields
from qt_ict.report.document import Cell, Row, Table
from qt_ict.report.field import Field, cells, columns
from qt_ict.report.figure_fields import INPUT_FIELDS
from qt_ict.wording import terms
from qt_ict.wording.dates import period_text
from qt_ict.wording.quantities import written_exactly


class Counted(NamedTuple):
    """One period of a figure that adds up."""

    name: str
    """Id of the figure."""
    period: CountedPeriod


def _total(loaded: Loaded, name: str) -> RunningTotal | None:
    """What a figure comes to that is added up from several reports; None of one that stands for itself."""
    figure = loaded.plan.figures[name]
    return figure if isinstance(figure, RunningTotal) and figure.periods else None


def _place(loaded: Loaded, each: Counted) -> tuple[str, int] | None:
    """File and line of what was reported; None of what was not."""
    if each.period.round is None:
        return None
    source = loaded.rounds[each.period.round]
    return source.file, source.line_of(("figures", each.name, each.period.key))


PERIOD_FIELDS: tuple[Field[Loaded, Counted], ...] = (
    Field("from", "first day of what was counted", lambda _, each: each.period.start, "date"),
    Field("to", "its last day", lambda _, each: each.period.end, "date"),
    Field(
        "value",
        "what was counted of it; without an end where nobody reported it [`unit`]",
        lambda _, each: each.period.things,
        "quantity",
    ),
    Field(
        "file",
        "file of the value; null where nobody reported it",
        lambda loaded, each: place[0] if (place := _place(loaded, each)) else None,
    ),
    Field(
        "line",
        "line of the value",
        lambda loaded, each: place[1] if (place := _place(loaded, each)) else None,
        "integer",
    ),
)
"""What is said of one period of a figure that adds up."""

EXPLAINED_INPUT: tuple[Field[Loaded, str], ...] = (
    *INPUT_FIELDS,
    Field(
        "periods",
        "of what is counted per period everything that is added up; empty of any other figure",
        lambda loaded, name: [Counted(name, each) for each in total.periods] if (total := _total(loaded, name)) else [],
        "objects",
        fields=PERIOD_FIELDS,
    ),
)
"""What is said of an input where it is explained."""

_COLUMNS = (
    figure_fields.NAME,
    figure_fields.VALUE,
    figure_fields.UNIT,
    figure_fields.ITEM,
    figure_fields.PLACE,
    figure_fields.ID,
)


def inputs_table(loaded: Loaded, indicator: Indicator) -> Table:
    """The figures of an indicator with the line of data that holds each of them."""
    rows = tuple(row for name in indicator.figures for row in _rows(loaded, name))
    return Table(Text("Số liệu đầu vào", "Inputs"), columns(_COLUMNS), rows)


def _rows(loaded: Loaded, name: str) -> Iterator[Row]:
    """A figure; of one that adds up its periods, and behind them what they come to."""
    total = _total(loaded, name)
    if total is None:
        yield cells(_COLUMNS, loaded, name)
        return
    for each in total.periods:
        yield _row(loaded, Counted(name, each))
    added = total.name + Text(", cộng dồn", ", added up")
    _, _, unit, *_ = cells(_COLUMNS, loaded, name)
    yield (Cell(added), Cell(written_exactly(total.total)), unit, Cell(EMPTY), Cell(EMPTY), Cell(Text.same(name)))


def _row(loaded: Loaded, each: Counted) -> Row:
    """One period, by the line that reports it; what was counted before the first day of all is taken off it."""
    figure, period = loaded.plan.figures[each.name], each.period
    name = Cell(figure.name + ", " + period_text(period.start, period.end))
    if period.round is None:
        nothing = Cell(EMPTY)
        return (name, Cell(terms.NOT_REPORTED, "quiet"), nothing, nothing, nothing, nothing)
    place = _place(loaded, each)
    item = loaded.seen_in(period.round).plan.figures[each.name].source
    said = Cell(Text.same(f"{place[0]}:{place[1]}" if place else ""))
    _, _, unit, *_ = cells(_COLUMNS, loaded, each.name)
    return (name, Cell(_counted(period)), unit, Cell(Text.same(item)), said, Cell(EMPTY))


def _counted(period: CountedPeriod) -> Text:
    """What was counted in a period, and what of its report lies before it."""
    found, before = written_exactly(period.things), period.taken_off
    if before is None:
        return found
    without = Text(" (không kể {before} trước đó)", " (without {before} before)")
    return found + without.fill(before=written_exactly(before))
