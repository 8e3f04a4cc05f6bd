"""What a page shows of a document: tables with a heading for each row, cells split at their numbers."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qt_ict.language import Language
from qt_ict.presentation.html.breadth import breadth
from qt_ict.report.document import Cell, Column, Document, Group, Part, Row, Table

CRITERIA = {"status": ("status",), "agency": ("agency",), "year": ("year", "due")}
"""What rows are filtered by, and the keys of the columns that say it."""


class Split(NamedTuple):
    """A text around its number; only the number is copied from the page."""

    before: str
    number: str
    after: str


class GridLine(NamedTuple):
    """A row: what it is about, what stands small below that, how it stands, its other cells."""

    head: Cell
    aside: tuple[tuple[Column, Cell], ...]
    detail: Cell | None
    """What is to be added to its status."""
    cells: tuple[tuple[Column, Cell], ...]
    marks: dict[str, str]
    """What it is filtered by; empty where its table says nothing of that."""


class Grid(NamedTuple):
    """A table with an id of its own in the page."""

    id: str
    heading: str
    columns: tuple[Column, ...]
    lines: tuple[GridLine, ...]

    breadth: str
    """How much room it needs, as a class of the style."""

    @property
    def has_charts(self) -> bool:
        """True where charts stand in its cells: then no bars do."""
        return any(column.key == "bullet" for column in self.columns)


class PagePart(NamedTuple):
    """A part with its key in the page and its tables."""

    key: str
    part: Part
    tables: tuple[Grid, ...]


def shown(document: Document, language: Language) -> tuple[PagePart, ...]:
    """The parts of a document, each with a key of its own in the page."""
    keyed = ((part.key or f"part-{number}", part) for number, part in enumerate(document.parts, 1))
    return tuple(PagePart(key, part, tuple(_tables(key, part, document, language))) for key, part in keyed)


def choices(parts: Iterable[PagePart]) -> dict[str, tuple[str, ...]]:
    """What rows can be filtered by: every criterion that tells them apart, with all that they say of it."""
    lines = [line for each in parts for table in each.tables for line in table.lines if "status" in line.marks]
    found = {name: dict.fromkeys(line.marks[name] for line in lines if name in line.marks) for name in CRITERIA}
    # Years in their order; the rest as the document has it.
    ordered = {name: tuple(sorted(said) if name == "year" else said) for name, said in found.items()}
    return {name: said for name, said in ordered.items() if len(said) > 1}


def texts(document: Document, language: Language) -> Iterator[str]:
    """Every text of a document, in its order."""
    facts = (document.frame.facts,) if document.frame else ()
    yield from (each for table in facts for each in _texts_of(table, language))
    for part in document.parts:
        yield from (each.say(language) for each in part.paragraphs)
        for table in (*part.tables, *(drawing.table for drawing in part.drawings if drawing.table)):
            yield from _texts_of(table, language)
    yield from (each.say(language) for each in (*document.notes, *document.closing))


def grid(id_: str, table: Table, language: Language, marked: tuple[str, ...] = (), status: str = "") -> Grid:
    """A table for the page: behind what each row is about stands how it stands.

    Args:
        id_: Its id in the page.
        table: What it says.
        language: The language of its marks.
        marked: What its rows are filtered by.
        status: The status of all its rows, where no column says it.
    """
    first, *rest = (column for column in table.columns if not column.aside and column.key != "progress")
    lines = (_line(table.columns, row, language) for row in table.rows if not isinstance(row, Group))
    all_alike = {"status": status} if status else {}
    kept = (line._replace(marks=_kept({**line.marks, **all_alike}, marked)) for line in lines)
    columns = (first, *sorted(rest, key=_late))
    return Grid(id_, table.heading.say(language), columns, tuple(kept), breadth(table, columns, language))


def _tables(key: str, part: Part, document: Document, language: Language) -> Iterator[Grid]:
    """The tables of a part, one for each domain."""
    count = 0
    # The part on progress judges rows of the report once more, in other words.
    again = document.frame is not None and part.key == "progress"
    marked = tuple(name for name in CRITERIA if not (again and name == "status"))
    for table in part.tables:
        for each in table.by_group():
            count += 1
            yield grid(f"{key}-{count}", each, language, marked, _status(part, document, language))


def _texts_of(table: Table, language: Language) -> Iterator[str]:
    for row in table.rows:
        if not isinstance(row, Group):
            yield from (cell.text.say(language) for cell in row)


def _late(column: Column) -> bool:
    """False of what stands first."""
    return column.key != "status"


def _line(columns: tuple[Column, ...], row: Row, language: Language) -> GridLine:
    head, *pairs = zip(columns, row, strict=True)
    said = [(column, cell) for column, cell in pairs if cell.text.say(language)]
    keyed = {column.key: cell.text.say(language) for column, cell in pairs}
    marks = {name: keyed[key] for name, keys in CRITERIA.items() for key in keys if key in keyed}
    return GridLine(
        head=head[1],
        aside=tuple((column, cell) for column, cell in said if column.aside and column.key != "progress"),
        detail=next((cell for column, cell in said if column.key == "progress"), None),
        cells=tuple(
            sorted(
                ((column, cell) for column, cell in pairs if not column.aside and column.key != "progress"),
                key=lambda pair: _late(pair[0]),
            )
        ),
        marks=marks,
    )


def _kept(marks: dict[str, str], wanted: tuple[str, ...]) -> dict[str, str]:
    return {name: said for name, said in marks.items() if name in wanted}


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
