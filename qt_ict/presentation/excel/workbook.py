"""A document as a workbook: true numbers, live formulas, sheets ready to filter and print."""

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from qt_ict.language import Language, Text
from qt_ict.presentation.characters import storable
from qt_ict.presentation.excel.number_format import number_format
from qt_ict.presentation.excel.sheets import Tab, sheets
from qt_ict.presentation.file_day import NO_DAY
from qt_ict.report.document import Cell, Column, Document, Frame, Group, Row, Tone
from qt_ict.wording import terms

LONGEST_TEXT = 32_767
"""What one cell can hold [characters]."""
NARROWEST, WIDEST, ROOM = 8, 60, 165
"""Widths of columns, and what one page should hold beside each other [characters]."""
LINE = 15
"""Height of a line [points]."""
HEADER_ROW = 2
"""The heading of a sheet, an empty row, then the table."""
_COLOURS: dict[Tone, str] = {"good": "#1A6B2F", "bad": "#B42318", "open": "#7A4B00", "quiet": "#555555"}
_OVERVIEW = Text("Tổng quan", "Overview")
_COUNTS = terms.BY_STATUS
_PAGES = Text("Trang &P/&N", "Page &P of &N")


def excel(document: Document, language: Language) -> bytes:
    """The workbook of a document; the same bytes for the same data.

    Args:
        document: What it says.
        language: Its language.
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        _Book(book, document, language).write()
    return buffer.getvalue()


class _Book:
    """A workbook in the making: the formats it has so far, the names of its sheets."""

    def __init__(self, book: Workbook, document: Document, language: Language) -> None:
        self.book = book
        self.document = document
        self.language: Language = language
        self.names: set[str] = set()
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def write(self) -> None:
        document, say = self.document, self.say
        created = datetime.combine(document.day or NO_DAY, time(), UTC).replace(tzinfo=None)
        author = say(document.frame.plan.issuer.name) if document.frame else "qt-ict"
        self.book.set_properties({"title": say(document.title), "author": author, "created": created})
        self.book.set_size(2400, 1400)
        tables = list(sheets(document))
        overview = self.sheet(_OVERVIEW)
        named = [(sheet, self.sheet(sheet.name)) for sheet in tables]
        self.overview(overview, named)
        for sheet, worksheet in named:
            self.table(worksheet, sheet)

    def say(self, text: Text) -> str:
        said = storable(text.say(self.language))
        return said if len(said) <= LONGEST_TEXT else said[: LONGEST_TEXT - 1] + "…"

    def format(self, **settings: object) -> Format:
        key = tuple(sorted(settings.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"font_name": "Times New Roman", "font_size": 11, **settings})
        return self.formats[key]

    def sheet(self, name: Text) -> Worksheet:
        """A new sheet, set to be printed on A4 in landscape, as wide as the page."""
        worksheet = self.book.add_worksheet(_tab(self.say(name), self.names))
        worksheet.set_paper(9)
        worksheet.set_landscape()
        worksheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        worksheet.fit_to_pages(1, 0)
        worksheet.hide_gridlines(1)
        worksheet.set_footer(f"&C{self.say(_PAGES)}")
        return worksheet

    def overview(self, worksheet: Worksheet, named: list[tuple[Tab, Worksheet]]) -> None:
        """Facts, counts, what is said in running text, and the way to every table."""
        worksheet.set_portrait()
        worksheet.set_column(0, 0, 30)
        worksheet.set_column(1, 1, 70)
        worksheet.write_string(0, 0, self.say(self.document.title), self.format(bold=True, font_size=14))
        line = HEADER_ROW
        if self.document.frame:
            line = self.framed(worksheet, line, self.document.frame)
        for sheet, target in named:
            link = f"internal:'{target.get_name().replace(chr(39), chr(39) * 2)}'!A1"
            worksheet.write_url(line, 0, link, self.format(font_color="#0B57A4", underline=1), target.get_name())
            worksheet.write_string(line, 1, self.say(sheet.name), self.format(text_wrap=True))
            line += 1
        for said in self.running_text():
            worksheet.merge_range(line, 0, line, 1, self.say(said), self.format(text_wrap=True, valign="top"))
            worksheet.set_row(line, self.height([said], [100]))
            line += 1
        worksheet.print_area(0, 0, max(line - 1, 0), 1)

    def running_text(self) -> list[Text]:
        """What no sheet says: the text of parts without tables, and the closing lines."""
        bare = (part for part in self.document.parts if not part.tables and not part.drawings)
        return [*(said for part in bare for said in part.paragraphs), *self.document.closing]

    def framed(self, worksheet: Worksheet, line: int, frame: Frame) -> int:
        """Facts and counts from a line on; the line behind them."""
        for fact in frame.facts.rows:
            if not isinstance(fact, Group):
                worksheet.write_string(line, 0, self.say(fact[0].text), self.format(font_color="#555555"))
                worksheet.write_string(line, 1, self.say(fact[1].text), self.format(text_wrap=True))
                line += 1
        worksheet.write_string(line + 1, 0, self.say(_COUNTS), self.format(bold=True))
        line += 2
        for count in frame.counts:
            worksheet.write_string(line, 0, self.say(count.name), self.format(**_toned(count.tone)))
            worksheet.write_number(line, 1, count.number, self.format(align="left", num_format="0"))
            line += 1
        return line + 1

    def table(self, worksheet: Worksheet, sheet: Tab) -> None:
        """One table under its heading, its running text below."""
        worksheet.write_string(0, 0, self.say(sheet.name), self.format(bold=True, font_size=14))
        widths = self.widths(sheet)
        for place, column in enumerate(sheet.columns):
            worksheet.write_string(HEADER_ROW, place, self.say(column.heading), self.heading(column))
            worksheet.set_column(place, place, widths[place])
        worksheet.set_row(HEADER_ROW, self.height([column.heading for column in sheet.columns], widths))
        keys = [column.key for column in sheet.columns]
        for line, row in enumerate(sheet.rows, HEADER_ROW + 1):
            worksheet.set_row(line, self.height([cell.text for cell in row], widths))
            for place, cell in enumerate(row):
                self.cell(worksheet, (line, place), cell, row, keys)
        last = HEADER_ROW + len(sheet.rows)
        for line, paragraph in enumerate(sheet.paragraphs, last + 2):
            worksheet.write_string(line, 0, self.say(paragraph), self.format(font_color="#555555"))
        self.frame(worksheet, sheet, last)

    def frame(self, worksheet: Worksheet, sheet: Tab, last: int) -> None:
        """What stays in sight, what can be filtered, what is printed."""
        worksheet.autofilter(HEADER_ROW, 0, last, len(sheet.columns) - 1)
        worksheet.freeze_panes(HEADER_ROW + 1, 2 if sheet.columns[0].key == "domain" else 1)
        worksheet.repeat_rows(HEADER_ROW)
        printed = sum(not column.aside for column in sheet.columns)
        worksheet.print_area(0, 0, last + 1 + len(sheet.paragraphs), printed - 1)
        # Years and item numbers are texts on purpose.
        worksheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(last, len(sheet.columns))}"})

    def heading(self, column: Column) -> Format:
        """The look of a column's heading."""
        align = "right" if column.numeric else "left"
        return self.format(bold=True, text_wrap=True, valign="top", bottom=1, bg_color="#E8EEF4", align=align, indent=1)

    def widths(self, sheet: Tab) -> list[int]:
        """As wide as the longest text, but never so that a page holds too little; numbers are never broken."""
        texts = [
            [column.heading, *(row[place].text for row in sheet.rows)] for place, column in enumerate(sheet.columns)
        ]
        longest = [min(max(len(self.say(each)) + 3 for each in column), WIDEST) for column in texts]
        whole = [
            max([NARROWEST, *(self.room(row[place]) for row in sheet.rows)]) for place in range(len(sheet.columns))
        ]
        printed = [place for place, column in enumerate(sheet.columns) if not column.aside]
        limit = next(
            each
            for each in range(WIDEST, NARROWEST - 1, -1)
            if each == NARROWEST or sum(max(whole[place], min(longest[place], each)) for place in printed) <= ROOM
        )
        return [max(least, min(width, limit)) for least, width in zip(whole, longest, strict=True)]

    def room(self, cell: Cell) -> int:
        """What a number needs, which no program breaks over lines; none for a text."""
        is_number = cell.amount is not None and cell.amount.interval.is_point
        return min(len(self.say(cell.text)) + 2, WIDEST) if is_number else 0

    def height(self, texts: list[Text], widths: list[int]) -> int:
        """The height of a row; programs do not agree on whether they reckon it themselves."""
        lines = max(ceil(len(self.say(text)) / (width * 1.05 - 1)) for text, width in zip(texts, widths, strict=True))
        return LINE * min(max(1, lines), 27)

    def cell(self, worksheet: Worksheet, at: tuple[int, int], cell: Cell, row: Row, keys: list[str]) -> None:
        """A number as a number, with its formula where it follows from others; everything else as text."""
        text = self.say(cell.text)
        look: dict[str, object] = {"valign": "top", "bottom": 4, "bottom_color": "#BBBBBB", **_toned(cell.tone)}
        amount = cell.amount
        if amount is None or not amount.interval.is_point:
            aligned = "right" if amount else "left"
            worksheet.write_string(*at, text, self.format(text_wrap=True, align=aligned, indent=1, **look))
            return
        look |= {"num_format": number_format(text, amount, self.language), "align": "right", "indent": 1}
        value = float(amount.interval.low or 0)
        formula = _formula(cell, at[0], row, keys)
        if formula is None:
            worksheet.write_number(*at, value, self.format(**look))
        else:
            worksheet.write_formula(*at, formula, self.format(**look), value)


def _toned(tone: Tone) -> dict[str, object]:
    look: dict[str, object] = {"font_color": _COLOURS[tone]} if tone in _COLOURS else {}
    return {**look, "bold": True} if tone in ("good", "bad", "open", "strong") else look


def _formula(cell: Cell, line: int, row: Row, keys: list[str]) -> str | None:
    """A cell's formula over the cells of its row; None where one of them is no single number."""
    if cell.formula is None:
        return None
    numbers = {
        key: xl_rowcol_to_cell(line, place)
        for place, key in enumerate(keys)
        if key and (amount := row[place].amount) is not None and amount.interval.is_point
    }
    wanted: Iterable[str] = re.findall(r"\{(\w+)\}", cell.formula)
    return f"={cell.formula.format(**numbers)}" if all(each in numbers for each in wanted) else None


def _tab(name: str, taken: set[str]) -> str:
    """A name that a tab may have and no other has yet."""
    name = re.sub(r"[\[\]:*?/\\]", "-", name).strip("' ") or "-"
    for number in range(1, 1_000):
        ending = f" ({number})" if number > 1 else ""
        found = name[: 31 - len(ending)].rstrip("' ") + ending
        if found.lower() not in taken:
            break
    taken.add(found.lower())
    return found
