"""Two values of one indicator and the target ahead of them: what lies between."""

from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import Scale, may_be_negative
from qt_ict.engine.thresholds import Threshold
from qt_ict.model.indicators import CEILING


class Span(NamedTuple):
    """Two values of one indicator, and the target ahead of them."""

    base: Interval
    """The first value [unit]."""
    latest: Interval
    """The latest value [unit]."""
    line: Threshold
    """What meets the target [unit]."""
    past: Fraction
    """Time between the two values [years]; more than 0."""
    left: Fraction
    """Time from the latest value to the due date [years]; more than 0 wherever growth is asked."""
    ahead: Fraction
    """Time from the day up to which things are known to the due date [years]; never more than ``left``."""

    @property
    def whole(self) -> Fraction:
        """Time from the first value to the due date [years]."""
        return self.past + self.left


class Corners(NamedTuple):
    """The ends of two values, named by what they mean for a target."""

    back: Number | None
    """The first value farthest from the target [unit]; None where it has no end."""
    ahead: Number | None
    """The first value nearest to the target [unit]."""
    far: Number | None
    """The latest value farthest from the target [unit]."""
    near: Number | None
    """The latest value nearest to the target, or beyond it [unit]."""


def corners(span: Span) -> Corners:
    """The ends of both values, as seen from the target."""
    base, latest = span.base, span.latest
    if span.line.upward:
        return Corners(base.low, base.high, latest.low, latest.high)
    return Corners(base.high, base.low, latest.high, latest.low)


def obstacle(span: Span, scale: Scale) -> Reason | None:
    """Why a scale has no number somewhere between the two values and the target; None where it has."""
    if scale == "linear":
        return None
    if span.line.number < 0 or may_be_negative(span.base) or may_be_negative(span.latest):
        return Reason.NEGATIVE
    if 0 in span.base.ends:
        return Reason.ZERO_BASE
    if span.line.number == 0:
        return Reason.ZERO_TARGET
    ends = (*span.base.ends, *span.latest.ends, span.line.number)
    if scale == "log_odds" and any(end is None or end > CEILING for end in ends):
        return Reason.OUTSIDE_SCALE
    limits = (0, CEILING) if scale == "log_odds" else (0,)
    return Reason.AT_LIMIT if any(limit in ends for limit in limits) else None


def no_way(span: Span) -> Reason | None:
    """Why no way leads from the first value to the target: it was there already; None where one may."""
    if span.base.low == span.base.high == span.line.number:
        return Reason.TARGET_EQUALS_BASELINE
    if span.line.status(span.base) != "met":
        return None
    return Reason.FELL_BELOW_TARGET if span.line.status(span.latest) == "not_met" else Reason.ALREADY_MET


def from_first(span: Span) -> Span:
    """The two values with what the first one had to reach: of a band the end that lay nearer to it."""
    return span._replace(line=span.line.toward(span.base))


def passed_through(span: Span) -> bool:
    """True where the latest value lies beyond the end of a band that the first one never had to reach."""
    line = from_first(span).line
    return line.limit is not None and line.ends[1].status(span.latest) == "not_met"


def sides(span: Span) -> tuple[Span, ...]:
    """The two values as far as they do not meet the target: of a band once for every side on which each may lie.

    Asked of values that do not surely meet it.

    >>> from qt_ict.arithmetic.interval import point
    >>> band = Threshold(Fraction(40), upward=True, strict=False, limit=Fraction(45))
    >>> found = sides(Span(point(52), Interval(39, 46), band, Fraction(1), Fraction(1), Fraction(1)))
    >>> [(each.latest.ends, each.line.upward) for each in found]
    [((39, Fraction(40, 1)), True), ((Fraction(45, 1), 46), False)]
    """
    lines = span.line.ends
    return tuple(
        span._replace(base=short_of(span.base, start), latest=short_of(span.latest, line), line=line)
        for line in lines
        if line.status(span.latest) != "met"
        for start in lines
        if start.status(span.base) != "met"
    )


def short_of(value: Interval, line: Threshold) -> Interval:
    """The part of a value that does not meet a target; of a band its ends are asked, one by one."""
    if line.status(value) == "not_met":
        return value
    if line.upward:
        return Interval(value.low, line.number, value.low_open, not line.strict)
    return Interval(line.number, value.high, not line.strict, value.high_open)
