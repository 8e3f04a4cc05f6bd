"""Required growth on the three scales: the linear one decides, the others are information."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal, NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number, falling
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.model.indicators import CEILING, NumberKind

Scale = Literal["linear", "compound", "log_odds"]
SCALES: tuple[Scale, ...] = ("linear", "compound", "log_odds")


class Required(NamedTuple):
    """What every year between baseline and due date must add."""

    linear: Outcome
    """Equal steps [unit of the target per year]."""
    compound: Outcome
    """Equal factors [1/year]."""
    log_odds: Outcome
    """Equal steps of log-odds, shares only [1/year]."""

    def on(self, scale: Scale) -> Outcome:
        """The outcome on one scale."""
        found: Outcome = getattr(self, scale)
        return found


def nothing_required(reason: Reason) -> Required:
    """The same reason on all three scales."""
    return Required(reason, reason, reason)


def required(kind: NumberKind, value: Interval, target: Fraction, years: Fraction) -> Required:
    """Required growth from a value to a target [see Required].

    Args:
        kind: What may be computed of the unit of measure.
        value: The value today [unit].
        target: The number to reach [unit].
        years: Time left [years]; more than 0.
    """
    return Required(
        linear=linear_required(value, target, years),
        compound=_compound(kind, value, target, years),
        log_odds=_log_odds(kind, value, target, years),
    )


def linear_required(value: Interval, target: Fraction, years: Fraction) -> Interval:
    """Equal steps from a value to a target [unit per year].

    Args:
        value: The value today [unit].
        target: The number to reach [unit].
        years: Time left [years]; more than 0.
    """
    return closed(falling(_unless_unbounded(lambda end: formulas.linear_growth(end, target, years)), value))


def _compound(kind: NumberKind, value: Interval, target: Fraction, years: Fraction) -> Outcome:
    reason = compound_obstacle(kind, value, target)
    if reason:
        return reason

    def at(end: Number | None) -> float | None:
        if end is None:
            return -1.0
        return None if end == 0 else formulas.compound_growth(end, target, years)

    try:
        return closed(falling(at, value))
    except OverflowError:
        return Reason.TOO_LARGE


def compound_obstacle(kind: NumberKind, value: Interval, target: Fraction) -> Reason | None:
    """Why no factor leads from a value to a target; None where one does."""
    if kind == "rank":
        return Reason.ORDINAL
    if target < 0 or may_be_negative(value):
        return Reason.NEGATIVE
    if target == 0:
        return Reason.ZERO_TARGET
    return Reason.ZERO_BASE if value.high == 0 else None


def may_be_negative(value: Interval) -> bool:
    """True where a value may be below 0, so that no part or multiple of it means anything.

    >>> may_be_negative(Interval(-1, 2)), may_be_negative(Interval(0, None)), may_be_negative(Interval(None, 2))
    (True, False, True)
    """
    return value.low is None or value.low < 0


def _log_odds(kind: NumberKind, value: Interval, target: Fraction, years: Fraction) -> Outcome:
    reason = log_odds_obstacle(kind, value, target)
    if reason:
        return reason

    def at(end: Number | None) -> float | None:
        if end is None or end in (0, CEILING):
            return None
        return formulas.log_odds_growth(end, target, years)

    return closed(falling(at, value))


def log_odds_obstacle(kind: NumberKind, value: Interval, target: Fraction) -> Reason | None:
    """Why log-odds cannot connect a value with a target; None where they can."""
    if kind != "share":
        return Reason.NOT_A_SHARE
    if value.low is None or value.high is None:
        return Reason.OUTSIDE_SCALE
    if not 0 <= value.low <= value.high <= CEILING or not 0 <= target <= CEILING:
        return Reason.OUTSIDE_SCALE
    if target in (0, CEILING) or value.low == CEILING:
        return Reason.AT_LIMIT
    return Reason.ZERO_BASE if value.high == 0 else None


def closed(interval: Interval) -> Interval:
    """The interval with its ends: what is reported of a derived quantity."""
    return Interval(interval.low, interval.high)


def _unless_unbounded(
    function: Callable[[Number], Number],
) -> Callable[[Number | None], Number | None]:
    return lambda end: None if end is None else function(end)
