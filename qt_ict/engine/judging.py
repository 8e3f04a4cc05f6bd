"""The values of one target through the rounds, and the status they give it."""

from datetime import date
from typing import NamedTuple

from qt_ict.arithmetic.durations import years, years_between
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.assessment import unit_of
from qt_ict.engine.observations import Incomplete, Observation, Observed
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import Scale, deciding_scale
from qt_ict.engine.span import Span
from qt_ict.engine.thresholds import Threshold, threshold
from qt_ict.engine.verdict import Judged, of_due_year, of_met, of_present
from qt_ict.model.indicators import Indicator, UnitKind
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target


class Evidence(NamedTuple):
    """What is known of a target in one of its due years."""

    plan: Plan
    measured: Observed | None
    """What the rounds say of its indicator; None without one."""
    last_year: int | None
    """Calendar year at whose end it is due; None without one."""
    comparable: tuple[Observation, ...]
    """The values that mean what the plan means, by date and round."""
    history: tuple[Observation, ...]
    """Those of them that count, oldest first: of two of one date the later published."""
    passed: bool
    """True where the due year is over, or a value is dated so."""
    then: date
    """The day whose version of the target counts: the due day where it has passed, else the last day known."""

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
        latest = self.history[-1:]
        every = self.measured.all if self.measured and latest else ()
        return tuple(each for each in every if isinstance(each.value.outcome, Reason) and each.date > latest[0].date)

    @property
    def value(self) -> Observation | None:
        """The observation that is judged: the last of the due year where that is over, else the latest."""
        found = [each for each in self.history if not self.passed or each.date.year == self.last_year]
        return found[-1] if found else None


def evidence(plan: Plan, measured: Observed | None, last_year: int | None, day: date) -> Evidence:
    """What is known of a target up to a day.

    Args:
        plan: The plan.
        measured: What the rounds say of its indicator; None without one.
        last_year: Calendar year at whose end it is due; None without one.
        day: The day up to which things are known.
    """
    every = measured.all if measured else ()
    comparable = tuple(each for each in every if not each.definitions and isinstance(each.value.outcome, Interval))
    counts = measured is not None and isinstance(measured.counting, Observation)
    history = tuple({each.date: each for each in comparable}.values()) if counts else ()
    due = None if last_year is None else date(last_year, 12, 31)
    passed = due is not None and due <= max([day, *(each.date for each in history[-1:])])
    return Evidence(plan, measured, last_year, comparable, history, passed, due if passed and due else day)


def line_of(plan: Plan, target: Target) -> Threshold | None:
    """What meets a target; None where words carry no number."""
    return threshold(target, plan.indicators[target.indicator].better if target.indicator else "higher")


def judged(target: Target, known: Evidence) -> tuple[Span | None, Judged]:
    """The way so far where there is one to compare, and the status.

    Args:
        target: The version to judge by.
        known: What is known of it.
    """
    stopped = _stopped(target, known)
    line = line_of(known.plan, target)
    if stopped or line is None:
        return None, Judged((), stopped or Reason.NO_THRESHOLD)
    values = [value_of(each) for each in known.history]
    if known.passed and known.last_year is not None:
        return None, _in_due_year(known, line, known.last_year)
    if line.status(values[-1]) == "met" and (len(values) == 1 or known.last_year is None):
        return None, Judged(("met",)) if len(values) == 1 else of_met(values[-1], line, values[-2])
    indicator = known.plan.indicators[target.indicator or ""]
    lacking = _lacking(known, indicator)
    if lacking or known.last_year is None:
        return None, Judged((), lacking or Reason.NO_DUE_YEAR)
    start, end = known.history[0].date, known.history[-1].date
    span = Span(values[0], values[-1], line, years_between(start, end), years(end, known.last_year))
    return span, of_present(span, deciding(known.plan, indicator, span), values[-2])


def _stopped(target: Target, known: Evidence) -> Reason | None:
    """Why a target has no value to be judged by; None where it has one."""
    if target.date is not None and target.date > known.then:
        return Reason.NOT_YET_STATED
    if target.indicator is None or known.measured is None:
        return Reason.NO_BASELINE
    if target.measure == "proxy":
        return Reason.PROXY_ONLY
    counting = known.measured.counting
    if isinstance(counting, Reason):
        return counting
    if not known.history:
        return counting.value.outcome if isinstance(counting.value.outcome, Reason) else Reason.NO_BASELINE
    plan = known.plan
    different = threshold(target, "higher") and unit_of(plan, target) != plan.indicators[target.indicator].unit
    return Reason.UNIT_MISMATCH if different else None


def _lacking(known: Evidence, indicator: Indicator) -> Reason | None:
    """Why values cannot be compared over time; None where they can."""
    if len(known.history) > 1 or known.measured is None:
        return Reason.NO_DUE_YEAR if known.last_year is None else None
    others = [each for each in known.measured.all if each.definitions]
    if others:
        return _changed(others[-1], indicator)
    return Reason.SAME_DATE if len(known.comparable) > 1 else Reason.ONE_ROUND_ONLY


def _changed(observation: Observation, indicator: Indicator) -> Reason:
    """Whether the things counted changed, or what they are counted among."""
    below = indicator.denominator.figures if indicator.denominator else ()
    redefined = any(observation.plan.figures[name].definition for name in below)
    return Reason.DIFFERENT_DENOMINATORS if redefined else Reason.DEFINITION_CHANGED


def _in_due_year(known: Evidence, line: Threshold, year: int) -> Judged:
    """A due year that has passed: by the value at it, else by its neighbours where they agree.

    A value from within the year stands for its end as long as no later one says otherwise.
    """
    due = date(year, 12, 31)
    before = [each for each in known.history if each.date <= due][-1:]
    after = [each for each in known.history if each.date > due][:1]
    if before and (before[0].date == due or (before[0].date.year == year and not after)):
        return of_due_year((value_of(before[0]),), line)
    found = of_due_year(tuple(map(value_of, (*before, *after))), line)
    if before and after and len(found.status) == 1:
        return found
    return Judged(("met", "missed"), Reason.NOT_OBSERVED_WHEN_DUE)


def value_of(observation: Observation) -> Interval:
    """The value of an observation that has one."""
    assert isinstance(observation.value.outcome, Interval), "only such observations are compared"
    return observation.value.outcome


def kind_of(plan: Plan, indicator: Indicator) -> UnitKind:
    """Kind of the unit of measure of an indicator."""
    return plan.units[indicator.unit].kind


def deciding(plan: Plan, indicator: Indicator, span: Span) -> Scale:
    """The scale that decides for an indicator."""
    return deciding_scale(kind_of(plan, indicator), span.line.number, span.base, span.latest)
