"""Statistics Canada and Open SDG: the compound rate so far, held against the one required.

Source: program and documentation of Open SDG, as Statistics Canada uses it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from qt_ict.language import Text
from qt_ict.methods.rates import LEAP, compound_rate, duration, finite, graded, ratio, snapped
from qt_ict.methods.series import Judgement, Method, MethodReason, RateOrReason, Series, judgement_of

STAND_IN = 0.001
"""What replaces a base or a target of 0 [as observed]."""
BEST, WORST = 5.0, -5.0
"""Ends of the scale of scores."""
_FALL_OFF = 4.44
"""How steeply the limits fall as the base nears the natural limit [1]."""
_ACHIEVED = "target_achieved"
_DETERIORATION = "deterioration"
_Limits = Sequence[tuple[float, str]]
_WITH_TARGET: _Limits = ((0.95, "substantial"), (0.60, "moderate"), (0.0, "limited"))
_WITHOUT_TARGET: _Limits = ((0.015, "substantial"), (0.005, "moderate"), (0.0, "limited"))


def judgement(series: Series) -> Judgement:
    """The status of a series: a met target first, else by the progress value.

    Args:
        series: What to judge; the limit counts where there is no target.

    Returns:
        value: the ratio of the rates [1] with a target, else the rate so far [1/year].
    """
    years = duration(series.base, series.current)
    if isinstance(years, MethodReason) or years < 1 - LEAP:
        # The published program returns nothing before it looks at anything else.
        return judgement_of(years if isinstance(years, MethodReason) else MethodReason.UNDER_A_YEAR)
    used, constants = _without_zeros(series)
    value = progress(used)
    if used.meets(used.current.value):
        return judgement_of(value, _ACHIEVED, BEST)._replace(constants=constants)
    if isinstance(value, MethodReason):
        return Judgement(reason=value, constants=constants)
    # The factor comes from the base as observed, a 0 included.
    factor = limit_factor(series.base.value, series.limit)
    limits = _scaled(factor) if used.target is None else _WITH_TARGET
    value = snapped(value, (least for least, _ in limits))
    score = score_without_target(value, factor) if used.target is None else score_with_target(value)
    return judgement_of(value, graded(value, limits, _DETERIORATION), score)._replace(constants=constants)


class _Replaced(NamedTuple):
    series: Series
    constants: dict[str, float]


def _without_zeros(series: Series) -> _Replaced:
    """The series with what stands in for a base or target of 0."""
    constants: dict[str, float] = {}
    if series.base.value == 0:
        constants["zero_base"] = STAND_IN
        base = series.base._replace(value=STAND_IN)
        series = series._replace(observations=(base, *series.observations[1:]))
    if series.target == 0:
        constants["zero_target"] = STAND_IN
        series = series._replace(target=STAND_IN)
    return _Replaced(series, constants)


def progress(series: Series) -> RateOrReason:
    """The progress value R.

    R = s d g(base, current) / |g(base, target)| with a target, else s d g(base, current);
    g is the compound rate, d is 1 where up is better, else -1, s is -1 for a negative base, else 1.

    Args:
        series: Base and target are not 0.

    Returns:
        The ratio [1] with a target, else the rate [1/year].
    """
    sign = series.sign * (-1 if series.base.value < 0 else 1)
    observed = compound_rate(series.base, series.current)
    if series.target is not None:
        return ratio(observed, compound_rate(series.base, series.goal), sign)
    return observed if isinstance(observed, MethodReason) else finite(sign * observed)


def limit_factor(base: float, limit: float | None) -> float:
    """What the limits without target are multiplied by: the nearer the base to its natural limit, the less.

    1 from twice the limit on; else 1 - q^4.44, where q is base / limit up to the limit, 2 - base / limit
    beyond it; all in absolute numbers. 1 without a limit.

    Args:
        base: The base value [unit].
        limit: The natural limit [unit].

    Returns:
        The factor [1], from 0 to 1.

    >>> round(limit_factor(84.3, 100), 6), limit_factor(100, 100), limit_factor(250, 100)
    (0.531538, 0.0, 1.0)
    """
    if limit is None or abs(base) >= 2 * abs(limit):
        return 1.0
    part = abs(base) / abs(limit)
    return float(1 - (part if part <= 1 else max(0.0, 2 - part)) ** _FALL_OFF)


def _scaled(factor: float) -> _Limits:
    return [(least * factor, status) for least, status in _WITHOUT_TARGET]


def score_with_target(value: float) -> float:
    """The score of a ratio of rates.

    min(7.1429 R - 4.2857, 5) from 0.6 on, else max(4.1667 R - 2.5, -5)

    Args:
        value: The ratio R [1].

    Returns:
        The score, from -5 to 5.

    >>> score_with_target(2.0), score_with_target(0.0)
    (5.0, -2.5)
    """
    if value >= _WITH_TARGET[1][0]:
        return min(7.1429 * value - 4.2857, BEST)
    return max(4.1667 * value - 2.5, WORST)


def score_without_target(value: float, factor: float) -> float:
    """The score of a rate.

    max(125 R - 2.5, -5) below 0; 5 where C is 0; min(500 R / C - 5, 5) from 0.015 C on;
    250 R / C - 1.25 from 0.005 C on; else 500 R / C - 2.5

    Args:
        value: The rate R [1/year].
        factor: The limit factor C [1].

    Returns:
        The score, from -5 to 5.

    >>> score_without_target(0.01, 1.0), score_without_target(-0.02, 1.0), score_without_target(0.0, 0.0)
    (1.25, -5.0, 5.0)
    """
    high, medium, low = (least for least, _ in _scaled(factor))
    if value < low:
        return max(125 * value - 2.5, WORST)
    if factor == 0:
        return BEST
    if value >= high:
        return min(500 * value / factor - 5, BEST)
    return 250 * value / factor - 1.25 if value >= medium else 500 * value / factor - 2.5


METHOD = Method(
    "statcan",
    judgement,
    {
        _ACHIEVED: Text("đã đạt mục tiêu", "target achieved"),
        "substantial": Text("tiến bộ đáng kể", "substantial progress"),
        "moderate": Text("tiến bộ vừa phải", "moderate progress"),
        "limited": Text("tiến bộ hạn chế", "limited progress"),
        _DETERIORATION: Text("xấu đi", "deterioration"),
    },
    ("0.95", "0.6", "0.015", "0.005", "0"),
    Text("Cục Thống kê Canada / Open SDG", "Statistics Canada / Open SDG"),
    Text(
        "tăng bình quân năm (kép) đến nay / cần thiết; không có mục tiêu: tăng bình quân năm đến nay",
        "compound rate so far / required; without a target the compound rate so far a year",
    ),
    by_ratios=True,
    favourable=frozenset(
        (
            _ACHIEVED,
            "substantial",
        )
    ),
)
"""The method."""
