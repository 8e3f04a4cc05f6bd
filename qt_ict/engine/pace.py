"""How fast an indicator moves, how fast it must, and their ratio: on each scale, as intervals."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number, falling
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Scale, closed
from qt_ict.engine.span import Span, corners, no_way, obstacle, short_of

Growth = Callable[[Number, Number, Number], Number]
"""Growth a year that leads from a value to another in some years."""

GROWTHS: dict[Scale, Growth] = {
    "linear": formulas.linear_growth,
    "compound": formulas.compound_growth,
    "log_odds": formulas.log_odds_growth,
}

INFINITE = math.inf


class Pace(NamedTuple):
    """Growth on one scale."""

    observed: Outcome
    """Between the two values [unit of the scale per year]."""
    from_base: Outcome
    """Required from the first value on [same]."""
    from_now: Outcome
    """Required from the latest value on [same]."""
    acceleration: Outcome
    """Required from now / observed [1]."""
    ratio: Outcome
    """Observed / required from the first value on, above 0 in the better direction [1]."""


def pace(span: Span, scale: Scale) -> Pace:
    """Growth and its ratios on one scale; the reason where the scale has no such number."""
    reason = obstacle(span, scale)
    if reason:
        return no_pace(reason)
    try:
        return _pace(span, scale)
    except OverflowError:
        return no_pace(Reason.TOO_LARGE)


def no_pace(reason: Reason) -> Pace:
    """The same reason for every growth."""
    return Pace(reason, reason, reason, reason, reason)


def _pace(span: Span, scale: Scale) -> Pace:
    met = span.line.status(span.latest) == "met"
    return Pace(
        observed=observed(span, scale),
        from_base=no_way(span) or _required(span.base, span, span.whole, scale),
        from_now=Reason.ALREADY_MET if met else _required(span.latest, span, span.left, scale),
        acceleration=Reason.ALREADY_MET if met else acceleration(span, scale),
        ratio=ratio(span, scale),
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


def acceleration(span: Span, scale: Scale) -> Outcome:
    """How many times as fast as so far the indicator must move from now on [1].

    required from now / observed, 0 where the latest value is at the target or beyond; it falls as that value comes
    nearer, and rises with the first one.
    """
    at = corners(span)
    most = _acceleration(span, scale, at.ahead, at.far)
    if most is None:
        return Reason.NO_PROGRESS
    least = _acceleration(span, scale, at.back, at.near) or 0
    return Interval(max(least, 0), max(most, 0))


def _acceleration(span: Span, scale: Scale, start: Number | None, now: Number | None) -> Number | None:
    """Required / observed for one pair of values; None where nothing moved in the better direction, or without end."""
    if start is None or now is None:
        return None
    moved = GROWTHS[scale](start, now, span.past)
    if moved == 0 or (moved > 0) != span.line.upward:
        return None
    return GROWTHS[scale](now, span.line.number, span.left) / moved


class _First(NamedTuple):
    """A first value at which a ratio may be least or most."""

    value: Number
    excluded: bool
    """True where only values beside it are possible."""


def ratio(span: Span, scale: Scale) -> Outcome:
    """Observed / required growth, above 0 in the better direction [1].

    d x observed / |required|, d = 1 where more is better, else -1

    Of the first values those count that are short of the target. As they come nearer to it the ratio of a latest
    value short of it falls, without end where the first value may have met the target. Growth by factors need not
    fall all the way; its turning points are looked for.
    """
    try:
        return no_way(span) or _ratio_between(span._replace(base=short_of(span.base, span.line)), scale)
    except OverflowError:
        return Reason.TOO_LARGE


def _ratio_between(span: Span, scale: Scale) -> Outcome:
    base, latest, at = span.base, span.latest, corners(span)
    if at.back is None or at.ahead is None:
        return Interval(None, None)
    back_open, ahead_open = (base.low_open, base.high_open) if span.line.upward else (base.high_open, base.low_open)
    far_open, near_open = (latest.low_open, latest.high_open)[:: 1 if span.line.upward else -1]
    firsts = [_First(at.back, back_open), _First(at.ahead, ahead_open or at.ahead == span.line.number)]
    if scale == "compound":
        firsts += [_First(each, False) for each in _turning_points(span, at.back, at.ahead)]
    at_far = [(_ratio(span, scale, first.value, at.far, -INFINITE), first.excluded) for first in firsts]
    at_near = [(_ratio(span, scale, first.value, at.near, INFINITE), not first.excluded) for first in firsts]
    least, least_excluded = min(at_far)
    most, most_included = max(at_near)
    if least == INFINITE or most == -INFINITE:
        return Reason.TARGET_EQUALS_BASELINE
    return Interval(
        None if least == -INFINITE else least,
        None if most == INFINITE else most,
        least_excluded or far_open,
        near_open or not most_included,
    )


def _ratio(span: Span, scale: Scale, first: Number, now: Number | None, endless: float) -> Number:
    """The ratio of one pair of values.

    Args:
        span: The target and the times.
        scale: The scale.
        first: The first value; at the target itself, what the ratio tends to near it.
        now: The latest value; None where it has no end.
        endless: The ratio of a latest value without end.
    """
    number = span.line.number
    if now is None:
        return endless
    required = 0 if first == number else GROWTHS[scale](first, number, span.whole)
    if required == 0:
        return _limit(span, now)
    return _told(GROWTHS[scale](first, now, span.past) / required)


def _told(found: Number) -> Number:
    """A ratio that is a round number but for the last digits of a double is that number: 0.6 is 60 %."""
    if not isinstance(found, float):
        return found
    near = Fraction(round(found * 10**4), 10**4)
    return near if abs(found - float(near)) < _LAST_DIGITS else found


_LAST_DIGITS = 1e-12
"""What logarithms of doubles cannot tell in a ratio."""


def _limit(span: Span, now: Number) -> Number:
    """What the ratio of a latest value tends to as the first one comes to the target."""
    if now == span.line.number:
        return span.whole / span.past
    return INFINITE if (now > span.line.number) == span.line.upward else -INFINITE


def _turning_points(span: Span, far: Number, near: Number) -> list[float]:
    """First values between two ends at which the ratio of two yearly factors stops rising or falling.

    Its derivative by the logarithm u of the first value has the sign of
    n (1 - exp(-(ln v - u) / n)) - N (1 - exp(-(ln T - u) / N)), which itself turns once,
    where (ln v - u) / n = (ln T - u) / N.
    """
    if far == near:
        return []
    past, whole = float(span.past), float(span.whole)
    log_target = math.log(span.line.number)
    found = []
    for now in {end for end in span.latest.ends if end is not None}:
        log_now = math.log(now)

        def slope(u: float, log_now: float = log_now) -> float:
            return past * -math.expm1(-(log_now - u) / past) - whole * -math.expm1(-(log_target - u) / whole)

        turn = (whole * log_now - past * log_target) / (whole - past)
        inner = [turn] if min(math.log(far), math.log(near)) < turn < max(math.log(far), math.log(near)) else []
        ends = sorted([math.log(far), *inner, math.log(near)])
        found += [math.exp(zero) for zero in map(_zero, [slope] * len(ends), ends, ends[1:]) if zero is not None]
    return found


def _zero(function: Callable[[float], float], low: float, high: float) -> float | None:
    """Where a function that only rises or falls between two points is 0; None where it is not."""
    at_low = function(low)
    if at_low * function(high) >= 0:
        return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if at_low * function(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


_HALVINGS = 60
"""Halvings that bring a bracket of logarithms down to what a double can tell."""


def covered(span: Span) -> Outcome:
    """The part of the way from the first value to the target that lies behind [1].

    (latest - base) / (target - base)
    """
    reason = no_way(span)
    if reason:
        return reason
    number = span.line.number
    low, high = span.base.ends
    if low is None or high is None or low <= number <= high or None in span.latest.ends:
        return Reason.BOUNDS_TOO_WIDE
    parts = [
        (Fraction(now) - Fraction(first)) / (number - Fraction(first))
        for first in (low, high)
        for now in span.latest.ends
        if now is not None
    ]
    return Interval(min(parts), max(parts))
