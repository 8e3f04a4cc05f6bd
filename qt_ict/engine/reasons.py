"""The closed lists of codes: why a quantity cannot be computed, why a value is wide."""

from collections.abc import Iterable
from enum import StrEnum

from qt_ict.arithmetic.interval import Interval


class Reason(StrEnum):
    """Why a quantity is not computed. Never 0, never blank."""

    NO_BASELINE = "no-baseline"
    PROXY_ONLY = "proxy-only"
    NO_THRESHOLD = "no-threshold"
    BASELINE_UNBOUNDED = "baseline-unbounded"
    BELOW_ZERO = "below-zero"
    UNIT_MISMATCH = "unit-mismatch"
    ZERO_DENOMINATOR = "zero-denominator"
    CONTRADICTORY_BOUNDS = "contradictory-bounds"
    NO_COUNT = "no-count"
    NOT_COUNTED = "not-counted"
    NO_WHOLE = "no-whole"
    ZERO_BASE = "zero-base"
    ZERO_VALUE = "zero-value"
    ZERO_TARGET = "zero-target"
    NEGATIVE = "negative"
    ORDINAL = "ordinal"
    OUT_OF_REACH = "out-of-reach"
    NOT_A_SHARE = "not-a-share"
    AT_LIMIT = "at-limit"
    OUTSIDE_SCALE = "outside-scale"
    NO_DUE_YEAR = "no-due-year"
    EACH_YEAR = "each-year"
    DUE_PASSED = "due-passed"
    ALREADY_MET = "already-met"
    TOO_LARGE = "too-large"
    NOT_IN_ROUND = "not-in-round"
    DEFINITION_CHANGED = "definition-changed"
    DIFFERENT_DENOMINATORS = "different-denominators"
    ONE_ROUND_ONLY = "one-round-only"
    SAME_DATE = "same-date"
    TARGET_EQUALS_BASELINE = "target-equals-baseline"
    BOUNDS_TOO_WIDE = "bounds-too-wide"
    NO_PROGRESS = "no-progress"
    FELL_BELOW_TARGET = "fell-below-target"
    NO_REFERENCE_CLASS = "no-reference-class"
    NO_RECORD = "no-record"
    UNCERTAIN_VALUE = "uncertain-value"
    SEVERAL_STATUSES = "several-statuses"
    AT_TARGET = "at-target"
    VALUE_TOO_OLD = "value-too-old"
    NOT_OBSERVED_WHEN_DUE = "not-observed-when-due"
    ABOVE_CEILING = "above-ceiling"
    PERIOD_NOT_OVER = "period-not-over"
    NO_VALUE_YET = "no-value-yet"
    NOT_YET_STATED = "not-yet-stated"
    NOT_IN_FIFTY_YEARS = "not-in-fifty-years"
    NO_REFERENCE_VALUE = "no-reference-value"
    COUNTED_OTHERWISE = "counted-otherwise"
    SUM_FROM_ZERO = "sum-from-zero"
    TWO_LIMITS = "two-limits"
    PASSED_THROUGH = "passed-through"


class Cause(StrEnum):
    """Why a value is an interval and not a point; the code of the remark that says so."""

    WORDS = "width-words"
    """The source says "more than", "nearly"."""
    DIGITS = "width-digits"
    """A percentage was printed without its count."""
    DECIMALS = "width-decimals"
    """A number that is no percentage was printed rounded: a density, an amount, an index."""
    SURVEY = "width-survey"
    """A survey says how far the number may be off."""
    ROUNDED = "width-rounded"
    """A number was published rounded."""
    PERIODS = "width-periods"
    """Of things counted per period a period was not reported."""
    JOINT = "width-joint"
    """Kinds were counted separately; what they share is only bounded."""
    BOUND = "width-bound"
    """The figures only bound the count from above or below."""


Outcome = Interval | Reason
"""A quantity, or why there is none."""


def spanning(found: Iterable[Outcome]) -> Outcome:
    """All that lies between quantities; the first reason where one of them is none.

    >>> spanning([Interval(1, 2), Interval(3, None)])
    Interval(low=1, high=None, low_open=False, high_open=False)
    """
    outcomes = list(found)
    if len(outcomes) == 1:
        return outcomes[0]
    intervals = [each for each in outcomes if isinstance(each, Interval)]
    if len(intervals) < len(outcomes):
        return next(each for each in outcomes if isinstance(each, Reason))
    lows = [each.low for each in intervals if each.low is not None]
    highs = [each.high for each in intervals if each.high is not None]
    return Interval(
        min(lows) if len(lows) == len(intervals) else None,
        max(highs) if len(highs) == len(intervals) else None,
    )
