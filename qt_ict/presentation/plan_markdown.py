"""A report on a plan as Markdown, short enough for a comment on a pull request."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.language import Language, Text
from qt_ict.presentation.markdown import escaped, table
from qt_ict.report.page import Cell, Group, Section
from qt_ict.report.plan_report.description import Drawing, Part, PlanReport
from qt_ict.wording.quantities import listed

LIMIT = 65_536
"""GitHub takes no comment longer than this [characters]."""
ROOM = 2_000
"""Kept free for saying what was left out [characters]."""


class Block(NamedTuple):
    """What stands or is left out together."""

    name: Text
    text: str


def plan_markdown(report: PlanReport, language: Language) -> str:
    """The report with one table a domain; blocks that do not fit are named at the end instead."""
    text, left = _head(report, language), list[Text]()
    for block in _blocks(report, language):
        if len(text) + len(block.text) <= LIMIT - ROOM:
            text += block.text
        elif block.name not in left:
            left.append(block.name)
    return text + _left_out(left, language)


def _left_out(left: list[Text], language: Language) -> str:
    if not left:
        return ""
    names = escaped(listed(left).say(language))
    return f"\n{_LEFT_OUT.say(language)} {names if len(names) < ROOM // 2 else len(left)}.\n"


_LEFT_OUT = Text(
    "Không đủ chỗ trong một bình luận (65.536 ký tự); xem trong `qt-ict report -o report.html`:",
    "No room in one comment (65,536 characters); see `qt-ict report -o report.html` for:",
)


def _head(report: PlanReport, language: Language) -> str:
    facts = (f"- {each[0].text.say(language)}: {escaped(each[1].text.say(language))}" for each in _rows(report.facts))
    return "\n".join((f"# {escaped(report.title.say(language))}", "", *facts, ""))


def _rows(section: Section) -> Iterator[tuple[Cell, ...]]:
    return (row for row in section.rows if not isinstance(row, Group))


def _blocks(report: PlanReport, language: Language) -> Iterator[Block]:
    """Every part's tables under its heading, which goes with the first of them."""
    for part in report.parts:
        lead = [f"## {escaped(part.heading.say(language))}"]
        for paragraph in part.paragraphs:
            lead += ["", escaped(paragraph.say(language))]
        for name, lines in _bodies(part, language):
            yield Block(name, "\n".join(("", *lead, *([""] if lead else []), *lines, "")))
            lead = []
    if report.notes:
        notes = (f"{number}. {escaped(note.say(language))}" for number, note in enumerate(report.notes, 1))
        yield Block(_NOTES, "\n".join(("", f"## {_NOTES.say(language)}", "", *notes, "")))


_NOTES = Text("Chú thích", "Notes")


def _bodies(part: Part, language: Language) -> Iterator[tuple[Text, list[str]]]:
    for section in part.sections:
        for each in section.kept(lambda column: not column.aside and column.key != "bullet").by_group():
            heading = each.heading.say(language)
            yield part.heading, [*([f"### {escaped(heading)}", ""] if heading else []), *table(each, language)]
    for drawing in part.drawings:
        yield part.heading, _folded(drawing, language)
    if not part.sections and not part.drawings:
        yield part.heading, []


def _folded(drawing: Drawing, language: Language) -> list[str]:
    """The values of a chart, folded up under its words."""
    name, said = escaped(drawing.chart.title.say(language)), escaped(drawing.chart.said.say(language))
    body = table(drawing.table, language)
    return ["<details>", f"<summary>{name}</summary>", "", said, "", *body, "", "</details>"]
