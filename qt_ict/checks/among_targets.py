"""Checks of targets among themselves (QT601 to QT605)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from qt_ict.checks.check import Found, Seen, Statement, check, numbers_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.links import connected, cycles
from qt_ict.engine.assessment import unit_of
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target
from qt_ict.nearest import as_read
from qt_ict.wording.quantities import joined
from qt_ict.wording.statements import target_text

Dated = tuple[int, str]
"""A due year and the target due in it."""

Matter = tuple[str, ...]
"""What a target is about: the indicator that measures just this, else its name, domain and parent."""


@check(
    "QT601",
    "error",
    Text("{target}; nơi khác nêu mức khác cho cùng việc", "{target}; elsewhere the same is promised differently"),
    Text(
        "Đối chiếu các chỗ với văn bản. Nếu văn bản tự mâu thuẫn, giữ cả hai, nối bằng conflicts_with và chấp nhận. "
        "Nếu là hai điều khác nhau thì đặt tên phân biệt.",
        "Compare the places with the document. If it contradicts itself, keep all, name each other in conflicts_with, "
        "and accept it. If they are two things, name them apart.",
    ),
)
def targets_in_conflict(facts: Facts) -> Iterator[Found]:
    """One target is stated twice, with different numbers or comparators.

    Targets are said to contradict each other by ``conflicts_with``. Two targets about one matter that are
    due at the end of the same year contradict each other too, said or not: those that one indicator measures
    directly, or of one name, domain and parent. "More than 80" and "80" differ. Targets whose sentence leaves
    several years open are only compared with the like. All that are connected are one finding, at the first
    of them by id.

    Tiếng Việt:
        Một mục tiêu được nêu hai lần với con số hoặc từ so sánh khác nhau.

        Các mục tiêu được ghi là mâu thuẫn nhau bằng ``conflicts_with``. Hai mục tiêu về cùng một việc, cùng đến
        hạn cuối một năm, cũng mâu thuẫn nhau, dù có ghi hay không: cùng được một chỉ tiêu đo trực tiếp, hoặc cùng
        tên, lĩnh vực và mục tiêu cha. "Trên 80" và "80" là khác nhau. Mục tiêu mà câu văn để ngỏ nhiều năm chỉ
        được so với mục tiêu cũng vậy. Mọi mục tiêu liên quan với nhau là một phát hiện, đặt ở mục tiêu đứng đầu
        theo mã.
    """
    plan = facts.plan
    links = [(name, other) for name, target in plan.targets.items() for other in target.conflicts_with]
    for names in _same_matter_and_due(facts):
        if len({_stated(plan, name) for name in names}) > 1:
            links += [(names[0], other) for other in names[1:]]
    for group in map(sorted, connected(plan.targets, links)):
        numbers = tuple(each for name in group for each in _promised(plan.targets[name]))
        sides = tuple(_statement(plan, name) for name in group[1:])
        yield Found(_at(plan.targets[group[0]], group[0]), {"target": _said(plan, group[0])}, sides, numbers)


@check(
    "QT602",
    "warning",
    Text("{target}: đã nêu y như vậy ở một mục tiêu khác", "{target}: another target states the same"),
    Text("Gộp thành một mục tiêu với nhiều nguồn.", "Make one target of them, with several sources."),
)
def target_stated_twice(facts: Facts) -> Iterator[Found]:
    """Two targets state the same thing: matter, year, comparator and number.

    The same commitment said twice in a document is one target with several source items; counted twice it
    weighs twice.

    Tiếng Việt:
        Hai mục tiêu nói cùng một điều: việc, năm, từ so sánh và con số.

        Một cam kết nêu hai lần trong văn bản là một mục tiêu có nhiều nguồn; đếm hai lần thì nặng gấp đôi.
    """
    plan = facts.plan
    twins: dict[str, dict[str, None]] = {}
    for names in _same_matter_and_due(facts):
        first_of = {_stated(plan, name): name for name in reversed(names)}
        for name in names:
            first = first_of[_stated(plan, name)]
            if name != first:
                twins.setdefault(first, {})[name] = None
    for first, others in twins.items():
        sides = tuple(_statement(plan, other) for other in others)
        numbers = tuple(each for name in (first, *others) for each in _promised(plan.targets[name]))
        yield Found(("targets", first), {"target": _said(plan, first)}, sides, numbers)


def _same_matter_and_due(facts: Facts) -> list[list[str]]:
    """Ids of targets with a number that pull one way in one matter and are due at the same time, several each."""
    found: dict[tuple[object, ...], list[str]] = {}
    for name, line in facts.thresholds.items():
        target = facts.plan.targets[name]
        due = target.last_years or target.due
        found.setdefault((_matter(facts, name), due, line.upward, unit_of(facts.plan, target)), []).append(name)
    return [names for names in found.values() if len(names) > 1]


def _matter(facts: Facts, name: str) -> Matter:
    target = facts.plan.targets[name]
    if target.measure == "direct" and target.indicator:
        return target.indicator, target.within or ""
    return as_read(target.vi), target.domain, target.within or ""


def _promised(target: Target) -> tuple[Seen, ...]:
    """What a target says and the years it names."""
    return *numbers_of(target), *(target.due.years if target.due else ())


def _stated(plan: Plan, name: str) -> tuple[object, ...]:
    target = plan.targets[name]
    if target.comparator == "all":
        return "at_least", CEILING, unit_of(plan, target)
    return target.comparator, target.value, unit_of(plan, target)


def _said(plan: Plan, name: str) -> Text:
    """A target's name and what it demands."""
    target = plan.targets[name]
    return joined(target.name, Text(": ", ": "), target_text(plan, target))


def _statement(plan: Plan, name: str) -> Statement:
    return Statement(_at(plan.targets[name], name), _said(plan, name))


def _at(target: Target, name: str) -> tuple[str, ...]:
    return ("targets", name, "comparator" if target.value is None else "value")


@check(
    "QT603",
    "error",
    Text("{target}; trước đó đã phải đạt hơn thế", "{target}; more is due earlier"),
    Text("Đối chiếu hai con số và hai năm với văn bản.", "Compare both numbers and both years with the document."),
)
def later_target_weaker(facts: Facts) -> Iterator[Found]:
    """A target asks for less than another one about the same matter that is due earlier.

    A target of 2015 beyond that of 2020: what is reached by then might be given up again. The strongest of
    those due earlier counts; "80" after "more than 80" asks for less. Amounts of a period, targets whose
    sentence leaves the year open, and "about" without an indicator to say which way is better are left out.

    Tiếng Việt:
        Mục tiêu đòi ít hơn một mục tiêu khác về cùng việc đến hạn sớm hơn.

        Mục tiêu 2015 vượt mục tiêu 2020: cái đã đạt có thể lại mất đi. Được so với mục tiêu cao nhất trong các mục
        tiêu đến hạn sớm hơn; "80" sau "trên 80" là đòi ít hơn. Không so số lượng của một giai đoạn, mục tiêu mà
        câu văn để ngỏ năm, và "khoảng" khi không có chỉ tiêu nào cho biết hướng tốt hơn.
    """
    plan = facts.plan
    series: dict[tuple[object, ...], list[Dated]] = {}
    for name, line in facts.thresholds.items():
        target = plan.targets[name]
        if len(target.last_years) == 1 and _is_level(target):
            about = _matter(facts, name), unit_of(plan, target), line.upward
            series.setdefault(about, []).append((target.last_years[0], name))
    for dated in series.values():
        for earlier, later in _weakened(facts, dated):
            numbers = (*_dated_numbers(plan, later), *_dated_numbers(plan, earlier))
            side = Statement(_at(plan.targets[earlier[1]], earlier[1]), _said_for(plan, earlier))
            yield Found(_at(plan.targets[later[1]], later[1]), {"target": _said_for(plan, later)}, (side,), numbers)


def _said_for(plan: Plan, dated: Dated) -> Text:
    """A target's name, what it demands and by when."""
    year, name = dated
    return joined(_said(plan, name), Text(f" ({year})", f" ({year})"))


def _dated_numbers(plan: Plan, dated: Dated) -> tuple[Seen, ...]:
    year, name = dated
    return *numbers_of(plan.targets[name]), year


def _is_level(target: Target) -> bool:
    """Whether a target is a level to be held, in a direction that is known: no amount of a period."""
    directed = target.indicator is not None or target.comparator not in ("about", "between")
    return directed and target.due is not None and target.due.kind != "period"


def _weakened(facts: Facts, dated: list[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Targets of one direction that ask for less than the strongest one due in an earlier year, after that one."""

    def demand(each: Dated) -> tuple[Fraction, bool]:
        line = facts.thresholds[each[1]]
        return line.number if line.upward else -line.number, line.strict

    strongest: Dated | None = None
    for _, group in groupby(sorted(dated, key=itemgetter(0)), key=itemgetter(0)):
        same_year = list(group)
        if strongest is not None:
            yield from ((strongest, each) for each in same_year if demand(each) < demand(strongest))
        strongest = max((*same_year, *((strongest,) if strongest else ())), key=demand)


@check(
    "QT604",
    "error",
    Text("{target} rộng hơn mục tiêu chứa nó", "{target} is wider than the target it is within"),
    Text(
        "Đối chiếu hai con số với văn bản, và xem within có đúng không.",
        "Compare both numbers with the document; see whether within names the right target.",
    ),
)
def nested_target_wider_than_parent(facts: Facts) -> Iterator[Found]:
    """A target "of which" is larger than the target whose things it is a share of.

    Compared are two counts of one unit of measure, and two shares of one denominator, due at the same time.
    "Over 95 % of households, of which over 80 %" are two denominators and not compared.

    Tiếng Việt:
        Mục tiêu "trong đó" lớn hơn mục tiêu mà nó là một phần.

        Chỉ so hai số đếm cùng đơn vị tính, và hai tỷ lệ cùng mẫu số, cùng hạn. "Trên 95 % số hộ, trong đó trên
        80 %" có hai mẫu số nên không so.
    """
    plan = facts.plan
    for name, line in facts.thresholds.items():
        parent = plan.targets[name].within
        if parent is None or parent not in facts.thresholds or not _same_whole(facts, name, parent):
            continue
        if line.upward and facts.thresholds[parent].upward and line.number > facts.thresholds[parent].number:
            numbers = (*numbers_of(plan.targets[name]), *numbers_of(plan.targets[parent]))
            values = {"target": _said(plan, name)}
            yield Found(_at(plan.targets[name], name), values, (_statement(plan, parent),), numbers)


def _same_whole(facts: Facts, nested: str, parent: str) -> bool:
    """Whether two targets count the same things, or shares of the same things."""
    plan = facts.plan
    one, other = plan.targets[nested], plan.targets[parent]
    unit = unit_of(plan, one)
    if unit is None or unit != unit_of(plan, other) or one.last_years != other.last_years:
        return False
    if plan.units[unit].kind == "count":
        return True
    measured = facts.measuring(one), facts.measuring(other)
    wholes = [plan.indicators[each].denominator for each in measured if each is not None]
    return len(wholes) == 2 and wholes[0] is not None and wholes[0] == wholes[1]


@check(
    "QT605",
    "error",
    Text("mục tiêu nằm trong chính nó: {way}", "a target within itself: {way}"),
    Text("Sửa within ở một trong các mục tiêu này.", "Correct within in one of these targets."),
    acceptable=False,
)
def target_within_itself(facts: Facts) -> Iterator[Found]:
    """A target is a share of its own things, directly or by way of others.

    Tiếng Việt:
        Mục tiêu là một phần của chính nó, trực tiếp hoặc qua mục tiêu khác.
    """
    plan = facts.plan
    for way in cycles({name: [target.within] for name, target in plan.targets.items() if target.within}):
        sides = tuple(_statement(plan, name) for name in way[1:])
        yield Found(("targets", way[0], "within"), {"way": " → ".join((*way, way[0]))}, sides)
