"""Plans with several slips at once, made of the shipped one by a seed, and where each slip must be said."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from qt_ict.loading.references import REFERENCES
from qt_ict.positions import Key
from tests.broken_plans import Edit, Node, Shipped, shipped_plan
from tests.conftest import SPELLED_OUT

MOST_SLIPS = 6
"""Most slips of one plan."""
LATER = "rounds/2012-07-17.yaml"
HARMLESS = frozenset(("sources", "agencies", "domains"))
"""Sections of which nothing needs more than the ids."""


class Slip(NamedTuple):
    """One slip in the files of the shipped plan."""

    edit: Edit
    code: str
    """The code of the finding that must say so."""
    entry: tuple[str, str]
    """Section and id of the entry it is in."""
    of_loading: bool
    """Whether the entry cannot be loaded with it."""


class Slipped(NamedTuple):
    """A plan made from a seed."""

    seed: int
    slips: Sequence[Slip]

    def texts(self, slips: Sequence[Slip]) -> Mapping[str, str]:
        """The files of the plan with some of its slips."""
        texts = {**_plan().texts, LATER: (SPELLED_OUT / LATER).read_text(encoding="utf-8")}
        for edit in sorted((each.edit for each in slips), key=lambda each: each.start, reverse=True):
            text = texts[edit.file]
            texts[edit.file] = text[: edit.start] + edit.new + text[edit.end :]
        return texts

    @property
    def sayable(self) -> Sequence[Slip]:
        """The slips that can be known in spite of the others: nothing that their entries need is set aside."""
        lost = {each.entry for each in self.slips if each.of_loading and each.entry[0] not in HARMLESS}
        return [each for each in self.slips if each.of_loading or lost.isdisjoint(needed(each.entry))]

    def __str__(self) -> str:
        return "\n".join([f"seed {self.seed}", *(f"  {each.code} {each.edit.said}" for each in self.slips)])


def _plan() -> Shipped:
    """The shipped plan spelled out: a slip in an entry is one of its own."""
    return shipped_plan(SPELLED_OUT)


def needed(entry: tuple[str, str]) -> frozenset[tuple[str, str]]:
    """An entry, and all that it names directly or by way of others."""
    found, waiting = {entry}, [entry]
    while waiting:
        for other in _named(waiting.pop()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)


@cache
def _named(entry: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    section, _ = entry
    return tuple(
        (kind, name)
        for key, kind in REFERENCES.get(section, {}).items()
        for name in _words(_plan().nodes.get((*entry, key)))
    )


def _words(node: Node | None) -> list[str]:
    return re.findall(r"[\w%.]+", _written(node)) if node else []


def _written(node: Node) -> str:
    return _plan().texts[node.file][node.value : node.value_end]


def slipped_plan(seed: int) -> Slipped:
    """The plan of a seed: slips in entries of their own, loading and meaning alike."""
    random = Random(seed)
    slips: dict[tuple[str, str], Slip] = {}
    for _ in range(random.randint(2, MOST_SLIPS)):
        slip = random.choice(_KINDS)(random)
        if slip and not any(slip.edit.meets(each.edit) for each in slips.values()):
            slips.setdefault(slip.entry, slip)
    return Slipped(seed, tuple(slips.values()))


# Kinds of slips


def _value(keys: Sequence[str], written: str, new: Sequence[str], code: str, of_loading: bool = True) -> "Kind":
    """Another value of some keys, where what is written matches."""

    def slip(random: Random) -> Slip | None:
        path, node = random.choice(_nodes(tuple(keys), written))
        said = random.choice(new)
        edit = Edit(node.file, node.value, node.value_end, said, f"{'.'.join(map(str, path))}: {said}")
        return Slip(edit, code, (str(path[0]), str(path[1])), of_loading)

    return slip


def _without(keys: Sequence[str]) -> "Kind":
    """An entry without a key that it needs."""

    def slip(random: Random) -> Slip | None:
        path, node = random.choice(_nodes(tuple(keys), ""))
        if not node.own_line:
            return None
        edit = Edit(node.file, node.start, node.end, "", f"without {'.'.join(map(str, path))}")
        return Slip(edit, "QT202", (str(path[0]), str(path[1])), True)

    return slip


def _unknown_key(random: Random) -> Slip | None:
    path, node = random.choice(_nodes(("figures.value", "targets.comparator", "indicators.better"), ""))
    if not node.own_line:
        return None
    said = f"without meaning beside {'.'.join(map(str, path))}"
    return Slip(
        Edit(node.file, node.start, node.start, "    qqq: 1\n", said), "QT201", (str(path[0]), str(path[1])), True
    )


Kind = Callable[[Random], Slip | None]


@cache
def _nodes(keys: Sequence[str], written: str) -> list[tuple[tuple[Key, ...], Node]]:
    """Keys of entries, as section.key, whose values match."""
    return [
        (path, node)
        for path, node in _plan().nodes.items()
        if len(path) == 3 and f"{path[0]}.{path[2]}" in keys and re.search(written, _written(node))
    ]


def _in_share(section: str, code: str) -> Kind:
    """A share of 250%, where it is no bound."""

    def slip(random: Random) -> Slip | None:
        path, node = random.choice(_nodes((f"{section}.value",), r"^[0-9.]+$"))
        nodes, entry = _plan().nodes, path[:2]
        bound = section == "figures" and (*entry, "comparator") in nodes
        if bound or _written(nodes[*entry, "unit"]) != '"%"':
            return None
        edit = Edit(node.file, node.value, node.value_end, "250", f"{'.'.join(map(str, path))}: 250")
        return Slip(edit, code, (section, str(path[1])), False)

    return slip


def _in_later_round(new: str, code: str, of_loading: bool) -> Kind:
    """A slip in the later round of the shipped plan."""

    def slip(random: Random) -> Slip | None:
        text = (SPELLED_OUT / LATER).read_text(encoding="utf-8")
        found = random.choice(list(re.finditer(r"(?m)^  (bts_stations|communes):\n    value: ([0-9]+)$", text)))
        edit = Edit(LATER, found.start(2), found.end(2), new, f"{LATER} {found[1]}: {new}")
        return Slip(edit, code, ("figures", found[1]), of_loading)

    return slip


_OF_FIGURES = ("figures.value", "figures.source", "figures.vi", "figures.en")
_OF_INDICATORS = ("indicators.domain", "indicators.vi")
_KINDS: Sequence[Kind] = (
    _without(_OF_FIGURES),
    _without(("targets.comparator", "targets.en")),
    _without((*_OF_INDICATORS, "units.kind", "agencies.source")),
    _value(("figures.value", "targets.value"), "", ("94,3", "many", "[]"), "QT203"),
    _value(("figures.value",), "", ("no", "0x1F"), "QT115"),
    _value(("targets.comparator",), "", ("at_leest",), "QT204"),
    _value(
        ("figures.unit", "figures.of", "indicators.unit", "indicators.domain", "targets.indicator"),
        "",
        ("zzz",),
        "QT207",
    ),
    _value(("targets.domain", "targets.agency", "indicators.agency"), "", ("zzz",), "QT207"),
    _unknown_key,
    _value(("figures.printed",), r"^\"[0-9]+,[0-9]+%\"$", ('"1,23%"',), "QT401", of_loading=False),
    _value(("indicators.factor",), "^100$", ("1000",), "QT424", of_loading=False),
    _value(("targets.due",), "^20(15|20)$", ("2008",), "QT510", of_loading=False),
    _in_share("figures", "QT303"),
    _in_share("targets", "QT503"),
    _in_later_round("1,5", "QT203", of_loading=True),
    _in_later_round("1.5", "QT302", of_loading=True),
    _in_later_round("9999999", "QT704", of_loading=False),
)
