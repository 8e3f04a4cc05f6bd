"""Checks of one target and what is said to measure it (QT503 to QT509, QT512)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from qt_ict.checks.check import Found, Statement, check, demand_of, numbers_of, unit_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.versions_in_force import TargetVersion, by_target
from qt_ict.engine import evidence
from qt_ict.language import Text
from qt_ict.model.indicators import UnitKind
from qt_ict.model.plan import Plan
from qt_ict.positions import Path
from qt_ict.wording import terms
from qt_ict.wording.dates import day
from qt_ict.wording.statements import BETTER


@check(
    "QT503",
    "error",
    Text("mục tiêu {target} không thể đạt", "the target {target} cannot be reached"),
    Text(
        "Đối chiếu con số, từ so sánh và đơn vị tính với văn bản.",
        "Compare number, comparator and unit with the document.",
    ),
    called="mục tiêu ngoài phạm vi có thể đạt",
)
def target_out_of_range(facts: Facts) -> Iterator[Found]:
    """A target lies where its unit of measure has no values.

    More than 100% of anything, or fewer than 0; beyond the ``floor`` or ``ceiling`` of an index. Revisions are looked
    at like the first statement.

    Tiếng Việt:
        Mục tiêu nằm ngoài phạm vi của đơn vị tính.

        Hơn 100% của một thứ gì đó, hoặc dưới 0; ngoài ``floor`` hay ``ceiling`` của một chỉ số. Các bản sửa cũng được
        xét như bản đầu.
    """
    for first, *others in by_target(each for each in facts.versions if _out_of_range(facts, each)):
        unit = evidence.unit_of(facts.plan, first.target)
        sides = (*((unit_of(facts, unit),) if unit else ()), *(demand_of(facts, each) for each in others))
        yield Found(first.quantity_at, {"target": first.said(facts.plan)}, sides, numbers_of(first, *others))


def _out_of_range(facts: Facts, version: TargetVersion) -> bool:
    target = version.target
    unit = evidence.unit_of(facts.plan, target)
    reckoned = [line.number for line in version.lines] if target.from_baseline else []
    numbers = target.numbers or reckoned
    if unit is None or not numbers:
        return False
    # Of what a baseline that is a range may make of it, nothing must be possible.
    least, most = (max(numbers), min(numbers)) if reckoned else (min(numbers), max(numbers))
    highest, lowest = facts.plan.units[unit].most, facts.plan.units[unit].least
    above = highest is not None and (most > highest or (target.comparator == "more_than" and most == highest))
    if lowest is None:
        return above
    return above or least < lowest or (target.comparator == "less_than" and least == lowest)


@check(
    "QT504",
    "error",
    Text(
        "mục tiêu {target}, chỉ tiêu tốt hơn khi {better}", "the target is {target}, the indicator better when {better}"
    ),
    Text(
        "Sửa comparator của mục tiêu hoặc better của chỉ tiêu.",
        "Correct the target's comparator or the indicator's better.",
    ),
    called="mục tiêu ngược chiều với chỉ tiêu",
)
def comparator_against_direction(facts: Facts) -> Iterator[Found]:
    """A target's comparator points the other way than its indicator's ``better``.

    "At least" for something of which less is better, or a ceiling for something of which more is. Which way
    is better is declared, and a verdict in the other direction would praise the wrong thing. Revisions are looked
    at like the first statement.

    Tiếng Việt:
        Từ so sánh của mục tiêu ngược với hướng tốt hơn (``better``) của chỉ tiêu.

        "Ít nhất" cho thứ càng ít càng tốt, hoặc mức trần cho thứ càng nhiều càng tốt. Hướng tốt hơn được khai
        báo; kết luận theo hướng ngược lại sẽ khen nhầm. Các bản sửa cũng được xét như bản đầu.
    """
    plan = facts.plan
    for first, *others in by_target(each for each in facts.versions if _against_direction(facts, each)):
        indicator = first.target.indicator or ""
        better = plan.indicators[indicator].better
        values = {"target": first.said(plan), "better": BETTER[better]}
        said = (Statement((*each.at, "comparator"), each.said(plan)) for each in others)
        sides = (Statement(("indicators", indicator, "better"), plan.indicators[indicator].name), *said)
        yield Found((*first.at, "comparator"), values, sides, numbers_of(first, *others))


def _against_direction(facts: Facts, version: TargetVersion) -> bool:
    indicator = facts.measuring(version.target)
    if indicator is None or not version.lines:
        return False
    return version.lines[0].upward != (facts.plan.indicators[indicator].better == "higher")


@check(
    "QT505",
    "error",
    Text("mục tiêu tính bằng {unit}, chỉ tiêu tính bằng {found}", "the target is in {unit}, its indicator in {found}"),
    Text(
        "Nêu chỉ tiêu cùng đơn vị tính, hoặc measure: proxy nếu chỉ là số liệu gián tiếp.",
        "Name an indicator in the same unit, or say measure: proxy if it is only related.",
    ),
    acceptable=False,
    called="mục tiêu khác đơn vị tính với chỉ tiêu",
)
def target_in_another_unit(facts: Facts) -> Iterator[Found]:
    """A target and the indicator that measures it have different units of measure.

    Tiếng Việt:
        Mục tiêu và chỉ tiêu đo nó có đơn vị tính khác nhau.
    """
    plan = facts.plan
    for first, *others in by_target(each for each in facts.versions if _in_another_unit(facts, each)):
        indicator, unit = first.target.indicator or "", evidence.unit_of(plan, first.target) or ""
        right = plan.indicators[indicator].unit
        values = {"unit": plan.units[unit].name if unit in plan.units else Text.same(unit)}
        said = Statement(("indicators", indicator, "unit"), plan.indicators[indicator].name)
        known = (unit_of(facts, each) for each in (unit, right) if each in plan.units)
        again = (Statement(each.unit_at, each.said(plan)) for each in others if each.words.unit)
        sides = (said, *known, *again)
        yield Found(first.unit_at, values | {"found": plan.units[right].name}, sides, numbers_of(first))


def _in_another_unit(facts: Facts, version: TargetVersion) -> bool:
    indicator, unit = facts.measuring(version.target), evidence.unit_of(facts.plan, version.target)
    return indicator is not None and unit is not None and unit != facts.plan.indicators[indicator].unit


@check(
    "QT519",
    "error",
    Text(
        '"tất cả" là bao nhiêu {unit} thì kế hoạch không cho biết',
        'how much "all" is in {unit} the plan does not say',
    ),
    Text.same("{advice}"),
    acceptable=False,
    called="không biết tất cả là bao nhiêu",
)
def all_of_unknown_whole(facts: Facts) -> Iterator[Found]:
    """A target of "all" is measured by an indicator of which nobody says how much all is.

    Of a share all is 100. Of counts and amounts it is the figure under ``of`` of what is counted, a number that stands
    for itself in the same unit of measure; of an index the ``ceiling`` of its unit. A density has no such number, nor
    has a rank.

    Tiếng Việt:
        Mục tiêu "tất cả" được đo bằng một chỉ tiêu mà không ai cho biết tất cả là bao nhiêu.

        Với tỷ lệ, tất cả là 100. Với số đếm và đại lượng, đó là số liệu ghi ở ``of`` của thứ được đếm, một con số xác
        định, cùng đơn vị tính; với chỉ số, đó là ``ceiling`` của đơn vị tính. Mật độ và thứ hạng không có con số ấy.
    """
    plan = facts.plan
    for first, *others in by_target(each for each in facts.versions if _all_of_unknown(facts, each)):
        indicator = plan.indicators[first.target.indicator or ""]
        unit = plan.units[indicator.unit]
        said = Statement(("indicators", first.target.indicator or "", "unit"), indicator.name)
        again = (Statement((*each.at, "comparator"), each.said(plan)) for each in others)
        sides = (said, unit_of(facts, indicator.unit), *again)
        yield Found((*first.at, "comparator"), {"unit": unit.name, "advice": _WHOLE_OF[unit.kind]}, sides)


def _all_of_unknown(facts: Facts, version: TargetVersion) -> bool:
    measured = facts.measuring(version.target) is not None
    return version.target.comparator == "all" and measured and not version.lines


_OF_FIGURE = Text(
    "Ghi of ở số liệu được đếm: mã của số liệu nêu tổng số, cùng đơn vị tính; hoặc dùng at_least với con số.",
    "Add of to the figure that is counted: the figure of the whole, in the same unit; or at_least with the number.",
)
_AT_LEAST = Text("Dùng at_least với con số.", "Use at_least with the number.")
_WHOLE_OF: dict[UnitKind, Text] = {
    "share": _AT_LEAST,
    "density": _AT_LEAST,
    "count": _OF_FIGURE,
    "amount": _OF_FIGURE,
    "index": Text(
        "Khai báo ceiling ở đơn vị tính nếu chỉ số có mức tối đa; không thì dùng at_least với con số.",
        "Declare the ceiling in its unit of measure if it has one; else use at_least with the number.",
    ),
}


@check(
    "QT506",
    "warning",
    Text.same("{target}: ") + terms.NO_BASELINE,
    Text.same("{advice}"),
    called="mục tiêu chưa có số liệu năm gốc",
)
def target_without_baseline(facts: Facts) -> Iterator[Found]:
    """Nobody measured what a target promises, so nobody will be able to say whether it is met.

    Tiếng Việt:
        Nội dung mục tiêu đề ra chưa được thống kê, nên không thể kết luận đạt hay chưa đạt.
    """
    for name, target in facts.plan.targets.items():
        if target.measure == "none":
            latest = target.in_force(date.max)
            advice = _COUNT if latest.numbers or latest.from_baseline or latest.comparator == "all" else _AGREE
            yield Found(("targets", name, "measure"), {"target": target.name, "advice": advice})


_COUNT = Text("Cần bắt đầu thống kê nội dung này.", "Somebody has to begin to count this.")
_AGREE = Text("Thống nhất tiêu chí để biết thế nào là đạt.", "Agree on what will show that it is done.")


@check(
    "QT507",
    "warning",
    Text(
        "{target}: chỉ có số liệu gián tiếp ({indicator})",
        "{target}: only something related is measured ({indicator})",
    ),
    Text(
        "Đếm đúng nội dung đề ra, hoặc tìm số liệu cho biết mức nhiều nhất, ít nhất.",
        "Count the thing itself, or find a figure that bounds it.",
    ),
    called="mục tiêu chỉ có số liệu gián tiếp",
)
def target_by_proxy_only(facts: Facts) -> Iterator[Found]:
    """The baseline counts something related to what a target promises, not the thing itself.

    A proxy says nothing exact; no gap is computed from it.

    Tiếng Việt:
        Năm gốc chỉ có số liệu gián tiếp, không phải số liệu của chính mục tiêu.

        Số liệu gián tiếp không cho kết luận chính xác; không tính chênh lệch từ số liệu đó.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        if target.measure == "proxy" and target.indicator:
            related = plan.indicators[target.indicator].name
            sides = (Statement(("indicators", target.indicator), related),)
            yield Found(("targets", name, "measure"), {"target": target.name, "indicator": related}, sides)


@check(
    "QT508",
    "warning",
    Text.same("{target}: {problem}"),
    Text("Hỏi cơ quan ban hành; đừng tự đặt năm.", "Ask who issued the plan; do not invent a year."),
    called="mục tiêu không có năm đích",
)
def target_without_year(facts: Facts) -> Iterator[Found]:
    """A target names no year by which it is due, or only one after which.

    Without a due year there is no required growth and no verdict. Yearly duties are due every year and are
    not meant here.

    Tiếng Việt:
        Mục tiêu không nêu năm đích, hoặc chỉ nói "sau năm".

        Không có năm đích thì không có tăng trưởng cần thiết, cũng không có kết luận. Việc hằng năm thì năm nào
        cũng đến hạn, không thuộc trường hợp này.
    """
    for name, target in facts.plan.targets.items():
        if target.due is None:
            problem = terms.NO_DUE_YEAR
            yield Found(("targets", name), {"target": target.name, "problem": problem})
        elif target.due.kind == "after":
            problem = Text("sau {year}, không nói đến năm nào", "after {year}, no year by which")
            values = {"target": target.name, "problem": problem.fill(year=str(target.due.years[0]))}
            yield Found(("targets", name, "due"), values, numbers=target.due.years)


@check(
    "QT509",
    "warning",
    Text("{target}: không cơ quan nào chịu trách nhiệm", "{target}: no agency is responsible"),
    Text("Hỏi cơ quan ban hành, rồi ghi agency.", "Ask who issued the plan, then name the agency."),
    called="mục tiêu không có cơ quan chịu trách nhiệm",
)
def target_without_agency(facts: Facts) -> Iterator[Found]:
    """Neither a target nor the indicator that measures it names an agency responsible.

    Tiếng Việt:
        Cả mục tiêu lẫn chỉ tiêu đo nó đều không nêu cơ quan chịu trách nhiệm.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        if target.agency is None and facts.is_known(name):
            indicator = facts.measuring(target)
            sides = (Statement(("indicators", indicator), plan.indicators[indicator].name),) if indicator else ()
            yield Found(("targets", name), {"target": target.name}, sides)


@check(
    "QT512",
    "error",
    Text(
        "bản sửa ngày {found} không sau bản ngày {earlier}",
        "the revision of {found} is not after the version of {earlier}",
    ),
    Text(
        "Xếp các bản sửa theo ngày của văn bản, và sửa ngày sai.",
        "Put the revisions in the order of their documents' dates; correct the date that is wrong.",
    ),
    acceptable=False,
    called="bản sửa đổi sai thứ tự",
)
def revision_out_of_order(facts: Facts) -> Iterator[Found]:
    """A revision of a target is not dated after the version it revises.

    Versions stand in the order of their dates, each in force until the next; of two of one day nobody can say
    which is. The first statement is of the date of the plan unless it names its own.

    Tiếng Việt:
        Bản sửa của mục tiêu không có ngày sau bản mà nó sửa.

        Các bản xếp theo ngày, mỗi bản có hiệu lực đến bản sau; hai bản cùng ngày thì không biết bản nào có hiệu
        lực. Bản đầu có ngày của kế hoạch, trừ khi ghi ngày riêng.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        dates = [target.date or plan.identity.date, *(each.date for each in target.revisions)]
        wrong = next((index for index, pair in enumerate(pairwise(dates)) if pair[1] <= pair[0]), None)
        if wrong is not None:
            values = {"found": day(dates[wrong + 1]), "earlier": day(dates[wrong])}
            sides = (Statement(_dated_at(plan, name, wrong), day(dates[wrong])),)
            yield Found(("targets", name, "revisions", wrong, "date"), values, sides)


def _dated_at(plan: Plan, target: str, revised: int) -> Path:
    """Where the date of a version stands, by the number of versions before it."""
    if revised:
        return "targets", target, "revisions", revised - 1, "date"
    return ("targets", target, "date") if plan.targets[target].date else ("plan", "date")
