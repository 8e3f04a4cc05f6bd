"""Checks of ratios as the document prints them (QT401 to QT404)."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qt_ict.arithmetic.rounding import digits_of, half_up, printed_vaguely
from qt_ict.checks.check import Found, Seen, check, stated, value_of
from qt_ict.checks.facts import Facts, PrintedRatio
from qt_ict.engine.printed import Rounding
from qt_ict.language import EMPTY, LANGUAGES, Text, number
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import CEILING
from qt_ict.model.plan import Plan
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
        "{whole}Đối chiếu tử số, mẫu số và tỷ lệ với văn bản.",
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
    same item together. A ratio printed with a vague word ("gần 90%") is only held against that word.

    Tiếng Việt:
        Tỷ lệ in cạnh số liệu không bằng tỷ lệ tính lại, làm tròn kiểu nào cũng vậy.

        Số liệu được chia cho số liệu ở ``of`` rồi nhân 100 nếu là phần trăm, hoặc nhân số trong "trên 100
        dân". Kết quả được so ở đúng số chữ số in ra. Nếu làm tròn nửa lên (từ 5 trở lên thì tăng 1), làm tròn
        nửa về số chẵn và cắt bớt đều không
        giải thích được thì một trong ba số sai, hoặc văn bản đã dùng mẫu số khác: phát hiện này cho biết
        mẫu số nào giải thích được, số liệu nào của kế hoạch nằm trong đó, và mẫu số nào giải thích được
        mọi tỷ lệ in trong cùng mục. Tỷ lệ in kèm từ ước lượng ("gần 90%") chỉ được so với chính từ ấy.
    """
    wrong = [ratio for ratio in facts.ratios if ratio.rounding == "none"]
    together = _ratios_together(facts, {_item(facts, ratio) for ratio in wrong})
    said = {item: _together(facts, item, ratios) for item, ratios in together.items()}
    for ratio in wrong:
        yield _found(facts, ratio, whole=_denominators(facts, ratio, said[_item(facts, ratio)]))


@check(
    "QT402",
    "warning",
    Text("{printed} là {computed} {how}", "{printed} is {computed} {how}"),
    Text(
        "Tỷ lệ thường được làm tròn nửa lên; nếu văn bản in đúng như vậy thì chấp nhận.",
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
    numbers: tuple[Seen, ...] = (ratio.number, *stated(plan.figures[ratio.figure]), *stated(plan.figures[ratio.of]))
    if isinstance(counted, int) and isinstance(of, int) and counted and of and ratio.computed.is_point:
        step = smallest_change(counted, of, ratio.factor)
        if step >= FINEST:
            numbers = (ratio.number, Fraction(counted * ratio.factor, of))
            return Found(at, known | values, sides, numbers, digits, step)
    return Found(at, known | values, sides, numbers)


FINEST = Fraction(1, 10**12)
"""A ratio that moves by less is not offered by itself to be accepted, but the numbers it is computed from."""


def smallest_change(count: int, whole: int, factor: int) -> Fraction:
    """How far a ratio moves, at least, when one thing more or fewer is counted, above or below the line.

    >>> smallest_change(1, 4, 100)
    Fraction(5, 1)
    """
    return min(Fraction(factor, whole), Fraction(factor * count, whole * (whole + 1)))


Denominators = tuple[int, int | None]
"""The smallest and the largest whole number that explains a printed ratio; None is unbounded."""

ROUNDED, CUT_OFF = Text("làm tròn nửa lên", "rounded half up"), Text("cắt bớt", "cut off")


def _explaining(count: int, ratio: PrintedRatio, how: Text) -> Denominators:
    """The denominators with which a count gives the printed ratio, rounded half up or cut off."""
    # In half units of the last printed digit, so that all bounds are whole numbers.
    halves = int(ratio.number.scaleb(ratio.digits)) * 2
    scaled = count * ratio.factor * 2 * 10**ratio.digits
    least, most = (halves - 1, halves + 1) if how is ROUNDED else (halves, halves + 2)
    return scaled // most + 1, scaled // least if least > 0 else None


Item = tuple[str, str]
"""The figure that ratios are taken of, and the item of the document that prints them."""


def _item(facts: Facts, ratio: PrintedRatio) -> Item:
    return ratio.of, facts.plan.figures[ratio.figure].source


def _ratios_together(facts: Facts, items: set[Item]) -> dict[Item, list[PrintedRatio]]:
    """The exact ratios of counts over one figure in one item of the document, in the items asked for."""
    found: dict[Item, list[PrintedRatio]] = {item: [] for item in items}
    for ratio in facts.ratios:
        if _item(facts, ratio) in items and _is_exact(facts, ratio):
            found[_item(facts, ratio)].append(ratio)
    return found


def _is_exact(facts: Facts, ratio: PrintedRatio) -> bool:
    """Whether a count, what it is taken of and the printed ratio are numbers as they stand."""
    counted = isinstance(facts.plan.figures[ratio.figure].value, int)
    return counted and ratio.computed.is_point and printed_vaguely(ratio.text) is None


def _common(facts: Facts, ratios: Sequence[PrintedRatio], how: Text) -> Denominators | None:
    """What explains several ratios together; None where nothing does."""
    each = [_explaining(int(facts.plan.figures[ratio.figure].value), ratio, how) for ratio in ratios]
    low = max(lowest for lowest, _ in each)
    high = min((highest for _, highest in each if highest is not None), default=None)
    return (low, high) if high is None or low <= high else None


def _denominators(facts: Facts, ratio: PrintedRatio, together: Text) -> Text:
    """Which denominators would explain a printed ratio, in words; empty where numbers are vague."""
    if not _is_exact(facts, ratio):
        return EMPTY
    plan = facts.plan
    low, high = _explaining(int(plan.figures[ratio.figure].value), ratio, ROUNDED)
    if high is not None and low > high:
        return Text("Không mẫu số nguyên nào giải thích được. ", "No whole denominator would explain it. ")
    unit = plan.units[plan.figures[ratio.of].unit].name
    said = joined(_EXPLAINED.fill(range=_range(low, high), unit=unit), together)
    names = _figures_among(facts, ratio.of, low, high)
    return joined(said, _CANDIDATES.fill(figures=_listed(facts, names))) if names else said


def _listed(facts: Facts, names: Sequence[str]) -> Text:
    amounts = [(name, facts.in_full(name)) for name in names]
    return Text(*("; ".join(f"{name} ({said.say(language)})" for name, said in amounts) for language in LANGUAGES))


def _together(facts: Facts, item: Item, ratios: Sequence[PrintedRatio]) -> Text:
    """Which denominators explain all ratios of an item together, in words; empty where there are no several."""
    found = [(how, _common(facts, ratios, how)) for how in (ROUNDED, CUT_OFF)] if len(ratios) > 1 else []
    ranges = [joined(_range(*common), Text(" (", " ("), how, Text(")", ")")) for how, common in found if common]
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

        88,67 máy tính trên 100 cán bộ không phải là phần của một tổng thể nào: mỗi bàn hai máy thì thành 200 %. Con số
        có thể đúng; dấu % gây hiểu lầm, và một mục tiêu tính bằng "%" cũng vậy.
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        unlike = figure.of is not None and figure.unit != plan.figures[figure.of].unit
        if figure.of and figure.printed and "%" in figure.printed and unlike and _is_count(plan, figure):
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
    Text("Đối chiếu tỷ lệ và số bị chia với văn bản.", "Compare the percentage and its whole with the document."),
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
        of = _whole_things(plan, figure)
        if of is None or figure.of is None:
            continue
        digits = 0 if isinstance(figure.value, int) else digits_of(figure.value)
        unit, share = Fraction(1, 10**digits), Fraction(figure.value)
        least = math.ceil((share - unit / 2) * of / CEILING)
        if Fraction(least * CEILING, of) >= share + unit:
            values = {
                "found": facts.in_full(name),
                "whole": facts.in_full(figure.of),
                "nearest": _nearest(least, of, digits + MORE_DIGITS),
            }
            yield Found(("figures", name, "value"), values, (value_of(facts, figure.of),), (figure.value, of))


def _whole_things(plan: Plan, figure: Figure) -> int | None:
    """How many things a percentage is taken of; None where it is no exact percentage of counted things."""
    if figure.of is None or figure.comparator or plan.units[figure.unit].kind != "share" or figure.value > CEILING:
        return None
    whole = plan.figures[figure.of]
    counted = _is_count(plan, whole) and not whole.comparator and isinstance(whole.value, int)
    return int(whole.value) if counted and whole.value else None


def _is_count(plan: Plan, figure: Figure) -> bool:
    return plan.units[figure.unit].kind == "count"


def _nearest(above: int, of: int, digits: int) -> Text:
    """The whole numbers below and above a percentage, with theirs."""
    said = (
        f"{number(count, language)} = {number(half_up(Fraction(count * CEILING, of), digits), language)} %"
        for language in LANGUAGES
        for count in (above - 1, above)
    )
    below_vi, above_vi, below_en, above_en = said
    return Text(f"{below_vi}, {above_vi}", f"{below_en}, {above_en}")
