"""Cells: what each of a sheet holds, where it stands, and which columns are those of figures."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.nearest import folded

Content = str | int | Decimal | Complaint
"""What a cell holds: text as it stands, a true number, or why it is neither; empty text where it holds nothing."""


class Sheet(NamedTuple):
    """A table of cells with a name."""

    name: str
    rows: tuple[tuple[Content, ...], ...]
    """From the first row and the first column on; rows may differ in length."""
    hidden: bool = False
    separator: str = ""
    """What stands between its cells in the file; empty in a workbook, whose cells are apart by themselves."""


MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 50_000, 16_384, 1_000_000
"""The largest table that is read, empty cells included; no plan has so many figures."""
FIGURE, VALUE = ("figure", "số liệu"), ("value", "giá trị")
"""What the headings of the two columns of a sheet of figures may be."""


def columns(row: Iterable[Content], headings: tuple[str, ...]) -> list[int]:
    """The columns of a row that hold one of some headings, whatever its case and accents, from 0.

    >>> columns(["Ghi chú", "SO LIEU"], FIGURE)
    [1]
    """
    wanted = set(map(folded, headings))
    return [at for at, content in enumerate(row) if isinstance(content, str) and folded(content) in wanted]


def cell_name(row: int, column: int) -> str:
    """The place of a cell as spreadsheets say it.

    Args:
        row: From 0.
        column: From 0.

    >>> cell_name(3, 2), cell_name(0, 26)
    ('C4', 'AA1')
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
