"""``qt-ict gap``: where the baseline stands, what is promised, what is missing."""

from typing import Any

from qt_ict.engine.assessment import Assessment, outcomes, unit_of
from qt_ict.engine.reasons import Reason
from qt_ict.engine.values import CEILING
from qt_ict.language import Text
from qt_ict.model.targets import Target
from qt_ict.report import cells
from qt_ict.report.assessed import Assessed
from qt_ict.report.document import Document, heading, noted, quantity, text
from qt_ict.report.listing import closing, listing, title
from qt_ict.report.notes import promise
from qt_ict.report.page import EMPTY, Cell, Column, Footnotes, Page, Row

# For programs


def document(report: Assessed) -> Document:
    """The report as plain data; see docs/formats.md."""
    return {
        **heading(report.loaded),
        "year": report.selection.year,
        "assumptions": noted(report.assumptions),
        "rows": [record(report, row) for row in report.rows],
    }


def record(report: Assessed, row: Assessment) -> Document:
    """One row as plain data."""
    plan = report.plan
    target = plan.targets[row.target]
    return {
        **identification(report, row),
        "comparator": target.comparator,
        "target_value": target_value(target),
        "unit": unit_of(plan, target),
        "measure": target.measure,
        **{name: quantity(found) for name, found in outcomes(row) if name not in REQUIRED},
        "required": {
            **{name: quantity(found) for name, found in outcomes(row) if name in REQUIRED},
            "scale": row.required.scale,
        },
        "status": row.status,
        "reason": row.reason,
        "reasons": reasons(target, row),
        "notes": noted(report.notes(row)),
        "shortfall_unit": cells.shortfall_unit(plan, row),
        "proxy": _proxy(target, row),
        "date": row.baseline.date.isoformat() if row.baseline else None,
        "round": plan.round_id if row.baseline else None,
        "source": source(report, row),
    }


REQUIRED = ("linear", "compound", "log_odds")


def identification(report: Assessed, row: Assessment) -> Document:
    """Which target a row is about."""
    target = report.plan.targets[row.target]
    return {
        "target": row.target,
        "indicator": target.indicator,
        "name": text(target.name),
        "domain": target.domain,
        "agency": target.agency,
        "year": row.year,
    }


def source(report: Assessed, row: Assessment) -> Document:
    """Where the plan says it, and where the data do."""
    return {
        "items": list(report.plan.targets[row.target].source),
        "file": report.loaded.file("targets"),
        "line": report.loaded.line("targets", row.target),
    }


def reasons(target: Target, row: Assessment) -> dict[str, str]:
    """The code of every quantity that is not there."""
    missing = {name: found.value for name, found in outcomes(row) if isinstance(found, Reason)}
    if target_value(target) is None:
        return {"target_value": Reason.NO_THRESHOLD.value, **missing}
    return missing


def target_value(target: Target) -> Any:
    """The number promised, two for "between", 100 for "all"; None where words carry no number."""
    if target.comparator == "all":
        return CEILING
    if isinstance(target.value, tuple):
        return [_number(each) for each in target.value]
    return None if target.value is None else _number(target.value)


def _number(value: Any) -> int | float:
    return value if isinstance(value, int) else float(value)


def _proxy(target: Target, row: Assessment) -> Document | None:
    if target.measure != "proxy" or row.baseline is None:
        return None
    return {"indicator": target.indicator, "value": quantity(row.baseline.outcome)}


# For people


def page(report: Assessed) -> Page:
    """The main table by domain, then what cannot be measured, notes, and a closing count."""
    footnotes = Footnotes()
    measurable = [row for row in report.rows if row.status != "not_measurable"]
    rest = [row for row in report.rows if row.status == "not_measurable"]
    baseline = str(report.plan.round.date.year)
    columns = (Column(Text(baseline, baseline), numeric=True), *_COLUMNS)
    sections = (
        listing(report, EMPTY, columns, measurable, _cells, footnotes),
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
    Column(Text("Cam kết", "Promise"), numeric=True),
    Column(Text("Mức đạt", "Attained"), numeric=True),
    Column(Text("Khoảng cách", "Gap"), numeric=True),
    Column(Text("Còn thiếu", "Shortfall"), numeric=True),
    Column(Text("Mỗi năm", "Each year"), numeric=True),
    Column(Text("Kết quả", "Status"), whole=True),
)
UNMEASURED_COLUMNS = (Column(Text("Cam kết", "Promise"), numeric=True), Column(Text("Vì sao", "Why")))


def _cells(report: Assessed, row: Assessment) -> Row:
    plan = report.plan
    return (
        cells.value_cell(plan, row),
        Cell(promise(plan, plan.targets[row.target])),
        cells.attainment_cell(row),
        cells.gap_cell(plan, row),
        cells.shortfall_cell(plan, row),
        cells.linear_cell(plan, row),
        cells.status_cell(row),
    )


def unmeasured_cells(report: Assessed, row: Assessment) -> Row:
    """What was promised, and why nothing can be computed of it."""
    plan = report.plan
    return Cell(promise(plan, plan.targets[row.target])), cells.why_cell(plan, row)
