"""Checks of where things stand in the document (QT606, QT805, QT806)."""

from collections import Counter
from collections.abc import Iterator

from qt_ict.checks.check import Found, check
from qt_ict.checks.facts import Facts
from qt_ict.checks.numbering import gaps, part_of
from qt_ict.language import Text
from qt_ict.model.plan import Plan
from qt_ict.model.targets import NUMERIC, Target


@check(
    "QT606",
    "note",
    Text(
        "{target}: chỉ nêu ở phần {parts}, không có trong phần mục tiêu ({goals})",
        "{target}: stands in part {parts} alone, not among the goals of part {goals}",
    ),
    Text(
        "Hỏi cơ quan ban hành có phải là mục tiêu không; nếu văn bản viết như vậy thì chấp nhận.",
        "Ask who issued the plan whether it is a goal; if the document says it so, accept it.",
    ),
    called="mục tiêu nằm ngoài phần mục tiêu",
)
def target_outside_goals(facts: Facts) -> Iterator[Found]:
    """A target with a year and a quantity stands outside the part that holds most of them.

    A task that promises "all schools by 2015" where the goals say nothing of schools is easily forgotten, or was
    dropped from the goals on purpose. The part of the goals is the one that more than half of the plan's own targets
    with a year and a quantity cite. Those that another document states, and those that contradict a goal (QT601),
    are left out.

    Tiếng Việt:
        Mục tiêu có năm và mức cụ thể nằm ngoài phần chứa phần lớn các mục tiêu.

        Nhiệm vụ đề ra "tất cả trường học đến năm 2015" mà phần mục tiêu không nhắc đến trường học thì dễ bị bỏ quên,
        hoặc đã được chủ ý bỏ khỏi phần mục tiêu. Phần mục tiêu là phần được hơn một nửa số mục tiêu có năm và mức cụ
        thể của kế hoạch dẫn. Không xét mục tiêu do văn bản khác nêu và mục tiêu mâu thuẫn với phần mục tiêu (QT601).
    """
    plan = facts.plan
    if not plan.unread.sections.isdisjoint(("sources", "targets")):
        return
    quantified = {name: each for name, each in plan.targets.items() if _quantified(each)}
    goals = _goals(plan, quantified)
    for name, target in quantified.items():
        parts = _parts(target)
        there = any(goals in _parts(plan.targets[other]) for other in target.conflicts_with)
        if goals is not None and goals not in parts and not there:
            values = {"target": target.name, "parts": ", ".join(parts), "goals": goals}
            yield Found(("targets", name, "source"), values)


def _quantified(target: Target) -> bool:
    said = target.comparator in NUMERIC or target.comparator in ("all", "nearly_all", "most")
    return said and target.due is not None and target.document is None


def _parts(target: Target) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(part_of, target.source)))


def _goals(plan: Plan, targets: dict[str, Target]) -> str | None:
    """The part that more than half of some targets cite; None where the plan lists no items, or none has so many."""
    counted = Counter(part for each in targets.values() for part in _parts(each)).most_common(1)
    return counted[0][0] if plan.sources and counted and counted[0][1] * 2 > len(targets) else None


@check(
    "QT805",
    "note",
    Text("giữa các mục được liệt kê thiếu {missing}", "between the items listed, {missing} is missing"),
    Text(
        "Xem văn bản có mục ấy không: thêm vào, hoặc chấp nhận nếu văn bản đánh số như vậy.",
        "See whether the document has it: add it, or accept the gap if the document is numbered so.",
    ),
    called="số thứ tự mục không liền nhau",
)
def gap_in_numbering(facts: Facts) -> Iterator[Found]:
    """Numbers of parts or items of the document do not follow each other.

    Part VI after part IV: a part is missing in the document at hand, or was left out of ``sources``, and what stands
    in it is in no figure and no target. Arabic and Roman numbers are read, level by level; what comes before the
    first one listed is not missed.

    Tiếng Việt:
        Số thứ tự các phần, mục của văn bản không liền nhau.

        Sau phần IV là phần VI: văn bản hiện có thiếu một phần, hoặc ``sources`` bỏ sót, và những gì ở đó không có
        trong số liệu hay mục tiêu nào. Số Ả Rập và số La Mã được xét theo từng cấp; phần đứng trước mục đầu tiên
        được liệt kê thì không coi là thiếu.
    """
    for gap in gaps(facts.plan.sources) if "sources" not in facts.plan.unread.sections else ():
        yield Found(("sources", gap.item), {"missing": ", ".join(gap.missing)}, numbers=(gap.before, gap.after))


@check(
    "QT806",
    "note",
    Text(
        "{document} được dẫn ở {items} nhưng không có trong căn cứ",
        "{document} is cited in {items}, not in the legal basis",
    ),
    Text(
        "Đối chiếu phần căn cứ của văn bản; nếu ở đó thật sự không có thì chấp nhận.",
        "Compare with the legal basis of the document; if it truly is not there, accept it.",
    ),
    called="văn bản được dẫn ngoài căn cứ",
)
def document_outside_legal_basis(facts: Facts) -> Iterator[Found]:
    """The plan cites a document that its legal basis does not name.

    Nothing is looked at where no document is said to be of the legal basis.

    Tiếng Việt:
        Kế hoạch dẫn một văn bản không có trong phần căn cứ.

        Nếu không văn bản nào được khai là căn cứ thì không xét.
    """
    documents = facts.plan.documents
    if not any(each.legal_basis for each in documents.values()):
        return
    for name, each in documents.items():
        if not each.legal_basis:
            yield Found(("documents", name), {"document": name, "items": ", ".join(each.source)})
