"""What stands behind the signature: whole tables, what they rest on, notes; every appendix with pages of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from docx.document import Document as WordDocument

from qt_ict.language import Language, Text
from qt_ict.presentation.word.form import attached_to
from qt_ict.presentation.word.parts import ACROSS, UPRIGHT, WIDE, draw_paragraphs, draw_tables, in_short, is_shortened
from qt_ict.presentation.word.roman import roman
from qt_ict.presentation.word.tables import draw_chart
from qt_ict.presentation.word.writer import SIZE, begin_anew, centred
from qt_ict.report.document import Document, Frame, Group, Part, Row, Table
from qt_ict.wording import terms


class Appendix(NamedTuple):
    """One of what stands behind a report."""

    name: Text
    """Its number: Phụ lục I."""
    part: Part


def appendices(said: Document) -> tuple[Appendix, ...]:
    """The tables of the text that it shows in short, the parts that stand behind it, and the notes."""
    parts = (
        *(_whole(each) for each in said.parts if not each.appendix and any(map(is_shortened, each.tables))),
        *(_with_facts(_in_short(each), said.frame) for each in said.parts if each.appendix),
        *_notes(said),
    )
    numbered = len(parts) > 1
    names = (
        (terms.APPENDIX + f" {roman(number)}") if numbered else terms.APPENDIX for number in range(1, len(parts) + 1)
    )
    return tuple(map(Appendix, names, parts))


def about(behind: tuple[Appendix, ...], part: Part) -> tuple[Text, ...]:
    """The appendices in which a part of the text stands whole, and in which its notes do."""
    wanted = {part.key, _NOTES_KEY} if any(map(_has_notes, part.tables)) else {part.key}
    return tuple(each.name for each in behind if each.part.key in wanted)


def attach(document: WordDocument, appendix: Appendix, frame: Frame, language: Language) -> None:
    """Add an appendix on pages of its own, across where a table of it is wide."""
    part = appendix.part
    across = any(len(each.columns) >= WIDE for each in part.tables)
    room = ACROSS if across else UPRIGHT
    begin_anew(document, landscape=across)
    centred(document, appendix.name.say(language), bold=True)
    centred(document, part.heading.say(language), bold=True, capital=True)
    if frame.letter:
        centred(document, attached_to(frame, language), SIZE, italic=True)
    draw_paragraphs(document, part, language)
    draw_tables(document, part.tables, language, room)
    for drawing in part.drawings:
        draw_chart(document, drawing, language, room)


def _has_notes(table: Table) -> bool:
    rows: Iterator[Row] = (row for row in table.rows if not isinstance(row, Group))
    return any(cell.notes for row in rows for cell in row)


def _whole(part: Part) -> Part:
    """The tables of a part of the text, those that it shows in short."""
    return Part(part.key, part.heading, tables=tuple(filter(is_shortened, part.tables)))


def _in_short(part: Part) -> Part:
    """A part without the columns that stand aside."""
    return part._replace(tables=tuple(in_short(part)))


def _with_facts(part: Part, frame: Frame | None) -> Part:
    """What the report rests on begins with which plan and which data it speaks of."""
    if frame is None or part.key != "sources":
        return part
    rows: Iterator[Row] = (row for row in frame.facts.rows if not isinstance(row, Group))
    return part._replace(paragraphs=(*(name.text + ": " + fact.text for name, fact in rows), *part.paragraphs))


_NOTES_KEY = "notes"


def _notes(said: Document) -> Iterator[Part]:
    """The notes that cells name, as a part."""
    if said.notes:
        lines = tuple(f"{number}. " + note for number, note in enumerate(said.notes, 1))
        yield Part(_NOTES_KEY, terms.NOTES, lines)
