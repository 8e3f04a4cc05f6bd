"""Things that are counted per period, such as people trained a year: how many they come to since a day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from qt_ict.arithmetic.durations import months_later
from qt_ict.arithmetic.interval import Interval, difference, point, total
from qt_ict.engine.readings import causes_of, reading
from qt_ict.engine.reasons import Cause, Reason
from qt_ict.language import Text
from qt_ict.model.figures import UNCERTAINTY, Figure, PublishedDate
from qt_ict.model.indicators import Indicator
from qt_ict.model.periods import Per, day_before, start_of_period
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import UNREPORTED, UNREPORTED_EITHER_WAY, CountedPeriod, RunningTotal, Uncertain


class _Way(NamedTuple):
    """How a figure is counted: only what is counted alike adds up."""

    definition: Text | None
    """What is counted, where it is not what the plan counts."""
    anew: int
    """How many times it was counted anew before."""


class _Report(NamedTuple):
    """What a round reports of a figure that is counted per period."""

    start: date
    """First day of what is counted."""
    end: date
    """Its last day: the date of the figure."""
    things: Interval
    way: _Way | None
    """None of what nobody reported."""
    round: str | None = None
    """Id of the round that reports it."""
    key: str = "value"
    """Key of the figure there that holds it."""
    taken_off: Interval | None = None
    """What was counted of it before the day from which things are added up; None of a whole one."""
    uncertain: tuple[Uncertain, ...] = ()
    """What leaves it open."""


def adds_up(plan: Plan, indicator: Indicator) -> bool:
    """True where an indicator counts what happens in periods, among nothing that does.

    Deaths of a year among the births of a year, or per 1 000 inhabitants, are a rate of that year: they do not add up.
    Officials trained a year among all officials are a share that grows: they do.

    Args:
        plan: The plan, seen in any round.
        indicator: The indicator.
    """
    if plan.units[indicator.unit].kind == "density":
        return False
    below = indicator.denominator.figures if indicator.denominator else ()
    known = [each.figures for each in plan.rounds]
    flows = {name for each in known for name in indicator.figures if name in each and each[name].per}
    flows |= set(indicator.counted.figures) if indicator.per else set()
    return bool(flows) and not flows.intersection(below)


def accrued(seen: Sequence[Plan], indicator: Indicator, since: date | None = None) -> list[Plan]:
    """The plan in some rounds, what an indicator counts per period being added up since a day.

    A figure counts from the beginning of its period to its date: per year, that of 30 June the first half of the year,
    that of 31 December the whole year. Where a period between is not reported the sum is at least what is known of it,
    and open both ways where the unit of measure has values below 0.
    On the day itself nothing has been counted yet.

    Args:
        seen: The plan seen in every round, oldest first.
        indicator: The indicator, whose counted things add up.
        since: The day; the date of the first round by default. Of an earlier one that round counts too.
    """
    start = since or seen[0].round.date
    views = [seen[0], *(view for view in seen if view.round.date > start)]
    for name in dict.fromkeys(indicator.counted.figures):
        ways, known = _ways(seen, name), _reports(seen, name, indicator)
        if known:
            first = next(view.figures[name] for view in seen if name in view.figures)
            begun = _running_total(first, start, ())
            later = (_added(view, name, _alike(known, ways.get(view.round_id)), start) for view in views[1:])
            views = [_with(views[0], name, begun), *later]
    return views


def of_twelve_months(seen: Sequence[Plan], indicator: Indicator, like: Plan, end: date | None) -> Plan | Reason:
    """The plan with what an indicator counts per period in the twelve months up to a day, added up.

    Args:
        seen: The plan seen in every round, oldest first.
        indicator: The indicator, whose counted things add up.
        like: The plan seen in the round that says how they are counted.
        end: The day; None asks for the year of the first report that counts so.
    """
    names = dict.fromkeys(indicator.counted.figures)
    every = {name: _reports(seen, name, indicator) for name in names}
    alike = {name: _alike(known, _ways(seen, name).get(like.round_id)) for name, known in every.items()}
    first = min((each.end for reports in alike.values() for each in reports), default=None)
    if end is None and first is None:
        return Reason.NO_REFERENCE_VALUE
    until = end or date((first or date.max).year, 12, 31)
    since = months_later(until, -12)
    view = _within(seen, indicator, since, until) or (like if indicator.denominator is None else None)
    if view is None or not all(_some(reports, since, until) for reports in alike.values() if reports):
        counted = any(_some(reports, since, until) for reports in every.values())
        return Reason.COUNTED_OTHERWISE if counted else Reason.NO_REFERENCE_VALUE
    for name, reports in alike.items():
        view = _with(view, name, _sum(like, like.figures[name], reports, since, until)) if reports else view
    return view


def _within(seen: Sequence[Plan], indicator: Indicator, since: date, until: date) -> Plan | None:
    """The plan in the last round between two days that has every figure of an indicator; None without one."""
    known = [view for view in seen if view.has(indicator) and since < view.date_of(indicator.counted) <= until]
    return known[-1] if known else None


def _some(reports: Iterable[_Report], since: date, until: date) -> bool:
    """True where something is reported of the time between two days."""
    return any(since < each.end <= until for each in reports)


def _ways(seen: Iterable[Plan], name: str) -> dict[str, _Way]:
    """How a figure is counted in every round that has it, by the round's id."""
    found: dict[str, _Way] = {}
    anew = 0
    for view in seen:
        if name in view.figures:
            figure = view.figures[name]
            anew += figure.starts_anew
            found[view.round_id] = _Way(figure.definition, anew)
    return found


def _reports(seen: Sequence[Plan], name: str, indicator: Indicator) -> list[_Report]:
    """What rounds report of a figure, bases of new stretches included; nothing of one not counted per period."""
    ways = _ways(seen, name)
    found = []
    for view in seen:
        if name in view.figures:
            figure = view.figures[name]
            said = [(figure, view.day_of(name), "value")]
            based = [(figure.of_base, figure.base.date.day, "base")] if figure.base else []
            way = ways[view.round_id]
            found += [_report(view, *each, figure.per or indicator.per, way) for each in (*based, *said)]
    return [each for each in found if each]


def _alike(reports: Iterable[_Report], way: _Way | None) -> list[_Report]:
    """The reports that count in one way."""
    return [each for each in reports if each.way == way]


def _report(view: Plan, figure: Figure, end: date, key: str, per: Per | None, way: _Way) -> _Report | None:
    """What a round reports of a figure up to a day; None of one that is not counted per period."""
    if per is None:
        return None
    uncertain = tuple(Uncertain(cause, figure) for cause in causes_of(view, figure))
    return _Report(start_of_period(end, per), end, reading(view, figure), way, view.round_id, key, None, uncertain)


def _with(view: Plan, name: str, figure: Figure) -> Plan:
    return view._replace(figures={**view.figures, name: figure})


def _added(view: Plan, name: str, reports: Iterable[_Report], start: date) -> Plan:
    """A round with what a figure comes to since a day instead of what it counts of its last period.

    Args:
        view: The plan seen in the round.
        name: The figure.
        reports: What is reported of it and counted as in that round.
        start: The day.
    """
    if name not in view.figures:
        return view
    now = view.figures[name]
    found = _sum(view, now, reports, start, view.day_of(name))
    if now.base is None:
        return _with(view, name, found)
    at_base = _sum(view, now.of_base, reports, start, max(now.base.date.day, start))
    return _with(view, name, found.model_copy(update={"at_base": at_base}))


def _sum(view: Plan, figure: Figure, reports: Iterable[_Report], start: date, end: date) -> RunningTotal:
    """What a figure comes to between two days."""
    known = {each.end: each for each in reports}
    unreported = UNREPORTED_EITHER_WAY if view.units[figure.unit].negative else UNREPORTED
    found = [*_back_to(known, end, start, unreported)][::-1]
    return _running_total(figure, end, [_explained(each, figure) for each in found])


def _explained(report: _Report, figure: Figure) -> _Report:
    """A report with why it is open: where nothing else says so, a period was not reported."""
    silent = report.things.is_point or report.uncertain
    return report if silent else report._replace(uncertain=(Uncertain(Cause.PERIODS, figure),))


def _back_to(reports: dict[date, _Report], end: date, start: date, unreported: Interval) -> Iterator[_Report]:
    """What is known of the time from a day back to another one, latest first."""
    cursor = end
    while cursor > start:
        report = reports.get(cursor)
        if report is None:
            earlier = max((each for each in reports if start < each < cursor), default=start)
            yield _Report(earlier + timedelta(days=1), cursor, unreported, None)
            cursor = earlier
        elif report.start > start:
            yield report
            cursor = day_before(report.start)
        else:
            yield _since(report, reports.get(start), start, unreported)
            return


def _since(report: _Report, before: _Report | None, start: date, unreported: Interval) -> _Report:
    """The part of a report after a day within its period: all but what was reported for that day."""
    if before is not None and before.start == report.start:
        rest, uncertain = difference(report.things, before.things), (*before.uncertain, *report.uncertain)
        report = report._replace(taken_off=before.things)
    else:
        # What may be negative may have come to more before that day than at the end.
        rest = unreported if unreported.low is None else Interval(0, report.things.high)
        uncertain = ()
    return report._replace(start=start + timedelta(days=1), things=rest, uncertain=uncertain)


def _running_total(figure: Figure, day: date, reports: Sequence[_Report]) -> RunningTotal:
    """A figure as the sum of its periods up to a day, oldest first."""
    found = total((point(0), *(each.things for each in reports)))
    periods = tuple(
        CountedPeriod(each.start, each.end, each.things, each.round, each.key, each.taken_off) for each in reports
    )
    uncertain = tuple(cause for each in reports for cause in each.uncertain)
    said = {name: getattr(figure, name) for name in type(figure).model_fields}
    alone = {"comparator": None, "printed": None, "of": None, **dict.fromkeys(UNCERTAINTY)}
    several = dict.fromkeys(("parts", "implies", "conflicts_with", "restates"), ())
    own = {
        "value": found.low or 0,
        "date": PublishedDate(day, "day"),
        "total": found,
        "periods": periods,
        "uncertain": uncertain,
        "at_base": None,
    }
    return RunningTotal.model_construct(**{**said, **alone, **several, **own})
