"""Labels below each other, as near as can be to what they belong to."""

from collections.abc import Sequence
from math import inf
from typing import NamedTuple


class Wanted(NamedTuple):
    """A text beside a column of others: where its middle would best be, and how high it is [pixels or cells]."""

    middle: float
    height: float


def apart(wanted: Sequence[Wanted], top: float, bottom: float = inf) -> list[float]:
    """The upper ends of texts below each other, moved no more than they must be to stand apart [pixels or cells].

    Neighbours that would cover each other stand together around the middle of where they want to be.

    Args:
        wanted: The texts, in any order.
        top: Where the room for them begins.
        bottom: Where it ends; what does not fit into it goes beyond.

    >>> apart([Wanted(50, 10), Wanted(52, 10), Wanted(90, 10)], 0)
    [41.0, 51.0, 85.0]
    """
    room = (top, bottom)
    groups: list[tuple[float, list[int]]] = []
    for place in sorted(range(len(wanted)), key=lambda each: wanted[each].middle):
        members = [place]
        start = _start(wanted, members, room)
        while groups and groups[-1][0] + _height(wanted, groups[-1][1]) > start:
            members = groups.pop()[1] + members
            start = _start(wanted, members, room)
        groups.append((start, members))
    found = {}
    for start, members in groups:
        for before, place in enumerate(members):
            found[place] = start + _height(wanted, members[:before])
    return [found[place] for place in range(len(wanted))]


def _height(wanted: Sequence[Wanted], members: Sequence[int]) -> float:
    return sum(wanted[place].height for place in members)


def _start(wanted: Sequence[Wanted], members: Sequence[int], room: tuple[float, float]) -> float:
    """Where a group of texts begins, so that they are moved by nothing on the average."""
    total = above = 0.0
    for place in members:
        total += wanted[place].middle - wanted[place].height / 2 - above
        above += wanted[place].height
    return max(room[0], min(total / len(members), room[1] - above))
