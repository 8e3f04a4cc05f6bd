"""A page as Markdown, for reports and pull requests."""

from collections.abc import Iterator

from qt_ict.language import Language
from qt_ict.presentation.chart import drawn
from qt_ict.report.page import Cell, Group, Page, Section


def markdown(page: Page, language: Language) -> str:
    """The page with one table a section."""
    return "\n".join(_lines(page, language)) + "\n"


def _lines(page: Page, language: Language) -> Iterator[str]:
    yield f"# {escaped(page.title.say(language))}"
    for section in page.sections:
        yield ""
        if section.heading.say(language):
            yield f"## {escaped(section.heading.say(language))}"
            yield ""
        yield from table(section, language)
    for chart in page.charts:
        yield from ("", "```", *drawn(chart, language), "```")
    for paragraph in page.paragraphs:
        yield ""
        yield escaped(paragraph.say(language))
    if page.notes:
        yield ""
    for number, note in enumerate(page.notes, 1):
        yield f"{number}. {escaped(note.say(language))}"
    for line in page.closing:
        yield ""
        yield escaped(line.say(language))


def table(section: Section, language: Language) -> Iterator[str]:
    """A section as the lines of a table."""
    yield _row([column.heading.say(language) for column in section.columns])
    yield _row(["---:" if column.numeric else "---" for column in section.columns])
    for row in section.rows:
        if isinstance(row, Group):
            yield _row([f"**{escaped(row.name.say(language))}**", *[""] * (len(section.columns) - 1)])
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
