"""The first sheet: what the workbook is about, what is attained of each target, and the way to every table."""

from collections.abc import Iterator, Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from qt_ict.language import Text
from qt_ict.presentation.excel.book import FONT, GREY, Book, toned
from qt_ict.presentation.excel.paper import height
from qt_ict.presentation.svg.drawing import COLOURS
from qt_ict.report.document import Cell, Document, Frame, Group, Row, Table

NAME = Text("Tổng quan", "Overview")
_COUNTS = Text("Số dòng theo kết quả", "Rows by status")
_CONTENTS = Text("Các trang", "Sheets")
_ATTAINED = Text("Đạt so với mục tiêu, %", "Attained of each target, %")
_CERTAIN = Text("ít nhất", "at least")
_POSSIBLE = Text("có thể thêm", "possibly more")
_WIDTHS = (30, 34, 14, 14)
_POINTS = 26
"""Height of a bar with its room [pixels]."""


class Overview:
    """The first sheet in the making: line by line."""

    def __init__(self, book: Book, document: Document) -> None:
        self.book = book
        self.document = document
        self.sheet: Worksheet = book.sheet(NAME, portrait=True)
        self.line = 0
        for place, width in enumerate(_WIDTHS):
            self.sheet.set_column(place, place, width)

    def write(self, others: Sequence[tuple[Text, Worksheet]]) -> None:
        """Title, facts, counts, bars, running text, contents.

        Args:
            others: The other sheets with what they hold.
        """
        self.across(self.book.say(self.document.title), bold=True, font_size=14)
        self.line += 1
        if self.document.frame:
            self.framed(self.document.frame)
        for said in self.running_text():
            self.across(self.book.say(said))
        self.contents(others)
        bars = list(_bars(self.document))
        if bars:
            self.bars(bars)
        self.sheet.print_area(0, 0, max(self.line - 1, 0), len(_WIDTHS) - 1)

    def across(self, said: str, **look: object) -> None:
        """A text over the whole sheet."""
        self.book.across(self.sheet, self.line, said, _WIDTHS, self.book.format(text_wrap=True, valign="top", **look))
        self.line += 1

    def running_text(self) -> Iterator[Text]:
        """What no sheet says: the text of parts without tables, and the closing lines."""
        bare = (part for part in self.document.parts if not part.tables and not part.drawings)
        yield from (said for part in bare for said in part.paragraphs)
        yield from self.document.closing

    def framed(self, frame: Frame) -> None:
        """Facts and counts."""
        for fact in frame.facts.rows:
            if not isinstance(fact, Group):
                self.stated(fact[0], fact[1])
        self.line += 1
        self.across(self.book.say(_COUNTS), bold=True)
        for count in frame.counts:
            self.sheet.write_string(self.line, 0, self.book.say(count.name), self.book.format(**toned(count.tone)))
            self.sheet.write_number(self.line, 1, count.number, self.book.format(align="left", num_format="0"))
            self.line += 1
        self.line += 1

    def stated(self, label: Cell, said: Cell) -> None:
        """A fact beside its label."""
        texts = self.book.say(label.text), self.book.say(said.text)
        look = self.book.format(text_wrap=True, valign="top", font_color=GREY)
        self.sheet.write_string(self.line, 0, texts[0], look)
        wide = self.book.format(text_wrap=True, valign="top")
        self.sheet.merge_range(self.line, 1, self.line, len(_WIDTHS) - 1, "", wide)
        self.sheet.write_string(self.line, 1, texts[1], wide)
        self.sheet.set_row(self.line, height(zip(texts, (_WIDTHS[0], sum(_WIDTHS[1:])), strict=True)))
        self.line += 1

    def contents(self, others: Sequence[tuple[Text, Worksheet]]) -> None:
        """The way to every sheet."""
        self.line += 1
        self.across(self.book.say(_CONTENTS), bold=True)
        look = self.book.format(font_color="#0B57A4", underline=1, text_wrap=True, valign="top")
        for name, other in others:
            said = self.book.say(name)
            self.sheet.merge_range(self.line, 0, self.line, len(_WIDTHS) - 1, "", look)
            link = f"internal:'{other.get_name().replace(chr(39), chr(39) * 2)}'!A1"
            self.sheet.write_url(self.line, 0, link, look, said[:255])
            self.sheet.set_row(self.line, height([(said, sum(_WIDTHS))]))
            self.line += 1

    def bars(self, bars: Sequence[tuple[Text, float, float]]) -> None:
        """What is attained of each target, for certain and possibly, on a page of its own: cells and their chart."""
        self.sheet.set_h_pagebreaks([self.line])
        self.across(self.book.say(_ATTAINED), bold=True, font_size=14)
        top, tall = self.line, (len(bars) * _POINTS + 80)
        self.line += -(-tall // 20) + 1
        heads = self.line
        grey = self.book.format(bold=True, align="right", bottom=1, bg_color="#E8EEF4")
        for place, said in ((0, ""), (1, ""), (2, self.book.say(_CERTAIN)), (3, self.book.say(_POSSIBLE))):
            self.sheet.write_string(heads, place, said, grey)
        for named, certain, possible in bars:
            self.line += 1
            name = self.book.say(named)
            look = self.book.format(text_wrap=True, valign="top")
            self.sheet.merge_range(self.line, 0, self.line, 1, "", look)
            self.sheet.write_string(self.line, 0, name, look)
            number = self.book.format(num_format='0.0"%"', valign="top")
            self.sheet.write_number(self.line, 2, certain * 100, number)
            self.sheet.write_number(self.line, 3, (possible - certain) * 100, number)
            self.sheet.set_row(self.line, height([(name, _WIDTHS[0] + _WIDTHS[1])]))
        self.sheet.insert_chart(top, 0, self.drawn(heads, tall), {"object_position": 1})
        self.line += 1

    def drawn(self, heads: int, tall: int) -> Any:
        """The bars over the cells below a line."""
        chart = self.book.file.add_chart({"type": "bar", "subtype": "stacked"})
        name, colour = self.sheet.get_name(), COLOURS["value"]
        for place, lightness in ((2, 0), (3, 60)):
            chart.add_series(
                {
                    "name": [name, heads, place],
                    "categories": [name, heads + 1, 0, self.line, 0],
                    "values": [name, heads + 1, place, self.line, place],
                    "fill": {"color": colour, "transparency": lightness},
                    "gap": 60,
                }
            )
        font = {"name": FONT["font_name"], "size": 10}
        chart.set_x_axis({"min": 0, "max": 100, "num_format": '0"%"', "num_font": font, "major_unit": 20})
        chart.set_y_axis({"reverse": True, "num_font": font, "crossing": "min"})
        chart.set_legend({"position": "bottom", "font": font})
        chart.set_chartarea({"border": {"none": True}})
        chart.set_size({"width": sum(each * 7 + 5 for each in _WIDTHS) - 4, "height": tall})
        return chart


def _bars(document: Document) -> Iterator[tuple[Text, float, float]]:
    """Every bar of the first table that has some: what it is of, its certain part and all that is possible [1]."""
    table = next((each for each in document.tables if any(map(_bar_of, _rows(each)))), None)
    if table is None:
        return
    due = next((place for place, column in enumerate(table.columns) if column.key in ("due", "year")), None)
    for row in _rows(table):
        bar = _bar_of(row)
        if bar:
            year = row[due].text if due is not None else Text.same("")
            said = row[0].text + (", " + year if year else year)
            yield said, *bar


def _rows(table: Table) -> list[Row]:
    return [row for row in table.rows if not isinstance(row, Group)]


def _bar_of(row: Row) -> tuple[float, float] | None:
    return next((cell.bar for cell in row if cell.bar), None)
