"""``qt-ict targets``: everything the plan promises, and how it is measured."""

from qt_ict.engine.assessment import Assessment
from qt_ict.language import EMPTY, Text
from qt_ict.model.organisation import Duty
from qt_ict.model.plan import Plan
from qt_ict.report import sentences
from qt_ict.report.assessed import Assessed
from qt_ict.report.document import Document, noted, text
from qt_ict.report.listing import closing, listing, title
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row, Section
from qt_ict.report.record import (
    IDENTIFICATION,
    SOURCE,
    assessed_document,
    commitment,
    identification,
    source,
)
from qt_ict.report.selection import known_agency
from qt_ict.wording.quantities import listed
from qt_ict.wording.statements import target_text

UNMEASURED = ("none", "proxy")
"""Measures under which nobody counted the thing itself."""


def unmeasured(report: Assessed) -> Assessed:
    """The report without the targets whose own thing was counted or bounded."""
    rows = tuple(row for row in report.rows if report.plan.targets[row.target].measure in UNMEASURED)
    return report.only(rows)


COLUMNS = (
    *IDENTIFICATION,
    "due",
    "due_years",
    "comparator",
    "target_value",
    "unit",
    "measure",
    "within",
    "conflicts_with",
    "status",
    "reason",
    "date",
    "notes",
    *SOURCE,
)
"""Columns of a CSV file."""


def document(report: Assessed) -> Document:
    """The report as plain data; see docs/formats.md."""
    return {
        **assessed_document(report, _record),
        "duties": [_duty_record(report, name) for name in _duties(report)],
    }


def _record(report: Assessed, row: Assessment) -> Document:
    target = row.plan.targets[row.target]
    return {
        **identification(report, row),
        "due": target.due.kind if target.due else None,
        "due_years": list(target.due.years) if target.due else [],
        **commitment(report, row),
        "measure": target.measure,
        "within": target.within,
        "conflicts_with": list(target.conflicts_with),
        "status": row.status,
        "reason": row.reason,
        "date": row.observed.date.isoformat() if row.observed else None,
        "notes": noted(report.notes(row)),
        "source": source(report, row),
    }


def _duty_record(report: Assessed, name: str) -> Document:
    duty = report.plan.duties[name]
    return {
        "duty": name,
        "name": text(duty.name),
        "agency": duty.agency,
        "to": duty.to,
        "every": list(duty.every),
        "source": {
            "items": list(duty.source),
            "file": report.loaded.file("duties"),
            "line": report.loaded.line("duties", name),
        },
    }


def _duties(report: Assessed) -> list[str]:
    """Ids of the reporting duties, of one agency where one is asked for."""
    agency = known_agency(report.plan, report.selection.agency)
    return [name for name, duty in report.plan.duties.items() if agency in (None, duty.agency)]


def page(report: Assessed) -> Page:
    """Targets by domain, then who reports what."""
    footnotes = Footnotes()
    targets = listing(report, EMPTY, _COLUMNS, report.rows, _cells, footnotes)
    duties = Section(
        Text("Chế độ báo cáo", "Reporting duties"),
        _DUTY_COLUMNS,
        tuple(_duty_cells(report.plan, report.plan.duties[name]) for name in _duties(report)),
    )
    return Page(
        title=title(report, Text("Mục tiêu", "Targets")),
        sections=tuple(section for section in (targets, duties) if section.rows),
        notes=footnotes.texts,
        closing=closing(report),
    )


_COLUMNS = (
    Column(Text("Mục tiêu", "Target"), numeric=True),
    Column(Text("Cách đo", "Measured")),
    Column(Text("Cơ quan", "Agency")),
    Column(Text("Mục", "Items")),
    Column(Text("Mã", "Id"), whole=True),
)
_DUTY_COLUMNS = (
    Column(Text("Nội dung", "Report")),
    Column(Text("Cơ quan", "Agency")),
    Column(Text("Báo cáo cho", "Reports to")),
    Column(Text("Kỳ hạn", "How often")),
    Column(Text("Mục", "Item"), whole=True),
)


def _cells(report: Assessed, row: Assessment) -> Row:
    plan = row.plan
    target = plan.targets[row.target]
    items = ", ".join(target.source)
    return (
        Cell(target_text(plan, target)),
        Cell(sentences.MEASURES[target.measure], "quiet" if target.measure in UNMEASURED else "plain"),
        Cell(agency_name(plan, target.agency)),
        Cell(Text.same(items)),
        Cell(Text.same(row.target), "quiet"),
    )


def agency_name(plan: Plan, agency: str | None) -> Text:
    """The name of an agency; empty without one."""
    return plan.agencies[agency].name if agency else EMPTY


def _duty_cells(plan: Plan, duty: Duty) -> Row:
    items = ", ".join(duty.source)
    every = listed((sentences.EVERY[each] for each in duty.every), ", ")
    return (
        Cell(duty.name),
        Cell(agency_name(plan, duty.agency)),
        Cell(agency_name(plan, duty.to)),
        Cell(every),
        Cell(Text.same(items)),
    )
