"""Charts of values over time: Excel's own, each under its title with its values as cells below."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from xlsxwriter.worksheet import Worksheet

from qt_ict.language import Text
from qt_ict.presentation.excel.book import FONT, GREY, Book
from qt_ict.presentation.excel.paper import height
from qt_ict.presentation.svg.drawing import COLOURS
from qt_ict.report.document import Document
from qt_ict.report.plot import Chart, Line, LineKind
from qt_ict.wording import terms

HEADING = Text("Biểu đồ", "Charts")
_FROM, _TO = Text(": từ", ": from"), Text(": đến", ": to")
_COLUMNS, _WIDTH = 11, 12.6
"""A day and both ends of five lines, a sixth being rare; width of each [characters]."""
_LINES = 22
"""Rows that a chart covers."""
_MOST_YEARS = 16
"""Years that are named along the axis; of more only every few."""
_STROKES: dict[LineKind, tuple[str, float, str]] = {
    "path": ("path", 1.75, "dash"),
    "earlier": ("muted", 1.75, "square_dot"),
    "projected": ("projected", 2, "round_dot"),
    "forecast": ("value", 1.25, "square_dot"),
    "target": ("target", 2, "solid"),
}


class _Values(NamedTuple):
    """A line, or one of the ends of a band, as a column of cells."""

    line: Line
    heading: Text
    by_day: dict[date, float]
    lengths: tuple[float, ...] = ()
    """From this end to the other, of what was observed."""
    second: bool = False
    """True of the end that the legend need not name again."""


def chart_sheet(book: Book, document: Document) -> Worksheet | None:
    """Every chart over time of a document, one a page; None where it has none."""
    charts = [each for each in document.charts if each.lines]
    if not charts:
        return None
    worksheet = book.sheet(HEADING, portrait=False)
    worksheet.set_column(0, _COLUMNS - 1, _WIDTH)
    line, breaks = 0, []
    for chart in charts:
        breaks.append(line)
        line = _chart(book, worksheet, chart, line)
    worksheet.set_h_pagebreaks(breaks[1:])
    worksheet.print_area(0, 0, line - 1, _COLUMNS - 1)
    return worksheet


def _chart(book: Book, worksheet: Worksheet, chart: Chart, top: int) -> int:
    """A chart and its values from a line on; the line behind them."""
    wide = [_WIDTH] * _COLUMNS
    look = book.format(bold=True, font_size=14, text_wrap=True, valign="top")
    book.across(worksheet, top, book.say(chart.title), wide, look)
    book.across(worksheet, top + 1, book.say(chart.said), wide, book.format(text_wrap=True, font_color=GREY))
    days = sorted({point.day for line in chart.lines for point in line.points})
    columns = [each for line in chart.lines for each in _columns(line)]
    heads = top + 2 + _LINES
    _values(book, worksheet, columns, days, heads)
    drawn = _drawn(book, worksheet, columns, (heads, len(days)))
    years = days[-1].year - days[0].year
    drawn.set_x_axis(
        {
            "date_axis": True,
            "min": days[0],
            "max": days[-1],
            "num_format": "yyyy",
            "major_unit": max(1, -(-years // _MOST_YEARS)),
            "major_unit_type": "years",
            "num_font": _font(),
        }
    )
    unit = book.say(chart.unit)
    drawn.set_y_axis(
        {
            "name": unit,
            "name_font": {**_font(), "bold": False},
            "num_font": _font(),
            "num_format": "#,##0.##" if _fine(columns) else "#,##0",
            "major_gridlines": {"visible": True, "line": {"color": COLOURS["grid"], "width": 0.75}},
            "line": {"none": True},
        }
    )
    # Nothing else of the sheet is as wide; the drawing ends within its cells.
    drawn.set_size({"width": round(_COLUMNS * (_WIDTH * 7 + 5)) - 4, "height": _LINES * 20 - 8})
    worksheet.insert_chart(top + 2, 0, drawn, {"description": book.say(chart.said), "object_position": 1})
    return heads + len(days) + 2


def _columns(line: Line) -> list[_Values]:
    """A line as one column of values, a band as two."""
    if all(point.low == point.high for point in line.points):
        return [_Values(line, line.name, {point.day: point.low for point in line.points})]
    lengths = tuple(point.high - point.low for point in line.points) if line.kind == "observed" else ()
    return [
        _Values(line, line.name + _FROM, {point.day: point.low for point in line.points}, lengths),
        _Values(line, line.name + _TO, {point.day: point.high for point in line.points}, second=True),
    ]


def _values(book: Book, worksheet: Worksheet, columns: Sequence[_Values], days: Sequence[date], heads: int) -> None:
    """The cells that a chart is drawn from."""
    look = book.format(bold=True, text_wrap=True, valign="top", bottom=1, bg_color="#E8EEF4", align="right")
    said = [book.say(terms.DAY), *(book.say(each.heading) for each in columns)]
    for place, text in enumerate(said):
        worksheet.write_string(heads, place, text, look)
    worksheet.set_row(heads, height((text, _WIDTH * 0.95) for text in said))
    day_look = book.format(num_format="d/m/yyyy" if book.language == "vi" else "yyyy-mm-dd", align="right")
    number = book.format(num_format="#,##0.00" if _fine(columns) else "#,##0")
    for line, day in enumerate(days, heads + 1):
        worksheet.write_datetime(line, 0, datetime.combine(day, time()), day_look)
        for place, each in enumerate(columns, 1):
            if day in each.by_day:
                worksheet.write_number(line, place, each.by_day[day], number)


def _fine(columns: Sequence[_Values]) -> bool:
    """True where some value is no whole number."""
    return any(not value.is_integer() for each in columns for value in each.by_day.values())


def _drawn(book: Book, worksheet: Worksheet, columns: Sequence[_Values], cells: tuple[int, int]) -> Any:
    """The chart over cells: the line of their headings, and how many lines follow."""
    heads, count = cells
    chart = book.file.add_chart({"type": "line"})
    name = worksheet.get_name()
    for place, each in enumerate(columns, 1):
        chart.add_series(
            {
                "name": [name, heads, place],
                "categories": [name, heads + 1, 0, heads + count, 0],
                "values": [name, heads + 1, place, heads + count, place],
                **_stroke(each),
            }
        )
    chart.show_blanks_as("span")
    again = [place for place, each in enumerate(columns) if each.second]
    chart.set_legend({"position": "bottom", "font": _font(), **({"delete_series": again} if again else {})})
    chart.set_chartarea({"border": {"none": True}})
    return chart


def _stroke(each: _Values) -> dict[str, Any]:
    """How a line looks: as in every other format."""
    if each.line.kind != "observed":
        colour, thick, dashes = _STROKES[each.line.kind]
        single = (
            {"type": "circle", "size": 5, **_filled(COLOURS[colour])} if len(each.by_day) == 1 else {"type": "none"}
        )
        return {"line": {"color": COLOURS[colour], "width": thick, "dash_type": dashes}, "marker": single}
    colour = COLOURS["value"]
    found: dict[str, Any] = {"line": {"none": True}, "marker": {"type": "circle", "size": 7, **_filled(colour)}}
    if each.lengths:
        found["y_error_bars"] = {
            "type": "custom",
            "direction": "plus",
            "plus_values": list(each.lengths),
            "minus_values": [0.0] * len(each.lengths),
            "line": {"color": colour, "width": 2},
        }
    return found


def _filled(colour: str) -> dict[str, Any]:
    return {"fill": {"color": colour}, "border": {"color": colour}}


def _font() -> dict[str, Any]:
    return {"name": FONT["font_name"], "size": 10}
