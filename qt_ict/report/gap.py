"""``qt-ict gap``: where the baseline stands, what is promised, what is missing."""

from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.beside import asked, parts
from qt_ict.report.document import Document, Footnotes, Part
from qt_ict.report.field import Record, leaves, record
from qt_ict.report.gap_fields import (
    ATTAINMENT,
    DATE,
    FROM_NOW_LINEAR,
    GAP,
    GAP_FIELDS,
    LINEAR,
    REASON,
    SHORTFALL,
    STATUS,
    VALUE,
    from_now_differs,
)
from qt_ict.report.listing import closing, dates, listing, title, value_heading
from qt_ict.report.notes import noted
from qt_ict.report.plan_words import heading
from qt_ict.report.reply import Reply
from qt_ict.report.target_fields import STATED


def reply(answer: Answer) -> Reply:
    """The distance to every target asked for."""
    return Reply(lambda: document(answer), lambda: data(answer), leaves(asked(answer, GAP_FIELDS)))


def data(answer: Answer) -> Record:
    """One object a row; see docs/formats.md."""
    fields = asked(answer, GAP_FIELDS)
    return {**of_targets(answer), "rows": [record(fields, answer, row) for row in answer.rows]}


def of_targets(answer: Answer) -> Record:
    """How data on the distance to targets begin."""
    return {
        **heading(answer.loaded),
        "as_of": answer.now.isoformat(),
        "year": answer.question.selection.year,
        "assumptions": noted(answer.assumptions),
    }


def document(answer: Answer) -> Document:
    """The main table by domain, then what cannot be measured, notes, and a closing count."""
    footnotes = Footnotes()
    measured = [row for row in answer.rows if row.measurable]
    rest = [row for row in answer.rows if not row.measurable]
    dated = (DATE,) if len(dates(measured)) > 1 else ()
    from_now = (FROM_NOW_LINEAR,) if from_now_differs(measured) else ()
    value = VALUE.headed(value_heading(measured))
    shown = (*dated, value, STATED, ATTAINMENT, GAP, SHORTFALL, LINEAR, *from_now, STATUS)
    tables = (
        listing(answer, EMPTY, shown, measured, answer.notes, footnotes),
        listing(answer, Text("Không đo được", "Not measurable"), UNMEASURED, rest, answer.notes, footnotes),
    )
    return Document(
        title(answer, Text("Khoảng cách đến mục tiêu", "Gaps to the targets")),
        (Part(tables=tuple(table for table in tables if table.rows)), *parts(answer)),
        footnotes.texts,
        closing(answer),
        answer.as_of,
    )


UNMEASURED = (STATED, REASON)
"""What is said of a target that nobody can measure: what was promised, and why nothing can be computed of it."""
