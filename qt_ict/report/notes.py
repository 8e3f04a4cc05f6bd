"""Notes and assumptions: what a reader must know beside a number."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from qt_ict.engine.assessment import Assessment
from qt_ict.engine.reasons import Cause
from qt_ict.engine.values import Rates
from qt_ict.language import LANGUAGES, Language, Text, number
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target
from qt_ict.report import sentences
from qt_ict.wording.statements import target_text

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
    "moving-denominator",
    "date-assumed",
    "growth-assumed",
]
"""The closed list of codes of notes and assumptions; docs/formats.md says what each means."""


class Note(NamedTuple):
    """A remark with its code."""

    code: NoteCode
    text: Text


def row_notes(plan: Plan, row: Assessment, rates: Rates) -> tuple[Note, ...]:
    """Everything to be said beside one row, each thing once."""
    target = plan.targets[row.target]
    notes = [*_of_value(plan, row), *_of_words(plan, target), *_of_due(target), *_remarks(plan, target)]
    if _moves(plan, target, rates) and row.years is not None and row.years > 0:
        notes.append(Note("moving-denominator", sentences.MOVING_DENOMINATOR))
    return tuple(dict.fromkeys(notes))


def _of_value(plan: Plan, row: Assessment) -> Iterator[Note]:
    if row.baseline is None:
        return
    yield from width_notes(row.baseline.causes)
    indicator = plan.targets[row.target].indicator
    if indicator is not None:
        yield from figure_conflicts(plan, plan.indicators[indicator].figures)


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
            Text("{name}: {value} ({item})", "{name}: {value} ({item})").fill(
                name=other.name, value=other.value, item=other.source
            )
            for other in others
        ]
        if plan.parts_differ(name):
            parts = sum(plan.figures[part].value for part in figure.parts)
            total = Text("{figure}, các phần cộng lại {parts}", "{figure}, its parts add up to {parts}")
            statements.append(total.fill(figure=figure.value, parts=parts))
        if statements:
            listed = Text(*("; ".join(each.say(lang) for each in statements) for lang in LANGUAGES))
            yield Note("figure-conflict", sentences.FIGURE_CONFLICT.fill(name=figure.name, others=listed))


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


def _remarks(plan: Plan, target: Target) -> Iterator[Note]:
    if target.note:
        yield Note("remark", target.note.text)
    if target.indicator is None or target.measure == "proxy":
        return
    yield from indicator_remarks(plan, plan.indicators[target.indicator])


def indicator_remarks(plan: Plan, indicator: Indicator) -> Iterator[Note]:
    """What the data remark on an indicator and its figures."""
    noted = [indicator.note, *(plan.figures[name].note for name in indicator.figures)]
    yield from (Note("remark", each.text) for each in noted if each)


def _moves(plan: Plan, target: Target, rates: Rates) -> bool:
    indicator = plan.indicators[target.indicator] if target.indicator else None
    if indicator is None or indicator.denominator is None or target.measure == "proxy":
        return False
    return any(name in rates for name in indicator.denominator.figures)


def assumptions(plan: Plan, rates: Rates) -> tuple[Note, ...]:
    """What every result rests on without the plan saying it."""
    found = []
    if plan.round.date_assumed:
        day = plan.round.date
        text = sentences.DATE_ASSUMED.fill(date=Text(f"{day:%d/%m/%Y}", day.isoformat()))
        found.append(Note("date-assumed", text))
    for name, rate in rates.items():
        shown = Text(*(f"{_exact(rate * 100, language)} %" for language in LANGUAGES))
        text = sentences.GROWTH_ASSUMED.fill(name=plan.figures[name].name, rate=shown)
        found.append(Note("growth-assumed", text))
    return tuple(found)


def _exact(value: Fraction, language: Language) -> str:
    return number(Decimal(value.numerator) / Decimal(value.denominator), language)


def due_text(target: Target, year: int | None) -> Text:
    """When a target is due, in short, as it stands in one row."""
    if target.due is None:
        return sentences.NO_YEAR
    match target.due.kind:
        case "yearly":
            return sentences.YEARLY
        case "after":
            return sentences.AFTER.fill(year=str(target.due.years[0]))
    return Text(str(year), str(year))
