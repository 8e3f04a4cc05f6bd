"""How far a target is from being met: attainment, gap, shortfall, required growth, status."""

from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.evidence import Evidence, unit_of
from qt_ict.engine.gaps import attainment, denominator, gap, shortfall, things_per_year
from qt_ict.engine.milestones import Milestone, milestones
from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Required, closed, linear_required, nothing_required, required
from qt_ict.engine.thresholds import Status, Threshold


class FromNow(NamedTuple):
    """What is required from the last day known on, whenever the value was measured."""

    years: Fraction | None
    """Time from that day to the due date [years]; None without a due year."""
    linear: Outcome
    """Equal steps [unit of the target per year]."""
    things_per_year: Outcome
    """The shortfall spread over that time [things/year]."""


class Distance(NamedTuple):
    """What one value says of a target."""

    status: Status
    reason: Reason | None
    """What stopped everything else."""
    years: Fraction | None
    """Time from the value's date to the due date [years]; None without a due year or a value."""
    value: Outcome
    """The value [unit of the target]."""
    attainment: Outcome
    """Share of the target attained, not capped [1]."""
    gap: Outcome
    """Distance to the target, signed: above 0 is missing [unit of the target]."""
    denominator: Interval | None
    """What the target's share is taken of at the due date [unit of the denominator]; None where none is."""
    shortfall: Outcome
    """Whole things missing [unit of the numerator]."""
    things_per_year: Outcome
    """The shortfall spread over the years left [things/year]."""
    required: Required
    """From the value's date on."""
    from_now: FromNow
    """From the last day known on."""


def distance(known: Evidence) -> Distance:
    """What the value that counts says of the version of a target that counts."""
    target = known.target
    if target.indicator is None:
        return _stopped(known, Reason.NO_BASELINE)
    if isinstance(known.counting, Reason):
        return _stopped(known, known.counting)
    now = known.counting.value.outcome
    if target.measure == "proxy":
        return _stopped(known, Reason.PROXY_ONLY)
    if isinstance(now, Reason):
        return _stopped(known, now)
    if known.line is None:
        return _stopped(known, known.without_line(target), now)
    if unit_of(known.plan, target) != known.indicator.unit:
        return _stopped(known, Reason.UNIT_MISMATCH)
    return _measured(known, known.counting, now, known.line)


def _measured(known: Evidence, observed: Observation, now: Interval, line: Threshold) -> Distance:
    """The distance where everything can be asked."""
    plan, value, left = observed.plan, observed.value, _time_left(known)
    among = denominator(plan, known.indicator, value, known.rates, left)
    missing = shortfall(plan, known.indicator, value, line, known.rates, left)
    status = known.status_by(line, observed)
    if status == "met" and among == value.denominator and missing is not Reason.NOT_COUNTED:
        # So it is of percentages too, which no count stands behind.
        missing = point(0)
    return Distance(
        status=status,
        reason=None,
        years=left,
        value=closed(now),
        attainment=_attainment(known, observed, now, line),
        gap=gap(now, line),
        denominator=among,
        shortfall=missing,
        things_per_year=things_per_year(missing, left),
        required=_required(known, observed, now, line, left),
        from_now=_from_now(known, observed, now, line, missing),
    )


def _stopped(known: Evidence, reason: Reason, value: Interval | None = None) -> Distance:
    """The distance where it cannot be measured; the value stands where it is known."""
    return Distance(
        status="not_measurable",
        reason=reason,
        years=_time_left(known),
        value=reason if value is None else closed(value),
        attainment=reason,
        gap=reason,
        denominator=None,
        shortfall=reason,
        things_per_year=reason,
        required=nothing_required(reason),
        from_now=FromNow(known.ahead, reason, reason),
    )


def _time_left(known: Evidence) -> Fraction | None:
    """Time from the value's date to the due date [years]; None without a due year or a value."""
    if known.due_day is None or known.observed is None:
        return None
    return years_between(known.observed.date, known.due_day)


def _attainment(known: Evidence, observed: Observation, now: Interval, line: Threshold) -> Outcome:
    """The share that is attained; none of a rank, nor below a ceiling while more may be added."""
    if known.unit.rank:
        return Reason.ORDINAL
    ceiling = known.at_ceiling(line, observed)
    return attainment(now, line) if ceiling in (None, Reason.ABOVE_CEILING) else ceiling


def _from_now(known: Evidence, observed: Observation, now: Interval, line: Threshold, missing: Outcome) -> FromNow:
    ceiling = known.at_ceiling(line, observed)
    if ceiling is not None:
        return FromNow(known.ahead, ceiling, ceiling)
    return from_now(known.ahead, now, line, missing)


def _required(
    known: Evidence, observed: Observation, now: Interval, line: Threshold, left: Fraction | None
) -> Required:
    ceiling = known.at_ceiling(line, observed)
    if ceiling is not None:
        return nothing_required(ceiling)
    nothing = _nothing(now, line, left)
    if nothing is not None or left is None:
        return nothing_required(nothing or Reason.NO_DUE_YEAR)
    return required(known.unit.number_kind, now, line.number, left)


def from_now(ahead: Fraction | None, now: Interval, line: Threshold, missing: Outcome) -> FromNow:
    """What is required in the time ahead.

    Args:
        ahead: That time [years]; None without a due year.
        now: The value [unit].
        line: What meets the target.
        missing: Whole things missing at its end [unit of the numerator].
    """
    nothing = _nothing(now, line, ahead)
    if nothing is not None or ahead is None:
        return FromNow(ahead, nothing or Reason.NO_DUE_YEAR, things_per_year(missing, ahead))
    return FromNow(ahead, linear_required(now, line.number, ahead), things_per_year(missing, ahead))


def _nothing(now: Interval, line: Threshold, years: Fraction | None) -> Reason | None:
    """Why nothing is required in some years; None where something is."""
    if line.status(now) == "met":
        return Reason.ALREADY_MET
    if years is None:
        return Reason.NO_DUE_YEAR
    return Reason.DUE_PASSED if years <= 0 else None


def ahead_in_year(found: Distance, year: Distance) -> Distance:
    """The distance to a target that is due every year, with what is required in the year that is under way.

    Args:
        found: Its distance by the value that counts.
        year: The distance in that year; of another value than the one that counts it requires something else.
    """
    if (year.value, year.gap) != (found.value, found.gap):
        return each_year_alone(found)
    return found._replace(
        years=year.years, things_per_year=year.things_per_year, required=year.required, from_now=year.from_now
    )


def each_year_alone(found: Distance) -> Distance:
    """The distance to a target that is due every year, where no year is under way: nothing leads beyond one year."""
    required = Required(*map(_alone, found.required))
    ahead = found.from_now
    return found._replace(
        things_per_year=_alone(found.things_per_year),
        required=required,
        from_now=FromNow(ahead.years, _alone(ahead.linear), _alone(ahead.things_per_year)),
    )


def _alone(outcome: Outcome) -> Outcome:
    return Reason.EACH_YEAR if outcome is Reason.NO_DUE_YEAR else outcome


def required_path(known: Evidence, found: Distance) -> tuple[Milestone, ...]:
    """The value due at every year end on the way that is required; none where nothing is."""
    line, observed, due = known.line, known.observed, known.due_day
    if isinstance(found.required.linear, Reason) or line is None or observed is None or due is None:
        return ()
    now = observed.value.outcome
    return () if isinstance(now, Reason) else milestones(known.unit.number_kind, now, observed.date, line.number, due)
