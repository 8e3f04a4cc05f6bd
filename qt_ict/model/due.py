"""When a target is due: a year, a finer date, a period, every year; and the milestones on the way."""

import calendar
import datetime
import re
from decimal import Decimal
from functools import partial
from typing import Any, Literal, NamedTuple

from pydantic_core import PydanticCustomError

from qt_ict.model.entry import OF_KEY, SIGNED, Faults, signed_number

DueKind = Literal["by", "before", "after", "period", "yearly"]

DuePrecision = Literal["year", "quarter", "month", "day"]


class DueDay(NamedTuple):
    """The last day on which a target is met in time, where a document names more than a year."""

    day: datetime.date
    precision: DuePrecision
    """What the document names; its last day is meant."""


class Due(NamedTuple):
    """When a target is due."""

    kind: DueKind
    years: tuple[int, ...]
    """Calendar years named: one; the start and end of a period, and of "yearly" where it names them; several where left
    open."""
    finer: DueDay | None = None
    """The very day, where a day, a month or a quarter is named; then ``years`` is its calendar year."""
    is_milestone: bool = False
    """True on the way to what is promised, False for that itself."""

    @property
    def listed_years(self) -> tuple[int, ...]:
        """The calendar years under which the target is listed; none for "after" and "yearly"."""
        if self.kind in ("after", "yearly"):
            return ()
        return self.years[-1:] if self.kind == "period" else self.years

    def every_year(self, first: int, last: int) -> range:
        """The years of "yearly": those it names, the last of them whatever the day, else from a year to another.

        >>> due_date("yearly 2021-2025").every_year(2022, 2035), due_date("yearly").every_year(2022, 2024)
        (range(2021, 2026), range(2022, 2025))
        """
        if not self.years:
            return range(first, last + 1)
        return range(self.years[0], min(self.years[-1], last) + 1)

    def last_day(self, listed: int) -> datetime.date:
        """The last day on which the target is met in time, when listed under a calendar year.

        >>> Due("before", (2015,)).last_day(2015), due_date("2025-Q2").last_day(2025)
        (datetime.date(2014, 12, 31), datetime.date(2025, 6, 30))
        """
        if self.finer is not None:
            return self.finer.day
        return datetime.date(listed - 1 if self.kind == "before" else listed, 12, 31)


def due_date(value: Any) -> Due:
    """What stands under ``due``.

    Raises:
        PydanticCustomError: ``due`` for anything that is no due date, ``backwards`` for a period that ends before it
            begins.
        ValidationError: Everything in a list that is no year, and every year that stands in it twice.

    >>> due_date(2015), due_date("before 2015").kind, due_date("2011-2020").listed_years
    (Due(kind='by', years=(2015,), finer=None, is_milestone=False), 'before', (2020,))
    >>> due_date("yearly 2021-2025")
    Due(kind='yearly', years=(2021, 2025), finer=None, is_milestone=False)
    >>> due_date("2025-06").finer
    DueDay(day=datetime.date(2025, 6, 30), precision='month')
    """
    if isinstance(value, list) and value:
        return Due("by", tuple(sorted(_open_years(value))))
    if _is_year(value):
        return Due("by", (value,))
    if value == "yearly":
        return Due("yearly", ())
    finer = _due_day(value)
    if finer is not None:
        return Due("by", (finer.day.year,), finer)
    found = _WORDED.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("due", "no due date")
    word, year, yearly, start, end = found.groups()
    if word:
        return Due("before" if word == "before" else "after", (int(year),))
    if start > end:
        raise PydanticCustomError("backwards", "ends before it begins", {"start": end, "end": start})
    return Due("yearly" if yearly else "period", (int(start), int(end)))


def _is_year(value: Any) -> bool:
    return type(value) is int and _FIRST <= value <= _LAST


def _open_years(values: list[Any]) -> list[int]:
    """The years of a list of which a document leaves open which one is due."""
    faults = Faults()
    for index, each in enumerate(values):
        faults.read(partial(_another_year, before=values[:index]), each, (index,))
    faults.refuse()
    return values


def _another_year(value: Any, before: list[Any]) -> int:
    if not _is_year(value):
        raise PydanticCustomError("due_year", "no year")
    if value in before:
        raise PydanticCustomError("due_again", "a year named before")
    return int(value)


def _due_day(value: Any) -> DueDay | None:
    """The day that a day, a month or a quarter means; None for anything else."""
    if type(value) is datetime.date:
        return DueDay(value, "day") if _FIRST <= value.year <= _LAST else None
    found = _FINER.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    year, month, quarter = found.groups()
    last = int(month) if month else int(quarter) * 3
    end = datetime.date(int(year), last, calendar.monthrange(int(year), last)[1])
    return DueDay(end, "month" if month else "quarter")


_FIRST, _LAST = 1900, 2099
_WORDED = re.compile(r"(before|after) ((?:19|20)[0-9]{2})|(yearly )?((?:19|20)[0-9]{2}) ?- ?((?:19|20)[0-9]{2})")
_FINER = re.compile(r"((?:19|20)[0-9]{2})-(?:(0[1-9]|1[0-2])|Q([1-4]))")
_DAY = "(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
_YEARS: dict[str, Any] = {"minimum": _FIRST, "maximum": _LAST}

DUE: dict[str, Any] = {
    "type": ["integer", "string", "array"],
    **_YEARS,
    "pattern": f"^(?:yearly|{_WORDED.pattern}|{_FINER.pattern}|{_DAY})$",
    "patternErrorMessage": (
        "Expected 2015, 2025-06, 2025-06-30, 2025-Q2, before 2015, after 2015, 2011-2020, yearly, yearly 2011-2015 or "
        "[2015, 2020]."
    ),
    "minItems": 1,
    "uniqueItems": True,
    "items": {"type": "integer", **_YEARS},
    "examples": [
        2015,
        "2025-06",
        "2025-06-30",
        "2025-Q2",
        "before 2015",
        "after 2015",
        "2011-2020",
        "yearly",
        "yearly 2011-2015",
        [2015, 2020],
    ],
}
"""What ``due_date`` accepts; a period that ends before it starts is left to it."""


class Waypoint(NamedTuple):
    """A milestone of a target: what is promised for an earlier date."""

    due: Due
    value: int | Decimal
    """The number promised [unit of the target]."""
    written: str
    """Its date as it is written: the key that it stands under."""

    @property
    def day(self) -> datetime.date:
        """The last day on which it is met in time."""
        return self.due.last_day(self.due.years[0])


def waypoints(value: Any) -> tuple[Waypoint, ...]:
    """What stands under ``milestones``, by date.

    Raises:
        PydanticCustomError: ``milestones`` for anything but dates with a number each.
        ValidationError: Every date and number that cannot be read: ``milestone_date``, ``same_day`` for a day that
            another key names too, ``number``.

    >>> [(each.due.years, each.value) for each in waypoints({"2013": Decimal("92.5"), "2012": 91})]
    [((2012,), 91), ((2013,), Decimal('92.5'))]
    """
    if not isinstance(value, dict) or not value:
        raise PydanticCustomError("milestones", "no milestones")
    faults, found = Faults(), []
    days: dict[datetime.date, str] = {}
    for key, promised in value.items():
        due = faults.read(partial(_milestone_due, days=days), key, (key, OF_KEY))
        number = faults.read(signed_number, promised, (key,))
        if due is not None and number is not None:
            found.append(Waypoint(due, number, str(key)))
    faults.refuse()
    return tuple(sorted(found, key=lambda each: each.day))


def _milestone_due(written: Any, days: dict[datetime.date, str]) -> Due:
    """The date of a milestone that no milestone before it has; it is added to the days that they have."""
    due = _milestone_date(written)
    day = due.last_day(due.years[0])
    if day in days:
        raise PydanticCustomError("same_day", "a day named before", {"first": days[day]})
    days[day] = str(written)
    return due


def _milestone_date(value: Any) -> Due:
    """A year, quarter, month or day; keys are text, and so are years and days among them."""
    known = value
    if isinstance(value, str) and re.fullmatch("(?:19|20)[0-9]{2}", value):
        known = int(value)
    elif isinstance(value, str) and re.fullmatch(_DAY, value):
        known = _day(value)
    try:
        found = due_date(known)
    except PydanticCustomError:
        found = None
    if found is None or found.kind != "by":
        raise PydanticCustomError("milestone_date", "no date of a milestone")
    return found._replace(is_milestone=True)


def _day(text: str) -> datetime.date | None:
    """The day that is written; None where there is no such day."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


MILESTONES: dict[str, Any] = {
    "type": "object",
    "propertyNames": {"pattern": f"^(?:(?:19|20)[0-9]{{2}}|{_FINER.pattern}|{_DAY})$"},
    "additionalProperties": SIGNED,
    "minProperties": 1,
    "examples": [{"2012": 91, "2013": 92.5}],
}
"""What ``waypoints`` accepts."""
