"""Checks of ratios as the document prints them (QT401 to QT404)."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.rounding import digits_of, half_up
from qt_ict.checks.check import Found, check, value_of
from qt_ict.checks.facts import Facts, PrintedRatio
from qt_ict.engine.printed import Rounding
from qt_ict.language import EMPTY, LANGUAGES, Text, number
from qt_ict.model.indicators import CEILING
from qt_ict.wording.quantities import joined, plain, written

MORE_DIGITS = 2
"""Decimals of a computed ratio that are shown beyond the printed ones."""
MOST_NAMED = 3
"""Most figures that are named as possible denominators."""


@check(
    "QT401",
    "error",
    Text("in ra {printed}, tính lại được {computed} ({working})", "printed {printed}, computed {computed} ({working})"),
    Text(
        "{whole}So lại tử số, mẫu số và tỷ lệ với văn bản.",
        "{whole}Compare numerator, denominator and ratio with the document.",
    ),
)
def printed_ratio_differs(facts: Facts) -> Iterator[Found]:
    """The ratio printed beside a figure is not the one computed, under any rounding.

    The figure is divided by the one under ``of`` and multiplied by 100 for a percentage, by the number
    of "per 100 inhabitants" otherwise. The result is compared at the printed precision. Where neither
    rounding half up, half to even nor cutting off explains the printed one, one of the three numbers
    is wrong, or another denominator was in use: the finding says which denominators would explain it,
    which figures of the plan lie among them, and which denominators explain all ratios printed in the
    same item together.

    Tiếng Việt:
        Tỷ lệ in cạnh số liệu không bằng tỷ lệ tính lại, làm tròn kiểu nào cũng vậy.

        Số liệu được chia cho số liệu ở ``of`` rồi nhân 100 nếu là phần trăm, hoặc nhân số trong "trên 100
        dân". Kết quả được so ở đúng số chữ số in ra. Nếu làm tròn lên, làm tròn chẵn và cắt bớt đều không
        giải thích được thì một trong ba số sai, hoặc văn bản đã dùng mẫu số khác: phát hiện này cho biết
        mẫu số nào giải thích được, số liệu nào của kế hoạch nằm trong đó, và mẫu số nào giải thích được
        mọi tỷ lệ in trong cùng mục.
    """
    wrong = [ratio for ratio in facts.ratios if ratio.rounding == "none"]
    together = _common_denominators(facts, {_item(facts, ratio) for ratio in wrong})
    for ratio in wrong:
        yield _found(facts, ratio, whole=_denominators(facts, ratio, together.get(_item(facts, ratio))))


@check(
    "QT402",
    "warning",
    Text("{printed} là {computed} {how}", "{printed} is {computed} {how}"),
    Text(
        "Kế hoạch làm tròn nửa lên; nếu văn bản in đúng như vậy thì chấp nhận.",
        "Ratios are expected rounded half up; if the document prints it so, accept it.",
    ),
)
def printed_ratio_not_rounded_half_up(facts: Facts) -> Iterator[Found]:
    """The printed ratio is the computed one cut off, or rounded half to even.

    45.9786 is printed as 45,98 by rounding half up and as 45,97 by cutting off. The digits are then not
    those of the other ratios of the document, and the last one cannot be relied on.

    Tiếng Việt:
        Tỷ lệ in ra là tỷ lệ tính được nhưng bị cắt bớt, hoặc làm tròn nửa về số chẵn.

        45,9786 làm tròn nửa lên thành 45,98, cắt bớt thành 45,97. Khi đó chữ số cuối không cùng quy ước
        với các tỷ lệ khác của văn bản và không nên dựa vào.
    """
    for ratio in facts.ratios:
        if ratio.rounding in _OTHER_ROUNDINGS:
            yield _found(facts, ratio, how=_OTHER_ROUNDINGS[ratio.rounding])


_OTHER_ROUNDINGS: dict[Rounding | None, Text] = {
    "truncated": Text("bị cắt bớt, không làm tròn", "cut off, not rounded"),
    "half_even": Text("làm tròn nửa về số chẵn, không phải nửa lên", "rounded half to even, not half up"),
}


def _found(facts: Facts, ratio: PrintedRatio, **values: object) -> Found:
    plan = facts.plan
    digits = ratio.digits + MORE_DIGITS
    factor = "" if ratio.factor == 1 else f" × {ratio.factor}"
    count, whole = facts.in_full(ratio.figure), facts.in_full(ratio.of)
    known: dict[str, object] = {
        "printed": f'"{ratio.text}"',
        "computed": written(ratio.computed, digits),
        "working": joined(count, Text(" / ", " / "), whole, Text(factor, factor)),
    }
    sides = (value_of(facts, ratio.figure), value_of(facts, ratio.of))
    at, counted, of = (
        ("figures", ratio.figure, "printed"),
        plan.figures[ratio.figure].value,
        plan.figures[ratio.of].value,
    )
    if not ratio.computed.is_point or ratio.computed.low is None or of == 0:
        return Found(at, known | values, sides, (ratio.number, counted, of))
    computed, step = Fraction(ratio.computed.low), smallest_change(counted, of, ratio.factor)
    return Found(at, known | values, sides, (ratio.number, computed), digits, step)


def smallest_change(count: int | Decimal, whole: int | Decimal, factor: int) -> Fraction:
    """How far a ratio moves, at least, when one thing more or fewer is counted, above or below the line.

    >>> smallest_change(1, 4, 100), smallest_change(0, 4, 100)
    (Fraction(5, 1), Fraction(25, 1))
    """
    above = Fraction(factor) / Fraction(whole)
    below = above * Fraction(count) / (Fraction(whole) + 1)
    return min(above, below) if count else above


Denominators = tuple[int, int | None]
"""The smallest and the largest whole number that explains a printed ratio; None is unbounded."""


def _explaining(count: int, ratio: PrintedRatio) -> Denominators:
    """The denominators with which a count gives the printed ratio, rounded half up."""
    # In half units of the last printed digit, the printed number lies between two odd whole numbers.
    halves = int(ratio.number.scaleb(ratio.digits)) * 2
    scaled = count * ratio.factor * 2 * 10**ratio.digits
    return scaled // (halves + 1) + 1, scaled // (halves - 1) if halves else None


Item = tuple[str, str]
"""The figure that ratios are taken of, and the item of the document that prints them."""


def _item(facts: Facts, ratio: PrintedRatio) -> Item:
    return ratio.of, facts.plan.figures[ratio.figure].source


def _common_denominators(facts: Facts, items: set[Item]) -> dict[Item, Denominators]:
    """What explains all ratios over one figure in one item together, where there are several and something does."""
    shared: dict[Item, list[Denominators]] = {}
    for ratio in facts.ratios:
        count, item = facts.plan.figures[ratio.figure].value, _item(facts, ratio)
        if item in items and isinstance(count, int) and ratio.computed.is_point:
            shared.setdefault(item, []).append(_explaining(count, ratio))
    found = {}
    for item, each in shared.items():
        low = max(lowest for lowest, _ in each)
        high = min((highest for _, highest in each if highest is not None), default=None)
        if len(each) > 1 and (high is None or low <= high):
            found[item] = (low, high)
    return found


def _denominators(facts: Facts, ratio: PrintedRatio, common: Denominators | None) -> Text:
    """Which denominators would explain a printed ratio, in words; empty where a count is no point."""
    plan = facts.plan
    count = plan.figures[ratio.figure].value
    if not isinstance(count, int) or not ratio.computed.is_point:
        return EMPTY
    low, high = _explaining(count, ratio)
    if high is not None and low > high:
        return Text("Không mẫu số nguyên nào giải thích được. ", "No whole denominator would explain it. ")
    unit = plan.units[plan.figures[ratio.of].unit].name
    said = _EXPLAINED.fill(range=_range(low, high), unit=unit)
    if common is not None:
        item = plan.figures[ratio.figure].source
        said = joined(said, _TOGETHER.fill(item=item, range=_range(*common), unit=unit))
    names = _figures_among(facts, ratio.of, low, high)
    if names:
        amounts = [(each, facts.in_full(each)) for each in names]
        listed = Text(*("; ".join(f"{each} ({said.say(lang)})" for each, said in amounts) for lang in LANGUAGES))
        said = joined(said, _CANDIDATES.fill(figures=listed))
    return said


_EXPLAINED = Text("Mẫu số {range} {unit} thì khớp. ", "A denominator of {range} {unit} would explain it. ")
_TOGETHER = Text(
    "Các tỷ lệ in trong mục {item} chỉ cùng đúng với {range} {unit}. ",
    "The ratios printed in {item} hold together for {range} {unit} only. ",
)
_CANDIDATES = Text("Trong kế hoạch có: {figures}. ", "Figures of the plan among them: {figures}. ")


def _range(low: int, high: int | None) -> Text:
    if high is None:
        return joined(Text("từ ", "at least "), plain(low))
    return joined(plain(low), Text("–", "–"), plain(high)) if low < high else plain(low)


def _figures_among(facts: Facts, whole: str, low: int, high: int | None) -> list[str]:
    """The figures of the same unit whose values lie between two numbers, the one in use left out."""
    values = facts.values_by_unit[facts.plan.figures[whole].unit]
    start = bisect_left(values, (low, ""))
    end = len(values) if high is None else bisect_right(values, (high, "\uffff"))
    return [name for _, name in values[start : min(end, start + MOST_NAMED + 1)] if name != whole][:MOST_NAMED]


@check(
    "QT403",
    "warning",
    Text(
        '"{printed}" in như phần trăm, nhưng chia {above} cho {below}',
        '"{printed}" is printed as a percentage, yet divides {above} by {below}',
    ),
    Text(
        "Đọc như mật độ trên 100; nếu mẫu số đúng phải là thứ khác, sửa of.",
        "Read it as a rate per 100; if it is meant of something else, correct of.",
    ),
)
def percentage_of_unlike_units(facts: Facts) -> Iterator[Found]:
    """A ratio is printed with a per cent sign although its figure is no part of what it is divided by.

    88.67 computers per 100 officials is no share of anything: two computers on one desk would make it
    200 %. The number may be right; the sign misleads, and so does a target in "%".

    Tiếng Việt:
        Tỷ lệ in với dấu % tuy số liệu không phải là một phần của mẫu số.

        88,67 máy tính trên 100 cán bộ không phải là tỷ lệ của cái gì: mỗi bàn hai máy thì thành 200 %. Con số
        có thể đúng; dấu % gây hiểu lầm, và một mục tiêu tính bằng "%" cũng vậy.
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        if figure.printed and figure.of and "%" in figure.printed and figure.unit != plan.figures[figure.of].unit:
            above, below = plan.units[figure.unit].name, plan.units[plan.figures[figure.of].unit].name
            values = {"printed": figure.printed, "above": above, "below": below}
            yield Found(
                ("figures", name, "printed"),
                values,
                (value_of(facts, name), value_of(facts, figure.of)),
                (figure.value, plan.figures[figure.of].value),
            )


@check(
    "QT404",
    "error",
    Text(
        "không số nguyên nào cho {found} của {whole}: {nearest}",
        "no whole number gives {found} of {whole}: {nearest}",
    ),
    Text("So lại tỷ lệ và số bị chia với văn bản.", "Compare the percentage and its whole with the document."),
)
def percentage_of_no_whole_number(facts: Facts) -> Iterator[Found]:
    """A percentage "of n things" that no whole number of things can give.

    50 % of 3 units would be one and a half. All percentages that print as the given digits are tried,
    rounded or cut off; for large n there is always one that fits.

    Tiếng Việt:
        Một tỷ lệ "của n cái" mà không số nguyên nào cho được.

        50 % của 3 đơn vị là một rưỡi. Mọi tỷ lệ in ra thành các chữ số ấy, làm tròn hay cắt bớt, đều được
        thử; với n lớn thì luôn có số khớp.
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        if figure.of is None or figure.comparator or plan.units[figure.unit].kind != "share":
            continue
        whole = plan.figures[figure.of]
        of = whole.value
        if whole.comparator or not isinstance(of, int) or of == 0 or figure.value > CEILING:
            continue
        digits = 0 if isinstance(figure.value, int) else digits_of(figure.value)
        unit = Fraction(1, 10**digits)
        share = Fraction(figure.value)
        least = math.ceil((share - unit / 2) * of / CEILING)
        if Fraction(least * CEILING, of) < share + unit:
            continue
        values = {
            "found": facts.in_full(name),
            "whole": facts.in_full(figure.of),
            "nearest": _nearest(least, of, digits + MORE_DIGITS),
        }
        sides = (value_of(facts, figure.of),)
        yield Found(("figures", name, "value"), values, sides, (figure.value, of))


def _nearest(above: int, of: int, digits: int) -> Text:
    """The whole numbers below and above a percentage, with theirs."""
    said = (
        f"{number(count, language)} = {number(half_up(Fraction(count * CEILING, of), digits), language)} %"
        for language in LANGUAGES
        for count in (above - 1, above)
    )
    below_vi, above_vi, below_en, above_en = said
    return Text(f"{below_vi}, {above_vi}", f"{below_en}, {above_en}")
