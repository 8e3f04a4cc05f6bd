"""Dates as people read them."""

from collections.abc import Sequence
from datetime import date

from qt_ict.language import Text
from qt_ict.wording.quantities import listed


def day(value: date) -> Text:
    """A date as each language writes it in tables.

    >>> day(date(2010, 12, 31))
    Text(vi='31/12/2010', en='2010-12-31')
    >>> day(date(2012, 7, 4)).vi
    '4/7/2012'
    """
    return Text(f"{value.day}/{value.month}/{value.year}", value.isoformat())


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def official_day(value: date) -> Text:
    """A date as the head of an official document writes it: a zero before days below 10 and months below 3.

    >>> official_day(date(2020, 1, 5))
    Text(vi='ngày 05 tháng 01 năm 2020', en='5 January 2020')
    >>> official_day(date(2011, 6, 24)).vi
    'ngày 24 tháng 6 năm 2011'
    """
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    vietnamese = f"ngày {value.day:02} tháng {month} năm {value.year}"
    return Text(vietnamese, f"{value.day} {_MONTHS[value.month - 1]} {value.year}")


MOST_DAYS = 6
"""More days than these are shown by the first and the last."""


def days(found: Sequence[date]) -> Text:
    """Days in a row; the first and the last where there are many."""
    if len(found) > MOST_DAYS:
        return day(found[0]) + " … " + day(found[-1])
    return listed(map(day, found), ", ")


def short_day(value: date) -> Text:
    """A date; the year alone where it is the year's end.

    >>> short_day(date(2010, 12, 31)).en, short_day(date(2012, 6, 30)).en
    ('2010', '2012-06-30')
    """
    return Text.same(str(value.year)) if (value.month, value.day) == (12, 31) else day(value)
