"""What a column of a sheet would change in a round: new numbers, and every cell that is not beyond doubt."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from qt_ict.arithmetic.numerals import Numeral, numeral
from qt_ict.arithmetic.rounding import digits_of
from qt_ict.diagnostics.finding import excerpt
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.editing.beside_number import Beside, said_beside, with_flag
from qt_ict.editing.cut_numbers import CutNumbers
from qt_ict.editing.fit import misfit
from qt_ict.editing.how_read import HowRead
from qt_ict.editing.known import KnownFigure
from qt_ict.language import EMPTY, Text
from qt_ict.loading.sheet import Content, PerCent, RoundedNumber, Sheet, cell_name
from qt_ict.loading.sheet_headings import HeadedSheet, ValueColumn
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
    beside: Mapping[str, Any] = {}
    """What else the sheet says of it, by the keys of the round's file."""


class UnknownFigure(NamedTuple):
    """A name with a value that is of no figure of the plan: a slip, or a new figure."""

    name: str
    unit: str
    """What the sheet says of its unit; empty where it says nothing."""
    shown: str
    """Its value as it stands there."""
    cell: str


class Proposal(NamedTuple):
    """What one column of a sheet would change; nothing of it counts while a cell is doubtful."""

    sheet: str
    changes: tuple[NewNumber, ...]
    unchanged: int
    """Figures of which the sheet says what the round says already."""
    empty: int
    """Figures that the sheet names and leaves without a value: they stay as they are."""
    doubtful: tuple[Complaint, ...]
    """Cells that are not read, since they could only be guessed: sheet, cell, what stands there."""
    unknown: tuple[UnknownFigure, ...] = ()
    """Names that are of no figure; their cells are doubtful too."""


def proposal(
    sheet: Sheet, known: Mapping[str, KnownFigure], how: HowRead, headed: HeadedSheet, column: ValueColumn
) -> Proposal:
    """What a column of a sheet would change.

    Args:
        sheet: The sheet.
        known: The figures of the plan by id.
        how: How it is written.
        headed: What its columns are.
        column: The one to read.
    """
    return _Reader(sheet, known, how, headed, column).proposal()


class _Reader:
    """One column read row by row."""

    def __init__(
        self, sheet: Sheet, known: Mapping[str, KnownFigure], how: HowRead, headed: HeadedSheet, column: ValueColumn
    ) -> None:
        self.sheet = sheet
        self.known = known
        self.how = how
        self.headed = headed
        self.column = column
        self.value = column.heading.column
        self.doubtful: list[Complaint] = []
        self.empty: set[str] = set()
        self.unknown: dict[str, Complaint] = {}
        self.offered: list[UnknownFigure] = []
        self.names: dict[str, list[str]] = {}
        for id_, figure in known.items():
            for name in {reading(each) for each in (id_, *figure.name) for reading in (as_read, folded)}:
                self.names.setdefault(name, []).append(id_)
        own = any(each.heading.column == self.value + 1 for each in headed.values)
        self.cut_numbers = CutNumbers(sheet, headed.row, self.value, self._unit, own)

    def proposal(self) -> Proposal:
        """Everything that the column says."""
        read: dict[str, NewNumber] = {}
        for new, shown in self._numbers():
            earlier = read.setdefault(new.figure, new)
            if earlier.new != new.new:
                self._doubt(new.cell, shown, _said_twice(new.figure, earlier.cell))
        changes = tuple(each for each in read.values() if not _says(self.known[each.figure], each))
        return Proposal(
            _shown(self.sheet.name),
            changes,
            len(read) - len(changes),
            len(self.empty - read.keys()),
            tuple(self.doubtful),
            tuple(self.offered),
        )

    def _numbers(self) -> Iterator[tuple[NewNumber, str]]:
        """The number of every row that is beyond doubt, and what stands there."""
        for at in range(self.headed.row + 1, len(self.sheet.rows)):
            content = self.sheet.content(at, self.value)
            figure = self._figure(at, content)
            if figure is None:
                continue
            cell = cell_name(at, self.value)
            cut = self.cut_numbers.cut(at, self.known[figure].unit)
            if cut:
                self._doubt(cell, content, cut)
            elif _is_missing(content, self.how):
                self.empty.add(figure)
            else:
                new = self._read(at, figure, content)
                if new:
                    yield new, str(content)

    def _read(self, row: int, figure: str, content: Content) -> NewNumber | None:
        """The number of a row and what is said beside it; None where something of it is doubtful."""
        known, cell = self.known[figure], cell_name(row, self.value)
        text, flag = with_flag(content, self.how.flags) if isinstance(content, str) else (content, None)
        number = self._number(text, known)
        beside = self._beside(row, known)
        if isinstance(number, Complaint):
            self._doubt(cell, content, number)
            return None
        if beside is None:
            return None
        return NewNumber(figure, known.value, number, cell, {**({flag.key: flag.value} if flag else {}), **beside})

    def _beside(self, row: int, known: KnownFigure) -> dict[str, Any] | None:
        """What the other columns say of the number of a row; None where one of them is doubtful."""
        found: dict[str, Any] = {}
        sure = True
        for role, column in sorted(self.column.beside.items(), key=lambda each: each[1]):
            content = self.sheet.content(row, column)
            said = said_beside(role, content, known.unit, self.how.flags)
            if isinstance(said, Complaint):
                heading = self.headed.heading_of(column)
                self._doubt(cell_name(row, column), content, said._replace(advice=said.advice.fill(column=heading)))
                sure = False
            elif isinstance(said, Beside) and not (said.key == "note" and said.value in known.notes.values()):
                if said.key == "note" and len(known.notes) > 1:
                    advice = _OTHER_NOTE.advice.fill(column=self.headed.heading_of(column))
                    self._doubt(cell_name(row, column), content, _OTHER_NOTE._replace(advice=advice))
                    sure = False
                found[said.key] = said.value
        return found if sure else None

    def _unknown(self, name: str) -> Complaint:
        """Why a name is of no figure; of the first ones that are, with those that resemble it."""
        if name not in self.unknown:
            names = [*self.known, *(each for figure in self.known.values() for each in figure.name)]
            near = suggestion(name, names) if name and len(self.unknown) < MOST_COMPARED else EMPTY
            self.unknown[name] = _no_figure(name, near)
        return self.unknown[name]

    def _figure(self, row: int, value: Content) -> str | None:
        """The figure that a row is about; None without one, or where it is doubtful which."""
        content = self.sheet.content(row, self.headed.figure)
        found = self._named(content) if isinstance(content, str) else []
        if len(found) == 1:
            return found[0]
        # A heading between rows has no value, and names no figure.
        if value != "":
            self._doubt_figure(row, content, found, value)
        return None

    def _doubt_figure(self, row: int, content: Content, found: list[str], value: Content) -> None:
        cell = cell_name(row, self.headed.figure)
        if isinstance(content, Complaint):
            self._doubt(cell, content, content if content.problem else self._unknown(""))
            return
        name = str(content)
        self._doubt(cell, content, _several(found) if found else self._unknown(name))
        if name and not found and not isinstance(value, Complaint):
            unit = self.column.beside.get("unit")
            said = self.sheet.content(row, unit) if unit is not None else ""
            self.offered.append(UnknownFigure(_shown(name), _shown(str(said)), _shown(str(value)), cell))

    def _unit(self, row: int) -> Unit | None:
        """The unit of measure of the figure that a row is about; None where it is doubtful which."""
        content = self.sheet.content(row, self.headed.figure)
        found = self._named(content) if isinstance(content, str) else []
        return self.known[found[0]].unit if len(found) == 1 else None

    def _named(self, name: str) -> list[str]:
        """The ids that a name may mean: itself, else what reads alike, else what differs in accents alone."""
        if name in self.known:
            return [name]
        found = self.names.get(as_read(name)) or self.names.get(folded(" ".join(name.split()))) or []
        return list(dict.fromkeys(found))

    def _number(self, content: Content, known: KnownFigure) -> Numeral | Complaint:
        number = _numeral(content, self.how, known.unit)
        if isinstance(number, Complaint):
            return number
        if not isinstance(content, str) and known.value is not None and number == known.value:
            # A cell without a format shows no zeros at the end: it does not make 40 of 40.0.
            return number if digits_of(Decimal(number)) > digits_of(Decimal(known.value)) else known.value
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


def _says(known: KnownFigure, new: NewNumber) -> bool:
    """True where the round says the same number with the same decimals already, and all that is said beside it."""
    same = known.value is not None and known.value == new.new and str(known.value) == str(new.new)
    return same and all(known.entry.get(key) == value for key, value in new.beside.items())


_OTHER_NOTE = Complaint(
    Text("đợt này đã có ghi chú khác, bằng nhiều ngôn ngữ", "the round has another note, in several languages"),
    Text(
        'Sửa ghi chú trong tệp của đợt, hoặc không đọc cột này: --columns "{column}=unused".',
        'Change the note in the file of the round, or leave this column out: --columns "{column}=unused".',
    ),
)


def _is_missing(content: Content, how: HowRead) -> bool:
    """Whether a cell says that there is no value: nothing, - or :, alone or with a flag."""
    text, _ = with_flag(content, how.flags) if isinstance(content, str) else ("x", None)
    return text.strip() in ("", "-", "–", "—", ":")


def _numeral(content: Content, how: HowRead, unit: Unit) -> Numeral | Complaint:
    """The number of a cell, digits as shown there.

    Args:
        content: What it holds.
        how: How the sheet is written.
        unit: What the number should be of.
    """
    match content:
        case Complaint():
            return content
        case PerCent(number):
            return number if unit.is_percentage else _per_cent(unit)
        case RoundedNumber(shown, held):
            return _part_of_one(held) if unit.is_counted else shown
        case str():
            return _typed(content, how, unit)
        case Decimal() if unit.is_counted and content == content.to_integral_value():
            # The format of the cell adds the zeros.
            return int(content)
    return content


def _typed(text: str, how: HowRead, unit: Unit) -> Numeral | Complaint:
    """The number that a text says; a share may have the sign of its unit behind it."""
    bare = text.strip().removesuffix("%") if unit.is_percentage else text
    number = numeral(bare, how.convention)
    if not isinstance(number, Decimal):
        return number
    if unit.is_counted and re.fullmatch("[0-9]+[.,]0", text.strip()):
        # Programs write whole numbers so; no sign of thousands is followed by one digit.
        return int(number)
    if len(number.as_tuple().digits) > _DIGITS_KEPT:
        return Complaint(
            Text(
                "{digits} chữ số có nghĩa: phần cuối do máy tính sinh ra",
                "{digits} significant digits: the last of them come from the computation",
            ).fill(digits=len(number.as_tuple().digits)),
            Text("Viết các chữ số cần lấy.", "Write the digits that count."),
        )
    return number


_DIGITS_KEPT = 15
"""Significant digits that computations in floating point keep."""


def _per_cent(unit: Unit) -> Complaint:
    return Complaint(
        Text("ô theo định dạng %, đơn vị tính của số liệu là {unit}", "formatted as %, the figure is in {unit}").fill(
            unit=unit.name
        ),
        Text("Bỏ định dạng % rồi gõ con số như in ra.", "Drop the format %, then type the number as printed."),
    )


def _part_of_one(held: Decimal) -> Complaint:
    return Complaint(
        Text("công thức cho {held}, không phải số nguyên", "the formula gives {held}, no whole number").fill(held=held),
        Text("Kiểm tra công thức, hoặc gõ số đã đếm.", "Check the formula, or type what was counted."),
    )


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
