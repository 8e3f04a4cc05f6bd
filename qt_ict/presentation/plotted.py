"""A chart drawn with characters, as wide as there is room."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rich.cells import cell_len

from qt_ict.arithmetic.rounding import half_up
from qt_ict.language import Language, number
from qt_ict.report.plot import Chart, ChartPoint, LineKind

MARKS: dict[LineKind, str] = {"target": "─", "forecast": "◌", "path": "·", "projected": "○", "observed": "●"}
"""Drawn in this order: what was observed lies on top."""
_STEM = "│"
"""Between the ends of an interval."""
HEIGHT = 14
"""Rows of the plane [cells]."""
WIDEST, NARROWEST = 72, 24
"""Columns of the plane [cells]."""


def drawn(chart: Chart, language: Language, width: int = WIDEST) -> list[str]:
    """The lines of a chart: title, plane with its axes, and what the marks mean."""
    points = [each for line in chart.lines for each in line.points]
    if not points:
        return []
    plane = _Plane(points, width, language)
    for kind, mark in MARKS.items():
        for each in (point for line in chart.lines if line.kind == kind for point in line.points):
            plane.draw(each, mark, stem=kind == "observed")
    legend = (f"{MARKS[line.kind]} {line.name.say(language)}" for line in chart.lines if line.points)
    unit = chart.unit.say(language)
    title = chart.title.say(language) + (f" [{unit}]" if unit else "")
    return [title, "", *plane.lines(), "", *legend]


class _Plane:
    """Cells between the first and the last day, and the lowest and the highest value."""

    def __init__(self, points: list[ChartPoint], width: int, language: Language) -> None:
        self.language: Language = language
        self.first = min(each.day for each in points)
        self.last = max(each.day for each in points)
        low, high = min(each.low for each in points), max(each.high for each in points)
        self.low, self.high = (low, high) if high > low else (low - 1, high + 1)
        self.labels = [self._label(row) for row in range(HEIGHT)]
        room = width - max(map(cell_len, self.labels)) - 2
        self.width = max(NARROWEST, min(WIDEST, room))
        self.cells = [[" "] * self.width for _ in range(HEIGHT)]

    def draw(self, point: ChartPoint, mark: str, *, stem: bool) -> None:
        """Put a mark at both ends of a value, and a stem between them where that is wanted."""
        column = self._column(point.day)
        top, bottom = self._row(point.high), self._row(point.low)
        for row in range(top + 1, bottom) if stem else ():
            self.cells[row][column] = _STEM
        self.cells[top][column] = self.cells[bottom][column] = mark

    def lines(self) -> Iterator[str]:
        """The plane with its axes, from top to bottom."""
        widest = max(map(cell_len, self.labels))
        for label, row in zip(self.labels, self.cells, strict=True):
            yield f"{label.rjust(widest)} ┤{''.join(row)}".rstrip()
        yield f"{' ' * widest} └{'─' * self.width}"
        yield f"{' ' * widest}  {self._days()}"

    def _row(self, value: float) -> int:
        return round((self.high - value) / (self.high - self.low) * (HEIGHT - 1))

    def _column(self, day: date) -> int:
        days = (self.last - self.first).days or 1
        return round((day - self.first).days / days * (self.width - 1))

    def _label(self, row: int) -> str:
        """The value of every third row."""
        if row % 3 and row != HEIGHT - 1:
            return ""
        value = self.high - (self.high - self.low) * row / (HEIGHT - 1)
        digits = sum(self.high - self.low <= span for span in (20, 2))
        return number(half_up(Fraction(value), digits), self.language)

    def _days(self) -> str:
        """Years below their columns, as many as there is room for."""
        line = [" "] * self.width
        years = range(self.first.year, self.last.year + 1)
        step = max(1, -(-len(years) * 6 // self.width))
        free = self.width
        for year in reversed(years[::step]):
            column = self._column(min(max(date(year, 12, 31), self.first), self.last))
            start = min(column, self.width - len(str(year)))
            if start + len(str(year)) < free or free == self.width:
                line[start : start + 4] = str(year)
                free = start
        return "".join(line).rstrip()
