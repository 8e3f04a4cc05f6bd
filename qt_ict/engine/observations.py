"""An indicator through the rounds: where it was observed, and which observation counts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qt_ict.engine.reasons import Reason
from qt_ict.engine.values import Value, value
from qt_ict.language import Text
from qt_ict.model.figures import Figure, PublishedDate
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


class Observed(NamedTuple):
    """All that the rounds say of one indicator."""

    counting: Observation | Reason
    """The observation that counts, or why none does."""
    all: tuple[Observation, ...]
    """Every observation, oldest first."""

    @property
    def set_aside(self) -> tuple[Observation, ...]:
        """Observations later than the one that counts, which count something else."""
        if isinstance(self.counting, Reason):
            return tuple(each for each in self.all if each.definitions)
        return tuple(each for each in self.all if each.definitions and each.date > self.counting.date)


def views(plan: Plan, choice: Choice) -> tuple[Plan, ...]:
    """The plan seen in every round that counts, the baseline first."""
    kept = [each for each in plan.rounds if choice.as_of is None or each.round.date <= choice.as_of]
    found = []
    known: dict[str, Figure] = {}
    for each in kept or plan.rounds[:1]:
        view = plan.seen_in(each)
        carried = {name: known[name] for name in choice.carry if name in known and name not in view.figures}
        view = view._replace(figures={**carried, **view.figures}) if carried else view
        known |= {name: _dated(view, name) for name in choice.carry if name in view.figures}
        found.append(view)
    return tuple(found)


def _dated(view: Plan, name: str) -> Figure:
    """A figure that says its date itself, so that it can be carried into another round."""
    return view.figures[name].model_copy(update={"date": PublishedDate(view.day_of(name), "day")})


def observed(seen: Sequence[Plan], indicator: Indicator, choice: Choice) -> Observed:
    """What the rounds say of an indicator, and what of it counts.

    A round counts where it has every figure: never a new numerator over an old denominator. Of these the
    latest counts whose figures mean what the plan means.
    """
    found = [_observation(view, indicator) for view in seen if view.has(indicator)]
    found.sort(key=lambda each: each.date)
    return Observed(_counting(found, choice), tuple(found))


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
