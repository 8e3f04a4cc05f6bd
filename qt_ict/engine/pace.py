"""How fast an indicator moves, how fast it must, and their ratio: on each scale, as intervals."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number, falling
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Scale, closed
from qt_ict.engine.thresholds import Threshold
from qt_ict.model.indicators import CEILING

Growth = Callable[[Number, Number, Number], Number]
"""Growth a year that leads from a value to another in some years."""

GROWTHS: dict[Scale, Growth] = {
    "linear": formulas.linear_growth,
    "compound": formulas.compound_growth,
    "log_odds": formulas.log_odds_growth,
}

INFINITE = math.inf


class Span(NamedTuple):
    """Two values of one indicator, and the target ahead of them."""

    base: Interval
    """The first value [unit]."""
    latest: Interval
    """The latest value [unit]."""
    line: Threshold
    """What meets the target [unit]."""
    past: Fraction
    """Time between the two values [years]; more than 0."""
    left: Fraction
    """Time from the latest value to the due date [years]; more than 0."""

    @property
    def whole(self) -> Fraction:
        """Time from the first value to the due date [years]."""
        return self.past + self.left


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
    obstacle = _obstacle(span, scale)
    if obstacle:
        return no_pace(obstacle)
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
        from_base=_required(span.base, span, span.whole, scale),
        from_now=Reason.ALREADY_MET if met else _required(span.latest, span, span.left, scale),
        acceleration=Reason.ALREADY_MET if met else acceleration(span, scale),
        ratio=ratio(span, scale),
    )


def _obstacle(span: Span, scale: Scale) -> Reason | None:
    """Why a scale has no number somewhere between the two values and the target."""
    if scale == "linear":
        return None
    if 0 in span.base.ends:
        return Reason.ZERO_BASE
    if span.line.number == 0:
        return Reason.ZERO_TARGET
    ends = (*span.base.ends, *span.latest.ends, span.line.number)
    inside = all(map(_inside, ends)) if scale == "log_odds" else 0 not in ends
    return None if inside else Reason.AT_LIMIT


def _inside(end: Number | None) -> bool:
    return end is not None and 0 < end < CEILING


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
    def growth(end: Number | None) -> Number | None:
        return None if end is None else GROWTHS[scale](end, span.line.number, years)

    return closed(falling(growth, value))


def acceleration(span: Span, scale: Scale) -> Outcome:
    """How many times as fast as so far the indicator must move from now on [1].

    required from now / observed; it falls as the latest value comes nearer to the target, and rises with the first one.
    """
    near, far = (span.latest.high, span.latest.low) if span.line.upward else (span.latest.low, span.latest.high)
    back, ahead = (span.base.low, span.base.high) if span.line.upward else (span.base.high, span.base.low)
    least = _acceleration(span, scale, back, near)
    most = _acceleration(span, scale, ahead, far)
    if most is None or least is None:
        return Reason.NO_PROGRESS
    return Interval(max(least, 0), most)


def _acceleration(span: Span, scale: Scale, start: Number | None, now: Number | None) -> Number | None:
    """Required / observed for one pair of values; None where nothing moved in the better direction."""
    if start is None or now is None:
        return None
    moved = GROWTHS[scale](start, now, span.past)
    if moved == 0 or (moved > 0) != span.line.upward:
        return None
    return GROWTHS[scale](now, span.line.number, span.left) / moved


def ratio(span: Span, scale: Scale) -> Outcome:
    """Observed / required growth, above 0 in the better direction [1].

    As the first value comes nearer to the target the ratio of a value short of it falls, without end where the
    first value may have met the target. Growth by factors need not fall all the way; its turning points are looked for.
    """
    number = span.line.number
    upward = span.line.upward
    far, near = span.base.ends if upward else (span.base.high, span.base.low)
    low, high = span.latest.ends if upward else (span.latest.high, span.latest.low)
    if near is not None and near == number == far:
        return Reason.TARGET_EQUALS_BASELINE
    touches = near is None or (near >= number if upward else near <= number)
    firsts = [each for each in (far, None if touches else near) if each is not None]
    if scale == "compound" and far is not None and low is not None and high is not None:
        firsts += _turning_points(span, far, number if touches else near)
    at_low = [_ratio(span, scale, first, low) for first in firsts]
    at_high = [_ratio(span, scale, first, high) for first in firsts]
    least = None if touches or low is None or far is None else min(at_low, default=None)
    past = high is not None and (high > number if upward else high < number)
    most = None if high is None or far is None or (touches and past) else max(at_high, default=None)
    return Interval(least, most, *_open(span, upward))


def _open(span: Span, upward: bool) -> tuple[bool, bool]:
    """Whether the least and the most of a ratio are excluded: where one of the ends that make them is."""
    base, latest = span.base, span.latest
    if upward:
        return base.high_open or latest.low_open, base.low_open or latest.high_open
    return base.low_open or latest.high_open, base.high_open or latest.low_open


def _ratio(span: Span, scale: Scale, first: Number, now: Number | None) -> Number:
    if now is None:
        return INFINITE
    growth = GROWTHS[scale]
    return growth(first, now, span.past) / growth(first, span.line.number, span.whole)


def _turning_points(span: Span, far: Number, near: Number | None) -> list[float]:
    """First values between two ends at which the ratio of two yearly factors stops rising or falling.

    Its derivative by the logarithm u of the first value has the sign of
    n (1 - exp(-(ln v - u) / n)) - N (1 - exp(-(ln T - u) / N)), which itself turns once,
    where (ln v - u) / n = (ln T - u) / N.
    """
    if near is None or far == near:
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
    number = span.line.number
    low, high = span.base.ends
    if low == high == number:
        return Reason.TARGET_EQUALS_BASELINE
    if low is None or high is None or low <= number <= high or None in span.latest.ends:
        return Reason.BOUNDS_TOO_WIDE
    parts = [
        (Fraction(now) - Fraction(first)) / (number - Fraction(first))
        for first in (low, high)
        for now in span.latest.ends
        if now is not None
    ]
    return Interval(min(parts), max(parts))


class Projection(NamedTuple):
    """Where the pace so far leads."""

    at_due: Outcome
    """The value at the due date [unit]."""
    reached: Outcome
    """Time from the latest value until the target is reached [years]."""


def projection(span: Span, scale: Scale) -> Projection:
    """Where the indicator comes to at the pace observed, on one scale.

    The interval holds what the figures leave open (words, digits, bounds). It is no forecast error: two or three
    rounds cannot tell how far the pace will stray.
    """
    obstacle = _obstacle(span, scale)
    if obstacle:
        return Projection(obstacle, obstacle)
    return Projection(projected(span, scale, span.left), _reached(span, scale, observed(span, scale)))


def projected(span: Span, scale: Scale, years: Fraction) -> Outcome:
    """The value some years after the latest one, at the pace observed [unit]."""
    obstacle = _obstacle(span, scale)
    if obstacle:
        return obstacle
    try:
        low = _ahead(span, scale, span.base.high, span.latest.low, years)
        high = _ahead(span, scale, span.base.low, span.latest.high, years)
    except OverflowError:
        return Reason.TOO_LARGE
    return Interval(low, high)


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


def _reached(span: Span, scale: Scale, found: Interval) -> Outcome:
    """Time until the target is reached: required steps / observed step, on the scale where steps are equal."""
    if span.line.status(span.latest) == "met":
        return Reason.ALREADY_MET
    if found.low is None or found.high is None:
        return Reason.NO_PROGRESS
    toward = found.low > 0 if span.line.upward else found.high < 0
    if not toward:
        return Reason.NO_PROGRESS
    away = sorted(_steps(scale, end, span.line.number) for end in span.latest.ends if end is not None)
    speeds = sorted(_steps_a_year(scale, each) for each in (found.low, found.high))
    return Interval(max(away[0], 0.0) / speeds[1], away[-1] / speeds[0])


def _steps(scale: Scale, start: Number, end: Number) -> float:
    """Distance between two values where steps are equal: logarithms of factors, else the scale's own."""
    if scale == "compound":
        return abs(math.log(Fraction(end) / Fraction(start)))
    return abs(float(GROWTHS[scale](start, end, 1)))


def _steps_a_year(scale: Scale, growth: Number) -> float:
    return abs(math.log1p(growth) if scale == "compound" else float(growth))
