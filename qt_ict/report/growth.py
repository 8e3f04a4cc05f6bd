"""``qt-ict growth``: what every year must add, on three scales and in whole things."""

from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.assessment import Assessment, path
from qt_ict.engine.path import Milestone
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.language import Text
from qt_ict.report import cells, sentences
from qt_ict.report.assessed import Assessed
from qt_ict.report.document import Document, end, heading, noted, quantity
from qt_ict.report.gap import identification, reasons, source
from qt_ict.report.listing import closing, listing, title
from qt_ict.report.notes import promise
from qt_ict.report.page import EMPTY, Cell, Column, Footnotes, Page, Row
from qt_ict.report.quantities import share_of, with_unit, written


def things_per_year(row: Assessment) -> Outcome:
    """Whole things missing, spread over the years left [things/year]."""
    if isinstance(row.shortfall, Reason):
        return row.shortfall
    if isinstance(row.required.linear, Reason):
        return row.required.linear
    assert row.years, "growth is required only where time is left"
    years = row.years

    def yearly(things: Number | None) -> Number | None:
        return None if things is None else Fraction(things) / years

    return Interval(yearly(row.shortfall.low), yearly(row.shortfall.high))


# For programs


def document(report: Assessed) -> Document:
    """The report as plain data; see docs/formats.md."""
    return {
        **heading(report.loaded),
        "year": report.selection.year,
        "assumptions": noted(report.assumptions),
        "rows": [_record(report, row) for row in report.rows],
    }


def _record(report: Assessed, row: Assessment) -> Document:
    target = report.plan.targets[row.target]
    return {
        **identification(report, row),
        "years": end(row.years),
        "required": {
            **{scale: quantity(row.required.on(scale)) for scale in SCALES},
            "scale": row.required.scale,
        },
        "things_per_year": quantity(things_per_year(row)),
        "shortfall_unit": cells.shortfall_unit(report.plan, row),
        "path": [milestone(each) for each in path(report.plan, row)],
        "status": row.status,
        "reason": row.reason,
        "reasons": reasons(target, row),
        "notes": noted(report.notes(row)),
        "source": source(report, row),
    }


def milestone(each: Milestone) -> Document:
    """The value due in one year, as plain data."""
    return {"year": each.year, **{scale: quantity(getattr(each, scale)) for scale in SCALES}}


# For people


def page(report: Assessed) -> Page:
    """The rows for which something can be required; the closing line counts the others."""
    footnotes = Footnotes()
    rows = [row for row in report.rows if row.status != "not_measurable"]
    sections = (listing(report, EMPTY, _COLUMNS, rows, _cells, footnotes),)
    return Page(
        title=title(report, Text("Tăng trưởng cần thiết", "Required growth")),
        sections=tuple(section for section in sections if section.rows),
        notes=footnotes.texts,
        closing=(_SCALE_LINE, *closing(report)),
    )


_COLUMNS = (
    Column(Text("Cam kết", "Promise"), numeric=True),
    Column(Text("Số năm", "Years"), numeric=True),
    Column(Text("Tuyến tính", "Linear"), numeric=True),
    Column(Text("Lũy kế", "Compound"), numeric=True),
    Column(Text("Log-odds", "Log-odds"), numeric=True),
    Column(Text("Mỗi năm", "Each year"), numeric=True),
    Column(Text("Thang quyết định", "Deciding scale")),
)
_SCALE_LINE = Text(
    "Thang quyết định: log-odds cho tỷ lệ, lũy kế cho số đếm và mật độ, tuyến tính khi có đầu là 0 hoặc 100 %.",
    "Deciding scale: log-odds for shares, compound for counts and densities, linear where an end is 0 or 100 %.",
)


def _cells(report: Assessed, row: Assessment) -> Row:
    plan = report.plan
    scale = row.required.scale
    return (
        Cell(promise(plan, plan.targets[row.target])),
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
    digits = 0 if row.years.denominator == 1 else 2
    return Cell(written(Interval(row.years, row.years), digits))


def compound_cell(row: Assessment) -> Cell:
    """Growth by equal factors, as a percentage a year."""
    return cells.outcome_cell(
        row.required.compound, lambda each: with_unit(written(share_of(each), 2, (0,)), cells.PERCENT)
    )


def log_odds_cell(row: Assessment) -> Cell:
    """Growth by equal steps of log-odds a year."""
    return cells.outcome_cell(row.required.log_odds, lambda each: written(each, 3, (0,)))


def things_cell(report: Assessed, row: Assessment) -> Cell:
    """Whole things a year, rounded up: fewer would not do."""
    things = things_per_year(row)
    if isinstance(things, Interval):
        things = Interval(_up(things.low), _up(things.high))
    return cells.things_cell(report.plan, row, things)


def _up(value: Number | None) -> int | None:
    return None if value is None else -int(-Fraction(value) // 1)
