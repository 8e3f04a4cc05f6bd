"""A page on a terminal: as wide as it is, colour only where it means something, small bars."""

from typing import Literal, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from qt_ict.language import Language
from qt_ict.presentation.layout import GAP, cell_text, fitted, least_widths, lines_of, natural_widths
from qt_ict.report.page import Cell, Group, Page, Row, Section, Tone

STYLES: dict[Tone, str] = {
    "plain": "",
    "good": "green",
    "bad": "red",
    "open": "yellow",
    "quiet": "dim",
    "strong": "bold",
}
BAR_CELLS = 8
_CERTAIN, _POSSIBLE, _MISSING = "━", "╍", "╌"


def show(page: Page, language: Language, stream: TextIO) -> None:
    """Print a page on a terminal."""
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    console.print(Styled(page.title.say(language), "bold"))
    for section in page.sections:
        console.print()
        _section(console, section, language)
    if page.notes:
        console.print()
    for number, note in enumerate(page.notes, 1):
        _hanging(console, f"{number:>3}  ", note.say(language))
    console.print()
    for line in page.closing:
        console.print(line.say(language))


def _hanging(console: Console, head: str, text: str) -> None:
    """A paragraph whose further lines stand under its first word."""
    grid = Table.grid()
    grid.add_column(width=len(head), style="dim")
    grid.add_column(width=max(10, console.width - len(head)))
    grid.add_row(head, Styled(text, "dim"))
    console.print(grid)


def _section(console: Console, section: Section, language: Language) -> None:
    if section.heading.say(language):
        console.print(Styled(section.heading.say(language), "bold underline"))
    lines = lines_of(section, language)
    natural = natural_widths(lines)
    bars = [any(_has_bar(row, index) for row in section.rows) for index in range(len(natural))]
    with_bars = [width + (BAR_CELLS + 1) * bar for width, bar in zip(natural, bars, strict=True)]
    total = console.width
    if sum(with_bars) + GAP * (len(natural) - 1) <= total:
        _Table(console, section, language, with_bars, draw_bars=True).show()
        return
    widths = fitted(natural, least_widths(lines, section.columns), total)
    if widths:
        _Table(console, section, language, widths).show()
        return
    rest = [line[1:] for line in lines]
    indent = 2
    least = least_widths(rest, section.columns[1:])
    narrow = fitted([0, *natural_widths(rest)], [0, *least], total - indent + GAP)
    _Stacked(console, section, language, narrow[1:] if narrow else least, indent).show()


def _has_bar(row: Row | Group, index: int) -> bool:
    return not isinstance(row, Group) and row[index].bar is not None


class _Table:
    """A section whose names stand in the first column."""

    def __init__(
        self,
        console: Console,
        section: Section,
        language: Language,
        widths: list[int],
        draw_bars: bool = False,
    ) -> None:
        self.console = console
        self.section = section
        self.language: Language = language
        self.widths = widths
        self.draw_bars = draw_bars

    def show(self) -> None:
        """Print headings and rows; a group's heading runs over the whole width."""
        table = self._table(headings=True)
        for row in self.section.rows:
            if isinstance(row, Group):
                self._flush(table)
                table = self._table(headings=False)
                self.console.print(Styled(row.name.say(self.language), "bold cyan"))
            else:
                table.add_row(*map(self._styled, row, self.widths))
        self._flush(table)

    def _table(self, headings: bool) -> Table:
        any_heading = any(column.heading.say(self.language) for column in self.section.columns)
        table = Table(
            box=SIMPLE_HEAD if headings and any_heading else None,
            show_header=headings and any_heading,
            show_edge=False,
            pad_edge=False,
            padding=(0, GAP, 0, 0),
            collapse_padding=False,
            header_style="bold",
            border_style="dim",
        )
        for column, width in zip(self.section.columns, self.widths, strict=True):
            justify: Literal["left", "right"] = "right" if column.numeric else "left"
            table.add_column(column.heading.say(self.language), width=width, justify=justify)
        return table

    def _flush(self, table: Table) -> None:
        if table.row_count or table.show_header:
            self.console.print(table)

    def _styled(self, cell: Cell, width: int) -> Styled:
        text = cell_text(cell, self.language)
        styled = Styled(_breakable(text, width), STYLES[cell.tone])
        if cell.bar and self.draw_bars:
            return Styled.assemble(bar(*cell.bar), " ", styled)
        return styled


class _Stacked:
    """A section too wide for its columns: every name on a line of its own above its numbers."""

    def __init__(self, console: Console, section: Section, language: Language, widths: list[int], indent: int) -> None:
        inner = Section(section.heading, section.columns[1:], ())
        self.console = console
        self.section = section
        self.language: Language = language
        self.indent = indent
        self.inner = _Table(console, inner, language, widths)

    def show(self) -> None:
        """Print headings once, then name and numbers of every row."""
        self._print(self.inner._table(headings=True))
        for row in self.section.rows:
            if isinstance(row, Group):
                self.console.print(Styled(row.name.say(self.language), "bold cyan"))
                continue
            self.console.print(Styled(cell_text(row[0], self.language), STYLES[row[0].tone]))
            table = self.inner._table(headings=False)
            table.add_row(*map(self.inner._styled, row[1:], self.inner.widths))
            self._print(table)

    def _print(self, table: Table) -> None:
        self.console.print(Padding(table, (0, 0, 0, self.indent)))


def _breakable(text: str, width: int) -> str:
    """A text whose intervals may break behind their dash where the column is narrow."""
    return text.replace("–", "–\n") if len(text) > width and "–" in text[1:] else text


def bar(certain: float, possible: float) -> Styled:
    """A small bar: what is certain, what is possible, what is missing."""
    full = int(certain * BAR_CELLS)
    maybe = -int(-possible * BAR_CELLS // 1) - full if possible > certain else 0
    return Styled.assemble(
        (_CERTAIN * full, "cyan"),
        (_POSSIBLE * maybe, "cyan dim"),
        (_MISSING * (BAR_CELLS - full - maybe), "dim"),
    )
