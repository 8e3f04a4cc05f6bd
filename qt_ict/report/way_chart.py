"""The way to a target as a chart."""

from collections.abc import Iterable, Iterator
from datetime import date

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.standing import Standing
from qt_ict.engine.target_forecast import TargetForecast
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.cells import chance_text
from qt_ict.report.forecast import LOW
from qt_ict.report.plot import Chart, ChartPoint, Line
from qt_ict.report.progress_fields import AT_DUE, FIRST, LATEST, observation_cell
from qt_ict.report.target_fields import STATED, due_text
from qt_ict.report.way import Stop, drawable, start_of, target_band
from qt_ict.wording.quantities import listed


def way_chart(answer: Answer, row: Standing, stops: Iterable[Stop]) -> Chart:
    """What was observed, the way due by equal steps, the projection, and the target."""
    stops = tuple(stops)
    title = row.target.name + ", " + due_text(row.target, row.year)
    lines = tuple(line for line in _lines(answer, row, stops) if line.points) if row.history else ()
    chart = Chart(title, row.unit.name, lines, EMPTY, row.due_day)
    return chart._replace(said=_said(answer, row, chart))


def _lines(answer: Answer, row: Standing, stops: tuple[Stop, ...]) -> Iterator[Line]:
    """Every line, some of them without points."""
    observed = _points((each.day, each.observed) for each in stops)
    ends = [observation_cell(row, each).text for each in drawable(row)]
    first, last = (ends[0] if len(ends) > 1 else EMPTY), (ends[-1] if ends else EMPTY)
    yield Line("observed", Text("thực tế", "observed"), observed, first, last)
    earlier = _points((each.day, each.before) for each in stops)
    yield Line("earlier", Text("trước khi tính lại", "before the break"), earlier)
    due = _points((each.day, each.due.linear if each.due else None) for each in stops)
    start = _points([found]) if (found := start_of(row)) else ()
    yield Line("path", Text("lộ trình", "path"), (*start, *due) if due else ())
    ahead = _points((each.day, each.projected) for each in stops)
    # What is likely begins where it is known.
    joined = (*observed[-1:], *ahead) if ahead else ()
    yield Line("projected", _PROJECTED, joined, end=AT_DUE.shown(answer, row).text, short=_PROJECTED)
    likely = LOW.shown(answer, row).text
    yield Line(
        "forecast", _NINE_OF_TEN, _forecast_points(answer, row), end=likely, short=Text("9 trên 10:", "9 of 10:")
    )
    yield Line("target", _TARGET, _target_points(row, stops), end=STATED.shown(answer, row).text, short=_TARGET)


_PROJECTED, _TARGET = Text("dự phóng", "projected"), Text("mục tiêu", "target")
_NINE_OF_TEN = Text("9 trên 10 trường hợp trước đây", "9 of 10 past cases")


def _said(answer: Answer, row: Standing, chart: Chart) -> Text:
    """The chart in words."""
    parts = [Text("Mục tiêu: ", "Target: ") + STATED.shown(answer, row).text]
    if row.history:
        parts.append(Text("năm gốc ", "baseline ") + FIRST.shown(answer, row).text)
    if len(row.history) > 1:
        parts.append(Text("mới nhất ", "latest ") + LATEST.shown(answer, row).text)
    if row.spans:
        parts.append(Text("dự phóng đến hạn ", "projected when due ") + AT_DUE.shown(answer, row).text)
    found = answer.forecast(row)
    if isinstance(found, TargetForecast):
        parts.append(_NINE_OF_TEN + ": " + LOW.shown(answer, row).text)
        parts.append(Text("khả năng đạt ", "chance ") + chance_text(found.probability))
    if chart.lines and chart.break_said:
        parts.append(chart.break_said)
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
    low, high = map(float, target_band(row))
    return tuple(ChartPoint(each.day, low, high) for each in stops)
