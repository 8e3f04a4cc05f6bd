"""Whether a ratio as printed agrees with the one computed, and which rounding explains it."""

from fractions import Fraction
from typing import Literal

from qt_ict.arithmetic.interval import Interval
from qt_ict.arithmetic.rounding import digits_of, half_even, half_up, printed_number, truncated

Rounding = Literal["half_up", "half_even", "truncated", "none"]


def rounding(computed: Interval, printed: str) -> Rounding | None:
    """The rule that turns the computed ratio into the printed one, at the printed precision.

    ``half_up`` is agreement; ``none`` means no rule explains it, wherever in its interval the ratio lies.
    None where nothing can be said: no number in the text, or an interval of which some part agrees.

    >>> rounding(Interval(Fraction(68600, 1492), Fraction(68600, 1492)), "45,97%")
    'truncated'
    >>> rounding(Interval(40, 100), "35%"), rounding(Interval(40, 100), "45%")
    ('none', None)
    """
    shown = printed_number(printed)
    if shown is None:
        return None
    digits = digits_of(shown)
    if not computed.is_point or computed.low is None:
        return _unless_possible(computed, Fraction(shown), Fraction(1, 10**digits))
    value = Fraction(computed.low)
    if half_up(value, digits) == shown:
        return "half_up"
    if half_even(value, digits) == shown:
        return "half_even"
    return "truncated" if truncated(value, digits) == shown else "none"


def _unless_possible(computed: Interval, shown: Fraction, unit: Fraction) -> Rounding | None:
    """``none`` where no number of an interval prints as shown, rounded or cut off; None where one may."""
    low, high = computed.ends
    above = low is not None and low >= shown + unit
    below = high is not None and high < shown - unit / 2
    return "none" if above or below else None
