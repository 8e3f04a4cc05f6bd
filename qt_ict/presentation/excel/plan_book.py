"""A plan as a workbook to fill in: headings, keys, drop-downs and checks of every cell."""

import datetime
import io
from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from qt_ict.language import Language, Text
from qt_ict.loading.plan_sheets.cell_value import Written, written
from qt_ict.loading.plan_sheets.plan_grids import ID, KEY, GridColumn, PlanGrid
from qt_ict.presentation.excel.book import GREY, Book
from qt_ict.presentation.excel.cell_checks import validation_of, with_example
from qt_ict.presentation.excel.workbook import OPTIONS
from qt_ict.presentation.file_day import NO_DAY
from qt_ict.wording import terms
from qt_ict.wording.plan_keys import EXAMPLES, SHEETS, key_name
from qt_ict.wording.plan_keys_fr import SHEETS_FR, key_name_fr

ABOUT, NAMES, HEADS, FIRST = 0, 1, 2, 3
"""Rows: what the sheet is about, names of the columns, their keys, the first entry."""
ROOM = 300
"""Rows below the entries that are set to be filled in."""
_NARROWEST, _WIDEST = 8, 44
_FILL, _NEEDED = "#E8EEF4", "#C9DCEB"
_NAMED = 3
"""Columns that stay in sight: id, and the name behind it."""


def plan_workbook(grids: Sequence[PlanGrid], language: Language, spoken: str | None = None) -> bytes:
    """The workbook of a plan; the same bytes for the same plan.

    Args:
        grids: Its sheets.
        language: What headings and hints are written in; keys are the same in every language.
        spoken: The first language of the plan, for headings where they can be written in it; None for ``language``.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, deepcopy(OPTIONS)) as file:
        book = Book(file, _TITLE, language)
        created = datetime.datetime.combine(NO_DAY, datetime.time())
        file.set_properties({"title": book.say(_TITLE), "author": "qt-ict", "created": created})
        file.set_size(2400, 1400)
        sheets = frozenset(grid.name for grid in grids)
        for grid in grids:
            _PlanSheet(book, grid, sheets, _FRENCH if spoken == _FRENCH else language).draw()
    return buffer.getvalue()


_TITLE = terms.PLAN
_FRENCH = "fr"


class _PlanSheet:
    """A sheet in the making."""

    def __init__(self, book: Book, grid: PlanGrid, sheets: frozenset[str], headed_in: str) -> None:
        self.book = book
        self.headed_in = headed_in
        """The language of its headings."""
        self.grid = grid
        self.sheets = sheets
        """Names of all sheets, so that no drop-down looks into one that is not there."""
        self.sheet: Worksheet = book.file.add_worksheet(grid.name)
        self.widths: dict[int, int] = {}
        self.looks: dict[int, Format] = {}
        """How empty cells of each column look."""

    def draw(self) -> None:
        """Headings, entries, drop-downs and checks."""
        about = self._about()
        self.sheet.write_string(ABOUT, 0, about, self.book.format(italic=True, font_color=GREY))
        (self._upright if self.grid.upright else self._table)()
        for column, width in self.widths.items():
            self.sheet.set_column(column, column, min(max(width, _NARROWEST), _WIDEST), self.looks.get(column))
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self.sheet.set_landscape()
        self.sheet.set_paper(9)

    def _about(self) -> str:
        """What the sheet is about."""
        if self.headed_in == _FRENCH:
            return SHEETS_FR.get(self.grid.name, self.grid.name)
        return self.book.say(SHEETS.get(self.grid.name, Text.same(self.grid.name)))

    def _named(self, path: str) -> str:
        """What a key is called."""
        if self.headed_in == _FRENCH:
            return key_name_fr(path, self.grid.name)
        return self.book.say(key_name(path, self.grid.name))

    def _table(self) -> None:
        """An entry a row."""
        for place, column in enumerate(self.grid.columns):
            self._heading(place, self._named(column.path), column.path, column.required)
            self._check(FIRST, place, FIRST + len(self.grid.rows) + ROOM, column)
        for line, row in enumerate(self.grid.rows, FIRST):
            for place, column in enumerate(self.grid.columns):
                if column.path in row:
                    self._cell(line, place, row[column.path], column)
        self.sheet.freeze_panes(FIRST, min(_NAMED, sum(each.path in _SHOWN for each in self.grid.columns)) or 1)

    def _upright(self) -> None:
        """A key a row."""
        for place, key in enumerate((None, KEY, "value")):
            self._heading(place, self._named(key) if key else "", key or "", required=False)
        entry = self.grid.rows[0] if self.grid.rows else {}
        for line, column in enumerate(self.grid.columns, FIRST):
            name = self._named(column.path)
            self.sheet.write_string(line, 0, name, self.book.format(bold=column.required, bg_color=_FILL))
            self.sheet.write_string(line, 1, column.path, self.book.format(font_color=GREY, num_format="@"))
            self._see(0, name)
            self._see(1, column.path)
            self._check(line, 2, line, column, framed=True)
            if column.path in entry:
                self._cell(line, 2, entry[column.path], column)
        self.sheet.freeze_panes(FIRST, 0)

    def _heading(self, place: int, name: str, key: str, required: bool) -> None:
        fill = _NEEDED if required else _FILL
        self.sheet.write_string(
            NAMES, place, name, self.book.format(bold=True, bg_color=fill, bottom=1, text_wrap=True)
        )
        self.sheet.write_string(HEADS, place, key, self.book.format(font_color=GREY, font_size=9, num_format="@"))
        self._see(place, key)
        self._see(place, max(name.split(), key=len, default=""))

    def _see(self, place: int, shown: str) -> None:
        self.widths[place] = max(self.widths.get(place, 0), len(shown) + 2)

    def _check(self, top: int, place: int, bottom: int, column: GridColumn, framed: bool = False) -> None:
        """The look of empty cells, and what may be typed into them."""
        look = self._look(column, None)
        if framed:
            self.sheet.write_blank(top, place, None, look)
        else:
            self.looks[place] = look
        column_letter = xl_col_to_name(place)
        ids = f"${column_letter}${top + 1}:${column_letter}${bottom + 1}"
        unique = f"COUNTIF({ids},{xl_rowcol_to_cell(top, place)})=1" if self._is_unique(column) else None
        found = validation_of(column, self.sheets, unique, FIRST, self.book.language)
        example = EXAMPLES.get((self.grid.name, column.path))
        if example is not None:
            found = with_example(found, self.book.say(example))
        if found:
            self.sheet.data_validation(top, place, bottom, place, found)

    def _is_unique(self, column: GridColumn) -> bool:
        """True of an id that stands in one row alone: figures of later rounds repeat theirs."""
        return column.path == ID and not any(each.path in ("round", "section") for each in self.grid.columns)

    def _cell(self, line: int, place: int, value: Any, column: GridColumn) -> None:
        content = written(value, column.kind)
        look = self._look(column, content)
        match content:
            case datetime.date():
                self.sheet.write_datetime(line, place, datetime.datetime.combine(content, datetime.time()), look)
                self._see(place, content.isoformat())
            case str():
                self.sheet.write_string(line, place, content, look)
                self._see(place, content)
            case _:
                self.sheet.write_number(line, place, float(content), look)
                self._see(place, str(content))

    def _look(self, column: GridColumn, content: Written | None) -> Format:
        """Text stays text, days are days, a number shows its digits."""
        if isinstance(content, datetime.date) or (content is None and column.kind.types == {"date", "string"}):
            return self.book.format(num_format="yyyy-mm-dd", align="left")
        if isinstance(content, Decimal) and "." in f"{content:f}":
            return self.book.format(num_format="0." + "0" * len(f"{content:f}".partition(".")[2]))
        if isinstance(content, int | Decimal) or (
            column.kind.types <= {"number", "integer", "array"} and content is None
        ):
            return self.book.format(num_format="General")
        return self.book.format(num_format="@")


_SHOWN = ("id", "round", "name", "vi", "section")
"""Columns that stay in sight while one looks further right."""
