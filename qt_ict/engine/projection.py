"""Where the pace so far leads: the value at the due date, and when the target is reached."""

from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.evidence import Evidence, value_of
from qt_ict.engine.readings import reading
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.span import Span, corners
from qt_ict.engine.whole_meant import most_of, whole_named


class Projection(NamedTuple):
    """Where the pace so far leads."""

    at_due: Outcome
    """The value at the due date [unit]."""
    reached: Outcome
    """Time from the latest value until the target is reached [years]."""


class Extremes(NamedTuple):
    """The lowest and the highest value there can be [unit]; None where there is none."""

    least: Number | None
    most: Number | None


NOT_BELOW_0 = Extremes(0, None)


def projection(span: Span, limits: Extremes = NOT_BELOW_0) -> Projection:
    """Where the indicator comes to by equal steps as so far.

    The interval holds what the figures leave open (words, digits, bounds). It is no forecast error: two or three
    rounds cannot tell how far the pace will stray.

    Args:
        span: The two values and the target.
        limits: Between what there can be values [unit].
    """
    return Projection(projected(span, span.left, limits), _reached(span))


def projected(span: Span, years: Fraction, limits: Extremes = NOT_BELOW_0) -> Interval:
    """The value some years after the latest one, by equal steps as so far, and no farther than there can be [unit].

    Args:
        span: The two values and the target.
        years: Time after the latest value [years].
        limits: Between what there can be values [unit].
    """
    low = _ahead(span, span.base.high, span.latest.low, years)
    high = _ahead(span, span.base.low, span.latest.high, years)
    return Interval(within(low, limits), within(high, limits))


def limits_of(known: Evidence) -> Extremes:
    """Between what an indicator has values: those of its unit of measure, and no more than all of its whole [unit].

    Where the data say more than the whole themselves, that is the most.
    """
    least, most = (None if end is None else Fraction(end) for end in (known.unit.least, known.unit.most))
    whole = _whole(known)
    return Extremes(least, most if whole is None else whole if most is None else min(most, whole))


def _whole(known: Evidence) -> Fraction | None:
    """What is counted when all of its whole is [unit]; None where nothing names one, and of a sum of periods."""
    latest = known.latest
    if latest is None or (known.measured and known.measured.adds_up):
        return None
    whole, unit = whole_named(known.plan, known.indicator), known.indicator.unit
    found = most_of(latest.plan, whole, unit, value_of(latest), lambda plan, name: reading(plan, plan.figures[name]))
    return None if found is None else Fraction(found)


def within(value: Number | None, limits: Extremes) -> Number | None:
    """The nearest value that there can be."""
    if value is None:
        return None
    least, most = limits
    if least is not None and value < least:
        return least
    return value if most is None else min(value, most)


def _ahead(span: Span, start: Number | None, now: Number | None, years: Fraction) -> Number | None:
    if start is None or now is None:
        return None
    return formulas.on_linear_path(start, now, (span.past + years) / span.past)


def _reached(span: Span) -> Outcome:
    """Time until the target is reached [years].

    way left x time passed / way made; least where the latest value is nearest to the target and the first farthest.
    """
    if span.line.status(span.latest) == "met":
        return Reason.ALREADY_MET
    at = corners(span)
    most = _time_left(span, at.ahead, at.far)
    if most is None:
        return Reason.NO_PROGRESS
    return Interval(_time_left(span, at.back, at.near) or 0, most)


def _time_left(span: Span, start: Number | None, now: Number | None) -> Number | None:
    """The time for one pair of values; None where nothing moved in the better direction, or without end."""
    if start is None or now is None:
        return None
    toward = 1 if span.line.upward else -1
    made = toward * (Fraction(now) - Fraction(start))
    left = toward * (span.line.number - Fraction(now))
    return max(left, Fraction(0)) * span.past / made if made > 0 else None
