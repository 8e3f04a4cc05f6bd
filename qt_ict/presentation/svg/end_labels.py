"""The values at the ends of a chart's lines, written beside them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qt_ict.language import Language
from qt_ict.presentation.apart import Wanted, apart
from qt_ict.presentation.svg.drawing import Canvas
from qt_ict.presentation.svg.free_places import Box, Spot, beside
from qt_ict.presentation.svg.plane import SIZE, Plane
from qt_ict.presentation.svg.widths import width, wrapped
from qt_ict.report.plot import Chart, ChartPoint, LineKind

_LINE, _GAP = 15, 10
"""Height of a line, room before a label right of the plane [pixels]."""
_WIDEST = 0.26
"""The most that labels right of the plane take of a chart's width [1]."""
_COLOURS: dict[LineKind, str] = {
    "observed": "value",
    "earlier": "muted",
    "path": "path",
    "projected": "projected",
    "forecast": "value",
    "target": "ink",
}


class EndLabel(NamedTuple):
    """A value, and the point it belongs to."""

    kind: LineKind
    point: ChartPoint
    said: tuple[str, ...]
    """Its lines."""

    @property
    def height(self) -> float:
        """How high it is [pixels]."""
        return len(self.said) * _LINE

    @property
    def width(self) -> float:
        """How wide it is [pixels]."""
        return max(width(each, SIZE) for each in self.said)


def labels_right(chart: Chart, language: Language, room: float) -> tuple[EndLabel, ...]:
    """The labels of the lines that end where the chart ends.

    Args:
        chart: What is drawn.
        language: The language of its words.
        room: The width of the whole [pixels].
    """
    return tuple(_labels(chart, language, room * _WIDEST, at_end=True))


def margin(labels: Sequence[EndLabel]) -> float:
    """The width that labels right of the plane need [pixels]."""
    return max((_GAP + each.width for each in labels), default=_GAP)


def draw_right(canvas: Canvas, place: Plane, labels: Sequence[EndLabel]) -> float:
    """Draw the labels right of the plane, each beside the end of its line; how far down they reach [pixels]."""
    middles = [(place.upper(each.point)[1] + place.lower(each.point)[1]) / 2 for each in labels]
    tops = apart([Wanted(*each) for each in zip(middles, (each.height for each in labels), strict=True)], -_LINE / 2)
    for label, middle, top in zip(labels, middles, tops, strict=True):
        beside_it = top + label.height / 2
        if abs(beside_it - middle) > _LINE / 2:
            canvas.line((place.right - 1, middle, place.right + _GAP - 3, beside_it), _COLOURS[label.kind], 0.8)
        _draw(canvas, label, place.right + _GAP, top)
    return max((top + label.height for label, top in zip(labels, tops, strict=True)), default=0.0)


def draw_inside(
    canvas: Canvas, place: Plane, chart: Chart, language: Language, covered: Sequence[tuple[float, float]]
) -> None:
    """Draw the values at the other ends of lines, where there is room for them.

    Args:
        canvas: What they become part of.
        place: The plane of the chart.
        chart: What is drawn.
        language: The language of its words.
        covered: Points along its lines, over which a label stands only where it must.
    """
    taken: list[Box] = []
    for label in _labels(chart, language, place.box.right - place.box.left, at_end=False):
        (x, top), (_, bottom) = place.upper(label.point), place.lower(label.point)
        found = beside(Spot(x, top, bottom), (label.width, label.height), place.box, taken, covered)
        if found is not None:
            taken.append(found)
            _draw(canvas, label, found.left, found.top)


def _labels(chart: Chart, language: Language, room: float, at_end: bool) -> Iterator[EndLabel]:
    """What is written at the ends of lines, at the end of the chart or before it."""
    last = max(point.day for point in chart.points)
    for line in chart.lines:
        for point, said in line.ends:
            if (point.day == last) == at_end:
                yield EndLabel(line.kind, point, tuple(wrapped(line.named(said).say(language), SIZE, room)))


def _draw(canvas: Canvas, label: EndLabel, x: float, top: float) -> None:
    for line, text in enumerate(label.said):
        canvas.text(x, top + 11.5 + line * _LINE, text, SIZE, _COLOURS[label.kind], edge="paper")
