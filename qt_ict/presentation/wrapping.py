"""Where a text may be broken over lines: never between a number and what belongs to it."""

import re
from collections.abc import Iterator
from typing import Literal

from rich.cells import cell_len, chop_cells

Tie = Literal[0, 1, 2]
"""How firmly two neighbouring words hold together: not at all; a number and its unit; parts of one number."""

_MARKS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+\Z")
_SIGN = re.compile(r"[≥≤<>±=~≈+×−]+\Z")
_BEGINS = re.compile(r"[-+−]?[0-9]")
_ENDS = re.compile(r"[0-9]%?\Z")
_TO = ("đến", "to")
"""Between the ends of an interval that begins below 0."""


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of a width at most; what is wider than a line gives way where it is held together least.

    Args:
        text: The text.
        width: Room for a line [cells].

    >>> wrapped("còn thiếu 7.543 hộ ¹ ²", 15)
    ['còn thiếu', '7.543 hộ ¹ ²']
    >>> wrapped("−41 đến 10,50 điểm", 15)
    ['−41 đến 10,50', 'điểm']
    """
    return [line for written in text.split("\n") for line in _filled(written, width, 0)]


def longest_piece(text: str) -> int:
    """The width below which a text would be broken within a number or word [cells].

    >>> longest_piece("khoảng 40 dịch vụ")
    7
    """
    return max(map(cell_len, _pieces(text, 0)))


def _filled(text: str, width: int, held: Tie) -> list[str]:
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    for piece in _pieces(text, held):
        if lines and cell_len(lines[-1]) + 1 + cell_len(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines += [piece] if cell_len(piece) <= width else _forced(piece, width, held)
    return lines


def _forced(piece: str, width: int, held: Tie) -> list[str]:
    """A piece that is wider than a line, broken where it is held together least."""
    match held:
        case 0:
            return _filled(piece, width, 1)
        case 1:
            return _filled(piece, width, 2)
    ends = [each for each in re.split(r"(?<=–)", piece) if each]
    return [line for end in ends for line in chop_cells(end, width)]


def _pieces(text: str, held: Tie) -> Iterator[str]:
    """The parts of a text between its blanks, joined where a tie is firmer than what may be broken."""
    first, *rest = text.split(" ")
    words, piece = [first], first
    for word in rest:
        if _tie(words, word) > held:
            piece += f" {word}"
        else:
            yield piece
            piece = word
        words.append(word)
    yield piece


def _tie(before: list[str], word: str) -> Tie:
    """How firmly a word holds to those before it."""
    last = before[-1]
    if _MARKS.match(word) or (_SIGN.match(last) and _BEGINS.match(word)) or word == "%":
        return 2
    if word in _TO and _ENDS.search(last):
        return 2
    if last in _TO and _BEGINS.match(word) and len(before) > 1 and _ENDS.search(before[-2]):
        return 2
    return 1 if _ENDS.search(last) and word[:1].isalpha() else 0
