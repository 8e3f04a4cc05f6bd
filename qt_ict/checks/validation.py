"""A loaded plan to findings: every check in one run, accepted exceptions apart, places looked up."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from qt_ict.checks.check import Check, Found
from qt_ict.checks.exceptions import EXCEPTION_WITHOUT_FINDING, accepts, to_accept
from qt_ict.checks.facts import Facts
from qt_ict.checks.rules import CHECKS, RULES
from qt_ict.diagnostics.finding import Finding, Place, Side
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.loading.sections import ROUND, SECTIONS
from qt_ict.model.entry import Acceptable, Accepted
from qt_ict.model.plan import NOTHING
from qt_ict.nearest import suggestion
from qt_ict.positions import MarkedText, Path


class Acceptance(NamedTuple):
    """A finding that the data explain, and how."""

    finding: Finding
    why: Text


class Validation(NamedTuple):
    """What is wrong with a plan, in the order of its files."""

    findings: tuple[Finding, ...]
    accepted: tuple[Acceptance, ...]


Exceptions = Mapping[Path, Mapping[str, Accepted]]
"""The exceptions accepted at every entry that has any, by its key path and their codes."""


def validation(loaded: Loaded) -> Validation:
    """Everything the checks find in a plan, round by round where they look at one round.

    Args:
        loaded: The plan, seen in its baseline, with the places of its entries.
    """
    rounds = Facts(loaded.plan).rounds
    exceptions = dict(accepted_at(rounds))
    findings: list[Finding] = []
    accepted: list[Acceptance] = []
    answered: set[Path] = set()
    for check, found in _found(rounds):
        entry = _entry(found.at)
        exception = exceptions.get(entry, {}).get(check.rule.code) if check.acceptable else None
        if exception is not None:
            answered.add((*entry, check.rule.code))
        if exception is not None and accepts(exception.seen, found):
            accepted.append(Acceptance(_finding(loaded, check, found), exception.why))
        elif exception is None or _leaves(loaded, _in_file(entry)):
            findings.append(_finding(loaded, check, found, outdated=exception))
    findings += _left_over(loaded, exceptions, answered)
    place = _order(loaded)
    return Validation(
        tuple(in_order(findings, loaded)),
        tuple(sorted(accepted, key=lambda each: (place(each.finding.place), each.finding.rule.code))),
    )


def _found(rounds: Sequence[Facts]) -> Iterator[tuple[Check, Found]]:
    """What the checks find, by key paths that tell rounds apart."""
    for facts in rounds:
        for check in CHECKS:
            undated = facts.plan.unread.undated and check.rule.code in _BY_DATES
            if (check.every_round or not facts.later) and not undated:
                found = (each for each in check.breaks(facts) if not facts.is_of_another_round(each.at))
                yield from ((check, each._replace(at=facts.placed(each.at))) for each in found)


_BY_DATES = frozenset(("QT433", "QT434", "QT510", "QT701", "QT703", "QT704", "QT705", "QT706", "QT709"))
"""Checks that rest on when the baseline was measured."""


def accepted_at(rounds: Sequence[Facts]) -> Iterator[tuple[Path, Mapping[str, Accepted]]]:
    """The entries of a plan at which something is accepted; of later rounds, those in their own files."""
    for facts in rounds:
        for section, known in (ROUND if facts.later else SECTIONS).items():
            if not issubclass(known.model, Acceptable):
                continue
            held: Any = facts.plan.identity if section == "plan" else getattr(facts.plan, section)
            entries: Mapping[Path, Acceptable] = (
                {(section,): held} if known.single else {(section, name): entry for name, entry in held.items()}
            )
            here = {at: entry for at, entry in entries.items() if not facts.is_of_another_round(at)}
            yield from ((facts.placed(at), entry.accept) for at, entry in here.items() if entry.accept)


def _entry(at: Path) -> Path:
    """The key path of the entry that holds a key path."""
    keys = _in_file(at)
    return tuple(at[: len(at) - len(keys) + (1 if SECTIONS[str(keys[0])].single else 2)])


def _in_file(at: Path) -> Path:
    """A key path as its file has it, without the id of a later round."""
    return at if at[0] in SECTIONS else at[1:]


def _source(loaded: Loaded, at: Path) -> MarkedText:
    """The file that a key path leads into."""
    return loaded.sources[str(at[0])] if at[0] in SECTIONS else loaded.rounds[str(at[0])]


def _finding(loaded: Loaded, check: Check, found: Found, outdated: Accepted | None = None) -> Finding:
    sides = [Side(_place(loaded, side.at), side.text, tuple(side.at)) for side in found.sides]
    if outdated is not None:
        numbers = ", ".join(map(str, outdated.seen))
        said = Text("đã chấp nhận với [{numbers}]", "accepted for [{numbers}]").fill(numbers=numbers)
        sides.append(Side(_place(loaded, (*_entry(found.at), "accept", check.rule.code)), said))
    place, seen = _place(loaded, found.at), to_accept(found) if check.acceptable else ()
    return Finding(check.rule, place, found.values, tuple(sides), tuple(found.at), seen)


def _place(loaded: Loaded, at: Path) -> Place:
    """The place of a key's value, or of its entry where the key is left out."""
    source, entry, key = _source(loaded, at), _in_file(_entry(at)), _in_file(at)
    if len(key) == len(entry) or not source.line_of(key):
        return source.place_of_key(entry)
    return source.place_of_value(key)


_ACCEPTABLE = frozenset(check.rule.code for check in CHECKS if check.acceptable)


def _leaves(loaded: Loaded, entry: Path) -> bool:
    """Whether an entry is as it would be if all of the plan could be read."""
    return loaded.plan.unread.leaves(str(entry[0]), str(entry[-1]))


def _left_over(loaded: Loaded, exceptions: Exceptions, answered: set[Path]) -> Iterator[Finding]:
    """Exceptions that accept nothing; of a plan with faults, those that no mending will give something to accept."""
    whole = loaded.plan.unread == NOTHING
    for entry, accepted in exceptions.items():
        for code in accepted:
            if (*entry, code) not in answered and (whole or code not in _ACCEPTABLE):
                at = (*entry, "accept", code)
                place = _source(loaded, at).place_of_key(_in_file(at))
                near = EMPTY if code in RULES else _nearest(code)
                yield Finding(EXCEPTION_WITHOUT_FINDING, place, {"code": code, "nearest": near}, at=at)


@cache
def _nearest(code: str) -> Text:
    """The codes that resemble one that does not exist, looked up once."""
    return suggestion(code, RULES)


def in_order(findings: Iterable[Finding], loaded: Loaded) -> list[Finding]:
    """Findings as a reader meets them, file by file; what concerns no file of the plan first."""
    place = _order(loaded)
    return sorted(findings, key=lambda each: (place(each.place), each.rule.code))


def _order(loaded: Loaded) -> Callable[[Place], tuple[int, int, int]]:
    """The key that sorts places as a reader meets them."""
    sources = (*loaded.sources.values(), *loaded.rounds.values())
    files = {file: index for index, file in enumerate(dict.fromkeys(source.file for source in sources))}
    return lambda place: (files.get(place.file, -1), place.line, place.column)
