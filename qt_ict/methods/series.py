"""What the methods judge, and what they answer."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Literal, NamedTuple

from qt_ict.language import Text

Direction = Literal["up", "down"]
"""Which way is better."""


class DatedValue(NamedTuple):
    """A value at a date; a target is one that is to come."""

    year: float
    """Date [year]; 2012.5 is half a year after 2012, whichever day of the year stands for it."""
    value: float
    """Value then [unit of the series]."""


class MethodReason(StrEnum):
    """Why a judgement has no value or no status."""

    NO_TARGET = "no-target"
    """The method judges against a target, and there is none."""
    NO_TARGET_YEAR = "no-target-year"
    """The target has no year."""
    SAME_DATE = "same-date"
    """Two dates are the same, so that no rate lies between them."""
    UNDER_A_YEAR = "under-a-year"
    """Less than a year lies between base and current value, for which the published program gives nothing."""
    DATES_REVERSED = "dates-reversed"
    """The current value or the target lies before the base."""
    ZERO_BASE = "zero-base"
    """No factor leads away from a base of 0."""
    ZERO_CURRENT = "zero-current"
    """No factor leads back from a current value of 0."""
    NEGATIVE_RATIO = "negative-ratio"
    """Two values have different signs, so that no factor leads from one to the other."""
    NOT_POSITIVE = "not-positive"
    """A value of 0 or less has no logarithm."""
    TARGET_EQUALS_BASE = "target-equals-base"
    """Target and base are equal, so that no change is required."""
    TARGET_BEHIND_BASE = "target-behind-base"
    """The base is already better than the target, so that the target demands a change for the worse."""
    AT_LIMIT = "at-limit"
    """A value is 0 or the ceiling, where log-odds do not exist."""
    OUTSIDE_SCALE = "outside-scale"
    """A value lies outside 0 and the ceiling."""
    TOO_FEW_OBSERVATIONS = "too-few-observations"
    """The method needs more observations."""
    DUE_PASSED = "due-passed"
    """The target year does not lie ahead, so that nothing is predicted."""
    ALREADY_MET = "already-met"
    """The target is met, so that nothing can be missed."""
    TOO_LARGE = "too-large"
    """A number beyond what a double holds."""


RateOrReason = float | MethodReason
"""A number, or why there is none."""


class Series(NamedTuple):
    """Observations of one thing, and where it should go."""

    observations: tuple[DatedValue, ...]
    """Oldest first: the first is the base, the last the current one; methods want two at least."""
    direction: Direction
    """Which way is better."""
    target: float | None = None
    """The number to reach [as observed]."""
    target_year: float | None = None
    """When it is due [calendar year]."""
    limit: float | None = None
    """The natural limit of the values, or the ceiling of a share [as observed]."""

    @property
    def base(self) -> DatedValue:
        """The first observation."""
        return self.observations[0]

    @property
    def current(self) -> DatedValue:
        """The last observation."""
        return self.observations[-1]

    @property
    def sign(self) -> float:
        """1 where up is better, else -1."""
        return 1.0 if self.direction == "up" else -1.0

    @property
    def goal(self) -> DatedValue | MethodReason:
        """The target at its year."""
        if self.target is None:
            return MethodReason.NO_TARGET
        if self.target_year is None:
            return MethodReason.NO_TARGET_YEAR
        return DatedValue(self.target_year, self.target)

    @property
    def dates_reversed(self) -> bool:
        """True where the current value or the target lies before the base."""
        dates = [each.year for each in (self.current, self.goal) if isinstance(each, DatedValue)]
        return min(dates) < self.base.year

    @property
    def target_behind_base(self) -> bool:
        """True where the base is better than the target."""
        return self.target is not None and self.target != self.base.value and self.meets(self.base.value)

    def meets(self, value: float) -> bool:
        """Whether a value meets the target; False without one."""
        if self.target is None:
            return False
        return value >= self.target if self.direction == "up" else value <= self.target


class Judgement(NamedTuple):
    """What a method says of a series."""

    value: float | None = None
    """The method's number; its unit is said by the method."""
    score: float | None = None
    """The method's grade, where it publishes one."""
    status: str | None = None
    """A code of the method's closed list."""
    reason: MethodReason | None = None
    """Why there is no value, or a value without status."""
    anticipated: float | None = None
    """Progress anticipated at the target year, of the method that predicts one."""
    constants: Mapping[str, float] = {}
    """Published constants that stood in for numbers of this series."""


def judgement_of(value: RateOrReason, status: str | None = None, score: float | None = None) -> Judgement:
    """A judgement with its value, or with the reason why it has none.

    Args:
        value: The method's number, or why there is none.
        status: A code of the method's closed list.
        score: The method's grade.

    >>> judgement_of(MethodReason.ZERO_BASE, "met").reason
    <MethodReason.ZERO_BASE: 'zero-base'>
    """
    if isinstance(value, MethodReason):
        return Judgement(score=score, status=status, reason=value)
    return Judgement(value, score, status)


class Method(NamedTuple):
    """One way of judging progress."""

    name: str
    """What it is called on the command line."""
    judge: Callable[[Series], Judgement]
    """Judges a series; never raises where all its numbers are finite."""
    statuses: Mapping[str, Text]
    """Its closed list of codes with their words, best first."""
    limits: tuple[str, ...]
    """Numbers at which a status changes, as published."""
    title: Text
    """Its name for people."""
    value: Text
    """What its value is, with its unit."""
    favourable: frozenset[str]
    """Those of its codes that say the target is or will be met."""
    every_observation: bool = False
    """True where the values between the first and the last matter too."""
    by_ratios: bool = False
    """True where it takes one value as a multiple of another, which of places in an order says nothing."""
    shares_only: bool = False
    """True where its log-odds need a ceiling, which only shares have by themselves."""
