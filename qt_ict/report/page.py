"""A page for people: sections of cells in both languages, before any layout."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.arithmetic.rounding import half_up
from qt_ict.language import Language, Text, number
from qt_ict.report.chart import Bullet, Chart

Tone = Literal["plain", "good", "bad", "open", "quiet", "strong"]
"""What a cell means: met, not met, undecided, of less weight, of more weight."""


class Amount(NamedTuple):
    """The quantity behind a text, for formats that know numbers."""

    interval: Interval
    """Exact [unit of the text]."""
    digits: int
    """Decimals shown."""

    def number(self, language: Language) -> str | None:
        """The number as the text writes it; None where several are possible."""
        if not self.interval.is_point or self.interval.low is None:
            return None
        return number(half_up(self.interval.low, self.digits), language)


class Cell(NamedTuple):
    """One piece of a row."""

    text: Text
    tone: Tone = "plain"
    bar: tuple[float, float] | None = None
    """Certain and possible part of a whole [1], drawn beside the text where there is room."""
    notes: tuple[int, ...] = ()
    """Numbers of the notes that belong to it."""
    amount: Amount | None = None
    """The quantity that the text says; None where it says none."""
    formula: str | None = None
    """How the amount follows from others of its row: ``{target} - {value}``, by the keys of their columns."""
    bullet: Bullet | None = None
    """Drawn where there is room for pictures."""


class Column(NamedTuple):
    """A column of a section."""

    heading: Text
    numeric: bool = False
    """True where cells end at the right."""
    whole: bool = False
    """True where cells are never broken over lines."""
    aside: bool = False
    """True where it can be left out for want of room."""
    key: str = ""
    """What it holds, for programs and formulas; empty where neither asks."""


class Group(NamedTuple):
    """A heading between rows."""

    name: Text


Row = tuple[Cell, ...]


class Section(NamedTuple):
    """A table, or a list of labelled facts where it has no column headings."""

    heading: Text
    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]

    def kept(self, wanted: Callable[[Column], bool]) -> "Section":
        """The section with the columns wanted."""
        places = [place for place, column in enumerate(self.columns) if wanted(column)]
        return Section(
            self.heading,
            tuple(self.columns[place] for place in places),
            tuple(row if isinstance(row, Group) else tuple(row[place] for place in places) for row in self.rows),
        )

    def by_group(self) -> Iterator["Section"]:
        """A section for each group of rows, under the group's name; itself where its rows are not grouped."""
        heading, rows = self.heading, list[Row]()
        for row in self.rows:
            if not isinstance(row, Group):
                rows.append(row)
                continue
            if rows:
                yield Section(heading, self.columns, tuple(rows))
            heading, rows = row.name, []
        yield Section(heading, self.columns, tuple(rows))


class Page(NamedTuple):
    """Everything a command says to people."""

    title: Text
    sections: tuple[Section, ...]
    charts: tuple[Chart, ...] = ()
    """Drawn below the sections."""
    paragraphs: tuple[Text, ...] = ()
    """Running text below the sections."""
    notes: tuple[Text, ...] = ()
    """Numbered from 1."""
    closing: tuple[Text, ...] = ()
    """Lines at the end: counts, assumptions, where the data are."""


class Footnotes:
    """Notes numbered in the order in which they are first called."""

    def __init__(self) -> None:
        self._numbers: dict[Text, int] = {}

    def number(self, note: Text) -> int:
        """The number of a note, the same each time."""
        return self._numbers.setdefault(note, len(self._numbers) + 1)

    @property
    def texts(self) -> tuple[Text, ...]:
        """The notes in their order."""
        return tuple(self._numbers)
