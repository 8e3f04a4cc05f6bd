"""The arithmetic of one assessment, step by step, with the numbers put in."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.formulas import count_allowed, count_needed
from qt_ict.arithmetic.interval import Interval, Number, point
from qt_ict.engine.assessment import Assessment
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import Scale
from qt_ict.engine.thresholds import Threshold
from qt_ict.engine.values import Rates, Value
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import CEILING, Indicator
from qt_ict.model.plan import Plan
from qt_ict.report import sentences
from qt_ict.report.cells import PERCENT, outcome_cell, points
from qt_ict.report.document import Document, text
from qt_ict.wording.quantities import listed, plain, share_of, with_unit, written
from qt_ict.wording.statements import named

DIGITS = 6
"""Decimals of the steps [1]."""


class Step(NamedTuple):
    """One line of arithmetic."""

    name: Text
    working: Text
    result: Text

    def document(self) -> Document:
        """The step as plain data."""
        return {"name": text(self.name), "working": text(self.working), "result": text(self.result)}


def of_value(plan: Plan, indicator: Indicator, value: Value) -> list[Step]:
    """How the value of an indicator comes about."""
    name = Text("Giá trị", "Value")
    counted = _exact(value.counted)
    if isinstance(value.outcome, Reason):
        return [Step(name, counted, sentences.REASONS[value.outcome])]
    result = with_unit(_exact(value.outcome), plan.units[indicator.unit].name)
    if value.denominator is None:
        return [Step(name, counted, result)]
    working = counted + " / " + _exact(value.denominator)
    if indicator.factor != 1:
        working = working + f" × {indicator.factor}"
    return [Step(name, working, result)]


def of_target(plan: Plan, row: Assessment, rates: Rates) -> list[Step]:
    """How attainment, gap, shortfall and required growth of one row come about."""
    target = plan.targets[row.target]
    line, value = row.threshold, row.observed
    if row.reason or line is None or value is None or target.indicator is None:
        return []
    if isinstance(value.outcome, Reason):
        return []
    indicator = plan.indicators[target.indicator]
    steps = [
        _attainment(row, value.outcome, line),
        _gap(plan, indicator, row, value.outcome, line),
        *_shortfall(plan, indicator, row, value, line, rates),
        _status(row, value.outcome, line),
    ]
    return steps + _growth(plan, indicator, row, value, line)


def _attainment(row: Assessment, value: Interval, line: Threshold) -> Step:
    over = (_exact(value), _number(line.number))
    top, bottom = over if line.upward else over[::-1]
    result = outcome_cell(row.attainment, lambda each: _exact(share_of(each), 4) + PERCENT).text
    return Step(Text("Mức đạt", "Attainment"), (top + " / " + bottom), result)


def _gap(plan: Plan, indicator: Indicator, row: Assessment, value: Interval, line: Threshold) -> Step:
    terms = (_number(line.number), _exact(value))
    first, second = terms if line.upward else terms[::-1]
    working = first + " − " + second
    result = outcome_cell(row.gap, lambda each: _exact(each) + points(plan, indicator)).text
    return Step(Text("Khoảng cách", "Gap"), working, result)


def _shortfall(
    plan: Plan, indicator: Indicator, row: Assessment, value: Value, line: Threshold, rates: Rates
) -> list[Step]:
    name = Text("Còn thiếu", "Shortfall")
    if isinstance(row.shortfall, Reason):
        return [Step(name, EMPTY, sentences.REASONS[row.shortfall])]
    steps = []
    if row.denominator is not None and row.denominator != value.denominator:
        grown = Text("Mẫu số tại hạn", "Denominator when due")
        steps.append(Step(grown, _rates(plan, rates), _exact(row.denominator, 2)))
    unit = plan.units[plan.unit_of(indicator.counted)]
    if unit.kind != "count":
        # Nothing is missing of a target that is met, though there is no count behind it.
        return [Step(name, EMPTY, sentences.REASONS[Reason.ALREADY_MET])]
    result = with_unit(written(row.shortfall, 0), named(unit, row.shortfall))
    target = _target_count(row.denominator or point(1), line, indicator.factor or 1)
    terms = (target, _exact(value.counted)) if line.upward else (_exact(value.counted), target)
    return [*steps, Step(name, (terms[0] + " − " + terms[1]), result)]


def _target_count(denominator: Interval, line: Threshold, factor: int) -> Text:
    """The whole number of things that just meets the target, and what it is derived from."""
    share = line.number / factor
    if not denominator.is_point or denominator.low is None:
        return _exact(denominator) + " × " + _number(share)
    exact = Fraction(denominator.low)
    count = count_needed(exact, share, line.strict) if line.upward else count_allowed(exact, share, line.strict)
    words = _WORDS[line.upward, line.strict]
    return plain(count) + " (" + words + _number(exact * share) + ")"


_WORDS = {
    (True, True): Text("số nguyên nhỏ nhất trên ", "smallest whole number above "),
    (True, False): Text("số nguyên nhỏ nhất từ ", "smallest whole number from "),
    (False, True): Text("số nguyên lớn nhất dưới ", "largest whole number below "),
    (False, False): Text("số nguyên lớn nhất đến ", "largest whole number up to "),
}


def _status(row: Assessment, value: Interval, line: Threshold) -> Step:
    sign = (">" if line.strict else "≥") if line.upward else ("<" if line.strict else "≤")
    working = _exact(value) + f" {sign} " + _number(line.number) + " ?"
    return Step(Text("Kết quả", "Status"), working, sentences.STATUSES[row.status])


def _growth(plan: Plan, indicator: Indicator, row: Assessment, value: Value, line: Threshold) -> list[Step]:
    name = Text("Mỗi năm", "Each year")
    required = row.required
    if required.scale is None and isinstance(required.linear, Reason):
        return [Step(name, EMPTY, sentences.REASONS[required.linear])]
    assert isinstance(value.outcome, Interval) and row.years is not None, "growth needs value and time"
    parts = {
        "value": _exact(value.outcome),
        "target": _number(line.number),
        "years": _number(row.years),
        "ceiling": CEILING,
    }

    def step(scale: Scale, working: Text, shown: Callable[[Interval], Text]) -> Step:
        result = outcome_cell(required.on(scale), lambda each: shown(each) + _YEARLY).text
        return Step(sentences.SCALE_HEADINGS[scale], working.fill(**parts), result)

    decided = sentences.SCALES[required.scale] if required.scale else EMPTY
    return [
        step("linear", _LINEAR, lambda each: _exact(each) + points(plan, indicator)),
        step("compound", _COMPOUND, lambda each: _exact(share_of(each), 4) + PERCENT),
        step("log_odds", _LOG_ODDS, _exact),
        Step(Text("Thang quyết định", "Deciding scale"), EMPTY, decided),
    ]


_YEARLY = Text("/năm", " a year")
_LINEAR = Text.same("({target} − {value}) / {years}")
_COMPOUND = Text.same("({target} / {value})^(1/{years}) − 1")
_LOG_ODDS = Text.same("(logit({target}/{ceiling}) − logit({value}/{ceiling})) / {years}")


def _rates(plan: Plan, rates: Rates) -> Text:
    parts = [
        (plan.figures[name].name + " +" + _number(rate * 100) + Text(" %/năm", " % a year"))
        for name, rate in rates.items()
    ]
    return listed(parts)


def _exact(interval: Interval, digits: int = DIGITS) -> Text:
    """An interval in brackets, a point bare, without digits that say nothing."""
    needed = max((_digits(end, digits) for end in interval.ends if end is not None), default=0)
    shown = written(interval, needed)
    return shown if interval.is_point else ("[" + shown + "]")


def _number(value: Number) -> Text:
    return _exact(Interval(value, value))


def _digits(value: Number, most: int) -> int:
    """Decimals that write a number exactly, or the most there may be."""
    exact = Fraction(value)
    return next((each for each in range(most) if (exact * 10**each).denominator == 1), most)
