"""The path: the value due on the days between baseline and due date."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.interval import Interval, Number, rising
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import Scale, closed, compound_obstacle, log_odds_obstacle
from qt_ict.model.indicators import CEILING, NumberKind


class Milestone(NamedTuple):
    """The value due at the end of one day, on each scale [unit of the target]."""

    day: date
    linear: Outcome
    compound: Outcome
    log_odds: Outcome

    @property
    def year(self) -> int:
        """Calendar year of the day."""
        return self.day.year

    def on(self, scale: Scale) -> Outcome:
        """The value due on one scale."""
        found: Outcome = getattr(self, scale)
        return found


def milestones(
    kind: NumberKind, value: Interval, start: date, target: Fraction, due: date, half_years: bool = False
) -> tuple[Milestone, ...]:
    """The milestones of every year end after the baseline, the due day last.

    Args:
        kind: What may be computed of the unit of measure.
        value: The value of the baseline [unit].
        start: Date of that value.
        target: The number to reach [unit].
        due: The day on which it is due.
        half_years: True for every 30 June too.
    """
    days = [
        day
        for year in range(start.year, due.year + 1)
        for day in ((date(year, 6, 30), date(year, 12, 31)) if half_years else (date(year, 12, 31),))
    ]
    passed = [day for day in days if start < day < due]
    return tuple(milestone(kind, value, start, target, due, day) for day in (*passed, *((due,) if due > start else ())))


def milestone(kind: NumberKind, value: Interval, start: date, target: Fraction, due: date, day: date) -> Milestone:
    """The value due on a day on the way from a value to a target on the day it is due."""
    part = years_between(start, day) / years_between(start, due)
    return Milestone(
        day=day,
        linear=_linear(value, target, part),
        compound=_compound(kind, value, target, part),
        log_odds=_log_odds(kind, value, target, part),
    )


def _linear(value: Interval, target: Fraction, part: Fraction) -> Interval:
    def at(end: Number | None) -> Number | None:
        if end is None:
            return target if part == 1 else None
        return formulas.on_linear_path(end, target, part)

    return closed(rising(at, value))


def _compound(kind: NumberKind, value: Interval, target: Fraction, part: Fraction) -> Outcome:
    def at(end: Number | None) -> Number | None:
        if part == 1 or end is None or end == 0:
            return _at_limit(end, target, part)
        return formulas.on_compound_path(end, target, part)

    return compound_obstacle(kind, value, target) or closed(rising(at, value))


def _log_odds(kind: NumberKind, value: Interval, target: Fraction, part: Fraction) -> Outcome:
    def at(end: Number | None) -> Number | None:
        if part == 1 or end is None or end in (0, CEILING):
            return _at_limit(end, target, part)
        return formulas.on_log_odds_path(end, target, part)

    return log_odds_obstacle(kind, value, target) or closed(rising(at, value))


def _at_limit(end: Number | None, target: Fraction, part: Fraction) -> Number | None:
    """Where a path stands that no factor moves: at its start until it is due, then at the target."""
    return target if part == 1 else end
