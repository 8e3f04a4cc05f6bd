"""Statuses of progress in words: one where the figures decide, else all that are possible and why."""

from collections.abc import Iterable

from qt_ict.engine.evidence import Evidence
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.state import State, state
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

STATE_TONES: dict[State, Tone] = {
    "met": "good",
    "on_track": "good",
    "moderate": "open",
    "behind": "bad",
    "missed": "bad",
    "open": "open",
    "starting": "plain",
    "not_measurable": "quiet",
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
    if row.lines and row.lines[0].limit is not None:
        named = {**words.VERDICTS, "fell_below_target": words.LEFT_THE_BAND}
        text = either(named[each] for each in reversed(status))
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


def state_cell(row: Standing) -> Cell:
    """How a row stands, in one word."""
    return Cell(words.STATES[state(row)], STATE_TONES[state(row)])


def detail_cell(row: Standing) -> Cell:
    """What its state leaves out: the very verdict, or why there is none; empty where that is all."""
    found = state(row)
    if found == "starting":
        said = _POSSIBLY_MET if row.distance.status == "undecided" else EMPTY
        return Cell(said if row.course.judged.reason is Reason.ONE_ROUND_ONLY else verdict_cell(row).text, "quiet")
    if found == "not_measurable":
        return Cell(EMPTY)
    cell, known = verdict_cell(row), words.STATES[found]
    added = Text.each(
        lambda language: "" if cell.text.say(language) == known.say(language) else cell.text.say(language)
    )
    return cell._replace(text=added)


_POSSIBLY_MET = Text("có thể đã đạt", "possibly met already")


def either(texts: Iterable[Text]) -> Text:
    """Texts of which one holds: "a, b or c"; empty without any."""
    *others, last = list(texts) or [EMPTY]
    return listed(others, ", ") + Text(" hoặc ", " or ") + last if others else last
