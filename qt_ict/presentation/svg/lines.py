"""Values over time as a chart: what was observed, the way due, the projection, the target."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from math import ceil, floor, log10
from typing import NamedTuple

from qt_ict.language import Language, number
from qt_ict.presentation.svg.drawing import Canvas, picture
from qt_ict.presentation.svg.legend import Corner, LegendKey, legend
from qt_ict.presentation.svg.widths import width, wrapped
from qt_ict.report.plot import Chart, ChartPoint, Line

WIDTH, PLOT = 640, 230
_LEFT, _RIGHT, _SIZE = 58, 14, 12
_STYLES = {
    "path": ("path", 2, "5 3"),
    "projected": ("projected", 2, "2 3"),
    "forecast": ("value", 2, "1 4"),
    "target": ("target", 2, ""),
}


class _Scales(NamedTuple):
    """From days and values to places [pixels]."""

    first: int
    last: int
    top: float
    left: float
    """Where the plane begins, right of its numbers."""
    room: float

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.first) / max(1, self.last - self.first)
        return self.left + 8 + share * (self.room - self.left - _RIGHT - 16)

    def y(self, value: float) -> float:
        return PLOT * (1 - min(max(value, 0), self.top) / self.top)

    def at(self, point: ChartPoint) -> tuple[float, float]:
        return self.x(point.day), self.y((point.low + point.high) / 2)


def lines_svg(chart: Chart, language: Language, room: float = WIDTH) -> str:
    """The chart as a picture with its title left to the page around it.

    Args:
        chart: What is drawn; it has at least one point.
        language: The language of its words.
        room: Its width [pixels].
    """
    drawing, height = plotted(chart, language, room)
    said = f"{chart.title.say(language)}. {chart.said.say(language)}"
    return picture(drawing, room, height, said)


def plotted(chart: Chart, language: Language, room: float) -> tuple[Canvas, float]:
    """The chart with axes and legend; with its height.

    Args:
        chart: What is drawn; it has at least one point.
        language: The language of its words.
        room: Its width [pixels].
    """
    points = [point for line in chart.lines for point in line.points]
    days = [point.day.toordinal() for point in points]
    highest = max(0, *(point.high for point in points))
    step = _step(highest or 1)
    top = step * ceil(highest / step) or step
    labels = _labels(step, round(top / step), language)
    left = max(_LEFT, 8 + max(width(label, _SIZE) for label in labels))
    scales = _Scales(min(days), max(days), top, left, room)
    plot = Canvas()
    _axes(plot, scales, sorted({point.day for point in points}), labels)
    for line in sorted(chart.lines, key=lambda each: each.kind == "observed"):
        _line(plot, scales, line)
    drawing = Canvas()
    unit = wrapped(chart.unit.say(language), _SIZE, room, 1)[0]
    drawing.text(0, 12, unit, _SIZE, "muted")
    drawing.put(plot, 0, 24)
    return drawing, _legend(drawing, chart, language, room, PLOT + 66)


def _step(top: float) -> float:
    """A round distance of lines that makes three to six of them."""
    power: float = 10.0 ** floor(log10(top))
    return next(each for each in (power / 5, power / 2, power, 2 * power) if top / each <= 6)


def _labels(step: float, number_of: int, language: Language) -> list[str]:
    """The numbers beside the plane, from 0 up."""
    digits = max(0, -floor(log10(step)))
    return [number(Decimal(f"{place * step:.{digits}f}"), language) for place in range(number_of + 1)]


def _axes(plot: Canvas, scales: _Scales, days: list[date], labels: Sequence[str]) -> None:
    for place, said in enumerate(labels):
        y = PLOT * (1 - place / (len(labels) - 1))
        plot.line((scales.left, y, scales.room - _RIGHT, y), "grid")
        plot.text(scales.left - 6, y + 4, said, _SIZE, "muted", anchor="end")
    years = sorted({day.year for day in days})
    every = -(-len(years) * 44 // int(scales.room - scales.left - _RIGHT)) or 1
    for year in years[::every]:
        day = max(each for each in days if each.year == year)
        plot.line((scales.x(day), PLOT, scales.x(day), PLOT + 4), "muted")
        plot.text(scales.x(day), PLOT + 18, str(year), _SIZE, "muted", anchor="middle")


def _line(plot: Canvas, scales: _Scales, line: Line) -> None:
    """One line; where its ends differ, the band between them."""
    if line.kind == "observed":
        for point in line.points:
            _observed(plot, scales, point)
        return
    colour, thick, dashes = _STYLES[line.kind]
    if any(point.high > point.low for point in line.points):
        upper = [(scales.x(each.day), scales.y(each.high)) for each in line.points]
        lower = [(scales.x(each.day), scales.y(each.low)) for each in reversed(line.points)]
        plot.polygon([*upper, *lower], colour, 0.18)
        # A band has no middle that the data would know.
        for edge in (upper, lower):
            plot.polyline(edge, colour, 1, dashes)
        return
    plot.polyline([scales.at(point) for point in line.points], colour, thick, dashes)
    if len(line.points) == 1:
        plot.circle(*scales.at(line.points[0]), 2.5, colour)


def _observed(plot: Canvas, scales: _Scales, point: ChartPoint) -> None:
    x, y = scales.at(point)
    if point.high > point.low:
        high, low = scales.y(point.high), scales.y(point.low)
        plot.line((x, high, x, low), "value", 3)
        for end in (high, low):
            plot.line((x - 5, end, x + 5, end), "value", 2)
    else:
        plot.circle(x, y, 4, "value")


def _legend(drawing: Canvas, chart: Chart, language: Language, room: float, y: float) -> float:
    """What stands for what; the height reached."""
    entries = [LegendKey(partial(_key, drawing, line), line.name.say(language)) for line in chart.lines]
    return legend(drawing, entries, Corner(_LEFT, room, y, 30), _SIZE, "ink") + 8


def _key(drawing: Canvas, line: Line, x: float, y: float) -> None:
    if line.kind == "observed":
        drawing.circle(x + 12, y - 4, 4, "value")
    else:
        colour, thick, dashes = _STYLES[line.kind]
        drawing.line((x, y - 4, x + 24, y - 4), colour, thick, dashes)
