"""Germany's Federal Statistical Office (Destatis): the weather of the national indicators."""

from collections.abc import Sequence
from fractions import Fraction

from qt_ict.language import Text
from qt_ict.methods.rates import LEAP, exact, quotient, snapped
from qt_ict.methods.series import DatedValue, Judgement, Method, MethodReason, RateOrReason, Series, judgement_of

MOST, LEAST = 6, 4
"""Observations that the mean change is taken from."""
_SUN, _SUN_AND_CLOUD, _CLOUD, _THUNDERSTORM = "sun", "sun_and_cloud", "cloud", "thunderstorm"
_LITTLE, _MUCH = 0.05, 0.20


def judgement(series: Series) -> Judgement:
    """The status of a series by the part of the remaining way that its mean change would miss.

    Args:
        series: What to judge; at least four observations of consecutive years at its end.

    Returns:
        value: the part missed [1].
    """
    if series.dates_reversed:
        return judgement_of(MethodReason.DATES_REVERSED)
    run = recent(series.observations)
    if len(run) < LEAST:
        return judgement_of(MethodReason.TOO_FEW_OBSERVATIONS)
    change, goal = mean_change(run), series.goal
    if isinstance(goal, MethodReason):
        return judgement_of(goal)
    if isinstance(change, MethodReason):
        return judgement_of(change)
    if series.meets(series.current.value):
        set_back = (run[-1].value - run[-2].value) * series.sign < 0
        return judgement_of(MethodReason.ALREADY_MET, _SUN_AND_CLOUD if set_back else _SUN)
    away = change * series.sign < 0
    if goal.year < series.current.year:
        return judgement_of(MethodReason.DUE_PASSED, _THUNDERSTORM if away else _CLOUD)
    return _weather(missed(series.current, goal, change), away)


def _weather(value: RateOrReason, away: bool) -> Judgement:
    if isinstance(value, MethodReason) or away:
        return judgement_of(value, _THUNDERSTORM if away else None)
    value = snapped(value, (_LITTLE, _MUCH))
    if value < _LITTLE:
        return judgement_of(value, _SUN)
    return judgement_of(value, _SUN_AND_CLOUD if value <= _MUCH else _CLOUD)


def recent(observations: Sequence[DatedValue]) -> Sequence[DatedValue]:
    """The yearly observations at the end of a series, six at most.

    From the last one back, each about a year before the one behind it; what lies between them does not count.

    >>> [each.year for each in recent([DatedValue(year, 0.0) for year in (2010, 2012, 2013, 2013.5, 2014)])]
    [2012, 2013, 2014]
    """
    run = [observations[-1]]
    for earlier in reversed(observations[:-1]):
        if len(run) < MOST and abs(run[0].year - earlier.year - 1) <= LEAP:
            run.insert(0, earlier)
    return tuple(run)


def mean_change(run: Sequence[DatedValue]) -> RateOrReason:
    """The mean of the yearly changes.

    m = (last - first) / (number of observations - 1)

    Args:
        run: Observations of consecutive years.

    Returns:
        The change [unit/year].

    >>> mean_change([DatedValue(2010 + i, value) for i, value in enumerate((30, 32, 35, 37, 40, 42))])
    2.4
    """
    return quotient(exact(run[-1].value) - exact(run[0].value), Fraction(len(run) - 1))


def missed(current: DatedValue, goal: DatedValue, change: float) -> RateOrReason:
    """The part of the remaining way that is left at the target year.

    (target - H) / (target - current), H = current + m (target year - current year)

    Args:
        current: The last observation; it does not meet the target.
        goal: The target at its year.
        change: The mean yearly change m [unit/year].

    Returns:
        The part [1]; below 0 where the target is passed.

    >>> missed(DatedValue(2015, 42), DatedValue(2020, 58), 2.4)
    0.25
    """
    way = exact(goal.value) - exact(current.value)
    return quotient(way - exact(change) * (exact(goal.year) - exact(current.year)), way)


METHOD = Method(
    "destatis",
    judgement,
    {
        _SUN: Text("nắng (sẽ đạt mục tiêu)", "sun (will be met)"),
        _SUN_AND_CLOUD: Text("nắng có mây (gần đạt)", "sun and cloud (nearly)"),
        _CLOUD: Text("mây (đúng hướng, còn thiếu nhiều)", "cloud (right direction, far short)"),
        _THUNDERSTORM: Text("giông (xa dần mục tiêu)", "thunderstorm (moving away)"),
    },
    ("0.05", "0.2"),
    Text("Destatis (Đức)", "Destatis (Germany)"),
    Text("phần chặng đường còn lại sẽ thiếu ở năm đích", "part of the remaining way missed at the target year"),
    favourable=frozenset((_SUN,)),
    every_observation=True,
)
"""The method."""
