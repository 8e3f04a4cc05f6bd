"""Positions in files: from a key path such as ``figures.households.value`` to file, line, column.

The data are plain mappings and lists. Beside them stands a tree of marks of the same shape; it is
walked only when a place is to be shown.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from qt_ict.diagnostics.finding import Place

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""

Key = str | int
Path = Sequence[Key]


class TextMark(Protocol):
    """A point in a text, as the YAML parser gives it."""

    @property
    def line(self) -> int:
        """Line, from 0."""

    @property
    def column(self) -> int:
        """Column, from 0."""

    @property
    def index(self) -> int:
        """Characters before it in the text."""


class EntryMarks(NamedTuple):
    """Where one entry of a mapping or list stands."""

    key: TextMark | None
    """Start of the key; None in a list."""
    start: TextMark
    """Start of the value."""
    end: TextMark
    """End of a scalar value; the start again of a mapping or list."""
    inside: "Marks | None"
    """Marks of the entries of a mapping or list."""


Marks = Mapping[Key, EntryMarks]


class SaidAt(NamedTuple):
    """Where a value is said that an entry leaves out and takes over."""

    file: str
    """Path as the user knows it."""
    line: int
    """Line of the value, or of the entry that has it, from 1."""
    entry: str
    """Id of the entry that says it, or the heading."""


class MarkedText:
    """The text of one file and the marks of its entries."""

    def __init__(
        self, file: str, text: str, marks: Marks, origins: Mapping[tuple[Key, ...], SaidAt] | None = None
    ) -> None:
        self.file = file
        """Path as the user knows it."""
        self.text = text
        """The text as decoded."""
        self.marks = marks
        """Marks of the entries of the whole document."""
        self.origins: dict[tuple[Key, ...], SaidAt] = dict(origins or {})
        """Where values are said that entries of this file take over, by key path; their place is the entry's."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, split once for all places in it."""
        return LINE_END.split(self.text)

    def line_of(self, path: Path) -> int:
        """Line of the entry with this key path, from 1; 0 without such an entry."""
        span = self._span(self._standing(path))
        return (span.key or span.start).line + 1 if span else 0

    def place_of_key(self, path: Path) -> Place:
        """Place of the key of an entry (of the entry itself in a list)."""
        path = self._standing(path)
        span = self._span(path)
        if span is None:
            return Place(self.file)
        return self._place(span.key or span.start, len(str(path[-1])) if span.key else 1)

    def place_of_value(self, path: Path) -> Place:
        """Place of the value of an entry; of its key where the value spans several lines."""
        if self._standing(path) is not path:
            return self.place_of_key(path)
        span = self._span(path)
        if span is None:
            return Place(self.file)
        if span.inside is not None and span.key and span.key.line == span.start.line:
            return self._place(span.start, 1)
        if span.inside is not None or span.end.line != span.start.line:
            return self.place_of_key(path)
        return self._place(span.start, span.end.column - span.start.column)

    def written(self, path: Path) -> str | None:
        """The scalar value of an entry as it was written; None where it does not stand on one line."""
        span = self._span(path)
        if span is None or span.inside is not None or span.end.line != span.start.line:
            return None
        place = self.place_of_value(path)
        return place.text[place.column - 1 : place.column - 1 + place.width]

    def _standing(self, path: Path) -> Path:
        """The key path that stands in the file: itself, or the entry that takes over what it does not say."""
        return tuple(path)[:-1] if self.takes_over(path) else path

    def takes_over(self, path: Path) -> bool:
        """True of a key that its entry does not say and another entry does."""
        return tuple(path) in self.origins and self._span(path) is None

    def _span(self, path: Path) -> EntryMarks | None:
        marks: Marks | None = self.marks
        span: EntryMarks | None = None
        for key in path:
            span = marks.get(key) if marks is not None else None
            if span is None:
                return None
            marks = span.inside
        return span

    def _place(self, mark: TextMark, width: int) -> Place:
        return place_in(self.file, self.lines, mark.line, mark.column, width)


def place_in(file: str, lines: Sequence[str], line: int, column: int, width: int = 1) -> Place:
    """The place at a line and column counted from 0."""
    shown = lines[line] if line < len(lines) else ""
    return Place(file, line + 1, column + 1, max(1, width), shown)
