"""Checks of targets against the baseline (QT501 to QT511)."""

from collections.abc import Iterator
from datetime import date

from qt_ict.arithmetic.dates import years
from qt_ict.arithmetic.interval import Interval
from qt_ict.checks.check import Found, Seen, Statement, check, value_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.indicators import published
from qt_ict.engine.assessment import unit_of
from qt_ict.engine.thresholds import Threshold
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING, Bounds, Joint
from qt_ict.model.targets import Target
from qt_ict.wording.quantities import digits_for, joined, with_unit, written
from qt_ict.wording.statements import target_text

MET_ALREADY = Text(
    "mục tiêu {target}, năm gốc đã là {value}", "the target is {target}, the baseline is {value} already"
)


@check(
    "QT501",
    "warning",
    MET_ALREADY,
    Text(
        "So lại mục tiêu, số liệu gốc và hướng tốt hơn (better) với văn bản.",
        "Compare target, baseline and direction (better) with the document.",
    ),
)
def target_below_baseline(facts: Facts) -> Iterator[Found]:
    """A target asks for less than the baseline already has.

    Every value the figures allow lies beyond the target in the better direction. A plan rarely promises a
    step back, so the target, a figure or ``better`` is probably wrong.

    Tiếng Việt:
        Mục tiêu đòi ít hơn mức năm gốc đã có.

        Mọi giá trị mà số liệu cho phép đều vượt mục tiêu theo hướng tốt hơn. Kế hoạch hiếm khi hứa một bước
        lùi, nên mục tiêu, một số liệu hoặc ``better`` có lẽ sai.
    """
    for name, line, now in _judged(facts):
        if line.status(now) == "met" and _beyond(line, now):
            yield _compared(facts, name, now)


@check(
    "QT502",
    "warning",
    MET_ALREADY,
    Text(
        "So lại với văn bản; nếu đúng thì mục tiêu không đòi hỏi gì thêm.",
        "Compare with the document; if right, the target asks for nothing more.",
    ),
)
def target_already_met(facts: Facts) -> Iterator[Found]:
    """A target is met by the baseline, exactly at its number.

    Tiếng Việt:
        Năm gốc đã đạt mục tiêu, đúng bằng con số.
    """
    for name, line, now in _judged(facts):
        if line.status(now) == "met" and not _beyond(line, now):
            yield _compared(facts, name, now)


def _judged(facts: Facts) -> Iterator[tuple[str, Threshold, Interval]]:
    """Every target that the baseline measures, with what meets it and the value of the baseline."""
    for name, line in facts.thresholds.items():
        target = facts.plan.targets[name]
        indicator = facts.measured(target)
        if indicator is None or unit_of(facts.plan, target) != facts.plan.indicators[indicator].unit:
            continue
        outcome = facts.values[indicator].outcome
        if isinstance(outcome, Interval):
            yield name, line, outcome


def _beyond(line: Threshold, now: Interval) -> bool:
    """Whether every possible value lies beyond the line, not on it."""
    if line.upward:
        return now.low is not None and now.low > line.number
    return now.high is not None and now.high < line.number


def _compared(facts: Facts, name: str, now: Interval) -> Found:
    plan = facts.plan
    target = plan.targets[name]
    id_ = target.indicator or ""
    unit = plan.indicators[id_].unit
    value = with_unit(written(now, digits_for(plan, unit)), plan.units[unit].name)
    said = joined(plan.indicators[id_].name, Text(": ", ": "), value)
    figures = (value_of(facts, figure) for figure in plan.indicators[id_].figures)
    return Found(
        ("targets", name, "value") if target.value is not None else ("targets", name, "comparator"),
        {"target": target_text(plan, target), "value": value},
        (Statement(("indicators", id_), said), *figures),
        (*numbers_of(target), *published(plan, plan.indicators[id_])),
    )


def numbers_of(target: Target) -> tuple[Seen, ...]:
    """The numbers of a target: none for words alone, 100 for "all"."""
    if target.comparator == "all":
        return (CEILING,)
    if target.value is None:
        return ()
    return target.value if isinstance(target.value, tuple) else (target.value,)


@check(
    "QT503",
    "error",
    Text("mục tiêu {target} không thể đạt", "the target {target} cannot be reached"),
    Text(
        "So lại con số, từ so sánh và đơn vị tính với văn bản.",
        "Compare number, comparator and unit with the document.",
    ),
)
def target_out_of_range(facts: Facts) -> Iterator[Found]:
    """A target lies where its unit of measure has no values.

    More than 100 % of anything, or fewer than 0.

    Tiếng Việt:
        Mục tiêu nằm ngoài phạm vi của đơn vị tính.

        Hơn 100 % của một thứ gì đó, hoặc dưới 0.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        unit = unit_of(plan, target)
        numbers = numbers_of(target)
        if unit is None or not numbers:
            continue
        share = plan.units[unit].kind == "share"
        above = share and (max(numbers) > CEILING or (target.comparator == "more_than" and numbers[0] == CEILING))
        if above or (target.comparator == "less_than" and numbers[0] == 0):
            yield Found(("targets", name, "value"), {"target": target_text(plan, target)}, numbers=numbers)


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
)
def comparator_against_direction(facts: Facts) -> Iterator[Found]:
    """A target's comparator points the other way than its indicator's ``better``.

    "At least" for something of which less is better, or a ceiling for something of which more is. Which way
    is better is declared, and a verdict in the other direction would praise the wrong thing.

    Tiếng Việt:
        Từ so sánh của mục tiêu ngược với hướng tốt hơn (``better``) của chỉ tiêu.

        "Ít nhất" cho thứ càng ít càng tốt, hoặc mức trần cho thứ càng nhiều càng tốt. Hướng tốt hơn được khai
        báo; kết luận theo hướng ngược lại sẽ khen nhầm.
    """
    plan = facts.plan
    for name, line in facts.thresholds.items():
        target = plan.targets[name]
        indicator = facts.measured(target)
        if indicator is None:
            continue
        better = plan.indicators[indicator].better
        if line.upward != (better == "higher"):
            values = {"target": target_text(plan, target), "better": _BETTER[better]}
            sides = (Statement(("indicators", indicator, "better"), plan.indicators[indicator].name),)
            yield Found(("targets", name, "comparator"), values, sides, numbers_of(target))


_BETTER = {"higher": Text("tăng", "higher"), "lower": Text("giảm", "lower")}


@check(
    "QT505",
    "error",
    Text("mục tiêu tính bằng {unit}, chỉ tiêu tính bằng {found}", "the target is in {unit}, its indicator in {found}"),
    Text(
        "Nêu chỉ tiêu cùng đơn vị tính, hoặc measure: proxy nếu chỉ là điều liên quan.",
        "Name an indicator in the same unit, or say measure: proxy if it is only related.",
    ),
)
def target_in_another_unit(facts: Facts) -> Iterator[Found]:
    """A target and the indicator that measures it have different units of measure.

    Tiếng Việt:
        Mục tiêu và chỉ tiêu đo nó có đơn vị tính khác nhau.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        indicator, unit = facts.measured(target), unit_of(plan, target)
        if indicator is None or unit is None or unit == plan.indicators[indicator].unit:
            continue
        found = plan.units[plan.indicators[indicator].unit].name
        values = {"unit": plan.units[unit].name if unit in plan.units else Text(unit, unit), "found": found}
        sides = (Statement(("indicators", indicator, "unit"), plan.indicators[indicator].name),)
        yield Found(("targets", name, "unit" if target.unit else "comparator"), values, sides, numbers_of(target))


@check(
    "QT506",
    "warning",
    Text("{target}: năm gốc không đo", "{target}: not measured in the baseline"),
    Text("Ai thực hiện kế hoạch cần bắt đầu đếm điều này.", "Whoever carries out the plan has to begin to count this."),
)
def target_without_baseline(facts: Facts) -> Iterator[Found]:
    """Nobody measured what a target promises, so nobody will be able to say whether it is met.

    Tiếng Việt:
        Không ai đo điều mục tiêu hứa, nên sẽ không ai nói được là đạt hay chưa.
    """
    for name, target in facts.plan.targets.items():
        if target.measure == "none":
            yield Found(("targets", name, "measure"), {"target": target.name})


@check(
    "QT507",
    "warning",
    Text(
        "{target}: chỉ đo được điều liên quan ({indicator})",
        "{target}: only something related is measured ({indicator})",
    ),
    Text(
        "Đếm đúng điều được hứa, hoặc tìm số liệu chặn được nó.",
        "Count the thing itself, or find a figure that bounds it.",
    ),
)
def target_by_proxy_only(facts: Facts) -> Iterator[Found]:
    """The baseline counts something related to what a target promises, not the thing itself.

    A proxy says nothing exact; no gap is computed from it.

    Tiếng Việt:
        Năm gốc đếm một điều liên quan đến mục tiêu, không phải chính điều đó.

        Số liệu liên quan không nói gì chính xác; không khoảng cách nào được tính từ nó.
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
    Text("{target}: {problem}", "{target}: {problem}"),
    Text("Hỏi cơ quan ban hành; đừng tự đặt năm.", "Ask who issued the plan; do not invent a year."),
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
            problem = Text("không có năm đích", "no due year")
            yield Found(("targets", name), {"target": target.name, "problem": problem})
        elif target.due.kind == "after":
            problem = Text("sau {year}, không nói đến năm nào", "after {year}, no year by which")
            values = {"target": target.name, "problem": problem.fill(year=str(target.due.years[0]))}
            yield Found(("targets", name, "due"), values)


@check(
    "QT509",
    "warning",
    Text("{target}: không cơ quan nào chịu trách nhiệm", "{target}: no agency is responsible"),
    Text("Hỏi cơ quan ban hành, rồi ghi agency.", "Ask who issued the plan, then name the agency."),
)
def target_without_agency(facts: Facts) -> Iterator[Found]:
    """Neither a target nor the indicator that measures it names an agency responsible.

    Tiếng Việt:
        Cả mục tiêu lẫn chỉ tiêu đo nó đều không nêu cơ quan chịu trách nhiệm.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        indicator = facts.measured(target)
        if target.agency is None and (indicator is None or plan.indicators[indicator].agency is None):
            yield Found(("targets", name), {"target": target.name})


@check(
    "QT510",
    "warning",
    Text(
        "{target}: hạn là hết năm {year}, năm gốc là {baseline}",
        "{target}: due by the end of {year}, the baseline is of {baseline}",
    ),
    Text("So lại năm đích với văn bản.", "Compare the due year with the document."),
)
def target_due_before_baseline(facts: Facts) -> Iterator[Found]:
    """A target was due before the baseline was measured, so no time is left for it.

    Tiếng Việt:
        Mục tiêu đến hạn trước khi năm gốc được đo, nên không còn thời gian thực hiện.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        baseline = _measured_on(facts, target)
        due = [target.due.last_year(year) for year in target.listed_years] if target.due else []
        passed = [year for year in due if years(baseline, year) <= 0]
        if passed:
            values = {"target": target.name, "year": str(passed[0]), "baseline": str(baseline.year)}
            sides = (Statement(("round", "date"), Text(f"{baseline:%d/%m/%Y}", baseline.isoformat())),)
            yield Found(("targets", name, "due"), values, sides, tuple(passed))


def _measured_on(facts: Facts, target: Target) -> date:
    """The date of what measures a target; the round's where nothing does."""
    indicator = facts.measured(target)
    return facts.values[indicator].date if indicator else facts.plan.round.date


@check(
    "QT511",
    "warning",
    Text(
        "measure là {measure}, nhưng chỉ tiêu {indicator} {problem}",
        "measure is {measure}, yet the indicator {indicator} {problem}",
    ),
    Text("Viết measure: {right}.", "Write measure: {right}."),
)
def measure_against_formula(facts: Facts) -> Iterator[Found]:
    """A target is said to be measured directly by an indicator that only bounds, or the reverse.

    Tiếng Việt:
        Mục tiêu ghi là đo trực tiếp bằng một chỉ tiêu chỉ chặn được giá trị, hoặc ngược lại.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        indicator = facts.measured(target)
        if indicator is None:
            continue
        formula = plan.indicators[indicator].counted
        right = "bounds" if isinstance(formula, Bounds | Joint) else "direct"
        if target.measure != right:
            values = {"measure": target.measure, "indicator": indicator, "problem": _PROBLEMS[right], "right": right}
            key = "numerator" if plan.indicators[indicator].numerator else "figure"
            sides = (Statement(("indicators", indicator, key), plan.indicators[indicator].name),)
            yield Found(("targets", name, "measure"), values, sides)


_PROBLEMS = {
    "bounds": Text("chỉ chặn được giá trị", "only bounds the value"),
    "direct": Text("đo chính điều đó", "counts the thing itself"),
}
