"""Checks of targets against the baseline (QT501 to QT511)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.interval import Interval, point
from qt_ict.checks.check import Found, Statement, check, demand_of, numbers_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.first_values import dated, first_value, said_of
from qt_ict.checks.versions_in_force import TargetVersion
from qt_ict.engine.evidence import unit_of
from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Reason
from qt_ict.engine.thresholds import Threshold
from qt_ict.language import Text
from qt_ict.model.targets import Target
from qt_ict.positions import Path
from qt_ict.wording.dates import day, due_numbers, end_of
from qt_ict.wording.quantities import digits_for, with_unit, written

MET_ALREADY = Text(
    "mục tiêu {target}, năm gốc đã đạt {value}", "the target is {target}, the baseline is {value} already"
)


@check(
    "QT501",
    "warning",
    MET_ALREADY,
    Text(
        "Đối chiếu mục tiêu, số liệu năm gốc và hướng tốt hơn (better) với văn bản.",
        "Compare target, baseline and direction (better) with the document.",
    ),
    called="mục tiêu thấp hơn năm gốc",
)
def target_below_baseline(facts: Facts) -> Iterator[Found]:
    """A target asks for less than the baseline already has.

    Every value the figures allow lies beyond the target in the better direction. A plan rarely promises a
    step back, so the target, a figure or ``better`` is probably wrong. A revision may lower a target, though
    hardly below where it all began. Where figures were counted anew (``break``) the new ``base`` takes the place of the
    baseline; of what is counted per period a yearly target is held against the baseline's year.

    Tiếng Việt:
        Mục tiêu thấp hơn mức đã đạt ở năm gốc.

        Mọi giá trị mà số liệu cho phép đều vượt mục tiêu theo hướng tốt hơn. Kế hoạch hiếm khi đề ra mức thấp hơn
        hiện trạng, nên mục tiêu, một số liệu hoặc ``better`` có lẽ sai. Bản sửa có thể hạ mục tiêu, nhưng khó mà
        thấp hơn mức ban đầu. Số liệu được tính lại (``break``) thì lấy giá trị gốc mới (``base``) thay cho năm gốc; với
        số đếm theo kỳ, mục tiêu hằng năm được so với năm gốc.
    """
    for versions in _targets(each for each in _met(facts) if _beyond(each)):
        yield _compared(facts, versions)


@check(
    "QT502",
    "warning",
    MET_ALREADY,
    Text(
        "Đối chiếu với văn bản; nếu đúng thì mục tiêu không yêu cầu thêm gì.",
        "Compare with the document; if right, the target asks for nothing more.",
    ),
    called="mục tiêu đã đạt ở năm gốc",
)
def target_already_met(facts: Facts) -> Iterator[Found]:
    """A target is met by the baseline, at its number or between its two.

    Tiếng Việt:
        Năm gốc đã đạt mục tiêu, đúng bằng con số hoặc nằm giữa hai con số.
    """
    for versions in _targets(each for each in _met(facts) if not _beyond(each)):
        yield _compared(facts, versions)


class _Met(NamedTuple):
    """A version of a target that the value it is judged from meets."""

    version: TargetVersion
    first: Observation
    """That value: of the baseline, or of the base that replaces it."""
    now: Interval
    """The same as a number [unit of the target]."""
    pairs: tuple[tuple[Threshold, Interval], ...]
    """What is asked for and what there is; at either end of a baseline that the target is reckoned from."""


def _met(facts: Facts) -> Iterator[_Met]:
    for version in facts.versions:
        first = first_value(facts, version) if version.lines else None
        if first is None or isinstance(first.value.outcome, Reason):
            continue
        indicator = facts.plan.indicators[version.target.indicator or ""]
        same = unit_of(facts.plan, version.target) == indicator.unit
        pairs = _pairs(version, first.value.outcome)
        if same and all(line.status(now) == "met" for line, now in pairs):
            yield _Met(version, first, first.value.outcome, pairs)


def _pairs(version: TargetVersion, now: Interval) -> tuple[tuple[Threshold, Interval], ...]:
    if version.line is not None:
        return ((version.line, now),)
    # One end of a baseline is asked for no more than that same end makes of it.
    return tuple((line, point(end or 0)) for line, end in zip(version.lines, now.ends, strict=True))


def _beyond(met: _Met) -> bool:
    """Whether every possible value lies beyond all that a target asks for, not on it."""
    return all(_all_beyond(line, met.version.target, now) for line, now in met.pairs)


def _all_beyond(line: Threshold, target: Target, now: Interval) -> bool:
    asked = (line.number, *target.numbers)
    if line.upward:
        return now.low is not None and now.low > max(asked)
    return now.high is not None and now.high < min(asked)


def _targets(found: Iterable[_Met]) -> Iterator[tuple[_Met, ...]]:
    """What is met, target by target."""
    return (tuple(group) for _, group in groupby(found, key=lambda each: each.version.name))


def _compared(facts: Facts, met: Sequence[_Met]) -> Found:
    """Versions of one target beside the baseline, at the first of them."""
    plan = facts.plan
    first, *others = (each.version for each in met)
    id_ = first.target.indicator or ""
    unit = plan.indicators[id_].unit
    value = with_unit(written(met[0].now, digits_for(plan.units[unit])), plan.units[unit].name)
    value += dated(facts, met[0].first)
    said = plan.indicators[id_].name + ": " + value
    figures, numbers = said_of(facts, id_, met[0].first)
    return Found(
        first.quantity_at,
        {"target": first.said(plan), "value": value},
        (*(demand_of(facts, each) for each in others), Statement(("indicators", id_), said), *figures),
        (*numbers_of(first, *others), *numbers),
    )


@check(
    "QT510",
    "warning",
    Text(
        "{target}: hạn là hết {due}, năm gốc là {baseline}",
        "{target}: due by the end of {due}, the baseline is of {baseline}",
    ),
    Text("Đối chiếu năm đích với văn bản.", "Compare the due year with the document."),
    called="năm đích trước năm gốc",
)
def target_due_before_baseline(facts: Facts) -> Iterator[Found]:
    """A target was due before the baseline was measured, so no time is left for it.

    Tiếng Việt:
        Mục tiêu đến hạn trước khi năm gốc được đo, nên không còn thời gian thực hiện.
    """
    for name, target in facts.plan.targets.items():
        measured = _measured_on(facts, target)
        baseline = measured.date
        passed = [due for due in target.last_days if years_between(baseline, due) <= 0]
        indicator = facts.measuring(target)
        sure = facts.is_known(name) and facts.is_sure(facts.plan.indicators[indicator].figures if indicator else ())
        if passed and sure:
            values = {"target": target.name, "due": end_of(passed[0]), "baseline": day(baseline)}
            due = (number for each in passed for number in due_numbers(each))
            numbers = (*due, baseline.year, baseline.month, baseline.day)
            yield Found(("targets", name, "due"), values, (Statement(measured.at, day(baseline)),), numbers)


class _Dated(NamedTuple):
    """A date and where it is written."""

    date: date
    at: Path


def _measured_on(facts: Facts, target: Target) -> _Dated:
    """The date of what measures a target; the round's where nothing does, or its figures state none."""
    plan = facts.plan
    indicator = facts.measuring(target)
    known = facts.values.get(indicator) if indicator else None
    measured = known.date if known else plan.round.date
    figures = plan.indicators[indicator].figures if indicator and known else ()
    own = [name for name in figures if plan.figures[name].date and plan.day_of(name) == measured]
    return _Dated(measured, ("figures", own[0], "date") if own else ("round", "date"))


@check(
    "QT511",
    "warning",
    Text(
        "measure là {measure}, nhưng chỉ tiêu {indicator} {problem}",
        "measure is {measure}, yet the indicator {indicator} {problem}",
    ),
    Text("Viết measure: {right}.", "Write measure: {right}."),
    acceptable=False,
    called="cách đo không hợp với công thức",
)
def measure_against_formula(facts: Facts) -> Iterator[Found]:
    """A target is said to be measured directly by an indicator that only bounds, or the reverse.

    Tiếng Việt:
        Mục tiêu ghi là đo trực tiếp bằng chỉ tiêu chỉ cho biết mức nhiều nhất hoặc ít nhất, hoặc ngược lại.
    """
    plan = facts.plan
    for name, target in plan.targets.items():
        indicator = facts.measuring(target)
        if indicator is None:
            continue
        right = "bounds" if plan.indicators[indicator].counted.only_bounds else "direct"
        if target.measure != right:
            values = {"measure": target.measure, "indicator": indicator, "problem": _PROBLEMS[right], "right": right}
            key = plan.indicators[indicator].counted_under
            sides = (Statement(("indicators", indicator, key), plan.indicators[indicator].name),)
            yield Found(("targets", name, "measure"), values, sides)


_PROBLEMS = {
    "bounds": Text("chỉ cho biết giá trị nhiều nhất hoặc ít nhất là bao nhiêu", "only bounds the value"),
    "direct": Text("đo đúng nội dung đó", "counts the thing itself"),
}
