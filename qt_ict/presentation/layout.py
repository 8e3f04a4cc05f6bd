"""Widths of columns, measured in terminal cells so that diacritics and wide characters keep straight."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from rich.cells import cell_len

from qt_ict.language import Language
from qt_ict.presentation.wrapping import longest_piece, wrapped
from qt_ict.report.document import Cell, Group, Table

Each = TypeVar("Each")

GAP = 2
"""Blank cells between columns."""
INDENT = 2
"""Blank cells before what stands below a name."""
BAR_CELLS = 8
"""Width of a bar."""
NAME_LEAST = 20
"""The first column is not squeezed below this; a table that would need it is stacked instead."""
SHORT = 18
"""A cell up to this width is a number or a word or two, which read badly in two lines; longer ones are sentences."""
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


def fitted(lines: Sequence[Sequence[str]], least: Sequence[int], total: int) -> list[int] | None:
    """Widths that fit a total with as few lines as can be; None where they cannot.

    What costs the fewest lines gives way first, names before numbers, the widest before others.

    Args:
        lines: The texts of the headings and of every row.
        least: Width below which each column would be broken where it must not [cells].
        total: Room for all columns and what is between them [cells].

    >>> fitted([["Hộ có máy thu hình", "chưa đạt"]], [6, 4], 20), fitted([["Hộ", "chưa đạt"]], [2, 8], 10)
    ([10, 8], None)
    """
    widths = natural_widths(lines)
    heights = [[1] * len(widths) for _ in lines]
    while sum(widths) + GAP * (len(widths) - 1) > total:
        narrower = [place for place, width in enumerate(widths) if width > least[place]]
        if not narrower:
            return None
        place = min(narrower, key=lambda place: (_cost(lines, heights, place, widths), least[place] - widths[place]))
        widths[place] -= 1
        for texts, height in zip(lines, heights, strict=True):
            height[place] = _height(texts[place], widths[place])
    return widths


def _cost(lines: Sequence[Sequence[str]], heights: Sequence[Sequence[int]], place: int, widths: Sequence[int]) -> int:
    """What it costs to have a column one cell narrower: lines of the table, and of short cells that are no names."""
    cost = 0
    for texts, height in zip(lines, heights, strict=True):
        own = _height(texts[place], widths[place] - 1)
        broken = own - height[place] if place and cell_len(texts[place]) <= SHORT else 0
        cost += max(0, own - max(height)) + broken
    return cost


@lru_cache(maxsize=16384)
def _height(text: str, width: int) -> int:
    """How many lines a text takes in a width."""
    return len(wrapped(text, width))


class Arrangement(NamedTuple):
    """How a table fits a terminal."""

    form: Literal["table", "stacked", "listed"]
    """table: names in the first column; stacked: every name above its row; listed: cells one after the other."""
    widths: list[int]
    """Width of every column that stands side by side [cells]."""
    bars: bool = False
    """True where there is room for bars."""
    above: tuple[int, ...] = (0,)
    """Of names above their rows: places of the columns that stand on that line, the name first."""


def arrangement(table: Table, language: Language, total: int, *, bars: bool) -> Arrangement:
    """The widest form of a table that fits a number of cells without losing anything; bars where there is room."""
    lines = lines_of(table, language)
    natural = natural_widths(lines)
    with_bars = [width + (BAR_CELLS + 1) * (bars and _has_bars(table, i)) for i, width in enumerate(natural)]
    if sum(with_bars) + GAP * (len(natural) - 1) <= total:
        return Arrangement("table", with_bars if bars else natural, bars)
    least = least_widths(table, language)
    widths = fitted(lines, [min(natural[0], max(least[0], NAME_LEAST)), *least[1:]], total)
    if widths:
        return Arrangement("table", widths)
    return _stacked(table, lines, least, total - INDENT) or Arrangement("listed", [])


def _stacked(table: Table, lines: Sequence[Sequence[str]], least: Sequence[int], total: int) -> Arrangement | None:
    """Names above their rows, with those of the leading columns on their line that make it the fewest lines."""
    leading = [place for place, column in enumerate(table.columns) if column.leading]
    heads = [(0, *leading[:more]) for more in range(len(leading) + 1) if more + 1 < len(least)]
    found: dict[int, Arrangement] = {}
    for above in heads:
        rest = [without(texts, above) for texts in lines]
        if widths := fitted(rest, without(least, above), total):
            high = sum(max(map(_height, texts, widths)) for texts in rest)
            high += sum(_height(on_one_line(texts[place] for place in above), total) for texts in lines)
            found.setdefault(high, Arrangement("stacked", widths, above=above))
    return found[min(found)] if found else None


def on_one_line(texts: Iterable[str]) -> str:
    """A name and what stands on its line.

    >>> on_one_line(["Hộ có máy thu hình", "2015", ""])
    'Hộ có máy thu hình · 2015'
    """
    return " · ".join(text for text in texts if text)


def without(every: Sequence[Each], places: Collection[int]) -> list[Each]:
    """What stands at other places than these.

    >>> without("abcd", (0, 2))
    ['b', 'd']
    """
    return [each for place, each in enumerate(every) if place not in places]


def _has_bars(table: Table, index: int) -> bool:
    return any(not isinstance(row, Group) and row[index].bar is not None for row in table.rows)


def padded(text: str, width: int, right: bool) -> str:
    """A text filled up with blanks to a width [cells]."""
    blanks = " " * max(0, width - cell_len(text))
    return blanks + text if right else text + blanks
