"""A target that is due every year: how it stands follows from each of its years, and the worst of them decides."""

from collections.abc import Sequence
from typing import NamedTuple

from qt_ict.engine.reasons import Reason
from qt_ict.engine.thresholds import Status
from qt_ict.engine.verdict import VERDICTS, Judged, in_order


class YearJudged(NamedTuple):
    """One year of a target that is due every year."""

    year: int
    """The calendar year."""
    over: bool
    """True where it has passed."""
    judged: Judged
    """Its status in that year."""
    status: Status
    """Whether it was met in that year; of the year that is not over, whether the latest value meets it."""


class EveryYear(NamedTuple):
    """How a target that is due every year stands, all of its years together."""

    judged: Judged
    """That of the worst of its years, never a better one."""
    status: Status | None
    """The same in short; None where no year counts."""
    missed: tuple[int, ...]
    """The years that missed it."""
    unknown: tuple[int, ...]
    """The years that are over and of which nobody can say whether they missed it."""


def every_year(years: Sequence[YearJudged]) -> EveryYear:
    """How a target stands that is due every year: as in the worst of its years, never better.

    A year that is over and that nobody measured may have been missed.

    Args:
        years: Its years, oldest first; those before it was stated do not count.

    >>> kept = YearJudged(2012, True, Judged(("met",)), "met")
    >>> found = every_year([YearJudged(2011, True, Judged(("missed",)), "not_met"), kept])
    >>> found.judged.status, found.status, found.missed
    (('missed',), 'not_met', (2011,))
    >>> unknown = YearJudged(2011, True, Judged((), Reason.NOT_OBSERVED_WHEN_DUE), "undecided")
    >>> found = every_year([unknown, kept])
    >>> found.judged.status, found.status, found.unknown
    (('met', 'missed'), 'undecided', (2011,))
    """
    counted = [each for each in years if each.judged.reason is not Reason.NOT_YET_STATED]
    return EveryYear(
        judged=_judged(counted),
        status=_status([each.status for each in counted]),
        missed=tuple(each.year for each in counted if each.judged.status == ("missed",)),
        unknown=tuple(each.year for each in counted if each.over and each.status not in ("met", "not_met")),
    )


def _judged(counted: Sequence[YearJudged]) -> Judged:
    """The statuses that the worst year leaves possible."""
    silent = [each.judged.reason for each in counted if not each.judged.status]
    open_year = next((each for each in counted if not each.judged.status and not each.over), None)
    best = max((VERDICTS.index(each.judged.status[0]) for each in counted if each.judged.status), default=None)
    if best == VERDICTS.index("missed"):
        return Judged(("missed",))
    if best is None or open_year is not None:
        return Judged((), open_year.judged.reason if open_year else next(iter(silent), Reason.NOT_YET_STATED))
    possible = {status for each in counted for status in each.judged.status if VERDICTS.index(status) >= best}
    return Judged(in_order({*possible, *(("missed",) if silent else ())}), next(iter(silent), None))


def _status(found: Sequence[Status]) -> Status | None:
    """Met where every year is; not met where one is not, whatever nobody knows of the others."""
    if not found:
        return None
    return "not_met" if "not_met" in found else "met" if set(found) == {"met"} else "undecided"
