"""XLSX files: what every cell of a workbook holds, and which cells cannot be taken at their word.

An error, a formula that was never computed, and 45% that is stored as 0.45 are cells of their own
kind here. To a reader of values alone they are empty cells and a hundredth, and a figure would silently
stay, or shrink.
"""

import datetime
import io
import math
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from qt_ict.diagnostics.refusal import Complaint, Refusal
from qt_ict.language import Text
from qt_ict.loading.sheet import MOST_CELLS, Content, Sheet
from qt_ict.loading.text import LIMIT_MB


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
            return tuple(_sheets(archive))
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


def _sheets(archive: zipfile.ZipFile) -> Iterator[Sheet]:
    """The sheets of cells; charts and macros are left out.

    Raises:
        ValueError: The workbook is too large, or malformed.
        LookupError: It lacks a part.
    """
    if sum(each.file_size for each in archive.infolist()) > LIMIT_MB * 10**6:
        raise ValueError(f"> {LIMIT_MB} MB")
    book = _part(archive, "xl/workbook.xml")
    stale = any(_tag(each) == "calcPr" and each.get("fullCalcOnLoad") in _TRUE for each in book)
    shared = [_said(each) for each in _part_if_any(archive, "xl/sharedStrings.xml")]
    cells = _Cells(shared, tuple(_formats(_part_if_any(archive, "xl/styles.xml"))), stale)
    targets = {
        each.get("Id"): each.get("Target", "")
        for each in _part(archive, "xl/_rels/workbook.xml.rels")
        if each.get("Type", "").endswith("/worksheet")
    }
    for each in (each for each in book.iter() if _tag(each) == "sheet"):
        target = targets.get(next((value for key, value in each.attrib.items() if key.endswith("}id")), ""))
        if target:
            name = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            hidden = each.get("state", "visible") != "visible"
            yield Sheet(each.get("name", ""), _rows(_part(archive, name), cells), hidden)


_TRUE = ("1", "true")


class _Tree(ElementTree.TreeBuilder):
    """Builds a document that declares nothing: a workbook needs no entities, an attack does."""

    def doctype(self, *declared: Any) -> None:
        raise ValueError("DOCTYPE")


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    return ElementTree.fromstring(archive.read(name), ElementTree.XMLParser(target=_Tree()))


def _part_if_any(archive: zipfile.ZipFile, name: str) -> Element:
    return _part(archive, name) if name in archive.namelist() else Element("none")


def _tag(element: Element) -> str:
    """The name of an element without its namespace; there are two editions of it."""
    return element.tag.rpartition("}")[2]


def _said(element: Element) -> str:
    """The text of a string: its own and that of its runs, without the phonetic hints."""
    if _tag(element) == "t":
        return element.text or ""
    return "".join(_said(each) for each in element if _tag(each) in ("t", "r"))


def _formats(styles: Element) -> Iterator[str]:
    """What each style of the workbook shows a number as: ``number``, ``percent`` or ``date``."""
    sections = {_tag(each): each for each in styles}
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in sections.get("numFmts", ())}
    for style in sections.get("cellXfs", ()):
        number = style.get("numFmtId", "0")
        code = _QUIET.sub("", codes.get(number, ""))
        if number in ("9", "10") or "%" in code:
            yield "percent"
        elif int(number) in _DATES or re.search("[dmyhs]", code, re.IGNORECASE):
            yield "date"
        else:
            yield "number"


_QUIET = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
"""Parts of a format that stand for themselves, or name a colour or a language."""
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of the formats that every workbook has for dates and times (ECMA-376, 18.8.30)."""


def _rows(sheet: Element, cells: "_Cells") -> tuple[tuple[Content, ...], ...]:
    """The cells of a sheet from its first row and column on.

    Raises:
        ValueError: They lie too far apart.
    """
    found: dict[int, dict[int, Content]] = {}
    for row, column, cell in _placed(sheet):
        found.setdefault(row, {})[column] = cells.content(cell)
    width = max((max(each) for each in found.values()), default=-1) + 1
    height = max(found, default=-1) + 1
    if width * height > MOST_CELLS:
        raise ValueError(f"{width} x {height} cells")
    return tuple(tuple(found.get(row, {}).get(column, "") for column in range(width)) for row in range(height))


def _placed(sheet: Element) -> Iterator[tuple[int, int, Element]]:
    """Row and column, from 0, of the cells that hold anything; a cell without a name follows the one before."""
    row = -1
    for line in (each for part in sheet if _tag(part) == "sheetData" for each in part):
        row = int(line.get("r", row + 2)) - 1
        if row < 0:
            raise ValueError(f"row {row + 1}")
        column = -1
        for cell in line:
            letters = re.match("[A-Z]{1,3}", cell.get("r", ""))
            column = _column(letters.group()) if letters else column + 1
            if len(cell):
                yield row, column, cell


def _column(letters: str) -> int:
    """The column of a name, from 0.

    >>> _column("A"), _column("AA")
    (0, 26)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class _Cells(NamedTuple):
    """What cells refer to."""

    shared: list[str]
    """Texts that stand once for the whole workbook."""
    formats: tuple[str, ...]
    """What each style shows a number as."""
    stale: bool
    """True where the program that wrote it left the formulas to be computed by whoever opens it."""

    def content(self, cell: Element) -> Content:
        """What a cell holds."""
        parts = {_tag(each): each for each in cell}
        value = (parts["v"].text or "") if "v" in parts else ""
        formula = (parts["f"].text or "") if "f" in parts else None
        match cell.get("t", "n"):
            case "e":
                return Complaint(_ERROR, _COMPUTE, Text.same(value))
            case kind if formula is not None and (self.stale or (not value and kind != "str")):
                return Complaint(_NOT_COMPUTED, _COMPUTE, Text.same(f"={formula}"))
            case "s":
                return self.shared[int(value)].strip()
            case "str":
                return value.strip()
            case "inlineStr":
                return _said(parts["is"]).strip() if "is" in parts else ""
            case "b":
                return Complaint(_TRUE_OR_FALSE, _TYPE, Text.same("TRUE" if value in _TRUE else "FALSE"))
            case "n":
                return self._number(value, int(cell.get("s", 0))) if value else ""
        return _date(value)

    def _number(self, value: str, style: int) -> Content:
        """The shortest decimal of a double; a whole one as an integer."""
        shown = self.formats[style] if style < len(self.formats) else "number"
        double = float(value)
        if not math.isfinite(double):
            raise ValueError(value)
        number = int(double) if double.is_integer() else Decimal(repr(double))
        if shown == "percent":
            return Complaint(
                Text("ô định dạng %, chứa {number}", "formatted as %, it holds {number}").fill(number=f"{number:f}"),
                Text("Bỏ định dạng % rồi gõ con số như in ra.", "Drop the format %, then type the number as printed."),
                Text.same(f"{Decimal(number * 100).normalize():f}%"),
            )
        return _date(_day(double)) if shown == "date" else number


def _day(days: float) -> str:
    """A number of days as the date that spreadsheets show for it."""
    day = datetime.datetime(1899, 12, 30) + datetime.timedelta(days)
    if 0 <= days < 1:
        return str(day.time().replace(microsecond=0))
    return str(day.date() if day.time() == datetime.time() else day.replace(microsecond=0))


def _date(shown: str) -> Complaint:
    return Complaint(_DATE_OR_TIME, _TYPE, Text.same(shown))


_ERROR = Text("công thức báo lỗi", "the formula ends in an error")
_NOT_COMPUTED = Text("công thức chưa được tính", "the formula was not computed")
_TRUE_OR_FALSE = Text("ô đúng/sai", "true or false")
_DATE_OR_TIME = Text("ô ngày hoặc giờ", "a date or time")
_TYPE = Text("Định dạng ô là số rồi gõ lại.", "Format the cell as a number, then type it again.")
_COMPUTE = Text(
    "Mở tệp bằng bảng tính, tính lại và lưu; hoặc gõ thẳng con số.",
    "Open the file in a spreadsheet, compute and save it; or type the number itself.",
)
