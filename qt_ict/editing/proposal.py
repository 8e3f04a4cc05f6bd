"""What a sheet would change in a round: new numbers, and every cell that is not beyond doubt."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from qt_ict.arithmetic.numerals import Convention, Numeral, numeral
from qt_ict.diagnostics.finding import excerpt
from qt_ict.diagnostics.refusal import Complaint, Refusal
from qt_ict.editing.cut_numbers import CutNumbers
from qt_ict.editing.fit import misfit
from qt_ict.editing.known import KnownFigure
from qt_ict.language import EMPTY, Text
from qt_ict.loading.sheet import FIGURE, VALUE, Content, Sheet, cell_name, columns
from qt_ict.model.indicators import Unit
from qt_ict.nearest import as_read, folded, suggestion

MOST_COMPARED = 50
"""Unknown names of a sheet that are compared with all known ones: who has more has another plan's sheet."""


class NewNumber(NamedTuple):
    """A number that a sheet brings."""

    figure: str
    """Id of the figure."""
    old: Numeral | None
    """What the round says so far; None where it says nothing [unit of the figure]."""
    new: Numeral
    """What the sheet says [unit of the figure]."""
    cell: str


class Proposal(NamedTuple):
    """What one sheet would change; nothing of it counts while a cell is doubtful."""

    sheet: str
    changes: tuple[NewNumber, ...]
    unchanged: int
    """Figures of which the sheet says what the round says already."""
    empty: int
    """Figures that the sheet names and leaves empty: they stay as they are."""
    doubtful: tuple[Complaint, ...]
    """Cells that are not read, since they could only be guessed: sheet, cell, what stands there."""


def proposal(sheet: Sheet, known: Mapping[str, KnownFigure], convention: Convention | None) -> Proposal:
    """What a sheet would change.

    Args:
        sheet: A table with the columns ``figure`` and ``value``.
        known: The figures of the plan by id.
        convention: How numbers are written in it; None where nobody said.

    Raises:
        Refusal: It has no such columns, or one of them twice.
    """
    reader = _Reader(sheet, known, convention)
    return reader.proposal()


class _Header(NamedTuple):
    row: int
    figure: int
    value: int


def has_headings(sheet: Sheet) -> bool:
    """Whether some row of a sheet heads the columns that are read."""
    return any(columns(row, FIGURE) and columns(row, VALUE) for row in sheet.rows)


def _header(sheet: Sheet) -> _Header:
    for at, row in enumerate(sheet.rows):
        figures, values = columns(row, FIGURE), columns(row, VALUE)
        if len(figures) == len(values) == 1:
            return _Header(at, figures[0], values[0])
        if figures and values:
            cells = ", ".join(cell_name(at, each) for each in (*figures, *values))
            raise Refusal(
                Text(
                    "trang {name}: cột figure hoặc value có hai lần ({cells})",
                    "sheet {name}: a column figure or value stands twice ({cells})",
                ).fill(name=sheet.name, cells=cells),
                Text("Giữ mỗi cột một lần.", "Keep each column once."),
            )
    raise Refusal(
        Text(
            "trang {name}: không có dòng tiêu đề với các cột figure và value",
            "sheet {name}: no line of headings with the columns figure and value",
        ).fill(name=sheet.name),
        Text(
            "Đặt tiêu đề: figure, value; hoặc: số liệu, giá trị.",
            "Head the columns figure and value, or số liệu and giá trị.",
        ),
    )


class _Reader:
    """One sheet read row by row."""

    def __init__(self, sheet: Sheet, known: Mapping[str, KnownFigure], convention: Convention | None) -> None:
        self.sheet = sheet
        self.known = known
        self.convention = convention
        self.header = _header(sheet)
        self.doubtful: list[Complaint] = []
        self.empty: set[str] = set()
        self.unknown: dict[str, Complaint] = {}
        self.names: dict[str, list[str]] = {}
        for id_, figure in known.items():
            for name in {reading(each) for each in figure.name for reading in (as_read, folded)}:
                self.names.setdefault(name, []).append(id_)
        self.cut_numbers = CutNumbers(sheet, self.header.row, self.header.value, self._unit)

    def proposal(self) -> Proposal:
        """Everything that the sheet says."""
        read: dict[str, tuple[Numeral, str]] = {}
        for figure, number, cell, shown in self._numbers():
            earlier = read.setdefault(figure, (number, cell))
            if earlier[0] != number:
                self._doubt(cell, shown, _said_twice(figure, earlier[1]))
        changes = tuple(
            NewNumber(figure, self.known[figure].value, number, cell)
            for figure, (number, cell) in read.items()
            if not _equal(self.known[figure].value, number)
        )
        empty = len(self.empty - read.keys())
        return Proposal(_shown(self.sheet.name), changes, len(read) - len(changes), empty, tuple(self.doubtful))

    def _numbers(self) -> Iterator[tuple[str, Numeral, str, str]]:
        """Figure, number, cell and what stands there of every row that is beyond doubt."""
        for at in range(self.header.row + 1, len(self.sheet.rows)):
            content = self._content(at, self.header.value)
            figure = self._figure(at, content)
            if figure is None:
                continue
            cell = cell_name(at, self.header.value)
            cut = self.cut_numbers.cut(at, self.known[figure].unit)
            if cut:
                self._doubt(cell, content, cut)
                continue
            if content == "":
                self.empty.add(figure)
                continue
            number = self._number(content, self.known[figure])
            if isinstance(number, Complaint):
                self._doubt(cell, content, number)
            else:
                yield figure, number, cell, str(content)

    def _unknown(self, name: str) -> Complaint:
        """Why a name is of no figure; of the first ones that are, with those that resemble it."""
        if name not in self.unknown:
            names = [*self.known, *(each for figure in self.known.values() for each in figure.name)]
            near = suggestion(name, names) if name and len(self.unknown) < MOST_COMPARED else EMPTY
            self.unknown[name] = _no_figure(name, near)
        return self.unknown[name]

    def _content(self, row: int, column: int) -> Content:
        cells = self.sheet.rows[row]
        return cells[column] if column < len(cells) else ""

    def _figure(self, row: int, value: Content) -> str | None:
        """The figure that a row is about; None without one, or where it is doubtful which."""
        content = self._content(row, self.header.figure)
        found = self._named(content) if isinstance(content, str) else []
        if len(found) == 1:
            return found[0]
        # A heading between rows has no value, and names no figure.
        if value != "":
            cell = cell_name(row, self.header.figure)
            name = "" if isinstance(content, Complaint) else str(content)
            self._doubt(cell, content, _several(found) if found else self._unknown(name))
        return None

    def _unit(self, row: int) -> Unit | None:
        """The unit of measure of the figure that a row is about; None where it is doubtful which."""
        content = self._content(row, self.header.figure)
        found = self._named(content) if isinstance(content, str) else []
        return self.known[found[0]].unit if len(found) == 1 else None

    def _named(self, name: str) -> list[str]:
        """The ids that a name may mean: itself, else what reads alike, else what differs in accents alone."""
        if name in self.known:
            return [name]
        return self.names.get(as_read(name)) or self.names.get(folded(name)) or []

    def _number(self, content: Content, known: KnownFigure) -> Numeral | Complaint:
        number = numeral(content, self.convention) if isinstance(content, str) else content
        if not isinstance(number, int | Decimal):
            return number
        if number == known.value and not isinstance(content, str):
            # A true number has no digits of its own: it does not make 40 of 40.0.
            return known.value
        return misfit(number, known.unit) or number

    def _doubt(self, cell: str, content: Content, complaint: Complaint) -> None:
        """Note a cell that is not read, with what stands there."""
        shown = content.shown if isinstance(content, Complaint) else complaint.shown or Text.same(content)
        self.doubtful.append(
            complaint._replace(
                shown=Text.each(lambda language: _shown(shown.say(language))),
                at=(_shown(self.sheet.name), cell),
            )
        )


def _equal(old: Numeral | None, new: Numeral) -> bool:
    """True for the same number with the same decimals."""
    return old is not None and old == new and str(old) == str(new)


def _shown(text: str) -> str:
    """A text of the sheet on one line, without characters that move a cursor."""
    return excerpt("".join(each if each.isprintable() else "\ufffd" for each in " ".join(text.split())))


def _said_twice(figure: str, cell: str) -> Complaint:
    return Complaint(
        Text("{figure} có số khác ở ô {cell}", "{figure} has another number in cell {cell}").fill(
            figure=figure, cell=cell
        ),
        Text("Giữ một trong hai.", "Keep one of the two."),
    )


def _several(figures: list[str]) -> Complaint:
    listed = ", ".join(figures)
    return Complaint(
        Text("nhiều số liệu có tên này: {listed}", "several figures are called so: {listed}").fill(listed=listed),
        Text("Viết mã thay cho tên.", "Write the id instead of the name."),
    )


def _no_figure(name: str, near: Text) -> Complaint:
    if not name:
        why = Text("có giá trị mà không có tên số liệu", "a value without the name of a figure")
        return Complaint(why, Text("Viết mã hoặc tên số liệu.", "Write the id or name of the figure."))
    advice = near or Text("Viết mã hoặc tên như trong kế hoạch.", "Write the id or name as the plan has it.")
    return Complaint(
        Text("kế hoạch không có số liệu này", "the plan has no such figure"),
        Text.each(lambda language: advice.say(language).strip()),
    )
