"""A plan with one thing as another version of it has it: what follows from a single change."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from qt_ict.engine.changes import Change
from qt_ict.model.figures import RoundFigures
from qt_ict.model.plan import Plan

Held = TypeVar("Held")


def filled(plan: Plan, other: Plan) -> Plan:
    """A plan that also knows the units of measure and indicators of another version.

    A target or figure of the other version can then be set into it; nothing is measured by them before.
    """
    return plan._replace(
        units={**other.units, **plan.units},
        indicators={**other.indicators, **plan.indicators},
    )


def part(plan: Plan, target: str, indicators: Iterable[str], figures: Iterable[str]) -> Plan:
    """What the verdicts on one target rest on: every round, but of its figures and indicators only those named.

    Args:
        plan: The plan.
        target: Id of the target; where the plan lacks it, no verdict is left.
        indicators: Ids of the indicators kept.
        figures: Ids of the figures kept.
    """
    rounds = (each._replace(figures=_only(each.figures, figures)) for each in plan.rounds)
    kept = plan._replace(
        indicators=_only(plan.indicators, indicators),
        targets=_only(plan.targets, (target,)),
    )
    return _with_rounds(kept, rounds)


def _only(entries: Mapping[str, Held], names: Iterable[str]) -> dict[str, Held]:
    return {name: entries[name] for name in names if name in entries}


def moved(plan: Plan, toward: Plan, change: Change) -> Plan:
    """A plan with one entry as another version has it, or without it where that one lacks it.

    A figure brings its round with it; a round stays as long as a figure stands in it, and an indicator as long as
    the plan lasts, since its target may name it.

    Args:
        plan: The plan, knowing the units and indicators of the other version.
        toward: The other version.
        change: Which entry.
    """
    match change.section:
        case "rounds":
            return _with_rounds(plan, _rounds_with_header(plan, toward, change.id))
        case "figures":
            return _with_rounds(plan, _rounds_with_figure(plan, toward, change))
        case "units":
            return plan._replace(units=_as_in(plan.units, toward.units, change.id))
        case "indicators":
            return plan._replace(indicators={**plan.indicators, **_only(toward.indicators, (change.id,))})
        case "targets":
            return plan._replace(targets=_as_in(plan.targets, toward.targets, change.id))


def _as_in(entries: Mapping[str, Held], others: Mapping[str, Held], name: str) -> dict[str, Held]:
    """Entries with one of them as others have it."""
    rest = {id_: each for id_, each in entries.items() if id_ != name}
    return rest | _only(others, (name,))


def _rounds_with_header(plan: Plan, toward: Plan, id_: str) -> list[RoundFigures]:
    rounds, others = _by_id(plan), _by_id(toward)
    if id_ in others:
        figures = rounds[id_].figures if id_ in rounds else {}
        rounds[id_] = others[id_]._replace(figures=figures)
    elif not rounds[id_].figures:
        del rounds[id_]
    return list(rounds.values())


def _rounds_with_figure(plan: Plan, toward: Plan, change: Change) -> list[RoundFigures]:
    rounds, others = _by_id(plan), _by_id(toward)
    id_ = change.round or plan.baseline.id
    theirs = others[id_].figures if id_ in others else {}
    here = rounds[id_] if id_ in rounds else others[id_]._replace(figures={})
    rounds[id_] = here._replace(figures=_as_in(here.figures, theirs, change.id))
    return list(rounds.values())


def _by_id(plan: Plan) -> dict[str, RoundFigures]:
    return {each.id: each for each in plan.rounds}


def _with_rounds(plan: Plan, rounds: Iterable[RoundFigures]) -> Plan:
    """A plan with other rounds, seen in its baseline."""
    first, *later = rounds
    later.sort(key=lambda each: each.round.date)
    return plan._replace(round=first.round, figures=first.figures, rounds=(first, *later))
