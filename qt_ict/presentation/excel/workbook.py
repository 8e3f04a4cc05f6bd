"""A document as a workbook: true numbers, live formulas and charts, sheets ready to filter and print."""

import io
from copy import deepcopy
from datetime import UTC, datetime, time

import xlsxwriter

from qt_ict.language import Language
from qt_ict.presentation.excel.book import FONT, Book
from qt_ict.presentation.excel.chart_sheet import HEADING, chart_sheet
from qt_ict.presentation.excel.grid_page import GridPage
from qt_ict.presentation.excel.one_sheet import one_sheet
from qt_ict.presentation.excel.overview import NAME, overview
from qt_ict.presentation.excel.sheets import sheets
from qt_ict.presentation.excel.table_sheet import table_sheet
from qt_ict.presentation.file_day import NO_DAY
from qt_ict.report.document import Document

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # Widths of columns are counted in digits of this font.
    "default_format_properties": FONT,
}


def excel(document: Document, language: Language) -> bytes:
    """The workbook of a document; the same bytes for the same data.

    Args:
        document: What it says.
        language: Its language.
    """
    buffer = io.BytesIO()
    # The library writes into what it is given.
    with xlsxwriter.Workbook(buffer, deepcopy(OPTIONS)) as file:
        book = Book(file, document.title, language)
        created = datetime.combine(document.day or NO_DAY, time(), UTC).replace(tzinfo=None)
        author = book.say(document.frame.plan.issuer.name) if document.frame else "qt-ict"
        file.set_properties({"title": book.say(document.title), "author": author, "created": created})
        file.set_size(2400, 1400)
        _sheets(book, document)
    return buffer.getvalue()


def _sheets(book: Book, document: Document) -> None:
    if document.one_page:
        one_sheet(book, document)
        return
    first = GridPage(book, NAME)
    others = [(tab.name, table_sheet(book, tab)) for tab in sheets(document)]
    charts = chart_sheet(book, document)
    overview(book, first, document, [*others, *([(HEADING, charts)] if charts else [])])
