"""One target against what was observed: attainment, gap, shortfall, required growth, status."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import years
from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.distance import attainment, denominator, gap, shortfall, things_per_year
from qt_ict.engine.observations import EVERY_ROUND, Choice, Incomplete, Observation, Observed, all_observed, views
from qt_ict.engine.path import Milestone, milestones
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Required, closed, nothing_required, required
from qt_ict.engine.thresholds import Status, Threshold, threshold
from qt_ict.engine.values import Rates, Value
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target


class Assessment(NamedTuple):
    """What the figures say about one target in one of its due years."""

    plan: Plan
    """The plan seen in the round of the value, the target as in force then."""
    target: str
    """Id of the target."""
    year: int | None
    """Calendar year the target is listed under; None without one."""
    last_year: int | None
    """Calendar year at whose end the target is due; None without one."""
    years: Fraction | None
    """Time from the value's date to the due date [years]; None without a due year or a value."""
    threshold: Threshold | None
    """What would meet the target; None where words carry no number."""
    observed: Value | None
    """Value of the indicator, or of the related one of a proxy."""
    set_aside: tuple[Observation, ...]
    """Later observations that count something else."""
    incomplete: tuple[Incomplete, ...]
    """Later rounds that lack a figure of the indicator."""
    status: Status
    reason: Reason | None
    """What stopped the whole row."""
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


def assessments(plan: Plan, rates: Rates | None = None, choice: Choice = EVERY_ROUND) -> list[Assessment]:
    """Every target of a plan in each of its due years, in the plan's order.

    Args:
        plan: The plan.
        rates: Assumed growth of denominators [1/year], by figure.
        choice: Which rounds count; all by default.
    """
    seen = views(plan, choice)
    found = all_observed(plan, choice)
    return [
        assessment(latest_view(seen, choice), name, year, found, rates or {})
        for name, target in plan.targets.items()
        for year in target.listed_years or (None,)
    ]


def latest_view(seen: Sequence[Plan], choice: Choice) -> Plan:
    """The plan as it is seen where no observation says in which round: in the one asked for, else in the last."""
    return next((view for view in seen if view.round_id == choice.round), seen[-1])


def assessment(plan: Plan, name: str, year: int | None, observed: Mapping[str, Observed], rates: Rates) -> Assessment:
    """One target in one due year.

    Args:
        plan: The plan, seen in the round to go by where the target has no observation.
        name: Id of the target.
        year: Calendar year it is listed under.
        observed: What the rounds say of every indicator.
        rates: Assumed growth of denominators [1/year], by figure.
    """
    found = observed.get(plan.targets[name].indicator or "")
    due = plan.targets[name].due
    last_year = due.last_year(year) if due and year is not None else None
    counting = found.when_due(last_year) if found else Reason.NO_BASELINE
    if isinstance(counting, Observation):
        plan = counting.plan
    target = plan.targets[name]
    row = _Row(plan, name, year, last_year, *((found.set_aside, found.incomplete) if found else ((), ())))
    if target.indicator is None:
        return row.stopped(None, threshold(target, "higher"), Reason.NO_BASELINE)
    indicator = plan.indicators[target.indicator]
    line = threshold(target, indicator.better)
    if isinstance(counting, Reason):
        return row.stopped(None, line, counting)
    now = counting.value
    if target.measure == "proxy":
        return row.stopped(now, line, Reason.PROXY_ONLY)
    if isinstance(now.outcome, Reason):
        return row.stopped(now, line, now.outcome)
    if line is None:
        return row.stopped(now, line, Reason.NO_THRESHOLD, now.outcome)
    if unit_of(plan, target) != indicator.unit:
        return row.stopped(now, line, Reason.UNIT_MISMATCH)
    return _measured(row, indicator, now, now.outcome, line, rates)


def _measured(
    row: "_Row", indicator: Indicator, observed: Value, now: Interval, line: Threshold, rates: Rates
) -> Assessment:
    """A row in which everything can be asked."""
    plan = row.plan
    left = row.time_left(observed)
    among = denominator(plan, indicator, observed, rates, left)
    missing = shortfall(plan, indicator, observed, among, line)
    status = line.status(now)
    if status == "met" and among == observed.denominator:
        missing = point(0)
    return Assessment(
        plan=plan,
        target=row.target,
        year=row.year,
        last_year=row.last_year,
        years=left,
        threshold=line,
        observed=observed,
        set_aside=row.set_aside,
        incomplete=row.incomplete,
        status=status,
        reason=None,
        value=closed(now),
        attainment=attainment(now, line),
        gap=gap(now, line),
        denominator=among,
        shortfall=missing,
        things_per_year=things_per_year(missing, left),
        required=_required(plan, indicator, now, line, left),
    )


class _Row(NamedTuple):
    """Which target and due year a row is about, and in which round it is seen."""

    plan: Plan
    target: str
    year: int | None
    last_year: int | None
    set_aside: tuple[Observation, ...]
    incomplete: tuple[Incomplete, ...]

    def time_left(self, observed: Value) -> Fraction | None:
        """Time from the value's date to the due date [years]; None without a due year."""
        return None if self.last_year is None else years(observed.date, self.last_year)

    def stopped(
        self, observed: Value | None, line: Threshold | None, reason: Reason, known: Interval | None = None
    ) -> Assessment:
        """The row where it cannot be assessed; the value stands where it is known."""
        return Assessment(
            plan=self.plan,
            target=self.target,
            year=self.year,
            last_year=self.last_year,
            years=self.time_left(observed) if observed else None,
            threshold=line,
            observed=observed,
            set_aside=self.set_aside,
            incomplete=self.incomplete,
            status="not_measurable",
            reason=reason,
            value=reason if known is None else closed(known),
            attainment=reason,
            gap=reason,
            denominator=None,
            shortfall=reason,
            things_per_year=reason,
            required=nothing_required(reason),
        )


def unit_of(plan: Plan, target: Target) -> str | None:
    """The unit of measure of a target: its own; % for "all"; else that of what measures it itself."""
    if target.unit or target.comparator == "all":
        return target.unit or "%"
    if target.indicator is None or target.measure == "proxy":
        return None
    return plan.indicators[target.indicator].unit


def _required(plan: Plan, indicator: Indicator, now: Interval, line: Threshold, left: Fraction | None) -> Required:
    if line.status(now) == "met":
        return nothing_required(Reason.ALREADY_MET)
    if left is None:
        return nothing_required(Reason.NO_DUE_YEAR)
    if left <= 0:
        return nothing_required(Reason.DUE_PASSED)
    return required(plan.units[indicator.unit].kind, now, line.number, left)


def path(row: Assessment) -> tuple[Milestone, ...]:
    """The milestones of an assessment; none where nothing is required."""
    plan = row.plan
    indicator = plan.targets[row.target].indicator
    if row.required.scale is None or indicator is None or row.last_year is None:
        return ()
    if row.threshold is None or row.observed is None or isinstance(row.observed.outcome, Reason):
        return ()
    kind = plan.units[plan.indicators[indicator].unit].kind
    return milestones(kind, row.observed.outcome, row.observed.date, row.threshold.number, row.last_year)
