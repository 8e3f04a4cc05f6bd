"""One target against the baseline: attainment, gap, shortfall, required growth, status."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.dates import years
from qt_ict.arithmetic.interval import Interval, Number, falling, point, rising, whole
from qt_ict.engine import path as paths
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
    years: Fraction | None
    """Time from the baseline to the due date [years]; None without a year or a baseline."""
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
    shortfall: Outcome
    """Whole things missing [unit of the numerator]."""
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
    if target.indicator is None:
        return _stopped(name, year, None, threshold(target, "higher"), Reason.NO_BASELINE)
    baseline = values[target.indicator]
    indicator = plan.indicators[target.indicator]
    line = threshold(target, indicator.better)
    if target.measure == "proxy":
        return _stopped(name, year, baseline, line, Reason.PROXY_ONLY)
    if isinstance(baseline.outcome, Reason):
        return _stopped(name, year, baseline, line, baseline.outcome)
    if line is None:
        return _stopped(name, year, baseline, line, Reason.NO_THRESHOLD, baseline.outcome)
    if unit_of(plan, target) != indicator.unit:
        return _stopped(name, year, baseline, line, Reason.UNIT_MISMATCH, baseline.outcome)
    left = time_left(target, year, baseline)
    return Assessment(
        target=name,
        year=year,
        years=left,
        threshold=line,
        baseline=baseline,
        status=line.status(baseline.outcome),
        reason=None,
        value=closed(baseline.outcome),
        attainment=attainment(baseline.outcome, line),
        gap=gap(baseline.outcome, line),
        shortfall=shortfall(plan, indicator, baseline, line, rates, left),
        required=_required(plan, indicator, baseline.outcome, line, left),
    )


def _stopped(
    name: str,
    year: int | None,
    baseline: Value | None,
    line: Threshold | None,
    reason: Reason,
    known: Interval | None = None,
) -> Assessment:
    """A row that cannot be assessed; the value stands where it is known."""
    return Assessment(
        target=name,
        year=year,
        years=None,
        threshold=line,
        baseline=baseline,
        status="not_measurable",
        reason=reason,
        value=reason if known is None else closed(known),
        attainment=reason,
        gap=reason,
        shortfall=reason,
        required=nothing_required(reason),
    )


def unit_of(plan: Plan, target: Target) -> str | None:
    """The unit of measure of a target: its own; % for "all"; else that of its indicator."""
    if target.unit or target.comparator == "all":
        return target.unit or "%"
    return plan.indicators[target.indicator].unit if target.indicator else None


def time_left(target: Target, year: int | None, baseline: Value) -> Fraction | None:
    """Time from the value's date to the due date [years]; None without a due year."""
    if target.due is None or year is None:
        return None
    return years(baseline.date, target.due.last_year(year))


def attainment(now: Interval, line: Threshold) -> Outcome:
    """Share of the target attained [1]: value / target, target / value where less is better."""
    if line.upward:
        if line.number == 0:
            return Reason.ZERO_TARGET
        return closed(rising(lambda end: _share(end, line.number), now))
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


def shortfall(
    plan: Plan, indicator: Indicator, baseline: Value, line: Threshold, rates: Rates, left: Fraction | None
) -> Outcome:
    """Whole things to add, or to remove where less is better [unit of the numerator].

    Args:
        plan: The plan.
        indicator: The indicator.
        baseline: Its value.
        line: What meets the target.
        rates: Assumed growth of denominators [1/year], by figure.
        left: Time to the due date [years]; the denominator grows over it.
    """
    if plan.units[plan.unit_of(indicator.counted)].kind != "count":
        return Reason.NO_COUNT
    among = baseline.whole or point(1)
    if rates and indicator.denominator and left is not None and left > 0:
        among = moved(plan, indicator.denominator, rates, left)
    target = line.number / (indicator.factor or 1)
    if _out_of_reach(plan, indicator, target, line):
        return Reason.OUT_OF_REACH
    return _missing(whole(baseline.counted), among, target, line)


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


def path(plan: Plan, row: Assessment) -> tuple[paths.Milestone, ...]:
    """The milestones of an assessment; none where nothing is required."""
    target = plan.targets[row.target]
    nothing_left = row.required.scale is None or row.threshold is None
    if nothing_left or target.due is None or row.year is None or target.indicator is None:
        return ()
    if row.baseline is None or isinstance(row.baseline.outcome, Reason) or row.threshold is None:
        return ()
    kind = plan.units[plan.indicators[target.indicator].unit].kind
    last_year = target.due.last_year(row.year)
    return paths.path(kind, row.baseline.outcome, row.baseline.date, row.threshold.number, last_year)


def outcomes(row: Assessment) -> Iterator[tuple[str, Outcome]]:
    """Every quantity of an assessment with its name."""
    yield "value", row.value
    yield "attainment", row.attainment
    yield "gap", row.gap
    yield "shortfall", row.shortfall
    yield "linear", row.required.linear
    yield "compound", row.required.compound
    yield "log_odds", row.required.log_odds


def _share(end: Number | None, target: Fraction) -> Fraction | None:
    return None if end is None else formulas.attainment(end, target)
