"""The record of a status: how many past cases of its kind that got it came to their target."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.reference.past_record import PastRecord

OURS = "qt-ict"
"""The name of our own verdict among the methods."""
FEWEST_CASES = 30
"""With fewer cases nothing is said."""
FEWEST_AREAS = 10
"""Nor with cases of fewer areas."""
FARTHEST = Fraction(3, 2)
"""How much the time left may differ from the one that was tried [years]."""


class StatusRecord(NamedTuple):
    """How often a status came true."""

    kept: int
    """Past cases that met their target when it was due."""
    cases: int
    """Past cases of this kind, level and time left that had the status."""
    family: str
    """The reference class that they are cases of."""
    horizon: int
    """The time left that was tried [years]."""


def record_of(
    row: Standing,
    tried: Iterable[PastRecord],
    family: str | None,
    method: str,
    status: tuple[str, ...],
    *,
    by_level: bool,
) -> StatusRecord | Reason:
    """How often a status of a target to come came true in past cases.

    Args:
        row: The target in its due year.
        tried: What became of past plans.
        family: The reference class of its indicator; None without one.
        method: Who gives the status.
        status: The statuses that are possible.
        by_level: True for cases near in level alone, False for those of all levels.
    """
    if row.passed or len(status) != 1:
        return Reason.DUE_PASSED if row.passed else Reason.SEVERAL_STATUSES if status else Reason.NO_RECORD
    ahead, latest = row.ahead, row.latest
    upward = bool(row.lines) and row.lines[0].upward
    banded = bool(row.lines) and row.lines[0].limit is not None
    if family is None or ahead is None or not upward or banded or latest is None:
        return Reason.NO_RECORD
    kind = [each for each in tried if (each.family, each.method) == (family, method)]
    horizon = min({each.years for each in kind}, key=lambda years: abs(years - ahead), default=None)
    if horizon is None or abs(horizon - ahead) > FARTHEST:
        return Reason.NO_RECORD
    starts = {each.level for each in kind if each.level is not None}
    bands = _bands(latest.value.outcome, starts) if by_level else {None}
    alike = [each for each in kind if each.years == horizon and each.status == status[0] and each.level in bands]
    cases = sum(each.cases for each in alike)
    if cases < FEWEST_CASES or max(each.areas for each in alike) < FEWEST_AREAS:
        return Reason.NO_RECORD
    return StatusRecord(sum(each.kept for each in alike), cases, family, horizon)


def _bands(value: Interval | Reason, starts: set[float]) -> set[float | None]:
    """The bands that a value may lie in, by where they begin."""
    if isinstance(value, Reason) or value.low is None:
        return set()
    lowest = max((each for each in starts if each <= value.low), default=None)
    within = {each for each in starts if lowest is not None and each >= lowest}
    return {each for each in within if value.high is None or each <= value.high}
