"""Values over time as a chart: what was observed, the way due, the projection, the target."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from qt_ict.language import Language
from qt_ict.presentation.svg.drawing import Canvas, picture
from qt_ict.presentation.svg.end_labels import draw_inside, draw_right, labels_right, margin
from qt_ict.presentation.svg.legend import Corner, LegendKey, legend
from qt_ict.presentation.svg.plane import ABOVE, FOOT, HEIGHT, SIZE, Plane, draw_axes, plane
from qt_ict.presentation.svg.widths import wrapped
from qt_ict.report.plot import Chart, Line, LineKind
from qt_ict.wording.quantities import listed

WIDTH = 560
"""Of a chart where nothing else is said [pixels]."""
_LINE = 16
_STYLES: dict[LineKind, tuple[str, float, str]] = {
    "target": ("target", 2, ""),
    "forecast": ("value", 1, "1 3"),
    "earlier": ("muted", 2, "1 4"),
    "path": ("path", 2, "6 4"),
    "projected": ("projected", 2.5, "2 3"),
    "observed": ("value", 2, ""),
}
"""Colour, thickness [pixels] and dashes of every line, told apart without colour too; drawn in this order."""


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
    labels = labels_right(chart, language, room)
    place = plane(chart, language, room - margin(labels))
    canvas = Canvas()
    draw_axes(canvas, place, language)
    for kind in _STYLES:
        for line in (each for each in chart.lines if each.kind == kind):
            _draw_line(canvas, place, line)
    _draw_due(canvas, place, chart)
    draw_inside(canvas, place, chart, language, list(_covered(place, chart)))
    reached = draw_right(canvas, place, labels)
    drawing = Canvas()
    top = _draw_unit(drawing, chart, language, room)
    drawing.put(canvas, 0, top)
    foot = top + max(HEIGHT + FOOT, reached + 8) + 12
    return drawing, _legend(drawing, chart, language, Corner(place.left, room, foot, 32))


def _draw_unit(drawing: Canvas, chart: Chart, language: Language, room: float) -> float:
    """Draw the unit, and where the axis begins if not at 0; where the plane begins."""
    said = listed((each for each in (chart.unit, chart.break_said) if each), " · ").say(language)
    lines = wrapped(said, SIZE, room)
    for line, text in enumerate(lines):
        drawing.text(0, 12 + line * _LINE, text, SIZE, "muted")
    return len(lines) * _LINE + ABOVE


def _draw_line(canvas: Canvas, place: Plane, line: Line) -> None:
    """Draw one line; where its ends differ, the band between them: it has no middle that the data would know."""
    colour, thick, dashes = _STYLES[line.kind]
    upper, lower = [place.upper(each) for each in line.points], [place.lower(each) for each in line.points]
    if upper == lower:
        canvas.polyline(upper, colour, thick, dashes)
    else:
        canvas.polygon([*upper, *reversed(lower)], colour, 0.16)
        for edge in (upper, lower):
            canvas.polyline(edge, colour, min(thick, 1.3), dashes)
    if line.kind == "observed":
        for high, low in zip(upper, lower, strict=True):
            _draw_observed(canvas, high, low)
    elif len(line.points) == 1:
        canvas.circle(*upper[0], 2.5, colour)


def _draw_observed(canvas: Canvas, high: tuple[float, float], low: tuple[float, float]) -> None:
    """Draw a value as a dot, one that is a range as a bar with its ends."""
    if high == low:
        canvas.circle(*high, 4, "value")
        return
    canvas.line((*high, *low), "value", 3)
    for x, y in (high, low):
        canvas.line((x - 5, y, x + 5, y), "value", 2)


def _draw_due(canvas: Canvas, place: Plane, chart: Chart) -> None:
    """Draw a diamond where the target is due, a bar where it is a band."""
    for point in (each for line in chart.lines if line.kind == "target" for each in line.points):
        if point.day == chart.due and point.high > point.low:
            canvas.line((*place.upper(point), *place.lower(point)), "target", 5)
        elif point.day == chart.due:
            _draw_diamond(canvas, *place.upper(point))


def _draw_diamond(canvas: Canvas, x: float, y: float) -> None:
    canvas.polygon([(x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5)], "target", 1)


def _covered(place: Plane, chart: Chart) -> Iterator[tuple[float, float]]:
    """Points along every line, a few pixels apart."""
    for line in chart.lines:
        for at in (place.upper, place.lower):
            places = [at(each) for each in line.points]
            yield from places
            for (x, y), (to_x, to_y) in pairwise(places):
                steps = int(max(abs(to_x - x), abs(to_y - y)) / 3) + 1
                yield from ((x + (to_x - x) * n / steps, y + (to_y - y) * n / steps) for n in range(1, steps))


def _legend(drawing: Canvas, chart: Chart, language: Language, corner: Corner) -> float:
    """What stands for what; the height reached."""
    entries = [LegendKey(partial(_draw_key, drawing, line), line.name.say(language)) for line in chart.lines]
    return legend(drawing, entries, corner, SIZE, "ink") + 8


def _draw_key(drawing: Canvas, line: Line, x: float, y: float) -> None:
    colour, thick, dashes = _STYLES[line.kind]
    band = any(point.high > point.low for point in line.points)
    if band:
        drawing.rect(x, y - 10, 24, 12, colour, 0.16)
        for edge in (y - 10, y + 2):
            drawing.line((x, edge, x + 24, edge), colour, min(thick, 1.3), dashes)
    else:
        drawing.line((x, y - 4, x + 24, y - 4), colour, thick, dashes)
    match line.kind, band:
        case "observed", True:
            _draw_observed(drawing, (x + 12, y - 10), (x + 12, y + 2))
        case "observed", False:
            drawing.circle(x + 12, y - 4, 4, "value")
        case "target", True:
            drawing.line((x + 21.5, y - 10, x + 21.5, y + 2), "target", 5)
        case "target", False:
            _draw_diamond(drawing, x + 19, y - 4)
