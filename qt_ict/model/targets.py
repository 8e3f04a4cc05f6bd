"""Targets: what is promised, when it is due, and how the baseline measures it."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import Field
from pydantic_core import PydanticCustomError

from qt_ict.model.entry import SIGNED, Entry, Id, Ids, Listed, NoteEntry, OneOrMore, Read, Said, Words, signed_number
from qt_ict.model.from_baseline import FROM_BASELINE, FromBaseline
from qt_ict.model.from_baseline import from_baseline as words_of_baseline

Comparator = Literal[
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "about",
    "between",
    "all",
    "nearly_all",
    "most",
    "some",
    "qualitative",
]
"""The plan's words, read: see the table in docs/words.md."""

NUMERIC: frozenset[Comparator] = frozenset(("at_least", "more_than", "at_most", "less_than", "about", "between"))
"""Comparators that carry a number."""

Measure = Literal["direct", "bounds", "proxy", "none"]

TargetValue = int | Decimal | tuple[int | Decimal, int | Decimal]

DueKind = Literal["by", "before", "after", "period", "yearly"]


class Due(NamedTuple):
    """When a target is due."""

    kind: DueKind
    years: tuple[int, ...]
    """Calendar years named: one; the start and end of a period; several where left open."""

    @property
    def listed_years(self) -> tuple[int, ...]:
        """The calendar years under which the target is listed; none for "after" and "yearly"."""
        if self.kind in ("after", "yearly"):
            return ()
        return self.years[-1:] if self.kind == "period" else self.years

    def last_year(self, listed: int) -> int:
        """The calendar year at whose end the target is due, when listed under a year.

        >>> Due("before", (2015,)).last_year(2015)
        2014
        """
        return listed - 1 if self.kind == "before" else listed


def due_date(value: Any) -> Due:
    """What stands under ``due``.

    Raises:
        PydanticCustomError: ``due`` for anything that is no due date.

    >>> due_date(2015), due_date("before 2015").kind, due_date("2011-2020").listed_years
    (Due(kind='by', years=(2015,)), 'before', (2020,))
    """
    years = value if isinstance(value, list) else [value]
    if years and all(type(year) is int and _FIRST <= year <= _LAST for year in years):
        return Due("by", tuple(sorted(set(years))))
    if value == "yearly":
        return Due("yearly", ())
    found = _WORDED.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("due", "no due date")
    word, year, start, end = found.groups()
    if word:
        return Due("before" if word == "before" else "after", (int(year),))
    if start > end:
        raise PydanticCustomError("due", "no due date")
    return Due("period", (int(start), int(end)))


_FIRST, _LAST = 1900, 2099
_WORDED = re.compile(r"(before|after) ((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2}) ?- ?((?:19|20)[0-9]{2})")
_YEARS: dict[str, Any] = {"minimum": _FIRST, "maximum": _LAST}

DUE: dict[str, Any] = {
    "type": ["integer", "string", "array"],
    **_YEARS,
    "pattern": f"^(?:yearly|{_WORDED.pattern})$",
    "patternErrorMessage": "Expected 2015, before 2015, after 2015, 2011-2020, yearly or [2015, 2020].",
    "minItems": 1,
    "items": {"type": "integer", **_YEARS},
    "examples": [2015, "before 2015", "after 2015", "2011-2020", "yearly", [2015, 2020]],
}
"""What ``due_date`` accepts; a period that ends before it starts is left to it."""


YearSource = Literal["item", "clause", "title"]
"""Where the year of a target comes from that its own clause does not name: see docs/figures.md."""


def year_source(value: Any) -> YearSource | None:
    """What stands under ``due_inferred``; ``true`` means ``item``, ``false`` that the year is the target's own.

    Raises:
        PydanticCustomError: ``due_inferred`` for anything else.

    >>> year_source(True), year_source("title"), year_source(False)
    ('item', 'title', None)
    """
    if isinstance(value, bool):
        return "item" if value else None
    if value in YEAR_SOURCES:
        return next(each for each in YEAR_SOURCES if each == value)
    raise PydanticCustomError("due_inferred", "neither true nor a source of the year")


YEAR_SOURCES: tuple[YearSource, ...] = get_args(YearSource)

DUE_INFERRED: dict[str, Any] = {"enum": [True, False, *YEAR_SOURCES]}
"""What ``year_source`` accepts."""


def target_value(value: Any) -> TargetValue:
    """A number, or two for ``between``, weaker end first or last alike.

    Raises:
        PydanticCustomError: ``number``.
    """
    if not isinstance(value, list):
        return signed_number(value)
    if len(value) != 2:
        raise PydanticCustomError("number", "not a number")
    low, high = sorted(signed_number(each) for each in value)
    return low, high


TARGET_VALUE: dict[str, Any] = {**SIGNED, "type": ["number", "array"], "items": SIGNED, "minItems": 2, "maxItems": 2}
"""What ``target_value`` accepts."""


class Revision(Entry):
    """What a later document makes of a target; all versions stay."""

    document: Words
    """Number of the later document."""
    date: datetime.date
    """Date of that document; the version is in force from then on."""
    comparator: Comparator
    """How the document words the quantity."""
    value: Annotated[TargetValue, Read(target_value, TARGET_VALUE)] | None = None
    """The number promised [unit]; with ``between`` two of them, [low, high]."""
    from_baseline: Annotated[FromBaseline, Read(words_of_baseline, FROM_BASELINE)] | None = None
    """Instead of a number: what becomes of the indicator's first value, as with a target."""
    unit: Id | None = None
    """Unit of measure, where the first statement names none."""
    why: Said | None = None
    """The reason, where the document gives one; never invented."""


class Target(Listed):
    """One commitment of the plan."""

    domain: Id
    """Heading of the plan."""
    due: Annotated[Due, Read(due_date, DUE)] | None = None
    """When it is due; left out where the plan names no time."""
    due_inferred: Annotated[YearSource | None, Read(year_source, DUE_INFERRED)] = None
    """Where the year comes from if the clause names none: ``item`` or true, the last one named before it in its item;
    ``clause``, another clause of its sentence; ``title``, the title of a document that it names."""
    comparator: Comparator
    """How the plan words the quantity: with a number up to ``between``, without one from ``all`` (100%) on."""
    value: Annotated[TargetValue, Read(target_value, TARGET_VALUE)] | None = None
    """The number promised [unit]; with ``between`` two of them, [low, high]."""
    from_baseline: Annotated[FromBaseline, Read(words_of_baseline, FROM_BASELINE)] | None = None
    """Instead of a number: what becomes of the indicator's first value: ``double``, ``halve``, ``x 1.5``, ``-30%`` of
    it, ``+10 points`` of a share, ``+200 schools`` in the unit of measure."""
    unit: Id | None = None
    """Unit of measure of the number."""
    measure: Measure
    """How the baseline measures it: ``direct``; ``bounds``, as an interval; ``proxy``, something related; ``none``."""
    indicator: Id | None = None
    """The indicator that measures it; with ``proxy``, the related one."""
    within: Id | None = None
    """The target whose things this one is a share of."""
    conflicts_with: Ids = ()
    """Other statements of the same commitment that differ."""
    agency: Id | None = None
    """The agency that leads (chủ trì), where the plan names one."""
    cooperating: Ids = ()
    """The agencies that the plan names beside it as cooperating (phối hợp)."""
    source: OneOrMore
    """Parts and items of the plan."""
    document: Words | None = None
    """Number of the document that first states it, where that is not the plan."""
    date: datetime.date | None = None
    """Date of that document."""
    revisions: Annotated[tuple[Revision, ...], Field(strict=False)] = ()
    """What later documents made of it."""
    note: NoteEntry | None = None
    """A remark shown with the results."""

    def revision(self, day: datetime.date) -> Revision | None:
        """The latest revision in force on a day; None where the first statement still is."""
        known = [each for each in self.revisions if each.date <= day]
        return max(known, key=lambda each: each.date) if known else None

    def known_by(self, day: datetime.date) -> "Target":
        """The target without the revisions that are later than a day."""
        known = tuple(each for each in self.revisions if each.date <= day)
        return self if known == self.revisions else self.model_copy(update={"revisions": known})

    def in_force(self, day: datetime.date) -> "Target":
        """The target as its version in force on a day words it."""
        revision = self.revision(day)
        return self.revised(revision) if revision else self

    def revised(self, revision: Revision) -> "Target":
        """The target as one of its revisions words it."""
        update = {
            "comparator": revision.comparator,
            "value": revision.value,
            "from_baseline": revision.from_baseline,
            "unit": self.unit_of(revision) if revision.comparator in NUMERIC else None,
            "source": (revision.document,),
        }
        return self.model_copy(update=update)

    def unit_of(self, revision: Revision) -> str | None:
        """The unit of measure of a revision's number: its own, else that of the first statement; % for "all"."""
        return revision.unit or self.unit or ("%" if self.comparator == "all" else None)

    @property
    def numbers(self) -> tuple[int | Decimal, ...]:
        """The numbers promised: one, two for ``between``, none for words alone and for what the baseline decides."""
        if self.value is None:
            return ()
        return self.value if isinstance(self.value, tuple) else (self.value,)

    @property
    def last_years(self) -> tuple[int, ...]:
        """The calendar years at whose end the target is due."""
        return tuple(self.due.last_year(year) for year in self.due.listed_years) if self.due else ()

    @property
    def listed_years(self) -> tuple[int, ...]:
        """The calendar years under which the target is listed."""
        return self.due.listed_years if self.due else ()
