"""Checks of the milestones of targets (QT525)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.checks.check import Found, check
from qt_ict.checks.facts import Facts
from qt_ict.checks.versions_in_force import TargetVersion
from qt_ict.language import Text
from qt_ict.wording.dates import due_numbers, short_day
from qt_ict.wording.quantities import plain


@check(
    "QT525",
    "error",
    Text("mốc {milestone} của {target}: {why}", "milestone {milestone} of {target}: {why}"),
    Text(
        "Đối chiếu các mốc, hạn và con số của mục tiêu với văn bản.",
        "Compare the milestones, the due date and the number of the target with the document.",
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
    before: _Level | None = None
    for each in target.milestones:
        here = _Level(each.day, toward * Fraction(each.value))
        why = _WHY[0] if here.day >= end.day else _WHY[1] if here.asked > end.asked else None
        why = why or (_WHY[2] if before is not None and here.asked < before.asked else None)
        reached = base is not None and _reached(base, toward, here.asked)
        why = why or (_WHY[3] if reached else None)
        if why is not None:
            said = short_day(each.day) + ": " + plain(each.value)
            numbers = (*due_numbers(each.day), each.value)
            yield Found(
                (*version.at, "milestones"), {"milestone": said, "target": target.name, "why": why}, (), numbers
            )
        before = here


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


_WHY = (
    Text("không ở trước hạn của mục tiêu", "not before the target is due"),
    Text("đòi nhiều hơn mục tiêu", "asks for more than the target"),
    Text("đòi ít hơn mốc trước", "asks for less than the milestone before"),
    Text("năm gốc đã vượt", "the baseline is beyond it"),
)
