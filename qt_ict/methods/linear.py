"""The pace in equal steps as a part of the one required: a comparator of our own, with Eurostat's limits."""

from qt_ict.language import Text
from qt_ict.methods.eurostat import LIMITS, STATUSES, of_ratio
from qt_ict.methods.rates import linear_rate, ratio
from qt_ict.methods.series import Judgement, Method, Series


def judgement(series: Series) -> Judgement:
    """The status of a series by the ratio of its yearly steps.

    R = d (current - base) / years so far / |(target - base) / years in all|; d is 1 where up is better, else -1

    Args:
        series: What to judge.

    Returns:
        value: the ratio R [1].
    """
    observed = linear_rate(series.base, series.current)
    return of_ratio(series, ratio(observed, linear_rate(series.base, series.goal), series.sign))


METHOD = Method(
    "linear",
    judgement,
    STATUSES,
    LIMITS,
    Text("Tỷ số mức tăng tuyến tính", "Ratio of linear steps"),
    Text("mức tăng mỗi năm đến nay / cần thiết", "yearly step so far / required"),
    favourable=frozenset(("significant",)),
)
"""The method."""
