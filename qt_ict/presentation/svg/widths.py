"""How wide a text is in the font of the charts, without a font at hand."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_UNKNOWN = 0.8
"""Width of a letter that the font lacks [em]."""


@cache
def _widths() -> dict[str, float]:
    """Widths of the bold letters, so that plain ones fit too [em]."""
    text = files("qt_ict.presentation.svg").joinpath("fonts/widths.json").read_text(encoding="utf-8")
    found: dict[str, float] = json.loads(text)
    return found


def width(text: str, size: float) -> float:
    """The room a text takes at most [pixels].

    >>> 40 < width("mục tiêu", 10) < 60
    True
    """
    known = _widths()
    return size * sum(known.get(letter, _UNKNOWN) for letter in text)


def wrapped(text: str, size: float, room: float) -> list[str]:
    """A text in lines that fit the room; a word that is wider than a line is broken.

    >>> wrapped("một hai ba", 10, 45)
    ['một hai', 'ba']
    >>> wrapped("không-một-chỗ-ngắt", 10, 60)
    ['không-mộ', 't-chỗ-ngắt']
    """
    found = [""]
    for word in (piece for each in text.split() for piece in _pieces(each, size, room)):
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and width(longer, size) > room:
            found.append(word)
        else:
            found[-1] = longer
    return found


def _pieces(word: str, size: float, room: float) -> Iterator[str]:
    """A word, broken where it does not fit a line; every piece has a letter or more."""
    start, taken = 0, 0.0
    for place, letter in enumerate(word):
        wide = width(letter, size)
        if place > start and taken + wide > room:
            yield word[start:place]
            start, taken = place, 0.0
        taken += wide
    yield word[start:]
