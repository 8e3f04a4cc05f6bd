"""What meets a target: a number, on which side of it, and whether the number itself will do."""

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

    def status(self, value: Interval) -> Status:
        """Whether every possible value meets the target, none does, or some do."""
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
    value: TargetValue | Fraction | None = _promised(target, baseline)
    match target.comparator:
        case "at_least" | "more_than":
            upward = True
        case "at_most" | "less_than":
            upward = False
        case "between" if isinstance(value, tuple):
            value = value[0] if upward else value[1]
        case "all":
            value, upward = whole, True
    if value is None or isinstance(value, tuple):
        return None
    return Threshold(Fraction(value), upward, target.comparator in ("more_than", "less_than"))


def _promised(target: Target, baseline: Fraction | None) -> TargetValue | Fraction | None:
    """The number that a target says or that follows from the baseline [unit]; None without one."""
    if target.from_baseline is None:
        return target.value
    return None if baseline is None else target.from_baseline.of(baseline)
