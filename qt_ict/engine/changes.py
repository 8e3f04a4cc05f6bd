"""What two versions of a plan say differently, as far as results rest on it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from qt_ict.engine.reasons import Reason
from qt_ict.model.entry import Entry
from qt_ict.model.figures import UNCERTAINTY, Figure, RoundFigures
from qt_ict.model.plan import Plan

SectionName = Literal["rounds", "units", "figures", "indicators", "targets"]

FIELDS: Mapping[SectionName, tuple[str, ...]] = {
    "rounds": ("date", "transcribed"),
    "units": ("kind", "negative", "floor", "ceiling", "rank"),
    "figures": (
        "value",
        "comparator",
        *UNCERTAINTY,
        "flag",
        "unit",
        "date",
        "definition",
        "starts_anew",
        "base",
        "per",
        "holds",
    ),
    "indicators": ("unit", "numerator", "denominator", "factor", "figure", "better", "per", "reference"),
    "targets": (
        "comparator",
        "value",
        "from_baseline",
        "since",
        "unit",
        "due",
        "band",
        "milestones",
        "measure",
        "indicator",
        "revisions",
    ),
}
"""What results rest on: everything else of an entry (names, sources, remarks) changes no number and no verdict."""


class Change(NamedTuple):
    """One entry that two versions of a plan state differently."""

    section: SectionName
    id: str
    round: str | None
    """Id of the round of a figure; None of other entries."""
    old: Entry | None
    """The entry before; None where it was added."""
    new: Entry | None
    """The entry after; None where it was removed."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields that differ; none where the entry was added or removed."""
        if self.old is None or self.new is None:
            return ()
        return tuple(name for name in FIELDS[self.section] if said(self.old, name) != said(self.new, name))


def said(entry: Entry, field: str) -> Any:
    """What an entry says in a field, as far as results rest on it: a figure's digits, a revision's numbers.

    >>> from qt_ict.model.indicators import Unit
    >>> said(Unit(vi="hộ", en="households", kind="count"), "kind")
    'count'
    """
    value = getattr(entry, field)
    if field == "revisions":
        return tuple(
            (each.date, each.comparator, each.value, each.from_baseline, each.since, each.unit) for each in value
        )
    # 45.60 says more than 45.6.
    return str(value) if field == "value" and isinstance(entry, Figure) else value


class Move(NamedTuple):
    """How far a figure moved between two versions, by the numbers as published."""

    difference: Fraction | Reason
    """new - old [unit of the figure]."""
    relative: Fraction | Reason
    """(new - old) / old [1]."""


def step(old: Figure, new: Figure) -> Move:
    """How far a figure moved; a bound moves by its number.

    >>> from decimal import Decimal
    >>> def figure(value): return Figure.model_construct(value=value, unit="%")
    >>> step(figure(40), figure(Decimal("45.5"))).relative
    Fraction(11, 80)
    """
    if old.unit != new.unit:
        return Move(Reason.UNIT_MISMATCH, Reason.UNIT_MISMATCH)
    moved = Fraction(new.value) - Fraction(old.value)
    if old.value < 0 or new.value < 0:
        return Move(moved, Reason.NEGATIVE)
    return Move(moved, moved / Fraction(old.value) if old.value else Reason.ZERO_BASE)


def step_of(change: Change) -> Move | None:
    """How far a changed figure moved; None of one that was added or removed, and of other entries."""
    if isinstance(change.old, Figure) and isinstance(change.new, Figure):
        return step(change.old, change.new)
    return None


def with_baseline_of(plan: Plan, other: Plan) -> Plan:
    """The plan with the id of its first round as in another version: under a new file name it is the same round."""
    first, *later = plan.rounds
    id_ = other.baseline.id
    return plan._replace(round_id=id_, rounds=(first._replace(id=id_), *later))


def changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Every entry that differs: rounds, units of measure, figures round by round, indicators, targets.

    Args:
        old: The plan before.
        new: The plan after, its first round under the same id.
    """
    return tuple(_changes(old, new))


def _changes(old: Plan, new: Plan) -> Iterator[Change]:
    before, after = ({each.id: each for each in plan.rounds} for plan in (old, new))
    ids = sorted({**before, **after}, key=lambda id_: (id_ != new.baseline.id, id_))
    yield from _of_entries("rounds", _headers(before), _headers(after))
    # A unit that is new or gone changes nothing by itself: what is counted in it says so.
    yield from (each for each in _of_entries("units", old.units, new.units) if each.fields)
    for id_ in ids:
        yield from _of_entries("figures", _figures(before, id_), _figures(after, id_), id_)
    yield from _of_entries("indicators", old.indicators, new.indicators)
    yield from _of_entries("targets", old.targets, new.targets)


def _headers(rounds: Mapping[str, RoundFigures]) -> dict[str, Entry]:
    return {id_: each.round for id_, each in rounds.items()}


def _figures(rounds: Mapping[str, RoundFigures], id_: str) -> Mapping[str, Entry]:
    return rounds[id_].figures if id_ in rounds else {}


def _of_entries(
    section: SectionName, old: Mapping[str, Entry], new: Mapping[str, Entry], round_id: str | None = None
) -> Iterator[Change]:
    """The entries of a section that differ, in the order of the newer version, the removed ones last."""
    for id_ in dict.fromkeys((*new, *old)):
        change = Change(section, id_, round_id, old.get(id_), new.get(id_))
        if change.old is None or change.new is None or change.fields:
            yield change
