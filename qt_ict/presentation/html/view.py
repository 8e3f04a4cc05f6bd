"""What a page shows of a report: tables with a heading for each row, cells split at their numbers."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.language import Language
from qt_ict.report.document import Cell, Column, Document, Group, Part, Row, Table


class Split(NamedTuple):
    """A text around its number; only the number is copied from the page."""

    before: str
    number: str
    after: str


class GridLine(NamedTuple):
    """A row: what it is about, what stands small below that, its other cells, its status."""

    head: Cell
    aside: tuple[tuple[Column, Cell], ...]
    cells: tuple[tuple[Column, Cell], ...]
    status: str


class Grid(NamedTuple):
    """A table with an id of its own in the page."""

    id: str
    heading: str
    columns: tuple[Column, ...]
    lines: tuple[GridLine, ...]


def keyed(document: Document) -> Iterator[tuple[str, Part]]:
    """The parts of a document, each with a key of its own in the page."""
    for number, part in enumerate(document.parts, 1):
        yield part.key or f"part-{number}", part


def tables(key: str, part: Part, document: Document, language: Language) -> Iterator[Grid]:
    """The tables of a part, one for each domain."""
    count = 0
    for table in part.tables:
        for each in table.by_group():
            count += 1
            yield grid(f"{key}-{count}", each, language, _status(part, document, language))


def grid(id_: str, table: Table, language: Language, status: str = "") -> Grid:
    """A table for the page.

    Args:
        id_: Its id in the page.
        table: What it says.
        language: The language of its status.
        status: The status of all its rows, where no column says it.
    """
    columns = tuple(column for column in table.columns if not column.aside)
    lines = (_line(table.columns, row, status, language) for row in table.rows if not isinstance(row, Group))
    return Grid(id_, table.heading.say(language), columns, tuple(lines))


def _line(columns: tuple[Column, ...], row: Row, status: str, language: Language) -> GridLine:
    pairs = tuple(zip(columns, row, strict=True))
    own = next((cell.text.say(language) for column, cell in pairs if column.key == "status"), status)
    aside = tuple((column, cell) for column, cell in pairs if column.aside and cell.text.say(language))
    return GridLine(row[0], aside, tuple(pair for pair in pairs[1:] if not pair[0].aside), own)


def _status(part: Part, document: Document, language: Language) -> str:
    """The status of rows whose table says it as a whole."""
    if part.key != "unmeasured" or document.frame is None:
        return ""
    return next((count.name.say(language) for count in document.frame.counts if count.tone == "quiet"), "")


def said(cell: Cell, language: Language) -> Split:
    """The text of a cell, split at its number where it has one.

    >>> from qt_ict.arithmetic.interval import point
    >>> from qt_ict.language import Text
    >>> from qt_ict.report.document import Amount
    >>> said(Cell(Text("> 95%", "> 95%"), amount=Amount(point(95), 0)), "vi")
    Split(before='> ', number='95', after='%')
    """
    text = cell.text.say(language)
    number = cell.amount.number(language) if cell.amount else None
    if number is None or number not in text:
        return Split(text, "", "")
    return Split(*text.partition(number))


def order(cell: Cell) -> str:
    """What a cell is sorted by where it holds a quantity: its lower end, else its upper one."""
    ends = [end for end in cell.amount.interval.ends if end is not None] if cell.amount else []
    return repr(float(ends[0])) if ends else ""
