"""The sheets of entries: by id, one below the other, and below entries of another sheet."""

from collections.abc import Iterator
from typing import Any

from qt_ict.diagnostics import reading, shape
from qt_ict.language import EMPTY, Text
from qt_ict.loading.plan_languages import DECLARED
from qt_ict.loading.plan_sheets.flat_entries import Flat, nested
from qt_ict.loading.plan_sheets.key_tables import KeyRow, KeyTable, label
from qt_ict.loading.plan_sheets.plan_files import PLAN_FILE, home_of
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
from qt_ict.loading.plan_sheets.plan_in_making import VALUE, EntryHome, PlanInMaking, steps
from qt_ict.loading.plan_sheets.round_sheets import round_of
from qt_ict.loading.sections import SECTIONS
from qt_ict.nearest import suggestion


def section(plan: PlanInMaking, table: KeyTable) -> None:
    """A sheet of entries by id."""
    file = home_of(table.name)
    entries = plan.files[file].setdefault(table.name, {})
    for row in table.rows:
        id_ = plan.id(table, row)
        if id_ is not None and not plan.is_repeated(entries, id_, table, row):
            values = plan.values(row, table.name, (ID,))
            entries[id_] = nested(values)
            plan.keep(EntryHome(file, (table.name, id_)), values, row, table.place(row.number, ID))


def upright(plan: PlanInMaking, table: KeyTable) -> None:
    """A sheet of one entry, its keys below each other."""
    file = PLAN_FILE
    values: Flat = {}
    home = EntryHome(file, (table.name,))
    rows: dict[str, int] = {}
    for row in table.rows:
        key, cell = label(row.cells[KEY].content) if KEY in row.cells else "", row.cells.get(VALUE)
        if key in rows:
            plan.tell(reading.REPEATED_KEY, table.place(row.number, KEY), key=key, line=str(rows[key] + 1))
            continue
        if key:
            rows[key] = row.number
        if cell is not None and key:
            value = plan.value(cell, column_kind(table.name, key))
            if value is not None:
                values[key] = value
            plan.cells[file, (*home.path, *steps(key))] = cell.place
            plan.cells[file, steps(key)] = cell.place
        if key:
            plan.headings[table.name, key] = table.place(row.number, VALUE)
    entry = nested(values)
    own = {key: value for key, value in entry.items() if not _is_beside(key)}
    beside = {key: value for key, value in entry.items() if _is_beside(key)}
    if own or not SECTIONS[table.name].optional:
        plan.files[file][table.name] = own
    plan.files[file] = {**beside, **plan.files[file]}
    plan.cells.setdefault((file, home.path), table.heading(KEY))


def below(plan: PlanInMaking, table: KeyTable) -> None:
    """A sheet of entries below entries."""
    for row in table.rows:
        home = _home(plan, table, row)
        if home is None:
            continue
        parent = plan.files[home.file]
        for key in home.path:
            parent = parent[key]
        values = plan.values(row, table.name, (SECTION, ID, ROUND_KEY, CODE))
        step = _put(plan, parent, table, row, nested(values))
        if step is not None:
            path = (*home.path, table.name, step)
            for each, value in values.items():
                plan.keep_value(home.file, (*path, *steps(each)), row.cells[each], value)
            plan.cells[home.file, path] = table.place(row.number, CODE if CODE in table.columns else ID)


def _put(
    plan: PlanInMaking, parent: dict[str, Any], table: KeyTable, row: KeyRow, entry: dict[str, Any]
) -> str | int | None:
    """Add an entry below another; its key or place there, None with a finding where that is taken."""
    if CODE not in table.columns:
        parent.setdefault(table.name, []).append(entry)
        return len(parent[table.name]) - 1
    code = str(row.cells[CODE].content) if CODE in row.cells else ""
    entries = parent.setdefault(table.name, {})
    if code in entries:
        plan.tell(reading.REPEATED_KEY, table.place(row.number, CODE), key=code, line=str(row.number + 1))
        return None
    entries[code] = entry
    return code


def _home(plan: PlanInMaking, table: KeyTable, row: KeyRow) -> EntryHome | None:
    """The entry that a row belongs to; None with a finding where there is none."""
    homes = [each for each in sheet_names() if table.name in nested_keys(each)]
    said = label(row.cells[SECTION].content) if SECTION in row.cells else ""
    name = said or (homes[0] if len(homes) == 1 else "")
    if name not in homes:
        near = {"kind": Text("trang", "sheet"), "nearest": suggestion(name, homes), "more": EMPTY}
        found = {"found": name, "home": Text.same(", ".join(homes))}
        plan.tell(shape.UNKNOWN_REFERENCE, table.place(row.number, SECTION), **near, **found)
        return None
    if is_upright(name):
        return EntryHome(PLAN_FILE, (name,))
    id_ = str(plan.value(row.cells[ID], inner_kind(table.name, ID))) if ID in row.cells else ""
    home = _entry_home(plan, name, id_, table, row)
    if home is None:
        ids = plan.rounds if name == ROUNDS else _ids(plan, name)
        near = {"kind": _kind(name), "nearest": suggestion(id_, ids), "more": EMPTY}
        plan.tell(shape.UNKNOWN_REFERENCE, table.place(row.number, ID), found=id_, home=Text.same(name), **near)
    return home


def _entry_home(plan: PlanInMaking, name: str, id_: str, table: KeyTable, row: KeyRow) -> EntryHome | None:
    if name == ROUNDS:
        file = plan.rounds.get(label(row.cells[ID].content) if ID in row.cells else "")
        return EntryHome(file, (ROUND_KEY,)) if file else None
    found = round_of(plan, table, row) if name == FIGURES else home_of(name)
    return EntryHome(found, (name, id_)) if found and id_ in plan.files[found].get(name, {}) else None


def _ids(plan: PlanInMaking, name: str) -> Iterator[str]:
    for file in plan.files.values():
        yield from file.get(name, {})


def _kind(name: str) -> Text:
    return SECTIONS[ROUND_KEY if name == ROUNDS else name].name


def _is_beside(key: str) -> bool:
    """True of a key of the plan's file that stands outside its sections."""
    return key == DECLARED
