"""Checks of the milestones of targets (QT525)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.checks.check import Found, check
from qt_ict.checks.facts import Facts
from qt_ict.checks.versions_in_force import TargetVersion
from qt_ict.language import EMPTY, Text
from qt_ict.model.due import Waypoint
from qt_ict.wording.dates import due_numbers, short_day
from qt_ict.wording.quantities import listed, plain


@check(
    "QT525",
    "error",
    Text("mốc {milestone} của {target}: {why}", "milestone {milestone} of {target}: {why}"),
    Text(
        "Đối chiếu mốc này, hạn và con số của mục tiêu với văn bản rồi sửa.",
        "Compare this milestone, the due date and the number of the target with the document, then correct them.",
    ),
    called="mốc sai thứ tự",
)
def milestone_out_of_order(facts: Facts) -> Iterator[Found]:
    """A milestone does not lie on the way from the baseline to what its target promises.

    It is due before the target, asks for no more than the target does, for no less than the milestone before it, and
    for more than the baseline has. What is computed from a baseline that is a range is compared where that is certain.

    Tiếng Việt:
        Một mốc không nằm trên đường từ năm gốc đến mức mà mục tiêu nêu.

        Mốc phải đến hạn trước mục tiêu, không đòi nhiều hơn mục tiêu, không đòi ít hơn mốc trước đó, và phải hơn mức
        của năm gốc. Mục tiêu tính từ một năm gốc là khoảng thì chỉ so khi đã chắc chắn.
    """
    for version in facts.versions:
        if version.target.milestones and version.words is version.target and version.lines:
            yield from _out_of_order(facts, version)


class _Level(NamedTuple):
    """A number due on a day; more is asked where it is larger, whichever way is better."""

    day: date
    asked: Fraction


def _out_of_order(facts: Facts, version: TargetVersion) -> Iterator[Found]:
    target, line = version.target, version.lines[0]
    toward = 1 if line.upward else -1
    end = _Level(target.last_days[0], max(toward * each.number for each in version.lines))
    base = _baseline(facts, version)
    before: Waypoint | None = None
    for each in target.milestones:
        here = _Level(each.day, toward * Fraction(each.value))
        whys = [*_against(here, end), *_behind(here, before, toward)]
        if base is not None and _reached(base, toward, here.asked):
            whys.append(_REACHED)
        if whys:
            why = listed(whys, ", ") + (EMPTY if whys == [_late(end)] else _BETTER[line.upward])
            values = {"milestone": _said(each), "target": target.name, "why": why}
            numbers = (*due_numbers(each.day), each.value)
            yield Found((*version.at, "milestones", each.written), values, (), numbers)
        before = each


def _against(here: _Level, end: _Level) -> Iterator[Text]:
    """What of a milestone does not lie before its target, in time and in number."""
    if here.day >= end.day:
        yield _late(end)
    if here.asked > end.asked:
        yield _TOO_FAR


def _late(end: _Level) -> Text:
    """That something is not due before the target."""
    return _TOO_LATE.fill(due=short_day(end.day))


def _behind(here: _Level, before: Waypoint | None, toward: int) -> Iterator[Text]:
    """What of a milestone falls behind the one before it."""
    if before is not None and here.asked < toward * Fraction(before.value):
        yield _FALLS_BACK.fill(before=_said(before))


def _said(milestone: Waypoint) -> Text:
    """A milestone in short: its date and its number."""
    return short_day(milestone.day) + ": " + plain(milestone.value)


def _baseline(facts: Facts, version: TargetVersion) -> Interval | None:
    """The value of the baseline that measures a target; None without one."""
    indicator = facts.measuring(version.target)
    outcome = facts.values[indicator].outcome if indicator in facts.values and indicator else None
    same = indicator is not None and version.target.unit == facts.plan.indicators[indicator].unit
    return outcome if isinstance(outcome, Interval) and same else None


def _reached(base: Interval, toward: int, asked: Fraction) -> bool:
    """Whether the baseline certainly has more than is asked for."""
    worst = base.low if toward > 0 else base.high
    return worst is not None and toward * Fraction(worst) > asked


_TOO_LATE = Text("không ở trước hạn của mục tiêu ({due})", "not before the target is due ({due})")
_TOO_FAR = Text("vượt quá chính mục tiêu", "beyond the target itself")
_FALLS_BACK = Text("lùi so với mốc trước ({before})", "behind the milestone before it ({before})")
_REACHED = Text("năm gốc đã vượt", "the baseline is beyond it already")
_BETTER = {
    True: Text("; chỉ tiêu này càng cao càng tốt", "; higher is better here"),
    False: Text("; chỉ tiêu này càng thấp càng tốt", "; lower is better here"),
}
