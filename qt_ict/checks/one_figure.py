"""Checks of one figure by itself (QT303 and on; QT301 and QT302 are checked when it is read)."""

import re
from collections.abc import Iterator

from qt_ict.arithmetic.rounding import printed_number
from qt_ict.checks.check import Found, check, stated, unit_of
from qt_ict.checks.facts import Facts
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING


@check(
    "QT303",
    "error",
    Text("{found} vượt quá 100 %", "{found} is more than 100 %"),
    Text(
        "Đối chiếu với văn bản. Nếu thật sự hơn 100 thì đó là mật độ, không phải tỷ lệ: đổi đơn vị tính.",
        "Compare it with the document. If it truly exceeds 100 it is a density: change its unit of measure.",
    ),
    every_round=True,
)
def share_above_100(facts: Facts) -> Iterator[Found]:
    """A figure in a unit of kind ``share`` is more than 100.

    A share is part of a whole and cannot be larger than it. Mostly a digit too many, or a decimal
    point lost: 456 for 45.6.

    Tiếng Việt:
        Một số liệu có đơn vị loại ``share`` lớn hơn 100.

        Tỷ lệ là một phần của tổng thể nên không thể lớn hơn tổng thể. Thường là thừa một chữ số hoặc
        mất dấu thập phân: 456 thay vì 45.6.
    """
    for name, figure in facts.plan.figures.items():
        if figure.value > CEILING and facts.plan.units[figure.unit].kind == "share":
            values, sides = {"found": facts.in_full(name)}, (unit_of(facts, figure.unit),)
            yield Found(("figures", name, "value"), values, sides, stated(figure))


@check(
    "QT304",
    "error",
    Text("không số nào thỏa {found}", "no number is {found}"),
    Text("Đối chiếu lời văn với comparator và value.", "Compare the words of the document with comparator and value."),
    every_round=True,
)
def bound_without_room(facts: Facts) -> Iterator[Found]:
    """A figure is a bound that no number can satisfy.

    "Less than 0 schools" and "more than 100 %" leave nothing. The comparator or the number is wrong.

    Tiếng Việt:
        Số liệu là một cận mà không số nào thỏa được.

        "Dưới 0 trường" hay "hơn 100 %" thì không còn giá trị nào thỏa mãn. Từ so sánh hoặc con số bị sai.
    """
    for name, figure in facts.plan.figures.items():
        if figure.comparator and facts.readings[name].is_empty:
            values, sides = {"found": facts.in_full(name)}, (unit_of(facts, figure.unit),)
            yield Found(("figures", name, "value"), values, sides, stated(figure))


@check(
    "QT305",
    "warning",
    Text(
        'không đọc được một con số duy nhất trong tỷ lệ in ra "{found}"',
        'no single number can be read in the printed ratio "{found}"',
    ),
    Text(
        "Chép đúng như in; nếu văn bản in như vậy thì chấp nhận, nếu không in tỷ lệ thì bỏ printed.",
        "Copy it as printed; if the document prints it so, accept it, if it prints no ratio, drop printed.",
    ),
    every_round=True,
)
def printed_ratio_without_number(facts: Facts) -> Iterator[Found]:
    """The ratio under ``printed`` holds no single number ("3/4", "45%-50%", none), so it is compared with nothing.

    Tiếng Việt:
        Tỷ lệ ở ``printed`` không có một con số duy nhất ("3/4", "45%-50%", hoặc không có) nên không so được với gì.
    """
    for name, figure in facts.plan.figures.items():
        if figure.printed and printed_number(figure.printed) is None:
            numbers = tuple(map(int, re.findall("[0-9]{1,18}", figure.printed)))
            yield Found(("figures", name, "printed"), {"found": figure.printed}, numbers=numbers)
