"""What a published method says of a target, as cells and as plain data."""

from collections.abc import Iterable
from decimal import Decimal

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.progress import Progress
from qt_ict.engine.published import Published
from qt_ict.engine.reasons import Reason
from qt_ict.language import EMPTY, Text
from qt_ict.methods.series import Method
from qt_ict.report import sentences
from qt_ict.report.document import Document, quantity
from qt_ict.report.page import Cell, Column, Row
from qt_ict.wording.quantities import listed, written

METHOD_COLUMNS = (
    Column(Text("Trị số", "Value"), numeric=True),
    Column(Text("Điểm", "Score"), numeric=True),
    Column(Text("Kết quả", "Status")),
    Column(Text("Lý do", "Reason")),
)
_DIGITS = 4
"""Decimals of a value or score."""


def about(method: Method) -> Text:
    """Which method was applied, and what its value is."""
    return Text("Phương pháp {title} ({name}); trị số: {value}.", "Method {title} ({name}); value: {value}.").fill(
        title=method.title, name=method.name, value=method.value
    )


def strictness(rows: Iterable[Progress]) -> tuple[Text, ...]:
    """What a method makes of "more than": nothing of its own."""
    return (_STRICTNESS,) if any(row.line and row.line.strict for row in rows) else ()


_STRICTNESS = Text(
    'Các phương pháp đã công bố không phân biệt "trên" với "từ": đúng bằng con số cũng là đạt.',
    'Published methods do not tell "more than" from "at least": the number itself meets a target.',
)


def method_row(method: Method, found: Published) -> Row:
    """Value, score, status, reason of what a method says."""
    value = number_text(found.value)
    if found.anticipated is not None:
        more = Text("; dự kiến ", "; anticipated ") + number_text(found.anticipated)
        value = value + more
    return (
        Cell(value),
        Cell(number_text(found.score)),
        Cell(status_text(method, found)),
        Cell(reason_text(found), "quiet"),
    )


def number_text(value: Interval | None) -> Text:
    """A value or score; empty without one."""
    return EMPTY if value is None else written(value, _DIGITS)


def status_text(method: Method, found: Published) -> Text:
    """The status, or all that are possible, worst first."""
    *others, last = [method.statuses[each] for each in reversed(found.status)] or [EMPTY]
    return (listed(others, ", ") + Text(" hoặc ", " or ") + last) if others else last


def reason_text(found: Published) -> Text:
    """Why there is no value or status, and which published constants stood in for numbers."""
    used = [sentences.STOOD_IN[name].fill(number=Decimal(repr(value))) for name, value in found.constants.items()]
    if found.reason is None:
        return listed(used)
    if isinstance(found.reason, Reason):
        return listed([sentences.REASONS[found.reason], *used])
    return listed([sentences.METHOD_REASONS[found.reason], *used])


def record(method: Method, found: Published) -> Document:
    """What a method says as plain data."""
    return {
        "name": method.name,
        "value": quantity(found.value),
        "anticipated": quantity(found.anticipated),
        "score": quantity(found.score),
        "status": list(found.status),
        "reason": found.reason,
        "constants": dict(found.constants),
    }
