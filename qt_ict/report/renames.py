"""Entries that go by another id in a newer version of a plan and say the same: renamed, neither lost nor new."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args

from qt_ict.engine.changes import FIELDS, said
from qt_ict.loading.references import REFERENCES, REFERENCES_OF_LATER_ROUNDS
from qt_ict.model.figures import RoundFigures
from qt_ict.model.plan import Plan

NamedSection = Literal["domains", "sources", "agencies", "duties", "units", "figures", "indicators", "targets"]
"""A section whose entries go by ids that can be changed."""
IN_TURN: tuple[NamedSection, ...] = get_args(NamedSection)
"""Those sections in an order in which each names entries of those before it."""
SAYS: Mapping[NamedSection, tuple[str, ...]] = {
    "domains": (),
    "sources": ("domain",),
    "agencies": ("source",),
    "duties": ("agency", "to", "every", "every_inferred", "source"),
    "units": FIELDS["units"],
    "figures": FIELDS["figures"],
    "indicators": FIELDS["indicators"],
    "targets": FIELDS["targets"],
}
"""What an entry says beside its name: of most what results rest on, of those on which none rest all but remarks."""
NewIds = Mapping[str, Mapping[str, str]]
"""New ids by old ones, by section."""


class Rename(NamedTuple):
    """One entry under another id."""

    section: NamedSection
    old: str
    new: str


def renames(old: Plan, new: Plan) -> tuple[Rename, ...]:
    """The entries of a plan that a newer version only calls by another id.

    Where one entry could be several new ones, or several one, none is said to be renamed.

    Args:
        old: The plan before.
        new: The plan after, its first round under the same id.
    """
    ids: dict[str, dict[str, str]] = {}
    for section in IN_TURN:
        lost, come = _statements(old, section, ids), _statements(new, section, {})
        only_lost = {id_: each for id_, each in lost.items() if id_ not in come}
        only_come = {id_: each for id_, each in come.items() if id_ not in lost}
        ids[section] = dict(_pairs(only_lost, only_come))
    return tuple(Rename(section, *pair) for section in IN_TURN for pair in ids[section].items())


def _pairs(lost: Mapping[str, Any], come: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The ids of which one that is lost and one that has come say the same, and no other does."""
    for id_, statement in lost.items():
        alike = [each for each, other in come.items() if other == statement]
        if len(alike) == 1 and sum(other == statement for other in lost.values()) == 1:
            yield id_, alike[0]


def _statements(plan: Plan, section: NamedSection, ids: NewIds) -> dict[str, Any]:
    """What the entries of a section say, by id, the entries that they name by their new ids."""
    found: dict[str, list[Any]] = {}
    for place, entries in _entries(plan, section):
        for id_, entry in entries.items():
            renamed = _respelled(entry, section, ids)
            found.setdefault(id_, []).append(
                (place, entry.name.by_language, [said(renamed, field) for field in SAYS[section]])
            )
    return found


def _entries(plan: Plan, section: NamedSection) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries of a section; figures round by round."""
    if section == "figures":
        yield from ((each.id, each.figures) for each in plan.rounds)
    else:
        yield "", getattr(plan, section)


def respelled(plan: Plan, found: Iterable[Rename]) -> Plan:
    """A plan with entries under other ids, and under those ids wherever others name them."""
    ids: dict[str, dict[str, str]] = {}
    for each in found:
        ids.setdefault(each.section, {})[each.old] = each.new
    if not ids:
        return plan
    rounds = tuple(_round(each, ids, each.id == plan.baseline.id) for each in plan.rounds)
    seen = _of_round(rounds, plan.round_id)
    sections: dict[str, Any] = {each: _section(getattr(plan, each), each, ids) for each in IN_TURN if each != "figures"}
    documents = _section(plan.documents, "documents", ids)
    return plan._replace(rounds=rounds, round=seen.round, figures=seen.figures, documents=documents, **sections)


def _round(each: RoundFigures, ids: NewIds, first: bool) -> RoundFigures:
    """A round under new ids; the items that a later one cites are those of another document."""
    known = ids if first else {kind: found for kind, found in ids.items() if kind != "sources"}
    reports = REFERENCES_OF_LATER_ROUNDS["round"]
    return each._replace(round=_renamed(each.round, reports, ids), figures=_section(each.figures, "figures", known))


def _of_round(rounds: Iterable[RoundFigures], id_: str) -> RoundFigures:
    return next(each for each in rounds if each.id == id_)


def _section(entries: Mapping[str, Any], section: str, ids: NewIds) -> dict[str, Any]:
    """The entries of a section under their new ids."""
    own = ids.get(section, {})
    return {own.get(id_, id_): _respelled(entry, section, ids) for id_, entry in entries.items()}


def _respelled(entry: Any, section: str, ids: NewIds) -> Any:
    """An entry that names others by their new ids, in its revisions too."""
    entry = _renamed(entry, REFERENCES.get(section, {}), ids)
    update: dict[str, Any] = {}
    if getattr(entry, "revisions", ()):
        update["revisions"] = tuple(_respelled(each, section, ids) for each in entry.revisions)
    reckoned = getattr(entry, "from_baseline", None)
    unit = ids.get("units", {}).get(reckoned.unit) if reckoned else None
    if reckoned and unit:
        update["from_baseline"] = reckoned._replace(said=reckoned.said.removesuffix(reckoned.unit) + unit, unit=unit)
    return entry.model_copy(update=update) if update else entry


def _renamed(entry: Any, references: Mapping[str, str], ids: NewIds) -> Any:
    """An entry whose keys that name others name them by their new ids."""
    keys = {key: ids[kind] for key, kind in references.items() if ids.get(kind)}
    update = {
        key: _with_names(getattr(entry, key), names.get) for key, names in keys.items() if getattr(entry, key, None)
    }
    return entry.model_copy(update=update) if update else entry


def _with_names(value: Any, new: Callable[[str], str | None]) -> Any:
    """A name, or names within tuples of any kind, each as it is called now."""
    if isinstance(value, str):
        return new(value) or value
    if isinstance(value, tuple):
        every = [_with_names(each, new) for each in value]
        return type(value)(*every) if hasattr(value, "_fields") else tuple(every)
    return value
