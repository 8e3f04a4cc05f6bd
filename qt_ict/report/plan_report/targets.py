"""The targets by domain: what was promised, how much is there, what is missing."""

from collections.abc import Sequence
from decimal import Decimal

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.arithmetic.rounding import digits_of
from qt_ict.engine.assessment import Assessment
from qt_ict.language import EMPTY, Text
from qt_ict.report import cells
from qt_ict.report.assessed import Assessed
from qt_ict.report.gap import UNMEASURED_COLUMNS, unmeasured_cells
from qt_ict.report.growth import years_cell
from qt_ict.report.listing import by_domain
from qt_ict.report.notes import due_text
from qt_ict.report.page import Amount, Cell, Column, Footnotes, Group, Row, Section
from qt_ict.report.plan_report.asked import Asked
from qt_ict.report.plan_report.bullets import bullet
from qt_ict.report.plan_report.description import Part
from qt_ict.report.progress_cells import first_cell
from qt_ict.report.targets import agency_name
from qt_ict.report.verdicts import verdict_cell
from qt_ict.wording.dates import short_day
from qt_ict.wording.statements import target_text

_NAME = Column(Text("Nội dung", "Subject"), key="name")
_DUE = Column(Text("Hạn", "Due"), numeric=True, key="due")
_SOURCE = Column(Text("Mục", "Items"), key="source", aside=True)
_AGENCY = Column(Text("Cơ quan", "Agency"), key="agency", aside=True)
_COLUMNS = (
    _NAME,
    _DUE,
    Column(Text("Biểu đồ", "Chart"), key="bullet"),
    Column(Text("Năm gốc", "Baseline"), numeric=True, key="baseline"),
    Column(Text("Mới nhất", "Latest"), numeric=True, key="value"),
    Column(Text("Mục tiêu", "Target"), numeric=True, key="target"),
    Column(Text("Mức đạt", "Attained"), numeric=True, key="attainment"),
    Column(Text("Khoảng cách", "Gap"), numeric=True, key="gap"),
    Column(Text("Còn thiếu", "Shortfall"), numeric=True, key="shortfall"),
    Column(Text("Số năm còn lại", "Years left"), numeric=True, key="years", aside=True),
    Column(Text("Mỗi năm", "Each year"), numeric=True, key="linear"),
    Column(Text("Kết quả", "Status"), whole=True, key="status"),
    Column(Text("Tiến độ", "Progress"), key="progress"),
    _AGENCY,
    _SOURCE,
)
_WHY_COLUMNS = (_NAME, _DUE, *UNMEASURED_COLUMNS, _AGENCY, _SOURCE)


def measurable(found: Asked, footnotes: Footnotes) -> Part:
    """Every target that something can be said of, by domain."""
    rows = [row for row in found.assessed.rows if row.status != "not_measurable"]
    lines = [(row.plan.targets[row.target].domain, _cells(found, row, footnotes)) for row in rows]
    section = Section(EMPTY, _COLUMNS, _by_domain(found, lines))
    if not any(len(found.progress_of(row).history) > 1 for row in rows):
        section = section.kept(lambda column: column.key != "baseline")
    return Part("targets", Text("Các mục tiêu theo lĩnh vực", "Targets by domain"), sections=(section,) if rows else ())


def unmeasured(found: Asked, footnotes: Footnotes) -> Part:
    """Every target that nobody can measure, and why."""
    rows = [row for row in found.assessed.rows if row.status == "not_measurable"]
    lines = [
        (
            row.plan.targets[row.target].domain,
            (*_heading(found.assessed, row, footnotes), *unmeasured_cells(found.assessed, row), *_origin(row)),
        )
        for row in rows
    ]
    section = Section(EMPTY, _WHY_COLUMNS, _by_domain(found, lines))
    heading = Text("Mục tiêu không đo được", "Targets that cannot be measured")
    return Part("unmeasured", heading, (_UNMEASURED,) if rows else (), (section,) if rows else ())


_UNMEASURED = Text(
    "Kế hoạch đã hứa nhưng số liệu không cho phép so sánh. Không có con số nào được suy đoán.",
    "The plan promises them, but the figures allow no comparison. No number is guessed.",
)


def _by_domain(found: Asked, lines: list[tuple[str, Row]]) -> tuple[Row | Group, ...]:
    """Every domain once: what has no due year stands with the rest of its domain."""
    order = list(found.plan.domains)
    return by_domain(found.plan, sorted(lines, key=lambda line: order.index(line[0])))


def _cells(found: Asked, row: Assessment, footnotes: Footnotes) -> Row:
    progress = found.progress_of(row)
    return (
        *_heading(found.assessed, row, footnotes),
        Cell(EMPTY, bullet=bullet(row, progress)),
        first_cell(progress),
        _value_cell(row),
        _target_cell(row),
        *_reckoned(row),
        cells.status_cell(row),
        verdict_cell(progress),
        *_origin(row),
    )


def _heading(report: Assessed, row: Assessment, footnotes: Footnotes) -> Row:
    target = row.plan.targets[row.target]
    notes = tuple(footnotes.number(note.text) for note in report.notes(row))
    return Cell(target.name, notes=notes), Cell(due_text(target, row.year))


def _origin(row: Assessment) -> Row:
    """Who answers for a target, and where the plan says it."""
    target = row.plan.targets[row.target]
    items = ", ".join(target.source)
    return Cell(agency_name(row.plan, target.agency)), Cell(Text.same(items))


def _value_cell(row: Assessment) -> Cell:
    """The value that counts, with its date."""
    cell = cells.value_cell(row.plan, row)
    if row.observed is None or cell.amount is None:
        return cell
    return cell._replace(text=(cell.text + " (" + short_day(row.observed.date) + ")"))


def _target_cell(row: Assessment) -> Cell:
    """Comparator and number of a target; behind "between" and "all" stands the number that meets them."""
    target = row.plan.targets[row.target]
    amount = None
    if row.threshold is not None:
        digits = digits_of(target.value) if isinstance(target.value, Decimal) else 0
        amount = Amount(point(row.threshold.number), digits)
    return Cell(target_text(row.plan, target), amount=amount)


def _reckoned(row: Assessment) -> Sequence[Cell]:
    """Attainment, gap, shortfall, years left and what each of them must add, with their formulas."""
    plan = row.plan
    attainment, gap = cells.attainment_cell(row), cells.gap_cell(plan, row)
    linear = cells.linear_cell(plan, row)
    upward = row.threshold is not None and row.threshold.upward
    return (
        _by(attainment, "{value} / {target} * 100" if upward else "{target} / {value} * 100", row),
        _by(gap, "{target} - {value}" if upward else "{value} - {target}", row),
        cells.shortfall_cell(plan, row),
        years_cell(row) if row.years is not None else Cell(EMPTY),
        _by(linear, "{gap} / {years}", row),
    )


def _by(cell: Cell, formula: str, row: Assessment) -> Cell:
    """A cell with its formula where it is one number made of single numbers."""
    single = cell.amount is not None and cell.amount.interval.is_point
    return cell._replace(formula=formula) if single and isinstance(row.value, Interval) and row.value.is_point else cell
