"""The versions of targets: what every document makes of them, and what is in force side by side."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from qt_ict.engine.evidence import unit_of
from qt_ict.engine.observations import EVERY_ROUND, Observed, observed, views
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.reckoning import reckoned_by
from qt_ict.engine.thresholds import Threshold, threshold
from qt_ict.engine.whole_meant import all_meant
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
    lines: tuple[Threshold, ...]
    """What would meet it; none where its words carry no number, one for either end of a baseline that it is computed
    from and that is a range."""
    reason: Reason | None = None
    """Why there is no value that it could be computed from; None where there is one, and of any other version."""

    @property
    def line(self) -> Threshold | None:
        """What would meet it where that is one number."""
        return self.lines[0] if len(self.lines) == 1 else None

    @property
    def quantity_at(self) -> tuple[Key, ...]:
        """Key path of its number; of its comparator where it has none."""
        keys = (key for key in ("value", "from_baseline") if getattr(self.words, key) is not None)
        return *self.at, next(keys, "comparator")

    @property
    def unit_at(self) -> tuple[Key, ...]:
        """Key path of its unit of measure; of its comparator where it names none."""
        return *self.at, "comparator" if self.words.unit is None else "unit"

    def said(self, plan: Plan) -> Text:
        """What it demands, and of a revision which document does."""
        demanded = target_text(plan, self.target, tuple(line.number for line in self.lines))
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
    baselines = _baselines(plan)
    for name, target in plan.targets.items():
        at = ("targets", name)
        since = target.date or plan.identity.date
        yield TargetVersion(name, at, since, target, target, *_lines(plan, target, baselines))
        for index, revision in enumerate(target.revisions):
            revised = target.revised(revision)
            lines = _lines(plan, revised, baselines)
            yield TargetVersion(name, (*at, "revisions", index), revision.date, revision, revised, *lines)


def _lines(
    plan: Plan, target: Target, baselines: Mapping[str, Observed]
) -> tuple[tuple[Threshold, ...], Reason | None]:
    """What would meet a target, at either end of a baseline that it is computed from; else why there is none."""
    better = plan.indicators[target.indicator].better if target.indicator else "higher"
    measured = baselines.get(target.indicator or "")
    if target.from_baseline is None or measured is None:
        line = threshold(target, better, whole=all_meant(plan, target))
        return ((line,) if line else ()), None
    own = target.measure != "proxy" and unit_of(plan, target) == plan.indicators[target.indicator or ""].unit
    known = _reckoned_from(plan, target, measured)
    if not own or isinstance(known, Reason):
        return (), known if own and isinstance(known, Reason) else None
    found = (threshold(target, better, Fraction(end or 0)) for end in dict.fromkeys(known.ends))
    return tuple(line for line in found if line), None


def _reckoned_from(plan: Plan, target: Target, measured: Observed) -> Outcome:
    """The value that a target is computed from; the reason without one, and where it is known from one side only."""
    indicator = plan.indicators[target.indicator or ""]
    last = max(target.last_days, default=None)
    passed = last is not None and last <= plan.rounds[-1].round.date
    yearly = target.due is not None and target.due.kind == "yearly"
    found = measured.latest_year if yearly else measured
    base = reckoned_by(found, indicator, target, found.stretch_on(last if passed else None))
    if isinstance(base, Reason) or isinstance(base.value.outcome, Reason):
        return base if isinstance(base, Reason) else Reason.NO_REFERENCE_VALUE
    return Reason.BASELINE_UNBOUNDED if None in base.value.outcome.ends else base.value.outcome


def _baselines(plan: Plan) -> dict[str, Observed]:
    """What targets are computed from, by indicator; empty where none is."""
    names = {each.indicator for each in plan.targets.values() if _is_computed(each)}
    seen = views(plan, EVERY_ROUND) if names else ()
    return {name: observed(seen, plan.indicators[name], EVERY_ROUND) for name in names if name}


def _is_computed(target: Target) -> bool:
    """Whether a target is said by the baseline in some version."""
    return bool(target.from_baseline) or any(each.from_baseline for each in target.revisions)


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
