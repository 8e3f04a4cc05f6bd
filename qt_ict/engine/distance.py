"""How far a target is from being met: attainment, gap, shortfall, required growth, status."""

from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import years
from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.evidence import Evidence, unit_of
from qt_ict.engine.gaps import attainment, denominator, gap, shortfall, things_per_year
from qt_ict.engine.milestones import Milestone, milestones
from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Required, closed, nothing_required, required
from qt_ict.engine.thresholds import Status, Threshold


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
    missing = shortfall(plan, known.indicator, value, among, line)
    status = line.status(now)
    if status == "met" and among == value.denominator:
        missing = point(0)
    return Distance(
        status=status,
        reason=None,
        years=left,
        value=closed(now),
        attainment=attainment(now, line),
        gap=gap(now, line),
        denominator=among,
        shortfall=missing,
        things_per_year=things_per_year(missing, left),
        required=_required(known, now, line, left),
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
    )


def _time_left(known: Evidence) -> Fraction | None:
    """Time from the value's date to the due date [years]; None without a due year or a value."""
    if known.last_year is None or known.observed is None:
        return None
    return years(known.observed.date, known.last_year)


def _required(known: Evidence, now: Interval, line: Threshold, left: Fraction | None) -> Required:
    if line.status(now) == "met":
        return nothing_required(Reason.ALREADY_MET)
    if left is None:
        return nothing_required(Reason.NO_DUE_YEAR)
    if left <= 0:
        return nothing_required(Reason.DUE_PASSED)
    return required(known.unit.kind, now, line.number, left)


def required_path(known: Evidence, found: Distance) -> tuple[Milestone, ...]:
    """The value due at every year end on the way that is required; none where nothing is."""
    if found.required.scale is None or known.last_year is None or known.line is None or known.observed is None:
        return ()
    now = known.observed.value.outcome
    if isinstance(now, Reason):
        return ()
    return milestones(known.unit.kind, now, known.observed.date, known.line.number, known.last_year)
