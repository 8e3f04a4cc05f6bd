"""What a report rests on: plan, data and their version, documents, assumptions, how it was reckoned."""

from collections import Counter
from collections.abc import Iterator

import qt_ict
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.document import Cell, Column, Part, Row, Table, facts
from qt_ict.report.notes import Note
from qt_ict.report.plan_report.concerned import Concerned
from qt_ict.report.progress import legend
from qt_ict.wording import terms
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import plain


def facts_of(answer: Answer) -> Table:
    """What the report is about, and of which data it speaks."""
    identity = answer.plan.identity
    register = " (" + identity.identified_by + ")" if identity.identified_by else EMPTY
    return facts(
        EMPTY,
        (
            (terms.PLAN, identity.name),
            (Text("Số, ngày", "Number, date"), Text.same(f"{identity.number}, ") + day(identity.date) + register),
            (Text("Cơ quan ban hành", "Issued by"), identity.issuer.name),
            (Text("Địa bàn", "Area"), identity.area.name),
            (Text("Số liệu đến", "Figures up to"), day(answer.as_of)),
            (
                Text("Phiên bản dữ liệu", "Version of the data"),
                Text.same(f"{answer.loaded.version}, qt-ict {qt_ict.__version__}"),
            ),
        ),
    )


def part(answer: Answer, about: Concerned) -> Part:
    """Documents, assumptions, and what every quantity is."""
    reckoned = (each.fill(now=day(answer.now)) for each in _RECKONED)
    lines = (*(note.text for note in _assumed(answer)), *reckoned, *legend(answer))
    documents = Table(Text("Văn bản", "Documents"), _COLUMNS, tuple(_documents(answer, about)))
    return Part(
        "sources",
        Text("Nguồn, giả định và cách tính", "Sources, assumptions, and how it is computed"),
        lines,
        (documents,),
        appendix=True,
    )


def _assumed(answer: Answer) -> Iterator[Note]:
    """What both questions assume; progress looks at every round, so its words go before those of the latest."""
    everywhere = answer.assumptions_on_course
    said = {note.code for note in everywhere}
    yield from (note for note in answer.assumptions if note.code not in said)
    yield from everywhere


_COLUMNS = (
    Column(terms.DOCUMENT, key="document"),
    Column(Text("Nội dung", "What it gives"), key="name"),
    Column(terms.DATE, numeric=True, whole=True, key="date"),
    Column(Text("Số số liệu", "Figures"), numeric=True, key="figures"),
)
_RECKONED = (
    Text(
        "Đạt so với mục tiêu = giá trị / mục tiêu (mục tiêu / giá trị khi càng ít càng tốt).",
        "Attained = value / target (target / value where less is better).",
    ),
    Text(
        "Chênh lệch so với mục tiêu = mục tiêu − giá trị (đảo dấu khi càng ít càng tốt); số âm là đã vượt.",
        "Gap = target − value (the other way round where less is better); below 0 is beyond the target.",
    ),
    Text(
        "Còn thiếu = số nguyên nhỏ nhất cần thêm (hoặc bớt) để đạt mục tiêu.",
        "Shortfall = the smallest whole number of things to add (or remove) to meet the target.",
    ),
    Text(
        "Cần tăng (giảm) mỗi năm từ nay = chênh lệch / số năm từ {now} đến hạn (đổi dấu khi càng ít càng tốt).",
        "Each year from now = gap / years from {now} to the due date (below 0 where less is better).",
    ),
    Text(
        "Mọi số được làm tròn một lần, từ 5 trở lên thì tăng 1; hai đầu của một khoảng có cùng số chữ số thập phân.",
        "Every number is rounded once, half up; both ends of an interval to the same number of decimals.",
    ),
)


def _documents(answer: Answer, about: Concerned) -> Iterator[Row]:
    plan = answer.plan
    identity = plan.identity
    yield _document(identity.number, identity.name, day(identity.date), EMPTY)
    for each in plan.rounds:
        if each.round.date <= answer.as_of:
            spoken_of = (figure for name, figure in each.figures.items() if about.has("figures", name))
            own = (figure.document or each.round.document or identity.number for figure in spoken_of)
            for document, figures in Counter(own).items():
                yield _document(document, each.round.name, day(each.round.date), plain(figures))
    targets = (target for name, target in plan.targets.items() if about.has("targets", name))
    later = {each.document: each.date for target in targets for each in target.revisions}
    for name, date in sorted(later.items(), key=lambda each: each[1]):
        yield _document(name, Text("Sửa đổi mục tiêu", "Revises targets"), day(date), EMPTY)


def _document(number: str, name: Text, when: Text, figures: Text) -> Row:
    return Cell(Text.same(number)), Cell(name), Cell(when, "quiet"), Cell(figures)
