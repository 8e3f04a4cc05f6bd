"""Every version of a target: which document stated what, and why where it says so."""

from collections.abc import Iterator
from datetime import date

from qt_ict.language import EMPTY, Text
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target
from qt_ict.report.document import Document, text
from qt_ict.report.page import Cell, Column, Section
from qt_ict.report.record import target_value
from qt_ict.wording.dates import day
from qt_ict.wording.statements import target_text


def section(plan: Plan, first: Target) -> list[Section]:
    """Document, date, number and reason of every version, where there are several."""
    if not first.revisions:
        return []
    rows = tuple(
        (
            Cell(Text.same(document)),
            Cell(day(since)),
            Cell(target_text(plan, version)),
            Cell(why or EMPTY),
        )
        for document, since, version, why in _versions(plan, first)
    )
    return [Section(Text("Các phiên bản của mục tiêu", "Versions of the target"), _COLUMNS, rows)]


_COLUMNS = (
    Column(Text("Văn bản", "Document")),
    Column(Text("Ngày", "Date")),
    Column(Text("Mức", "Target"), numeric=True),
    Column(Text("Lý do", "Reason")),
)


def _versions(plan: Plan, first: Target) -> Iterator[tuple[str, date, Target, Text | None]]:
    """Document, date, wording and reason, oldest first."""
    yield first.document or plan.identity.number, first.date or plan.identity.date, first, None
    for each in sorted(first.revisions, key=lambda revision: revision.date):
        yield each.document, each.date, first.in_force(each.date), each.why


def records(plan: Plan, first: Target) -> list[Document]:
    """The same as plain data; empty where the first version is the only one."""
    if not first.revisions:
        return []
    return [
        {
            "document": document,
            "date": since.isoformat(),
            "comparator": version.comparator,
            "target_value": target_value(version),
            "why": text(why) if why else None,
        }
        for document, since, version, why in _versions(plan, first)
    ]
