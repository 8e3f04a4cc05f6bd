"""The formulas for one value and one target, on plain numbers.

Source of all: definition. ``value`` and ``target`` are in the same unit; ``years`` is a duration.
"""

import math
from decimal import Context, Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Number


def attainment(value: Number, target: Number) -> Fraction:
    """Share of the target that is attained, not capped.

    value / target

    Args:
        value: The value today [unit].
        target: The number to reach [unit].

    Returns:
        The share [1].

    Raises:
        ZeroDivisionError: The target is 0.

    >>> round(float(attainment(Fraction(130654 * 100, 145470), 95)), 6)
    0.945422
    """
    return Fraction(value) / Fraction(target)


def linear_growth(value: Number, target: Number, years: Number) -> Fraction:
    """What every year must add in equal steps.

    (target - value) / years

    Args:
        value: The value today [unit].
        target: The number to reach [unit].
        years: Time left [years].

    Returns:
        The step [unit/year].

    Raises:
        ZeroDivisionError: No time is left.

    >>> round(float(linear_growth(Fraction(130654 * 100, 145470), 95, 5)), 6)
    1.036984
    """
    return (Fraction(target) - Fraction(value)) / Fraction(years)


def compound_growth(value: Number, target: Number, years: Number) -> float:
    """By what part of itself the value must grow every year.

    (target / value)^(1 / years) - 1

    Args:
        value: The value today [unit]; more than 0.
        target: The number to reach [unit]; more than 0.
        years: Time left [years].

    Returns:
        The rate [1/year].

    Raises:
        ZeroDivisionError: The value is 0, or no time is left.
        ValueError: The target is 0.

    >>> round(compound_growth(Fraction(130654 * 100, 145470), 95, 5), 6)
    0.011288
    """
    return math.expm1(math.log(Fraction(target) / Fraction(value)) / float(years))


def log_odds_growth(value: Number, target: Number, years: Number, ceiling: Number = 100) -> float:
    """By how much the log-odds of a share must grow every year.

    [logit(target / ceiling) - logit(value / ceiling)] / years

    Args:
        value: The share today [unit of the ceiling].
        target: The share to reach [unit of the ceiling].
        years: Time left [years].
        ceiling: The whole.

    Returns:
        The step of log-odds [1/year].

    Raises:
        ValueError: Value or target is not strictly between 0 and the ceiling.
        ZeroDivisionError: No time is left.

    >>> round(log_odds_growth(8, 70, 10), 6)
    0.328964
    """
    return (logit(target, ceiling) - logit(value, ceiling)) / float(years)


def logit(value: Number, ceiling: Number = 100) -> float:
    """Natural logarithm of the odds of a share.

    ln(value / (ceiling - value))

    Args:
        value: The share [unit of the ceiling].
        ceiling: The whole.

    Returns:
        The log-odds [1].

    Raises:
        ValueError: The value is not strictly between 0 and the ceiling.

    >>> logit(50)
    0.0
    """
    if not 0 < value < ceiling:
        raise ValueError(f"a share must lie strictly between 0 and {ceiling}, not at {value}")
    odds = Fraction(value) / (ceiling - Fraction(value))
    # The logarithm of 3 for 75% and for 25%: "with" and "without" are the same number but for its sign.
    return math.log(odds) if odds >= 1 else -math.log(1 / odds)


def on_linear_path(value: Number, target: Number, part: Fraction) -> Fraction:
    """The value due after a part of the time, growing by equal steps.

    value + (target - value) x part

    Args:
        value: The value at the start [unit].
        target: The number to reach [unit].
        part: Part of the time that has passed [1].

    Returns:
        The value due [unit].

    >>> on_linear_path(8, 70, Fraction(4, 10))
    Fraction(164, 5)
    """
    return Fraction(value) + (Fraction(target) - Fraction(value)) * part


def on_compound_path(value: Number, target: Number, part: Fraction) -> float:
    """The value due after a part of the time, growing by equal factors.

    value x (target / value)^part

    Args:
        value: The value at the start [unit]; more than 0.
        target: The number to reach [unit]; more than 0.
        part: Part of the time that has passed [1].

    Returns:
        The value due [unit].

    Raises:
        ZeroDivisionError: The value is 0.
        ValueError: The target is 0.

    >>> round(on_compound_path(8, 70, Fraction(4, 10)), 7)
    19.0499223
    """
    return float(value) * math.exp(math.log(Fraction(target) / Fraction(value)) * float(part))


def on_log_odds_path(value: Number, target: Number, part: Fraction, ceiling: Number = 100) -> float:
    """The share due after a part of the time, growing by equal steps of log-odds.

    ceiling / (1 + exp(-[logit(value) + (logit(target) - logit(value)) x part]))

    Args:
        value: The share at the start [unit of the ceiling].
        target: The share to reach [unit of the ceiling].
        part: Part of the time that has passed [1].
        ceiling: The whole.

    Returns:
        The share due [unit of the ceiling].

    Raises:
        ValueError: Value or target is not strictly between 0 and the ceiling.

    >>> round(on_log_odds_path(8, 70, Fraction(4, 10)), 7)
    24.4809611
    """
    start = logit(value, ceiling)
    reached = start + (logit(target, ceiling) - start) * float(part)
    odds = math.exp(-abs(reached))
    return float(ceiling) * (1 if reached > 0 else odds) / (1 + odds)


def grown(count: Number, rate: Fraction, years: Fraction) -> Fraction:
    """A count that grows by a constant rate every year.

    count x (1 + rate)^years, exact for whole years, to 50 digits for parts of a year.

    Args:
        count: The count at the start [things].
        rate: Its growth [1/year]; more than -1.
        years: Time passed [years].

    Returns:
        The count then [things].

    >>> grown(1000, Fraction(1, 10), Fraction(2))
    Fraction(1210, 1)
    """
    if years.denominator == 1:
        return Fraction(count) * (1 + rate) ** years.numerator
    return Fraction(count) * Fraction(_FIFTY.power(_decimal(1 + rate), _decimal(years)))


_FIFTY = Context(prec=50)


def _decimal(value: Fraction) -> Decimal:
    return _FIFTY.divide(Decimal(value.numerator), Decimal(value.denominator))


def added(count: Number, amount: Fraction, years: Fraction, *, compound: bool, whole: bool) -> int | Fraction:
    """What some years add to a count, or take away.

    amount x years; compounded count x (1 + amount)^years - count; of whole things those that are complete.

    Args:
        count: The count at the start [things].
        amount: What a year adds [things/year]; compounded [1/year], more than -1.
        years: Time passed [years].
        compound: True where every year adds a part of what there is.
        whole: True where a part of a thing is nothing yet.

    Returns:
        What is added [things].

    >>> added(1000, Fraction(10), Fraction(7, 4), compound=False, whole=True)
    17
    >>> added(1000, Fraction(-1, 10), Fraction(2), compound=True, whole=True)
    -190
    """
    more = grown(count, amount, years) - Fraction(count) if compound else amount * years
    return math.trunc(more) if whole else more


def count_needed(denominator: Fraction, share: Fraction, strict: bool) -> int:
    """The smallest whole number of things that reaches a share of a denominator.

    The smallest n with n / denominator >= share, or > share where strict.

    Args:
        denominator: What the things are counted among [things].
        share: The share to reach [1].
        strict: True where the share itself will not do.

    Returns:
        The count [things].

    >>> count_needed(Fraction(145470), Fraction(95, 100), strict=True)
    138197
    """
    product = denominator * share
    return math.floor(product) + 1 if strict else math.ceil(product)


def count_allowed(denominator: Fraction, share: Fraction, strict: bool) -> int:
    """The largest whole number of things that keeps to a share of a denominator.

    The largest n with n / denominator <= share, or < share where strict.

    Args:
        denominator: What the things are counted among [things].
        share: The share to keep to [1].
        strict: True where the share itself will not do.

    Returns:
        The count [things].

    >>> count_allowed(Fraction(100), Fraction(1, 4), strict=True)
    24
    """
    product = denominator * share
    return math.ceil(product) - 1 if strict else math.floor(product)


def shortfall(count: int, denominator: Fraction, share: Fraction, strict: bool) -> int:
    """Whole things to add so that a count reaches a share.

    max(0, count_needed - count)

    Args:
        count: Things there are [things].
        denominator: What they are counted among [things].
        share: The share to reach [1].
        strict: True where the share itself will not do.

    Returns:
        Things missing [things].

    >>> shortfall(130654, Fraction(145470), Fraction(95, 100), strict=True)
    7543
    """
    return max(0, count_needed(denominator, share, strict) - count)


def excess(count: int, denominator: Fraction, share: Fraction, strict: bool) -> int:
    """Whole things to remove so that a count comes down to a share.

    max(0, count - count_allowed)

    Args:
        count: Things there are [things].
        denominator: What they are counted among [things].
        share: The share to come down to [1].
        strict: True where the share itself will not do.

    Returns:
        Things too many [things].

    >>> excess(30, Fraction(100), Fraction(1, 4), strict=True)
    6
    """
    return max(0, count - count_allowed(denominator, share, strict))
