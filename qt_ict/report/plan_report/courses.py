"""Whether the pace so far will do, where later rounds allow to say so; and the reports that were due."""

from collections import Counter
from collections.abc import Iterator

from qt_ict.engine.reasons import Reason
from qt_ict.language import Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.document import Footnotes, Part
from qt_ict.report.progress import decided, duties, legend
from qt_ict.wording.quantities import listed, plain


def part(answer: Answer, footnotes: Footnotes) -> Part:
    """Targets whose pace is known, why the others have no status, and reports due."""
    tables = (*decided(answer, footnotes), duties(answer))
    lines = (*legend(answer), *_without(answer))
    return Part("progress", Text("Tiến độ", "Progress"), lines, tuple(each for each in tables if each.rows))


def _without(answer: Answer) -> Iterator[Text]:
    """How many rows have no status, by reason."""
    judged = (row.course.judged for row in answer.rows)
    tally = Counter(each.reason or Reason.NO_BASELINE for each in judged if not each.status)
    if tally:
        reasons = listed(words.REASONS[each] + " (" + plain(count) + ")" for each, count in tally.most_common())
        head = _ONE if tally.total() == 1 else _SEVERAL
        yield head.fill(n=tally.total()) + reasons + "."


_ONE = Text("Chưa kết luận được tiến độ của {n} dòng: ", "No status of progress in {n} row: ")
_SEVERAL = Text("Chưa kết luận được tiến độ của {n} dòng: ", "No status of progress in {n} rows: ")
