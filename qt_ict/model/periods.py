"""The periods that things are counted in which happen again and again: a year, a half-year, a quarter, a month."""

from datetime import date, timedelta
from typing import Literal

Per = Literal["year", "half-year", "quarter", "month"]

_MONTHS: dict[Per, int] = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}


def start_of_period(day: date, per: Per) -> date:
    """The first day of the period that a day lies in: what is counted per period runs from there to the day.

    >>> start_of_period(date(2012, 6, 30), "year"), start_of_period(date(2012, 12, 31), "half-year")
    (datetime.date(2012, 1, 1), datetime.date(2012, 7, 1))
    """
    months = _MONTHS[per]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def alike(one: date, other: date, per: Per) -> bool:
    """True of two days up to which as much of a period is counted: 30 June and 30 June, of half-years any two ends.

    >>> alike(date(2011, 6, 30), date(2012, 6, 30), "year"), alike(date(2011, 12, 31), date(2012, 6, 30), "year")
    (True, False)
    >>> alike(date(2011, 12, 31), date(2012, 6, 30), "half-year")
    True
    """
    return _counted(one, per) == _counted(other, per)


def _counted(day: date, per: Per) -> tuple[int, int]:
    """Whole months and days of the next one that are counted up to a day."""
    after = day + timedelta(days=1)
    start = start_of_period(day, per)
    return (after.year - start.year) * 12 + after.month - start.month, after.day - start.day


def day_before(day: date) -> date:
    """The day before another one."""
    return day - timedelta(days=1)
