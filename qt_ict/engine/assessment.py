"""One target against the baseline: attainment, gap, shortfall, required growth, status."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.dates import years
from qt_ict.arithmetic.interval import Interval, Number, falling, point, rising
from qt_ict.engine.path import Milestone, milestones
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Required, closed, nothing_required, required
from qt_ict.engine.thresholds import Status, Threshold, threshold
from qt_ict.engine.values import Rates, Value, moved, value
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target


class Assessment(NamedTuple):
    """What the baseline says about one target in one of its due years."""

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
    baseline: Value | None
    """Value of the indicator, or of the related one of a proxy."""
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


def assessments(plan: Plan, rates: Rates | None = None) -> list[Assessment]:
    """Every target of a plan in each of its due years, in the plan's order.

    Args:
        plan: The plan.
        rates: Assumed growth of denominators [1/year], by figure.
    """
    measured = dict.fromkeys(target.indicator for target in plan.targets.values() if target.indicator)
    values = {name: value(plan, plan.indicators[name]) for name in measured}
    return [
        assessment(plan, name, year, values, rates or {})
        for name, target in plan.targets.items()
        for year in target.listed_years or (None,)
    ]


def assessment(plan: Plan, name: str, year: int | None, values: Mapping[str, Value], rates: Rates) -> Assessment:
    """One target in one due year.

    Args:
        plan: The plan.
        name: Id of the target.
        year: Calendar year it is listed under.
        values: Value of every indicator.
        rates: Assumed growth of denominators [1/year], by figure.
    """
    target = plan.targets[name]
    row = _Row(name, year, target.due.last_year(year) if target.due and year is not None else None)
    if target.indicator is None:
        return row.stopped(None, threshold(target, "higher"), Reason.NO_BASELINE)
    indicator = plan.indicators[target.indicator]
    baseline = values[target.indicator]
    line = threshold(target, indicator.better)
    if target.measure == "proxy":
        return row.stopped(baseline, line, Reason.PROXY_ONLY)
    if isinstance(baseline.outcome, Reason):
        return row.stopped(baseline, line, baseline.outcome)
    if line is None:
        return row.stopped(baseline, line, Reason.NO_THRESHOLD, baseline.outcome)
    if unit_of(plan, target) != indicator.unit:
        return row.stopped(baseline, line, Reason.UNIT_MISMATCH)
    return _measured(plan, row, indicator, baseline, baseline.outcome, line, rates)


def _measured(
    plan: Plan, row: "_Row", indicator: Indicator, baseline: Value, now: Interval, line: Threshold, rates: Rates
) -> Assessment:
    """A row in which everything can be asked."""
    left = row.time_left(baseline)
    among = denominator(plan, indicator, baseline, rates, left)
    missing = shortfall(plan, indicator, baseline, among, line)
    status = line.status(now)
    if status == "met" and among == baseline.denominator:
        missing = point(0)
    return Assessment(
        target=row.target,
        year=row.year,
        last_year=row.last_year,
        years=left,
        threshold=line,
        baseline=baseline,
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
    """Which target and due year a row is about."""

    target: str
    year: int | None
    last_year: int | None

    def time_left(self, baseline: Value) -> Fraction | None:
        """Time from the value's date to the due date [years]; None without a due year."""
        return None if self.last_year is None else years(baseline.date, self.last_year)

    def stopped(
        self, baseline: Value | None, line: Threshold | None, reason: Reason, known: Interval | None = None
    ) -> Assessment:
        """The row where it cannot be assessed; the value stands where it is known."""
        return Assessment(
            target=self.target,
            year=self.year,
            last_year=self.last_year,
            years=self.time_left(baseline) if baseline else None,
            threshold=line,
            baseline=baseline,
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


def attainment(now: Interval, line: Threshold) -> Outcome:
    """Share of the target attained [1]: value / target, target / value where less is better."""
    if line.upward:
        if line.number == 0:
            return Reason.ZERO_TARGET
        return closed(rising(lambda end: None if end is None else formulas.attainment(end, line.number), now))
    if now.high == 0:
        return Reason.ZERO_BASE

    def share(end: Number | None) -> Number | None:
        if end is None:
            return 0
        return None if end == 0 else formulas.attainment(line.number, end)

    return closed(falling(share, now))


def gap(now: Interval, line: Threshold) -> Interval:
    """Distance to the target, signed [unit]: target - value, value - target where less is better."""
    if line.upward:
        return closed(falling(lambda end: None if end is None else line.number - Fraction(end), now))
    return closed(rising(lambda end: None if end is None else Fraction(end) - line.number, now))


def denominator(
    plan: Plan, indicator: Indicator, baseline: Value, rates: Rates, left: Fraction | None
) -> Interval | None:
    """What an indicator is counted among at the due date [unit of the denominator].

    Today's denominator, or the one that assumed growth leads to; None without a denominator.

    Args:
        plan: The plan.
        indicator: The indicator.
        baseline: Its value.
        rates: Assumed growth of denominators [1/year], by figure.
        left: Time to the due date [years].
    """
    if rates and indicator.denominator and left is not None and left > 0:
        return moved(plan, indicator.denominator, rates, left)
    return baseline.denominator


def shortfall(plan: Plan, indicator: Indicator, baseline: Value, among: Interval | None, line: Threshold) -> Outcome:
    """Whole things to add, or to remove where less is better [unit of the numerator].

    Args:
        plan: The plan.
        indicator: The indicator.
        baseline: Its value.
        among: What it is counted among at the due date; None without a denominator.
        line: What meets the target.
    """
    if plan.units[plan.unit_of(indicator.counted)].kind != "count":
        return Reason.NO_COUNT
    target = line.number / (indicator.factor or 1)
    if _out_of_reach(plan, indicator, target, line):
        return Reason.OUT_OF_REACH
    # Nothing of anything is nothing: what a target of 0 leaves over does not depend on the denominator.
    whole = point(1) if among is None or target == 0 else among
    return _missing(baseline.counted, whole, target, line)


def things_per_year(missing: Outcome, left: Fraction | None) -> Outcome:
    """A shortfall spread over the years left [things/year]."""
    if isinstance(missing, Reason):
        return missing
    if left is None:
        return Reason.NO_DUE_YEAR
    if left <= 0:
        return Reason.DUE_PASSED
    return closed(rising(lambda things: None if things is None else Fraction(things) / left, missing))


def _out_of_reach(plan: Plan, indicator: Indicator, target: Fraction, line: Threshold) -> bool:
    """True where no whole number of things meets the target."""
    if not line.upward:
        return target < 0 or (line.strict and target == 0)
    share = plan.units[indicator.unit].kind == "share"
    return share and (target > 1 or (line.strict and target == 1))


def _missing(counted: Interval, among: Interval, target: Fraction, line: Threshold) -> Interval:
    def missing(count: Number | None, of: Number | None, unbounded: int | None) -> int | None:
        if count is None or of is None:
            return unbounded
        formula = formulas.shortfall if line.upward else formulas.excess
        return formula(int(count), Fraction(of), target, line.strict)

    if line.upward:
        return Interval(missing(counted.high, among.low, 0), missing(counted.low, among.high, None))
    return Interval(missing(counted.low, among.high, 0), missing(counted.high, among.low, None))


def _required(plan: Plan, indicator: Indicator, now: Interval, line: Threshold, left: Fraction | None) -> Required:
    if line.status(now) == "met":
        return nothing_required(Reason.ALREADY_MET)
    if left is None:
        return nothing_required(Reason.NO_DUE_YEAR)
    if left <= 0:
        return nothing_required(Reason.DUE_PASSED)
    return required(plan.units[indicator.unit].kind, now, line.number, left)


def path(plan: Plan, row: Assessment) -> tuple[Milestone, ...]:
    """The milestones of an assessment; none where nothing is required."""
    indicator = plan.targets[row.target].indicator
    if row.required.scale is None or indicator is None or row.last_year is None:
        return ()
    if row.threshold is None or row.baseline is None or isinstance(row.baseline.outcome, Reason):
        return ()
    kind = plan.units[plan.indicators[indicator].unit].kind
    return milestones(kind, row.baseline.outcome, row.baseline.date, row.threshold.number, row.last_year)
