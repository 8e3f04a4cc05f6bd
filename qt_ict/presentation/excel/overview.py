"""The first sheet: what the workbook is about, what is said in running text, what is attained, the way to the rest."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from qt_ict.language import Text
from qt_ict.presentation.excel.attained import bars, draw
from qt_ict.presentation.excel.book import Book, toned
from qt_ict.presentation.excel.grid_page import GRID, ROOM, GridPage
from qt_ict.presentation.excel.paper import height
from qt_ict.presentation.excel.sheets import on_first_sheet
from qt_ict.report.document import Document, Frame

NAME = Text("Tổng quan", "Overview")
_COUNTS = Text("Số dòng theo kết quả", "Rows by status")
_CONTENTS = Text("Các trang", "Sheets")


def overview(book: Book, page: GridPage, document: Document, others: Sequence[tuple[Text, Worksheet]]) -> None:
    """Title, facts, counts, running text, contents, and the bars on a page of their own.

    Args:
        book: The workbook.
        page: The first sheet, still empty.
        document: What the workbook says.
        others: The other sheets with what they hold.
    """
    page.across(book.say(document.title), bold=True, font_size=14)
    if document.frame:
        _framed(book, page, document.frame)
    for part in filter(on_first_sheet, document.parts):
        page.part(part)
    for said in document.closing:
        page.across(book.say(said))
    _contents(book, page, others)
    found = bars(document)
    if found:
        draw(book, page, found)
    page.end()


def _framed(book: Book, page: GridPage, frame: Frame) -> None:
    """Facts and counts."""
    page.line += 1
    page.table(frame.facts)
    page.heading(_COUNTS)
    for count in frame.counts:
        page.joined(0, 10, book.format(**toned(count.tone)), book.say(count.name))
        page.sheet.write_number(page.line, 10, count.number, book.format(align="left", num_format="0"))
        page.line += 1
    page.room()


def _contents(book: Book, page: GridPage, others: Sequence[tuple[Text, Worksheet]]) -> None:
    """The way to every sheet."""
    page.heading(_CONTENTS)
    look = book.format(font_color="#0B57A4", underline=1, text_wrap=True, valign="top")
    for name, other in others:
        said = book.say(name)
        page.sheet.merge_range(page.line, 0, page.line, GRID - 1, "", look)
        link = f"internal:'{other.get_name().replace(chr(39), chr(39) * 2)}'!A1"
        page.sheet.write_url(page.line, 0, link, look, said[:255])
        page.sheet.set_row(page.line, height([(said, ROOM)]))
        page.line += 1
