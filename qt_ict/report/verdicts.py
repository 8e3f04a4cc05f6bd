"""Statuses of progress in words: one where the figures decide, else all that are possible and why."""

from qt_ict.engine.progress import Progress
from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.verdict import Judged, Verdict, Verdicts
from qt_ict.language import Text
from qt_ict.report import sentences
from qt_ict.report.page import Cell, Tone
from qt_ict.wording.quantities import listed

WORDS: dict[Verdict, Text] = {
    "met": Text("đạt", "met"),
    "met_but_reversing": Text("đạt nhưng đang đi lùi", "met but reversing"),
    "on_track": Text("đúng lộ trình", "on track"),
    "moderate": Text("tiến bộ vừa phải", "moderate"),
    "insufficient": Text("tiến bộ chưa đủ", "insufficient"),
    "moving_away": Text("đi ngược mục tiêu", "moving away"),
    "missed": Text("không đạt", "missed"),
}
TONES: dict[Verdict, Tone] = {
    "met": "good",
    "met_but_reversing": "open",
    "on_track": "good",
    "moderate": "open",
    "insufficient": "bad",
    "moving_away": "bad",
    "missed": "bad",
}
_CANNOT_TELL: dict[Cause, Text] = {
    Cause.DIGITS: Text("các chữ số được in không đủ để phân định", "the printed digits cannot tell"),
    Cause.WORDS: Text("lời văn của nguồn không đủ để phân định", "the words of the source cannot tell"),
    Cause.JOINT: Text("số liệu chỉ cho một khoảng", "the figures only give bounds"),
    Cause.BOUND: Text("số liệu chỉ cho một khoảng", "the figures only give bounds"),
}


def verdict_text(status: Verdicts) -> Text:
    """Possible statuses, worst first: "moderate or on track"."""
    *others, last = [WORDS[each] for each in reversed(status)]
    return (listed(others, ", ") + Text(" hoặc ", " or ") + last) if others else last


def judged_text(row: Progress, judged: Judged) -> Text:
    """A status; where several are possible, what cannot tell; where none is, why."""
    status, reason = judged
    if not status:
        return sentences.REASONS[reason or Reason.NO_BASELINE]
    text = verdict_text(status)
    if len(status) == 1:
        return text
    why = sentences.REASONS[reason] if reason else listed(dict.fromkeys(_causes(row)), ", ")
    return text + ": " + why


def verdict_cell(row: Progress) -> Cell:
    """The status of a row by the version of its target that counts."""
    text, status = judged_text(row, row.judged), row.judged.status
    if not status:
        return Cell(text, "quiet")
    return Cell(text, TONES[status[0]] if len(status) == 1 else "open")


def _causes(row: Progress) -> list[Text]:
    return [_CANNOT_TELL[cause] for each in row.history for cause in each.value.causes]
