"""The targets by domain: what was promised, how much is there, what is missing."""

from collections.abc import Sequence

from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.bullets import bullet
from qt_ict.report.document import Cell, Footnotes, Part, Table
from qt_ict.report.field import Field, cells, columns
from qt_ict.report.gap import UNMEASURED
from qt_ict.report.gap_fields import ATTAINMENT, FROM_NOW_LINEAR, GAP, SHORTFALL, VALUE, YEARS_AHEAD, dated_value_cell
from qt_ict.report.listing import by_domain, named
from qt_ict.report.progress_fields import FIRST, beside_target
from qt_ict.report.target_fields import AGENCY, NAME, SOURCE, STATED, YEAR, due_text
from qt_ict.report.verdicts import detail_cell, state_cell
from qt_ict.wording import terms

_DUE = YEAR.headed(YEAR.heading, key="due", cell=lambda _, row: Cell(due_text(row.target, row.year)))
_CHART: Field[Answer, Standing] = Field(
    "bullet",
    "the chart",
    heading=Text("Biểu đồ", "Chart"),
    cell=lambda _, row: Cell(EMPTY, bullet=bullet(row)),
    detail=True,
)
_STATE: Field[Answer, Standing] = Field(
    "status",
    "how the target stands",
    heading=terms.ASSESSMENT,
    cell=lambda _, row: state_cell(row),
)
_DETAIL: Field[Answer, Standing] = Field(
    "progress",
    "what that leaves out",
    heading=terms.PROGRESS,
    cell=lambda _, row: detail_cell(row),
    detail=True,
)
_BASELINE = beside_target(FIRST, key="baseline", whole=False, detail=True)
_YEARS = YEARS_AHEAD.headed(
    YEARS_AHEAD.heading,
    cell=lambda answer, row: YEARS_AHEAD.shown(answer, row) if row.distance.from_now.years is not None else Cell(EMPTY),
    aside=True,
)
AGENCY_BESIDE = AGENCY.headed(AGENCY.heading, aside=True)
"""Who answers for a target, where there is room for it."""
_ORIGIN = (AGENCY_BESIDE, SOURCE.headed(SOURCE.heading, aside=True))
"""Who answers for a target, and where the plan says it."""
_MEASURED: tuple[Field[Answer, Standing], ...] = (
    _DUE,
    _CHART,
    _BASELINE,
    VALUE.headed(VALUE.heading, cell=dated_value_cell),
    STATED,
    ATTAINMENT,
    GAP.headed(GAP.heading, detail=True),
    SHORTFALL,
    _YEARS,
    FROM_NOW_LINEAR.headed(FROM_NOW_LINEAR.heading, detail=True),
    _STATE,
    _DETAIL,
    *_ORIGIN,
)


def measurable(answer: Answer, footnotes: Footnotes) -> Part:
    """Every target that something can be said of."""
    rows = [row for row in answer.rows if row.measurable]
    several = any(len(row.history) > 1 for row in rows)
    shown = _MEASURED if several else tuple(field for field in _MEASURED if field is not _BASELINE)
    heading = Text("Các mục tiêu theo lĩnh vực", "Targets by domain")
    return Part("targets", heading, tables=_tables(answer, shown, rows, footnotes))


def unmeasured(answer: Answer, footnotes: Footnotes) -> Part:
    """Every target that nobody can measure, and why."""
    rows = [row for row in answer.rows if not row.measurable]
    heading = Text("Mục tiêu chưa đánh giá được", "Targets not assessed")
    tables = _tables(answer, (_DUE, *UNMEASURED, AGENCY, SOURCE), rows, footnotes)
    return Part("unmeasured", heading, (_UNMEASURED,) if rows else (), tables, appendix=True)


_UNMEASURED = Text(
    "Kế hoạch đề ra nhưng số liệu chưa cho phép so sánh. Không có con số nào được suy đoán.",
    "The plan sets them, but the figures allow no comparison. No number is guessed.",
)


def _tables(
    answer: Answer, shown: Sequence[Field[Answer, Standing]], rows: Sequence[Standing], footnotes: Footnotes
) -> tuple[Table, ...]:
    """One table with every domain once: what has no due year stands with the rest of its domain."""
    lines = [(row, (named(row, answer.notes, footnotes), *cells(shown, answer, row))) for row in rows]
    order = list(answer.plan.domains)
    lines.sort(key=lambda line: order.index(line[0].target.domain))
    return (Table(EMPTY, columns((NAME, *shown)), by_domain(answer.plan, lines)),) if rows else ()
