"""``qt-ict path``: the value due year by year, what was observed, and where the pace so far leads."""

import math
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.dates import point_in_time, years_between
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.judging import kind_of
from qt_ict.engine.observations import Observation
from qt_ict.engine.path import Milestone, milestone, milestones
from qt_ict.engine.progress import Progress
from qt_ict.engine.projection import projected
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import SCALES, Scale, deciding_scale
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import CEILING
from qt_ict.report import sentences
from qt_ict.report.cells import outcome_cell
from qt_ict.report.chart import Chart, ChartPoint, Line
from qt_ict.report.document import Document, ends, heading, noted, quantity
from qt_ict.report.notes import due_text
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row, Section
from qt_ict.report.progress import closing
from qt_ict.report.progress_cells import (
    acceleration_cell,
    covered_cell,
    first_cell,
    indicator_of,
    judged_value_cell,
    ratio_cell,
    scale_cell,
    value_cell,
)
from qt_ict.report.progress_notes import row_notes
from qt_ict.report.progress_record import record
from qt_ict.report.tracked import Tracked
from qt_ict.report.verdicts import verdict_cell
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import digits_for, joined, written
from qt_ict.wording.statements import target_text


class Stop(NamedTuple):
    """One day on the way."""

    day: date
    due: Milestone | None
    """The value due; None after the due year."""
    observed: Outcome | None
    """The value of that day; None where nothing was observed."""
    projected: Outcome | None
    """The value at the pace observed, after the latest one; None before."""


def stops(row: Progress, half_years: bool) -> list[Stop]:
    """Every year end (and 30 June) up to the due year, and every day on which something was observed."""
    due = {each.day: each for each in _milestones(row, half_years)}
    seen = {each.date: each for each in row.history}
    return [
        Stop(day, due.get(day) or _due_on(row, day), _outcome(seen.get(day)), _ahead(row, day))
        for day in sorted({*due, *seen})
    ]


def _milestones(row: Progress, half_years: bool) -> tuple[Milestone, ...]:
    start = _start(row)
    if start is None or row.last_year is None or row.line is None:
        return ()
    kind = kind_of(row.plan, indicator_of(row))
    return milestones(kind, start[1], start[0], row.line.number, row.last_year, half_years)


def _start(row: Progress) -> tuple[date, Interval] | None:
    """Where the path begins; None without a value, or where the first one meets the target already."""
    if not row.history or row.line is None:
        return None
    outcome = row.history[0].value.outcome
    if not isinstance(outcome, Interval) or row.line.status(outcome) == "met":
        return None
    return row.history[0].date, outcome


def _due_on(row: Progress, day: date) -> Milestone | None:
    """The value due on a day between the year ends."""
    start = _start(row)
    if start is None or row.line is None or row.last_year is None or not start[0] < day <= date(row.last_year, 12, 31):
        return None
    return milestone(kind_of(row.plan, indicator_of(row)), start[1], start[0], row.line.number, row.last_year, day)


def _outcome(found: Observation | None) -> Outcome | None:
    return found.value.outcome if found else None


def _ahead(row: Progress, day: date) -> Outcome | None:
    if row.span is None or row.scale is None or day <= row.history[-1].date:
        return None
    ceiling = CEILING if kind_of(row.plan, indicator_of(row)) == "share" else None
    return projected(row.span, row.scale, years_between(row.history[-1].date, day), ceiling)


COLUMNS = (
    "target",
    "year",
    "day",
    *(end for scale in SCALES for end in ends(f"due.{scale}")),
    *ends("observed"),
    *ends("projected"),
)
"""Columns of a CSV file: one line a day."""


def document(report: Tracked, half_years: bool) -> Document:
    """The report as plain data; see docs/formats.md."""
    return {
        **heading(report.loaded),
        "as_of": report.as_of.isoformat(),
        "assumptions": noted(report.assumptions),
        "targets": [record(report, row) for row in report.rows],
        "rows": [
            {
                "target": row.name,
                "year": row.year,
                "day": each.day.isoformat(),
                "due": {scale: quantity(each.due.on(scale)) for scale in SCALES} if each.due else None,
                "observed": quantity(each.observed),
                "projected": quantity(each.projected),
            }
            for row in report.rows
            for each in stops(row, half_years)
        ],
    }


def page(report: Tracked, half_years: bool) -> Page:
    """For every due year: facts, chart, and the path day by day."""
    footnotes = Footnotes()
    sections = []
    charts = []
    for row in report.rows:
        way = stops(row, half_years)
        notes = tuple(footnotes.number(note.text) for note in row_notes(report, row))
        sections += [_facts(row, notes), _table(row, way)]
        charts += [_chart(row, way)]
    indicator = indicator_of(report.rows[0])
    return Page(
        title=joined(Text("Lộ trình: ", "Path: "), indicator.name),
        sections=tuple(section for section in sections if section.rows),
        charts=tuple(chart for chart in charts if chart.lines),
        notes=footnotes.texts,
        closing=(_PROJECTED, *closing(report)) if any(row.span for row in report.rows) else closing(report),
    )


_PROJECTED = Text(
    "Dự phóng giữ nguyên nhịp đã có, trong phạm vi 0–100 % đối với tỷ lệ; khoảng của nó là những gì số liệu để ngỏ "
    "(lời văn, chữ số, cận), không phải sai số dự báo.",
    "The projection keeps the pace so far, a share within 0–100 %; its interval is what the figures leave open (words, "
    "digits, bounds), no forecast error.",
)


def _facts(row: Progress, notes: tuple[int, ...]) -> Section:
    facts: Iterable[tuple[Text, Cell]] = (
        (Text("Mục tiêu", "Target"), Cell(target_text(row.plan, row.target), notes=notes)),
        (Text("Năm gốc", "Baseline"), first_cell(row)),
        (Text("Được xét", "Judged"), judged_value_cell(row)),
        (Text("Đã đi được", "Covered"), covered_cell(row) if row.value else Cell(EMPTY)),
        (Text("Tỷ số", "Ratio"), ratio_cell(row) if row.span else Cell(EMPTY)),
        (Text("Cần/đã có", "Acceleration"), acceleration_cell(row) if row.span else Cell(EMPTY)),
        (Text("Thang", "Scale"), scale_cell(row)),
        (Text("Dự phóng đến hạn", "Projected when due"), _projected_cell(row)),
        (Text("Đạt được sau", "Reached in"), _reached_cell(row)),
        (Text("Kết quả", "Status"), verdict_cell(row)),
    )
    year = due_text(row.target, row.year)
    rows = tuple((Cell(label, "quiet"), cell) for label, cell in facts if cell.text != EMPTY)
    return Section(joined(Text("Đến hạn ", "Due in "), year), (Column(EMPTY), Column(EMPTY)), rows)


def _projected_cell(row: Progress) -> Cell:
    return value_cell(row, row.projection.at_due) if row.span else Cell(EMPTY)


def _reached_cell(row: Progress) -> Cell:
    if row.span is None:
        return Cell(EMPTY)
    latest = point_in_time(row.history[-1].date)

    def said(each: Interval) -> Text:
        low, high = (None if end is None else math.ceil(latest + Fraction(end)) - 1 for end in each.ends)
        return joined(written(each, 1), Text(" năm nữa, tức năm ", " years, in "), years_named(Interval(low, high)))

    return outcome_cell(row.projection.reached, said)


def years_named(years: Interval) -> Text:
    """Calendar years, which have no thousands sign."""
    named = "–".join(dict.fromkeys("…" if end is None else str(end) for end in years.ends))
    return Text(named, named)


def _scales(row: Progress) -> tuple[Scale, ...]:
    """The scales that fit the kind of unit."""
    return SCALES if kind_of(row.plan, indicator_of(row)) == "share" else ("linear", "compound")


def _table(row: Progress, way: Iterable[Stop]) -> Section:
    columns = (
        Column(Text("Ngày", "Day")),
        *(Column(sentences.SCALE_HEADINGS[scale], numeric=True) for scale in _scales(row)),
        Column(Text("Thực tế", "Observed"), numeric=True),
        Column(Text("Dự phóng", "Projected"), numeric=True),
    )
    return Section(EMPTY, columns, tuple(_stop_cells(row, each) for each in way))


def _stop_cells(row: Progress, stop: Stop) -> Row:
    digits = max(2, digits_for(row.plan, indicator_of(row).unit))

    def cell(outcome: Outcome | None) -> Cell:
        return Cell(EMPTY) if outcome is None else outcome_cell(outcome, lambda each: written(each, digits))

    return (
        Cell(short_day(stop.day)),
        *(cell(stop.due.on(scale) if stop.due else None) for scale in _scales(row)),
        cell(stop.observed),
        cell(stop.projected),
    )


def _chart(row: Progress, way: list[Stop]) -> Chart:
    """What was observed, the way due on the deciding scale, the projection, and the target."""
    scale = row.scale or _scale_of_path(row)
    lines = (
        Line("observed", Text("thực tế", "observed"), _points((each.day, each.observed) for each in way)),
        Line(
            "path",
            joined(Text("lộ trình, ", "path, "), sentences.SCALES[scale]),
            _points((each.day, each.due.on(scale) if each.due else None) for each in way),
        ),
        Line("projected", Text("dự phóng", "projected"), _points((each.day, each.projected) for each in way)),
        Line("target", Text("mục tiêu", "target"), _target_points(row, way)),
    )
    unit = row.plan.units[indicator_of(row).unit].name
    year = due_text(row.target, row.year)
    title = joined(row.target.name, Text(", ", ", "), year)
    return Chart(title, unit, tuple(line for line in lines if line.points)) if row.history else Chart(title, unit, ())


def _scale_of_path(row: Progress) -> Scale:
    """The scale that would decide, where nothing is compared yet or any more."""
    start = _start(row)
    if start is None or row.line is None:
        return "linear"
    return deciding_scale(kind_of(row.plan, indicator_of(row)), row.line.number, start[1])


def _points(found: Iterable[tuple[date, Outcome | None]]) -> tuple[ChartPoint, ...]:
    return tuple(
        ChartPoint(day, float(outcome.low), float(outcome.high))
        for day, outcome in found
        if isinstance(outcome, Interval) and outcome.low is not None and outcome.high is not None
    )


def _target_points(row: Progress, way: list[Stop]) -> tuple[ChartPoint, ...]:
    if row.line is None:
        return ()
    height = float(row.line.number)
    return tuple(ChartPoint(each.day, height, height) for each in way)
