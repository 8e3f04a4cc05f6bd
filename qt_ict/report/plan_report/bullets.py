"""A target and how far an indicator has come towards it, as a bullet chart."""

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.assessment import Assessment
from qt_ict.engine.progress import Progress
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING
from qt_ict.report import cells, sentences
from qt_ict.report.chart import Bullet, Mark
from qt_ict.report.notes import due_text
from qt_ict.report.progress_cells import first_cell
from qt_ict.wording.quantities import listed
from qt_ict.wording.statements import target_text

ROOM = 1.15
"""The scale of what has no ceiling ends this much beyond the largest number on it."""


def bullet(row: Assessment, progress: Progress) -> Bullet | None:
    """The chart of an assessed row; None where nothing can be drawn."""
    if row.threshold is None or row.observed is None or not isinstance(row.observed.outcome, Interval):
        return None
    plan = row.plan
    target = plan.targets[row.target]
    unit = plan.units[plan.indicators[target.indicator or ""].unit]
    end = max(float(CEILING), _highest(row, progress)) if unit.kind == "share" else _highest(row, progress) * ROOM
    latest = _mark(row.observed.outcome, cells.value_cell(plan, row).text, end)
    baseline = _baseline(row, progress, end)
    name = target.name + ", " + due_text(target, row.year)
    said = [
        (name + ": " + latest.said),
        (Text("mục tiêu ", "target ") + target_text(plan, target)),
        sentences.STATUSES[row.status],
    ]
    if baseline is not None:
        said.insert(1, (Text("năm gốc ", "baseline ") + baseline.said))
    return Bullet(
        name=name,
        said=(listed(said) + "."),
        end=end,
        target=float(row.threshold.number),
        upward=row.threshold.upward,
        promised=target_text(plan, target),
        baseline=baseline,
        latest=latest,
        status=row.status,
    )


def _baseline(row: Assessment, progress: Progress, end: float) -> Mark | None:
    first = progress.history[0] if progress.history else None
    if first is None or row.observed is None or first.date == row.observed.date:
        return None
    outcome = first.value.outcome
    return _mark(outcome, first_cell(progress).text, end) if isinstance(outcome, Interval) else None


def _mark(value: Interval, said: Text, end: float) -> Mark:
    """A value on the scale; an end that is unbounded reaches to the end of the scale."""
    low = 0.0 if value.low is None else float(value.low)
    high = end if value.high is None else float(value.high)
    return Mark(low, high, said)


def _highest(row: Assessment, progress: Progress) -> float:
    """The largest number on the scale, none below 1."""
    values = [row.observed.outcome if row.observed else None, *(each.value.outcome for each in progress.history[:1])]
    ends = [end for each in values if isinstance(each, Interval) for end in each.ends if end is not None]
    return max(map(float, [row.threshold.number if row.threshold else 0, *ends, 1]))
