"""A table as a sheet: one header row, one fact a cell, ready to filter and to print."""

from collections.abc import Sequence
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from qt_ict.language import Text
from qt_ict.presentation.excel.book import GREY, Book, toned
from qt_ict.presentation.excel.cell_formulas import RowCells, amount_of, formula_of, known, single
from qt_ict.presentation.excel.number_format import number_format
from qt_ict.presentation.excel.paper import (
    FULLEST,
    LANDSCAPE,
    LETTERS,
    MARGIN,
    NARROWEST,
    PORTRAIT,
    Measures,
    height,
    longest_word,
    pieces,
    widths,
)
from qt_ict.presentation.excel.sheets import Tab
from qt_ict.report.document import Cell, Column, Row

HEADER_ROW = 2
"""The heading of a sheet, a line on how to use it or an empty one, then the table."""
_MEASURED = 400
"""So many rows decide how wide columns are; no word of any is cut."""
_LONG = 28
"""A number with more letters is written smaller where its column is narrow [characters]."""
_TO_ENTER = "#FFF2A8"
_NO_NUMBER = Text("Hãy nhập một con số trong khoảng cho phép.", "Enter a number within the limits.")
_FACE: dict[str, object] = {"valign": "top", "bottom": 4, "bottom_color": "#BBBBBB", "indent": 1}


def table_sheet(book: Book, tab: Tab) -> Worksheet:
    """One table under its heading, its running text below; as wide as a page."""
    measured = [measures(book, column, place, tab.rows) for place, column in enumerate(tab.columns)]
    printed = [each for each, column in zip(measured, tab.columns, strict=True) if not column.aside]
    portrait = sum(each.most for each in printed) <= PORTRAIT * 1.1
    worksheet = book.sheet(tab.name, portrait=portrait)
    least = sum(each.least for each in printed)
    room = PORTRAIT if portrait else min(max(LANDSCAPE, round(least * 1.25)), FULLEST)
    wide = [*widths(printed, room), *(min(each.most, 30) for each in measured[len(printed) :])]
    across = wide[: len(printed)]
    book.across(worksheet, 0, book.say(tab.name), across, _title(book))
    if tab.lead:
        said = " ".join(map(book.say, tab.lead))
        book.across(worksheet, 1, said, across, book.format(text_wrap=True, valign="top", italic=True))
    _heads(book, worksheet, tab, wide)
    _rows(book, worksheet, tab, wide)
    last = HEADER_ROW + len(tab.rows)
    line = last + 2
    for piece in (piece for each in tab.paragraphs for piece in pieces(book.say(each), sum(across))):
        book.across(worksheet, line, piece, across, book.format(text_wrap=True, valign="top", font_color=GREY))
        line += 1
    _frame(worksheet, tab, last)
    worksheet.print_area(0, 0, max(line - 1, last), len(printed) - 1)
    return worksheet


def _title(book: Book) -> Format:
    return book.format(bold=True, font_size=14, text_wrap=True, valign="top")


def _heads(book: Book, worksheet: Worksheet, tab: Tab, wide: Sequence[int]) -> None:
    for place, column in enumerate(tab.columns):
        worksheet.write_string(HEADER_ROW, place, book.say(column.heading), heading_look(book, column))
        worksheet.set_column(place, place, wide[place])
    # The arrow of a filter takes its part of a heading's cell; bold letters are wider.
    said = [(book.say(each.heading), width * 0.93) for each, width in zip(tab.columns, wide, strict=True)]
    worksheet.set_row(HEADER_ROW, height(said))


def heading_look(book: Book, column: Column) -> Format:
    """The look of a column's heading."""
    align = "right" if column.numeric else "left"
    return book.format(bold=True, text_wrap=True, valign="top", bottom=1, bg_color="#E8EEF4", align=align, indent=1)


def _rows(book: Book, worksheet: Worksheet, tab: Tab, wide: Sequence[int]) -> None:
    keys = [column.key for column in tab.columns]
    printed = [not column.aside for column in tab.columns]
    for line, row in enumerate(tab.rows, HEADER_ROW + 1):
        said = zip(row, wide, printed, strict=True)
        worksheet.set_row(line, height((book.say(cell.text), width) for cell, width, shown in said if shown))
        found = known(line, row, keys, book.language)
        for place, cell in enumerate(row):
            write(book, worksheet, (line, place), cell, found)


def write(book: Book, worksheet: Worksheet, at: tuple[int, int], cell: Cell, found: RowCells, span: int = 1) -> None:
    """A number as a number, with its formula where it follows from others; everything else as text.

    Args:
        book: The workbook.
        worksheet: The sheet.
        at: Row and column, from 0.
        cell: What is written.
        found: The cells that its formula may ask.
        span: How many columns are joined for it.
    """
    text, formula, look = book.say(cell.text), formula_of(cell, found), book.format(**_look(book, cell))
    value = float(cell.amount.interval.low or 0) if cell.amount and cell.amount.interval.is_point else text
    if span > 1:
        worksheet.merge_range(*at, at[0], at[1] + span - 1, "", look)
    if formula is not None:
        worksheet.write_formula(*at, formula, look, value)
        _colours(book, worksheet, at, cell)
    elif isinstance(value, float):
        worksheet.write_number(*at, value, look)
    else:
        worksheet.write_string(*at, text, look)
    if cell.entry is not None:
        _entry(book, worksheet, at, cell)


def _look(book: Book, cell: Cell) -> dict[str, object]:
    """How a cell looks: numbers at the right, what is to be entered yellow."""
    amount = amount_of(cell)
    look = {**_FACE, "text_wrap": True, "align": "right" if amount else "left"}
    look |= {} if cell.choices else toned(cell.tone)
    if amount is not None and single(cell):
        shown = next((each.cell for each in cell.choices if each.cell.amount), cell)
        look |= {"num_format": number_format(book.say(shown.text), amount, book.language)}
        look.pop("text_wrap")
        look |= {"shrink": True} if len(book.say(shown.text)) > _LONG else {}
    if cell.entry is not None:
        look |= {"bg_color": _TO_ENTER, "border": 1, "border_color": "#B08900", "locked": False}
    return look


def _colours(book: Book, worksheet: Worksheet, at: tuple[int, int], cell: Cell) -> None:
    """The colour of each text that a cell may say, as it says it."""
    for choice in cell.choices:
        look = toned(choice.cell.tone)
        if look and choice.cell.formula is None:
            said = book.say(choice.cell.text).replace('"', '""')
            rule = {"type": "cell", "criteria": "==", "value": f'"{said}"', "format": book.file.add_format(look)}
            worksheet.conditional_format(*at, *at, rule)


def _entry(book: Book, worksheet: Worksheet, at: tuple[int, int], cell: Cell) -> None:
    """What may be entered, and what is said where it is."""
    assert cell.entry is not None, "asked only of cells to change"
    worksheet.data_validation(
        *at,
        *at,
        {
            "validate": "decimal",
            "criteria": "between",
            "minimum": cell.entry.low,
            "maximum": cell.entry.high,
            "input_message": book.say(cell.entry.about),
            "error_message": book.say(_NO_NUMBER),
        },
    )


def _frame(worksheet: Worksheet, tab: Tab, last: int) -> None:
    """What stays in sight, what can be filtered, what stands above every page."""
    worksheet.autofilter(HEADER_ROW, 0, last, len(tab.columns) - 1)
    worksheet.freeze_panes(HEADER_ROW + 1, 2 if tab.columns[0].key == "domain" else 1)
    worksheet.repeat_rows(HEADER_ROW)
    # Years and item numbers are texts on purpose.
    worksheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(last, len(tab.columns))}"})


def measures(book: Book, column: Column, place: int, rows: Sequence[Row]) -> Measures:
    """What a column needs: numbers are never broken, and no text in the middle of a word."""
    heading = book.say(column.heading)
    said = [book.say(row[place].text) for row in rows]
    whole = [column.whole or single(row[place]) for row in rows]
    numbers = [min(len(each), _LONG) for each, kept in zip(said, whole, strict=True) if kept]
    words = [longest_word(heading) * 1.1 + 1, *map(longest_word, said), *numbers]
    lengths = tuple(map(len, [heading, *said[:_MEASURED]]))
    return Measures(lengths, max(ceil((max(words) + MARGIN) / LETTERS) + 1, NARROWEST))
