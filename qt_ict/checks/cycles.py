"""Entries that lead back to themselves."""

from collections.abc import Iterator, Mapping, Sequence


def cycles(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Every way that leads back to where it began, as the names on it; each entry is walked once.

    >>> list(cycles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["d", "a"]}))
    [('a', 'b', 'c'), ('d',)]
    """
    done: set[str] = set()
    for start in edges:
        way = {start: None} if start not in done else {}
        waiting = [iter(edges[start])] if way else []
        while waiting:
            name = next(waiting[-1], None)
            if name is None:
                waiting.pop()
                done.add(way.popitem()[0])
            elif name in way:
                names = list(way)
                yield tuple(names[names.index(name) :])
            elif name not in done and name in edges:
                way[name] = None
                waiting.append(iter(edges[name]))
