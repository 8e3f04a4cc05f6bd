"""Sheets of cells from CSV and XLSX files."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.loading.sheet import Sheet
from qt_ict.loading.sheet_headings import has_headings
from qt_ict.loading.sheet_limits import require_small, too_large
from qt_ict.loading.text import LIMIT_MB
from qt_ict.loading.xlsx import workbook

NOTHING: Mapping[str, str] = MappingProxyType({})
"""No declaration."""


def sheets(path: Path, declared: Mapping[str, str] = NOTHING) -> tuple[Sheet, ...]:
    """The sheets of a CSV or XLSX file.

    Args:
        path: The file.
        declared: What its headings mean, besides those that need no declaration; see ``sheet_headings``.

    Raises:
        Refusal: It is missing, of another kind, or broken.
    """
    ending = path.suffix.lower()
    if ending not in (*_CSV, *_XLSX):
        raise _other_kind(path, ending)
    content = _content(path)
    if ending in _CSV:
        rows, separator = _table(_decoded(content, path), path, declared)
        return (Sheet(path.name, rows, separator=separator),)
    return workbook(content, path)


_CSV = (".csv", ".tsv", ".txt")
_XLSX = (".xlsx", ".xlsm")


def _other_kind(path: Path, ending: str) -> Refusal:
    if ending in (".xls", ".ods", ".xlsb", ".numbers"):
        advice = Text(
            "Mở bằng bảng tính rồi lưu dạng .xlsx hoặc CSV UTF-8.",
            "Open it in a spreadsheet and save it as .xlsx or CSV UTF-8.",
        )
    else:
        advice = Text("Cần một tệp .csv hoặc .xlsx.", "Expected a .csv or .xlsx file.")
    kind = (
        Text("dạng {ending}", "files of the kind {ending}").fill(ending=ending)
        if ending
        else Text("dạng này", "files without ending")
    )
    return Refusal(Text("không đọc {kind}: {path}", "{kind} are not read: {path}").fill(kind=kind, path=path), advice)


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise Refusal(
                Text("{path} không phải là tệp", "{path} is no file").fill(path=path),
                Text("Nêu một tệp .csv hoặc .xlsx.", "Name a .csv or .xlsx file."),
            )
        if path.stat().st_size > LIMIT_MB * 10**6:
            raise too_large(path, LIMIT_MB)
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise Refusal(
            Text("không mở được {path}: {cause}", "{path} cannot be opened: {cause}").fill(path=path, cause=cause),
            Text("Kiểm tra đường dẫn và quyền đọc.", "Check the path and the permissions."),
        ) from None
    if not content.strip():
        raise Refusal(
            Text("{path} rỗng", "{path} is empty").fill(path=path),
            Text("Cần một dòng tiêu đề và các dòng số liệu.", "Expected a line of headings and lines of figures."),
        )
    return content


def _decoded(content: bytes, path: Path) -> str:
    save = Text("Lưu lại dạng CSV UTF-8.", "Save it as CSV UTF-8.")
    if content.startswith(b"PK"):
        raise Refusal(
            Text("{path} là một tệp bảng tính mang đuôi CSV", "{path} is a workbook with the ending of CSV").fill(
                path=path
            ),
            Text("Đổi đuôi thành .xlsx.", "Rename it to .xlsx."),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Refusal(
            Text("{path}:{line}: không phải UTF-8", "{path}:{line}: not UTF-8").fill(path=path, line=str(line)), save
        ) from None
    if "\0" in text:
        raise Refusal(Text("{path} không phải UTF-8", "{path} is not UTF-8").fill(path=path), save)
    return text


def _table(text: str, path: Path, declared: Mapping[str, str]) -> tuple[tuple[tuple[str, ...], ...], str]:
    """The rows of a CSV text, and what separates their cells."""
    lines = io.StringIO(text, newline="").readlines()
    cells = [1 + max(map(line.count, ";,\t")) for line in lines]
    require_small(path, len(lines), max(cells), sum(cells))
    # Excel puts the line sep=; in front and does not count it among the rows.
    told = re.fullmatch("sep=(.)", lines[0].rstrip("\r\n"), re.IGNORECASE)
    skipped = 1 if told else 0
    separator = told.group(1) if told else delimiter(lines, declared)
    reader = csv.reader(lines[skipped:], delimiter=separator, strict=True)
    try:
        return tuple(tuple(cell.strip() for cell in row) for row in reader), separator
    except csv.Error as error:
        raise _broken(f"{path}:{reader.line_num + skipped}", error) from None


def _broken(place: str, error: csv.Error) -> Refusal:
    limit = csv.field_size_limit()
    if "field limit" in str(error):
        return Refusal(
            Text("{place}: một ô có hơn {limit} ký tự", "{place}: a cell has more than {limit} characters").fill(
                place=place, limit=limit
            ),
            Text(
                "Rút ngắn ô này, hoặc khép một dấu nháy kép còn mở ở trước đó.",
                "Shorten it, or close the double quotes that are left open before.",
            ),
        )
    return Refusal(
        Text("{place}: không đọc được CSV: {error}", "{place}: broken CSV: {error}").fill(place=place, error=error),
        Text("Kiểm tra các dấu nháy kép ở gần dòng này.", "Check the double quotes near this line."),
    )


def delimiter(lines: Sequence[str], declared: Mapping[str, str] = NOTHING) -> str:
    """What stands between cells: the sign that makes headings of some lines; else one that all lines have alike.

    The lines of numbers have no say as long as there are headings: a comma there may belong to a number.

    Args:
        lines: The lines of the file.
        declared: What its headings mean, besides those that need no declaration.

    >>> delimiter(["Report, first half", "figure;value", "tv;45,6"]), delimiter(["TT;Tên;2024", "1;tv;45,6"])
    (';', ';')
    """
    first = lines[:_LOOKED_AT]
    for each in _SEPARATORS:
        rows = tuple(tuple(cell.strip(' \r\n"\ufeff') for cell in line.split(each)) for line in first)
        if has_headings(Sheet("", rows, separator=each), declared):
            return each
    return next((each for each in _SEPARATORS if len({line.count(each) for line in first} - {0}) == 1), ",")


_SEPARATORS = ";,\t"
_LOOKED_AT = 1000
"""Lines among which the headings are looked for."""
