"""Past cases: where an area stood, how it had come there, and where it stood some years later."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from qt_ict.reference.classes import PastValue, ReferenceClass

LONGEST_GAP = 2.0
"""Values further apart than this say nothing of the time between them [years]."""
SOFTENING = 0.5
"""Added to a share and to what it lacks, so that 0 and 100% have log-odds [%]."""
SOFTENING_OF_MEDIAN = 1 / 30
"""Added to a density, so that 0 has a logarithm [part of the class's median]."""


class PastCase(NamedTuple):
    """One area at one date, and what it came to."""

    height: float
    """Where it stood, on the scale on which nearness is measured [1]."""
    rise: float
    """How much it had risen on that scale over the span asked for; 0 where nobody asks [1]."""
    area: str
    """Whose case it is."""
    time: float
    """When it stood there [year]."""
    level: float
    """Value then [unit of the class]."""
    later: float
    """Value after the time asked for [unit of the class]."""
    known: float
    """When that was known: a value between two observations only with the later one [year]."""

    @property
    def gain(self) -> float:
        """What it gained; below 0 where it lost [unit of the class]."""
        return self.later - self.level


@lru_cache(maxsize=128)
def past_cases(reference: ReferenceClass, years: float, span: float | None) -> tuple[PastCase, ...]:
    """Every case of a class whose outcome is known, lowest first.

    Args:
        reference: The class.
        years: How much later the outcome is [years].
        span: Over how long the rise before is measured [years]; None where nobody asks for it.
    """
    return tuple(
        sorted(
            case for area, values in reference.areas.items() for case in _cases_of(reference, area, values, years, span)
        )
    )


def _cases_of(
    reference: ReferenceClass, area: str, values: Sequence[PastValue], years: float, span: float | None
) -> Iterator[PastCase]:
    times = [each.time for each in values]
    laters = _values_at(values, [time + years for time in times])
    earliers = _values_at(values, [time - (span or 0.0) for time in times])
    for (time, level), later, earlier in zip(values, laters, earliers, strict=True):
        if later is not None and earlier is not None:
            top = height(reference, level)
            rise = top - height(reference, earlier.value)
            yield PastCase(top, rise, area, time, level, later.value, later.time)


def _values_at(values: Sequence[PastValue], times: Sequence[float]) -> list[PastValue | None]:
    """The values at several times, in their order, each with the time from which on it was known.

    As observed, or on the line between two observations that are near each other.
    """
    found = []
    index = 0
    for time in times:
        while index < len(values) and values[index].time < time:
            index += 1
        found.append(_value_at(values, index, time))
    return found


def _value_at(values: Sequence[PastValue], index: int, time: float) -> PastValue | None:
    if index == len(values):
        return None
    end = values[index]
    if end.time == time:
        return end
    start = values[index - 1] if index else None
    if start is None or end.time - start.time > LONGEST_GAP:
        return None
    between = start.value + (end.value - start.value) * (time - start.time) / (end.time - start.time)
    return PastValue(end.time, between)


def height(reference: ReferenceClass, value: float) -> float:
    """Where a value stands on the scale on which nearness is measured: log-odds of a share, logarithm of a density [1].

    share: ln(v + 0.5) - ln(100.5 - v); density: ln(v + m/30), m the median of the class

    A point more is a large step from 1%, a small one from 50%.

    Args:
        reference: The class.
        value: The value [unit of the class].
    """
    if reference.kind == "share":
        return math.log(value + SOFTENING) - math.log(reference.ceiling - value + SOFTENING)
    return math.log(value + softening(reference))


@lru_cache(maxsize=64)
def softening(reference: ReferenceClass) -> float:
    """What is added to a density so that 0 has a logarithm [unit of the class].

    A thirtieth of the median of all that is above 0.

    Args:
        reference: The class.
    """
    positive = [each.value for values in reference.areas.values() for each in values if each.value > 0]
    return median(positive) * SOFTENING_OF_MEDIAN if positive else 1.0
