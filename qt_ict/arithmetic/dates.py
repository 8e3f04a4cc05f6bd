"""Dates as numbers of years."""

from calendar import isleap
from datetime import date
from fractions import Fraction


def years(start: date, due_year: int) -> Fraction:
    """Time from the end of a day to the end of a calendar year [years].

    A day is year + day of year / days in year, so that whole years are whole numbers.

    >>> years(date(2010, 12, 31), 2015)
    Fraction(5, 1)
    >>> years(date(2010, 7, 2), 2010)
    Fraction(182, 365)
    """
    days = 366 if isleap(start.year) else 365
    return due_year + 1 - start.year - Fraction(start.timetuple().tm_yday, days)
