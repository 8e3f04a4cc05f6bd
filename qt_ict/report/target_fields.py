"""What a row says of its target: what is promised, until when, by whom, and where it is written."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from qt_ict.arithmetic.interval import Number, point
from qt_ict.arithmetic.rounding import digits_of
from qt_ict.engine.evidence import unit_of
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.model.due import Due
from qt_ict.model.indicators import CEILING
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Comparator, Measure, Revision, Target
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.document import Amount, Cell, Table
from qt_ict.report.field import Field, cells, choices, columns, number
from qt_ict.wording import dates, terms
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import listed
from qt_ict.wording.statements import target_text

UNMEASURED = ("none", "proxy")
"""Measures under which nobody counted the thing itself."""


def due_text(target: Target, year: int | None) -> Text:
    """When a target is due, in short, as it stands in one row."""
    if target.due is None:
        return words.NO_YEAR
    match target.due.kind:
        case "yearly":
            return yearly_text(target.due) if year is None else words.IN_ONE_YEAR.fill(year=str(year))
        case "after":
            return words.AFTER.fill(year=str(target.due.years[0]))
    when = dates.due_day(target.due.finer) if target.due.finer else Text.same(year)
    return when + words.MILESTONE if target.due.is_milestone else when


def yearly_text(due: Due) -> Text:
    """That a target is due every year, with the first and the last of them where it names them."""
    return words.YEARLY_IN.fill(years="–".join(map(str, due.years))) if due.years else words.YEARLY


def due_heading(row: Standing) -> Text:
    """The same with the words before it: due in a year, or due where it is no single year."""
    due = row.target.due
    in_year = row.year is not None and row.due_day is not None and not (due and due.finer)
    return (terms.DUE_IN if in_year else terms.DUE) + due_text(row.target, row.year)


def agency_name(plan: Plan, agency: str | None) -> Text:
    """The name of an agency; empty without one."""
    return plan.agencies[agency].name if agency else EMPTY


def target_value(version: Target | Revision) -> Any:
    """The number of a target, two for "between", 100 for "all"; None where words carry no number."""
    if version.comparator == "all":
        return CEILING
    if isinstance(version.value, tuple):
        return [number(each) if isinstance(each, int) else float(each) for each in version.value]
    return float(version.value) if isinstance(version.value, Decimal) else version.value


def promised(row: Standing, version: Target) -> tuple[Number | Decimal, ...]:
    """The number of a version of a row's target, computed from the baseline where it is said by it; exact.

    Two numbers where it is ``between``, or where the baseline that it is computed from is a range; none where words
    carry no number.
    """
    is_all = version.comparator == "all" and version.indicator is not None and row.unit.kind != "share"
    if version.from_baseline is not None or is_all:
        return row.reckoned(version)
    if version.comparator == "all":
        return (CEILING,)
    if isinstance(version.value, tuple):
        return version.value
    return () if version.value is None else (version.value,)


def promised_text(row: Standing) -> Text:
    """Comparator and number of a row's target, and what is said of the baseline where it is computed from that."""
    return target_text(row.plan, row.target, row.reckoned(row.target))


def no_number(row: Standing) -> dict[str, Reason]:
    """Why a target has no number, where it has none."""
    if promised(row, row.target):
        return {}
    follows = row.target.from_baseline is not None or row.target.comparator == "all"
    return {"target_value": (row.distance.reason if follows else None) or Reason.NO_THRESHOLD}


def stated_cell(_: Any, row: Standing) -> Cell:
    """Comparator and number of a target; behind "between" and "all" stands the number that meets them."""
    amount = None
    if row.line is not None:
        value = row.target.value
        amount = Amount(point(row.line.number), digits_of(value) if isinstance(value, Decimal) else 0)
    return Cell(promised_text(row), amount=amount)


TARGET: Field[Answer, Standing] = Field(
    "target",
    "id of the target",
    lambda _, row: row.id,
    names="targets",
    required=True,
    heading=terms.ID,
    cell=lambda _, row: Cell(Text.same(row.id), "quiet"),
    whole=True,
)
INDICATOR: Field[Answer, Standing] = Field(
    "indicator",
    "id; null where nothing measures the target, the related indicator of a proxy",
    lambda _, row: row.target.indicator,
    names="indicators",
)
NAME: Field[Answer, Standing] = Field(
    "name", "name of the target", lambda _, row: row.target.name, "plan_text", heading=Text("Nội dung", "Subject")
)
DOMAIN: Field[Answer, Standing] = Field("domain", "id", lambda _, row: row.target.domain, names="domains")
AGENCY: Field[Answer, Standing] = Field(
    "agency",
    "id of the agency that leads; null where the plan names none",
    lambda _, row: row.target.agency,
    names="agencies",
    heading=terms.AGENCY,
    cell=lambda _, row: Cell(agency_name(row.plan, row.target.agency)),
)
COOPERATING: Field[Answer, Standing] = Field(
    "cooperating",
    "ids of the agencies that the plan names beside it as cooperating",
    lambda _, row: list(row.target.cooperating),
    "list",
    heading=Text("Phối hợp", "Cooperating"),
    cell=lambda _, row: Cell(listed((agency_name(row.plan, each) for each in row.target.cooperating), "; ")),
    aside=True,
)
YEAR: Field[Answer, Standing] = Field(
    "year",
    "calendar year the target is listed under, or null",
    lambda _, row: row.year,
    "year",
    heading=terms.DUE_YEAR,
    cell=lambda _, row: Cell(due_text(row.target, row.year), "quiet"),
    numeric=True,
    leading=True,
)
DUE_DAY: Field[Answer, Standing] = Field(
    "due_day", "the last day on which it is met in time, or null", lambda _, row: row.due_day, "date"
)
ON_THE_WAY: Field[Answer, Standing] = Field(
    "milestone",
    "whether it is a milestone on the way to what the target promises",
    lambda _, row: row.milestone is not None,
    "boolean",
)
IDENTIFICATION = (TARGET, INDICATOR, NAME, DOMAIN, AGENCY, YEAR, DUE_DAY, ON_THE_WAY)

COMPARATOR: Field[Answer, Standing] = Field(
    "comparator",
    "how the document words the quantity",
    lambda _, row: row.target.comparator,
    words=choices(Comparator),
)
TARGET_VALUE: Field[Answer, Standing] = Field(
    "target_value",
    "number, two of them for between, 100 for all, null for words alone; computed from the baseline where "
    "`from_baseline` says so, two numbers where that is a range [`unit`]",
    lambda _, row: promised(row, row.target),
    "numbers",
)
FROM_BASELINE: Field[Answer, Standing] = Field(
    "from_baseline",
    "what the document makes of the baseline (`double`, `+10 points`); null where it names a number",
    lambda _, row: row.target.from_baseline and row.target.from_baseline.said,
)
STATED: Field[Answer, Standing] = Field(
    "target",
    "the target in words",
    lambda _, row: promised_text(row),
    "text",
    heading=terms.TARGET,
    cell=stated_cell,
    numeric=True,
    leading=True,
)
"""Comparator and number as a table shows them."""
UNIT: Field[Answer, Standing] = Field(
    "unit",
    "id of the unit of `value`, `target_value`, `gap` and `required.linear`; shares are `%` on 0–100",
    lambda _, row: unit_of(row.plan, row.target),
    names="units",
)
DOCUMENT: Field[Answer, Standing] = Field(
    "document",
    "the document whose version counts: in force when the target was due, or on the last day known",
    lambda _, row: row.document,
)
SINCE: Field[Answer, Standing] = Field(
    "from",
    "the date whose value it is computed from; null where that is the baseline, or where it names a number",
    lambda _, row: row.target.since and row.target.since.day,
    "date",
)
BAND: Field[Answer, Standing] = Field(
    "band",
    "whether both ends of `between` bind, so that leaving them either way misses it",
    lambda _, row: row.target.band,
    "boolean",
)
PROMISED = (COMPARATOR, TARGET_VALUE, BAND, FROM_BASELINE, SINCE, UNIT, DOCUMENT)

MEASURE: Field[Answer, Standing] = Field(
    "measure",
    "how the figures measure it",
    lambda _, row: row.target.measure,
    words=choices(Measure),
    heading=Text("Cách đo", "Measured"),
    cell=lambda _, row: Cell(
        words.MEASURES[row.target.measure], "quiet" if row.target.measure in UNMEASURED else "plain"
    ),
)
SOURCE: Field[Answer, Standing] = Field(
    "source",
    "where it is written",
    type="object",
    fields=(
        Field("items", "parts and items of the plan", lambda _, row: list(row.target.source), "list"),
        Field("file", "file of the data", lambda answer, row: answer.place(row)[0]),
        Field("line", "line of the data", lambda answer, row: answer.place(row)[1], "integer"),
    ),
    heading=terms.ITEM,
    cell=lambda _, row: Cell(Text.same(", ".join(row.target.source))),
)
FIRST_VERSION: tuple[Field[Answer, Standing], ...] = (
    Field("comparator", "how the first version words the quantity", lambda _, row: row.first.comparator),
    Field("target_value", "its number", lambda _, row: promised(row, row.first), "numbers"),
    Field("document", "the document that first stated it", lambda _, row: row.first_document),
)
"""What the target said before a later document revised it."""


def revised(row: Standing) -> Standing | None:
    """The row where a later document has revised its target."""
    return row if row.revision else None


class StatedVersion(NamedTuple):
    """What a document makes of a target."""

    plan: Plan
    document: str
    date: date
    target: Target
    why: Text | None


VERSION: tuple[Field[Any, StatedVersion], ...] = (
    Field("document", "number of the document", lambda _, version: version.document, heading=terms.DOCUMENT),
    Field(
        "date",
        "its date",
        lambda _, version: version.date,
        "date",
        heading=terms.DATE,
        cell=lambda _, version: Cell(day(version.date)),
    ),
    Field("comparator", "how it words the quantity", lambda _, version: version.target.comparator),
    Field(
        "target_value",
        "the number",
        lambda _, version: target_value(version.target),
        "list",
        heading=terms.TARGET,
        cell=lambda _, version: Cell(target_text(version.plan, version.target)),
        numeric=True,
    ),
    Field(
        "from_baseline",
        "what it makes of the baseline; null where it names a number",
        lambda _, version: version.target.from_baseline and version.target.from_baseline.said,
    ),
    Field(
        "why",
        "the reason, where it gives one",
        lambda _, version: version.why,
        "plan_text",
        heading=terms.REASON,
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
