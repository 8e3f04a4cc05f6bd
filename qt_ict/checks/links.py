"""Entries that name each other: the ways that lead back, and the groups that hang together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence


def cycles(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Ways that lead back to where they began, as the names on them; one where several hang together.

    >>> list(cycles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["d", "a"]}))
    [('a', 'b', 'c'), ('d',)]
    """
    done: set[str] = set()
    for start in edges:
        if start not in done:
            way = _way_back(start, edges, done)
            if way:
                yield way


def _way_back(start: str, edges: Mapping[str, Sequence[str]], done: set[str]) -> tuple[str, ...]:
    """The first way found from a name that leads back; empty without one. All that is reached is done."""
    way = {start: None}
    waiting = [iter(edges[start])]
    found: tuple[str, ...] = ()
    while waiting:
        name = next(waiting[-1], None)
        if name is None:
            waiting.pop()
            done.add(way.popitem()[0])
        elif name in way and not found:
            names = list(way)
            found = tuple(names[names.index(name) :])
        elif name not in way and name not in done and name in edges:
            way[name] = None
            waiting.append(iter(edges[name]))
    return found


def connected(entries: Iterable[str], links: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Groups of entries that are linked, directly or by way of others, each in the order of the entries.

    >>> connected("abcde", [("d", "a"), ("b", "e"), ("e", "b")])
    [['a', 'd'], ['b', 'e']]
    """
    neighbours: dict[str, set[str]] = {}
    for one, other in links:
        if one != other:
            neighbours.setdefault(one, set()).add(other)
            neighbours.setdefault(other, set()).add(one)
    group_of: dict[str, int] = {}
    for number, start in enumerate(neighbours):
        waiting = [start] if start not in group_of else []
        while waiting:
            name = waiting.pop()
            if name not in group_of:
                group_of[name] = number
                waiting += neighbours[name]
    groups: dict[int, list[str]] = {}
    for name in entries:
        if name in group_of:
            groups.setdefault(group_of[name], []).append(name)
    return list(groups.values())
