"""The versions of targets: what every document makes of them, and what is in force side by side."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from qt_ict.engine.evidence import unit_of
from qt_ict.engine.observations import EVERY_ROUND, Observation, Observed, observed, views
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
    begins: Observation | None = None
    """The first value of the stretch by which it is judged, whatever ``from`` names; None without one, and of a sum."""

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
    measured = _measured(plan)
    for name, target in plan.targets.items():
        at = ("targets", name)
        since = target.date or plan.identity.date
        said = _lines(plan, target, measured)
        yield TargetVersion(name, at, since, target, target, *said, _begins(plan, target, measured))
        for index, revision in enumerate(target.revisions):
            revised = target.revised(revision)
            stated = (*at, "revisions", index), revision.date, revision, revised
            yield TargetVersion(name, *stated, *_lines(plan, revised, measured), _begins(plan, revised, measured))


def _lines(plan: Plan, target: Target, known: Mapping[str, Observed]) -> tuple[tuple[Threshold, ...], Reason | None]:
    """What would meet a target, at either end of a baseline that it is computed from; else why there is none."""
    better = plan.indicators[target.indicator].better if target.indicator else "higher"
    measured = known.get(target.indicator or "")
    if target.from_baseline is None or measured is None:
        line = threshold(target, better, whole=all_meant(plan, target))
        return ((line,) if line else ()), None
    own = target.measure != "proxy" and unit_of(plan, target) == plan.indicators[target.indicator or ""].unit
    base = _reckoned_from(plan, target, measured)
    if not own or isinstance(base, Reason):
        return (), base if own and isinstance(base, Reason) else None
    found = (threshold(target, better, Fraction(end or 0)) for end in dict.fromkeys(base.ends))
    return tuple(line for line in found if line), None


def _reckoned_from(plan: Plan, target: Target, measured: Observed) -> Outcome:
    """The value that a target is computed from; the reason without one, and where it is known from one side only."""
    base = _reckoned_by(plan, target, measured)
    if isinstance(base, Reason) or isinstance(base.value.outcome, Reason):
        return base if isinstance(base, Reason) else Reason.NO_REFERENCE_VALUE
    return Reason.BASELINE_UNBOUNDED if None in base.value.outcome.ends else base.value.outcome


def _reckoned_by(plan: Plan, target: Target, measured: Observed) -> Observation | Reason:
    """The observation that a target is computed from, in the stretch that counts when it is due."""
    last = max(target.last_days, default=None)
    passed = last is not None and last <= plan.rounds[-1].round.date
    yearly = target.due is not None and target.due.kind == "yearly"
    found = measured.latest_year if yearly else measured
    indicator = plan.indicators[target.indicator or ""]
    return reckoned_by(found, indicator, target, found.stretch_on(last if passed else None))


def _begins(plan: Plan, target: Target, measured: Mapping[str, Observed]) -> Observation | None:
    """The first value of the stretch by which a target is judged."""
    if target.indicator is None:
        return None
    found = _reckoned_by(plan, target.model_copy(update={"since": None}), measured[target.indicator])
    return found if isinstance(found, Observation) else None


def _measured(plan: Plan) -> dict[str, Observed]:
    """What all rounds say of every indicator that a target names."""
    names = dict.fromkeys(each.indicator for each in plan.targets.values() if each.indicator)
    seen = views(plan, EVERY_ROUND)
    return {name: observed(seen, plan.indicators[name], EVERY_ROUND) for name in names}


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
