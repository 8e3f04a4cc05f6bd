"""Numbers that the sign between two cells may have cut: 45,6 in a file whose cells a comma separates."""

from collections.abc import Callable
from functools import cached_property

from qt_ict.arithmetic.numerals import CONVENTIONS, numeral
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.editing.fit import misfit
from qt_ict.language import Text
from qt_ict.loading.sheet import Content, Sheet
from qt_ict.model.indicators import Unit


class CutNumbers:
    """The rows of a sheet whose number may go on in the next cell.

    A row with more cells than the headings has one sign too many; which of them, nobody can tell. In a row that
    is not longer, the cell behind the number is one of its own where its column has a number in every row, and in
    some row one that cannot continue the number before it.
    """

    def __init__(
        self, sheet: Sheet, headings: int, column: int, unit: Callable[[int], Unit | None], own: bool = False
    ) -> None:
        """Look at a sheet.

        Args:
            sheet: The sheet.
            headings: Its row of headings, from 0.
            column: Its column of numbers, from 0.
            unit: What the number of a row should be of; None where that is not known.
            own: Whether the next column is known to be one of its own.
        """
        self._unit = unit
        self._own = own
        self._sheet = sheet
        self._column = column
        self._width = len(sheet.rows[headings])
        self._possible = sheet.separator != "" and sheet.separator in _IN_NUMBERS
        self._rows = [at for at in range(headings + 1, len(sheet.rows)) if self._cell(at, column)]
        self._headed = bool(self._next(headings))

    @cached_property
    def _column_of_numbers(self) -> bool:
        """Whether the next column has a heading and numbers of its own: some of them continue no number before them."""
        numbers = self._headed and all(_is_number(self._next(at)) for at in self._rows)
        units = {at: self._unit(at) for at in self._rows}
        return self._own or (numbers and any(unit and not self._may_go_on(at, unit) for at, unit in units.items()))

    def cut(self, row: int, unit: Unit) -> Complaint | None:
        """Why the number of a row is not read, and the row from it on; None where it is all of it.

        Args:
            row: From 0.
            unit: What the number should be of.
        """
        cells = self._sheet.rows[row]
        if not self._possible:
            return None
        if len(cells) > self._width:
            problem = _LONGER.fill(found=len(cells), expected=self._width)
        elif not self._column_of_numbers and self._may_go_on(row, unit):
            problem = _GOES_ON
        else:
            return None
        return Complaint(problem, _QUOTE, Text.same(self._sheet.separator.join(map(str, cells[self._column :]))))

    def _may_go_on(self, row: int, unit: Unit) -> bool:
        """Whether a cell and the next are one number of the unit under some convention."""
        behind = self._next(row)
        if not _is_number(behind):
            return False
        whole = f"{self._cell(row, self._column)}{self._sheet.separator}{str(behind).rstrip(_PER_CENT)}"
        numbers = (numeral(whole, each) for each in CONVENTIONS)
        return any(not isinstance(each, Complaint) and misfit(each, unit) is None for each in numbers)

    def _next(self, row: int) -> Content:
        return self._cell(row, self._column + 1)

    def _cell(self, row: int, column: int) -> Content:
        cells = self._sheet.rows[row]
        return cells[column] if column < len(cells) else ""


def _is_number(content: Content) -> bool:
    """Whether a cell has digits alone, their signs and a per cent sign."""
    text = str(content).rstrip(_PER_CENT)
    return text[:1].isdecimal() and not text.strip("0123456789.,")


_IN_NUMBERS = ",. '’_"
"""What separates cells and may stand between digits too."""
_PER_CENT = " \u00a0%‰"
_LONGER = Text(
    "dòng có {found} ô mà tiêu đề có {expected}: một dấu ngăn ô có thể thuộc về con số",
    "the row has {found} cells, the headings {expected}: a separator may belong to the number",
)
_GOES_ON = Text(
    "ô này và ô kế tiếp có thể là một con số bị dấu ngăn ô cắt đôi",
    "this cell and the next may be one number that the separator cuts",
)
_QUOTE = Text(
    'Đặt con số trong dấu nháy kép, như "45,6"; hoặc ngăn các ô của cả tệp bằng dấu chấm phẩy.',
    'Put the number in double quotes, as in "45,6"; or separate the cells of the whole file with semicolons.',
)
