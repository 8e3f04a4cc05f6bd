"""What a pace means: every status that the figures leave possible."""

from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.pace import ratios
from qt_ict.engine.reasons import Reason
from qt_ict.engine.span import Span
from qt_ict.engine.thresholds import Status, Threshold

Verdict = Literal[
    "met",
    "met_but_reversing",
    "on_track",
    "moderate",
    "insufficient",
    "fell_below_target",
    "moving_away",
    "missed",
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""Best first; ``missed`` is a due year that has passed without the target being met."""

LIMITS: tuple[tuple[Verdict, int], ...] = (("on_track", 150), ("moderate", 60), ("insufficient", 0))
"""From which ratio of the pace so far to the pace required from now on a status holds [%]; below them all it is moving
away. Chosen on past cases of half of the countries and tried on the other half: docs/record.md."""

Verdicts = tuple[Verdict, ...]
"""Statuses that are possible, best first; one where the figures decide."""


class Judged(NamedTuple):
    """The statuses that are possible, or why there is none."""

    status: Verdicts
    reason: Reason | None = None


def of_present(span: Span, previous: Interval | None) -> Judged:
    """The status of a target that is not yet due.

    Args:
        span: First and latest value, and the target.
        previous: The value before the latest one [unit]; None without one that is counted as that is.
    """
    line = span.line
    latest, base = line.status(span.latest), line.status(span.base)
    found = _met(span.latest, line, previous) if latest != "not_met" else set()
    if latest != "met" and base != "not_met":
        found.add("fell_below_target")
    if latest != "met" and base != "met":
        found |= {verdict for each in ratios(span) for verdict in _of_ratio(each)}
    return Judged((), Reason.BOUNDS_TOO_WIDE) if found.issuperset(ON_THE_WAY) else Judged(in_order(found))


ON_THE_WAY: tuple[Verdict, ...] = ("on_track", "moderate", "insufficient", "moving_away")
"""The statuses that the pace gives, best first; where all are possible, nothing is said."""


def of_old(fresh: Judged, unchanged: Judged) -> Judged:
    """The statuses that an old value leaves possible, never a single one.

    From the last status that it had while it spoke of the present down to the one that holds if nothing has changed
    since; where these are one, the next worse is possible too. Time that passes without news betters neither end.

    Args:
        fresh: The status on the last day on which the value spoke of the present.
        unchanged: The status now, if nothing has changed since.
    """
    if not fresh.status or not unchanged.status:
        return unchanged if fresh.status else fresh
    found = {*fresh.status, *unchanged.status}
    graded = [each for each in ON_THE_WAY if each in found]
    if graded:
        found |= set(ON_THE_WAY[ON_THE_WAY.index(graded[0]) : ON_THE_WAY.index(graded[-1]) + 1])
    if len(found) == 1:
        found |= _NEXT_WORSE.get(found.copy().pop(), set())
    said = len(found) > 1 and not found.issuperset(ON_THE_WAY)
    return Judged(in_order(found)) if said else Judged((), Reason.VALUE_TOO_OLD)


_NEXT_WORSE: dict[Verdict, set[Verdict]] = {
    "met": {"met_but_reversing"},
    **{better: {worse} for better, worse in pairwise(ON_THE_WAY)},
}
"""The status next to each; none below one that an old value would leave with a better end than a worse value has."""


def of_met(latest: Interval, line: Threshold, previous: Interval | None) -> Judged:
    """The status of a target that is met.

    Args:
        latest: The value that meets it [unit].
        line: What meets the target.
        previous: The value before that [unit]; None without one that is counted as that is.
    """
    return Judged(in_order(_met(latest, line, previous)))


def of_due_year(values: tuple[Interval, ...], line: Threshold) -> Judged:
    """The status of a target whose due year has passed.

    Args:
        values: The value of that year; without one, those of the years around it that are known.
        line: What meets the target.
    """
    found: set[Verdict] = set()
    for each in values:
        status = line.status(each)
        found |= {"met", "missed"} if status == "undecided" else {"met" if status == "met" else "missed"}
    return Judged(in_order(found))


def of_last_in_due_year(latest: Interval, line: Threshold, previous: Interval | None) -> Judged:
    """The status of a target whose due year has passed, by a value from before the due day.

    Args:
        latest: The last value of that year [unit].
        line: What meets the target.
        previous: The value before that [unit]; None without one that is counted as that is.
    """
    found = set(of_due_year((latest,), line).status)
    return Judged(in_order(found - {"met"} | _met(latest, line, previous) if "met" in found else found))


def status_when_due(found: Judged) -> Status:
    """Whether a target was met on a due day that has passed; undecided where that cannot be said.

    >>> status_when_due(Judged(("met",))), status_when_due(Judged(("met", "missed")))
    ('met', 'undecided')
    """
    if found.status == ("missed",):
        return "not_met"
    return "met" if found.status and MET.issuperset(found.status) else "undecided"


MET: frozenset[Verdict] = frozenset(("met", "met_but_reversing"))
"""The statuses of a target that is met."""


def in_order(found: set[Verdict]) -> Verdicts:
    """Statuses best first."""
    return tuple(each for each in VERDICTS if each in found)


def _met(latest: Interval, line: Threshold, previous: Interval | None) -> set[Verdict]:
    """Met, and whether the last step goes against the better direction: certainly, possibly, or not."""
    if line.limit is not None or previous is None:
        # Inside a band no way is the better one.
        return {"met"}
    now = _meeting(latest, line)
    lower, upper = (now, previous) if line.upward else (previous, now)
    if lower.is_below(upper):
        return {"met_but_reversing"}
    surely_not = lower.low is not None and upper.high is not None and lower.low >= upper.high
    return {"met"} if surely_not else {"met", "met_but_reversing"}


def _meeting(value: Interval, line: Threshold) -> Interval:
    """The part of a value that meets a target."""
    if line.status(value) == "met":
        return value
    if line.upward:
        return Interval(line.number, value.high, line.strict, value.high_open)
    return Interval(value.low, line.number, value.low_open, line.strict)


def _of_ratio(ratio: Interval) -> set[Verdict]:
    """Every status whose range of ratios an interval touches."""
    found: set[Verdict] = set()
    above: Number | None = None
    for verdict, per_cent in LIMITS:
        limit = Fraction(per_cent, 100)
        reaches = ratio.high is None or ratio.high > limit or (ratio.high == limit and not ratio.high_open)
        starts_below = above is None or ratio.low is None or ratio.low < above
        if reaches and starts_below:
            found.add(verdict)
        above = limit
    if ratio.low is None or ratio.low < 0:
        found.add("moving_away")
    return found
