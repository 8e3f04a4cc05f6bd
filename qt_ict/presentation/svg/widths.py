"""How wide a text is in the font of the charts, without a font at hand."""

import json
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


def wrapped(text: str, size: float, room: float, lines: int) -> list[str]:
    """A text in lines that fit the room; what is too long ends in an ellipsis.

    >>> wrapped("một hai ba", 10, 45, 2)
    ['một hai', 'ba']
    >>> wrapped("một hai ba bốn năm", 10, 45, 1)
    ['một h…']
    """
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and width(longer, size) > room:
            found.append(word)
        else:
            found[-1] = longer
    if len(found) > lines:
        found = [*found[: lines - 1], " ".join(found[lines - 1 :])]
    return [cut(line, size, room) for line in found]


def cut(line: str, size: float, room: float) -> str:
    """A line that fits the room; what is too long ends in an ellipsis."""
    if width(line, size) <= room:
        return line
    fitting = 0
    while fitting < len(line) and width(line[: fitting + 1] + "…", size) <= room:
        fitting += 1
    return line[:fitting].rstrip() + "…"
