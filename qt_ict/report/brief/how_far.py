"""What the state is, in sentences: how many targets, by figures of which date, how far they are, what is besides."""

from collections.abc import Iterator, Sequence

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.standing import Standing
from qt_ict.engine.state import state
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.brief.named import named
from qt_ict.report.brief.worst import by_share, short_now, unmet
from qt_ict.report.cells import share_cell
from qt_ict.report.document import Part
from qt_ict.report.listing import dates
from qt_ict.report.tallied import in_words, tally, things
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import listed


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
    yield from _besides(answer)


def _how_many(answer: Answer) -> Text:
    return _HOW_MANY.fill(day=day(answer.as_of), targets=things(answer.rows), said=in_words(tally(answer.rows)))


_NONE = Text("Không có mục tiêu nào như đã chọn.", "No target is as asked for.")
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
    """How many are not met, on track or not, and from where to where they lie, by the most that they can have."""
    missed = unmet(rows)
    short = short_now(missed)
    shares = [share for share, _ in by_share(short)]
    if missed:
        apart = _apart(bare=len(short) - len(shares), late=len(missed) - len(short))
        yield _UNMET.fill(targets=things(missed), span=_span(shares) if shares else EMPTY, apart=apart)


def _apart(bare: int, late: int) -> Text:
    """In brackets those of which the span does not speak: without a ratio to the target, and met too late."""
    said = [text.fill(number=number) for text, number in ((_BARE, bare), (_LATE, late)) if number]
    return " (" + listed(said, ", ") + ")" if said else EMPTY


def _span(shares: Sequence[Interval]) -> Text:
    """From the farthest to the nearest, at the most that each can be."""
    first, last = (share_cell(Interval(each.high, each.high), 1, (100,)).text for each in (shares[0], shares[-1]))
    most = [EMPTY if each.is_point else _MOST for each in (shares[0], shares[-1])]
    # Of the farthest end a bound is said first; of the nearest only where the farthest is exact.
    ends = first if first == last else first + Text(" đến ", " to ") + (EMPTY if most[0] else most[1]) + last
    return _SPAN.fill(at=most[0] or _AT, ends=ends)


_AT, _MOST = Text("", "at "), Text("nhiều nhất ", "at most ")
_UNMET = Text(
    "Chưa đạt: {targets}{span}{apart}.",
    "Not met: {targets}{span}{apart}.",
)
_SPAN = Text(", mới được {at}{ends} mức đề ra", ", {at}{ends} of what was set")
_BARE = Text("{number} mục không tính được tỷ lệ", "{number} of them without such a ratio")
_LATE = Text("{number} mục nay đã đạt", "{number} of them met by now")


def _besides(answer: Answer) -> Iterator[Text]:
    """What other years hold, where the page is about one; what was missed by name."""
    if answer.others:
        found = tally(answer.others)
        missed = [row for row in answer.others if state(row) == "missed"]
        names = Text.same(": ") + named(missed, with_due=True) if missed else EMPTY
        # Of one state alone its number is that of the targets.
        said = " " + words.STATES[next(iter(found))] if len(found) == 1 else ": " + in_words(found)
        year = str(answer.question.selection.year)
        yield _BESIDES.fill(year=year, targets=things(answer.others), said=said, names=names)


_BESIDES = Text("Ngoài năm {year} còn {targets}{said}{names}.", "Besides {year}, {targets}{said}{names}.")
