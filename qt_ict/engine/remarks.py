"""What must be known beside the distance and the course of a target: decided here, where the numbers are known."""

from collections.abc import Iterator

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.duties import longest_fresh
from qt_ict.engine.evidence import Evidence
from qt_ict.engine.indicator_remarks import (
    of_figures,
    of_indicator_data,
    of_publication,
    of_totals,
    of_width,
    other_dates,
)
from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Reason
from qt_ict.engine.remark import Measured, Remark
from qt_ict.engine.standing import Standing
from qt_ict.engine.target_remarks import (
    of_data,
    of_due,
    of_values_left_out,
    of_words,
    of_years,
    revised,
    revised_later,
)


def of_distance(row: Standing) -> Iterator[Remark]:
    """Everything to be said beside the distance to a target."""
    if row.observed is not None:
        yield from of_width(row.observed.plan, row.indicator, row.observed.value.causes)
        yield from of_figures(row.observed.plan, row.indicator, broken=bool(row.broken_off))
    yield from of_words(row)
    if row.revision is not None:
        yield revised(row, row.first_status)
    yield from revised_later(row)
    yield from of_due(row)
    yield from of_years(row)
    yield from of_data(row)
    yield from of_values_left_out(row)
    yield from _of_due_day(row)
    yield from _of_band(row)
    if row.distance.reason is None:
        yield from _of_sum(row)
    left = row.distance.years
    if _moves(row) and left is not None and left > 0:
        yield Remark("moving-denominator")


def _of_due_day(row: Standing) -> Iterator[Remark]:
    """What held on a due day that has passed, where the value shown is later or does not say it."""
    if row.observed is None or row.due_day is None:
        return
    if row.observed.date > row.due_day:
        yield Remark("after-due", {"date": row.due_day, "row": row})
    elif row.status != row.distance.status and row.whole is None:
        yield Remark("when-due", {"date": row.due_day, "row": row})


def of_course(row: Standing, *, judged: bool = True) -> Iterator[Remark]:
    """Everything to be said beside the course of a target through the rounds.

    Args:
        row: The target.
        judged: False where a published method judges instead: it has not judged the first version.
    """
    yield from of_words(row)
    yield from of_due(row)
    yield from of_years(row)
    if row.revision is not None:
        yield revised(row, row.course.original if judged else None)
    yield from revised_later(row)
    yield from _of_ends(row)
    yield from of_values_left_out(row)
    yield from _of_judging(row)
    yield from _of_band(row)
    yield from _of_last_step(row)
    if row.stale and not row.passed and row.latest and _judged(row):
        yield Remark("old-value", {"date": row.latest.date, "limit": longest_fresh(row.plan)})
    if row.first.note:
        yield Remark("remark", {"text": row.first.note.text})


def _moves(row: Evidence) -> bool:
    """True where a denominator of the target is assumed to grow."""
    if row.target.indicator is None or row.target.measure == "proxy" or row.indicator.denominator is None:
        return False
    return any(name in row.rates for name in row.indicator.denominator.figures)


def _of_band(row: Standing) -> Iterator[Remark]:
    """That the pace so far leads out of a band in which the value lies."""
    if row.out_of_band is not None:
        yield Remark("leaves-band", {"date": row.due_day, "value": Measured(row.indicator, row.out_of_band)})


def _of_ends(row: Evidence) -> Iterator[Remark]:
    """What is to be said of the values shown: the first, and the one judged or the latest."""
    shown = (row.history[0], row.judged_by or row.history[-1]) if row.history else ()
    for each in {each.plan.round_id: each for each in shown}.values():
        yield from of_width(each.plan, row.indicator, each.value.causes)
        yield from of_totals(each.plan, row.indicator)
        if not each.is_beginning:
            yield from of_publication(each.plan, row.indicator.figures, broken=bool(row.broken_off))
        yield from other_dates(each.plan, row.indicator)
        if row.target.measure != "proxy":
            yield from of_indicator_data(each.plan, row.indicator)


def _of_judging(row: Standing) -> Iterator[Remark]:
    """By which value a due year that is over is judged, and which rounds give no value."""
    yield from _of_sum(row)
    decided = row.passed and len(row.course.judged.status) == 1 and row.sum_when_due is None
    if decided and row.judged_by is None:
        yield Remark("by-neighbours")
    if decided and row.judged_by is not None and row.judged_by.date != row.due_day:
        yield Remark("before-due-day", {"date": row.judged_by.date, "due": row.due_day})
    for each in row.replaced:
        yield from _published_again(row, each)
    for each in row.not_computed:
        yield Remark("not-computed", {"date": each.date, "reason": each.value.outcome})


def _of_sum(row: Standing) -> Iterator[Remark]:
    """What a sum may have come to on a due day that is over, for which nothing was reported."""
    possible = row.sum_when_due
    if possible is not None and not row.is_observed_when_due and row.lines:
        yield Remark("sum-when-due", {"date": row.due_day, "value": Measured(row.indicator, possible)})


def _judged(row: Standing) -> bool:
    """True where the values would say a status if they were new."""
    return bool(row.course.judged.status) or row.course.judged.reason is Reason.VALUE_TOO_OLD


def _of_last_step(row: Standing) -> Iterator[Remark]:
    """A standstill or reversal since the value before the latest one, which the whole pace does not show."""
    step, previous = row.course.last_step, row.before_latest
    if isinstance(step, Reason) or len(row.history) < 3 or not row.lines or previous is None:
        return
    before = {"date": previous.date}
    upward = row.lines[0].upward
    backwards = step.high if upward else step.low
    if backwards is not None and (backwards < 0 if upward else backwards > 0):
        yield Remark("reversal", before)
    if step == point(0):
        yield Remark("standstill", before)


def _published_again(row: Evidence, each: Observation) -> Iterator[Remark]:
    if isinstance(each.value.outcome, Interval):
        value = Measured(row.indicator, each.value.outcome)
        yield Remark("published-again", {"date": each.date, "round": each.plan.round.date, "value": value})
