"""One target in one of its due years: what is promised, and what the rounds say of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Self

from qt_ict.arithmetic.durations import in_year_until, months_later, years_between
from qt_ict.arithmetic.interval import ANY, Interval, Number
from qt_ict.engine.duties import longest_fresh
from qt_ict.engine.observations import Incomplete, Observation, Observed
from qt_ict.engine.reasons import Reason
from qt_ict.engine.reckoning import reckoned_by
from qt_ict.engine.thresholds import Status, Threshold, threshold
from qt_ict.engine.values import narrowed
from qt_ict.engine.whole_meant import all_meant
from qt_ict.model.due import Waypoint
from qt_ict.model.indicators import Indicator, Unit
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Revision, Target

TargetYear = tuple[str, int | None, date | None]
"""A target, the calendar year it is listed under, and the day of a milestone of it where that is meant."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """A target in one of its due years, and every value that speaks of it."""

    plan: Plan
    """The plan, its targets as first stated."""
    id: str
    """Id of the target."""
    year: int | None
    """Calendar year the target is listed under; None without one."""
    measured: Observed | None
    """What the rounds say of its indicator; None without one."""
    day: date
    """The day up to which things are known."""
    asked: date | None = None
    """Date of the one round that was asked for; None where all count."""
    rates: Mapping[str, Fraction] = field(default_factory=dict)
    """Assumed growth of denominators [1/year], by figure."""
    milestone: Waypoint | None = None
    """The milestone of the target that is meant; None for what the target itself promises."""
    supposed: Observation | None = None
    """The year that a target of every year is reckoned from, as if it came to one number; None where nothing is."""

    @property
    def key(self) -> TargetYear:
        """What tells it from every other target, due year and milestone of the plan."""
        return self.id, self.year, self.milestone.day if self.milestone else None

    @cached_property
    def first(self) -> Target:
        """The target as first stated; of a milestone, what is promised for its date."""
        whole = self.plan.targets[self.id]
        return whole.on_the_way(self.milestone) if self.milestone else whole

    @cached_property
    def target(self) -> Target:
        """The version that counts: in force when it was due, or on the last day known."""
        return self.first.in_force(self.then)

    @cached_property
    def revision(self) -> Revision | None:
        """What made that version of the first one; None where the first still counts."""
        return self.first.revision(self.then)

    @property
    def document(self) -> str:
        """Number of the document that states that version."""
        return self.revision.document if self.revision else self.first_document

    @property
    def first_document(self) -> str:
        """Number of the document that first states the target."""
        return self.first.document or self.plan.identity.number

    @property
    def indicator(self) -> Indicator:
        """The indicator that measures it, or the related one of a proxy; asked only where the target names one."""
        return self.plan.indicators[self.first.indicator or ""]

    @property
    def unit(self) -> Unit:
        """Unit of measure of that indicator."""
        return self.plan.units[self.indicator.unit]

    @property
    def due_day(self) -> date | None:
        """The last day on which it is met in time; None without a due date."""
        due = self.first.due
        return due.last_day(self.year) if due and self.year is not None else None

    @cached_property
    def line(self) -> Threshold | None:
        """What meets the version that counts; None where words carry no number, and where ``cases`` differ in it."""
        return self.line_of(self.target)

    def line_of(self, version: Target) -> Threshold | None:
        """What meets a version of the target; None where words carry no number, and where ``cases`` differ in it."""
        if version.indicator is None:
            return threshold(version, "higher")
        base = self.reckoned_from(version)
        number = Fraction(base.low) if base and base.is_point and base.low is not None else None
        whole = all_meant(self._seen, version) if version.comparator == "all" else None
        found = threshold(version, self.indicator.better, number, whole)
        if found is None or not self._may_be(found.number, version, base):
            return None
        if found.limit is None or self.observed is None:
            return found
        outcome = self.observed.value.outcome
        return found.deciding(outcome) if isinstance(outcome, Interval) else found

    @property
    def _seen(self) -> Plan:
        """The plan in the round whose value counts; as it is where none does."""
        counts = self.observed or self.latest
        return counts.plan if counts else self.plan

    def _may_be(self, number: Fraction, version: Target, base: Interval | None) -> bool:
        """Whether a unit of measure has such a number, and of a part of the baseline whether it means anything."""
        if number >= 0:
            return base is None or base.low is None or base.low >= 0 or not _is_part(version)
        return self.unit.negative and not _is_part(version)

    def reckoned_from(self, version: Target) -> Interval | None:
        """The first value, where a version is said by it [unit]; None without one, or where it is of something else."""
        base = self.reckoning(version)
        if version.from_baseline is None or version.measure == "proxy" or base is None:
            return None
        return value_of(base) if unit_of(self.plan, version) == self.indicator.unit else None

    def reckoning(self, version: Target) -> Observation | None:
        """The value that a version is reckoned from which is said by it: the first, or that of the date it names."""
        found = self._reckoned_by(version)
        return None if isinstance(found, Reason) else found

    def _reckoned_by(self, version: Target) -> Observation | Reason:
        """That value, or why there is none."""
        if self.measured is None or isinstance(self.measured.counting, Reason):
            return Reason.NO_REFERENCE_VALUE
        found = reckoned_by(self.measured, self.indicator, version, self._stretch)
        supposed = self.supposed
        same = isinstance(found, Observation) and supposed is not None and supposed.date == found.date
        return supposed if supposed is not None and same else found

    def without_line(self, version: Target) -> Reason:
        """Why a version draws no line, where the value is known and of the target's own unit."""
        base = self.reckoned_from(version)
        found = self._reckoned_by(version) if version.from_baseline else None
        if isinstance(found, Reason):
            return found
        if base is None and version.comparator == "all":
            return Reason.NO_WHOLE
        if base is None:
            return Reason.UNIT_MISMATCH if version.from_baseline else Reason.NO_THRESHOLD
        if self.unit.negative and _is_part(version) and None not in base.ends:
            return Reason.NEGATIVE
        return Reason.BASELINE_UNBOUNDED if None in base.ends else Reason.BELOW_ZERO

    @cached_property
    def cases(self) -> tuple[Self, ...]:
        """The same with its baseline at either end, where a target is reckoned from one that is a range; else itself.

        Whatever follows rises or falls with the baseline, so both ends tell all of it, and in each of them the baseline
        is one number wherever it stands: in the target, in the first value, in the latest value if that is the same.
        """
        known = self.reckoned_from(self.target) or self.reckoned_from(self.first)
        if known is None or known.low is None or known.high is None or known.is_point:
            return (self,)
        return self._with_baseline(known.low), self._with_baseline(known.high)

    @property
    def turns(self) -> tuple[Self, ...]:
        """The cases, and between them the values of the baseline at which a status may become another, in their order.

        It turns where a later value is just what is promised, or just the baseline; each stretch between is asked once.
        """
        known = self.reckoned_from(self.target) or self.reckoned_from(self.first)
        if len(self.cases) == 1 or known is None:
            return self.cases
        low, high = (Fraction(end or 0) for end in known.ends)
        inside = sorted({each for each in self._turning_points() if low < each < high})
        between = [(one + other) / 2 for one, other in pairwise((low, *inside, high))]
        return self.cases[0], *map(self._with_baseline, sorted([*inside, *between])), self.cases[-1]

    def _turning_points(self) -> Iterator[Fraction]:
        """The baselines that equal a later value, or of which that is what a version makes [unit]."""
        others = [each for each in self.history if each is not self._reckoned_observation]
        ends = [Fraction(end) for each in others for end in value_of(each).ends if end is not None]
        yield from ends
        for said in (self.target.from_baseline, self.first.from_baseline):
            if said is not None:
                yield from (each for end in ends if (each := said.baseline_of(end)) is not None)

    @property
    def _reckoned_observation(self) -> Observation | None:
        """The value that the target, or else its first version, is reckoned from."""
        version = self.target if self.target.from_baseline else self.first
        return self.reckoning(version)

    @cached_property
    def lines(self) -> tuple[Threshold, ...]:
        """What meets the version that counts in each of the cases; none where one of them draws no line."""
        found = tuple(case.line for case in self.cases)
        return tuple(line for line in found if line) if all(found) else ()

    def reckoned(self, version: Target) -> tuple[Fraction, ...]:
        """What follows for a version that names no number of its own [unit]; two numbers where that is a range.

        From the baseline for one that is said by it, from the whole for "all" of things that are counted.
        """
        if version.comparator == "all":
            line = self.line_of(version) if version.indicator is not None and self.unit.kind != "share" else None
            return () if line is None or version.measure == "proxy" else (line.number,)
        found = [case.line_of(version) for case in self.cases if version.from_baseline]
        return tuple(dict.fromkeys(line.number for line in found if line)) if all(found) else ()

    def _with_baseline(self, number: Number) -> Self:
        """The same as if the baseline had one value [unit]."""
        first, measured = self._reckoned_observation, self.measured
        assert first is not None and measured is not None, "asked only where there is a baseline"
        supposed = first._replace(value=narrowed(first.value, number))
        if measured.adds_up:
            return replace(self, supposed=supposed)
        every = tuple(supposed if each is first else each for each in measured.all)
        counting = supposed if measured.counting is first else measured.counting
        return replace(self, measured=measured._replace(counting=counting, all=every))

    @cached_property
    def _of_every_stretch(self) -> tuple[Observation, ...]:
        """The values that mean what the plan means, by date and round, whenever they were counted anew."""
        every = self.measured.comparable if self.measured else ()
        return tuple(each for each in every if isinstance(each.value.outcome, Interval))

    @cached_property
    def comparable(self) -> tuple[Observation, ...]:
        """Those of them that can be compared: of the stretch that counts when it is due, or on the last day known."""
        if self.measured is None:
            return ()
        return tuple(each for each in self._of_every_stretch if each.stretch == self._stretch)

    @property
    def _stretch(self) -> int:
        """The stretch that counts when it is due, or on the last day known."""
        return self.measured.stretch_on(self.due_day if self.passed else None) if self.measured else 0

    @property
    def broken_off(self) -> tuple[Observation, ...]:
        """The values before its figures were counted anew, oldest first: they stay visible and are not compared."""
        compared = self.comparable
        before = (each for each in self._of_every_stretch if compared and each.stretch < compared[0].stretch)
        return tuple(each for each in before if not each.is_beginning)

    @cached_property
    def history(self) -> tuple[Observation, ...]:
        """Those of them that count, oldest first: of two of one date the later published."""
        counts = self.measured is not None and isinstance(self.measured.counting, Observation)
        return tuple({each.date: each for each in self.comparable}.values()) if counts else ()

    @property
    def baseline(self) -> Observation | None:
        """The first value that can be compared; None without one."""
        return self.history[0] if self.history else None

    @property
    def latest(self) -> Observation | None:
        """The latest value that can be compared; None without one."""
        return self.history[-1] if self.history else None

    @property
    def now(self) -> date:
        """The day that everything to come is counted from: of a round asked for its own, else the last day known."""
        return self.asked or self.day

    @property
    def ahead(self) -> Fraction | None:
        """Time from that day, or from a value after it, to the due date [years]; None without a due year."""
        if self.due_day is None:
            return None
        counted = self.observed if self.asked else self.latest
        return years_between(max(self.now, counted.date) if counted else self.now, self.due_day)

    @property
    def stale(self) -> bool:
        """True where the latest value is too old to speak of the present."""
        return self.latest is not None and is_stale(self.plan, self.latest.date, self.now)

    @property
    def passed(self) -> bool:
        """True where the due year is over, or a value is dated so."""
        counts = self.measured is not None and isinstance(self.measured.counting, Observation)
        known = max([self.day, *(each.date for each in (self._of_every_stretch if counts else ()))])
        return self.due_day is not None and self.due_day <= known

    @cached_property
    def then(self) -> date:
        """The day whose version of the target counts: the due day where it has passed, else the last day known.

        Of a round asked for, its own day is the last one known.
        """
        if self.asked:
            return min(self.asked, self.due_day or self.asked)
        return self.due_day if self.due_day and self.passed else self.day

    @cached_property
    def counting(self) -> Observation | Reason:
        """The value that the distance to the target is measured from, or why there is none."""
        return self.measured.when_due(self.due_day or self._last_named) if self.measured else Reason.NO_BASELINE

    @property
    def _last_named(self) -> date | None:
        """The end of the last year that a target of every year names; None where it goes on, and of any other."""
        due = self.first.due
        return due.last_day(due.years[-1]) if due and due.kind == "yearly" and due.years else None

    def at_ceiling(self, line: Threshold, observed: Observation) -> Reason | None:
        """Why there is no pace under a ceiling of things that add up: it is open, or they are above it; else None.

        Args:
            line: What meets the target.
            observed: What they come to on a day.
        """
        ceiling = line if not line.upward else line.turned if line.limit is not None else None
        last = self._last_of_period
        if self.measured is None or not self.measured.adds_up or ceiling is None or observed.date == last:
            return None
        own = ceiling._replace(limit=None)
        above = not self.unit.negative and own.status(value_of(observed)) == "not_met"
        if above and (last is None or observed.date < last):
            return Reason.ABOVE_CEILING
        possible = self.sum_when_due
        if possible is not None:
            return Reason.NOT_OBSERVED_WHEN_DUE if own.status(possible) == "undecided" else None
        return None if last is not None and observed.date > last else Reason.PERIOD_NOT_OVER

    @property
    def _last_of_period(self) -> date | None:
        """The last day of what adds up for the target: of one that is due every year that of the year counted."""
        if self.due_day is not None or self.measured is None:
            return self.due_day
        yearly = self.first.due is not None and self.first.due.kind == "yearly"
        return date(self.measured.all[0].date.year + 1, 12, 31) if yearly else None

    @cached_property
    def sum_when_due(self) -> Interval | None:
        """What things that add up may have come to on a due day that is over [unit]; None of any other target.

        Without a value of that day no less than before it and no more than after; what may be negative goes both ways.
        """
        due = self.due_day
        if due is None or not self.passed or self.measured is None or not self.measured.adds_up:
            return None
        before = [value_of(each) for each in self.history if each.date <= due][-1:]
        after = [value_of(each).high for each in self.history if each.date > due][:1]
        if before and self.is_observed_when_due:
            return before[0]
        if self.unit.negative:
            return ANY
        return Interval(before[0].low if before else 0, after[0] if after else None)

    @property
    def is_observed_when_due(self) -> bool:
        """True where there is a value of the due day itself."""
        return any(each.date == self.due_day for each in self.history)

    def status_by(self, line: Threshold, observed: Observation) -> Status:
        """Whether a value that is known meets a target; undecided while more may be added to it.

        Of a sum whose due day is over what it may have come to on that day decides.
        """
        if self.sum_when_due is not None:
            return line.status(self.sum_when_due)
        is_open = self.at_ceiling(line, observed) not in (None, Reason.ABOVE_CEILING)
        return "undecided" if is_open else line.status(value_of(observed))

    @property
    def observed(self) -> Observation | None:
        """That value where there is one."""
        return self.counting if isinstance(self.counting, Observation) else None

    @property
    def judged_by(self) -> Observation | None:
        """The value that the pace is judged by: the last of the due year where that is over, else the latest."""
        due = self.due_day if self.passed else None
        found = [each for each in self.history if due is None or in_year_until(each.date, due)]
        return found[-1] if found else None

    @property
    def set_aside(self) -> tuple[Observation, ...]:
        """Values that count something else."""
        return self.measured.set_aside if self.measured else ()

    @property
    def incomplete(self) -> tuple[Incomplete, ...]:
        """Later rounds that lack a figure of the indicator."""
        return self.measured.incomplete if self.measured else ()

    @property
    def replaced(self) -> tuple[Observation, ...]:
        """Values of a date for which a later round published another."""
        return tuple(each for each in self.comparable if each not in self.history) if self.history else ()

    @property
    def not_computed(self) -> tuple[Observation, ...]:
        """The rounds after the latest value that have every figure, and yet no value follows from them."""
        every = self.measured.all if self.measured and self.latest else ()
        return tuple(
            each
            for each in every
            if isinstance(each.value.outcome, Reason) and self.latest and each.date > self.latest.date
        )


def unit_of(plan: Plan, target: Target) -> str | None:
    """The unit of measure of a target: its own, else that of what measures it itself; % for "all" without one."""
    if target.unit:
        return target.unit
    if target.indicator is None or target.measure == "proxy":
        return "%" if target.comparator == "all" else None
    return plan.indicators[target.indicator].unit


def _is_part(version: Target) -> bool:
    """True where a target is said as a part or a multiple of the baseline."""
    return version.from_baseline is not None and version.from_baseline.way in ("times", "per_cent")


def is_stale(plan: Plan, value: date, now: date) -> bool:
    """True where a value of a day is too old to speak of another."""
    return now > last_fresh(plan, value)


def last_fresh(plan: Plan, value: date) -> date:
    """The last day on which a value of a day speaks of the present."""
    return months_later(value, int(longest_fresh(plan) * 12))


def value_of(observation: Observation) -> Interval:
    """The value of an observation that has one."""
    assert isinstance(observation.value.outcome, Interval), "only such observations are compared"
    return observation.value.outcome
