"""``qt-ict progress --input``: a table of series, judged by one published method."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.language import EMPTY, Text
from qt_ict.loading.series_table import SeriesRow
from qt_ict.methods.series import Judgement, Method
from qt_ict.report import words
from qt_ict.report.document import Cell, Document, Footnotes, Part, Row, Table
from qt_ict.report.field import Field, Record, cells, columns, leaves
from qt_ict.report.reply import Reply
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed, plain, written

PREDICTS = "escap"
"""The method whose rows carry ``anticipated``."""
_DIGITS = 4
"""Decimals of a value or score in a table."""


class JudgedSeries(NamedTuple):
    """What a method says of one series of a table."""

    name: str
    judgement: Judgement


class JudgedTable(NamedTuple):
    """What a method says of the series of a table."""

    method: Method
    rows: tuple[JudgedSeries, ...]
    """In the order of the table."""


def judged_table(rows: Iterable[SeriesRow], method: Method) -> JudgedTable:
    """All series of a table, judged."""
    return JudgedTable(method, tuple(JudgedSeries(row.name, method.judge(row.series)) for row in rows))


def _number(value: float | None, limits: tuple[str, ...] = ()) -> Text:
    """A number, never so rounded that it seems to reach a limit that it does not reach."""
    if value is None:
        return EMPTY
    exact = Fraction(repr(value))
    return written(Interval(exact, exact), _DIGITS, tuple(map(Fraction, limits)))


_ANTICIPATED: Field[Method, JudgedSeries] = Field(
    "anticipated",
    "progress anticipated",
    lambda _, row: row.judgement.anticipated,
    "number",
    heading=Text("Dự kiến", "Anticipated"),
    cell=lambda method, row: Cell(_number(row.judgement.anticipated, method.limits)),
    numeric=True,
)
SERIES_FIELDS: tuple[Field[Method, JudgedSeries], ...] = (
    Field("series", "name of the series", lambda _, row: row.name, heading=terms.SERIES),
    Field(
        "value",
        "the method's number",
        lambda _, row: row.judgement.value,
        "number",
        heading=terms.VALUE,
        cell=lambda method, row: Cell(_number(row.judgement.value, method.limits)),
        numeric=True,
    ),
    Field(
        "score",
        "the method's grade, where it publishes one",
        lambda _, row: row.judgement.score,
        "number",
        heading=terms.SCORE,
        cell=lambda _, row: Cell(_number(row.judgement.score)),
        numeric=True,
    ),
    Field(
        "status",
        "code of the method",
        lambda _, row: row.judgement.status,
        heading=terms.ASSESSMENT,
        cell=lambda method, row: Cell(method.statuses[row.judgement.status] if row.judgement.status else EMPTY),
    ),
    Field(
        "reason",
        "why there is no value or status",
        lambda _, row: row.judgement.reason,
        heading=terms.REASON,
        cell=lambda _, row: Cell(
            words.METHOD_REASONS[row.judgement.reason] if row.judgement.reason else EMPTY, "quiet"
        ),
    ),
    _ANTICIPATED,
    Field(
        "constants",
        "published constants that stood in for numbers",
        lambda _, row: dict(row.judgement.constants),
        "pairs",
    ),
)
"""What is said of one series; the last two only where the method or the series has them."""


def reply(found: JudgedTable) -> Reply:
    """Every series of a table, judged."""
    return Reply(
        lambda: document(found), lambda: [_record(found.method, row) for row in found.rows], leaves(SERIES_FIELDS)
    )


def _record(method: Method, row: JudgedSeries) -> Record:
    left_out = {
        *(() if method.name == PREDICTS else ("anticipated",)),
        *(() if row.judgement.constants else ("constants",)),
    }
    return {field.key: field.plain(method, row) for field in SERIES_FIELDS if field.key not in left_out}


def document(found: JudgedTable) -> Document:
    """The series as a table, and how many there are of each status."""
    footnotes = Footnotes()
    value, score, status, reason = SERIES_FIELDS[1:5]
    anticipated = (_ANTICIPATED,) if found.method.name == PREDICTS else ()
    shown = (SERIES_FIELDS[0], value, score, *anticipated, status, reason)
    rows = tuple(_with_notes(cells(shown, found.method, row), row, footnotes) for row in found.rows)
    return Document(
        found.method.title,
        (Part(tables=(Table(EMPTY, columns(shown), rows),) if rows else ()),),
        footnotes.texts,
        (Text("Giá trị: ", "Value: ") + found.method.value + ".", _counts(found)),
    )


def _with_notes(shown: Row, row: JudgedSeries, footnotes: Footnotes) -> Row:
    """A row whose name calls what stood in for its numbers."""
    constants = row.judgement.constants.items()
    used = (words.STOOD_IN[name].fill(number=Decimal(repr(value))) for name, value in constants)
    return (shown[0]._replace(notes=footnotes.numbers(used)), *shown[1:])


def _counts(found: JudgedTable) -> Text:
    """How many series there are, by status, those without one last."""
    by_status = Counter(row.judgement.status for row in found.rows)
    names = (*found.method.statuses.items(), (None, terms.NOT_ASSESSED))
    counted = [plain(by_status[status]) + " " + name for status, name in names if by_status[status]]
    return Text("{n} chuỗi{colon}{split}.", "{n} series{colon}{split}.").fill(
        n=len(found.rows), colon=": " if counted else "", split=listed(counted, ", ")
    )
