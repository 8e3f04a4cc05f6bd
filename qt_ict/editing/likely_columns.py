"""Which columns of a sheet probably name the figures and hold their numbers: for advice, never to read by."""

from collections.abc import Iterable, Sequence

from qt_ict.loading.sheet import Content, Sheet
from qt_ict.loading.sheet_headings import states_date, without_year
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
    >>> likely_columns(Sheet("x", (("Tên", "Đạt 2026", "Đạt 2027"), ("Hộ gia đình", "5", "6"))), ["Hộ gia đình"])
    'Tên=figure, Đạt=value'
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
    head = _heading_row(sheet, rows, figure)
    if head is None:
        return ""
    numbers = [each for each in range(width) if each != figure and _has_numbers(sheet, rows, each)]
    headings = {each: _said(sheet.content(head, each)) for each in (figure, *numbers)}
    values = [headings[each] for each in numbers if headings[each]]
    named = f"{headings[figure]}=figure"
    if any(map(states_date, values)):
        return named
    dated = [without_year(each) for each in values if without_year(each) != each]
    if len(dated) > 1:
        return f"{named}, {dated[0]}=value" if len(set(dated)) == 1 else ""
    # Row numbers stand in front; of more columns nobody can tell which is meant.
    if not 0 < len(values) <= _FEW or not {headings[figure], values[-1]}.isdisjoint(_repeated(headings.values())):
        return ""
    return f"{named}, {values[-1]}=value"


_FEW = 2
"""Columns of numbers of which the last is probably meant."""


def _heading_row(sheet: Sheet, rows: Sequence[int], figure: int) -> int | None:
    """The nearest row above the figures in which their column is headed, and no number stands; None without one."""
    above = range(rows[0] - 1, -1, -1) if rows else ()
    return next((at for at in above if _said(sheet.content(at, figure)) and not _has_number(sheet.rows[at])), None)


def _has_number(row: Sequence[Content]) -> bool:
    """Whether a row holds a number that is no date."""
    return any(each not in _MISSING and _is_number(each) and not states_date(_said(each)) for each in row)


def _said(content: Content) -> str:
    """A heading on one line; empty for what is none."""
    return " ".join(str(content).split()) if isinstance(content, str | int) else ""


def _has_numbers(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    """Whether a column has numbers beside the figures, and nothing else but empty cells and dashes."""
    contents = [each for row in rows if (each := sheet.content(row, column)) not in _MISSING]
    return bool(contents) and all(map(_is_number, contents))


_MISSING = ("", "-", "–", ":")


def _repeated(headings: Iterable[str]) -> set[str]:
    """Headings that more than one column has: they name none."""
    found = list(headings)
    return {each for each in found if found.count(each) > 1}


def _names(sheet: Sheet, row: int, column: int, known: set[str]) -> bool:
    content = sheet.content(row, column)
    return isinstance(content, str) and folded(" ".join(content.split())) in known


def _is_number(content: Content) -> bool:
    return not isinstance(content, str) or content[:1].isdecimal()
