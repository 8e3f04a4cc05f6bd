"""Average annual rate of reduction, as UNICEF and WHO use it: compound, from a line through logarithms."""

import math

from qt_ict.language import Text
from qt_ict.methods.rates import compound_rate, duration, finite, snapped
from qt_ict.methods.regression import line
from qt_ict.methods.series import Judgement, Method, MethodReason, RateOrReason, Series, judgement_of


def judgement(series: Series) -> Judgement:
    """The status of a series by its rate of reduction and the one required.

    Args:
        series: What to judge.

    Returns:
        value: the rate of reduction [% a year]; growth is negative.
    """
    value, needed = reduction(series), required(series)
    if isinstance(value, MethodReason):
        return judgement_of(value)
    if series.dates_reversed:
        return Judgement(value, reason=MethodReason.DATES_REVERSED)
    if series.meets(series.current.value):
        return judgement_of(value, "met")
    # Where up is better, the growth is compared: the reduction with its sign turned.
    pace = -series.sign * value
    if isinstance(needed, MethodReason) or series.target_behind_base:
        reason = needed if isinstance(needed, MethodReason) else MethodReason.TARGET_BEHIND_BASE
        return Judgement(value, reason=reason)
    enough = -series.sign * needed
    pace = snapped(pace, (enough, 0))
    if pace < 0:
        return judgement_of(value, "moving_away")
    return judgement_of(value, "on_track" if pace >= enough else "too_slow")


def reduction(series: Series) -> RateOrReason:
    """The average annual rate of reduction.

    100 (1 - e^b), b the slope of the least-squares line through ln(value)

    Args:
        series: All its values are above 0, the current one is later than the base.

    Returns:
        The rate [% a year].
    """
    years = duration(series.base, series.current)
    if isinstance(years, MethodReason):
        return years
    if any(each.value <= 0 for each in series.observations):
        return MethodReason.NOT_POSITIVE
    points = [(each.year, math.log(each.value)) for each in series.observations]
    fitted = line(points, [1.0] * len(points))
    if isinstance(fitted, MethodReason):
        return fitted
    try:
        return finite(-100 * math.expm1(fitted.slope))
    except OverflowError:
        return MethodReason.TOO_LARGE


def required(series: Series) -> RateOrReason:
    """The rate of reduction from the base that meets the target.

    100 (1 - (target / base)^(1 / years))

    Args:
        series: With a target.

    Returns:
        The rate [% a year].
    """
    rate = compound_rate(series.base, series.goal)
    return rate if isinstance(rate, MethodReason) else finite(-100 * rate)


METHOD = Method(
    "aarr",
    judgement,
    {
        "met": Text("đã đạt", "met"),
        "on_track": Text("đủ nhanh", "fast enough"),
        "too_slow": Text("quá chậm", "too slow"),
        "moving_away": Text("xa dần mục tiêu", "movement away"),
    },
    ("0",),
    Text("Tốc độ giảm bình quân năm (AARR)", "Average annual rate of reduction (AARR)"),
    Text("mức giảm bình quân, % mỗi năm; âm là tăng", "average reduction, % a year; growth is negative"),
    by_ratios=True,
    favourable=frozenset(("met", "on_track")),
    every_observation=True,
)
"""The method."""
