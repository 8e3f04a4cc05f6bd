"""What results rest on without the plan saying it: assumptions, past cases, the age of values."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from qt_ict.arithmetic.durations import years_between
from qt_ict.engine.additions import Additions
from qt_ict.engine.duties import longest_fresh
from qt_ict.engine.evidence import is_stale
from qt_ict.engine.observations import EVERY_ROUND, Choice
from qt_ict.engine.reasons import Reason
from qt_ict.engine.remark import Remark
from qt_ict.engine.standing import Standing
from qt_ict.engine.target_forecast import ClassUsed, TargetForecast
from qt_ict.engine.values import Rates
from qt_ict.model.plan import Plan


def assumptions(
    plans: Iterable[Plan], rates: Rates, choice: Choice = EVERY_ROUND, additions: Additions = MappingProxyType({})
) -> Iterator[Remark]:
    """What every result rests on without the plan saying it.

    Args:
        plans: The plan as it is seen in every round that results come from; at least one where rates are given.
        rates: Assumed growth of denominators [1/year], by figure.
        choice: Which figures were carried forward.
        additions: What is supposed to be added to figures every year.
    """
    seen = {plan.round_id: plan for plan in plans}
    assumed = tuple(plan.round.date for plan in seen.values() if plan.round.date_assumed)
    if assumed:
        yield Remark("date-assumed", {"dates": assumed})
    for name in choice.carry:
        yield from (_carried(plan, name) for plan in seen.values() if _is_carried(plan, name))
    for name, rate in rates.items():
        named = next(plan.figures[name].name for plan in seen.values() if name in plan.figures)
        yield Remark("growth-assumed", {"name": named, "rate": rate})
    every = [each.figures for plan in seen.values() for each in plan.rounds]
    for name, addition in additions.items():
        figure = next(figures[name] for figures in every if name in figures)
        yield Remark("addition-assumed", {"name": figure.name, "figure": figure, "addition": addition})


def of_forecast(row: Standing, found: TargetForecast | Reason) -> Iterator[Remark]:
    """How many past cases came as far as a target asks, where there is a class to count them in."""
    if isinstance(found, TargetForecast) and row.latest is not None and row.due_day is not None:
        left = years_between(row.latest.date, row.due_day)
        yield Remark("forecast", {"found": found, "years": left})
        if left > LONGEST_TRIED:
            yield Remark("forecast-untried")
        if len(row.history) == 1 and found.reference.kind == "density":
            yield Remark("forecast-by-level")


LONGEST_TRIED = 8
"""Longest time ahead for which forecasts were held against what came, with a year to spare [years]."""


def of_class(used: ClassUsed) -> Remark:
    """Whose past cases are counted."""
    return Remark("reference-class", {"used": used})


def of_age(rows: Iterable[Standing]) -> Iterator[Remark]:
    """Which values of targets to come are too old to speak of the present."""
    old = [row for row in rows if row.observed and not row.passed and is_stale(row.plan, row.observed.date, row.now)]
    if old:
        days = tuple(sorted({row.observed.date for row in old if row.observed}))
        yield Remark("old-values", {"now": old[0].now, "dates": days, "limit": longest_fresh(old[0].plan)})


def _is_carried(plan: Plan, name: str) -> bool:
    """True of a figure that somebody carries forward; that one holds the plan says itself."""
    return name in plan.carried and not plan.figures[name].holds


def _carried(plan: Plan, name: str) -> Remark:
    return Remark("carried", {"name": plan.figures[name].name, "then": plan.day_of(name), "now": plan.round.date})
