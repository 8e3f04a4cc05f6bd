"""Tables and charts of a Word document: columns as wide as what they say, letters as large as there is room for."""

from collections.abc import Sequence
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt
from docx.table import _Cell

from qt_ict.language import Language
from qt_ict.presentation.svg.bullet import bullet_svg
from qt_ict.presentation.svg.lines import lines_svg
from qt_ict.presentation.svg.png import png
from qt_ict.presentation.svg.segments import segments_svg
from qt_ict.presentation.word.unbroken import NO_BREAK, unbroken
from qt_ict.presentation.word.writer import (
    LEFT,
    RIGHT,
    TABLE_SIZE,
    fix_widths,
    keep_together,
    keep_whole,
    picture,
    repeat_heading,
    set_size,
    shade,
    space,
    write,
)
from qt_ict.report.document import Cell, Column, Drawing, Group, Table

CHART, SMALL_CHART = 2.8, 2.0
"""Width of a chart in a table, and where there is little room [cm]."""
SEGMENTS = 7.5
"""Width of a bar of parts in a table [cm]."""
_TOGETHER = 10
"""A table of so few rows stands on one page."""
SMALLEST = 6.5
"""Letters of a table that would have no room in larger ones [points]."""
NARROWEST = 1.3
"""A column that holds a year or a code [cm]."""
LETTER, PADDING = 0.205, 0.45
"""Room for a letter of a table, in fonts wider than Times too, and for the sides of its cell [cm]."""


def draw_table(document: WordDocument, said: Table, language: Language, room: float, size: float = TABLE_SIZE) -> None:
    """A table with its headings on every page, domains as rows of their own.

    Args:
        document: Where it is added.
        said: The table.
        language: Its language.
        room: How wide it may be [cm].
        size: Letters, where there is room for them [points].
    """
    said = said.telling(language)
    setting = _setting(said, language, room, size)
    table = document.add_table(rows=1, cols=len(said.columns), style="Table Grid")
    if any(column.heading for column in said.columns):
        for cell, column in zip(table.rows[0].cells, said.columns, strict=True):
            _fill(cell, column.heading.say(language), column, bold=True)
            shade(cell, "E8EEF4")
        repeat_heading(table.rows[0])
    else:
        table._tbl.remove(table.rows[0]._tr)
    for row in said.rows:
        line = table.add_row()
        if isinstance(row, Group):
            whole = line.cells[0].merge(line.cells[-1])
            _fill(whole, row.said.say(language), said.columns[0], bold=True)
            whole.paragraphs[0].paragraph_format.keep_with_next = True
            continue
        for cell, column, content in zip(line.cells, said.columns, row, strict=True):
            _content(cell, column, content, language, setting)
    for line in table.rows:
        keep_whole(line)
    if len(table.rows) <= _TOGETHER:
        keep_together(table)
    if setting.size < TABLE_SIZE:
        set_size(table, setting.size)
    fix_widths(table, setting.widths)
    space(document)


class _Setting(NamedTuple):
    """How a table fits its page."""

    widths: list[float]
    """Of every column [cm]."""
    size: float
    """Letters [points]."""
    apart: bool = False
    """True where units of measure may stand below their numbers."""
    chart: float = CHART
    """Charts [cm]."""


def _setting(table: Table, language: Language, room: float, size: float) -> _Setting:
    """As large as there is room for; where letters would be too small, texts and then units give way first."""
    least = _least(table, language)
    if sum(least) <= room:
        return _Setting(_widths(table, least, language, room), size)
    fixed = _fixed(table, CHART)
    letters = [width - own for width, own in zip(least, fixed, strict=True)]
    fitting = TABLE_SIZE * (room - sum(fixed)) / sum(letters)
    if fitting >= SMALLEST:
        size = min(size, fitting)
        return _Setting(_shared(letters, letters, fixed, room, size / TABLE_SIZE), size)
    scale = SMALLEST / TABLE_SIZE
    needed = _needed(table, language, units=True)
    chart = CHART
    apart = sum(fixed) + scale * sum(needed) > room
    if apart:
        needed, chart = _needed(table, language, units=False), SMALL_CHART
        fixed = _fixed(table, chart)
    wished = [min(_longest(table, place, language), _BROAD) * LETTER for place in range(len(fixed))]
    return _Setting(_shared(needed, wished, fixed, room, scale), SMALLEST, apart, chart)


def _fixed(table: Table, chart: float) -> list[float]:
    """What of every column does not shrink with its letters [cm]."""
    return [PADDING + (chart if column.key == "bullet" else 0) for column in table.columns]


def _shared(
    needed: Sequence[float], wished: Sequence[float], fixed: Sequence[float], room: float, scale: float
) -> list[float]:
    """What every column needs, and of the rest the more, the more it wishes; squeezed alike if need be.

    Args:
        needed: Letters that are not broken [cm at full size].
        wished: Letters of a line that reads well [cm at full size].
        fixed: What does not shrink with the letters [cm].
        room: How wide the table is [cm].
        scale: Size of the letters [of full size].
    """
    rest = room - sum(fixed) - scale * sum(needed)
    if rest < 0:
        factor = (room - sum(fixed)) / sum(needed)
        return [own + factor * each for own, each in zip(fixed, needed, strict=True)]
    more = [max(0.0, wish - each) for wish, each in zip(wished, needed, strict=True)]
    weights = more if any(more) else [1.0] * len(more)
    return [
        own + scale * each + rest * weight / sum(weights)
        for own, each, weight in zip(fixed, needed, weights, strict=True)
    ]


def draw_chart(document: WordDocument, drawing: Drawing, language: Language, room: float) -> None:
    """A chart with its title below, both on one page."""
    chart = drawing.chart
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    said = f"{chart.title.say(language)}. {chart.said.say(language)}"
    picture(paragraph, png(lines_svg(chart, language)), Cm(min(room, 14)), said)
    write(document.add_paragraph(style="Caption"), said)


def _content(cell: _Cell, column: Column, content: Cell, language: Language, setting: _Setting) -> None:
    if content.bullet is not None:
        chart = png(bullet_svg(content.bullet, language))
        picture(cell.paragraphs[0], chart, Cm(setting.chart), content.bullet.said.say(language))
        return
    if content.segments is not None:
        said = ", ".join(f"{part.number} {part.name.say(language)}" for part in content.segments.parts)
        picture(cell.paragraphs[0], png(segments_svg(content.segments, language)), Cm(SEGMENTS), said)
        return
    _fill(cell, content.text.say(language), column, bold=content.tone in _BOLD_TONES, apart=setting.apart)
    if content.notes:
        notes = cell.paragraphs[0].add_run(NO_BREAK + f",{NO_BREAK}".join(map(str, content.notes)))
        notes.font.superscript, notes.font.size = True, Pt(TABLE_SIZE)


def _fill(cell: _Cell, text: str, column: Column, **look: bool) -> None:
    paragraph = write(cell.paragraphs[0], text, TABLE_SIZE, **look)
    paragraph.alignment = RIGHT if column.numeric else LEFT
    paragraph.paragraph_format.space_after = Pt(1)


def _least(table: Table, language: Language) -> list[float]:
    """What every column needs, that no number and no word is broken and no text is a pile of single words [cm]."""
    found = []
    for place, column in enumerate(table.columns):
        word = min(_longest_word(table, place, language), _LONGEST_WORD)
        text = min(_longest(table, place, language) / _LINES, _BROAD)
        needed = max(NARROWEST, max(word, text) * LETTER + PADDING)
        drawn = max(_drawn(table, place) * SEGMENTS, CHART if column.key == "bullet" else 0.0)
        found.append(drawn + PADDING if drawn else needed)
    return found


_NAME = 12
"""A name is no pile of single words [letters]."""
_LONGEST_WORD = 24
"""A longer one may be broken [letters]."""
_LINES, _BROAD = 3, 18
"""Lines of a text, and letters of a line that are enough, whatever the text."""


def _drawn(table: Table, place: int) -> bool:
    """True of a column of bars of parts."""
    return any(row[place].segments for row in table.rows if not isinstance(row, Group))


def _needed(table: Table, language: Language, *, units: bool) -> list[float]:
    """Letters that no line may break, with units of measure beside their numbers or below them [cm]."""
    words = [_longest_word(table, place, language, units=units) for place in range(len(table.columns))]
    words[0] = max(words[0], _NAME)
    found = zip(words, table.columns, strict=True)
    return [0.0 if column.key == "bullet" else min(word, _LONGEST_WORD) * LETTER for word, column in found]


def _widths(table: Table, least: list[float], language: Language, room: float) -> list[float]:
    """What every column needs, and of the rest the more, the more of its cells would take a second line [cm]."""
    wanted = [min(_longest(table, place, language), 60) * LETTER + PADDING for place in range(len(least))]
    weights = [
        0.0 if column.key == "bullet" else max(0, full - width) ** 0.75
        for column, full, width in zip(table.columns, wanted, least, strict=True)
    ]
    if not any(weights):
        weights = wanted
    rest = room - sum(least)
    return [width + rest * weight / sum(weights) for width, weight in zip(least, weights, strict=True)]


def _longest(table: Table, place: int, language: Language) -> int:
    """Letters of the longest text of a column, its heading included."""
    rows = (row for row in table.rows if not isinstance(row, Group))
    heading = table.columns[place].heading
    return max(len(text.say(language)) for text in (heading, *(row[place].text for row in rows)))


def _longest_word(table: Table, place: int, language: Language, *, units: bool | None = None) -> float:
    """Letters of the longest word of a column, bold ones as wide as they are.

    Args:
        table: The table.
        place: Which column.
        language: Its language.
        units: Whether units stay with their numbers; None where texts stay whole that are marked so.
    """
    column = table.columns[place]
    cells = (row[place] for row in table.rows if not isinstance(row, Group))
    whole = column.whole and units is None
    found = [_letters(each) * _BOLD for each in unbroken(column.heading.say(language)).split(" ")]
    for cell in cells:
        text = cell.text.say(language)
        words = [text] if whole else unbroken(text, units=units is not False).split(" ")
        found += [_letters(each) * (_BOLD if cell.tone in _BOLD_TONES else 1) for each in words]
    return max(found, default=0)


def _letters(word: str) -> float:
    """How many letters of mean width a word is as wide as."""
    wide = sum(letter.isupper() or letter in _WIDE_SIGNS for letter in word)
    blocks = sum(letter in _BLOCKS for letter in word)
    return len(word) + _WIDE * wide + _DIGIT * sum(letter.isdigit() for letter in word) + blocks


_BOLD_TONES = ("good", "bad", "open", "strong")
_BOLD, _WIDE, _DIGIT = 1.2, 0.4, 0.1
"""How much wider than others bold letters are, capitals and signs, and digits."""
_WIDE_SIGNS = "%≥≤<>≈±−m"
_BLOCKS = "▁▂▃▄▅▆▇█"
"""Of a line of blocks, each as wide as two letters."""
