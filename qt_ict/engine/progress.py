"""One target through the rounds: how far, how fast, and what that means for it."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.engine.judging import Evidence, deciding, evidence, judged, kind_of, line_of, value_of
from qt_ict.engine.observations import Choice, Observation, Observed, all_observed
from qt_ict.engine.pace import Pace, covered, no_pace, pace
from qt_ict.engine.path import milestone
from qt_ict.engine.projection import Projection, projection
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.span import Span, no_way
from qt_ict.engine.thresholds import Threshold
from qt_ict.engine.verdict import Judged
from qt_ict.model.indicators import CEILING
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Revision, Target


class Progress(NamedTuple):
    """What the rounds say about one target in one of its due years."""

    plan: Plan
    """The plan seen in the round of the latest value."""
    name: str
    """Id of the target."""
    year: int | None
    """Calendar year the target is listed under; None without one."""
    target: Target
    """The version that counts: in force when it was due, or now."""
    revision: Revision | None
    """What made that version of the first one; None where the first still counts."""
    known: Evidence
    """What the rounds say of it."""
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
    def last_year(self) -> int | None:
        """Calendar year at whose end the target is due; None without one."""
        return self.known.last_year

    @property
    def passed(self) -> bool:
        """True where the due year is over."""
        return self.known.passed

    @property
    def history(self) -> tuple[Observation, ...]:
        """The values that can be compared with each other and with the target, oldest first."""
        return self.known.history

    @property
    def value(self) -> Observation | None:
        """The value that is judged: of the due year where that is over, else the latest; None without one."""
        return self.known.value

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
    known = evidence(plan, measured, last_year, day)
    target = first.in_force(known.then)
    span, status = judged(target, known)
    nothing = _nothing(status, known)
    row = Progress(
        plan=known.history[-1].plan if known.history else plan,
        name=name,
        year=year,
        target=target,
        revision=first.revision(known.then),
        known=known,
        decides=False,
        line=line_of(plan, target),
        scale=None,
        span=span,
        due_now=nothing,
        covered=nothing,
        paces={scale: no_pace(nothing) for scale in SCALES},
        projection=Projection(nothing, nothing),
        judged=status,
        original=None if target is first else judged(first, known)[1],
    )
    if span is None:
        return row._replace(covered=_covered(row)) if row.passed and row.value else row
    return _compared(plan, row, span)


def _covered(row: Progress) -> Outcome:
    """The part of the way that lay behind in the due year."""
    start, end = row.history[0], row.value
    if row.line is None or end is None or start.date == end.date:
        return row.covered
    return covered(Span(value_of(start), value_of(end), row.line, years_between(start.date, end.date), Fraction(0)))


def _nothing(status: Judged, known: Evidence) -> Reason:
    """Why there is no growth to speak of, where nothing is compared."""
    if status.reason:
        return status.reason
    if known.passed:
        return Reason.DUE_PASSED
    return Reason.ONE_ROUND_ONLY if len(known.history) == 1 else Reason.NO_DUE_YEAR


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
        projection=projection(span, scale, CEILING if kind == "share" else None),
    )
