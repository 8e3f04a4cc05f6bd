"""What is attained of each target: Excel's own bars over cells with their values."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from qt_ict.language import Text
from qt_ict.presentation.excel.book import FONT, Book
from qt_ict.presentation.excel.grid_page import COLUMN_PIXELS, GRID, ROOM, GridPage
from qt_ict.presentation.excel.paper import height
from qt_ict.presentation.svg.drawing import COLOURS
from qt_ict.report.document import Document, Group, Row, Table

_ATTAINED = Text("Đạt so với mục tiêu", "Attained of each target")
_CERTAIN, _POSSIBLE = Text("ít nhất", "at least"), Text("có thể thêm", "possibly more")
_NAME, _NUMBER = GRID - 10, 5
"""How many columns of the grid a name takes, and each number."""
_POINTS = 28
"""Height of a bar with its room [pixels]."""


class Bar(NamedTuple):
    """What is attained of a target, in parts of it."""

    name: Text
    certain: float
    """What is attained for certain [1]."""
    possible: float
    """What is attained at most [1]."""


def bars(document: Document) -> list[Bar]:
    """The bars of the table that has most of them."""
    return max(map(_of_table, document.tables), key=len, default=[])


def _of_table(table: Table) -> list[Bar]:
    due = next((place for place, column in enumerate(table.columns) if column.key in ("due", "year")), None)
    rows = [row for row in table.rows if not isinstance(row, Group)]
    return [Bar(_named(row, due), *bar) for row in rows if (bar := _bar_of(row))]


def _named(row: Row, due: int | None) -> Text:
    return row[0].text if due is None else row[0].text + ", " + row[due].text


def _bar_of(row: Row) -> tuple[float, float] | None:
    return next((cell.bar for cell in row if cell.bar), None)


def draw(book: Book, page: GridPage, found: Sequence[Bar]) -> None:
    """The bars at the top of a new page, their values below."""
    page.sheet.set_h_pagebreaks([page.line])
    page.across(book.say(_ATTAINED), bold=True, font_size=14)
    top, tall = page.line, len(found) * _POINTS + 90
    page.line += -(-tall // 20) + 1
    heads = page.line
    _heads(book, page)
    for bar in found:
        _values(book, page, bar)
    page.sheet.insert_chart(top, 0, _chart(book, page, heads, tall), {"object_position": 1})


def _heads(book: Book, page: GridPage) -> None:
    look = book.format(bold=True, align="right", bottom=1, bg_color="#E8EEF4")
    page.joined(0, _NAME, look)
    page.joined(_NAME, _NUMBER, look, book.say(_CERTAIN))
    page.joined(_NAME + _NUMBER, _NUMBER, look, book.say(_POSSIBLE))
    page.line += 1


def _values(book: Book, page: GridPage, bar: Bar) -> None:
    name, number = book.say(bar.name), book.format(num_format='0.0"%"', valign="top")
    page.joined(0, _NAME, book.format(text_wrap=True, valign="top"), name)
    for place, value in enumerate((bar.certain, bar.possible - bar.certain)):
        page.joined(_NAME + place * _NUMBER, _NUMBER, number)
        page.sheet.write_number(page.line, _NAME + place * _NUMBER, value * 100, number)
    page.sheet.set_row(page.line, height([(name, ROOM * _NAME / GRID)]))
    page.line += 1


def _chart(book: Book, page: GridPage, heads: int, tall: int) -> Any:
    """The bars over the cells between a line of headings and the last line."""
    chart = book.file.add_chart({"type": "bar", "subtype": "stacked"})
    name = page.sheet.get_name()
    for place, paler in ((_NAME, 0), (_NAME + _NUMBER, 60)):
        chart.add_series(
            {
                "name": [name, heads, place],
                "categories": [name, heads + 1, 0, page.line - 1, 0],
                "values": [name, heads + 1, place, page.line - 1, place],
                "fill": {"color": COLOURS["value"], "transparency": paler},
                "gap": 60,
            }
        )
    font = {"name": FONT["font_name"], "size": 10}
    grid = {"visible": True, "line": {"color": COLOURS["grid"], "width": 0.75}}
    chart.set_x_axis(
        {"min": 0, "max": 100, "num_format": '0"%"', "num_font": font, "major_unit": 20, "major_gridlines": grid}
    )
    # What is named first stands on top, and the numbers below all.
    chart.set_y_axis({"reverse": True, "num_font": font, "crossing": "max"})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": GRID * COLUMN_PIXELS - 4, "height": tall})
    return chart
