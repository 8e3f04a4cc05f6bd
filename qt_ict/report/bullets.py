"""A target and how far an indicator has come towards it, as a bullet chart."""

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING
from qt_ict.report.gap_fields import baseline_cell, dated_value_cell
from qt_ict.report.plot import Bullet, Mark
from qt_ict.report.target_fields import due_text, promised_text
from qt_ict.report.verdicts import status_cell
from qt_ict.report.way import target_band
from qt_ict.wording.quantities import listed

ROOM = 1.15
"""The scale of what has no ceiling ends this much beyond the largest number on it."""


def bullet(row: Standing) -> Bullet | None:
    """The chart of a target; None where nothing can be drawn, or something may lie below 0, where no bar begins."""
    if not row.lines or row.observed is None or not isinstance(row.observed.value.outcome, Interval):
        return None
    if row.unit.negative or row.unit.rank:
        return None
    low, high = target_band(row)
    upward = row.lines[0].upward
    highest = _highest(row)
    end = max(float(CEILING), highest) if row.unit.kind == "share" else highest * ROOM
    value = _mark(row.observed.value.outcome, dated_value_cell(None, row).text, end)
    baseline = _baseline(row, end)
    name = row.target.name + ", " + due_text(row.target, row.year)
    said = [
        name + ": " + value.said,
        Text("mục tiêu: ", "target: ") + promised_text(row),
        status_cell(row).text,
    ]
    if baseline is not None:
        said.insert(1, Text("năm gốc ", "baseline ") + baseline.said)
    return Bullet(
        name=name,
        said=listed(said) + ".",
        end=end,
        target=(float(low), float(high)),
        met_from=float((max if upward else min)(line.number for line in row.lines)),
        met_to=None if row.lines[0].limit is None else float(row.lines[0].limit),
        upward=upward,
        promised=promised_text(row),
        baseline=baseline,
        value=value,
        status=row.status,
    )


def _baseline(row: Standing, end: float) -> Mark | None:
    first = row.baseline
    if first is None or row.observed is None or first.date == row.observed.date:
        return None
    outcome = first.value.outcome
    return _mark(outcome, baseline_cell(None, row).text, end) if isinstance(outcome, Interval) else None


def _mark(value: Interval, said: Text, end: float) -> Mark:
    """A value on the scale; an end that is unbounded reaches to the end of the scale."""
    low = 0.0 if value.low is None else float(value.low)
    high = end if value.high is None else float(value.high)
    return Mark(low, high, said)


def _highest(row: Standing) -> float:
    """The largest number on the scale, none below 1."""
    values = [row.observed.value.outcome if row.observed else None, *(each.value.outcome for each in row.history[:1])]
    ends = [end for each in values if isinstance(each, Interval) for end in each.ends if end is not None]
    return max(map(float, [*target_band(row), *ends, 1]))
