"""Eurostat: the compound rate so far as a part of the one required.

Source: the ratio of growth rates with a quantitative target.
"""

from qt_ict.language import Text
from qt_ict.methods.rates import compound_rate, graded, ratio, snapped
from qt_ict.methods.series import Judgement, Method, MethodReason, RateOrReason, Series, judgement_of

_LIMITS = ((0.95, "significant"), (0.60, "moderate"), (0.0, "insufficient"))
_AWAY = "moving_away"

STATUSES = {
    "significant": Text("tiến bộ đáng kể", "significant progress"),
    "moderate": Text("tiến bộ vừa phải", "moderate progress"),
    "insufficient": Text("tiến bộ không đủ", "insufficient progress"),
    _AWAY: Text("xa dần mục tiêu", "movement away"),
}
"""Statuses of a ratio of rates."""
LIMITS = ("0.95", "0.6", "0")
"""Ratios at which they change [1]."""


def judgement(series: Series) -> Judgement:
    """The status of a series by the ratio of its compound rates.

    R = g(base, current) / g(base, target)

    Args:
        series: What to judge.

    Returns:
        value: the ratio R [1].
    """
    observed = compound_rate(series.base, series.current)
    return of_ratio(series, ratio(observed, compound_rate(series.base, series.goal)))


def of_ratio(series: Series, value: RateOrReason) -> Judgement:
    """The status of a ratio of rates; none where the target demands a change for the worse.

    Args:
        series: The series it is of.
        value: The ratio [1].
    """
    if isinstance(value, MethodReason):
        return judgement_of(value)
    if series.target_behind_base:
        return Judgement(value, reason=MethodReason.TARGET_BEHIND_BASE)
    value = snapped(value, (least for least, _ in _LIMITS))
    return judgement_of(value, graded(value, _LIMITS, _AWAY))


METHOD = Method(
    "eurostat",
    judgement,
    STATUSES,
    LIMITS,
    Text("Tỷ số tốc độ tăng (Eurostat)", "Ratio of growth rates (Eurostat)"),
    Text("tăng bình quân năm (kép) đến nay / cần thiết", "compound rate so far / required"),
    by_ratios=True,
    favourable=frozenset(("significant",)),
)
"""The method."""
