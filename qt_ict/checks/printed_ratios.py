"""Checks of ratios as the document prints them (QT401 to QT405)."""

import math
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from qt_ict.arithmetic.rounding import decimal_sign, digits_of, half_up, printed_number
from qt_ict.checks.check import Found, check, stated, value_of
from qt_ict.checks.denominators import explanation, item_of, ratios_together, together
from qt_ict.checks.facts import Facts, PrintedRatio
from qt_ict.engine.printed import Rounding
from qt_ict.language import Text
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import CEILING
from qt_ict.model.plan import Plan
from qt_ict.wording.quantities import listed, plain, written

MORE_DIGITS = 2
"""Decimals of a computed ratio that are shown beyond the printed ones."""


@check(
    "QT401",
    "error",
    Text("in ra {printed}, tính lại được {computed} ({working})", "printed {printed}, computed {computed} ({working})"),
    Text(
        "{whole}Đối chiếu tử số, mẫu số và tỷ lệ với văn bản.",
        "{whole}Compare numerator, denominator and ratio with the document.",
    ),
    every_round=True,
    called="tỷ lệ in ra không khớp",
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
        dân". Kết quả được so ở đúng số chữ số in ra. Nếu làm tròn (từ 5 trở lên thì tăng 1), làm tròn về số chẵn và
        bỏ bớt chữ số đều không giải thích được thì một trong ba số sai, hoặc văn bản đã dùng mẫu số khác: phát hiện
        này cho biết mẫu số nào giải thích được, số liệu nào của kế hoạch nằm trong đó, và mẫu số nào giải thích
        được mọi tỷ lệ in trong cùng mục. Tỷ lệ in kèm từ ước lượng ("gần 90%") chỉ được so với chính từ ấy.
    """
    wrong = [ratio for ratio in facts.ratios if ratio.rounding == "none"]
    shared = ratios_together(facts, {item_of(facts, ratio) for ratio in wrong})
    said = {item: together(facts, item, ratios) for item, ratios in shared.items()}
    for ratio in wrong:
        yield _found(facts, ratio, whole=explanation(facts, ratio, said[item_of(facts, ratio)]))


@check(
    "QT402",
    "warning",
    Text("{printed} là {computed} {how}", "{printed} is {computed} {how}"),
    Text(
        "Tỷ lệ thường được làm tròn theo cách từ 5 trở lên thì tăng 1; nếu văn bản in đúng như vậy thì chấp nhận.",
        "Ratios are expected rounded half up; if the document prints it so, accept it.",
    ),
    every_round=True,
    called="tỷ lệ in ra làm tròn khác quy ước",
)
def printed_ratio_not_rounded_half_up(facts: Facts) -> Iterator[Found]:
    """The printed ratio is the computed one cut off, or rounded half to even.

    45.9786 is printed as 45,98 by rounding half up and as 45,97 by cutting off. The digits are then not
    those of the other ratios of the document, and the last one cannot be relied on.

    Tiếng Việt:
        Tỷ lệ in ra là tỷ lệ tính được nhưng bị bỏ bớt chữ số, hoặc làm tròn về số chẵn.

        45,9786 làm tròn (từ 5 trở lên thì tăng 1) thành 45,98, bỏ bớt chữ số thành 45,97. Khi đó chữ số cuối không
        cùng quy ước với các tỷ lệ khác của văn bản và không nên dựa vào.
    """
    for ratio in facts.ratios:
        if ratio.rounding in _OTHER_ROUNDINGS:
            yield _found(facts, ratio, how=_OTHER_ROUNDINGS[ratio.rounding])


_OTHER_ROUNDINGS: dict[Rounding | None, Text] = {
    "truncated": Text("bỏ bớt chữ số, không làm tròn", "cut off, not rounded"),
    "half_even": Text("làm tròn về số chẵn, không phải từ 5 trở lên thì tăng 1", "rounded half to even, not half up"),
}


def _found(facts: Facts, ratio: PrintedRatio, **values: object) -> Found:
    figure, whole = facts.plan.figures[ratio.figure], facts.plan.figures[ratio.of]
    digits = ratio.digits + MORE_DIGITS
    known = {
        "printed": f'"{ratio.text}"',
        "computed": written(ratio.computed, digits),
        "working": _working(facts, ratio),
    }
    found = Found(
        ("figures", ratio.figure, "printed"),
        known | values,
        (value_of(facts, ratio.figure), value_of(facts, ratio.of)),
        (ratio.number, *stated(figure), *stated(whole)),
    )
    things = _is_count(facts.plan, figure) and ratio.computed.is_point and figure.value and whole.value
    if not things or not isinstance(figure.value, int) or not isinstance(whole.value, int):
        return found
    step = smallest_change(figure.value, whole.value, ratio.factor)
    computed = Fraction(figure.value * ratio.factor, whole.value)
    return found._replace(numbers=(ratio.number, computed), digits=digits, step=step) if step >= FINEST else found


def _working(facts: Facts, ratio: PrintedRatio) -> Text:
    """How a ratio is computed; a percentage stands for itself."""
    count = facts.in_full(ratio.figure)
    if not _is_count(facts.plan, facts.plan.figures[ratio.figure]):
        return count
    factor = "" if ratio.factor == 1 else f" × {ratio.factor}"
    return count + " / " + facts.in_full(ratio.of) + Text.same(factor)


FINEST = Fraction(1, 10**12)
"""A ratio that moves by less is not offered by itself to be accepted, but the numbers it is computed from."""


def smallest_change(count: int, whole: int, factor: int) -> Fraction:
    """How far a ratio moves, at least, when one thing more or fewer is counted, above or below the line.

    >>> smallest_change(1, 4, 100)
    Fraction(5, 1)
    """
    return min(Fraction(factor, whole), Fraction(factor * count, whole * (whole + 1)))


@check(
    "QT403",
    "warning",
    Text(
        '"{printed}" in như phần trăm, nhưng chia số {above} cho số {below}',
        '"{printed}" is printed as a percentage, yet divides {above} by {below}',
    ),
    Text(
        "Đọc như mật độ trên 100; nếu mẫu số đúng phải là thứ khác, sửa of.",
        "Read it as a rate per 100; if it is meant of something else, correct of.",
    ),
    every_round=True,
    called="phần trăm của hai đơn vị tính khác nhau",
)
def percentage_of_unlike_units(facts: Facts) -> Iterator[Found]:
    """A ratio is printed with a per cent sign although its figure is no part of what it is divided by.

    88.67 computers per 100 officials is no share of anything: two computers on one desk would make it
    200%. The number may be right; the sign misleads, and so does a target in "%".

    Tiếng Việt:
        Tỷ lệ in với dấu % tuy số liệu không phải là một phần của mẫu số.

        88,67 máy tính trên 100 cán bộ không phải là phần của một tổng số nào: mỗi bàn hai máy thì thành 200%. Con số
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
    every_round=True,
    called="phần trăm không ứng với số nguyên nào",
)
def percentage_of_no_whole_number(facts: Facts) -> Iterator[Found]:
    """A percentage "of n things" that no whole number of things can give.

    50% of 3 units would be one and a half. All percentages that print as the given digits are tried,
    rounded or cut off; for large n there is always one that fits.

    Tiếng Việt:
        Một tỷ lệ "của n cái" mà không số nguyên nào cho được.

        50% của 3 đơn vị là một rưỡi. Mọi tỷ lệ in ra thành các chữ số ấy, làm tròn hay bỏ bớt chữ số, đều được
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


@check(
    "QT405",
    "warning",
    Text(
        'tỷ lệ in "{printed}" dùng dấu thập phân "{sign}", các tỷ lệ khác dùng "{usual}"',
        'the ratio "{printed}" is printed with the decimal sign "{sign}", the others with "{usual}"',
    ),
    Text(
        "Đối chiếu chữ số với văn bản; nếu văn bản in đúng như vậy thì chấp nhận.",
        "Compare the digits with the document; if it prints them so, accept it.",
    ),
    every_round=True,
    called="dấu thập phân khác các tỷ lệ khác",
)
def decimal_sign_of_its_own(facts: Facts) -> Iterator[Found]:
    """A printed ratio has another decimal sign than most others of its document.

    "31.24%" among "45,65%" and "11,47%" was typed or pasted from elsewhere. Where a point groups thousands it may be
    read as a hundred times what is meant, so it is worth a look at the document. Ratios without decimals, and those
    whose sign may group thousands, have no say; of two signs used equally often neither is said to be wrong.

    Tiếng Việt:
        Tỷ lệ in ra có dấu thập phân khác với phần lớn các tỷ lệ cùng văn bản.

        "31.24%" nằm giữa "45,65%" và "11,47%" là do gõ khác hoặc chép từ nơi khác. Nơi nào dấu chấm phân cách hàng
        nghìn thì có thể đọc nhầm gấp trăm lần, nên cần xem lại văn bản. Tỷ lệ không có chữ số thập phân hoặc có dấu
        có thể là dấu hàng nghìn thì không xét; hai dấu dùng nhiều như nhau thì không dấu nào bị coi là sai.
    """
    printed = {name: each.printed for name, each in facts.plan.figures.items() if each.printed}
    signs = {name: sign for name, text in printed.items() if (sign := decimal_sign(text))}
    counted = Counter(signs.values()).most_common()
    if len(counted) < 2 or counted[0][1] == counted[1][1]:
        return
    usual = counted[0][0]
    for name, sign in signs.items():
        if sign != usual:
            values = {"printed": printed[name], "sign": sign, "usual": usual}
            yield Found(("figures", name, "printed"), values, numbers=(printed_number(printed[name]) or 0,))


def _whole_things(plan: Plan, figure: Figure) -> int | None:
    """How many things a percentage is taken of; None where it is no exact percentage of counted things."""
    if figure.of is None or not figure.stands_for_itself or plan.units[figure.unit].kind != "share":
        return None
    whole = plan.figures[figure.of]
    if figure.value > CEILING or not whole.stands_for_itself:
        return None
    counted = _is_count(plan, whole) and isinstance(whole.value, int)
    return int(whole.value) if counted and whole.value else None


def _is_count(plan: Plan, figure: Figure) -> bool:
    return plan.units[figure.unit].kind == "count"


def _nearest(above: int, of: int, digits: int) -> Text:
    """The whole numbers below and above a percentage, with theirs."""
    said = (
        plain(count) + " = " + plain(half_up(Fraction(count * CEILING, of), digits)) + "%"
        for count in (above - 1, above)
    )
    return listed(said, ", ")
