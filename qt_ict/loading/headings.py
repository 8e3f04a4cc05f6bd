"""Entries that stand under a heading, as entries that say themselves what the heading says for all of them.

Figures and targets stand under the item of the document that states them, indicators under their domain.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from qt_ict.diagnostics import reading
from qt_ict.diagnostics.finding import Finding
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
        if isinstance(entries, dict) and any(is_heading(section, each) for each in entries.values()):
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
