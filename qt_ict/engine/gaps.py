"""Attainment, gap and shortfall: how far a value is from a target in shares, in points, in whole things."""

from fractions import Fraction

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number, falling, point, rising
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import closed
from qt_ict.engine.thresholds import Threshold
from qt_ict.engine.values import Rates, Value, moved
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan


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
    plan: Plan, indicator: Indicator, observed: Value, rates: Rates, left: Fraction | None
) -> Interval | None:
    """What an indicator is counted among at the due date [unit of the denominator].

    Today's denominator, or the one that assumed growth leads to; None without a denominator.

    Args:
        plan: The plan.
        indicator: The indicator.
        observed: Its value.
        rates: Assumed growth of denominators [1/year], by figure.
        left: Time to the due date [years].
    """
    if rates and indicator.denominator and left is not None and left > 0:
        return moved(plan, indicator.denominator, rates, left)
    return observed.denominator


def shortfall(plan: Plan, indicator: Indicator, observed: Value, among: Interval | None, line: Threshold) -> Outcome:
    """Whole things to add, or to remove where less is better [unit of the numerator].

    Args:
        plan: The plan.
        indicator: The indicator.
        observed: Its value.
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
    return _missing(observed.counted, whole, target, line)


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
