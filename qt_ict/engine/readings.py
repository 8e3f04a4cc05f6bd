"""What a published number says: a point, or all the numbers it may stand for, and why."""

from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, capped, point, rising, whole_numbers
from qt_ict.arithmetic.pairs import quotient
from qt_ict.arithmetic.rounding import digits_of
from qt_ict.engine.reasons import Cause
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import CEILING, Unit
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import RunningTotal


def reading(plan: Plan, figure: Figure) -> Interval:
    """What a published number says: a point, or all the numbers it may stand for.

    "more than 40%" is (40, 100]; the interval of a survey is itself; 534900 rounded to 100 is 534850 to 534949 whole
    things; a transcribed 22% is [21.5, 22.5), and of 73 things 16/73; "more than 50" whole things are 51 or more; an
    exact count is itself.
    """
    count, whole = things(plan, figure), known_whole(plan, figure)
    if count is None or whole is None:
        return printed(plan, figure)
    return quotient(count, point(exact(whole.value)), CEILING)


def things(plan: Plan, figure: Figure) -> Interval | None:
    """The whole things that a percentage of a known whole stands for; None where no number of things fits it.

    Args:
        plan: The plan, seen in the round of the figure.
        figure: The percentage.
    """
    whole = known_whole(plan, figure)
    if whole is None:
        return None
    share = Fraction(exact(whole.value), CEILING)
    found = whole_numbers(rising(lambda end: None if end is None else end * share, printed(plan, figure)))
    return None if found.is_empty else found


def known_whole(plan: Plan, figure: Figure) -> Figure | None:
    """The exact count that a percentage is taken of; None where the plan does not give it, or a sample was asked."""
    if figure.of is None or figure.of_survey or plan.units[figure.unit].kind != "share":
        return None
    whole = plan.figures.get(figure.of)
    if whole is None:
        return None
    is_exact = plan.units[whole.unit].kind == "count" and whole.comparator is None and whole.stands_for_itself
    return whole if is_exact and whole.value else None


def exact(number: int | Decimal) -> int | Fraction:
    """A number as it was written, ready for exact arithmetic."""
    return number if isinstance(number, int) else Fraction(number)


def printed(plan: Plan, figure: Figure) -> Interval:
    """What a number says by its words and digits alone [its unit]."""
    if isinstance(figure, RunningTotal):
        return figure.total
    number = exact(figure.value)
    unit = plan.units[figure.unit]
    match figure.comparator:
        case "more_than" | "at_least":
            found = Interval(number, None, low_open=figure.comparator == "more_than")
        case "less_than" | "at_most":
            found = Interval(least(unit), number, high_open=figure.comparator == "less_than")
        case None:
            found = _around(plan, figure)
    return bounded(whole_numbers(found) if unit.is_counted else found, unit)


def least(unit: Unit) -> int | Fraction | None:
    """The lowest value of a unit of measure, ready for exact arithmetic; None without one."""
    return None if unit.least is None else exact(unit.least)


def bounded(value: Interval, unit: Unit) -> Interval:
    """The part of a value that does not pass the highest one of its unit of measure."""
    return value if unit.most is None else capped(value, exact(unit.most))


NORMAL_95 = Fraction(196, 100)
"""Standard errors either way that hold 95 of 100 samples (normal distribution)."""


def _around(plan: Plan, figure: Figure) -> Interval:
    """The numbers that a number without a comparator may stand for, none below what there can be [its unit]."""
    number = exact(figure.value)
    if figure.low is not None and figure.high is not None:
        return Interval(exact(figure.low), exact(figure.high))
    if figure.standard_error is not None:
        margin = NORMAL_95 * Fraction(figure.standard_error)
        return Interval(_not_below(plan, figure, number - margin), number + margin)
    half = Fraction(figure.rounded_to) / 2 if figure.rounded_to else _half_unit(plan, figure)
    if half == 0:
        return point(number)
    low, high = number - half, number + half
    if number < 0:
        # A tie is rounded away from 0: -3.5 is printed -4, -2.5 is printed -3.
        return Interval(_not_below(plan, figure, low), high, low_open=True)
    return Interval(_not_below(plan, figure, low), high, high_open=True)


def _not_below(plan: Plan, figure: Figure, end: Fraction) -> int | Fraction:
    """A lower end, or the lowest value of the figure's unit of measure where that is higher."""
    lowest = least(plan.units[figure.unit])
    return end if lowest is None else max(lowest, end)


def _half_unit(plan: Plan, figure: Figure) -> Fraction:
    """Half a unit of the last printed digit; 0 where digits do not show precision."""
    if not _shows_digits(plan, figure):
        return Fraction(0)
    digits = 0 if isinstance(figure.value, int) else digits_of(figure.value)
    return Fraction(1, 2 * 10**digits)


def _shows_digits(plan: Plan, figure: Figure) -> bool:
    return plan.round.transcribed and not plan.units[figure.unit].is_counted


def causes_of(plan: Plan, figure: Figure) -> tuple[Cause, ...]:
    """Why a figure may stand for several numbers, of a running total by its periods; none where it is one number."""
    if isinstance(figure, RunningTotal):
        return tuple(dict.fromkeys(Cause(each.cause) for each in figure.uncertain))
    cause = _cause(plan, figure)
    return (cause,) if cause else ()


def _cause(plan: Plan, figure: Figure) -> Cause | None:
    if reading(plan, figure).is_point:
        return None
    if figure.comparator:
        return Cause.WORDS
    if not figure.stands_for_itself:
        return Cause.SURVEY if figure.of_survey else Cause.ROUNDED
    if not _shows_digits(plan, figure):
        return None
    return Cause.DIGITS if plan.units[figure.unit].is_percentage else Cause.DECIMALS
