"""What a pace means: every status that the figures leave possible."""

from fractions import Fraction
from typing import Literal, NamedTuple

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.pace import ratio
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import Scale
from qt_ict.engine.span import Span, short_of
from qt_ict.engine.thresholds import Threshold

Verdict = Literal["met", "met_but_reversing", "on_track", "moderate", "insufficient", "moving_away", "missed"]
VERDICTS: tuple[Verdict, ...] = (
    "met",
    "met_but_reversing",
    "on_track",
    "moderate",
    "insufficient",
    "moving_away",
    "missed",
)
"""Best first; ``missed`` is a due year that has passed without the target being met."""

LIMITS: tuple[tuple[Verdict, int], ...] = (("on_track", 95), ("moderate", 60), ("insufficient", 0))
"""From which ratio of observed to required growth on a status holds [%]; below them all it is moving away."""

Verdicts = tuple[Verdict, ...]
"""Statuses that are possible, best first; one where the figures decide."""


class Judged(NamedTuple):
    """The statuses that are possible, or why there is none."""

    status: Verdicts
    reason: Reason | None = None


def of_present(span: Span, scale: Scale, previous: Interval) -> Judged:
    """The status of a target that is not yet due.

    Args:
        span: First and latest value, and the target.
        scale: The scale that decides.
        previous: The value before the latest one [unit].
    """
    line = span.line
    if line.status(span.latest) == "met":
        return of_met(span.latest, line, previous)
    decided = line.status(span.latest) == "not_met"
    found = set() if decided else _met(span.latest, line, previous)
    if line.status(span.base) != "not_met":
        found.add("moving_away")
    if line.status(span.base) == "met":
        return Judged(in_order(found), Reason.FELL_BELOW_TARGET if decided else None)
    outcome = ratio(span._replace(base=short_of(span.base, line), latest=short_of(span.latest, line)), scale)
    if isinstance(outcome, Interval):
        found |= _of_ratio(outcome)
    elif outcome is not Reason.TARGET_EQUALS_BASELINE or line.status(span.base) == "not_met":
        return Judged((), outcome)
    if {"on_track", "moderate", "insufficient", "moving_away"} <= found:
        return Judged((), Reason.BOUNDS_TOO_WIDE)
    return Judged(in_order(found))


def of_met(latest: Interval, line: Threshold, previous: Interval) -> Judged:
    """The status of a target that is met.

    Args:
        latest: The value that meets it [unit].
        line: What meets the target.
        previous: The value before that [unit].
    """
    return Judged(in_order(_met(latest, line, previous)))


def of_due_year(values: tuple[Interval, ...], line: Threshold) -> Judged:
    """The status of a target whose due year has passed.

    Args:
        values: The value of that year; without one, those of the years around it that are known.
        line: What meets the target.
    """
    found: set[Verdict] = set()
    for each in values:
        status = line.status(each)
        found |= {"met", "missed"} if status == "undecided" else {"met" if status == "met" else "missed"}
    return Judged(in_order(found))


def in_order(found: set[Verdict]) -> Verdicts:
    """Statuses best first."""
    return tuple(each for each in VERDICTS if each in found)


def _met(latest: Interval, line: Threshold, previous: Interval) -> set[Verdict]:
    """Met, and whether the last step goes against the better direction: certainly, possibly, or not."""
    now = _meeting(latest, line)
    lower, upper = (now, previous) if line.upward else (previous, now)
    if lower.is_below(upper):
        return {"met_but_reversing"}
    surely_not = lower.low is not None and upper.high is not None and lower.low >= upper.high
    return {"met"} if surely_not else {"met", "met_but_reversing"}


def _meeting(value: Interval, line: Threshold) -> Interval:
    """The part of a value that meets a target."""
    if line.status(value) == "met":
        return value
    if line.upward:
        return Interval(line.number, value.high, line.strict, value.high_open)
    return Interval(value.low, line.number, value.low_open, line.strict)


def _of_ratio(ratio: Interval) -> set[Verdict]:
    """Every status whose range of ratios an interval touches."""
    found: set[Verdict] = set()
    above: Number | None = None
    for verdict, per_cent in LIMITS:
        limit = Fraction(per_cent, 100)
        reaches = ratio.high is None or ratio.high > limit or (ratio.high == limit and not ratio.high_open)
        starts_below = above is None or ratio.low is None or ratio.low < above
        if reaches and starts_below:
            found.add(verdict)
        above = limit
    if ratio.low is None or ratio.low < 0:
        found.add("moving_away")
    return found
