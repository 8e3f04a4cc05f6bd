"""How often forecasts came true: ``python -m backtest.forecasts`` prints the tables in Markdown."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from statistics import fmean
from typing import NamedTuple

from backtest.areas import Halves, difference, estimate, halves, sums
from backtest.cases import FAMILIES, FAMILY_NAMES, SHAPES, PastPlan, Shape, panel, past_plans
from backtest.markdown import estimated, share, table
from backtest.rivals import Predictor, base_rate, damped, linear
from qt_ict.reference.classes import ReferenceClass
from qt_ict.reference.forecasting import CHOSEN, Nearness, Outlook, outlook

BANDS = 5
"""Into so many equal bands forecasts are put to compare what was said with what came."""
EVERY_YEAR, KNOWN_THEN = "countries left out", "known then"
"""All years of all other countries; of them only what was known in the year of judging."""
REGIMES = (EVERY_YEAR, KNOWN_THEN)
TEN_AFTER_FIVE = SHAPES[0]


class Said(NamedTuple):
    """A plan of the past, what was said of it, and how wide that was."""

    plan: PastPlan
    probability: float
    low: float
    median: float
    high: float

    @property
    def error(self) -> float:
        """Squared difference between what was said and what came [1]."""
        return (self.probability - self.plan.met) ** 2


@dataclass(frozen=True, eq=False)
class Panels:
    """What everything is counted from."""

    classes: dict[str, ReferenceClass]
    halves: Halves


def panels() -> Panels:
    """The shipped panels, and their countries split in two."""
    classes = {family: panel(family) for family in FAMILIES}
    return Panels(classes, halves(area for each in classes.values() for area in each.areas))


def plans_of(panels: Panels, family: str, shape: Shape, half: frozenset[str]) -> list[PastPlan]:
    """The past plans of a family and shape in one half of the countries."""
    return [each for each in past_plans(panels.classes[family], shape) if each.area in half]


def said(
    reference: ReferenceClass,
    plans: Sequence[PastPlan],
    regime: str,
    by_pace: bool = True,
    nearness: Nearness = CHOSEN,
) -> Iterator[Said]:
    """What is said of plans whose own country is left out; nothing of those with too few cases.

    Args:
        reference: The class.
        plans: What is to be foretold.
        regime: Whether all years count or only what was known then.
        by_pace: False where the value in the year of judging is all that is told.
        nearness: Which cases are counted.
    """

    @lru_cache(maxsize=16)
    def found(area: str, year: int, value: float, pace: float, span: int, years: int) -> Outlook | None:
        answer = outlook(
            reference,
            value=value,
            years=years,
            pace=pace if by_pace else None,
            span=span,
            without=area,
            known_by=year if regime == KNOWN_THEN else None,
            nearness=nearness,
        )
        return answer if isinstance(answer, Outlook) else None

    for plan in plans:
        known = found(plan.area, plan.judged_year, plan.judged, plan.pace, plan.before, plan.after)
        if known is not None:
            likely = known.probability(plan.target.value, upward=True)
            yield Said(plan, likely, known.quantile(0.05), known.quantile(0.5), known.quantile(0.95))


@cache
def answers(found: Panels, family: str, shape: Shape, regime: str) -> tuple[Said, ...]:
    """What is said of the plans of the half that nothing was chosen by."""
    return tuple(said(found.classes[family], plans_of(found, family, shape, found.halves.report), regime))


def report() -> str:
    """All tables, as Markdown."""
    found = panels()
    sections = (_aims, _scores, _bands, _ranges, _choice, _laws, _viet_nam)
    return "\n\n".join([*(section(found) for section in sections), NOT_SHOWN])


NOT_SHOWN = """\
### What these tables do not show

- Countries are no provinces, and a share of people is no share of households. Provinces need a class of their own.
- Panels end in 2018. What came after, a pandemic among it, is in no case.
- Values are those published today. Who judged in 2008 saw other numbers of 2007.
- Targets are ours: levels of plans of those years, twice the base, half the rest. Other targets give other scores;
  bands, not the score, say what a probability is worth.
- *Countries left out* knows the later years of all others: how fast phones spread everywhere. *Known then* does not,
  and there the forecast was too hopeful: first came those who were fast, and nobody had seen where it ends.
- One value alone says little of subscriptions, whose early adopters were the fast ones; of Internet users, nearly all.
- Years of one country overlap; intervals draw countries for that reason, and still take countries for independent.
- Of plans with fewer than 30 cases nothing is said; *known then*, these are the early ones."""


AIMS = {"internet_users": 0.10, "fixed_broadband": 0.09, "mobile": 0.10}
"""Brier scores aimed at, ten years after five, countries left out."""
BAND_AIM = 0.05
"""How far what was said and what came may lie apart in a band [1]."""


def _aims(found: Panels) -> str:
    """What was aimed at and what was reached, ten years after five, countries left out."""
    half = {family: answers(found, family, TEN_AFTER_FIVE, EVERY_YEAR) for family in FAMILIES}
    everywhere = {family: tuple(_of_all_countries(found, family)) for family in FAMILIES}
    rows = [["Brier score, at most", *(share(AIMS[family]) for family in FAMILIES)]]
    rows += [_reached(name, told) for name, told in (("the other half", half), ("all countries", everywhere))]
    rows.append(["said and came apart in the worst of five bands, at most", *(share(BAND_AIM) for _ in FAMILIES)])
    rows += [_apart(name, told) for name, told in (("the other half", half), ("all countries", everywhere))]
    heads = ("ten years after five, countries left out", *map(FAMILY_NAMES.__getitem__, FAMILIES))
    return f"### What was aimed at\n\n{table(heads, rows)}\n\n{_AIMS}"


_AIMS = """\
The forecast was looked for on one split of the countries, whose other half is shown; on another split that was tried
broadband scored worse. Read the row of all countries, which holds the half that was chosen by, as the soberer one.
The aims are of another mix of targets: with bolder ones, met less often, scores are lower by themselves."""


def _of_all_countries(found: Panels, family: str) -> Iterator[Said]:
    everywhere = found.halves.choice | found.halves.report
    plans = plans_of(found, family, TEN_AFTER_FIVE, everywhere)
    return said(found.classes[family], plans, EVERY_YEAR)


def _reached(name: str, told: Mapping[str, Sequence[Said]]) -> list[str]:
    return [f"reached, {name}", *(share(fmean(each.error for each in told[family])) for family in FAMILIES)]


def _apart(name: str, told: Mapping[str, Sequence[Said]]) -> list[str]:
    """How far apart what was said and what came are, in the worst of the bands."""

    def gap(band: Sequence[Said]) -> float:
        return abs(fmean(each.probability for each in band) - fmean(each.plan.met for each in band))

    return [
        f"reached, {name}",
        *(share(max(gap(band) for band in in_bands(told[family]) if band)) for family in FAMILIES),
    ]


def _scores(found: Panels) -> str:
    heads = ("family, plan, cases counted", "plans", "of", "met", *_RIVALS, "level alone", "forecast", "less linear")
    rows = [_score(found, family, shape, regime) for shape in SHAPES for regime in REGIMES for family in FAMILIES]
    return f"### Brier scores\n\n{_SCORES}\n\n{table(heads, rows)}"


_SCORES = """\
Mean squared difference between the probability said and what came (1 met, 0 not): 0 is perfect. Countries of the half
that nothing was chosen by; in brackets 95% intervals from drawing countries, the last of the forecast's score less
that of the linear ratio. Base rate, linear ratio and damped trend are calibrated on the other half, with hindsight;
all columns are of the plans of which the forecast says something."""
_RIVALS: dict[str, Callable[[Sequence[PastPlan]], Predictor]] = {
    "base rate": base_rate,
    "linear ratio": linear,
    "damped trend": damped,
}


def _score(found: Panels, family: str, shape: Shape, regime: str) -> list[str]:
    learnt = plans_of(found, family, shape, found.halves.choice)
    asked = plans_of(found, family, shape, found.halves.report)
    told = answers(found, family, shape, regime)
    plans = [each.plan for each in told]
    level = [each.error for each in said(found.classes[family], plans, regime, by_pace=False)]
    rivals = {name: _errors(make(learnt), plans) for name, make in _RIVALS.items()}
    errors = [(each.plan.area, each.error) for each in told]
    apart = difference(sums(errors), sums(rivals["linear ratio"]))
    return [
        f"{FAMILY_NAMES[family]}, {shape.name}, {regime}",
        str(len(plans)),
        str(len(asked)),
        share(fmean(each.met for each in plans)),
        *(share(fmean(error for _, error in each)) for each in rivals.values()),
        share(fmean(level)),
        estimated(estimate(errors)),
        f"[{share(apart[0])}, {share(apart[1])}]",
    ]


def _errors(predictor: Predictor, plans: Sequence[PastPlan]) -> list[tuple[str, float]]:
    return [(each.area, ((predictor(each) or 0.0) - each.met) ** 2) for each in plans]


def _bands(found: Panels) -> str:
    heads = ("family, cases counted", *(f"{band / BANDS:.1f}–{(band + 1) / BANDS:.1f}" for band in range(BANDS)))
    rows = [
        [f"{FAMILY_NAMES[family]}, {regime}", *map(_band, in_bands(answers(found, family, TEN_AFTER_FIVE, regime)))]
        for regime in REGIMES
        for family in FAMILIES
    ]
    return f"### Said and observed, ten years after five\n\n{_BANDS}\n\n{table(heads, rows)}"


_BANDS = """\
What was said on average, what came, and of how many plans. Half of the countries, as above."""


def in_bands(told: Sequence[Said]) -> list[list[Said]]:
    """Answers by what was said, in equal bands from 0 to 1."""
    bands: list[list[Said]] = [[] for _ in range(BANDS)]
    for each in told:
        bands[min(int(each.probability * BANDS), BANDS - 1)].append(each)
    return bands


def _band(told: Sequence[Said]) -> str:
    if not told:
        return "–"
    mean = fmean(each.probability for each in told)
    came = estimate((each.plan.area, float(each.plan.met)) for each in told)
    return f"{share(mean)} → {estimated(came)} ({len(told)})"


def _ranges(found: Panels) -> str:
    heads = ("family, plan, cases counted", "within", "below", "above", "half width", "error of the median")
    rows = [_range(found, family, shape, regime) for shape in SHAPES for regime in REGIMES for family in FAMILIES]
    return f"### The 90% range\n\n{_RANGES}\n\n{table(heads, rows)}"


_RANGES = """\
How many values came to lie within the range that was said, below and above it; half its width and the mean absolute
error of the median, in points or per 100. Every standing once, whatever its targets; countries as above."""


def _range(found: Panels, family: str, shape: Shape, regime: str) -> list[str]:
    once = {(each.plan.area, each.plan.judged_year): each for each in answers(found, family, shape, regime)}
    told = list(once.values())
    within = estimate((each.plan.area, float(each.low <= each.plan.due <= each.high)) for each in told)
    return [
        f"{FAMILY_NAMES[family]}, {shape.name}, {regime}",
        estimated(within),
        share(fmean(each.plan.due < each.low for each in told)),
        share(fmean(each.plan.due > each.high for each in told)),
        f"{fmean(each.high - each.low for each in told) / 2:.1f}",
        f"{fmean(abs(each.plan.due - each.median) for each in told):.1f}",
    ]


TRIED = {
    "chosen: 60 areas, rise counts twice": CHOSEN,
    "30 areas": CHOSEN._replace(most=30),
    "100 areas": CHOSEN._replace(most=100),
    "60 country-years, any number of an area": CHOSEN._replace(areas_to_spare=1e6),
    "150 country-years, any number of an area": CHOSEN._replace(most=150, areas_to_spare=1e6),
    "rise counts once": CHOSEN._replace(weight_of_rise=1.0),
    "level alone": CHOSEN._replace(weight_of_rise=0.0),
    "cases no further than 2": CHOSEN._replace(furthest=2.0),
    "cases however far": CHOSEN._replace(furthest=16.0),
}
"""Ways of choosing the cases, all tried on the half of the choice."""


def _choice(found: Panels) -> str:
    heads = ("cases counted", *(f"{FAMILY_NAMES[family]}, {regime}" for regime in REGIMES for family in FAMILIES))
    rows = [
        [name, *(_tried(found, family, regime, way) for regime in REGIMES for family in FAMILIES)]
        for name, way in TRIED.items()
    ]
    return f"### The choice, ten years after five\n\n{_CHOICE}\n\n{table(heads, rows)}"


_CHOICE = """\
Brier scores on the half of the countries that the choice was made by, and how many plans something was said of."""


def _tried(found: Panels, family: str, regime: str, way: Nearness) -> str:
    asked = plans_of(found, family, TEN_AFTER_FIVE, found.halves.choice)
    told = list(said(found.classes[family], asked, regime, nearness=way))
    return f"{share(fmean(each.error for each in told))} ({len(told)})"


def _laws(found: Panels) -> str:
    heads = ("family, told", "plans", *(f"{each}: lower" for each in _BETTER), "at most by")
    rows = [_law(found, family, by_pace) for by_pace in (True, False) for family in FAMILIES]
    return f"### Where one case less or more shows\n\n{_LAWS}\n\n{table(heads, rows)}"


_LAWS = """\
A stricter target is never likelier. A better value, or a year more, changes which cases are nearest, so that the
probability can be a little lower: in how many of 100 plans, and by how much at most. Every seventh plan."""
_BETTER = {"value 1% better": (1.01, 0), "value 5% better": (1.05, 0), "a year more": (1.0, 1)}
"""What makes a plan easier: a factor of the value, years more."""


def _law(found: Panels, family: str, by_pace: bool) -> list[str]:
    plans = plans_of(found, family, TEN_AFTER_FIVE, found.halves.report)[::7]
    reference = found.classes[family]
    falls = [[_fall(reference, plan, factor, more, by_pace) for plan in plans] for factor, more in _BETTER.values()]
    return [
        f"{FAMILY_NAMES[family]}, {'level and rise' if by_pace else 'level alone'}",
        str(len(plans)),
        *(f"{100 * fmean(each > 0 for each in fall):.1f}" for fall in falls),
        share(max(map(max, falls))),
    ]


def _fall(reference: ReferenceClass, plan: PastPlan, factor: float, more: int, by_pace: bool) -> float:
    """By how much a plan is less likely where the value is better, or more years are left [1]."""
    eased = plan._replace(judged=min(plan.judged * factor, reference.ceiling), due_year=plan.due_year + more)
    before, after = (list(said(reference, [each], EVERY_YEAR, by_pace)) for each in (plan, eased))
    return max(0.0, before[0].probability - after[0].probability) if before and after else 0.0


def _viet_nam(found: Panels) -> str:
    heads = ("seen from 2013", "median", "90%", "P(40%)", "P(50%)", "P(70%)", "cases", "came")
    values = {each.year: each.value for each in found.classes["internet_users"].areas["vnm"]}
    rows = [
        _seen(found.classes["internet_users"], values, year, span) for year in (2015, 2018) for span in (None, 3, 5)
    ]
    return f"### Viet Nam, Internet users\n\n{_VIET_NAM}\n\n{table(heads, rows)}"


_VIET_NAM = """\
What could be said at the end of 2013, of 38.5%, with what was known then and without Viet Nam itself; with the rise
of so many years, or without."""


def _seen(reference: ReferenceClass, values: dict[int, float], due: int, span: int | None) -> list[str]:
    value = values[2013]
    pace = None if span is None else (value - values[2013 - span]) / span
    known = outlook(reference, value=value, years=due - 2013, pace=pace, span=span, without="vnm", known_by=2013)
    assert isinstance(known, Outlook)
    return [
        f"{due}, " + ("level alone" if span is None else f"rise of {span} years"),
        f"{known.quantile(0.5):.1f}",
        f"{known.quantile(0.05):.1f}–{known.quantile(0.95):.1f}",
        *(share(known.probability(level, upward=True)) for level in (40, 50, 70)),
        str(len(known.ends)),
        f"{values[due]:.1f}",
    ]


if __name__ == "__main__":
    sys.stdout.write(report() + "\n")
