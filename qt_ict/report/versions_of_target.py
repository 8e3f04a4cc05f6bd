"""Every version of a target: which document stated what, and why where it says so."""

from datetime import date
from typing import Any, NamedTuple

from qt_ict.language import EMPTY, Text
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target
from qt_ict.report.document import Cell, Table
from qt_ict.report.field import Field, cells, columns
from qt_ict.report.target_fields import target_value
from qt_ict.wording.dates import day
from qt_ict.wording.statements import target_text


class StatedVersion(NamedTuple):
    """What a document makes of a target."""

    plan: Plan
    document: str
    date: date
    target: Target
    why: Text | None


VERSION: tuple[Field[Any, StatedVersion], ...] = (
    Field(
        "document", "number of the document", lambda _, version: version.document, heading=Text("Văn bản", "Document")
    ),
    Field(
        "date",
        "its date",
        lambda _, version: version.date,
        "date",
        heading=Text("Ngày", "Date"),
        cell=lambda _, version: Cell(day(version.date)),
    ),
    Field("comparator", "how it words the quantity", lambda _, version: version.target.comparator),
    Field(
        "target_value",
        "the number",
        lambda _, version: target_value(version.target),
        "list",
        heading=Text("Mức", "Target"),
        cell=lambda _, version: Cell(target_text(version.plan, version.target)),
        numeric=True,
    ),
    Field(
        "why",
        "the reason, where it gives one",
        lambda _, version: version.why,
        "text",
        heading=Text("Lý do", "Reason"),
        cell=lambda _, version: Cell(version.why or EMPTY),
    ),
)
"""What is said of a version."""


def versions(plan: Plan, first: Target) -> tuple[StatedVersion, ...]:
    """The versions of a target, oldest first; none where the first is the only one."""
    if not first.revisions:
        return ()
    start = StatedVersion(plan, first.document or plan.identity.number, first.date or plan.identity.date, first, None)
    later = sorted(first.revisions, key=lambda revision: revision.date)
    return (
        start,
        *(StatedVersion(plan, each.document, each.date, first.in_force(each.date), each.why) for each in later),
    )


def versions_table(plan: Plan, first: Target) -> Table:
    """The same as a table."""
    shown = tuple(field for field in VERSION if field.heading)
    rows = tuple(cells(shown, plan, each) for each in versions(plan, first))
    return Table(Text("Các phiên bản của mục tiêu", "Versions of the target"), columns(shown), rows)
