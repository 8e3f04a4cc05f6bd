"""Which columns of a sheet probably name the figures and hold their numbers: for advice, never to read by."""

import re
from collections.abc import Iterable

from qt_ict.loading.sheet import Content, Sheet
from qt_ict.nearest import folded


def likely_columns(sheet: Sheet, names: Iterable[str]) -> str:
    """What ``--columns`` would say of a sheet whose headings are unknown; empty where nothing can be told.

    Args:
        sheet: The sheet.
        names: The ids and names of the figures of the plan.

    >>> likely_columns(Sheet("x", (("TT", "Chỉ tiêu", "Đạt"), ("1", "Hộ gia đình", "5"))), ["Hộ gia đình"])
    'Chỉ tiêu=figure, Đạt=value'
    >>> likely_columns(Sheet("x", (("Chỉ tiêu", "2026", "2027"), ("Hộ gia đình", "5", "6"))), ["Hộ gia đình"])
    'Chỉ tiêu=figure'
    >>> likely_columns(Sheet("x", (("Chỉ tiêu", "Đạt", "Đạt"), ("Hộ gia đình", "5", "6"))), ["Hộ gia đình"])
    ''
    """
    known = set(map(folded, names))
    width = max(map(len, sheet.rows), default=0)
    matched = {
        column: [at for at in range(len(sheet.rows)) if _names(sheet, at, column, known)] for column in range(width)
    }
    figure = max(matched, key=lambda column: len(matched[column]), default=0)
    rows = matched.get(figure, [])
    if not rows or not rows[0]:
        return ""
    contents = {column: sheet.content(rows[0] - 1, column) for column in range(width)}
    headings = {column: each if isinstance(each, str | int) else "" for column, each in contents.items()}
    numbers = [each for each in range(width) if all(_is_number(sheet.content(row, each)) for row in rows)]
    values = [each for each in numbers if each != figure and headings[each] != ""]
    if headings[figure] == "":
        return ""
    if values and all(_YEAR.fullmatch(str(headings[each])) for each in values):
        return f"{headings[figure]}=figure"
    # Row numbers stand in front; of more columns nobody can tell which is meant.
    if not values or len(values) > 2:
        return ""
    if not {headings[figure], headings[values[-1]]}.isdisjoint(_repeated(headings.values())):
        return ""
    return f"{headings[figure]}=figure, {headings[values[-1]]}=value"


def _repeated(headings: Iterable[str | int]) -> set[str | int]:
    """Headings that more than one column has: they name none."""
    found = list(headings)
    return {each for each in found if found.count(each) > 1}


_YEAR = re.compile("(?:19|20)[0-9]{2}")
"""A column headed by a year says itself what it is."""


def _names(sheet: Sheet, row: int, column: int, known: set[str]) -> bool:
    content = sheet.content(row, column)
    return isinstance(content, str) and folded(" ".join(content.split())) in known


def _is_number(content: Content) -> bool:
    return not isinstance(content, str) or content[:1].isdecimal()
