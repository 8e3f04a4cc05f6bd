"""How items of a document are numbered: I.5/1.1 is item 1.1 under item 5 of part I."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

ItemNumber = tuple[str, int]
"""One number of an item: ``roman`` or ``arabic``, and which."""


class Gap(NamedTuple):
    """Items of one level of which some in between are not there."""

    before: int
    """The number before the gap."""
    after: int
    """The number after it."""
    missing: tuple[str, ...]
    """The items that would stand between, as the document would number them."""
    item: str
    """The first item listed behind the gap."""


def part_of(item: str) -> str:
    """The part of a document that an item stands in.

    >>> part_of("I.5/1.1"), part_of("II")
    ('I', 'II')
    """
    return re.split("[./]", item, maxsplit=1)[0]


def gaps(items: Iterable[str]) -> Iterator[Gap]:
    """Where numbers of one level do not follow each other, level by level, in the order of the items.

    >>> [(gap.missing, gap.item) for gap in gaps(["I.1", "I.4", "II", "IV.2"])]
    [(('III',), 'IV.2'), (('I.2', 'I.3'), 'I.4')]
    """
    levels: dict[tuple[str, str], dict[int, str]] = {}
    for item in items:
        for above, (kind, number) in _steps(item):
            levels.setdefault((above, kind), {}).setdefault(number, item)
    for (above, kind), found in levels.items():
        for before, after in pairwise(sorted(found)):
            if after - before > 1:
                between = tuple(above + _written(kind, number) for number in range(before + 1, after))
                yield Gap(before, after, between, found[after])


def _steps(item: str) -> Iterator[tuple[str, ItemNumber]]:
    """The numbers of an item, each with what stands before it; none where one of its parts is no number."""
    words = re.split("([./])", item)
    steps = [_number(word) for word in words[::2]]
    if all(step is not None for step in steps):
        yield from (("".join(words[: 2 * place]), step) for place, step in enumerate(steps) if step is not None)


def _number(word: str) -> ItemNumber | None:
    if re.fullmatch("[1-9][0-9]?", word):
        return "arabic", int(word)
    return ("roman", _ROMAN.index(word) + 1) if word in _ROMAN else None


def _written(kind: str, number: int) -> str:
    return _ROMAN[number - 1] if kind == "roman" else str(number)


_ROMAN = [
    tens + ones for tens in ("", "X", "XX") for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
][1:]
"""Roman numbers from 1: a document has fewer than thirty parts."""
