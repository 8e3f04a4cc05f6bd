"""The sheets of a workbook to the files of a plan, and which cell every value comes from."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from qt_ict.diagnostics import plan_workbook, reading, shape
from qt_ict.diagnostics.finding import Finding, Place, Rule
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import EMPTY, Text
from qt_ict.loading.bare_words import day
from qt_ict.loading.folder import ROUNDS_FOLDER
from qt_ict.loading.missing_keys import named
from qt_ict.loading.plan_languages import DECLARED
from qt_ict.loading.plan_sheets.cell_value import read
from qt_ict.loading.plan_sheets.field_kinds import FieldKind
from qt_ict.loading.plan_sheets.flat_entries import Flat, nested
from qt_ict.loading.plan_sheets.key_tables import KeyCell, KeyRow, KeyTable, key_table, label
from qt_ict.loading.plan_sheets.plan_files import OTHER_FILES, PLAN_FILE, PlainFiles, home_of
from qt_ict.loading.plan_sheets.plan_grids import (
    CODE,
    FIGURES,
    ID,
    KEY,
    ROUND_KEY,
    ROUNDS,
    SECTION,
    column_kind,
    inner_kind,
    is_upright,
    nested_keys,
    sheet_names,
)
from qt_ict.loading.sections import SECTIONS
from qt_ict.loading.sheet import Sheet
from qt_ict.nearest import folded, suggestion

Cells = dict[tuple[str, tuple[str | int, ...]], str]
"""The cell of every value and every entry, by file and key path."""
VALUE = "value"
EMPTY_CELL = shape.MISSING_KEY._replace(advice=Text("Điền ô này.", "Fill in this cell."))
"""A missing key as a workbook lacks it."""
_NO_DATE = shape.MISNAMED_ROUND._replace(
    problem=Text("mã của đợt không phải là ngày của nó", "the id of a round is not its date"),
    advice=Text(
        "Ghi {name}, hoặc để trống; đợt đầu: baseline_NĂM.", "Write {name}, or nothing; the first: baseline_YEAR."
    ),
)
"""A round whose file could not be named by its date."""


class Gathered(NamedTuple):
    """What a workbook says."""

    files: PlainFiles
    cells: Cells
    headings: dict[tuple[str, str], str]
    """The cell of every key, by section and key."""
    findings: list[Finding]
    """What keeps cells from being read; nothing of what they mean."""
    unread: tuple[str, ...]
    """Names of sheets that hold nothing of a plan."""


def gathered(sheets: Iterable[Sheet], path: Path) -> Gathered:
    """The plan that the sheets of a workbook make up.

    Args:
        sheets: The sheets.
        path: How the user knows the workbook.
    """
    gathering = _Gathering(path)
    gathering.take(list(sheets))
    return Gathered(
        gathering.files,
        gathering.cells,
        gathering.headings,
        list({(each.place, each.rule.code): each for each in gathering.findings}.values()),
        tuple(gathering.unread),
    )


class _Home(NamedTuple):
    """Where an entry belongs."""

    file: str
    path: tuple[str, ...]


class _Gathering:
    """A plan in the making."""

    def __init__(self, workbook: Path) -> None:
        self.workbook = workbook
        self.files: PlainFiles = {}
        self.cells: Cells = {}
        self.headings: dict[tuple[str, str], str] = {}
        self.findings: list[Finding] = []
        self.unread: list[str] = []
        self.rounds: dict[str, str] = {}
        """The file of every round, by its id."""
        self.first: str | None = None
        """Id of the first round."""

    def take(self, sheets: Sequence[Sheet]) -> None:
        """Read all sheets."""
        tables = self._tables(sheets)
        self._begin()
        if ROUNDS in tables:
            self._rounds(tables[ROUNDS])
        for name, table in tables.items():
            if is_upright(name):
                self._upright(table)
            elif name == FIGURES:
                self._figures(table)
            elif name in SECTIONS:
                self._section(table)
        for name, table in tables.items():
            if name not in sheet_names():
                self._below(table)
        for name, sections in OTHER_FILES.items():
            # The sections in the order in which people know them.
            order = [*(key for key in self.files[name] if key not in sections), *sections]
            self.files[name] = {key: self.files[name][key] for key in order if key in self.files[name]}

    def _begin(self) -> None:
        """The files with the sections that they cannot do without."""
        for name, sections in OTHER_FILES.items():
            self.files[name] = {key: {} for key, each in sections.items() if not each.optional}

    def _tables(self, sheets: Sequence[Sheet]) -> dict[str, KeyTable]:
        """The sheets that hold something of a plan, by the name of what they hold."""
        known = {folded(each): each for each in (*sheet_names(), *_nested_names())}
        found: dict[str, KeyTable] = {}
        for sheet in sheets:
            name = known.get(folded(sheet.name.strip()))
            table = key_table(sheet, name, KEY if is_upright(name) else ID) if name else None
            if name is None or name in found:
                self.unread.append(sheet.name)
            elif table is not None:
                found[name] = table
                self._heads(table)
            elif any(content != "" for row in sheet.rows for content in row):
                leading = KEY if is_upright(name) else ID
                self._tell(plan_workbook.NO_KEYS, f"{name}!A1", key=leading)
        for name in (each for each in _REQUIRED if each not in found and not self._told(each)):
            near = suggestion(name, self.unread)
            self._tell(plan_workbook.MISSING_SHEET, "", sheet=name, nearest=near)
        return found

    def _told(self, name: str) -> bool:
        return any(finding.place.file.endswith(f" {name}!A1") for finding in self.findings)

    def _heads(self, table: KeyTable) -> None:
        for each in table.repeated:
            self._tell(reading.REPEATED_KEY, each.place, key=str(each.content), line=str(table.head + 1))
        for key in table.columns:
            self.headings[table.name, key] = table.heading(key)

    def _tell(self, rule: Rule, place: str, **values: object) -> None:
        self.findings.append(Finding(rule, self._place(place), values))

    def _place(self, place: str) -> Place:
        return Place(f"{self.workbook} {place}".rstrip())

    def _value(self, cell: KeyCell, kind: FieldKind) -> Any:
        """What a cell says; None with a finding where it cannot be taken at its word."""
        found = read(cell.content, kind)
        if isinstance(found, Complaint):
            self._tell(
                plan_workbook.DOUBTFUL_CELL, cell.place, problem=found.problem, shown=found.shown, advice=found.advice
            )
            return None
        return found

    def _values(self, row: KeyRow, name: str, leave: Iterable[str]) -> Flat:
        """The values of a row by path, in the order of its columns."""
        kind = inner_kind if name not in sheet_names() else column_kind
        found = {path: self._value(cell, kind(name, path)) for path, cell in row.cells.items() if path not in leave}
        return {path: value for path, value in found.items() if value is not None}

    def _keep(self, home: _Home, values: Flat, row: KeyRow, lead: str) -> None:
        """Remember the cells of an entry's values."""
        for path in values:
            self.cells[home.file, (*home.path, *_steps(path))] = row.cells[path].place
        self.cells.setdefault((home.file, home.path), lead)

    def _id(self, table: KeyTable, row: KeyRow) -> str | None:
        """The id of a row; None with a finding where it has none."""
        cell = row.cells.get(ID)
        found = self._value(cell, column_kind(table.name, ID)) if cell else None
        if cell is None:
            where = Text("hàng {row}", "row {row}").fill(row=str(row.number + 1))
            self._tell(EMPTY_CELL, table.place(row.number, ID), where=where, whence=EMPTY, **named([ID]))
        return found

    def _section(self, table: KeyTable) -> None:
        """A sheet of entries by id."""
        file = home_of(table.name)
        entries = self.files[file].setdefault(table.name, {})
        for row in table.rows:
            id_ = self._id(table, row)
            if id_ is not None and not self._is_repeated(entries, id_, table, row):
                values = self._values(row, table.name, (ID,))
                entries[id_] = nested(values)
                self._keep(_Home(file, (table.name, id_)), values, row, table.place(row.number, ID))

    def _is_repeated(self, entries: Mapping[str, Any], id_: str, table: KeyTable, row: KeyRow, key: str = ID) -> bool:
        if id_ not in entries:
            return False
        before = next(each.number for each in table.rows if key in each.cells and _says(each, key, id_))
        self._tell(reading.REPEATED_KEY, table.place(row.number, key), key=id_, line=str(before + 1))
        return True

    def _upright(self, table: KeyTable) -> None:
        """A sheet of one entry, its keys below each other."""
        file = PLAN_FILE
        values: Flat = {}
        home = _Home(file, (table.name,))
        rows: dict[str, int] = {}
        for row in table.rows:
            key, cell = label(row.cells[KEY].content) if KEY in row.cells else "", row.cells.get(VALUE)
            if key in rows:
                self._tell(reading.REPEATED_KEY, table.place(row.number, KEY), key=key, line=str(rows[key] + 1))
                continue
            if key:
                rows[key] = row.number
            if cell is not None and key:
                value = self._value(cell, column_kind(table.name, key))
                if value is not None:
                    values[key] = value
                self.cells[file, (*home.path, *_steps(key))] = cell.place
                self.cells[file, _steps(key)] = cell.place
            if key:
                self.headings[table.name, key] = table.place(row.number, VALUE)
        entry = nested(values)
        own = {key: value for key, value in entry.items() if not _is_beside(key)}
        beside = {key: value for key, value in entry.items() if _is_beside(key)}
        if own or not SECTIONS[table.name].optional:
            self.files[file][table.name] = own
        self.files[file] = {**beside, **self.files[file]}
        self.cells.setdefault((file, home.path), table.heading(KEY))

    def _rounds(self, table: KeyTable) -> None:
        """The rounds: which is the first, and the head of each."""
        named = [(row, self._round_id(table, row)) for row in table.rows]
        ids = [id_ for _, id_ in named if id_]
        self.first = next((each for each in ids if not day(each)), min(ids, default=None))
        for row, id_ in named:
            if id_ is None or self._is_repeated(self.rounds, id_, table, row):
                continue
            name = _baseline_name(id_) if id_ == self.first else id_ if day(id_) else None
            if name is None:
                self._tell(_NO_DATE, table.place(row.number, ID), name=self._date_of(row))
                continue
            file = f"{name}.yaml" if id_ == self.first else f"{ROUNDS_FOLDER}/{name}.yaml"
            self.rounds[id_] = file
            values = self._values(row, ROUNDS, (ID,))
            self.files[file] = {ROUND_KEY: nested(values), FIGURES: {}}
            self._keep(_Home(file, (ROUND_KEY,)), values, row, table.place(row.number, ID))

    def _round_id(self, table: KeyTable, row: KeyRow) -> str | None:
        """The id of a round: as it stands there, else its date."""
        if ID in row.cells:
            return label(row.cells[ID].content) or self._id(table, row)
        return self._date_of(row) or self._id(table, row)

    def _date_of(self, row: KeyRow) -> str:
        cell = row.cells.get("date")
        return label(cell.content) if cell else ""

    def _figures(self, table: KeyTable) -> None:
        """The figures of all rounds."""
        late = [key for key in table.columns if key in self.rounds]
        self._unknown_rounds(table)
        for row in table.rows:
            id_ = self._id(table, row)
            file = self._round_of(table, row)
            if id_ is None or file is None:
                continue
            values = self._values(row, FIGURES, (ID, ROUND_KEY, *late))
            if values or not any(each in row.cells for each in late):
                self._figure(_Home(file, (FIGURES, id_)), table, row, values)
            for each in (each for each in late if each in row.cells):
                self._late(self.rounds[each], id_, table, row, each)

    def _figure(self, home: _Home, table: KeyTable, row: KeyRow, values: Flat) -> None:
        entries = self.files[home.file][FIGURES]
        id_ = home.path[-1]
        if id_ in entries:
            self._is_repeated(entries, id_, table, row)
            return
        empty = {VALUE: None} if VALUE not in values and home.file.startswith(ROUNDS_FOLDER) else {}
        entries[id_] = {**empty, **nested(values)}
        self._keep(home, values, row, table.place(row.number, ID))

    def _late(self, file: str, id_: str, table: KeyTable, row: KeyRow, round_id: str) -> None:
        """The number of a later round, in the row of its figure."""
        entries = self.files[file][FIGURES]
        value = self._value(row.cells[round_id], column_kind(FIGURES, VALUE))
        if id_ in entries:
            self._is_repeated(entries, id_, table, row)
        elif value is not None:
            entries[id_] = {VALUE: value}
            for path in ((FIGURES, id_), (FIGURES, id_, VALUE)):
                self.cells[file, path] = row.cells[round_id].place

    def _unknown_rounds(self, table: KeyTable) -> None:
        """Columns that are named by a day of which there is no round."""
        for key in table.columns:
            if day(key) and key not in self.rounds:
                self._no_round(key, table.heading(key))

    def _no_round(self, name: str, place: str) -> None:
        values = {"kind": Text("đợt khảo sát", "round"), "nearest": suggestion(name, self.rounds), "more": EMPTY}
        self._tell(shape.UNKNOWN_REFERENCE, place, found=name, home=Text.same(ROUNDS), **values)

    def _round_of(self, table: KeyTable, row: KeyRow) -> str | None:
        """The file of the round that a row names, the first where it names none; None with a finding."""
        cell = row.cells.get(ROUND_KEY)
        id_ = label(cell.content) if cell else self.first
        if cell and id_ and id_ not in self.rounds:
            self._no_round(id_, cell.place)
        return self.rounds.get(id_ or "")

    def _below(self, table: KeyTable) -> None:
        """A sheet of entries below entries."""
        for row in table.rows:
            home = self._home(table, row)
            if home is None:
                continue
            parent = self.files[home.file]
            for key in home.path:
                parent = parent[key]
            values = self._values(row, table.name, (SECTION, ID, ROUND_KEY, CODE))
            step = self._put(parent, table, row, nested(values))
            if step is not None:
                path = (*home.path, table.name, step)
                for each in values:
                    self.cells[home.file, (*path, *_steps(each))] = row.cells[each].place
                self.cells[home.file, path] = table.place(row.number, CODE if CODE in table.columns else ID)

    def _put(self, parent: dict[str, Any], table: KeyTable, row: KeyRow, entry: dict[str, Any]) -> str | int | None:
        """Add an entry below another; its key or place there, None with a finding where that is taken."""
        if CODE not in table.columns:
            parent.setdefault(table.name, []).append(entry)
            return len(parent[table.name]) - 1
        code = str(row.cells[CODE].content) if CODE in row.cells else ""
        entries = parent.setdefault(table.name, {})
        if code in entries:
            self._tell(reading.REPEATED_KEY, table.place(row.number, CODE), key=code, line=str(row.number + 1))
            return None
        entries[code] = entry
        return code

    def _home(self, table: KeyTable, row: KeyRow) -> _Home | None:
        """The entry that a row belongs to; None with a finding where there is none."""
        homes = [each for each in sheet_names() if table.name in nested_keys(each)]
        said = label(row.cells[SECTION].content) if SECTION in row.cells else ""
        name = said or (homes[0] if len(homes) == 1 else "")
        if name not in homes:
            near = {"kind": Text("trang", "sheet"), "nearest": suggestion(name, homes), "more": EMPTY}
            found = {"found": name, "home": Text.same(", ".join(homes))}
            self._tell(shape.UNKNOWN_REFERENCE, table.place(row.number, SECTION), **near, **found)
            return None
        if is_upright(name):
            return _Home(PLAN_FILE, (name,))
        id_ = str(self._value(row.cells[ID], inner_kind(table.name, ID))) if ID in row.cells else ""
        home = self._entry_home(name, id_, table, row)
        if home is None:
            ids = self.rounds if name == ROUNDS else self._ids(name)
            near = {"kind": _kind(name), "nearest": suggestion(id_, ids), "more": EMPTY}
            self._tell(shape.UNKNOWN_REFERENCE, table.place(row.number, ID), found=id_, home=Text.same(name), **near)
        return home

    def _entry_home(self, name: str, id_: str, table: KeyTable, row: KeyRow) -> _Home | None:
        if name == ROUNDS:
            file = self.rounds.get(label(row.cells[ID].content) if ID in row.cells else "")
            return _Home(file, (ROUND_KEY,)) if file else None
        found = self._round_of(table, row) if name == FIGURES else home_of(name)
        return _Home(found, (name, id_)) if found and id_ in self.files[found].get(name, {}) else None

    def _ids(self, name: str) -> Iterator[str]:
        for file in self.files.values():
            yield from file.get(name, {})


_REQUIRED = ("plan", FIGURES, "indicators", "targets", ROUNDS, "units", "domains")
"""Sheets that no plan can do without."""


def _nested_names() -> Iterator[str]:
    for name in sheet_names():
        yield from nested_keys(name)


def _kind(name: str) -> Text:
    return SECTIONS[ROUND_KEY if name == ROUNDS else name].name


def _is_beside(key: str) -> bool:
    """True of a key of the plan's file that stands outside its sections."""
    return key == DECLARED


def _says(row: KeyRow, key: str, id_: str) -> bool:
    content = row.cells[key].content
    return str(content) == id_ or label(content) == id_


def _steps(path: str) -> tuple[str | int, ...]:
    """A dotted path as keys; what counts the entries of a list counts from 0."""
    return tuple(int(key) - 1 if key.isdigit() else key for key in path.split("."))


def _baseline_name(id_: str) -> str | None:
    """The name of the first round's file; None where it could not be that of a file."""
    if day(id_):
        return f"baseline_{id_[:4]}"
    return id_ if re.fullmatch(r"baseline_[a-z0-9_-]{1,80}", id_) else None
