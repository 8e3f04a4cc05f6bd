"""Ids that name other entries must name entries that exist."""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding, Place, Side
from qt_ict.language import EMPTY, Text
from qt_ict.loading.sections import SECTIONS
from qt_ict.nearest import suggestion
from qt_ict.positions import MarkedText, Path

REFERENCES = {
    "sources": {"domain": "domains"},
    "agencies": {"source": "sources"},
    "duties": {"agency": "agencies", "to": "agencies", "source": "sources"},
    "documents": {"source": "sources"},
    "units": {"per": "units"},
    "indicators": {
        "unit": "units",
        "numerator": "figures",
        "denominator": "figures",
        "figure": "figures",
        "domain": "domains",
        "agency": "agencies",
    },
    "figures": {
        "unit": "units",
        "of": "figures",
        "parts": "figures",
        "conflicts_with": "figures",
        "implies": "figures",
        "source": "sources",
    },
    "targets": {
        "domain": "domains",
        "unit": "units",
        "indicator": "indicators",
        "within": "targets",
        "conflicts_with": "targets",
        "agency": "agencies",
        "cooperating": "agencies",
        "source": "sources",
    },
}
"""Which keys of a section name entries of which other section."""

REFERENCES_OF_LATER_ROUNDS = {
    "round": {"reports": "duties"},
    "figures": {
        "unit": "units",
        "of": "figures",
        "parts": "figures",
        "conflicts_with": "figures",
        "implies": "figures",
    },
}
"""The same for a later round; its sources are other documents than the plan."""


def dangling(
    data: Any,
    valid: Container[str],
    source: MarkedText,
    section: str,
    references: Mapping[str, str],
    known: Mapping[str, frozenset[str]],
    homes: Mapping[str, str],
) -> list[Finding]:
    """Findings where an entry names an entry that does not exist: one a missing name.

    Args:
        data: The plain data of the file.
        valid: Ids of the entries of the section that have no finding of their own.
        source: Its text and marks.
        section: The section to look through.
        references: Which of its keys name entries of which section.
        known: Ids by section; a section that could not be read is left out.
        homes: The file of every section.
    """
    places: dict[tuple[str, str], list[Path]] = {}
    for at, entry in _entries(data, valid, section):
        for key, kind in references.items():
            if kind in known and key in entry:
                for path, name in _names(entry[key], (*at, key)):
                    if name not in known[kind]:
                        places.setdefault((kind, name), []).append(path)
    found = []
    for number, ((kind, name), paths) in enumerate(places.items()):
        # Each search reads all ids; a list of names this long was renamed, not mistyped.
        candidates = sorted(known[kind]) if number < MOST_SEARCHED else []
        found.append(_unknown(source, paths, name, kind, candidates, homes[kind]))
    return found


def _entries(data: Any, valid: Container[str], section: str) -> Iterator[tuple[Path, Any]]:
    """The entries of a section that can be looked through, and their revisions, each with its key path."""
    entries = data.get(section) if isinstance(data, dict) else None
    if not isinstance(entries, dict):
        return
    if SECTIONS[section].single:
        yield (section,), entries
    else:
        for id_, entry in entries.items():
            if id_ in valid:
                yield (section, id_), entry
                for index, revision in enumerate(entry.get("revisions", ())):
                    yield (section, id_, "revisions", index), revision


MOST_SEARCHED = 20
"""Most missing names of a section for which similar ones are looked for."""


def _names(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _names(each, (*path, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _names(each, (*path, key))


def _unknown(source: MarkedText, paths: list[Path], name: str, kind: str, known: list[str], home: str) -> Finding:
    values = {
        "kind": SECTIONS[kind].name,
        "found": name,
        "nearest": suggestion(name, known),
        "home": home,
        "more": EMPTY,
    }
    if len(paths) > 1:
        more = len(paths) - 1
        values["more"] = Text(", và {more} chỗ nữa trong tệp này", ", nor in {more} more places of this file").fill(
            more=more
        )
    # The entry may have been deleted or renamed there: that file takes part.
    sides = (Side(Place(home), EMPTY),) if home != source.file else ()
    return Finding(shape.UNKNOWN_REFERENCE, source.place_of_value(paths[0]), values, sides)
