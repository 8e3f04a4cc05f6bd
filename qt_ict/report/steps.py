"""The arithmetic of one target, step by step, with the numbers put in."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from qt_ict.arithmetic.formulas import count_allowed, count_needed
from qt_ict.arithmetic.interval import Interval, Number, point, rising
from qt_ict.engine.evidence import value_of
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import Scale
from qt_ict.engine.standing import Standing
from qt_ict.engine.values import Rates, Value
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import CEILING, Indicator
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import RunningTotal
from qt_ict.report import words
from qt_ict.report.cells import outcome_cell
from qt_ict.report.document import Cell
from qt_ict.report.field import Field
from qt_ict.report.gap_fields import shortfall_unit
from qt_ict.report.verdicts import each_year_text, judged_text, status_cell
from qt_ict.wording import terms
from qt_ict.wording.dates import day, short_day
from qt_ict.wording.quantities import digits_for, in_unit, listed, plain, share_of, with_unit, written, written_exactly
from qt_ict.wording.statements import named

DIGITS = 6
"""Decimals of the steps [1]."""


class Step(NamedTuple):
    """One line of arithmetic."""

    name: Text
    working: Text
    result: Text


STEP: tuple[Field[Any, Step], ...] = (
    Field(
        "name",
        "what it computes",
        lambda _, step: step.name,
        "text",
        heading=Text("Bước", "Step"),
        cell=lambda _, step: Cell(step.name, "quiet"),
    ),
    Field(
        "working", "with the numbers put in", lambda _, step: step.working, "text", heading=Text("Phép tính", "Working")
    ),
    Field(
        "result", "what comes out", lambda _, step: step.result, "text", heading=Text("Kết quả", "Result"), numeric=True
    ),
)
"""What is said of a step."""


def of_value(plan: Plan, indicator: Indicator, value: Value) -> list[Step]:
    """How the value of an indicator comes about."""
    name = terms.VALUE
    counted = _counted(plan, indicator, value)
    if isinstance(value.outcome, Reason):
        return [Step(name, counted, words.REASONS[value.outcome])]
    unit = plan.units[indicator.unit]
    result = in_unit(_exact(value.outcome), unit, unit.name)
    if value.denominator is None:
        return [Step(name, counted, result)]
    above = counted if counted == _exact(value.counted) else "(" + counted + ")"
    working = above + " / " + _exact(value.denominator)
    if value.factor != 1:
        working = working + f" × {value.factor}"
    return [Step(name, working, result)]


def _counted(plan: Plan, indicator: Indicator, value: Value) -> Text:
    """What is counted; of things counted per period what is added up."""
    totals = [plan.figures[name] for name in indicator.counted.figures]
    periods = [each for total in totals if isinstance(total, RunningTotal) for each in total.periods]
    if len(totals) > 1 or len(periods) < 2:
        return _exact(value.counted)
    return listed((_exact(each.things) if each.is_reported else terms.NOT_REPORTED for each in periods), " + ")


def of_target(row: Standing) -> list[Step]:
    """How attainment, gap, shortfall and required growth of one row come about."""
    observed = row.observed
    if row.distance.reason or not row.lines or observed is None or isinstance(observed.value.outcome, Reason):
        return []
    now, line = observed.value.outcome, _Line.of(row)
    return [
        *_reckoned(row, line),
        _attainment(row, now, line),
        _gap(row, now, line),
        *_shortfall(row, observed.value, line),
        *_status(row, now, line),
        *_growth(row, now, line),
    ]


class _Line(NamedTuple):
    """What meets a target, as the steps write it."""

    number: Interval
    """One number; a range where it is reckoned from a baseline that is one [unit of the target]."""
    upward: bool
    strict: bool

    @classmethod
    def of(cls, row: Standing) -> "_Line":
        """That of a row whose target draws one."""
        numbers = [line.number for line in row.lines]
        return cls(Interval(min(numbers), max(numbers)), row.lines[0].upward, row.lines[0].strict)


def _reckoned(row: Standing, line: _Line) -> list[Step]:
    """How the number of a target comes about that is said by the baseline."""
    said, first = row.target.from_baseline, row.reckoning(row.target)
    if said is None or first is None:
        return []
    base = _exact(value_of(first))
    amount = _number(abs(said.amount))
    sign = " − " if said.amount < 0 else " + "
    match said.way:
        case "times":
            working = base + " × " + amount
        case "per_cent":
            working = base + " × (1" + sign + amount + " / 100)"
        case _:
            working = base + sign + amount
    name = Text("Mục tiêu tính từ năm gốc", "From the baseline")
    if row.target.since is not None:
        name = Text("Mục tiêu tính từ mức {date}", "From the value of {date}").fill(date=short_day(first.date))
    return [Step(name, working, _exact(line.number))]


def _attainment(row: Standing, value: Interval, line: _Line) -> Step:
    if isinstance(row.distance.attainment, Reason):
        return Step(terms.ATTAINED, EMPTY, words.REASONS[row.distance.attainment])
    if _is_in_band(row, value):
        return Step(terms.ATTAINED, _within_band(row, value), _share(row.distance.attainment))
    over = (_exact(value), _exact(line.number))
    top, bottom = over if line.upward else over[::-1]
    return Step(terms.ATTAINED, top + " / " + bottom, _share(row.distance.attainment))


def _share(found: Outcome) -> Text:
    return outcome_cell(found, lambda each: _exact(share_of(each), 4) + terms.PERCENT).text


def _is_in_band(row: Standing, value: Interval) -> bool:
    """True of a value that lies within a band, or may."""
    return row.lines[0].limit is not None and row.lines[0].status(value) != "not_met"


def _within_band(row: Standing, value: Interval) -> Text:
    """A value between the two ends of a band."""
    low, high = map(plain, row.target.numbers)
    return low + " ≤ " + _exact(value) + " ≤ " + high


def _gap(row: Standing, value: Interval, line: _Line) -> Step:
    both = (_exact(line.number), _exact(value))
    first, second = both if line.upward else both[::-1]
    result = outcome_cell(row.distance.gap, lambda each: _exact(each) + _points(row, each)).text
    working = _within_band(row, value) if _is_in_band(row, value) else first + " − " + second
    return Step(terms.GAP, working, result)


def _shortfall(row: Standing, value: Value, line: _Line) -> list[Step]:
    name = terms.SHORTFALL
    missing, among = row.distance.shortfall, row.distance.denominator
    if isinstance(missing, Reason):
        return [Step(name, EMPTY, words.REASONS[missing])]
    steps = []
    if among is not None and among != value.denominator:
        grown = Text("Mẫu số khi đến hạn", "Denominator when due")
        steps.append(Step(grown, _rates(row.plan, row.rates), _exact(among, 2)))
    unit_id = shortfall_unit(row)
    if unit_id is None:
        # Nothing is missing of a target that is met, though there is no count behind it.
        return [Step(name, EMPTY, words.REASONS[Reason.ALREADY_MET])]
    unit = row.plan.units[unit_id]
    result = with_unit(written(missing, digits_for(unit)), named(unit, missing))
    whole = among or point(1)
    target = _target_count(whole, line, value.factor) if unit.is_counted else _target_amount(whole, line, value.factor)
    both = (target, _exact(value.counted)) if line.upward else (_exact(value.counted), target)
    return [*steps, Step(name, both[0] + " − " + both[1], result)]


def _target_amount(denominator: Interval, line: _Line, factor: int) -> Text:
    """The amount that just meets the target."""
    share = rising(lambda end: None if end is None else Fraction(end) / factor, line.number)
    return _exact(share) if denominator == point(1) else _exact(denominator) + " × " + _exact(share)


def _target_count(denominator: Interval, line: _Line, factor: int) -> Text:
    """The whole number of things that just meets the target, and what it is derived from."""
    share = rising(lambda end: None if end is None else Fraction(end) / factor, line.number)
    if not denominator.is_point or denominator.low is None or not share.is_point or share.low is None:
        return _exact(denominator) + " × " + _exact(share)
    exact = Fraction(denominator.low)
    product = exact * Fraction(share.low)
    counting = count_needed if line.upward else count_allowed
    count = counting(exact, Fraction(share.low), line.strict)
    return plain(count) + " (" + _WORDS[line.upward, line.strict] + _number(product) + ")"


_WORDS = {
    (True, True): Text("số nguyên nhỏ nhất trên ", "smallest whole number above "),
    (True, False): Text("số nguyên nhỏ nhất từ ", "smallest whole number from "),
    (False, True): Text("số nguyên lớn nhất dưới ", "largest whole number below "),
    (False, False): Text("số nguyên lớn nhất đến ", "largest whole number up to "),
}


def _status(row: Standing, value: Interval, line: _Line) -> Iterator[Step]:
    """Whether the value meets the target; where years or a due day that has passed decide, what they say."""
    working, met = _compared(row, row.sum_when_due or value, line), words.STATUSES[row.distance.status]
    why = row.at_ceiling(row.lines[0], row.observed) if row.observed else None
    if why is Reason.PERIOD_NOT_OVER:
        working, met = EMPTY, met + ": " + words.REASONS[why]
    if row.years:
        yield Step(_VALUE_ALONE, working, met)
        yield Step(terms.ASSESSMENT, each_year_text(row), status_cell(row).text)
    elif row.status != row.distance.status:
        yield Step(_VALUE_ALONE, working, met)
        yield Step(terms.ASSESSMENT, judged_text(row, row.course.judged), status_cell(row).text)
    else:
        yield Step(terms.ASSESSMENT, working, met)


def _compared(row: Standing, value: Interval, line: _Line) -> Text:
    """The value beside the line, or between the two of a band."""
    if row.lines[0].limit is not None:
        return _within_band(row, value) + " ?"
    sign = (">" if line.strict else "≥") if line.upward else ("<" if line.strict else "≤")
    return _exact(value) + f" {sign} " + _exact(line.number) + " ?"


_VALUE_ALONE = Text("Riêng giá trị này", "This value alone")


def _growth(row: Standing, value: Interval, line: _Line) -> list[Step]:
    name = terms.EACH_YEAR
    required, years = row.distance.required, row.distance.years
    if isinstance(required.linear, Reason) or years is None:
        reason = required.linear if isinstance(required.linear, Reason) else Reason.NO_DUE_YEAR
        return [Step(name, EMPTY, words.REASONS[reason])]
    parts = {"value": _exact(value), "target": _exact(line.number), "years": _number(years), "ceiling": CEILING}

    def step(scale: Scale, working: Text, shown: Callable[[Interval], Text]) -> Step:
        result = outcome_cell(required.on(scale), lambda each: shown(each) + _YEARLY).text
        return Step(words.SCALE_HEADINGS[scale], working.fill(**parts), result)

    return [
        step("linear", _LINEAR, lambda each: _exact(each) + _points(row, each)),
        *([] if row.unit.rank else [step("compound", _COMPOUND, _factor)]),
        *([step("log_odds", _LOG_ODDS, _exact)] if row.unit.kind == "share" else []),
        *_from_now(row, parts),
    ]


def _from_now(row: Standing, parts: Mapping[str, Any]) -> Iterator[Step]:
    """The step from the last day known on, where it is another than from the value's date on."""
    ahead, linear = row.distance.from_now.years, row.distance.from_now.linear
    if ahead is None or ahead == row.distance.years or isinstance(linear, Reason):
        return
    name = Text("Tuyến tính, từ {date}", "Linear, from {date}").fill(date=day(row.now))
    yield Step(
        name, _LINEAR.fill(**{**parts, "years": _number(ahead)}), _exact(linear) + _points(row, linear) + _YEARLY
    )


def _points(row: Standing, counted: Interval) -> Text:
    """Percentage points behind their space, for a percentage; else nothing to add."""
    if not row.unit.is_percentage:
        return EMPTY
    return " " + (terms.POINTS if counted != point(1) else terms.POINT)


def _factor(compound: Interval) -> Text:
    """A rate as a percentage, to the last digit that a reader may want to follow."""
    return _exact(share_of(compound), 4) + terms.PERCENT


_YEARLY = Text("/năm", " a year")
_LINEAR = Text.same("({target} − {value}) / {years}")
_COMPOUND = Text.same("({target} / {value})^(1/{years}) − 1")
_LOG_ODDS = Text.same("(logit({target}/{ceiling}) − logit({value}/{ceiling})) / {years}")


def _rates(plan: Plan, rates: Rates) -> Text:
    parts = [
        (plan.figures[name].name + " +" + _number(rate * 100) + Text("%/năm", "% a year"))
        for name, rate in rates.items()
    ]
    return listed(parts)


def _exact(interval: Interval, digits: int = DIGITS) -> Text:
    """An interval in brackets, a point bare, without digits that say nothing."""
    shown = written_exactly(interval, digits)
    return shown if interval.is_point else ("[" + shown + "]")


def _number(value: Number) -> Text:
    return _exact(Interval(value, value))
