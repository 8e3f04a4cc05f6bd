"""What holds at both ends of a baseline that is a range, taken together, for targets that are reckoned from it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from qt_ict.arithmetic.interval import point
from qt_ict.engine.course import Course
from qt_ict.engine.distance import Distance, FromNow
from qt_ict.engine.milestones import Milestone
from qt_ict.engine.pace import Pace
from qt_ict.engine.projection import Projection
from qt_ict.engine.reasons import Outcome, Reason, spanning
from qt_ict.engine.scales import SCALES, Required
from qt_ict.engine.thresholds import Status
from qt_ict.engine.verdict import ON_THE_WAY, Judged, Verdict, Verdicts, in_order


def status_at_both(found: Sequence[Status]) -> Status:
    """The status where both ends agree; else it is undecided."""
    return found[0] if len(set(found)) == 1 else "undecided"


def distance_at_both(ends: Sequence[Distance]) -> Distance:
    """How far a target is from being met, whichever end is right."""
    first = ends[0]
    if len(ends) == 1 or first.reason is not None:
        return first
    status = status_at_both([each.status for each in ends])
    return Distance(
        status=status,
        reason=None,
        years=first.years,
        value=spanning(each.value for each in ends),
        attainment=spanning(each.attainment for each in ends),
        gap=spanning(each.gap for each in ends),
        denominator=first.denominator,
        shortfall=spanning(each.shortfall for each in ends),
        things_per_year=spanning(each.things_per_year for each in ends),
        required=first.required if status == "met" else _required([each.required for each in ends]),
        from_now=first.from_now if status == "met" else from_now_at_both([each.from_now for each in ends]),
    )


def _required(ends: Sequence[Required]) -> Required:
    """Required growth; nothing at an end that meets the target already."""
    return Required(*(_needed(each.on(scale) for each in ends) for scale in SCALES))


def from_now_at_both(ends: Sequence[FromNow]) -> FromNow:
    """The same from the last day known on."""
    things = spanning(each.things_per_year for each in ends)
    return FromNow(ends[0].years, _needed(each.linear for each in ends), things)


def _needed(found: Iterable[Outcome]) -> Outcome:
    return spanning(point(0) if each is Reason.ALREADY_MET else each for each in found)


def path_at_both(ends: Sequence[tuple[Milestone, ...]]) -> tuple[Milestone, ...]:
    """The values due on the way to a target, whichever end is right; none where one end needs no way."""
    if len(ends) == 1 or not all(ends):
        return ends[0] if len(ends) == 1 else ()
    return tuple(
        Milestone(
            day=days[0].day,
            linear=spanning(each.linear for each in days),
            compound=spanning(each.compound for each in days),
            log_odds=spanning(each.log_odds for each in days),
        )
        for days in zip(*ends, strict=True)
    )


def course_along(found: Sequence[Course]) -> Course:
    """The course of a target through the rounds, whichever value of a baseline is right.

    Args:
        found: The course for the low end, for values between where something turns, and for the high end.
    """
    first, ends = found[0], (found[0], found[-1])
    if all(each == first for each in found):
        return first
    originals = [each.original for each in found if each.original is not None]
    return Course(
        judged=_judged([each.judged for each in found]),
        original=_judged(originals) if originals else None,
        span=None,
        due_now=spanning(each.due_now for each in ends),
        covered=spanning(each.covered for each in ends),
        paces={scale: _pace([each.paces[scale] for each in ends]) for scale in first.paces},
        last_step=spanning(each.last_step for each in ends),
        acceleration=spanning(each.acceleration for each in ends),
        ratio=spanning(each.ratio for each in ends),
        projection=Projection(
            at_due=spanning(each.projection.at_due for each in ends),
            reached=spanning(each.projection.reached for each in ends),
        ),
    )


def _pace(ends: Sequence[Pace]) -> Pace:
    return Pace(*(spanning(each) for each in zip(*ends, strict=True)))


def _judged(along: Sequence[Judged]) -> Judged:
    """Every status that some value of the baseline makes possible; none where one of them leaves none."""
    silent = next((each for each in along if not each.status), None)
    if silent is not None:
        return silent
    found = {status for each in along for status in each.status}
    for one, other in pairwise(along):
        found |= _passed(one.status, other.status)
    if found.issuperset(ON_THE_WAY):
        return Judged((), Reason.BOUNDS_TOO_WIDE)
    reasons = {each.reason for each in along}
    return Judged(in_order(found), along[0].reason if len(reasons) == 1 else None)


def _passed(one: Verdicts, other: Verdicts) -> set[Verdict]:
    """The statuses that the pace passes on its way from one value of the baseline to the next."""
    graded = [ON_THE_WAY.index(each) for each in (*one, *other) if each in ON_THE_WAY]
    if not graded:
        return set()
    # Beside a target that is just met the pace needed is next to nothing.
    best = 0 if {"met", "met_but_reversing"} & {*one, *other} else min(graded)
    return set(ON_THE_WAY[best : max(graded) + 1])
