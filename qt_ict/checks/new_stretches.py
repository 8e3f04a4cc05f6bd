"""Checks of definitions that continue and of figures that are counted anew (QT715 to QT717)."""

from collections.abc import Iterator

from qt_ict.checks.check import Found, Statement, check, value_of
from qt_ict.checks.facts import Facts
from qt_ict.engine.observations import base_of
from qt_ict.language import EMPTY, Text
from qt_ict.model.plan import Plan
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import listed


@check(
    "QT715",
    "warning",
    Text(
        "{figure}: định nghĩa nêu ở đợt {round} ({definition}) không được nhắc lại; coi như vẫn còn",
        "{figure}: the definition given in round {round} ({definition}) is not said again; it is taken to continue",
    ),
    Text(
        "Nhắc lại definition, nêu định nghĩa mới, hoặc ghi definition: as_planned nếu lại đếm như kế hoạch.",
        "Repeat the definition, give another one, or say definition: as_planned where it counts what the plan counts.",
    ),
    acceptable=False,
    called="định nghĩa không được nhắc lại",
)
def definition_not_repeated(facts: Facts) -> Iterator[Found]:
    """A later round leaves out the ``definition`` that an earlier one gave a figure.

    A way of counting rarely goes back by itself, so the definition continues, and the number is compared only with its
    like. Whether that is so must be said: the form of ``round new`` has the definition written in.

    Tiếng Việt:
        Đợt sau bỏ trống định nghĩa (``definition``) mà đợt trước đã nêu cho số liệu.

        Cách đếm ít khi tự trở lại như cũ, nên định nghĩa được coi là còn nguyên và số liệu chỉ so với số cùng cách
        đếm. Có đúng vậy không thì phải ghi rõ: biểu của ``round new`` đã viết sẵn định nghĩa.
    """
    known = {each.plan.round_id: each for each in facts.rounds}
    for rounds, each in zip(facts.plan.rounds, facts.rounds, strict=True):
        for name, declared in rounds.continued.items():
            figure = each.plan.figures[name]
            values = {"figure": figure.name, "round": declared, "definition": figure.definition or EMPTY}
            at = known[declared].placed(("figures", name, "definition"))
            sides = (Statement(at, figure.definition or EMPTY),)
            yield Found(each.placed(("figures", name, "value")), values, sides)


@check(
    "QT716",
    "error",
    Text(
        "base là của {base}, không trước số liệu ({found})",
        "the base is of {base}, which is not before the figure ({found})",
    ),
    Text("Sửa ngày của base, hoặc bỏ base.", "Correct the date of base, or drop it."),
    acceptable=False,
    called="gốc của chuỗi mới không ở trước",
)
def base_not_before_break(facts: Facts) -> Iterator[Found]:
    """The ``base`` of a figure that is counted anew is not of an earlier day than the figure.

    A new stretch runs from its base to the figure and on; without time between them there is no pace.

    Tiếng Việt:
        Giá trị gốc (``base``) của số liệu được tính lại không có ngày sớm hơn chính số liệu ấy.

        Chuỗi mới đi từ giá trị gốc đến số liệu rồi tiếp tục; hai ngày trùng nhau thì không có mức tăng.
    """
    for each in facts.rounds[1:]:
        for name, figure in each.plan.figures.items():
            if figure.base is not None and figure.base.date.day >= each.plan.day_of(name):
                values = {"base": day(figure.base.date.day), "found": day(each.plan.day_of(name))}
                yield Found(each.placed(("figures", name, "base")), values, (value_of(each, name),))


@check(
    "QT717",
    "warning",
    Text(
        "base không dùng được cho: {indicators}; thiếu số liệu khác của ngày {base}",
        "the base serves not {indicators}: other figures of {base} are lacking",
    ),
    Text(
        "Thêm base cùng ngày cho số liệu kia, hoặc ghi số liệu của ngày ấy ở đợt của nó; nếu không, chuỗi mới bắt đầu "
        "từ đợt này.",
        "Give the others a base of the same day, or report them for that day in its round; else the new stretch begins "
        "with this round.",
    ),
    acceptable=False,
    called="gốc của chuỗi mới không dùng được",
)
def base_without_its_like(facts: Facts) -> Iterator[Found]:
    """The ``base`` of a figure gives no value of an indicator, since the other figures are not known for its day.

    A new numerator is never divided by an old denominator: both must be of one day.

    Tiếng Việt:
        Giá trị gốc (``base``) của số liệu không cho ra giá trị của chỉ tiêu, vì các số liệu khác không có cho ngày ấy.

        Tử số mới không bao giờ chia cho mẫu số cũ: cả hai phải cùng một ngày.
    """
    seen = [each.plan for each in facts.rounds]
    for place, each in enumerate(facts.rounds):
        for name, figure in each.plan.figures.items():
            lost = _lost(facts, seen[: place + 1], name) if figure.base else []
            if lost and figure.base:
                values = {"indicators": listed(lost, ", "), "base": day(figure.base.date.day)}
                yield Found(each.placed(("figures", name, "base")), values, (value_of(each, name),))


def _lost(facts: Facts, seen: list[Plan], name: str) -> list[Text]:
    """The names of the indicators of a figure that its base gives no value of."""
    now = seen[-1].figures
    found = []
    for indicator in facts.plan.indicators.values():
        anew = [each for each in indicator.figures if each in now and now[each].starts_anew]
        if name in anew and seen[-1].has(indicator) and base_of(seen, indicator, anew) is None:
            found.append(indicator.name)
    return found
