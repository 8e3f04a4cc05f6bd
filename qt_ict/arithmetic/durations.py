"""Dates as numbers of years."""

import math
from calendar import isleap, monthrange
from datetime import MAXYEAR, date
from fractions import Fraction


def years(start: date, due_year: int) -> Fraction:
    """Time from the end of a day to the end of a calendar year [years].

    A day is year + day of year / days in year, so that whole years are whole numbers.

    >>> years(date(2010, 12, 31), 2015)
    Fraction(5, 1)
    >>> years(date(2010, 7, 2), 2010)
    Fraction(182, 365)
    """
    return due_year + 1 - point_in_time(start)


def point_in_time(day: date) -> Fraction:
    """The end of a day as a number of years [years].

    year + day of year / days in year

    >>> point_in_time(date(2010, 12, 31))
    Fraction(2011, 1)
    """
    days = 366 if isleap(day.year) else 365
    return day.year + Fraction(day.timetuple().tm_yday, days)


def year_ending_by(point: Fraction, *, past: bool) -> int:
    """The first calendar year at whose end a point in time has come; is past, where the point itself is too early.

    Args:
        point: The point, as a number of years [years].
        past: True where a year that ends at that very point will not do.

    >>> year_ending_by(Fraction(2016), past=False), year_ending_by(Fraction(2016), past=True)
    (2015, 2016)
    """
    return math.floor(point) if past else math.ceil(point) - 1


def years_between(start: date, end: date) -> Fraction:
    """Time from the end of a day to the end of another [years].

    >>> years_between(date(2010, 12, 31), date(2012, 6, 30))
    Fraction(274, 183)
    """
    return point_in_time(end) - point_in_time(start)


def months_later(day: date, months: int) -> date:
    """The day some months after another; the last day of a month leads to the last day of a month.

    >>> months_later(date(2012, 6, 30), 6)
    datetime.date(2012, 12, 31)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    last, was_last = monthrange(year, month + 1)[1], day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if was_last else min(day.day, last))
