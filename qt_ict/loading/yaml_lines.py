"""Plain data to the text of a data file: one key a line, as people write it, every line with what it is about."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from qt_ict.loading.bare_words import NULLS
from qt_ict.loading.bare_words import value as bare_value
from qt_ict.positions import Path


class YamlLine(NamedTuple):
    """A line of a data file."""

    text: str
    about: Path = ()
    """Key path of what it holds; empty of comments and blank lines."""


Comments = Mapping[Path, str]
"""What is said above an entry, by its key path; several lines where it has several."""


def yaml_text(lines: Iterable[YamlLine]) -> str:
    """The text of a file."""
    return "".join(f"{line.text}\n" for line in lines)


def yaml_lines(data: Mapping[str, Any], comments: Comments) -> Iterator[YamlLine]:
    r"""The lines of plain data: blocks of keys, short lists in brackets, comments above what they are about.

    >>> yaml_text(yaml_lines({"figures": {"tv": {"value": 5, "of": ["a", "b"]}}}, {("figures",): "Counted."}))
    '# Counted.\nfigures:\n  tv:\n    value: 5\n    of: [a, b]\n'
    """
    yield from _said((), "", comments)
    for place, (key, value) in enumerate(data.items()):
        if place or () in comments:
            yield YamlLine("")
        yield from _entry((key,), value, "", comments)


def _said(path: Path, indent: str, comments: Comments) -> Iterator[YamlLine]:
    for line in comments.get(tuple(path), "").splitlines():
        yield YamlLine(f"{indent}# {line}".rstrip())


def _entry(path: Path, value: Any, indent: str, comments: Comments) -> Iterator[YamlLine]:
    """A key with what belongs to it."""
    yield from _said(path, indent, comments)
    head = f"{indent}{in_flow(path[-1])}:"
    if isinstance(value, dict) and value:
        yield YamlLine(head, path)
        for key, each in value.items():
            yield from _entry((*path, key), each, indent + "  ", comments)
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
        yield YamlLine(head, path)
        for place, each in enumerate(value):
            yield from _item((*path, place), each, indent + "  ", comments)
    else:
        yield YamlLine(head if value is None else f"{head} {_alone(value)}", path)


def _item(path: Path, value: Any, indent: str, comments: Comments) -> Iterator[YamlLine]:
    """An entry of a list, behind its dash."""
    if not isinstance(value, dict) or not value:
        yield YamlLine(f"{indent}- {_alone(value)}", path)
        return
    inner = [line for key, each in value.items() for line in _entry((*path, key), each, indent + "  ", comments)]
    yield YamlLine(f"{indent}- {inner[0].text.strip()}", inner[0].about)
    yield from inner[1:]


def _alone(value: Any) -> str:
    """A value behind its key: text may hold what a list could not."""
    return value if isinstance(value, str) and _is_plain(value, False) else in_flow(value)


def in_flow(value: Any) -> str:
    """A value on one line, as YAML writes it between brackets.

    >>> in_flow({"joint": ["a", "b"], "note": "1, 2"}), in_flow([Decimal("2.20"), True])
    ('{joint: [a, b], note: "1, 2"}', '[2.20, true]')
    """
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value if _is_plain(value, True) else quoted(value)
        case Decimal():
            return f"{value:f}"
        case datetime.date():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(in_flow, value))}]"
        case dict():
            return f"{{{', '.join(f'{in_flow(key)}: {in_flow(each)}' for key, each in value.items())}}}"
    return "" if value is None else str(value)


UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that neither a reader of YAML nor a workbook is trusted with."""
NUMBERED = re.compile("_(x[0-9A-Fa-f]{4}_)")
"""What workbooks take for a character by its number."""


def _is_plain(text: str, between_brackets: bool) -> bool:
    """True for text that YAML takes as it stands: a letter first, no colon before a blank, no comment."""
    if not text[:1].isalpha() or text != text.strip() or text.endswith(":") or text in NULLS:
        return False
    if UNSEEN.search(text) or NUMBERED.search(text):
        return False
    if ": " in text or " #" in text or (between_brackets and _OF_BRACKETS.search(text)):
        return False
    return bool(bare_value(text) == text)


_OF_BRACKETS = re.compile(r"[,\[\]{}:]")
"""What parts values between brackets."""


def quoted(text: str) -> str:
    r"""A text in the quotes of YAML and JSON.

    >>> quoted('a "b"')
    '"a \\"b\\""'
    """
    found = UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))
    return NUMBERED.sub(r"\\u005f\1", found)
