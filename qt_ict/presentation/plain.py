"""A page as plain text for pipes and files: aligned, whole, without colour or box drawing."""

from collections.abc import Iterator

from qt_ict.language import Language
from qt_ict.presentation.chart import drawn
from qt_ict.presentation.layout import GAP, lines_of, natural_widths, padded
from qt_ict.report.page import Group, Page, Section


def plain(page: Page, language: Language) -> str:
    """The page as lines that are as long as they need to be."""
    return "\n".join(_lines(page, language)) + "\n"


def _lines(page: Page, language: Language) -> Iterator[str]:
    yield page.title.say(language)
    for section in page.sections:
        yield ""
        if section.heading.say(language):
            yield section.heading.say(language)
            yield ""
        yield from _section(section, language)
    for chart in page.charts:
        yield ""
        yield from drawn(chart, language)
    for paragraph in page.paragraphs:
        yield ""
        yield paragraph.say(language)
    if page.notes:
        yield ""
    for number, note in enumerate(page.notes, 1):
        yield f"{number:>3}  {note.say(language)}"
    if page.closing:
        yield ""
    yield from (line.say(language) for line in page.closing)


def _section(section: Section, language: Language) -> Iterator[str]:
    lines = lines_of(section, language)
    widths = natural_widths(lines)
    rights = [column.numeric for column in section.columns]

    def row(texts: list[str]) -> str:
        cells = map(padded, texts, widths, rights)
        return (" " * GAP).join(cells).rstrip()

    remaining = iter(lines)
    if any(column.heading.say(language) for column in section.columns):
        yield row(next(remaining))
    for each in section.rows:
        if isinstance(each, Group):
            yield ""
            yield each.name.say(language)
        else:
            yield row(next(remaining))
