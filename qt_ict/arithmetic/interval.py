"""Intervals: every value is [low, high]; a point is the case low = high."""

import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

Number = int | Fraction | float


class Interval(NamedTuple):
    """All numbers between two ends.

    >>> Interval(Fraction(79, 2), 91, high_open=True).is_point
    False
    """

    low: Number | None
    """Lower end [as its numbers]; None is unbounded."""
    high: Number | None
    """Upper end [as its numbers]; None is unbounded."""
    low_open: bool = False
    """True where the lower end itself is excluded ("more than")."""
    high_open: bool = False
    """True where the upper end itself is excluded."""

    @property
    def is_point(self) -> bool:
        """True where only one number is possible."""
        return self.low is not None and self.low == self.high

    @property
    def is_empty(self) -> bool:
        """True where no number is possible.

        >>> Interval(100, 100, low_open=True).is_empty
        True
        """
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.is_point and (self.low_open or self.high_open))

    def is_below(self, other: "Interval") -> bool:
        """True where every number here is less than every number of another interval.

        >>> point(2).is_below(Interval(2, 3, low_open=True)), point(2).is_below(Interval(2, 3))
        (True, False)
        """
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def holds(self, number: Number) -> bool:
        """True where a number is one of the interval's.

        >>> Interval(0, 1, high_open=True).holds(0), Interval(0, 1, high_open=True).holds(1)
        (True, False)
        """
        return not self.is_below(point(number)) and not point(number).is_below(self)

    @property
    def ends(self) -> tuple[Number | None, Number | None]:
        """Both ends, low first."""
        return self.low, self.high


def point(value: Number) -> Interval:
    """The interval that holds one number.

    >>> point(3)
    Interval(low=3, high=3, low_open=False, high_open=False)
    """
    return Interval(value, value)


def rising(function: Callable[[Number | None], Number | None], value: Interval) -> Interval:
    """The image of an interval under a function that never falls.

    >>> rising(lambda v: None if v is None else v * 2, Interval(1, 2, high_open=True))
    Interval(low=2, high=4, low_open=False, high_open=True)
    """
    low, high = _both(function, value)
    return Interval(low, high, value.low_open, value.high_open)


def falling(function: Callable[[Number | None], Number | None], value: Interval) -> Interval:
    """The image of an interval under a function that never rises: the ends change places.

    >>> falling(lambda v: None if v is None else 10 - v, Interval(1, 2, high_open=True))
    Interval(low=8, high=9, low_open=True, high_open=False)
    """
    high, low = _both(function, value)
    return Interval(low, high, value.high_open, value.low_open)


def _both(function: Callable[[Number | None], Number | None], value: Interval) -> tuple[Number | None, Number | None]:
    """The function at both ends; once where they are the same object, as in most points."""
    first = function(value.low)
    return first, first if value.high is value.low else function(value.high)


def total(values: Iterable[Interval]) -> Interval:
    """The sum of one or more intervals: ends add up, and a sum with an excluded term is excluded.

    >>> total([Interval(39, 41, high_open=True), Interval(49, 51, high_open=True)])
    Interval(low=88, high=92, low_open=False, high_open=True)
    """
    first, *others = values
    low, high, low_open, high_open = first
    for value in others:
        low = None if low is None or value.low is None else low + value.low
        high = None if high is None or value.high is None else high + value.high
        low_open |= value.low_open
        high_open |= value.high_open
    return Interval(low, high, low_open, high_open)


def difference(value: Interval, less: Interval) -> Interval:
    """What is left of one interval without another, each at any of its numbers.

    >>> difference(Interval(5, 9, high_open=True), Interval(1, 2))
    Interval(low=3, high=8, low_open=False, high_open=True)
    """
    return total((value, falling(lambda end: None if end is None else -end, less)))


def at_most(value: Interval, ceiling: Number) -> Interval:
    """An interval whose ends are no more than a ceiling.

    >>> at_most(Interval(90, 110), 100)
    Interval(low=90, high=100, low_open=False, high_open=False)
    """
    low, high = (None if end is None else min(end, ceiling) for end in value.ends)
    return Interval(low, high, value.low_open and low != ceiling, value.high_open and high != ceiling)


def common(value: Interval, other: Interval) -> Interval:
    """The numbers that two intervals have in common; empty where there are none.

    >>> common(Interval(2, 9), Interval(None, 9, high_open=True))
    Interval(low=2, high=9, low_open=False, high_open=True)
    """
    lows = [(end, is_open) for end, _, is_open, _ in (value, other) if end is not None]
    highs = [(end, not is_open) for _, end, _, is_open in (value, other) if end is not None]
    low, low_open = max(lows, default=(None, False))
    high, high_closed = min(highs, default=(None, True))
    return Interval(low, high, low_open, not high_closed)


ANY = Interval(None, None)
"""Every number."""


def capped(value: Interval, ceiling: Number) -> Interval:
    """The part of an interval that does not pass a ceiling.

    >>> capped(Interval(40, None, low_open=True), 100)
    Interval(low=40, high=100, low_open=True, high_open=False)
    """
    if value.low is not None and value.low > ceiling:
        return value
    if value.high is None or value.high > ceiling:
        return Interval(value.low, ceiling, value.low_open, False)
    return value


def joint(shares: Iterable[Interval]) -> Interval:
    """Things that are each of several kinds: at most the smallest kind, perhaps none.

    min(a, b, ...) is Fréchet's upper bound. His lower bound, a + b - whole, is not taken: it
    needs each kind itself counted on the same things, and a count that only bounds a kind
    from above cannot give it.

    >>> joint([point(16687), point(10338)])
    Interval(low=0, high=10338, low_open=False, high_open=False)
    """
    kinds = list(shares)
    bounded = [kind for kind in kinds if kind.high is not None]
    if not bounded:
        return Interval(0, None)
    smallest = min(bounded, key=lambda kind: (kind.high, not kind.high_open))
    return Interval(0, smallest.high, False, smallest.high_open)


def whole_numbers(value: Interval) -> Interval:
    """The whole numbers inside an interval, ends included.

    >>> whole_numbers(Interval(50, None, low_open=True))
    Interval(low=51, high=None, low_open=False, high_open=False)
    """
    low = value.low
    high = value.high
    if low is not None:
        low = math.floor(low) + 1 if value.low_open else math.ceil(low)
    if high is not None:
        high = math.ceil(high) - 1 if value.high_open else math.floor(high)
    return Interval(low, high)
