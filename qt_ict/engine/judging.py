"""Which status the values of a target through the rounds give it."""

from collections.abc import Sequence
from datetime import date

from qt_ict.arithmetic.durations import in_year_until, years_between
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.evidence import Evidence, before, is_stale, last_fresh, unit_of, value_of
from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Reason
from qt_ict.engine.span import Span
from qt_ict.engine.thresholds import Status, Threshold, threshold
from qt_ict.engine.verdict import (
    Judged,
    Verdict,
    in_order,
    of_due_year,
    of_last_in_due_year,
    of_met,
    of_old,
    of_present,
)
from qt_ict.model.targets import Target


def judged(known: Evidence, version: Target) -> tuple[Span | None, Judged]:
    """The way so far where there is one to compare, and the status.

    Args:
        known: What is known of the target.
        version: The version of it to judge by.
    """
    stopped = _stopped(known, version)
    line = known.line_of(version)
    if stopped or line is None:
        return None, Judged((), stopped or known.without_line(version))
    if known.passed and known.due_day is not None:
        return None, _when_due(known, line, known.due_day)
    ceiling = _under_ceiling(known, line)
    if ceiling is not None:
        return None, ceiling
    latest = known.history[-1].date
    span, status = _to_come(known, line, max(latest, known.now))
    if not known.stale:
        return span, status
    return span, _forward(known, of_old(_to_come(known, line, last_fresh(known.plan, latest))[1], status))


def _under_ceiling(known: Evidence, line: Threshold) -> Judged | None:
    """The status of things that add up under a ceiling: open, or missed for good; None of any other target to come."""
    match known.at_ceiling(line, known.history[-1]):
        case None:
            return None
        case Reason.ABOVE_CEILING:
            return Judged(("missed",))
        case reason:
            return Judged((), reason)


def _to_come(known: Evidence, line: Threshold, now: date) -> tuple[Span | None, Judged]:
    """The way so far and the status of a target that is not yet due.

    Args:
        known: What is known of the target.
        line: What meets it.
        now: The day that is asked about, not before the latest value.
    """
    values = [value_of(each) for each in known.history]
    previous = value_of(known.before_latest) if known.before_latest else None
    if line.status(values[-1]) == "met" and (len(values) == 1 or known.due_day is None):
        return None, _forward(known, of_met(values[-1], line, previous))
    lacking = _lacking(known)
    if lacking or known.due_day is None:
        return None, Judged((), lacking or Reason.NO_DUE_YEAR)
    start, end = known.history[0].date, known.history[-1].date
    left, ahead = (years_between(day, known.due_day) for day in (end, now))
    span = Span(values[0], values[-1], line, years_between(start, end), left, ahead)
    return span, _forward(known, of_present(span, previous))


def _forward(known: Evidence, found: Judged) -> Judged:
    """A status without what a sum of things cannot do: what was counted once is not taken back."""
    if known.measured is None or not known.measured.adds_up or known.unit.negative:
        return found
    status: list[Verdict] = [
        "met" if each == "met_but_reversing" else each for each in found.status if each != "moving_away"
    ]
    return found._replace(status=in_order(set(status)) or found.status)


def _stopped(known: Evidence, version: Target) -> Reason | None:
    """Why a target has no value to be judged by; None where it has one."""
    if version.date is not None and version.date > known.then:
        return Reason.NOT_YET_STATED
    if version.indicator is None or known.measured is None:
        return Reason.NO_BASELINE
    if version.measure == "proxy":
        return Reason.PROXY_ONLY
    counting = known.measured.counting
    if isinstance(counting, Reason):
        return counting
    if not known.history:
        return counting.value.outcome if isinstance(counting.value.outcome, Reason) else Reason.NO_BASELINE
    different = threshold(version, "higher") and unit_of(known.plan, version) != known.indicator.unit
    return Reason.UNIT_MISMATCH if different else None


def _lacking(known: Evidence) -> Reason | None:
    """Why values cannot be compared over time; None where they can."""
    if len(known.history) > 1 or known.measured is None:
        return Reason.NO_DUE_YEAR if known.due_day is None else None
    others = [each for each in known.measured.all if each.definitions]
    if others:
        return _changed(known, others[-1])
    return Reason.SAME_DATE if len(known.comparable) > 1 else Reason.ONE_ROUND_ONLY


def _changed(known: Evidence, observation: Observation) -> Reason:
    """Whether the things counted changed, or what they are counted among."""
    below = known.indicator.denominator.figures if known.indicator.denominator else ()
    redefined = any(observation.plan.figures[name].definition for name in below)
    return Reason.DIFFERENT_DENOMINATORS if redefined else Reason.DEFINITION_CHANGED


def _when_due(known: Evidence, line: Threshold, due: date) -> Judged:
    """A due day that has passed: by the value of it, else by its neighbours where they agree.

    A value from within the year up to it stands for it as long as no later one says otherwise.
    """
    earlier = [each for each in known.history if each.date <= due][-2:]
    after = [each for each in known.history if each.date > due][:1]
    if earlier and earlier[-1].date == due:
        return of_due_year((value_of(earlier[-1]),), line)
    if known.sum_when_due is not None:
        return _added_up(known, line, known.sum_when_due)
    if earlier and in_year_until(earlier[-1].date, due) and not after:
        return _by_last(known, line, earlier, due)
    values = tuple(map(value_of, (*earlier[-1:], *after)))
    found = of_due_year(values, line)
    agreed = earlier and after and len(found.status) == 1 and len({_sides(line, each) for each in values}) == 1
    return found if agreed else Judged((), Reason.NOT_OBSERVED_WHEN_DUE)


def _sides(line: Threshold, value: Interval) -> tuple[Status, ...]:
    """Where a value lies: on which side of a line, of a band at each of its ends."""
    ends = (line,) if line.limit is None else (line._replace(limit=None), line.turned._replace(limit=None))
    return tuple(each.status(value) for each in ends)


def _added_up(known: Evidence, line: Threshold, possible: Interval) -> Judged:
    """A due day that has passed, of things that add up: by what they may have come to on that day."""
    if not known.is_observed_when_due and (known.unit.negative or line.status(possible) == "undecided"):
        return Judged((), Reason.NOT_OBSERVED_WHEN_DUE)
    return of_due_year((possible,), line)


def _by_last(known: Evidence, line: Threshold, values: Sequence[Observation], due: date) -> Judged:
    """A due year that is over, by the last value of it: what passes without news betters nothing that it said."""
    latest, previous = values[-1], before(values)
    if is_stale(known.plan, latest.date, due) and line.status(value_of(latest)) != "not_met":
        return Judged((), Reason.VALUE_TOO_OLD)
    return of_last_in_due_year(value_of(latest), line, value_of(previous) if previous else None)
