"""Whether a ratio as printed agrees with the one computed, and which rounding explains it."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from qt_ict.arithmetic.interval import Interval
from qt_ict.arithmetic.rounding import (
    Vague,
    digits_of,
    grouped_number,
    half_even,
    half_up,
    printed_number,
    printed_vaguely,
    truncated,
)

Rounding = Literal["half_up", "half_even", "truncated", "none"]


def rounding(computed: Interval, printed: str) -> Rounding | None:
    """The rule that turns the computed ratio into the printed one, at the printed precision.

    ``half_up`` is agreement; ``none`` means no rule explains it, wherever in its interval the ratio lies.
    None where nothing can be said: no number in the text, vague words that may hold ("gần 90%"), or an
    interval of which some part agrees.

    >>> rounding(Interval(Fraction(68600, 1492), Fraction(68600, 1492)), "45,97%")
    'truncated'
    >>> rounding(Interval(40, 100), "35%"), rounding(Interval(40, 100), "45%")
    ('none', None)
    """
    shown, grouped = printed_number(printed), grouped_number(printed)
    if shown is None:
        return None
    found = _rounding(computed, shown, printed_vaguely(printed))
    # "1.234" may be a thousand and more; a ratio agrees if it does in either reading.
    return _rounding(computed, grouped, printed_vaguely(printed)) if found == "none" and grouped else found


def _rounding(computed: Interval, shown: Decimal, vague: Vague | None) -> Rounding | None:
    if vague is not None:
        return _unless_bounded(computed, Fraction(shown), vague)
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


def _unless_bounded(computed: Interval, shown: Fraction, vague: Vague) -> Rounding | None:
    """``none`` where a ratio contradicts the words "more than" or "nearly" it is printed with; else None."""
    low, high = computed.ends
    missed = (vague == "more" and high is not None and high < shown) or (
        vague == "less" and low is not None and low > shown
    )
    return "none" if missed else None
