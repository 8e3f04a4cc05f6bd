"""Statuses of progress in words: one where the figures decide, else all that are possible and why."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from qt_ict.engine.evidence import Evidence
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.state import State, state
from qt_ict.engine.thresholds import Status
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

STATUS_TONES: dict[Status, Tone] = {
    "met": "good",
    "not_met": "bad",
    "undecided": "open",
    "not_measurable": "quiet",
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


def status_cell(row: Standing) -> Cell:
    """Whether a row is met; which years, or that its due day decides it, where the value shown says otherwise."""
    return Cell(_of_years(row) or _when_due(row) or words.STATUSES[row.status], STATUS_TONES[row.status])


def _when_due(row: Standing) -> Text:
    """What held on a due day that has passed, where the value shown says otherwise; else empty."""
    apart = row.passed and row.status != row.distance.status
    return words.WHEN_DUE.get(row.status, EMPTY) if apart else EMPTY


def _of_years(row: Standing) -> Text:
    """Of a target that is due every year the years that missed it, else those nobody knows; empty of any other."""
    found = row.every_year
    if found is not None and found.missed:
        return words.MISSED_IN.fill(years=years_in_a_row(found.missed))
    if found is not None and found.status == "undecided" and found.unknown:
        return words.UNDECIDED_FOR.fill(years=years_in_a_row(found.unknown))
    return EMPTY


def years_in_a_row(years: Sequence[int]) -> Text:
    """Calendar years in their order, those that follow one another as one.

    >>> years_in_a_row([2011, 2013, 2014, 2015]).en
    '2011, 2013–2015'
    """
    runs = (list(run) for _, run in groupby(enumerate(years), key=lambda each: each[1] - each[0]))
    spans = ((run[0][1], run[-1][1]) for run in runs)
    return listed((Text.same(f"{first}–{last}" if last > first else first) for first, last in spans), ", ")


def each_year_text(row: Standing) -> Text:
    """How each year of a target stands, years of one status together: "2011 missed; 2012–2014 met; 2015 so far met"."""
    told = [(*_of_year(each), each.year or 0) for each in row.years]
    runs = [(key, [year for *_, year in run]) for key, run in groupby(told, key=itemgetter(0, 1))]
    return listed(
        (words.OF_YEARS if over else words.OF_OPEN_YEAR).fill(years=years_in_a_row(years), said=said)
        for (over, said), years in runs
    )


def _of_year(row: Standing) -> tuple[bool, Text]:
    """Whether a year is over, or that is all that is said of it; and what is said."""
    if row.course.judged.reason is Reason.PERIOD_NOT_OVER:
        return True, words.NOT_OVER
    return row.passed, judged_text(row, row.course.judged)


def verdict_cell(row: Standing) -> Cell:
    """The status of a row by the version of its target that counts."""
    status = row.course.judged.status
    text = (_of_years(row) if "missed" in status else EMPTY) or judged_text(row, row.course.judged)
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
        said = _POSSIBLY_MET if row.status == "undecided" else EMPTY
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
