"""A published method applied to a target of a plan: at every corner that the figures leave open."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from qt_ict.arithmetic.dates import point_in_time
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.observations import Observation
from qt_ict.engine.progress import Progress, kind_of
from qt_ict.engine.reasons import Reason
from qt_ict.methods.series import Method, MethodReason, Series
from qt_ict.methods.series import Observation as Point
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


def published(method: Method, row: Progress) -> Published:
    """What a method says of one target in one due year.

    The method wants points. It is asked at the ends of every interval that the figures leave open, and every
    status between the best and the worst answer is possible.
    """
    reason = _unanswerable(method, row)
    if reason:
        return Published(None, None, None, (), reason, {})
    answers = [method.judge(each) for each in _corners(row)]
    codes = list(method.statuses)
    found = sorted(codes.index(each.status) for each in answers if each.status)
    return Published(
        value=_between(each.value for each in answers),
        anticipated=_between(each.anticipated for each in answers),
        score=_between(each.score for each in answers),
        status=tuple(codes[found[0] : found[-1] + 1]) if found else (),
        reason=next((each.reason for each in answers if each.reason), None),
        constants=dict(chain.from_iterable(each.constants.items() for each in answers)),
    )


def _unanswerable(method: Method, row: Progress) -> Reason | None:
    """Why a target cannot be put to a method; None where it can."""
    line = row.line
    if line is None or len(_until_due(row)) < 2:
        return row.judged.reason or Reason.ONE_ROUND_ONLY
    if row.last_year is None:
        return Reason.NO_DUE_YEAR
    if method.shares_only and not _is_share(row):
        return Reason.NOT_A_SHARE
    ends = [end for each in row.history for end in _ends(each)]
    return Reason.BOUNDS_TOO_WIDE if None in ends else None


def _until_due(row: Progress) -> Sequence[Observation]:
    """The values up to the due year."""
    return [each for each in row.history if row.last_year is None or each.date.year <= row.last_year]


def _ends(observation: Observation) -> tuple[float | None, float | None]:
    outcome = observation.value.outcome
    assert isinstance(outcome, Interval), "only such observations are compared"
    low, high = outcome.ends
    return None if low is None else float(low), None if high is None else float(high)


def _corners(row: Progress) -> list[Series]:
    """The series with the first value and all later ones at either end."""
    known = _until_due(row)
    line = row.line
    assert line is not None, "asked only of targets with a number"
    limit = float(CEILING) if _is_share(row) else None
    found = []
    for first in (0, 1):
        for later in (0, 1):
            ends = [_ends(each)[later if index else first] for index, each in enumerate(known)]
            points = (Point(year_of(each), end or 0.0) for each, end in zip(known, ends, strict=True))
            found.append(
                Series(
                    observations=tuple(points),
                    direction="up" if line.upward else "down",
                    target=float(line.number),
                    target_year=float(row.last_year or 0),
                    limit=limit,
                )
            )
    return list(dict.fromkeys(found))


def _is_share(row: Progress) -> bool:
    return kind_of(row.plan, row.plan.indicators[row.target.indicator or ""]) == "share"


def year_of(observation: Observation) -> float:
    """The date of a value as methods write it: the end of 2010 is 2010."""
    return float(point_in_time(observation.date) - 1)


def _between(numbers: Iterable[float | None]) -> Interval | None:
    found = [each for each in numbers if each is not None]
    return Interval(min(found), max(found)) if found else None
