"""What a target is reckoned from that is said by the baseline: its first value, or that of the date it names."""

from datetime import date

from qt_ict.arithmetic.durations import in_year_until
from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.flows import of_twelve_months
from qt_ict.engine.observations import Observation, Observed
from qt_ict.engine.reasons import Reason
from qt_ict.engine.values import value
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import RunningTotal
from qt_ict.model.targets import Target


def reckoned_by(found: Observed, indicator: Indicator, version: Target, stretch: int) -> Observation | Reason:
    """The observation that a version of a target is reckoned from, or why there is none.

    The first value of the stretch that counts, or the last one of the year up to the date that ``from`` names. Of
    things that are counted per period a target of every year is reckoned from such a year; a sum from nothing.

    Args:
        found: What the rounds say of the indicator; of a sum for every year what they say of the year that is meant.
        indicator: The indicator.
        version: The version of the target.
        stretch: The stretch that counts when it is due.
    """
    since = version.since.day if version.since else None
    if found.adds_up:
        yearly = version.due is not None and version.due.kind == "yearly"
        return _of_year(found, indicator, since) if yearly else Reason.SUM_FROM_ZERO
    known = [each for each in found.comparable if isinstance(each.value.outcome, Interval)]
    every = [*{each.date: each for each in known if each.stretch == stretch}.values()]
    meant = every[:1] if since is None else [each for each in every if in_year_until(each.date, since)][-1:]
    if meant:
        return meant[0]
    counted = since is not None and any(in_year_until(each.date, since) for each in found.all)
    return Reason.COUNTED_OTHERWISE if counted else Reason.NO_REFERENCE_VALUE


def _of_year(found: Observed, indicator: Indicator, since: date | None) -> Observation | Reason:
    """What things that are counted per period come to in the year that a target of every year is reckoned from.

    Without ``from`` it is the first year that counts them as the year that is judged does, and comes before it.
    """
    if isinstance(found.counting, Reason):
        return found.counting
    view = of_twelve_months(found.rounds, indicator, _counted_as(found, indicator, found.counting), since)
    if isinstance(view, Reason):
        return view
    sums = (each for each in view.figures.values() if isinstance(each, RunningTotal))
    is_base = any(period.key == "base" for each in sums for period in each.periods)
    reckoned = Observation(view, value(view, indicator), (), is_base=is_base)
    if since is None and reckoned.date > found.all[0].date:
        return Reason.COUNTED_OTHERWISE if found.counting.stretch else Reason.NO_REFERENCE_VALUE
    return reckoned


def _counted_as(found: Observed, indicator: Indicator, counting: Observation) -> Plan:
    """The plan in the round that says how things are counted; of a year of which nothing is reported the one before."""
    if not counting.is_beginning:
        return counting.plan
    counted = indicator.counted.figures
    known = (view for view in found.rounds if view.round.date <= counting.date)
    return next(reversed([view for view in known if all(name in view.figures for name in counted)]), counting.plan)
