"""Figures, and the rounds they belong to."""

import calendar
import datetime
import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field
from pydantic_core import PydanticCustomError

from qt_ict.language import Text
from qt_ict.model.entry import (
    SIGNED,
    WORDS,
    Acceptable,
    Entry,
    Id,
    Ids,
    Listed,
    NoteEntry,
    PositiveField,
    Read,
    Said,
    SignedField,
    Words,
    number,
    signed_number,
    words,
)
from qt_ict.model.periods import Per

FigureComparator = Literal["more_than", "at_least", "less_than", "at_most"]

DatePrecision = Literal["day", "month", "year"]

Flag = Literal["provisional", "estimated", "break"]
"""What a source marks a number with: it may still change, it was not counted, it counts otherwise than before it."""


class PublishedDate(NamedTuple):
    """A date as a document states it."""

    day: datetime.date
    """The day; the last one of a month or year."""
    precision: DatePrecision
    """What was stated."""

    @property
    def first_day(self) -> datetime.date:
        """The first day that can be meant: of a month or a year, its beginning.

        >>> published_date("2012-03").first_day
        datetime.date(2012, 3, 1)
        """
        match self.precision:
            case "day":
                return self.day
            case "month":
                return self.day.replace(day=1)
            case "year":
                return self.day.replace(month=1, day=1)


def published_date(value: Any) -> PublishedDate:
    """A day, or a month or year, which means its last day.

    Raises:
        PydanticCustomError: ``published_date`` for anything else.

    >>> published_date("2012-03")
    PublishedDate(day=datetime.date(2012, 3, 31), precision='month')
    >>> published_date(2012).day
    datetime.date(2012, 12, 31)
    """
    if type(value) is datetime.date:
        return PublishedDate(value, "day")
    if type(value) is int and _FIRST_YEAR <= value <= _LAST_YEAR:
        return PublishedDate(datetime.date(value, 12, 31), "year")
    found = _MONTH.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("published_date", "no date")
    year, month = map(int, found.groups())
    return PublishedDate(datetime.date(year, month, calendar.monthrange(year, month)[1]), "month")


_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_MONTH = re.compile(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])")

PUBLISHED_DATE: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))$",
    "patternErrorMessage": "Expected 2012-03-31, 2012-03 or 2012.",
    "minimum": _FIRST_YEAR,
    "maximum": _LAST_YEAR,
    "examples": ["2012-03-31", "2012-03", 2012],
}
"""What ``published_date`` accepts."""

DateField = Annotated[PublishedDate, Read(published_date, PUBLISHED_DATE)]
"""A day, month or year."""


def number_if_any(value: Any) -> int | Decimal | None:
    """A number; None where a form was not filled in.

    Raises:
        PydanticCustomError: As ``signed_number``.
    """
    return None if value is None else signed_number(value)


def confidence_level(value: Any) -> int | Decimal:
    """A level of confidence [%]: above 0 and below 100.

    Raises:
        PydanticCustomError: ``confidence`` for anything else, ``number`` and ``negative`` as ``number``.
    """
    found = number(value)
    if not 0 < found < CERTAINTY:
        raise PydanticCustomError("confidence", "no level of confidence")
    return found


CERTAINTY = 100
"""What no survey reaches [%]."""

CONFIDENCE: dict[str, Any] = {
    "type": "number",
    "exclusiveMinimum": 0,
    "exclusiveMaximum": CERTAINTY,
    "examples": [95],
}
"""What ``confidence_level`` accepts."""


class Round(Listed):
    """All figures of one date, from one or more documents."""

    document: Words | None = None
    """The document, and the part of it, that figures come from which name none of their own."""
    date: datetime.date
    """Date of every figure that states none of its own."""
    date_assumed: bool = False
    """True where that date is an assumption."""
    transcribed: bool
    """True where digits show precision: a printed 22% lies in [21.5, 22.5)."""


class Baseline(Round):
    """The first round."""

    document: Words
    """The document and part the figures come from."""


def words_if_any(value: Any) -> str | None:
    """One line of text; None where a form was not filled in.

    Raises:
        PydanticCustomError: As ``words``.
    """
    return None if value is None else words(value)


class LaterRound(Round):
    """A round after the baseline."""

    document: Annotated[str | None, Read(words_if_any, {**WORDS, "type": ["string", "null"]})] = None
    """The document the figures come from; each figure may name its own."""

    reports: Ids = ()
    """The reporting duties that it fulfils."""


class Restated(Entry):
    """What was published before for the same date; the figure itself is what counts."""

    value: SignedField
    """The number, digits as published [unit of the figure]."""
    comparator: FigureComparator | None = None
    """``more_than`` and its like where it was a bound."""
    document: Words
    """The document it was published in."""


UNCERTAINTY = ("low", "high", "confidence", "standard_error", "rounded_to")
"""Keys of a figure that say how far its number may be off, where it is no bound."""


class StretchBase(Entry):
    """Where a new stretch of a figure begins: a value by the new way of counting, of an earlier date."""

    value: SignedField
    """The number, digits as published [unit of the figure]."""
    date: DateField
    """Its date; a month or a year means its last day."""
    document: Words | None = None
    """The document it was published in, where that is not the figure's."""


AS_PLANNED = Text.same("as_planned")
"""Under ``definition`` of a later round: what is counted is what the plan counts again."""


class Publication(Entry):
    """What a document publishes beside a number."""

    comparator: FigureComparator | None = None
    """``more_than`` and its like where the source gives a bound; left out where it is exact."""
    low: SignedField | None = None
    """Lower end of the interval that a survey gives [unit]; goes with ``high``."""
    high: SignedField | None = None
    """Upper end of that interval [unit]."""
    confidence: Annotated[int | Decimal, Read(confidence_level, CONFIDENCE)] | None = None
    """How sure the survey is of that interval [%], mostly 95; left out where it does not say."""
    standard_error: PositiveField | None = None
    """Standard error, where a survey gives that instead of an interval [unit]: 1.96 of them either way are 95%."""
    rounded_to: PositiveField | None = None
    """What the number is rounded to, where that is known [unit]: 100 for "534.9 thousand", written 534900."""
    flag: Flag | None = None
    """``provisional``, ``estimated`` or ``break`` where the source marks the number so; shown beside it: 13.5 (p)."""
    printed: Words | None = None
    """The ratio printed beside the count, exactly as printed."""
    of: Id | None = None
    """The figure that ratio is taken of."""
    parts: Ids = ()
    """The figures that make up this total."""
    conflicts_with: Ids = ()
    """Other statements of the same thing that contradict this one."""
    implies: Ids = ()
    """The figures in which everything that this one counts should be counted too, so that none of them is smaller."""
    date: DateField | None = None
    """Date, where the source states it; a month or a year means its last day."""
    document: Words | None = None
    """The document, where it is not that of the round."""
    definition: Said | None = None
    """What is counted, where it is not what the plan counts: such values are compared only with their like.
    It continues in later rounds until another one is given there, or ``as_planned``."""
    starts_anew: Annotated[bool, Field(alias="break")] = False
    """True where the figure is counted anew from here on, by its ``definition``: verdicts run from ``base``, or from
    this value without one; the values before stay visible, and are not compared."""
    base: StretchBase | None = None
    """With ``break``: an earlier value by the new way of counting, from which the new stretch is judged."""
    per: Per | None = None
    """Of things that happen again and again (people trained a year) the period that is counted, from its beginning to
    the date of the figure: ``year``, ``half-year``, ``quarter`` or ``month``. They add up toward a target."""
    cumulative: bool = False
    """True for a count of all there ever was, such as courses held since the start: it never falls."""
    restates: Annotated[tuple[Restated, ...], Field(strict=False)] = ()
    """Earlier publications for the same date, which this one replaces; all are kept."""
    note: NoteEntry | None = None
    """A remark shown with the results."""

    @property
    def of_survey(self) -> bool:
        """True where a survey says how far the number may be off."""
        return self.low is not None or self.standard_error is not None

    @property
    def stands_for_itself(self) -> bool:
        """True where nothing is said of how far the number may be off: no bound, no survey, no rounding."""
        return self.comparator is None and not self.of_survey and self.rounded_to is None


_OTHERS = ("parts", "conflicts_with", "implies")
"""Keys of a figure that name several others."""


class Figure(Publication, Listed):
    """One published number: a count, or a percentage printed without its count."""

    value: SignedField
    """The number, digits as published [unit]."""
    unit: Id
    """Unit of measure."""
    source: Id
    """Part and item of the document."""
    holds: bool = False
    """True for a number that does not change by itself, such as 27 Member States: rounds without it use it too."""

    def among(self, names: Collection[str]) -> "Figure":
        """The figure where only some others are known: it is part or whole of no other one."""
        known = {key: tuple(each for each in getattr(self, key) if each in names) for key in _OTHERS}
        parts = self.parts if len(known["parts"]) == len(self.parts) else ()
        return self.model_copy(update={**known, "parts": parts, "of": self.of if self.of in names else None})

    @property
    def of_base(self) -> "Figure":
        """The figure as its base says it; itself without one."""
        if self.base is None:
            return self
        alone: dict[str, None] = dict.fromkeys(("comparator", *UNCERTAINTY, "printed", "of", "note", "base"))
        several: dict[str, tuple[()]] = dict.fromkeys(("parts", "implies", "conflicts_with", "restates"), ())
        own = {"value": self.base.value, "date": self.base.date, "document": self.base.document or self.document}
        return self.model_copy(update={**alone, **several, **own, "starts_anew": False})


class Reported(Publication, Acceptable):
    """A figure of a later round; what an earlier round says of it is not said again."""

    vi: Words | None = None
    """Name in Vietnamese, of a figure that no earlier round has."""
    en: Words | None = None
    """Name in English, of a figure that no earlier round has."""
    value: Annotated[int | Decimal | None, Read(number_if_any, {**SIGNED, "type": ["number", "null"]})] = None
    """The number, digits as published [unit]; empty where it was not reported."""
    unit: Id | None = None
    """Unit of measure, of a figure that no earlier round has."""
    source: Words | None = None
    """Part, item or page of the document."""
    holds: bool | None = None
    """True where it holds for the rounds after this one too; false where it no longer does; else as before."""

    def figure(
        self,
        earlier: Figure | None,
        header: Round,
        here: Mapping[str, "Reported"],
        declared: Text | None = None,
        held: Collection[str] = (),
    ) -> Figure | None:
        """The figure as if everything were said of it in its round; None without a number.

        Args:
            earlier: The same figure of an earlier round; loading requires names and unit without one.
            header: The round it stands in.
            here: All figures of that round: what the figure is part or whole of counts only where it is there.
            declared: The definition that an earlier round gave it last, which continues; None without one.
            held: Ids of figures of earlier rounds that hold in it too.
        """
        if self.value is None:
            return None
        document, definition = self.document or header.document, self.definition or declared
        of, parts = self.of or (earlier.of if earlier else None), self.parts or (earlier.parts if earlier else ())
        implies = self.implies or (earlier.implies if earlier else ())

        def known(name: str | None) -> bool:
            return name is not None and (name in held or (name in here and here[name].value is not None))

        return Figure.model_construct(
            vi=self.vi or (earlier.vi if earlier else ""),
            en=self.en or (earlier.en if earlier else ""),
            value=self.value,
            unit=self.unit or (earlier.unit if earlier else ""),
            source=self.source or document or header.date.isoformat(),
            comparator=self.comparator,
            **{key: getattr(self, key) for key in UNCERTAINTY},
            flag=self.flag,
            printed=self.printed,
            of=of if known(of) else None,
            parts=parts if all(map(known, parts)) else (),
            conflicts_with=tuple(filter(known, self.conflicts_with)),
            implies=tuple(filter(known, implies)),
            date=self.date,
            document=document,
            definition=None if definition == AS_PLANNED else definition,
            starts_anew=self.starts_anew,
            base=self.base,
            per=self.per or (earlier.per if earlier else None),
            cumulative=self.cumulative or (earlier is not None and earlier.cumulative),
            holds=self.holds if self.holds is not None else earlier is not None and earlier.holds,
            restates=self.restates,
            note=self.note,
            accept=self.accept,
        )


class RoundFigures(NamedTuple):
    """A round with its figures."""

    id: str
    """Name of the round's file without its ending."""
    round: Round
    figures: Mapping[str, Figure]
    """The figures that have a number, by id."""
    unread: frozenset[str] = frozenset()
    """Figures of which it says what could not be read: later rounds are not compared with it."""
    incomplete: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The parts, as declared, of totals that have a number here while some of their parts have none."""
    continued: Mapping[str, str] = MappingProxyType({})
    """Figures whose definition is not said here but continues, by id; with the round that declared it."""

    def dated(self, name: str) -> Figure:
        """A figure that says its date and document itself, so that it can be seen in another round."""
        figure = self.figures[name]
        own = figure.date or PublishedDate(self.round.date, "day")
        document = figure.document or self.round.document
        return figure.model_copy(update={"date": own, "document": document})

    def has(self, figures: Iterable[str]) -> bool:
        """True where the round has every one of some figures."""
        return all(name in self.figures for name in figures)
