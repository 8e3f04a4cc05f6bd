"""Checks of targets among themselves (QT601 to QT605)."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from qt_ict.checks.check import Found, Seen, Statement, check, demand_of, numbers_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.links import connected, cycles
from qt_ict.checks.repetitions import KEEP_OR_NAME_APART
from qt_ict.checks.versions_in_force import InForce, TargetVersion, by_target, together
from qt_ict.engine.evidence import unit_of
from qt_ict.language import Text
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target
from qt_ict.nearest import as_read
from qt_ict.positions import Path
from qt_ict.wording.dates import due_numbers, short_day

Matter = tuple[str, ...]
"""What a target is about: the indicator that measures just this, else its name, domain and parent."""


@check(
    "QT601",
    "error",
    Text("{target}; nơi khác nêu mức khác cho cùng nội dung", "{target}; elsewhere the same is promised differently"),
    KEEP_OR_NAME_APART,
    called="mục tiêu mâu thuẫn nhau",
)
def targets_in_conflict(facts: Facts) -> Iterator[Found]:
    """One target is stated twice, with different numbers or comparators.

    Targets are said to contradict each other by ``conflicts_with``. Two targets about one matter that are
    due at the end of the same year contradict each other too, said or not: those that one indicator measures
    directly, or of one name, domain and parent. "More than 80" and "80" differ. Targets whose sentence leaves
    several years open are only compared with the like. Versions are compared with those in force at the same
    time: two targets that agree until one of them is revised are in conflict from then on. All that are
    connected are one finding, at the first of them by id.

    Tiếng Việt:
        Một mục tiêu được nêu hai lần với con số hoặc từ so sánh khác nhau.

        Các mục tiêu được ghi là mâu thuẫn nhau bằng ``conflicts_with``. Hai mục tiêu về cùng một nội dung, cùng đến
        hạn cuối một năm, cũng mâu thuẫn nhau, dù có ghi hay không: cùng được một chỉ tiêu đo trực tiếp, hoặc cùng
        tên, lĩnh vực và mục tiêu cha. "Trên 80" và "80" là khác nhau. Mục tiêu mà câu văn để ngỏ nhiều năm chỉ
        được so với mục tiêu cũng vậy. Chỉ so các bản cùng có hiệu lực: hai mục tiêu giống nhau cho đến khi một
        mục tiêu được sửa thì từ đó mâu thuẫn nhau. Mọi mục tiêu liên quan với nhau là một phát hiện, đặt ở mục
        tiêu đứng đầu theo mã.
    """
    plan = facts.plan
    links = [(name, other) for name, target in plan.targets.items() for other in target.conflicts_with]
    differing: set[Path] = {("targets", name) for link in links for name in link}
    for each in facts.in_force:
        for versions in _same_matter_and_due(facts, each):
            if len({_demanded(plan, version) for version in versions}) > 1:
                links += [(versions[0].name, other.name) for other in versions[1:]]
                differing.update(version.at for version in versions)
    stated = {each[0].name: each for each in by_target(each for each in facts.versions if each.at in differing)}
    for group in connected(plan.targets, links):
        first, *others = (version for name in sorted(group) for version in stated[name])
        sides, numbers = tuple(demand_of(facts, each) for each in others), _promised(first, *others)
        yield Found(first.quantity_at, {"target": first.in_full(plan)}, sides, numbers)


@check(
    "QT602",
    "warning",
    Text("{target}: đã nêu y như vậy ở một mục tiêu khác", "{target}: another target states the same"),
    Text("Gộp thành một mục tiêu với nhiều nguồn.", "Make one target of them, with several sources."),
    called="mục tiêu ghi hai lần",
)
def target_stated_twice(facts: Facts) -> Iterator[Found]:
    """Two targets state the same thing: matter, year, comparator and number.

    The same commitment said twice in a document is one target with several source items; counted twice it
    weighs twice.

    Tiếng Việt:
        Hai mục tiêu nói cùng một điều: việc, năm, từ so sánh và con số.

        Một cam kết nêu hai lần trong văn bản là một mục tiêu có nhiều nguồn; đếm hai lần thì nặng gấp đôi.
    """
    twins: dict[Path, dict[Path, TargetVersion]] = {}
    for each in facts.in_force:
        for versions in _same_matter_and_due(facts, each):
            for first, other in _twins(facts.plan, each.day, versions):
                twins.setdefault(first.at, {first.at: first})[other.at] = other
    for first, *others in map(dict.values, twins.values()):
        sides, numbers = tuple(demand_of(facts, each) for each in others), _promised(first, *others)
        yield Found(first.at, {"target": first.in_full(facts.plan)}, sides, numbers)


def _twins(plan: Plan, day: date, versions: Sequence[TargetVersion]) -> Iterator[tuple[TargetVersion, TargetVersion]]:
    """The first of those that demand the same, and each other, where one of the two is new on a day."""
    first_of = {_demanded(plan, version): version for version in reversed(versions)}
    for version in versions:
        first = first_of[_demanded(plan, version)]
        if version is not first and day in (_stated_on(plan, version), _stated_on(plan, first)):
            yield first, version


def _stated_on(plan: Plan, version: TargetVersion) -> date:
    """When a target is first stated, whatever the version."""
    return plan.targets[version.name].date or plan.identity.date


def _same_matter_and_due(facts: Facts, stated: InForce) -> list[list[TargetVersion]]:
    """Targets with a number that pull one way in one matter and are due at the same time, several each."""
    found: dict[tuple[object, ...], list[TargetVersion]] = {}
    for each in stated.versions:
        if each.lines:
            due = each.target.last_days or each.target.due
            about = _matter(each), due, each.lines[0].upward, unit_of(facts.plan, each.target)
            found.setdefault(about, []).append(each)
    return [versions for versions in found.values() if len(versions) > 1]


def _matter(version: TargetVersion) -> Matter:
    target = version.target
    if target.measure == "direct" and target.indicator:
        return target.indicator, target.within or ""
    return as_read(target.vi), target.domain, target.within or ""


def _promised(*versions: TargetVersion) -> tuple[Seen, ...]:
    """What versions of targets say, each with the years it names."""
    dues = ((version, version.target.due) for version in versions)
    return tuple(each for version, due in dues for each in (*numbers_of(version), *(due.years if due else ())))


def _demanded(plan: Plan, version: TargetVersion) -> tuple[object, ...]:
    target = version.target
    if target.comparator == "all":
        return "at_least", version.line.number if version.line else None, unit_of(plan, target)
    if target.from_baseline is None:
        return target.comparator, target.value, unit_of(plan, target)
    computed = tuple(line.number for line in version.lines)
    value = computed[0] if len(computed) == 1 else computed or target.from_baseline
    return target.comparator, value, unit_of(plan, target)


@check(
    "QT603",
    "error",
    Text("{target}; trước đó đã phải đạt mức cao hơn", "{target}; more is due earlier"),
    Text("Đối chiếu hai con số và hai năm với văn bản.", "Compare both numbers and both years with the document."),
    called="mục tiêu sau thấp hơn mục tiêu trước",
)
def later_target_weaker(facts: Facts) -> Iterator[Found]:
    """A target asks for less than another one about the same matter that is due earlier.

    A target of 2015 beyond that of 2020: what is reached by then might be given up again. The strongest of
    those due earlier counts; "80" after "more than 80" asks for less. Amounts of a period, bands, targets whose
    sentence leaves the year open, and "about" without an indicator to say which way is better are left out.
    Versions are compared with those in force at the same time; what was due before a later document came is not
    held against it.

    Tiếng Việt:
        Mục tiêu đòi ít hơn một mục tiêu khác về cùng việc đến hạn sớm hơn.

        Mục tiêu 2015 vượt mục tiêu 2020: cái đã đạt có thể lại mất đi. Được so với mục tiêu cao nhất trong các mục
        tiêu đến hạn sớm hơn; "80" sau "trên 80" là đòi ít hơn. Không so số lượng của một giai đoạn, mục tiêu
        phải nằm trong khoảng (``band``), mục tiêu mà câu văn để ngỏ năm, và "khoảng" khi không có chỉ tiêu nào cho
        biết hướng tốt hơn. Chỉ so các bản cùng có hiệu lực; điều đã đến hạn trước khi có văn bản sau thì không so
        với văn bản ấy.
    """
    plan = facts.plan
    for later, *others in together(_weakened(facts)):
        sides = tuple(Statement(each.quantity_at, _said_for(plan, each)) for each in others)
        numbers = tuple(said for each in (later, *others) for said in (*numbers_of(each), *_days_of(each)))
        yield Found(later.quantity_at, {"target": _said_for(plan, later)}, sides, numbers)


def _said_for(plan: Plan, version: TargetVersion) -> Text:
    """A target's name, what it demands and by when."""
    return version.in_full(plan) + " (" + short_day(version.target.last_days[0]) + ")"


def _days_of(version: TargetVersion) -> tuple[int, ...]:
    """The days on which a target is due, as numbers."""
    return tuple(number for day in version.target.last_days for number in due_numbers(day))


class _Level(NamedTuple):
    """A level to be held from the end of a day on."""

    due: date
    demand: tuple[Fraction, bool]
    """What orders levels of one direction by how much they ask for: the signed number, and whether beyond it."""
    version: TargetVersion


def _weakened(facts: Facts) -> Iterator[tuple[TargetVersion, TargetVersion]]:
    """Versions that ask for less than one due in an earlier year, and the strongest such one.

    What is computed from a baseline that is a range asks for less where it does so at both ends.
    """
    for each in facts.in_force:
        at_low = list(_weakened_at(facts, each, 0))
        at_high = {later.at for later, _ in (_weakened_at(facts, each, -1) if _of_range(each) else at_low)}
        yield from (pair for pair in at_low if pair[0].at in at_high)


def _of_range(stated: InForce) -> bool:
    return any(len(version.lines) > 1 for version in stated.versions)


def _weakened_at(facts: Facts, stated: InForce, end: int) -> Iterator[tuple[TargetVersion, TargetVersion]]:
    """The same of what is in force on one day.

    Args:
        facts: The plan.
        stated: What is in force.
        end: Which end of a baseline counts: 0 the low one, -1 the high one.
    """
    series: dict[tuple[object, ...], list[_Level]] = {}
    for version in stated.versions:
        target = version.target
        if version.lines and _is_level(target) and not _over(version, stated.day):
            line = version.lines[end]
            about = _matter(version), unit_of(facts.plan, target), line.upward
            demand = (line.number if line.upward else -line.number), line.strict
            series.setdefault(about, []).append(_Level(target.last_days[0], demand, version))
    for levels in series.values():
        yield from _weaker(levels)


def _is_level(target: Target) -> bool:
    """Whether a target is a level of one year, in a direction that is known: no amount of a period, and no band."""
    if target.band:
        return False
    directed = target.indicator is not None or target.comparator not in ("about", "between")
    return directed and len(target.last_days) == 1 and target.due is not None and target.due.kind != "period"


def _over(version: TargetVersion, day: date) -> bool:
    """Whether a level was due before the document of a day, which is a later one than its own."""
    return version.target.last_days[0].year < day.year and version.since < day


def _weaker(levels: list[_Level]) -> Iterator[tuple[TargetVersion, TargetVersion]]:
    """Levels of one direction below the strongest one due earlier, before that one."""
    strongest: _Level | None = None
    for _, group in groupby(sorted(levels, key=attrgetter("due")), key=attrgetter("due")):
        same_day = list(group)
        if strongest is not None:
            yield from ((each.version, strongest.version) for each in same_day if each.demand < strongest.demand)
        strongest = max((*same_day, *((strongest,) if strongest else ())), key=attrgetter("demand"))


@check(
    "QT604",
    "error",
    Text("{target} rộng hơn mục tiêu chứa nó", "{target} is wider than the target it is within"),
    Text(
        "Đối chiếu hai con số với văn bản, và xem within có đúng không.",
        "Compare both numbers with the document; see whether within names the right target.",
    ),
    called="mục tiêu con rộng hơn mục tiêu chứa nó",
)
def nested_target_wider_than_parent(facts: Facts) -> Iterator[Found]:
    """A target "of which" is larger than the target whose things it is a share of.

    Compared are two counts of one unit of measure, and two shares of one denominator, due at the same time.
    "Over 95% of households, of which over 80%" are two denominators and not compared.

    Tiếng Việt:
        Mục tiêu "trong đó" lớn hơn mục tiêu mà nó là một phần.

        Chỉ so hai số đếm cùng đơn vị tính, và hai tỷ lệ cùng mẫu số, cùng hạn. "Trên 95% số hộ, trong đó trên
        80%" có hai mẫu số nên không so.
    """
    for nested, *others in together(_wider(facts)):
        sides, numbers = tuple(demand_of(facts, each) for each in others), numbers_of(nested, *others)
        yield Found(nested.quantity_at, {"target": nested.in_full(facts.plan)}, sides, numbers)


def _wider(facts: Facts) -> Iterator[tuple[TargetVersion, TargetVersion]]:
    """Versions that are larger than the one of the target they are within, and that one."""
    for each in facts.in_force:
        by_name = {version.name: version for version in each.versions}
        for nested in each.versions:
            parent = by_name.get(nested.target.within or "")
            if parent is None or nested.line is None or parent.line is None:
                continue
            upward = nested.line.upward and parent.line.upward
            if upward and nested.line.number > parent.line.number and _same_whole(facts, nested.target, parent.target):
                yield nested, parent


def _same_whole(facts: Facts, one: Target, other: Target) -> bool:
    """Whether two targets count the same things, or shares of the same things."""
    plan = facts.plan
    unit = unit_of(plan, one)
    if unit is None or unit != unit_of(plan, other) or one.last_days != other.last_days:
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
    called="mục tiêu nằm trong chính nó",
)
def target_within_itself(facts: Facts) -> Iterator[Found]:
    """A target is a share of its own things, directly or by way of others.

    Tiếng Việt:
        Mục tiêu là một phần của chính nó, trực tiếp hoặc qua mục tiêu khác.
    """
    plan = facts.plan
    for way in cycles({name: [target.within] for name, target in plan.targets.items() if target.within}):
        first_statements = {each.name: each for each in reversed(facts.versions)}
        sides = tuple(demand_of(facts, first_statements[name]) for name in way[1:])
        yield Found(("targets", way[0], "within"), {"way": " → ".join((*way, way[0]))}, sides)
