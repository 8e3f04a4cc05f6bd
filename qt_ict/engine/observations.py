"""An indicator through the rounds: where it was observed, and which observation counts."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from qt_ict.arithmetic.durations import in_year_until
from qt_ict.engine.flows import accrued, adds_up
from qt_ict.engine.reasons import Reason
from qt_ict.engine.values import Value, value
from qt_ict.language import Text
from qt_ict.model.due import Due
from qt_ict.model.figures import AS_PLANNED, Figure
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import RunningTotal


class Choice(NamedTuple):
    """Which rounds count."""

    round: str | None = None
    """Only this round; None takes the latest that has all figures of an indicator."""
    carry: tuple[str, ...] = ()
    """Figures taken from an older round where a later one lacks them: an assumption."""
    as_of: date | None = None
    """Only rounds up to this day."""


EVERY_ROUND = Choice()


class Observation(NamedTuple):
    """An indicator in one round."""

    plan: Plan
    """The plan seen in that round, carried figures included."""
    value: Value
    definitions: tuple[Text, ...]
    """What its figures count, where that is not what the plan counts, or what it counts since a new stretch began."""
    stretch: int = 0
    """How many times its figures were counted anew before; values of different stretches are not compared."""
    is_base: bool = False
    """True of a value that a later round gives for an earlier date, where a new stretch begins."""

    @property
    def date(self) -> date:
        """Date of what is counted."""
        return self.value.date

    @property
    def is_beginning(self) -> bool:
        """True where things that are counted per period begin to add up, and nothing is counted yet."""
        figures = self.plan.figures.values()
        return any(isinstance(each, RunningTotal) and not each.periods for each in figures)


class Incomplete(NamedTuple):
    """A round that has something of what an indicator counts, but not all of its figures."""

    day: date
    missing: tuple[str, ...]
    """Ids of the figures it lacks."""


class Observed(NamedTuple):
    """All that the rounds say of one indicator."""

    counting: Observation | Reason
    """The observation that counts, or why none does."""
    all: tuple[Observation, ...]
    """Every observation, oldest first."""
    asked: bool
    """True where the reader has named the round that counts."""
    incomplete: tuple[Incomplete, ...]
    """Later rounds that have some of the figures, but not all."""
    of_year: Mapping[int, "Observed"] = MappingProxyType({})
    """Of things that add up what each calendar year alone comes to; empty of any other."""
    rounds: tuple[Plan, ...] = ()
    """Of things that add up the plan seen in every round, as reported; none of any other."""

    @property
    def adds_up(self) -> bool:
        """True of things that are counted per period and add up."""
        return bool(self.of_year)

    @property
    def latest_year(self) -> "Observed":
        """Of things that add up what the latest year with a report comes to; itself of any other."""
        return self.latest_of(self.of_year)

    def latest_of(self, years: Container[int]) -> "Observed":
        """The same of the latest year with a report among some; the first of all where none has one."""
        reported = [year for year, each in self.of_year.items() if year in years and not each.is_awaited]
        return self.of_year[max(reported, default=min(self.of_year))] if self.of_year else self

    def in_year(self, year: int) -> "Observed":
        """What one year alone comes to, of things that add up; of one that nobody knows of yet nothing."""
        return self.of_year.get(year, self._replace(all=()) if self.of_year else self)

    @property
    def is_awaited(self) -> bool:
        """True of things that add up where nothing was reported of the time that counts."""
        return self.adds_up and len(self.all) < 2

    def when_due(self, due: date | None) -> Observation | Reason:
        """The observation that counts for a target: that of its due year where later ones have passed it."""
        counting = self.counting
        if self.asked or isinstance(counting, Reason) or due is None or counting.date <= due:
            return counting
        stretch = self.stretch_on(due)
        during = [each for each in self.comparable if each.stretch == stretch and in_year_until(each.date, due)]
        return during[-1] if during else counting

    @property
    def comparable(self) -> tuple[Observation, ...]:
        """Every observation that means what the plan means, of all stretches, oldest first."""
        return tuple(each for each in self.all if not each.definitions)

    def stretch_on(self, day: date | None) -> int:
        """The stretch that counts on a day: the last that had begun by then; None asks for the last there is."""
        begun = [each.stretch for each in self.comparable if day is None or (each.date <= day and not each.is_base)]
        return max(begun, default=min((each.stretch for each in self.comparable), default=0))

    @property
    def set_aside(self) -> tuple[Observation, ...]:
        """Observations later than the one that counts, which count something else."""
        if isinstance(self.counting, Reason):
            return tuple(each for each in self.all if each.definitions)
        return tuple(each for each in self.all if each.definitions and each.date > self.counting.date)


def views(plan: Plan, choice: Choice) -> tuple[Plan, ...]:
    """The plan seen in every round that counts, the baseline first."""
    kept = [each for each in plan.rounds if choice.as_of is None or each.round.date <= choice.as_of]
    found = []
    known: dict[str, Figure] = {}
    for each in kept or plan.rounds[:1]:
        view = plan.seen_in(each)
        carried = {name: known[name] for name in choice.carry if name in known and name not in view.figures}
        view = _with_carried(view, carried) if carried else view
        known |= {name: each.dated(name) for name in choice.carry if name in each.figures}
        found.append(view)
    return tuple(found)


def _with_carried(view: Plan, carried: Mapping[str, Figure]) -> Plan:
    """A round with figures of older ones, none of them a percentage of a whole of another round."""
    seen = view._replace(figures={**carried, **view.figures})
    alone = [name for name, each in carried.items() if each.of and not seen.is_beside(each.of, name)]
    without = {name: carried[name].model_copy(update={"of": None}) for name in alone}
    return seen._replace(figures={**seen.figures, **without})


def observed(seen: Sequence[Plan], indicator: Indicator, choice: Choice) -> Observed:
    """What the rounds say of an indicator, and what of it counts.

    A round counts where it has every figure: never a new numerator over an old denominator. Of these the
    latest counts whose figures mean what the plan means. What is counted per period is added up since the first
    round, and for every year alone.
    """
    if not adds_up(seen[0], indicator):
        return _observed(seen, indicator, choice)
    whole = _observed(accrued(seen, indicator), indicator, choice)
    start, last = seen[0].round.date.year, max(each.round.date.year for each in seen)
    years: dict[int, Observed] = {}
    for year in range(start + 1, max(last, choice.as_of.year if choice.as_of else last, start + 1) + 1):
        until = [view for view in seen if view.round.date.year <= year]
        alone = accrued(until or seen[:1], indicator, date(year - 1, 12, 31))
        years[year] = _observed(alone, indicator, choice)._replace(of_year=years, rounds=tuple(seen))
    return whole._replace(of_year=years, rounds=tuple(seen))


def as_reported(found: Observed, indicator: Indicator) -> Iterator[Observation]:
    """Of things that add up what each round reports of its own period, oldest first; none of any other."""
    return (Observation(view, value(view, indicator), ()) for view in found.rounds if view.has(indicator))


def counted_toward(found: Observed, indicator: Indicator, due: Due | None, choice: Choice) -> Observed:
    """What the rounds say of an indicator toward a target.

    Of things that add up the years within its period count, those since the baseline where no period is named; where
    each year counts alone, the latest one with a report. Everything the rounds say of any other.

    Args:
        found: All that they say of it.
        indicator: The indicator.
        due: When the target is due.
        choice: Which rounds count, and up to which day.
    """
    if due is None or not found.adds_up or due.kind not in ("yearly", "period"):
        return found
    if due.kind == "yearly":
        return found.latest_of(due.every_year(0, date.max.year))
    within = accrued(found.rounds, indicator, date(due.years[0] - 1, 12, 31))
    return _observed(within, indicator, choice)._replace(of_year=found.of_year, rounds=found.rounds)


def _observed(seen: Sequence[Plan], indicator: Indicator, choice: Choice) -> Observed:
    """What some rounds say of an indicator, and what of it counts."""
    found = sorted(_observations(seen, indicator), key=lambda each: (each.date, each.stretch))
    counting = _counting(found, choice)
    since = counting.date if isinstance(counting, Observation) else None
    later = [view for view in seen[1:] if choice.round in (None, view.round_id)]
    incomplete = tuple(_incomplete(later, indicator, since))
    return Observed(counting, tuple(found), choice.round is not None, incomplete)


def _incomplete(seen: Sequence[Plan], indicator: Indicator, since: date | None) -> Iterator[Incomplete]:
    """The rounds after a day that have something of what an indicator counts, but not all of its figures."""
    for view in seen:
        missing = tuple(name for name in indicator.figures if name not in view.figures)
        counted = any(name in view.figures for name in indicator.counted.figures)
        if missing and counted and (since is None or view.round.date > since):
            yield Incomplete(view.round.date, missing)


def _observations(seen: Sequence[Plan], indicator: Indicator) -> Iterator[Observation]:
    """An indicator in every round that has its figures, and the bases from which new stretches begin."""
    stretch = 0
    meant: dict[str, Text | None] = {}
    for place, view in enumerate(seen):
        anew = [name for name in indicator.figures if name in view.figures and view.figures[name].starts_anew]
        if anew:
            stretch += 1
            meant |= {name: view.figures[name].definition for name in anew}
            for base in _begun(seen[: place + 1], indicator, anew):
                yield Observation(base, value(base, indicator), _otherwise(base, indicator, meant), stretch, True)
        if view.has(indicator):
            yield Observation(view, value(view, indicator), _otherwise(view, indicator, meant), stretch)


def _begun(seen: Sequence[Plan], indicator: Indicator, anew: Sequence[str]) -> Iterator[Plan]:
    """The plan where a new stretch begins: of a sum its beginning, at which nothing is counted yet, and the bases."""
    base = base_of(seen, indicator, anew)
    first, now = seen[0], seen[-1].figures
    sums = [name for name in indicator.figures if isinstance(first.figures.get(name), RunningTotal)]
    if sums and first.has(indicator) and (base is None or base.date_of(indicator.counted) > first.day_of(sums[0])):
        said = {name: now[name].definition for name in anew if name in sums}
        figures = {name: first.figures[name].model_copy(update={"definition": each}) for name, each in said.items()}
        yield first._replace(figures={**first.figures, **figures})
    if base is not None:
        yield base


def _otherwise(view: Plan, indicator: Indicator, meant: Mapping[str, Text | None]) -> tuple[Text, ...]:
    """What the figures of an indicator count in a round, where it is not what they are meant to count."""
    said = ((view.figures[name].definition, meant.get(name)) for name in indicator.figures)
    return tuple(dict.fromkeys(found or AS_PLANNED for found, wanted in said if found != wanted))


def base_of(seen: Sequence[Plan], indicator: Indicator, anew: Sequence[str]) -> Plan | None:
    """The plan with the bases of the figures that are counted anew in the last of some rounds.

    It is that of the latest round which has every other figure of the indicator for the date of the bases; None where
    none has, or where the bases are of several dates.

    Args:
        seen: The plan seen in every round up to the one in which a new stretch begins.
        indicator: The indicator.
        anew: Ids of its figures that begin anew.
    """
    now = seen[-1].figures
    days = {each.date.day for name in anew if (each := now[name].base)}
    if len(days) != 1 or not all(now[name].base for name in anew):
        return None
    day = days.pop()
    others = [name for name in indicator.figures if name not in anew]
    for view in reversed(seen):
        if all(name in view.figures and view.day_of(name) == day for name in others):
            return view._replace(figures={**view.figures, **{name: now[name].of_base for name in anew}})
    return None


def _counting(found: Sequence[Observation], choice: Choice) -> Observation | Reason:
    asked = [each for each in found if choice.round in (None, each.plan.round_id)]
    if not asked:
        return Reason.NOT_IN_ROUND
    comparable = [each for each in asked if not each.definitions]
    if not comparable:
        return Reason.DEFINITION_CHANGED
    last = max(each.stretch for each in comparable)
    return [each for each in comparable if each.stretch == last][-1]


def all_observed(plan: Plan, choice: Choice) -> Mapping[str, Observed]:
    """What the rounds say of every indicator that some target names."""
    seen = views(plan, choice)
    measured = dict.fromkeys(target.indicator for target in plan.targets.values() if target.indicator)
    return {name: observed(seen, plan.indicators[name], choice) for name in measured}
