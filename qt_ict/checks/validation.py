"""A loaded plan to findings: every check in one run, accepted exceptions apart, places looked up."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from qt_ict.checks.catalogue import CHECKS, RULES
from qt_ict.checks.check import Check, Found
from qt_ict.checks.exceptions import EXCEPTION_WITHOUT_FINDING, accepts, to_accept
from qt_ict.checks.facts import Facts
from qt_ict.diagnostics.finding import Finding, Place, Side
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.loading.schema import SECTIONS
from qt_ict.model.entry import Accepted, Listed
from qt_ict.model.plan import Plan
from qt_ict.nearest import suggestion
from qt_ict.positions import Path


class Acceptance(NamedTuple):
    """A finding that the data explain, and how."""

    finding: Finding
    why: Text


class Validation(NamedTuple):
    """What is wrong with a plan, in the order of its files."""

    findings: tuple[Finding, ...]
    accepted: tuple[Acceptance, ...]


def validation(loaded: Loaded) -> Validation:
    """Everything the checks find in a plan.

    Args:
        loaded: The plan with the places of its entries.
    """
    facts = Facts(loaded.plan)
    findings: list[Finding] = []
    accepted: list[Acceptance] = []
    answered: set[Path] = set()
    for check in CHECKS:
        for found in check.breaks(facts):
            entry, exceptions = _exceptions(loaded.plan, found.at)
            exception = exceptions.get(check.rule.code) if check.acceptable else None
            if exception is not None:
                answered.add((*entry, check.rule.code))
            if exception is not None and accepts(exception.seen, found):
                accepted.append(Acceptance(_finding(loaded, check, found), exception.why))
            else:
                findings.append(_finding(loaded, check, found, outdated=exception))
    findings += _left_over(loaded, answered)
    place = _order(loaded)
    return Validation(
        tuple(sorted(findings, key=lambda each: (place(each.place), each.rule.code))),
        tuple(sorted(accepted, key=lambda each: (place(each.finding.place), each.finding.rule.code))),
    )


def _exceptions(plan: Plan, at: Path) -> tuple[Path, Mapping[str, Accepted]]:
    """The key path of the entry that holds a key path, and the exceptions accepted there."""
    section = str(at[0])
    if SECTIONS[section].single:
        single: Listed = plan.identity if section == "plan" else getattr(plan, section)
        return at[:1], single.accept
    entries: Mapping[str, Listed] = getattr(plan, section)
    return at[:2], entries[str(at[1])].accept


def _finding(loaded: Loaded, check: Check, found: Found, outdated: Accepted | None = None) -> Finding:
    sides = [Side(_place(loaded, side.at), side.text) for side in found.sides]
    if outdated is not None:
        entry, _ = _exceptions(loaded.plan, found.at)
        numbers = ", ".join(map(str, outdated.seen))
        said = Text("đã chấp nhận với [{numbers}]", "accepted for [{numbers}]").fill(numbers=numbers)
        sides.append(Side(_place(loaded, (*entry, "accept", check.rule.code)), said))
    place, seen = _place(loaded, found.at), to_accept(found) if check.acceptable else ()
    return Finding(check.rule, place, found.values, tuple(sides), tuple(found.at), seen)


def _place(loaded: Loaded, at: Path) -> Place:
    """The place of a key's value, or of its entry where the key is left out."""
    source = loaded.sources[str(at[0])]
    entry = at[: 1 if SECTIONS[str(at[0])].single else 2]
    if len(at) == len(entry) or not source.line_of(at):
        return source.place_of_key(entry)
    return source.place_of_value(at)


def _left_over(loaded: Loaded, answered: set[Path]) -> Iterator[Finding]:
    """Exceptions that accept nothing."""
    for at, entry in _listed(loaded.plan):
        for code in entry.accept:
            if (*at, code) not in answered:
                place = loaded.sources[at[0]].place_of_key((*at, "accept", code))
                near = EMPTY if code in RULES else _nearest(code)
                yield Finding(
                    EXCEPTION_WITHOUT_FINDING, place, {"code": code, "nearest": near}, at=(*at, "accept", code)
                )


@cache
def _nearest(code: str) -> Text:
    """The codes that resemble one that does not exist, looked up once."""
    return suggestion(code, RULES)


def _listed(plan: Plan) -> Iterator[tuple[tuple[str, ...], Listed]]:
    """Every entry of a plan with its key path."""
    yield ("plan",), plan.identity
    yield ("round",), plan.round
    for section, known in SECTIONS.items():
        if not known.single:
            entries: Mapping[str, Listed] = getattr(plan, section)
            yield from (((section, name), entry) for name, entry in entries.items())


def _order(loaded: Loaded) -> Callable[[Place], tuple[int, int, int]]:
    """The key that sorts places as a reader meets them."""
    files = list(dict.fromkeys(source.file for source in loaded.sources.values()))
    return lambda place: (files.index(place.file), place.line, place.column)
