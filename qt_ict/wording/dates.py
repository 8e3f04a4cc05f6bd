"""Dates as people read them."""

from collections.abc import Sequence
from datetime import date

from qt_ict.language import Text
from qt_ict.model.due import DueDay
from qt_ict.model.figures import PublishedDate
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


def due_day(value: DueDay) -> Text:
    """A due date that is finer than a year, as it is named.

    >>> due_day(DueDay(date(2025, 6, 30), "quarter")), due_day(DueDay(date(2025, 6, 30), "month")).vi
    (Text(vi='quý II/2025', en='2025-Q2'), '6/2025')
    """
    last = value.day
    match value.precision:
        case "quarter":
            quarter = (last.month - 1) // 3
            return Text(f"quý {_QUARTERS[quarter]}/{last.year}", f"{last.year}-Q{quarter + 1}")
        case "month":
            return Text(f"{last.month}/{last.year}", f"{last.year}-{last.month:02}")
    return day(last)


_QUARTERS = ("I", "II", "III", "IV")


def published_text(stated: PublishedDate) -> Text:
    """A date as a document states it: a year, a month, a day.

    >>> from qt_ict.model.figures import published_date
    >>> published_text(published_date(2019)).en, published_text(published_date("2019-06")).vi
    ('2019', '6/2019')
    """
    last = stated.day
    match stated.precision:
        case "year":
            return Text.same(str(last.year))
        case "month":
            return Text(f"{last.month}/{last.year}", f"{last.year}-{last.month:02}")
    return day(last)


def end_of(last: date) -> Text:
    """What ends with a due day, inside a sentence: a year, or the day itself.

    >>> end_of(date(2015, 12, 31)).vi, end_of(date(2015, 6, 30)).vi
    ('năm 2015', 'ngày 30/6/2015')
    """
    if (last.month, last.day) == (12, 31):
        return Text(f"năm {last.year}", str(last.year))
    return Text("ngày ", "") + day(last)


def period_text(first: date, last: date) -> Text:
    """A period by its first and last day; a whole year by its number.

    >>> period_text(date(2012, 1, 1), date(2012, 12, 31)).en, period_text(date(2012, 1, 1), date(2012, 6, 30)).en
    ('2012', '2012-01-01–2012-06-30')
    """
    if (first.month, first.day) == (1, 1) and last == date(first.year, 12, 31):
        return Text.same(str(last.year))
    return day(first) + "–" + day(last)


def due_numbers(last: date) -> tuple[int, ...]:
    """A due day as the numbers for which an exception is accepted: the year alone where it is the year's end.

    >>> due_numbers(date(2015, 12, 31)), due_numbers(date(2015, 6, 30))
    ((2015,), (2015, 6, 30))
    """
    return (last.year,) if (last.month, last.day) == (12, 31) else (last.year, last.month, last.day)
