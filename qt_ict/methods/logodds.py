"""The pace in log-odds as a part of the one required: a comparator of our own, with Eurostat's limits."""

from qt_ict.language import Text
from qt_ict.methods.eurostat import LIMITS, STATUSES, of_ratio
from qt_ict.methods.rates import duration, finite, ratio
from qt_ict.methods.series import DatedValue, Judgement, Method, MethodReason, RateOrReason, Series
from qt_ict.methods.shares import ceiling, log_odds


def judgement(series: Series) -> Judgement:
    """The status of a series of shares by the ratio of its yearly steps of log-odds.

    R = d g(base, current) / |g(base, target)|, g(a, b) = [logit(b / K) - logit(a / K)] / years;
    d is 1 where up is better, else -1

    Args:
        series: What to judge; its limit is the ceiling K, 100 without one.

    Returns:
        value: the ratio R [1].
    """
    whole = ceiling(series)
    observed = rate(series.base, series.current, whole)
    return of_ratio(series, ratio(observed, rate(series.base, series.goal, whole), series.sign))


def rate(start: DatedValue, end: DatedValue | MethodReason, whole: float) -> RateOrReason:
    """Yearly step of log-odds from one share to another.

    Args:
        start: The earlier share [unit of the whole].
        end: The later one [unit of the whole].
        whole: The ceiling.

    Returns:
        The step [1/year].

    >>> rate(DatedValue(2010, 20), DatedValue(2014, 20), 100)
    0.0
    """
    if isinstance(end, MethodReason):
        return end
    odds, later = log_odds(start.value, whole), log_odds(end.value, whole)
    if isinstance(odds, MethodReason):
        return odds
    if isinstance(later, MethodReason):
        return later
    years = duration(start, end)
    return years if isinstance(years, MethodReason) else finite((later - odds) / years)


METHOD = Method(
    "logodds",
    judgement,
    STATUSES,
    LIMITS,
    Text("Tỷ số mức tăng theo logit", "Ratio of steps of logits"),
    Text("mức tăng logit mỗi năm đến nay / cần thiết", "yearly step of logits so far / required"),
    favourable=frozenset(("significant",)),
    shares_only=True,
)
"""The method."""
