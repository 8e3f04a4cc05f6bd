"""The plan's identity, the agencies that answer for it, and who reports to whom."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from qt_ict.model.entry import (
    ONE_OR_MORE,
    Entry,
    Id,
    Listed,
    Named,
    NoteEntry,
    OneOrMore,
    Read,
    Said,
    Words,
    one_or_more,
)


class Identity(Listed):
    """The plan itself."""

    number: Words
    """Number of the document."""
    date: datetime.date
    """Date of the document."""
    identified_by: Said | None = None
    """Where number and date come from, if not from the text; every output that prints them says so."""
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

    domain: Id | None = None
    """The domain of the targets that it states, where they name neither one nor an indicator."""


class Agency(Listed):
    """An agency with tasks in the plan."""

    source: Id
    """Part and item of the plan."""


class CitedDocument(Listed):
    """A document that the plan cites; its id is its number, or its name and year where the plan gives no number."""

    date: datetime.date | None = None
    """Its date, where the plan gives it."""
    legal_basis: bool = False
    """True where the plan names it in its legal basis (căn cứ)."""
    source: OneOrMore
    """Parts and items of the plan that cite it."""


HowOften = Literal["half-year", "year", "regular", "as-prescribed", "on-request"]
"""How often something is reported; the last three are no fixed times."""


class Duty(Listed):
    """What an agency reports, to whom and how often."""

    agency: Id
    """The agency that reports."""
    to: Annotated[tuple[Id, ...], Read(one_or_more, ONE_OR_MORE)] = ()
    """The agencies that receive the report; left out where the plan names none."""
    every: Annotated[tuple[HowOften, ...], Field(strict=False)] = ()
    """How often: ``regular`` where the plan says no more than that, ``as-prescribed`` where it points to the rules for
    reports; left out where it says nothing."""
    every_inferred: bool = False
    """True where the interval is not said of this report, but follows from another one."""
    source: OneOrMore
    """Parts and items of the plan."""
    note: NoteEntry | None = None
    """A remark shown with the duties."""


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
