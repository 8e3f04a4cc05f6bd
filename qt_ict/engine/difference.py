"""What differs between two versions of a plan, and what that does to the verdicts."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.engine.attribution import JUDGEMENTS, JudgedBy, Origin, Standings, Trial, by_row, statuses
from qt_ict.engine.changes import Change, changes, with_baseline_of
from qt_ict.engine.evidence import TargetYear
from qt_ict.engine.standing import Standing
from qt_ict.model.plan import Plan


class ChangedVerdict(NamedTuple):
    """A verdict that is another than before, and why."""

    target: str
    """Id of the target."""
    year: int | None
    """Calendar year it is listed under; None without one."""
    judgement: JudgedBy
    old: Standing | None
    """None where the target was not listed under that year."""
    new: Standing | None
    """None where it no longer is."""
    cause: Origin


class Difference(NamedTuple):
    """All that differs between two versions of a plan."""

    changes: tuple[Change, ...]
    verdicts: tuple[ChangedVerdict, ...]
    values: int
    """Targets in their due years whose value is another, while their verdicts stand."""


def difference(old: Plan, new: Plan) -> Difference:
    """What two versions of a plan say differently, and what that does to the verdicts.

    Args:
        old: The plan before.
        new: The plan after.
    """
    old = with_baseline_of(old, new)
    found = changes(old, new)
    before, after = by_row(old), by_row(new)
    verdicts = tuple(_verdicts(Trial(old, new, found), before, after))
    judged = {row.key for each in verdicts for row in (each.old, each.new) if row}
    both = before.keys() & after.keys() - judged
    values = sum(before[row].distance.value != after[row].distance.value for row in both)
    return Difference(found, verdicts, values)


def _verdicts(trial: Trial, before: Standings, after: Standings) -> Iterator[ChangedVerdict]:
    """The changed verdicts in the order of the newer plan, those of removed targets last."""
    for target, found in _changed(before, after).items():
        for (row, judgement), cause in zip(found, trial.causes(target, found), strict=True):
            yield ChangedVerdict(*row[:2], judgement, before.get(row), after.get(row), cause)


def _changed(before: Standings, after: Standings) -> dict[str, list[tuple[TargetYear, JudgedBy]]]:
    """The verdicts that differ, by target."""
    found: dict[str, list[tuple[TargetYear, JudgedBy]]] = {}
    for row in dict.fromkeys((*after, *before)):
        for judgement in JUDGEMENTS:
            if statuses(before, row, judgement) != statuses(after, row, judgement):
                found.setdefault(row[0], []).append((row, judgement))
    return found
