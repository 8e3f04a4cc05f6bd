"""Figures that stand under a heading, the item of the document they come from, as figures that name it themselves."""

from collections.abc import Iterator, Mapping
from typing import Any

from qt_ict.diagnostics import reading
from qt_ict.diagnostics.finding import Finding
from qt_ict.model.figures import Figure
from qt_ict.positions import EntryMarks, Key, MarkedText, Origin

FIGURES, SOURCE = "figures", "source"
_OWN = frozenset(Figure.model_fields) | {"name"}
"""Keys of a figure: what has one of them is no heading."""


def without_headings(data: Any, source: MarkedText) -> tuple[Any, MarkedText, list[Finding]]:
    """The same data and places with every figure under its own id; a heading becomes the source of its figures.

    A figure that stands twice has a finding at its second place, as every repeated key.
    """
    entries = data.get(FIGURES) if isinstance(data, dict) else None
    if not isinstance(entries, dict) or not any(map(is_heading, entries.values())):
        return data, source, []
    span = source.marks[FIGURES]
    marks: dict[Key, EntryMarks] = {}
    origins: dict[tuple[Key, ...], Origin] = {}
    figures: dict[str, Any] = {}
    findings = []
    for heading, name, entry, mark in _each(entries, span.inside or {}):
        if name in figures:
            findings.append(_repeated(source, (FIGURES, *heading, name), marks[name]))
            continue
        figures[name], marks[name] = entry, mark
        if heading and isinstance(entry, dict) and SOURCE not in entry:
            figures[name] = {**entry, SOURCE: heading[0]}
            marks[name] = _with_source(mark, (span.inside or {})[heading[0]], heading[0])
            origins[FIGURES, name, SOURCE] = Origin(source.file, source.line_of((FIGURES, *heading)), heading[0])
    flat = MarkedText(source.file, source.text, {**source.marks, FIGURES: span._replace(inside=marks)}, origins)
    return {**data, FIGURES: figures}, flat, findings


def is_heading(entry: Any) -> bool:
    """True where what stands under a key are figures, not what is said of one.

    >>> is_heading({"households": {"value": 145470}}), is_heading({"value": 145470, "note": {"vi": "…", "en": "…"}})
    (True, False)
    """
    if not isinstance(entry, dict) or not _OWN.isdisjoint(entry):
        return False
    return any(isinstance(each, dict) for each in entry.values())


def _each(
    entries: Mapping[str, Any], marks: Mapping[Key, EntryMarks]
) -> Iterator[tuple[tuple[str, ...], str, Any, EntryMarks]]:
    """Heading, if any, id, data and marks of every figure, in their order."""
    for key, entry in entries.items():
        if not is_heading(entry):
            yield (), key, entry, marks[key]
            continue
        inside = marks[key].inside or {}
        for name, figure in entry.items():
            yield (key,), name, figure, inside[name]


def _with_source(mark: EntryMarks, heading: EntryMarks, name: str) -> EntryMarks:
    """The marks of a figure whose source stands where the heading does."""
    at = heading.key or heading.start
    return mark._replace(inside={**(mark.inside or {}), SOURCE: EntryMarks(at, at, _Behind(at, len(name)), None)})


class _Behind:
    """The point so many characters behind another one of its line."""

    def __init__(self, mark: Any, width: int) -> None:
        self.line = mark.line
        self.column = mark.column + width
        self.index = mark.index + width


def _repeated(source: MarkedText, path: tuple[str, ...], first: EntryMarks) -> Finding:
    line = first.key.line + 1 if first.key else 0
    return Finding(reading.REPEATED_KEY, source.place_of_key(path), {"key": path[-1], "line": str(line)})
