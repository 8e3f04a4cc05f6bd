"""What the state is, in three sentences: how many targets, of which date the figures are, how far the farthest is."""

from collections.abc import Iterator, Sequence

from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.report.answer import Answer
from qt_ict.report.brief.worst import missing
from qt_ict.report.document import Part
from qt_ict.report.gap_fields import attainment_cell
from qt_ict.report.listing import dates
from qt_ict.report.situation import NAMES, SITUATIONS, tally
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import counted, listed, plain


def part(answer: Answer) -> Part:
    """How many targets stand how, what the figures are, and the span from the farthest to the nearest."""
    return Part("state", paragraphs=tuple(sentences(answer)))


def sentences(answer: Answer) -> Iterator[Text]:
    """One after the other, each whole in itself."""
    yield _how_many(answer)
    measured = [row for row in answer.rows if row.measurable]
    if measured:
        yield _of_which_date(answer, measured)
    yield from _how_far(answer.rows)


def _how_many(answer: Answer) -> Text:
    found = tally(answer.rows)
    said = listed((plain(found[each]) + " " + NAMES[each] for each in SITUATIONS if found[each]), ", ")
    targets = counted(len(answer.rows), Text("mục tiêu", "target"))
    return _HOW_MANY.fill(day=day(answer.as_of), targets=targets, said=said)


_HOW_MANY = Text("Đến {day}, trong {targets} có {said}.", "By {day}, of {targets}: {said}.")


def _of_which_date(answer: Answer, measured: Sequence[Standing]) -> Text:
    """From when the values are; where none is later than the baseline, that they are where the plan starts."""
    found = dates(measured)
    if found == [answer.plan.baseline.round.date]:
        return _STARTING.fill(day=day(found[0]))
    if len(found) == 1:
        return _ALL_OF.fill(day=day(found[0]))
    return _FROM_TO.fill(first=day(found[0]), last=day(found[-1]))


_STARTING = Text(
    "Số liệu là của {day}, trước khi thực hiện kế hoạch: chưa phải kết quả.",
    "The figures are of {day}, before the plan was carried out: no results yet.",
)
_ALL_OF = Text("Số liệu dùng để đánh giá là của {day}.", "They are judged by figures of {day}.")
_FROM_TO = Text(
    "Số liệu dùng để đánh giá là từ {first} đến {last}.",
    "They are judged by figures of {first} to {last}.",
)


def _how_far(rows: Sequence[Standing]) -> Iterator[Text]:
    """From where to where those lie that are not met, by their share of the target."""
    ranked = missing(rows)
    if ranked:
        ends = listed(dict.fromkeys(attainment_cell(None, row).text for row in (ranked[0], ranked[-1])), "{to}")
        missed = counted(len(ranked), Text("mục tiêu", "target"))
        yield _SPAN.fill(missed=missed, ends=ends.fill(to=Text(" đến ", " to ")))


_SPAN = Text(
    "{missed} có số liệu mà chưa đạt, mới được {ends} mức đề ra.",
    "{missed} measured and not met: at {ends} of what was set.",
)
