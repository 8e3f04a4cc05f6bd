"""Attainment, gap and shortfall: how far a value is from a target in shares, in points, in whole things."""

import math
from fractions import Fraction

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, Number, difference, falling, point, rising
from qt_ict.arithmetic.pairs import CornerPair, Pairs, pairs
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import closed, may_be_negative
from qt_ict.engine.thresholds import Threshold
from qt_ict.engine.values import Rates, Value, moved
from qt_ict.model.indicators import Indicator, Sum
from qt_ict.model.plan import Plan


def attainment(now: Interval, line: Threshold) -> Outcome:
    """Share of the target attained [1]: value / target, target / value where less is better.

    Of numbers that may be below 0 there is none: -5 is no part of 10, and 10 no part of -5. Within a band all of it is
    attained, and never more.
    """
    return _attained(now, line) if line.limit is None else _attained_of_band(now, line)


def _attained_of_band(now: Interval, line: Threshold) -> Outcome:
    """The share of a band that is attained: all of it inside, else the share of the end that is passed."""
    if line.status(now) == "not_met":
        return _attained(now, line.toward(now)._replace(limit=None))
    ends = (line._replace(limit=None), line.turned._replace(limit=None))
    found = [point(1) if end.status(now) == "met" else _attained(now, end) for end in ends]
    least = [each.low or 0 for each in found if isinstance(each, Interval)]
    return Interval(min(least), 1) if len(least) == len(ends) else next(each for each in found if each != point(1))


def _attained(now: Interval, line: Threshold) -> Outcome:
    """The share of one number that is attained [1]."""
    if line.number == 0:
        return Reason.ZERO_TARGET
    if line.number < 0 or may_be_negative(now):
        return Reason.NEGATIVE
    if line.upward:
        return closed(rising(lambda end: None if end is None else formulas.attainment(end, line.number), now))
    if now.high == 0:
        return Reason.ZERO_VALUE

    def share(end: Number | None) -> Number | None:
        if end is None:
            return 0
        return None if end == 0 else formulas.attainment(line.number, end)

    return closed(falling(share, now))


def gap(now: Interval, line: Threshold) -> Interval:
    """Distance to the target, signed [unit]: target - value, value - target where less is better.

    Of a band it is 0 inside, and never below.

    >>> from qt_ict.arithmetic.interval import point
    >>> band = Threshold(Fraction(40), True, False, limit=Fraction(60))
    >>> [gap(point(each), band).low for each in (30, 52, 75)], gap(Interval(35, 41), band).ends
    ([10, 0, 15], (0, 5))
    """
    if line.limit is not None:
        return _outside(now, *sorted((line.number, line.limit)))
    if line.upward:
        return closed(falling(lambda end: None if end is None else line.number - Fraction(end), now))
    return closed(rising(lambda end: None if end is None else Fraction(end) - line.number, now))


def _outside(now: Interval, low: Fraction, high: Fraction) -> Interval:
    """How far a value lies outside a band, 0 inside [unit].

    Args:
        now: The value [unit].
        low: The lower end of the band [unit].
        high: Its upper end [unit].
    """
    ends = [None if end is None else max(low - Fraction(end), Fraction(end) - high, Fraction(0)) for end in now.ends]
    apart = now.is_below(point(low)) or point(high).is_below(now)
    known = [each for each in ends if each is not None]
    return closed(Interval(min(known) if apart and known else Fraction(0), None if None in ends else max(known)))


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
    below, today = indicator.denominator, observed.denominator
    factor = growth(below, rates, left) if below else 1
    if below is None or today is None or factor == 1:
        return today
    if factor is None:
        return moved(plan, below, rates, left or Fraction(0))
    return rising(lambda end: None if end is None else Fraction(end) * factor, today)


def growth(among: Sum, rates: Rates, left: Fraction | None) -> Fraction | None:
    """By what a denominator is multiplied until the due date [1]; None where its figures grow at different rates.

    Args:
        among: The denominator.
        rates: Assumed growth of denominators [1/year], by figure; the others stand still.
        left: Time to the due date [years].
    """
    found = {rates.get(name, Fraction(0)) for name in among.figures}
    if found == {0} or left is None or left <= 0:
        return Fraction(1)
    return formulas.grown(1, found.pop(), left) if len(found) == 1 else None


def shortfall(
    plan: Plan, indicator: Indicator, observed: Value, line: Threshold, rates: Rates, left: Fraction | None
) -> Outcome:
    """What is to be added, or removed where less is better [unit of the numerator]: whole things, or an amount.

    Args:
        plan: The plan.
        indicator: The indicator.
        observed: Its value.
        line: What meets the target.
        rates: Assumed growth of denominators [1/year], by figure.
        left: Time to the due date [years].
    """
    kind = plan.units[observed.unit].kind
    if kind not in ("count", "amount"):
        return Reason.NOT_COUNTED if kind == "index" else Reason.NO_COUNT
    target = line.number / observed.factor
    if kind == "amount":
        return _missing_amount(plan, indicator, observed, line, rates, left)
    if _out_of_reach(plan, indicator, target, line):
        return Reason.OUT_OF_REACH
    among = observed.among
    if among is None or target == 0:
        # Nothing of anything is nothing: what a target of 0 leaves over does not depend on the denominator.
        return _missing(pairs(observed.counted, point(1)), target, line)
    factor = growth(indicator.denominator, rates, left) if indicator.denominator else 1
    if factor is not None:
        return _missing(among, target * factor, line)
    # Where figures of a whole grow at different rates, the count and the whole are taken apart: an outer bound.
    whole = denominator(plan, indicator, observed, rates, left) or among.whole
    return _missing(pairs(observed.counted, whole), target, line)


def _missing_amount(
    plan: Plan, indicator: Indicator, observed: Value, line: Threshold, rates: Rates, left: Fraction | None
) -> Outcome:
    """How much of an amount is missing [its unit]: whole x target - amount, never below 0."""
    among = denominator(plan, indicator, observed, rates, left) or point(observed.factor)
    share = line.number / observed.factor
    target = rising(lambda end: None if end is None else end * share, among)
    if share < 0:
        target = Interval(target.high, target.low)
    missing = difference(target, observed.counted) if line.upward else difference(observed.counted, target)
    return closed(rising(lambda end: None if end is None else max(end, 0), missing))


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


def _missing(among: Pairs, target: Fraction, line: Threshold) -> Interval:
    """The fewest and the most things missing of a share of the whole, over all pairs that are possible."""
    near, far = (among.heaviest, among.lightest) if line.upward else (among.lightest, among.heaviest)
    # Beside an excluded whole the number itself decides as if the target were strict, or were not.
    fewest = [_things(corner, target, line, line.strict or corner.whole_open) for corner in near]
    most = [_things(corner, target, line, line.strict and not corner.whole_open) for corner in far]
    highest = max(each for each in most if each is not None)
    return Interval(min(each for each in fewest if each is not None), None if highest == math.inf else highest)


def _things(corner: CornerPair, target: Fraction, line: Threshold, strict: bool) -> Number | None:
    """Things missing at one corner; None where another corner has as many."""
    if corner.counted is None and corner.whole is None:
        # Both grow without end by the same number.
        widening = target - 1 if line.upward else 1 - target
        return None if widening == 0 else math.inf if widening > 0 else 0
    if corner.counted is None or corner.whole is None:
        return math.inf if line.upward == (corner.whole is None) else 0
    formula = formulas.shortfall if line.upward else formulas.excess
    return formula(math.floor(corner.counted), Fraction(corner.whole), target, strict)
