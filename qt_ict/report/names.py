"""What a reader calls an entry of a plan: its id, or the name that is printed, and which entries that may be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from qt_ict.diagnostics.refusal import Refusal, unknown
from qt_ict.language import Text
from qt_ict.model.entry import Named
from qt_ict.model.plan import Plan
from qt_ict.nearest import as_read
from qt_ict.wording.quantities import listed

Kind = Literal["target", "indicator", "figure"]
KINDS: dict[Kind, Text] = {
    "target": Text("mục tiêu", "target"),
    "indicator": Text("chỉ tiêu", "indicator"),
    "figure": Text("số liệu", "figure"),
}
MOST_LISTED = 12
"""Entries that a refusal names."""
_MARKS = re.compile(r"[\s⁰¹²³⁴⁵⁶⁷⁸⁹]+\Z")
"""Footnote marks, which go along when a name is copied from a table."""


class Meant(NamedTuple):
    """An entry that a reader may mean."""

    kind: Kind
    id: str
    name: Text


def meant(plan: Plan, said: str) -> tuple[Meant, ...]:
    """The entries of a plan that have an id, or without one those that have a name.

    Args:
        plan: The plan.
        said: An id, with - or _; or a name in either language, however it is typed.
    """
    every = tuple(_entries(plan))
    id_ = _MARKS.sub("", said).strip().casefold().replace("-", "_")
    by_id = tuple(each for each in every if each.id.casefold() == id_)
    return by_id or tuple(each for each in every if is_called(each.name, said))


def is_called(name: Text, said: str) -> bool:
    """True where a reader means a name, whatever its case, blanks, composition and places of tone marks."""
    wanted = as_read(_MARKS.sub("", said))
    return bool(wanted) and wanted in map(as_read, name)


def _entries(plan: Plan) -> Iterator[Meant]:
    yield from (Meant("target", id_, each.name) for id_, each in plan.targets.items())
    yield from (Meant("indicator", id_, each.name) for id_, each in plan.indicators.items())
    figures = {id_: each.name for one in reversed(plan.rounds) for id_, each in one.figures.items()}
    yield from (Meant("figure", id_, name) for id_, name in figures.items())


def explained(plan: Plan, said: str) -> Meant:
    """The target or indicator that a reader wants explained; of a figure the indicator that rests on it.

    Several targets of one name are explained by their indicator, where it is the same of all.

    Raises:
        Refusal: There is none, or there are several.
    """
    found = meant(plan, said)
    common = _common_indicator(plan, found)
    for kind in KINDS:
        of_kind = [each for each in found if each.kind == kind]
        if len(of_kind) == 1 and kind != "figure":
            return of_kind[0]
        if len(of_kind) > 1 and kind != "figure":
            if common is None:
                raise _several(said, found)
            return Meant("indicator", common, plan.indicators[common].name)
    return _only(said, _resting(plan, found), plan)


def _common_indicator(plan: Plan, found: Iterable[Meant]) -> str | None:
    """The one indicator that all targets and indicators among some entries lead to; None where there is no such one."""
    named = [each for each in found if each.kind != "figure"]
    led = {each.id if each.kind == "indicator" else plan.targets[each.id].indicator for each in named}
    return led.pop() if len(led) == 1 else None


def indicator_named(plan: Plan, said: str) -> str:
    """The indicator that a reader means: itself, that of a target which it measures, or that rests on a figure.

    Raises:
        Refusal: There is none, or there are several.
    """
    found = meant(plan, said)
    ids = dict.fromkeys(_indicators(plan, found))
    if ids:
        return _only(said, [Meant("indicator", id_, plan.indicators[id_].name) for id_ in ids], plan).id
    targets = [each for each in found if each.kind == "target"]
    if targets:
        raise Refusal(
            Text("chưa có chỉ tiêu nào đo mục tiêu {wanted}", "no indicator measures the target {wanted}").fill(
                wanted=targets[0].id
            ),
            Text(
                "Xem cách đo: qt-ict targets --unmeasured.",
                "See how targets are measured: qt-ict targets --unmeasured.",
            ),
        )
    resting = _resting(plan, found)
    measured = {each.indicator for each in plan.targets.values() if each.measure != "proxy"}
    return _only(said, [each for each in resting if each.id in measured] or resting, plan).id


def _indicators(plan: Plan, found: Iterable[Meant]) -> Iterator[str]:
    """The indicators among some entries, and those of the targets among them."""
    for each in found:
        indicator = each.id if each.kind == "indicator" else None
        if each.kind == "target":
            indicator = plan.targets[each.id].indicator
        if indicator is not None:
            yield indicator


def _resting(plan: Plan, found: Iterable[Meant]) -> list[Meant]:
    """The indicators that rest on the figures among some entries."""
    figures = {each.id for each in found if each.kind == "figure"}
    return [
        Meant("indicator", id_, each.name)
        for id_, each in plan.indicators.items()
        if not figures.isdisjoint(each.figures)
    ]


def _only(said: str, found: list[Meant], plan: Plan) -> Meant:
    """The one entry that is meant.

    Raises:
        Refusal: There is none, or there are several.
    """
    if not found:
        raise unknown_name(plan, said)
    if len(found) > 1:
        raise _several(said, found)
    return found[0]


def _several(said: str, found: Iterable[Meant]) -> Refusal:
    """The refusal of a name that several entries have."""
    every = list(found)
    more = Text(" … và {n} mục nữa", " … and {n} more").fill(n=len(every) - MOST_LISTED)
    named = listed(f"{each.id} (" + KINDS[each.kind] + ": " + each.name + ")" for each in every[:MOST_LISTED])
    return Refusal(
        Text("{said} có thể là {n} mục khác nhau", "{said} may be any of {n} entries").fill(said=said, n=len(every)),
        Text("Dùng một mã: ", "Use an id: ") + named + (more if len(every) > MOST_LISTED else "") + ".",
    )


def unknown_name(plan: Plan, said: str) -> Refusal:
    """The refusal of a name that no target and no indicator has."""
    known = {**plan.targets, **plan.indicators}
    kind = Text("chỉ tiêu hay mục tiêu", "indicator or target")
    return unknown(kind, said, {id_: each.name for id_, each in known.items()}, "qt-ict targets, qt-ict show")


def known(kind: Text, said: str | None, entries: Mapping[str, Named]) -> str | None:
    """The id of an entry given by id or by name; None where none is given.

    Raises:
        Refusal: There is no such entry, or there are several.
    """
    if said is None:
        return None
    wanted = said.strip().casefold().replace("-", "_")
    by_id = [id_ for id_ in entries if id_.casefold() == wanted]
    found = by_id or [id_ for id_, entry in entries.items() if is_called(entry.name, said)]
    if not found:
        raise unknown(kind, said, {id_: entry.name for id_, entry in entries.items()})
    if len(found) > 1:
        raise Refusal(
            Text("có nhiều {kind} tên là {said}", "several entries of the kind {kind} are called {said}").fill(
                kind=kind, said=said
            ),
            Text("Dùng một mã: {ids}.", "Use an id: {ids}.").fill(ids=", ".join(found)),
        )
    return found[0]
