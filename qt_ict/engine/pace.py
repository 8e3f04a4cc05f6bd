"""How fast an indicator moves, how fast it must, and their ratio, as intervals."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number, falling
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Scale, closed
from qt_ict.engine.span import Span, corners, from_first, no_way, obstacle, passed_through

Growth = Callable[[Number, Number, Number], Number]
"""Growth a year that leads from a value to another in some years."""

GROWTHS: dict[Scale, Growth] = {
    "linear": formulas.linear_growth,
    "compound": formulas.compound_growth,
    "log_odds": formulas.log_odds_growth,
}


class Pace(NamedTuple):
    """Growth on one scale."""

    observed: Outcome
    """Between the two values [unit of the scale per year]."""
    from_base: Outcome
    """Required from the first value on [same]."""
    from_value: Outcome
    """Required from the date of the latest value on [same]."""
    from_now: Outcome
    """Required from the last day known on [same]."""


def pace(span: Span, scale: Scale) -> Pace:
    """Growth on one scale; the reason where the scale has no such number."""
    reason = obstacle(span, scale)
    if reason:
        return no_pace(reason)
    try:
        return _pace(span, scale)
    except OverflowError:
        return no_pace(Reason.TOO_LARGE)


def no_pace(reason: Reason) -> Pace:
    """The same reason for every growth."""
    return Pace(reason, reason, reason, reason)


def _pace(span: Span, scale: Scale) -> Pace:
    met = span.line.status(span.latest) == "met"
    return Pace(
        observed=observed(span, scale),
        from_base=no_way(span) or _required(span.base, from_first(span), span.whole, scale),
        from_value=Reason.ALREADY_MET if met else _required(span.latest, span, span.left, scale),
        from_now=Reason.ALREADY_MET if met else _required(span.latest, span, span.ahead, scale),
    )


def observed(span: Span, scale: Scale) -> Interval:
    """Growth a year between the two values [unit of the scale per year]: the most leads from low to high."""
    least = _growth(scale, span.base.high, span.latest.low, span.past, -1)
    most = _growth(scale, span.base.low, span.latest.high, span.past, 1)
    return Interval(least, most)


def _growth(scale: Scale, start: Number | None, end: Number | None, years: Fraction, sign: int) -> Number | None:
    """Growth between two ends; None where one of them is unbounded."""
    if start is None:
        return -1.0 if scale == "compound" and sign < 0 else None
    return None if end is None else GROWTHS[scale](start, end, years)


def _required(value: Interval, span: Span, years: Fraction, scale: Scale) -> Interval:
    """Growth a year from a value to the target [unit of the scale per year]."""

    def growth(end: Number | None) -> Number | None:
        return None if end is None else GROWTHS[scale](end, span.line.number, years)

    return closed(falling(growth, value))


def acceleration(span: Span) -> Outcome:
    """How many times as fast as so far the indicator must move from now on [1].

    required from now / observed, 0 where the latest value is at the target or beyond; it falls as that value comes
    nearer, and rises with the first one.
    """
    if span.line.status(span.latest) == "met":
        return Reason.ALREADY_MET
    at = corners(span)
    most = _acceleration(span, at.ahead, at.far)
    if most is None:
        return Reason.NO_PROGRESS
    least = _acceleration(span, at.back, at.near) or 0
    return Interval(max(least, 0), max(most, 0))


def _acceleration(span: Span, start: Number | None, now: Number | None) -> Number | None:
    """Required / observed for one pair of values; None where nothing moved in the better direction, or without end."""
    if start is None or now is None:
        return None
    made = formulas.linear_growth(start, now, span.past)
    if made == 0 or (made > 0) != span.line.upward:
        return None
    return formulas.linear_growth(now, span.line.number, span.ahead) / made


def ratio(span: Span) -> Interval:
    """The pace so far as a part of the pace required from now on, above 0 in the better direction [1].

    d (latest - base) / past / (d (target - latest) / ahead), d = 1 where more is better, else -1

    Asked of values short of the target. It rises as the latest value comes nearer, without end, and falls as the
    first one does.

    Args:
        span: First and latest value, and the target.

    >>> from qt_ict.arithmetic.interval import point
    >>> from qt_ict.engine.thresholds import Threshold
    >>> line = Threshold(Fraction(70), upward=True, strict=False)
    >>> ratio(Span(point(8), point(27), line, Fraction(4), Fraction(6), Fraction(5))).low
    Fraction(95, 172)
    """
    at, upward = corners(span), span.line.upward
    base_open, latest_open = (_open_ends(each, upward) for each in (span.base, span.latest))
    least = -span.ahead / span.past if at.far is None else _ratio(span, at.ahead, at.far)
    most = _ratio(span, at.back, at.near)
    return Interval(
        None if least == -math.inf else least,
        None if most == math.inf else most,
        base_open.near or latest_open.far or at.far is None,
        base_open.far or latest_open.near,
    )


class _Open(NamedTuple):
    """Which ends of a value are excluded, as seen from the target."""

    far: bool
    near: bool


def _open_ends(value: Interval, upward: bool) -> _Open:
    return _Open(value.low_open, value.high_open) if upward else _Open(value.high_open, value.low_open)


def _ratio(span: Span, first: Number | None, now: Number | None) -> Number:
    """The ratio of one pair of values; without end from a first value without end, and at the target itself."""
    toward = 1 if span.line.upward else -1
    if first is None or now is None:
        return math.inf
    made = toward * (Fraction(now) - Fraction(first))
    left = toward * (span.line.number - Fraction(now))
    if left == 0:
        return math.copysign(math.inf, made) if made else Fraction(0)
    return made / span.past / (left / span.ahead)


def covered(span: Span) -> Outcome:
    """The part of the way from the first value to the target that lies behind [1].

    (latest - base) / (target - base)

    Inside a band it is all of the way to its nearer end, and no more.
    """
    reason = no_way(span) or (Reason.PASSED_THROUGH if passed_through(span) else None)
    if reason:
        return reason
    number = from_first(span).line.number
    low, high = span.base.ends
    if low is None or high is None or low <= number <= high or None in span.latest.ends:
        return Reason.BOUNDS_TOO_WIDE
    parts = [
        (Fraction(now) - Fraction(first)) / (number - Fraction(first))
        for first in (low, high)
        for now in span.latest.ends
        if now is not None
    ]
    if span.line.limit is not None:
        parts = [min(each, Fraction(1)) for each in parts]
    return Interval(min(parts), max(parts))
