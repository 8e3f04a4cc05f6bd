"""The days on the way to a target: the value due, what was observed, where the pace so far leads."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.interval import Interval
from qt_ict.arithmetic.rounding import digits_of
from qt_ict.engine.both_ends import path_at_both
from qt_ict.engine.evidence import value_of
from qt_ict.engine.milestones import Milestone, milestone, milestones
from qt_ict.engine.observations import Observation
from qt_ict.engine.projection import limits_of, projected
from qt_ict.engine.reasons import Outcome, spanning
from qt_ict.engine.standing import Standing
from qt_ict.engine.values import Value
from qt_ict.model.figures import Flag
from qt_ict.report.cells import digits_between


class Stop(NamedTuple):
    """One day on the way."""

    row: Standing
    day: date
    due: Milestone | None
    """The value due; None after the due year."""
    observed: Outcome | None
    """The value of that day; None where nothing was observed."""
    projected: Outcome | None
    """The value at the pace observed, after the latest one; None before."""
    flags: tuple[Flag, ...] = ()
    """How sources mark the figures of the value of that day."""
    before: Outcome | None = None
    """The value of that day before the figures were counted anew; None where there is none."""


def way(row: Standing, half_years: bool = False) -> tuple[Stop, ...]:
    """Every year end (and 30 June) up to the due year, and every day on which something was observed."""
    due = {each.day: each for each in _milestones(row, half_years)}
    seen = {each.date: each.value for each in row.history if not each.is_beginning}
    before = {each.date: each.value.outcome for each in row.broken_off}
    return tuple(
        _stop(row, day, due.get(day), seen.get(day), before.get(day)) for day in sorted({*due, *seen, *before})
    )


def _stop(row: Standing, day: date, due: Milestone | None, seen: Value | None, before: Outcome | None) -> Stop:
    outcome, flags = (seen.outcome, seen.flags) if seen else (None, ())
    return Stop(row, day, due or _due_on(row, day), outcome, _ahead(row, day), flags, before)


def has_way(row: Standing) -> bool:
    """True where a target has a number, a due year and a value to start from."""
    return bool(row.lines) and row.due_day is not None and bool(row.history) and row.target.measure != "proxy"


def says_something(row: Standing) -> bool:
    """True where a chart over time shows more than a table of one line: a way, and two observed values or more."""
    return has_way(row) and len(drawable(row)) > 1


def drawable(row: Standing) -> tuple[Observation, ...]:
    """The values observed that have a place in a chart: those with two ends, oldest first."""
    return tuple(each for each in row.history if None not in value_of(each).ends)


def target_band(row: Standing) -> tuple[Fraction, Fraction]:
    """What is promised, lower end first; two ends where it is two numbers, or reckoned from a range [unit].

    Args:
        row: A target that draws a line.
    """
    two = row.target.numbers if len(row.target.numbers) > 1 else ()
    numbers = [*map(Fraction, two), *(line.number for line in row.lines)]
    return min(numbers), max(numbers)


def start_of(row: Standing) -> tuple[date, Interval] | None:
    """Where the way begins; None without a value, or where the first one meets the target already."""
    if row.baseline is None or not row.lines or all(map(_starts_met, row.cases)):
        return None
    return row.baseline.date, value_of(row.baseline)


def _starts_met(case: Standing) -> bool:
    return bool(case.line and case.baseline and case.line.status(value_of(case.baseline)) == "met")


def _milestones(row: Standing, half_years: bool) -> tuple[Milestone, ...]:
    if len(row.cases) > 1:
        return path_at_both([_milestones(case, half_years) for case in row.cases])
    start = start_of(row)
    if start is None or row.due_day is None or row.line is None:
        return ()
    number = row.line.toward(start[1]).number
    return milestones(row.unit.number_kind, start[1], start[0], number, row.due_day, half_years)


def _due_on(row: Standing, day: date) -> Milestone | None:
    """The value due on a day between the year ends."""
    if len(row.cases) > 1:
        ends = [(due,) if (due := _due_on(case, day)) else () for case in row.cases]
        return next(iter(path_at_both(ends)), None)
    start = start_of(row)
    if start is None or row.line is None or row.due_day is None or not start[0] < day <= row.due_day:
        return None
    return milestone(row.unit.number_kind, start[1], start[0], row.line.toward(start[1]).number, row.due_day, day)


def _ahead(row: Standing, day: date) -> Outcome | None:
    if not row.spans or day <= row.history[-1].date:
        return None
    years = years_between(row.history[-1].date, day)
    ends = zip(row.spans, row.cases, strict=True)
    return spanning(projected(span, years, limits_of(case)) for span, case in ends)


def way_digits(row: Standing, outcome: Outcome) -> int:
    """Decimals of a value on the way: as many as the target has, or more."""
    own = max((digits_of(each) for each in row.target.numbers if isinstance(each, Decimal)), default=0)
    return digits_between(row.unit, outcome, max(2, own))
