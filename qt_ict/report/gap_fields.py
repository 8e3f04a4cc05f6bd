"""What a row says of the distance to its target: value, attainment, gap, shortfall, required growth."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from qt_ict.arithmetic.interval import Interval, Number, point
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import SCALES
from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.cells import (
    amount_cell,
    dated_cell,
    digits_between,
    indicator_text,
    share_cell,
    short_cell,
    short_points,
)
from qt_ict.report.document import Cell
from qt_ict.report.field import Field, reasons
from qt_ict.report.target_fields import (
    FIRST_VERSION,
    IDENTIFICATION,
    MEASURE,
    PROMISED,
    SOURCE,
    no_number,
    revised,
)
from qt_ict.report.verdicts import status_cell
from qt_ict.wording import terms
from qt_ict.wording.dates import day, short_day
from qt_ict.wording.quantities import digits_for, with_unit, written
from qt_ict.wording.statements import named


def lines_of(row: Standing) -> tuple[Number, ...]:
    """The target, on whose side values must be seen to lie; none where words carry no number."""
    return tuple(line.number for line in row.lines)


def value_cell(_: Any, row: Standing) -> Cell:
    """The value that counts, with its unit where that is %."""
    outcome = row.observed.value.outcome if row.observed else row.distance.value
    return short_cell(outcome, row.unit, lines_of(row), row.observed.value.flags if row.observed else ())


def dated_value_cell(_: Any, row: Standing) -> Cell:
    """The same with its date."""
    cell = value_cell(None, row)
    if row.observed is None or cell.amount is None:
        return cell
    return cell._replace(text=cell.text + " (" + short_day(row.observed.date) + ")")


def attainment_cell(_: Any, row: Standing) -> Cell:
    """The share of the target attained, with a bar."""
    found = row.distance.attainment
    if isinstance(found, Reason):
        return Cell(words.REASONS[found], "quiet")
    low = float(found.low or 0)
    high = 1.0 if found.high is None else float(found.high)
    formula = "{value} / {target} * 100" if _upward(row) else "{target} / {value} * 100"
    return _by(share_cell(found, 1, (100,)), formula, row)._replace(bar=(min(low, 1.0), min(high, 1.0)))


def gap_cell(_: Any, row: Standing) -> Cell:
    """The gap, in points where the unit of measure is %, which the target beside it does not say."""
    cell = amount_cell(row.distance.gap, digits_for(row.unit), short_points(row.unit), (0,))
    return _by(cell, "{target} - {value}" if _upward(row) else "{value} - {target}", row)


def things_cell(row: Standing, things: Outcome) -> Cell:
    """Whole things of a row's numerator, or an amount, with what they are."""
    unit = shortfall_unit(row)
    if unit is None or isinstance(things, Reason):
        return amount_cell(things, 0)
    digits = digits_for(row.plan.units[unit])
    return amount_cell(things, digits, with_unit(EMPTY, named(row.plan.units[unit], things)))


def shortfall_unit(row: Standing) -> str | None:
    """Unit of measure of a row's shortfall; None where there is no shortfall."""
    if row.observed is None or isinstance(row.distance.shortfall, Reason):
        return None
    unit = row.observed.value.unit
    return unit if row.plan.units[unit].kind in ("count", "amount") else None


def things_per_year_cell(row: Standing, things: Outcome) -> Cell:
    """Whole things a year, rounded up: fewer would not do; of an amount what it is."""
    unit = shortfall_unit(row)
    if isinstance(things, Interval) and unit is not None and row.plan.units[unit].is_counted:
        things = Interval(_up(things.low), _up(things.high))
    return things_cell(row, things)


def _up(value: Number | None) -> int | None:
    return None if value is None else -int(-value // 1)


def linear_cell(_: Any, row: Standing) -> Cell:
    """What each year must add by equal steps from the value's date on."""
    return _steps_cell(row, row.distance.required.linear, "years")


def from_now_cell(_: Any, row: Standing) -> Cell:
    """The same from the last day known on."""
    cell = _steps_cell(row, row.distance.from_now.linear, "years_from_now")
    return within_the_year(row, row.distance.from_now.years, cell)


def within_the_year(row: Standing, years: Fraction | None, cell: Cell) -> Cell:
    """A rate a year; where less than a year is left, what is to be added in that time instead."""
    if years is None or years >= 1 or cell.amount is None or isinstance(row.distance.gap, Reason):
        return cell
    gap = row.distance.gap
    missing = amount_cell(gap, digits_between(row.unit, gap, 1), short_points(row.unit), (0,))
    return Cell(missing.text + _in_years(years))


def things_in_time_cell(row: Standing, years: Fraction | None, things: Outcome) -> Cell:
    """Whole things a year; where less than a year is left, all that are missing."""
    if years is None or years >= 1 or isinstance(things, Reason):
        return things_per_year_cell(row, things)
    low, high = (None if end is None else Fraction(end) * years for end in things.ends)
    return Cell(things_cell(row, Interval(low, high)).text + _in_years(years))


def _in_years(years: Fraction) -> Text:
    """How long less than a year is, as its column says it [years]."""
    return Text(" trong {years} năm", " in {years} years").fill(years=written(point(years), _YEARS_DIGITS))


_YEARS_DIGITS = 2
"""Decimals of a time that is not whole years."""


def years_cell(row: Standing, years: Fraction | None) -> Cell:
    """Years to the due date of a row."""
    if years is None:
        yearly = row.first.due is not None and row.first.due.kind == "yearly"
        return Cell(words.REASONS[Reason.EACH_YEAR if yearly else Reason.NO_DUE_YEAR], "quiet")
    return amount_cell(point(years), 0 if years.denominator == 1 else _YEARS_DIGITS)


def reason_text(row: Standing) -> Text:
    """Why a row has no gap; empty where it has one."""
    return words.REASONS[row.distance.reason] if row.distance.reason else EMPTY


def why_cell(_: Any, row: Standing) -> Cell:
    """Why a row has no gap, and what is known all the same."""
    reason, found = row.distance.reason, row.observed
    if reason is None:
        return Cell(EMPTY)
    sentence = words.REASONS[reason]
    if found is None or isinstance(found.value.outcome, Reason):
        return Cell(sentence, "quiet")
    known = indicator_text(row.plan, row.indicator, found.value.outcome)
    if reason is Reason.PROXY_ONLY:
        said = sentence + ": " + row.indicator.name + " " + known + " (" + short_day(found.date) + ")"
        return Cell(said, "quiet")
    return Cell(sentence + "; " + short_day(found.date) + ": " + known, "quiet")


def baseline_cell(_: Any, row: Standing) -> Cell:
    """The first value with its date."""
    return dated_cell(row.baseline, row.indicator, lines_of(row)) if row.baseline else Cell(EMPTY)


def _upward(row: Standing) -> bool:
    return bool(row.lines) and row.lines[0].upward


def _by(cell: Cell, formula: str, row: Standing) -> Cell:
    """A cell with its formula where it is one number made of single numbers."""
    value = row.distance.value
    single = cell.amount is not None and cell.amount.interval.is_point
    return cell._replace(formula=formula) if single and isinstance(value, Interval) and value.is_point else cell


def from_now_differs(rows: Iterable[Standing]) -> bool:
    """True where something is required from now on that is another than from the date of a value on."""
    return any(
        isinstance(row.distance.from_now.linear, Interval) and row.distance.from_now.years != row.distance.years
        for row in rows
    )


def _steps_cell(row: Standing, steps: Outcome, years: str) -> Cell:
    """Equal steps a year in the unit of the gap, with their formula."""
    cell = amount_cell(steps, digits_between(row.unit, steps, 1), short_points(row.unit), (0,))
    return _by(cell, f"{{gap}} / {{{years}}}" if _upward(row) else f"-{{gap}} / {{{years}}}", row)


VALUE: Field[Answer, Standing] = Field(
    "value",
    "the value of the due year where that is over, else of the latest round that has all figures [`unit`]",
    lambda _, row: row.distance.value,
    "quantity",
    heading=terms.VALUE,
    cell=value_cell,
    numeric=True,
)
ATTAINMENT: Field[Answer, Standing] = Field(
    "attainment",
    "value / target (target / value where less is better), a plain ratio, not capped",
    lambda _, row: row.distance.attainment,
    "quantity",
    heading=terms.ATTAINED,
    cell=attainment_cell,
    numeric=True,
)
GAP: Field[Answer, Standing] = Field(
    "gap",
    "target − value (value − target where less is better), signed [`unit`]",
    lambda _, row: row.distance.gap,
    "quantity",
    heading=terms.GAP,
    cell=gap_cell,
    numeric=True,
)
SHORTFALL: Field[Answer, Standing] = Field(
    "shortfall",
    "whole things missing [`shortfall_unit`]; 0 when met",
    lambda _, row: row.distance.shortfall,
    "quantity",
    heading=terms.SHORTFALL,
    cell=lambda _, row: things_cell(row, row.distance.shortfall),
    numeric=True,
)
LINEAR: Field[Answer, Standing] = Field(
    "linear",
    "equal steps [`unit` per year]",
    lambda _, row: row.distance.required.linear,
    "quantity",
    heading=terms.EACH_YEAR,
    cell=linear_cell,
    numeric=True,
)
LINEAR_SINCE_VALUE = LINEAR.headed(
    Text("Cần tăng (giảm) mỗi năm kể từ ngày số liệu", "Each year from the value's date")
)
"""The same where what is required from now on stands too."""
COMPOUND: Field[Answer, Standing] = Field(
    "compound",
    "equal factors [per year, a plain number]",
    lambda _, row: row.distance.required.compound,
    "quantity",
    heading=Text("Tăng bình quân năm (kép)", "Compound rate a year"),
    cell=lambda _, row: share_cell(row.distance.required.compound, 2, (0,)),
    numeric=True,
)
LOG_ODDS: Field[Answer, Standing] = Field(
    "log_odds",
    "equal steps of log-odds, shares only [per year, a plain number]",
    lambda _, row: row.distance.required.log_odds,
    "quantity",
    heading=Text("Tăng mỗi năm (logit)", "Logit a year"),
    cell=lambda _, row: amount_cell(row.distance.required.log_odds, 3, lines=(0,)),
    numeric=True,
)
REQUIRED: Field[Answer, Standing] = Field(
    "required",
    "growth required from the value to the target, from the value's date on; equal steps decide",
    type="object",
    fields=(LINEAR, COMPOUND, LOG_ODDS),
)
YEARS: Field[Answer, Standing] = Field(
    "years",
    "time from the value's date to the due date [years]",
    lambda _, row: row.distance.years,
    "number",
    heading=Text("Số năm từ ngày số liệu đến hạn", "Years from the value's date"),
    cell=lambda _, row: years_cell(row, row.distance.years),
    numeric=True,
)
YEARS_FROM_NOW: Field[Answer, Standing] = Field(
    "years",
    "time from the last day known to the due date [years]",
    lambda _, row: row.distance.from_now.years,
    "number",
    heading=Text("Số năm còn lại từ nay", "Years from now"),
    cell=lambda _, row: years_cell(row, row.distance.from_now.years),
    numeric=True,
)
YEARS_AHEAD = YEARS_FROM_NOW.headed(YEARS_FROM_NOW.heading, key="years_from_now")
"""The same in a table, by a name that the formulas of cells know it by."""
FROM_NOW_LINEAR: Field[Answer, Standing] = Field(
    "linear",
    "equal steps from the last day known on [`unit` per year]",
    lambda _, row: row.distance.from_now.linear,
    "quantity",
    heading=Text("Cần tăng (giảm) mỗi năm từ nay", "Each year from now"),
    cell=from_now_cell,
    numeric=True,
)
FROM_NOW_THINGS: Field[Answer, Standing] = Field(
    "things_per_year",
    "the shortfall spread over that time [`shortfall_unit` per year]",
    lambda _, row: row.distance.from_now.things_per_year,
    "quantity",
    heading=Text("Số lượng cần thêm (bớt) mỗi năm từ nay", "Things a year from now"),
    cell=lambda _, row: things_in_time_cell(row, row.distance.from_now.years, row.distance.from_now.things_per_year),
    numeric=True,
)
FROM_NOW: Field[Answer, Standing] = Field(
    "from_now",
    "what is required from the last day known on, whenever the value was measured",
    type="object",
    fields=(YEARS_FROM_NOW, FROM_NOW_LINEAR, FROM_NOW_THINGS),
)
THINGS_PER_YEAR: Field[Answer, Standing] = Field(
    "things_per_year",
    "the shortfall spread over the years left [`shortfall_unit` per year]",
    lambda _, row: row.distance.things_per_year,
    "quantity",
    heading=Text("Số lượng cần thêm (bớt) mỗi năm", "Things a year"),
    cell=lambda _, row: things_per_year_cell(row, row.distance.things_per_year),
    numeric=True,
)
SHORTFALL_UNIT: Field[Answer, Standing] = Field(
    "shortfall_unit",
    "id of the unit of the things missing; null where there is no shortfall",
    lambda _, row: shortfall_unit(row),
    names="units",
)
STATUS: Field[Any, Standing] = Field(
    "status",
    "what may be claimed: by the value; of a due day that has passed by what held then, of a target due every year "
    "by all of its years",
    lambda _, row: row.status,
    words=STATUSES,
    required=True,
    heading=terms.ASSESSMENT,
    cell=lambda _, row: status_cell(row),
    whole=True,
)
REASON: Field[Answer, Standing] = Field(
    "reason",
    "what stopped the whole row, or null",
    lambda _, row: row.distance.reason,
    heading=terms.REASON,
    cell=why_cell,
)
NOTES: Field[Answer, Standing] = Field("notes", "remarks", lambda answer, row: answer.notes(row), "notes")
DATE: Field[Answer, Standing] = Field(
    "date",
    "date of the value",
    lambda _, row: row.observed and row.observed.date,
    "date",
    heading=terms.DATE,
    cell=lambda _, row: Cell(day(row.observed.date) if row.observed else EMPTY, "quiet"),
    numeric=True,
)
ROUND: Field[Answer, Standing] = Field(
    "round", "round of the value", lambda _, row: row.observed and row.observed.round, names="rounds"
)
FLAGS: Field[Answer, Standing] = Field(
    "flags",
    "how sources mark the figures of the value: `provisional`, `estimated`, `break`",
    lambda _, row: list(row.observed.value.flags) if row.observed else [],
    "list",
)
PROXY: Field[Answer, Standing] = Field(
    "proxy",
    "the related value where the measure is `proxy`, or null",
    lambda _, row: row if row.target.measure == "proxy" and row.observed else None,
    "object",
    fields=(
        Field("indicator", "id of the related indicator", lambda _, row: row.target.indicator, names="indicators"),
        Field("value", "its value [its own unit]", lambda _, row: row.observed.value.outcome, "quantity"),
    ),
)
ORIGINAL: Field[Answer, Standing] = Field(
    "original",
    "the first version where a later document has revised the target, else null",
    lambda _, row: revised(row),
    "object",
    fields=(*FIRST_VERSION, Field("status", "the status by it", lambda _, row: row.first_status)),
)


def scales(row: Standing) -> dict[str, Outcome]:
    """Required growth by scale."""
    return {scale: row.distance.required.on(scale) for scale in SCALES}


REASONS: Field[Answer, Standing] = Field(
    "reasons",
    "the code of every quantity that is null",
    lambda _, row: reasons(
        {
            **no_number(row),
            "value": row.distance.value,
            "attainment": row.distance.attainment,
            "gap": row.distance.gap,
            "shortfall": row.distance.shortfall,
            **scales(row),
            "from_now.linear": row.distance.from_now.linear,
        }
    ),
    "pairs",
)
GAP_FIELDS: tuple[Field[Answer, Standing], ...] = (
    *IDENTIFICATION,
    *PROMISED,
    MEASURE,
    VALUE,
    ATTAINMENT,
    GAP,
    SHORTFALL,
    REQUIRED,
    FROM_NOW,
    STATUS,
    REASON,
    REASONS,
    NOTES,
    SHORTFALL_UNIT,
    FLAGS,
    PROXY,
    DATE,
    ROUND,
    ORIGINAL,
    SOURCE,
)
"""Everything about the distance to one target in one due year."""
