"""What a forecast must beat: the base rate, the linear ratio and a damped trend.

Each is calibrated on the half of the choice with hindsight, also where the forecast is held to what was known then.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean, pstdev

from backtest.cases import PastPlan

Predictor = Callable[[PastPlan], float | None]
"""How likely a plan is to be met; None where it says nothing [1]."""
RATIOS = (0.0, 0.3, 0.6, 0.8, 0.95, 1.1, 1.25, 1.5, 2.0, 3.0)
"""Where the groups of the linear ratio end [1]."""
DAMPINGS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Parts of a year's step that the next year is tried with [1]."""


def brier(pairs: Iterable[tuple[float, bool]]) -> float:
    """Mean squared difference between what was said and what came; 0 is perfect [1].

    >>> brier([(1.0, True), (0.5, False)])
    0.125
    """
    return fmean((said - met) ** 2 for said, met in pairs)


def base_rate(plans: Sequence[PastPlan]) -> Predictor:
    """The same for every plan: how many of those to learn from were met."""
    rate = fmean(each.met for each in plans)
    return lambda plan: rate


def linear(plans: Sequence[PastPlan]) -> Predictor:
    """How many of those to learn from were met that had a like ratio of pace so far to pace needed from now."""
    groups: dict[int, list[bool]] = {}
    for each in plans:
        groups.setdefault(_group(each), []).append(each.met)
    rates = {group: fmean(met) for group, met in groups.items()}
    overall = fmean(each.met for each in plans)
    return lambda plan: rates.get(_group(plan), overall)


def _group(plan: PastPlan) -> int:
    return bisect_right(RATIOS, plan.ratio)


def damped(plans: Sequence[PastPlan]) -> Predictor:
    """A trend of which each year keeps a part of the last step, with normal errors: part and spread that fit best."""

    def candidate(damping: float) -> Predictor:
        spread = pstdev([each.due - projected(each, damping) for each in plans])
        return lambda plan: _above((plan.target.value - projected(plan, damping)) / spread)

    return min(map(candidate, DAMPINGS), key=lambda each: brier((each(plan) or 0.0, plan.met) for plan in plans))


def projected(plan: PastPlan, damping: float) -> float:
    """The value at the due date where every year keeps a part of the last year's step [unit of the family].

    Args:
        plan: The plan.
        damping: The part [1].
    """
    return plan.judged + plan.pace * sum(damping**year for year in range(1, plan.after + 1))


def _above(deviations: float) -> float:
    """The part of a normal distribution above so many standard deviations."""
    return math.erfc(deviations / math.sqrt(2)) / 2
