"""What meets a target: a number, on which side of it, and whether the number itself will do."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.model.indicators import CEILING, Better
from qt_ict.model.targets import Target, TargetValue

Status = Literal["met", "not_met", "undecided", "not_measurable"]
STATUSES: tuple[Status, ...] = ("met", "not_met", "undecided", "not_measurable")


WHOLE = Fraction(CEILING)
"""What "all" means of a share [%]."""


class Threshold(NamedTuple):
    """The line a value must reach, from below or from above."""

    number: Fraction
    """The line [unit of the target]."""
    upward: bool
    """True where more is better."""
    strict: bool
    """True where the line itself does not meet the target."""
    limit: Fraction | None = None
    """Of a band the other end, beyond which a value misses it too [unit]; None without one."""

    def status(self, value: Interval) -> Status:
        """Whether every possible value meets the target, none does, or some do.

        >>> line = Threshold(Fraction(40), True, False, limit=Fraction(45))
        >>> [line.status(Interval(each, each)) for each in (39, 42, 46)], line.status(Interval(42, 46))
        (['not_met', 'met', 'not_met'], 'undecided')
        """
        own = self._one_sided(value)
        if self.limit is None:
            return own
        both = {own, self.turned._replace(limit=None).status(value)}
        return "not_met" if "not_met" in both else "met" if both == {"met"} else "undecided"

    @property
    def turned(self) -> "Threshold":
        """A band seen from its other end."""
        assert self.limit is not None, "asked only of a band"
        return Threshold(self.limit, not self.upward, False, self.number)

    def toward(self, value: Interval) -> "Threshold":
        """The line that a value must reach: of a band the end that it has passed, the one it began with if none."""
        if self.limit is not None and self.turned._replace(limit=None).status(value) == "not_met":
            return self.turned
        return self

    def deciding(self, value: Interval) -> "Threshold":
        """The line that decides on a value: of a band the end that it passed, or may have while it keeps the other."""
        if self.limit is not None and self.turned._replace(limit=None).status(value) == "undecided":
            return self.turned if self._one_sided(value) == "met" else self
        return self.toward(value)

    def _one_sided(self, value: Interval) -> Status:
        near, far = (value.low, value.high) if self.upward else (value.high, value.low)
        near_open, far_open = value.low_open, value.high_open
        if not self.upward:
            near_open, far_open = far_open, near_open
        if near is not None and (self._beyond(near) or (near == self.number and (near_open or not self.strict))):
            return "met"
        if far is not None and (self._short_of(far) or (far == self.number and (far_open or self.strict))):
            return "not_met"
        return "undecided"

    def _beyond(self, value: Number) -> bool:
        return value > self.number if self.upward else value < self.number

    def _short_of(self, value: Number) -> bool:
        return value < self.number if self.upward else value > self.number


def threshold(
    target: Target, better: Better, baseline: Fraction | None = None, whole: Fraction | None = WHOLE
) -> Threshold | None:
    """The line a target draws; None where its words carry no number.

    Args:
        target: The target.
        better: Which way the indicator gets better; decides where the comparator does not say.
        baseline: What a target is reckoned from that is said by the baseline [unit]; None where it is not known.
        whole: What "all" means [unit]; None where it is not known.
    """
    upward = better == "higher"
    limit: int | Decimal | None = None
    value: TargetValue | Fraction | None = _promised(target, baseline)
    match target.comparator:
        case "at_least" | "more_than":
            upward = True
        case "at_most" | "less_than":
            upward = False
        case "between" if isinstance(value, tuple):
            value, limit = value if upward else value[::-1]
        case "all":
            value, upward = whole, True
    if value is None or isinstance(value, tuple):
        return None
    other = Fraction(limit) if target.band and limit is not None else None
    return Threshold(Fraction(value), upward, target.comparator in ("more_than", "less_than"), other)


def _promised(target: Target, baseline: Fraction | None) -> TargetValue | Fraction | None:
    """The number that a target says or that follows from the baseline [unit]; None without one."""
    if target.from_baseline is None:
        return target.value
    return None if baseline is None else target.from_baseline.of(baseline)
