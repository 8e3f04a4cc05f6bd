"""ESCAP, as UNICEF's regional office codes it: how far today, and how far by the target year."""

from qt_ict.language import Text
from qt_ict.methods.rates import exact, quotient, snapped
from qt_ict.methods.regression import predicted
from qt_ict.methods.series import DatedValue, Judgement, Method, MethodReason, RateOrReason, Series, judgement_of
from qt_ict.methods.shares import ceiling, log_odds, share

WHOLE_WAY = 10.0
"""Progress where the target is met."""
_ENOUGH = 9.0


def judgement(series: Series) -> Judgement:
    """The status of a series by the progress anticipated at the target year.

    Args:
        series: What to judge; its limit is the ceiling K, 100 without one.

    Returns:
        value: the current status; anticipated: the anticipated progress; both 0 at the base, 10 at the target.
    """
    if series.dates_reversed:
        return judgement_of(MethodReason.DATES_REVERSED)
    found = judgement_of(progress(series, series.current.value))
    expected = _expected(series)
    then = expected if isinstance(expected, MethodReason) else progress(series, _without_noise(series, expected))
    if isinstance(then, MethodReason):
        return found._replace(reason=found.reason or then)
    then = snapped(then, (_ENOUGH,))
    return found._replace(anticipated=then, status=_status(then))


def _without_noise(series: Series, expected: float) -> float:
    """A predicted value, which comes back from logarithms: the target or the base where it is one of them."""
    return snapped(expected, [each for each in (series.target, series.base.value) if each is not None])


def progress(series: Series, value: float) -> RateOrReason:
    """How far a value is from the base toward the target.

    10 where it meets the target, else 10 d (value - base) / |target - base|; d is 1 where up is better, else -1

    Args:
        series: Base and target.
        value: The value now or then [as observed].

    Returns:
        The progress [1], at most 10.

    >>> series = Series((DatedValue(2010, 20), DatedValue(2015, 40)), "up", 80, 2020)
    >>> progress(series, 50), progress(series, 90)
    (5.0, 10.0)
    """
    if series.target is None:
        return MethodReason.NO_TARGET
    if series.meets(value):
        return WHOLE_WAY
    if series.target == series.base.value:
        return MethodReason.TARGET_EQUALS_BASE
    base = exact(series.base.value)
    return quotient(10 * int(series.sign) * (exact(value) - base), abs(exact(series.target) - base))


def _expected(series: Series) -> RateOrReason:
    """The share at the target year, on the weighted line through the log-odds."""
    goal, whole = series.goal, ceiling(series)
    if isinstance(goal, MethodReason):
        return goal
    if any(each.year >= goal.year for each in series.observations):
        return MethodReason.DUE_PASSED
    points: list[tuple[float, float]] = []
    for each in series.observations:
        odds = log_odds(each.value, whole)
        if isinstance(odds, MethodReason):
            return odds
        points.append((each.year, odds))
    then = predicted(points, weights(series.observations, goal.year), goal.year)
    return then if isinstance(then, MethodReason) else share(then, whole)


def weights(observations: tuple[DatedValue, ...], year: float) -> list[float]:
    """How much each observation counts: the nearer to the year predicted, the more.

    w = (year - first year) / (year - its year)

    Args:
        observations: All before that year.
        year: The year predicted [calendar year].

    Returns:
        The weight of each [1].

    >>> weights((DatedValue(2010, 8), DatedValue(2015, 15)), 2020)
    [1.0, 2.0]
    """
    first = min(each.year for each in observations)
    return [(year - first) / (year - each.year) for each in observations]


def _status(anticipated: float) -> str:
    if anticipated > _ENOUGH:
        return "will_meet"
    return "accelerate" if anticipated > 0 else "no_progress"


METHOD = Method(
    "escap",
    judgement,
    {
        "will_meet": Text("sẽ đạt", "will meet"),
        "accelerate": Text("cần nhanh hơn", "needs acceleration"),
        "no_progress": Text("không tiến bộ", "no progress"),
    },
    ("9", "0"),
    Text("ESCAP: hiện trạng và tiến độ dự kiến", "ESCAP: current status and anticipated progress"),
    Text("hiện trạng, 0 ở năm gốc đến 10 ở mục tiêu", "current status, from 0 at the base to 10 at the target"),
    favourable=frozenset(("will_meet",)),
    every_observation=True,
    shares_only=True,
)
"""The method."""
