"""What the engine claims of small plans, against every way to complete their figures."""

import math
from collections.abc import Callable, Collection, Iterator
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

import pytest

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.distance import Distance
from qt_ict.engine.reasons import Outcome, Reason
from tests.completions import YEARS, Case, Completion, cases, judged

TRIED = 60
"""Cases of each seed."""


class Ends(NamedTuple):
    """The least and the most of something over all completions.

    An end that far numbers alone reach may lie farther out, or may be a limit that none reaches.
    """

    least: Fraction | float
    least_is_near: bool
    most: Fraction | float
    most_is_near: bool

    def are_of(self, outcome: Outcome) -> bool:
        """True where an outcome has exactly these ends."""
        assert isinstance(outcome, Interval), outcome
        low = -math.inf if outcome.low is None else outcome.low
        high = math.inf if outcome.high is None else outcome.high
        at_low = low == self.least if self.least_is_near else low <= self.least
        return at_low and (high == self.most if self.most_is_near else high >= self.most)

    def are_in(self, outcome: Outcome) -> bool:
        """True where no completion lies outside of an outcome."""
        return self._replace(least_is_near=False, most_is_near=False).are_of(outcome)


def ends(found: Collection[Completion], of: Callable[[Completion], Fraction | float]) -> Ends:
    """The least and the most over some completions."""
    near = {of(each): True for each in found if not each.far}
    numbers = {of(each): False for each in found} | near
    least, most = min(numbers), max(numbers)
    return Ends(least, numbers[least], most, numbers[most])


def ways(case: Case, found: Collection[Completion]) -> Ends | Reason:
    """The share of the target attained."""
    if case.line == 0:
        return Reason.ZERO_TARGET
    if case.upward:
        return ends(found, lambda each: each.value / case.line)
    if all(each.count == 0 for each in found):
        return Reason.ZERO_VALUE
    return ends(found, lambda each: case.line / each.value if each.count else math.inf)


def missing(case: Case, found: Collection[Completion]) -> Ends | Reason:
    """The shortfall; none where no number of things would do."""
    least, most = case.comparator == "less_than" and case.line == 0, case.comparator == "more_than" and case.line == 100
    if least or (most and case.kind == "share"):
        return Reason.OUT_OF_REACH
    return ends(found, lambda each: each.missing(case))


def claims(case: Case, found: Collection[Completion], distance: Distance) -> Iterator[tuple[Outcome, Ends | Reason]]:
    """Everything the engine says of a case, beside what all completions say."""
    sign = 1 if case.upward else -1
    yield distance.value, ends(found, lambda each: each.value)
    yield distance.gap, ends(found, lambda each: (case.line - each.value) * sign)
    yield distance.attainment, ways(case, found)
    met = distance.status == "met"
    needed = ends(found, lambda each: (case.line - each.value) / YEARS)
    yield distance.required.linear, Reason.ALREADY_MET if met else needed
    if not case.grows_unevenly:
        yield distance.shortfall, Interval(0, 0) if met and not case.rates else missing(case, found)


@pytest.mark.parametrize("seed", range(6))
def test_every_claim_is_that_of_all_completions(seed: int) -> None:
    """Each end of value, gap, attainment, shortfall and required growth is reached, and none is passed.

    A target is met where every completion meets it, not met where none does, else undecided.
    """
    for case, found in islice(cases(seed), TRIED):
        verdicts = {case.is_met(each.value) for each in found}

        distance = judged(case).distance

        agreed = {True: "met", False: "not_met"}[verdicts.pop()] if len(verdicts) == 1 else "undecided"
        assert distance.status == agreed, case
        for outcome, expected in claims(case, found, distance):
            exact = expected.are_of(outcome) if isinstance(expected, Ends) else outcome == expected
            assert exact, (case, outcome, expected)


def test_a_whole_that_grows_unevenly_is_only_bounded() -> None:
    """Where figures of a denominator grow at different rates its count is taken by itself: no completion is lost."""
    uneven = ((case, missing(case, found)) for case, found in cases(0, uneven=True))
    for case, tried in islice(uneven, 12):
        shortfall = judged(case).distance.shortfall

        assert tried.are_in(shortfall) if isinstance(tried, Ends) else shortfall == tried, case
