"""What becomes of a target if figures grow as it is supposed: the value at the due date, and when it is reached."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.interval import Interval, Number, at_most
from qt_ict.engine.additions import Additions, Supposition
from qt_ict.engine.both_ends import from_now_at_both, status_at_both
from qt_ict.engine.distance import FromNow, from_now
from qt_ict.engine.gaps import shortfall
from qt_ict.engine.observations import Observation
from qt_ict.engine.readings import exact
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import closed
from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import Status
from qt_ict.engine.values import Value
from qt_ict.model.indicators import Unit

LONGEST = 50
"""Nobody supposes the same for longer [years]."""


class Supposed(NamedTuple):
    """A target if figures grow as it is supposed; an assumption, and never an observation."""

    additions: Additions
    """Those that touch its indicator."""
    start: Observation
    """What they are added to."""
    value: Outcome
    """The value at the due date [unit]."""
    things: Interval | None
    """What is counted then [unit of the numerator]; None where no value follows, or things are not counted."""
    is_all: bool
    """True where more was supposed than there is: nothing is left to add."""
    status: Status | None
    """Whether that value meets the target; None without one."""
    reached: Outcome
    """The first calendar year at whose end the target is met; without an end where it may never be."""


def supposed(row: Standing, additions: Additions) -> Supposed | None:
    """What becomes of a target if figures grow so; None where nothing touches its indicator.

    Every figure is counted from its date in the round of the latest value that can be compared. Whole things are added
    whole, a share is no more than its whole.

    Args:
        row: The target in its due year.
        additions: What is supposed of figures.
    """
    start = _start(row)
    if start is None:
        return None
    touching = {name: each for name, each in additions.items() if name in row.indicator.figures}
    if not touching:
        return None
    due = _reason(row) or (Reason.NO_DUE_YEAR if row.due_day is None else Reason.DUE_PASSED if row.passed else None)
    then = _on(row, start, touching, row.due_day) if due is None and row.due_day else None
    value = then.value if then else due or Reason.NO_DUE_YEAR
    found = isinstance(value, Interval)
    return Supposed(
        additions=touching,
        start=start,
        value=closed(value) if isinstance(value, Interval) else value,
        things=then.things if then and found else None,
        is_all=bool(then and then.is_all),
        status=status_at_both(_statuses(row, value)) if isinstance(value, Interval) else None,
        reached=_reason(row) or _at_ceiling(row, start) or _reached(row, start, touching),
    )


def _start(row: Standing) -> Observation | None:
    """The value that things are added to: that of a round asked for, else the latest; None of what is only related."""
    if row.target.indicator is None or row.target.measure == "proxy" or begins_anew(row):
        return None
    return row.observed if row.asked or not row.passed else row.latest


def begins_anew(row: Standing) -> bool:
    """True of things that are counted from 0 again every year, to which several years add nothing."""
    due, measured = row.first.due, row.measured
    return due is not None and due.kind == "yearly" and measured is not None and measured.adds_up


def _reason(row: Standing) -> Reason | None:
    """Why nothing can be said of the target."""
    return row.distance.reason if row.distance.reason or row.lines else Reason.NO_THRESHOLD


class _Then(NamedTuple):
    """A value on a later day."""

    value: Outcome
    things: Interval | None
    is_all: bool


def _on(row: Standing, start: Observation, additions: Additions, day: date) -> _Then:
    """The value on a day, a share at most its whole."""
    found = Supposition(additions, row.rates, start.date, day).value(start.plan, row.indicator)
    value = found.outcome
    things = found.counted if start.plan.units[found.unit].kind == "count" else None
    if isinstance(value, Reason):
        return _Then(value, things, is_all=False)
    value = _not_below(value, row.unit)
    most = row.unit.most
    if most is None or not _passes(value, start, most):
        return _Then(value, things, is_all=False)
    return _Then(at_most(value, exact(most)), _within(things, found), is_all=row.unit.kind == "share")


def _passes(value: Interval, start: Observation, most: Number | Decimal) -> bool:
    """True of all there can be and more, unless the data say so themselves."""
    now = start.value.outcome
    said = isinstance(now, Interval) and now.high is not None and now.high > most
    return not said and value.high is not None and value.high >= most


def _not_below(value: Interval, unit: Unit) -> Interval:
    """A value whose ends are no less than the lowest one of its unit of measure."""
    least = unit.least
    if least is None:
        return value
    low, high = (None if end is None else max(end, exact(least)) for end in value.ends)
    return Interval(low, high, value.low_open, value.high_open)


def _within(things: Interval | None, found: Value) -> Interval | None:
    """What is counted, no more than what it is counted among."""
    most = found.denominator.high if found.denominator else None
    return things if things is None or most is None else at_most(things, most)


def _statuses(row: Standing, value: Interval) -> list[Status]:
    """The status by the target; by both that it may be where it is reckoned from a baseline that is a range."""
    return [line.status(value) for line in row.lines]


def _at_ceiling(row: Standing, start: Observation) -> Reason | None:
    """Why no year meets the target before the one that it is due in: a sum under a ceiling is judged at the end."""
    return row.at_ceiling(row.line, start) if row.line else None


def _reached(row: Standing, start: Observation, additions: Additions) -> Outcome:
    """The first years at whose end some possible value meets the target, and every one."""
    if row.distance.status == "met" and not row.passed:
        return Reason.ALREADY_MET
    earliest: int | None = None
    for year, status in _year_ends(row, start, additions):
        if status != "not_met" and earliest is None:
            earliest = year
        if status == "met":
            return Interval(earliest, year)
    return Reason.NOT_IN_FIFTY_YEARS if earliest is None else Interval(earliest, None)


def _year_ends(row: Standing, start: Observation, additions: Additions) -> Iterator[tuple[int, Status]]:
    """The status at every year end from the value on, until no value follows."""
    last = min(start.date.year + LONGEST, date.max.year)
    for year in range(start.date.year, last + 1):
        value = _on(row, start, additions, date(year, 12, 31)).value
        if isinstance(value, Reason):
            return
        yield year, status_at_both(_statuses(row, value))


def value_on(row: Standing, additions: Additions, day: date) -> Outcome | None:
    """The value on a day if figures grow so [unit]; None before the value they grow from, and where none does.

    Args:
        row: The target in its due year.
        additions: What is supposed of figures.
        day: The day.
    """
    start = _start(row)
    if start is None or day < start.date or not any(name in row.indicator.figures for name in additions):
        return None
    return _on(row, start, additions, day).value


def needed_by(row: Standing, day: date) -> FromNow:
    """What is required from the last day known on to meet a target by a day.

    Args:
        row: The target in its due year.
        day: The day, whatever the target's own is.
    """
    found = [_needed(case, day) for case in row.cases]
    return found[0] if len(found) == 1 else from_now_at_both(found)


def _needed(case: Standing, day: date) -> FromNow:
    """The same where the baseline is one number."""
    start, line = _start(case), case.line
    ahead = years_between(max(case.now, start.date) if start else case.now, day)
    reason = case.distance.reason or (_at_ceiling(case, start) if start else None)
    if reason is not None or start is None or line is None or isinstance(start.value.outcome, Reason):
        nothing = reason or Reason.NO_THRESHOLD
        return FromNow(ahead, nothing, nothing)
    whole_time = years_between(start.date, day)
    missing = shortfall(start.plan, case.indicator, start.value, line, case.rates, whole_time)
    return from_now(ahead, start.value.outcome, line, missing)
