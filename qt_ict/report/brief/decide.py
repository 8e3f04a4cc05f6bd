"""What is to be decided: each follows from the figures, or from what is lacking of them."""

from collections.abc import Iterable, Iterator, Sequence

from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.brief.uncounted import has_number, uncounted
from qt_ict.report.document import Part
from qt_ict.report.notes import Note
from qt_ict.report.situation import situation
from qt_ict.report.target_fields import promised_text
from qt_ict.wording.dates import day, days
from qt_ict.wording.quantities import counted, listed

NAMED = 2
"""Targets named in a sentence; the others are counted."""
_TARGET = Text("mục tiêu", "target")


def part(answer: Answer) -> Part:
    """The decisions, numbered; none where nothing is lacking."""
    found = decisions(answer)
    numbered = [Text.same(f"{number}. ") + each.text for number, each in enumerate(found, 1)]
    lines = tuple(numbered) if len(found) > 1 else tuple(each.text for each in found)
    return Part("decide", Text("Cần quyết định", "To be decided"), lines)


def decisions(answer: Answer) -> tuple[Note, ...]:
    """What the committee is asked, each with a code of its own."""
    return (*_act(answer), *_survey(answer), *_count(answer), *_assign(answer), *_settle(answer), *_report(answer))


def _act(answer: Answer) -> Iterator[Note]:
    behind = [row for row in answer.rows if situation(row) == "behind"]
    coming = [row for row in behind if not row.passed]
    if coming:
        yield Note("act", _ACT.fill(targets=_counted(coming), named=_named(coming)))
    over = [row for row in behind if row.passed]
    if over:
        yield Note("renew", _RENEW.fill(targets=_counted(over), named=_named(over)))


_ACT = Text(
    "Tăng cường giải pháp, hoặc điều chỉnh {targets} chưa đạt tiến độ: {named}.",
    "Do more for, or revise, {targets} behind: {named}.",
)
_RENEW = Text(
    "Chuyển sang giai đoạn sau hay kết thúc {targets} đã đến hạn mà chưa đạt: {named}.",
    "Carry over or close {targets} due and not met: {named}.",
)


def _survey(answer: Answer) -> Iterator[Note]:
    """New figures for what has only old ones, or one value alone."""
    rows = [row for row in answer.rows if not row.passed and row.measurable and (row.stale or len(row.history) == 1)]
    observed = [row.observed.date for row in rows if row.observed]
    if observed:
        said = _SURVEY.fill(targets=_counted(rows), day=day(max(observed)))
        yield Note("survey", said)


_SURVEY = Text(
    "Thu thập số liệu mới cho {targets} mà số liệu chỉ có đến {day}.",
    "Collect new figures for {targets} whose latest are of {day}.",
)


def _count(answer: Answer) -> Iterator[Note]:
    rows = uncounted(answer.rows)
    number = sum(has_number(row) for row in rows)
    if rows:
        first = _FIRST.fill(number=number) if 0 < number < len(rows) else EMPTY
        yield Note("count", _COUNT.fill(targets=_counted(rows), first=first))


_COUNT = Text("Thống kê {targets} chưa đánh giá được{first}.", "Measure {targets} not assessed{first}.")
_FIRST = Text(", trước hết {number} mục tiêu nêu số cụ thể", ", first the {number} that name a number")


def _assign(answer: Answer) -> Iterator[Note]:
    rows = [row for row in answer.rows if row.target.agency is None]
    if rows and answer.plan.agencies:
        yield Note("assign", _ASSIGN.fill(targets=_counted(rows)))


_ASSIGN = Text(
    "Phân công cơ quan chịu trách nhiệm {targets} mà văn bản không nêu.",
    "Name the agency responsible for {targets} of which the document names none.",
)


def _settle(answer: Answer) -> Iterator[Note]:
    pairs = list(_conflicts(answer.rows))
    if pairs:
        one, other = pairs[0]
        levels = promised_text(one) + Text(" hay ", " or ") + promised_text(other)
        yield Note("settle", _SETTLE.fill(levels=levels, named=one.target.name + _others(len(pairs) - 1)))


_SETTLE = Text("Chọn {levels}: {named}.", "Choose {levels}: {named}.")


def _conflicts(rows: Sequence[Standing]) -> Iterator[tuple[Standing, Standing]]:
    """Rows of the same due year whose targets contradict each other, every pair once."""
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            named = other.id in one.target.conflicts_with or one.id in other.target.conflicts_with
            if named and one.year == other.year:
                yield one, other


def _report(answer: Answer) -> Iterator[Note]:
    """Reports that are missing by the plan's own words; of the others it is not said how often they are due."""
    said = (each for each in answer.duties if not answer.plan.duties[each.duty].every_inferred)
    lacking = [each for each in said if each.missing]
    if lacking:
        missing = sorted({each for duty in lacking for each in duty.missing})
        number = sum(len(each.missing) for each in lacking)
        reports = counted(number, Text("báo cáo", "report"))
        yield Note("report", _REPORT.fill(reports=reports, days=days(missing)))


_REPORT = Text(
    "Đôn đốc {reports} định kỳ chưa có (kỳ {days}).",
    "Ask for {reports} that were due ({days}).",
)


def _counted(rows: Iterable[Standing]) -> Text:
    return counted(len(list(rows)), _TARGET)


def _named(rows: Sequence[Standing]) -> Text:
    return listed((row.target.name for row in rows[:NAMED]), ", ") + _others(len(rows) - NAMED)


def _others(rest: int) -> Text:
    return Text(" và {rest} mục khác", " and {rest} more").fill(rest=rest) if rest > 0 else EMPTY
