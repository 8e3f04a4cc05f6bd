"""Shapes and texts of a chart, written as SVG by the standard library, which escapes every text."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from qt_ict.presentation.characters import storable

FONT = "DejaVu Sans, Verdana, sans-serif"
COLOURS = {
    "ink": "#1b1f24",
    "muted": "#57606a",
    "grid": "#d0d7de",
    "track": "#e6eaee",
    "meets": "#c9e7d1",
    "value": "#1f5fa8",
    "path": "#57606a",
    "projected": "#b35900",
    "target": "#1b1f24",
    "paper": "#ffffff",
    "good": "#116329",
    "bad": "#a40e26",
    "open": "#7a4b00",
    "quiet": "#57606a",
}
"""Colours by what they are for; a page can give others to the classes ``c-ink``, ``c-muted`` …"""
# Marks that turn the direction of what follows, across the end of a text.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


class Canvas:
    """Shapes in a coordinate system of their own [pixels]."""

    def __init__(self) -> None:
        self.root = Element("g")

    def rect(self, x: float, y: float, width: float, height: float, colour: str, opacity: float = 1) -> None:
        """A filled rectangle."""
        self._shape("rect", "f", colour, opacity, x=x, y=y, width=max(width, 0), height=height)

    def line(self, ends: tuple[float, float, float, float], colour: str, thick: float = 1, dashes: str = "") -> None:
        """A straight line from x, y to x, y."""
        x1, y1, x2, y2 = ends
        self._shape("line", "s", colour, 1, x1=x1, y1=y1, x2=x2, y2=y2, **_stroke(thick, dashes))

    def polyline(self, points: list[tuple[float, float]], colour: str, thick: float, dashes: str = "") -> None:
        """A line through points."""
        self._shape("polyline", "s", colour, 1, points=_points(points), fill="none", **_stroke(thick, dashes))

    def polygon(self, points: list[tuple[float, float]], colour: str, opacity: float) -> None:
        """A filled area."""
        self._shape("polygon", "f", colour, opacity, points=_points(points))

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        self._shape("circle", "f", colour, 1, cx=x, cy=y, r=radius)

    def text(self, x: float, y: float, text: str, size: float, colour: str = "ink", **settings: str) -> None:
        """A line of text; ``anchor`` is start, middle or end, ``weight`` bold, ``edge`` a colour around it."""
        shape = self._shape("text", "f", colour, 1, x=x, y=y)
        shape.set("font-size", _number(size))
        shape.set("text-anchor", settings.get("anchor", "start"))
        if "weight" in settings:
            shape.set("font-weight", settings["weight"])
        if "edge" in settings:
            # Drawn before the letters, so that they stay legible on a line that passes behind them.
            shape.set("class", f"f-{colour} s-{settings['edge']}")
            shape.set("stroke", COLOURS[settings["edge"]])
            for key, value in (("stroke-width", "4"), ("stroke-linejoin", "round"), ("paint-order", "stroke")):
                shape.set(key, value)
        shape.text = clean(text)

    def put(self, other: "Canvas", x: float, y: float) -> None:
        """Another drawing at a place in this one."""
        other.root.set("transform", f"translate({_number(x)} {_number(y)})")
        self.root.append(other.root)

    def _shape(self, name: str, kind: str, colour: str, opacity: float, **settings: object) -> Element:
        shape = SubElement(self.root, name, {"class": f"{kind}-{colour}"})
        shape.set("fill" if kind == "f" else "stroke", COLOURS[colour])
        if opacity < 1:
            shape.set("fill-opacity", _number(opacity))
        for key, value in settings.items():
            shape.set(key.replace("_", "-"), _number(value) if isinstance(value, int | float) else str(value))
        return shape


def picture(drawing: Canvas, width: float, height: float, said: str, background: bool = False) -> str:
    """A drawing as an SVG picture of its own.

    Args:
        drawing: What is drawn.
        width: Its width [pixels].
        height: Its height [pixels].
        said: The whole chart in words, for those who do not see it.
        background: Draw on white, for pictures that stand alone.
    """
    size = {"width": _number(width), "height": _number(height), "viewBox": f"0 0 {_number(width)} {_number(height)}"}
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img", "font-family": FONT})
    root.set("aria-label", clean(said))
    if background:
        SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
    root.append(drawing.root)
    return ElementTree.tostring(root, encoding="unicode")


def clean(text: str) -> str:
    """A text without characters that no XML file can hold, or that turn the direction of others."""
    return _TURNING.sub("", storable(text))


def _stroke(thick: float, dashes: str) -> dict[str, object]:
    return {"stroke_width": thick, **({"stroke_dasharray": dashes} if dashes else {})}


def _points(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """A coordinate to a hundredth of a pixel, so that machines agree on it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
