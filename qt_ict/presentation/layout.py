"""Widths of columns, measured in terminal cells so that diacritics and wide characters keep straight."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len

from qt_ict.language import Language
from qt_ict.presentation.wrapping import longest_piece
from qt_ict.report.document import Cell, Group, Table

GAP = 2
"""Blank cells between columns."""
INDENT = 2
"""Blank cells before what stands below a name."""
BAR_CELLS = 8
"""Width of a bar."""
NAME_LEAST = 24
"""The first column is not squeezed below this; a table that would need it is stacked instead."""
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def cell_text(cell: Cell, language: Language) -> str:
    """The text of a cell with the numbers of its notes."""
    said = cell.text.say(language)
    marks = " ".join(str(number).translate(SUPERSCRIPTS) for number in cell.notes)
    return f"{said} {marks}" if marks else said


def lines_of(table: Table, language: Language) -> list[list[str]]:
    """The texts of the headings and of every row."""
    headings = [column.heading.say(language) for column in table.columns]
    rows = [[cell_text(cell, language) for cell in row] for row in table.rows if not isinstance(row, Group)]
    return [headings, *rows] if any(headings) else rows


def natural_widths(lines: Iterable[Sequence[str]]) -> list[int]:
    """Width of every column when nothing wraps [cells]."""
    return [max(map(cell_len, column)) for column in zip(*lines, strict=True)]


def least_widths(table: Table, language: Language) -> list[int]:
    """Width of every column when it wraps wherever it may; headings may in every column [cells]."""
    rows = [[cell_text(cell, language) for cell in row] for row in table.rows if not isinstance(row, Group)]
    return [
        max(
            longest_piece(column.heading.say(language)),
            *(cell_len(row[place]) if column.whole else longest_piece(row[place]) for row in rows),
            0,
        )
        for place, column in enumerate(table.columns)
    ]


def fitted(natural: Sequence[int], least: Sequence[int], total: int) -> list[int] | None:
    """Widths that fit a total: the widest column gives way first; None where they cannot fit.

    >>> fitted([40, 10, 20], [26, 5, 8], 70)
    [37, 10, 19]
    """
    widths = list(natural)
    while sum(widths) + GAP * (len(widths) - 1) > total:
        spare, index = max((width - floor, i) for i, (width, floor) in enumerate(zip(widths, least, strict=True)))
        if spare <= 0:
            return None
        widths[index] -= 1
    return widths


class Arrangement(NamedTuple):
    """How a table fits a terminal."""

    form: Literal["table", "stacked", "listed"]
    """table: names in the first column; stacked: every name above its row; listed: cells one after the other."""
    widths: list[int]
    """Width of every column that stands side by side [cells]."""
    bars: bool = False
    """True where there is room for bars."""


def arrangement(table: Table, language: Language, total: int, *, bars: bool) -> Arrangement:
    """The widest form of a table that fits a number of cells without losing anything; bars where there is room."""
    lines = lines_of(table, language)
    natural = natural_widths(lines)
    with_bars = [width + (BAR_CELLS + 1) * (bars and _has_bars(table, i)) for i, width in enumerate(natural)]
    if sum(with_bars) + GAP * (len(natural) - 1) <= total:
        return Arrangement("table", with_bars if bars else natural, bars)
    least = least_widths(table, language)
    widths = fitted(natural, [min(natural[0], max(least[0], NAME_LEAST)), *least[1:]], total)
    if widths:
        return Arrangement("table", widths)
    rest = fitted(natural[1:], least[1:], total - INDENT)
    return Arrangement("stacked", rest) if rest else Arrangement("listed", [])


def _has_bars(table: Table, index: int) -> bool:
    return any(not isinstance(row, Group) and row[index].bar is not None for row in table.rows)


def padded(text: str, width: int, right: bool) -> str:
    """A text filled up with blanks to a width [cells]."""
    blanks = " " * max(0, width - cell_len(text))
    return blanks + text if right else text + blanks
