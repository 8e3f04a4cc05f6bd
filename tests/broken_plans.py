"""Broken plans, made of the shipped one: entries deleted, doubled, retyped, swapped and moved, by a seed."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from qt_ict.checks.rules import RULES
from qt_ict.loading.references import REFERENCES, SECTIONS
from qt_ict.loading.yaml import parse
from qt_ict.model.targets import NUMERIC
from qt_ict.positions import LINE_END, Key, Marks
from tests.broken_rounds import broken_rounds
from tests.conftest import SPELLED_OUT

FILES = ("plan.yaml", "indicators.yaml", "baseline_2010.yaml", "targets.yaml")
MOST_EDITS = 6
"""Most edits of one plan."""
GENTLE = 0.75
"""Share of plans that are changed in ways that should load."""

NUMBERS = ("0", "1", "2", "10", "50", "99.99", "100", "101", "0.5", "0.60", "7.125", "1000", "145470", str(10**15))
DAYS = ("1900-01-01", "2008-02-29", "2010-12-30", "2010-12-31", "2011-01-01", "2099-12-31")
YEARS = ("1900", "2009", "2010", "2011", "2015", "2020", "2099")
DUES = (*YEARS, "before 1900", "before 2011", "after 2015", "2010-2010", "2011-2020", "yearly", "[2015, 2020]")
NAMES = (
    '"{x}"',
    '"{"',
    '"}{"',
    '"{}%s%(n)d"',
    '"{0.__class__}"',
    '"Tiếng Việt: số \\"hộ\\" ở Cồn Cỏ"',
    "'it''s 100% of # this: that'",
    f'"{"dài " * 100}"',
    '"\\\\ \\u202fa"',
    '"=1+1"',
    "Hộ gia đình",
)
PRINTED = ('"45,65%"', '"100%"', '"0%"', '"0,00%"', '"3,3 thuê bao/100 dân"', '"8 máy/trường"', '"7/1.000"', '"{x}%"')
NASTY = (
    *NUMBERS,
    *DAYS,
    *NAMES,
    *PRINTED,
    "-1",
    "012",
    "1e3",
    "null",
    "",
    "true",
    "no",
    "x",
    "[]",
    "{}",
    "[a, [b]]",
    "{a: b}",
    "{joint: []}",
    "*alias",
    "!!tag x",
    "'open",
)
"""What a scalar is replaced by where nothing is promised."""


class Node(NamedTuple):
    """One entry of a shipped file, and where its text stands."""

    file: str
    path: tuple[Key, ...]
    start: int
    """Where its first line begins; where it begins itself inside a line."""
    value: int
    """Where its value begins."""
    value_end: int
    """Behind its value."""
    end: int
    """Behind its last line; behind its value inside a line."""
    own_line: bool
    """Whether it stands on lines of its own."""
    scalar: bool


class Edit(NamedTuple):
    """A stretch of a shipped file replaced."""

    file: str
    start: int
    end: int
    new: str
    said: str
    """What was done, for people."""

    def meets(self, other: "Edit") -> bool:
        """Whether two edits change the same stretch."""
        return self.file == other.file and self.start < max(other.end, other.start + 1) and other.start < self.end + 1


class Shipped(NamedTuple):
    """The shipped plan as text and nodes."""

    texts: Mapping[str, str]
    nodes: Mapping[tuple[Key, ...], Node]
    entries: Sequence[Node]
    """Every entry of a section with several, and the two that stand alone."""
    ids: Mapping[str, Sequence[str]]
    """Ids by section."""


class Broken(NamedTuple):
    """A plan made from a seed."""

    seed: int
    texts: Mapping[str, str]
    edits: Sequence[Edit]

    def __str__(self) -> str:
        return "\n".join([f"seed {self.seed}", *(f"  {edit.said}" for edit in self.edits)])


@cache
def shipped_plan(folder: Path = SPELLED_OUT) -> Shipped:
    """The shipped plan as it is spelled out, or in another form, read once."""
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in FILES}
    nodes = {node.path: node for name, text in texts.items() for node in _nodes(name, text)}
    ids: dict[str, list[str]] = {name: [] for name, section in SECTIONS.items() if not section.single}
    for path in nodes:
        if len(path) == 2 and path[0] in ids:
            ids[str(path[0])].append(str(path[1]))
    entries = [node for path, node in nodes.items() if len(path) == (1 if SECTIONS[str(path[0])].single else 2)]
    return Shipped(texts, nodes, entries, ids)


def _nodes(file: str, text: str) -> list[Node]:
    """Every entry of a file, in its order."""
    _, source, findings = parse(text, file)
    assert not findings
    lines = [0, *(found.end() for found in LINE_END.finditer(text)), len(text)]
    spans = list(_spans(source.marks, ()))
    found = []
    for index, (path, span) in enumerate(spans):
        head = span.key or span.start
        start, value = lines[head.line] + head.column, lines[span.start.line] + span.start.column
        own_line = not text[lines[head.line] : start].strip()
        following = (other for way, other in spans[index + 1 :] if way[: len(path)] != path)
        after = next(((other.key or other.start).line for other in following), len(lines) - 1)
        inside_line = span.start.line == head.line
        value_end = lines[span.end.line] + span.end.column if span.inside is None else lines[head.line + 1] - 1
        value_end = value_end if inside_line else lines[after] - 1
        end = lines[after] if own_line else value_end
        found.append(
            Node(
                file,
                path,
                lines[head.line] if own_line else start,
                value,
                value_end,
                end,
                own_line,
                span.inside is None,
            )
        )
    return found


def _spans(marks: Marks, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], Any]]:
    for key, span in marks.items():
        yield (*path, key), span
        if span.inside:
            yield from _spans(span.inside, (*path, key))


def broken_plan(seed: int) -> Broken:
    """The plan of a seed: the shipped one with 1 to 6 edits."""
    random, plan = Random(seed), shipped_plan()
    gentle = random.random() < GENTLE
    wanted, edits = random.randint(1, MOST_EDITS), list[Edit]()
    for _ in range(wanted):
        recipes = _GENTLE if gentle or random.random() < 0.5 else _ROUGH
        more = random.choice(recipes)(random, plan)
        if not any(one.meets(other) for one in more for other in edits):
            edits += more
    return Broken(seed, {**_applied(plan.texts, edits), **broken_rounds(seed, plan.ids["figures"])}, edits)


def _applied(texts: Mapping[str, str], edits: Sequence[Edit]) -> dict[str, str]:
    changed = dict(texts)
    for edit in sorted(edits, key=lambda each: (each.start, each.end), reverse=True):
        text = changed[edit.file]
        changed[edit.file] = text[: edit.start] + edit.new + text[edit.end :]
    return changed


def write(folder: Path, broken: Broken, there: dict[str, str]) -> None:
    """Write the files of a plan that are not there yet; those of another plan are removed.

    Args:
        folder: Where they go.
        broken: The plan.
        there: What the folder holds; brought up to date.
    """
    for name in [name for name in there if name not in broken.texts]:
        (folder / name).unlink()
        del there[name]
    for name, text in broken.texts.items():
        if there.get(name) != text:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(text.encode())
            there[name] = text


# What should load: values of the right kind, other ids, other words


def _some(random: Random, names: Sequence[str], most: int = 3) -> str:
    return f"[{', '.join(_quoted(random.choice(names)) for _ in range(random.randint(1, most)))}]"


def _quoted(name: str) -> str:
    return f'"{name}"' if name == "%" else name


def _formula(random: Random, names: Sequence[str]) -> str:
    one, several = random.choice(names), _some(random, names)
    return random.choice(
        [
            one,
            several,
            f"{{joint: {several}}}",
            f"{{at_least: {one}}}",
            f"{{at_most: {several}}}",
            f"{{at_least: {one}, at_most: {several}}}",
        ]
    )


def _accept(random: Random, plan: Shipped) -> str:
    codes = [code for code in RULES if code >= "QT3"]
    seen = ", ".join(random.choice(NUMBERS) for _ in range(random.randint(0, 3)))
    return f"{{{random.choice(codes)}: {{why: {random.choice(NAMES)}, seen: [{seen}]}}}}"


_WORDS: dict[str, Sequence[str]] = {
    "vi": NAMES,
    "en": NAMES,
    "note": [f"{{vi: {name}, en: {name}}}" for name in NAMES],
    "date": DAYS,
    "better": ("higher", "lower"),
    "kind": ("share", "density", "count"),
    "factor": ("1", "10", "100", "1000", str(10**15)),
    "code": ("HH1", *NAMES),
    "edition": ("2010", "0", "-5"),
    "due": DUES,
    "due_inferred": ("true", "false", "item", "clause", "title"),
    "every": ("[]", "[regular]", "[half-year, year]", "[as-prescribed]"),
    "every_inferred": ("true", "false"),
    "legal_basis": ("true", "false"),
    "transcribed": ("true", "false"),
    "date_assumed": ("true", "false"),
    "printed": PRINTED,
    "one": NAMES,
}
"""Values of keys that name no other entry."""

_KEYS: dict[str, Sequence[str]] = {
    "plan": ("vi", "en", "date"),
    "sources": ("vi", "en"),
    "agencies": ("vi", "en", "source"),
    "duties": ("vi", "en", "agency", "to", "every", "every_inferred", "source"),
    "documents": ("vi", "en", "date", "legal_basis", "source"),
    "units": ("vi", "en", "one", "kind", "per", "factor"),
    "domains": ("vi", "en"),
    "indicators": (
        "vi",
        "en",
        "unit",
        "formula",
        "denominator",
        "factor",
        "better",
        "domain",
        "agency",
        "code",
        "edition",
    ),
    "round": ("vi", "en", "date", "transcribed", "date_assumed"),
    "figures": (
        "vi",
        "en",
        "value",
        "unit",
        "comparator",
        "of",
        "printed",
        "parts",
        "conflicts_with",
        "implies",
        "date",
        "source",
    ),
    "targets": (
        "vi",
        "en",
        "domain",
        "due",
        "due_inferred",
        "unit",
        "within",
        "conflicts_with",
        "agency",
        "cooperating",
        "source",
        "note",
    ),
}
"""Keys whose value is exchanged for another valid one."""

_MEANINGFUL = ("figures", "indicators", "targets", "units", "figures", "targets")
"""Sections that checks look at most."""


def _entry(random: Random, plan: Shipped, section: str = "") -> Node:
    if not section and random.random() < 0.15:
        return random.choice(plan.entries)
    section = section or random.choice(_MEANINGFUL)
    return plan.nodes[section, random.choice(plan.ids[section])]


def _put(plan: Shipped, entry: Node, key: str, value: str) -> list[Edit]:
    """A key of an entry with a new value, there already or not."""
    said = f"{'.'.join(map(str, entry.path))}: {key}: {value[:60]}"
    node = plan.nodes.get((*entry.path, key))
    if node is not None:
        return [Edit(node.file, node.value, node.value_end, value, said)]
    line_end = plan.texts[entry.file].index("\n", entry.start) + 1
    return [Edit(entry.file, line_end, line_end, f"{'  ' * len(entry.path)}{key}: {value}\n", said)]


def _drop(plan: Shipped, entry: Node, *keys: str) -> list[Edit]:
    """An entry without some of its keys."""
    nodes = [plan.nodes[*entry.path, key] for key in keys if (*entry.path, key) in plan.nodes]
    return [Edit(node.file, node.start, node.end, "", f"delete {_way(node)}") for node in nodes]


def _way(node: Node) -> str:
    return ".".join(map(str, node.path))


def _exchange(random: Random, plan: Shipped) -> list[Edit]:
    """One key with another valid value."""
    entry = _entry(random, plan)
    section = str(entry.path[0])
    key = random.choice(_KEYS[section])
    if key == "formula":
        key = "numerator" if (*entry.path, "numerator") in plan.nodes else "figure"
        return _put(plan, entry, key, _formula(random, plan.ids["figures"]))
    if key == "value":
        return _renumber(random, plan)
    if key == "comparator":
        return _put(plan, entry, key, random.choice(["more_than", "at_least", "less_than", "at_most"]))
    if key == "denominator" and (*entry.path, "numerator") not in plan.nodes:
        return []
    if key == "printed" and (*entry.path, "of") not in plan.nodes:
        return _put(plan, entry, "of", random.choice(plan.ids["figures"])) + _put(
            plan, entry, key, random.choice(PRINTED)
        )
    known = REFERENCES.get(section, {}).get(key)
    if known is None:
        return _put(plan, entry, key, random.choice(_WORDS[key]))
    names = [*plan.ids[known], *[str(entry.path[-1])] * (known == section)]
    several = key in ("parts", "conflicts_with", "implies", "cooperating", "denominator") or (
        key == "source" and section in ("targets", "duties", "documents")
    )
    return _put(plan, entry, key, _some(random, names) if several else _quoted(random.choice(names)))


def _renumber(random: Random, plan: Shipped) -> list[Edit]:
    """The number of a figure slightly off, swapped in its digits, or another one."""
    node = plan.nodes["figures", random.choice(plan.ids["figures"]), "value"]
    written = plan.texts[node.file][node.value : node.value_end]
    digits = random.choice(NUMBERS)
    if random.random() < 0.5 and written.isdigit():
        digits = random.choice(
            [str(int(written) + 1), str(max(0, int(written) - 1)), str(int(written[::-1])), written + "0"]
        )
    return [Edit(node.file, node.value, node.value_end, digits, f"{_way(node)}: {digits}")]


def _margin(random: Random, plan: Shipped) -> list[Edit]:
    """How far the number of a figure may be off."""
    figure = _entry(random, plan, "figures")
    if (*figure.path, "comparator") in plan.nodes:
        return []
    match random.choice(["interval", "standard_error", "rounded_to"]):
        case "interval":
            confidence = _put(plan, figure, "confidence", "95") if random.random() < 0.5 else []
            low, high = random.choice(NUMBERS[:5]), random.choice(NUMBERS[5:7] + NUMBERS[11:13])
            low, high = (each.partition(".")[0] for each in (low, high))
            return [*_put(plan, figure, "low", low), *_put(plan, figure, "high", high), *confidence]
        case key:
            return _put(plan, figure, key, random.choice(["1", "2", "10", "100"]))


def _reckon(random: Random, plan: Shipped) -> list[Edit]:
    """A target that is said by its baseline."""
    target = _entry(random, plan, "targets")
    word = random.choice(["at_least", "more_than", "at_most", "less_than", "about"])
    said = random.choice(["double", "halve", "x 1.5", "x 0", "-30%", "+10%", "+10 points", "-50 points"])
    unit = "%" if "points" in said else random.choice(plan.ids["units"])
    return [
        *_put(plan, target, "comparator", word),
        *_drop(plan, target, "value"),
        *_put(plan, target, "from_baseline", said),
        *_put(plan, target, "unit", _quoted(unit)),
    ]


def _quantify(random: Random, plan: Shipped) -> list[Edit]:
    """Comparator, number and unit of a target, all three in keeping."""
    target = _entry(random, plan, "targets")
    word = random.choice([*sorted(NUMERIC), "all", "nearly_all", "most", "some", "qualitative"])
    if word not in NUMERIC:
        return _put(plan, target, "comparator", word) + _drop(plan, target, "value", "unit")
    number, other = random.choice(NUMBERS[:11]), random.choice(NUMBERS[:11])
    value = f"[{number}, {other}]" if word == "between" else number
    unit = "%" if "." in value else random.choice(plan.ids["units"])
    return [
        *_put(plan, target, "comparator", word),
        *_put(plan, target, "value", value),
        *_put(plan, target, "unit", _quoted(unit)),
    ]


def _measure(random: Random, plan: Shipped) -> list[Edit]:
    """Measure and indicator of a target, both in keeping."""
    target = _entry(random, plan, "targets")
    if random.random() < 0.15:
        return _put(plan, target, "measure", "none") + _drop(plan, target, "indicator")
    indicator = random.choice(plan.ids["indicators"])
    measure = random.choice(["direct", "bounds", "proxy"])
    return _put(plan, target, "measure", measure) + _put(plan, target, "indicator", indicator)


def _accepted(random: Random, plan: Shipped) -> list[Edit]:
    return _put(plan, _entry(random, plan), "accept", _accept(random, plan))


def _optional(random: Random, plan: Shipped) -> list[Edit]:
    """A key that an entry can do without deleted."""
    keys = (
        "printed",
        "parts",
        "conflicts_with",
        "note",
        "agency",
        "within",
        "due",
        "per",
        "factor",
        "date",
        "comparator",
    )
    found = [node for path, node in plan.nodes.items() if len(path) == 3 and path[-1] in keys and node.own_line]
    node = random.choice(found)
    return [Edit(node.file, node.start, node.end, "", f"delete {_way(node)}")]


def _double(random: Random, plan: Shipped) -> list[Edit]:
    """An entry twice, the second time under a new id."""
    node = _entry(random, plan, random.choice(list(plan.ids)))
    text = plan.texts[node.file][node.start : node.end]
    new = "percent" if node.path[-1] == "%" else f"{node.path[-1]}_again"
    again = re.sub(r"^( *)[^:]+:", rf"\g<1>{new}:", text, count=1)
    return [Edit(node.file, node.end, node.end, again, f"{_way(node)} again as {new}")]


def _swap(random: Random, plan: Shipped) -> list[Edit]:
    """Two neighbours, or any two of a section, in each other's place."""
    section = random.choice(list(plan.ids))
    if len(plan.ids[section]) < 2:
        return []
    one, other = (plan.nodes[section, name] for name in random.sample(plan.ids[section], 2))
    text = plan.texts[one.file]
    said = f"swap {_way(one)} and {_way(other)}"
    return [
        Edit(one.file, one.start, one.end, text[other.start : other.end], said),
        Edit(other.file, other.start, other.end, text[one.start : one.end], said),
    ]


# What mostly does not load


def _delete(random: Random, plan: Shipped) -> list[Edit]:
    node = random.choice([each for each in plan.nodes.values() if each.own_line])
    return [Edit(node.file, node.start, node.end, "", f"delete {_way(node)}")]


def _repeat(random: Random, plan: Shipped) -> list[Edit]:
    """A key twice."""
    node = random.choice([each for each in plan.nodes.values() if each.own_line])
    text = plan.texts[node.file][node.start : node.end]
    return [Edit(node.file, node.end, node.end, text, f"{_way(node)} twice")]


def _retype(random: Random, plan: Shipped) -> list[Edit]:
    """A scalar of another kind, or the id of another entry."""
    node = random.choice([each for each in plan.nodes.values() if each.scalar])
    words = [*NASTY, *(_quoted(random.choice(names)) for names in plan.ids.values())]
    new = random.choice(words)
    return [Edit(node.file, node.value, node.value_end, new, f"{_way(node)}: {new[:60]}")]


def _move(random: Random, plan: Shipped) -> list[Edit]:
    """An entry in another section."""
    node, section = _entry(random, plan), random.choice([name for name in SECTIONS if (name,) in plan.nodes])
    home = plan.nodes[section,]
    at = plan.texts[home.file].index("\n", home.start) + 1
    said = f"move {_way(node)} to {section}"
    text = plan.texts[node.file][node.start : node.end]
    return [Edit(node.file, node.start, node.end, "", said), Edit(home.file, at, at, text, said)]


Recipe = Callable[[Random, Shipped], list[Edit]]

_GENTLE: list[Recipe] = [
    *[_exchange] * 6,
    *[_renumber] * 3,
    *[_quantify] * 3,
    _margin,
    *[_reckon] * 2,
    *[_measure] * 2,
    *[_accepted] * 2,
    *[_optional] * 2,
    _double,
    _swap,
]
_ROUGH: list[Recipe] = [_delete, _repeat, _retype, _retype, _move]
