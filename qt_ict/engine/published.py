"""A published method applied to a target of a plan: at every corner that the figures leave open."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product
from typing import NamedTuple

from qt_ict.arithmetic.durations import point_in_time
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.methods.series import DatedValue, Method, MethodReason, Series
from qt_ict.model.indicators import CEILING


class Published(NamedTuple):
    """What a method says of a target."""

    value: Interval | None
    """The method's number [see the method]."""
    anticipated: Interval | None
    """Progress anticipated, of the method that predicts one."""
    score: Interval | None
    """The method's grade, where it publishes one."""
    status: tuple[str, ...]
    """Codes of the method that are possible, best first; empty where it has none."""
    reason: Reason | MethodReason | None
    """Why there is no value or no status."""
    constants: Mapping[str, float]
    """Published constants that stood in for numbers."""


def published(method: Method, row: Standing) -> Published:
    """What a method says of one target in one due year.

    The method wants points. It is asked at the ends of every interval that the figures leave open, each
    observation by itself; every status between the best and the worst answer is possible.
    """
    reason = _unanswerable(method, row)
    if reason:
        return Published(None, None, None, (), reason, {})
    answers = [method.judge(each) for case in row.cases for each in _corners(method, case)]
    silent = [each.reason for each in answers if each.status is None]
    if silent and len(silent) < len(answers):
        # What the method cannot answer might be any of its statuses.
        return Published(None, None, None, (), silent[0] or Reason.BOUNDS_TOO_WIDE, {})
    constants = dict(chain.from_iterable(each.constants.items() for each in answers))
    if "zero_base" in constants and _until_due(row)[0].is_beginning:
        # A number may stand in for a 0 that was counted, not for the nothing from which things begin to add up.
        return Published(None, None, None, (), Reason.ZERO_BASE, {})
    codes = list(method.statuses)
    found = sorted(codes.index(each.status) for each in answers if each.status)
    return Published(
        value=_between(each.value for each in answers),
        anticipated=_between(each.anticipated for each in answers),
        score=_between(each.score for each in answers),
        status=tuple(codes[found[0] : found[-1] + 1]) if found else (),
        reason=next((each.reason for each in answers if each.reason), None),
        constants=constants,
    )


def _unanswerable(method: Method, row: Standing) -> Reason | None:
    """Why a target cannot be put to a method; None where it can."""
    if not row.lines or len(_until_due(row)) < 2 or row.course.judged.reason in _OTHER_THINGS:
        return row.course.judged.reason or Reason.ONE_ROUND_ONLY
    if row.due_day is None:
        return Reason.NO_DUE_YEAR
    if row.lines[0].limit is not None:
        return Reason.TWO_LIMITS
    if method.by_ratios and row.unit.rank:
        return Reason.ORDINAL
    if method.shares_only and not _is_share(row):
        return Reason.NOT_A_SHARE
    if any(None in _ends(each) for each in row.history):
        return Reason.BOUNDS_TOO_WIDE
    asked = math.prod(map(len, _possible(method, row)))
    return Reason.BOUNDS_TOO_WIDE if asked > _MOST_ASKED else None


_OTHER_THINGS = (Reason.PROXY_ONLY, Reason.UNIT_MISMATCH)
"""Why there are values, but not of what the target names."""


def _until_due(row: Standing) -> Sequence[Observation]:
    """The values up to the due year."""
    return [each for each in row.history if row.due_day is None or each.date <= row.due_day]


def _ends(observation: Observation) -> tuple[float | None, float | None]:
    outcome = observation.value.outcome
    assert isinstance(outcome, Interval), "only such observations are compared"
    low, high = outcome.ends
    return None if low is None else float(low), None if high is None else float(high)


def _corners(method: Method, row: Standing) -> list[Series]:
    """The series with every value that matters at either end, the first one at points between them too."""
    line = row.line
    assert line is not None, "asked only of targets with a number"
    limit = float(CEILING) if _is_share(row) else None
    years = [year_of(each) for each in _until_due(row)]
    return [
        Series(
            observations=tuple(map(DatedValue, years, values)),
            direction="up" if line.upward else "down",
            target=float(line.number),
            target_year=float(point_in_time(row.due_day) - 1) if row.due_day else 0.0,
            limit=limit,
        )
        for values in product(*_possible(method, row))
    ]


def _possible(method: Method, row: Standing) -> list[Sequence[float]]:
    """For every observation the values at which the method is asked.

    A ratio of compound rates can turn between the ends of the first value, so points between them are asked too.
    """
    known = [_ends(each) for each in _until_due(row)]
    found: list[Sequence[float]] = []
    for index, (low, high) in enumerate(known):
        assert low is not None, "refused before"
        assert high is not None, "refused before"
        matters = index in (0, len(known) - 1) or method.every_observation
        if low == high or not matters:
            found.append((low,))
        elif index == 0:
            found.append([low + (high - low) * step / _STEPS for step in range(_STEPS + 1)])
        else:
            found.append((low, high))
    return found


_STEPS = 16
"""Into how many parts an uncertain first value is divided."""
_MOST_ASKED = 5000
"""More combinations of values are not asked."""


def _is_share(row: Standing) -> bool:
    return row.unit.kind == "share"


def year_of(observation: Observation) -> float:
    """The date of a value as methods write it: the end of 2010 is 2010."""
    return float(point_in_time(observation.date) - 1)


def _between(numbers: Iterable[float | None]) -> Interval | None:
    found = [each for each in numbers if each is not None]
    return Interval(min(found), max(found)) if found else None
