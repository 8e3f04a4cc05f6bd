"""Ids that name other entries must name entries that exist."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding, Place, Side
from qt_ict.language import EMPTY, Text
from qt_ict.loading.sections import SECTIONS, ReadFile
from qt_ict.nearest import nearest, suggestion
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
    file: ReadFile,
    section: str,
    references: Mapping[str, str],
    known: Mapping[str, frozenset[str]],
    homes: Mapping[str, str],
) -> list[Finding]:
    """Findings where an entry names an entry that does not exist: one a missing name.

    A name that a bad id was probably meant to be is not missing, since the id has its finding: each such id stands for
    the names that resemble it, or for one that it may have been.

    Args:
        file: The file.
        section: Its section to look through.
        references: Which of its keys name entries of which section.
        known: Ids by section, bad ones too; a section that could not be read is left out.
        homes: The file of every section.
    """
    places: dict[tuple[str, str], list[Path]] = {}
    for at, entry in _entries(file.data, section):
        for key, kind in references.items():
            # What an entry takes over is wrong where it is said.
            if kind in known and key in entry and not file.source.takes_over((*at, key)):
                for path, name in names_in(entry[key], (*at, key)):
                    if name not in known[kind] and name.strip():
                        places.setdefault((kind, name), []).append(path)
    found = []
    meant = _meant_by_bad_ids(places, known)
    missing = [each for each in places if each not in meant]
    for number, (kind, name) in enumerate(missing):
        # Each search reads all ids; a list of names this long was renamed, not mistyped.
        candidates = sorted(known[kind]) if number < MOST_SEARCHED else []
        found.append(_unknown(file.source, places[kind, name], name, kind, candidates, homes[kind]))
    return found


def _meant_by_bad_ids(
    missing: Iterable[tuple[str, str]], known: Mapping[str, frozenset[str]]
) -> frozenset[tuple[str, str]]:
    """The missing names, by section, that bad ids were probably meant to be."""
    names: dict[str, list[str]] = {}
    for kind, name in missing:
        names.setdefault(kind, []).append(name)
    meant: list[tuple[str, str]] = []
    for kind, unknown in names.items():
        bad = [each for each in known[kind] if not SECTIONS[kind].ids.match(each)]
        alike = {name: found[0] for name in unknown if (found := nearest(name, bad))}
        others = [name for name in unknown if name not in alike]
        explained = len(others) <= len(set(bad).difference(alike.values()))
        meant += ((kind, name) for name in (unknown if explained else alike))
    return frozenset(meant)


def _entries(data: Any, section: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The entries of a section and their revisions that are mappings, faulty or not, each with its key path."""
    entries = data.get(section) if isinstance(data, dict) else None
    if not isinstance(entries, dict):
        return
    if SECTIONS[section].single:
        yield (section,), entries
        return
    for id_, entry in entries.items():
        if isinstance(entry, dict):
            yield (section, id_), entry
            revisions = entry.get("revisions")
            for index, revision in enumerate(revisions if isinstance(revisions, list) else ()):
                if isinstance(revision, dict):
                    yield (section, id_, "revisions", index), revision


MOST_SEARCHED = 20
"""Most missing names of a section for which similar ones are looked for."""


def names_in(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The names that stand in a value, each with its key path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from names_in(each, (*path, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from names_in(each, (*path, key))


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
    return Finding(shape.UNKNOWN_REFERENCE, source.place_of_value(paths[0]), values, sides, tuple(paths[0]))
