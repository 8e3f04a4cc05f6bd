"""Dates as people read them."""

from collections.abc import Sequence
from datetime import date

from qt_ict.language import Text
from qt_ict.wording.quantities import joined, listed


def day(value: date) -> Text:
    """A date as each language writes it in tables.

    >>> day(date(2010, 12, 31))
    Text(vi='31/12/2010', en='2010-12-31')
    """
    return Text(f"{value:%d/%m/%Y}", value.isoformat())


MOST_DAYS = 6
"""More days than these are shown by the first and the last."""


def days(found: Sequence[date]) -> Text:
    """Days in a row; the first and the last where there are many."""
    if len(found) > MOST_DAYS:
        return joined(day(found[0]), Text(" … ", " … "), day(found[-1]))
    return listed(map(day, found), ", ")


def short_day(value: date) -> Text:
    """A date; the year alone where it is the year's end.

    >>> short_day(date(2010, 12, 31)).en, short_day(date(2012, 6, 30)).en
    ('2010', '2012-06-30')
    """
    return Text(str(value.year), str(value.year)) if (value.month, value.day) == (12, 31) else day(value)
