"""A chart as plain data: what is drawn, before any drawing."""

from datetime import date
from typing import Literal, NamedTuple

from qt_ict.language import Text

LineKind = Literal["observed", "path", "projected", "target"]


class ChartPoint(NamedTuple):
    """A value at a date; an interval has two ends."""

    day: date
    low: float
    high: float


class Line(NamedTuple):
    """Values of one kind."""

    kind: LineKind
    name: Text
    points: tuple[ChartPoint, ...]


class Chart(NamedTuple):
    """Values over time."""

    title: Text
    unit: Text
    lines: tuple[Line, ...]
