"""How the targets of a plan stand: each of them in each of its due years, with all that follows from the figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Self

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.both_ends import course_along, distance_at_both, path_at_both, status_at_both
from qt_ict.engine.course import Course, course
from qt_ict.engine.distance import Distance, distance, required_path
from qt_ict.engine.every_year import EveryYear, YearJudged, every_year
from qt_ict.engine.evidence import Evidence
from qt_ict.engine.milestones import Milestone
from qt_ict.engine.observations import EVERY_ROUND, Choice, Observed, all_observed, counted_toward
from qt_ict.engine.reasons import Reason
from qt_ict.engine.span import Span
from qt_ict.engine.thresholds import Status
from qt_ict.engine.values import Rates
from qt_ict.engine.verdict import Judged, status_when_due
from qt_ict.model.plan import Plan


@dataclass(frozen=True, eq=False)
class Standing(Evidence):
    """One target in one of its due years; what follows is computed when it is first asked for."""

    decides: bool = False
    """True where this due year decides the present status of its indicator: the next one to come, else the last."""
    whole: "Standing | None" = None
    """Of one year of a target that is due every year the target in all of them; None of any other."""

    @cached_property
    def distance(self) -> Distance:
        """How far it is from being met, by the value that counts."""
        return distance_at_both([distance(each) for each in self.cases])

    @cached_property
    def course(self) -> Course:
        """How far and how fast it has come through the rounds, and what that means for it."""
        found = course_along([course(each) for each in self.turns])
        if self.every_year is None:
            return found
        original = self._all_years(first=True).judged if any(each.revision for each in self.years) else None
        return found._replace(judged=self.every_year.judged, original=original)

    @cached_property
    def status(self) -> Status:
        """What may be claimed of it.

        Of one that is due every year what all of its years say; on a due day that has passed what held then; else
        whether the value that counts meets it. Where one round was asked for, its value alone decides.
        """
        if not self.measurable:
            return "not_measurable"
        if self.every_year is not None:
            return self.every_year.status or self.distance.status
        return self._status_by(self.course.judged) or self.distance.status

    def _status_by(self, judged: Judged) -> Status | None:
        """What held on a due day that has passed; None before it, and where one round was asked for."""
        return status_when_due(judged) if self.passed and self.asked is None else None

    @cached_property
    def every_year(self) -> EveryYear | None:
        """Of a target that is due every year what all of its years say; None of any other, and before the first."""
        return self._all_years() if self.years else None

    def _all_years(self, *, first: bool = False) -> EveryYear:
        """What all of its years say, by the versions that count, or by the first."""
        years = []
        for each in self.years:
            judged, status = each.course.judged, each.status
            if first and each.course.original is not None:
                judged, status = each.course.original, each.first_status or "undecided"
            years.append(YearJudged(each.year or 0, each.passed, judged, status))
        return every_year(years)

    @property
    def spans(self) -> tuple[Span, ...]:
        """First and latest value and the target ahead; none where nothing is compared.

        Two of them where the baseline is a range and makes the target: at either end of it.
        """
        found = [case.course.span for case in self.cases]
        return tuple(each for each in found if each) if all(found) else ()

    @cached_property
    def years(self) -> tuple[Self, ...]:
        """Of a target that is due every year each of them since the plan began; none of any other.

        They are those it names, else begin with the year of the document that states it; after that of the baseline.
        """
        due, measured = self.first.due, self.observed
        if due is None or due.kind != "yearly" or self.year is not None or measured is None or not self.lines:
            return ()
        stated = (self.first.date or self.plan.identity.date).year
        every = due.every_year(stated, self.now.year)
        return tuple(self._in(year) for year in every if year > self.plan.baseline.round.date.year)

    @property
    def years_to_come(self) -> tuple[Self, ...]:
        """Of a target that names the years in which it is due those after the last day known; none of any other."""
        due = self.first.due
        if due is None or due.kind != "yearly" or not due.years or self.year is not None or not self.lines:
            return ()
        return tuple(self._in(year) for year in due.every_year(0, due.years[-1]) if year > self.now.year)

    def _in(self, year: int) -> Self:
        """One year of a target that is due every year, without a value before it begins, of what adds up in it before a
        report.
        """
        measured = self.measured.in_year(year) if self.measured else None
        begun = measured is not None and not measured.is_awaited and self.now.year >= year
        if measured is not None and not begun and self.now < date(year, 12, 31):
            measured = measured._replace(counting=Reason.NO_VALUE_YET, all=())
        return replace(self, year=year, measured=measured, whole=self)

    @property
    def measurable(self) -> bool:
        """True where the value says anything about the target."""
        return self.distance.status != "not_measurable"

    @cached_property
    def path(self) -> tuple[Milestone, ...]:
        """The value due at every year end from the value that counts to the target; none where nothing is required."""
        if len(self.cases) == 1:
            return required_path(self, self.distance)
        return path_at_both([each.path for each in self.cases])

    @property
    def out_of_band(self) -> Interval | None:
        """Where the pace so far leads by the due day, out of a band in which the value lies [unit]; else None."""
        at_due, line = self.course.projection.at_due, next(iter(self.lines), None)
        if line is None or line.limit is None or self.passed or self.asked or not isinstance(at_due, Interval):
            return None
        return at_due if self.distance.status == "met" and line.status(at_due) == "not_met" else None

    @property
    def first_status(self) -> Status | None:
        """The status by the first statement of the target; None where that cannot be said."""
        if self.years:
            return self._all_years(first=True).status
        found, original = self._first_by_value, self.course.original
        return found if found is None or original is None else self._status_by(original) or found

    @property
    def _first_by_value(self) -> Status | None:
        """The same by the value that counts alone."""
        if len(self.cases) > 1:
            found = [each._first_by_value for each in self.cases]
            known = [each for each in found if each]
            return status_at_both(known) if known and len(known) == len(found) else None
        if self.distance.reason is not None or self.first.indicator is None or self.observed is None:
            return None
        line, outcome = self.line_of(self.first), self.observed.value.outcome
        return None if line is None or isinstance(outcome, Reason) else self.status_by(line, self.observed)


def standings(plan: Plan, choice: Choice = EVERY_ROUND, rates: Rates | None = None) -> list[Standing]:
    """Every target of a plan in each of its due years, in the plan's order.

    Args:
        plan: The plan.
        choice: Which rounds count, and up to which day; all by default.
        rates: Assumed growth of denominators [1/year], by figure.
    """
    found = all_observed(plan, choice)
    rows = [
        row
        for name, target in plan.targets.items()
        for row in standings_of(plan, name, found.get(target.indicator or ""), choice, rates)
    ]
    decisive = _decisive(rows)
    return [replace(row, decides=True) if (_measured_by(row), row.due_day) in decisive else row for row in rows]


def standings_of(
    plan: Plan, name: str, measured: Observed | None, choice: Choice = EVERY_ROUND, rates: Rates | None = None
) -> Iterator[Standing]:
    """One target at each of its milestones and in each of its due years, or once where it has none.

    Args:
        plan: The plan.
        name: Id of the target.
        measured: What the rounds say of its indicator; None without one.
        choice: Which rounds count, and up to which day.
        rates: Assumed growth of denominators [1/year], by figure.
    """
    asked = next((each.round.date for each in plan.rounds if each.id == choice.round), None)
    target, day = plan.targets[name], as_of(plan, choice)
    if measured is not None and target.indicator is not None:
        measured = counted_toward(measured, plan.indicators[target.indicator], target.due, choice)
    for milestone in target.milestones:
        yield Standing(plan, name, milestone.due.years[0], measured, day, asked, rates or {}, milestone)
    for year in target.listed_years or (None,):
        yield Standing(plan, name, year, measured, day, asked, rates or {})


def as_of(plan: Plan, choice: Choice) -> date:
    """The day up to which things are known: the one asked for, else that of the latest round."""
    return choice.as_of or max(each.round.date for each in plan.rounds)


def _decisive(rows: Iterable[Standing]) -> set[tuple[str, date | None]]:
    """For every indicator the due day that decides: the next one to come, else the last that has passed."""
    coming: dict[str, date] = {}
    over: dict[str, date] = {}
    for row in rows:
        if row.due_day is None or not row.lines or row.target.measure == "proxy":
            continue
        # What nobody measures has no other due year beside its own.
        name = _measured_by(row)
        if row.passed:
            over[name] = max(over.get(name, row.due_day), row.due_day)
        else:
            coming[name] = min(coming.get(name, row.due_day), row.due_day)
    return set({**over, **coming}.items())


def _measured_by(row: Standing) -> str:
    """The indicator of a row; no id, but a name of its own, for what nobody measures."""
    return row.target.indicator or f"target {row.id}"
