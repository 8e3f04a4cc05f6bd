"""``qt-ict targets``: everything the plan promises, and how it is measured."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.model.organisation import Duty
from qt_ict.model.plan import Plan
from qt_ict.model.targets import YEAR_SOURCES
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.document import Cell, Document, Footnotes, Part, Table
from qt_ict.report.each_year import EACH_YEAR
from qt_ict.report.field import Field, Record, cells, columns, leaves, record
from qt_ict.report.gap import BREAKABLE_STATUS, RANKED, of_targets
from qt_ict.report.gap_fields import ATTAINMENT, DATE, NOTES, REASON, STATUS
from qt_ict.report.listing import aside, counts, folded, listing, order, title
from qt_ict.report.plan_words import plan_line
from qt_ict.report.reply import Reply
from qt_ict.report.selection import known_agency
from qt_ict.report.target_fields import (
    AGENCY,
    COOPERATING,
    IDENTIFICATION,
    MEASURE,
    PROMISED,
    SOURCE,
    STATED,
    TARGET,
    UNMEASURED,
    agency_name,
)
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed

TARGETS_FIELDS: tuple[Field[Answer, Standing], ...] = (
    *IDENTIFICATION,
    COOPERATING,
    Field(
        "due",
        "`by`, `before`, `after`, `period`, `yearly` or null",
        lambda _, row: row.target.due.kind if row.target.due else None,
    ),
    Field(
        "due_years",
        "the years that the due date names",
        lambda _, row: list(row.target.due.years) if row.target.due else [],
        "list",
    ),
    Field(
        "due_inferred",
        "where the year comes from that its own clause does not name, or null",
        lambda _, row: row.target.due_inferred,
        words=YEAR_SOURCES,
    ),
    *PROMISED,
    MEASURE,
    Field("within", "id of the target whose things this one is a share of", lambda _, row: row.target.within),
    Field(
        "conflicts_with",
        "ids of targets that word the same commitment differently",
        lambda _, row: list(row.target.conflicts_with),
        "list",
    ),
    STATUS,
    REASON,
    DATE,
    NOTES,
    SOURCE,
    EACH_YEAR,
)


class NamedDuty(NamedTuple):
    """A reporting duty with its id."""

    id: str
    duty: Duty


DUTY: tuple[Field[Answer, NamedDuty], ...] = (
    Field("duty", "id of the duty", lambda _, each: each.id),
    Field("name", "what is reported", lambda _, each: each.duty.name, "plan_text", heading=Text("Nội dung", "Report")),
    Field(
        "agency",
        "the agency that reports",
        lambda _, each: each.duty.agency,
        heading=terms.AGENCY,
        cell=lambda answer, each: Cell(agency_name(answer.plan, each.duty.agency)),
    ),
    Field(
        "to",
        "the agencies that receive the report; none where the plan names none",
        lambda _, each: list(each.duty.to),
        "list",
        heading=Text("Báo cáo cho", "Reports to"),
        cell=lambda answer, each: Cell(_recipients(answer.plan, each.duty)),
    ),
    Field(
        "every",
        "how often; none where the plan does not say",
        lambda _, each: list(each.duty.every),
        "list",
        heading=Text("Kỳ báo cáo", "How often"),
        cell=lambda _, each: Cell(_often(each.duty)),
    ),
    Field(
        "every_inferred",
        "whether how often is not said of this report, but follows from another one",
        lambda _, each: each.duty.every_inferred,
        "boolean",
    ),
    Field("note", "remark in the data", lambda _, each: each.duty.note and each.duty.note.text, "plan_text"),
    Field(
        "source",
        "where it is written",
        type="object",
        fields=(
            Field("items", "parts and items of the plan", lambda _, each: list(each.duty.source), "list"),
            Field("file", "file of the data", lambda answer, _: answer.loaded.file("duties")),
            Field("line", "line of the data", lambda answer, each: answer.loaded.line("duties", each.id), "integer"),
        ),
        heading=terms.ITEM,
        cell=lambda _, each: Cell(Text.same(", ".join(each.duty.source))),
        whole=True,
    ),
)


def _recipients(plan: Plan, duty: Duty) -> Text:
    return listed((agency_name(plan, each) for each in duty.to), "; ") if duty.to else words.NOT_NAMED


def _often(duty: Duty) -> Text:
    """How often something is reported; what is inferred says so."""
    often = listed((words.EVERY[each] for each in duty.every), ", ") if duty.every else words.NOT_NAMED
    return often + words.INFERRED if duty.every_inferred else often


def unmeasured(answer: Answer) -> Answer:
    """The answer without the targets whose own thing was counted or bounded."""
    return answer.only(tuple(row for row in answer.rows if row.first.measure in UNMEASURED))


def reply(answer: Answer) -> Reply:
    """Every target asked for, and who reports what."""
    return Reply(lambda: document(answer), lambda: data(answer), leaves(TARGETS_FIELDS))


def data(answer: Answer) -> Record:
    """One object a row; see docs/formats.md."""
    return {
        **of_targets(answer),
        "rows": [record(TARGETS_FIELDS, answer, row) for row in answer.rows],
        "duties": [record(DUTY, answer, duty) for duty in _duties(answer)],
    }


def _duties(answer: Answer) -> list[NamedDuty]:
    """The reporting duties, of one agency where one is asked for."""
    agency = known_agency(answer.plan, answer.question.selection.agency)
    return [NamedDuty(name, duty) for name, duty in answer.plan.duties.items() if agency in (None, duty.agency)]


def document(answer: Answer) -> Document:
    """Targets by domain, then who reports what."""
    footnotes = Footnotes()
    shown = tuple(field for field in DUTY if field.heading)
    tables = (
        listing(answer, EMPTY, _shown(answer), answer.rows, answer.notes, footnotes),
        Table(
            Text("Chế độ báo cáo", "Reporting duties"),
            columns(shown),
            tuple(cells(shown, answer, duty) for duty in _duties(answer)),
        ),
    )
    return Document(
        title(answer, terms.TARGETS),
        (Part(tables=tuple(table for table in tables if table.rows)),),
        footnotes.texts,
        (counts(answer), *order(answer), *_assumed(answer), plan_line(answer.loaded)),
        answer.as_of,
        aside=aside(answer, footnotes),
    )


def _shown(answer: Answer) -> tuple[Field[Answer, Standing], ...]:
    """What is promised, how it is measured, by whom, where it is written, and what the targets are sorted by."""
    sort = answer.question.selection.sort
    ranked = {"attainment": (ATTAINMENT,), **{key: (field,) for key, field in RANKED.items() if key != "attainment"}}
    kept = (STATED, MEASURE, AGENCY, SOURCE, *ranked.get(sort, ()), BREAKABLE_STATUS)
    return folded((*kept, COOPERATING, TARGET), kept)


def _assumed(answer: Answer) -> Iterator[Text]:
    """What the counts rest on; no value is shown here whose age or reference class would matter."""
    return (note.text for note in answer.assumptions if note.code not in ("old-values", "reference-class"))
