"""The versions of targets: what every document makes of them, and what is in force side by side."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from qt_ict.engine.thresholds import Threshold, threshold
from qt_ict.language import Text
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Revision, Target
from qt_ict.positions import Key
from qt_ict.wording.statements import target_text


class TargetVersion(NamedTuple):
    """A target as one document words it."""

    name: str
    """Id of the target."""
    at: tuple[Key, ...]
    """Key path of the first statement, or of the revision."""
    since: date
    """Date of the document."""
    words: Target | Revision
    """What stands there."""
    target: Target
    """The whole target in these words."""
    line: Threshold | None
    """What would meet it; None where its words carry no number."""

    @property
    def quantity_at(self) -> tuple[Key, ...]:
        """Key path of its number; of its comparator where it has none."""
        return *self.at, "comparator" if self.words.value is None else "value"

    @property
    def unit_at(self) -> tuple[Key, ...]:
        """Key path of its unit of measure; of its comparator where it names none."""
        return *self.at, "comparator" if self.words.unit is None else "unit"

    def said(self, plan: Plan) -> Text:
        """What it demands, and of a revision which document does."""
        demanded = target_text(plan, self.target)
        if not isinstance(self.words, Revision):
            return demanded
        return demanded + Text(" theo {document}", " as of {document}").fill(document=self.words.document)

    def in_full(self, plan: Plan) -> Text:
        """The target's name and what this version of it demands."""
        return self.target.name + ": " + self.said(plan)


class InForce(NamedTuple):
    """What is in force once the documents of a day are out."""

    day: date
    versions: tuple[TargetVersion, ...]
    """One of every target that is stated by then, in the order of the file."""


def versions(plan: Plan) -> Iterator[TargetVersion]:
    """Every version of every target, the first statement before its revisions."""
    for name, target in plan.targets.items():
        at = ("targets", name)
        better = plan.indicators[target.indicator].better if target.indicator else "higher"
        since = target.date or plan.identity.date
        yield TargetVersion(name, at, since, target, target, threshold(target, better))
        for index, revision in enumerate(target.revisions):
            revised = target.revised(revision)
            line = threshold(revised, better)
            yield TargetVersion(name, (*at, "revisions", index), revision.date, revision, revised, line)


def in_force(found: Iterable[TargetVersion]) -> Iterator[InForce]:
    """What is in force on every day on which a document states or revises a target, oldest first."""
    targets = by_target(found)
    for day in sorted({each.since for target in targets for each in target}):
        stated = ([each for each in target if each.since <= day] for target in targets)
        yield InForce(day, tuple(max(each, key=_since) for each in stated if each))


def _since(version: TargetVersion) -> tuple[date, bool]:
    """What decides which version is in force; of one day, a revision before the statement it revises."""
    return version.since, isinstance(version.words, Revision)


def by_target(found: Iterable[TargetVersion]) -> list[tuple[TargetVersion, ...]]:
    """Versions target by target, as they follow each other."""
    return [tuple(group) for _, group in groupby(found, key=attrgetter("name"))]


def together(pairs: Iterable[tuple[TargetVersion, TargetVersion]]) -> Iterator[list[TargetVersion]]:
    """Versions of each target with those they are held against, each once."""
    found: dict[str, dict[tuple[Key, ...], TargetVersion]] = {}
    for one, other in pairs:
        found.setdefault(one.name, {}).update({one.at: one, other.at: other})
    return (list(each.values()) for each in found.values())
