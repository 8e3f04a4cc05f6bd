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
    on_one_line,
    padded,
    without,
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


TextLine = tuple[Piece, ...]


class Room(NamedTuple):
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


def page(document: Document, room: Room) -> Iterator[TextLine]:
    """The lines of a document."""
    language = room.language
    yield from _paragraph(document.title.say(language), room, "title")
    if document.frame:
        yield from ((), *_table(document.frame.facts, room))
    if document.one_page:
        yield from _dense(document.parts, room)
    else:
        yield from (line for part in document.parts for line in _part(part, room))
    if document.notes:
        yield ()
    for number, note in enumerate(document.notes, 1):
        yield from _hanging(Piece(f"{number:>3}  ", "quiet"), Piece(note.say(language), "quiet"), room.width)
    if document.closing and not document.one_page:
        yield ()
    for line in document.closing:
        yield from _paragraph(line.say(language), room)


def _dense(parts: tuple[Part, ...], room: Room) -> Iterator[TextLine]:
    """Parts without blank lines inside, what is said in one sentence behind its heading: a page seen at once."""
    language, dense = room.language, room._replace(ruled=False)
    for before, part in zip((None, *parts), parts, strict=False):
        heading = part.heading.say(language)
        if not (before and before.is_one_sentence and part.is_one_sentence):
            yield ()
        if part.is_one_sentence:
            yield from _headed(heading, part.paragraphs[0].say(language), room)
            continue
        yield from _paragraph(heading, room, "title") if heading else ()
        for paragraph in part.paragraphs:
            yield from _paragraph(paragraph.say(language), room)
        for table in part.tables:
            yield from _table(table.kept(lambda column: not column.aside), dense)


def _headed(heading: str, text: str, room: Room) -> Iterator[TextLine]:
    """A paragraph that begins with its heading."""
    first, *rest = wrapped(f"{heading}: {text}", room.width)
    bold = first[: len(heading) + 1]
    yield Piece(bold, "title"), Piece(first[len(bold) :])
    yield from ((Piece(line),) for line in rest)


def _hanging(head: Piece, text: Piece, width: int) -> Iterator[TextLine]:
    """A paragraph whose further lines stand under its first word."""
    indent = cell_len(head.text)
    for number, line in enumerate(wrapped(text.text, max(10, width - indent))):
        yield Piece(" " * indent) if number else head, text._replace(text=line)


def _paragraph(text: str, room: Room, weight: Weight = "plain", indent: int = 0) -> Iterator[TextLine]:
    for line in wrapped(text, room.width - indent):
        yield Piece(" " * indent), Piece(line, weight)


def _part(part: Part, room: Room) -> Iterator[TextLine]:
    if part.heading:
        yield from ((), *_paragraph(part.heading.say(room.language), room, "title"))
    for paragraph in part.paragraphs:
        yield from ((), *_paragraph(paragraph.say(room.language), room))
    for table in part.tables:
        yield ()
        if heading := table.heading.say(room.language):
            yield from _paragraph(heading, room, "title")
            yield from [()] if not room.drawn else []
        yield from _table(table, room)
    for drawing in part.drawings:
        yield ()
        for line in drawn(drawing.chart, room.language, room.width if room.drawn else WIDEST):
            yield from _paragraph(line, room)


def _table(said: Table, room: Room) -> Iterator[TextLine]:
    table = said.telling(room.language)
    arranged = arrangement(table, room.language, room.tables or room.width, bars=room.drawn)
    match arranged.form:
        case "table":
            return _as_table(table, room, arranged)
        case "stacked":
            return _as_stack(table, room, arranged)
        case "listed":
            return _as_list(table, room)


def _as_table(table: Table, room: Room, arranged: Arrangement) -> Iterator[TextLine]:
    """Headings, then rows; a group's heading runs over the whole width."""
    yield from _headings(table.columns, room, arranged.widths)
    for row in table.rows:
        yield from _group(row, room) if isinstance(row, Group) else _row(row, table.columns, room, arranged)


def _as_stack(table: Table, room: Room, arranged: Arrangement) -> Iterator[TextLine]:
    """Headings once, then every name on a line of its own, with what leads, above its numbers."""
    above, columns = arranged.above, tuple(without(table.columns, arranged.above))
    if len(above) > 1:
        yield from _together((table.columns[place].heading.say(room.language) for place in above), room, "heading")
    yield from _indented(_headings(columns, room, arranged.widths))
    for row in table.rows:
        if isinstance(row, Group):
            yield from _group(row, room)
            continue
        yield from _together((cell_text(row[place], room.language) for place in above), room, row[0].tone)
        yield from _indented(_row(tuple(without(row, above)), columns, room, arranged))


def _as_list(table: Table, room: Room) -> Iterator[TextLine]:
    """Every name on a line of its own, then heading and text of every other cell."""
    for row in table.rows:
        if isinstance(row, Group):
            yield from _group(row, room)
            continue
        yield from _name(row[0], room)
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if text := cell_text(cell, room.language):
                yield from _indented(_labelled(column.heading.say(room.language), Piece(text, cell.tone), room))


def _labelled(label: str, said: Piece, room: Room) -> Iterator[TextLine]:
    """A text behind its label; below it where both do not fit on a line."""
    width = room.width - INDENT
    beside = cell_len(label) + GAP + cell_len(said.text) <= width
    if label and beside:
        yield Piece(label + " " * GAP, "quiet"), said
        return
    lines = [*(Piece(line, "quiet") for line in wrapped(label, width) if label)]
    yield from ((each,) for each in (*lines, *(said._replace(text=line) for line in wrapped(said.text, width))))


def _indented(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    return ((Piece(" " * INDENT), *line) if line else line for line in lines)


def _together(texts: Iterable[str], room: Room, weight: Weight) -> Iterator[TextLine]:
    """Texts on one line, as far as there is room for them."""
    return _paragraph(on_one_line(texts), room, weight)


def _name(cell: Cell, room: Room) -> Iterator[TextLine]:
    return _paragraph(cell_text(cell, room.language), room, cell.tone)


def _group(group: Group, room: Room) -> Iterator[TextLine]:
    if not room.drawn:
        yield ()
    yield from _paragraph(group.said.say(room.language), room, "group")


def _headings(columns: tuple[Column, ...], room: Room, widths: list[int]) -> Iterator[TextLine]:
    texts = [column.heading.say(room.language) for column in columns]
    if not any(texts):
        return
    blocks = [wrapped(text, width) for text, width in zip(texts, widths, strict=True)]
    height = max(map(len, blocks))
    raised = [[""] * (height - len(block)) + block for block in blocks]
    for lines in zip(*raised, strict=True):
        yield _side_by_side([Piece(line, "heading") for line in lines], columns, widths)
    if room.drawn and room.ruled:
        yield (Piece("─" * (sum(widths) + GAP * (len(columns) - 1)), "quiet"),)


def _row(row: Row, columns: tuple[Column, ...], room: Room, arranged: Arrangement) -> Iterator[TextLine]:
    texts = (wrapped(cell_text(cell, room.language), width) for cell, width in zip(row, arranged.widths, strict=True))
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
) -> TextLine:
    """One line of every column, each filled up to its width; the bar of a cell before its text."""
    found: list[Piece] = []
    for place, (piece, column, width) in enumerate(zip(pieces, columns, widths, strict=True)):
        shares = bars[place] if bars else None
        text = padded(piece.text, width - (BAR_CELLS + 1 if shares else 0), column.numeric)
        found += [*bar(*shares), Piece(" ")] if shares else []
        found += [piece._replace(text=text), Piece(" " * GAP)]
    return tuple(found[:-1])


def bar(certain: float, possible: float) -> TextLine:
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
