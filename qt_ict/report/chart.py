"""``qt-ict chart``: how far the targets of an indicator are met, and the way to each."""

from collections.abc import Sequence

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Language, Text
from qt_ict.report.answer import Answer
from qt_ict.report.bullets import bullet
from qt_ict.report.names import indicator_named
from qt_ict.report.plot import TargetCharts
from qt_ict.report.reply import Reply
from qt_ict.report.way import says_something, way
from qt_ict.report.way_chart import way_chart


def charts(answer: Answer) -> dict[str, list[TargetCharts]]:
    """The charts of every indicator that has some, in the order of the plan."""
    drawn: dict[str, list[TargetCharts]] = {}
    for row in answer.rows:
        path = way_chart(answer, row, way(row)) if says_something(row) else None
        pair = TargetCharts(bullet(row), path)
        if row.target.indicator is not None and row.target.measure != "proxy" and (pair.bullet or pair.path):
            drawn.setdefault(row.target.indicator, []).append(pair)
    return {name: drawn[name] for name in answer.plan.indicators if name in drawn}


def reply(answer: Answer, name: str) -> Reply:
    """The charts of one indicator, given by its id or name, or by that of a target or figure.

    Raises:
        Refusal: There is no such indicator, or nothing that could be drawn.
    """
    id_, drawn = indicator_named(answer.plan, name), charts(answer)
    if id_ not in drawn:
        known = ", ".join(drawn)
        raise Refusal(
            Text(
                "không có gì để vẽ cho {id}: không có mục tiêu bằng số hoặc không có giá trị",
                "nothing to draw for {id}: no target with a number, or no value",
            ).fill(id=id_),
            Text("Có biểu đồ: {known}.", "There are charts of: {known}.").fill(known=known)
            if known
            else Text("Kế hoạch này không có biểu đồ nào.", "This plan has no charts."),
        )
    return of_charts(drawn[id_], answer.plan.readers)


def of_charts(drawn: Sequence[TargetCharts], readers: Language) -> Reply:
    """Some charts, below each other, for readers of a language."""
    return Reply(charts=lambda: drawn, readers=readers)
