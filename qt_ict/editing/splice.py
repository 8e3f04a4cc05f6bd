"""New numbers in a text of YAML: each scalar is replaced at its place, all else stays byte for byte.

The result is read again, and is given back only where it says exactly what was meant.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from qt_ict.arithmetic.numerals import Numeral
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.loading.headings import without_headings
from qt_ict.loading.yaml import parse
from qt_ict.positions import LINE_END, EntryMarks, Marks, TextMark

VALUE = "value"
"""The key of a figure's number."""


def with_values(text: str, section: str, values: Mapping[str, Numeral]) -> str:
    r"""The text with other numbers under ``section: entry: value``, all else as it was.

    An entry that the section does not list yet is added at its end, in the file's indentation.

    Args:
        text: A YAML document; a byte order mark is kept.
        section: The key of a mapping of entries.
        values: The number of each entry to change [its unit].

    Raises:
        Refusal: The document is written in a way that cannot be changed safely.

    >>> with_values("figures:\n  tv:\n    value:  # 2010: 130654\n", "figures", {"tv": 140000})
    'figures:\n  tv:\n    value: 140000  # 2010: 130654\n'
    """
    mark, body = text[: text.startswith(_MARK)], text.removeprefix(_MARK)
    data, source, _ = without_headings(*parse(body, "")[:2])
    if not isinstance(data, dict):
        raise _unsafe(section)
    document = _Document(body, source.marks, section)
    result = _replaced(body, list(document.pieces(values)))
    _verify(data, result, section, values)
    return mark + result


_MARK = "\ufeff"


class _Piece(NamedTuple):
    """A stretch of text and what stands there instead."""

    start: int
    end: int
    text: str


class _Document:
    """Where the entries of one section stand in a text."""

    def __init__(self, text: str, marks: Marks, section: str) -> None:
        self.text = text
        self.section = section
        span = marks.get(section)
        if span is None:
            raise _unsafe(section)
        self.span = span
        later = [each.key.index for each in marks.values() if each.key and each.key.index > span.start.index]
        self.end = min(later, default=len(text))
        """Where the next section begins."""
        line_end = LINE_END.search(text)
        self.line_end = line_end.group() if line_end else "\n"

    def pieces(self, values: Mapping[str, Numeral]) -> Iterator[_Piece]:
        """What to replace, in the order of the values."""
        entries = self.span.inside or {}
        added = {name: value for name, value in values.items() if name not in entries}
        for name, value in values.items():
            if name in entries:
                yield self._changed(name, entries[name], written(value))
        if added:
            yield self._added({name: written(value) for name, value in added.items()})

    def _changed(self, name: str, entry: EntryMarks, number: str) -> _Piece:
        if entry.inside is None:
            if not self._is_empty(entry):
                raise _unsafe(name, entry.start)
            return self._inserted(entry, f"{{{VALUE}: {number}}}")
        value = entry.inside.get(VALUE)
        if value is None:
            return self._first_key(entry, number)
        if value.inside is not None or value.end.line != value.start.line:
            raise _unsafe(name, value.start)
        if self._is_empty(value):
            return self._inserted(value, number)
        return _Piece(value.start.index, value.end.index, number)

    def _first_key(self, entry: EntryMarks, number: str) -> _Piece:
        """The number as the first key of an entry that has none."""
        start = entry.start.index
        if self.text.startswith("{", start):
            return _Piece(start + 1, start + 1, f"{VALUE}: {number}" + (", " if entry.inside else ""))
        return _Piece(start, start, f"{VALUE}: {number}{self.line_end}{' ' * entry.start.column}")

    def _is_empty(self, span: EntryMarks) -> bool:
        return span.start.index == span.end.index

    def _inserted(self, empty: EntryMarks, number: str) -> _Piece:
        """The number where nothing stands, with what is needed around it."""
        at = empty.start.index
        key = self.text[empty.key.index : at] if empty.key else ""
        before = ": " if ":" not in key else "" if key[-1].isspace() else " "
        after = "" if not self.text[at:] or self.text[at].isspace() or self.text[at] in ",}" else " "
        return _Piece(at, at, before + number + after)

    def _added(self, numbers: Mapping[str, str]) -> _Piece:
        """New entries behind the last line of the section; in front in a section between braces."""
        start = self.span.start.index
        if self.text.startswith("{", start):
            listed = ", ".join(f"{name}: {{{VALUE}: {number}}}" for name, number in numbers.items())
            return _Piece(start + 1, start + 1, listed + (", " if self.span.inside else ""))
        indent, deeper = self._indentation()
        lines = [
            line for name, number in numbers.items() for line in (f"{indent}{name}:", f"{deeper}{VALUE}: {number}")
        ]
        at = self._end_of_entries()
        if self.text[at - 1] in "\r\n":
            return _Piece(at, at, "".join(line + self.line_end for line in lines))
        return _Piece(at, at, "".join(self.line_end + line for line in lines))

    def _indentation(self) -> tuple[str, str]:
        """Blanks before the entries of the section, and before their keys."""
        if not self.span.inside:
            return " " * 2, " " * 4
        outer = self.span.start.column
        below = (each.start for each in self.span.inside.values() if each.key and each.start.line > each.key.line)
        deeper = next((start.column for start in below if start.column > outer), outer + 2)
        return " " * outer, " " * deeper

    def _end_of_entries(self) -> int:
        """Behind the last line of the section that is neither blank nor a comment at the margin."""
        at = self.span.start.index
        for found in re.finditer(r"[^\r\n]*(?:\r\n|[\r\n]|\Z)", self.text[: self.end]):
            line = found.group()
            if found.end() > at and line.strip() and not line.startswith("#"):
                at = found.end()
        return at


def written(value: Numeral) -> str:
    """A number as the data files write it: digits and a decimal point, as many decimals as given.

    >>> written(147000), written(Decimal("2.20"))
    ('147000', '2.20')
    """
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _replaced(text: str, pieces: list[_Piece]) -> str:
    parts = []
    at = 0
    for piece in sorted(pieces, key=lambda each: each.start):
        parts += [text[at : piece.start], piece.text]
        at = piece.end
    return "".join((*parts, text[at:]))


def _verify(before: Any, result: str, section: str, values: Mapping[str, Numeral]) -> None:
    """Read the result again: what is meant must be there, and all else be what it was.

    Raises:
        Refusal: It is not so.
    """
    after, _, _ = without_headings(*parse(result, "")[:2])
    entries = before.get(section)
    meant = dict(entries) if isinstance(entries, dict) else {}
    for name, value in values.items():
        entry = meant.get(name)
        meant[name] = {**(entry if isinstance(entry, dict) else {}), VALUE: value}
    if not _same(after, {**before, section: meant}):
        raise _unsafe(section)


def _same(left: Any, right: Any) -> bool:
    """Equal in kind and in digits: 2.2 is not 2.20."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(_same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(_same, left, right))
    return type(left) is type(right) and left == right and str(left) == str(right)


def _unsafe(name: str, mark: TextMark | None = None) -> Refusal:
    line = mark.line + 1 if mark else None
    where = (
        Text("{name} (dòng {line})", "{name} (line {line})").fill(name=name, line=str(line))
        if line
        else Text.same(name)
    )
    return Refusal(
        Text("không thể sửa an toàn chỗ này: {where}", "this place cannot be changed safely: {where}").fill(
            where=where
        ),
        Text(
            "Viết nó như các mục khác, mỗi khóa một dòng, rồi chạy lại; hoặc sửa bằng tay.",
            "Write it as the other entries, one key a line, and run this again; or change it by hand.",
        ),
    )
