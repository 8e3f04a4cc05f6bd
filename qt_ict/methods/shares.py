"""Shares of a ceiling, and their log-odds."""

import math

from qt_ict.arithmetic.formulas import logit
from qt_ict.methods.series import MethodReason, RateOrReason, Series

PER_CENT = 100.0
"""The ceiling of a series that names none [%]."""
_FARTHEST = 1e300
"""Odds beyond it, or below its reciprocal, are left to nobody's arithmetic [1]."""


def ceiling(series: Series) -> float:
    """The whole that the values of a series are shares of [as observed]."""
    return PER_CENT if series.limit is None else series.limit


def log_odds(value: float, whole: float) -> RateOrReason:
    """Log-odds of a share.

    ln(value / (whole - value))

    Args:
        value: The share [unit of the whole].
        whole: The ceiling.

    Returns:
        The log-odds [1]; a reason at 0 and at the ceiling, and outside of them.

    >>> log_odds(50, 100), log_odds(100, 100)
    (0.0, <MethodReason.AT_LIMIT: 'at-limit'>)
    """
    if value in (0, whole):
        return MethodReason.AT_LIMIT
    if not 0 < value < whole:
        return MethodReason.OUTSIDE_SCALE
    if not 1 / _FARTHEST < value / (whole - value) < _FARTHEST:
        return MethodReason.TOO_LARGE
    return logit(value, whole)


def share(odds: float, whole: float) -> float:
    """The share with these log-odds.

    whole / (1 + e^-odds)

    Args:
        odds: The log-odds [1].
        whole: The ceiling.

    Returns:
        The share [unit of the ceiling].

    >>> share(0, 80), share(-1000, 80)
    (40.0, 0.0)
    """
    if odds >= 0:
        return whole / (1 + math.exp(-odds))
    # For very low odds the exponential of the first form would be too large.
    return whole * (math.exp(odds) / (1 + math.exp(odds)))
