"""What must be known beside a number: decided here, where the number is known; ``report.words`` has the words.

A remark is a code with the values that its words leave open. Values are what they are in the plan: dates, targets,
figures, reasons.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.additions import Additions
from qt_ict.engine.duties import longest_fresh
from qt_ict.engine.evidence import Evidence, is_stale, value_of
from qt_ict.engine.flows import adds_up
from qt_ict.engine.observations import EVERY_ROUND, Choice, Observation
from qt_ict.engine.readings import causes_of, known_whole, printed, things
from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.target_forecast import ClassUsed, TargetForecast
from qt_ict.engine.values import Rates, parts_differ
from qt_ict.engine.whole_meant import whole_named
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import Indicator
from qt_ict.model.periods import day_before
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import RunningTotal


class Remark(NamedTuple):
    """One thing to be said."""

    code: str
    values: Mapping[str, Any] = {}
    """What its words leave open."""


class Measured(NamedTuple):
    """A value of an indicator, as a remark names it."""

    indicator: Indicator
    value: Interval


def of_distance(row: Standing) -> Iterator[Remark]:
    """Everything to be said beside the distance to a target."""
    if row.observed is not None:
        yield from of_width(row.observed.plan, row.indicator, row.observed.value.causes)
        yield from _of_figures(row.observed.plan, row.indicator)
    yield from _of_words(row)
    if row.revision is not None:
        yield _revised(row, row.first_status)
    yield from _revised_later(row)
    yield from _of_due(row)
    yield from _of_years(row)
    yield from _of_data(row)
    yield from _set_aside(row)
    yield from _broken_off(row)
    yield from _incomplete(row)
    yield from _of_due_day(row)
    left = row.distance.years
    if _moves(row) and left is not None and left > 0:
        yield Remark("moving-denominator")


def _of_due_day(row: Standing) -> Iterator[Remark]:
    """What held on a due day that has passed, where the value shown is later or does not say it."""
    if row.observed is None or row.due_day is None:
        return
    if row.observed.date > row.due_day:
        yield Remark("after-due", {"date": row.due_day, "row": row})
    elif row.status != row.distance.status:
        yield Remark("when-due", {"date": row.due_day, "row": row})


def of_course(row: Standing, *, judged: bool = True) -> Iterator[Remark]:
    """Everything to be said beside the course of a target through the rounds.

    Args:
        row: The target.
        judged: False where a published method judges instead: it has not judged the first version.
    """
    yield from _of_words(row)
    yield from _of_due(row)
    yield from _of_years(row)
    if row.revision is not None:
        yield _revised(row, row.course.original if judged else None)
    yield from _revised_later(row)
    yield from _of_ends(row)
    yield from _set_aside(row)
    yield from _broken_off(row)
    yield from _incomplete(row)
    yield from _of_judging(row)
    yield from _of_last_step(row)
    if row.stale and not row.passed and row.latest and _judged(row):
        yield Remark("old-value", {"date": row.latest.date, "limit": longest_fresh(row.plan)})
    if row.first.note:
        yield Remark("remark", {"text": row.first.note.text})


def of_indicator(plan: Plan, indicator: Indicator, causes: Iterable[Cause]) -> Iterator[Remark]:
    """Everything to be said beside an indicator in the round that a plan is seen in."""
    yield from of_width(plan, indicator, causes)
    if adds_up(plan, indicator):
        yield Remark("per-period")
    yield from figure_conflicts(plan, indicator.figures)
    yield from of_publication(plan, indicator.figures)
    yield from _of_indicator_data(plan, indicator)


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


def _of_totals(plan: Plan, indicator: Indicator) -> Iterator[Remark]:
    """What the figures that are counted per period add up from."""
    for name in indicator.figures:
        total = plan.figures[name]
        if isinstance(total, RunningTotal) and total.periods:
            yield Remark("adds-up", {"total": total, "since": day_before(total.periods[0].start)})


def _of_figures(plan: Plan, indicator: Indicator) -> Iterator[Remark]:
    """What the figures behind a value leave open."""
    yield from _of_totals(plan, indicator)
    yield from figure_conflicts(plan, indicator.figures)
    yield from of_publication(plan, indicator.figures)
    yield from _other_dates(plan, indicator)


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


def of_publication(plan: Plan, figures: Iterable[str]) -> Iterator[Remark]:
    """What is to be said of a figure itself.

    Of how many things a percentage is, what it counts instead, a month or year that stands for a day, what was
    published before for its date.
    """
    for name in figures:
        figure = plan.figures[name]
        yield from _of_things(plan, figure)
        yield from _of_flag(figure)
        if figure.definition is not None:
            yield Remark("definition", {"name": figure.name, "definition": figure.definition})
        if figure.date is not None and figure.date.precision != "day":
            values = {"name": figure.name, "date": figure.date.day, "precision": figure.date.precision}
            yield Remark("date-published", values)
        for before in figure.restates:
            later = figure.document or plan.round.document or plan.round.name
            yield Remark("restated", {"name": figure.name, "value": figure, "later": later, "before": before})


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


def _other_dates(plan: Plan, indicator: Indicator) -> Iterator[Remark]:
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


def _of_words(row: Evidence) -> Iterator[Remark]:
    """What a target's own words leave open."""
    target = row.target
    if target.comparator == "about":
        yield Remark("vague")
    base = row.reckoned_from(target) if target.from_baseline else None
    found = row.reckoning(target)
    if base is not None and found is not None:
        values = {"date": found.date, "value": Measured(row.indicator, base)}
        yield Remark("from-value", values) if target.since else Remark("from-baseline", values)
    if target.comparator == "all" and row.target.indicator and row.observed is not None:
        yield from _of_whole(row, row.observed.plan)
    if target.comparator == "between":
        yield Remark("band") if target.band else Remark("weaker-end")
    if target.within:
        yield Remark("nested", {"name": row.plan.targets[target.within].name})
    for other in target.conflicts_with:
        against = row.plan.targets[other].in_force(row.then)
        yield Remark("conflict", {"items": ", ".join(against.source), "target": against, "name": against.name})


def _of_whole(row: Evidence, plan: Plan) -> Iterator[Remark]:
    """Of which figure "all" is all, where things are counted and it is not said to hold."""
    name = whole_named(plan, row.indicator)
    if name is None or name not in plan.figures or plan.figures[name].holds:
        return
    if row.unit.kind in ("count", "amount") and row.target.measure != "proxy":
        yield Remark("all-meant", {"name": plan.figures[name].name, "date": plan.day_of(name)})


def _revised(row: Standing, judged: Any) -> Remark:
    """Which document states the version that counts, what the first one said, and how it would be judged by that."""
    revision = row.revision
    assert revision is not None, "only a revised target is said to be one"
    values = {"document": revision.document, "date": revision.date, "why": revision.why}
    return Remark("revised-target", {**values, "row": row, "judged": judged})


def _of_due(row: Evidence) -> Iterator[Remark]:
    target = row.target
    match target.due_inferred:
        case "item":
            yield Remark("inferred-year")
        case "clause":
            yield Remark("year-of-clause")
        case "title":
            yield Remark("year-of-title")
    if target.due is None:
        return
    if target.due.kind == "by" and len(target.due.years) > 1:
        yield Remark("open-year")
    if target.due.kind == "before":
        year = target.due.years[0]
        yield Remark("before-year", {"year": str(year), "last": str(year - 1)})


def _of_years(row: Standing) -> Iterator[Remark]:
    """How each year of a target stands that is due every year, beside one of them too."""
    whole = row.whole or row
    if whole.years:
        yield Remark("each-year", {"row": whole})


def _of_data(row: Evidence) -> Iterator[Remark]:
    """What the data remark on a target, its indicator and their figures."""
    target = row.target
    if target.note:
        yield Remark("remark", {"text": target.note.text})
    if row.observed is not None and target.measure != "proxy":
        yield from _of_indicator_data(row.observed.plan, row.indicator)


def _of_indicator_data(plan: Plan, indicator: Indicator) -> Iterator[Remark]:
    noted = [indicator.note, *(plan.figures[name].note for name in indicator.figures)]
    yield from (Remark("remark", {"text": each.text}) for each in noted if each)


def _set_aside(row: Evidence) -> Iterator[Remark]:
    """Later values that count something else."""
    for each in row.set_aside:
        if isinstance(each.value.outcome, Interval):
            value = Measured(row.indicator, each.value.outcome)
            yield Remark("other-definition", {"date": each.date, "value": value, "definition": each.definitions})


def _broken_off(row: Evidence) -> Iterator[Remark]:
    """That figures were counted anew, from where verdicts run since, and the last value before."""
    if not row.broken_off or row.baseline is None:
        return
    since, before = row.baseline, row.broken_off[-1]
    first = next(each for each in row.comparable if not each.is_base)
    names = [name for name in row.indicator.figures if first.plan.figures[name].starts_anew]
    said = (first.plan.figures[name].definition for name in names)
    values = {
        "date": first.date,
        "definition": tuple(dict.fromkeys(each for each in said if each)),
        "since": since.date,
        "value": Measured(row.indicator, value_of(since)),
        "then": before.date,
        "before": Measured(row.indicator, value_of(before)),
    }
    yield Remark("counted-anew", values)


def _incomplete(row: Evidence) -> Iterator[Remark]:
    """What the latest round that has some figures of an indicator lacks."""
    for found in row.incomplete[-1:]:
        known = {name: figure for each in row.plan.rounds for name, figure in each.figures.items()}
        names = tuple(known[name].name for name in found.missing)
        may_carry = found.missing if row.plan.denominators.issuperset(found.missing) else ()
        yield Remark("incomplete-round", {"date": found.day, "names": names, "may_carry": may_carry})


def _moves(row: Evidence) -> bool:
    """True where a denominator of the target is assumed to grow."""
    if row.target.indicator is None or row.target.measure == "proxy" or row.indicator.denominator is None:
        return False
    return any(name in row.rates for name in row.indicator.denominator.figures)


def _revised_later(row: Evidence) -> Iterator[Remark]:
    """Versions of a document that came after the target was due."""
    due, known = row.due_day, row.asked or row.day
    for each in row.first.revisions:
        if due is not None and due < each.date <= known:
            later = row.first.in_force(each.date)
            yield Remark("revised-after-due", {"document": each.document, "date": each.date, "target": later})


def _of_ends(row: Evidence) -> Iterator[Remark]:
    """What is to be said of the values shown: the first, and the one judged or the latest."""
    shown = (row.history[0], row.judged_by or row.history[-1]) if row.history else ()
    for each in {each.plan.round_id: each for each in shown}.values():
        yield from of_width(each.plan, row.indicator, each.value.causes)
        yield from _of_totals(each.plan, row.indicator)
        yield from of_publication(each.plan, row.indicator.figures)
        yield from _other_dates(each.plan, row.indicator)
        if row.target.measure != "proxy":
            yield from _of_indicator_data(each.plan, row.indicator)


def _of_judging(row: Standing) -> Iterator[Remark]:
    """By which value a due year that is over is judged, and which rounds give no value."""
    decided = row.passed and len(row.course.judged.status) == 1
    if decided and row.judged_by is None:
        yield Remark("by-neighbours")
    if decided and row.judged_by is not None and row.judged_by.date != row.due_day:
        yield Remark("before-due-day", {"date": row.judged_by.date, "due": row.due_day})
    for each in row.replaced:
        yield from _published_again(row, each)
    for each in row.not_computed:
        yield Remark("not-computed", {"date": each.date, "reason": each.value.outcome})


def _judged(row: Standing) -> bool:
    """True where the values would say a status if they were new."""
    return bool(row.course.judged.status) or row.course.judged.reason is Reason.VALUE_TOO_OLD


def _of_last_step(row: Standing) -> Iterator[Remark]:
    """A standstill or reversal since the value before the latest one, which the whole pace does not show."""
    step = row.course.last_step
    if isinstance(step, Reason) or len(row.history) < 3 or not row.lines:
        return
    before = {"date": row.history[-2].date}
    upward = row.lines[0].upward
    backwards = step.high if upward else step.low
    if backwards is not None and (backwards < 0 if upward else backwards > 0):
        yield Remark("reversal", before)
    if step == point(0):
        yield Remark("standstill", before)


def _published_again(row: Evidence, each: Observation) -> Iterator[Remark]:
    if isinstance(each.value.outcome, Interval):
        value = Measured(row.indicator, each.value.outcome)
        yield Remark("published-again", {"date": each.date, "round": each.plan.round.date, "value": value})


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
