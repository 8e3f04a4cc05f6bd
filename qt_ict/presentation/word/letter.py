"""A document for Word: its parts in order, wide tables across, charts as pictures."""

import io
from collections.abc import Iterator
from datetime import datetime, time

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt
from docx.table import _Cell

from qt_ict.language import Language, Text
from qt_ict.presentation.characters import storable
from qt_ict.presentation.file_day import NO_DAY
from qt_ict.presentation.svg.bullet import bullet_svg
from qt_ict.presentation.svg.lines import lines_svg
from qt_ict.presentation.svg.png import png
from qt_ict.presentation.word import form
from qt_ict.presentation.word.archive import settled
from qt_ict.presentation.word.writer import (
    JUSTIFY,
    LEFT,
    RIGHT,
    TABLE_SIZE,
    fix_widths,
    keep_whole,
    new_document,
    number_pages,
    picture,
    repeat_heading,
    set_size,
    shade,
    turn,
    write,
)
from qt_ict.report.document import Cell, Column, Document, Drawing, Group, Part, Table
from qt_ict.wording import terms

UPRIGHT, ACROSS = 16.4, 25.1
"""Room between the margins [cm]."""
WIDE = 7
"""A table of so many columns stands across."""
CHART = 2.8
"""Width of a chart in a table [cm]."""
SMALLEST = 6.5
"""Letters of a table that would have no room in larger ones [points]."""
NARROWEST = 1.55
"""A column that holds a year or a code [cm]."""
LETTER, PADDING = 0.18, 0.4
"""Room for a letter of a table, and for the sides of its cell [cm]."""
_LANGUAGES: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}
_NOTES = terms.NOTES


def word(said: Document, language: Language) -> bytes:
    """The document; the same bytes for the same data.

    Args:
        said: What it says; a report that is handed on stands in the frame of an official document.
        language: Its language.
    """
    document = new_document(_LANGUAGES[language])
    _tell(document, said, language)
    number_pages(document)
    if said.frame:
        form.head(document, said.frame, said.title, language)
        form.addressed(document, said.frame.form, language)
        _facts(document, said.frame.facts, language)
    else:
        write(document.add_paragraph(style="Title"), said.title.say(language))
    across = False
    for number, part in enumerate(said.parts, 1):
        tables = list(_tables(part))
        if across != any(len(each.columns) >= WIDE for each in tables):
            across = not across
            turn(document, landscape=across, first=number == 1 and not said.frame)
        if part.heading:
            document.add_heading(f"{_roman(number)}. {storable(part.heading.say(language))}", 1)
        _part(document, part, tables, language, ACROSS if across else UPRIGHT)
    if across and said.frame:
        turn(document, landscape=False)
    _end(document, said, language)
    if said.frame:
        form.foot(document, said.frame.form, language)
    buffer = io.BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue())


def _facts(document: WordDocument, facts: Table, language: Language) -> None:
    """What the report is about, a line each."""
    for name, fact in ((row[0], row[1]) for row in facts.rows if not isinstance(row, Group)):
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        write(line, f"{name.text.say(language)}: {fact.text.say(language)}")


def _tell(document: WordDocument, said: Document, language: Language) -> None:
    """What the file says about itself: the data's date, never today's."""
    core, when = document.core_properties, datetime.combine(said.day or NO_DAY, time())
    author = said.frame.plan.issuer.name if said.frame else _PROGRAM
    core.title, core.author = storable(said.title.say(language))[:255], storable(author.say(language))[:255]
    core.last_modified_by, core.comments, core.revision = core.author, "", 1
    core.created = core.modified = when
    core.language = _LANGUAGES[language]


_PROGRAM = Text.same("qt-ict")


def _tables(part: Part) -> Iterator[Table]:
    """The tables of a part as they are printed: what stands aside is left to the web page and the workbook."""
    for table in part.tables:
        yield table.kept(lambda column: not column.aside)


def _part(document: WordDocument, part: Part, tables: list[Table], language: Language, room: float) -> None:
    for paragraph in part.paragraphs:
        text = write(document.add_paragraph(), paragraph.say(language))
        text.alignment = JUSTIFY
        text.paragraph_format.first_line_indent = Cm(1)
    for table in tables:
        if table.heading.say(language):
            document.add_heading(storable(table.heading.say(language)), 2)
        _table(document, table, language, room)
    for drawing in part.drawings:
        _figure(document, drawing, language, room)


def _table(document: WordDocument, said: Table, language: Language, room: float) -> None:
    """A table with its headings on every page, domains as rows of their own."""
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
            _fill(whole, row.name.say(language), said.columns[0], bold=True)
            whole.paragraphs[0].paragraph_format.keep_with_next = True
            continue
        for cell, column, content in zip(line.cells, said.columns, row, strict=True):
            _content(cell, column, content, language)
    for line in table.rows:
        keep_whole(line)
    least = _least(said, language)
    if sum(least) > room:
        set_size(table, max(SMALLEST, TABLE_SIZE * room / sum(least)))
    fix_widths(table, _widths(said, least, language, room))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _content(cell: _Cell, column: Column, content: Cell, language: Language) -> None:
    if content.bullet is not None:
        chart = png(bullet_svg(content.bullet, language))
        picture(cell.paragraphs[0], chart, Cm(CHART), content.bullet.said.say(language))
        return
    _fill(cell, content.text.say(language), column, bold=content.tone in ("good", "bad", "open", "strong"))
    if content.notes:
        notes = cell.paragraphs[0].add_run(f" {', '.join(map(str, content.notes))}")
        notes.font.superscript, notes.font.size = True, Pt(TABLE_SIZE)


def _fill(cell: _Cell, text: str, column: Column, **look: bool) -> None:
    paragraph = write(cell.paragraphs[0], text, TABLE_SIZE, **look)
    paragraph.alignment = RIGHT if column.numeric else LEFT
    paragraph.paragraph_format.space_after = Pt(1)


def _least(table: Table, language: Language) -> list[float]:
    """What every column needs, that no number and hardly a word is broken [cm]."""
    return [
        CHART + PADDING
        if column.key == "bullet"
        else max(NARROWEST, min(_longest_word(table, place, language), 14) * LETTER + PADDING)
        for place, column in enumerate(table.columns)
    ]


def _widths(table: Table, least: list[float], language: Language, room: float) -> list[float]:
    """Room by how much the cells of a column say, none too narrow for a number [cm]."""
    if sum(least) > room:
        return [width * room / sum(least) for width in least]
    rows = [row for row in table.rows if not isinstance(row, Group)]
    charts = {place for place, column in enumerate(table.columns) if column.key == "bullet"}
    fixed = charts | {place for place, column in enumerate(table.columns) if column.whole}
    weights = [
        0.0 if place in fixed else min(max((len(row[place].text.say(language)) for row in rows), default=0), 60) ** 0.75
        for place in range(len(table.columns))
    ]
    rest = room - sum(least)
    return [width + rest * weight / (sum(weights) or 1) for width, weight in zip(least, weights, strict=True)]


def _longest_word(table: Table, place: int, language: Language) -> int:
    """Letters of the longest word of a column, its heading included; of the longest text where it stays whole."""
    texts = [table.columns[place].heading, *(row[place].text for row in table.rows if not isinstance(row, Group))]
    whole = table.columns[place].whole
    words = (text.say(language) for text in texts)
    return max((len(word) for text in words for word in ([text] if whole else text.split(" "))), default=0)


def _figure(document: WordDocument, drawing: Drawing, language: Language, room: float) -> None:
    """A chart with its title below, both on one page."""
    chart = drawing.chart
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    said = f"{chart.title.say(language)}. {chart.said.say(language)}"
    picture(paragraph, png(lines_svg(chart, language)), Cm(min(room, 14)), said)
    write(document.add_paragraph(style="Caption"), said)


def _end(document: WordDocument, said: Document, language: Language) -> None:
    """The notes, the closing lines, and in a report the mark that nothing follows."""
    last = document.paragraphs[-1]
    if said.notes:
        document.add_heading(_NOTES.say(language), 2)
        for number, note in enumerate(said.notes, 1):
            last = document.add_paragraph()
            last.paragraph_format.space_after = Pt(2)
            write(last, f"{number}. {note.say(language)}", 11)
    for line in said.closing:
        last = write(document.add_paragraph(), line.say(language), 11)
        last.paragraph_format.space_after = Pt(2)
    if said.frame:
        write(last, "/." if last.text.endswith(".") else "./.", 11)


def _roman(number: int) -> str:
    """The number of a part.

    >>> [_roman(each) for each in (1, 4, 9)]
    ['I', 'IV', 'IX']
    """
    found = ""
    for value, digits in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        found += digits * (number // value)
        number %= value
    return found
