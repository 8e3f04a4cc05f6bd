"""A workbook in the making: its sheets set for paper, the looks of its cells."""

import re
from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from qt_ict.language import Language, Text
from qt_ict.presentation.characters import storable
from qt_ict.presentation.excel.paper import height
from qt_ict.report.document import Tone

LONGEST_TEXT = 32_767
"""What one cell can hold [characters]."""
FONT: dict[str, object] = {"font_name": "Times New Roman", "font_size": 11}
GREY = "#555555"
_COLOURS: dict[Tone, str] = {"good": "#1A6B2F", "bad": "#B42318", "open": "#7A4B00", "quiet": GREY}
_PAGES = Text("Trang &P/&N", "Page &P of &N")
_HEADER = 200
"""A header may have 255 characters."""


class Book:
    """A workbook: the formats it has so far, the names of its sheets."""

    def __init__(self, file: Workbook, title: Text, language: Language) -> None:
        self.file = file
        self.title = title
        self.language: Language = language
        self.names: set[str] = set()
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def say(self, text: Text) -> str:
        """A text as a cell holds it."""
        said = storable(text.say(self.language))
        return said if len(said) <= LONGEST_TEXT else said[: LONGEST_TEXT - 1] + "…"

    def format(self, **settings: object) -> Format:
        """The look of a cell; each is kept once."""
        key = tuple(sorted(settings.items()))
        if key not in self.formats:
            self.formats[key] = self.file.add_format({**FONT, **settings})
        return self.formats[key]

    def sheet(self, name: Text, *, portrait: bool) -> Worksheet:
        """A new sheet, set to be printed on A4 as wide as the page, with its name above and its number below."""
        tab = tab_named(self.say(name), self.names)
        worksheet = self.file.add_worksheet(tab)
        worksheet.set_paper(9)
        (worksheet.set_portrait if portrait else worksheet.set_landscape)()
        worksheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.7)
        worksheet.fit_to_pages(1, 0)
        worksheet.hide_gridlines(1)
        worksheet.set_header('&L&"Times New Roman,Italic"&9' + _in_header(self.say(self.title)) + "&R&A")
        worksheet.set_footer(f'&C&"Times New Roman,Regular"&10{self.say(_PAGES)}')
        return worksheet

    def across(self, worksheet: Worksheet, line: int, said: str, widths: Sequence[float], look: Format) -> None:
        """A text over some columns from the first on, in a row that is high enough.

        Args:
            worksheet: Where it stands.
            line: Its row, from 0.
            said: The text.
            widths: Widths of the columns [characters].
            look: How it looks; it wraps.
        """
        if len(widths) > 1:
            worksheet.merge_range(line, 0, line, len(widths) - 1, "", look)
        worksheet.write_string(line, 0, said, look)
        size = float(getattr(look, "font_size", 11)) / 11
        worksheet.set_row(line, height([(said, sum(widths) / size)]) * size)


def toned(tone: Tone) -> dict[str, object]:
    """How a tone looks."""
    look: dict[str, object] = {"font_color": _COLOURS[tone]} if tone in _COLOURS else {}
    return {**look, "bold": True} if tone in ("good", "bad", "open", "strong") else look


def _in_header(text: str) -> str:
    """A text as headers spell it; a digit at its start would be read as a size."""
    cut = text if len(text) <= _HEADER else text[: _HEADER - 1] + "…"
    return " " + cut.replace("&", "&&")


_LONGEST_NAME = 31
"""What the name of a sheet may have [characters]."""


def _cut(name: str, room: int) -> str:
    """As many whole words of a name as there is room for; of a first word that is too long as much of it."""
    if len(name) <= room:
        return name
    words = name[: room + 1].rpartition(" ")[0]
    return (words or name[:room]).rstrip("' –-,;:(&")


def tab_named(name: str, taken: set[str]) -> str:
    """A name that a tab may have and no other has yet."""
    name = re.sub(r"[\[\]:*?/\\]", "-", name).strip("' ") or "-"
    for number in range(1, 1_000):
        ending = f" ({number})" if number > 1 else ""
        found = _cut(name, _LONGEST_NAME - len(ending)) + ending
        if found.lower() not in taken:
            break
    taken.add(found.lower())
    return found
