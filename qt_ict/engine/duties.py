"""Reporting duties: which reports were due so far, and which are there."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.model.figures import LaterRound
from qt_ict.model.organisation import Duty
from qt_ict.model.plan import Plan


class DueReports(NamedTuple):
    """The reports of one duty that were due."""

    duty: str
    """Id of the duty."""
    due: tuple[date, ...]
    """Last days of the periods they are for, oldest first."""
    present: tuple[date, ...]
    """Those for which a round says that it fulfils the duty."""

    @property
    def missing(self) -> tuple[date, ...]:
        """Those for which none does."""
        return tuple(each for each in self.due if each not in self.present)


def longest_fresh(plan: Plan) -> Fraction:
    """How long a value is taken to speak of the present [years].

    The longest time between the reports that the plan wants, two years where it wants none at fixed times.
    """
    spans = {"year": Fraction(1), "half-year": Fraction(1, 2)}
    named = [spans[each] for duty in plan.duties.values() for each in duty.every if each in spans]
    return max(named, default=Fraction(2))


def due_reports(plan: Plan, as_of: date) -> list[DueReports]:
    """The reports due up to a day, by duty; duties without an interval are left out.

    The first period is the first half-year that begins after the plan was issued. A report is there where a
    round dated in its period names the duty and brings a figure. Behind the plan's last due year none is due.
    """
    found = []
    last = max((year for each in plan.targets.values() for year in each.last_years), default=as_of.year)
    upto = min(as_of, date(last, 12, 31))
    for name, duty in plan.duties.items():
        due = tuple(day for day in _period_ends(plan, upto) if _reports_on(duty, day))
        days = [
            each.round.date
            for each in plan.rounds
            if isinstance(each.round, LaterRound) and name in each.round.reports and each.figures
        ]
        present = tuple(end for end in due if any(_period_start(duty, end) <= day <= end for day in days))
        if due:
            found.append(DueReports(name, due, present))
    return found


def _period_ends(plan: Plan, as_of: date) -> list[date]:
    """The last days of all half-years from the first one that begins after the plan was issued."""
    years = range(plan.identity.date.year, as_of.year + 1)
    ends = [end for year in years for end in (date(year, 6, 30), date(year, 12, 31))]
    return [end for end in ends if _half_year_start(end) > plan.identity.date and end <= as_of]


def _half_year_start(end: date) -> date:
    return end.replace(month=end.month - 5, day=1)


def _reports_on(duty: Duty, end: date) -> bool:
    return "half-year" in duty.every or ("year" in duty.every and end.month == 12)


def _period_start(duty: Duty, end: date) -> date:
    return _half_year_start(end) if "half-year" in duty.every else date(end.year, 1, 1)
