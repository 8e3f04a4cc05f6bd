"""How likely a target is, and what is likely: past cases counted."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from qt_ict.reference.classes import PastValue, ReferenceClass
from qt_ict.reference.past_cases import PastCase, past_cases

FEWEST = 30
"""With fewer cases nothing is said."""
MOST = 150
"""The nearest of this number are counted."""
SHOWN = 5
"""So many of the nearest are named."""
TAIL = 0.05
"""The part of the cases beyond each end of the range."""


class ForecastReason(StrEnum):
    """Why nothing can be said."""

    NO_REFERENCE_CLASS = "no-reference-class"
    """Fewer than 30 past cases fit."""
    DUE_PASSED = "due-passed"
    """The due date does not lie ahead."""
    OUTSIDE_SCALE = "outside-scale"
    """The value lies outside what the class can have."""


class NearCase(NamedTuple):
    """A past case as it is shown."""

    area: str
    """Whose it is, as the class writes it."""
    year: int
    """When [calendar year]."""
    value: float
    """Value then [unit of the class]."""
    later: float
    """Value after the time that is left [unit of the class]."""


class Forecast(NamedTuple):
    """What became of those who once stood here."""

    probability: float
    """That the target is met at the due date [1]."""
    median: float
    """The value at the due date that half of the cases stay below [unit of the class]."""
    low: float
    """Nine of ten cases lie between this [unit of the class]."""
    high: float
    """And this."""
    cases: int
    """How many past cases were counted."""
    reached: int
    """How many of them, gaining the same from here, would have met the target."""
    nearest: tuple[NearCase, ...]
    """The nearest of them, nearest first."""


def forecast(
    reference: ReferenceClass,
    *,
    value: float,
    years: float,
    target: float,
    upward: bool,
    pace: float | None = None,
    span: float | None = None,
    strict: bool = False,
    without: str | None = None,
    known_by: float | None = None,
) -> Forecast | ForecastReason:
    """How likely a target is, and what is likely, by what past cases at the same level went on to gain.

    Args:
        reference: The class.
        value: The value now [unit of the class].
        years: Time from now to the due date [years].
        target: The value to reach [unit of the class].
        upward: True where more is better.
        pace: Change a year so far [unit of the class/year]; None where only one value is known.
        span: Over how long that was [years].
        strict: True where the target itself is not enough.
        without: An area whose own cases do not count.
        known_by: Only cases whose outcome was known at the end of this year count [year].
    """
    if years <= 0:
        return ForecastReason.DUE_PASSED
    if not 0 <= value <= reference.ceiling:
        return ForecastReason.OUTSIDE_SCALE
    every = past_cases(reference, years, None if pace is None else span)
    latest = math.inf if known_by is None else known_by - years
    near = [each for each in _by_distance(every, value) if each.area != without and each.time <= latest][:MOST]
    if len(near) < FEWEST:
        return ForecastReason.NO_REFERENCE_CLASS
    ends = sorted(min(max(value + each.gain, 0.0), reference.ceiling) for each in near)
    reached = _reached(ends, target, upward, strict)
    median, low, high = (_quantile(ends, each) for each in (0.5, TAIL, 1 - TAIL))
    shown = tuple(NearCase(each.area, PastValue(each.time, 0).year, each.level, each.later) for each in near[:SHOWN])
    return Forecast((reached + 0.5) / (len(ends) + 1), median, low, high, len(ends), reached, shown)


def _by_distance(cases: Sequence[PastCase], value: float) -> Iterator[PastCase]:
    """Cases by the distance of their level."""
    above = bisect_left(cases, (value,))
    below = above - 1
    while below >= 0 or above < len(cases):
        if above == len(cases) or (below >= 0 and value - cases[below].level <= cases[above].level - value):
            yield cases[below]
            below -= 1
        else:
            yield cases[above]
            above += 1


def _reached(ends: Sequence[float], target: float, upward: bool, strict: bool) -> int:
    if upward:
        return sum(each > target or (each == target and not strict) for each in ends)
    return sum(each < target or (each == target and not strict) for each in ends)


def _quantile(ends: Sequence[float], part: float) -> float:
    """The value below which a part of the sorted ends lies, on the line between two of them."""
    at = part * (len(ends) - 1)
    low = int(at)
    high = min(low + 1, len(ends) - 1)
    return ends[low] + (ends[high] - ends[low]) * (at - low)
