"""The value of an indicator: an interval, and why it is wide."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from qt_ict.arithmetic.formulas import grown
from qt_ict.arithmetic.interval import (
    ANY,
    Interval,
    Number,
    common,
    difference,
    joint,
    point,
    rising,
    total,
    whole_numbers,
)
from qt_ict.arithmetic.pairs import Pairs, pairs
from qt_ict.engine.readings import bounded, causes_of, exact, known_whole, least, reading, things
from qt_ict.engine.reasons import Cause, Outcome, Reason
from qt_ict.model.figures import Figure, Flag
from qt_ict.model.indicators import CEILING, Bounds, Formula, Indicator, Joint, Sum, UnitKind
from qt_ict.model.plan import Plan

Rates = Mapping[str, Fraction]
"""Assumed growth of figures [1/year]."""


Counting = Callable[[Plan, str], Interval]
"""What a figure of a plan counts, by its id."""


class Value(NamedTuple):
    """An indicator's value in one round."""

    outcome: Outcome
    """The value [unit of the indicator], or why there is none."""
    counted: Interval
    """What stands above the line, or alone [its own unit]."""
    among: Pairs | None
    """The same with what stands below the line, as they are possible together; None without one."""
    unit: str
    """Unit of measure of what is counted."""
    factor: int
    """What counted / denominator is multiplied by; 1 without one."""
    causes: tuple[Cause, ...]
    """Why the value is wide; empty for a point."""
    date: date
    """Date of what is counted."""
    flags: tuple[Flag, ...] = ()
    """How sources mark the figures that it is computed from."""

    @property
    def denominator(self) -> Interval | None:
        """What stands below the line [its own unit]; None without one."""
        return self.among.whole if self.among else None


def value(plan: Plan, indicator: Indicator, says: Counting | None = None) -> Value:
    """The value of an indicator from the figures of the plan's round.

    numerator / denominator x factor, or the figure as it stands.

    Args:
        plan: The plan.
        indicator: The indicator.
        says: What is supposed of its figures; where ``whole_behind`` finds a whole, in things of that. What was
            published by default.
    """
    whole = whole_behind(plan, indicator)
    counted = amount(plan, indicator.counted, says or (_said if whole is None else _things_of))
    among = _pairs(plan, indicator, counted, says) if whole is None else _part(counted, point(exact(whole.value)))
    factor = CEILING if whole else indicator.factor or 1
    return Value(
        outcome=_outcome(plan, indicator, counted, among, factor),
        counted=among.counted if among else counted,
        among=among,
        unit=whole.unit if whole else plan.unit_of(indicator.counted),
        factor=factor,
        causes=causes(plan, indicator),
        date=plan.date_of(indicator.counted),
        flags=tuple(dict.fromkeys(flag for name in indicator.figures if (flag := plan.figures[name].flag))),
    )


def narrowed(found: Value, number: Number) -> Value:
    """A value as if its indicator were one of the numbers that are possible.

    What is counted follows where the denominator is one number too; else it stays open.

    Args:
        found: The value.
        number: One of its numbers [unit of the indicator].
    """
    supposed = found._replace(outcome=point(number))
    if found.among is None:
        return supposed._replace(counted=point(number))
    whole = found.among.whole
    if not whole.is_point or whole.low is None:
        return supposed
    counted = point(Fraction(number) * Fraction(whole.low) / found.factor)
    return supposed._replace(counted=counted, among=Pairs(counted, whole, difference(whole, counted)))


def whole_behind(plan: Plan, indicator: Indicator) -> Figure | None:
    """The figure that all percentages of an indicator are taken of, where each of them stands for things of it."""
    if indicator.denominator is not None:
        return None
    figures = [plan.figures[name] for name in indicator.counted.figures]
    same = len({figure.of for figure in figures}) == 1
    known = same and all(things(plan, figure) is not None for figure in figures)
    return known_whole(plan, figures[0]) if known else None


def _pairs(plan: Plan, indicator: Indicator, counted: Interval, says: Counting | None) -> Pairs | None:
    """What is counted beside what it is counted among; None without a denominator.

    A figure that stands above and below the line is the same number in both.
    """
    below = indicator.denominator
    if below is None:
        return None
    whole = _something(amount(plan, below, says), plan.units[plan.unit_of(below)].kind)
    if counted.is_point and whole.is_point:
        return Pairs(counted, whole, difference(whole, counted))
    free = Pairs(counted, whole, _rest(plan, indicator.counted, below, whole, says or _said))
    unit = plan.units[plan.unit_of(indicator.counted)]
    part = plan.units[indicator.unit].kind == "share" and not unit.negative
    return _part(*free, unit.kind) if part else _possible(free, unit.kind)


def _part(counted: Interval, whole: Interval, rest: Interval = ANY, kind: UnitKind = "count") -> Pairs:
    """The pairs in which a count is part of its whole; where that contradicts the figures, they stand as they are."""
    within = _possible(Pairs(counted, whole, common(rest, Interval(0, None))), kind)
    return _possible(Pairs(counted, whole, rest), kind) if within.is_empty else within


def _possible(given: Pairs, kind: UnitKind) -> Pairs:
    """The pairs as their bounds agree with each other; counts of things are whole numbers."""
    if given.is_empty:
        return given
    found = pairs(*given)
    whole = whole_numbers(found.counted) if kind == "count" and not found.is_empty else found.counted
    return found if whole == found.counted else pairs(whole, found.whole, found.rest)


def _something(among: Interval, kind: UnitKind) -> Interval:
    """A denominator as far as something can be counted among it: "fewer than 50" things are 1 to 49."""
    if among.high == 0 or among.low is None or among.low < 0:
        return among
    least = Interval(1, None) if kind == "count" else Interval(0, None, low_open=True)
    return common(among, least)


def _rest(plan: Plan, counted: Formula, below: Sum, whole: Interval, says: Counting) -> Interval:
    """What a denominator has beyond what is counted: figures in both cancel out [unit of the figures]."""
    match counted:
        case Sum(figures):
            above, among = Counter(figures), Counter(below.figures)
            without = _sum(plan, (among - above).elements(), says)
            return difference(without, _sum(plan, (above - among).elements(), says))
        case Joint(figures):
            rests = [_rest(plan, Sum((name,)), below, whole, says) for name in figures]
            lows = [each._replace(high=None, high_open=False) for each in rests]
            return _all_of([Interval(None, whole.high, high_open=whole.high_open), *lows])
        case Bounds(at_least, at_most):
            most = _rest(plan, at_least, below, whole, says) if at_least else whole
            least = _rest(plan, at_most, below, whole, says) if at_most else ANY
            return Interval(least.low, most.high, least.low_open, most.high_open)


def _sum(plan: Plan, figures: Iterable[str], says: Counting) -> Interval:
    """What some figures count together; 0 where there are none."""
    return total((point(0), *(says(plan, name) for name in figures)))


def _all_of(bounds: Iterable[Interval]) -> Interval:
    """The numbers that lie in every one of some intervals."""
    return reduce(common, bounds)


def _outcome(plan: Plan, indicator: Indicator, counted: Interval, among: Pairs | None, factor: int) -> Outcome:
    if not _units_agree(plan, indicator):
        return Reason.UNIT_MISMATCH
    if among is not None and (among.whole.low is None or among.whole.low < 0):
        return Reason.NEGATIVE
    if counted.is_empty or (among is not None and among.is_empty):
        return Reason.CONTRADICTORY_BOUNDS
    if among is not None:
        return Reason.ZERO_DENOMINATOR if among.whole.high == 0 else among.ratio(factor)
    return bounded(counted, plan.units[indicator.unit])


def _units_agree(plan: Plan, indicator: Indicator) -> bool:
    """True where figures that are added share a unit, which is the indicator's where nothing divides them."""
    above = {plan.figures[name].unit for name in indicator.counted.figures}
    if indicator.denominator is None:
        return above == {indicator.unit}
    below = {plan.figures[name].unit for name in indicator.denominator.figures}
    return len(above) == len(below) == 1


def amount(plan: Plan, formula: Formula, says: Counting | None = None) -> Interval:
    """What a formula counts [unit of its figures].

    Args:
        plan: The plan.
        formula: The formula.
        says: What a figure counts; its ``reading`` by default.
    """
    said = says or _said
    match formula:
        case Sum(figures):
            return total(said(plan, name) for name in figures)
        case Joint(figures):
            return joint(said(plan, name) for name in figures)
        case Bounds(at_least, at_most):
            nothing = Interval(least(plan.units[plan.unit_of(formula)]), None)
            low = amount(plan, at_least, says) if at_least else nothing
            high = amount(plan, at_most, says) if at_most else Interval(None, None)
            return Interval(low.low, high.high, low.low_open, high.high_open)


def moved(plan: Plan, formula: Sum, rates: Rates, years: Fraction) -> Interval:
    """What a sum of figures counts after some years of assumed growth [unit of its figures].

    Args:
        plan: The plan.
        formula: The figures that are added.
        rates: Assumed growth of figures [1/year]; the others stand still.
        years: Time passed [years].
    """

    def after(name: str) -> Interval:
        now = reading(plan, plan.figures[name])
        rate = rates.get(name)
        if rate is None:
            return now

        def later(end: Number | None) -> Number | None:
            return None if end is None else grown(Fraction(end), rate, years)

        return rising(later, now)

    return total(after(name) for name in formula.figures)


def _said(plan: Plan, name: str) -> Interval:
    return reading(plan, plan.figures[name])


def _things_of(plan: Plan, name: str) -> Interval:
    return things(plan, plan.figures[name]) or ANY


def have_wholes_of_their_own(plan: Plan, name: str, parts: Iterable[str]) -> bool:
    """True where a figure and its parts are ratios, each of a whole of its own, so that nothing is added.

    The share of all households lies between those of town and country; shares of one figure (``of``) add up.
    """
    figures = [plan.figures[each] for each in (name, *parts)]
    of_one = figures[0].of is not None and len({figure.of for figure in figures}) == 1
    return plan.units[figures[0].unit].kind in ("share", "density") and not of_one


def parts_differ(plan: Plan, name: str) -> bool:
    """True where the parts of a figure are known and do not add up to it, or cannot as far as they may be off."""
    whole = plan.figures[name]
    if not whole.parts or not all(plan.is_beside(part, name) for part in whole.parts):
        return False
    if have_wholes_of_their_own(plan, name, whole.parts):
        return False
    parts = [plan.figures[part] for part in whole.parts]
    if all(each.stands_for_itself for each in (whole, *parts)):
        return sum(each.value for each in parts) != whole.value
    said, added = reading(plan, whole), total(reading(plan, each) for each in parts)
    return said.is_below(added) or added.is_below(said)


def causes(plan: Plan, indicator: Indicator) -> tuple[Cause, ...]:
    """Why the value of an indicator is wide; empty for a point."""
    found = [cause for name in indicator.figures for cause in causes_of(plan, plan.figures[name])]
    match indicator.counted:
        case Joint():
            found.append(Cause.JOINT)
        case Bounds():
            found.append(Cause.BOUND)
    return tuple(dict.fromkeys(found))
