"""The plan's identity, the agencies that answer for it, and who reports to whom."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from qt_ict.model.entry import Entry, Id, Listed, Named, OneOrMore, Said, Words


class Identity(Listed):
    """The plan itself."""

    number: Words
    """Number of the document."""
    date: datetime.date
    """Date of the document."""
    identified_by: Words | None = None
    """Where number and date come from, if not from the text."""
    carries_out: Words | None = None
    """Number of the document that the plan carries out."""
    issuer: Named
    """Who issued it."""
    area: Named
    """The area it is for."""
    basis: Annotated[tuple[Said, ...], Field(strict=False)] = ()
    """What a report on the plan cites before it as its legal basis: name, number, date and issuer of each document."""


class Source(Listed):
    """A part and item of the document, as figures and targets cite it."""


class Agency(Listed):
    """An agency with tasks in the plan."""

    source: Id
    """Part and item of the plan."""


class Duty(Listed):
    """What an agency reports, to whom and how often."""

    agency: Id
    """The agency that reports."""
    to: Id
    """The agency that receives the report."""
    every: Annotated[tuple[Literal["half-year", "year", "regular", "on-request"], ...], Field(strict=False)]
    """How often; ``regular`` where the plan names no interval."""
    source: OneOrMore
    """Parts and items of the plan."""


class ReportForm(Entry):
    """What the frame of an official report says; what is left out stays a dotted blank."""

    form: Literal["decree", "plain"] | None = None
    """``decree``: the form of decree 30/2020/NĐ-CP of Viet Nam; ``plain``: neither motto nor recipients. Left out, it
    is the decree's where the plan's own number is written as the decree has it: 1564/KH-UBND."""
    number: Words | None = None
    """Number and sign of the report: 05/BC-STTTT."""
    date: datetime.date | None = None
    """The day it is signed."""
    place: Said | None = None
    """The place it is signed at."""
    parent: Said | None = None
    """The body above the issuer."""
    issuer: Said | None = None
    """Who reports; the issuer of the plan where it is left out."""
    to: Annotated[tuple[Said, ...], Field(strict=False)] = ()
    """To whom it is addressed."""
    authority: Said | None = None
    """On whose behalf it is signed: TM. ỦY BAN NHÂN DÂN."""
    position: Said | None = None
    """The position of who signs."""
    name: Words | None = None
    """The name of who signs."""
    recipients: Annotated[tuple[Said, ...], Field(strict=False)] = ()
    """Who receives a copy."""
    archive: Words | None = None
    """Where copies are archived: VT, CNTT."""
