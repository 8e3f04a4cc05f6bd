"""What is supposed to be added to a figure every year: the figure some time later, and the value that follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.durations import years_between
from qt_ict.arithmetic.formulas import added
from qt_ict.arithmetic.interval import Interval, Number, at_most, rising
from qt_ict.engine.readings import exact, known_whole, least, reading, things
from qt_ict.engine.values import Rates, Value, value, whole_behind
from qt_ict.engine.whole_meant import most_of
from qt_ict.model.indicators import CEILING, Indicator
from qt_ict.model.plan import Plan


class Increment(NamedTuple):
    """What is supposed to be added to a figure every year; less than 0 takes away."""

    amount: Fraction
    """What a year adds [unit of the figure per year]; of compounded growth [1/year]."""
    compound: bool = False
    """True where every year adds a part of what there is."""


Additions = Mapping[str, Increment]
"""What is supposed of figures, by their ids."""


@dataclass(frozen=True)
class Supposition:
    """The figures of a plan on a day, as they are supposed to move from their own latest dates on."""

    additions: Additions
    rates: Rates
    """Assumed growth of denominators [1/year], by figure."""
    since: date
    """The day from which denominators grow: that of the value."""
    day: date
    """The day that is asked about."""

    def value(self, plan: Plan, indicator: Indicator) -> Value:
        """The value of an indicator that follows; more of a share than there is of its whole is never supposed."""
        whole = whole_behind(plan, indicator)
        return value(plan, indicator, self._reading if whole is None else self._things)

    def _reading(self, plan: Plan, name: str) -> Interval:
        """What a figure counts then [its own unit]."""
        figure = plan.figures[name]
        whole = known_whole(plan, figure)
        if whole is not None and things(plan, figure) is not None:
            count = self._things(plan, name)
            return rising(lambda end: None if end is None else Fraction(end) * CEILING / exact(whole.value), count)
        return self._within_whole(
            plan, name, self._moved(plan, name, reading(plan, figure), whole=plan.units[figure.unit].is_counted)
        )

    def _within_whole(self, plan: Plan, name: str, found: Interval) -> Interval:
        """A figure no larger than the whole that its plan takes it of, unless the data say so themselves."""
        figure = plan.figures[name]
        if name not in self.additions:
            return found
        most = most_of(plan, figure.of, figure.unit, reading(plan, figure), self._reading)
        return found if most is None else at_most(found, most)

    def _things(self, plan: Plan, name: str) -> Interval:
        """How many things of its whole a percentage stands for then."""
        figure = plan.figures[name]
        count, whole = things(plan, figure), known_whole(plan, figure)
        assert count is not None and whole is not None, "asked only of percentages of a known whole"
        return self._moved(plan, name, count, whole=True, per_unit=Fraction(exact(whole.value)) / CEILING)

    def _moved(
        self, plan: Plan, name: str, now: Interval, *, whole: bool, per_unit: Fraction = Fraction(1)
    ) -> Interval:
        """A figure some time later; of more than all of a whole nothing is known here, whose whole may move too.

        Args:
            plan: The plan, seen in the round of the figure.
            name: The figure.
            now: What it counts today.
            whole: True of things, which are added whole.
            per_unit: How much of that is one of its own unit.
        """
        start, supposed = self._start(plan, name)
        if supposed is None or self.day <= start:
            return now
        time = years_between(start, self.day)
        amount = supposed.amount if supposed.compound else supposed.amount * per_unit
        # A denominator that --growth lets grow is exact, here as in a shortfall.
        only_whole = whole and name in self.additions
        lowest = least(plan.units[plan.figures[name].unit])

        def later(end: Number | None) -> Number | None:
            if end is None:
                return None
            then = end + added(end, amount, time, compound=supposed.compound, whole=only_whole)
            return then if lowest is None else max(then, min(lowest, end))

        found = rising(later, now)
        return found._replace(low_open=found.low_open and found.low != 0, high_open=found.high_open and found.high != 0)

    def _start(self, plan: Plan, name: str) -> tuple[date, Increment | None]:
        """Since when a figure moves, and how."""
        if name in self.additions:
            return plan.day_of(name), self.additions[name]
        rate = self.rates.get(name)
        return self.since, None if rate is None else Increment(rate, compound=True)
