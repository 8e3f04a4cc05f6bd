"""What a pace means: every status that the figures leave possible."""

from fractions import Fraction
from typing import Literal, NamedTuple

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.pace import Span, ratio
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import Scale
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
    found = _met(span, previous) if span.line.status(span.latest) != "not_met" else set()
    reason = None
    if span.line.status(span.latest) != "met":
        short = _short_of(span.latest, span.line)
        if span.line.status(span.base) != "not_met":
            found.add("moving_away")
            reason = Reason.FELL_BELOW_TARGET if span.line.status(span.base) == "met" else None
        if span.line.status(span.base) != "met":
            outcome = ratio(span._replace(base=_short_of(span.base, span.line), latest=short), scale)
            if isinstance(outcome, Reason):
                return Judged((), outcome)
            found |= _of_ratio(outcome)
    if {"on_track", "moderate", "insufficient", "moving_away"} <= found:
        return Judged((), Reason.BOUNDS_TOO_WIDE)
    return Judged(in_order(found), reason)


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


def _met(span: Span, previous: Interval) -> set[Verdict]:
    """Met, and whether the last step goes against the better direction: certainly, possibly, or not."""
    latest, before = (span.latest, previous) if span.line.upward else (previous, span.latest)
    if latest.is_below(before):
        return {"met_but_reversing"}
    surely_not = latest.low is not None and before.high is not None and latest.low >= before.high
    return {"met"} if surely_not else {"met", "met_but_reversing"}


def _short_of(value: Interval, line: Threshold) -> Interval:
    """The part of a value that does not meet a target."""
    if line.status(value) == "not_met":
        return value
    if line.upward:
        return Interval(value.low, line.number, value.low_open, not line.strict)
    return Interval(line.number, value.high, not line.strict, value.high_open)


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
