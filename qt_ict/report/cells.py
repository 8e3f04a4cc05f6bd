"""The quantities of one assessment as people read them."""

from collections.abc import Callable

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.assessment import Assessment
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.thresholds import Status
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import CEILING, Indicator
from qt_ict.model.plan import Plan
from qt_ict.report import sentences
from qt_ict.report.page import Cell, Tone
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import digits_for, joined, share_of, with_unit, written
from qt_ict.wording.statements import named

PERCENT = Text("%", "%")
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
    digits, ceiling = digits_for(plan, indicator.unit), _ceiling(plan, indicator)
    return outcome_cell(
        row.observed.outcome if row.observed else row.value,
        lambda each: with_unit(written(each, digits, lines, ceiling), _short_unit(plan, indicator)),
    )


def attainment_cell(row: Assessment) -> Cell:
    """The share of the target attained, with a bar."""
    if isinstance(row.attainment, Reason):
        return Cell(sentences.REASONS[row.attainment], "quiet")
    text = with_unit(written(share_of(row.attainment), 1, (100,)), PERCENT)
    low = float(row.attainment.low or 0)
    high = 1.0 if row.attainment.high is None else float(row.attainment.high)
    return Cell(text, bar=(min(low, 1.0), min(high, 1.0)))


def gap_cell(plan: Plan, row: Assessment) -> Cell:
    """The gap of an assessed row in points, or in the unit of measure where that is not %."""
    indicator = _indicator(plan, row)
    digits = digits_for(plan, indicator.unit)
    return outcome_cell(row.gap, lambda each: joined(written(each, digits, (0,)), points(plan, indicator)))


def shortfall_cell(plan: Plan, row: Assessment) -> Cell:
    """Whole things missing, with what they are."""
    return things_cell(plan, row, row.shortfall)


def things_cell(plan: Plan, row: Assessment, things: Outcome) -> Cell:
    """Whole things of a row's numerator, with what they are."""
    unit = shortfall_unit(plan, row)
    if unit is None:
        return outcome_cell(things, lambda each: written(each, 0))
    return outcome_cell(things, lambda each: with_unit(written(each, 0), named(plan.units[unit], each)))


def linear_cell(plan: Plan, row: Assessment) -> Cell:
    """What each year must add by equal steps to an assessed row, in the unit of the gap."""
    indicator = _indicator(plan, row)
    digits = max(1, digits_for(plan, indicator.unit))
    linear = row.required.linear
    return outcome_cell(linear, lambda each: joined(written(each, digits, (0,)), points(plan, indicator)))


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
        when = joined(Text(" (", " ("), short_day(row.observed.date), Text(")", ")"))
        return Cell(joined(sentence, Text(": ", ": "), indicator.name, Text(" ", " "), known, when), "quiet")
    when = joined(Text("; ", "; "), short_day(row.observed.date), Text(": ", ": "))
    return Cell(joined(sentence, when, known), "quiet")


def indicator_text(plan: Plan, indicator: Indicator, value: Interval, lines: tuple[Number, ...] = ()) -> Text:
    """A value with its unit; a density's unit is left to the indicator's name, which says it.

    Args:
        plan: The plan.
        indicator: The indicator.
        value: Its value [unit of the indicator].
        lines: Numbers that the value must not seem to reach when it does not.
    """
    unit = plan.units[indicator.unit]
    number = written(value, digits_for(plan, indicator.unit), lines, _ceiling(plan, indicator))
    return number if unit.kind == "density" else with_unit(number, named(unit, value))


def shortfall_unit(plan: Plan, row: Assessment) -> str | None:
    """Unit of measure of a row's shortfall; None where there is no shortfall."""
    indicator = plan.targets[row.target].indicator
    if indicator is None or isinstance(row.shortfall, Reason):
        return None
    unit = plan.unit_of(plan.indicators[indicator].counted)
    return unit if plan.units[unit].kind == "count" else None


def outcome_cell(outcome: Outcome, text: Callable[[Interval], Text]) -> Cell:
    """A quantity in the words of a function, or the reason why there is none."""
    if isinstance(outcome, Reason):
        return Cell(sentences.REASONS[outcome], "quiet")
    return Cell(text(outcome))


def points(plan: Plan, indicator: Indicator) -> Text:
    """What distances of an indicator are counted in: points for a share, else nothing to add."""
    return POINTS if plan.units[indicator.unit].kind == "share" else EMPTY


def _indicator(plan: Plan, row: Assessment) -> Indicator:
    """The indicator of a row that is assessed."""
    return plan.indicators[plan.targets[row.target].indicator or ""]


def _ceiling(plan: Plan, indicator: Indicator) -> int | None:
    return CEILING if plan.units[indicator.unit].kind == "share" else None


def _short_unit(plan: Plan, indicator: Indicator) -> Text:
    """The unit where it is short enough to follow every number: that of a share."""
    unit = plan.units[indicator.unit]
    return unit.name if unit.kind == "share" else EMPTY
