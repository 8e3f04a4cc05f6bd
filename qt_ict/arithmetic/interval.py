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


def quotient(numerator: Interval, denominator: Interval, factor: int) -> Interval:
    """Numerator / denominator x factor of two intervals that are not negative.

    Args:
        numerator: Counted things, low >= 0.
        denominator: Counted things, high > 0; the result is unbounded where its low is 0.
        factor: 100 for a percentage or a rate per 100.

    >>> quotient(Interval(0, 10338), point(145470), 100).high
    Fraction(34460, 4849)
    """
    low = _ratio(numerator.low, denominator.high, factor)
    # Divided by ever more, something comes near 0 and never reaches it.
    limit = denominator.high is None and numerator.low != 0
    points = numerator.high is numerator.low and denominator.high is denominator.low
    return Interval(
        low,
        low if points else _ratio(numerator.high, denominator.low, factor),
        numerator.low_open or denominator.high_open or limit,
        numerator.high_open or denominator.low_open,
    )


def _ratio(numerator: Number | None, denominator: Number | None, factor: int) -> Number | None:
    if denominator is None or numerator == 0:
        return 0
    if numerator is None or denominator == 0:
        return None
    if isinstance(numerator, int) and isinstance(denominator, int):
        return Fraction(numerator * factor, denominator)
    return Fraction(numerator) * factor / Fraction(denominator)


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
