"""What a page shows of a report: tables with a heading for each row, cells split at their numbers."""

from collections.abc import Iterator
from typing import NamedTuple

from qt_ict.language import Language
from qt_ict.report.page import Cell, Column, Group, Row, Section
from qt_ict.report.plan_report.description import Part, PlanReport


class Said(NamedTuple):
    """A text around its number; only the number is copied from the page."""

    before: str
    number: str
    after: str


class Line(NamedTuple):
    """A row: what it is about, what stands small below that, its other cells, its status."""

    head: Cell
    aside: tuple[tuple[Column, Cell], ...]
    cells: tuple[tuple[Column, Cell], ...]
    status: str


class Table(NamedTuple):
    """A table with an id of its own in the page."""

    id: str
    heading: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def tables(part: Part, report: PlanReport, language: Language) -> Iterator[Table]:
    """The tables of a part, one for each domain."""
    count = 0
    for section in part.sections:
        for each in section.by_group():
            count += 1
            yield table(f"{part.key}-{count}", each, language, _status(part, report, language))


def table(id_: str, section: Section, language: Language, status: str = "") -> Table:
    """A section as a table.

    Args:
        id_: Its id in the page.
        section: What it says.
        language: The language of its status.
        status: The status of all its rows, where no column says it.
    """
    columns = tuple(column for column in section.columns if not column.aside)
    lines = (_line(section.columns, row, status, language) for row in section.rows if not isinstance(row, Group))
    return Table(id_, section.heading.say(language), columns, tuple(lines))


def _line(columns: tuple[Column, ...], row: Row, status: str, language: Language) -> Line:
    pairs = tuple(zip(columns, row, strict=True))
    own = next((cell.text.say(language) for column, cell in pairs if column.key == "status"), status)
    aside = tuple((column, cell) for column, cell in pairs if column.aside and cell.text.say(language))
    return Line(row[0], aside, tuple(pair for pair in pairs[1:] if not pair[0].aside), own)


def _status(part: Part, report: PlanReport, language: Language) -> str:
    """The status of rows whose table says it as a whole."""
    if part.key != "unmeasured":
        return ""
    return next((count.name.say(language) for count in report.counts if count.tone == "quiet"), "")


def said(cell: Cell, language: Language) -> Said:
    r"""The text of a cell, split at its number where it has one.

    >>> from qt_ict.arithmetic.interval import point
    >>> from qt_ict.language import Text
    >>> from qt_ict.report.page import Amount
    >>> said(Cell(Text("> 95 %", "> 95 %"), amount=Amount(point(95), 0)), "vi")
    Said(before='> ', number='95', after='\xa0%')
    """
    # A number and its % stay on one line.
    text = cell.text.say(language).replace(" %", "\N{NO-BREAK SPACE}%")
    number = cell.amount.number(language) if cell.amount else None
    if number is None or number not in text:
        return Said(text, "", "")
    return Said(*text.partition(number))


def order(cell: Cell) -> str:
    """What a cell is sorted by where it holds a quantity: its lower end, else its upper one."""
    ends = [end for end in cell.amount.interval.ends if end is not None] if cell.amount else []
    return repr(float(ends[0])) if ends else ""
