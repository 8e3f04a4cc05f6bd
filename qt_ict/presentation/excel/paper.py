"""How wide columns and how high rows are, so that a sheet of paper shows all of every cell."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

PORTRAIT, LANDSCAPE, FULLEST = 96, 156, 190
"""What stands beside each other on A4: at full size, a little smaller, and as small as can be read [characters]."""
NARROWEST, WIDEST, STEP = 6, 84, 2
"""Widths of columns, and by how much one grows at a time [characters]."""
LETTERS, MARGIN = 1.1, 1.5
"""Letters of running text per digit that a width is counted in; what the edges of a cell take [letters]."""
LINE, HIGHEST = 15, 405
"""Height of a line, and the most that a row can have [points]."""


class Measures(NamedTuple):
    """What the cells of a column need."""

    lengths: tuple[int, ...]
    """Length of every cell, the heading among them [characters]."""
    least: int
    """What the longest word, or number, needs [characters]."""

    @property
    def most(self) -> int:
        """What the longest cell needs in one line [characters]."""
        return max(self.least, min(ceil((max(self.lengths) + MARGIN) / LETTERS) + 1, WIDEST))


def widths(columns: Sequence[Measures], room: int) -> list[int]:
    """Widths of columns that keep rows low, within the room where that can be [characters].

    From the least that holds every word, the column grows whose growth takes most lines from the rows.

    >>> widths([Measures((30, 60), 8), Measures((6, 6), 9)], 40)
    [31, 9]
    """
    found = [each.least for each in columns]
    rows = [_lines(length, each.least) for each in columns for length in each.lengths]
    size = len(columns[0].lengths) if columns else 0
    lines = [rows[place * size : place * size + size] for place in range(len(columns))]
    while True:
        free = [place for place, each in enumerate(columns) if found[place] < each.most]
        if sum(found) >= room or not free:
            return found
        others = list(zip(*lines, strict=True))
        best = max(free, key=lambda place: (_saved(columns[place], found[place], lines[place], others), -place))
        found[best] = min(found[best] + STEP, columns[best].most, found[best] + room - sum(found))
        lines[best] = [_lines(length, found[best]) for length in columns[best].lengths]


def _saved(column: Measures, width: int, lines: Sequence[int], rows: Sequence[tuple[int, ...]]) -> tuple[int, float]:
    """How many lines of rows a wider column saves; where none are, how much text it has for its width."""
    wider = [_lines(length, width + STEP) for length in column.lengths]
    saved = sum(
        before - after
        for before, after, row in zip(lines, wider, rows, strict=True)
        if before == max(row) and row.count(before) == 1
    )
    return saved, sum(before for before in lines) / len(lines)


def _lines(length: int, width: int) -> int:
    """About how many lines a text takes."""
    # Words do not fill every line.
    return max(1, ceil(length * 1.05 / max(1.0, width * LETTERS - MARGIN)))


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a cell, broken between words.

    >>> lines("một hai ba", 9), lines("một hai ba", 12), lines("", 12), lines("x" * 30, 12)
    (2, 1, 1, 3)
    """
    return sum(_of_paragraph(each, max(1.0, width * LETTERS - MARGIN)) for each in text.split("\n"))


def _of_paragraph(text: str, room: float) -> int:
    count, filled = 1, 0.0
    for word in text.split():
        length = len(word)
        if filled and filled + 1 + length > room:
            count, filled = count + 1, 0.0
        filled += length + (1 if filled else 0)
        if filled > room:
            more = ceil(filled / room) - 1
            count, filled = count + more, filled - more * room
    return count


def height(cells: Iterable[tuple[str, float]]) -> float:
    """The height of a row [points]; programs do not agree on whether they reckon it themselves.

    Args:
        cells: Texts, each with the width of its cell [characters].
    """
    return min(LINE * max([1, *(lines(text, width) for text, width in cells)]) + 1, HIGHEST)


def longest_word(text: str) -> int:
    """The length of the longest word that is not to be broken [characters]; addresses are.

    >>> longest_word("xã, phường"), longest_word("https://example.org/a/long/address/of/something")
    (6, 24)
    """
    return min(max([0, *map(len, text.split())]), 24)


def pieces(text: str, room: float) -> Iterator[str]:
    """A long text in pieces of which each fits a row of its own."""
    most = int(HIGHEST // LINE)
    piece: list[str] = []
    for word in text.split(" "):
        if piece and lines(" ".join([*piece, word]), room) > most:
            yield " ".join(piece)
            piece = []
        piece.append(word)
    yield " ".join(piece)
