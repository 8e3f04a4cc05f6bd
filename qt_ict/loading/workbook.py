"""XLSX files: values by python-calamine, and a second look at the cells whose value it cannot tell.

It reads an error, and a formula that was never computed, as an empty cell, and 45 % as 0.45. A figure
would silently stay, or shrink a hundredfold; so these cells are looked up in the sheet itself.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.loading.sheets import Content, Doubt, Sheet
from qt_ict.loading.text import LIMIT_MB

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def workbook(content: bytes, path: Path) -> tuple[Sheet, ...]:
    """The sheets of an XLSX file, in their order.

    Raises:
        Refusal: It cannot be read, or python-calamine is not installed.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise Refusal(
            Text("đọc .xlsx cần thêm một thư viện", "reading .xlsx needs one more library"),
            Text(
                'pip install "qt-ict[sheets]", hoặc lưu dạng CSV UTF-8.',
                'pip install "qt-ict[sheets]", or save it as CSV UTF-8.',
            ),
        ) from None
    try:
        doubts = _doubts(content)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return tuple(_sheets(book, doubts))
    except (CalamineError, zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, OSError) as error:
        if content.startswith(_OLD_OR_LOCKED):
            cause = Text("là tệp .xls cũ hoặc có mật khẩu", "it is an old .xls file, or has a password")
            raise _unreadable(path, cause) from None
        raise _unreadable(path, Text(f"tệp hỏng ({error})", f"it is broken ({error})")) from None


_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def _unreadable(path: Path, cause: Text) -> Refusal:
    return Refusal(
        Text(f"không đọc được {path}: {cause.vi}", f"{path} cannot be read: {cause.en}"),
        Text(
            "Mở bằng bảng tính rồi lưu dạng .xlsx không mật khẩu.",
            "Open it in a spreadsheet and save it as .xlsx without a password.",
        ),
    )


Place = tuple[int, int]
"""Row and column of a cell, from 0."""


def _sheets(book: "CalamineWorkbook", doubts: dict[str, dict[Place, Doubt]]) -> Iterator[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for about in book.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        values: list[list[Any]] = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
        doubted = doubts[about.name]
        width = max((column + 1 for _, column in doubted), default=0)
        height = max((row + 1 for row, _ in doubted), default=0)
        # An error in the last row or column leaves no trace in the values.
        wide = [each + [""] * (width - len(each)) for each in values + [[]] * (height - len(values))]
        rows = tuple(
            tuple(doubted.get((row, column)) or _content(value) for column, value in enumerate(each))
            for row, each in enumerate(wide)
        )
        yield Sheet(about.name, rows, hidden=about.visible is not SheetVisibleEnum.Visible)


def _content(value: Any) -> Content:
    """What a cell holds: a double becomes its shortest decimal, a whole one an integer."""
    if isinstance(value, bool):
        return Doubt(_same("TRUE" if value else "FALSE"), Text("ô đúng/sai", "a cell of true or false"), _A_NUMBER)
    if isinstance(value, int | float):
        return int(value) if float(value).is_integer() else Decimal(repr(value))
    if isinstance(value, str):
        return value.strip()
    return Doubt(_same(str(value)), Text("ô ngày hoặc giờ", "a cell of a date or time"), _A_NUMBER)


def _same(text: str) -> Text:
    return Text(text, text)


_A_NUMBER = Text("Định dạng ô là số và gõ lại.", "Format the cell as a number and type it again.")


class _Styles(NamedTuple):
    """What a workbook says of its cells as a whole."""

    percent: frozenset[int]
    """Numbers of the formats that show a hundredfold with a per cent sign."""
    stale: bool
    """True where the program that wrote it left the formulas to be computed by whoever opens it."""


def _doubts(content: bytes) -> dict[str, dict[Place, Doubt]]:
    """The doubtful cells of every sheet by its name."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(each.file_size for each in parts.infolist()) > _LARGEST:
            raise ValueError(f"> {LIMIT_MB * 4} MB")
        book = _part(parts, "xl/workbook.xml")
        targets = {
            each.get("Id"): posixpath.normpath(posixpath.join("/xl", each.get("Target", ""))).lstrip("/")
            for each in _part(parts, "xl/_rels/workbook.xml.rels")
        }
        stale = any(_tag(each) == "calcPr" and each.get("fullCalcOnLoad") in ("1", "true") for each in book)
        styles = _Styles(_percent_formats(parts), stale)
        named = {
            each.get("name", ""): targets.get(_relation(each), "") for each in book.iter() if _tag(each) == "sheet"
        }
        return {name: dict(_doubted(_part(parts, target), styles)) for name, target in named.items()}


def _part(parts: zipfile.ZipFile, name: str) -> Element:
    """One XML file of the archive.

    Raises:
        KeyError: The archive lacks it.
        ValueError: It declares entities.
    """
    text = parts.read(name)
    if b"<!DOCTYPE" in text[:1000]:
        raise ValueError(f"{name}: DOCTYPE")
    return ElementTree.fromstring(text)


_LARGEST = LIMIT_MB * 4 * 10**6
"""Largest workbook that is read, unpacked [bytes]."""


def _tag(element: Element) -> str:
    """The name of an element without its namespace; there are two editions of it."""
    return element.tag.rpartition("}")[2]


def _relation(sheet: Element) -> str:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def _percent_formats(parts: zipfile.ZipFile) -> frozenset[int]:
    if "xl/styles.xml" not in parts.namelist():
        return frozenset()
    styles = _part(parts, "xl/styles.xml")
    percent = {"9", "10"}
    formats: list[str] = []
    for element in styles:
        if _tag(element) == "numFmts":
            percent.update(
                each.get("numFmtId", "")
                for each in element
                if "%" in re.sub(r'"[^"]*"|\\.', "", each.get("formatCode", ""))
            )
        elif _tag(element) == "cellXfs":
            formats = [each.get("numFmtId", "") for each in element]
    return frozenset(index for index, each in enumerate(formats) if each in percent)


def _doubted(sheet: Element, styles: _Styles) -> Iterator[tuple[Place, Doubt]]:
    """The cells of a sheet whose value cannot be told from an empty one, or is another than is shown."""
    height = width = 0
    for place, cell in _cells(sheet):
        height, width = max(height, place[0] + 1), max(width, place[1] + 1)
        if height * width > _MOST_CELLS:
            raise ValueError(f"> {_MOST_CELLS} cells")
        doubt = _doubt(cell, styles)
        if doubt:
            yield place, doubt


_MOST_CELLS = 5_000_000
"""Largest table that is read, empty cells included; python-calamine holds them all in memory."""


def _cells(sheet: Element) -> Iterator[tuple[Place, Element]]:
    """The cells of a sheet that hold anything."""
    row = -1
    for line in (each for part in sheet if _tag(part) == "sheetData" for each in part):
        row = int(line.get("r", row + 2)) - 1
        column = -1
        for cell in line:
            column = _column(cell.get("r"), column + 1)
            if len(cell):
                yield (row, column), cell


def _column(name: str | None, following: int) -> int:
    """The column that the name of a cell means, from 0; the following one where it has no name."""
    letters = re.match("[A-Z]+", name or "")
    if letters is None:
        return following
    number = 0
    for letter in letters.group():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _doubt(cell: Element, styles: _Styles) -> Doubt | None:
    parts = {_tag(each): each.text or "" for each in cell}
    value = parts.get("v", "")
    if cell.get("t") == "e":
        return Doubt(_same(value or "#N/A"), Text("công thức báo lỗi", "the formula ends in an error"), _A_RESULT)
    if "f" in parts and (not value or styles.stale) and cell.get("t") != "str":
        return Doubt(
            Text(f"={parts['f']}"[:_SHOWN], f"={parts['f']}"[:_SHOWN]),
            Text("công thức chưa được tính", "the formula has not been computed"),
            _A_RESULT,
        )
    if value and cell.get("t", "n") == "n" and int(cell.get("s", 0)) in styles.percent:
        return Doubt(
            Text(f"{value} (định dạng %)", f"{value} (formatted as %)"),
            Text("ô hiện gấp một trăm lần số nó chứa", "the cell shows a hundred times what it holds"),
            Text(
                "Bỏ định dạng % và gõ lại số như in ra: 45.65.",
                "Drop the format % and type the number as printed: 45.65.",
            ),
        )
    return None


_SHOWN = 40
"""Longest piece of a formula that is repeated [characters]."""
_A_RESULT = Text(
    "Mở tệp bằng bảng tính, tính lại và lưu; hoặc gõ thẳng con số.",
    "Open the file in a spreadsheet, compute and save it; or type the number itself.",
)
