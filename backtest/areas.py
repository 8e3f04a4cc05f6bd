"""Countries, not country-years, are what is independent: split and drawn as wholes."""

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

SEED = 1
"""Of the split and of every draw."""
DRAWS = 1000
"""Bootstrap samples of an interval."""


class Halves(NamedTuple):
    """Two halves of the areas: one to choose by, one to report on."""

    choice: frozenset[str]
    report: frozenset[str]


def halves(areas: Iterable[str], seed: int = SEED) -> Halves:
    """The areas split at random, the same way each time.

    Args:
        areas: All areas of all families, so that one is in the same half everywhere.
        seed: Of the random order.
    """
    order = sorted(set(areas))
    random.Random(seed).shuffle(order)
    middle = len(order) // 2
    return Halves(frozenset(order[:middle]), frozenset(order[middle:]))


class Sum(NamedTuple):
    """What the cases of one area add up to."""

    total: float
    """Sum of what is averaged."""
    number: int
    """How many were added."""


class Estimate(NamedTuple):
    """A mean over cases, with its interval over areas."""

    mean: float
    low: float
    """95 of 100 samples of the areas give more than this in 97.5 and less than ``high`` in 97.5 of 100."""
    high: float
    number: int
    """How many cases."""
    areas: int
    """How many areas."""


def sums(pairs: Iterable[tuple[str, float]]) -> dict[str, Sum]:
    """Values added up by area.

    >>> sums([("vnm", 1.0), ("lao", 0.0), ("vnm", 0.5)])["vnm"]
    Sum(total=1.5, number=2)
    """
    found: dict[str, Sum] = {}
    for area, value in pairs:
        before = found.get(area, Sum(0.0, 0))
        found[area] = Sum(before.total + value, before.number + 1)
    return found


def estimate(pairs: Iterable[tuple[str, float]], seed: int = SEED, draws: int = DRAWS) -> Estimate | None:
    """The mean of values with a 95% interval by drawing areas with replacement; None without values.

    Args:
        pairs: Area and value of each case.
        seed: Of the draws.
        draws: How many samples.
    """
    by_area = sums(pairs)
    if not by_area:
        return None
    every = [by_area[area] for area in sorted(by_area)]
    means = sorted(_mean(sample) for sample in _samples(every, seed, draws))
    low, high = means[int(0.025 * draws)], means[min(int(0.975 * draws), draws - 1)]
    return Estimate(_mean(every), low, high, sum(each.number for each in every), len(every))


def difference(
    first: Mapping[str, Sum], second: Mapping[str, Sum], seed: int = SEED, draws: int = DRAWS
) -> tuple[float, float]:
    """A 95% interval of the first mean less the second, over the same cases of the same areas.

    Args:
        first: Sums by area.
        second: Sums of the same cases by area.
        seed: Of the draws.
        draws: How many samples.
    """
    every = [Sum(first[area].total - second[area].total, first[area].number) for area in sorted(first)]
    means = sorted(_mean(sample) for sample in _samples(every, seed, draws))
    return means[int(0.025 * draws)], means[min(int(0.975 * draws), draws - 1)]


def _samples(every: Sequence[Sum], seed: int, draws: int) -> Iterable[list[Sum]]:
    generator = random.Random(seed)
    return (generator.choices(every, k=len(every)) for _ in range(draws))


def _mean(sample: Sequence[Sum]) -> float:
    return sum(each.total for each in sample) / sum(each.number for each in sample)
