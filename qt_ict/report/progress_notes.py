"""What must be known beside one target's progress."""

from collections.abc import Iterator
from datetime import date

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.observations import Observation
from qt_ict.engine.progress import Progress
from qt_ict.engine.reasons import Reason
from qt_ict.report import sentences
from qt_ict.report.cells import indicator_text
from qt_ict.report.notes import (
    Note,
    incomplete_notes,
    indicator_remarks,
    other_dates,
    publication_notes,
    set_aside_notes,
    target_notes,
    version_note,
    width_notes,
)
from qt_ict.report.tracked import Tracked
from qt_ict.report.verdicts import judged_text
from qt_ict.wording.dates import day
from qt_ict.wording.statements import target_text


def row_notes(report: Tracked, row: Progress) -> tuple[Note, ...]:
    """Everything to be said beside one row, each thing once."""
    first = report.plan.targets[row.name]
    notes = [
        *target_notes(report.plan, row.target),
        *_of_version(report, row),
        *_revised_later(report, row),
        *_of_values(row),
        *set_aside_notes(row.plan, row.target, row.known.set_aside),
        *incomplete_notes(report.plan, row.known.incomplete),
        *_of_judging(row),
    ]
    if first.note:
        notes.append(Note("remark", first.note.text))
    return tuple(dict.fromkeys(notes))


def _revised_later(report: Tracked, row: Progress) -> Iterator[Note]:
    """Versions of a document that came after the target was due."""
    first = report.plan.targets[row.name]
    for each in first.revisions if row.passed else ():
        if row.known.then < each.date <= report.as_of:
            later = target_text(report.plan, first.in_force(each.date))
            values = {"document": each.document, "date": day(each.date), "target": later}
            yield Note("revised-after-due", sentences.REVISED_AFTER_DUE.fill(**values))


def _of_version(report: Tracked, row: Progress) -> Iterator[Note]:
    if row.revision is not None and row.original is not None:
        # A published method has not judged the first version.
        judged = None if report.method else judged_text(row, row.original)
        yield version_note(report.plan, report.plan.targets[row.name], row.revision, judged)


def _of_judging(row: Progress) -> Iterator[Note]:
    """By which value a due year that is over is judged, and which rounds give no value."""
    if row.passed and row.value is None and len(row.judged.status) == 1:
        yield Note("by-neighbours", sentences.BY_NEIGHBOURS)
    if row.passed and row.value is not None and _within(row.value.date) and len(row.judged.status) == 1:
        yield Note("before-due-day", sentences.BEFORE_DUE_DAY.fill(date=day(row.value.date)))
    for each in row.known.replaced:
        if row.target.indicator and isinstance(each.value.outcome, Interval):
            shown = indicator_text(each.plan, row.plan.indicators[row.target.indicator], each.value.outcome)
            values = {"date": day(each.date), "round": day(each.plan.round.date), "value": shown}
            yield Note("published-again", sentences.PUBLISHED_AGAIN.fill(**values))
    for each in row.known.not_computed:
        if isinstance(each.value.outcome, Reason):
            values = {"date": day(each.date), "reason": sentences.REASONS[each.value.outcome]}
            yield Note("not-computed", sentences.NOT_COMPUTED.fill(**values))


def _within(day_: date) -> bool:
    """True for a day that is not the end of its year."""
    return (day_.month, day_.day) != (12, 31)


def _of_values(row: Progress) -> Iterator[Note]:
    if row.target.indicator is None:
        return
    indicator = row.plan.indicators[row.target.indicator]
    for each in _ends(row):
        yield from width_notes(each.value.causes)
        yield from publication_notes(each.plan, indicator.figures)
        yield from other_dates(each.plan, indicator)
        if row.target.measure != "proxy":
            yield from indicator_remarks(each.plan, indicator)


def _ends(row: Progress) -> tuple[Observation, ...]:
    """The values that a row shows: first, and judged or latest."""
    shown = (row.history[0], row.value or row.history[-1]) if row.history else ()
    return tuple({each.plan.round_id: each for each in shown}.values())
