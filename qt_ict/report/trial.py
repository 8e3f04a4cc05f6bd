"""What would follow from a pace that a planner assumes: a table to change, for formats that reckon."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import point_in_time, year_ending_by
from qt_ict.arithmetic.interval import Interval, Number, point
from qt_ict.engine.gaps import attainment, gap
from qt_ict.engine.projection import limits_of, within
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import linear_required
from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import Threshold
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import CEILING
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.cells import amount_cell, ceiling, digits_between, share_cell, short_cell
from qt_ict.report.document import Alternative, Amount, Blank, Cell, Column, Part, Row, Table
from qt_ict.report.gap_fields import ATTAINMENT, GAP, LINEAR_SINCE_VALUE, STATUS, VALUE, shortfall_unit
from qt_ict.report.target_fields import NAME, STATED, YEAR, due_text, stated_cell
from qt_ict.report.verdicts import STATUS_TONES
from qt_ict.wording import terms
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import digits_for, with_unit
from qt_ict.wording.statements import named

LARGEST = 1e12
"""More than anybody enters."""


class TriedPace(NamedTuple):
    """One target from one end of what its value may be, at the pace that stands in its row at first."""

    row: Standing
    """The target, with one number that meets it."""
    said: Text
    """Which end of the value this is; empty where it has one."""
    day: date
    """Day of the value."""
    value: Fraction
    """The value [unit]."""
    line: Threshold
    """What meets the target [unit]."""
    years: Fraction
    """Time from the value to the due date [years]; more than 0."""
    added: Fraction
    """What is added a year [unit per year]: the pace so far; 0 where none is known."""

    @property
    def at_due(self) -> Fraction:
        """The value at the due date, within what there can be [unit]."""
        return Fraction(within(self.value + self.added * self.years, limits_of(self.row)) or 0)

    @property
    def status_now(self) -> bool:
        """True where the value meets the target already."""
        return self.line.status(point(self.value)) == "met"

    @property
    def reached(self) -> int | None:
        """The calendar year at whose end the target is met; None where it never is.

        Where the line itself does not meet the target, a year that ends on it is too early: it takes the next. A band
        that is crossed within one year is never met.
        """
        made = self.added if self.line.upward else -self.added
        if made <= 0:
            return None
        left = Fraction(gap(point(self.value), self.line).low or 0)
        year = year_ending_by(point_in_time(self.day) + left / made, past=self.line.strict)
        return None if self.line.limit is not None and self.passes(self.line.limit, self.after(year)) else year

    def after(self, year: int) -> Fraction:
        """The value at the end of a calendar year, within what there can be [unit]."""
        gone = year + 1 - point_in_time(self.day)
        return Fraction(within(self.value + self.added * gone, limits_of(self.row)) or 0)

    def passes(self, limit: Fraction, value: Fraction) -> bool:
        """True where a value lies beyond the other end of a band."""
        return value > limit if self.line.upward else value < limit


def trials(answer: Answer) -> Iterator[TriedPace]:
    """Every target still to come whose value is known, from either end of its value."""
    for row in answer.rows:
        if row.measurable and row.lines and not row.passed:
            for case in row.cases:
                yield from _of_case(case)


def _of_case(row: Standing) -> Iterator[TriedPace]:
    value, years = row.distance.value, row.distance.years
    if row.observed is None or row.line is None or years is None or years <= 0 or not isinstance(value, Interval):
        return
    if row.at_ceiling(row.line, row.observed) is not None:
        # With nothing added it would be met already.
        return
    ends = [(EMPTY, value.low)] if value.is_point else list(zip(_ENDS, value.ends, strict=True))
    for place, (said, end) in enumerate(ends):
        if end is not None:
            added = _pace(row)[place]
            yield TriedPace(row, said, row.observed.date, Fraction(end), row.line, years, added)


_ENDS = (Text(" (cận\u00a0dưới)", " (lower\u00a0end)"), Text(" (cận\u00a0trên)", " (upper\u00a0end)"))


def _pace(row: Standing) -> tuple[Fraction, Fraction]:
    """The pace so far at either end [unit per year]; 0 where it is not known of the value that counts."""
    pace = row.course.pace.observed
    same = row.observed is not None and row.latest is not None and row.observed.date == row.latest.date
    if not same or not isinstance(pace, Interval) or pace.low is None or pace.high is None:
        return Fraction(0), Fraction(0)
    return Fraction(pace.low), Fraction(pace.high)


def trial(answer: Answer) -> Part | None:
    """The table in which a planner assumes what is added a year; None where nothing can be tried."""
    rows = tuple(map(row_of, trials(answer)))
    if not rows:
        return None
    shares = any(row.measurable and row.unit.is_percentage for row in answer.rows)
    about = (_ABOUT.fill(shares=_SHARES if shares else EMPTY), _NO_FORECAST)
    return Part("trial", Text("Giả định", "What if"), about, (Table(EMPTY, COLUMNS, rows),))


_ABOUT = Text(
    "Nhập vào ô màu vàng mức tăng mỗi năm kể từ ngày số liệu (số âm là giảm); các cột bên phải được tính lại. "
    "{shares}Số ghi sẵn là mức tăng bình quân năm đến nay; chưa biết thì ghi 0.",
    "Enter in a yellow cell what is added a year from the day of the value on (below 0: taken away); the columns "
    "right of it follow. {shares}What stands there at first is the pace so far; 0 where none is known.",
)
_SHARES = Text(
    "Với tỷ lệ, mức tăng và chênh lệch tính bằng điểm phần trăm. ",
    "Of shares, what is added and the gap are percentage points. ",
)
_NO_FORECAST = Text("Đây là giả định, không phải dự báo.", "This is an assumption, no forecast.")
_ENTRY = Text(
    "Mức tăng mỗi năm theo đơn vị của chỉ tiêu ({unit}). Số âm là giảm.",
    "What is added a year, in the unit of the indicator ({unit}). Below 0: taken away.",
)
COLUMNS = (
    NAME.column,
    Column(YEAR.heading, numeric=True, key="due"),
    Column(VALUE.heading, numeric=True, whole=True, key="value"),
    STATED.column,
    Column(LINEAR_SINCE_VALUE.heading, numeric=True, whole=True, key="required"),
    Column(Text("Tăng mỗi năm (giả định)", "Added a year (assumed)"), numeric=True, whole=True, key="added"),
    Column(Text("Tương đương mỗi năm", "That is, a year"), numeric=True, whole=True, key="things"),
    Column(Text("Giá trị khi đến hạn", "Value when due"), numeric=True, whole=True, key="at_due"),
    ATTAINMENT.column,
    GAP.column,
    STATUS.column,
    Column(Text("Năm đạt mục tiêu", "Reached in"), numeric=True, whole=True, key="reached"),
    Column(Text("Số năm đến hạn", "Years to the due date"), numeric=True, aside=True, key="years"),
    Column(Text("Thời điểm số liệu", "Time of the value"), numeric=True, aside=True, key="start"),
    Column(Text("Tổng số", "Whole"), numeric=True, aside=True, key="whole"),
)


def row_of(each: TriedPace) -> Row:
    """One row: what is known, what is assumed, what follows."""
    row = each.row
    return (
        Cell(row.target.name + each.said),
        Cell(due_text(row.target, row.year), "quiet"),
        _value(each),
        stated_cell(None, each.row),
        _required(each),
        _added(each),
        _things(each),
        _in_unit(each, each.at_due)._replace(formula=_at_due(each)),
        _attainment(each),
        _gap(each),
        _status(each),
        _reached(each),
        amount_cell(point(each.years), 0 if each.years.denominator == 1 else 2),
        _start(each),
        _whole(each),
    )


def _start(each: TriedPace) -> Cell:
    """The day of the value as a number of years."""
    found = Amount(point(point_in_time(each.day)), 4, grouped=False)
    return Cell(Text.each(lambda language: found.number(language) or ""), amount=found)


def _in_unit(each: TriedPace, value: Fraction) -> Cell:
    unit = each.row.unit
    return short_cell(point(value), unit, (each.line.number,))


def _value(each: TriedPace) -> Cell:
    """The value with its date."""
    cell = _in_unit(each, each.value)
    return cell._replace(text=cell.text + " (" + short_day(each.day) + ")")


def _steps(each: TriedPace, steps: Fraction) -> Cell:
    return amount_cell(point(steps), digits_between(each.row.unit, point(steps), 1))


def _required(each: TriedPace) -> Cell:
    """What each year must add from the value's date on."""
    if each.status_now:
        return Cell(words.REASONS[Reason.ALREADY_MET], "quiet")
    found = linear_required(point(each.value), each.line.number, each.years)
    return _steps(each, Fraction(found.low or 0))._replace(formula="({target} - {value}) / {years}")


def _added(each: TriedPace) -> Cell:
    most = float(ceiling(each.row.unit) or LARGEST)
    unit = terms.POINTS if each.row.unit.is_percentage else each.row.unit.name
    return _steps(each, each.added)._replace(entry=Blank(-most, most, _ENTRY.fill(unit=unit)))


def _counted_of(each: TriedPace) -> tuple[Number, int] | None:
    """The whole that a share is of, and what their ratio is multiplied by; None where nothing is counted."""
    observed = each.row.observed
    whole = observed.value.denominator if observed else None
    if observed is None or whole is None or not whole.is_point or whole.low is None or shortfall_unit(each.row) is None:
        return None
    return whole.low, observed.value.factor


def _things(each: TriedPace) -> Cell:
    """What is added a year in whole things."""
    found, unit = _counted_of(each), shortfall_unit(each.row)
    if found is None or unit is None:
        return Cell(EMPTY)
    whole, factor = found
    things = point(each.added * Fraction(whole) / factor)
    name = with_unit(EMPTY, named(each.row.plan.units[unit], things))
    return amount_cell(things, digits_for(each.row.plan.units[unit]), name)._replace(
        formula=f"{{added}} * {{whole}} / {factor}"
    )


def _whole(each: TriedPace) -> Cell:
    found = _counted_of(each)
    return Cell(EMPTY) if found is None else amount_cell(point(found[0]), 0)


def _at_due(each: TriedPace) -> str:
    """The value when due, within what there can be: never below 0, of a share never above all."""
    return _kept(each, "{value} + {added} * {years}")


def _kept(each: TriedPace, found: str) -> str:
    least, most = limits_of(each.row)
    if most is not None:
        found = f"MIN({_number(most)}, {found})"
    return found if least is None else f"MAX({_number(least)}, {found})"


def _number(limit: Number) -> str:
    """A limit as a formula writes it."""
    return str(limit) if Fraction(limit).denominator == 1 else repr(float(limit))


def _attainment(each: TriedPace) -> Cell:
    """The share of the target attained when due."""
    found = attainment(point(each.at_due), each.line)
    if each.line.number <= 0:
        reason = Reason.ZERO_TARGET if each.line.number == 0 else Reason.NEGATIVE
        return Cell(words.REASONS[reason], "quiet")
    if each.row.unit.rank:
        return Cell(words.REASONS[Reason.ORDINAL], "quiet")
    if each.row.unit.negative:
        # What is assumed may lead below 0, where a share of the target means nothing.
        return Cell(words.REASONS[Reason.NEGATIVE], "quiet")
    if each.line.limit is not None:
        return _attainment_of_band(each, each.line.limit, found)
    upward = each.line.upward
    formula = "{at_due} / {target} * 100" if upward else "{target} / {at_due} * 100"
    if upward:
        return share_cell(found, 1, (100,))._replace(formula=formula)
    none = Cell(words.REASONS[Reason.ZERO_VALUE], "quiet")
    usual = share_cell(found if isinstance(found, Interval) else point(CEILING // 100), 1, (100,))
    usual = usual._replace(formula=formula)
    choices = (Alternative("{at_due} = 0", none), Alternative("", usual))
    return (usual if isinstance(found, Interval) else none)._replace(choices=choices, formula=None)


def _attainment_of_band(each: TriedPace, limit: Fraction, found: Outcome) -> Cell:
    """The share of a band attained when due: all of it inside, else that of the end that is passed."""
    low, high = ("{target}", _end(limit)) if each.line.upward else (_end(limit), "{target}")
    begins = min(each.line.number, limit)
    parts = ["100", *([f"{{at_due}} / {low} * 100"] if begins > 0 else []), f"{high} / {{at_due}} * 100"]
    usual = share_cell(found, 1, (100,))._replace(formula=f"MIN({', '.join(parts)})")
    nothing = share_cell(point(0 if begins > 0 else 1), 1, (100,))
    return usual._replace(choices=(Alternative("{at_due} = 0", nothing), Alternative("", usual)), formula=None)


def _gap(each: TriedPace) -> Cell:
    """What is missing when due: of a band nothing inside, and to its other end where that is passed."""
    value = point(each.at_due)
    cell = amount_cell(gap(value, each.line.toward(value)), digits_for(each.row.unit), lines=(0,))
    usual = cell._replace(formula="{target} - {at_due}" if each.line.upward else "{at_due} - {target}")
    limit = each.line.limit
    if limit is None:
        return usual
    missing = _beyond(each, limit, "{at_due}")
    inside = usual._replace(formula=f"MAX(0, {usual.formula})")
    choices = (Alternative(f"ROUND({missing}, 9) > 0", cell._replace(formula=missing)), Alternative("", inside))
    return cell._replace(choices=choices)


def _beyond(each: TriedPace, limit: Fraction, value: str) -> str:
    """How far a value lies beyond the other end of a band; below 0 where it does not."""
    end = _end(limit)
    return f"({value}) - {end}" if each.line.upward else f"{end} - ({value})"


def _end(limit: Fraction) -> str:
    """An end of a band as a formula writes it, exactly."""
    return f"({limit.numerator} / {limit.denominator})" if limit.denominator > 1 else f"({limit})"


def _met(each: TriedPace, missing: str) -> str:
    """The condition that what is missing is nothing; nine decimals keep what floats add away."""
    return f"ROUND({missing}, 9) {'<' if each.line.strict else '<='} 0"


def _met_already(each: TriedPace, missing: str) -> str:
    """The same of the value as it is; of a band, that it does not lie beyond its other end either."""
    met, limit = _met(each, missing), each.line.limit
    return met if limit is None else f"AND({met}, ROUND({_beyond(each, limit, '{value}')}, 9) <= 0)"


def _never(each: TriedPace, made: str, year: str) -> str:
    """The condition that the target is never met: the wrong way, or across a band within one year."""
    limit = each.line.limit
    if limit is None:
        return f"{made} <= 0"
    then = _kept(each, f"{{value}} + {{added}} * ({year} + 1 - {{start}})")
    # IF and not OR: what stands still has no year, and OR would reckon it.
    return f"IF({made} <= 0, TRUE, ROUND({_beyond(each, limit, then)}, 9) > 0)"


def _status(each: TriedPace) -> Cell:
    met, missed = (Cell(words.STATUSES[status], STATUS_TONES[status]) for status in ("met", "not_met"))
    now = met if each.line.status(point(each.at_due)) == "met" else missed
    return now._replace(choices=(Alternative(_met(each, "{gap}"), met), Alternative("", missed)))


def _reached(each: TriedPace) -> Cell:
    """The year in which the target is reached at the pace assumed."""
    upward = each.line.upward
    missing = "{target} - {value}" if upward else "{value} - {target}"
    made = "{added}" if upward else "-{added}"
    there = Cell(words.REASONS[Reason.ALREADY_MET], "quiet")
    never = Cell(Text("không đạt", "never"), "quiet")
    left = Cell(Text("đang trong khoảng, đến hạn thì ra ngoài", "within now, out of it when due"), "quiet")
    year = each.reached
    shown = year if year is not None else each.day.year
    then = f"ROUND({{start}} + ({missing}) / ({made}), 9)"
    when = f"ROUNDDOWN({then}, 0)" if each.line.strict else f"ROUNDUP({then}, 0) - 1"
    usual = Cell(Text.same(shown), amount=Amount(point(shown), 0, grouped=False), formula=when)
    leaves = each.line.limit is not None and each.line.status(point(each.at_due)) != "met"
    now = (left if leaves else there) if each.status_now else never if year is None else usual
    met = _met_already(each, missing)
    choices = (
        *((Alternative(f"AND({met}, NOT({_met(each, '{gap}')}))", left),) if each.line.limit is not None else ()),
        Alternative(met, there),
        Alternative(_never(each, made, when), never),
        Alternative("", usual),
    )
    return now._replace(choices=choices, formula=None)
