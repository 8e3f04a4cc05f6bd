"""``qt-ict progress``: reports due so far, then every target: how far, how fast, and whether that will do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from qt_ict.engine.duties import DueReports
from qt_ict.engine.standing import Standing
from qt_ict.engine.verdict import LIMITS, VERDICTS
from qt_ict.language import EMPTY, Text
from qt_ict.methods.series import Method
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.beside import asked, parts
from qt_ict.report.document import Cell, Document, Footnotes, Part, Table
from qt_ict.report.field import Field, Record, cells, columns, leaves, record
from qt_ict.report.listing import listing
from qt_ict.report.method_fields import SHOWN, Opinion, about, opinion, strictness
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
    PROGRESS_FIELDS,
    RATIO,
    RECORD,
    ROUNDS,
    VERDICT,
    WHEN_DUE,
    WHY,
)
from qt_ict.report.reply import Reply
from qt_ict.report.target_fields import STATED
from qt_ict.wording.dates import day, days
from qt_ict.wording.quantities import counted, listed, plain


def _shown_of_coming(answer: Answer, rows: Sequence[Standing]) -> tuple[Field[Answer, Standing], ...]:
    """What is said of targets to come: the last step and the count from the value's date where they tell more."""
    spans = [(row, span) for row in rows if (span := row.course.span)]
    return (
        STATED,
        FIRST,
        JUDGED.headed(LATEST.heading, whole=True),
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


OVER = (STATED, FIRST, WHEN_DUE, COVERED, LATEST, VERDICT, ROUNDS)
"""What is said of a target whose year is over."""
_VALUE = JUDGED.headed(Text("Giá trị", "Value"))
UNDECIDED = (STATED, _VALUE, WHY)
"""What is said of a target without a status."""


def reply(answer: Answer) -> Reply:
    """The course of every target asked for."""
    method = answer.question.method
    return Reply(
        lambda: document_by(answer, method) if method else document(answer),
        lambda: data(answer),
        leaves(asked(answer, PROGRESS_FIELDS)),
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
        "rows": [record(asked(answer, PROGRESS_FIELDS), answer, row) for row in answer.rows],
    }


def document(answer: Answer) -> Document:
    """Reports due, targets to come, targets whose year is over, targets without a status and why."""
    footnotes = Footnotes()
    rest = [row for row in answer.rows if not row.course.judged.status]
    tables = (
        duties(answer),
        *decided(answer, footnotes),
        listing(answer, Text("Chưa kết luận được", "No status"), UNDECIDED, rest, answer.notes_on_course, footnotes),
    )
    return Document(
        title(answer),
        (Part(tables=tuple(each for each in tables if each.rows)), *parts(answer, VERDICT)),
        footnotes.texts,
        (*legend(answer), _counts(answer.rows), *closing(answer)),
        answer.as_of,
    )


def decided(answer: Answer, footnotes: Footnotes) -> tuple[Table, Table]:
    """Targets to come and targets whose year is over, as far as they have a status."""
    over = [row for row in answer.rows if row.course.judged.status and row.passed]
    due = Text("Mục tiêu đã đến hạn", "Targets that were due")
    coming = _coming(answer)
    return (
        listing(answer, EMPTY, _shown_of_coming(answer, coming), coming, answer.notes_on_course, footnotes),
        listing(answer, due, OVER, over, answer.notes_on_course, footnotes),
    )


def _coming(answer: Answer) -> list[Standing]:
    """Targets to come, as far as they have a status."""
    return [row for row in answer.rows if row.course.judged.status and not row.passed]


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
    "Trước đây đạt: trong các trường hợp trước đây có cùng kết quả, cùng loại, gần cùng mức và thời gian còn lại (các "
    "quốc gia, đến 2018, kể cả sau ngày xét), bao nhiêu trường hợp đạt mục tiêu khi đến hạn; docs/record.md.",
    "Kept before: of past cases with the same status, of the same kind, near in level and time left (countries, "
    "through 2018, whatever day is asked about), how many met their target when it was due; docs/record.md.",
)


_LIMITS = Text(
    "Kết quả theo tỷ số giữa nhịp đã có và nhịp cần từ nay: từ {on_track} % là đúng lộ trình, từ {moderate} % là tiến "
    "bộ vừa phải, từ {insufficient} % là tiến bộ chưa đủ, dưới đó là đi ngược mục tiêu.",
    "Status by the ratio of the pace so far to the one required from now on: {on_track} % or more on track, "
    "{moderate} % or more moderate, {insufficient} % or more insufficient, below that moving away.",
).fill(**dict(LIMITS))


def title(answer: Answer) -> Text:
    """What is said and up to which day."""
    subject = Text("Tiến độ đến {date}", "Progress as of {date}").fill(date=day(answer.as_of))
    return subject + " – " + plan_name(answer.loaded)


def closing(answer: Answer) -> tuple[Text, ...]:
    """Assumptions, and the plan used."""
    return *(note.text for note in answer.assumptions_on_course), plan_line(answer.loaded)


def _counts(rows: Iterable[Standing]) -> Text:
    """How many rows have which status."""
    found = Counter(row.course.judged.status for row in rows)
    several = sum(count for status, count in found.items() if len(status) > 1)
    return _counted(
        sum(found.values()),
        *((words.VERDICTS[each], found[each,]) for each in VERDICTS),
        (Text("chưa phân định", "undecided"), several),
        (Text("chưa kết luận được", "without status"), found[()]),
    )


def _counted(total: int, *counts: tuple[Text, int]) -> Text:
    """A number of rows, and how many of them are what."""
    parts = listed((plain(count) + " " + said for said, count in counts if count), ", ")
    return counted(total, Text("dòng", "row")) + ((": " + parts) if parts else EMPTY) + "."


DUE_REPORTS: tuple[Field[Answer, DueReports], ...] = (
    Field(
        "duty",
        "id of the duty",
        lambda _, found: found.duty,
        heading=Text("Báo cáo", "Report"),
        cell=lambda answer, found: Cell(answer.plan.duties[found.duty].name),
    ),
    Field(
        "agency",
        "the agency that reports",
        lambda answer, found: answer.plan.duties[found.duty].agency,
        heading=Text("Cơ quan", "Agency"),
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
    """The reports that were due so far, by agency."""
    rows = tuple(cells(DUE_REPORTS, answer, each) for each in answer.duties)
    due = Text("Báo cáo phải có đến {date}", "Reports due by {date}").fill(date=day(answer.as_of))
    return Table(due, columns(DUE_REPORTS), rows)


def document_by(answer: Answer, method: Method) -> Document:
    """The same judged by a published method: targets that it judges, those it does not and why."""
    footnotes = Footnotes()
    said = {(row.id, row.year): opinion(method, row) for row in answer.rows}
    judged = [row for row in answer.rows if said[row.id, row.year].says_anything]
    rest = [row for row in answer.rows if row not in judged]
    value, score, status, reason = (_said_by_method(field, said) for field in SHOWN[1:])
    first = FIRST.headed(FIRST.heading, whole=False)
    unjudged = Text("Không áp dụng được", "Not judged")
    why = reason.headed(WHY.heading)
    shown = (STATED, first, JUDGED, value, score, status, reason)
    tables = (
        duties(answer),
        listing(answer, EMPTY, shown, judged, answer.notes_on_course, footnotes),
        listing(answer, unjudged, (STATED, _VALUE, why), rest, answer.notes_on_course, footnotes),
    )
    return Document(
        title(answer),
        (Part(tables=tuple(each for each in tables if each.rows)), *parts(answer, status)),
        footnotes.texts,
        (about(method), *strictness(answer.rows), _counts_by(method, list(said.values())), *closing(answer)),
        answer.as_of,
    )


def _said_by_method(
    field: Field[Any, Opinion], said: Mapping[tuple[str, int | None], Opinion]
) -> Field[Answer, Standing]:
    """A field of what a method says of a target as a field of the target."""
    shown = field.shown
    return Field(
        field.key,
        field.about,
        heading=field.heading,
        cell=lambda answer, row: shown(answer, said[row.id, row.year]),
        numeric=field.numeric,
    )


def _counts_by(method: Method, said: Sequence[Opinion]) -> Text:
    """How many rows a method gives which status."""
    found = Counter(each.status for each in said)
    several = sum(count for status, count in found.items() if len(status) > 1)
    return _counted(
        len(said),
        *((name, found[code,]) for code, name in method.statuses.items()),
        (Text("chưa phân định", "undecided"), several),
        (Text("không kết luận", "not judged"), found[()]),
    )
