"""A document that is to stand on one sheet of paper, as one sheet of a workbook."""

from qt_ict.language import Text
from qt_ict.presentation.excel.book import GREY, Book
from qt_ict.presentation.excel.grid_page import GridPage
from qt_ict.report.document import Document

NAME = Text("Tóm tắt", "Summary")


def one_sheet(book: Book, document: Document) -> None:
    """Title, parts, notes and closing lines below each other; printed on one page whatever they take."""
    page = GridPage(book, NAME, size=12)
    page.across(book.say(document.title), bold=True, font_size=14, align="center")
    page.room()
    for part in document.parts:
        page.part(part)
    page.room()
    for place, note in enumerate(document.notes, 1):
        page.across(f"{place}  {book.say(note)}", font_size=9, font_color=GREY)
    for said in document.closing:
        page.across(book.say(said), font_size=9, font_color=GREY)
    page.sheet.fit_to_pages(1, 1)
    page.end()
