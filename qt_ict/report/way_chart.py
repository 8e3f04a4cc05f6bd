"""The way to a target as a chart."""

from collections.abc import Iterable
from datetime import date

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.standing import Standing
from qt_ict.engine.target_forecast import TargetForecast
from qt_ict.language import Text
from qt_ict.report.answer import Answer
from qt_ict.report.cells import chance_text
from qt_ict.report.plot import Chart, ChartPoint, Line
from qt_ict.report.progress_fields import AT_DUE, FIRST, LATEST
from qt_ict.report.target_fields import STATED, due_text
from qt_ict.report.way import Stop, start_of
from qt_ict.wording.quantities import listed


def way_chart(answer: Answer, row: Standing, stops: Iterable[Stop]) -> Chart:
    """What was observed, the way due by equal steps, the projection, and the target."""
    stops = tuple(stops)
    due = _points((each.day, each.due.linear if each.due else None) for each in stops)
    start = _points([found]) if (found := start_of(row)) else ()
    lines = (
        Line("observed", Text("thực tế", "observed"), _points((each.day, each.observed) for each in stops)),
        Line("path", Text("lộ trình", "path"), (*start, *due) if due else ()),
        Line("projected", Text("dự phóng", "projected"), _points((each.day, each.projected) for each in stops)),
        Line(
            "forecast", Text("9 trên 10 trường hợp trước đây", "nine of ten past cases"), _forecast_points(answer, row)
        ),
        Line("target", Text("mục tiêu", "target"), _target_points(row, stops)),
    )
    drawn = tuple(line for line in lines if line.points) if row.history else ()
    return Chart(row.target.name + ", " + due_text(row.target, row.year), row.unit.name, drawn, _said(answer, row))


_NINE_OF_TEN = Text("9 trên 10 trường hợp trước đây", "nine of ten past cases")


def _said(answer: Answer, row: Standing) -> Text:
    """The chart in words."""
    parts = [Text("Mục tiêu ", "Target ") + STATED.shown(answer, row).text]
    if row.history:
        parts.append(Text("năm gốc ", "baseline ") + FIRST.shown(answer, row).text)
    if len(row.history) > 1:
        parts.append(Text("mới nhất ", "latest ") + LATEST.shown(answer, row).text)
    if row.course.span is not None:
        parts.append(Text("dự phóng đến hạn ", "projected when due ") + AT_DUE.shown(answer, row).text)
    found = answer.forecast(row)
    if isinstance(found, TargetForecast):
        parts.append(Text("khả năng đạt ", "chance ") + chance_text(found.probability))
    return listed(parts) + "."


def _forecast_points(answer: Answer, row: Standing) -> tuple[ChartPoint, ...]:
    """From the latest value to where nine of ten past cases came by the due date."""
    found = answer.forecast(row)
    if not isinstance(found, TargetForecast) or row.latest is None or row.due_day is None:
        return ()
    return (*_points([(row.latest.date, row.latest.value.outcome)]), ChartPoint(row.due_day, found.low, found.high))


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
