"""A plan in the making from the sheets of a workbook: what was taken, from which cell, and what could not be."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from qt_ict.diagnostics import plan_workbook, reading, shape
from qt_ict.diagnostics.finding import Finding, Place, Rule
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import EMPTY, Text
from qt_ict.loading.missing_keys import named
from qt_ict.loading.plan_sheets.cell_value import read
from qt_ict.loading.plan_sheets.field_kinds import FieldKind
from qt_ict.loading.plan_sheets.flat_entries import Flat
from qt_ict.loading.plan_sheets.key_tables import KeyCell, KeyRow, KeyTable, UnkeyedColumn, label
from qt_ict.loading.plan_sheets.plan_files import PlainFiles
from qt_ict.loading.plan_sheets.plan_grids import (
    ID,
    column_kind,
    inner_kind,
    sheet_names,
)
from qt_ict.loading.sheet import PerCent

Cells = dict[tuple[str, tuple[str | int, ...]], str]
"""The cell of every value and every entry, by file and key path."""
VALUE = "value"
EMPTY_CELL = shape.MISSING_KEY._replace(advice=Text("Điền ô này{whence}.", "Fill in this cell{whence}."))
"""A missing key as a workbook lacks it."""


class EntryHome(NamedTuple):
    """Where an entry belongs."""

    file: str
    path: tuple[str, ...]


class BegunLater(NamedTuple):
    """A figure without a number in the first round."""

    cell: str
    """The empty cell of that number."""
    id: str
    round: str
    """The round of its first number."""


class PlanInMaking:
    """What was taken from the sheets so far."""

    def __init__(self, workbook: Path) -> None:
        self.workbook = workbook
        self.files: PlainFiles = {}
        self.cells: Cells = {}
        self.per_cent: dict[tuple[str, tuple[str | int, ...]], KeyCell] = {}
        """The cells that show their number as per cent."""
        self.with_decimals: list[tuple[str, tuple[str | int, ...]]] = []
        """Files and key paths of numbers that show decimals."""
        self.headings: dict[tuple[str, str], str] = {}
        self.findings: list[Finding] = []
        self.unread: list[str] = []
        self.unkeyed: list[UnkeyedColumn] = []
        """The columns that hold something and have no key."""
        self.begun_later: list[BegunLater] = []
        """The figures that begin in a later round."""
        self.hidden: list[str] = []
        """Sheets of which something is hidden."""
        self.rounds: dict[str, str] = {}
        """The file of every round, by its id."""
        self.first: str | None = None
        """Id of the first round."""

    def tell(self, rule: Rule, place: str, **values: object) -> None:
        """Keep a finding at a cell."""
        self.findings.append(Finding(rule, self._place(place), values))

    def _place(self, place: str) -> Place:
        return Place(f"{self.workbook} {place}".rstrip())

    def value(self, cell: KeyCell, kind: FieldKind) -> Any:
        """What a cell says; None with a finding where it cannot be taken at its word."""
        found = read(cell.content, kind)
        if isinstance(found, Complaint):
            self.tell(
                plan_workbook.DOUBTFUL_CELL, cell.place, problem=found.problem, shown=found.shown, advice=found.advice
            )
            return None
        return found

    def values(self, row: KeyRow, name: str, leave: Iterable[str]) -> Flat:
        """The values of a row by path, in the order of its columns."""
        kind = inner_kind if name not in sheet_names() else column_kind
        found = {path: self.value(cell, kind(name, path)) for path, cell in row.cells.items() if path not in leave}
        return {path: value for path, value in found.items() if value is not None}

    def keep(self, home: EntryHome, values: Flat, row: KeyRow, lead: str) -> None:
        """Remember the cells of an entry's values."""
        for path, value in values.items():
            self.keep_value(home.file, (*home.path, *steps(path)), row.cells[path], value)
        self.cells.setdefault((home.file, home.path), lead)

    def keep_value(self, file: str, path: tuple[str | int, ...], cell: KeyCell, value: Any) -> None:
        """Remember the cell of a value."""
        self.cells[file, path] = cell.place
        # A change of -30% is meant as it reads.
        if isinstance(cell.content, PerCent) and not isinstance(value, str):
            self.per_cent[file, path] = cell
        if isinstance(cell.content, Decimal):
            self.with_decimals.append((file, path))

    def id(self, table: KeyTable, row: KeyRow) -> str | None:
        """The id of a row; None with a finding where it has none."""
        cell = row.cells.get(ID)
        found = self.value(cell, column_kind(table.name, ID)) if cell else None
        if cell is None:
            where = Text("hàng {row}", "row {row}").fill(row=str(row.number + 1))
            self.tell(EMPTY_CELL, table.place(row.number, ID), where=where, whence=EMPTY, **named([ID]))
        return found

    def is_repeated(self, entries: Mapping[str, Any], id_: str, table: KeyTable, row: KeyRow, key: str = ID) -> bool:
        """True, with a finding, where an id stands in the sheet before."""
        if id_ not in entries:
            return False
        before = next(each.number for each in table.rows if key in each.cells and _says(each, key, id_))
        self.tell(reading.REPEATED_KEY, table.place(row.number, key), key=id_, line=str(before + 1))
        return True


def steps(path: str) -> tuple[str | int, ...]:
    """A dotted path as keys; what counts the entries of a list counts from 0."""
    return tuple(int(key) - 1 if key.isdigit() else key for key in path.split("."))


def _says(row: KeyRow, key: str, id_: str) -> bool:
    content = row.cells[key].content
    return str(content) == id_ or label(content) == id_
