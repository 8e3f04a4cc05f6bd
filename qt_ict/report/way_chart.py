"""The way to a target as a chart."""

from collections.abc import Iterable
from datetime import date

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import Scale, deciding_scale
from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.plot import Chart, ChartPoint, Line
from qt_ict.report.progress_fields import AT_DUE, FIRST, LATEST
from qt_ict.report.target_fields import STATED, due_text
from qt_ict.report.way import Stop, start_of
from qt_ict.wording.quantities import listed


def way_chart(answer: Answer, row: Standing, stops: Iterable[Stop]) -> Chart:
    """What was observed, the way due on the deciding scale, the projection, and the target."""
    stops = tuple(stops)
    scale = row.course.scale or _scale_of_way(row)
    due = _points((each.day, each.due.on(scale) if each.due else None) for each in stops)
    start = _points([found]) if (found := start_of(row)) else ()
    lines = (
        Line("observed", Text("thực tế", "observed"), _points((each.day, each.observed) for each in stops)),
        Line("path", Text("lộ trình, ", "path, ") + words.SCALES[scale], (*start, *due) if due else ()),
        Line("projected", Text("dự phóng", "projected"), _points((each.day, each.projected) for each in stops)),
        Line("target", Text("mục tiêu", "target"), _target_points(row, stops)),
    )
    drawn = tuple(line for line in lines if line.points) if row.history else ()
    return Chart(row.target.name + ", " + due_text(row.target, row.year), row.unit.name, drawn, _said(answer, row))


def _said(answer: Answer, row: Standing) -> Text:
    """The chart in words."""
    parts = [Text("Mục tiêu ", "Target ") + STATED.shown(answer, row).text]
    if row.history:
        parts.append(Text("năm gốc ", "baseline ") + FIRST.shown(answer, row).text)
    if len(row.history) > 1:
        parts.append(Text("mới nhất ", "latest ") + LATEST.shown(answer, row).text)
    if row.course.span is not None:
        parts.append(Text("dự phóng đến hạn ", "projected when due ") + AT_DUE.shown(answer, row).text)
    return listed(parts) + "."


def _scale_of_way(row: Standing) -> Scale:
    """The scale that would decide, where nothing is compared yet or any more."""
    start = start_of(row)
    if start is None or not row.lines:
        return "linear"
    return deciding_scale(row.unit.kind, row.lines[0].number, start[1])


def _points(found: Iterable[tuple[date, Outcome | None]]) -> tuple[ChartPoint, ...]:
    return tuple(
        ChartPoint(day, float(outcome.low), float(outcome.high))
        for day, outcome in found
        if isinstance(outcome, Interval) and outcome.low is not None and outcome.high is not None
    )


def _target_points(row: Standing, stops: Iterable[Stop]) -> tuple[ChartPoint, ...]:
    if not row.lines:
        return ()
    heights = [float(line.number) for line in row.lines]
    return tuple(ChartPoint(each.day, min(heights), max(heights)) for each in stops)
