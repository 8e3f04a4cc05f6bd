"""A chart drawn with characters, as wide as there is room."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise, product
from math import floor
from typing import NamedTuple

from rich.cells import cell_len

from qt_ict.language import Language, number
from qt_ict.presentation.apart import Wanted, apart
from qt_ict.report.plot import Chart, ChartPoint, Line, LineKind
from qt_ict.wording.quantities import listed

MARKS: dict[LineKind, str] = {
    "forecast": "░",
    "target": "─",
    "path": "·",
    "projected": "○",
    "earlier": "×",
    "observed": "●",
}
"""Drawn in this order: what was observed lies on top."""
_AS_MARKS: tuple[LineKind, ...] = ("observed", "earlier")
"""What is a mark at each of its points, without a line between them."""
_STEM = "│"
"""Between the ends of an interval."""
HEIGHT = 12
"""Spaces between the rows of the plane, or one of them less for each number beside it [cells]."""
WIDEST, NARROWEST = 72, 24
"""Columns of the plane; with fewer no values stand beside it, with fewer than half of them it is left out [cells]."""


def drawn(chart: Chart, language: Language, width: int = WIDEST + NARROWEST) -> list[str]:
    """The lines of a chart: title, plane with its axes, and what the marks mean.

    Args:
        chart: What is drawn; nothing where it has no points.
        language: The language of its words.
        width: The room for the plane and what is beside it [cells].
    """
    if not chart.points:
        return []
    plane = _Plane(chart, language, width)
    for kind in MARKS:
        for line in (each for each in chart.lines if each.kind == kind):
            plane.draw(line)
    plane.write_ends()
    unit = listed((each for each in (chart.unit, chart.break_said) if each), "; ").say(language)
    title = chart.title.say(language) + (f" [{unit}]" if unit else "")
    return [title, "", *plane.lines(), "", *(plane.meaning(line) for line in chart.lines)]


class _End(NamedTuple):
    """A value at an end of a line."""

    line: Line
    point: ChartPoint
    said: str


class _Plane:
    """Cells between the first and the last year, and the lowest and the highest number of the axis."""

    def __init__(self, chart: Chart, language: Language, width: int) -> None:
        self.chart, self.language = chart, language
        self.axis, self.years = chart.axis, chart.years
        self.spaces = max(2, HEIGHT // (len(self.axis.ticks) - 1))
        self.height = self.spaces * (len(self.axis.ticks) - 1) + 1
        self.numbers = [number(tick, language) for tick in self.axis.ticks]
        self.left = max(map(cell_len, self.numbers))
        last = max(each.day for each in chart.points)
        ends = [_End(line, point, line.named(said).say(language)) for line in chart.lines for point, said in line.ends]
        self.at_end = [each for each in ends if each.point.day == last]
        self.inside = [each for each in ends if each.point.day < last]
        room, right = width - self.left - 2, max((cell_len(each.said) + 1 for each in self.at_end), default=0)
        if room - right < NARROWEST:
            self.at_end, self.inside, right = [], [], 0
        self.width = min(WIDEST, room - right)
        self.cells = [[" "] * max(self.width, 0) for _ in range(self.height)]
        self.right = [""] * self.height
        self.beside: list[_End] = []

    def draw(self, line: Line) -> None:
        """Draw a line from point to point, what was observed as its points alone."""
        if self.width < NARROWEST // 2:
            return
        if line.kind not in _AS_MARKS:
            for one, other in pairwise(line.points):
                self._draw_between(one, other, line.kind)
        for point in line.points if line.kind in _AS_MARKS else line.points[-1:]:
            self._put(self._column(point.day), point.low, point.high, line.kind)

    def _draw_between(self, one: ChartPoint, other: ChartPoint, kind: LineKind) -> None:
        start, end = self._column(one.day), self._column(other.day)
        for column in range(start, end):
            # A projection leaves every other column free, for what it passes.
            if kind == "projected" and (self.width - 1 - column) % 2:
                continue
            part = (column - start) / (end - start)
            low, high = one.low + part * (other.low - one.low), one.high + part * (other.high - one.high)
            self._put(column, low, high, kind)

    def _put(self, column: int, low: float, high: float, kind: LineKind) -> None:
        """Put marks from one end of a value to the other, a stem between those that have no area."""
        top, bottom = self._row(high), self._row(low)
        if kind in (*_AS_MARKS, "forecast", "target"):
            for row in range(top + 1, bottom):
                self.cells[row][column] = _STEM if kind in _AS_MARKS else MARKS[kind]
        self.cells[top][column] = self.cells[bottom][column] = MARKS[kind]

    def write_ends(self) -> None:
        """Write the values at the ends of lines: right of the plane, or beside their mark where that is free."""
        wanted = [Wanted((self._row(e.point.high) + self._row(e.point.low)) / 2 + 0.5, 1) for e in self.at_end]
        for each, top in zip(self.at_end, apart(wanted, 0, self.height), strict=True):
            self.right[floor(top + 0.5)] = " " + each.said
        self.beside = [*self.at_end, *(each for each in self.inside if self._write_inside(each))]

    def _write_inside(self, end: _End) -> bool:
        column, length = self._column(end.point.day), cell_len(end.said)
        rows = (self._row(end.point.high) - 1, self._row(end.point.low) + 1)
        for row, start in product(rows, (column - length // 2, column + 1, column - length)):
            first = max(0, min(start, self.width - length))
            if 0 <= row < self.height and not "".join(self.cells[row][max(0, first - 1) : first + length + 1]).strip():
                self.cells[row][first : first + length] = end.said
                return True
        return False

    def lines(self) -> Iterator[str]:
        """The plane with its axes, from top to bottom."""
        if self.width < NARROWEST // 2:
            return
        for row, (cells, said) in enumerate(zip(self.cells, self.right, strict=True)):
            place, between = divmod(self.height - 1 - row, self.spaces)
            label = "" if between else self.numbers[place]
            yield f"{label.rjust(self.left)} {'│' if between else '┤'}{''.join(cells)}{said}".rstrip()
        named = {self._column(date(year, 12, 31)): str(year) for year in self.years.every(self.width // 6)}
        ground = "".join("┬" if column in named else "─" for column in range(self.width))
        yield f"{' ' * self.left} └{ground}"
        yield f"{' ' * self.left}  {self._years(named)}"

    def _years(self, named: dict[int, str]) -> str:
        """Years below their columns."""
        line = [" "] * self.width
        for column, year in named.items():
            start = max(0, min(column - len(year) // 2, self.width - len(year)))
            line[start : start + len(year)] = year
        return "".join(line).rstrip()

    def meaning(self, line: Line) -> str:
        """What a mark stands for, with the values of the line's ends that are not written beside it."""
        written = [each.point for each in self.beside if each.line is line]
        left = [said for point, said in line.ends if point not in written]
        name = f"{MARKS[line.kind]} {line.name.say(self.language)}"
        return f"{name}: {listed(left, ' → ').say(self.language)}" if left else name

    def _row(self, value: float) -> int:
        return floor((1 - self.axis.share(value)) * (self.height - 1) + 0.5)

    def _column(self, day: date) -> int:
        return floor(self.years.share(day) * (self.width - 1) + 0.5)
