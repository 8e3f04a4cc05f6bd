"""Which findings a reader asks for: by code, and by what has changed."""

import os
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from qt_ict.checks.rules import RULES
from qt_ict.checks.validation import validation
from qt_ict.diagnostics.finding import LONGEST_ASKED, Finding, Place, Rule, excerpt
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded

Known = tuple[str, tuple[str | int, ...], tuple[int | Decimal | str, ...]]
"""What makes two findings of two versions of a plan the same: code, key path, numbers."""


def known(finding: Finding) -> Known:
    """What makes a finding the same in another version of its plan."""
    return finding.rule.code, finding.at, finding.seen


def found_in(loaded: Loaded | None) -> frozenset[Known] | None:
    """Everything that is found in a version of a plan; None where it could not be loaded."""
    return frozenset(map(known, validation(loaded).findings)) if loaded else None


class Scope(NamedTuple):
    """Which findings a reader asks for. A plan that cannot be loaded is always said."""

    select: tuple[str, ...] = ()
    """Codes or their beginnings; empty takes all."""
    ignore: tuple[str, ...] = ()
    """Codes or their beginnings."""
    changed: frozenset[Path] | None = None
    """Only findings that touch one of these files, or are not known; None takes all."""
    known: Mapping[Path, frozenset[Known] | None] = {}
    """What was found in every folder before the files changed; None where the plan could not be loaded then."""

    def holds(self, finding: Finding, folder: Path) -> bool:
        """Whether a finding in the plan of a folder is asked for."""
        if not self.names(finding.rule):
            return False
        before = self.known.get(folder)
        return self.changed is None or before is None or known(finding) not in before or _touches(finding, self.changed)

    def names(self, rule: Rule) -> bool:
        """Whether the findings of a rule are asked for."""
        selected = not self.select or rule.code.startswith(self.select)
        return selected and not (self.ignore and rule.code.startswith(self.ignore))


def _touches(finding: Finding, changed: frozenset[Path]) -> bool:
    return any(Path(os.path.realpath(place.file)) in changed for place in places(finding))


def places(finding: Finding) -> Iterator[Place]:
    """Every place that takes part in a finding, its own first."""
    yield finding.place
    yield from (side.place for side in finding.sides)


def scope(
    select: Iterable[str],
    ignore: Iterable[str],
    changed: frozenset[Path] | None,
    known: Mapping[Path, frozenset[Known] | None] | None = None,
) -> Scope:
    """The findings asked for, codes and prefixes checked.

    Args:
        select: Codes or their beginnings, several of them separated by commas.
        ignore: The same.
        changed: Files that findings must touch, unless they are new.
        known: What was found in every folder before these files changed.

    Raises:
        Refusal: No code begins so.
    """
    return Scope(_prefixes(select), _prefixes(ignore), changed, known or {})


def _prefixes(given: Iterable[str]) -> tuple[str, ...]:
    found = tuple(each.strip().upper() for listed in given for each in listed.split(","))
    for prefix in found:
        if not prefix or not any(code.startswith(prefix) for code in RULES):
            raise Refusal(
                Text("không có mã nào bắt đầu bằng “{prefix}”", "no code begins with “{prefix}”").fill(
                    prefix=excerpt(prefix, LONGEST_ASKED)
                ),
                Text(
                    "Viết QT401, hoặc QT4 cho cả nhóm; xem: qt-ict explain QT.",
                    "Write QT401, or QT4 for the group; see: qt-ict explain QT.",
                ),
            )
    return found
