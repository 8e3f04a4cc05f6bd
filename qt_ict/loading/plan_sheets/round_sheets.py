"""The sheets of rounds and of figures: which round is the first, and what each says."""

import datetime
import re
from collections.abc import Iterable

from qt_ict.diagnostics import shape
from qt_ict.language import EMPTY, Text
from qt_ict.loading.bare_words import day
from qt_ict.loading.folder import ROUNDS_FOLDER
from qt_ict.loading.plan_sheets.flat_entries import Flat, nested
from qt_ict.loading.plan_sheets.key_tables import KeyRow, KeyTable, label
from qt_ict.loading.plan_sheets.plan_files import CATALOGUE_FILE
from qt_ict.loading.plan_sheets.plan_grids import (
    FIGURES,
    ID,
    ROUND_KEY,
    ROUNDS,
    column_kind,
)
from qt_ict.loading.plan_sheets.plan_in_making import VALUE, BegunLater, EntryHome, PlanInMaking
from qt_ict.nearest import suggestion

ID_IS_NO_DATE = Text("mã của đợt không phải là ngày của nó", "the id of a round is not its date")
_NO_DATE = shape.MISNAMED_ROUND._replace(
    problem=ID_IS_NO_DATE,
    advice=Text(
        "Ghi {name}, hoặc để trống; đợt đầu: baseline_NĂM.", "Write {name}, or nothing; the first: baseline_YEAR."
    ),
)
"""A round whose file could not be named by its date."""


def rounds(plan: PlanInMaking, table: KeyTable) -> None:
    """The rounds: which is the first, and the head of each."""
    named = [(row, _round_id(plan, table, row)) for row in table.rows]
    ids = [id_ for _, id_ in named if id_]
    plan.first = next((each for each in ids if not day(each)), min(ids, default=None))
    for row, id_ in named:
        if id_ is None or plan.is_repeated(plan.rounds, id_, table, row):
            continue
        name = _baseline_name(id_) if id_ == plan.first else id_ if day(id_) else None
        if name is None:
            plan.tell(_NO_DATE, table.place(row.number, ID), name=_date_of(row))
            continue
        file = f"{name}.yaml" if id_ == plan.first else f"{ROUNDS_FOLDER}/{name}.yaml"
        plan.rounds[id_] = file
        values = plan.values(row, ROUNDS, (ID,))
        plan.files[file] = {ROUND_KEY: nested(values), FIGURES: {}}
        plan.keep(EntryHome(file, (ROUND_KEY,)), values, row, table.place(row.number, ID))


def _round_id(plan: PlanInMaking, table: KeyTable, row: KeyRow) -> str | None:
    """The id of a round: as it stands there, else its date."""
    if ID in row.cells:
        return label(row.cells[ID].content) or plan.id(table, row)
    return _date_of(row) or plan.id(table, row)


def _date_of(row: KeyRow) -> str:
    cell = row.cells.get("date")
    return label(cell.content) if cell else ""


def figures(plan: PlanInMaking, table: KeyTable) -> None:
    """The figures of all rounds."""
    table = _by_round(plan, table)
    late = [key for key in table.columns if key in plan.rounds]
    named = _named_at_first(table)
    _unknown_rounds(plan, table)
    for row in table.rows:
        id_ = plan.id(table, row)
        file = round_of(plan, table, row)
        if id_ is None or file is None:
            continue
        values = plan.values(row, FIGURES, (ID, ROUND_KEY, *late))
        begun = _begun_later(row, late) if values and id_ not in named else None
        if begun is not None:
            file = plan.rounds[begun]
            plan.begun_later.append(BegunLater(table.place(row.number, VALUE), id_, begun))
        if values or not any(each in row.cells for each in late):
            _figure(plan, EntryHome(file, (FIGURES, id_)), table, row, values)
        for each in (each for each in late if each in row.cells):
            _late(plan, plan.rounds[each], id_, table, row, each)


def _begun_later(row: KeyRow, late: Iterable[str]) -> str | None:
    """The round of the first number of a figure that has none in the first round: it says what the figure is."""
    if VALUE in row.cells or ROUND_KEY in row.cells:
        return None
    return min((each for each in late if each in row.cells), default=None)


def _named_at_first(table: KeyTable) -> frozenset[str]:
    """The figures that those of the first round name: they cannot begin later."""
    rows = (row for row in table.rows if ROUND_KEY not in row.cells and VALUE in row.cells)
    said = (str(row.cells[key].content) for row in rows for key in _NAMING if key in row.cells)
    return frozenset(name for each in said for name in re.findall(r"\w+", each))


_NAMING = ("of", "parts", "conflicts_with", "implies")


def _figure(plan: PlanInMaking, home: EntryHome, table: KeyTable, row: KeyRow, values: Flat) -> None:
    entries = plan.files[home.file][FIGURES]
    id_ = home.path[-1]
    if id_ in entries:
        plan.is_repeated(entries, id_, table, row)
        return
    empty = {VALUE: None} if VALUE not in values and home.file.startswith(ROUNDS_FOLDER) else {}
    entries[id_] = {**empty, **nested(values)}
    plan.keep(home, values, row, table.place(row.number, ID))


def _late(plan: PlanInMaking, file: str, id_: str, table: KeyTable, row: KeyRow, round_id: str) -> None:
    """The number of a later round, in the row of its figure."""
    entries = plan.files[file][FIGURES]
    value = plan.value(row.cells[round_id], column_kind(FIGURES, VALUE))
    if entries.get(id_, {}).get(VALUE, ...) is None and value is not None:
        entries[id_][VALUE] = value
        plan.keep_value(file, (FIGURES, id_, VALUE), row.cells[round_id], value)
    elif id_ in entries:
        plan.is_repeated(entries, id_, table, row)
    elif value is not None:
        entries[id_] = {VALUE: value}
        for path in ((FIGURES, id_), (FIGURES, id_, VALUE)):
            plan.keep_value(file, path, row.cells[round_id], value)


def _unknown_rounds(plan: PlanInMaking, table: KeyTable) -> None:
    """Columns that are named by a date of which there is no round."""
    for key in table.columns:
        if _A_DATE.fullmatch(key) and key not in plan.rounds:
            _no_round(plan, key, table.heading(key))


def _by_round(plan: PlanInMaking, table: KeyTable) -> KeyTable:
    """A table whose columns of numbers are named by the ids of their rounds, where their headings mean one each."""
    meant = {key: _round_meant(plan, key) for key in table.columns}
    taken = [id_ for key, id_ in meant.items() if id_]
    named = {key: id_ if id_ and taken.count(id_) == 1 else key for key, id_ in meant.items()}
    rows = (row._replace(cells={named[key]: cell for key, cell in row.cells.items()}) for row in table.rows)
    columns = {named[key]: place for key, place in table.columns.items()}
    return table._replace(columns=columns, rows=tuple(rows))


def _round_meant(plan: PlanInMaking, said: str) -> str | None:
    """The round that an id, a day, a month or a year means; None where none does, or several do.

    A day is written in figures, year first or last: 2024-12-31, 31/12/2024.
    """
    if said in plan.rounds or not _A_DATE.fullmatch(said):
        return said if said in plan.rounds else None
    parts = re.split("[-/.]", said)
    wanted = [int(each) for each in (parts if len(parts[0]) == len(_YEAR) else parts[::-1])]
    dates = {id_: day(id_) or plan.files[file][ROUND_KEY].get("date") for id_, file in plan.rounds.items()}
    found = [
        id_
        for id_, date in dates.items()
        if isinstance(date, datetime.date) and [date.year, date.month, date.day][: len(wanted)] == wanted
    ]
    return found[0] if len(found) == 1 else None


_YEAR = "2024"
_A_DATE = re.compile("(?:19|20)[0-9]{2}(?:-[0-9]{1,2}){0,2}|(?:[0-9]{1,2}[-/.]){1,2}(?:19|20)[0-9]{2}")


def _no_round(plan: PlanInMaking, name: str, place: str) -> None:
    values = {"kind": Text("đợt số liệu", "round"), "nearest": suggestion(name, plan.rounds), "more": EMPTY}
    plan.tell(_NO_ROUND, place, found=name, home=Text.same(ROUNDS), **values)


_NO_ROUND = shape.UNKNOWN_REFERENCE._replace(
    advice=Text(
        "{nearest}Ghi mã của một đợt, như 2023-12-31, hoặc thêm đợt ấy vào trang {home}.",
        "{nearest}Write a round's id, such as 2023-12-31, or add that round to the sheet {home}.",
    )
)


def round_of(plan: PlanInMaking, table: KeyTable, row: KeyRow) -> str | None:
    """The file of the round that a row names, the first where it names none; None with a finding."""
    cell = row.cells.get(ROUND_KEY)
    said = label(cell.content) if cell else plan.first or ""
    id_ = _round_meant(plan, said)
    if cell and said and not id_:
        _no_round(plan, said, cell.place)
    return plan.rounds.get(id_ or "")


def without_zeros(plan: PlanInMaking) -> None:
    """Take from the counts of things the zeros of their format: a column that shows 2.00 makes no count of it."""
    units = plan.files[CATALOGUE_FILE].get("units", {})
    for file, path in plan.with_decimals:
        entry = plan.files[file][FIGURES].get(path[1]) if path[0] == FIGURES and path[2:] == (VALUE,) else None
        unit = units.get(_unit_of(plan, str(path[1])), {}) if entry else {}
        if entry and (unit.get("kind") == "count" or unit.get("rank")) and entry[VALUE] == int(entry[VALUE]):
            entry[VALUE] = int(entry[VALUE])


def _unit_of(plan: PlanInMaking, id_: str) -> str:
    """The unit of measure of a figure: its own, else that of its whole; empty text where nothing says it."""
    passed: set[str] = set()
    while id_ not in passed:
        passed.add(id_)
        said = [found for file in plan.rounds.values() if (found := plan.files[file][FIGURES].get(id_))]
        own = next((str(each["unit"]) for each in said if "unit" in each), "")
        if own:
            return own
        id_ = next((str(each["of"]) for each in said if "of" in each), id_)
    return ""


def _baseline_name(id_: str) -> str | None:
    """The name of the first round's file; None where it could not be that of a file."""
    if day(id_):
        return f"baseline_{id_[:4]}"
    return id_ if re.fullmatch(r"baseline_[a-z0-9_-]{1,80}", id_) else None
