"""``qt-ict gap``: where the baseline stands, what is promised, what is missing."""

from collections.abc import Sequence

from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.beside import asked, parts
from qt_ict.report.document import Document, Footnotes, Part, Table
from qt_ict.report.each_year import DISTANCE_FIELDS
from qt_ict.report.field import Field, Record, leaves, record
from qt_ict.report.gap_fields import (
    ATTAINMENT,
    DATE,
    FROM_NOW_LINEAR,
    GAP,
    LINEAR,
    LINEAR_SINCE_VALUE,
    REASON,
    SHORTFALL,
    STATUS,
    VALUE,
    dated_value_cell,
    from_now_differs,
    reason_text,
)
from qt_ict.report.listing import aside, closing, dates, folded, listing, title, uncounted, value_heading
from qt_ict.report.notes import noted
from qt_ict.report.plan_words import heading
from qt_ict.report.progress_fields import RATIO
from qt_ict.report.reply import Reply
from qt_ict.report.target_fields import STATED
from qt_ict.report.trial import trial


def reply(answer: Answer) -> Reply:
    """The distance to every target asked for."""
    return Reply(lambda: document(answer), lambda: data(answer), leaves(asked(answer, DISTANCE_FIELDS)))


def data(answer: Answer) -> Record:
    """One object a row; see docs/formats.md."""
    fields = asked(answer, DISTANCE_FIELDS)
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
    tables = (
        listing(answer, EMPTY, _shown(answer, measured), measured, answer.notes, footnotes),
        unmeasured(answer, footnotes),
    )
    return Document(
        title(answer, Text("Chênh lệch so với mục tiêu", "Gaps to the targets")),
        (Part(tables=tuple(table for table in tables if table.rows)), *parts(answer)),
        footnotes.texts,
        closing(answer),
        answer.as_of,
        trial=trial(answer),
        aside=aside(answer, footnotes),
    )


def _shown(answer: Answer, rows: Sequence[Standing]) -> tuple[Field[Answer, Standing], ...]:
    """The columns: value, target, attainment, what is missing, status; what they are sorted by; the others aside."""
    several = len(dates(rows)) > 1
    value = VALUE.headed(value_heading(rows), cell=dated_value_cell if several else VALUE.cell)
    ranked = RANKED.get(answer.question.selection.sort, SHORTFALL)
    fields = (
        *((DATE,) if several else ()),
        value,
        STATED,
        ATTAINMENT,
        GAP,
        SHORTFALL,
        *((RATIO,) if ranked is RATIO else ()),
        *((LINEAR_SINCE_VALUE, FROM_NOW_LINEAR) if from_now_differs(rows) else (LINEAR,)),
        BREAKABLE_STATUS,
    )
    return folded(fields, (value, STATED, ATTAINMENT, ranked, BREAKABLE_STATUS))


BREAKABLE_STATUS = STATUS.headed(STATUS.heading, whole=False)
"""The status where there is little room."""
RANKED = {"attainment": SHORTFALL, "gap": GAP, "shortfall": SHORTFALL, "pace": RATIO}
"""What is shown of a row beside its attainment, by what the rows are sorted by."""


def unmeasured(answer: Answer, footnotes: Footnotes) -> Table:
    """What cannot be measured; counted in a line unless it is what was asked for."""
    rows = [row for row in answer.rows if not row.measurable]
    asked = answer.question.selection.status == "not_measurable"
    instead = EMPTY if asked else uncounted(rows, reason_text)
    heading = Text("Không đo được", "Not measurable")
    return listing(answer, heading, UNMEASURED, rows, answer.notes, footnotes, instead)


UNMEASURED = (STATED, REASON)
"""What is said of a target that nobody can measure: what was promised, and why nothing can be computed of it."""
