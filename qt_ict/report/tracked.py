"""Progress asked for: the targets of a selection through the rounds, with what is to be said beside them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.duties import DueReports, due_reports
from qt_ict.engine.observations import Choice, Observation
from qt_ict.engine.progress import Progress, as_of, progress
from qt_ict.engine.reasons import Reason
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.methods.series import Method
from qt_ict.model.plan import Plan
from qt_ict.report import sentences
from qt_ict.report.cells import indicator_text
from qt_ict.report.misuse import Misuse, unknown
from qt_ict.report.notes import (
    Note,
    assumptions,
    incomplete_notes,
    indicator_remarks,
    other_dates,
    publication_notes,
    set_aside_notes,
    target_notes,
    version_note,
    width_notes,
)
from qt_ict.report.selection import EVERY_TARGET, Selection, check_year, known_agency, known_domain
from qt_ict.report.verdicts import judged_text
from qt_ict.wording.dates import day
from qt_ict.wording.statements import target_text


class Tracked(NamedTuple):
    """The rows a reader asked for."""

    loaded: Loaded
    choice: Choice
    year: int | None
    method: Method | None
    """The published method to judge by; None for our own."""
    rows: tuple[Progress, ...]
    duties: tuple[DueReports, ...]

    @property
    def plan(self) -> Plan:
        """The plan of the report."""
        return self.loaded.plan

    @property
    def as_of(self) -> date:
        """The day up to which things are known."""
        return as_of(self.plan, self.choice)

    @property
    def assumptions(self) -> tuple[Note, ...]:
        """What the results rest on without the plan saying it."""
        seen = [each.plan for row in self.rows for each in row.history]
        return assumptions(seen or [self.plan], {}, self.choice)


def tracked(
    loaded: Loaded,
    choice: Choice,
    wanted: Selection = EVERY_TARGET,
    method: Method | None = None,
) -> Tracked:
    """The targets a reader asks for, undated ones last, and the reports due so far.

    Raises:
        Misuse: A year, domain or agency that the plan does not have.
    """
    plan = loaded.plan
    check_year(plan, wanted.year)
    domain, agency = known_domain(plan, wanted.domain), known_agency(plan, wanted.agency)
    rows = [
        row
        for row in progress(plan, choice)
        if wanted.year in (None, row.year)
        and domain in (None, row.target.domain)
        and agency in (None, row.target.agency)
    ]
    domains = list(plan.domains)
    rows.sort(key=lambda row: (row.year is None, domains.index(row.target.domain)))
    duties = [
        each for each in due_reports(plan, as_of(plan, choice)) if agency in (None, plan.duties[each.duty].agency)
    ]
    return Tracked(loaded, choice, wanted.year, method, tuple(rows), tuple(duties))


def tracked_indicator(loaded: Loaded, choice: Choice, name: str) -> Tracked:
    """The targets of one indicator, given by its id or by that of one of its targets.

    Raises:
        Misuse: There is no such indicator, or no target of its own.
    """
    id_ = indicator_named(loaded.plan, name)
    found = tracked(loaded, choice)
    rows = tuple(row for row in found.rows if row.target.indicator == id_ and row.target.measure != "proxy")
    if not rows:
        raise Misuse(
            Text(f"không có mục tiêu nào đo bằng {id_}", f"no target is measured by {id_}"),
            Text("Xem các mục tiêu: qt-ict targets.", "See the targets: qt-ict targets."),
        )
    return found._replace(rows=rows)


def indicator_named(plan: Plan, name: str) -> str:
    """The indicator of a name: its own id, or that of a target which it measures.

    Raises:
        Misuse: There is none.
    """
    wanted = name.replace("-", "_")
    if wanted in plan.indicators:
        return wanted
    target = plan.targets.get(wanted)
    if target is not None and target.indicator is not None:
        return target.indicator
    if target is not None:
        raise Misuse(
            Text(f"chưa có chỉ tiêu nào đo mục tiêu {wanted}", f"no indicator measures the target {wanted}"),
            Text(
                "Xem cách đo: qt-ict targets --unmeasured.",
                "See how targets are measured: qt-ict targets --unmeasured.",
            ),
        )
    known = {**plan.indicators, **plan.targets}
    kind = Text("chỉ tiêu hay mục tiêu", "indicator or target")
    raise unknown(kind, name, {id_: each.name for id_, each in known.items()}, "qt-ict show, qt-ict targets")


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
    within = row.value is not None and (row.value.date.month, row.value.date.day) != (12, 31)
    if row.passed and row.value is not None and within and len(row.judged.status) == 1:
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
