"""The tables of a document as the sheets of a workbook: one header row, one fact a cell, nothing but rows."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.arithmetic.interval import point
from qt_ict.language import EMPTY, Text
from qt_ict.report.document import Amount, Cell, Column, Document, Group, Part, Row, Table
from qt_ict.wording import terms


class Tab(NamedTuple):
    """A table with a sheet of its own."""

    name: Text
    """What the tab should be called, before it is cut to what a tab holds."""
    columns: tuple[Column, ...]
    """Those that are printed, then those aside."""
    rows: tuple[Row, ...]
    paragraphs: tuple[Text, ...] = ()
    """Running text below the table."""
    lead: tuple[Text, ...] = ()
    """What to do with the table, above it."""


_FIRST = ("state", "domains", "worst", "likely", "uncounted", "decide")
"""Parts that together are one page."""
_DOMAIN = Column(terms.DOMAIN, key="domain")
_PATH = Column(terms.TARGET, key="path")
_NOTES = Column(terms.NOTES, key="notes")
_FROM = Text(": từ", ": from")
_TO = Text(": đến", ": to")


def sheets(document: Document) -> Iterator[Tab]:
    """Every table of a document, what readers may try, then its notes."""
    for part in document.parts:
        if not on_first_sheet(part):
            yield from _of_part(part, document.title)
    if document.trial:
        found = _of_part(document.trial, document.title)
        yield from (each._replace(lead=each.paragraphs, paragraphs=()) for each in found)
    if document.notes:
        columns = (Column(Text("Số", "Number"), numeric=True, key="number"), _NOTES)
        rows = (
            (Cell(Text.same(str(place)), amount=Amount(point(place), 0)), Cell(note))
            for place, note in enumerate(document.notes, 1)
        )
        yield Tab(_NOTES.heading, columns, tuple(rows))


def on_first_sheet(part: Part) -> bool:
    """True of a part without a sheet of its own: running text, and what a committee reads first."""
    return part.key in _FIRST or not (part.tables or part.drawings)


def _of_part(part: Part, title: Text) -> Iterator[Tab]:
    tables = [*part.tables, *_ways(part)]
    for place, table in enumerate(tables):
        alone = part.heading and (len(tables) == 1 or not table.heading)
        name = part.heading if alone else table.heading or title
        yield _sheet(name, table, part.paragraphs if place == 0 else ())


def _ways(part: Part) -> Iterator[Table]:
    """All ways in one table; a column that a way does not have stays empty in its rows."""
    drawn = [(drawing.chart.title, drawing.table) for drawing in part.drawings if drawing.table]
    columns = tuple(dict.fromkeys(column for _, table in drawn for column in table.columns))
    rows = [
        (Cell(title), *(by_column.get(column, Cell(EMPTY)) for column in columns))
        for title, table in drawn
        for row in table.rows
        if not isinstance(row, Group)
        for by_column in [dict(zip(table.columns, row, strict=True))]
    ]
    if drawn:
        yield Table(EMPTY, (_PATH, *columns), tuple(rows))


def _sheet(name: Text, table: Table, paragraphs: tuple[Text, ...]) -> Tab:
    """A table as a sheet: what is printed first, then what only programs and filters ask for."""
    columns, rows = _ungrouped(table.kept(lambda column: column.key != "bullet"))
    if any(cell.notes for row in rows for cell in row):
        columns, rows = (*columns, _NOTES), tuple((*row, _notes(row)) for row in rows)
    order = sorted(range(len(columns)), key=lambda place: columns[place].aside)
    intervals = [place for place in order if any(_open(row[place]) for row in rows)]
    ends = [
        Column(heading + end, numeric=True, aside=True)
        for heading in (columns[place].heading for place in intervals)
        for end in (_FROM, _TO)
    ]
    return Tab(
        name,
        (*(columns[place] for place in order), *ends),
        tuple(
            (*(row[place] for place in order), *(end for place in intervals for end in _ends(row[place])))
            for row in rows
        ),
        paragraphs,
    )


def _ungrouped(table: Table) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The headings between rows become a first column, which filters can use."""
    if not any(isinstance(row, Group) for row in table.rows):
        return table.columns, tuple(row for row in table.rows if not isinstance(row, Group))
    rows = ((Cell(group.name if group else EMPTY), *row) for group, rows in table.groups() for row in rows)
    return (_DOMAIN, *table.columns), tuple(rows)


def _open(cell: Cell) -> bool:
    return cell.amount is not None and not cell.amount.interval.is_point


def _ends(cell: Cell) -> Row:
    """The two ends of a quantity as numbers, exact; nothing where one is unbounded or there is no quantity."""
    if cell.amount is None:
        return Cell(EMPTY), Cell(EMPTY)
    digits = cell.amount.digits
    low, high = (None if end is None else Amount(point(end), digits) for end in cell.amount.interval.ends)
    return _end(low), _end(high)


def _end(amount: Amount | None) -> Cell:
    """An end, with more digits than the text where it has them: the text is rounded outward, the end is exact."""
    if amount is None:
        return Cell(EMPTY)
    if not float(amount.interval.low or 0).is_integer():
        amount = amount._replace(digits=amount.digits + 2)
    return Cell(Text(amount.number("vi") or "", amount.number("en") or ""), amount=amount)


def _notes(row: Row) -> Cell:
    called = ", ".join(str(each) for cell in row for each in cell.notes)
    return Cell(Text.same(called))
