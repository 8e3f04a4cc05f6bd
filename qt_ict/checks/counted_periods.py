"""Checks of what is counted per period (QT718)."""

from collections.abc import Iterator, Mapping, Sequence

from qt_ict.checks.check import Found, Statement, check, stated
from qt_ict.checks.facts import Facts
from qt_ict.engine.flows import Overrun, overruns
from qt_ict.language import Text
from qt_ict.model.figures import Figure
from qt_ict.model.periods import Per
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import CountedPeriod
from qt_ict.positions import Path
from qt_ict.wording.dates import period_text
from qt_ict.wording.quantities import digits_for, listed, written


@check(
    "QT718",
    "error",
    Text(
        "{period}: {whole}, ít hơn các kỳ ngắn hơn nằm trong đó ({inside})",
        "{period}: {whole}, less than the shorter periods inside it ({inside})",
    ),
    Text(
        "Đối chiếu các số với văn bản: một số sai, hoặc per ghi sai kỳ tính; chừng nào chưa rõ, số cộng dồn dùng các "
        "kỳ ngắn hơn.",
        "Compare the numbers with the documents: one of them is wrong, or per names another period; until that is "
        "known, sums use the shorter periods.",
    ),
    called="kỳ dài ít hơn các kỳ ngắn bên trong",
)
def period_below_those_inside(facts: Facts) -> Iterator[Found]:
    """Less is reported of a period than of shorter ones inside it that do not overlap.

    A year has no fewer things than its first quarter, and the first nine months no fewer than the first six. Of what
    may be negative, such as a balance, a year may come to less; reports with another ``definition`` are not compared.

    Tiếng Việt:
        Số của một kỳ ít hơn tổng các kỳ ngắn hơn nằm trong đó và không trùng nhau.

        Cả năm không thể ít hơn quý I, chín tháng đầu năm không thể ít hơn sáu tháng đầu năm. Đại lượng có thể âm, như
        cán cân, thì cả năm có thể ít hơn; không so các số liệu có ``definition`` khác nhau.
    """
    seen = [each.plan for each in facts.rounds]
    known = {each.plan.round_id: each for each in facts.rounds}
    for name, per in _per_period(seen).items():
        if all(each.is_sure((name,)) for each in facts.rounds):
            for found in overruns(seen, name, per):
                yield _found(known, name, found)


def _per_period(seen: Sequence[Plan]) -> dict[str, Per | None]:
    """The figures that are counted per period, and how long it is where a figure does not say so itself."""
    said = {name: each.per for each in seen[0].indicators.values() if each.per for name in each.counted.figures}
    own = (name for view in seen for name, figure in view.figures.items() if figure.per)
    return {**dict.fromkeys(own), **said}


def _found(known: Mapping[str, Facts], name: str, found: Overrun) -> Found:
    """A period, beside the shorter ones."""
    whole, *inside = (found.whole, *found.inside)
    values = {
        "period": period_text(whole.start, whole.end),
        "whole": _things(known, name, whole),
        "inside": listed((_in_words(known, name, each) for each in inside), " + "),
    }
    sides = tuple(Statement(_place(known, name, each), _in_words(known, name, each)) for each in inside)
    numbers = tuple(said for each in (whole, *inside) for said in stated(_figure(known, name, each)))
    return Found(_place(known, name, whole), values, sides, numbers)


def _in_words(known: Mapping[str, Facts], name: str, period: CountedPeriod) -> Text:
    return period_text(period.start, period.end) + ": " + _things(known, name, period)


def _things(known: Mapping[str, Facts], name: str, period: CountedPeriod) -> Text:
    plan = _round(known, period).plan
    return written(period.things, digits_for(plan.units[plan.figures[name].unit]))


def _figure(known: Mapping[str, Facts], name: str, period: CountedPeriod) -> Figure:
    """What its round says of it: the figure, or its base."""
    figure = _round(known, period).plan.figures[name]
    return figure.of_base if period.key == "base" else figure


def _place(known: Mapping[str, Facts], name: str, period: CountedPeriod) -> Path:
    return _round(known, period).placed(("figures", name, period.key))


def _round(known: Mapping[str, Facts], period: CountedPeriod) -> Facts:
    return known[period.round or ""]
