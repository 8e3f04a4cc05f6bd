"""What a part of a document says, without its own heading."""

from collections.abc import Iterable, Iterator

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt

from qt_ict.language import Language
from qt_ict.presentation.word.tables import draw_table
from qt_ict.presentation.word.writer import JUSTIFY, TABLE_SIZE, heading, write
from qt_ict.report.document import Part, Table

UPRIGHT, ACROSS = 16.4, 25.1
"""Room between the margins [cm]."""
WIDE = 8
"""A table of so many columns stands across."""
SMALL = 11
"""Letters of notes and closing lines [points]."""


def draw_paragraphs(document: WordDocument, part: Part, language: Language) -> None:
    """Its running text."""
    for paragraph in part.paragraphs:
        text = write(document.add_paragraph(), paragraph.say(language))
        text.alignment = JUSTIFY
        text.paragraph_format.first_line_indent = Cm(1)


def draw_tables(
    document: WordDocument,
    tables: Iterable[Table],
    language: Language,
    room: float,
    level: int = 2,
    size: float = TABLE_SIZE,
) -> None:
    """Tables under their headings; at the third level of a document these have letters where there are several.

    Args:
        document: Where they are added.
        tables: The tables.
        language: Their language.
        room: How wide they may be [cm].
        level: That of their headings.
        size: Letters, where there is room for them [points].
    """
    shown = list(tables)
    lettered = level == 3 and sum(bool(table.heading) for table in shown) > 1
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    for table in shown:
        if table.heading:
            letter = f"{next(letters)}) " if lettered else ""
            heading(document, letter + table.heading.say(language), level)
        draw_table(document, table, language, room, size)


def draw_small(document: WordDocument, lines: Iterable[str], size: float) -> None:
    """Lines in small letters [points]."""
    for line in lines:
        paragraph = write(document.add_paragraph(), line, size)
        paragraph.paragraph_format.space_after = Pt(2)


def in_short(part: Part) -> Iterator[Table]:
    """Its tables without the columns that stand aside."""
    for table in part.tables:
        yield table.kept(lambda column: not column.aside)


MOST = 7
"""Columns of a table of the text; one with more is shown in short there and whole in an appendix."""


def is_shortened(table: Table) -> bool:
    """True of a table that the text shows without some of its columns."""
    return len(table.columns) > MOST and any(column.aside or column.detail for column in table.columns)


def in_text(part: Part) -> Iterator[Table]:
    """Its tables as the text of a paper shows them."""
    for table in part.tables:
        yield table.kept(lambda column: not column.aside and not column.detail) if is_shortened(table) else table
