"""Quantities as people read them: the cells that every table is made of."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, Number, point
from qt_ict.arithmetic.rounding import digits_of, half_up
from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.language import EMPTY, Text
from qt_ict.model.figures import Figure, Flag
from qt_ict.model.indicators import Indicator, Unit
from qt_ict.model.plan import Plan
from qt_ict.report import words
from qt_ict.report.document import Amount, Cell
from qt_ict.wording import terms
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import digits_for, digits_shown, in_unit, share_of, with_unit, written
from qt_ict.wording.statements import figure_text, flags_text, named


def amount_cell(
    outcome: Outcome,
    digits: int,
    unit: Text = EMPTY,
    lines: tuple[Number, ...] = (),
    ceiling: Number | None = None,
) -> Cell:
    """A quantity with its amount, or the reason why there is none.

    Args:
        outcome: The quantity.
        digits: Decimals to show.
        unit: What follows its number, the space before it included.
        lines: Numbers on whose side it must be seen to lie.
        ceiling: The largest number there can be.
    """
    if isinstance(outcome, Reason):
        return Cell(words.REASONS[outcome], "quiet")
    text = written(outcome, digits, lines, ceiling) + unit
    return Cell(text, amount=Amount(outcome, digits_shown(outcome, digits, lines)))


def digits_between(unit: Unit, outcome: Outcome, least: int) -> int:
    """Decimals of what is computed between values of a unit: a step a year, a value due on the way.

    Of people and places in an order, which are whole, none where it is whole too or large, else one.

    Args:
        unit: Unit of the values.
        outcome: What is computed.
        least: The fewest decimals of any other unit.

    >>> person = Unit(vi="người", en="persons", kind="count")
    >>> [digits_between(person, point(each), 2) for each in (1200, Fraction(22, 5), Fraction(4121, 4))]
    [0, 1, 0]
    """
    if not unit.is_counted:
        return max(least, digits_for(unit))
    ends = [] if isinstance(outcome, Reason) else [end for end in outcome.ends if end is not None]
    return int(any(-_LARGE < end < _LARGE and end != int(end) for end in ends))


_LARGE = 100
"""Number from which a tenth of a person says nothing."""


def share_cell(outcome: Outcome, digits: int, lines: tuple[Number, ...] = ()) -> Cell:
    """A plain ratio as a percentage."""
    return amount_cell(outcome if isinstance(outcome, Reason) else share_of(outcome), digits, terms.PERCENT, lines)


def outcome_cell(outcome: Outcome, text: Callable[[Interval], Text]) -> Cell:
    """A quantity in the words of a function, or the reason why there is none."""
    return Cell(words.REASONS[outcome], "quiet") if isinstance(outcome, Reason) else Cell(text(outcome))


def indicator_text(plan: Plan, indicator: Indicator, value: Interval) -> Text:
    """A value with its unit; a density's unit is left to the indicator's name, which says it."""
    return indicator_cell(plan, indicator, value).text


def short_cell(outcome: Outcome, unit: Unit, lines: tuple[Number, ...] = (), flags: Iterable[Flag] = ()) -> Cell:
    """A value where there is little room: with its unit where that is %, or a rank; with what its sources mark."""
    found = amount_cell(outcome, digits_for(unit), short_unit(unit), lines, ceiling(unit))
    if isinstance(outcome, Reason):
        return found
    text = in_unit(found.text, unit, unit.name) if unit.rank else found.text
    return found._replace(text=text + flags_text(flags))


def indicator_cell(plan: Plan, indicator: Indicator, value: Interval, lines: tuple[Number, ...] = ()) -> Cell:
    """The same with its amount, on the side of some lines on which it lies."""
    unit = plan.units[indicator.unit]
    name = EMPTY if unit.kind == "density" else named(unit, value)
    found = amount_cell(value, digits_for(unit), EMPTY, lines, ceiling(unit))
    return found._replace(text=in_unit(found.text, unit, name))


def dated_cell(found: Observation | None, indicator: Indicator, lines: tuple[Number, ...]) -> Cell:
    """An observation with its date; empty without one; of what is only going to add up from when it counts."""
    if found is None:
        return Cell(EMPTY)
    if found.is_beginning:
        # Nobody reported a 0 on the day before the first period that counts.
        return Cell(words.COUNTED_AFTER.fill(date=short_day(found.date)), "quiet")
    outcome = found.value.outcome
    if isinstance(outcome, Reason):
        return Cell(words.REASONS[outcome], "quiet")
    cell = indicator_cell(found.plan, indicator, outcome, lines)
    return cell._replace(text=cell.text + flags_text(found.value.flags) + " (" + short_day(found.date) + ")")


def dated_short_cell(found: Observation | None, indicator: Indicator, lines: tuple[Number, ...]) -> Cell:
    """The same where the target beside it says the unit."""
    if found is None or found.is_beginning or isinstance(found.value.outcome, Reason):
        return dated_cell(found, indicator, lines)
    cell = short_cell(found.value.outcome, found.plan.units[indicator.unit], lines, found.value.flags)
    return cell._replace(text=cell.text + " (" + short_day(found.date) + ")")


def figure_cell(figure: Figure) -> Cell:
    """A figure as published; one that may stand for several numbers has no amount."""
    amount = None
    if figure.stands_for_itself:
        digits = digits_of(figure.value) if isinstance(figure.value, Decimal) else 0
        amount = Amount(point(Fraction(figure.value)), digits)
    return Cell(figure_text(figure), amount=amount)


def chance_text(chance: Interval) -> Text:
    """How likely something is, in whole per cent: its ends are estimates themselves; never 0 and never 100."""
    share = share_of(chance)
    ends = [end for end in share.ends if end is not None]
    digits = max((digits_shown(point(end), 0, (0, 100)) for end in ends), default=0)
    rounded = [half_up(end, digits) for end in ends]
    shown = Interval(Fraction(min(rounded)), Fraction(max(rounded))) if len(set(rounded)) > 1 else share
    return written(shown, digits, (0, 100)) + terms.PERCENT


def points(unit: Unit) -> Text:
    """What distances are counted in, behind its space: percentage points for a percentage, things for a count.

    A density's unit is left to the indicator's name, which says it; places in an order are no unit of their difference.
    """
    if unit.kind == "density" or unit.rank:
        return EMPTY
    return with_unit(EMPTY, terms.POINTS_IN_CELLS if unit.is_percentage else unit.name)


def short_points(unit: Unit) -> Text:
    """The same where the target beside it says the unit: percentage points alone, which the target does not say."""
    return points(unit) if unit.kind == "share" else EMPTY


def ceiling(unit: Unit) -> int | Fraction | None:
    """The largest value there can be; None without one."""
    return None if unit.most is None else Fraction(unit.most)


def short_unit(unit: Unit) -> Text:
    """A unit behind its space where it is short enough to follow every number: that of a share."""
    return with_unit(EMPTY, unit.name) if unit.kind == "share" else EMPTY
