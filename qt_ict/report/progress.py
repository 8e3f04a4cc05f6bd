"""``qt-ict progress``: reports due so far, then every target: how far, how fast, and whether that will do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from qt_ict.engine.duties import DueReports
from qt_ict.engine.evidence import TargetYear
from qt_ict.engine.standing import Standing
from qt_ict.engine.state import state
from qt_ict.engine.verdict import LIMITS
from qt_ict.language import EMPTY, Text
from qt_ict.methods.series import Method
from qt_ict.model.organisation import Duty
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.beside import asked, parts
from qt_ict.report.document import Cell, Document, Footnotes, Part, Table
from qt_ict.report.each_year import COURSE_FIELDS, each_year
from qt_ict.report.field import Field, Record, cells, columns, leaves, record
from qt_ict.report.gap_fields import ATTAINMENT, FROM_NOW_LINEAR
from qt_ict.report.listing import aside, folded, listing, order, uncounted
from qt_ict.report.method_fields import SHOWN, Opinion, about, opinion, reason_text, strictness
from qt_ict.report.notes import noted
from qt_ict.report.plan_words import heading, plan_line, plan_name
from qt_ict.report.progress_fields import (
    COVERED,
    DUE_NOW,
    FIRST,
    FROM_NOW,
    FROM_VALUE,
    JUDGED,
    LAST_STEP,
    LATEST,
    OBSERVED,
    RATIO,
    RECORD,
    ROUNDS,
    VERDICT,
    WHEN_DUE,
    WHY,
    beside_target,
)
from qt_ict.report.reply import Reply
from qt_ict.report.selection import narrowed
from qt_ict.report.target_fields import STATED
from qt_ict.report.trial import trial
from qt_ict.report.verdicts import judged_text
from qt_ict.wording import terms
from qt_ict.wording.dates import day, days
from qt_ict.wording.quantities import counted, listed, plain


def _shown_of_coming(answer: Answer, rows: Sequence[Standing]) -> tuple[Field[Answer, Standing], ...]:
    """What is said of targets to come: the last step and the count from the value's date where they tell more."""
    spans = [(row, row.spans[0]) for row in rows if row.spans]
    return (
        STATED,
        _FIRST,
        _LATEST,
        DUE_NOW,
        COVERED,
        OBSERVED,
        *((LAST_STEP,) if any(len(row.history) > 2 for row, _ in spans) else ()),
        *((FROM_VALUE,) if any(span.left != span.ahead for _, span in spans) else ()),
        FROM_NOW,
        RATIO,
        VERDICT,
        *((RECORD,) if has_record(answer, rows) else ()),
        ROUNDS,
    )


_LATEST = beside_target(LATEST, whole=False)
_FIRST, _WHEN_DUE = beside_target(FIRST), beside_target(WHEN_DUE)
OVER = (STATED, _FIRST, _WHEN_DUE, COVERED, _LATEST, VERDICT, ROUNDS)
"""What is said of a target whose year is over."""
_COMING_ON_SCREEN = (STATED, _LATEST, COVERED, OBSERVED, FROM_NOW, VERDICT)
"""Of that what a screen shows: how far, how fast, how fast it must be, and whether that will do."""
_OVER_ON_SCREEN = (STATED, _FIRST, _WHEN_DUE, VERDICT)
UNDECIDED = (STATED, _LATEST, ATTAINMENT, FROM_NOW_LINEAR, WHY)
"""What is said of a target that has a value and no status: how far, and how much is needed from now on."""
UNMEASURED = (STATED, _LATEST, WHY)
"""What is said of a target that nothing can be computed for."""


def reply(answer: Answer) -> Reply:
    """The course of every target asked for."""
    method = answer.question.method
    return Reply(
        lambda: document_by(answer, method) if method else document(answer),
        lambda: data(answer),
        leaves(asked(answer, COURSE_FIELDS)),
    )


def data(answer: Answer) -> Record:
    """One object a row; see docs/formats.md."""
    return {
        **heading(answer.loaded),
        "as_of": answer.as_of.isoformat(),
        "year": answer.question.selection.year,
        "limits": {verdict: per_cent / 100 for verdict, per_cent in LIMITS},
        "method": answer.question.method.name if answer.question.method else None,
        "assumptions": noted(answer.assumptions_on_course),
        "duties": [record(DUE_REPORTS, answer, each) for each in answer.duties],
        "rows": [record(asked(answer, COURSE_FIELDS), answer, row) for row in answer.rows],
    }


def document(answer: Answer) -> Document:
    """Targets to come, those whose year is over, those without a status; then the reports that were due."""
    footnotes = Footnotes()
    every_year = each_year(answer, answer.rows, footnotes)
    tables = (*decided(answer, footnotes, short=True), every_year, *_without_status(answer, footnotes))
    found = tuple(legend(answer))
    return Document(
        title(answer),
        (*_parts(tables, duties(answer)), *parts(answer, VERDICT)),
        footnotes.texts,
        (*found, _counts(answer.rows), *order(answer), *closing(answer)),
        answer.as_of,
        trial=trial(answer),
        aside=aside(answer, footnotes, found[1:]),
    )


def _parts(tables: Iterable[Table], due: Table) -> tuple[Part, ...]:
    """The targets, then the reports due, as far as there are some."""
    found = (tuple(each for each in tables if each.rows), (due,) if due.rows else ())
    return tuple(Part(tables=each) for each in found if each)


def _without_status(answer: Answer, footnotes: Footnotes) -> tuple[Table, Table]:
    """Targets without a status: those that have a value, and those of which nothing can be said."""
    rest = [row for row in answer.rows if not row.course.judged.status and not row.years]
    known = [row for row in rest if row.measurable]
    unknown = [row for row in rest if not row.measurable]
    notes = answer.notes_on_course
    undecided = _reason_once(answer, Text("Chưa kết luận được", "No status"), UNDECIDED, known)
    silent = _reason_once(answer, Text("Chưa có số liệu để kết luận", "No figures to judge by"), UNMEASURED, unknown)
    return (
        listing(answer, *undecided, known, notes, footnotes),
        listing(
            answer,
            *silent,
            unknown,
            notes,
            footnotes,
            uncounted(unknown, lambda row: judged_text(row, row.course.judged)),
        ),
    )


def _reason_once(
    answer: Answer, heading: Text, fields: tuple[Field[Answer, Standing], ...], rows: Sequence[Standing]
) -> tuple[Text, tuple[Field[Answer, Standing], ...]]:
    """Heading and columns of rows that say why; where several rows share the reason, the heading says it once."""
    reasons = {WHY.shown(answer, row).text for row in rows}
    if len(rows) < 2 or len(reasons) != 1:
        return heading, fields
    return heading + ": " + reasons.pop(), tuple(field for field in fields if field is not WHY)


def decided(
    answer: Answer,
    footnotes: Footnotes,
    *,
    short: bool = False,
    beside: tuple[Field[Answer, Standing], ...] = (),
) -> tuple[Table, Table]:
    """Targets to come and targets whose year is over, as far as they have a status.

    Args:
        answer: The targets.
        footnotes: Where their notes go.
        short: Let a screen leave out all but the columns that answer how far and whether that will do.
        beside: What is said of each of them besides.
    """
    over = [row for row in answer.rows if row.course.judged.status and row.passed]
    due = Text("Mục tiêu đã đến hạn", "Targets that were due")
    coming = _coming(answer)
    ahead: tuple[Field[Answer, Standing], ...] = _shown_of_coming(answer, coming)
    passed: tuple[Field[Answer, Standing], ...] = OVER
    if short:
        ranked = (RATIO,) if answer.question.selection.sort == "pace" else (COVERED,)
        ahead = folded(ahead, (*(each for each in _COMING_ON_SCREEN if each is not COVERED), *ranked))
        passed = folded(passed, _OVER_ON_SCREEN)
    return (
        listing(answer, EMPTY, (*ahead, *beside), coming, answer.notes_on_course, footnotes),
        listing(answer, due, (*passed, *beside), over, answer.notes_on_course, footnotes),
    )


def _coming(answer: Answer) -> list[Standing]:
    """Targets to come, as far as they have a status; not those of every year, which have no one pace."""
    return [row for row in answer.rows if row.course.judged.status and not row.passed and not row.years]


def has_record(answer: Answer, rows: Iterable[Standing]) -> bool:
    """True where the status of some row has a record."""
    return any(RECORD.value(answer, row) for row in rows)


def legend(answer: Answer) -> Iterator[Text]:
    """From which ratio on each status holds, and what its record is."""
    coming = _coming(answer)
    if coming:
        yield _LIMITS
    if has_record(answer, coming):
        yield RECORDS


RECORDS = Text(
    "Trước đây đạt: trong các trường hợp trước đây có cùng đánh giá, cùng loại, gần cùng mức và thời gian còn lại (các "
    "quốc gia, đến 2018, kể cả sau ngày đánh giá), bao nhiêu trường hợp đạt mục tiêu khi đến hạn; docs/record.md.",
    "Kept before: of past cases with the same status, of the same kind, near in level and time left (countries, "
    "through 2018, whatever day is asked about), how many met their target when it was due; docs/record.md.",
)


_LIMITS = Text(
    "Đánh giá theo tỷ số giữa mức tăng bình quân năm và mức cần tăng từ nay: từ {on_track}% là đúng tiến độ, từ "
    "{moderate}% là tiến bộ vừa phải, từ {insufficient}% là chưa đạt tiến độ, dưới đó là xa dần mục tiêu.",
    "Status by the ratio of the pace so far to the one required from now on: {on_track}% or more on track, "
    "{moderate}% or more moderate, {insufficient}% or more insufficient, below that moving away.",
).fill(**dict(LIMITS))


def title(answer: Answer) -> Text:
    """What is said and up to which day."""
    subject = Text("Tiến độ đến {date}", "Progress as of {date}").fill(date=day(answer.as_of))
    return subject + " – " + plan_name(answer.loaded) + narrowed(answer.plan, answer.question.selection)


def closing(answer: Answer) -> tuple[Text, ...]:
    """Assumptions, and the plan used."""
    return *(note.text for note in answer.assumptions_on_course), plan_line(answer.loaded)


def _counts(rows: Iterable[Standing]) -> Text:
    """How many rows have which status; those without one by their state."""
    found = Counter(_in_a_word(row) for row in rows)
    order = (*words.VERDICTS.values(), *words.STATES.values())
    return _counted(found.total(), *((each, found[each]) for each in dict.fromkeys(order)))


def _in_a_word(row: Standing) -> Text:
    status = row.course.judged.status
    return words.VERDICTS[status[0]] if len(status) == 1 else words.STATES[state(row)]


def _counted(total: int, *counts: tuple[Text, int]) -> Text:
    """A number of rows, and how many of them are what."""
    parts = listed((plain(count) + " " + said for said, count in counts if count), ", ")
    return counted(total, terms.ROW) + ((": " + parts) if parts else EMPTY) + "."


def _duty_name(duty: Duty) -> Text:
    """What is reported; where the interval is inferred, that nothing is missing by the plan's own words."""
    return duty.name + words.INTERVAL_INFERRED if duty.every_inferred else duty.name


DUE_REPORTS: tuple[Field[Answer, DueReports], ...] = (
    Field(
        "duty",
        "id of the duty",
        lambda _, found: found.duty,
        heading=Text("Báo cáo", "Report"),
        cell=lambda answer, found: Cell(_duty_name(answer.plan.duties[found.duty])),
    ),
    Field(
        "every_inferred",
        "whether how often is not said of this report, but follows from another one",
        lambda answer, found: answer.plan.duties[found.duty].every_inferred,
        "boolean",
    ),
    Field(
        "agency",
        "the agency that reports",
        lambda answer, found: answer.plan.duties[found.duty].agency,
        heading=terms.AGENCY,
        cell=lambda answer, found: Cell(answer.plan.agencies[answer.plan.duties[found.duty].agency].name),
    ),
    Field(
        "due",
        "last days of the periods that were to be reported on",
        lambda _, found: found.due,
        "list",
        heading=Text("Đến hạn", "Due"),
        cell=lambda _, found: Cell(plain(len(found.due))),
        numeric=True,
    ),
    Field(
        "present",
        "those for which a round says that it fulfils the duty",
        lambda _, found: found.present,
        "list",
        heading=Text("Đã có", "Present"),
        cell=lambda _, found: Cell(plain(len(found.present))),
        numeric=True,
    ),
    Field(
        "missing",
        "those for which none does",
        lambda _, found: found.missing,
        "list",
        heading=Text("Còn thiếu", "Missing"),
        cell=lambda _, found: Cell(days(found.missing), "bad" if found.missing else "plain"),
    ),
)


def duties(answer: Answer) -> Table:
    """The reports that were due so far, by agency; a line where none is missing."""
    shown = tuple(field for field in DUE_REPORTS if field.heading)
    rows = tuple(cells(shown, answer, each) for each in answer.duties)
    due = Text("Báo cáo phải có đến {date}", "Reports due by {date}").fill(date=day(answer.as_of))
    missing = any(each.missing for each in answer.duties)
    every = sum(len(each.due) for each in answer.duties)
    complete = due + ": " + plain(every) + Text(", đã có đủ; liệt kê: --all.", ", all present; to list them: --all.")
    return Table(due, columns(shown), rows, EMPTY if missing else complete)


def document_by(answer: Answer, method: Method) -> Document:
    """The same judged by a published method: targets that it judges, those it does not and why."""
    footnotes = Footnotes()
    said = {row.key: opinion(method, row) for row in answer.rows}
    judged = [row for row in answer.rows if said[row.key].says_anything]
    rest = [row for row in answer.rows if row not in judged]
    value, score, status, reason = (_said_by_method(field, said) for field in SHOWN[1:])
    first, judged_by = beside_target(FIRST, whole=False), beside_target(JUDGED)
    unjudged = terms.WITHOUT_STATUS
    shown = folded(
        (STATED, first, judged_by, value, score, status, reason), (STATED, judged_by, value, score, status, reason)
    )
    counted_as = uncounted(rest, lambda row: reason_text(said[row.key]))
    notes = answer.notes_on_course
    tables = (
        listing(answer, EMPTY, shown, judged, notes, footnotes),
        listing(answer, unjudged, (STATED, _LATEST, reason), rest, notes, footnotes, counted_as),
    )
    return Document(
        title(answer),
        (*_parts(tables, duties(answer)), *parts(answer, status)),
        footnotes.texts,
        (
            about(method),
            *strictness(answer.rows),
            _counts_by(method, list(said.values())),
            *order(answer),
            *closing(answer),
        ),
        answer.as_of,
        aside=aside(answer, footnotes),
    )


def _said_by_method(field: Field[Any, Opinion], said: Mapping[TargetYear, Opinion]) -> Field[Answer, Standing]:
    """A field of what a method says of a target as a field of the target."""
    shown = field.shown
    return Field(
        field.key,
        field.about,
        heading=field.heading,
        cell=lambda answer, row: shown(answer, said[row.key]),
        numeric=field.numeric,
    )


def _counts_by(method: Method, said: Sequence[Opinion]) -> Text:
    """How many rows a method gives which status."""
    found = Counter(each.status for each in said)
    several = sum(count for status, count in found.items() if len(status) > 1)
    return _counted(
        len(said),
        *((name, found[code,]) for code, name in method.statuses.items()),
        (terms.UNDECIDED, several),
        (terms.NOT_ASSESSED, found[()]),
    )
