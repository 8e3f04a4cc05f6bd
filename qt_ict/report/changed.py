"""One change between two versions of a plan, in words."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.engine.changes import Change, SectionName
from qt_ict.language import EMPTY, Text
from qt_ict.model.due import Waypoint
from qt_ict.model.entry import Entry, Named
from qt_ict.model.figures import Figure, Round
from qt_ict.model.indicators import Indicator, Unit
from qt_ict.model.periods import Per
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Revision, Target
from qt_ict.report import words
from qt_ict.report.target_fields import yearly_text
from qt_ict.report.versions import Compared
from qt_ict.wording.dates import day, due_day, short_day
from qt_ict.wording.equations import formula_text
from qt_ict.wording.quantities import listed, plain
from qt_ict.wording.statements import BETTER, UNIT_KINDS, bound_text, figure_with_unit, target_text


class Aspect(NamedTuple):
    """One thing that an entry says."""

    heading: Text
    said: Text


def aspects(plan: Plan, entry: Entry) -> list[Aspect]:
    """Everything an entry says that results rest on; entries of one section say the same things in the same order.

    Args:
        plan: The version that the entry is of.
        entry: A figure, a target, an indicator, a unit of measure or the head of a round.
    """
    match entry:
        case Figure():
            return list(_of_figure(plan, entry))
        case Target():
            return list(_of_target(plan, entry))
        case Indicator():
            return list(_of_indicator(plan, entry))
        case Unit():
            return list(_of_unit(entry))
        case Round():
            return list(_of_round(entry))
    return []


def _of_unit(unit: Unit) -> Iterator[Aspect]:
    yield Aspect(Text("loại", "kind"), UNIT_KINDS[unit.kind])
    ends = (NONE if end is None else plain(end) for end in (unit.least, unit.most))
    for name, end in zip((Text("thấp nhất", "lowest"), Text("cao nhất", "highest")), ends, strict=True):
        yield Aspect(name, end)
    yield Aspect(Text("thứ hạng", "rank"), _YES if unit.rank else _NO)


def _of_figure(plan: Plan, figure: Figure) -> Iterator[Aspect]:
    yield Aspect(VALUE, figure_with_unit(figure, plan.units[figure.unit]))
    of_round = Text("ngày của đợt", "date of the round")
    yield Aspect(Text("ngày", "date"), day(figure.date.day) if figure.date else of_round)
    as_planned = Text("đếm như kế hoạch", "counted as in the plan")
    yield Aspect(Text("định nghĩa", "definition"), figure.definition or as_planned)
    yield _per(figure.per)
    yield Aspect(Text("tính lại từ đây", "counted anew"), _anew(figure))
    yield Aspect(Text("giữ nguyên", "holds"), _YES if figure.holds else _NO)


def _per(period: Per | None) -> Aspect:
    return Aspect(Text("đếm theo", "counted per"), words.PERIODS[period] if period else NONE)


def _anew(figure: Figure) -> Text:
    """Whether a figure begins a new stretch, and the base of it where one is given."""
    if not figure.starts_anew:
        return _NO
    return bound_text(figure.base.value, None) + " (" + day(figure.base.date.day) + ")" if figure.base else _YES


def _of_target(plan: Plan, target: Target) -> Iterator[Aspect]:
    yield Aspect(TARGET, target_text(plan, target))
    yield Aspect(Text("hạn", "due"), due_words(target))
    yield Aspect(Text("mốc", "milestones"), listed(map(_milestone, target.milestones)) or NONE)
    yield Aspect(Text("cách đo", "measured"), words.MEASURES[target.measure])
    indicator = plan.indicators[target.indicator].name if target.indicator else NONE
    yield Aspect(Text("chỉ tiêu", "indicator"), indicator)
    revisions = listed(_revision(plan, target, each) for each in target.revisions)
    yield Aspect(Text("sửa đổi", "revised"), revisions if target.revisions else NONE)


def _milestone(each: Waypoint) -> Text:
    return short_day(each.day) + ": " + plain(each.value)


def due_words(target: Target) -> Text:
    """When a target is due, every year of it."""
    due = target.due
    if due is None:
        return NONE
    if due.finer is not None:
        return due_day(due.finer)
    if due.kind == "yearly":
        return yearly_text(due)
    years = ("–" if due.kind == "period" else ", ").join(map(str, due.years))
    return {"after": words.AFTER, "before": _BEFORE}.get(due.kind, _BY).fill(year=years)


_BY = Text.same("{year}")
_BEFORE = Text("trước {year}", "before {year}")
NONE = Text("không có", "none")


def _revision(plan: Plan, target: Target, revision: Revision) -> Text:
    said = target_text(plan, target.in_force(revision.date))
    return _REVISION.fill(target=said, document=revision.document, date=day(revision.date))


_REVISION = Text.same("{target} ({document}, {date})")


def _of_indicator(plan: Plan, indicator: Indicator) -> Iterator[Aspect]:
    yield Aspect(Text("công thức", "formula"), Text.same(formula_text(indicator)))
    yield Aspect(Text("nhóm tham chiếu", "reference class"), _class_text(indicator))
    yield Aspect(Text("đơn vị tính", "unit"), plan.units[indicator.unit].name)
    yield Aspect(Text("tốt hơn khi", "better when"), BETTER[indicator.better])
    yield _per(indicator.per)


def _class_text(indicator: Indicator) -> Text:
    """The reference class that an indicator names, and the area left out of it."""
    used = indicator.reference
    if used is None:
        return NONE
    without = Text(", không kể {area}", ", without {area}").fill(area=used.without) if used.without else EMPTY
    return Text.same(used.name) + without


def _of_round(head: Round) -> Iterator[Aspect]:
    yield Aspect(Text("ngày", "date"), day(head.date))
    yield Aspect(Text("chữ số cho biết độ chính xác", "digits show precision"), _YES if head.transcribed else _NO)


_NO, _YES = Text("không", "no"), Text("có", "yes")


VALUE, TARGET = Text("giá trị", "value"), Text("mục tiêu", "target")
ADDED, REMOVED = Text("thêm", "added"), Text("bỏ", "removed")


class Saying(NamedTuple):
    """What an entry said before and says now."""

    heading: Text
    old: Text
    new: Text


def sayings(both: Compared, change: Change) -> list[Saying]:
    """What a change is, aspect by aspect; of an entry that was added or removed only what it mainly says."""
    old = aspects(both.old.plan, change.old) if change.old else []
    new = aspects(both.new.plan, change.new) if change.new else []
    if not old or not new:
        says = (old or new)[0].said
        return [Saying(ADDED, EMPTY, says) if new else Saying(REMOVED, says, EMPTY)]
    pairs = [Saying(before.heading, before.said, after.said) for before, after in zip(old, new, strict=True)]
    return [each for each in pairs if each.old != each.new] or pairs[:1]


def name_of(change: Change) -> Text:
    """The name of a changed entry, the newer one where there are two."""
    entry = change.new or change.old
    assert isinstance(entry, Named), "every entry that is compared has a name"
    return entry.name


def in_short(both: Compared, change: Change) -> Text:
    """A change as the cause of something: what it is about, and what it said before and says now."""
    main = (VALUE, TARGET, ADDED, REMOVED)
    found = (
        _in_short(each) if each.heading in main else (each.heading + " " + _in_short(each))
        for each in sayings(both, change)
    )
    return _IN_SHORT.fill(what=_subject(both, change), said=listed(found, ", "))


_IN_SHORT = Text.same("{what}: {said}")
SUBJECTS: dict[SectionName, Text] = {
    "rounds": Text("đợt {name}", "round {name}"),
    "units": Text("đơn vị tính {name}", "unit {name}"),
    "figures": Text.same("{name} ({round})"),
    "indicators": Text("chỉ tiêu {name}", "indicator {name}"),
    "targets": Text("mục tiêu", "target"),
}


def _subject(both: Compared, change: Change) -> Text:
    return SUBJECTS[change.section].fill(name=name_of(change), round=round_day(both, change))


def round_day(both: Compared, change: Change) -> Text:
    """The date of the round that a changed figure stands in; empty of other entries."""
    return day(both.round_of(change).round.date) if change.round else EMPTY


def _in_short(saying: Saying) -> Text:
    if saying.heading in (ADDED, REMOVED):
        return saying.heading + " " + saying.old + saying.new
    return saying.old + " → " + saying.new
