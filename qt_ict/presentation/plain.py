"""A document as plain text for pipes and files: aligned, whole, without colour or box drawing."""

from collections.abc import Iterator

from qt_ict.language import Language
from qt_ict.presentation.layout import GAP, lines_of, natural_widths, padded
from qt_ict.presentation.plotted import drawn
from qt_ict.report.document import Document, Group, Part, Table


def plain(document: Document, language: Language) -> str:
    """The document as lines that are as long as they need to be."""
    return "\n".join(_lines(document, language)) + "\n"


def _lines(document: Document, language: Language) -> Iterator[str]:
    yield document.title.say(language)
    if document.frame:
        yield ""
        yield from _table(document.frame.facts, language)
    if document.one_page:
        yield from _dense(document.parts, language)
    else:
        for part in document.parts:
            yield from _part(part, language)
    if document.notes:
        yield ""
    for number, note in enumerate(document.notes, 1):
        yield f"{number:>3}  {note.say(language)}"
    if document.closing and not document.one_page:
        yield ""
    yield from (line.say(language) for line in document.closing)


def _dense(parts: tuple[Part, ...], language: Language) -> Iterator[str]:
    """Parts without blank lines inside, what is said in one sentence behind its heading: a page seen at once."""
    for before, part in zip((None, *parts), parts, strict=False):
        heading = part.heading.say(language)
        if not (before and before.is_one_sentence and part.is_one_sentence):
            yield ""
        if part.is_one_sentence:
            yield f"{heading}: {part.paragraphs[0].say(language)}"
            continue
        yield from [heading] if heading else []
        yield from (paragraph.say(language) for paragraph in part.paragraphs)
        for table in part.tables:
            yield from _table(table.kept(lambda column: not column.aside), language)


def _part(part: Part, language: Language) -> Iterator[str]:
    if part.heading:
        yield from ("", part.heading.say(language))
    for paragraph in part.paragraphs:
        yield from ("", paragraph.say(language))
    for table in part.tables:
        yield ""
        if table.heading:
            yield from (table.heading.say(language), "")
        yield from _table(table, language)
    for drawing in part.drawings:
        yield ""
        yield from drawn(drawing.chart, language)


def _table(table: Table, language: Language) -> Iterator[str]:
    lines = lines_of(table, language)
    widths = natural_widths(lines)
    rights = [column.numeric for column in table.columns]

    def row(texts: list[str]) -> str:
        cells = map(padded, texts, widths, rights)
        return (" " * GAP).join(cells).rstrip()

    remaining = iter(lines)
    if any(column.heading.say(language) for column in table.columns):
        yield row(next(remaining))
    for each in table.rows:
        if isinstance(each, Group):
            yield from ("", each.name.say(language))
        else:
            yield row(next(remaining))
