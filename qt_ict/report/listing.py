"""Tables of targets: the name first, under the headings of the plan, counts at the end."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from qt_ict.engine.assessment import Assessment
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.plan import Plan
from qt_ict.report import sentences
from qt_ict.report.assessed import Assessed
from qt_ict.report.notes import due_text
from qt_ict.report.page import Cell, Column, Footnotes, Group, Row, Section
from qt_ict.wording.dates import day, short_day
from qt_ict.wording.quantities import listed, plain

CellsOf = Callable[[Assessed, Assessment], Row]


def listing(
    report: Assessed,
    heading: Text,
    columns: tuple[Column, ...],
    rows: Sequence[Assessment],
    cells_of: CellsOf,
    footnotes: Footnotes,
    *,
    dated: bool = False,
) -> Section:
    """A table of targets: name, due year where years mix, and the cells given.

    Args:
        report: What the rows are of.
        heading: Heading of the table.
        columns: Columns of the cells given.
        rows: The rows.
        cells_of: Gives the cells of a row.
        footnotes: Where the notes of the rows go.
        dated: True where the dates of the values stand beside them.
    """
    of = (Column(Text("Ngày", "Date"), numeric=True),) if dated else ()
    due = () if report.selection.year else (Column(Text("Hạn", "Due"), numeric=True),)
    found: list[tuple[str, Row]] = []
    for row in rows:
        target = row.plan.targets[row.target]
        notes = tuple(footnotes.number(note.text) for note in report.notes(row))
        year = (Cell(due_text(target, row.year), "quiet"),) if due else ()
        when = (_date_cell(row),) if dated else ()
        found.append((target.domain, (Cell(target.name, notes=notes), *year, *when, *cells_of(report, row))))
    grouped = by_domain(report.plan, found) if report.selection.sort == "plan" else tuple(row for _, row in found)
    return Section(heading, (Column(Text("Nội dung", "Subject")), *due, *of, *columns), grouped)


def by_domain(plan: Plan, rows: Iterable[tuple[str, Row]]) -> tuple[Row | Group, ...]:
    """Rows with the headings of their domains between them."""
    found: list[Row | Group] = []
    current = None
    for domain, row in rows:
        if domain != current:
            found.append(Group(plan.domains[domain].name))
            current = domain
        found.append(row)
    return tuple(found)


def dates(rows: Iterable[Assessment]) -> list[date]:
    """The dates of the values of some rows, each once, oldest first."""
    return sorted({row.observed.date for row in rows if row.observed})


def value_heading(rows: Iterable[Assessment]) -> Text:
    """What stands above the values of some rows: their year or date where it is one."""
    found = dates(rows)
    if len(found) != 1:
        return Text("Giá trị", "Value")
    return short_day(found[0])


def _date_cell(row: Assessment) -> Cell:
    return Cell(day(row.observed.date) if row.observed else EMPTY, "quiet")


def title(report: Assessed, subject: Text) -> Text:
    """The subject, the year asked for, the area and the plan."""
    year = report.selection.year
    when = Text(" đến hạn {year}", " due in {year}").fill(year=str(year)) if year else EMPTY
    return subject + when + " – " + plan_name(report.loaded)


def plan_name(loaded: Loaded) -> Text:
    """The area and the number of a plan."""
    identity = loaded.plan.identity
    return identity.area.name + f", {identity.number}"


def closing(report: Assessed) -> tuple[Text, ...]:
    """Counts by status, assumptions, and the plan used."""
    return _counts(report), *(note.text for note in report.assumptions), plan_line(report.loaded)


def _counts(report: Assessed) -> Text:
    counts = Counter(row.status for row in report.rows)
    parts = [(plain(counts[status]) + " " + sentences.STATUSES[status]) for status in STATUSES]
    by_status = listed(parts, ", ")
    targets = len({row.target for row in report.rows})
    line = _TARGETS.fill(n=targets, listed=by_status)
    if targets < len(report.rows):
        line = _TARGETS_IN_ROWS.fill(n=targets, rows=len(report.rows), listed=by_status)
    if not report.undated:
        return line
    rest = Text(
        " Còn {n} mục tiêu không có năm đích, xem: qt-ict gap.",
        " {n} more have no due year, see: qt-ict gap.",
    )
    return line + rest.fill(n=report.undated)


_TARGETS = Text("{n} mục tiêu: {listed}.", "{n} targets: {listed}.")
_TARGETS_IN_ROWS = Text(
    "{n} mục tiêu trên {rows} dòng (có mục tiêu đứng ở nhiều năm): {listed}.",
    "{n} targets in {rows} rows (some stand under several years): {listed}.",
)


def plan_line(loaded: Loaded) -> Text:
    """Which plan was used, and whether it is the one that comes with the package."""
    folder = loaded.folder
    if folder == ".":
        return Text("Dữ liệu: thư mục hiện tại.", "Data: the current folder.")
    if loaded.shipped:
        return Text(
            "Dữ liệu: kế hoạch kèm theo qt-ict ({folder}).", "Data: the plan shipped with qt-ict ({folder})."
        ).fill(folder=folder)
    return Text("Dữ liệu: {folder}.", "Data: {folder}.").fill(folder=folder)
