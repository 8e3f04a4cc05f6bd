"""Where the pace so far leads: the value at the due date, and when the target is reached."""

from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.span import Span, corners


class Projection(NamedTuple):
    """Where the pace so far leads."""

    at_due: Outcome
    """The value at the due date [unit]."""
    reached: Outcome
    """Time from the latest value until the target is reached [years]."""


def projection(span: Span, ceiling: Number | None = None) -> Projection:
    """Where the indicator comes to by equal steps as so far.

    The interval holds what the figures leave open (words, digits, bounds). It is no forecast error: two or three
    rounds cannot tell how far the pace will stray.

    Args:
        span: The two values and the target.
        ceiling: The largest value there can be [unit]; None without one.
    """
    return Projection(projected(span, span.left, ceiling), _reached(span))


def projected(span: Span, years: Fraction, ceiling: Number | None = None) -> Interval:
    """The value some years after the latest one, by equal steps as so far, and no farther than there can be [unit].

    Args:
        span: The two values and the target.
        years: Time after the latest value [years].
        ceiling: The largest value there can be [unit]; None without one.
    """
    low = _ahead(span, span.base.high, span.latest.low, years)
    high = _ahead(span, span.base.low, span.latest.high, years)
    return Interval(_within(low, ceiling), _within(high, ceiling))


def _within(value: Number | None, ceiling: Number | None) -> Number | None:
    """The nearest value that there can be: not below 0, not above a ceiling."""
    if value is None or value < 0:
        return None if value is None else 0
    return value if ceiling is None else min(value, ceiling)


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
