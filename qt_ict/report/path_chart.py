"""The path to a target as a chart."""

from collections.abc import Iterable
from datetime import date

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.judging import kind_of
from qt_ict.engine.progress import Progress
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import Scale, deciding_scale
from qt_ict.language import Text
from qt_ict.report import sentences
from qt_ict.report.chart import Chart, ChartPoint, Line
from qt_ict.report.notes import due_text
from qt_ict.report.progress_cells import (
    first_cell,
    indicator_of,
    latest_cell,
    projected_cell,
)
from qt_ict.report.stops import Stop, start_of
from qt_ict.wording.quantities import listed
from qt_ict.wording.statements import target_text


def path_chart(row: Progress, way: list[Stop]) -> Chart:
    """What was observed, the way due on the deciding scale, the projection, and the target."""
    scale = row.scale or _scale_of_path(row)
    due = _points((each.day, each.due.on(scale) if each.due else None) for each in way)
    lines = (
        Line("observed", Text("thực tế", "observed"), _points((each.day, each.observed) for each in way)),
        Line(
            "path",
            (Text("lộ trình, ", "path, ") + sentences.SCALES[scale]),
            (*_points([start] if (start := start_of(row)) else []), *due) if due else (),
        ),
        Line("projected", Text("dự phóng", "projected"), _points((each.day, each.projected) for each in way)),
        Line("target", Text("mục tiêu", "target"), _target_points(row, way)),
    )
    unit = row.plan.units[indicator_of(row).unit].name
    year = due_text(row.target, row.year)
    title = row.target.name + ", " + year
    drawn = tuple(line for line in lines if line.points) if row.history else ()
    return Chart(title, unit, drawn, _said(row))


def _said(row: Progress) -> Text:
    """The chart in words."""
    parts = [(Text("Mục tiêu ", "Target ") + target_text(row.plan, row.target))]
    if row.history:
        parts.append(Text("năm gốc ", "baseline ") + first_cell(row).text)
    if len(row.history) > 1:
        parts.append(Text("mới nhất ", "latest ") + latest_cell(row).text)
    if row.span is not None:
        parts.append(Text("dự phóng đến hạn ", "projected when due ") + projected_cell(row).text)
    return listed(parts) + "."


def _scale_of_path(row: Progress) -> Scale:
    """The scale that would decide, where nothing is compared yet or any more."""
    start = start_of(row)
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
