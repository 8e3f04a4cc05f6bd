"""Dates as people read them."""

from datetime import date

from qt_ict.language import Text


def day(value: date) -> Text:
    """A date as each language writes it in tables.

    >>> day(date(2010, 12, 31))
    Text(vi='31/12/2010', en='2010-12-31')
    """
    return Text(f"{value:%d/%m/%Y}", value.isoformat())
