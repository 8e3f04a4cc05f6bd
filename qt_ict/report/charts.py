"""The charts of indicators: how far each of their targets is met, and the way to it."""

from typing import NamedTuple

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.engine.observations import Choice
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.chart import Bullet, Chart
from qt_ict.report.plan_report.asked import asked
from qt_ict.report.plan_report.bullets import bullet
from qt_ict.report.plan_report.paths import drawing, has_path
from qt_ict.report.selection import EVERY_TARGET
from qt_ict.report.tracked import indicator_named


class TargetCharts(NamedTuple):
    """A target, and the way to it; there is at least one."""

    bullet: Bullet | None
    path: Chart | None


def charts(loaded: Loaded, choice: Choice) -> dict[str, list[TargetCharts]]:
    """The charts of every indicator that has some, in the order of the plan."""
    found = asked(loaded, EVERY_TARGET, {}, choice)
    drawn: dict[str, list[TargetCharts]] = {}
    for row in found.assessed.rows:
        target, progress = found.plan.targets[row.target], found.progress_of(row)
        path = drawing(progress).chart if has_path(progress) else None
        pair = TargetCharts(bullet(row, progress), path)
        if target.indicator is not None and target.measure != "proxy" and any(pair):
            drawn.setdefault(target.indicator, []).append(pair)
    return {name: drawn[name] for name in found.plan.indicators if name in drawn}


def charts_of(loaded: Loaded, choice: Choice, name: str) -> list[TargetCharts]:
    """The charts of one indicator, given by its id or by that of one of its targets.

    Raises:
        Refusal: There is no such indicator, or nothing that could be drawn.
    """
    id_, drawn = indicator_named(loaded.plan, name), charts(loaded, choice)
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
    return drawn[id_]
