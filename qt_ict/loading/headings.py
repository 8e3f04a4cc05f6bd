"""Entries that stand under a heading, as entries that say themselves what the heading says for all of them.

Figures and targets stand under the item of the document that states them, indicators under their domain.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from qt_ict.diagnostics import reading, shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import Text
from qt_ict.loading.expectations import described
from qt_ict.loading.sections import ID
from qt_ict.loading.yaml import UNREADABLE
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import Indicator
from qt_ict.model.targets import Target
from qt_ict.positions import EntryMarks, Key, MarkedText, SaidAt


class Headed(NamedTuple):
    """What the headings of a section say."""

    key: str
    """The key that an entry under a heading leaves out."""
    own: frozenset[str]
    """Keys of an entry: what has one of them is no heading."""


HEADED: Mapping[str, Headed] = {
    "figures": Headed("source", frozenset((*Figure.model_fields, "name"))),
    "indicators": Headed("domain", frozenset((*Indicator.model_fields, "name"))),
    "targets": Headed("source", frozenset((*Target.model_fields, "name", "proxy"))),
}
"""The sections whose entries may stand under headings."""


def without_headings(data: Any, source: MarkedText) -> tuple[Any, MarkedText, list[Finding]]:
    """The same data and places with every entry under its own id.

    An entry that stands twice has a finding at its second place, as every repeated key.
    """
    findings: list[Finding] = []
    for section in HEADED:
        entries = data.get(section) if isinstance(data, dict) else None
        if not isinstance(entries, dict):
            continue
        kept, found = _sound(section, entries, source)
        if kept != entries:
            data, entries = {**data, section: kept}, kept
            findings += found
        if any(is_heading(section, each) for each in entries.values()):
            flat = _Flat(section, entries, source)
            data, source = {**data, section: flat.entries}, flat.source
            findings += flat.findings
    return data, source, findings


def is_heading(section: str, entry: Any) -> bool:
    """True where what stands under a key of a section are entries, not what is said of one.

    >>> is_heading("figures", {"households": {"value": 145470}}), is_heading("figures", {"note": {"vi": "…"}})
    (True, False)
    """
    if not isinstance(entry, dict) or not HEADED[section].own.isdisjoint(entry):
        return False
    return any(isinstance(each, dict) for each in entry.values())


def _sound(section: str, entries: Mapping[str, Any], source: MarkedText) -> tuple[dict[str, Any], list[Finding]]:
    """Entries without headings that have nothing under them, and without what is no entry under others.

    An item of the document is no valid id, so that such a key is meant as a heading.
    """
    kept: dict[str, Any] = {}
    findings: list[Finding] = []
    for key, entry in entries.items():
        if ID.match(key):
            kept[key] = entry
        elif isinstance(entry, dict) and entry:
            stray = _stray(section, entry)
            kept[key] = {name: each for name, each in entry.items() if name not in stray}
            findings += [_at_heading(section, key, each, source) for each in stray]
        elif entry is not UNREADABLE:
            findings.append(_nothing_under(section, key, entry, source))
    return kept, findings


def _stray(section: str, entry: Mapping[str, Any]) -> list[str]:
    """Keys of an entry that stand beside whole entries, at their heading."""
    own = HEADED[section].own
    below = [each for name, each in entry.items() if name not in own and isinstance(each, dict)]
    whole = any(not own.isdisjoint(each) for each in below)
    return [name for name in entry if name in own] if whole else []


def _nothing_under(section: str, heading: str, entry: Any, source: MarkedText) -> Finding:
    """The finding of a heading under which no entries stand."""
    shown = described(entry, source.written((section, heading)))
    expected = Text("{entries} dưới tiêu đề {heading}", "{entries} under the heading {heading}")
    values = {
        "found": shown,
        "expected": expected.fill(entries=_ENTRIES[section], heading=heading),
        "advice": _PUT_BELOW.fill(entries=_ENTRIES[section]),
    }
    return Finding(shape.WRONG_KIND, source.place_of_value((section, heading)), values, at=(section, heading))


def _at_heading(section: str, heading: str, key: str, source: MarkedText) -> Finding:
    """The finding of a key of an entry that stands at a heading."""
    values = {
        "problem": _STRAY.fill(key=key, heading=heading, entries=_ENTRIES[section]),
        "advice": _MOVE_BELOW.fill(key=key, entries=_ENTRIES[section]),
    }
    return Finding(
        shape.CONTRADICTORY_KEYS, source.place_of_key((section, heading, key)), values, at=(section, heading)
    )


_ENTRIES = {
    "figures": Text("số liệu", "figures"),
    "indicators": Text("chỉ tiêu", "indicators"),
    "targets": Text("mục tiêu", "targets"),
}
_PUT_BELOW = Text("Ghi {entries} thụt vào bên dưới, hoặc bỏ tiêu đề.", "Put {entries} below it, or drop the heading.")
_STRAY = Text(
    "{key} đứng ở {heading}, là tiêu đề của các {entries} bên dưới",
    "{key} stands at {heading}, which is the heading of the {entries} below it",
)
_MOVE_BELOW = Text(
    "Chuyển {key} vào từng mục {entries} bên dưới, hoặc bỏ đi.", "Move {key} into each of the {entries}, or drop it."
)


class _Flat:
    """A section with its headings taken away."""

    def __init__(self, section: str, entries: Mapping[str, Any], source: MarkedText) -> None:
        self.section = section
        self.key = HEADED[section].key
        self.findings: list[Finding] = []
        self.entries: dict[str, Any] = {}
        self.marks: dict[Key, EntryMarks] = {}
        origins = dict(source.origins)
        span = source.marks[section]
        for heading, name, entry, mark in _each(section, entries, span.inside or {}):
            if name in self.entries:
                self.findings.append(self._repeated(source, (*heading, name)))
                continue
            self.entries[name], self.marks[name] = entry, mark
            if heading and isinstance(entry, dict) and self.key not in entry:
                self.entries[name] = {**entry, self.key: heading[0]}
                self.marks[name] = self._headed(mark, (span.inside or {})[heading[0]], heading[0])
                origins[section, name, self.key] = SaidAt(source.file, source.line_of((section, *heading)), heading[0])
        marks = {**source.marks, section: span._replace(inside=self.marks)}
        self.source = MarkedText(source.file, source.text, marks, origins)

    def _headed(self, mark: EntryMarks, heading: EntryMarks, name: str) -> EntryMarks:
        """The marks of an entry of which something stands where the heading does."""
        at = heading.key or heading.start
        return mark._replace(inside={**(mark.inside or {}), self.key: EntryMarks(at, at, _Behind(at, len(name)), None)})

    def _repeated(self, source: MarkedText, path: tuple[str, ...]) -> Finding:
        first = self.marks[path[-1]].key
        place = source.place_of_key((self.section, *path))
        return Finding(reading.REPEATED_KEY, place, {"key": path[-1], "line": str(first.line + 1 if first else 0)})


def _each(
    section: str, entries: Mapping[str, Any], marks: Mapping[Key, EntryMarks]
) -> Iterator[tuple[tuple[str, ...], str, Any, EntryMarks]]:
    """Heading, if any, id, data and marks of every entry, in their order."""
    for key, entry in entries.items():
        if not is_heading(section, entry):
            yield (), key, entry, marks[key]
            continue
        inside = marks[key].inside or {}
        for name, below in entry.items():
            yield (key,), name, below, inside[name]


class _Behind:
    """The point so many characters behind another one of its line."""

    def __init__(self, mark: Any, width: int) -> None:
        self.line = mark.line
        self.column = mark.column + width
        self.index = mark.index + width
