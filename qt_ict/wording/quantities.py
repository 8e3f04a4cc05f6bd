"""Quantities as people read them: rounded once, outward at the ends of an interval."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.arithmetic.rounding import digits_of, half_up, rounded_down, rounded_up
from qt_ict.language import EMPTY, Text, number
from qt_ict.model.plan import Plan

MOST_DIGITS = 12
"""More decimals are never shown."""


def written(interval: Interval, digits: int, lines: tuple[Number, ...] = (), ceiling: Number | None = None) -> Text:
    """An interval as text: a point half up, an interval outward, an unbounded end as ≥ or ≤.

    Args:
        interval: The quantity.
        digits: Decimals to show.
        lines: Numbers a point must not seem to reach when it does not; it gets more digits.
        ceiling: The largest number there can be; "more than 40" is written so, not 40–100.

    >>> written(Interval(0, Fraction(10338 * 100, 145470)), 2).vi
    '0–7,11'
    >>> written(Interval(Fraction(94996, 1000), Fraction(94996, 1000)), 2, (95,)).en
    '94.996'
    """
    if interval.is_point and interval.low is not None:
        return plain(_point(interval.low, digits, lines))
    if interval.low is None and interval.high is None:
        return Text("không giới hạn", "unbounded")
    low, high = _ends(interval, digits, ceiling)
    if high is None and low is not None:
        return (Text.same("> ") if interval.low_open else Text.same("≥ ")) + plain(low)
    if low is None and high is not None:
        return (Text.same("< ") if interval.high_open else Text.same("≤ ")) + plain(high)
    assert low is not None and high is not None
    dash = Text(" đến ", " to ") if low < 0 else Text.same("–")
    return plain(low) + dash + plain(high)


def _ends(interval: Interval, digits: int, ceiling: Number | None) -> tuple[Decimal | None, Decimal | None]:
    """Both ends rounded outward; None for an end that says nothing beside an excluded other end."""
    low = None if interval.low is None else _trimmed(rounded_down(interval.low, digits))
    high = None if interval.high is None else _trimmed(rounded_up(interval.high, digits))
    if interval.low_open and interval.high == ceiling:
        high = None
    elif interval.high is not None and interval.high_open and interval.low == 0:
        low = None
    return low, high


def _point(value: Number, digits: int, lines: tuple[Number, ...]) -> Decimal:
    for more in range(digits, MOST_DIGITS + 1):
        shown = half_up(value, more)
        if not any(shown == line and value != line for line in lines):
            return shown
    return shown


def digits_shown(interval: Interval, digits: int, lines: tuple[Number, ...] = ()) -> int:
    """Decimals that ``written`` shows of a quantity.

    >>> digits_shown(Interval(Fraction(94996, 1000), Fraction(94996, 1000)), 2, (95,))
    3
    """
    if interval.is_point and interval.low is not None:
        return digits_of(_point(interval.low, digits, lines))
    return digits


def _trimmed(value: Decimal) -> Decimal:
    """A whole end without decimals: 0, not 0.00."""
    return Decimal(int(value)) if value == int(value) else value


def plain(value: int | Decimal) -> Text:
    """A number in both languages.

    >>> plain(145470).vi
    '145.470'
    """
    return Text.each(lambda language: number(value, language))


def listed(texts: Iterable[Text], between: str = "; ") -> Text:
    """Texts in a row, separated by a sign."""
    found = list(texts)
    return Text.each(lambda language: between.join(each.say(language) for each in found))


def with_unit(text: Text, unit: Text) -> Text:
    """A number followed by its unit of measure."""
    return (text + " " + unit) if unit != EMPTY else text


def digits_for(plan: Plan, unit: str | None) -> int:
    """Decimals shown of a value: none of whole things, two of shares and densities."""
    return 0 if unit is not None and plan.units[unit].kind == "count" else 2


def share_of(fraction: Interval) -> Interval:
    """A plain ratio as a percentage."""
    return Interval(
        None if fraction.low is None else Fraction(fraction.low) * 100,
        None if fraction.high is None else Fraction(fraction.high) * 100,
    )
