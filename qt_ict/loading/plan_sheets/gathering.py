"""The sheets of a workbook to the files of a plan, and which cell every value comes from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from qt_ict.diagnostics import plan_workbook, reading
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import EMPTY, Text
from qt_ict.loading.plan_sheets.entry_sheets import below, section, upright
from qt_ict.loading.plan_sheets.key_tables import KeyCell, KeyTable, UnkeyedColumn, key_table
from qt_ict.loading.plan_sheets.plan_files import OTHER_FILES, PlainFiles
from qt_ict.loading.plan_sheets.plan_grids import (
    FIGURES,
    ID,
    KEY,
    ROUNDS,
    is_upright,
    nested_keys,
    sheet_names,
)
from qt_ict.loading.plan_sheets.plan_in_making import BegunLater, Cells, PlanInMaking
from qt_ict.loading.plan_sheets.round_sheets import figures, rounds, without_zeros
from qt_ict.loading.sections import SECTIONS
from qt_ict.loading.sheet import Sheet
from qt_ict.nearest import folded


class Gathered(NamedTuple):
    """What a workbook says."""

    files: PlainFiles
    cells: Cells
    per_cent: Mapping[tuple[str, tuple[str | int, ...]], KeyCell]
    """The cells that show their number as per cent."""
    headings: dict[tuple[str, str], str]
    """The cell of every key, by section and key."""
    findings: list[Finding]
    """What keeps cells from being read; nothing of what they mean."""
    unread: tuple[str, ...]
    """Names of sheets that hold nothing of a plan."""
    unkeyed: tuple[UnkeyedColumn, ...] = ()
    """The columns that hold something and have no key."""
    hidden: tuple[str, ...] = ()
    """Names of sheets that are hidden, or of which rows or columns are, and that were read."""
    begun_later: tuple[BegunLater, ...] = ()
    """The figures without a number in the first round."""


def gathered(sheets: Iterable[Sheet], path: Path) -> Gathered:
    """The plan that the sheets of a workbook make up.

    Args:
        sheets: The sheets.
        path: How the user knows the workbook.
    """
    plan = PlanInMaking(path)
    _take(plan, list(sheets))
    return Gathered(
        plan.files,
        plan.cells,
        plan.per_cent,
        plan.headings,
        list({(each.place, each.rule.code): each for each in plan.findings}.values()),
        tuple(plan.unread),
        tuple(plan.unkeyed),
        tuple(plan.hidden),
        tuple(plan.begun_later),
    )


def _take(plan: PlanInMaking, sheets: Sequence[Sheet]) -> None:
    """Read all sheets."""
    tables = _tables(plan, sheets)
    for name, sections in OTHER_FILES.items():
        # The sections that a file cannot do without.
        plan.files[name] = {key: {} for key, each in sections.items() if not each.optional}
    # Where a sheet is missing, whatever refers to it would be wrong.
    whole = tables.keys() >= {*_REQUIRED}
    if ROUNDS in tables:
        rounds(plan, tables[ROUNDS])
    for name, table in tables.items():
        if is_upright(name):
            upright(plan, table)
        elif name == FIGURES and ROUNDS in tables:
            figures(plan, table)
        elif name in SECTIONS and name != FIGURES:
            section(plan, table)
    for name, table in tables.items():
        if name not in sheet_names() and whole:
            below(plan, table)
    without_zeros(plan)
    for name, sections in OTHER_FILES.items():
        # The sections in the order in which people know them.
        order = [*(key for key in plan.files[name] if key not in sections), *sections]
        plan.files[name] = {key: plan.files[name][key] for key in order if key in plan.files[name]}


def _tables(plan: PlanInMaking, sheets: Sequence[Sheet]) -> dict[str, KeyTable]:
    """The sheets that hold something of a plan, by the name of what they hold."""
    known = {folded(each): each for each in (*sheet_names(), *_nested_names())}
    found: dict[str, KeyTable] = {}
    for sheet in sheets:
        name = known.get(folded(sheet.name.strip()))
        table = key_table(sheet, name, KEY if is_upright(name) else ID) if name else None
        if name is None or name in found:
            plan.unread.append(sheet.name)
        elif table is not None:
            found[name] = table
            _heads(plan, table)
            if sheet.hidden or sheet.hidden_rows or sheet.hidden_columns:
                plan.hidden.append(sheet.name)
        elif any(content != "" for row in sheet.rows for content in row):
            leading = KEY if is_upright(name) else ID
            plan.tell(plan_workbook.NO_KEYS, f"{name}!A1", key=leading)
    for name in (each for each in _REQUIRED if each not in found and not _told(plan, each)):
        others = _OTHERS.fill(names=", ".join(plan.unread), sheet=name) if plan.unread else EMPTY
        plan.tell(plan_workbook.MISSING_SHEET, "", sheet=name, unread=others)
    return found


_OTHERS = Text(
    "Trang không được đọc: {names}; nếu là trang ấy, đổi tên thành {sheet}. ",
    "Sheets that were not read: {names}; if it is one of them, rename it to {sheet}. ",
)


def _told(plan: PlanInMaking, name: str) -> bool:
    return any(finding.place.file.endswith(f" {name}!A1") for finding in plan.findings)


def _heads(plan: PlanInMaking, table: KeyTable) -> None:
    for each in table.repeated:
        plan.tell(reading.REPEATED_KEY, each.place, key=str(each.content), line=str(table.head + 1))
    for key in table.columns:
        plan.headings[table.name, key] = table.heading(key)
    if not is_upright(table.name):
        plan.unkeyed += table.unkeyed


_REQUIRED = ("plan", FIGURES, "indicators", "targets", ROUNDS, "units", "domains")
"""Sheets that no plan can do without."""


def _nested_names() -> Iterator[str]:
    for name in sheet_names():
        yield from nested_keys(name)
