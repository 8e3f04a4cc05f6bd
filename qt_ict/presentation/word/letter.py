"""A document for Word: an answer as it stands, one sheet, or a report in its frame with appendices behind it."""

import io
from datetime import datetime, time

from docx.document import Document as WordDocument
from docx.shared import Pt

from qt_ict.language import EMPTY, Language, Text
from qt_ict.presentation.characters import storable
from qt_ict.presentation.file_day import NO_DAY
from qt_ict.presentation.word import form
from qt_ict.presentation.word.appendices import Appendix, about, appendices, attach
from qt_ict.presentation.word.archive import settled
from qt_ict.presentation.word.parts import (
    ACROSS,
    SMALL,
    UPRIGHT,
    WIDE,
    draw_paragraphs,
    draw_small,
    draw_tables,
    in_short,
    in_text,
)
from qt_ict.presentation.word.roman import roman
from qt_ict.presentation.word.tables import draw_chart
from qt_ict.presentation.word.writer import (
    CENTER,
    SHEET_SIZE,
    SIZE,
    centred,
    dotted,
    heading,
    new_document,
    number_pages,
    turn,
    write,
)
from qt_ict.report.document import Document, Frame, Part
from qt_ict.wording import terms

_LANGUAGES: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}
_NOTES = terms.NOTES
_SEE = Text("Chi tiết và chú thích: ", "In full, and notes: ")


def word(said: Document, language: Language) -> bytes:
    """The document; the same bytes for the same data.

    Args:
        said: What it says; a report that is handed on stands in the frame of an official document.
        language: Its language.
    """
    document = new_document(_LANGUAGES[language], SHEET_SIZE if said.one_page else SIZE)
    _tell(document, said, language)
    number_pages(document)
    if said.one_page:
        _sheet(document, said, language)
    elif said.frame:
        _report(document, said, said.frame, language)
    else:
        _answer(document, said, language)
    buffer = io.BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue())


def _tell(document: WordDocument, said: Document, language: Language) -> None:
    """What the file says about itself: the data's date, never today's."""
    core, when = document.core_properties, datetime.combine(said.day or NO_DAY, time())
    author = said.frame.plan.issuer.name if said.frame else _PROGRAM
    core.title, core.author = storable(said.title.say(language))[:255], storable(author.say(language))[:255]
    core.last_modified_by, core.comments, core.revision = core.author, "", 1
    core.created = core.modified = when
    core.language = _LANGUAGES[language]


_PROGRAM = Text.same("qt-ict")


def _answer(document: WordDocument, said: Document, language: Language) -> None:
    """Its parts in order, wide tables across."""
    write(document.add_paragraph(style="Title"), said.title.say(language))
    across = False
    for number, part in enumerate(said.parts, 1):
        tables = list(in_short(part))
        if across != any(len(each.columns) >= WIDE for each in tables):
            across = not across
            turn(document, landscape=across, first=number == 1)
        if part.heading:
            heading(document, f"{roman(number)}. {part.heading.say(language)}", 1)
        draw_paragraphs(document, part, language)
        draw_tables(document, tables, language, ACROSS if across else UPRIGHT)
        for drawing in part.drawings:
            draw_chart(document, drawing, language, UPRIGHT)
    _end(document, said, language, SMALL)


def _sheet(document: WordDocument, said: Document, language: Language) -> None:
    """One sheet: small letters, little room between them, no frame."""
    title = centred(document, said.title.say(language), SHEET_SIZE + 2, bold=True)
    title.paragraph_format.space_after = Pt(4)
    for part in said.parts:
        if part.heading:
            heading(document, part.heading.say(language), 1)
        draw_paragraphs(document, part, language)
        draw_tables(document, in_text(part), language, UPRIGHT, size=SHEET_SIZE - 1)
    _end(document, said, language, SHEET_SIZE - 2)


def _end(document: WordDocument, said: Document, language: Language, size: float) -> None:
    """The notes and the closing lines [points]."""
    if said.notes:
        heading(document, _NOTES.say(language), 2)
        draw_small(document, (f"{number}. {note.say(language)}" for number, note in enumerate(said.notes, 1)), size)
    draw_small(document, (each.say(language) for each in said.closing), size)


def _report(document: WordDocument, said: Document, frame: Frame, language: Language) -> None:
    """Head, text, signature; then every appendix on pages of its own."""
    behind = appendices(said)
    form.head(document, frame, said, language)
    _text(document, said, behind, language)
    form.foot(document, frame, language)
    for each in behind:
        attach(document, each, frame, language)


def _text(document: WordDocument, said: Document, behind: tuple[Appendix, ...], language: Language) -> None:
    """The parts of the text under the headings of their chapters, numbered as official documents number them."""
    letter = said.frame.letter if said.frame else None
    text = [each for each in said.parts if not each.appendix]
    chapter = number = 0
    last = EMPTY
    for part in (*text, letter.more) if letter else text:
        if part.chapter not in (EMPTY, last):
            chapter, number, last = chapter + 1, 0, part.chapter
            heading(document, f"{roman(chapter)}. {part.chapter.say(language)}", 1, capital=True)
        if part.heading:
            number += 1
            heading(document, f"{number}. {part.heading.say(language)}", 2)
        _part(document, part, about(behind, part), language)
        for _ in range(part.room if letter else 0):
            dotted(document, UPRIGHT)


def _part(document: WordDocument, part: Part, whole: tuple[Text, ...], language: Language) -> None:
    """A part of the text, its tables in short, and where they stand whole."""
    draw_paragraphs(document, part, language)
    draw_tables(document, in_text(part), language, UPRIGHT, level=3)
    for drawing in part.drawings:
        draw_chart(document, drawing, language, UPRIGHT)
    if whole:
        line = _SEE.say(language) + ", ".join(each.say(language) for each in whole)
        write(document.add_paragraph(), f"({line})", SMALL, italic=True).alignment = CENTER
