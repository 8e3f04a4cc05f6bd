"""New numbers in a text of YAML: each scalar is replaced at its place, all else stays byte for byte.

The result is read again, and is given back only where it says exactly what was meant.
"""

import json
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
    return with_keys(text, section, {name: {VALUE: written(value)} for name, value in values.items()})


def with_keys(text: str, section: str, entries: Mapping[str, Mapping[str, str]]) -> str:
    r"""The text with other keys under ``section: entry``, all else as it was.

    Args:
        text: A YAML document; a byte order mark is kept.
        section: The key of a mapping of entries.
        entries: What to write of each entry: by key, its value as YAML writes it on one line.

    Raises:
        Refusal: The document is written in a way that cannot be changed safely.

    >>> with_keys("figures:\n  tv:\n    value: 7 # n\n", "figures", {"tv": {"value": "8", "flag": "estimated"}})
    'figures:\n  tv:\n    value: 8 # n\n    flag: estimated\n'
    """
    mark, body = text[: text.startswith(_MARK)], text.removeprefix(_MARK)
    data, source, _ = without_headings(*parse(body, "")[:2])
    if not isinstance(data, dict):
        raise _unsafe(section)
    document = _Document(body, source.marks, section)
    result = _replaced(body, list(document.pieces(entries)))
    _verify(data, result, section, entries)
    return mark + result


def yaml_text(words: str) -> str:
    """Words as YAML writes them on one line: plain where nothing in them has a meaning of its own.

    >>> yaml_text("Thực hiện"), yaml_text("a: b"), yaml_text("2024"), yaml_text("no")
    ('Thực hiện', '"a: b"', '"2024"', '"no"')
    """
    plain = re.fullmatch(r"[^\W\d_](?:[\w /().-]*[\w)])?", words)
    read = parse(f"x: {words}\n", "")[0] if plain else None
    return words if isinstance(read, dict) and read.get("x") == words else json.dumps(words, ensure_ascii=False)


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

    def pieces(self, entries: Mapping[str, Mapping[str, str]]) -> Iterator[_Piece]:
        """What to replace, in the order of the entries."""
        there = self.span.inside or {}
        added = {name: keys for name, keys in entries.items() if name not in there}
        for name, keys in entries.items():
            if name in there:
                yield from self._changed(name, there[name], keys)
        if added:
            yield self._added(added)

    def _changed(self, name: str, entry: EntryMarks, keys: Mapping[str, str]) -> Iterator[_Piece]:
        if entry.inside is None:
            if not self._is_empty(entry):
                raise _unsafe(name, entry.start)
            yield self._inserted(entry, _in_braces(keys))
            return
        for key, said in keys.items():
            if key in entry.inside:
                yield self._replaced(name, entry.inside[key], said)
        new = {key: said for key, said in keys.items() if key not in entry.inside}
        if new:
            yield self._more_keys(entry, new)

    def _replaced(self, name: str, value: EntryMarks, said: str) -> _Piece:
        if value.inside is not None or value.end.line != value.start.line:
            raise _unsafe(name, value.start)
        if self._is_empty(value):
            return self._inserted(value, said)
        return _Piece(value.start.index, value.end.index, said)

    def _more_keys(self, entry: EntryMarks, keys: Mapping[str, str]) -> _Piece:
        """Keys that an entry does not have: below the line of its number, else in front of all others."""
        lines = list(_lines(keys))
        start, blanks = entry.start.index, self.line_end + " " * entry.start.column
        if self.text.startswith("{", start):
            return _Piece(start + 1, start + 1, ", ".join(lines) + (", " if entry.inside else ""))
        value = (entry.inside or {}).get(VALUE)
        if value is None:
            return _Piece(start, start, "".join(line + blanks for line in lines))
        rest = re.compile(r"[^\r\n]*").match(self.text, value.end.index)
        at = rest.end() if rest else len(self.text)
        return _Piece(at, at, "".join(blanks + line for line in lines))

    def _is_empty(self, span: EntryMarks) -> bool:
        return span.start.index == span.end.index

    def _inserted(self, empty: EntryMarks, number: str) -> _Piece:
        """The number where nothing stands, with what is needed around it."""
        at = empty.start.index
        key = self.text[empty.key.index : at] if empty.key else ""
        before = ": " if ":" not in key else "" if key[-1].isspace() else " "
        after = "" if not self.text[at:] or self.text[at].isspace() or self.text[at] in ",}" else " "
        return _Piece(at, at, before + number + after)

    def _added(self, entries: Mapping[str, Mapping[str, str]]) -> _Piece:
        """New entries behind the last line of the section; in front in a section between braces."""
        start = self.span.start.index
        if self.text.startswith("{", start):
            listed = ", ".join(f"{name}: {_in_braces(keys)}" for name, keys in entries.items())
            return _Piece(start + 1, start + 1, listed + (", " if self.span.inside else ""))
        indent, deeper = self._indentation()
        lines = [
            line
            for name, keys in entries.items()
            for line in (f"{indent}{name}:", *(deeper + each for each in _lines(keys)))
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


def _lines(keys: Mapping[str, str]) -> Iterator[str]:
    for key, said in keys.items():
        yield f"{yaml_text(key)}: {said}"


def _in_braces(keys: Mapping[str, str]) -> str:
    return f"{{{', '.join(_lines(keys))}}}"


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


def _verify(before: Any, result: str, section: str, entries: Mapping[str, Mapping[str, str]]) -> None:
    """Read the result again: what is meant must be there, and all else be what it was.

    Raises:
        Refusal: It is not so.
    """
    after, _, _ = without_headings(*parse(result, "")[:2])
    there = before.get(section)
    meant = dict(there) if isinstance(there, dict) else {}
    for name, keys in entries.items():
        entry = meant.get(name)
        said = {key: parse(f"x: {each}", "")[0]["x"] for key, each in keys.items()}
        meant[name] = {**(entry if isinstance(entry, dict) else {}), **said}
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
