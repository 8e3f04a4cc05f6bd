"""A document as lines of text that fit a width, each in pieces with their meaning; terminals colour them."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from rich.cells import cell_len

from qt_ict.language import Language
from qt_ict.presentation.layout import (
    BAR_CELLS,
    GAP,
    INDENT,
    Arrangement,
    arrangement,
    cell_text,
    padded,
)
from qt_ict.presentation.plotted import WIDEST, drawn
from qt_ict.presentation.wrapping import wrapped
from qt_ict.report.document import Cell, Column, Document, Group, Part, Row, Table, Tone

Weight = Tone | Literal["title", "heading", "group", "bar", "maybe"]
"""What a piece of a line is: of a cell its tone; of a bar what is certain, what is possible."""
_CERTAIN, _POSSIBLE, _MISSING = "━", "╍", "╌"


class Piece(NamedTuple):
    """A piece of a line."""

    text: str
    weight: Weight = "plain"


Line = tuple[Piece, ...]


class Sheet(NamedTuple):
    """What a document is written on."""

    language: Language
    width: int
    """Room for a line [cells]."""
    tables: int | None = None
    """Room for a line of a table where that is another [cells]."""
    drawn: bool = False
    """True where bars and rules are drawn."""
    ruled: bool = True
    """False where no rule stands between headings and rows."""


def page(document: Document, sheet: Sheet) -> Iterator[Line]:
    """The lines of a document."""
    language = sheet.language
    yield from _paragraph(document.title.say(language), sheet, "title")
    if document.frame:
        yield from ((), *_table(document.frame.facts, sheet))
    if document.one_page:
        yield from _dense(document.parts, sheet)
    else:
        yield from (line for part in document.parts for line in _part(part, sheet))
    if document.notes:
        yield ()
    for number, note in enumerate(document.notes, 1):
        yield from _hanging(Piece(f"{number:>3}  ", "quiet"), Piece(note.say(language), "quiet"), sheet.width)
    if document.closing and not document.one_page:
        yield ()
    for line in document.closing:
        yield from _paragraph(line.say(language), sheet)


def _dense(parts: tuple[Part, ...], sheet: Sheet) -> Iterator[Line]:
    """Parts without blank lines inside, what is said in one sentence behind its heading: a page seen at once."""
    language, dense = sheet.language, sheet._replace(ruled=False)
    for before, part in zip((None, *parts), parts, strict=False):
        heading = part.heading.say(language)
        if not (before and before.is_one_sentence and part.is_one_sentence):
            yield ()
        if part.is_one_sentence:
            yield from _headed(heading, part.paragraphs[0].say(language), sheet)
            continue
        yield from _paragraph(heading, sheet, "title") if heading else ()
        for paragraph in part.paragraphs:
            yield from _paragraph(paragraph.say(language), sheet)
        for table in part.tables:
            yield from _table(table.kept(lambda column: not column.aside), dense)


def _headed(heading: str, text: str, sheet: Sheet) -> Iterator[Line]:
    """A paragraph that begins with its heading."""
    first, *rest = wrapped(f"{heading}: {text}", sheet.width)
    bold = first[: len(heading) + 1]
    yield Piece(bold, "title"), Piece(first[len(bold) :])
    yield from ((Piece(line),) for line in rest)


def _hanging(head: Piece, text: Piece, width: int) -> Iterator[Line]:
    """A paragraph whose further lines stand under its first word."""
    indent = cell_len(head.text)
    for number, line in enumerate(wrapped(text.text, max(10, width - indent))):
        yield Piece(" " * indent) if number else head, text._replace(text=line)


def _paragraph(text: str, sheet: Sheet, weight: Weight = "plain", indent: int = 0) -> Iterator[Line]:
    for line in wrapped(text, sheet.width - indent):
        yield Piece(" " * indent), Piece(line, weight)


def _part(part: Part, sheet: Sheet) -> Iterator[Line]:
    if part.heading:
        yield from ((), *_paragraph(part.heading.say(sheet.language), sheet, "title"))
    for paragraph in part.paragraphs:
        yield from ((), *_paragraph(paragraph.say(sheet.language), sheet))
    for table in part.tables:
        yield ()
        if heading := table.heading.say(sheet.language):
            yield from _paragraph(heading, sheet, "title")
            yield from [()] if not sheet.drawn else []
        yield from _table(table, sheet)
    for drawing in part.drawings:
        yield ()
        for line in drawn(drawing.chart, sheet.language, sheet.width if sheet.drawn else WIDEST):
            yield from _paragraph(line, sheet)


def _table(table: Table, sheet: Sheet) -> Iterator[Line]:
    arranged = arrangement(table, sheet.language, sheet.tables or sheet.width, bars=sheet.drawn)
    match arranged.form:
        case "table":
            return _as_table(table, sheet, arranged)
        case "stacked":
            return _as_stack(table, sheet, arranged)
        case "listed":
            return _as_list(table, sheet)


def _as_table(table: Table, sheet: Sheet, arranged: Arrangement) -> Iterator[Line]:
    """Headings, then rows; a group's heading runs over the whole width."""
    yield from _headings(table.columns, sheet, arranged.widths)
    for row in table.rows:
        yield from _group(row, sheet) if isinstance(row, Group) else _row(row, table.columns, sheet, arranged)


def _as_stack(table: Table, sheet: Sheet, arranged: Arrangement) -> Iterator[Line]:
    """Headings once, then every name on a line of its own above its numbers."""
    columns = table.columns[1:]
    yield from _indented(_headings(columns, sheet, arranged.widths))
    for row in table.rows:
        if isinstance(row, Group):
            yield from _group(row, sheet)
            continue
        yield from _name(row[0], sheet)
        yield from _indented(_row(row[1:], columns, sheet, arranged))


def _as_list(table: Table, sheet: Sheet) -> Iterator[Line]:
    """Every name on a line of its own, then heading and text of every other cell."""
    for row in table.rows:
        if isinstance(row, Group):
            yield from _group(row, sheet)
            continue
        yield from _name(row[0], sheet)
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if text := cell_text(cell, sheet.language):
                yield from _indented(_labelled(column.heading.say(sheet.language), Piece(text, cell.tone), sheet))


def _labelled(label: str, said: Piece, sheet: Sheet) -> Iterator[Line]:
    """A text behind its label; below it where both do not fit on a line."""
    room = sheet.width - INDENT
    beside = cell_len(label) + GAP + cell_len(said.text) <= room
    if label and beside:
        yield Piece(label + " " * GAP, "quiet"), said
        return
    lines = [*(Piece(line, "quiet") for line in wrapped(label, room) if label)]
    yield from ((each,) for each in (*lines, *(said._replace(text=line) for line in wrapped(said.text, room))))


def _indented(lines: Iterable[Line]) -> Iterator[Line]:
    return ((Piece(" " * INDENT), *line) if line else line for line in lines)


def _name(cell: Cell, sheet: Sheet) -> Iterator[Line]:
    return _paragraph(cell_text(cell, sheet.language), sheet, cell.tone)


def _group(group: Group, sheet: Sheet) -> Iterator[Line]:
    if not sheet.drawn:
        yield ()
    yield from _paragraph(group.name.say(sheet.language), sheet, "group")


def _headings(columns: tuple[Column, ...], sheet: Sheet, widths: list[int]) -> Iterator[Line]:
    texts = [column.heading.say(sheet.language) for column in columns]
    if not any(texts):
        return
    blocks = [wrapped(text, width) for text, width in zip(texts, widths, strict=True)]
    height = max(map(len, blocks))
    raised = [[""] * (height - len(block)) + block for block in blocks]
    for lines in zip(*raised, strict=True):
        yield _side_by_side([Piece(line, "heading") for line in lines], columns, widths)
    if sheet.drawn and sheet.ruled:
        yield (Piece("─" * (sum(widths) + GAP * (len(columns) - 1)), "quiet"),)


def _row(row: Row, columns: tuple[Column, ...], sheet: Sheet, arranged: Arrangement) -> Iterator[Line]:
    texts = (wrapped(cell_text(cell, sheet.language), width) for cell, width in zip(row, arranged.widths, strict=True))
    blocks = [[Piece(line, cell.tone) for line in lines] for lines, cell in zip(texts, row, strict=True)]
    bars = [cell.bar if arranged.bars else None for cell in row]
    for place in range(max(map(len, blocks))):
        pieces = [block[place] if place < len(block) else Piece("") for block in blocks]
        yield _side_by_side(pieces, columns, arranged.widths, bars if place == 0 else None)


def _side_by_side(
    pieces: list[Piece],
    columns: tuple[Column, ...],
    widths: list[int],
    bars: list[tuple[float, float] | None] | None = None,
) -> Line:
    """One line of every column, each filled up to its width; the bar of a cell before its text."""
    found: list[Piece] = []
    for place, (piece, column, width) in enumerate(zip(pieces, columns, widths, strict=True)):
        shares = bars[place] if bars else None
        text = padded(piece.text, width - (BAR_CELLS + 1 if shares else 0), column.numeric)
        found += [*bar(*shares), Piece(" ")] if shares else []
        found += [piece._replace(text=text), Piece(" " * GAP)]
    return tuple(found[:-1])


def bar(certain: float, possible: float) -> Line:
    """A small bar: what is certain, what is possible, what is missing.

    >>> "".join(piece.text for piece in bar(0.5, 0.75))
    '━━━━╍╍╌╌'
    """
    full = int(certain * BAR_CELLS)
    maybe = -int(-possible * BAR_CELLS // 1) - full if possible > certain else 0
    return (
        Piece(_CERTAIN * full, "bar"),
        Piece(_POSSIBLE * maybe, "maybe"),
        Piece(_MISSING * (BAR_CELLS - full - maybe), "quiet"),
    )
