"""The course of a target through the rounds: how far, how fast, and what that means for it."""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.evidence import Evidence, value_of
from qt_ict.engine.judging import judged
from qt_ict.engine.milestones import milestone
from qt_ict.engine.pace import Pace, acceleration, covered, no_pace, observed, pace, ratios
from qt_ict.engine.projection import Projection, limits_of, projection
from qt_ict.engine.reasons import Outcome, Reason, spanning
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.span import Span, from_first, no_way
from qt_ict.engine.verdict import Judged
from qt_ict.model.indicators import NumberKind


class Course(NamedTuple):
    """What the rounds say of a target; equal steps decide."""

    judged: Judged
    """The status by the version that counts."""
    original: Judged | None
    """The status by the first version; None where that is the one that counts."""
    span: Span | None
    """First and latest value and the target ahead; None where nothing is compared."""
    due_now: Outcome
    """The value due at the date of the latest one, by equal steps [unit]."""
    covered: Outcome
    """Part of the way from the first value to the target [1]."""
    paces: Mapping[Scale, Pace]
    """Growth on every scale that fits the kind of unit."""
    last_step: Outcome
    """Growth since the value before the latest one, by equal steps [unit per year]."""
    acceleration: Outcome
    """Pace required from now on / pace so far [1]."""
    ratio: Outcome
    """Pace so far / pace required from now on, above 0 in the better direction [1]."""
    projection: Projection
    """Where the pace so far leads, by equal steps."""

    @property
    def pace(self) -> Pace:
        """Growth by equal steps."""
        return self.paces["linear"]


def course(known: Evidence) -> Course:
    """How far and how fast a target has come, and its status."""
    span, status = judged(known, known.target)
    original = judged(known, known.first)[1] if known.revision else None
    if span is not None:
        return _compared(known, span, status, original)
    nothing = _nothing(status, known)
    return Course(
        judged=status,
        original=original,
        span=None,
        due_now=nothing,
        covered=_covered_when_due(known) or nothing,
        paces={scale: no_pace(nothing) for scale in SCALES},
        last_step=nothing,
        acceleration=nothing,
        ratio=nothing,
        projection=Projection(nothing, nothing),
    )


def _covered_when_due(known: Evidence) -> Outcome | None:
    """The part of the way that lay behind in a due year that is over; None where nothing can be compared."""
    start, end = known.baseline, known.judged_by
    if not known.passed or known.line is None or start is None or end is None or start.date == end.date:
        return None
    past, nothing = years_between(start.date, end.date), Fraction(0)
    return covered(Span(value_of(start), value_of(end), known.line, past, nothing, nothing))


def _nothing(status: Judged, known: Evidence) -> Reason:
    """Why there is no growth to speak of, where nothing is compared."""
    if status.reason:
        return status.reason
    if known.passed:
        return Reason.DUE_PASSED
    if status.status == ("missed",):
        return Reason.ABOVE_CEILING
    return Reason.ONE_ROUND_ONLY if len(known.history) == 1 else Reason.NO_DUE_YEAR


def _compared(known: Evidence, span: Span, status: Judged, original: Judged | None) -> Course:
    """Everything that two values and a due year allow."""
    kind = known.unit.number_kind
    start, end = known.history[0].date, known.history[-1].date
    due = milestone(kind, span.base, start, from_first(span).line.number, known.due_day or end, end)
    return Course(
        judged=status,
        original=original,
        span=span,
        due_now=no_way(span) or due.linear,
        covered=covered(span),
        paces={each: _pace(kind, span, each) for each in SCALES},
        last_step=_last_step(known, span),
        acceleration=acceleration(span),
        ratio=_ratio(span),
        projection=projection(span, limits_of(known)),
    )


def _pace(kind: NumberKind, span: Span, scale: Scale) -> Pace:
    """Growth on one scale, where that fits what may be computed of the numbers."""
    if scale == "compound" and kind == "rank":
        return no_pace(Reason.ORDINAL)
    return no_pace(Reason.NOT_A_SHARE) if scale == "log_odds" and kind != "share" else pace(span, scale)


def _ratio(span: Span) -> Outcome:
    """Pace so far / pace required from now on, of a value that does not meet the target."""
    if span.line.status(span.latest) == "met":
        return Reason.ALREADY_MET
    if span.line.status(span.base) == "met":
        return no_way(span) or Reason.ALREADY_MET
    found = ratios(span)
    # At the number of a target that wants more than it, no way is left: faster than any number of times.
    return Reason.AT_TARGET if any(each.low == math.inf for each in found) else spanning(found)


def _last_step(known: Evidence, span: Span) -> Interval:
    """Growth between the last two values [unit per year]."""
    before, latest = known.history[-2:]
    return observed(span._replace(base=value_of(before), past=years_between(before.date, latest.date)), "linear")
