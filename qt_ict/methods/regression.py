"""A straight line through points, by least squares."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from qt_ict.methods.series import MethodReason, RateOrReason


class RegressionLine(NamedTuple):
    """A straight line."""

    centre: float
    """Weighted mean of the dates [calendar year]."""
    level: float
    """Weighted mean of the values [unit]."""
    slope: float
    """Change [unit/year]."""

    def at(self, year: float) -> float:
        """The value on the line at a date.

        level + slope x (year - centre)

        Args:
            year: The date [calendar year].

        Returns:
            The value [unit]; infinite where it is too large.
        """
        return self.level + self.slope * (year - self.centre)


def line(points: Sequence[tuple[float, float]], weights: Sequence[float]) -> RegressionLine | MethodReason:
    """The line with the least sum of weighted squares.

    slope = sum of w (x - centre)(y - level) / sum of w (x - centre)^2

    Args:
        points: Date and value of each [calendar year, unit].
        weights: The weight of each [1].

    Returns:
        The line; a reason where all dates are the same.

    >>> line([(0, 1), (1, 3), (2, 5)], [1, 1, 1])
    RegressionLine(centre=1.0, level=3.0, slope=2.0)
    """
    total = sum(weights)
    centre = sum(w * x for w, (x, _) in zip(weights, points, strict=True)) / total
    # Counted from the first value: of values that are all the same nothing is left to round.
    first = points[0][1]
    above = sum(w * (y - first) for w, (_, y) in zip(weights, points, strict=True)) / total
    spread = sum(w * (x - centre) * (x - centre) for w, (x, _) in zip(weights, points, strict=True))
    if spread == 0:
        return MethodReason.SAME_DATE
    slope = sum(w * (x - centre) * (y - first - above) for w, (x, y) in zip(weights, points, strict=True)) / spread
    if not all(map(math.isfinite, (centre, above, slope))):
        return MethodReason.TOO_LARGE
    return RegressionLine(centre, first + above, slope)


def predicted(points: Sequence[tuple[float, float]], weights: Sequence[float], year: float) -> RateOrReason:
    """The value at a date on the line through points.

    Args:
        points: Date and value of each [calendar year, unit].
        weights: The weight of each [1].
        year: The date [calendar year].

    Returns:
        The value [unit].

    >>> predicted([(0, 1), (1, 3), (2, 5)], [1, 1, 1], 5)
    11.0
    """
    fitted = line(points, weights)
    if isinstance(fitted, MethodReason):
        return fitted
    value = fitted.at(year)
    return value if math.isfinite(value) else MethodReason.TOO_LARGE
