"""What can be looked at of a plan with faults: entries at fault are set aside, and so is what needs them."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from qt_ict.diagnostics import reading, shape
from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.loading.entries import MILESTONES, NAMES
from qt_ict.loading.later_rounds import Reports, among
from qt_ict.loading.references import REFERENCES
from qt_ict.loading.sections import ReadFile
from qt_ict.model.entry import Entry
from qt_ict.model.figures import RoundFigures
from qt_ict.model.indicators import Indicator, Unit
from qt_ict.model.plan import Unread
from qt_ict.model.targets import Target
from qt_ict.positions import Path

_LEFT_UNREADABLE = (reading.AMBIGUOUS_VALUE, reading.EMPTY_VALUE, reading.YAML_FEATURE, reading.REPEATED_KEY)
"""Rules of reading that leave a value behind of which its entry says by itself whether it can do without."""
_OF_NO_ENTRY = (*_LEFT_UNREADABLE, shape.UNKNOWN_REFERENCE, shape.MISNAMED_ROUND)
"""Rules whose findings set no entry aside; what names nothing is looked at name by name."""
_UNSAID = (shape.UNKNOWN_KEY, shape.MISSING_KEY, shape.CONTRADICTORY_KEYS)
"""Rules after which an entry may come to name others that it does not name now."""


def sound(file: ReadFile, findings: Iterable[Finding], made_up: Collection[tuple[str, str]] = frozenset()) -> ReadFile:
    """A file with the entries at which nothing was found, but for their names and for what they name.

    Args:
        file: The file, faulty entries left out as far as they could not be read.
        findings: What was found in the whole plan.
        made_up: Entries that are not what their file says, since they name an entry that does not exist.
    """
    at = [(finding, _at(finding, file)) for finding in findings if finding.place.file == file.source.file]
    of_entries = [path for finding, path in at if finding.rule not in _OF_NO_ENTRY]
    faulty = {path[:2] for path in of_entries if not _of_names(path) and not _of_a_milestone(path)} | set(made_up)
    file = _without_milestones(file, [path for path in of_entries if _of_a_milestone(path)])
    return file._replace(entries={section: _kept(section, faulty, file) for section in file.sections})


def _kept(section: str, faulty: Collection[Path], file: ReadFile) -> Any:
    held = file.entries.get(section)
    if not file.sections[section].single:
        return {name: entry for name, entry in (held or {}).items() if (section, name) not in faulty}
    return _stand_in(section, file) if not held or any(path[:1] == (section,) for path in faulty) else held


def _stand_in(section: str, file: ReadFile) -> Entry:
    """What stands for an entry of its own that is at fault: no more than when and how it was written down."""
    model, said = file.sections[section].model, date_said(section, file)
    known: dict[str, Any] = {"date": said or date.min}
    if section == "round":
        transcribed = _raw(file, section).get("transcribed") is not False
        known = {"date": said or _date_of_name(file), "document": "", "transcribed": transcribed}
    return model.model_construct(**known)


def date_said(section: str, file: ReadFile) -> date | None:
    """The date of a plan or round as its file has it; None without one."""
    said = _raw(file, section).get("date")
    return said if type(said) is date else None


def _date_of_name(file: ReadFile) -> date:
    """The date that the name of a round's file stands for: a day, or the year of a baseline."""
    found = re.search(r"[0-9]{4}(-[0-9]{2}-[0-9]{2})?", FilePath(file.source.file).name)
    try:
        return date.fromisoformat(found[0] if found[1] else f"{found[0]}-12-31") if found else date.max
    except ValueError:
        return date.max


def _raw(file: ReadFile, section: str) -> Mapping[str, Any]:
    """A section as it stands in a file; empty where it is no mapping."""
    found = file.data.get(section) if isinstance(file.data, dict) else None
    return found if isinstance(found, dict) else {}


def _of_names(at: Path) -> bool:
    """True of a key that only says what something is called; the entry stands under its id then."""
    return len(at) > 1 and at[-1] in NAMES


def _of_a_milestone(at: Path) -> bool:
    """True of one milestone of a target, which its entry is without then."""
    return len(at) > _DEEPEST and at[2] == MILESTONES


def _without_milestones(file: ReadFile, faulty: Collection[Path]) -> ReadFile:
    """A file whose targets are without some milestones."""
    entries = dict(file.entries)
    for section, name, _, key, *_ in faulty:
        targets = entries[str(section)]
        target = targets.get(name)
        if isinstance(target, Target):
            kept = tuple(each for each in target.milestones if each.written != key)
            entries[str(section)] = {**targets, name: target.model_copy(update={MILESTONES: kept})}
    return file._replace(entries=entries)


def _at(finding: Finding, file: ReadFile) -> Path:
    """Section, id and key that a finding is about; as much of them as there is."""
    if finding.at:
        return tuple(finding.at)
    if not finding.place.line:
        return ()
    places = _places(file)
    index = bisect_right([where for where, _ in places], (finding.place.line, finding.place.column))
    return places[index - 1][1] if index else ()


def _places(file: ReadFile) -> list[tuple[tuple[int, int], Path]]:
    """Where every section, entry and key begins, in the order of the file."""
    found = (((place.line, place.column), path) for path, place in _keys(file, (), file.data))
    return sorted(((where, path) for where, path in found if where[0]), key=lambda each: each[0])


def _keys(file: ReadFile, above: tuple[str, ...], data: Any) -> Iterator[tuple[Path, Place]]:
    for key, value in data.items() if isinstance(data, dict) else ():
        path = (*above, key)
        yield path, file.source.place_of_key(path)
        if len(path) < _DEEPEST:
            yield from _keys(file, path, value)


_DEEPEST = 3
"""Section, id and key."""


def _may_be_named(file: ReadFile, findings: Iterable[Finding]) -> frozenset[str]:
    """Sections whose entries a file may name where it could not be read."""
    found: set[str] = set()
    for finding in findings:
        if finding.place.file == file.source.file:
            found.update(_kinds(finding, _at(finding, file), file))
    return frozenset(found)


def _kinds(finding: Finding, at: Path, file: ReadFile) -> Iterable[str]:
    """Sections whose entries a faulty value may name: those of its key, or of every key where none is known."""
    if not at or at[0] not in file.sections:
        return [kind for section in file.sections for kind in REFERENCES.get(section, {}).values()]
    section = str(at[0])
    references, key = REFERENCES.get(section, {}), at[1 if file.sections[section].single else 2 :][:1]
    if not key or finding.rule in _UNSAID:
        return references.values()
    return [references[str(key[0])]] if key[0] in references else []


def fitting(sections: Mapping[str, Any]) -> dict[str, Any]:
    """Units, figures and indicators of a plan without those that need what is set aside.

    Figures and indicators in unknown units are left out; what else figures name and nobody knows is taken off them, as
    in a round that does not report it. Indicators of unknown figures wait for a round that has them.
    """
    known: Mapping[str, Unit] = sections["units"]
    units = {name: unit for name, unit in known.items() if unit.per is None or unit.per in known}
    figures = {name: figure for name, figure in sections["figures"].items() if figure.unit in units}
    return {
        **sections,
        "units": units,
        "figures": {name: among(figure, figures) for name, figure in figures.items()},
        "indicators": {name: each for name, each in sections["indicators"].items() if each.unit in units},
    }


def targets_fitting(sections: Mapping[str, Any], rounds: Iterable[RoundFigures]) -> dict[str, Target]:
    """The targets in known units, without what they name and nobody knows.

    What is reckoned from a baseline that is not known for sure has no indicator either.
    """
    unsure = frozenset(name for each in rounds for name in each.unread)
    targets: Mapping[str, Target] = sections["targets"]
    kept = {name: target for name, target in targets.items() if _units_of(target).issubset(sections["units"])}
    indicators: Mapping[str, Indicator] = sections["indicators"]
    measured = {name for name, each in indicators.items() if unsure.isdisjoint(each.figures)}
    return {
        name: _naming(target, kept, measured if _is_reckoned(target) else indicators) for name, target in kept.items()
    }


def _units_of(target: Target) -> set[str]:
    units = (target.unit, *(each.unit for each in target.revisions))
    return {unit for unit in units if unit}


def _is_reckoned(target: Target) -> bool:
    return bool(target.from_baseline) or any(each.from_baseline for each in target.revisions)


def _naming(target: Target, targets: Collection[str], indicators: Collection[str]) -> Target:
    """A target without the others that it names and that are not known; itself where all are."""
    update = {
        "indicator": target.indicator if target.indicator in indicators else None,
        "within": target.within if target.within in targets else None,
        "conflicts_with": tuple(each for each in target.conflicts_with if each in targets),
    }
    same = all(getattr(target, key) == value for key, value in update.items())
    return target if same else target.model_copy(update=update)


def unread(looked_at: Sequence[tuple[ReadFile, Mapping[str, Any]]], findings: Iterable[Finding]) -> Unread:
    """What of a plan could not be read, as far as what can be read depends on it.

    Args:
        looked_at: All its files, each with what of its entries is looked at, by section.
        findings: What was found in it.
    """
    found = list(findings)
    loosened = (
        (section, name)
        for file, sections in looked_at
        for section in ("figures", "targets")
        for name, entry in sections.get(section, {}).items()
        if entry is not file.entries.get(section, {}).get(name)
    )
    return Unread(
        sections=frozenset(
            name for file, held in looked_at for name in file.sections if _is_short_of(file, name, held)
        ),
        named=frozenset(kind for file, _ in looked_at for kind in _may_be_named(file, found)),
        mentioned=frozenset(word for file, held in looked_at for word in _mentioned(file, held)),
        loosened=frozenset(loosened),
    )


def reports(file: ReadFile, findings: Iterable[Finding]) -> Reports:
    """A later round as far as it can be looked at, and what of it cannot.

    Args:
        file: Its file, without what is at fault.
        findings: What was found in the whole plan.
    """
    header, figures = file.entries["round"], file.entries["figures"]
    misnamed = any(each.rule is shape.MISNAMED_ROUND and each.place.file == file.source.file for each in findings)
    broken = frozenset(name for name in _raw(file, "figures") if name not in figures)
    return Reports(header, figures, file.source, broken, has(file, "figures"), not misnamed and header.date < date.max)


def kept(file: ReadFile, without: Collection[str]) -> dict[str, Any]:
    """What is looked at of a later round: its figures without those that cannot be understood."""
    return {"figures": {name: each for name, each in file.entries["figures"].items() if name not in without}}


def names(file: ReadFile, section: str) -> Iterable[str]:
    """The ids of a section that stand in a file, whatever is wrong with their entries."""
    return _raw(file, section)


def has(file: ReadFile, section: str) -> bool:
    """True where a section can be read from a file, whatever is wrong with its entries."""
    return isinstance(file.data, dict) and isinstance(file.data.get(section), dict)


def _is_short_of(file: ReadFile, section: str, sections: Mapping[str, Any]) -> bool:
    """True where a section lacks entries of a file, or cannot be read from it at all."""
    if not isinstance(file.data, dict) or not (section in file.data or file.sections[section].optional):
        return True
    return not file.sections[section].single and any(lost(file, section, sections))


def lost(file: ReadFile, section: str, sections: Mapping[str, Any]) -> Iterator[str]:
    """Ids of a section that stand in a file, and are not among the entries that are looked at."""
    known = file.entries.get(section, {})
    return (name for name in _raw(file, section) if name not in known or name not in sections[section])


def _mentioned(file: ReadFile, sections: Mapping[str, Any]) -> Iterator[str]:
    """All words in the entries of a file that are set aside: they may name any other entry."""
    for section, known in file.sections.items():
        if not known.single:
            for name in lost(file, section, sections):
                yield from _words(file.data[section][name])


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | dict):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _words(each)
