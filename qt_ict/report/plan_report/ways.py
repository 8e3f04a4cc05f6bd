"""The ways to the targets: what is due at the end of every year to come, and charts of those that have moved."""

from collections.abc import Mapping, Sequence
from datetime import date

from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.document import Cell, Column, Drawing, Part, Table
from qt_ict.report.field import cells, columns
from qt_ict.report.path import DUE, PROJECTION, way_table
from qt_ict.report.target_fields import NAME, STATED, YEAR, due_text
from qt_ict.report.way import Stop, has_way, says_something, way
from qt_ict.report.way_chart import way_chart
from qt_ict.wording.dates import short_day

_DUE_IN = YEAR.headed(YEAR.heading, key="due", cell=lambda _, row: Cell(due_text(row.target, row.year)))
_LINEAR = DUE[0]
"""By equal steps, which decide."""


def part(answer: Answer) -> Part:
    """What is due year by year, and a chart of every target of which it says something."""
    ways = {row: way(row) for row in answer.rows if has_way(row)}
    charts = {row: stops for row, stops in ways.items() if says_something(row)}
    table = _due(answer, ways)
    projected = any(row.spans for row in charts)
    lines = (*((_PATH,) if charts or table.rows else ()), *((PROJECTION,) if projected else ()))
    return Part(
        "paths",
        Text("Lộ trình đến mục tiêu", "Paths to the targets"),
        lines,
        (table,) if table.rows else (),
        tuple(Drawing(way_chart(answer, row, stops), way_table(answer, row, stops)) for row, stops in charts.items()),
        appendix=True,
    )


_PATH = Text(
    "Lộ trình là mức cần đạt vào cuối mỗi năm nếu tăng đều từ năm gốc.",
    "A path is the value due at the end of every year by equal steps from the baseline.",
)


def _due(answer: Answer, ways: Mapping[Standing, Sequence[Stop]]) -> Table:
    """The values due at the end of the years to come, a row for each target."""
    ahead = {row: _to_come(answer, stops) for row, stops in ways.items()}
    years = sorted({year for stops in ahead.values() for year in stops})
    shown = (NAME, _DUE_IN, STATED)
    rows = tuple(
        (*cells(shown, answer, row), *(_due_cell(by[year]) if year in by else Cell(EMPTY) for year in years))
        for row, by in ahead.items()
        if by
    )
    headed = (Column(Text.same(year), numeric=True, key=str(year)) for year in years)
    return Table(Text("Mức cần đạt cuối mỗi năm", "Due at the end of every year"), (*columns(shown), *headed), rows)


def _to_come(answer: Answer, stops: Sequence[Stop]) -> dict[int, Stop]:
    """The ends of the years to come, and the day of the target in its own, by their years."""
    return {
        each.day.year: each
        for each in stops
        if each.due and each.day > answer.as_of and (_is_year_end(each.day) or each.day == each.row.due_day)
    }


def _is_year_end(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _due_cell(stop: Stop) -> Cell:
    """The value due, with its day where that is no end of a year."""
    cell = _LINEAR.shown(None, stop)
    return cell if _is_year_end(stop.day) else cell._replace(text=cell.text + " (" + short_day(stop.day) + ")")
