"""How likely a target is, and what is likely: past cases counted.

The cases are those of other areas that once stood near here and had come there about as fast: the nearest case of
each of the 60 nearest areas. What each gained in as much time as is left is added to the value now. How that was
chosen, and how often it came true: docs/record.md.
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from qt_ict.reference.classes import PastValue, ReferenceClass
from qt_ict.reference.past_cases import PastCase, height, past_cases

FEWEST = 30
"""With fewer cases nothing is said."""
FEWEST_AREAS = 10
"""Nor with cases of fewer areas: the years of one area are one history."""
LONGEST_SPAN = 5.0
"""A rise over more time is taken for its part in this much, so that early cases count too [years]."""
SHOWN = 5
"""So many of the nearest are named."""
TAIL = 0.05
"""The part of the cases beyond each end of the range."""


class Nearness(NamedTuple):
    """Which past cases are counted."""

    most: int = 60
    """The nearest of this number."""
    areas_to_spare: float = 3.0
    """A class of so many times as many areas as cases gives one case an area; a smaller one gives more [1]."""
    weight_of_rise: float = 2.0
    """A difference in rise counts as this many times one in height; with 0 the rise is not asked for [1]."""
    furthest: float = 3.0
    """What lies further away is no case of this kind [distance]."""
    furthest_level: float = 1.0
    """Nor what stood so much higher or lower, however fast it rose: 2.7 times as high, or as high in odds [1]."""

    def of_each_area(self, areas: int) -> int:
        """How many cases of an area may be counted.

        Args:
            areas: How many areas the class has.

        >>> Nearness().of_each_area(205), Nearness().of_each_area(63)
        (1, 3)
        """
        return max(1, math.ceil(self.areas_to_spare * self.most / max(areas, 1)))


CHOSEN = Nearness()
"""Chosen on one half of the countries: docs/record.md."""


class ForecastReason(StrEnum):
    """Why nothing can be said."""

    NO_REFERENCE_CLASS = "no-reference-class"
    """Fewer than 30 past cases of 10 areas fit."""
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


class Outlook(NamedTuple):
    """What became of those who once stood near here, whatever the target."""

    ends: tuple[float, ...]
    """Where each case's gain leads from the value now, lowest first [unit of the class]."""
    near: tuple[PastCase, ...]
    """The cases, nearest first."""

    def reached(self, target: float, *, upward: bool, strict: bool = False) -> int:
        """How many cases, gaining the same from here, meet a target.

        Args:
            target: The value to reach [unit of the class].
            upward: True where more is better.
            strict: True where the target itself is not enough.
        """
        below = bisect_left(self.ends, target) if upward != strict else bisect_right(self.ends, target)
        return len(self.ends) - below if upward else below

    def probability(self, target: float, *, upward: bool, strict: bool = False) -> float:
        """How likely a target is, by Laplace's rule of succession [1].

        (reached + 1) / (cases + 2)

        What 60 of 60 did is not certain: nobody has seen everything.

        Args:
            target: The value to reach [unit of the class].
            upward: True where more is better.
            strict: True where the target itself is not enough.
        """
        return (self.reached(target, upward=upward, strict=strict) + 1) / (len(self.ends) + 2)

    def quantile(self, part: float) -> float:
        """The value below which a part of the cases ends [unit of the class].

        On the line between two ends; of n ends the k-th has k/(n + 1) below it.

        Args:
            part: The part [1].
        """
        at = min(max(part * (len(self.ends) + 1) - 1, 0.0), len(self.ends) - 1.0)
        low = int(at)
        high = min(low + 1, len(self.ends) - 1)
        return self.ends[low] + (self.ends[high] - self.ends[low]) * (at - low)


class Forecast(NamedTuple):
    """How likely a target is, and what is likely."""

    probability: float
    """That the target is met at the due date [1]."""
    median: float
    """The value at the due date that half of the cases stay below [unit of the class]."""
    low: float
    """Nine of ten cases end between this [unit of the class]."""
    high: float
    """And this."""
    cases: int
    """How many past cases were counted."""
    reached: int
    """How many of them, gaining the same from here, would have met the target."""
    nearest: tuple[NearCase, ...]
    """The nearest of them, nearest first."""
    lowest: float
    """Where the lowest of them stood [unit of the class]."""
    highest: float
    """And the highest."""


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
    """How likely a target is, and what is likely, by what others gained who once stood near here.

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
    if not _possible(reference, target, upward, strict):
        return ForecastReason.OUTSIDE_SCALE
    found = outlook(reference, value=value, years=years, pace=pace, span=span, without=without, known_by=known_by)
    if isinstance(found, ForecastReason):
        return found
    return Forecast(
        probability=found.probability(target, upward=upward, strict=strict),
        median=found.quantile(0.5),
        low=found.quantile(TAIL),
        high=found.quantile(1 - TAIL),
        cases=len(found.ends),
        reached=found.reached(target, upward=upward, strict=strict),
        nearest=tuple(map(_shown, found.near[:SHOWN])),
        lowest=min(each.level for each in found.near),
        highest=max(each.level for each in found.near),
    )


def outlook(
    reference: ReferenceClass,
    *,
    value: float,
    years: float,
    pace: float | None = None,
    span: float | None = None,
    without: str | None = None,
    known_by: float | None = None,
    nearness: Nearness = CHOSEN,
) -> Outlook | ForecastReason:
    """What became of those who once stood near here.

    Args:
        reference: The class.
        value: The value now [unit of the class].
        years: Time from now to the due date [years].
        pace: Change a year so far [unit of the class/year]; None where only one value is known.
        span: Over how long that was [years].
        without: An area whose own cases do not count.
        known_by: Only cases whose outcome was known at the end of this year count [year].
        nearness: Which cases are counted.
    """
    if years <= 0:
        return ForecastReason.DUE_PASSED
    before = value if pace is None or span is None else round(value - pace * span, _DIGITS)
    if not all(0 <= each <= reference.ceiling for each in (value, before)):
        return ForecastReason.OUTSIDE_SCALE
    here = _Here.of(reference, value, pace, span if nearness.weight_of_rise else None)
    latest = math.inf if known_by is None else known_by
    every = past_cases(reference, years, here.span)
    near = _nearest(every, here, nearness, nearness.of_each_area(len(reference.areas)), without, latest)
    if len(near) < FEWEST or len({each.area for each in near}) < FEWEST_AREAS:
        return ForecastReason.NO_REFERENCE_CLASS
    ends = sorted(_end(value, each, reference.ceiling) for each in near)
    return Outlook(tuple(ends), near)


def _possible(reference: ReferenceClass, target: float, upward: bool, strict: bool) -> bool:
    """False for a target that no value of the class meets: above its ceiling, or below 0."""
    if upward:
        return target < reference.ceiling or (target == reference.ceiling and not strict)
    return target > 0 or (target == 0 and not strict)


_DIGITS = 9
"""Decimals that sums of doubles can be trusted to [unit of the class]."""


EDGE = 0.015
"""Beyond this part of a share's scale, at either end of it, nobody is brought by points gained farther away [1]."""


def _end(value: float, case: PastCase, ceiling: float) -> float:
    """Where the gain of a case leads from another value [unit of the class].

    It is added. Where that leads to the edge of what there can be, the case's part of what was left to it is taken of
    what is left here: nobody comes to 100% by what others gained farther from it, nor down to 0.
    """
    added = round(value + case.gain, _DIGITS)
    lowest, highest = (0.0, math.inf) if ceiling == math.inf else (EDGE * ceiling, (1 - EDGE) * ceiling)
    if case.gain > 0 and added > highest and case.level < value:
        return round(value + case.gain * (ceiling - value) / (ceiling - case.level), _DIGITS)
    if case.gain < 0 and added < lowest and value < case.level:
        return round(value + case.gain * value / case.level, _DIGITS)
    return min(max(added, 0.0), ceiling)


class _Here(NamedTuple):
    """Where one stands, on the scale of nearness."""

    height: float
    rise: float
    span: float | None
    """Over how long the rise was; None where it is not known [years]."""

    @classmethod
    def of(cls, reference: ReferenceClass, value: float, pace: float | None, span: float | None) -> "_Here":
        top = height(reference, value)
        if pace is None or span is None or span <= 0:
            return cls(top, 0.0, None)
        before = min(max(value - pace * span, 0.0), reference.ceiling)
        counted = min(span, LONGEST_SPAN)
        return cls(top, (top - height(reference, before)) * counted / span, counted)


def _nearest(
    cases: Sequence[PastCase], here: _Here, nearness: Nearness, of_each: int, without: str | None, latest: float
) -> tuple[PastCase, ...]:
    """The nearest cases, nearest first, of each area no more than there is need for."""
    found: list[PastCase] = []
    # Nothing outside a circle is nearer than what lies in it, and mostly a small one holds enough.
    for part in (1 / 32, 1 / 8, 1 / 2, 1) if here.span is None else (1 / 8, 1 / 4, 1 / 2, 1):
        inside = _inside(
            cases, here, nearness.furthest * part, nearness.weight_of_rise, nearness.furthest_level, without, latest
        )
        found = list(islice(_some_of_each(inside, of_each), nearness.most))
        if len(found) == nearness.most:
            break
    return tuple(found)


def _inside(
    cases: Sequence[PastCase],
    here: _Here,
    radius: float,
    weight: float,
    level: float,
    without: str | None,
    latest: float,
) -> list[PastCase]:
    """The cases within a distance, nearest first; those equally near by name and date."""
    reach = min(radius, level)
    within = cases[bisect_left(cases, (here.height - reach,)) : bisect_right(cases, (here.height + reach,))]
    if weight:
        slowest, fastest = here.rise - radius / weight, here.rise + radius / weight
        within = [each for each in within if slowest <= each[1] <= fastest]
    measured = [
        (math.hypot(each[0] - here.height, weight * (each[1] - here.rise)), each[2], each[3], each)
        for each in within
        if each[2] != without and each[6] <= latest
    ]
    return [case for *_, case in sorted(each for each in measured if each[0] <= radius)]


def _some_of_each(cases: Sequence[PastCase], most: int) -> Iterator[PastCase]:
    """The first few cases of every area."""
    seen = Counter[str]()
    for case in cases:
        seen[case.area] += 1
        if seen[case.area] <= most:
            yield case


def _shown(case: PastCase) -> NearCase:
    return NearCase(case.area, PastValue(case.time, case.level).year, case.level, case.later)
