"""Dates as people type them: a day, a month or a year."""

import re
from calendar import IllegalMonthError, monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

_DATE = re.compile(
    r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?\Z|(?:([0-9]{1,2})[/.])?([0-9]{1,2})[/.]([0-9]{4})\Z"
)
"""2012-06-30, 30/6/2012, 30.6.2012; 2012-06, 6/2012; 2012."""


class Period(NamedTuple):
    """The days that a date may mean."""

    first: date
    last: date


def looks_like_date(written: str) -> bool:
    """Whether a text has the form of a date, of a day that exists or not."""
    return bool(_DATE.match(written.strip()))


def period(written: str) -> Period | None:
    """A day, or all days of a month or year; None where it is none.

    >>> period("30/6/2012") == period("2012-6-30"), period("2012-02-30")
    (True, None)
    >>> period("6/2012").last, period("2012").last
    (datetime.date(2012, 6, 30), datetime.date(2012, 12, 31))
    """
    year, month, day = _numbers(written)
    if year is None:
        return None
    try:
        last_month = month or 12
        last_day = day or monthrange(year, last_month)[1]
        return Period(date(year, month or 1, day or 1), date(year, last_month, last_day))
    except (ValueError, IllegalMonthError):
        return None


def in_order(written: str) -> str | None:
    """A date with its year first, as exact as it was typed; None where it is none.

    >>> in_order("30/6/2012"), in_order("6.2012"), in_order("2012"), in_order("31/6/2012")
    ('2012-06-30', '2012-06', '2012', None)
    """
    numbers = [each for each in _numbers(written) if each is not None]
    return "-".join(f"{each:02d}" for each in numbers) if period(written) else None


def _numbers(written: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of what has the form of a date."""
    found = _DATE.match(written.strip())
    if found is None:
        return None, None, None
    year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    return int(year), int(month) if month else None, int(day) if day else None


def meant_among(written: str, days: Mapping[str, date]) -> list[str]:
    """The ids of what is of a date: of its last day, else of any day in it.

    >>> days = {"a": date(2011, 12, 31), "b": date(2012, 6, 30)}
    >>> meant_among("2011", days), meant_among("6/2012", days), meant_among("2013", days)
    (['a'], ['b'], [])
    """
    asked = period(written)
    if asked is None:
        return []
    exact = [id_ for id_, each in days.items() if each == asked.last]
    return exact or [id_ for id_, each in days.items() if asked.first <= each <= asked.last]
