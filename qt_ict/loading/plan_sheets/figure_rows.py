"""The rows of the sheet of figures: read from top to bottom, every round has its figures in their order."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

RoundEntries = Mapping[str, dict[str, Any]]
"""The figures of a round by id, as its file says them."""
FirstPlaces = Mapping[str, int]
"""The places of the figures of the first round, from 0."""


class FigureRow(NamedTuple):
    """What a row says of a figure."""

    id: str
    round: str | None
    """The round it is of; None of the first."""
    data: dict[str, Any]
    values: dict[str, Any]
    """Numbers of later rounds that say nothing else of the figure, by round: each has a column."""


def figure_rows(rounds: Sequence[tuple[str, RoundEntries]]) -> list[FigureRow]:
    """The rows: those of the first round in its order, what a later round says more of behind the figure.

    Args:
        rounds: Every round with its id, the first one first.

    >>> late = {"b": {"value": 4}, "a": {"value": 3, "printed": "3%"}}
    >>> rows = figure_rows([("baseline_2010", {"a": {"value": 1}, "b": {"value": 2}}), ("2012-12-31", late)])
    >>> [(row.id, row.round, row.values) for row in rows]
    [('a', None, {}), ('b', None, {'2012-12-31': 4}), ('a', '2012-12-31', {})]
    """
    (_, first), *later = rounds
    places = {id_: place for place, id_ in enumerate(first)}
    found = [((place, 0), FigureRow(id_, None, first[id_], {})) for id_, place in places.items()]
    for number, (round_id, entries) in enumerate(later, 1):
        in_columns = _in_columns(entries, places)
        for id_ in in_columns:
            found[places[id_]][1].values[round_id] = entries[id_]["value"]
        rows = _behind(list(entries), in_columns, places)
        found += [((place, number), FigureRow(id_, round_id, entries[id_], {})) for id_, place in rows]
    return [row for _, row in sorted(found, key=lambda each: each[0])]


def _in_columns(entries: RoundEntries, places: FirstPlaces) -> list[str]:
    """The figures whose number can stand in the row of the first round: it is all that is said, and the order fits."""
    alone = [id_ for id_, entry in entries.items() if list(entry) == ["value"] and entry["value"] is not None]
    known = [id_ for id_ in alone if id_ in places]
    return [known[at] for at in _longest_rise([places[id_] for id_ in known])]


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The places of the most numbers that rise from left to right.

    >>> _longest_rise([4, 0, 1, 3, 2])
    [1, 2, 4]
    """
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1], places[length : length + 1] = [number], [at]
    found = places[-1:]
    while found and before[found[-1]] >= 0:
        found.append(before[found[-1]])
    return found[::-1]


def _behind(order: Sequence[str], in_columns: Sequence[str], places: FirstPlaces) -> Iterator[tuple[str, int]]:
    """The figures of a round that need a row, each with the row of the first round behind which it stands.

    That is the figure's own, as far as the order of the round allows.
    """
    rows = [places[id_] for id_ in in_columns]
    passed, at, last = 0, -1, len(places) - 1
    for id_ in order:
        if passed < len(rows) and id_ == in_columns[passed]:
            at, passed = rows[passed], passed + 1
        else:
            at = min(max(at, places.get(id_, last)), rows[passed] - 1 if passed < len(rows) else last)
            yield id_, at
