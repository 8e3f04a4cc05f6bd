"""Past cases: where an area stood, how fast it had been, and where it stood some years later."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from qt_ict.reference.classes import PastValue, ReferenceClass

LONGEST_GAP = 2.0
"""Values further apart than this say nothing of the time between them [years]."""


class PastCase(NamedTuple):
    """One area at one date, and what it came to."""

    level: float
    """Value then [unit of the class]."""
    later: float
    """Value after the time asked for [unit of the class]."""
    pace: float | None
    """Change a year until then, over the span asked for [unit of the class/year]; None where nothing is known of it."""
    area: str
    """Whose case it is."""
    time: float
    """When it stood there [year]."""

    @property
    def gain(self) -> float:
        """What it gained; below 0 where it lost [unit of the class]."""
        return self.later - self.level


@lru_cache(maxsize=256)
def past_cases(reference: ReferenceClass, years: float, span: float | None) -> tuple[PastCase, ...]:
    """Every case of a class whose outcome is known, lowest level first.

    Args:
        reference: The class.
        years: How much later the outcome is [years].
        span: Over how long the pace before is measured [years]; None where nobody asks for it.
    """
    return tuple(
        sorted(
            (case for area, values in reference.areas.items() for case in _cases_of(area, values, years, span)),
            key=lambda case: (case.level, case.area, case.time),
        )
    )


def _cases_of(area: str, values: Sequence[PastValue], years: float, span: float | None) -> Iterator[PastCase]:
    times = [each.time for each in values]
    laters = _values_at(values, [time + years for time in times])
    earliers = _values_at(values, [time - span for time in times]) if span else [None] * len(values)
    for (time, level), later, earlier in zip(values, laters, earliers, strict=True):
        if later is not None:
            pace = None if earlier is None or span is None else (level - earlier) / span
            yield PastCase(level, later, pace, area, time)


def _values_at(values: Sequence[PastValue], times: Sequence[float]) -> list[float | None]:
    """The values at several times, in their order: as observed, or on the line between two that are near each other."""
    found = []
    index = 0
    for time in times:
        while index < len(values) and values[index].time < time:
            index += 1
        found.append(_value_at(values, index, time))
    return found


def _value_at(values: Sequence[PastValue], index: int, time: float) -> float | None:
    if index == len(values):
        return None
    end = values[index]
    if end.time == time:
        return end.value
    start = values[index - 1] if index else None
    if start is None or end.time - start.time > LONGEST_GAP:
        return None
    return start.value + (end.value - start.value) * (time - start.time) / (end.time - start.time)
