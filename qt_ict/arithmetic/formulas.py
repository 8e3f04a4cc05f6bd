"""The formulas for one value and one target, on plain numbers.

Source of all: definition. ``value`` and ``target`` are in the same unit; ``years`` is a duration.
"""

import math
from decimal import Context, Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Number


def attainment(value: Number, target: Number) -> Fraction:
    """Share of the target that is attained, not capped [1].

    value / target

    Raises:
        ZeroDivisionError: The target is 0.

    >>> round(float(attainment(Fraction(130654 * 100, 145470), 95)), 6)
    0.945422
    """
    return Fraction(value) / Fraction(target)


def linear_growth(value: Number, target: Number, years: Number) -> Fraction:
    """What every year must add [as value per year].

    (target - value) / years

    Raises:
        ZeroDivisionError: No time is left.

    >>> round(float(linear_growth(Fraction(130654 * 100, 145470), 95, 5)), 6)
    1.036984
    """
    return (Fraction(target) - Fraction(value)) / Fraction(years)


def compound_growth(value: Number, target: Number, years: Number) -> float:
    """By what part of itself the value must grow every year [1/year].

    (target / value)^(1 / years) - 1

    Raises:
        ZeroDivisionError: The value is 0.

    >>> round(compound_growth(Fraction(130654 * 100, 145470), 95, 5), 6)
    0.011288
    """
    return math.expm1(math.log(Fraction(target) / Fraction(value)) / float(years))


def log_odds_growth(value: Number, target: Number, years: Number, ceiling: Number = 100) -> float:
    """By how much the log-odds of a share must grow every year [1/year].

    [logit(target / ceiling) - logit(value / ceiling)] / years

    Raises:
        ValueError: The value or the target is not strictly between 0 and the ceiling.

    >>> round(log_odds_growth(8, 70, 10), 6)
    0.328964
    """
    return (logit(target, ceiling) - logit(value, ceiling)) / float(years)


def logit(value: Number, ceiling: Number = 100) -> float:
    """Natural logarithm of the odds of a share [1].

    ln(value / (ceiling - value))

    Raises:
        ValueError: The value is not strictly between 0 and the ceiling.

    >>> logit(50)
    0.0
    """
    if not 0 < value < ceiling:
        raise ValueError(f"a share must lie strictly between 0 and {ceiling}, not at {value}")
    exact = Fraction(value)
    return math.log(exact / (ceiling - exact))


def on_linear_path(value: Number, target: Number, part: Fraction) -> Fraction:
    """The value due after a part of the time, growing by equal steps [as value].

    >>> on_linear_path(8, 70, Fraction(4, 10))
    Fraction(164, 5)
    """
    return Fraction(value) + (Fraction(target) - Fraction(value)) * part


def on_compound_path(value: Number, target: Number, part: Fraction) -> float:
    """The value due after a part of the time, growing by equal factors [as value].

    >>> round(on_compound_path(8, 70, Fraction(4, 10)), 7)
    19.0499223
    """
    return float(value) * math.exp(math.log(Fraction(target) / Fraction(value)) * float(part))


def on_log_odds_path(value: Number, target: Number, part: Fraction, ceiling: Number = 100) -> float:
    """The share due after a part of the time, growing by equal steps of log-odds [as value].

    >>> round(on_log_odds_path(8, 70, Fraction(4, 10)), 7)
    24.4809611
    """
    start = logit(value, ceiling)
    reached = start + (logit(target, ceiling) - start) * float(part)
    return float(ceiling) / (1 + math.exp(-reached))


def grown(count: Number, rate: Fraction, years: Fraction) -> Fraction:
    """A count that grows by a constant rate every year [as count].

    count x (1 + rate)^years, exact for whole years, to 50 digits for parts of a year.

    >>> grown(1000, Fraction(1, 10), Fraction(2))
    Fraction(1210, 1)
    """
    if years.denominator == 1:
        return Fraction(count) * (1 + rate) ** years.numerator
    return Fraction(count) * Fraction(_FIFTY.power(_decimal(1 + rate), _decimal(years)))


_FIFTY = Context(prec=50)


def _decimal(value: Fraction) -> Decimal:
    return _FIFTY.divide(Decimal(value.numerator), Decimal(value.denominator))


def shortfall(count: int, whole: Fraction, target: Fraction, strict: bool) -> int:
    """Whole things to add so that (count + k) / whole reaches the target.

    The smallest k >= 0 with (count + k) / whole >= target, or > target where strict [things].

    >>> shortfall(130654, Fraction(145470), Fraction(95, 100), strict=True)
    7543
    """
    needed = whole * target
    least = math.floor(needed) + 1 if strict else math.ceil(needed)
    return max(0, least - count)


def excess(count: int, whole: Fraction, target: Fraction, strict: bool) -> int:
    """Whole things to remove so that (count - k) / whole comes down to the target.

    The smallest k >= 0 with (count - k) / whole <= target, or < target where strict [things].

    >>> excess(30, Fraction(100), Fraction(1, 4), strict=True)
    6
    """
    allowed = whole * target
    most = math.ceil(allowed) - 1 if strict else math.floor(allowed)
    return max(0, count - most)
