"""The axes of a chart: round numbers that hold the data, whole years that hold the days."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

MOST = 6
"""Spaces between the numbers of an axis, at most."""

ROOM = 8
"""Below the lowest value an axis that does not begin at 0 leaves this part of their range, or more: 1/8."""


class Axis(NamedTuple):
    """The numbers beside a chart."""

    ticks: tuple[Decimal, ...]
    """Round numbers, equally far apart, from below all values to above them; two or more [unit of the values]."""

    @property
    def cut(self) -> bool:
        """True where it does not begin at 0."""
        return self.ticks[0] > 0

    def share(self, value: float) -> float:
        """How far up a value lies: 0 at the lowest number, 1 at the highest.

        >>> Axis((Decimal(20), Decimal(30), Decimal(40))).share(25)
        0.25
        """
        low, high = float(self.ticks[0]), float(self.ticks[-1])
        return (value - low) / (high - low)


def axis(values: Iterable[float]) -> Axis:
    """The axis of some values, from 0 where they then still fill half of it.

    One that does not begin at 0 leaves room below the lowest value, so that none seems to lie on the ground.

    Args:
        values: At least one [any unit].

    >>> [int(tick) for tick in axis([30.65, 78.08]).ticks], [int(tick) for tick in axis([89.82, 95]).ticks]
    ([0, 20, 40, 60, 80], [89, 90, 91, 92, 93, 94, 95])
    """
    found = sorted(Decimal(str(each)) for each in values)
    low, high = found[0], found[-1]
    if low == high or low <= high / 2:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    else:
        low -= (high - low) / ROOM
    return Axis(round_ticks(low, high if high > low else low + 1))


def round_ticks(low: Decimal, high: Decimal, most: int = MOST) -> tuple[Decimal, ...]:
    """Round numbers from one that is not above the lowest value to one that is not below the highest.

    Args:
        low: The lowest value.
        high: The highest value, above the lowest.
        most: Spaces between them, at most.

    >>> [str(tick) for tick in round_ticks(Decimal("0.97"), Decimal("1.04"))]
    ['0.96', '0.98', '1.00', '1.02', '1.04']
    """
    step = next(each for each in round_steps(high - low, most) if _spaces(low, high, each) <= most)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    return tuple(place * step for place in range(first, first + _spaces(low, high, step) + 1))


def round_steps(span: Decimal, most: int) -> list[Decimal]:
    """Steps of 1, 2 or 5 times a power of ten, the smallest first, that may divide a span into some parts at most.

    >>> [str(step) for step in round_steps(Decimal(80), 6)]
    ['1E+1', '2E+1', '5E+1', '1E+2', '2E+2', '5E+2']
    """
    power = (span / most).adjusted()
    return [Decimal((0, (digit,), power + more)) for more in (0, 1) for digit in (1, 2, 5)]


def _spaces(low: Decimal, high: Decimal, step: Decimal) -> int:
    """Steps from the round number at or below one value to that at or above another."""
    below, above = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    return int(above - below)


class Years(NamedTuple):
    """The years below a chart; a year stands where it ends, as the values of a plan do."""

    first: int
    """The year at whose end the axis begins."""
    last: int
    """The year at whose end it ends."""

    def share(self, day: date) -> float:
        """How far right a day lies: 0 where the axis begins, 1 where it ends.

        >>> Years(2010, 2012).share(date(2010, 12, 31)), Years(2010, 2012).share(date(2012, 12, 31))
        (0.0, 1.0)
        """
        start, end = map(_year_end, self)
        return (day.toordinal() - start) / (end - start)

    def every(self, room: int) -> tuple[int, ...]:
        """The years to be named: all of them, else the even ones, else those of 5, 10, 20 …

        Args:
            room: How many can be named; at least 2 are.

        >>> Years(2010, 2023).every(20)[:3], Years(2010, 2023).every(8)[:3], Years(2010, 2023).every(4)
        ((2010, 2011, 2012), (2010, 2012, 2014), (2010, 2015, 2020))
        """
        steps = (digit * 10**power for power in range(4) for digit in (1, 2, 5))
        step = next(each for each in steps if (self.last - self.first) // each < max(2, room))
        return tuple(year for year in range(self.first, self.last + 1) if year % step == 0)


def _year_end(year: int) -> int:
    """The last day of a year, as a number of days; there is none below year 1 in dates, but an axis may begin there."""
    return 365 * year + year // 4 - year // 100 + year // 400


def years(days: Sequence[date]) -> Years:
    """The years that hold some days.

    >>> years([date(2010, 12, 31), date(2012, 6, 30)]), years([date(2010, 6, 30)])
    (Years(first=2010, last=2012), Years(first=2009, last=2010))
    """
    first, last = min(days), max(days)
    start = first.year if (first.month, first.day) == (12, 31) else first.year - 1
    return Years(start, max(last.year, start + 1))
