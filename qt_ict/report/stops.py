"""The days on the way to a target: the value due, what was observed, where the pace so far leads."""

from datetime import date
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.judging import kind_of
from qt_ict.engine.observations import Observation
from qt_ict.engine.path import Milestone, milestone, milestones
from qt_ict.engine.progress import Progress
from qt_ict.engine.projection import projected
from qt_ict.engine.reasons import Outcome
from qt_ict.model.indicators import CEILING
from qt_ict.report.progress_cells import (
    indicator_of,
)


class Stop(NamedTuple):
    """One day on the way."""

    day: date
    due: Milestone | None
    """The value due; None after the due year."""
    observed: Outcome | None
    """The value of that day; None where nothing was observed."""
    projected: Outcome | None
    """The value at the pace observed, after the latest one; None before."""


def stops(row: Progress, half_years: bool) -> list[Stop]:
    """Every year end (and 30 June) up to the due year, and every day on which something was observed."""
    due = {each.day: each for each in _milestones(row, half_years)}
    seen = {each.date: each for each in row.history}
    return [
        Stop(day, due.get(day) or _due_on(row, day), _outcome(seen.get(day)), _ahead(row, day))
        for day in sorted({*due, *seen})
    ]


def _milestones(row: Progress, half_years: bool) -> tuple[Milestone, ...]:
    start = start_of(row)
    if start is None or row.last_year is None or row.line is None:
        return ()
    kind = kind_of(row.plan, indicator_of(row))
    return milestones(kind, start[1], start[0], row.line.number, row.last_year, half_years)


def start_of(row: Progress) -> tuple[date, Interval] | None:
    """Where the path begins; None without a value, or where the first one meets the target already."""
    if not row.history or row.line is None:
        return None
    outcome = row.history[0].value.outcome
    if not isinstance(outcome, Interval) or row.line.status(outcome) == "met":
        return None
    return row.history[0].date, outcome


def _due_on(row: Progress, day: date) -> Milestone | None:
    """The value due on a day between the year ends."""
    start = start_of(row)
    if start is None or row.line is None or row.last_year is None or not start[0] < day <= date(row.last_year, 12, 31):
        return None
    return milestone(kind_of(row.plan, indicator_of(row)), start[1], start[0], row.line.number, row.last_year, day)


def _outcome(found: Observation | None) -> Outcome | None:
    return found.value.outcome if found else None


def _ahead(row: Progress, day: date) -> Outcome | None:
    if row.span is None or row.scale is None or day <= row.history[-1].date:
        return None
    ceiling = CEILING if kind_of(row.plan, indicator_of(row)) == "share" else None
    return projected(row.span, row.scale, years_between(row.history[-1].date, day), ceiling)
