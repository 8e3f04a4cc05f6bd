"""Cells: what each of a sheet holds, where it stands, and what no heading can hide."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.nearest import folded


class RoundedNumber(NamedTuple):
    """A computed number of which the cell shows fewer digits than it holds."""

    shown: int | Decimal
    """The digits that stand in the cell."""
    held: Decimal

    def __str__(self) -> str:
        return f"{self.shown:f}" if isinstance(self.shown, Decimal) else str(self.shown)


class PerCent(NamedTuple):
    """A number that the cell shows as per cent: 45 where it holds 0.45."""

    number: int | Decimal
    """The digits that stand in the cell [%]."""

    def __str__(self) -> str:
        return f"{self.number:f}%" if isinstance(self.number, Decimal) else f"{self.number}%"


Content = str | int | Decimal | RoundedNumber | PerCent | Complaint
"""What a cell holds: text as it stands, a true number with the digits it shows, or why it is neither; empty text where
it holds nothing."""

DATE_OR_TIME = Text("ô ngày hoặc giờ", "a date or time")
"""Why a cell that shows a date is no number; where a date is wanted, it is one."""


class CellRange(NamedTuple):
    """Cells that are merged to one; all from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell is one of them."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Sheet(NamedTuple):
    """A table of cells with a name."""

    name: str
    rows: tuple[tuple[Content, ...], ...]
    """From the first row and the first column on; rows may differ in length."""
    hidden: bool = False
    separator: str = ""
    """What stands between its cells in the file; empty in a workbook, whose cells are apart by themselves."""
    hidden_rows: frozenset[int] = frozenset()
    """Rows that nobody sees, from 0."""
    hidden_columns: frozenset[int] = frozenset()
    """Columns that nobody sees, from 0."""
    merged: tuple[CellRange, ...] = ()
    """Cells that are merged to one: the first one holds what all of them show."""

    def content(self, row: int, column: int) -> Content:
        """What a cell holds; empty text where there is none."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""


FIGURE, VALUE = ("figure", "số liệu"), ("value", "giá trị")
"""What the headings of the two columns of a sheet of figures may be."""


def columns(row: Iterable[Content], headings: tuple[str, ...]) -> list[int]:
    """The columns of a row that hold one of some headings, whatever its case and accents, from 0.

    >>> columns(["Ghi chú", "SO LIEU"], FIGURE)
    [1]
    """
    wanted = set(map(folded, headings))
    return [at for at, content in enumerate(row) if isinstance(content, str) and folded(content) in wanted]


def column_name(column: int) -> str:
    """The letters of a column, as spreadsheets say it; columns from 0.

    >>> column_name(2), column_name(26)
    ('C', 'AA')
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The place of a cell as spreadsheets say it.

    Args:
        row: From 0.
        column: From 0.

    >>> cell_name(3, 2), cell_name(0, 26)
    ('C4', 'AA1')
    """
    return f"{column_name(column)}{row + 1}"
