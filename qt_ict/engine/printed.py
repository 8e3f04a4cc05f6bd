"""Whether a ratio as printed agrees with the one computed, and which rounding explains it."""

from fractions import Fraction
from typing import Literal

from qt_ict.arithmetic.interval import Interval
from qt_ict.arithmetic.rounding import digits_of, half_even, half_up, printed_number, truncated

Rounding = Literal["half_up", "half_even", "truncated", "none"]


def rounding(computed: Interval, printed: str) -> Rounding | None:
    """The rule that turns the computed ratio into the printed one, at the printed precision.

    ``half_up`` is agreement; ``none`` means no rule explains it. None where there is nothing to
    compare: no number in the text, or a computed ratio that is no point.

    >>> rounding(Interval(Fraction(68600, 1492), Fraction(68600, 1492)), "45,97%")
    'truncated'
    """
    shown = printed_number(printed)
    if shown is None or not computed.is_point or computed.low is None:
        return None
    value = Fraction(computed.low)
    digits = digits_of(shown)
    if half_up(value, digits) == shown:
        return "half_up"
    if half_even(value, digits) == shown:
        return "half_even"
    return "truncated" if truncated(value, digits) == shown else "none"
