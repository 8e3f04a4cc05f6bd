"""Tables of targets: the name first, under the headings of the plan, counts at the end."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date

from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import EMPTY, Text
from qt_ict.model.plan import Plan
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.document import Aside, Cell, Footnotes, Group, Row, Table
from qt_ict.report.field import Field, cells, columns
from qt_ict.report.notes import NEEDLESS, Note, needless
from qt_ict.report.plan_words import plan_line, plan_name
from qt_ict.report.selection import WITHIN_UNITS, is_yearly, narrowed, rank_unit
from qt_ict.report.tallied import things
from qt_ict.report.target_fields import NAME, YEAR
from qt_ict.wording import terms
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import counted, listed, plain

NotesOf = Callable[[Standing], Iterable[Note]]


def listing(
    answer: Answer,
    heading: Text,
    fields: Sequence[Field[Answer, Standing]],
    rows: Sequence[Standing],
    notes_of: NotesOf,
    footnotes: Footnotes,
    instead: Text = EMPTY,
    needless_codes: Collection[str] = NEEDLESS,
) -> Table:
    """A table of targets: name, due year where years mix, and the fields given.

    Args:
        answer: What the rows are of.
        heading: Heading of the table.
        fields: What each row says.
        rows: The rows.
        notes_of: Gives the notes of a row.
        footnotes: Where they go.
        instead: What stands in its place where there is little room.
        needless_codes: Codes of notes that say more than is needed.
    """
    shown = (*(() if answer.question.selection.year else (YEAR,)), *fields)
    found = [(row, (named(row, notes_of, footnotes, needless_codes), *cells(shown, answer, row))) for row in rows]
    return Table(heading, columns((NAME, *shown)), _grouped(answer, found), instead)


def named(row: Standing, notes_of: NotesOf, footnotes: Footnotes, codes: Collection[str] = NEEDLESS) -> Cell:
    """The name of a target with the numbers of its notes.

    Args:
        row: The target.
        notes_of: Gives its notes.
        footnotes: Where they go.
        codes: Codes of notes that say more than is needed.
    """
    notes = list(notes_of(row))
    return Cell(row.target.name, notes=footnotes.numbers((each.text for each in notes), needless(notes, codes)))


def folded(
    fields: Iterable[Field[Answer, Standing]], kept: Collection[Field[Answer, Standing]]
) -> tuple[Field[Answer, Standing], ...]:
    """Fields of which a screen shows some, the others where it is asked for all."""
    return tuple(each if each in kept else each.headed(each.heading, aside=True) for each in fields)


def _grouped(answer: Answer, rows: Sequence[tuple[Standing, Row]]) -> tuple[Row | Group, ...]:
    """Rows under the headings of what they are sorted within: their domains, or their units of measure."""
    sort = answer.question.selection.sort
    if sort == "plan":
        return _headed(rows, lambda row: Group(answer.plan.domains[row.target.domain].name, _apart(row)))
    if sort not in WITHIN_UNITS:
        return tuple(row for _, row in rows)
    units = {id_: each.name for id_, each in answer.plan.units.items()}
    return _headed(rows, lambda row: Group(units.get(rank_unit(row, sort) or "", words.NOT_COMPUTED), _apart(row)))


def _apart(row: Standing) -> Text:
    """What tells rows at the end of a list from those of the same heading above, which are due in a year."""
    if row.year is not None:
        return EMPTY
    return _YEARLY if is_yearly(row) else _UNDATED


_YEARLY = Text("Mục tiêu hằng năm", "Yearly targets")
_UNDATED = Text("Không có năm đích", "No due year")


NO_FORECAST = Text("chưa dự báo được", "have no forecast")


def uncounted(rows: Sequence[Standing], why: Callable[[Standing], Text], what: Text = terms.NOT_ASSESSED) -> Text:
    """How many rows cannot be judged, by reason, in one line.

    Args:
        rows: The rows.
        why: The reason of each.
        what: What they lack.
    """
    targets = len({row.id for row in rows})
    several = Text("dòng", "row") if targets < len(rows) else Text("mục tiêu", "target")
    return cannot(counted(len(rows), several), map(why, rows), what)


def cannot(things: Text, reasons: Iterable[Text], what: Text = terms.NOT_ASSESSED) -> Text:
    """A line that says of how many things nothing can be said, and how often for which reason."""
    tally = Counter(reasons)
    said = listed((plain(count) + " " + reason for reason, count in tally.most_common()), ", ")
    return _CANNOT.fill(things=things, what=what, reasons=said)


_CANNOT = Text(
    "{things} {what}: {reasons}; liệt kê: --all.",
    "{things} {what}: {reasons}; to list them: --all.",
)


def by_domain(plan: Plan, rows: Iterable[tuple[Standing, Row]]) -> tuple[Row | Group, ...]:
    """Rows with the headings of their domains between them."""
    return _headed(rows, lambda row: Group(plan.domains[row.target.domain].name))


def _headed(rows: Iterable[tuple[Standing, Row]], heading: Callable[[Standing], Group]) -> tuple[Row | Group, ...]:
    """Rows with a heading wherever it changes."""
    found: list[Row | Group] = []
    current = None
    for standing, row in rows:
        if heading(standing) != current:
            current = heading(standing)
            found.append(current)
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
    return subject + when + " – " + plan_name(answer.loaded) + narrowed(answer.plan, answer.question.selection)


def closing(answer: Answer) -> tuple[Text, ...]:
    """Counts by status, the order, assumptions, and the plan used."""
    return (
        counts(answer),
        *order(answer),
        *(note.text for note in answer.assumptions),
        plan_line(answer.loaded),
    )


def order(answer: Answer) -> Iterator[Text]:
    """What the rows are sorted by, where that is not the plan's order."""
    sort = answer.question.selection.sort
    if sort != "plan":
        yield words.SORTED[sort] + words.SORTED_LAST[sort]


def aside(answer: Answer, footnotes: Footnotes, lines: Iterable[Text] = ()) -> Aside:
    """What a screen leaves out of an answer: needless notes, and which past cases were counted for them.

    Args:
        answer: What is said.
        footnotes: Its notes.
        lines: Further lines at the end that speak of columns left out.
    """
    found = (*answer.assumptions, *answer.assumptions_on_course)
    classes = (note.text for note in found if note.code == "reference-class")
    return Aside(footnotes.aside, frozenset((*classes, *lines)))


def counts(answer: Answer) -> Text:
    """How many targets there are, by status."""
    found = Counter(row.status for row in answer.rows)
    by_status = listed((plain(found[status]) + " " + words.STATUSES[status] for status in STATUSES), ", ")
    targets = len({row.id for row in answer.rows})
    one = targets == 1
    line = (_TARGET if one else _TARGETS).fill(n=targets, listed=by_status)
    if any(row.milestone for row in answer.rows):
        line = _OF_THINGS.fill(things=things(answer.rows), listed=by_status)
    elif targets < len(answer.rows):
        line = (_TARGET_IN_ROWS if one else _TARGETS_IN_ROWS).fill(n=targets, rows=len(answer.rows), listed=by_status)
    return line + _REST.fill(n=answer.undated) if answer.undated else line


_OF_THINGS = Text("{things}: {listed}.", "{things}: {listed}.")
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
