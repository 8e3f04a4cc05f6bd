"""The quantities of one target's progress as people read them."""

from collections.abc import Callable
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.observations import Observation
from qt_ict.engine.pace import Pace
from qt_ict.engine.progress import Progress
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.verdict import LIMITS
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import Indicator
from qt_ict.report import sentences
from qt_ict.report.cells import amount_cell, indicator_cell, points, share_cell
from qt_ict.report.page import Cell
from qt_ict.report.sparkline import sparkline
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import digits_for, with_unit, written


def indicator_of(row: Progress) -> Indicator:
    """The indicator of a row that has one."""
    return row.plan.indicators[row.target.indicator or ""]


def first_cell(row: Progress) -> Cell:
    """The first value of a row with its date."""
    return _dated(row, row.history[0]) if row.history else Cell(EMPTY)


def latest_cell(row: Progress) -> Cell:
    """The latest value of a row with its date."""
    return _dated(row, row.latest) if row.latest else Cell(EMPTY)


def due_year_cell(row: Progress) -> Cell:
    """The value of a due year that is over, with its date; empty where it has none."""
    return _dated(row, row.value) if row.value else Cell(EMPTY)


def judged_value_cell(row: Progress) -> Cell:
    """The value that a row is judged by, with its date; the latest where the due year has none."""
    shown = row.value or row.latest
    return _dated(row, shown) if shown else Cell(EMPTY)


def _dated(row: Progress, observation: Observation) -> Cell:
    outcome = observation.value.outcome
    if isinstance(outcome, Reason):
        return Cell(sentences.REASONS[outcome], "quiet")
    lines = (row.line.number,) if row.line else ()
    cell = indicator_cell(observation.plan, indicator_of(row), outcome, lines)
    return cell._replace(text=(cell.text + " (" + short_day(observation.date) + ")"))


def value_cell(row: Progress, outcome: Outcome) -> Cell:
    """A quantity in the unit of the row's indicator."""
    indicator = indicator_of(row)
    unit = row.plan.units[indicator.unit]
    short = with_unit(EMPTY, unit.name) if unit.kind == "share" else EMPTY
    return amount_cell(outcome, digits_for(row.plan, indicator.unit), short)


def projected_cell(row: Progress) -> Cell:
    """Where the pace so far leads by the due date; empty where nothing is compared."""
    return value_cell(row, row.projection.at_due) if row.span else Cell(EMPTY)


def covered_cell(row: Progress) -> Cell:
    """The part of the way that lies behind."""
    return share_cell(row.covered, 1, (100,))


def rate_cell(row: Progress, of: Callable[[Pace], Outcome]) -> Cell:
    """Growth a year: points or things, or per cent; the step of log-odds that decides stands behind the points."""
    rate = of(row.pace)
    match row.shown_scale:
        case "linear":
            return _linear_cell(row, rate)
        case "compound":
            return share_cell(rate, 1, (0,))
        case "log_odds":
            step = amount_cell(rate, 3, lines=(0,))
            if isinstance(rate, Reason):
                return step
            points_ = _linear_cell(row, of(row.paces["linear"]))
            return Cell(points_.text + " (" + step.text + ")")


def _linear_cell(row: Progress, rate: Outcome) -> Cell:
    indicator = indicator_of(row)
    digits = max(1, digits_for(row.plan, indicator.unit))
    return amount_cell(rate, digits, points(row.plan, indicator), (0,))


def ratio_cell(row: Progress) -> Cell:
    """Observed / required growth, never so rounded that it seems to reach a limit that it does not reach."""
    limits = tuple(per_cent for _, per_cent in LIMITS)
    return share_cell(row.pace.ratio, 0, limits)


def acceleration_cell(row: Progress) -> Cell:
    """How many times as fast as so far."""
    return amount_cell(row.pace.acceleration, 1, Text(" lần", " times"), (1,))


def scale_cell(row: Progress) -> Cell:
    """The scale that decides, and how many of the years are over."""
    if row.scale is None or row.span is None:
        return Cell(EMPTY)
    years = {"past": years_text(row.span.past), "whole": years_text(row.span.whole)}
    said = Text("{past}/{whole} năm", "{past} of {whole} years").fill(**years)
    return Cell((sentences.SCALES[row.scale] + ", " + said), "quiet")


def years_text(value: Fraction) -> Text:
    """A number of years."""
    return written(Interval(value, value), 0 if value.denominator == 1 else 1)


def rounds_cell(row: Progress) -> Cell:
    """The rounds of a row as a line of blocks, by the lower end of every value."""
    outcomes = [each.value.outcome for each in row.history]
    drawn = sparkline([float(each.low or 0) for each in outcomes if isinstance(each, Interval)])
    return Cell(Text.same(drawn))
