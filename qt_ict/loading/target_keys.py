"""What the keys of a target say about each other."""

from collections.abc import Iterator

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.model.targets import NUMERIC, Revision, Target
from qt_ict.positions import Key


def of_target(entry: Target) -> Iterator[Complaint]:
    """What the keys of a target say of each other."""
    yield from _quantity(entry, entry.unit, ())
    for index, revision in enumerate(entry.revisions):
        yield from _quantity(revision, entry.unit_of(revision), ("revisions", index))
    if (entry.measure == "none") != (entry.indicator is None):
        yield Complaint(
            Text(
                "measure: none đi với không có indicator; các cách đo khác cần indicator",
                "measure: none goes without an indicator; every other measure needs one",
            ),
            Text("Thêm hoặc bỏ indicator, hoặc đổi measure.", "Add or drop indicator, or change measure."),
            at=("measure",),
        )
    yield from _milestones(entry)
    if entry.band and "between" not in (entry.comparator, *(each.comparator for each in entry.revisions)):
        yield Complaint(
            Text("band chỉ đi với comparator: between", "band goes with comparator: between alone"),
            Text("Bỏ band, hoặc dùng between với hai số.", "Drop band, or use between with two numbers."),
            at=("band",),
        )
    if entry.due_inferred and not entry.listed_years:
        yield Complaint(
            Text("due_inferred mà không có năm nào ở due", "due_inferred without a year under due"),
            Text("Thêm due, hoặc bỏ due_inferred.", "Add due, or drop due_inferred."),
            at=("due_inferred",),
        )


def _milestones(entry: Target) -> Iterator[Complaint]:
    """What milestones need: a number that they lead to, and a date."""
    if not entry.milestones:
        return
    if entry.comparator not in NUMERIC or entry.comparator == "between":
        yield Complaint(
            Text("{comparator} không đi với milestones", "{comparator} goes without milestones").fill(
                comparator=entry.comparator
            ),
            Text(
                "Mốc cần một con số để đi tới (at_least, at_most …); nếu không, ghi mỗi mốc là một mục tiêu.",
                "Milestones lead to one number (at_least, at_most …); otherwise make each of them a target.",
            ),
            at=("milestones",),
        )
    if len(entry.listed_years) != 1:
        yield Complaint(
            Text("milestones mà mục tiêu không có một hạn", "milestones of a target without one due date"),
            Text("Thêm due, hoặc ghi mỗi mốc là một mục tiêu.", "Add due, or make each milestone a target."),
            at=("milestones",),
        )


def _quantity(said: Target | Revision, unit: str | None, at: tuple[Key, ...]) -> Iterator[Complaint]:
    """What comparator, number and unit of a target, or of a later version of it, say of each other."""
    if said.since is not None and said.from_baseline is None:
        yield Complaint(
            Text("from mà không có from_baseline", "from without from_baseline"),
            Text(
                "Thêm from_baseline (double, -30% …), hoặc bỏ from.",
                "Add from_baseline (double, -30% …), or drop from.",
            ),
            at=(*at, "from"),
        )
    promised = [key for key in ("value", "from_baseline") if getattr(said, key) is not None]
    found = _of_number(said, unit, promised) if said.comparator in NUMERIC else _of_no_number(said, promised)
    if found is not None:
        yield found._replace(at=(*at, *found.at))


def _of_no_number(said: Target | Revision, promised: list[str]) -> Complaint | None:
    """What is wrong with a target of words alone: that it names a number or a unit of measure."""
    if not promised and said.unit is None:
        return None
    return Complaint(
        Text("{comparator} không đi với một con số", "{comparator} goes without a number").fill(
            comparator=said.comparator
        ),
        Text("Bỏ {key} và unit, hoặc đổi comparator.", "Drop {key} and unit, or change the comparator.").fill(
            key=promised[0] if promised else "value"
        ),
        at=(promised[0] if promised else "unit",),
    )


def _of_number(said: Target | Revision, unit: str | None, promised: list[str]) -> Complaint | None:
    """What is wrong with a target of a number: that it names none, or two, or as many as its word does not take."""
    if not promised or unit is None:
        return Complaint(
            Text("{comparator} cần value và unit", "{comparator} needs value and unit").fill(
                comparator=said.comparator
            ),
            Text(
                "Thêm value (hoặc from_baseline: double, +10 points …) và unit.",
                "Add value (or from_baseline: double, +10 points …) and unit.",
            ),
            at=("comparator",),
        )
    if len(promised) > 1:
        return Complaint(
            Text("value và from_baseline nêu hai mức", "value and from_baseline set it twice"),
            Text(
                "Giữ điều văn bản nói; con số của from_baseline được tính ra.",
                "Keep what the document says; the number of from_baseline is computed.",
            ),
            at=("from_baseline",),
        )
    if (said.comparator == "between") != isinstance(said.value, tuple):
        return Complaint(
            Text("between cần hai số, các từ khác cần một số", "between needs two numbers, the other words one"),
            Text("Viết value: [thấp, cao] với between.", "Write value: [low, high] with between."),
            at=(promised[0],),
        )
    return None
