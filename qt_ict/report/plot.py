"""A chart as plain data: what is drawn, before any drawing."""

from datetime import date
from typing import Literal, NamedTuple

from qt_ict.engine.thresholds import Status
from qt_ict.language import EMPTY, Text
from qt_ict.report.axis import Axis, Years, axis, years

LineKind = Literal["observed", "earlier", "path", "projected", "forecast", "target"]


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
    start: Text = EMPTY
    """What is written at its first point; empty where nothing is."""
    end: Text = EMPTY
    """The same at its last point."""
    short: Text = EMPTY
    """What it is called there, beside others."""

    @property
    def ends(self) -> tuple[tuple[ChartPoint, Text], ...]:
        """What is written, and where."""
        found = ((self.points[0], self.start if len(self.points) > 1 else EMPTY), (self.points[-1], self.end))
        return tuple((point, said) for point, said in found if said)

    def named(self, said: Text) -> Text:
        """A value at an end, with what the line is called there."""
        return (self.short + " " + said) if self.short else said


class Mark(NamedTuple):
    """A value on a bullet chart; where its ends differ it is drawn as a band."""

    low: float
    high: float
    said: Text
    """The value with its unit, as the tables write it."""


class Segment(NamedTuple):
    """How many of some things stand in one way."""

    sign: str
    """Its sign, for those who see no colours."""
    number: int
    name: Text
    """The way in words."""
    tone: Literal["good", "bad", "open", "quiet"]
    """Its colour."""


class Segments(NamedTuple):
    """All of some things by the way in which they stand."""

    parts: tuple[Segment, ...]
    most: int
    """Of how many the longest bar beside it is: a length is compared with others."""


class Bullet(NamedTuple):
    """A target, and how far an indicator has come towards it."""

    name: Text
    """What is promised, and until when."""
    said: Text
    """The whole chart in words, for those who do not see it."""
    end: float
    """Right end of the scale, whose left end is always 0: a length is compared with others [unit of the indicator]."""
    target: tuple[float, float]
    """What is promised, lower end first: a band where it is two numbers, or reckoned from a range [as end]."""
    met_from: float
    """The end of it that meets the target for certain [as end]."""
    met_to: float | None
    """Of a band its other end, beyond which it is missed too; None without one [as end]."""
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
    due: date | None = None
    """The day the target is due."""

    @property
    def points(self) -> tuple[ChartPoint, ...]:
        """The points of all lines; at least one."""
        return tuple(point for line in self.lines for point in line.points)

    @property
    def axis(self) -> Axis:
        """The numbers beside it."""
        return axis(end for point in self.points for end in (point.low, point.high))

    @property
    def years(self) -> Years:
        """The years below it."""
        return years([point.day for point in self.points])

    @property
    def break_said(self) -> Text:
        """That its numbers do not begin at 0; empty where they do."""
        if not self.axis.cut:
            return EMPTY
        return Text("trục đứng bắt đầu từ {low}, không từ 0", "vertical axis from {low}, not from 0").fill(
            low=self.axis.ticks[0]
        )


class TargetCharts(NamedTuple):
    """A target, and the way to it; there is at least one."""

    bullet: Bullet | None
    path: Chart | None
