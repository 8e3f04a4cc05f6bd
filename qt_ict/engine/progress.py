"""One target through the rounds: how far, how fast, and what that means for it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.dates import years, years_between
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.assessment import unit_of
from qt_ict.engine.observations import Choice, Incomplete, Observation, Observed, all_observed
from qt_ict.engine.pace import Pace, covered, no_pace, pace
from qt_ict.engine.path import milestone
from qt_ict.engine.projection import Projection, projection
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import SCALES, Scale, deciding_scale
from qt_ict.engine.span import Span, no_way
from qt_ict.engine.thresholds import Threshold, threshold
from qt_ict.engine.verdict import Judged, of_due_year, of_met, of_present
from qt_ict.model.indicators import Indicator, UnitKind
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Revision, Target

NOTHING: tuple[Observation, ...] = ()


class Progress(NamedTuple):
    """What the rounds say about one target in one of its due years."""

    plan: Plan
    """The plan seen in the round of the latest value."""
    name: str
    """Id of the target."""
    year: int | None
    """Calendar year the target is listed under; None without one."""
    last_year: int | None
    """Calendar year at whose end the target is due; None without one."""
    target: Target
    """The version that counts: in force when it was due, or now."""
    revision: Revision | None
    """What made that version of the first one; None where the first still counts."""
    history: tuple[Observation, ...]
    """The values that can be compared with each other and with the target, oldest first."""
    set_aside: tuple[Observation, ...]
    """Values that count something else."""
    incomplete: tuple[Incomplete, ...]
    """Later rounds that lack a figure of the indicator."""
    value: Observation | None
    """The value that is judged: of the due year where that is over, else the latest; None without one."""
    passed: bool
    """True where the due year is over."""
    decides: bool
    """True where this due year decides the present status of its indicator: the next one to come, else the last."""
    line: Threshold | None
    """What meets the target; None where words carry no number."""
    scale: Scale | None
    """The scale that decides; None where nothing is compared."""
    span: Span | None
    """First and latest value and the target ahead; None where nothing is compared."""
    due_now: Outcome
    """The value due at the date of the latest one, on the deciding scale [unit]."""
    covered: Outcome
    """Part of the way from the first value to the target [1]."""
    paces: Mapping[Scale, Pace]
    """Growth on every scale that fits the kind of unit."""
    projection: Projection
    """Where the pace so far leads, on the deciding scale."""
    judged: Judged
    """The status by the version that counts."""
    original: Judged | None
    """The status by the first version; None where that is the one that counts."""

    @property
    def latest(self) -> Observation | None:
        """The latest value that can be compared; None without one."""
        return self.history[-1] if self.history else None

    @property
    def shown_scale(self) -> Scale:
        """The scale on which growth is shown: the one that decides, the linear one where nothing is compared."""
        return self.scale or "linear"

    @property
    def pace(self) -> Pace:
        """Growth on that scale."""
        return self.paces[self.shown_scale]


def progress(plan: Plan, choice: Choice) -> list[Progress]:
    """Every target of a plan in each of its due years, in the plan's order.

    Args:
        plan: The plan.
        choice: Which rounds count, and up to which day.
    """
    day = as_of(plan, choice)
    found = all_observed(plan, choice)
    rows = [
        _progress(plan, name, year, found.get(target.indicator or ""), day)
        for name, target in plan.targets.items()
        for year in target.listed_years or (None,)
    ]
    deciding = _deciding(rows)
    return [row._replace(decides=(_measured_by(row), row.last_year) in deciding) for row in rows]


def as_of(plan: Plan, choice: Choice) -> date:
    """The day up to which things are known: the one asked for, else that of the latest round."""
    return choice.as_of or max(each.round.date for each in plan.rounds)


def _deciding(rows: Iterable[Progress]) -> set[tuple[str, int | None]]:
    """For every indicator the due year that decides: the next one to come, else the last that has passed."""
    coming: dict[str, int] = {}
    over: dict[str, int] = {}
    for row in rows:
        if row.last_year is None or row.line is None or row.target.measure == "proxy":
            continue
        # What nobody measures has no other due year beside its own.
        name = _measured_by(row)
        if row.passed:
            over[name] = max(over.get(name, row.last_year), row.last_year)
        else:
            coming[name] = min(coming.get(name, row.last_year), row.last_year)
    return set({**over, **coming}.items())


def _measured_by(row: Progress) -> str:
    """The indicator of a row; no id, but a name of its own, for what nobody measures."""
    return row.target.indicator or f"target {row.name}"


def _progress(plan: Plan, name: str, year: int | None, measured: Observed | None, day: date) -> Progress:
    first = plan.targets[name]
    last_year = first.due.last_year(year) if first.due and year is not None else None
    history = _history(measured)
    known = max(day, history[-1].date) if history else day
    passed = last_year is not None and date(last_year, 12, 31) <= known
    then = date(last_year, 12, 31) if passed and last_year else day
    target = first.in_force(then)
    span, judged = _judged(plan, target, measured, history, last_year, passed)
    nothing = _nothing(judged, history, passed)
    row = Progress(
        plan=history[-1].plan if history else plan,
        name=name,
        year=year,
        last_year=last_year,
        target=target,
        revision=first.revision(then),
        history=history,
        set_aside=measured.set_aside if measured else NOTHING,
        incomplete=measured.incomplete if measured else (),
        value=_counting(history, last_year if passed else None),
        passed=passed,
        decides=False,
        line=_line(plan, target),
        scale=None,
        span=span,
        due_now=nothing,
        covered=nothing,
        paces={scale: no_pace(nothing) for scale in SCALES},
        projection=Projection(nothing, nothing),
        judged=judged,
        original=None if target is first else _judged(plan, first, measured, history, last_year, passed)[1],
    )
    if span is None:
        return row._replace(covered=_covered(row)) if passed and row.value else row
    return _compared(plan, row, span)


def _covered(row: Progress) -> Outcome:
    """The part of the way that lay behind in the due year."""
    start, end = row.history[0], row.value
    if row.line is None or end is None or start.date == end.date:
        return row.covered
    return covered(Span(_value(start), _value(end), row.line, years_between(start.date, end.date), Fraction(0)))


def _line(plan: Plan, target: Target) -> Threshold | None:
    """What meets a target; None where words carry no number."""
    return threshold(target, plan.indicators[target.indicator].better if target.indicator else "higher")


def _nothing(judged: Judged, history: Sequence[Observation], passed: bool) -> Reason:
    """Why there is no growth to speak of, where nothing is compared."""
    if judged.reason:
        return judged.reason
    if passed:
        return Reason.DUE_PASSED
    return Reason.ONE_ROUND_ONLY if len(history) == 1 else Reason.NO_DUE_YEAR


def _counting(history: Sequence[Observation], due_year: int | None) -> Observation | None:
    """The observation that is judged: the last of the due year where that is over, else the latest."""
    found = [each for each in history if due_year in (None, each.date.year)]
    return found[-1] if found else None


def _history(measured: Observed | None) -> tuple[Observation, ...]:
    """The values that mean what the plan means, oldest first; of two of one date the later published."""
    if measured is None or isinstance(measured.counting, Reason):
        return NOTHING
    return tuple({each.date: each for each in _comparable(measured)}.values())


def _comparable(measured: Observed) -> list[Observation]:
    """The values that mean what the plan means, by date and round."""
    return [each for each in measured.all if not each.definitions and isinstance(each.value.outcome, Interval)]


def _judged(
    plan: Plan,
    target: Target,
    measured: Observed | None,
    history: Sequence[Observation],
    last_year: int | None,
    passed: bool,
) -> tuple[Span | None, Judged]:
    """The way so far where there is one to compare, and the status."""
    stopped = _stopped(plan, target, measured, history)
    if stopped:
        return None, Judged((), stopped)
    indicator = plan.indicators[target.indicator or ""]
    line = _line(plan, target)
    if line is None:
        return None, Judged((), Reason.NO_THRESHOLD)
    values = [_value(each) for each in history]
    if passed and last_year is not None:
        return None, _in_due_year(history, line, last_year)
    if line.status(values[-1]) == "met" and (len(values) == 1 or last_year is None):
        return None, Judged(("met",)) if len(values) == 1 else of_met(values[-1], line, values[-2])
    lacking = _lacking(measured, indicator, history, last_year)
    if lacking or last_year is None:
        return None, Judged((), lacking or Reason.NO_DUE_YEAR)
    start, end = history[0].date, history[-1].date
    span = Span(values[0], values[-1], line, years_between(start, end), years(end, last_year))
    return span, of_present(span, deciding(plan, indicator, span), values[-2])


def _stopped(plan: Plan, target: Target, measured: Observed | None, history: Sequence[Observation]) -> Reason | None:
    """Why a target has no value to be judged by; None where it has one."""
    if target.indicator is None or measured is None:
        return Reason.NO_BASELINE
    if target.measure == "proxy":
        return Reason.PROXY_ONLY
    if isinstance(measured.counting, Reason):
        return measured.counting
    if not history:
        outcome = measured.counting.value.outcome
        return outcome if isinstance(outcome, Reason) else Reason.NO_BASELINE
    different = threshold(target, "higher") and unit_of(plan, target) != plan.indicators[target.indicator].unit
    return Reason.UNIT_MISMATCH if different else None


def _lacking(
    measured: Observed | None, indicator: Indicator, history: Sequence[Observation], last_year: int | None
) -> Reason | None:
    """Why values cannot be compared over time; None where they can."""
    if len(history) > 1 or measured is None:
        return Reason.NO_DUE_YEAR if last_year is None else None
    others = [each for each in measured.all if each.definitions]
    if others:
        return _changed(others[-1], indicator)
    return Reason.SAME_DATE if len(_comparable(measured)) > 1 else Reason.ONE_ROUND_ONLY


def _changed(observation: Observation, indicator: Indicator) -> Reason:
    """Whether the things counted changed, or what they are counted among."""
    below = indicator.denominator.figures if indicator.denominator else ()
    redefined = any(observation.plan.figures[name].definition for name in below)
    return Reason.DIFFERENT_DENOMINATORS if redefined else Reason.DEFINITION_CHANGED


def _in_due_year(history: Sequence[Observation], line: Threshold, year: int) -> Judged:
    """A due year that has passed: by the value of that year, else by its neighbours where they agree."""
    during = _counting(history, year)
    if during:
        return of_due_year((_value(during),), line)
    before = [each for each in history if each.date.year < year][-1:]
    after = [each for each in history if each.date.year > year][:1]
    found = of_due_year(tuple(map(_value, (*before, *after))), line)
    if before and after and len(found.status) == 1:
        return found
    return Judged(("met", "missed"), Reason.NOT_OBSERVED_WHEN_DUE)


def _value(observation: Observation) -> Interval:
    assert isinstance(observation.value.outcome, Interval), "only such observations are compared"
    return observation.value.outcome


def kind_of(plan: Plan, indicator: Indicator) -> UnitKind:
    """Kind of the unit of measure of an indicator."""
    return plan.units[indicator.unit].kind


def deciding(plan: Plan, indicator: Indicator, span: Span) -> Scale:
    """The scale that decides for an indicator."""
    return deciding_scale(kind_of(plan, indicator), span.line.number, span.base, span.latest)


def _compared(plan: Plan, row: Progress, span: Span) -> Progress:
    """A row with everything that two values and a due year allow."""
    indicator = plan.indicators[row.target.indicator or ""]
    kind, scale = kind_of(plan, indicator), deciding(plan, indicator, span)
    start, end = row.history[0].date, row.history[-1].date
    due = milestone(kind, span.base, start, span.line.number, row.last_year or 0, end)
    return row._replace(
        scale=scale,
        due_now=no_way(span) or due.on(scale),
        covered=covered(span),
        paces={
            each: no_pace(Reason.NOT_A_SHARE) if each == "log_odds" and kind != "share" else pace(span, each)
            for each in SCALES
        },
        projection=projection(span, scale),
    )
