"""Data for programs: JSON and CSV, the same in every language."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qt_ict.report.field import Leaf, joined, value_at


def as_json(document: Mapping[str, Any] | list[Any], ascii_only: bool = False) -> str:
    """One object or array, readable by people too."""
    return json.dumps(document, ensure_ascii=ascii_only, indent=2, allow_nan=False) + "\n"


def as_csv(columns: Sequence[Leaf], rows: Iterable[Mapping[str, Any]]) -> str:
    """One line a row under fixed headings; empty where there is nothing.

    Args:
        columns: What the cells of a line are.
        rows: Rows of data; a field that a row lacks is an empty cell.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.heading for column in columns)
    paths = [(column.path.split("."), column.type in _NUMBERS) for column in columns]
    writer.writerows([_cell(value_at(row, path), is_number) for path, is_number in paths] for row in rows)
    return text.getvalue()


_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""Text that begins so would be a formula to a spreadsheet; an apostrophe keeps it text."""


_NUMBERS = ("number", "integer")
"""Types of columns that hold numbers alone, some with their digits as they were written."""


_PERCENTAGE = re.compile(r"[+-][0-9]+(?:\.[0-9]+)?%")
"""What is a number to a spreadsheet, and no formula."""


def _cell(value: Any, is_number: bool) -> Any:
    """A value in one cell; no text of it is a formula."""
    text = joined(value)
    if is_number or not isinstance(text, str) or not text.startswith(_FORMULA_SIGNS):
        return text
    return text if _are_numbers(value) or _PERCENTAGE.fullmatch(text) else f"'{text}"


def _are_numbers(value: Any) -> bool:
    """True of several numbers, which a spreadsheet takes for text as they are joined."""
    return isinstance(value, list) and all(isinstance(each, int | float) for each in value)
