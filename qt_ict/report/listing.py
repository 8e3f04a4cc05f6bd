"""Tables of targets: the name first, under the headings of the plan, counts at the end."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import EMPTY, Text
from qt_ict.model.plan import Plan
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.document import Cell, Footnotes, Group, Row, Table
from qt_ict.report.field import Field, cells, columns
from qt_ict.report.notes import Note
from qt_ict.report.plan_words import plan_line, plan_name
from qt_ict.report.target_fields import NAME, YEAR
from qt_ict.wording import terms
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import listed, plain

NotesOf = Callable[[Standing], Iterable[Note]]


def listing(
    answer: Answer,
    heading: Text,
    fields: Sequence[Field[Answer, Standing]],
    rows: Sequence[Standing],
    notes_of: NotesOf,
    footnotes: Footnotes,
) -> Table:
    """A table of targets: name, due year where years mix, and the fields given.

    Args:
        answer: What the rows are of.
        heading: Heading of the table.
        fields: What each row says.
        rows: The rows.
        notes_of: Gives the notes of a row.
        footnotes: Where they go.
    """
    shown = (*(() if answer.question.selection.year else (YEAR,)), *fields)
    found = [(row, (named(row, notes_of, footnotes), *cells(shown, answer, row))) for row in rows]
    grouped = answer.question.selection.sort == "plan"
    return Table(
        heading,
        columns((NAME, *shown)),
        by_domain(answer.plan, found) if grouped else tuple(row for _, row in found),
    )


def named(row: Standing, notes_of: NotesOf, footnotes: Footnotes) -> Cell:
    """The name of a target with the numbers of its notes."""
    return Cell(row.target.name, notes=footnotes.numbers(note.text for note in notes_of(row)))


def by_domain(plan: Plan, rows: Iterable[tuple[Standing, Row]]) -> tuple[Row | Group, ...]:
    """Rows with the headings of their domains between them."""
    found: list[Row | Group] = []
    current = None
    for standing, row in rows:
        if standing.target.domain != current:
            current = standing.target.domain
            found.append(Group(plan.domains[current].name))
        found.append(row)
    return tuple(found)


def dates(rows: Iterable[Standing]) -> list[date]:
    """The dates of the values of some rows, each once, oldest first."""
    return sorted({row.observed.date for row in rows if row.observed})


def value_heading(rows: Iterable[Standing]) -> Text:
    """What stands above the values of some rows: their year or date where it is one."""
    found = dates(rows)
    return short_day(found[0]) if len(found) == 1 else terms.VALUE


def title(answer: Answer, subject: Text) -> Text:
    """The subject, the year asked for, the area and the plan."""
    year = answer.question.selection.year
    when = Text(" năm {year}", " due in {year}").fill(year=str(year)) if year else EMPTY
    return subject + when + " – " + plan_name(answer.loaded)


def closing(answer: Answer) -> tuple[Text, ...]:
    """Counts by status, assumptions, and the plan used."""
    return counts(answer), *(note.text for note in answer.assumptions), plan_line(answer.loaded)


def counts(answer: Answer) -> Text:
    """How many targets there are, by status."""
    found = Counter(row.distance.status for row in answer.rows)
    by_status = listed((plain(found[status]) + " " + words.STATUSES[status] for status in STATUSES), ", ")
    targets = len({row.id for row in answer.rows})
    one = targets == 1
    line = (_TARGET if one else _TARGETS).fill(n=targets, listed=by_status)
    if targets < len(answer.rows):
        line = (_TARGET_IN_ROWS if one else _TARGETS_IN_ROWS).fill(n=targets, rows=len(answer.rows), listed=by_status)
    return line + _REST.fill(n=answer.undated) if answer.undated else line


_TARGET = Text("{n} mục tiêu: {listed}.", "{n} target: {listed}.")
_TARGETS = Text("{n} mục tiêu: {listed}.", "{n} targets: {listed}.")
_TARGET_IN_ROWS = Text(
    "{n} mục tiêu trên {rows} dòng (có mục tiêu đứng ở nhiều năm): {listed}.",
    "{n} target in {rows} rows (it stands under several years): {listed}.",
)
_TARGETS_IN_ROWS = Text(
    "{n} mục tiêu trên {rows} dòng (có mục tiêu đứng ở nhiều năm): {listed}.",
    "{n} targets in {rows} rows (some stand under several years): {listed}.",
)
_REST = Text(
    " Còn {n} mục tiêu không có năm đích, xem: qt-ict gap.",
    " {n} more have no due year, see: qt-ict gap.",
)
