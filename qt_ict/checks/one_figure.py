"""Checks of one figure by itself (QT303 and on; QT301 and QT302 are checked when it is read)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.rounding import printed_number
from qt_ict.checks.check import Found, check, stated, unit_of
from qt_ict.checks.facts import Facts
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import CEILING, Unit
from qt_ict.wording import terms
from qt_ict.wording.quantities import plain, with_unit


@check(
    "QT303",
    "error",
    Text("{found} vượt quá {most}", "{found} is more than {most}"),
    Text(
        "Đối chiếu với văn bản. Nếu thật sự hơn 100 thì đó là mật độ, không phải tỷ lệ: đổi đơn vị tính.",
        "Compare it with the document. If it truly exceeds 100 it is a density: change its unit of measure.",
    ),
    every_round=True,
    called="tỷ lệ vượt 100%",
)
def share_above_100(facts: Facts) -> Iterator[Found]:
    """A figure in a unit of kind ``share`` is more than 100.

    A share is part of a whole and cannot be larger than it. Mostly a digit too many, or a decimal
    point lost: 456 for 45.6. The interval that a survey gives of a share ends at 100 too.

    Tiếng Việt:
        Một số liệu có đơn vị loại ``share`` lớn hơn 100.

        Tỷ lệ là một phần của tổng số nên không thể lớn hơn tổng số. Thường là thừa một chữ số hoặc
        mất dấu thập phân: 456 thay vì 45.6. Khoảng mà cuộc điều tra nêu cho một tỷ lệ cũng chỉ đến 100.
    """
    for name, figure in facts.plan.figures.items():
        above = "value" if figure.value > CEILING else "high" if (figure.high or 0) > CEILING else None
        unit = facts.plan.units[figure.unit]
        if above and unit.kind == "share":
            most = with_unit(plain(CEILING), terms.PERCENT if unit.is_percentage else EMPTY)
            values, sides = {"found": facts.in_full(name), "most": most}, (unit_of(facts, figure.unit),)
            yield Found(("figures", name, above), values, sides, stated(figure))


@check(
    "QT309",
    "error",
    Text("{found} nằm ngoài phạm vi của {unit}: {least} đến {most}", "{found} lies outside {unit}: {least} to {most}"),
    Text(
        "Đối chiếu với văn bản, hoặc sửa floor, ceiling của đơn vị tính.",
        "Compare it with the document, or correct floor or ceiling of its unit of measure.",
    ),
    every_round=True,
    called="chỉ số ngoài phạm vi",
)
def index_outside_its_limits(facts: Facts) -> Iterator[Found]:
    """A figure is beyond the ``floor`` or the ``ceiling`` that its unit of measure declares; a rank is below 1.

    A score of 101 points out of 100. The interval that a survey gives lies within them too.

    Tiếng Việt:
        Số liệu vượt ``floor`` hay ``ceiling`` mà đơn vị tính khai báo; thứ hạng nhỏ hơn 1.

        101 điểm trên thang 100. Khoảng mà cuộc điều tra nêu cũng nằm trong phạm vi ấy.
    """
    for name, figure in facts.plan.figures.items():
        unit = facts.plan.units[figure.unit]
        given = {key: number for key in ("value", "low", "high") if (number := getattr(figure, key)) is not None}
        beyond = [key for key, number in given.items() if _is_beyond(number, unit)]
        if unit.kind == "index" and beyond:
            ends = {"least": _end(unit.least), "most": _end(unit.most)}
            values = {"found": facts.in_full(name), "unit": unit.name, **ends}
            yield Found(("figures", name, beyond[0]), values, (unit_of(facts, figure.unit),), stated(figure))


def _is_beyond(number: int | Decimal, unit: Unit) -> bool:
    below = unit.least is not None and number < unit.least
    return below or (unit.most is not None and number > unit.most)


def _end(end: int | Decimal | None) -> Text:
    return Text.same("…") if end is None else plain(end)


@check(
    "QT304",
    "error",
    Text("không số nào thỏa {found}", "no number is {found}"),
    Text("Đối chiếu lời văn với comparator và value.", "Compare the words of the document with comparator and value."),
    every_round=True,
    called="giới hạn không còn giá trị nào",
)
def bound_without_room(facts: Facts) -> Iterator[Found]:
    """A figure is a bound that no number can satisfy.

    "Less than 0 schools" and "more than 100%" leave nothing. The comparator or the number is wrong.

    Tiếng Việt:
        Số liệu là một cận mà không số nào thỏa được.

        "Dưới 0 trường" hay "hơn 100%" thì không còn giá trị nào thỏa mãn. Từ so sánh hoặc con số bị sai.
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
    called="tỷ lệ in ra không có con số",
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


@check(
    "QT306",
    "error",
    Text("{value} không nằm trong khoảng {low}–{high}", "{value} does not lie between {low} and {high}"),
    Text("Đối chiếu cả ba số với văn bản.", "Compare all three numbers with the document."),
    every_round=True,
    called="giá trị ngoài khoảng của nó",
)
def value_outside_interval(facts: Facts) -> Iterator[Found]:
    """The number of a figure is not within the interval that a survey gives of it.

    An estimate lies between ``low`` and ``high``, mostly near the middle. Otherwise one of the three is mistyped, or
    ``low`` and ``high`` have changed places, or the interval is that of another figure, or of an older number.

    Tiếng Việt:
        Con số của số liệu không nằm trong khoảng mà cuộc điều tra nêu cho nó.

        Giá trị nằm giữa ``low`` và ``high``, thường gần chính giữa. Nếu không thì một trong ba số gõ
        nhầm, hoặc ``low`` và ``high`` đổi chỗ cho nhau, hoặc khoảng ấy của số liệu khác hay của con số cũ.
    """
    for name, figure in facts.plan.figures.items():
        if figure.low is None or figure.high is None or figure.low <= figure.value <= figure.high:
            continue
        values = {"value": plain(figure.value), "low": plain(figure.low), "high": plain(figure.high)}
        yield Found(("figures", name, "value"), values, (), stated(figure))


@check(
    "QT307",
    "error",
    Text("{value} không phải bội số của {rounded_to}", "{value} is no multiple of {rounded_to}"),
    Text(
        "Đối chiếu con số với văn bản; rounded_to là đơn vị mà nó được làm tròn đến, như 100.",
        "Compare the number with the document; rounded_to is what it is rounded to, such as 100.",
    ),
    every_round=True,
    called="giá trị không làm tròn như đã ghi",
)
def value_not_rounded_as_said(facts: Facts) -> Iterator[Found]:
    """A number said to be rounded is no multiple of what it is rounded to.

    "534.9 thousand" is 534900, rounded to 100. 534912 is no number of hundreds: it was not rounded to them, or a
    digit is wrong.

    Tiếng Việt:
        Số được ghi là đã làm tròn lại không phải bội số của đơn vị làm tròn.

        "534,9 nghìn" là 534900, làm tròn đến 100. 534912 không phải một số trăm: nó không được làm tròn đến trăm,
        hoặc có chữ số sai.
    """
    for name, figure in facts.plan.figures.items():
        if figure.rounded_to and Fraction(figure.value) % Fraction(figure.rounded_to):
            values = {"value": plain(figure.value), "rounded_to": plain(figure.rounded_to)}
            yield Found(("figures", name, "rounded_to"), values, (), stated(figure))
