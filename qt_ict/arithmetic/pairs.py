"""Counts and the wholes they belong to: of two intervals only some pairs of numbers are possible.

A pair is bounded three times: the count, the whole, and the rest that the whole has beyond the count. The area of such
pairs has edges along which one of the three stands still, and whatever only rises or only falls along each of them is
least and most at a corner.
"""

from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.interval import ANY, Interval, Number, common, difference, point, total


class CornerPair(NamedTuple):
    """A pair at which something may be least or most."""

    counted: Number | None
    """The count [things]; None without end."""
    whole: Number | None
    """The whole [things]; None without end."""
    counted_open: bool
    """True where the count itself is excluded."""
    whole_open: bool
    """True where the whole itself is excluded."""

    @property
    def is_open(self) -> bool:
        """True where the pair itself is excluded."""
        return self.counted_open or self.whole_open


class Pairs(NamedTuple):
    """All pairs of a count and its whole that are possible; ``pairs`` makes them agree with each other."""

    counted: Interval
    """What is counted, low >= 0 [things]."""
    whole: Interval
    """What it is counted among, above 0 [things]."""
    rest: Interval
    """What the whole has beyond the count [things]; not below 0 where the count is part of it."""

    @property
    def is_empty(self) -> bool:
        """True where no pair is possible."""
        return self.counted.is_empty or self.whole.is_empty or self.rest.is_empty

    @property
    def heaviest(self) -> tuple[CornerPair, CornerPair]:
        """The corners with the largest count and with the smallest whole: what is most of its whole is one of them.

        >>> [corner[:2] for corner in pairs(Interval(27, 98), Interval(1, 98), Interval(0, None)).heaviest]
        [(98, 98), (27, 27)]
        """
        count, whole = self.counted.high, self.whole.low
        beside, among = self._wholes_of(count, self.rest.low), self._counts_in(whole, self.rest.low)
        return (
            CornerPair(count, beside.low, self.counted.high_open, beside.low_open),
            CornerPair(among.high, whole, among.high_open, self.whole.low_open),
        )

    @property
    def lightest(self) -> tuple[CornerPair, CornerPair]:
        """The corners with the smallest count and with the largest whole: what is least of its whole is one of them.

        >>> [corner[:2] for corner in pairs(Interval(27, 98), Interval(1, 98), Interval(0, None)).lightest]
        [(27, 98), (27, 98)]
        """
        count, whole = self.counted.low, self.whole.high
        beside, among = self._wholes_of(count, self.rest.high), self._counts_in(whole, self.rest.high)
        return (
            CornerPair(count, beside.high, self.counted.low_open, beside.high_open),
            CornerPair(among.low, whole, among.low_open, self.whole.high_open),
        )

    def _wholes_of(self, count: Number | None, least: Number | None) -> Interval:
        """The wholes of one count; a count without end takes its whole along where the rest is bounded."""
        if count is None:
            return self.whole if least is None else ANY
        return common(self.whole, total((point(count), self.rest)))

    def _counts_in(self, whole: Number | None, least: Number | None) -> Interval:
        """The counts in one whole; a whole without end takes its count along where the rest is bounded."""
        if whole is None:
            return self.counted if least is None else ANY
        return common(self.counted, difference(point(whole), self.rest))

    def ratio(self, factor: int) -> Interval:
        """Count / whole x factor; an end is excluded where no pair reaches it.

        Of a count that may be below 0 each end is taken over the whole that is farthest, whatever the rest.

        Args:
            factor: 100 for a percentage or a rate per 100.

        >>> pairs(Interval(27, None), Interval(1, 98), Interval(0, None)).ratio(100)
        Interval(low=Fraction(1350, 49), high=Fraction(100, 1), low_open=False, high_open=False)
        """
        if self.counted.low is None or self.counted.low < 0:
            return self._signed(factor)
        # Where the smallest count leaves nothing of its whole the other corner is the least.
        least = min(self._part(corner) for corner in self.lightest if not _is_endless(corner))
        most = [self._part(corner) for corner in self.heaviest if not _is_endless(corner)]
        if len(most) < 2:
            return Interval(least[0] * factor, None, least[1])
        high, closed = max((part, not is_open) for part, is_open in most)
        return Interval(least[0] * factor, high * factor, least[1], not closed)

    def _signed(self, factor: int) -> Interval:
        """Count / whole x factor of a count that may be below 0.

        >>> pairs(Interval(-3, 2), Interval(4, 5)).ratio(100).ends
        (Fraction(-75, 1), Fraction(50, 1))
        """
        low, high, low_open, high_open = self.counted
        below, above = self._over(low, falling=True), self._over(high, falling=False)
        return Interval(
            None if below is None else below * factor, None if above is None else above * factor, low_open, high_open
        )

    def _over(self, count: Number | None, *, falling: bool) -> Fraction | None:
        """A count over the whole that makes it least or most; None without end."""
        if count is None:
            return None
        nearest = (count < 0) == falling
        whole = self.whole.low if nearest else self.whole.high
        if whole is None:
            return Fraction(0)
        return None if whole == 0 and count else Fraction(count) / Fraction(whole or 1)

    def _part(self, corner: CornerPair) -> tuple[int | Fraction, bool]:
        """Count / whole at a corner [1], and whether it is excluded."""
        count, whole, *_ = corner
        if count == 0:
            return 0, self.counted.low_open
        if count is None or count == whole:
            # Nothing is left over: so it is wherever count and whole are the same, or may only come near it.
            return Fraction(1), common(self.counted, self.whole).is_empty or not self.rest.holds(0)
        # Divided by ever more, a count comes near 0 and never reaches it.
        return (Fraction(0), True) if whole is None else (Fraction(count) / Fraction(whole), corner.is_open)


def _is_endless(corner: CornerPair) -> bool:
    """True where a count is divided by ever less, or an ever larger one by the same."""
    return (corner.whole == 0 and corner.counted != 0) or (corner.counted is None and corner.whole is not None)


def pairs(counted: Interval, whole: Interval, rest: Interval = ANY) -> Pairs:
    """The possible pairs of a count and its whole: no end stands for which the other has no partner.

    Args:
        counted: What is counted [things].
        whole: What it is counted among [things].
        rest: What the whole has beyond the count [things]: at least 0 of a part of it.

    >>> pairs(Interval(27, None), Interval(1, 98), Interval(0, None))[:2] == (Interval(27, 98), Interval(27, 98))
    True
    """
    counted = common(counted, difference(whole, rest))
    whole = common(whole, total((counted, rest)))
    return Pairs(counted, whole, common(rest, difference(whole, counted)))


def quotient(numerator: Interval, denominator: Interval, factor: int) -> Interval:
    """Numerator / denominator x factor of two intervals that know nothing of each other.

    Args:
        numerator: Counted things, low >= 0.
        denominator: Counted things, high > 0; the result is unbounded where its low is 0.
        factor: 100 for a percentage or a rate per 100.

    >>> quotient(Interval(0, 10338), point(145470), 100).high
    Fraction(34460, 4849)
    """
    return pairs(numerator, denominator).ratio(factor)
