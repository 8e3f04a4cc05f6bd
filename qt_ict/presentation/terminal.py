"""A page on a terminal: as wide as it is, colour only where it means something, small bars."""

from typing import Literal, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Styled

from qt_ict.language import Language
from qt_ict.presentation.layout import BAR_CELLS, GAP, INDENT, Arrangement, arrangement, cell_text
from qt_ict.presentation.plotted import drawn
from qt_ict.report.document import Cell, Column, Document, Group, Part, Table, Tone

STYLES: dict[Tone, str] = {
    "plain": "",
    "good": "green",
    "bad": "red",
    "open": "yellow",
    "quiet": "dim",
    "strong": "bold",
}
NARROWEST = 20
"""A terminal that claims to be narrower, or to have no width at all, is written to as if it had this [cells]."""
_CERTAIN, _POSSIBLE, _MISSING = "━", "╍", "╌"


def show(document: Document, language: Language, stream: TextIO) -> None:
    """Print a document on a terminal."""
    console = console_on(stream)
    console.print(Styled(document.title.say(language), "bold"))
    if document.frame:
        console.print()
        _table(console, document.frame.facts, language)
    if document.one_page:
        _dense(console, document.parts, language)
    else:
        for part in document.parts:
            _part(console, part, language)
    if document.notes:
        console.print()
    for number, note in enumerate(document.notes, 1):
        print_hanging(console, Styled(f"{number:>3}  ", "dim"), Styled(note.say(language), "dim"))
    if not document.one_page:
        console.print()
    for line in document.closing:
        console.print(line.say(language))


def _dense(console: Console, parts: tuple[Part, ...], language: Language) -> None:
    """Parts without blank lines inside, what is said in one sentence behind its heading: a page seen at once."""
    for before, part in zip((None, *parts), parts, strict=False):
        heading = part.heading.say(language)
        if not (before and before.is_one_sentence and part.is_one_sentence):
            console.print()
        if part.is_one_sentence:
            console.print(Styled.assemble((f"{heading}: ", "bold"), part.paragraphs[0].say(language)))
            continue
        if heading:
            console.print(Styled(heading, "bold"))
        for paragraph in part.paragraphs:
            console.print(paragraph.say(language))
        for table in part.tables:
            _table(console, table.kept(lambda column: not column.aside), language, ruled=False)


def _part(console: Console, part: Part, language: Language) -> None:
    if part.heading:
        console.print()
        console.print(Styled(part.heading.say(language), "bold"))
    for paragraph in part.paragraphs:
        console.print()
        console.print(paragraph.say(language))
    for table in part.tables:
        console.print()
        _table(console, table, language)
    for drawing in part.drawings:
        console.print()
        for drawn_line in drawn(drawing.chart, language, console.width):
            console.print(drawn_line, overflow="fold")


def console_on(stream: TextIO) -> Console:
    """A console that prints text as it is, never narrower than NARROWEST."""
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    console.width = max(console.width, NARROWEST)
    return console


def print_hanging(console: Console, head: Styled, text: Styled) -> None:
    """Print a paragraph whose further lines stand under its first word."""
    grid = Grid.grid()
    grid.add_column(width=len(head))
    grid.add_column(width=max(10, console.width - len(head)), overflow="fold")
    grid.add_row(head, text)
    console.print(grid)


def _table(console: Console, table: Table, language: Language, *, ruled: bool = True) -> None:
    if table.heading.say(language):
        console.print(Styled(table.heading.say(language), "bold underline"))
    arranged = arrangement(table, language, console.width)
    printed = _Printed(console, table, language, arranged, ruled=ruled)
    match arranged.form:
        case "table":
            printed.as_table()
        case "stacked":
            printed.as_stack()
        case "listed":
            printed.as_list()


class _Printed:
    """One table on its way to the terminal."""

    def __init__(
        self, console: Console, table: Table, language: Language, arranged: Arrangement, *, ruled: bool
    ) -> None:
        self.ruled = ruled
        self.console = console
        self.table = table
        self.language: Language = language
        self.arranged = arranged

    def as_table(self) -> None:
        """Headings, then rows; a group's heading runs over the whole width."""
        columns = self.table.columns
        self._headings(columns)
        grid = self._grid(columns)
        for row in self.table.rows:
            if isinstance(row, Group):
                self._print(grid)
                grid = self._grid(columns)
                self._group(row)
            else:
                grid.add_row(*map(self._styled, row, self.arranged.widths))
        self._print(grid)

    def as_stack(self) -> None:
        """Headings once, then every name on a line of its own above its numbers."""
        columns = self.table.columns[1:]
        self._headings(columns, INDENT)
        for row in self.table.rows:
            if isinstance(row, Group):
                self._group(row)
                continue
            self._name(row[0])
            grid = self._grid(columns)
            grid.add_row(*map(self._styled, row[1:], self.arranged.widths))
            self._print(grid, INDENT)

    def as_list(self) -> None:
        """Every name on a line of its own, then heading and text of every other cell."""
        for row in self.table.rows:
            if isinstance(row, Group):
                self._group(row)
                continue
            self._name(row[0])
            for column, cell in zip(self.table.columns[1:], row[1:], strict=True):
                text = cell_text(cell, self.language)
                if text:
                    heading = column.heading.say(self.language)
                    line = Styled.assemble((f"{heading}  " if heading else "", "dim"), (text, STYLES[cell.tone]))
                    self.console.print(Padding(line, (0, 0, 0, INDENT)), overflow="fold")

    def _headings(self, columns: tuple[Column, ...], indent: int = 0) -> None:
        texts = [column.heading.say(self.language) for column in columns]
        if not any(texts):
            return
        grid = self._grid(columns)
        grid.add_row(*(Styled(text, "bold") for text in texts))
        self._print(grid, indent)
        if not self.ruled:
            return
        width = sum(self.arranged.widths) + GAP * (len(columns) - 1)
        self.console.print(Padding(Styled("─" * width, "dim"), (0, 0, 0, indent)))

    def _grid(self, columns: tuple[Column, ...]) -> Grid:
        grid = Grid(box=None, show_header=False, show_edge=False, pad_edge=False, padding=(0, GAP, 0, 0))
        for column, width in zip(columns, self.arranged.widths, strict=True):
            justify: Literal["left", "right"] = "right" if column.numeric else "left"
            grid.add_column(width=width, justify=justify, overflow="fold")
        return grid

    def _print(self, grid: Grid, indent: int = 0) -> None:
        if grid.row_count:
            self.console.print(Padding(grid, (0, 0, 0, indent)))

    def _group(self, group: Group) -> None:
        self.console.print(Styled(group.name.say(self.language), "bold cyan"))

    def _name(self, cell: Cell) -> None:
        self.console.print(Styled(cell_text(cell, self.language), STYLES[cell.tone]))

    def _styled(self, cell: Cell, width: int) -> Styled:
        text = cell_text(cell, self.language)
        styled = Styled(_breakable(text, width), STYLES[cell.tone])
        if cell.bar and self.arranged.bars:
            return Styled.assemble(bar(*cell.bar), " ", styled)
        return styled


def _breakable(text: str, width: int) -> str:
    """A text whose intervals may break behind their dash where the column is narrow."""
    return text.replace("–", "–\n") if cell_len(text) > width and "–" in text[1:] else text


def bar(certain: float, possible: float) -> Styled:
    """A small bar: what is certain, what is possible, what is missing."""
    full = int(certain * BAR_CELLS)
    maybe = -int(-possible * BAR_CELLS // 1) - full if possible > certain else 0
    return Styled.assemble(
        (_CERTAIN * full, "cyan"),
        (_POSSIBLE * maybe, "cyan dim"),
        (_MISSING * (BAR_CELLS - full - maybe), "dim"),
    )
