"""The value of an indicator: an interval, and why it is wide."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.formulas import grown
from qt_ict.arithmetic.interval import Interval, Number, capped, joint, point, quotient, rising, total, whole_numbers
from qt_ict.arithmetic.rounding import digits_of
from qt_ict.engine.reasons import Cause, Outcome, Reason
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import CEILING, Bounds, Formula, Indicator, Joint, Sum
from qt_ict.model.plan import Plan

Rates = Mapping[str, Fraction]
"""Assumed growth of figures [1/year]."""


class Value(NamedTuple):
    """An indicator's value in one round."""

    outcome: Outcome
    """The value [unit of the indicator], or why there is none."""
    counted: Interval
    """What stands above the line, or alone [its own unit]."""
    denominator: Interval | None
    """What stands below the line [its own unit]; None without one."""
    causes: tuple[Cause, ...]
    """Why the value is wide; empty for a point."""
    date: date
    """Date of what is counted."""


def value(plan: Plan, indicator: Indicator) -> Value:
    """The value of an indicator from the figures of the plan's round.

    numerator / denominator x factor, or the figure as it stands.
    """
    counted = amount(plan, indicator.counted)
    below = _at_least_one(amount(plan, indicator.denominator)) if indicator.denominator else None
    if below is not None and below.high is not None and plan.units[indicator.unit].kind == "share":
        counted = capped(counted, below.high)
    return Value(
        outcome=_outcome(plan, indicator, counted, below),
        counted=counted,
        denominator=below,
        causes=causes(plan, indicator),
        date=plan.date_of(indicator.counted),
    )


def narrowed(found: Value, number: Number, factor: int) -> Value:
    """A value as if its indicator were one of the numbers that are possible.

    What is counted follows where the denominator is one number too; else it stays open.

    Args:
        found: The value.
        number: One of its numbers [unit of the indicator].
        factor: That of the indicator; 1 for a figure as it stands.
    """
    counted = found.counted
    if found.denominator is None:
        counted = point(number)
    elif found.denominator.is_point and found.denominator.low is not None:
        counted = point(Fraction(number) * Fraction(found.denominator.low) / factor)
    return found._replace(outcome=point(number), counted=counted)


def _at_least_one(things: Interval) -> Interval:
    """A denominator as far as something can be counted among it: "fewer than 50" things are 1 to 49."""
    if things.low is None or things.low >= 1 or things.high == 0:
        return things
    return things._replace(low=1)


def _outcome(plan: Plan, indicator: Indicator, counted: Interval, below: Interval | None) -> Outcome:
    if not _units_agree(plan, indicator):
        return Reason.UNIT_MISMATCH
    if counted.is_empty or (below is not None and below.is_empty):
        return Reason.CONTRADICTORY_BOUNDS
    found = counted
    if below is not None:
        if below.high == 0:
            return Reason.ZERO_DENOMINATOR
        found = quotient(counted, below, indicator.factor or 1)
    return capped(found, CEILING) if plan.units[indicator.unit].kind == "share" else found


def _units_agree(plan: Plan, indicator: Indicator) -> bool:
    """True where figures that are added share a unit, which is the indicator's where nothing divides them."""
    above = {plan.figures[name].unit for name in indicator.counted.figures}
    if indicator.denominator is None:
        return above == {indicator.unit}
    below = {plan.figures[name].unit for name in indicator.denominator.figures}
    return len(above) == len(below) == 1


def amount(plan: Plan, formula: Formula) -> Interval:
    """What a formula counts [unit of its figures]."""
    match formula:
        case Sum(figures):
            return total(reading(plan, plan.figures[name]) for name in figures)
        case Joint(figures):
            return joint(reading(plan, plan.figures[name]) for name in figures)
        case Bounds(at_least, at_most):
            low = amount(plan, at_least) if at_least else point(0)
            high = amount(plan, at_most) if at_most else Interval(None, None)
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


def reading(plan: Plan, figure: Figure) -> Interval:
    """What a published number says: a point, or all the numbers it may stand for.

    "more than 40 %" is (40, 100]; the interval of a survey is itself; 534900 rounded to 100 is 534850 to 534949
    whole things; a transcribed 22 % is [21.5, 22.5); "more than 50" whole things are 51 or more; an exact count is
    itself.
    """
    number = _exact(figure.value)
    kind = plan.units[figure.unit].kind
    match figure.comparator:
        case "more_than" | "at_least":
            found = Interval(number, None, low_open=figure.comparator == "more_than")
        case "less_than" | "at_most":
            found = Interval(0, number, high_open=figure.comparator == "less_than")
        case None:
            found = _around(plan, figure)
    if kind == "count":
        return whole_numbers(found)
    return capped(found, CEILING) if kind == "share" else found


NORMAL_95 = Fraction(196, 100)
"""Standard errors either way that hold 95 of 100 samples (normal distribution)."""


def _around(plan: Plan, figure: Figure) -> Interval:
    """The numbers that a number without a comparator may stand for, none below 0 [unit of the figure]."""
    number = _exact(figure.value)
    if figure.low is not None and figure.high is not None:
        return Interval(_exact(figure.low), _exact(figure.high))
    if figure.standard_error is not None:
        margin = NORMAL_95 * Fraction(figure.standard_error)
        return Interval(max(Fraction(0), number - margin), number + margin)
    half = Fraction(figure.rounded_to) / 2 if figure.rounded_to else _half_unit(plan, figure)
    if half == 0:
        return point(number)
    return Interval(max(Fraction(0), number - half), number + half, high_open=True)


def _exact(number: int | Decimal) -> int | Fraction:
    return number if isinstance(number, int) else Fraction(number)


def _half_unit(plan: Plan, figure: Figure) -> Fraction:
    """Half a unit of the last printed digit; 0 where digits do not show precision."""
    if not _shows_digits(plan, figure):
        return Fraction(0)
    digits = 0 if isinstance(figure.value, int) else digits_of(figure.value)
    return Fraction(1, 2 * 10**digits)


def _shows_digits(plan: Plan, figure: Figure) -> bool:
    return plan.round.transcribed and plan.units[figure.unit].kind != "count"


def parts_differ(plan: Plan, name: str) -> bool:
    """True where the parts of a figure do not add up to it, or cannot as far as they may be off."""
    whole, parts = plan.figures[name], [plan.figures[part] for part in plan.figures[name].parts]
    if not parts or all(each.stands_for_itself for each in (whole, *parts)):
        return bool(parts) and sum(each.value for each in parts) != whole.value
    said, added = reading(plan, whole), total(reading(plan, each) for each in parts)
    return said.is_below(added) or added.is_below(said)


def causes(plan: Plan, indicator: Indicator) -> tuple[Cause, ...]:
    """Why the value of an indicator is wide; empty for a point."""
    found = [cause for name in indicator.figures if (cause := cause_of(plan, plan.figures[name]))]
    match indicator.counted:
        case Joint():
            found.append(Cause.JOINT)
        case Bounds():
            found.append(Cause.BOUND)
    return tuple(dict.fromkeys(found))


def cause_of(plan: Plan, figure: Figure) -> Cause | None:
    """Why a figure may stand for several numbers; None where it is one."""
    if figure.comparator:
        return Cause.WORDS
    if not figure.stands_for_itself:
        wide = Cause.SURVEY if figure.of_survey else Cause.ROUNDED
        return None if reading(plan, figure).is_point else wide
    return Cause.DIGITS if _shows_digits(plan, figure) else None
