"""Statuses of progress in words: one where the figures decide, else all that are possible and why."""

from collections.abc import Iterable

from qt_ict.engine.evidence import Evidence
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.verdict import Judged, Verdict, Verdicts
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.document import Cell, Tone
from qt_ict.wording.quantities import listed

TONES: dict[Verdict, Tone] = {
    "met": "good",
    "met_but_reversing": "open",
    "on_track": "good",
    "moderate": "open",
    "insufficient": "bad",
    "fell_below_target": "bad",
    "moving_away": "bad",
    "missed": "bad",
}


def verdict_text(status: Verdicts) -> Text:
    """Possible statuses, worst first: "moderate or on track"."""
    return either(words.VERDICTS[each] for each in reversed(status))


def judged_text(row: Evidence, judged: Judged) -> Text:
    """A status; where several are possible, what cannot tell; where none is, why."""
    status, reason = judged
    if not status:
        return words.REASONS[reason or Reason.NO_BASELINE]
    text = verdict_text(status)
    if len(status) == 1:
        return text
    causes = dict.fromkeys(words.CANNOT_TELL[cause] for each in row.history for cause in each.value.causes)
    told = [words.REASONS[reason]] if reason else [*causes, *((words.OLD_CANNOT_TELL,) if row.stale else ())]
    return text + ": " + listed(told, ", ")


def verdict_cell(row: Standing) -> Cell:
    """The status of a row by the version of its target that counts."""
    text, status = judged_text(row, row.course.judged), row.course.judged.status
    if not status:
        return Cell(text, "quiet")
    return Cell(text, TONES[status[0]] if len(status) == 1 else "open")


def either(texts: Iterable[Text]) -> Text:
    """Texts of which one holds: "a, b or c"; empty without any."""
    *others, last = list(texts) or [EMPTY]
    return listed(others, ", ") + Text(" hoặc ", " or ") + last if others else last
