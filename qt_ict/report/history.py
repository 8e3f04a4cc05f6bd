"""An indicator through the rounds, as a table."""

from collections.abc import Sequence

from qt_ict.engine.observations import Observation
from qt_ict.language import Text
from qt_ict.model.indicators import Indicator
from qt_ict.report.cells import indicator_text, outcome_cell
from qt_ict.report.page import Cell, Column, Row, Section
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import listed


def section(indicator: Indicator, observed: Sequence[Observation]) -> list[Section]:
    """Date, value, round and definition of every observation, where there are several."""
    if len(observed) < 2:
        return []
    rows = tuple(_cells(indicator, each) for each in observed)
    return [Section(Text("Qua các đợt", "Through the rounds"), _COLUMNS, rows)]


_COLUMNS = (
    Column(Text("Ngày", "Date")),
    Column(Text("Giá trị", "Value"), numeric=True),
    Column(Text("Đợt", "Round")),
    Column(Text("Đếm điều khác", "Counts something else")),
)


def _cells(indicator: Indicator, found: Observation) -> Row:
    return (
        Cell(day(found.date)),
        outcome_cell(found.value.outcome, lambda each: indicator_text(found.plan, indicator, each)),
        Cell(found.plan.round.name),
        Cell(listed(found.definitions), "open"),
    )
