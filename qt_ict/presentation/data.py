"""A document for programs: JSON and CSV, the same in every language."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def as_json(document: Mapping[str, Any] | list[Any], ascii_only: bool = False) -> str:
    """One object or array, readable by people too."""
    return json.dumps(document, ensure_ascii=ascii_only, indent=2, allow_nan=False) + "\n"


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """One line a row under fixed headings; empty where there is nothing.

    Args:
        columns: Paths into a row: ``gap.low`` becomes the heading ``gap_low``.
        rows: Rows of a document; a field that a row lacks is an empty cell.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.replace(".", "_") for column in columns)
    writer.writerows([_cell(_at(row, column)) for column in columns] for row in rows)
    return text.getvalue()


def _at(row: Mapping[str, Any], column: str) -> Any:
    value: Any = row
    for key in column.split("."):
        value = value.get(key) if value is not None else None
    return value


_FORMULA_SIGNS = ("=", "+", "-", "@")
"""Text that begins so would be a formula to a spreadsheet; an apostrophe keeps it text."""


def _cell(value: Any) -> Any:
    """A value in one cell: lists joined, notes by their codes, reasons as pairs."""
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {code}" for name, code in value.items())
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA_SIGNS):
        return f"'{value}"
    if isinstance(value, list):
        return "; ".join(str(each["code"]) if isinstance(each, Mapping) else str(each) for each in value)
    return value
