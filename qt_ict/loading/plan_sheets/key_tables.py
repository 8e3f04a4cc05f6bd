"""The sheets of a workbook as tables of keys: which row holds the keys, and what stands under each."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.loading.sheet import DATE_OR_TIME, Content, Sheet, cell_name

MOST_HEADINGS = 20
"""In so many rows from the top the keys are looked for."""


class KeyCell(NamedTuple):
    """A cell that holds something, and where it stands."""

    content: Content
    place: str
    """As spreadsheets say it: ``targets!D7``."""


class KeyRow(NamedTuple):
    """A row below the keys."""

    cells: dict[str, KeyCell]
    """What it holds, by key."""
    number: int
    """Its row, from 0."""


class KeyTable(NamedTuple):
    """A sheet whose keys were found."""

    name: str
    columns: dict[str, int]
    """The column of every key, from 0."""
    head: int
    """The row of the keys, from 0."""
    rows: tuple[KeyRow, ...]
    """The rows that hold anything."""
    repeated: tuple[KeyCell, ...] = ()
    """Headings that stand there before."""

    def place(self, row: int, key: str) -> str:
        """The place of a cell, whether it holds anything or not; of the first column for a key without one."""
        return f"{self.name}!{cell_name(row, self.columns.get(key, 0))}"

    def heading(self, key: str) -> str:
        """The place of a key."""
        return self.place(self.head, key)


def key_table(sheet: Sheet, name: str, leading: str) -> KeyTable | None:
    """The table of a sheet; None where no row holds the key that every row needs.

    Args:
        sheet: The sheet.
        name: What it is called where it is spoken of.
        leading: That key.
    """
    head = _head(sheet, leading)
    if head is None:
        return None
    columns: dict[str, int] = {}
    repeated = []
    for at, content in enumerate(sheet.rows[head]):
        key = label(content)
        if key in columns:
            repeated.append(KeyCell(key, f"{name}!{cell_name(head, at)}"))
        elif key:
            columns[key] = at
    return KeyTable(name, columns, head, tuple(_rows(sheet, name, columns, head)), tuple(repeated))


def _head(sheet: Sheet, leading: str) -> int | None:
    """The row of the keys: the one that says it as keys are written, else one that means it."""
    top = sheet.rows[:MOST_HEADINGS]
    exact = (at for at, row in enumerate(top) if leading in row)
    return next(exact, next((at for at, row in enumerate(top) if leading in map(label, row)), None))


def _rows(sheet: Sheet, name: str, columns: dict[str, int], head: int) -> Iterator[KeyRow]:
    for number, row in enumerate(sheet.rows[head + 1 :], head + 1):
        cells = {
            key: KeyCell(row[at], f"{name}!{cell_name(number, at)}")
            for key, at in columns.items()
            if at < len(row) and row[at] != ""
        }
        if cells:
            yield KeyRow(cells, number)


def label(content: Content) -> str:
    """What a heading or a name of a round says, in small letters; a date as the data files write it."""
    if isinstance(content, Complaint):
        return content.shown.en if content.problem == DATE_OR_TIME else ""
    return str(content).strip().lower()
