"""The sheets of a workbook as tables of keys: which row holds the keys, and what stands under each."""

from collections.abc import Iterator
from itertools import islice
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


class UnkeyedColumn(NamedTuple):
    """A column that holds something below the keys and has none."""

    first: str
    """Its first cell that holds anything."""
    key: str
    """The cell where its key would stand."""


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
    unkeyed: tuple["UnkeyedColumn", ...] = ()
    """The columns that hold something below the keys and have none."""

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
    rows = tuple(_rows(sheet, name, columns, head))
    return KeyTable(name, columns, head, rows, tuple(repeated), tuple(_unkeyed(sheet, name, head)))


def _unkeyed(sheet: Sheet, name: str, head: int) -> Iterator[UnkeyedColumn]:
    """Every column that holds something below the keys and has none."""
    seen = {at for at, content in enumerate(sheet.rows[head]) if content != ""}
    for number, row in enumerate(sheet.rows[head + 1 :], head + 1):
        for at in (at for at, content in enumerate(row) if content != "" and at not in seen):
            seen.add(at)
            yield UnkeyedColumn(f"{name}!{cell_name(number, at)}", f"{name}!{cell_name(head, at)}")


def _head(sheet: Sheet, leading: str) -> int | None:
    """The row of the keys: the one that says it as keys are written, else one that means it."""
    top = sheet.rows[:MOST_HEADINGS]
    exact = (at for at, row in enumerate(top) if leading in row)
    return next(exact, next((at for at, row in enumerate(top) if leading in map(label, row)), None))


def _rows(sheet: Sheet, name: str, columns: dict[str, int], head: int) -> Iterator[KeyRow]:
    shown = _merged_below(sheet)
    for number in range(head + 1, len(sheet.rows)):
        cells = {
            key: KeyCell(content, f"{name}!{cell_name(number, at)}")
            for key, at in columns.items()
            if (content := sheet.content(shown.get((number, at), number), at)) != ""
        }
        if cells:
            yield KeyRow(cells, number)


def _merged_below(sheet: Sheet) -> dict[tuple[int, int], int]:
    """The row of what a cell shows that is merged with those above it, by row and column."""
    merged = (
        (row, each) for each in sheet.merged for row in range(each.top + 1, min(each.bottom + 1, len(sheet.rows)))
    )
    return {(row, each.left): each.top for row, each in islice(merged, _MOST_MERGED)}


_MOST_MERGED = 1_000_000
"""Merged cells that are looked at: as many as a sheet has cells."""


def label(content: Content) -> str:
    """What a heading or a name of a round says, in small letters; a date as the data files write it."""
    if isinstance(content, Complaint):
        return content.shown.en if content.problem == DATE_OR_TIME else ""
    return str(content).strip().lower()
