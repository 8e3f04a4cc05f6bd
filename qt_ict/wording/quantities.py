"""Quantities as people read them: rounded once, outward at the ends of an interval."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.arithmetic.rounding import half_up, rounded_down, rounded_up
from qt_ict.language import EMPTY, Text, number
from qt_ict.model.indicators import Unit

MOST_DIGITS = 12
"""More decimals are never shown."""


def written(interval: Interval, digits: int, lines: tuple[Number, ...] = (), ceiling: Number | None = None) -> Text:
    """An interval as text: a point half up, an interval outward, an unbounded end as ≥ or ≤.

    Args:
        interval: The quantity.
        digits: Decimals to show.
        lines: Numbers on whose side it must be seen to lie; where fewer digits would hide that it gets more.
        ceiling: The largest number there can be; "more than 40" is written so, not 40–100.

    >>> written(Interval(0, Fraction(10338 * 100, 145470)), 2).vi
    '0–7,11'
    >>> written(Interval(Fraction(94996, 1000), Fraction(94996, 1000)), 2, (95,)).en
    '94.996'
    >>> written(Interval(Fraction(799995, 10000), Fraction(799995, 10000)), 2, (Fraction(799995, 10000),)).en
    '79.9995'
    """
    shown = digits_shown(interval, digits, lines)
    if interval.is_point and interval.low is not None:
        return plain(half_up(interval.low, shown))
    if interval.low is None and interval.high is None:
        return Text("không giới hạn", "unbounded")
    low, high = _ends(interval, shown, ceiling)
    if high is None and low is not None:
        return Text.same("> " if interval.low_open else "≥ ") + plain(low)
    if low is None and high is not None:
        return Text.same("< " if interval.high_open else "≤ ") + plain(high)
    assert low is not None and high is not None
    return plain(low) + (Text(" đến ", " to ") if low < 0 else "–") + plain(high)


def digits_shown(interval: Interval, digits: int, lines: tuple[Number, ...] = ()) -> int:
    """Decimals that show a quantity on the side of every line on which it lies.

    >>> digits_shown(Interval(Fraction(94996, 1000), Fraction(94996, 1000)), 2, (95,))
    3
    """
    roundings = (half_up, half_up) if interval.is_point else (rounded_down, rounded_up)
    ends = [(end, rounding) for end, rounding in zip(interval.ends, roundings, strict=True) if end is not None]
    for more in range(digits, MOST_DIGITS):
        if all(_side(rounding(end, more), line) == _side(end, line) for end, rounding in ends for line in lines):
            return more
    return MOST_DIGITS if lines else digits


def _side(number: Number | Decimal, line: Number) -> int:
    """-1 below a line, 0 on it, 1 above it."""
    difference = Fraction(number) - Fraction(line)
    return (difference > 0) - (difference < 0)


def _ends(interval: Interval, digits: int, ceiling: Number | None) -> tuple[Decimal | None, Decimal | None]:
    """Both ends rounded outward; None for an end that says nothing beside an excluded other end."""
    low = None if interval.low is None else _trimmed(rounded_down(interval.low, digits))
    high = None if interval.high is None else _trimmed(rounded_up(interval.high, digits))
    if interval.low_open and interval.high == ceiling:
        high = None
    elif interval.high is not None and interval.high_open and interval.low == 0:
        low = None
    return low, high


def _trimmed(value: Decimal) -> Decimal:
    """A whole end without decimals: 0, not 0.00."""
    return Decimal(int(value)) if value == int(value) else value


def plain(value: int | Decimal) -> Text:
    """A number in both languages.

    >>> plain(145470).vi
    '145.470'
    """
    return Text.each(lambda language: number(value, language))


def signed(value: Number | Decimal, said: Text) -> Text:
    """A change as it is said, with its plus sign.

    >>> signed(3, plain(3)).en
    '+3'
    """
    return ("+" + said) if value > 0 else said


def counted(count: int, name: Text) -> Text:
    """How many things there are, by the name of one of them; English adds an s to others than one.

    >>> counted(1, Text("tệp", "file")).en, counted(0, Text("tệp", "file")).en
    ('1 file', '0 files')
    """
    return plain(count) + " " + (name if count == 1 else Text(name.vi, name.en + "s"))


def listed(texts: Iterable[Text], between: str = "; ") -> Text:
    """Texts in a row, separated by a sign."""
    found = list(texts)
    return Text.each(lambda language: between.join(each.say(language) for each in found))


def with_unit(text: Text, unit: Text) -> Text:
    """A number followed by its unit of measure."""
    return (text + " " + unit) if unit != EMPTY else text


def digits_for(unit: Unit) -> int:
    """Decimals shown of a value: none of whole things, two of shares and densities."""
    return 0 if unit.kind == "count" else 2


def share_of(fraction: Interval) -> Interval:
    """A plain ratio as a percentage."""
    return Interval(
        None if fraction.low is None else Fraction(fraction.low) * 100,
        None if fraction.high is None else Fraction(fraction.high) * 100,
    )
