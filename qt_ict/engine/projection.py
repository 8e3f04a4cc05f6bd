"""Where the pace so far leads: the value at the due date, and when the target is reached."""

import math
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Scale
from qt_ict.engine.span import Span, corners, obstacle


class Projection(NamedTuple):
    """Where the pace so far leads."""

    at_due: Outcome
    """The value at the due date [unit]."""
    reached: Outcome
    """Time from the latest value until the target is reached [years]."""


def projection(span: Span, scale: Scale, ceiling: Number | None = None) -> Projection:
    """Where the indicator comes to at the pace observed, on one scale.

    The interval holds what the figures leave open (words, digits, bounds). It is no forecast error: two or three
    rounds cannot tell how far the pace will stray.

    Args:
        span: The two values and the target.
        scale: The scale.
        ceiling: The largest value there can be [unit]; None without one.
    """
    reason = obstacle(span, scale)
    if reason:
        return Projection(reason, reason)
    return Projection(projected(span, scale, span.left, ceiling), _reached(span, scale))


def projected(span: Span, scale: Scale, years: Fraction, ceiling: Number | None = None) -> Outcome:
    """The value some years after the latest one, at the pace observed, and no farther than there can be [unit].

    Args:
        span: The two values and the target.
        scale: The scale.
        years: Time after the latest value [years].
        ceiling: The largest value there can be [unit]; None without one.
    """
    reason = obstacle(span, scale)
    if reason:
        return reason
    try:
        low = _ahead(span, scale, span.base.high, span.latest.low, years)
        high = _ahead(span, scale, span.base.low, span.latest.high, years)
    except OverflowError:
        return Reason.TOO_LARGE
    return Interval(_within(low, ceiling), _within(high, ceiling))


def _within(value: Number | None, ceiling: Number | None) -> Number | None:
    """The nearest value that there can be: not below 0, not above a ceiling."""
    if value is None or value < 0:
        return None if value is None else 0
    return value if ceiling is None else min(value, ceiling)


def _ahead(span: Span, scale: Scale, start: Number | None, now: Number | None, years: Fraction) -> Number | None:
    if start is None or now is None:
        return None
    part = (span.past + years) / span.past
    match scale:
        case "linear":
            return formulas.on_linear_path(start, now, part)
        case "compound":
            return formulas.on_compound_path(start, now, part)
        case "log_odds":
            return formulas.on_log_odds_path(start, now, part)


def _reached(span: Span, scale: Scale) -> Outcome:
    """Time until the target is reached [years], on the scale where steps are equal.

    way left x time passed / way made; least where the latest value is nearest to the target and the first farthest.
    """
    if span.line.status(span.latest) == "met":
        return Reason.ALREADY_MET
    at = corners(span)
    most = _time_left(span, scale, at.ahead, at.far)
    if most is None:
        return Reason.NO_PROGRESS
    return Interval(_time_left(span, scale, at.back, at.near) or 0, most)


def _time_left(span: Span, scale: Scale, start: Number | None, now: Number | None) -> Number | None:
    """The time for one pair of values; None where nothing moved in the better direction, or without end."""
    if start is None or now is None:
        return None
    toward = 1 if span.line.upward else -1
    made = toward * _way(scale, start, now)
    left = toward * _way(scale, now, span.line.number)
    return max(left, 0) * span.past / made if made > 0 else None


def _way(scale: Scale, start: Number, end: Number) -> Number:
    """Distance between two values where steps are equal: logarithms of factors or of odds, else points."""
    match scale:
        case "linear":
            return Fraction(end) - Fraction(start)
        case "compound":
            return math.log(Fraction(end) / Fraction(start))
        case "log_odds":
            return formulas.logit(end) - formulas.logit(start)
