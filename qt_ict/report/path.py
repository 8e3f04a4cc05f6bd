"""``qt-ict path``: the value due year by year, what was observed, and where the pace so far leads."""

import math
from collections.abc import Iterable
from fractions import Fraction

from qt_ict.arithmetic.durations import point_in_time
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.judging import kind_of
from qt_ict.engine.progress import Progress
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.language import EMPTY, Text
from qt_ict.report import sentences
from qt_ict.report.cells import amount_cell, outcome_cell
from qt_ict.report.document import Document, ends, heading, noted, quantity
from qt_ict.report.notes import due_text
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row, Section
from qt_ict.report.path_chart import path_chart
from qt_ict.report.progress import closing
from qt_ict.report.progress_cells import (
    acceleration_cell,
    covered_cell,
    first_cell,
    indicator_of,
    judged_value_cell,
    projected_cell,
    ratio_cell,
    scale_cell,
)
from qt_ict.report.progress_notes import row_notes
from qt_ict.report.progress_record import record
from qt_ict.report.stops import Stop, stops
from qt_ict.report.tracked import Tracked
from qt_ict.report.verdicts import verdict_cell
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import digits_for, written
from qt_ict.wording.statements import target_text

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
        sections += [_facts(row, notes), table(row, way)]
        charts += [path_chart(row, way)]
    indicator = indicator_of(report.rows[0])
    return Page(
        title=(Text("Lộ trình: ", "Path: ") + indicator.name),
        sections=tuple(section for section in sections if section.rows),
        charts=tuple(chart for chart in charts if chart.lines),
        notes=footnotes.texts,
        closing=(PROJECTED, *closing(report)) if any(row.span for row in report.rows) else closing(report),
    )


PROJECTED = Text(
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
        (Text("Dự phóng đến hạn", "Projected when due"), projected_cell(row)),
        (Text("Đạt được sau", "Reached in"), _reached_cell(row)),
        (Text("Kết quả", "Status"), verdict_cell(row)),
    )
    year = due_text(row.target, row.year)
    rows = tuple((Cell(label, "quiet"), cell) for label, cell in facts if cell.text != EMPTY)
    return Section((Text("Đến hạn ", "Due in ") + year), (Column(EMPTY), Column(EMPTY)), rows)


def _reached_cell(row: Progress) -> Cell:
    if row.span is None:
        return Cell(EMPTY)
    latest = point_in_time(row.history[-1].date)

    def said(each: Interval) -> Text:
        low, high = (None if end is None else math.ceil(latest + Fraction(end)) - 1 for end in each.ends)
        return written(each, 1) + Text(" năm nữa, tức năm ", " years, in ") + years_named(Interval(low, high))

    return outcome_cell(row.projection.reached, said)


def years_named(years: Interval) -> Text:
    """Calendar years, which have no thousands sign."""
    named = "–".join(dict.fromkeys("…" if end is None else str(end) for end in years.ends))
    return Text.same(named)


def _scales(row: Progress) -> tuple[Scale, ...]:
    """The scales that fit the kind of unit."""
    return SCALES if kind_of(row.plan, indicator_of(row)) == "share" else ("linear", "compound")


def table(row: Progress, way: Iterable[Stop]) -> Section:
    """The way day by day."""
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
        return Cell(EMPTY) if outcome is None else amount_cell(outcome, digits)

    return (
        Cell(short_day(stop.day)),
        *(cell(stop.due.on(scale) if stop.due else None) for scale in _scales(row)),
        cell(stop.observed),
        cell(stop.projected),
    )
