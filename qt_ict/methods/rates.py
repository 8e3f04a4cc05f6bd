"""Rates between two observations, and what one rate is of another.

On plain floats, as the published programs compute; what only adds, subtracts and divides is reckoned with the decimals
as they are written. A reason in place of an argument is handed on.
"""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from qt_ict.methods.series import DatedValue, MethodReason, RateOrReason

LAST_DIGITS = 1e-10
"""Two numbers that differ by a smaller part of themselves are the same to the last digits of doubles [1]."""
NOTHING = 1e-12
"""What is nearer to 0 is 0 to the last digits of doubles [1]."""
LEAP = 0.005
"""How far two dates may be from a year apart; the same day of a leap year lies up to 1/365 off [years]."""


def snapped(value: float, limits: Iterable[float]) -> float:
    """The limit that a number differs from by nothing but the last digits of doubles; else the number itself.

    Args:
        value: A number that comes from roots, logarithms or quotients.
        limits: Numbers at which a status changes.

    >>> snapped(0.9499999999999993, (0.95, 0.6)), snapped(0.9499, (0.95, 0.6)), snapped(-1e-15, (0.6, 0))
    (0.95, 0.9499, 0)
    """
    near = (each for each in limits if math.isclose(value, each, rel_tol=LAST_DIGITS, abs_tol=NOTHING))
    return next(near, value)


def exact(value: float) -> Fraction:
    """The decimal number that a double is written as.

    >>> exact(54.8) - exact(51), 54.8 - 51
    (Fraction(19, 5), 3.799999999999997)
    """
    return Fraction(repr(value))


def finite(value: float) -> RateOrReason:
    """A number, or the reason that it is too large.

    >>> finite(1.5), finite(float("inf"))
    (1.5, <MethodReason.TOO_LARGE: 'too-large'>)
    """
    # Adding 0 turns a negative zero into the only zero that people know.
    return value + 0.0 if math.isfinite(value) else MethodReason.TOO_LARGE


def duration(start: DatedValue, end: DatedValue | MethodReason) -> RateOrReason:
    """Time from one observation to a later one.

    Args:
        start: The earlier one.
        end: The later one.

    Returns:
        The time [years]; a reason where none passes.

    >>> duration(DatedValue(2010, 8), DatedValue(2014.5, 27))
    4.5
    """
    if isinstance(end, MethodReason):
        return end
    if end.year == start.year:
        return MethodReason.SAME_DATE
    if end.year < start.year:
        return MethodReason.DATES_REVERSED
    years = end.year - start.year
    return years if math.isfinite(years) and math.isfinite(1 / years) else MethodReason.TOO_LARGE


def power(factor: float, exponent: float) -> RateOrReason:
    """A power, or the reason that there is none.

    factor^exponent

    Args:
        factor: Not negative [1].
        exponent: [1].

    >>> power(2, 10), power(10, 400)
    (1024.0, <MethodReason.TOO_LARGE: 'too-large'>)
    """
    if factor == 0 and exponent < 0:
        return MethodReason.ZERO_CURRENT
    try:
        return finite(float(factor) ** exponent)
    except OverflowError:
        return MethodReason.TOO_LARGE


def compound_rate(start: DatedValue, end: DatedValue | MethodReason) -> RateOrReason:
    """Growth by equal factors, which may end at 0 and lead from one negative value to another.

    (value at the end / value at the start)^(1 / years) - 1

    Args:
        start: The earlier observation.
        end: The later one.

    Returns:
        The rate [1/year].

    >>> compound_rate(DatedValue(2010, 20), DatedValue(2012, 45)), compound_rate(DatedValue(0, 5), DatedValue(3, 0))
    (0.5, -1.0)
    """
    years = duration(start, end)
    if isinstance(years, MethodReason) or isinstance(end, MethodReason):
        return years
    if start.value == 0:
        return MethodReason.ZERO_BASE
    factor = end.value / start.value
    if factor < 0:
        return MethodReason.NEGATIVE_RATIO
    yearly = power(factor, 1 / years)
    return yearly if isinstance(yearly, MethodReason) else finite(yearly - 1)


def linear_rate(start: DatedValue, end: DatedValue | MethodReason) -> RateOrReason:
    """Growth by equal steps.

    (value at the end - value at the start) / years

    Args:
        start: The earlier observation.
        end: The later one.

    Returns:
        The step [unit/year].

    >>> linear_rate(DatedValue(2010, 8), DatedValue(2014, 27))
    4.75
    """
    years = duration(start, end)
    if isinstance(years, MethodReason) or isinstance(end, MethodReason):
        return years
    return quotient(exact(end.value) - exact(start.value), exact(end.year) - exact(start.year))


def quotient(dividend: Fraction, divisor: Fraction) -> RateOrReason:
    """A quotient as a double, or the reason that it is too large.

    >>> quotient(Fraction(19, 5), Fraction(5)), quotient(Fraction(10) ** 400, Fraction(1))
    (0.76, <MethodReason.TOO_LARGE: 'too-large'>)
    """
    try:
        return finite(float(dividend / divisor))
    except OverflowError:
        return MethodReason.TOO_LARGE


def ratio(observed: RateOrReason, required: RateOrReason, sign: float | None = None) -> RateOrReason:
    """What an observed rate is of a required one.

    sign x observed / |required|, or observed / required without a sign

    Args:
        observed: Rate so far [1/year or unit/year].
        required: Rate that reaches the target [as observed].
        sign: 1 where a positive rate is progress, -1 where a negative one is.

    Returns:
        The ratio [1].

    >>> ratio(0.02, -0.04, -1), ratio(0.02, -0.04)
    (-0.5, -0.5)
    """
    if isinstance(observed, MethodReason):
        return observed
    if isinstance(required, MethodReason):
        return required
    if required == 0:
        return MethodReason.TARGET_EQUALS_BASE
    return finite(observed / required if sign is None else sign * observed / abs(required))


def graded(value: float, limits: Sequence[tuple[float, str]], otherwise: str) -> str:
    """The status of the first limit that a value reaches.

    Args:
        value: The number to grade, ``snapped`` to the limits.
        limits: Least value and status, best first.
        otherwise: The status below all of them.

    >>> graded(0.6, ((0.95, "substantial"), (0.6, "moderate")), "limited")
    'moderate'
    """
    return next((status for least, status in limits if value >= least), otherwise)
