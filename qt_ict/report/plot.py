"""A chart as plain data: what is drawn, before any drawing."""

from datetime import date
from typing import Literal, NamedTuple

from qt_ict.engine.thresholds import Status
from qt_ict.language import Text

LineKind = Literal["observed", "path", "projected", "forecast", "target"]


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


class Mark(NamedTuple):
    """A value on a bullet chart; where its ends differ it is drawn as a band."""

    low: float
    high: float
    said: Text
    """The value with its unit, as the tables write it."""


class Bullet(NamedTuple):
    """A target, and how far an indicator has come towards it."""

    name: Text
    """What is promised, and until when."""
    said: Text
    """The whole chart in words, for those who do not see it."""
    end: float
    """Right end of the scale, whose left end is 0 [unit of the indicator]."""
    targets: tuple[float, ...]
    """What would meet the target; two where it is reckoned from a range [unit of the indicator]."""
    upward: bool
    """True where more is better."""
    promised: Text
    """The target as the plan words it."""
    baseline: Mark | None
    """The first value; None where it is the one that counts too."""
    value: Mark
    """The value that counts."""
    status: Status
    """Whether it meets the target."""


class Chart(NamedTuple):
    """Values over time."""

    title: Text
    unit: Text
    lines: tuple[Line, ...]
    said: Text
    """The whole chart in words, for those who do not see it."""


class TargetCharts(NamedTuple):
    """A target, and the way to it; there is at least one."""

    bullet: Bullet | None
    path: Chart | None
