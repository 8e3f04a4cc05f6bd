"""How large a sheet may be, whatever kind of file it stands in."""

from pathlib import Path

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 50_000, 16_384, 1_000_000
"""The largest table that is read, empty cells included; no plan has so many figures."""


def require_small(place: object, rows: int, columns: int, cells: int) -> None:
    """Refuse a table that no sheet of figures is, and that would be read for minutes.

    Args:
        place: The file, and the sheet or line of it.
        rows: How many rows it has.
        columns: How many the widest row has.
        cells: How many they are together.

    Raises:
        Refusal: One of them is too many.
    """
    found = ((rows, MOST_ROWS, _ROWS), (columns, MOST_COLUMNS, _COLUMNS), (cells, MOST_CELLS, _CELLS))
    for count, most, words in found:
        if count > most:
            raise too_many(place, most, words)


def too_many(place: object, most: int, what: Text) -> Refusal:
    """The refusal of more than a sheet of figures has."""
    return Refusal(
        Text("{place}: hơn {most} {what}", "{place}: more than {most} {what}").fill(place=place, most=most, what=what),
        Text("Chỉ giữ lại các số liệu cần đọc.", "Keep only the figures that are to be read."),
    )


def too_large(path: Path, megabytes: int) -> Refusal:
    """The refusal of a file of too many bytes, as it lies there or unpacked."""
    return Refusal(
        Text("{path} lớn hơn {limit} MB", "{path} is larger than {limit} MB").fill(path=path, limit=megabytes),
        Text("Chỉ giữ lại trang và số liệu cần đọc.", "Keep only the sheet and the figures that are to be read."),
    )


_ROWS, _COLUMNS, _CELLS = Text("dòng", "rows"), Text("cột", "columns"), Text("ô", "cells")
