"""The plane of a chart: from days and values to places, with the numbers and the years around it."""

from datetime import date
from typing import NamedTuple

from qt_ict.language import Language, number
from qt_ict.presentation.svg.drawing import Canvas
from qt_ict.presentation.svg.free_places import Box
from qt_ict.presentation.svg.widths import width
from qt_ict.report.axis import Axis, Years
from qt_ict.report.plot import Chart, ChartPoint

HEIGHT, SIZE = 230, 12
"""Height of the plane, size of its letters [pixels]."""
ABOVE = 17
"""Room above the plane for a value [pixels]."""
FOOT = 40
"""Room below the plane for the years [pixels]."""
_INSIDE = 14
"""Between the edges of the plane and the first and the last day [pixels]."""


class Plane(NamedTuple):
    """A rectangle in which days lie across and values up."""

    axis: Axis
    years: Years
    left: float
    """Where it begins, right of its numbers [pixels]."""
    right: float
    """Where it ends [pixels]."""

    def x(self, day: date) -> float:
        """The place of a day [pixels]."""
        return self.left + _INSIDE + self.years.share(day) * (self.right - self.left - 2 * _INSIDE)

    def y(self, value: float) -> float:
        """The place of a value [pixels]; down is more."""
        return HEIGHT * (1 - self.axis.share(value))

    def upper(self, point: ChartPoint) -> tuple[float, float]:
        """The place of the upper end of a value."""
        return self.x(point.day), self.y(point.high)

    def lower(self, point: ChartPoint) -> tuple[float, float]:
        """The place of the lower end of a value."""
        return self.x(point.day), self.y(point.low)

    @property
    def box(self) -> Box:
        """The room for words in it."""
        return Box(self.left + 5, -ABOVE, self.right, HEIGHT - 1)


def plane(chart: Chart, language: Language, room: float) -> Plane:
    """The plane of a chart, with room for its numbers to the left.

    Args:
        chart: What is drawn.
        language: How its numbers are written.
        room: Where it ends [pixels].
    """
    left = 10 + max(width(number(tick, language), SIZE) for tick in chart.axis.ticks)
    return Plane(chart.axis, chart.years, left, room)


def draw_axes(canvas: Canvas, place: Plane, language: Language) -> None:
    """Draw the numbers with their lines and the years; the ground is a line of its own only where it is 0."""
    for tick in place.axis.ticks:
        y = place.y(float(tick))
        canvas.line((place.left, y, place.right, y), "muted" if tick == 0 else "grid")
        canvas.text(place.left - 6, y + 4, number(tick, language), SIZE, "muted", anchor="end")
    canvas.line((place.left, 0, place.left, HEIGHT), "muted")
    if place.axis.cut:
        _draw_break(canvas, place.left)
    named = place.years.every(int((place.right - place.left) / 46))
    for year in range(place.years.first, place.years.last + 1):
        x = place.x(date(year, 12, 31))
        canvas.line((x, HEIGHT, x, HEIGHT + (6 if year in named else 3)), "muted")
        if year in named:
            canvas.text(x, HEIGHT + 22, str(year), SIZE, "muted", anchor="middle")


def _draw_break(canvas: Canvas, x: float) -> None:
    """Draw a zigzag where the upright axis would go on to 0."""
    steps = [(0, 0), (-4, 2), (4, 5), (-4, 8), (0, 10)]
    canvas.polyline([(x + across, HEIGHT + down) for across, down in steps], "muted", 1.2)
