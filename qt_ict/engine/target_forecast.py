"""How likely a target is: past cases of the class that its indicator names, over all that the figures leave open."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from qt_ict.arithmetic.durations import point_in_time, years_between
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.evidence import value_of
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import Threshold
from qt_ict.language import Text
from qt_ict.reference.classes import ReferenceClass
from qt_ict.reference.forecasting import Forecast, ForecastReason, NearCase, forecast

_STEPS = 8
"""Into how many parts an uncertain value is divided."""


class ClassUsed(NamedTuple):
    """A reference class, as it is asked."""

    reference: ReferenceClass
    without: str | None
    """The area whose own cases do not count; None where all do."""
    note: Text | None = None
    """In what the class is not the same thing as the indicator."""


class TargetForecast(NamedTuple):
    """What became of those who once stood where an indicator stands now."""

    reference: ReferenceClass
    probability: Interval
    """That the target is met at the due date [1]."""
    median: Interval
    """The value at the due date that half of the cases stay below [unit]."""
    low: float
    """Nine of ten cases lie between this, wherever the value lies [unit]."""
    high: float
    """And this."""
    cases: int
    """Past cases that were counted, where the value is most favourable to the target."""
    reached: int
    """How many of them, gaining the same from there, would have met the target."""
    nearest: tuple[NearCase, ...]
    """The nearest of them, nearest first."""
    levels: Interval
    """Where those cases stood [unit]."""


@lru_cache(maxsize=1024)
def target_forecast(row: Standing, used: ClassUsed | None) -> TargetForecast | Reason:
    """How likely a target is to be met when it is due, and what is likely by then.

    The count starts at the latest value, and only cases whose outcome was known by the last day known are counted. Of a
    value too old to speak of the present it starts there or, as if nothing had changed since, at the last day known.

    Args:
        row: The target in its due year.
        used: The class; None where the indicator names none.
    """
    reason = _stopped(row)
    if reason is not None:
        return reason
    if used is None:
        return Reason.NO_REFERENCE_CLASS
    if used.reference.kind != row.unit.kind:
        return Reason.UNIT_MISMATCH
    answers = [each for case in row.cases for each in _answers(case, used)]
    told = [each for each in answers if isinstance(each, Forecast)]
    silent = [each for each in answers if isinstance(each, ForecastReason)]
    if silent or not told:
        return _REASONS[silent[0]] if silent else Reason.BOUNDS_TOO_WIDE
    return _over(used.reference, told)


def _answers(row: Standing, used: ClassUsed) -> list[Forecast | ForecastReason]:
    """The forecasts from every value that the figures leave open; none of one without an end."""
    if row.line is None or row.due_day is None:
        return []
    first, latest = row.history[0], row.history[-1]
    starts = (latest.date, row.now) if row.stale else (latest.date,)
    alone = len(row.history) == 1
    asked = [
        _Asked(
            used,
            row.line,
            years_between(start, row.due_day),
            Fraction(0) if alone else years_between(first.date, start),
            row.now,
        )
        for start in starts
    ]
    pairs = list(product(_points(value_of(latest)), _ends(value_of(first))))
    return [each.answer(value, base) for each in asked for value, base in pairs]


class _Asked(NamedTuple):
    """What is asked of a class, but for the values that the figures leave open."""

    used: ClassUsed
    line: Threshold
    left: Fraction
    """Time from the latest value to the due date [years]."""
    past: Fraction
    """Time between first and latest value [years]; 0 of one value alone."""
    now: date

    def answer(self, value: float, base: float) -> Forecast | ForecastReason:
        """The forecast from a latest value and a first one."""
        return forecast(
            self.used.reference,
            value=value,
            years=float(self.left),
            target=float(self.line.number),
            upward=self.line.upward,
            strict=self.line.strict,
            pace=(value - base) / float(self.past) if self.past else None,
            span=float(self.past) or None,
            without=self.used.without,
            known_by=float(point_in_time(self.now) - 1),
        )


_REASONS: Mapping[ForecastReason, Reason] = {
    ForecastReason.NO_REFERENCE_CLASS: Reason.NO_REFERENCE_CLASS,
    ForecastReason.DUE_PASSED: Reason.DUE_PASSED,
    ForecastReason.OUTSIDE_SCALE: Reason.OUTSIDE_SCALE,
}


def _stopped(row: Standing) -> Reason | None:
    """Why no value speaks of the target, or nothing lies ahead; None where a forecast can be asked for."""
    if row.distance.reason is not None:
        return row.distance.reason
    if row.due_day is None:
        return Reason.NO_DUE_YEAR
    if row.passed:
        return Reason.DUE_PASSED
    ceiling = row.at_ceiling(row.line, row.history[-1]) if row.line and row.history else None
    if ceiling is not None:
        return ceiling
    return Reason.TWO_LIMITS if row.lines and row.lines[0].limit is not None else None


def _points(value: Interval) -> list[float]:
    """Points of a value, its ends among them; none of one without an end."""
    ends = _ends(value)
    if len(ends) < 2:
        return ends
    low, high = ends
    return [low + (high - low) * step / _STEPS for step in range(_STEPS + 1)]


def _ends(value: Interval) -> list[float]:
    if value.low is None or value.high is None:
        return []
    return sorted({float(value.low), float(value.high)})


def _over(reference: ReferenceClass, told: Iterable[Forecast]) -> TargetForecast:
    """What several possible values have in common: the range of all they say."""
    every = sorted(told, key=lambda each: each.probability)
    least, most = every[0], every[-1]
    medians = [each.median for each in every]
    return TargetForecast(
        reference=reference,
        probability=Interval(least.probability, most.probability),
        median=Interval(min(medians), max(medians)),
        low=min(each.low for each in every),
        high=max(each.high for each in every),
        cases=most.cases,
        reached=most.reached,
        nearest=most.nearest,
        levels=Interval(most.lowest, most.highest),
    )
