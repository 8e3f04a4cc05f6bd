"""How often statuses came true: ours and those of every published method, on past plans."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from backtest.areas import SEED, Halves, estimate, halves
from backtest.cases import FAMILIES, FAMILY_NAMES, SHAPES, PastPlan, Shape, panel, past_plans
from backtest.markdown import estimated, share, table
from qt_ict.arithmetic.interval import point
from qt_ict.engine.pace import ratio
from qt_ict.engine.record import OURS
from qt_ict.engine.span import Span
from qt_ict.engine.thresholds import Threshold
from qt_ict.engine.verdict import LIMITS, of_present
from qt_ict.methods.by_name import METHODS
from qt_ict.methods.series import DatedValue, Series
from qt_ict.reference.classes import ReferenceClass
from qt_ict.reference.past_record import PastRecord

TRIED = (Fraction(1), Fraction(5, 4), Fraction(3, 2), Fraction(7, 4), Fraction(2))
"""Limits of on track that can be said in words: as fast as needed, a quarter faster, half again as fast."""
WANTED = 0.75
"""The part of what is called on track that is to be kept, in each family [1]."""
MODERATE = Fraction(dict(LIMITS)["moderate"], 100)
"""The other limit: Eurostat's and Statistics Canada's number."""
BANDS: Mapping[str, tuple[float, ...]] = {
    "internet_users": (0, 2, 10, 30, 60),
    "fixed_broadband": (0, 1, 5, 15),
    "mobile": (0, 5, 20, 50, 100),
}
"""Where bands of the level at which a plan is judged begin [unit of the family]."""
TIMES_LEFT = (*SHAPES, Shape(7, 3), Shape(4, 1))
"""Shapes of plans for the record beside a status: seven, five, three, two years and one left."""
SPLITS = 200
"""Other halves of the areas, to see how much hangs on the one."""
DRAWS = 500
"""Drawings of the areas of the choosing half."""
SURE = 0.95
"""The part of them in which a limit has to hold [1]."""


@dataclass(frozen=True, eq=False)
class Judged:
    """A past plan, and the values that were known when it was judged."""

    plan: PastPlan
    values: tuple[tuple[int, float], ...]
    """Year and value from the base to the judging."""

    @property
    def line(self) -> Threshold:
        """What meets its target."""
        return Threshold(_exact(self.plan.target.value), upward=True, strict=False)

    @cached_property
    def ratio(self) -> Fraction:
        """Pace so far / pace required from now on, as the engine computes it; the target is not met [1]."""
        low = ratio(self.span).low
        assert isinstance(low, Fraction), "values are points short of the target"
        return low

    @property
    def span(self) -> Span:
        """The plan as the engine sees it when it is judged."""
        plan, left = self.plan, Fraction(self.plan.after)
        return Span(point(_exact(plan.base)), point(_exact(plan.judged)), self.line, Fraction(plan.before), left, left)


def _exact(value: float) -> Fraction:
    return Fraction(repr(value))


def judged_plans(reference: ReferenceClass, shapes: Iterable[Shape], *, met_too: bool = False) -> Iterator[Judged]:
    """Every past plan of some shapes.

    Args:
        reference: The class.
        shapes: How long plans had run and still had.
        met_too: True for those too whose target was met when they were judged.
    """
    values = {area: [(each.year, each.value) for each in found] for area, found in reference.areas.items()}
    for shape in shapes:
        for plan in past_plans(reference, shape, met_too=met_too):
            known = (each for each in values[plan.area] if plan.base_year <= each[0] <= plan.judged_year)
            yield Judged(plan, tuple(known))


def status_by(method: str, judged: Judged, reference: ReferenceClass) -> str | None:
    """The status that a method gives a plan; None where it gives none."""
    if method == OURS:
        found = of_present(judged.span, point(_exact(judged.values[-2][1]))).status
        return found[0] if found else None
    series = Series(
        tuple(DatedValue(float(year), value) for year, value in judged.values),
        "up",
        judged.plan.target.value,
        float(judged.plan.due_year),
        reference.ceiling if reference.kind == "share" else None,
    )
    return METHODS[method].judge(series).status


_AHEAD = {"statcan": "substantial", "destatis": "sun", "aarr": "on_track", OURS: "on_track"}
"""The code by which a method says that a target ahead will be met, where it has another for one that is met."""


def good_status(method: str) -> str:
    """The code by which a method says that a target ahead will be met."""
    return _AHEAD.get(method) or next(iter(METHODS[method].statuses))


def on_track(plans: Iterable[Judged], limit: Fraction) -> list[Judged]:
    """The plans that a limit calls on track."""
    return [each for each in plans if each.ratio >= limit]


def chosen_limit(by_family: Mapping[str, Sequence[Judged]], areas: frozenset[str]) -> Fraction | None:
    """The first limit that holds in nearly all drawings of the areas, not only in the one there was; None without one.

    Args:
        by_family: Plans by family.
        areas: The half on which choices are made.
    """
    counts = {family: _counts(plans) for family, plans in by_family.items()}
    generator = random.Random(SEED)
    drawn = [Counter(generator.choices(sorted(areas), k=len(areas))) for _ in range(DRAWS)]
    for limit in TRIED:
        if sum(_holds(counts, each, limit) for each in drawn) >= SURE * DRAWS:
            return limit
    return None


def _kept(plans: Iterable[Judged]) -> str:
    return estimated(estimate((each.plan.area, float(each.plan.met)) for each in plans))


def _called(plans: Sequence[Judged], limit: Fraction) -> float:
    """The part of what was met later that a limit had called so [1]."""
    met = [each for each in plans if each.plan.met]
    return len(on_track(met, limit)) / len(met)


class StatusBacktest:
    """All past plans of the three families, split into the half to choose by and the half to report on."""

    def __init__(self) -> None:
        self.panels = {family: panel(family) for family in FAMILIES}
        self.areas = [area for each in self.panels.values() for area in each.areas]
        self.plans = {family: list(judged_plans(each, SHAPES)) for family, each in self.panels.items()}
        self.split: Halves = halves(self.areas)

    def half(self, areas: frozenset[str]) -> dict[str, list[Judged]]:
        """The plans of some areas."""
        return {family: [each for each in plans if each.plan.area in areas] for family, plans in self.plans.items()}

    def limits(self) -> str:
        """What every limit gives on both halves."""
        heads = ["on track from", *(f"{FAMILY_NAMES[each]}: choosing half" for each in FAMILIES)]
        heads += [f"{FAMILY_NAMES[each]}: other half" for each in FAMILIES]
        heads += [f"{FAMILY_NAMES[each]}: called so" for each in FAMILIES]
        choosing, other = self.half(self.split.choice), self.half(self.split.report)
        rows = []
        for limit in TRIED:
            row = [f"{float(limit):g} times the pace needed"]
            for half in (choosing, other):
                row += [_kept(on_track(half[family], limit)) for family in FAMILIES]
            row += [share(_called(other[family], limit)) for family in FAMILIES]
            rows.append(row)
        return table(heads, rows)

    def called(self) -> str:
        """The part of what was met later that had been called on track or moderate."""
        other = self.half(self.split.report)
        row = ["on track or moderate", *(share(_called(other[family], MODERATE)) for family in FAMILIES)]
        return table(["of what was met later", *map(FAMILY_NAMES.__getitem__, FAMILIES)], [row])

    def other_halves(self) -> str:
        """In how many other halves of the areas every limit holds."""
        counts = {family: _counts(plans) for family, plans in self.plans.items()}
        drawn = [Counter(halves(self.areas, seed).choice) for seed in range(SPLITS)]
        rows = [
            [f"{float(limit):g} times the pace needed", str(sum(_holds(counts, each, limit) for each in drawn))]
            for limit in TRIED
        ]
        return table(["on track from", f"75% kept in each family, of {SPLITS} random halves"], rows)

    def by_method(self) -> str:
        """P(met | the status that says so), by method and family, on the half not used for choosing."""
        heads = ["method", "says"]
        for family in FAMILIES:
            heads += [f"{FAMILY_NAMES[family]}: kept", "of what was met, called so", "no answer"]
        other = self.half(self.split.report)
        base = ["base rate", ""]
        for family in FAMILIES:
            base += [_kept(other[family]), "–", "–"]
        rows = [base]
        for method in (OURS, *METHODS):
            row = [method, f"`{good_status(method)}`"]
            for family in FAMILIES:
                row += self._of_method(method, other[family], self.panels[family])
            rows.append(row)
        return table(heads, rows)

    def _of_method(self, method: str, plans: Sequence[Judged], reference: ReferenceClass) -> list[str]:
        statuses = [status_by(method, each, reference) for each in plans]
        good = [each for each, status in zip(plans, statuses, strict=True) if status == good_status(method)]
        met = sum(each.plan.met for each in plans)
        silent = sum(status is None for status in statuses) / len(plans)
        return [_kept(good), share(sum(each.plan.met for each in good) / met), share(silent)]

    def by_status(self) -> str:
        """P(met | status) for each of our statuses, on the half not used for choosing."""
        other = {
            family: [
                each for each in judged_plans(reference, SHAPES, met_too=True) if each.plan.area in self.split.report
            ]
            for family, reference in self.panels.items()
        }
        found: dict[str, dict[str, list[Judged]]] = {}
        for family, plans in other.items():
            for each in plans:
                status = status_by(OURS, each, self.panels[family])
                found.setdefault(str(status), {}).setdefault(family, []).append(each)
        order = ["met", "met_but_reversing", *dict(LIMITS), "fell_below_target", "moving_away"]
        rows = [
            [f"`{status}`", *(_with_number(found[status].get(family, [])) for family in FAMILIES)]
            for status in order
            if status in found
        ]
        return table(["status", *map(FAMILY_NAMES.__getitem__, FAMILIES)], rows)

    def by_level(self) -> str:
        """P(met | on track) by the level at which a plan was judged, and by the time it had left."""
        other = self.half(self.split.report)
        limit = Fraction(dict(LIMITS)["on_track"], 100)
        rows = []
        for family in FAMILIES:
            found = on_track(other[family], limit)
            for start, end in zip(BANDS[family], (*BANDS[family][1:], None), strict=True):
                inside = [
                    each for each in found if start <= each.plan.judged and (end is None or each.plan.judged < end)
                ]
                name = f"{FAMILY_NAMES[family]} {start:g}–{'' if end is None else f'{end:g}'}"
                rows.append([name, *(_with_number(_left(inside, shape.after)) for shape in SHAPES)])
        return table(["level when judged", *(f"{shape.after} years left" for shape in SHAPES)], rows)

    def records(self) -> Iterator[PastRecord]:
        """The record of every status, on the half not used for choosing: ours by level, others over all levels."""
        for family, reference in self.panels.items():
            every = judged_plans(reference, TIMES_LEFT, met_too=True)
            plans = [each for each in every if each.plan.area in self.split.report]
            ahead = [each for each in plans if each.plan.judged < each.plan.target.value]
            for method in (OURS, *METHODS):
                cells: dict[tuple[str, float, int], list[PastPlan]] = {}
                # Some methods have one code for what is met and what will be; a record is of targets still ahead.
                for each in plans if method == OURS else ahead:
                    status = status_by(method, each, reference)
                    bands = (_EVERY_LEVEL, _band(family, each.plan.judged)) if method == OURS else (_EVERY_LEVEL,)
                    for band in bands if status is not None else ():
                        cells.setdefault((str(status), band, each.plan.after), []).append(each.plan)
                for (status, band, left), found in sorted(cells.items()):
                    kept, areas = sum(each.met for each in found), len({each.area for each in found})
                    level = None if band == _EVERY_LEVEL else band
                    yield PastRecord(family, method, status, level, left, len(found), kept, areas)


_EVERY_LEVEL = -1.0
"""Stands for no band in particular."""


def _band(family: str, level: float) -> float:
    return max(each for each in BANDS[family] if each <= level)


def _left(plans: Iterable[Judged], years: int) -> list[Judged]:
    return [each for each in plans if each.plan.after == years]


FEWEST = 30
"""Of fewer plans no share is shown: all of three is no certainty."""


def _with_number(plans: Sequence[Judged]) -> str:
    return f"{_kept(plans)} of {len(plans)}" if len(plans) >= FEWEST else "–"


Counts = Mapping[Fraction, Mapping[str, tuple[int, int]]]
"""By limit and area: plans called on track, and how many of them were met."""


def _counts(plans: Iterable[Judged]) -> Counts:
    found: dict[Fraction, dict[str, tuple[int, int]]] = {limit: {} for limit in TRIED}
    for each in plans:
        value = each.ratio
        for limit in TRIED:
            if value >= limit:
                called, met = found[limit].get(each.plan.area, (0, 0))
                found[limit][each.plan.area] = (called + 1, met + each.plan.met)
    return found


def _holds(counts: Mapping[str, Counts], areas: Mapping[str, int], limit: Fraction) -> bool:
    """True where a limit keeps the wanted part in each family of some areas, each as often as it was drawn."""
    for by_limit in counts.values():
        inside = [(number, by_limit[limit][area]) for area, number in areas.items() if area in by_limit[limit]]
        kept = sum(number * met for number, (_, met) in inside)
        if kept < WANTED * sum(number * called for number, (called, _) in inside):
            return False
    return True
