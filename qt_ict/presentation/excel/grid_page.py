"""A sheet that is read from top to bottom: text, and tables of different columns below each other."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from qt_ict.language import Text
from qt_ict.presentation.excel.book import GREY, Book
from qt_ict.presentation.excel.cell_formulas import RowCells, single
from qt_ict.presentation.excel.paper import height, pieces, widths
from qt_ict.presentation.excel.table_sheet import heading_look, measures, write
from qt_ict.presentation.layout import cell_text
from qt_ict.report.document import Cell, Column, Group, Part, Row, Table

GRID, NARROW = 28, 3
"""Columns of the sheet, and the width of each [characters]; every table joins some of them to its own."""
COLUMN_PIXELS = NARROW * 7 + 5
"""Width of a column on a screen [pixels]."""
_EACH = COLUMN_PIXELS / 7
"""The same, edges included [characters]."""
ROOM = round(GRID * _EACH)


class GridPage:
    """The sheet in the making, line by line."""

    def __init__(self, book: Book, name: Text, size: float = 11) -> None:
        self.book = book
        self.size = size
        self.sheet: Worksheet = book.sheet(name, portrait=True)
        self.sheet.set_column(0, GRID - 1, NARROW)
        self.line = 0

    def end(self) -> None:
        """Print what was written, and nothing beside it."""
        self.sheet.print_area(0, 0, max(self.line - 1, 0), GRID - 1)

    def across(self, said: str, **look: object) -> None:
        """A text over the whole sheet, in as many rows as it takes."""
        look = {"font_size": self.size, **look}
        size = float(str(look["font_size"])) / 11
        for piece in pieces(said, ROOM / size):
            self.joined(0, GRID, self.book.format(text_wrap=True, valign="top", **look), piece)
            self.sheet.set_row(self.line, height([(piece, ROOM / size)]) * size + 2)
            self.line += 1

    def room(self) -> None:
        """A little room between what stands below each other."""
        self.sheet.set_row(self.line, 6)
        self.line += 1

    def joined(self, first: int, count: int, look: Format, said: str = "") -> None:
        """Some cells of the line as one, with a text."""
        if count > 1:
            self.sheet.merge_range(self.line, first, self.line, first + count - 1, "", look)
        self.sheet.write_string(self.line, first, said, look)

    def part(self, part: Part) -> None:
        """A part: heading, running text, tables."""
        if part.heading:
            self.heading(part.heading)
        for said in part.paragraphs:
            self.across(self.book.say(said))
        for table in part.tables:
            if part.paragraphs:
                self.room()
            if table.heading and table.heading != part.heading:
                self.heading(table.heading)
            self.table(table)

    def heading(self, said: Text) -> None:
        """A heading with some room above it."""
        self.room()
        self.across(self.book.say(said), bold=True)

    def table(self, table: Table) -> None:
        """A table as wide as the sheet, without its charts."""
        table = table.kept(lambda column: column.key != "bullet")
        spans = self.spans(table)
        if any(column.heading for column in table.columns):
            heads = tuple(Cell(column.heading) for column in table.columns)
            self.row(heads, spans, [heading_look(self.book, column) for column in table.columns])
        for each in table.rows:
            if isinstance(each, Group):
                self.across(self.book.say(each.said), bold=True, font_color=GREY)
            else:
                self.figures(each, table.columns, spans)
        self.room()

    def spans(self, table: Table) -> list[int]:
        """How many columns of the grid each column of a table joins."""
        rows = [row for row in table.rows if not isinstance(row, Group)]
        found = widths([measures(self.book, column, place, rows) for place, column in enumerate(table.columns)], ROOM)
        ends = [round(sum(found[: place + 1]) / sum(found) * GRID) for place in range(len(found))]
        return [max(1, end - start) for start, end in zip([0, *ends], ends, strict=False)]

    def row(self, cells: Sequence[Cell], spans: Sequence[int], looks: Sequence[Format]) -> None:
        """Texts beside each other."""
        first = 0
        for cell, span, look in zip(cells, spans, looks, strict=True):
            self.joined(first, span, look, self.book.say(cell.text))
            first += span
        self.high(cells, spans)

    def figures(self, row: Row, columns: Sequence[Column], spans: Sequence[int]) -> None:
        """A row of a table; its numbers are numbers, and follow from each other where they do."""
        places = [sum(spans[:place]) for place in range(len(spans))]
        numbers = {
            column.key: xl_rowcol_to_cell(self.line, place)
            for column, place, cell in zip(columns, places, row, strict=True)
            if column.key and single(cell)
        }
        for cell, place, span in zip(row, places, spans, strict=True):
            known = RowCells(numbers, self.book.language)
            write(self.book, self.sheet, (self.line, place), _noted(cell), known, span)
        self.high(row, spans)

    def high(self, cells: Sequence[Cell], spans: Sequence[int]) -> None:
        """Make the line high enough for its cells, and go to the next."""
        said = (cell_text(cell, self.book.language) for cell in cells)
        self.sheet.set_row(self.line, height(zip(said, (span * _EACH for span in spans), strict=True)))
        self.line += 1


def _noted(cell: Cell) -> Cell:
    """A cell with the numbers of its notes in its text."""
    return cell._replace(text=Text.each(lambda language: cell_text(cell, language)))
