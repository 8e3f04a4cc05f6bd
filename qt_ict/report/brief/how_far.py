"""What the state is, in three sentences: how many targets, of which date the figures are, how far the farthest is."""

from collections.abc import Iterator, Sequence

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.brief.worst import lacking, missing
from qt_ict.report.cells import share_cell
from qt_ict.report.document import Part
from qt_ict.report.listing import dates
from qt_ict.report.tallied import in_words, tally
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import counted


def part(answer: Answer) -> Part:
    """How many targets stand how, what the figures are, and the span from the farthest to the nearest."""
    return Part("state", paragraphs=tuple(sentences(answer)))


def sentences(answer: Answer) -> Iterator[Text]:
    """One after the other, each whole in itself."""
    if not answer.rows:
        yield _NONE
        return
    yield _how_many(answer)
    measured = [row for row in answer.rows if row.measurable]
    if measured:
        yield _of_which_date(answer, measured)
    yield from _how_far(answer.rows)


def _how_many(answer: Answer) -> Text:
    said = in_words(tally(answer.rows))
    number, rows = len({row.id for row in answer.rows}), len(answer.rows)
    targets = counted(number, Text("mục tiêu", "target")) + (_BY_YEAR.fill(rows=rows) if number < rows else EMPTY)
    return _HOW_MANY.fill(day=day(answer.as_of), targets=targets, said=said)


_NONE = Text("Không có mục tiêu nào như đã chọn.", "No target is as asked for.")
_BY_YEAR = Text(" (tính theo từng năm đích: {rows})", " ({rows} by due year)")
_HOW_MANY = Text("Đến {day}, {targets}: {said}.", "By {day}, {targets}: {said}.")


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
    """From where to where those lie that are short of their targets, by the most that they can have of them."""
    ranked, short = missing(rows), lacking(rows)
    if ranked:
        shares = [ranked[0][0], ranked[-1][0]]
        first, last = (share_cell(Interval(each.high, each.high), 1, (100,)).text for each in shares)
        most = [EMPTY if each.is_point else _MOST for each in shares]
        # Of the farthest end a bound is said first; of the nearest only where the farthest is exact.
        ends = first if first == last else first + Text(" đến ", " to ") + (EMPTY if most[0] else most[1]) + last
        missed = counted(len(short), Text("mục tiêu", "target"))
        yield _SPAN.fill(missed=missed, at=most[0] or _AT, ends=ends)


_AT, _MOST = Text("", "at "), Text("nhiều nhất ", "at most ")
_SPAN = Text(
    "{missed} chưa tới mức đề ra, mới được {at}{ends}.",
    "{missed} short of what was set: {at}{ends} of it.",
)
