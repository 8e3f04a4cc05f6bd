"""How many of some things stand how, as a bar whose parts are as long as their numbers."""

from qt_ict.language import Language, number
from qt_ict.presentation.svg.drawing import Canvas, picture
from qt_ict.presentation.svg.widths import width
from qt_ict.report.plot import Segments

WIDTH, HEIGHT = 420, 32
"""Of the picture [pixels]."""
_BAR, _SIZE, _BETWEEN, _EDGE = 12, 13, 12, 1.5
"""Height of the bar, of the signs below it, what is between these, and between parts [pixels]."""
_PALE = 0.55
"""Opacity of a part that stands behind another of its colour."""


def segments_svg(segments: Segments, language: Language) -> str:
    """The bar, and below it the sign and the number of each part."""
    drawing = Canvas()
    scale, x, below = WIDTH / segments.most, 0.0, 0.0
    seen: set[str] = set()
    for part in segments.parts:
        long = part.number * scale
        drawing.rect(x, 0, max(long - _EDGE, _EDGE), _BAR, part.tone, _PALE if part.tone in seen else 1)
        said = f"{part.sign} {number(part.number, language)}"
        drawing.text(below, HEIGHT - 4, said, _SIZE, part.tone)
        x, below = x + long, below + width(said, _SIZE) + _BETWEEN
        seen.add(part.tone)
    told = ", ".join(f"{number(part.number, language)} {part.name.say(language)}" for part in segments.parts)
    return picture(drawing, WIDTH, HEIGHT, told)
