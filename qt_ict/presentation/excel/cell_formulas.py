"""Formulas over the cells of a row, and what a cell says where it depends on them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from qt_ict.language import Language
from qt_ict.report.document import Amount, Cell, Row


class RowCells(NamedTuple):
    """Where the numbers of a row stand."""

    names: Mapping[str, str]
    """Names of cells, by the keys of their columns."""
    language: Language


def known(line: int, row: Row, keys: list[str], language: Language) -> RowCells:
    """The cells of a row that formulas may ask: those that are single numbers."""
    places = {key: place for place, key in enumerate(keys) if key and single(row[place])}
    return RowCells({key: xl_rowcol_to_cell(line, place) for key, place in places.items()}, language)


def single(cell: Cell) -> bool:
    """True of a cell that is one number, whatever else of its row may change."""
    found = amount_of(cell)
    return found is not None and found.interval.is_point


def amount_of(cell: Cell) -> Amount | None:
    """The quantity of a cell, or that of what it may say instead; None where there is none."""
    own = (each.cell.amount for each in cell.choices)
    return cell.amount or next((each for each in own if each), None)


def formula_of(cell: Cell, found: RowCells) -> str | None:
    """The formula of a cell; None where it has none, or one of its row's cells is no single number."""
    said = _expression(cell, found)
    return None if said is None else f"={said}"


def _expression(cell: Cell, found: RowCells) -> str | None:
    if not cell.choices:
        return None if cell.formula is None else _filled(cell.formula, found)
    said = ""
    for choice in reversed(cell.choices):
        own = _filled(choice.cell.formula, found) if choice.cell.formula else _quoted(choice.cell, found)
        condition = _filled(choice.condition, found)
        if own is None or condition is None:
            return None
        said = f"IF({condition}, {own}, {said})" if condition else own
    return said


def _filled(formula: str, found: RowCells) -> str | None:
    """A formula with the names of cells; None where one is not known."""
    wanted = re.findall(r"\{(\w+)\}", formula)
    return formula.format(**found.names) if all(each in found.names for each in wanted) else None


def _quoted(cell: Cell, found: RowCells) -> str:
    """A text as formulas hold it."""
    return '"' + cell.text.say(found.language).replace('"', '""') + '"'
