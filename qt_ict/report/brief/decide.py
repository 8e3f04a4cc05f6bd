"""What is to be decided: each follows from the figures, or from what is lacking of them."""

from collections.abc import Iterator, Sequence

from qt_ict.engine.standing import Standing
from qt_ict.engine.state import state
from qt_ict.engine.verdict import Verdict
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.brief.named import NAMED, named, others
from qt_ict.report.brief.uncounted import has_number, uncounted
from qt_ict.report.brief.worst import fast_enough, hurried
from qt_ict.report.document import Part
from qt_ict.report.notes import Note
from qt_ict.report.tallied import things
from qt_ict.report.target_fields import agency_name, promised_text
from qt_ict.report.verdicts import years_in_a_row
from qt_ict.wording.dates import day, days
from qt_ict.wording.quantities import counted, in_a_line, listed

_TARGET = Text("mục tiêu", "target")


def part(answer: Answer) -> Part:
    """The decisions, numbered; none where nothing is lacking."""
    found = decisions(answer)
    numbered = [Text.same(f"{number}. ") + each.text for number, each in enumerate(found, 1)]
    lines = tuple(numbered) if len(found) > 1 else tuple(each.text for each in found)
    return Part("decide", Text("Cần quyết định", "To be decided"), lines)


def decisions(answer: Answer) -> tuple[Note, ...]:
    """What the committee is asked, each with a code of its own."""
    return (
        *_act(answer),
        *_stay(answer),
        *_account(answer),
        *_survey(answer),
        *_count(answer),
        *_assign(answer),
        *_settle(answer),
        *_report(answer),
    )


def _act(answer: Answer) -> Iterator[Note]:
    """Of every state that asks for more, what to do: each sentence says the state, and they add up to the tally."""
    for code, said, rows in _unsatisfied(answer.rows):
        if rows:
            yield Note(code, said.fill(targets=things(rows), named=named(rows) + _away(rows)))


def _unsatisfied(rows: Sequence[Standing]) -> Iterator[tuple[str, Text, list[Standing]]]:
    """What is behind; of the moderate the slow and the fast enough; of the missed what is due once, or every year."""
    yield "act", _ACT, hurried([row for row in rows if state(row) == "behind"])
    moderate = hurried([row for row in rows if state(row) == "moderate"])
    yield "speed", _SPEED, [row for row in moderate if not fast_enough(row)]
    yield "keep", _KEEP, [row for row in moderate if fast_enough(row)]
    missed = [row for row in rows if state(row) == "missed"]
    yield "renew", _RENEW, [row for row in missed if not row.years and row.whole is None]
    # What missed a year and is met by now is to be accounted for, and no more.
    yield "secure", _SECURE, [row for row in missed if row.years and row.distance.status != "met"]


def _away(rows: Sequence[Standing]) -> Text:
    """Those of them that go the wrong way, by name: more of the same will not do."""
    away = [row for row in rows if row.course.judged.status and set(row.course.judged.status) <= _AWAY]
    return _GOING_AWAY.fill(named=named(away)) if away else EMPTY


_AWAY: frozenset[Verdict] = frozenset(("moving_away", "fell_below_target"))
_GOING_AWAY = Text("; đang xa dần mục tiêu: {named}", "; moving away: {named}")
_ACT = Text(
    "Tăng cường giải pháp, hoặc điều chỉnh {targets} chưa đạt tiến độ: {named}.",
    "Do more for, or revise, {targets} behind: {named}.",
)
_SPEED = Text(
    "Đẩy nhanh {targets} tiến bộ vừa phải mà mức tăng chưa đủ hoặc có thể chưa đủ: {named}.",
    "Speed up {targets} of moderate progress, whose pace is or may be too slow: {named}.",
)
_KEEP = Text(
    "Giữ mức tăng của {targets} tiến bộ vừa phải, đến nay đủ nhanh nhưng chưa dư nhiều: {named}.",
    "Keep up {targets} of moderate progress, fast enough so far with little to spare: {named}.",
)
_RENEW = Text(
    "Chuyển sang giai đoạn sau hay kết thúc {targets} đến hạn mà không đạt: {named}.",
    "Carry over or close {targets} due and missed: {named}.",
)
_SECURE = Text(
    "Bảo đảm thực hiện trong các năm tới {targets} hằng năm không đạt mà nay vẫn chưa đạt: {named}.",
    "Secure for the years to come {targets} due every year, missed and not met by now: {named}.",
)


def _stay(answer: Answer) -> Iterator[Note]:
    """The bands that are met, and that the pace so far leads out of."""
    rows = [row for row in answer.rows if row.out_of_band is not None]
    if rows:
        yield Note("stay", _STAY.fill(targets=things(rows), named=named(rows)))


_STAY = Text(
    "Giữ trong khoảng đề ra {targets} đang đạt nhưng theo đà hiện nay sẽ ra ngoài khi đến hạn: {named}.",
    "Keep within their bands {targets} met now, which the pace so far leads out of by the due date: {named}.",
)


def _account(answer: Answer) -> Iterator[Note]:
    """The targets due every year that missed years, whatever is met by now, and the years of which nobody knows."""
    missed = [(row, years) for row in answer.rows if (years := _missed(row))]
    if missed:
        yield Note("account", _of_years(_ACCOUNT, missed))
    unknown = [(row, row.every_year.unknown) for row in answer.rows if row.every_year and row.every_year.unknown]
    if unknown:
        yield Note("fill", _of_years(_FILL, unknown))


def _of_years(said: Text, found: Sequence[tuple[Standing, Sequence[int]]]) -> Text:
    """A sentence on targets due every year, the first of them by name with the years meant."""
    told = (in_a_line(row.target.name) + " (" + years_in_a_row(years) + ")" for row, years in found[:NAMED])
    names = listed(told, ", ") + others(len(found) - NAMED)
    return said.fill(targets=counted(len(found), _YEARLY), named=names)


def _missed(row: Standing) -> tuple[int, ...]:
    """The years that a target due every year missed; of one of its years that year."""
    if row.every_year is not None:
        return row.every_year.missed
    return (row.year,) if row.whole is not None and row.year is not None and state(row) == "missed" else ()


_YEARLY = Text("mục tiêu hằng năm", "yearly target")
_ACCOUNT = Text(
    "Làm rõ nguyên nhân {targets} có năm không đạt: {named}.",
    "Account for the years that {targets} missed: {named}.",
)
_FILL = Text(
    "Bổ sung số liệu của những năm còn thiếu để đánh giá {targets}: {named}.",
    "Find the figures of the years for which {targets} cannot be judged: {named}.",
)


def _survey(answer: Answer) -> Iterator[Note]:
    """New figures for what has only old ones, or one value alone; of what is over, those of its due date."""
    rows = [row for row in answer.rows if row.measurable and _wants_figures(row)]
    observed = [row.observed.date for row in rows if row.observed]
    if observed:
        said = _RESULTS if all(row.passed for row in rows) else _SURVEY
        yield Note("survey", said.fill(targets=things(rows), day=day(max(observed))))


def _wants_figures(row: Standing) -> bool:
    """True for a target to come with nothing new, and for one that is over and has no value since it was due."""
    if row.passed:
        known = row.latest is not None and row.due_day is not None and row.latest.date >= row.due_day
        return state(row) in ("starting", "open") and not known
    return row.stale or len(row.history) == 1


_RESULTS = Text(
    "Thu thập kết quả của {targets} đã đến hạn mà số liệu chỉ có đến {day}.",
    "Collect the results of {targets} that were due, whose latest figures are of {day}.",
)
_SURVEY = Text(
    "Thu thập số liệu mới cho {targets} mà số liệu chỉ có đến {day}.",
    "Collect new figures for {targets} whose latest are of {day}.",
)


def _count(answer: Answer) -> Iterator[Note]:
    rows = uncounted(answer.rows)
    number = sum(has_number(row) for row in rows)
    if rows:
        first = _FIRST.fill(number=number) if 0 < number < len(rows) else EMPTY
        yield Note("count", _COUNT.fill(targets=things(rows), first=first))


_COUNT = Text("Tổ chức thu thập số liệu để đánh giá {targets}{first}.", "Measure {targets} not assessed{first}.")
_FIRST = Text(", ưu tiên {number} mục tiêu nêu số", ", first the {number} that name a number")


def _assign(answer: Answer) -> Iterator[Note]:
    unnamed = {row.id for row in answer.rows if row.target.agency is None}
    if unnamed and answer.plan.agencies:
        yield Note("assign", _ASSIGN.fill(targets=counted(len(unnamed), _TARGET)))


_ASSIGN = Text(
    "Phân công cơ quan chịu trách nhiệm {targets} mà văn bản chưa phân công.",
    "Name the agency responsible for {targets} of which the document names none.",
)


def _settle(answer: Answer) -> Iterator[Note]:
    pairs = list(_conflicts(answer.rows))
    if pairs:
        levels = _stated(pairs[0][0]) + Text(" hay ", " or ") + _stated(pairs[0][1])
        yield Note("settle", _SETTLE.fill(levels=levels, others=others(len(pairs) - 1)))


def _stated(row: Standing) -> Text:
    return _STATED.fill(name=in_a_line(row.target.name), level=promised_text(row))


_STATED = Text("“{name}” {level}", "“{name}” {level}")
_SETTLE = Text("Chọn {levels}{others}.", "Choose {levels}{others}.")


def _conflicts(rows: Sequence[Standing]) -> Iterator[tuple[Standing, Standing]]:
    """Rows to come, of the same due year, whose targets contradict each other, every pair once."""
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            named = other.id in one.target.conflicts_with or one.id in other.target.conflicts_with
            if named and one.year == other.year and not one.passed:
                yield one, other


def _report(answer: Answer) -> Iterator[Note]:
    """Reports that are missing by the plan's own words; of the others it is not said how often they are due."""
    said = (each for each in answer.duties if not answer.plan.duties[each.duty].every_inferred)
    lacking = [each for each in said if each.missing]
    if lacking:
        missing = sorted({each for duty in lacking for each in duty.missing})
        agencies = dict.fromkeys(answer.plan.duties[each.duty].agency for each in lacking)
        by = listed((agency_name(answer.plan, each) for each in agencies), ", ")
        yield Note("report", _REPORT.fill(by=by, days=days(missing)))


_REPORT = Text(
    "Đôn đốc các báo cáo định kỳ còn thiếu ({days}): {by}.",
    "Ask for the regular reports still missing ({days}): {by}.",
)
