"""A document as a screen has room for it, and the same with everything that it can leave out."""

from collections.abc import Iterable, Iterator

from qt_ict.language import EMPTY, Text
from qt_ict.report.document import Aside, Cell, Document, Group, Part, Row, Table
from qt_ict.wording.quantities import counted, listed


def widened(document: Document) -> Document:
    """The document with nothing in it that may be left out but tables."""
    return document._replace(parts=tuple(map(_widened, document.parts)), aside=Aside())


def _widened(part: Part) -> Part:
    return part._replace(
        tables=tuple(
            table._replace(columns=tuple(each._replace(aside=False) for each in table.columns)) for table in part.tables
        )
    )


def unfolded(document: Document) -> Document:
    """The document with all its tables, whether or not something could stand in their place."""
    parts = (
        part._replace(tables=tuple(table._replace(instead=EMPTY) for table in part.tables)) for part in document.parts
    )
    return document._replace(parts=tuple(parts))


def shortened(document: Document) -> Document:
    """The document without what can be left out, and in its place how much that is and how to see it.

    A report and what is to stand on one sheet decide themselves what they show.
    """
    if document.frame or document.one_page:
        return document
    parts = tuple(each for part in document.parts for each in _short(part))
    left = {number for part in document.parts for number in _called(part)}
    left -= {number for part in parts for number in _called(part)}
    standing = [number for number in range(1, len(document.notes) + 1) if number not in left]
    kept = [number for number in standing if number not in document.aside.notes]
    numbers = {number: place for place, number in enumerate(kept, 1)}
    shorter = dict(document.aside.shorter)
    said = (shorter.get(line, line) for line in document.closing if line not in document.aside.closing)
    return document._replace(
        parts=tuple(_marked(part, numbers) for part in parts),
        notes=tuple(document.notes[number - 1] for number in kept),
        closing=(*said, *_hint(document, len(standing) - len(kept))),
    )


def _short(part: Part) -> Iterator[Part]:
    """A part without the tables and columns that can be left out, and what stands in the place of the tables."""
    standing = tuple(table.kept(lambda column: not column.aside) for table in part.tables if not table.instead)
    yield part._replace(tables=standing)
    lines = tuple(table.instead for table in part.tables if table.instead)
    if lines:
        yield Part(paragraphs=lines)


def _called(part: Part) -> Iterator[int]:
    """The numbers of the notes that the cells of a part name."""
    return (number for table in part.tables for cell in _cells(table) for number in cell.notes)


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for row in table.rows if not isinstance(row, Group) for cell in row)


def _marked(part: Part, numbers: dict[int, int]) -> Part:
    """A part whose cells name their notes by new numbers, and those without one no longer."""

    def row(found: Row) -> Row:
        return tuple(
            cell._replace(notes=tuple(numbers[each] for each in cell.notes if each in numbers)) for cell in found
        )

    return part._replace(
        tables=tuple(
            table._replace(rows=tuple(each if isinstance(each, Group) else row(each) for each in table.rows))
            for table in part.tables
        )
    )


def _hint(document: Document, notes: int) -> Iterator[Text]:
    """What --wide adds to what is shown."""
    columns = [each for part in document.parts for table in part.tables if not table.instead for each in table.columns]
    # What stands in one table tells nobody anything new in another.
    seen = {each.heading for each in columns if not each.aside}
    names = dict.fromkeys(each.heading for each in columns if each.aside and each.heading not in seen)
    said: Iterable[Text] = (
        *((_COLUMNS + listed(names, ", "),) if names else ()),
        *((counted(notes, Text("chú thích", "note")),) if notes else ()),
    )
    if said:
        yield _WIDE + listed(said) + "."


_WIDE = Text("Thêm với --wide: ", "More with --wide: ")
_COLUMNS = Text("cột ", "columns ")
