"""Where a text may be broken over lines: never between a number and what belongs to it."""

import re
from collections.abc import Iterator
from typing import Literal

from rich.cells import cell_len, chop_cells

from qt_ict.wording import terms

Tie = Literal[0, 1, 2]
"""How firmly two neighbouring words hold together: not at all; a number and its unit; parts of one number."""

_MARKS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+\Z")
_SIGN = re.compile(r"[≥≤<>±=~≈+×−]+\Z")
_BEGINS = re.compile(r"[-+−]?[0-9]")
_ENDS = re.compile(r"[0-9]%?\Z")
_TO = ("đến", "to")
"""Between the ends of an interval that begins below 0."""
_NO_UNITS = ("trong", "in")
"""Words behind a number that say something else than what it counts: 47 in 0.3 years."""
_FLAGS = tuple(f"({letter})" for letter in terms.FLAGS.values())
"""Behind a number that its source marks."""
_QUARTER = "quý"
"""Before the number of a quarter, which does not stand alone."""


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of a width at most; what is wider than a line gives way where it is held together least.

    Args:
        text: The text.
        width: Room for a line [cells].

    >>> wrapped("còn thiếu 7.543 hộ ¹ ²", 15)
    ['còn thiếu', '7.543 hộ ¹ ²']
    >>> wrapped("−41 đến 10,50 điểm", 15)
    ['−41 đến 10,50', 'điểm']
    >>> wrapped("đến quý II/2013: 60,62 (e)", 10)
    ['đến', 'quý', 'II/2013:', '60,62 (e)']
    """
    return [line for written in text.split("\n") for line in _filled(written, width, 0)]


def longest_piece(text: str) -> int:
    """The width below which a text would be broken within a number or word [cells].

    >>> longest_piece("khoảng 40 dịch vụ"), longest_piece("4 xã, phường, thị trấn")
    (10, 7)
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
    words = text.split(" ")
    end = next((place for place in range(len(words), 0, -1) if not _MARKS.match(words[place - 1])), 0)
    piece = words[0]
    for place in range(1, len(words)):
        if _tie(words[max(0, place - 2) : place], words[place], last=place == end - 1) > held:
            piece += f" {words[place]}"
        else:
            yield piece
            piece = words[place]
    yield piece


def _tie(before: list[str], word: str, *, last: bool) -> Tie:
    """How firmly a word holds to the two before it; the last one of a text may end a unit of two words."""
    *_, previous = before
    number = len(before) > 1 and bool(_ENDS.search(before[0]))
    sign = word == "%" or (_SIGN.match(previous) and _BEGINS.match(word))
    ends = (word in _TO and _ENDS.search(previous)) or (previous in _TO and number and _BEGINS.match(word))
    if _MARKS.match(word) or sign or ends:
        return 2
    second = last and number and previous.isalpha() and word.isalpha()
    return 1 if previous == _QUARTER or _belongs(previous, word) or second else 0


def _belongs(previous: str, word: str) -> bool:
    """True of a unit of measure or a flag behind a number."""
    unit = word[:1].isalpha() and "://" not in word and word not in _NO_UNITS
    return bool(_ENDS.search(previous)) and (unit or word in _FLAGS)
