"""XLSX files: the sheets of a workbook, read row by row and in bounded memory."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.loading.sheet import CellRange, Content, Sheet
from qt_ict.loading.sheet_limits import require_small, too_large, too_many
from qt_ict.loading.shown_digits import built_in_format
from qt_ict.loading.text import LIMIT_MB
from qt_ict.loading.workbook_cells import TRUE, CellContents, repeated, tag_of, text_of


def workbook(content: bytes, path: Path) -> tuple[Sheet, ...]:
    """The sheets of an XLSX file, in their order.

    Args:
        content: The file.
        path: How the user knows it.

    Raises:
        Refusal: It cannot be read.
    """
    if content.startswith(_OLD_OR_LOCKED):
        raise _unreadable(path, Text("là tệp .xls cũ hoặc có mật khẩu", "it is an old .xls file, or has a password"))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return tuple(_Workbook(archive, path).sheets())
    except _BROKEN as error:
        raise _unreadable(path, Text("tệp hỏng ({error})", "it is broken ({error})").fill(error=error)) from None


_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    LookupError,
    ValueError,
    OverflowError,
    RuntimeError,
    EOFError,
    OSError,
)
"""What the standard library says of a damaged archive or document."""


def _unreadable(path: Path, cause: Text) -> Refusal:
    return Refusal(
        Text("không đọc được {path}: {cause}", "{path} cannot be read: {cause}").fill(path=path, cause=cause),
        Text(
            "Mở bằng bảng tính rồi lưu dạng .xlsx không mật khẩu.",
            "Open it in a spreadsheet and save it as .xlsx without a password.",
        ),
    )


MOST_ELEMENTS = 1_500_000
"""Rows, cells, values and texts of a workbook that are looked at: some seconds of work."""


class _Budget:
    """How many elements may still be read: a small file can unpack to millions that hold nothing."""

    def __init__(self, place: object) -> None:
        self._place = place
        self._left = MOST_ELEMENTS

    def take(self) -> None:
        """Count one more.

        Raises:
            Refusal: They are more than any sheet of figures has.
        """
        self._left -= 1
        if self._left < 0:
            raise too_many(
                self._place, MOST_ELEMENTS, Text("dòng và ô, kể cả ô trống", "rows and cells, empty ones included")
            )


class _Tree(ElementTree.TreeBuilder):
    """Builds a document piece by piece: each piece is handed on and forgotten.

    It declares nothing: a workbook needs no entities, an attack does.
    """

    def __init__(self, budget: _Budget, piece: str = "", take: Callable[[Element], None] | None = None) -> None:
        super().__init__()
        self._budget = budget
        self._piece = piece
        self._take = take
        self._open: list[Element] = []

    def start(self, tag: str, attributes: dict[str, str], /) -> Element:
        """One more element."""
        self._budget.take()
        self._open.append(super().start(tag, attributes))
        return self._open[-1]

    def end(self, tag: str, /) -> Element:
        """The end of one; of a piece, the end of what is kept of it."""
        element = super().end(tag)
        self._open.pop()
        if self._take and self._open and tag.rpartition("}")[2] == self._piece:
            self._take(element)
            self._open[-1].clear()
        return element

    def doctype(self, *declared: Any) -> None:
        """Refuse what declares anything."""
        raise ValueError("DOCTYPE")


class _Workbook:
    """An archive that is being read."""

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        if sum(each.file_size for each in archive.infolist()) > LIMIT_MB * 10**6:
            raise too_large(path, LIMIT_MB)
        self._archive = archive
        self._path = path
        self._budget = _Budget(path)

    def sheets(self) -> Iterator[Sheet]:
        """The sheets of cells; charts and macros are left out.

        Raises:
            ValueError: The workbook is malformed.
            LookupError: It lacks a part.
            Refusal: It is too large.
        """
        book = self._part("xl/workbook.xml")
        stale = any(tag_of(each) == "calcPr" and each.get("fullCalcOnLoad") in TRUE for each in book)
        since_1904 = any(tag_of(each) == "workbookPr" and each.get("date1904") in TRUE for each in book)
        shared: list[str] = []
        if "xl/sharedStrings.xml" in self._archive.namelist():
            self._part("xl/sharedStrings.xml", "si", lambda each: shared.append(text_of(each)))
        cells = CellContents(shared, tuple(self._formats()), stale, since_1904)
        targets = {
            each.get("Id"): each.get("Target", "")
            for each in self._part("xl/_rels/workbook.xml.rels")
            if each.get("Type", "").endswith("/worksheet")
        }
        for each in (each for each in book.iter() if tag_of(each) == "sheet"):
            target = targets.get(next((value for key, value in each.attrib.items() if key.endswith("}id")), ""))
            if target:
                part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
                yield self._sheet(part, each.get("name", ""), cells, each.get("state", "visible") != "visible")

    def _part(self, name: str, piece: str = "", take: Callable[[Element], None] | None = None) -> Element:
        """A part of the archive, without the pieces that were taken from it."""
        target = _Tree(self._budget, piece, take)
        return ElementTree.fromstring(self._archive.read(name), ElementTree.XMLParser(target=target))

    def _formats(self) -> Iterator[str]:
        """The number format of each style."""
        if "xl/styles.xml" not in self._archive.namelist():
            return
        sections = {tag_of(each): each for each in self._part("xl/styles.xml")}
        codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in sections.get("numFmts", ())}
        for style in sections.get("cellXfs", ()):
            number = style.get("numFmtId", "0")
            yield codes.get(number) or built_in_format(int(number))

    def _sheet(self, part: str, name: str, cells: CellContents, hidden: bool) -> Sheet:
        found = _FoundCells(cells)
        rest = self._part(part, "row", found.take)
        place = f"{self._path} [{name}]"
        require_small(place, found.height, found.width, found.width * found.height)
        return Sheet(
            name,
            found.rows(),
            hidden,
            hidden_rows=frozenset(found.hidden),
            hidden_columns=frozenset(_hidden_columns(rest, found.width)),
            merged=tuple(_merged(rest)),
        )


class _FoundCells:
    """The cells of a sheet, found row by row."""

    def __init__(self, cells: CellContents) -> None:
        self._cells = cells
        self._found: dict[int, dict[int, list[Content]]] = {}
        self._at = -1
        self.hidden: set[int] = set()
        """Rows with content that nobody sees."""
        self.width = 0
        self.height = 0

    def take(self, row: Element) -> None:
        """Read a row; one without a number follows the one before.

        Raises:
            ValueError: Its number is none.
        """
        self._at = int(row.get("r", self._at + 2)) - 1
        if self._at < 0:
            raise ValueError(f"row {self._at + 1}")
        for column, cell in _placed(row):
            content = self._cells.content(cell)
            if content != "":
                self._found.setdefault(self._at, {}).setdefault(column, []).append(content)
                self.width, self.height = max(self.width, column + 1), max(self.height, self._at + 1)
        if row.get("hidden") in TRUE and self._at in self._found:
            self.hidden.add(self._at)

    def rows(self) -> tuple[tuple[Content, ...], ...]:
        """The cells from the first row and column on."""
        return tuple(self._row(self._found.get(at, {})) for at in range(self.height))

    def _row(self, cells: dict[int, list[Content]]) -> tuple[Content, ...]:
        contents = {column: found[0] if len(found) == 1 else repeated(found) for column, found in cells.items()}
        return tuple(contents.get(column, "") for column in range(self.width))


def _placed(row: Element) -> Iterator[tuple[int, Element]]:
    """Column, from 0, of the cells of a row that hold anything; a cell without a name follows the one before."""
    column = -1
    for cell in row:
        letters = re.match("[A-Z]{1,3}", cell.get("r", ""))
        column = _column(letters.group()) if letters else column + 1
        if len(cell):
            yield column, cell


def _column(letters: str) -> int:
    """The column of a name, from 0.

    >>> _column("A"), _column("AA")
    (0, 26)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _hidden_columns(sheet: Element, width: int) -> Iterator[int]:
    """Columns that nobody sees, from 0."""
    for each in (each for part in sheet if tag_of(part) == "cols" for each in part):
        if each.get("hidden") in TRUE:
            yield from range(max(1, int(each.get("min", "1"))) - 1, min(width, int(each.get("max", "0"))))


def _merged(sheet: Element) -> Iterator[CellRange]:
    """Cells that are merged to one."""
    for each in (each for part in sheet if tag_of(part) == "mergeCells" for each in part):
        found = re.fullmatch(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})", each.get("ref", ""))
        if found:
            left, top, right, bottom = found.groups()
            yield CellRange(int(top) - 1, _column(left), int(bottom) - 1, _column(right))
