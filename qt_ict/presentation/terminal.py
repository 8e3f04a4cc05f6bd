"""A page on a terminal: as wide as it is, colour only where it means something, small bars."""

from typing import TextIO

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Styled

from qt_ict.language import Language
from qt_ict.presentation.typeset import Room, TextLine, Weight, page
from qt_ict.report.document import Document

STYLES: dict[Weight, str] = {
    "plain": "",
    "good": "green",
    "bad": "red",
    "open": "yellow",
    "quiet": "dim",
    "strong": "bold",
    "title": "bold",
    "heading": "bold",
    "group": "bold cyan",
    "bar": "cyan",
    "maybe": "cyan dim",
}
NARROWEST = 20
"""A terminal that claims to be narrower, or to have no width at all, is written to as if it had this [cells]."""


def show(document: Document, language: Language, stream: TextIO) -> None:
    """Print a document on a terminal."""
    console = console_on(stream)
    for line in page(document, Room(language, console.width, drawn=True)):
        _print(console, line)


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


def _print(console: Console, line: TextLine) -> None:
    """Print a line that fits already."""
    styled = Styled.assemble(*((piece.text, STYLES[piece.weight]) for piece in line))
    styled.rstrip()
    console.print(styled, no_wrap=True, overflow="ignore", crop=False)
