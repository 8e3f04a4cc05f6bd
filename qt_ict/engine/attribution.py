"""Which changes a verdict comes from: every one is made alone in the older plan and unmade alone in the newer one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from qt_ict.engine.changes import Change
from qt_ict.engine.evidence import TargetYear
from qt_ict.engine.mixture import filled, moved, part
from qt_ict.engine.standing import Standing, standings
from qt_ict.model.plan import Plan

JudgedBy = Literal["gap", "progress"]
"""gap: whether the value meets the target; progress: what the pace so far means for it."""
JUDGEMENTS: tuple[JudgedBy, ...] = ("gap", "progress")

Attribution = Literal["alone", "needed", "together"]
"""alone: each of the changes by itself turns the old verdict into the new one. needed: none does, but without any one
of them the old verdict stands. together: neither; these are all changes that the target rests on."""

MOST_TRIED = 100
"""Changes that are tried singly for one target; of more all are named together."""


Standings = Mapping[TargetYear, Standing]


def by_row(plan: Plan) -> dict[TargetYear, Standing]:
    """How every target of a plan is judged in each of its due years."""
    return {row.key: row for row in standings(plan)}


def statuses(found: Standings, row: TargetYear, judgement: JudgedBy) -> tuple[str, ...]:
    """The statuses of one row; none where there is no such row."""
    return statuses_of(found[row], judgement) if row in found else ()


def statuses_of(row: Standing, judgement: JudgedBy) -> tuple[str, ...]:
    """The statuses that are possible: one where the figures decide, none where nothing can be said."""
    return (row.status,) if judgement == "gap" else row.course.judged.status


class Origin(NamedTuple):
    """What a changed verdict comes from."""

    changes: tuple[Change, ...]
    attribution: Attribution


class Trial:
    """Two versions of a plan in which changes are tried one by one."""

    def __init__(self, old: Plan, new: Plan, changes: Sequence[Change]) -> None:
        self._old = filled(old, new)
        self._new = filled(new, old)
        self._by_place: dict[tuple[str, str], list[Change]] = {}
        for change in changes:
            self._by_place.setdefault((change.section, change.id), []).append(change)
        self._anywhere = [each for each in changes if each.section in ("rounds", "units")]

    def causes(self, target: str, verdicts: Sequence[tuple[TargetYear, JudgedBy]]) -> list[Origin]:
        """What some changed verdicts of one target come from.

        Args:
            target: Id of the target.
            verdicts: Its verdicts that differ between the two versions.
        """
        before, after = self._parts(target)
        old, new = by_row(before), by_row(after)
        candidates = self._candidates(target, before, after)
        tried = candidates if len(candidates) <= MOST_TRIED else ()
        made = [(each, by_row(moved(before, after, each))) for each in tried]
        unmade: list[tuple[Change, Standings]] = []
        found = []
        for row, judgement in verdicts:
            if row not in old or row not in new:
                found.append(Origin(tuple(self._by_place["targets", target]), "alone"))
                continue
            alone = _leading_to(statuses(new, row, judgement), row, judgement, made, before)
            if not alone:
                unmade = unmade or [(each, by_row(moved(after, before, each))) for each in tried]
            needed = _leading_to(statuses(old, row, judgement), row, judgement, unmade, after)
            found.append(_cause(alone, needed, candidates))
        return found

    def _parts(self, target: str) -> tuple[Plan, Plan]:
        """Both versions as far as the verdicts on one target rest on them."""
        both = (self._old, self._new)
        named = [each.targets[target].indicator for each in both if target in each.targets]
        indicators = [each for each in dict.fromkeys(named) if each is not None]
        figures = dict.fromkeys(name for each in both for id_ in indicators for name in each.indicators[id_].figures)
        wholes = dict.fromkeys(name for each in both for name in _wholes(each, figures))
        before, after = (part(each, target, indicators, (*figures, *wholes)) for each in both)
        return before, after

    def _candidates(self, target: str, before: Plan, after: Plan) -> tuple[Change, ...]:
        """The changes that the verdicts on a target may come from."""
        units = _units(before) | _units(after)
        figures = dict.fromkeys(name for each in (before, after) for one in each.rounds for name in one.figures)
        indicators = dict.fromkeys((*before.indicators, *after.indicators))
        places = [("targets", target), *(("indicators", each) for each in indicators)]
        places += [("figures", each) for each in figures]
        anywhere = (each for each in self._anywhere if each.section == "rounds" or each.id in units)
        return (*(change for place in places for change in self._by_place.get(place, ())), *anywhere)


def _wholes(plan: Plan, figures: Iterable[str]) -> Iterator[str]:
    """The figures that percentages printed without a count are taken of: how many things they are rests on them."""
    for each in plan.rounds:
        yield from (each.figures[name].of or name for name in figures if name in each.figures)


def _units(plan: Plan) -> set[str]:
    """The units of measure that a part of a plan counts in."""
    figures = {figure.unit for each in plan.rounds for figure in each.figures.values()}
    return figures | {each.unit for each in plan.indicators.values()}


def _leading_to(
    wanted: tuple[str, ...], row: TargetYear, judgement: JudgedBy, tried: Sequence[tuple[Change, Standings]], plan: Plan
) -> tuple[Change, ...]:
    """The changes that lead to a verdict.

    Args:
        wanted: The statuses of that verdict.
        row: The target and year it is about.
        judgement: Which verdict.
        tried: Every change with what follows from it.
        plan: The plan it was made in.
    """
    found = [change for change, outcome in tried if statuses(outcome, row, judgement) == wanted]
    there = {each.id for each in plan.rounds}
    # A figure brings its round with it: what the round does alone is not the figure's doing.
    rounds = {change.id for change in found if change.section == "rounds"} - there
    return tuple(change for change in found if change.round not in rounds)


def _cause(alone: tuple[Change, ...], needed: tuple[Change, ...], candidates: tuple[Change, ...]) -> Origin:
    if alone:
        return Origin(alone, "alone")
    return Origin(needed, "needed") if needed else Origin(tuple(_whole(candidates)), "together")


def _whole(changes: Sequence[Change]) -> Iterator[Change]:
    """Changes without the rounds that come and go with their figures."""
    with_figures = {change.round for change in changes if change.section == "figures"}
    for change in changes:
        if change.section != "rounds" or change.fields or change.id not in with_figures:
            yield change
