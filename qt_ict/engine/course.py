"""The course of a target through the rounds: how far, how fast, and what that means for it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.engine.evidence import Evidence, value_of
from qt_ict.engine.judging import deciding, judged
from qt_ict.engine.milestones import milestone
from qt_ict.engine.pace import Pace, covered, no_pace, pace
from qt_ict.engine.projection import Projection, projection
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.span import Span, no_way
from qt_ict.engine.verdict import Judged
from qt_ict.model.indicators import CEILING


class Course(NamedTuple):
    """What the rounds say of a target."""

    judged: Judged
    """The status by the version that counts."""
    original: Judged | None
    """The status by the first version; None where that is the one that counts."""
    span: Span | None
    """First and latest value and the target ahead; None where nothing is compared."""
    scale: Scale | None
    """The scale that decides; None where nothing is compared."""
    due_now: Outcome
    """The value due at the date of the latest one, on the deciding scale [unit]."""
    covered: Outcome
    """Part of the way from the first value to the target [1]."""
    paces: Mapping[Scale, Pace]
    """Growth on every scale that fits the kind of unit."""
    projection: Projection
    """Where the pace so far leads, on the deciding scale."""

    @property
    def shown_scale(self) -> Scale:
        """The scale on which growth is shown: the one that decides, the linear one where nothing is compared."""
        return self.scale or "linear"

    @property
    def pace(self) -> Pace:
        """Growth on that scale."""
        return self.paces[self.shown_scale]


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
        scale=None,
        due_now=nothing,
        covered=_covered_when_due(known) or nothing,
        paces={scale: no_pace(nothing) for scale in SCALES},
        projection=Projection(nothing, nothing),
    )


def _covered_when_due(known: Evidence) -> Outcome | None:
    """The part of the way that lay behind in a due year that is over; None where nothing can be compared."""
    start, end = known.baseline, known.judged_by
    if not known.passed or known.line is None or start is None or end is None or start.date == end.date:
        return None
    return covered(Span(value_of(start), value_of(end), known.line, years_between(start.date, end.date), Fraction(0)))


def _nothing(status: Judged, known: Evidence) -> Reason:
    """Why there is no growth to speak of, where nothing is compared."""
    if status.reason:
        return status.reason
    if known.passed:
        return Reason.DUE_PASSED
    return Reason.ONE_ROUND_ONLY if len(known.history) == 1 else Reason.NO_DUE_YEAR


def _compared(known: Evidence, span: Span, status: Judged, original: Judged | None) -> Course:
    """Everything that two values and a due year allow."""
    kind, scale = known.unit.kind, deciding(known, span)
    start, end = known.history[0].date, known.history[-1].date
    due = milestone(kind, span.base, start, span.line.number, known.last_year or 0, end)
    return Course(
        judged=status,
        original=original,
        span=span,
        scale=scale,
        due_now=no_way(span) or due.on(scale),
        covered=covered(span),
        paces={
            each: no_pace(Reason.NOT_A_SHARE) if each == "log_odds" and kind != "share" else pace(span, each)
            for each in SCALES
        },
        projection=projection(span, scale, CEILING if kind == "share" else None),
    )
