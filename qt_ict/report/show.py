"""``qt-ict show``: the figures and indicators of the baseline, computed beside printed."""

from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.printed import Rounding, rounding
from qt_ict.engine.reasons import Reason
from qt_ict.engine.values import Value, reading, value
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.indicators import Indicator, Sum
from qt_ict.model.plan import Plan
from qt_ict.report import cells
from qt_ict.report.document import Document, ends, heading, noted, number, quantity, text
from qt_ict.report.listing import plan_line, plan_name
from qt_ict.report.notes import Note, assumptions, figure_conflicts, indicator_remarks, publication_notes, width_notes
from qt_ict.report.page import Cell, Column, Footnotes, Group, Page, Row, Section
from qt_ict.report.selection import known_domain


class Shown(NamedTuple):
    """One indicator of the baseline."""

    id: str
    indicator: Indicator
    value: Value
    printed: str | None
    """The ratio as the document prints it."""
    rounding: Rounding | None
    """Which rounding explains the printed ratio."""
    notes: tuple[Note, ...]

    @property
    def agrees(self) -> bool | None:
        """Whether printed and computed ratio agree; None with nothing to compare."""
        return None if self.rounding is None else self.rounding == "half_up"


class Baseline(NamedTuple):
    """The indicators a reader asked for, and the figures they rest on."""

    loaded: Loaded
    domain: str | None
    rows: tuple[Shown, ...]
    figures: tuple[str, ...]
    """Ids of the figures shown."""


def show(loaded: Loaded, domain: str | None) -> Baseline:
    """The indicators of one domain, or all.

    Raises:
        Refusal: There is no such domain.
    """
    plan = loaded.plan
    wanted = known_domain(plan, domain)
    here = {id_: each for id_, each in plan.indicators.items() if plan.has(each)}
    rows = tuple(shown(plan, id_) for id_, indicator in here.items() if wanted in (None, indicator.domain))
    used = {name for row in rows for name in row.indicator.figures}
    figures = tuple(name for name in plan.figures if wanted is None or name in used)
    return Baseline(loaded, wanted, rows, figures)


def shown(plan: Plan, id_: str) -> Shown:
    """One indicator with its value and what the document prints of it."""
    indicator = plan.indicators[id_]
    found = value(plan, indicator)
    printed = printed_ratio(plan, indicator)
    rule = None
    if printed is not None and isinstance(found.outcome, Interval):
        rule = rounding(found.outcome, printed)
    notes = list(width_notes(found.causes))
    notes += figure_conflicts(plan, indicator.figures)
    notes += publication_notes(plan, indicator.figures)
    notes += indicator_remarks(plan, indicator)
    return Shown(id_, indicator, found, printed, rule, tuple(dict.fromkeys(notes)))


def printed_ratio(plan: Plan, indicator: Indicator) -> str | None:
    """The ratio printed beside the figure that an indicator divides by the same whole."""
    if indicator.denominator is None or not isinstance(indicator.counted, Sum):
        return None
    figure = plan.figures[indicator.counted.figures[0]]
    alone = len(indicator.counted.figures) == 1
    return figure.printed if alone and indicator.denominator.figures == (figure.of,) else None


COLUMNS = (
    "indicator",
    "name.vi",
    "name.en",
    "domain",
    "agency",
    "unit",
    "better",
    *ends("numerator"),
    *ends("denominator"),
    "factor",
    *ends("value"),
    "printed",
    "agrees",
    "rounding",
    "reason",
    "code",
    "edition",
    "figures",
    "notes",
    "date",
    "round",
    "source.items",
    "source.file",
    "source.line",
)
"""Columns of a CSV file."""


def document(baseline: Baseline) -> Document:
    """The baseline as plain data; see docs/formats.md."""
    plan = baseline.loaded.plan
    return {
        **heading(baseline.loaded),
        "assumptions": noted(assumptions([plan], {})),
        "rows": [record(baseline.loaded, row) for row in baseline.rows],
        "figures": [_figure_record(baseline.loaded, name) for name in baseline.figures],
    }


def record(loaded: Loaded, row: Shown) -> Document:
    """One indicator as plain data."""
    outcome = row.value.outcome
    return {
        "indicator": row.id,
        "name": text(row.indicator.name),
        "domain": row.indicator.domain,
        "agency": row.indicator.agency,
        "unit": row.indicator.unit,
        "better": row.indicator.better,
        "numerator": quantity(row.value.counted),
        "denominator": quantity(row.value.denominator),
        "factor": row.indicator.factor,
        "value": quantity(outcome),
        "printed": row.printed,
        "agrees": row.agrees,
        "rounding": row.rounding,
        "reason": outcome if isinstance(outcome, Reason) else None,
        "code": row.indicator.code,
        "edition": row.indicator.edition,
        "figures": list(row.indicator.figures),
        "notes": noted(row.notes),
        "date": row.value.date.isoformat(),
        "round": loaded.plan.round_id,
        "source": {
            "items": items(loaded.plan, row.indicator),
            "file": loaded.file("indicators"),
            "line": loaded.line("indicators", row.id),
        },
    }


def items(plan: Plan, indicator: Indicator) -> list[str]:
    """Parts and items of the document that an indicator's figures come from."""
    return list(dict.fromkeys(plan.figures[name].source for name in indicator.figures))


def _figure_record(loaded: Loaded, name: str) -> Document:
    figure = loaded.plan.figures[name]
    return {
        "figure": name,
        "name": text(figure.name),
        "value": quantity(reading(loaded.plan, figure)),
        "number": number(figure.value if isinstance(figure.value, int) else float(figure.value)),
        "comparator": figure.comparator,
        "unit": figure.unit,
        "printed": figure.printed,
        "of": figure.of,
        "date": loaded.plan.day_of(name).isoformat(),
        "source": {
            "items": [figure.source],
            "file": loaded.file("figures"),
            "line": loaded.line("figures", name),
        },
    }


def page(baseline: Baseline) -> Page:
    """Indicators by domain, then the figures they rest on."""
    plan = baseline.loaded.plan
    footnotes = Footnotes()
    rows: list[Row | Group] = []
    domain = None
    for row in baseline.rows:
        if row.indicator.domain != domain:
            domain = row.indicator.domain
            rows.append(Group(plan.domains[domain].name))
        rows.append(_cells(plan, row, footnotes))
    figures = tuple(_figure_cells(plan, name) for name in baseline.figures)
    disagreeing = sum(row.agrees is False for row in baseline.rows)
    compared = sum(row.agrees is not None for row in baseline.rows)
    return Page(
        title=(plan.round.name + " – " + plan_name(baseline.loaded)),
        sections=(
            Section(Text("Chỉ tiêu", "Indicators"), _COLUMNS, tuple(rows)),
            Section(Text("Số liệu", "Figures"), _FIGURE_COLUMNS, figures),
        ),
        notes=footnotes.texts,
        closing=(
            _COUNTS.fill(indicators=len(baseline.rows), figures=len(figures), compared=compared, differ=disagreeing),
            *(note.text for note in assumptions([plan], {})),
            plan_line(baseline.loaded),
        ),
    )


_COUNTS = Text(
    "{indicators} chỉ tiêu, {figures} số liệu; {compared} tỷ lệ ghi trong kế hoạch được so, {differ} lệch.",
    "{indicators} indicators, {figures} figures; {compared} printed ratios compared, {differ} differ.",
)
_COLUMNS = (
    Column(Text("Chỉ tiêu", "Indicator")),
    Column(Text("Tử số", "Numerator"), numeric=True),
    Column(Text("Mẫu số", "Denominator"), numeric=True),
    Column(Text("Giá trị", "Value"), numeric=True),
    Column(Text("Ghi trong kế hoạch", "Printed"), numeric=True),
    Column(Text("So sánh", "Compared")),
    Column(Text("Mã", "Id"), whole=True),
)
_FIGURE_COLUMNS = (
    Column(Text("Số liệu", "Figure")),
    Column(Text("Giá trị", "Value"), numeric=True),
    Column(Text("Đơn vị tính", "Unit")),
    Column(Text("Mục", "Item"), whole=True),
    Column(Text("Mã", "Id"), whole=True),
)
_AGREEMENTS: dict[Rounding, Cell] = {
    "half_up": Cell(Text("khớp", "agrees"), "good"),
    "half_even": Cell(Text("lệch: làm tròn chẵn", "differs: rounded half to even"), "bad"),
    "truncated": Cell(Text("lệch: cắt bớt, không làm tròn", "differs: cut off, not rounded"), "bad"),
    "none": Cell(Text("lệch", "differs"), "bad"),
}


def _cells(plan: Plan, row: Shown, footnotes: Footnotes) -> Row:
    notes = tuple(footnotes.number(note.text) for note in row.notes)
    ratio = row.value.denominator is not None
    return (
        Cell(row.indicator.name, notes=notes),
        cells.amount_cell(row.value.counted, 0) if ratio else Cell(EMPTY),
        cells.amount_cell(row.value.denominator, 0) if row.value.denominator else Cell(EMPTY),
        _value_cell(plan, row),
        Cell(Text.same(row.printed) if row.printed else EMPTY),
        _AGREEMENTS[row.rounding] if row.rounding else Cell(EMPTY),
        Cell(Text.same(row.id), "quiet"),
    )


def _value_cell(plan: Plan, row: Shown) -> Cell:
    outcome = row.value.outcome
    if isinstance(outcome, Reason):
        return cells.amount_cell(outcome, 0)
    return cells.indicator_cell(plan, row.indicator, outcome)


def _figure_cells(plan: Plan, name: str) -> Row:
    figure = plan.figures[name]
    return (
        Cell(figure.name),
        cells.figure_cell(figure),
        Cell(plan.units[figure.unit].name),
        Cell(Text.same(figure.source)),
        Cell(Text.same(name), "quiet"),
    )
