"""A validation on a terminal: findings in colour, the lines of data cut to its width, the summary below."""

from typing import TextIO

from rich.text import Text as Styled

from qt_ict.language import Language
from qt_ict.presentation.findings import EXCERPT, Style, accepted_lines, lines
from qt_ict.presentation.terminal import console_on, print_hanging, show
from qt_ict.report.checked import Validated
from qt_ict.report.validate import document

STYLES: dict[Style, str] = {
    "plain": "",
    "strong": "bold",
    "quiet": "dim",
    "error": "bold red",
    "warning": "yellow",
    "note": "cyan",
}
MARKS = ("  - ", "  = ")
"""What begins the lines below a finding; their further lines stand under their first word."""
LEAST = 8
"""Least of a line of data that is shown [characters]."""
MARGIN = 12
"""What stands before a line of data: its number and a bar [cells]."""


def show_report(report: Validated, language: Language, stream: TextIO) -> None:
    """Print a validation on a terminal, the lines of data cut to its width."""
    console = console_on(stream)
    room = max(LEAST, console.width - MARGIN)
    found = lines(report.findings, language, min(EXCERPT, room))
    for line in (*found, *accepted_lines(report.accepted, language)):
        styled = Styled.assemble(*((text, STYLES[style]) for text, style in line), overflow="fold")
        if styled.plain.startswith(MARKS):
            print_hanging(console, styled[: len(MARKS[0])], styled[len(MARKS[0]) :])
        else:
            console.print(styled)
    show(document(report), language, stream)
