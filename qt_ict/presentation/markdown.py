"""A document as Markdown; a report short enough for a comment on a pull request."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.language import Language, Text
from qt_ict.presentation.plotted import drawn
from qt_ict.report.document import Cell, Document, Drawing, Group, Part, Table
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed

LIMIT = 65_536
"""GitHub takes no comment longer than this [characters]."""
ROOM = 2_000
"""Kept free for saying what was left out [characters]."""
_NOTES = terms.NOTES


class Block(NamedTuple):
    """What stands or is left out together."""

    name: Text
    text: str


def markdown(document: Document, language: Language) -> str:
    """The document; of a report the blocks that do not fit into a comment are named at the end instead."""
    text, left = _head(document, language), list[Text]()
    for block in _blocks(document, language):
        if document.frame is None or len(text) + len(block.text) <= LIMIT - ROOM:
            text += block.text
        elif block.name not in left:
            left.append(block.name)
    return text + "".join(f"\n{escaped(line.say(language))}\n" for line in document.closing) + _left_out(left, language)


def _left_out(left: list[Text], language: Language) -> str:
    if not left:
        return ""
    names = escaped(listed(left).say(language))
    return f"\n{_LEFT_OUT.say(language)} {names if len(names) < ROOM // 2 else len(left)}.\n"


_LEFT_OUT = Text(
    "Không đủ chỗ trong một bình luận (65.536 ký tự); xem trong `qt-ict report -o report.html`:",
    "No room in one comment (65,536 characters); see `qt-ict report -o report.html` for:",
)


def _head(document: Document, language: Language) -> str:
    title = f"# {escaped(document.title.say(language))}\n"
    if document.frame is None:
        return title
    rows = (row for row in document.frame.facts.rows if not isinstance(row, Group))
    facts = (f"- {name.text.say(language)}: {escaped(fact.text.say(language))}\n" for name, fact in rows)
    return f"{title}\n{''.join(facts)}"


def _blocks(document: Document, language: Language) -> Iterator[Block]:
    """Every part's bodies under its heading, which goes with the first of them; then the notes."""
    for part in (each for each in document.parts if each.says_anything or each.heading):
        lead = _lead(part, language)
        for body in _bodies(part, language):
            yield Block(part.heading, "\n".join(("", *lead, *([""] if lead and body else []), *body, "")))
            lead = []
    if document.notes:
        heading = [f"## {_NOTES.say(language)}", ""] if document.frame else []
        notes = (f"{number}. {escaped(note.say(language))}" for number, note in enumerate(document.notes, 1))
        yield Block(_NOTES, "\n".join(("", *heading, *notes, "")))


def _lead(part: Part, language: Language) -> list[str]:
    """The heading of a part and its running text."""
    blocks = [f"## {escaped(part.heading.say(language))}"] if part.heading else []
    blocks += [escaped(paragraph.say(language)) for paragraph in part.paragraphs]
    return "\n\n".join(blocks).split("\n") if blocks else []


def _bodies(part: Part, language: Language) -> Iterator[list[str]]:
    """Tables and drawings; below the heading of a part each group of rows has a table of its own."""
    for table in part.tables:
        kept = table.kept(lambda column: not column.aside and column.key != "bullet")
        for each in kept.by_group() if part.heading else (kept,):
            heading = escaped(each.heading.say(language))
            level = "###" if part.heading else "##"
            yield [*([f"{level} {heading}", ""] if heading else []), *_table(each, language)]
    for drawing in part.drawings:
        yield _folded(drawing, drawing.table, language) if drawing.table else _fenced(drawing, language)
    if not part.tables and not part.drawings:
        yield []


def _folded(drawing: Drawing, values: Table, language: Language) -> list[str]:
    """The values of a chart, folded up under its words."""
    name, said = escaped(drawing.chart.title.say(language)), escaped(drawing.chart.said.say(language))
    body = _table(values, language)
    return ["<details>", f"<summary>{name}</summary>", "", said, "", *body, "", "</details>"]


def _fenced(drawing: Drawing, language: Language) -> list[str]:
    """A chart drawn with characters."""
    return ["```", *drawn(drawing.chart, language), "```"]


def _table(table: Table, language: Language) -> Iterator[str]:
    yield _row([column.heading.say(language) for column in table.columns])
    yield _row(["---:" if column.numeric else "---" for column in table.columns])
    for row in table.rows:
        if isinstance(row, Group):
            yield _row([f"**{escaped(row.said.say(language))}**", *[""] * (len(table.columns) - 1)])
        else:
            yield _row([_cell(cell, language) for cell in row])


def _cell(cell: Cell, language: Language) -> str:
    marks = ", ".join(map(str, cell.notes))
    return escaped(cell.text.say(language)) + (f" <sup>{marks}</sup>" if marks else "")


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def escaped(text: str) -> str:
    """The text with the characters that Markdown would take for markup made harmless."""
    for character in "\\`*_|<>[]":
        text = text.replace(character, "\\" + character)
    return text
