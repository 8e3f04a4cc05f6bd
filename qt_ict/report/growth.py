"""``qt-ict growth``: what every year must add, on three scales and in whole things."""

from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, Number, point
from qt_ict.engine.assessment import Assessment, path
from qt_ict.engine.path import Milestone
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.language import EMPTY, Text
from qt_ict.report import cells, sentences
from qt_ict.report.assessed import Assessed
from qt_ict.report.document import Document, ends, noted, number, quantity
from qt_ict.report.listing import closing, dates, listing, title
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row
from qt_ict.report.record import (
    IDENTIFICATION,
    REQUIRED,
    SOURCE,
    assessed_document,
    identification,
    reasons,
    required,
    scales,
    source,
)
from qt_ict.wording.statements import target_text

COLUMNS = (
    *IDENTIFICATION,
    "date",
    "round",
    "years",
    *REQUIRED,
    *ends("things_per_year"),
    "shortfall_unit",
    "status",
    "reason",
    "reasons",
    "notes",
    *SOURCE,
)
"""Columns of a CSV file; the path stands in JSON alone."""


def document(report: Assessed) -> Document:
    """The report as plain data; see docs/formats.md."""
    return assessed_document(report, _record)


def _record(report: Assessed, row: Assessment) -> Document:
    return {
        **identification(report, row),
        "date": row.observed.date.isoformat() if row.observed else None,
        "round": row.plan.round_id if row.observed else None,
        "years": number(row.years),
        "required": required(row),
        "things_per_year": quantity(row.things_per_year),
        "shortfall_unit": cells.shortfall_unit(row.plan, row),
        "path": [milestone(each) for each in path(row)],
        "status": row.status,
        "reason": row.reason,
        "reasons": reasons({**scales(row), "things_per_year": row.things_per_year}),
        "notes": noted(report.notes(row)),
        "source": source(report, row),
    }


def milestone(each: Milestone) -> Document:
    """The value due in one year, as plain data."""
    return {"year": each.year, **{scale: quantity(getattr(each, scale)) for scale in SCALES}}


def page(report: Assessed) -> Page:
    """The rows for which something can be required; the closing line counts the others."""
    footnotes = Footnotes()
    rows = [row for row in report.rows if row.status != "not_measurable"]
    sections = (
        listing(report, EMPTY, _COLUMNS, rows, _cells, footnotes, dated=dates(rows) != [report.plan.round.date]),
    )
    return Page(
        title=title(report, Text("Tăng trưởng cần thiết", "Required growth")),
        sections=tuple(section for section in sections if section.rows),
        notes=footnotes.texts,
        closing=(_SCALE_LINE, *closing(report)),
    )


_COLUMNS = (
    Column(Text("Mục tiêu", "Target"), numeric=True),
    Column(Text("Số năm", "Years"), numeric=True),
    *(Column(sentences.SCALE_HEADINGS[scale], numeric=True) for scale in SCALES),
    Column(Text("Số lượng mỗi năm", "Things a year"), numeric=True),
    Column(Text("Thang quyết định", "Deciding scale")),
)
_SCALE_LINE = Text(
    "Thang quyết định: log-odds cho tỷ lệ, tăng kép cho số đếm và mật độ, tuyến tính khi có đầu là 0 hoặc 100 %.",
    "Deciding scale: log-odds for shares, compound for counts and densities, linear where an end is 0 or 100 %.",
)


def _cells(report: Assessed, row: Assessment) -> Row:
    plan = row.plan
    scale = row.required.scale
    return (
        Cell(target_text(plan, plan.targets[row.target])),
        years_cell(row),
        _decided(cells.linear_cell(plan, row), "linear", scale),
        _decided(compound_cell(row), "compound", scale),
        _decided(log_odds_cell(row), "log_odds", scale),
        things_cell(report, row),
        Cell(sentences.SCALES[scale]) if scale else Cell(EMPTY),
    )


def _decided(cell: Cell, scale: Scale, deciding: Scale | None) -> Cell:
    return cell._replace(tone="strong") if scale == deciding else cell


def years_cell(row: Assessment) -> Cell:
    """Years left from the baseline to the due date."""
    if row.years is None:
        return Cell(sentences.REASONS[Reason.NO_DUE_YEAR], "quiet")
    return cells.amount_cell(point(row.years), 0 if row.years.denominator == 1 else 2)


def compound_cell(row: Assessment) -> Cell:
    """Growth by equal factors, as a percentage a year."""
    return cells.share_cell(row.required.compound, 2, (0,))


def log_odds_cell(row: Assessment) -> Cell:
    """Growth by equal steps of log-odds a year."""
    return cells.amount_cell(row.required.log_odds, 3, lines=(0,))


def things_cell(report: Assessed, row: Assessment) -> Cell:
    """Whole things a year, rounded up: fewer would not do."""
    things = row.things_per_year
    if isinstance(things, Interval):
        things = Interval(_up(things.low), _up(things.high))
    return cells.things_cell(row.plan, row, things)


def _up(value: Number | None) -> int | None:
    return None if value is None else -int(-Fraction(value) // 1)
