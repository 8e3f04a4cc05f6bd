"""The United Nations' progress chart of 2023 and 2024, as the Basque statistics office restates it."""

from qt_ict.language import Text
from qt_ict.methods.rates import compound_rate, duration, finite, graded, power, snapped
from qt_ict.methods.series import DatedValue, Judgement, Method, MethodReason, RateOrReason, Series, judgement_of

_ENDS = (0.0, 100.0)
"""Targets that count as met from one point away [%]."""
_POINT = 1.0
_MET = "on_track_or_met"
_LIMITS = ((0.95, _MET), (0.10, "fair_progress"))
_BELOW = "stagnation_or_regression"


def judgement(series: Series) -> Judgement:
    """The status of a series: a met target first, else by what is expected at the target year.

    q = (expected - base) / (target - base)

    Args:
        series: What to judge; observations after a passed target year do not count if one lies before it.

    Returns:
        value: the part q of the way that is expected [1].
    """
    goal, ahead = series.goal, duration(series.base, series.goal)
    if isinstance(goal, MethodReason) or isinstance(ahead, MethodReason):
        return judgement_of(ahead)
    latest = _latest(series, goal)
    then = expected(series.base, latest, goal.year)
    value = _part(series.base, goal, then)
    # Between the base and a later observation, the target year is judged by the value on the path.
    seen = latest.value if latest.year <= goal.year else then
    if not isinstance(seen, MethodReason) and _met(series, goal, snapped(seen, (goal.value,))):
        return judgement_of(value, _MET)
    if isinstance(value, MethodReason):
        return judgement_of(value)
    if series.target_behind_base:
        return Judgement(value, reason=MethodReason.TARGET_BEHIND_BASE)
    value = snapped(value, (least for least, _ in _LIMITS))
    return judgement_of(value, graded(value, _LIMITS, _BELOW))


def _latest(series: Series, goal: DatedValue) -> DatedValue:
    """The last observation up to the target year; where only the base is, the current one."""
    until = [each for each in series.observations[1:] if each.year <= goal.year]
    return until[-1] if until else series.current


def _met(series: Series, goal: DatedValue, value: float) -> bool:
    return series.meets(value) or (goal.value in _ENDS and snapped(abs(value - goal.value), (_POINT,)) <= _POINT)


def expected(base: DatedValue, latest: DatedValue, year: float) -> RateOrReason:
    """The value at a year, growing as so far.

    latest x (1 + g)^(year - latest year), g the compound rate from base to latest

    Args:
        base: The first observation.
        latest: The last one.
        year: When [calendar year].

    Returns:
        The value [as observed].

    >>> round(expected(DatedValue(2010, 20), DatedValue(2015, 40), 2020), 9)
    80.0
    """
    rate = compound_rate(base, latest)
    if isinstance(rate, MethodReason):
        return rate
    factor = power(1 + rate, year - latest.year)
    return factor if isinstance(factor, MethodReason) else finite(latest.value * factor)


def _part(base: DatedValue, goal: DatedValue, then: RateOrReason) -> RateOrReason:
    if isinstance(then, MethodReason):
        return then
    if goal.value == base.value:
        return MethodReason.TARGET_EQUALS_BASE
    return finite((then - base.value) / (goal.value - base.value))


METHOD = Method(
    "un2024",
    judgement,
    {
        _MET: Text("đạt hoặc đúng tiến độ", "on track or met"),
        "fair_progress": Text("tiến bộ khá, cần nhanh hơn", "fair progress, acceleration needed"),
        _BELOW: Text("chững lại hoặc giảm sút", "stagnation or regression"),
    },
    ("0.95", "0.1"),
    Text("Biểu đồ tiến độ của Liên hợp quốc 2023–2024", "United Nations progress chart 2023–2024"),
    Text("phần chặng đường dự kiến thực hiện được đến năm đích", "part of the way expected by the target year"),
    by_ratios=True,
    favourable=frozenset((_MET,)),
)
"""The method."""
