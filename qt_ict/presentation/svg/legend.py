"""What stands for what below a chart, on as many lines as it needs."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qt_ict.presentation.svg.drawing import Canvas
from qt_ict.presentation.svg.widths import width, wrapped

_LINE, _BETWEEN = 20, 18


class LegendKey(NamedTuple):
    """A mark, and what it stands for."""

    draw: Callable[[float, float], None]
    """Draws the mark at the left end and foot of its line."""
    said: str


class Corner(NamedTuple):
    """Where a legend stands [pixels]."""

    left: float
    right: float
    foot: float
    """Foot of its first line."""
    mark: float
    """Room for a mark."""


def legend(drawing: Canvas, entries: Sequence[LegendKey], place: Corner, size: float, colour: str) -> float:
    """Draw a legend; the foot of its last line.

    Args:
        drawing: What it becomes part of.
        entries: What it says; a text wider than a line goes on below.
        place: Where it stands.
        size: Of its letters [pixels].
        colour: Of its letters.
    """
    x, y = place.left, place.foot
    for entry in entries:
        lines = wrapped(entry.said, size, place.right - place.left - place.mark)
        end = x + place.mark + max(width(line, size) for line in lines)
        if x > place.left and end > place.right:
            end += place.left - x
            x, y = place.left, y + _LINE
        entry.draw(x, y)
        for line, text in enumerate(lines):
            drawing.text(x + place.mark, y + line * _LINE, text, size, colour)
        y += (len(lines) - 1) * _LINE
        x = end + _BETWEEN
    return y
