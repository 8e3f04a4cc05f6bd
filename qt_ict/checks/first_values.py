"""What targets are held against: the value from which they are judged, and what documents say of it."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.checks.check import Seen, Statement, stated
from qt_ict.checks.facts import Facts
from qt_ict.checks.versions_in_force import TargetVersion
from qt_ict.engine.flows import adds_up
from qt_ict.engine.observations import Observation
from qt_ict.language import EMPTY, Text
from qt_ict.model.figures import Figure
from qt_ict.model.running_total import RunningTotal
from qt_ict.wording.dates import short_day
from qt_ict.wording.statements import figure_with_unit


def first_value(facts: Facts, version: TargetVersion) -> Observation | None:
    """The value of the baseline that a version of a target is held against, or that of the base which replaces it.

    Of things counted per period it is the year before those that are judged; a sum has none. A value reported since
    the plan began is no baseline: a version is held against one only where it is computed from it.

    Args:
        facts: The plan, seen in its baseline.
        version: The version.
    """
    name = facts.measuring(version.target)
    if name is None or not facts.rounds[-1].is_sure(facts.plan.indicators[name].figures):
        return None
    begins, flows = version.begins, adds_up(facts.plan, facts.plan.indicators[name])
    if not flows and (begins is None or not begins.stretch):
        return Observation(facts.plan, facts.values[name], ()) if name in facts.values else None
    if begins is None:
        return None
    early = begins.is_base or begins.date.year <= facts.plan.round.date.year
    return begins if early or version.target.from_baseline else None


def dated(facts: Facts, first: Observation) -> Text:
    """The date of a value in brackets; nothing of one of the baseline."""
    if first.date.year <= facts.plan.round.date.year:
        return EMPTY
    return Text.same(" ({date})").fill(date=short_day(first.date))


class _Said(NamedTuple):
    """A figure behind a value, as a round reports it."""

    id: str
    reported: Facts
    key: str
    """The key of the figure there that holds it: ``value``, or ``base``."""

    @property
    def figure(self) -> Figure:
        """The figure as this key says it."""
        found = self.reported.plan.figures[self.id]
        return found.of_base if self.key == "base" else found

    @property
    def statement(self) -> Statement:
        """Where it stands, and its number, unit and name."""
        unit = self.reported.plan.units[self.figure.unit]
        at = self.reported.placed(("figures", self.id, self.key))
        return Statement(at, figure_with_unit(self.figure, unit) + ": " + self.figure.name)


def said_of(facts: Facts, indicator: str, first: Observation) -> tuple[tuple[Statement, ...], tuple[Seen, ...]]:
    """What documents say of the figures behind a value: where they stand, and their numbers as published."""
    names = facts.plan.indicators[indicator].figures
    found = [each for name in names for each in _reports(facts, name, first)]
    return tuple(each.statement for each in found), tuple(number for each in found for number in stated(each.figure))


def _reports(facts: Facts, name: str, first: Observation) -> Iterator[_Said]:
    """The reports of a figure behind a value."""
    rounds = {each.plan.round_id: each for each in facts.rounds}
    figure = first.plan.figures[name]
    if isinstance(figure, RunningTotal):
        yield from (_Said(name, rounds[each.round], each.key) for each in figure.periods if each.round)
        return
    based = (each for each in facts.rounds if first.is_base and _is_base(each, name, figure))
    home = next(based, None)
    yield _Said(name, home, "base") if home else _Said(name, rounds[first.plan.round_id], "value")


def _is_base(facts: Facts, name: str, figure: Figure) -> bool:
    """Whether a round gives a figure as the base of a new stretch."""
    found = facts.plan.figures.get(name)
    return found is not None and found.base is not None and found.of_base == figure
