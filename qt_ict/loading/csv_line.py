"""Lines of a CSV file that know where their cells stand."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from qt_ict.diagnostics import tabular
from qt_ict.diagnostics.finding import Finding, Place, excerpt
from qt_ict.language import EMPTY, Text
from qt_ict.nearest import folded

UNUSED = "unused"
"""What a column is that is not read."""

LINE_END = re.compile("\r\n|\n|\r")
"""What ends a line, whichever system wrote it."""
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


class CsvLine(NamedTuple):
    """One line of a file."""

    file: str
    number: int
    text: str
    separator: str = ","
    """What stands between its cells."""

    def cells(self) -> list[str] | None:
        """The cells; None where they cannot be told; see ``unread``."""
        try:
            (cells,) = csv.reader([self.text], strict=True, delimiter=self.separator)
        except csv.Error:
            return None
        return [cell.strip() for cell in cells]

    def place(self, index: int) -> Place:
        """Where a cell stands, without the blanks around it; the end of the line behind the last one."""
        spans = list(_spans(self.text, self.separator))
        if index >= len(spans):
            return self._place(len(self.text), 1)
        start, end = spans[index]
        written = self.text[start:end]
        blanks = len(written) - len(written.lstrip())
        return self._place(start + blanks, len(written.strip()))

    def unread(self) -> Finding:
        """Why its cells cannot be told: one is too long, or its quotes are broken."""
        limit = csv.field_size_limit()
        cells = [(start, self.text[start:end]) for start, end in _spans(self.text, self.separator)]
        for start, cell in cells:
            if len(cell) > limit:
                return Finding(tabular.LONG_CELL, self._place(start, len(cell)), {"found": len(cell), "limit": limit})
        broken = (start for start, cell in cells if cell.startswith('"') and not _QUOTED.fullmatch(cell))
        return Finding(tabular.BROKEN_QUOTES, self._place(next(broken, 0), 1))

    def _place(self, start: int, width: int) -> Place:
        return Place(self.file, self.number, start + 1, max(1, width), self.text)


@cache
def _cell(separator: str) -> re.Pattern[str]:
    """A cell as the reader of CSV takes it; one with broken quotes ends at the next separator."""
    sign = re.escape(separator)
    return re.compile(rf'"(?:[^"]|"")*"(?={sign}|\Z)|[^{sign}]*')


def _spans(text: str, separator: str) -> Iterator[tuple[int, int]]:
    """Start and end of every cell of a line."""
    cell = _cell(separator)
    start = 0
    while start <= len(text):
        found = cell.match(text, start)
        end = found.end() if found else len(text)
        yield start, end
        start = end + 1


def columns_of(
    header: CsvLine,
    expected: Sequence[str],
    optional: Sequence[str] = (),
    declared: Mapping[str, str] = MappingProxyType({}),
) -> tuple[list[str], list[Finding]]:
    """The columns as they stand in the header; none with findings where they are not those expected, in any order.

    Args:
        header: The line that names them.
        expected: What they are called.
        optional: What further ones may be called.
        declared: What headings of other names are, each a column or ``unused``.
    """
    headings = header.cells()
    if headings is None:
        return [], [header.unread()]
    meant = {folded(" ".join(each.split())): column for each, column in declared.items()}
    cells = [meant.get(folded(" ".join(each.split())), each) for each in headings]
    known = (*expected, *optional, UNUSED) if declared else (*expected, *optional)
    once = [cell for cell in cells if cell != UNUSED]
    odd = [
        index
        for index, cell in enumerate(cells)
        if cell not in known or (cell in cells[:index] and once.count(cell) > 1)
    ]
    if not odd and set(expected) <= set(cells):
        return cells, []
    place = header.place(odd[0]) if odd else header.place(len(cells))
    values = {
        "problem": _difference(header, cells, odd, [each for each in expected if each not in cells]),
        "hint": _SEPARATOR if len(cells) == 1 and re.search("[;\t]", cells[0]) else EMPTY,
        "columns": ",".join((*expected, *optional)),
    }
    return [], [Finding(tabular.WRONG_COLUMNS, place, values)]


_SEPARATOR = Text("Tệp dùng dấu phân cách khác. ", "The file uses another separator. ")


def _difference(header: CsvLine, cells: Sequence[str], odd: Sequence[int], missing: Sequence[str]) -> Text:
    """Columns that are unknown or repeated, and columns that are not there."""
    headings = header.cells() or []
    unknown = [excerpt(headings[each]) for each in odd if cells[each] not in cells[:each]]
    twice = [excerpt(headings[each]) for each in odd if cells[each] in cells[:each]]
    parts = [
        Text("không rõ {names}", "{names} unknown").fill(names=", ".join(unknown)) if unknown else EMPTY,
        Text("lặp lại {names}", "{names} twice").fill(names=", ".join(twice)) if twice else EMPTY,
        Text("thiếu {names}", "{names} missing").fill(names=", ".join(missing)) if missing else EMPTY,
    ]
    return Text.each(lambda language: "; ".join(each.say(language) for each in parts if each != EMPTY))
