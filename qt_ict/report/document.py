"""A document for people: parts with tables and drawings, in both languages, before any layout.

Every format draws this and computes nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.arithmetic.rounding import half_up
from qt_ict.language import EMPTY, Language, Text, number
from qt_ict.model.organisation import Identity, ReportForm
from qt_ict.report.plot import Bullet, Chart, Segments

Tone = Literal["plain", "good", "bad", "open", "quiet", "strong"]
"""What a cell means: met, not met, undecided, of less weight, of more weight."""


class Amount(NamedTuple):
    """The quantity behind a text, for formats that know numbers."""

    interval: Interval
    """Exact [unit of the text]."""
    digits: int
    """Decimals shown."""
    grouped: bool = True
    """False of calendar years, which have no thousands sign."""

    def number(self, language: Language) -> str | None:
        """The number as the text writes it; None where several are possible."""
        if not self.interval.is_point or self.interval.low is None:
            return None
        shown = half_up(self.interval.low, self.digits)
        return number(shown, language) if self.grouped else str(shown)


class Blank(NamedTuple):
    """What readers may change of a cell, in a format that reckons."""

    low: float
    """The least they may enter [unit of the cell]."""
    high: float
    """The most [unit of the cell]."""
    about: Text
    """What they enter, said where they do."""


class Alternative(NamedTuple):
    """What a cell says where a condition holds."""

    condition: str
    """Over others of its row, as formulas are; empty where it says this in every other case."""
    cell: "Cell"


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
    segments: Segments | None = None
    """Drawn instead of the text where pictures are."""
    choices: tuple[Alternative, ...] = ()
    """What it may say instead as others of its row change: the first whose condition holds."""
    entry: Blank | None = None
    """What readers may change; None where it is not for them to change."""

    def says_in(self, language: Language) -> bool:
        """True where something stands in it, in words or drawn."""
        return bool(self.text.say(language) or self.bullet or self.entry)


class Column(NamedTuple):
    """A column of a table."""

    heading: Text
    numeric: bool = False
    """True where cells end at the right."""
    whole: bool = False
    """True where cells are never broken over lines."""
    aside: bool = False
    """True where it can be left out for want of room."""
    key: str = ""
    """What it holds, for programs and formulas; empty where neither asks."""
    detail: bool = False
    """True where the text of a paper leaves it to an appendix."""
    leading: bool = False
    """True where it can stand on the line of the name, where there is no room for it beside the others."""


class Group(NamedTuple):
    """A heading between rows."""

    name: Text
    apart: Text = EMPTY
    """Which of the rows of that name stand below it, where others stand elsewhere in the table."""

    @property
    def said(self) -> Text:
        """What stands above its rows."""
        return self.apart + ": " + self.name if self.apart else self.name


Row = tuple[Cell, ...]


class Table(NamedTuple):
    """Rows under columns, or a list of labelled facts where the columns have no headings."""

    heading: Text
    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    instead: Text = EMPTY
    """What stands in its place where it is left out for want of room; empty of a table that always stands."""

    def kept(self, wanted: Callable[[Column], bool]) -> "Table":
        """The table with the columns wanted."""
        places = [place for place, column in enumerate(self.columns) if wanted(column)]
        return Table(
            self.heading,
            tuple(self.columns[place] for place in places),
            tuple(row if isinstance(row, Group) else tuple(row[place] for place in places) for row in self.rows),
            self.instead,
        )

    def telling(self, language: Language) -> "Table":
        """The table without the columns in which no row says anything; without rows as it is."""
        rows = [row for row in self.rows if not isinstance(row, Group)]
        if not rows:
            return self
        told = {
            column for place, column in enumerate(self.columns) if any(row[place].says_in(language) for row in rows)
        }
        return self.kept(lambda column: column in told)

    def detailed(self, wanted: Callable[[Column], bool]) -> "Table":
        """The table with some of its columns marked as details."""
        return self._replace(columns=tuple(column._replace(detail=wanted(column)) for column in self.columns))

    def groups(self) -> Iterator[tuple[Group | None, tuple[Row, ...]]]:
        """Its rows under their headings; those that stand before the first one under none."""
        group, rows = None, list[Row]()
        for row in self.rows:
            if not isinstance(row, Group):
                rows.append(row)
                continue
            if rows:
                yield group, tuple(rows)
            group, rows = row, []
        yield group, tuple(rows)

    def by_group(self) -> Iterator["Table"]:
        """A table for each group of rows, under its own heading and that of the group; itself without groups."""
        for group, rows in self.groups():
            said = group.said if group else EMPTY
            between = ": " if self.heading and said else ""
            yield Table(self.heading + between + said, self.columns, rows)


def facts(heading: Text, stated: Iterable[tuple[Text, Text | Cell]]) -> Table:
    """Labelled facts; those of which nothing is said are left out."""
    cells = ((label, said if isinstance(said, Cell) else Cell(said)) for label, said in stated)
    rows = tuple((Cell(label, "quiet"), cell) for label, cell in cells if cell.text)
    return Table(heading, (Column(EMPTY), Column(EMPTY)), rows)


class Drawing(NamedTuple):
    """A chart, and its values as a table for those who do not see it."""

    chart: Chart
    table: Table | None = None


class Part(NamedTuple):
    """A part of a document."""

    key: str = ""
    """What it is about, for programs: ``targets``, ``paths`` …; empty where nobody asks."""
    heading: Text = EMPTY
    paragraphs: tuple[Text, ...] = ()
    """Running text above its tables."""
    tables: tuple[Table, ...] = ()
    """Its tables; rows of domains stand between groups."""
    drawings: tuple[Drawing, ...] = ()
    appendix: bool = False
    """True of what stands behind the text, for those who check it."""
    chapter: Text = EMPTY
    """Heading of the chapter that begins with it; empty where it goes on with that of the part before."""
    room: int = 0
    """Lines that paper leaves for what only people can say."""

    @property
    def says_anything(self) -> bool:
        """False where nothing would stand below its heading."""
        return bool(self.paragraphs or self.tables or self.drawings)

    @property
    def is_one_sentence(self) -> bool:
        """True of a heading with one paragraph and nothing else."""
        return bool(self.heading) and len(self.paragraphs) == 1 and not self.tables and not self.drawings


class Count(NamedTuple):
    """How many targets stand in one way."""

    name: Text
    number: int
    tone: Tone
    said: Text = EMPTY
    """What that means, in a few words; empty where the name says it."""


class Letter(NamedTuple):
    """What an official document says around its text."""

    subject: Text
    """What it is about, below the name of its kind."""
    basis: tuple[Text, ...]
    """The documents it rests on, one each."""
    opening: Text
    """The sentence before its text."""
    more: Part
    """What paper leaves room for behind the parts of the text."""
    ending: Text
    """The sentence after it."""


class Frame(NamedTuple):
    """What frames a report that is handed on."""

    plan: Identity
    """The plan it is about."""
    form: ReportForm
    """What the frame of an official report says of it."""
    facts: Table
    """Labelled facts: plan, area, date and version of the data."""
    counts: tuple[Count, ...]
    """The targets by status; together they are all rows of the report."""
    letter: Letter | None = None
    """None where it has not the form of an official document of Viet Nam."""


class Aside(NamedTuple):
    """What of a document can be left out for want of room, beside columns and tables that say so themselves."""

    notes: frozenset[int] = frozenset()
    """Numbers of notes."""
    closing: frozenset[Text] = frozenset()
    """Lines at the end."""
    shorter: tuple[tuple[Text, Text], ...] = ()
    """Lines at the end that are said in fewer words: the line, and what stands for it."""


class Document(NamedTuple):
    """Everything a command says to people."""

    title: Text
    parts: tuple[Part, ...]
    notes: tuple[Text, ...] = ()
    """Numbered from 1; cells name them."""
    closing: tuple[Text, ...] = ()
    """Lines at the end: counts, assumptions, where the data are."""
    day: date | None = None
    """The last day that its figures speak of; None where it speaks of none."""
    frame: Frame | None = None
    """None of what only answers a question."""
    one_page: bool = False
    """True of what is to stand on one sheet of paper."""
    trial: Part | None = None
    """Where readers try what they assume: cells to change, and what follows; drawn by formats that reckon."""
    aside: Aside = Aside()
    """What can be left out for want of room."""

    def part(self, key: str) -> Part | None:
        """The part about something; None where the document has none."""
        return next((each for each in self.parts if each.key == key), None)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of all parts."""
        return tuple(table for part in self.parts for table in part.tables)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts of all parts."""
        return tuple(drawing.chart for part in self.parts for drawing in part.drawings)


class Footnotes:
    """Notes numbered in the order in which they are first called."""

    def __init__(self) -> None:
        self._numbers: dict[Text, int] = {}
        self._needed: set[int] = set()

    def numbers(self, notes: Iterable[Text], aside: Collection[Text] = ()) -> tuple[int, ...]:
        """The numbers of some notes in ascending order, of each note the same each time.

        Args:
            notes: What is noted.
            aside: Those of them that can be left out here for want of room.
        """
        found = {note: self._numbers.setdefault(note, len(self._numbers) + 1) for note in notes}
        self._needed.update(number for note, number in found.items() if note not in aside)
        return tuple(sorted(found.values()))

    @property
    def texts(self) -> tuple[Text, ...]:
        """The notes in their order."""
        return tuple(self._numbers)

    @property
    def aside(self) -> frozenset[int]:
        """Numbers of the notes that can be left out wherever they are called."""
        return frozenset(self._numbers.values()) - self._needed
