"""Which denominators would explain a printed ratio that the one in use does not."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from qt_ict.arithmetic.rounding import printed_vaguely
from qt_ict.checks.facts import Facts, PrintedRatio
from qt_ict.language import EMPTY, Text
from qt_ict.wording.quantities import listed, plain

MOST_NAMED = 3
"""Most figures that are named as possible denominators."""

Denominators = tuple[int, int | None]
"""The smallest and the largest whole number that explains a printed ratio; None is unbounded."""

ROUNDED, CUT_OFF = Text("làm tròn", "rounded half up"), Text("bỏ bớt chữ số", "cut off")


def _explaining(count: int, ratio: PrintedRatio, how: Text) -> Denominators:
    """The denominators with which a count gives the printed ratio, rounded half up or cut off."""
    # In half units of the last printed digit, so that all bounds are whole numbers.
    halves = int(ratio.number.scaleb(ratio.digits)) * 2
    scaled = count * ratio.factor * 2 * 10**ratio.digits
    least, most = (halves - 1, halves + 1) if how is ROUNDED else (halves, halves + 2)
    return scaled // most + 1, scaled // least if least > 0 else None


Item = tuple[str, str]
"""The figure that ratios are taken of, and the item of the document that prints them."""


def item_of(facts: Facts, ratio: PrintedRatio) -> Item:
    """Where a ratio is printed, and what it is taken of."""
    return ratio.of, facts.plan.figures[ratio.figure].source


def ratios_together(facts: Facts, items: set[Item]) -> dict[Item, list[PrintedRatio]]:
    """The exact ratios of counts over one figure in one item of the document, in the items asked for."""
    found: dict[Item, list[PrintedRatio]] = {item: [] for item in items}
    for ratio in facts.ratios:
        if item_of(facts, ratio) in items and _is_exact(facts, ratio):
            found[item_of(facts, ratio)].append(ratio)
    return found


def _is_exact(facts: Facts, ratio: PrintedRatio) -> bool:
    """Whether a count, what it is taken of and the printed ratio are numbers as they stand."""
    figure = facts.plan.figures[ratio.figure]
    counted = isinstance(figure.value, int) and facts.plan.units[figure.unit].kind != "share"
    return counted and ratio.computed.is_point and printed_vaguely(ratio.text) is None


def _common(facts: Facts, ratios: Sequence[PrintedRatio], how: Text) -> Denominators | None:
    """What explains several ratios together; None where nothing does."""
    each = [_explaining(int(facts.plan.figures[ratio.figure].value), ratio, how) for ratio in ratios]
    low = max(lowest for lowest, _ in each)
    high = min((highest for _, highest in each if highest is not None), default=None)
    return (low, high) if high is None or low <= high else None


def explanation(facts: Facts, ratio: PrintedRatio, together: Text) -> Text:
    """Which denominators would explain a printed ratio, in words; empty where numbers are vague."""
    if not _is_exact(facts, ratio):
        return EMPTY
    plan = facts.plan
    count = int(plan.figures[ratio.figure].value)
    possible = [_explaining(count, ratio, how) for how in (ROUNDED, CUT_OFF)]
    low, high = next((each for each in possible if each[1] is None or each[0] <= each[1]), (0, -1))
    if high == -1:
        return Text("Không có mẫu số nguyên nào phù hợp. ", "No whole denominator would explain it. ")
    unit = plan.units[plan.figures[ratio.of].unit].name
    said = _EXPLAINED.fill(range=_range(low, high), unit=unit) + together
    names = _figures_among(facts, ratio.of, low, high)
    return (said + _CANDIDATES.fill(figures=_listed(facts, names))) if names else said


def _listed(facts: Facts, names: Sequence[str]) -> Text:
    amounts = [(name, facts.in_full(name)) for name in names]
    return listed(f"{name} (" + said + ")" for name, said in amounts)


def together(facts: Facts, item: Item, ratios: Sequence[PrintedRatio]) -> Text:
    """Which denominators explain all ratios of an item together, in words; empty where there are no several."""
    found = [(how, _common(facts, ratios, how)) for how in (ROUNDED, CUT_OFF)] if len(ratios) > 1 else []
    ranges = [(_range(*common) + " (" + how + ")") for how, common in found if common]
    if not ranges:
        return EMPTY
    listed = Text(" hoặc ".join(each.vi for each in ranges), " or ".join(each.en for each in ranges))
    unit = facts.plan.units[facts.plan.figures[item[0]].unit].name
    return _TOGETHER.fill(item=item[1], ranges=listed, unit=unit)


_EXPLAINED = Text("Mẫu số {range} {unit} thì khớp. ", "A denominator of {range} {unit} would explain it. ")
_TOGETHER = Text(
    "Các tỷ lệ in trong mục {item} chỉ cùng đúng với {ranges} {unit}. ",
    "The ratios printed in {item} hold together only for {ranges} {unit}. ",
)
_CANDIDATES = Text("Trong kế hoạch có: {figures}. ", "Figures of the plan among them: {figures}. ")


def _range(low: int, high: int | None) -> Text:
    if high is None:
        return Text("từ ", "at least ") + plain(low)
    return (plain(low) + "–" + plain(high)) if low < high else plain(low)


def _figures_among(facts: Facts, whole: str, low: int, high: int | None) -> list[str]:
    """The figures of the same unit whose values lie between two numbers, the one in use left out."""
    values = facts.values_by_unit[facts.plan.figures[whole].unit]
    start = bisect_left(values, (low, ""))
    end = len(values) if high is None else bisect_right(values, (high, "\uffff"))
    return [name for _, name in values[start : min(end, start + MOST_NAMED + 1)] if name != whole][:MOST_NAMED]
