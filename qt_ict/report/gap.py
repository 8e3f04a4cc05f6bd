"""``qt-ict gap``: where the baseline stands, what is promised, what is missing."""

from qt_ict.engine.assessment import Assessment
from qt_ict.language import EMPTY, Text
from qt_ict.report import cells
from qt_ict.report.assessed import Assessed
from qt_ict.report.document import Document
from qt_ict.report.listing import closing, dates, listing, title, value_heading
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row
from qt_ict.report.record import COLUMNS, assessed_document, assessment_record
from qt_ict.wording.statements import target_text

__all__ = ["COLUMNS", "document", "page"]


def document(report: Assessed) -> Document:
    """The report as plain data; see docs/formats.md."""
    return assessed_document(report, assessment_record)


def page(report: Assessed) -> Page:
    """The main table by domain, then what cannot be measured, notes, and a closing count."""
    footnotes = Footnotes()
    measurable = [row for row in report.rows if row.status != "not_measurable"]
    rest = [row for row in report.rows if row.status == "not_measurable"]
    columns = (Column(value_heading(measurable), numeric=True), *_COLUMNS)
    sections = (
        listing(report, EMPTY, columns, measurable, _cells, footnotes, dated=len(dates(measurable)) > 1),
        listing(
            report,
            Text("Không đo được", "Not measurable"),
            UNMEASURED_COLUMNS,
            rest,
            unmeasured_cells,
            footnotes,
        ),
    )
    return Page(
        title=title(report, Text("Khoảng cách đến mục tiêu", "Gaps to the targets")),
        sections=tuple(section for section in sections if section.rows),
        notes=footnotes.texts,
        closing=closing(report),
    )


_COLUMNS = (
    Column(Text("Mục tiêu", "Target"), numeric=True),
    Column(Text("Mức đạt", "Attained"), numeric=True),
    Column(Text("Khoảng cách", "Gap"), numeric=True),
    Column(Text("Còn thiếu", "Shortfall"), numeric=True),
    Column(Text("Mỗi năm", "Each year"), numeric=True),
    Column(Text("Kết quả", "Status"), whole=True),
)
UNMEASURED_COLUMNS = (Column(Text("Mục tiêu", "Target"), numeric=True), Column(Text("Vì sao", "Why")))


def _cells(report: Assessed, row: Assessment) -> Row:
    plan = row.plan
    return (
        cells.value_cell(plan, row),
        Cell(target_text(plan, plan.targets[row.target])),
        cells.attainment_cell(row),
        cells.gap_cell(plan, row),
        cells.shortfall_cell(plan, row),
        cells.linear_cell(plan, row),
        cells.status_cell(row),
    )


def unmeasured_cells(report: Assessed, row: Assessment) -> Row:
    """What was promised, and why nothing can be computed of it."""
    plan = row.plan
    return Cell(target_text(plan, plan.targets[row.target])), cells.why_cell(plan, row)
