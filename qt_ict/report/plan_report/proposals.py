"""What is to be decided, with what the figures say of it; paper leaves room for what only people can say."""

from collections import Counter
from collections.abc import Iterator

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.report.answer import Answer
from qt_ict.report.document import Part
from qt_ict.report.gap_fields import FROM_NOW_LINEAR, FROM_NOW_THINGS
from qt_ict.report.target_fields import due_text
from qt_ict.wording.dates import days
from qt_ict.wording.quantities import counted, listed, plain

ROOM = 2
"""Lines that paper leaves below what the figures say."""


def parts(answer: Answer) -> tuple[Part, ...]:
    """Targets to be met, figures to be collected, reports to be made."""
    found = (
        ("to_meet", Text("Về các mục tiêu chưa đạt", "Targets not met"), tuple(_to_meet(answer))),
        ("to_count", Text("Về số liệu còn thiếu", "Figures to be collected"), tuple(_to_count(answer))),
        ("to_report", Text("Về chế độ báo cáo", "Reports due"), tuple(_to_report(answer))),
    )
    return tuple(Part(key, heading, lines, room=ROOM) for key, heading, lines in found if lines)


MORE = Part("to_propose", Text("Kiến nghị khác", "Other proposals"), room=3)
"""What people have to propose besides."""


def _to_meet(answer: Answer) -> Iterator[Text]:
    """What every target ahead must gain a year from now on."""
    steps = [each for row in answer.rows if (each := _step(answer, row))]
    if steps:
        yield _STEPS.fill(targets=counted(len(steps), _TARGET), listed=listed(steps))


_STEPS = Text(
    "Để đạt đúng năm đích, từ nay mỗi năm {targets} chưa đạt cần tăng: {listed}.",
    "To be met when they are due, {targets} not met must gain each year from now on: {listed}.",
)
_TARGET = Text("mục tiêu", "target")


def _step(answer: Answer, row: Standing) -> Text | None:
    """A target not met with what each year must add; None where that is not known."""
    if row.distance.status != "not_met" or not isinstance(row.distance.from_now.linear, Interval):
        return None
    field = FROM_NOW_THINGS if row.unit.kind == "count" else FROM_NOW_LINEAR
    return row.target.name + " (" + due_text(row.target, row.year) + "): " + field.shown(answer, row).text


def _to_count(answer: Answer) -> Iterator[Text]:
    """The targets that nobody can measure, by the agency that answers for them."""
    tally = Counter(row.target.agency for row in answer.rows if not row.measurable)
    if tally:
        named = {name: answer.plan.agencies[name].name for name in tally if name}
        by_agency = [(named[name], count) for name, count in tally.most_common() if name]
        rest = [(_NOBODY, tally[None])] if tally[None] else []
        said = listed(name + " (" + plain(count) + ")" for name, count in (*by_agency, *rest))
        yield _UNCOUNTED.fill(targets=counted(tally.total(), _TARGET), listed=said)


_UNCOUNTED = Text(
    "{targets} chưa có số liệu để đánh giá, theo cơ quan được giao: {listed}.",
    "{targets} cannot be assessed for want of figures, by the agency in charge: {listed}.",
)
_NOBODY = Text("kế hoạch không nêu cơ quan", "the plan names no agency")


def _to_report(answer: Answer) -> Iterator[Text]:
    """The reports that are missing, by agency."""
    for each in answer.duties:
        if each.missing:
            agency = answer.plan.agencies[answer.plan.duties[each.duty].agency].name
            yield _MISSING.fill(agency=agency, duty=answer.plan.duties[each.duty].name, days=days(each.missing))


_MISSING = Text(
    "{agency} chưa có báo cáo “{duty}” của các kỳ đến {days}.",
    "{agency}: no report “{duty}” yet for the periods up to {days}.",
)
