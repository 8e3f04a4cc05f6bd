"""Targets: what is promised, when it is due, and how the baseline measures it."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import Field
from pydantic_core import PydanticCustomError

from qt_ict.model.due import DUE, MILESTONES, Due, Waypoint, due_date, waypoints
from qt_ict.model.entry import SIGNED, Entry, Id, Ids, Listed, NoteEntry, OneOrMore, Read, Said, Words, signed_number
from qt_ict.model.figures import PUBLISHED_DATE, PublishedDate, published_date
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
        PydanticCustomError: ``number`` for anything else, ``two_ends`` for a range in one word.
    """
    if isinstance(value, str) and (ends := _RANGE.fullmatch(value.strip())):
        raise PydanticCustomError("two_ends", "two numbers in one word", {"low": ends[1], "high": ends[2]})
    if not isinstance(value, list):
        return signed_number(value)
    if len(value) != 2:
        raise PydanticCustomError("number", "not a number")
    low, high = sorted(signed_number(each) for each in value)
    return low, high


_RANGE = re.compile(r"([0-9]+(?:[.][0-9]+)?)\s*(?:-|–|—|[.]{2,3}|…|~|to|đến)\s*([0-9]+(?:[.][0-9]+)?)")
"""Two numbers as documents print what lies between them."""


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
    since: Annotated[PublishedDate | None, Read(published_date, PUBLISHED_DATE), Field(alias="from")] = None
    """With ``from_baseline``: the date whose value is meant instead of the first one, as with a target."""
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
    since: Annotated[PublishedDate | None, Read(published_date, PUBLISHED_DATE), Field(alias="from")] = None
    """With ``from_baseline``: the date whose value is meant instead of the first one, such as 2019; its last value in
    the year up to that date."""
    band: bool = False
    """With ``between``: true where both ends bind, so that leaving them upward misses it too; else the weaker end."""
    milestones: Annotated[tuple[Waypoint, ...], Read(waypoints, MILESTONES)] = ()
    """What is promised on the way, by date (a year, 2012-06, 2012-Q2 or a day) [unit]: ``{2012: 91, 2013: 92.5}``."""
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
    """The agency that leads (chủ trì), where the plan names one; left out, that of its indicator."""
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
            "since": revision.since,
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

    def on_the_way(self, milestone: Waypoint) -> "Target":
        """What is promised for the date of one of its milestones, as if that were a target."""
        update = {
            "due": milestone.due,
            "due_inferred": None,
            "value": milestone.value,
            "from_baseline": None,
            "since": None,
            "milestones": (),
            "revisions": (),
        }
        return self.model_copy(update=update)

    @property
    def last_days(self) -> tuple[datetime.date, ...]:
        """The last days on which the target is met in time."""
        return tuple(self.due.last_day(year) for year in self.due.listed_years) if self.due else ()

    @property
    def listed_years(self) -> tuple[int, ...]:
        """The calendar years under which the target is listed, milestones not counted."""
        return self.due.listed_years if self.due else ()

    @property
    def years_due(self) -> tuple[int, ...]:
        """The calendar years in which it or one of its milestones is due."""
        own = (year for each in self.milestones for year in each.due.years)
        return tuple(sorted({*own, *self.listed_years}))
