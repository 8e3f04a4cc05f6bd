"""Quantities as people read them: rounded once, half up, both ends of an interval to the same decimals."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from textwrap import shorten

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.arithmetic.rounding import half_up
from qt_ict.language import EMPTY, Text, number
from qt_ict.model.indicators import Unit

NOT_KNOWN = Text("chưa biết", "not known")
"""A quantity of which the figures say nothing."""
MOST_DIGITS = 12
"""More decimals are never shown."""


def written(interval: Interval, digits: int, lines: tuple[Number, ...] = (), ceiling: Number | None = None) -> Text:
    """An interval as text, half up: both ends with the same number of decimals, an unbounded end as ≥ or ≤.

    Args:
        interval: The quantity.
        digits: Decimals to show.
        lines: Numbers on whose side it must be seen to lie; where fewer digits would hide that it gets more.
        ceiling: The largest number there can be; "more than 40" is written so, not 40–100.

    >>> written(Interval(0, Fraction(10338 * 100, 145470)), 2).vi
    '0,00–7,11'
    >>> written(Interval(39, 91), 2).en, written(Interval(Fraction(79, 2), 91), 2).en
    ('39–91', '39.50–91.00')
    >>> written(Interval(Fraction(94996, 1000), Fraction(94996, 1000)), 2, (95,)).en
    '94.996'
    >>> written(Interval(Fraction(799995, 10000), Fraction(799995, 10000)), 2, (Fraction(799995, 10000),)).en
    '79.9995'
    """
    shown = digits_shown(interval, digits, lines)
    if interval.is_point and interval.low is not None:
        return plain(half_up(interval.low, shown))
    if interval.low is None and interval.high is None:
        return NOT_KNOWN
    low, high = _ends(interval, shown, ceiling)
    if high is None and low is not None:
        return Text.same("> " if interval.low_open else "≥ ") + plain(low)
    if low is None and high is not None:
        return Text.same("< " if interval.high_open else "≤ ") + plain(high)
    assert low is not None and high is not None
    return ranged(low, high)


def ranged(low: int | Decimal, high: int | Decimal) -> Text:
    """Two ends as a range; a dash behind one below 0 would be read as another sign.

    >>> ranged(39, 91).en, ranged(-3, 5).en
    ('39–91', '−3 to 5')
    """
    return plain(low) + (Text(" đến ", " to ") if low < 0 else "–") + plain(high)


def digits_shown(interval: Interval, digits: int, lines: tuple[Number, ...] = ()) -> int:
    """Decimals that show a quantity on the side of every line on which it lies, and an interval as wide.

    >>> digits_shown(Interval(Fraction(94996, 1000), Fraction(94996, 1000)), 2, (95,))
    3
    >>> digits_shown(Interval(Fraction(45651, 1000), Fraction(45652, 1000)), 2)
    3
    >>> digits_shown(Interval(Fraction(150015, 100), Fraction(150025, 100)), 1)
    2
    """
    ends = [end for end in interval.ends if end is not None]
    if not interval.is_point and ends and all(_is_half(end, digits) for end in ends):
        digits += 1
    for more in range(digits, MOST_DIGITS):
        told = all(_side(half_up(end, more), line) == _side(end, line) for end in ends for line in lines)
        if told and (interval.is_point or len({half_up(end, more) for end in ends}) == len(ends)):
            return more
    return MOST_DIGITS if lines else digits


def _is_half(end: Number, digits: int) -> bool:
    """True for the end of what a printed number may be: half a unit of its last digit, which rounding would hide."""
    return bool((Fraction(end) * 10**digits).denominator == _HALF)


_HALF = 2


def _side(number: Number | Decimal, line: Number) -> int:
    """-1 below a line, 0 on it, 1 above it."""
    difference = Fraction(number) - Fraction(line)
    return (difference > 0) - (difference < 0)


def _ends(interval: Interval, digits: int, ceiling: Number | None) -> tuple[Decimal | None, Decimal | None]:
    """Both ends rounded; None for an end that says nothing beside an excluded other end."""
    low = None if interval.low is None else half_up(interval.low, digits)
    high = None if interval.high is None else half_up(interval.high, digits)
    if interval.low_open and interval.high == ceiling:
        high = None
    elif interval.high is not None and interval.high_open and interval.low == 0:
        low = None
    return _trimmed(low, high, interval)


def _trimmed(low: Decimal | None, high: Decimal | None, exact: Interval) -> tuple[Decimal | None, Decimal | None]:
    """Ends without decimals where all are whole: 39–91, and 39.50–91.00; 12.004 is no whole number, but 12.00."""
    if any(end is not None and Fraction(end).denominator != 1 for end in exact.ends):
        return low, high
    return _whole(low), _whole(high)


def _whole(end: Decimal | None) -> Decimal | None:
    return None if end is None else Decimal(int(end))


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


def begun(text: Text) -> Text:
    """A text as a sentence begins.

    >>> begun(Text("văn bản không nêu", "not named")).vi
    'Văn bản không nêu'
    """
    return Text.each(lambda language: text.say(language)[:1].upper() + text.say(language)[1:])


def with_unit(text: Text, unit: Text) -> Text:
    """A number followed by its unit of measure; a per cent sign stands at the number, as documents print it.

    >>> percent, households = Text.same("%"), Text("hộ", "households")
    >>> with_unit(Text.same(45), percent).vi, with_unit(Text.same(45), households).vi
    ('45%', '45 hộ')
    >>> with_unit(written(Interval(None, None), 0), households).en
    'not known'
    """
    if unit == EMPTY or text == NOT_KNOWN:
        return text
    return text + unit if unit.vi.startswith("%") else text + " " + unit


def in_unit(text: Text, unit: Unit, name: Text) -> Text:
    """A number with its unit of measure: behind it, of a place in an order in front of it.

    >>> rank = Unit(vi="hạng", en="rank", kind="index", rank=True)
    >>> in_unit(Text.same(10), rank, rank.name).en
    'rank 10'
    """
    return name + " " + text if unit.rank and text != NOT_KNOWN else with_unit(text, name)


def written_exactly(interval: Interval, most: int = 6) -> Text:
    """An interval without digits that say nothing.

    Args:
        interval: The quantity.
        most: Decimals there may be.

    >>> written_exactly(Interval(Fraction(25, 2), Fraction(25, 2))).en, written_exactly(Interval(250, 300)).en
    ('12.5', '250–300')
    """
    needed = max((_decimals(end, most) for end in interval.ends if end is not None), default=0)
    return written(interval, needed)


def _decimals(value: Number, most: int) -> int:
    """Decimals that write a number exactly, or the most there may be."""
    exact = Fraction(value)
    return next((each for each in range(most) if (exact * 10**each).denominator == 1), most)


def digits_for(unit: Unit) -> int:
    """Decimals shown of a value: none of what is counted, else as many as its unit says, or two."""
    if unit.is_counted:
        return 0
    return 2 if unit.decimals is None else unit.decimals


def share_of(fraction: Interval) -> Interval:
    """A plain ratio as a percentage."""
    return Interval(
        None if fraction.low is None else Fraction(fraction.low) * 100,
        None if fraction.high is None else Fraction(fraction.high) * 100,
    )


def in_a_line(name: Text) -> Text:
    """A name as a sentence repeats it: whole where it is no longer than a line, else its beginning.

    >>> in_a_line(Text.same("Hộ có máy thu hình")).vi, in_a_line(Text.same("hộ " * 40)).vi[-6:]
    ('Hộ có máy thu hình', 'hộ hộ…')
    """
    return Text.each(lambda language: shorten(name.say(language), _LINE, placeholder="…"))


_LINE = 100
"""Longest name that a sentence repeats whole [characters]."""
