"""The quantities of one assessment as people read them."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, Number, point
from qt_ict.arithmetic.rounding import digits_of
from qt_ict.engine.assessment import Assessment
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.thresholds import Status
from qt_ict.language import EMPTY, Text
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import CEILING, Indicator
from qt_ict.model.plan import Plan
from qt_ict.report import sentences
from qt_ict.report.page import Amount, Cell, Tone
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import digits_for, digits_shown, share_of, with_unit, written
from qt_ict.wording.statements import figure_text, named

PERCENT = Text.same(" %")
POINTS = Text(" điểm", " points")

TONES: dict[Status, Tone] = {
    "met": "good",
    "not_met": "bad",
    "undecided": "open",
    "not_measurable": "quiet",
}


def value_cell(plan: Plan, row: Assessment) -> Cell:
    """The value of the baseline of an assessed row, with its unit where that is %."""
    indicator = _indicator(plan, row)
    lines = (row.threshold.number,) if row.threshold else ()
    return amount_cell(
        row.observed.outcome if row.observed else row.value,
        digits_for(plan, indicator.unit),
        _spaced(_short_unit(plan, indicator)),
        lines,
        _ceiling(plan, indicator),
    )


def attainment_cell(row: Assessment) -> Cell:
    """The share of the target attained, with a bar."""
    if isinstance(row.attainment, Reason):
        return Cell(sentences.REASONS[row.attainment], "quiet")
    low = float(row.attainment.low or 0)
    high = 1.0 if row.attainment.high is None else float(row.attainment.high)
    return share_cell(row.attainment, 1, (100,))._replace(bar=(min(low, 1.0), min(high, 1.0)))


def gap_cell(plan: Plan, row: Assessment) -> Cell:
    """The gap of an assessed row in points, or in the unit of measure where that is not %."""
    indicator = _indicator(plan, row)
    return amount_cell(row.gap, digits_for(plan, indicator.unit), points(plan, indicator), (0,))


def shortfall_cell(plan: Plan, row: Assessment) -> Cell:
    """Whole things missing, with what they are."""
    return things_cell(plan, row, row.shortfall)


def things_cell(plan: Plan, row: Assessment, things: Outcome) -> Cell:
    """Whole things of a row's numerator, with what they are."""
    unit = shortfall_unit(plan, row)
    if unit is None or isinstance(things, Reason):
        return amount_cell(things, 0)
    return amount_cell(things, 0, _spaced(named(plan.units[unit], things)))


def linear_cell(plan: Plan, row: Assessment) -> Cell:
    """What each year must add by equal steps to an assessed row, in the unit of the gap."""
    indicator = _indicator(plan, row)
    digits = max(1, digits_for(plan, indicator.unit))
    return amount_cell(row.required.linear, digits, points(plan, indicator), (0,))


def status_cell(row: Assessment) -> Cell:
    """Met, not met, undecided or not measurable."""
    return Cell(sentences.STATUSES[row.status], TONES[row.status])


def why_cell(plan: Plan, row: Assessment) -> Cell:
    """Why a row has no gap, and what is known all the same."""
    if row.reason is None:
        return Cell(EMPTY)
    sentence = sentences.REASONS[row.reason]
    indicator = plan.indicators.get(plan.targets[row.target].indicator or "")
    if indicator is None or row.observed is None or isinstance(row.observed.outcome, Reason):
        return Cell(sentence, "quiet")
    known = indicator_text(plan, indicator, row.observed.outcome)
    if row.reason is Reason.PROXY_ONLY:
        when = " (" + short_day(row.observed.date) + ")"
        return Cell((sentence + ": " + indicator.name + " " + known + when), "quiet")
    when = "; " + short_day(row.observed.date) + ": "
    return Cell((sentence + when + known), "quiet")


def indicator_text(plan: Plan, indicator: Indicator, value: Interval, lines: tuple[Number, ...] = ()) -> Text:
    """A value with its unit; a density's unit is left to the indicator's name, which says it.

    Args:
        plan: The plan.
        indicator: The indicator.
        value: Its value [unit of the indicator].
        lines: Numbers that the value must not seem to reach when it does not.
    """
    return indicator_cell(plan, indicator, value, lines).text


def indicator_cell(plan: Plan, indicator: Indicator, value: Interval, lines: tuple[Number, ...] = ()) -> Cell:
    """The same with its amount."""
    unit = plan.units[indicator.unit]
    name = EMPTY if unit.kind == "density" else _spaced(named(unit, value))
    return amount_cell(value, digits_for(plan, indicator.unit), name, lines, _ceiling(plan, indicator))


def shortfall_unit(plan: Plan, row: Assessment) -> str | None:
    """Unit of measure of a row's shortfall; None where there is no shortfall."""
    indicator = plan.targets[row.target].indicator
    if indicator is None or isinstance(row.shortfall, Reason):
        return None
    unit = plan.unit_of(plan.indicators[indicator].counted)
    return unit if plan.units[unit].kind == "count" else None


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
        lines: Numbers that it must not seem to reach when it does not.
        ceiling: The largest number there can be.
    """
    if isinstance(outcome, Reason):
        return Cell(sentences.REASONS[outcome], "quiet")
    text = written(outcome, digits, lines, ceiling) + unit
    return Cell(text, amount=Amount(outcome, digits_shown(outcome, digits, lines)))


def share_cell(outcome: Outcome, digits: int, lines: tuple[Number, ...] = ()) -> Cell:
    """A plain ratio as a percentage."""
    return amount_cell(outcome if isinstance(outcome, Reason) else share_of(outcome), digits, PERCENT, lines)


def outcome_cell(outcome: Outcome, text: Callable[[Interval], Text]) -> Cell:
    """A quantity in the words of a function, or the reason why there is none."""
    if isinstance(outcome, Reason):
        return Cell(sentences.REASONS[outcome], "quiet")
    return Cell(text(outcome))


def figure_cell(figure: Figure) -> Cell:
    """A figure as published; a bound has no amount."""
    amount = None
    if figure.comparator is None:
        digits = digits_of(figure.value) if isinstance(figure.value, Decimal) else 0
        amount = Amount(point(Fraction(figure.value)), digits)
    return Cell(figure_text(figure), amount=amount)


def points(plan: Plan, indicator: Indicator) -> Text:
    """What distances of an indicator are counted in: points for a share, else nothing to add."""
    return POINTS if plan.units[indicator.unit].kind == "share" else EMPTY


def _spaced(unit: Text) -> Text:
    """A unit behind the space that separates it from its number."""
    return with_unit(EMPTY, unit)


def _indicator(plan: Plan, row: Assessment) -> Indicator:
    """The indicator of a row that is assessed."""
    return plan.indicators[plan.targets[row.target].indicator or ""]


def _ceiling(plan: Plan, indicator: Indicator) -> int | None:
    return CEILING if plan.units[indicator.unit].kind == "share" else None


def _short_unit(plan: Plan, indicator: Indicator) -> Text:
    """The unit where it is short enough to follow every number: that of a share."""
    unit = plan.units[indicator.unit]
    return unit.name if unit.kind == "share" else EMPTY
