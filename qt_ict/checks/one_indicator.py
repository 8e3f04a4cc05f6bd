"""Checks of one indicator (QT441 to QT445)."""

from collections.abc import Iterator

from qt_ict.arithmetic.interval import Interval
from qt_ict.checks.check import Found, check, published, value_of
from qt_ict.checks.facts import Facts
from qt_ict.engine.reasons import Reason
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING, Indicator, Sum
from qt_ict.positions import Path
from qt_ict.wording.quantities import digits_for, plain, written

DIGITS = 2
"""Decimals of values that are shown."""


@check(
    "QT441",
    "error",
    Text("giá trị {value}% vượt quá 100%", "the value {value}% is more than 100%"),
    Text("Đối chiếu tử số và mẫu số với văn bản.", "Compare numerator and denominator with the document."),
    every_round=True,
    called="chỉ tiêu vượt 100%",
)
def indicator_above_100(facts: Facts) -> Iterator[Found]:
    """An indicator in a unit of kind ``share`` comes out above 100.

    Its numerator is larger than its denominator, or shares that are added are more than the whole: they are
    no parts of one thing, or a number is wrong. A single figure that is larger than the figure under its
    ``of`` is said by QT412 already. Rounds after the first with this indicator show it at the figure they report.

    Tiếng Việt:
        Chỉ tiêu có đơn vị loại ``share`` tính ra lớn hơn 100.

        Tử số lớn hơn mẫu số, hoặc các tỷ lệ được cộng lớn hơn tổng số: không cùng là phần của một tổng số,
        hoặc có số sai. Một số liệu đơn lẻ lớn hơn số liệu ở ``of`` của nó thì QT412 đã nói. Ở các
        đợt sau đợt đầu tiên có chỉ tiêu này, phát hiện nằm ở số liệu của đợt ấy.
    """
    plan = facts.plan
    first = frozenset(facts.first_measured)
    found: dict[Path, Found] = {}
    for name in facts.measured:
        indicator, outcome = plan.indicators[name], facts.values[name].outcome
        if isinstance(outcome, Reason) or not _exceeds(facts, indicator, outcome):
            continue
        formula: Path = ("indicators", name, indicator.counted_under)
        at = formula if name in first else ("figures", indicator.figures[0], "value")
        sides = tuple(value_of(facts, each) for each in indicator.figures)
        found.setdefault(at, Found(at, {"value": written(outcome, DIGITS)}, sides, published(facts, name)))
    yield from found.values()


def _exceeds(facts: Facts, indicator: Indicator, outcome: Interval) -> bool:
    """Whether a share of several figures is certainly above 100, and no figure above the one it is taken of."""
    if facts.plan.units[indicator.unit].kind != "share" or len(indicator.figures) == 1:
        return False
    counted, below = indicator.counted.figures, indicator.denominator
    said = len(counted) == 1 and below is not None and below.figures == (facts.plan.figures[counted[0]].of,)
    return not said and outcome.low is not None and outcome.low > CEILING


@check(
    "QT442",
    "warning",
    Text("mẫu số bằng 0, chỉ tiêu không tính được", "the denominator is 0, so the indicator has no value"),
    Text("Đối chiếu mẫu số với văn bản.", "Compare the denominator with the document."),
    every_round=True,
    called="chỉ tiêu có mẫu số bằng 0",
)
def indicator_over_zero(facts: Facts) -> Iterator[Found]:
    """What an indicator is counted among is 0, so there is nothing to compute.

    Tiếng Việt:
        Mẫu số của chỉ tiêu bằng 0 nên không có gì để tính.
    """
    for name in facts.first_measured:
        indicator = facts.plan.indicators[name]
        if facts.values[name].outcome is Reason.ZERO_DENOMINATOR and indicator.denominator:
            sides = tuple(value_of(facts, each) for each in indicator.denominator.figures)
            yield Found(("indicators", name, "denominator"), {}, sides)


@check(
    "QT443",
    "error",
    Text("mức ít nhất {low} lớn hơn mức nhiều nhất {high}", "the lower bound {low} is above the upper bound {high}"),
    Text(
        "Đối chiếu hai mức với văn bản, hoặc đổi chỗ cho nhau.", "Compare both bounds with the document, or swap them."
    ),
    every_round=True,
    called="cận dưới lớn hơn cận trên",
)
def bounds_that_exclude_each_other(facts: Facts) -> Iterator[Found]:
    """What bounds an indicator from below is larger than what bounds it from above.

    A figure that is a bound no number satisfies is said by QT304 already.

    Tiếng Việt:
        Mức ít nhất của chỉ tiêu lớn hơn mức nhiều nhất.

        Số liệu là một cận mà không số nào thỏa thì QT304 đã nói.
    """
    plan = facts.plan
    for name in facts.first_measured:
        indicator = plan.indicators[name]
        if facts.values[name].outcome is not Reason.CONTRADICTORY_BOUNDS:
            continue
        if not any(facts.readings[each].is_empty for each in indicator.counted.figures):
            low, high = facts.values[name].counted.ends
            key = indicator.counted_under
            sides = tuple(value_of(facts, each) for each in indicator.counted.figures)
            digits = digits_for(plan.units[plan.unit_of(indicator.counted)])
            values = {
                "low": written(Interval(low, low), digits),
                "high": written(Interval(high, high), digits),
            }
            yield Found(("indicators", name, key), values, sides, published(facts, name))


@check(
    "QT444",
    "warning",
    Text(
        "tử số và mẫu số là cùng một số liệu: luôn là {value}", "numerator and denominator are the same: always {value}"
    ),
    Text("Sửa tử số hoặc mẫu số.", "Correct the numerator or the denominator."),
    acceptable=False,
    called="tử số và mẫu số là một",
)
def ratio_of_a_figure_to_itself(facts: Facts) -> Iterator[Found]:
    """An indicator divides figures by themselves, so its value never changes.

    Tiếng Việt:
        Chỉ tiêu chia số liệu cho chính nó, nên giá trị không bao giờ đổi.
    """
    for name, indicator in facts.plan.indicators.items():
        if indicator.denominator is not None and indicator.numerator == Sum(indicator.denominator.figures):
            values = {"value": plain(indicator.factor or 1)}
            yield Found(("indicators", name, "denominator"), values)


@check(
    "QT445",
    "warning",
    Text.same("{problem}"),
    Text(
        "Ghi cả code và edition (năm ban hành danh mục), hoặc bỏ cả hai.",
        "Give code and edition (the year of the list), or neither.",
    ),
    called="mã quốc tế thiếu năm ban hành",
)
def code_without_edition(facts: Facts) -> Iterator[Found]:
    """The international code of an indicator stands without its edition, or the edition without a code.

    The core list of ICT indicators was renumbered: in 2007 HH-7 were households with Internet, later HH7
    are individuals using it. A code alone can mean either.

    Tiếng Việt:
        Mã quốc tế của chỉ tiêu thiếu năm ban hành, hoặc có năm mà thiếu mã.

        Danh mục chỉ tiêu CNTT-TT cốt lõi đã đánh số lại: năm 2007 HH-7 là hộ có Internet, sau này HH7 là người
        dùng Internet. Chỉ có mã thì không biết là nghĩa nào.
    """
    for name, indicator in facts.plan.indicators.items():
        if indicator.code and indicator.edition is None:
            problem = Text("mã {code} không có năm ban hành", "the code {code} has no edition")
            yield Found(("indicators", name, "code"), {"problem": problem.fill(code=indicator.code)})
        elif indicator.edition is not None and not indicator.code:
            problem = Text("có năm ban hành mà không có mã", "an edition without a code")
            yield Found(("indicators", name, "edition"), {"problem": problem})
