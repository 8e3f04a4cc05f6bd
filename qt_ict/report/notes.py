"""Notes and assumptions: what a reader must know beside a number."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from qt_ict.engine.assessment import Assessment
from qt_ict.engine.observations import EVERY_ROUND, Choice, Incomplete, Observation
from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.thresholds import Status, threshold
from qt_ict.engine.values import Rates
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Revision, Target
from qt_ict.report import sentences
from qt_ict.report.cells import indicator_text
from qt_ict.wording.dates import day, days
from qt_ict.wording.quantities import listed, plain
from qt_ict.wording.statements import bound_text, figure_text, target_text

NoteCode = Literal[
    "width-words",
    "width-digits",
    "width-joint",
    "width-bound",
    "conflict",
    "figure-conflict",
    "vague",
    "weaker-end",
    "inferred-year",
    "open-year",
    "before-year",
    "nested",
    "remark",
    "definition",
    "date-published",
    "restated",
    "revised-target",
    "revised-after-due",
    "published-again",
    "other-definition",
    "incomplete-round",
    "other-dates",
    "before-due-day",
    "by-neighbours",
    "not-computed",
    "after-due",
    "moving-denominator",
    "date-assumed",
    "growth-assumed",
    "carried",
]
"""The closed list of codes of notes and assumptions; docs/formats.md says what each means."""


class Note(NamedTuple):
    """A remark with its code."""

    code: NoteCode
    text: Text


def row_notes(plan: Plan, row: Assessment, rates: Rates) -> tuple[Note, ...]:
    """Everything to be said beside one row, each thing once.

    Args:
        plan: The plan, its targets as first stated.
        row: The row.
        rates: Assumed growth of denominators [1/year], by figure.
    """
    target = row.plan.targets[row.target]
    notes = [
        *_of_value(row),
        *_of_words(row.plan, target),
        *_of_versions(plan, row),
        *_of_due(target),
        *_remarks(row, target),
        *set_aside_notes(row.plan, target, row.set_aside),
        *incomplete_notes(plan, row.incomplete),
    ]
    if row.observed is not None and row.last_year is not None and row.observed.date > date(row.last_year, 12, 31):
        notes.append(Note("after-due", sentences.AFTER_DUE.fill(year=str(row.last_year))))
    if _moves(row.plan, target, rates) and row.years is not None and row.years > 0:
        notes.append(Note("moving-denominator", sentences.MOVING_DENOMINATOR))
    return tuple(dict.fromkeys(notes))


def _of_value(row: Assessment) -> Iterator[Note]:
    if row.observed is None:
        return
    yield from width_notes(row.observed.causes)
    indicator = row.plan.targets[row.target].indicator
    if indicator is not None:
        yield from figure_conflicts(row.plan, row.plan.indicators[indicator].figures)
        yield from publication_notes(row.plan, row.plan.indicators[indicator].figures)
        yield from other_dates(row.plan, row.plan.indicators[indicator])


def publication_notes(plan: Plan, figures: tuple[str, ...]) -> Iterator[Note]:
    """What a figure counts instead, a month or year that stands for a day, what was published before for its date."""
    for name in figures:
        figure = plan.figures[name]
        if figure.definition is not None:
            text = sentences.DEFINITION.fill(name=figure.name, definition=figure.definition)
            yield Note("definition", text)
        if figure.date is not None and figure.date.precision != "day":
            text = sentences.DATE_PUBLISHED[figure.date.precision]
            yield Note("date-published", text.fill(name=figure.name, date=day(figure.date.day)))
        for before in figure.restates:
            values = {
                "name": figure.name,
                "value": figure_text(figure),
                "later": figure.document or plan.round.document or plan.round.name,
                "before": bound_text(before.value, before.comparator),
                "document": before.document,
            }
            yield Note("restated", sentences.RESTATED.fill(**values))


def target_notes(plan: Plan, target: Target) -> Iterator[Note]:
    """What a target's own words and due date leave open."""
    yield from _of_words(plan, target)
    yield from _of_due(target)


def other_dates(plan: Plan, indicator: Indicator) -> Iterator[Note]:
    """A denominator of another date than what is counted; one that was carried forward is said as an assumption."""
    day_counted = plan.date_of(indicator.counted)
    for name in indicator.denominator.figures if indicator.denominator else ():
        if plan.day_of(name) != day_counted and name not in plan.carried:
            values = {"name": plan.figures[name].name, "date": day(plan.day_of(name))}
            yield Note("other-dates", sentences.OTHER_DATES.fill(**values))


def _of_versions(plan: Plan, row: Assessment) -> Iterator[Note]:
    first = plan.targets[row.target]
    revision = first.revision(row.plan.round.date)
    if revision is not None:
        status = original_status(plan, row)
        yield version_note(plan, first, revision, sentences.STATUSES[status] if status else None)


def version_note(plan: Plan, first: Target, revision: Revision, judged: Text | None) -> Note:
    """Which document states the version that counts, what the first one said, and how it would be judged by that."""
    document = first.document or plan.identity.number
    original = target_text(plan, first) + f" ({document})"
    if judged:
        original = original + ": " + judged
    values = {"document": revision.document, "date": day(revision.date), "original": original}
    why = (Text(" Lý do: ", " Reason: ") + revision.why + ".") if revision.why else EMPTY
    return Note("revised-target", (sentences.REVISED.fill(**values) + why))


def original_status(plan: Plan, row: Assessment) -> Status | None:
    """What the row would be by the first statement of its target; None where that cannot be said."""
    first = plan.targets[row.target]
    if row.reason is not None or first.indicator is None or row.observed is None:
        return None
    line = threshold(first, plan.indicators[first.indicator].better)
    outcome = row.observed.outcome
    return None if line is None or isinstance(outcome, Reason) else line.status(outcome)


def set_aside_notes(plan: Plan, target: Target, set_aside: Iterable[Observation]) -> Iterator[Note]:
    """Later values that count something else."""
    for each in set_aside:
        if target.indicator is not None and not isinstance(each.value.outcome, Reason):
            indicator = plan.indicators[target.indicator]
            shown = indicator_text(each.plan, indicator, each.value.outcome)
            values = {"date": day(each.date), "value": shown, "definition": listed(each.definitions)}
            yield Note("other-definition", sentences.OTHER_DEFINITION.fill(**values))


def incomplete_notes(plan: Plan, incomplete: Sequence[Incomplete]) -> Iterator[Note]:
    """What the latest round that has some figures of an indicator lacks."""
    for found in incomplete[-1:]:
        known = {name: figure for each in plan.rounds for name, figure in each.figures.items()}
        values = {"date": day(found.day), "names": listed((known[name].name for name in found.missing), ", ")}
        text = sentences.INCOMPLETE_ROUND.fill(**values)
        if plan.denominators.issuperset(found.missing):
            text = text + sentences.MAY_CARRY.fill(figures=" ".join(f"--carry {name}" for name in found.missing))
        yield Note("incomplete-round", text)


def width_notes(causes: tuple[Cause, ...]) -> Iterator[Note]:
    """Why a value is an interval."""
    codes: dict[Cause, NoteCode] = {
        Cause.WORDS: "width-words",
        Cause.DIGITS: "width-digits",
        Cause.JOINT: "width-joint",
        Cause.BOUND: "width-bound",
    }
    yield from (Note(codes[cause], sentences.CAUSES[cause]) for cause in causes)


def figure_conflicts(plan: Plan, figures: tuple[str, ...]) -> Iterator[Note]:
    """A note for every figure on which the plan contradicts itself."""
    for name in figures:
        figure = plan.figures[name]
        others = (plan.figures[other] for other in figure.conflicts_with)
        statements = [
            Text.same("{name}: {value} ({item})").fill(name=other.name, value=other.value, item=other.source)
            for other in others
        ]
        if plan.parts_differ(name):
            parts = sum(plan.figures[part].value for part in figure.parts)
            total = Text("{figure}, các phần cộng lại {parts}", "{figure}, its parts add up to {parts}")
            statements.append(total.fill(figure=figure.value, parts=parts))
        if statements:
            values = {"name": figure.name, "others": listed(statements)}
            yield Note("figure-conflict", sentences.FIGURE_CONFLICT.fill(**values))


def _of_words(plan: Plan, target: Target) -> Iterator[Note]:
    if target.comparator == "about":
        yield Note("vague", sentences.VAGUE)
    if target.comparator == "between":
        yield Note("weaker-end", sentences.WEAKER_END)
    if target.within:
        name = plan.targets[target.within].name
        yield Note("nested", sentences.NESTED.fill(name=name))
    for other in target.conflicts_with:
        against = plan.targets[other]
        text = sentences.CONFLICT.fill(
            items=", ".join(against.source), target=target_text(plan, against), name=against.name
        )
        yield Note("conflict", text)


def _of_due(target: Target) -> Iterator[Note]:
    if target.due_inferred:
        yield Note("inferred-year", sentences.INFERRED_YEAR)
    if target.due is None:
        return
    if target.due.kind == "by" and len(target.due.years) > 1:
        yield Note("open-year", sentences.OPEN_YEAR)
    if target.due.kind == "before":
        year = target.due.years[0]
        yield Note("before-year", sentences.BEFORE_YEAR.fill(year=str(year), last=str(year - 1)))


def _remarks(row: Assessment, target: Target) -> Iterator[Note]:
    if target.note:
        yield Note("remark", target.note.text)
    if target.indicator is None or target.measure == "proxy" or row.observed is None:
        return
    yield from indicator_remarks(row.plan, row.plan.indicators[target.indicator])


def indicator_remarks(plan: Plan, indicator: Indicator) -> Iterator[Note]:
    """What the data remark on an indicator and its figures."""
    noted = [indicator.note, *(plan.figures[name].note for name in indicator.figures)]
    yield from (Note("remark", each.text) for each in noted if each)


def _moves(plan: Plan, target: Target, rates: Rates) -> bool:
    indicator = plan.indicators[target.indicator] if target.indicator else None
    if indicator is None or indicator.denominator is None or target.measure == "proxy":
        return False
    return any(name in rates for name in indicator.denominator.figures)


def assumptions(plans: Iterable[Plan], rates: Rates, choice: Choice = EVERY_ROUND) -> tuple[Note, ...]:
    """What every result rests on without the plan saying it.

    Args:
        plans: The plan as it is seen in every round that results come from; at least one where rates are given.
        rates: Assumed growth of denominators [1/year], by figure.
        choice: Which figures were carried forward.
    """
    seen = {plan.round_id: plan for plan in plans}
    assumed = [plan.round.date for plan in seen.values() if plan.round.date_assumed]
    found = [Note("date-assumed", _date_assumed(assumed))] if assumed else []
    for name in choice.carry:
        found += [_carried(plan, name) for plan in seen.values() if name in plan.carried]
    for name, rate in rates.items():
        shown = _exact(rate * 100) + " %"
        named = next(plan.figures[name].name for plan in seen.values() if name in plan.figures)
        found.append(Note("growth-assumed", sentences.GROWTH_ASSUMED.fill(name=named, rate=shown)))
    return tuple(found)


def _date_assumed(dates: Sequence[date]) -> Text:
    if len(dates) == 1:
        return sentences.DATE_ASSUMED.fill(date=day(dates[0]))
    return sentences.DATES_ASSUMED.fill(dates=days(dates))


def _carried(plan: Plan, name: str) -> Note:
    values = {"name": plan.figures[name].name, "then": day(plan.day_of(name)), "now": day(plan.round.date)}
    return Note("carried", sentences.CARRIED.fill(**values))


def _exact(value: Fraction) -> Text:
    return plain(Decimal(value.numerator) / Decimal(value.denominator))


def due_text(target: Target, year: int | None) -> Text:
    """When a target is due, in short, as it stands in one row."""
    if target.due is None:
        return sentences.NO_YEAR
    match target.due.kind:
        case "yearly":
            return sentences.YEARLY
        case "after":
            return sentences.AFTER.fill(year=str(target.due.years[0]))
    return Text.same(str(year))
