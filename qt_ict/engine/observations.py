"""An indicator through the rounds: where it was observed, and which observation counts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.reasons import Reason
from qt_ict.engine.values import Value, value
from qt_ict.language import Text
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan


class Choice(NamedTuple):
    """Which rounds count."""

    round: str | None = None
    """Only this round; None takes the latest that has all figures of an indicator."""
    carry: tuple[str, ...] = ()
    """Figures taken from an older round where a later one lacks them: an assumption."""
    as_of: date | None = None
    """Only rounds up to this day."""


EVERY_ROUND = Choice()


class Observation(NamedTuple):
    """An indicator in one round."""

    plan: Plan
    """The plan seen in that round, carried figures included."""
    value: Value
    definitions: tuple[Text, ...]
    """What its figures count, where that is not what the plan counts."""

    @property
    def date(self) -> date:
        """Date of what is counted."""
        return self.value.date


class Incomplete(NamedTuple):
    """A round that has something of what an indicator counts, but not all of its figures."""

    day: date
    missing: tuple[str, ...]
    """Ids of the figures it lacks."""


class Observed(NamedTuple):
    """All that the rounds say of one indicator."""

    counting: Observation | Reason
    """The observation that counts, or why none does."""
    all: tuple[Observation, ...]
    """Every observation, oldest first."""
    asked: bool
    """True where the reader has named the round that counts."""
    incomplete: tuple[Incomplete, ...]
    """Later rounds that have some of the figures, but not all."""

    def when_due(self, last_year: int | None) -> Observation | Reason:
        """The observation that counts for a target: that of its due year where later ones have passed it."""
        counting = self.counting
        if self.asked or isinstance(counting, Reason) or last_year is None or counting.date.year <= last_year:
            return counting
        during = [each for each in self.all if each.date.year == last_year and not each.definitions]
        return during[-1] if during else counting

    @property
    def set_aside(self) -> tuple[Observation, ...]:
        """Observations later than the one that counts, which count something else."""
        if isinstance(self.counting, Reason):
            return tuple(each for each in self.all if each.definitions)
        return tuple(each for each in self.all if each.definitions and each.date > self.counting.date)


def first_comparable(found: Observed) -> Interval | None:
    """The first value that means what the plan means, which targets said by the baseline are reckoned from."""
    comparable = (each.value.outcome for each in found.all if not each.definitions)
    return next((each for each in comparable if isinstance(each, Interval)), None)


def views(plan: Plan, choice: Choice) -> tuple[Plan, ...]:
    """The plan seen in every round that counts, the baseline first."""
    kept = [each for each in plan.rounds if choice.as_of is None or each.round.date <= choice.as_of]
    found = []
    known: dict[str, Figure] = {}
    for each in kept or plan.rounds[:1]:
        view = plan.seen_in(each)
        carried = {name: known[name] for name in choice.carry if name in known and name not in view.figures}
        view = _with_carried(view, carried) if carried else view
        known |= {name: each.dated(name) for name in choice.carry if name in each.figures}
        found.append(view)
    return tuple(found)


def _with_carried(view: Plan, carried: Mapping[str, Figure]) -> Plan:
    """A round with figures of older ones, none of them a percentage of a whole of another round."""
    seen = view._replace(figures={**carried, **view.figures})
    alone = [name for name, each in carried.items() if each.of and not seen.is_beside(each.of, name)]
    without = {name: carried[name].model_copy(update={"of": None}) for name in alone}
    return seen._replace(figures={**seen.figures, **without})


def observed(seen: Sequence[Plan], indicator: Indicator, choice: Choice) -> Observed:
    """What the rounds say of an indicator, and what of it counts.

    A round counts where it has every figure: never a new numerator over an old denominator. Of these the
    latest counts whose figures mean what the plan means.
    """
    found = [_observation(view, indicator) for view in seen if view.has(indicator)]
    found.sort(key=lambda each: each.date)
    counting = _counting(found, choice)
    since = counting.date if isinstance(counting, Observation) else None
    later = [view for view in seen[1:] if choice.round in (None, view.round_id)]
    incomplete = tuple(_incomplete(later, indicator, since))
    return Observed(counting, tuple(found), choice.round is not None, incomplete)


def _incomplete(seen: Sequence[Plan], indicator: Indicator, since: date | None) -> Iterator[Incomplete]:
    """The rounds after a day that have something of what an indicator counts, but not all of its figures."""
    for view in seen:
        missing = tuple(name for name in indicator.figures if name not in view.figures)
        counted = any(name in view.figures for name in indicator.counted.figures)
        if missing and counted and (since is None or view.round.date > since):
            yield Incomplete(view.round.date, missing)


def _observation(view: Plan, indicator: Indicator) -> Observation:
    figures = [view.figures[name] for name in indicator.figures]
    definitions = tuple(dict.fromkeys(each.definition for each in figures if each.definition))
    return Observation(view, value(view, indicator), definitions)


def _counting(found: Sequence[Observation], choice: Choice) -> Observation | Reason:
    asked = [each for each in found if choice.round in (None, each.plan.round_id)]
    if not asked:
        return Reason.NOT_IN_ROUND
    comparable = [each for each in asked if not each.definitions]
    return comparable[-1] if comparable else Reason.DEFINITION_CHANGED


def all_observed(plan: Plan, choice: Choice) -> Mapping[str, Observed]:
    """What the rounds say of every indicator that some target names."""
    seen = views(plan, choice)
    measured = dict.fromkeys(target.indicator for target in plan.targets.values() if target.indicator)
    return {name: observed(seen, plan.indicators[name], choice) for name in measured}
