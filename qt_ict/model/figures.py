"""Figures, and the round they belong to."""

import datetime
from typing import Literal

from qt_ict.model.entry import Id, Ids, Listed, NumberField, Remark, Words

FigureComparator = Literal["more_than", "at_least", "less_than", "at_most"]


class Round(Listed):
    """All figures of one date from one document."""

    document: Words
    """The document and part they come from."""
    date: datetime.date
    """Date of every figure that states none of its own."""
    date_assumed: bool = False
    """True where that date is an assumption."""
    transcribed: bool
    """True where digits show precision: a printed 22 % lies in [21.5, 22.5)."""


class Figure(Listed):
    """One published number: a count, or a percentage printed without its count."""

    value: NumberField
    """The number, digits as published [unit]."""
    unit: Id
    """Unit of measure."""
    comparator: FigureComparator | None = None
    """``more_than`` and its like where the source gives a bound; left out where it is exact."""
    source: Id
    """Part and item of the document."""
    printed: Words | None = None
    """The ratio printed beside the count, exactly as printed."""
    of: Id | None = None
    """The figure that ratio is taken of."""
    parts: Ids = ()
    """The figures that make up this total."""
    conflicts_with: Ids = ()
    """Other statements of the same thing that contradict this one."""
    date: datetime.date | None = None
    """Date, where the source states it."""
    note: Remark | None = None
    """A remark shown with the results."""
