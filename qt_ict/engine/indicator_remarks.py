"""What must be known beside a value of an indicator, and of the figures behind it."""

from collections.abc import Iterable, Iterator
from datetime import date

from qt_ict.engine.flows import adds_up
from qt_ict.engine.readings import causes_of, known_whole, printed, things
from qt_ict.engine.reasons import Cause
from qt_ict.engine.remark import Remark
from qt_ict.engine.values import parts_differ
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import Indicator
from qt_ict.model.periods import day_before
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import RunningTotal


def of_indicator(plan: Plan, indicator: Indicator, causes: Iterable[Cause]) -> Iterator[Remark]:
    """Everything to be said beside an indicator in the round that a plan is seen in."""
    yield from of_width(plan, indicator, causes)
    if adds_up(plan, indicator):
        yield Remark("per-period")
    yield from figure_conflicts(plan, indicator.figures)
    yield from of_publication(plan, indicator.figures)
    yield from of_indicator_data(plan, indicator)


def of_width(plan: Plan, indicator: Indicator, causes: Iterable[Cause]) -> Iterator[Remark]:
    """Why a value is an interval; of surveys and rounded numbers, which figures make it one."""
    every = [plan.figures[name] for name in indicator.figures]
    for cause in causes:
        figures = tuple(found for each in every for found in _uncertain(plan, each, cause))
        yield Remark(cause.value, {"figures": figures} if cause in (Cause.SURVEY, Cause.ROUNDED) else {})


def _uncertain(plan: Plan, figure: Figure, cause: Cause) -> list[Figure]:
    """The figures as published that a cause makes a figure open by: itself, or those that it adds up."""
    if isinstance(figure, RunningTotal):
        return [each.figure for each in figure.uncertain if each.cause == cause]
    return [figure] if cause in causes_of(plan, figure) else []


def of_totals(plan: Plan, indicator: Indicator) -> Iterator[Remark]:
    """What the figures that are counted per period add up from."""
    for name in indicator.figures:
        total = plan.figures[name]
        if isinstance(total, RunningTotal) and total.periods:
            yield Remark("adds-up", {"total": total, "since": day_before(total.periods[0].start)})


def of_figures(plan: Plan, indicator: Indicator, *, broken: bool = False) -> Iterator[Remark]:
    """What the figures behind a value leave open.

    Args:
        plan: The plan, seen in the round of the value.
        indicator: The indicator.
        broken: True where it is said besides that figures were counted anew.
    """
    yield from of_totals(plan, indicator)
    yield from figure_conflicts(plan, indicator.figures)
    yield from of_publication(plan, indicator.figures, broken=broken)
    yield from other_dates(plan, indicator)


def figure_conflicts(plan: Plan, figures: Iterable[str]) -> Iterator[Remark]:
    """The figures on which the plan contradicts itself: other statements, or parts that do not add up.

    Of a figure that was carried forward without its parts that is said: whether they add up is not known.
    """
    for name in figures:
        figure = plan.figures[name]
        others = tuple(plan.figures[other] for other in figure.conflicts_with if plan.is_beside(other, name))
        parts = sum(plan.figures[part].value for part in figure.parts) if parts_differ(plan, name) else None
        if others or parts is not None:
            yield Remark("figure-conflict", {"figure": figure, "others": others, "parts": parts})
        unknown = [part for part in figure.parts if not plan.is_beside(part, name)]
        if unknown:
            known = {part: each for one in plan.rounds for part, each in one.figures.items()}
            yield Remark("unknown-parts", {"name": figure.name, "parts": tuple(known[part].name for part in unknown)})


def of_publication(plan: Plan, figures: Iterable[str], *, broken: bool = False) -> Iterator[Remark]:
    """What is to be said of a figure itself.

    Of how many things a percentage is, what it counts instead, a month or year that stands for a day, what was
    published before for its date.

    Args:
        plan: The plan, seen in the round of the figures.
        figures: Their ids.
        broken: True where it is said besides that they were counted anew.
    """
    for name in figures:
        figure = plan.figures[name]
        yield from _of_things(plan, figure)
        yield from _of_flag(figure)
        yield from _of_definition(plan, name, broken)
        if figure.date is not None and figure.date.precision != "day":
            values = {"name": figure.name, "date": figure.date.day, "precision": figure.date.precision}
            yield Remark("date-published", values)
        for before in figure.restates:
            later = figure.document or plan.round.document or plan.round.name
            yield Remark("restated", {"name": figure.name, "value": figure, "later": later, "before": before})


def _of_definition(plan: Plan, name: str, broken: bool) -> Iterator[Remark]:
    """What a figure counts, where that is not what the plan counts: instead of it, or since it was counted anew."""
    figure, since = plan.figures[name], _counted_since(plan, name)
    if figure.definition is None or (since and broken):
        return
    values = {"name": figure.name, "definition": figure.definition}
    yield Remark("counted-since", {**values, "date": since}) if since else Remark("definition", values)


def _counted_since(plan: Plan, name: str) -> date | None:
    """The day since which a figure is counted anew as it is here; None where it never was.

    The base of a new stretch belongs to it, though its day lies before.
    """
    here = plan.figures[name]
    found = None
    for each in plan.rounds:
        figure = each.figures.get(name)
        if figure is None or not figure.starts_anew or figure.definition != here.definition:
            continue
        is_base = figure.base is not None and figure.base.date.day == plan.day_of(name)
        if is_base or each.round.date <= plan.round.date:
            found = figure.date.day if figure.date else each.round.date
    return found


def _of_flag(figure: Figure) -> Iterator[Remark]:
    """How its source marks a figure."""
    match figure.flag:
        case "provisional":
            yield Remark("flag-provisional", {"name": figure.name})
        case "estimated":
            yield Remark("flag-estimated", {"name": figure.name})
        case "break":
            yield Remark("flag-break", {"name": figure.name})


def _of_things(plan: Plan, figure: Figure) -> Iterator[Remark]:
    """The whole things that a percentage printed of a known whole stands for."""
    count, whole = things(plan, figure), known_whole(plan, figure)
    if count is not None and whole is not None and not printed(plan, figure).is_point:
        yield Remark("whole-count", {"name": figure.name, "share": figure, "count": count, "whole": whole})


def other_dates(plan: Plan, indicator: Indicator) -> Iterator[Remark]:
    """What is of another date than what is counted: a denominator, a whole that the plan says holds.

    One that was carried forward is said as an assumption.
    """
    day_counted = plan.date_of(indicator.counted)
    wholes = (plan.figures[name].of for name in indicator.counted.figures)
    beside = (*(indicator.denominator.figures if indicator.denominator else ()), *(each for each in wholes if each))
    for name in dict.fromkeys(beside):
        if name in plan.carried and plan.figures[name].holds:
            yield Remark(
                "holds", {"name": plan.figures[name].name, "value": plan.figures[name], "date": plan.day_of(name)}
            )
    for name in indicator.denominator.figures if indicator.denominator else ():
        if plan.day_of(name) != day_counted and name not in plan.carried:
            yield Remark("other-dates", {"name": plan.figures[name].name, "date": plan.day_of(name)})


def of_indicator_data(plan: Plan, indicator: Indicator) -> Iterator[Remark]:
    """What the data remark on an indicator and its figures."""
    noted = [indicator.note, *(plan.figures[name].note for name in indicator.figures)]
    yield from (Remark("remark", {"text": each.text}) for each in noted if each)
