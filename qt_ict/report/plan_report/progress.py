"""Whether the pace so far will do, where later rounds allow to say so; and the reports that were due."""

from collections import Counter

from qt_ict.engine.reasons import Reason
from qt_ict.language import Text
from qt_ict.report import progress, sentences
from qt_ict.report.page import Footnotes
from qt_ict.report.plan_report.asked import Asked
from qt_ict.report.plan_report.description import Part
from qt_ict.wording.quantities import listed, plain


def part(found: Asked, footnotes: Footnotes) -> Part:
    """Targets whose pace is known, why the others have no status, and reports due."""
    sections = (
        *progress.decided(found.tracked, footnotes),
        progress.duties(found.tracked),
    )
    lines = (*progress.legend(found.tracked), *_without(found))
    return Part("progress", Text("Tiến độ", "Progress"), lines, tuple(each for each in sections if each.rows))


def _without(found: Asked) -> tuple[Text, ...]:
    """How many rows have no status, by reason."""
    tally = Counter(row.judged.reason or Reason.NO_BASELINE for row in found.tracked.rows if not row.judged.status)
    if not tally:
        return ()
    reasons = listed(((sentences.REASONS[each] + " (" + plain(count) + ")") for each, count in tally.most_common()))
    head = Text("Chưa kết luận được tiến độ của {n} dòng: ", "No status of progress in {n} rows: ")
    return ((head.fill(n=tally.total()) + reasons + "."),)
