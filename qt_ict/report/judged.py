"""``qt-ict progress --input``: a table of series, judged by one published method."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.language import EMPTY, Text
from qt_ict.loading.series_table import SeriesRow
from qt_ict.methods.series import Judgement, Method
from qt_ict.report import sentences
from qt_ict.report.document import Document
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row, Section
from qt_ict.wording.quantities import listed, plain, written

COLUMNS = ("series", "value", "score", "status", "reason", "anticipated", "constants")
"""Columns of a CSV file, the same for every method."""
PREDICTS = "escap"
"""The method whose rows carry ``anticipated``."""
_DIGITS = 4
"""Decimals of a value or score in a table."""


class Judged(NamedTuple):
    """What a method says of the series of a table."""

    method: Method
    rows: tuple[tuple[str, Judgement], ...]
    """Name and judgement of each, in the order of the table."""


def judged(rows: Iterable[SeriesRow], method: Method) -> Judged:
    """All series of a table, judged."""
    return Judged(method, tuple((row.name, method.judge(row.series)) for row in rows))


def document(report: Judged) -> list[Document]:
    """One object a series; see docs/methods.md."""
    return [_record(report.method, name, judgement) for name, judgement in report.rows]


def _record(method: Method, name: str, judgement: Judgement) -> Document:
    record: Document = {
        "series": name,
        "value": judgement.value,
        "score": judgement.score,
        "status": judgement.status,
        "reason": judgement.reason,
    }
    if method.name == PREDICTS:
        record["anticipated"] = judgement.anticipated
    if judgement.constants:
        record["constants"] = dict(judgement.constants)
    return record


def page(report: Judged) -> Page:
    """The series as a table, and how many there are of each status."""
    footnotes = Footnotes()
    rows = tuple(_row(report.method, name, judgement, footnotes) for name, judgement in report.rows)
    return Page(
        title=report.method.title,
        sections=(Section(EMPTY, tuple(_columns(report.method)), rows),) if rows else (),
        notes=footnotes.texts,
        closing=((_VALUE + report.method.value + "."), _counts(report)),
    )


_VALUE = Text("Giá trị: ", "Value: ")


def _columns(method: Method) -> Iterator[Column]:
    yield Column(Text("Chuỗi", "Series"))
    yield Column(Text("Giá trị", "Value"), numeric=True)
    yield Column(Text("Điểm", "Score"), numeric=True)
    if method.name == PREDICTS:
        yield Column(Text("Dự kiến", "Anticipated"), numeric=True)
    yield Column(Text("Kết quả", "Status"))
    yield Column(Text("Lý do", "Reason"))


def _row(method: Method, name: str, judgement: Judgement, footnotes: Footnotes) -> Row:
    used = [sentences.STOOD_IN[each].fill(number=Decimal(repr(value))) for each, value in judgement.constants.items()]
    anticipated = (Cell(_number(judgement.anticipated, method.limits)),) if method.name == PREDICTS else ()
    return (
        Cell(Text.same(name), notes=tuple(map(footnotes.number, used))),
        Cell(_number(judgement.value, method.limits)),
        Cell(_number(judgement.score)),
        *anticipated,
        Cell(method.statuses[judgement.status] if judgement.status else EMPTY),
        Cell(sentences.METHOD_REASONS[judgement.reason] if judgement.reason else EMPTY, "quiet"),
    )


def _number(value: float | None, limits: tuple[str, ...] = ()) -> Text:
    """A number, never so rounded that it seems to reach a limit that it does not reach."""
    if value is None:
        return EMPTY
    exact = Fraction(repr(value))
    return written(Interval(exact, exact), _DIGITS, tuple(map(Fraction, limits)))


def _counts(report: Judged) -> Text:
    """How many series there are, by status, those without one last."""
    found = Counter(judgement.status for _, judgement in report.rows)
    words = (*report.method.statuses.items(), (None, Text("không kết luận", "not judged")))
    counted = [(plain(found[status]) + " " + word) for status, word in words if found[status]]
    total = len(report.rows)
    return Text("{n} chuỗi{colon}{split}.", "{n} series{colon}{split}.").fill(
        n=total, colon=": " if counted else "", split=listed(counted, ", ")
    )
