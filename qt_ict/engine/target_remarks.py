"""What must be known of a target itself: its words, its versions, what of its data counts and what does not."""

from collections.abc import Iterator
from typing import Any

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.evidence import Evidence, value_of
from qt_ict.engine.indicator_remarks import of_indicator_data
from qt_ict.engine.remark import Measured, Remark
from qt_ict.engine.standing import Standing
from qt_ict.engine.whole_meant import whole_named
from qt_ict.model.plan import Plan


def of_words(row: Evidence) -> Iterator[Remark]:
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


def revised(row: Standing, judged: Any) -> Remark:
    """Which document states the version that counts, what the first one said, and how it would be judged by that."""
    revision = row.revision
    assert revision is not None, "only a revised target is said to be one"
    values = {"document": revision.document, "date": revision.date, "why": revision.why}
    return Remark("revised-target", {**values, "row": row, "judged": judged})


def of_due(row: Evidence) -> Iterator[Remark]:
    """What is not sure about when a target is due."""
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


def of_years(row: Standing) -> Iterator[Remark]:
    """How each year of a target stands that is due every year, beside one of them too."""
    whole = row.whole or row
    if whole.years:
        yield Remark("each-year", {"row": whole})


def of_data(row: Evidence) -> Iterator[Remark]:
    """What the data remark on a target, its indicator and their figures."""
    target = row.target
    if target.note:
        yield Remark("remark", {"text": target.note.text})
    if row.observed is not None and target.measure != "proxy":
        yield from of_indicator_data(row.observed.plan, row.indicator)


def of_values_left_out(row: Evidence) -> Iterator[Remark]:
    """What the rounds say that is not compared: of something else, from before a break, without all figures."""
    yield from _set_aside(row)
    yield from _broken_off(row)
    yield from _incomplete(row)


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
    adds_up = row.measured is not None and row.measured.adds_up
    yield Remark("sum-counted-anew", values) if adds_up else Remark("counted-anew", values)


def _incomplete(row: Evidence) -> Iterator[Remark]:
    """What the latest round that has some figures of an indicator lacks."""
    for found in row.incomplete[-1:]:
        known = {name: figure for each in row.plan.rounds for name, figure in each.figures.items()}
        names = tuple(known[name].name for name in found.missing)
        may_carry = found.missing if row.plan.denominators.issuperset(found.missing) else ()
        yield Remark("incomplete-round", {"date": found.day, "names": names, "may_carry": may_carry})


def revised_later(row: Evidence) -> Iterator[Remark]:
    """Versions of a document that came after the target was due."""
    due, known = row.due_day, row.asked or row.day
    for each in row.first.revisions:
        if due is not None and due < each.date <= known:
            later = row.first.in_force(each.date)
            yield Remark("revised-after-due", {"document": each.document, "date": each.date, "target": later})
