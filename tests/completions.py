"""Small plans, and every way in which their figures can be completed to whole numbers.

The answers are found by trying all of them, with nothing of the engine: what it claims is compared with their least
and their most.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any, NamedTuple

from qt_ict.engine.observations import EVERY_ROUND
from qt_ict.engine.standing import Standing, standings
from qt_ict.model.due import Due
from qt_ict.model.figures import Figure, Round, RoundFigures
from qt_ict.model.indicators import Bounds, Formula, Indicator, Joint, Sum, Unit
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target

YEARS = 5
"""From the baseline to the due date."""
NEAR, FAR = 26, 10**6
"""Of a number that nothing bounds: up to where all are tried, and from where two stand for all beyond."""
LARGEST = 12
"""The largest number that a document of a case prints."""
MOST_TRIED = 500
"""Cases with more completions are not tried."""
DAY = date(2010, 12, 31)
UNITS = {kind: Unit(vi="x", en="x", kind=kind) for kind in ("share", "density", "count")}


def or_more(first: int) -> list[int]:
    """A number and all above it: those near it, and two far away."""
    return [*range(first, NEAR), FAR, FAR + NEAR]


class Said(NamedTuple):
    """What a document says of one figure."""

    number: int
    comparator: str | None = None
    """``at_least`` and its like where it is a bound."""
    of: str | None = None
    """The figure that it is a printed percentage of; None for a count."""

    def agrees(self, count: int, known: Mapping[str, int]) -> bool:
        """Whether a document that rounds half up would print so of a count; True where it prints the count itself."""
        if self.of is None:
            return True
        share = Fraction(100 * count, known[self.of])
        match self.comparator:
            case "at_least":
                return share >= self.number
            case "more_than":
                return share > self.number
            case "at_most":
                return share <= self.number
            case "less_than":
                return share < self.number
        return math.floor(share + Fraction(1, 2)) == self.number

    @property
    def possible(self) -> Sequence[int]:
        """Every whole number that it may stand for, by its words."""
        if self.of is not None:
            return range(LARGEST + 1)
        match self.comparator:
            case "at_least" | "more_than":
                return or_more(self.number + (self.comparator == "more_than"))
            case "at_most" | "less_than":
                return range(self.number + (self.comparator == "at_most"))
        return range(self.number, self.number + 1)


class Case(NamedTuple):
    """One indicator, its figures, one target."""

    figures: Mapping[str, Said]
    counted: Formula
    below: Sum | None
    kind: str
    """Kind of the unit of measure: share, density, count."""
    comparator: str
    target: Decimal
    rates: Mapping[str, Fraction] = {}

    @property
    def upward(self) -> bool:
        """True for a floor, False for a ceiling."""
        return self.comparator in ("at_least", "more_than")

    @property
    def line(self) -> Fraction:
        """The number that the target names [unit of the indicator]."""
        return Fraction(self.target)

    @property
    def among(self) -> Sum | None:
        """What the count is taken of: the denominator, or the whole that percentages are printed of."""
        wholes = [each.of for each in self.figures.values() if each.of]
        return Sum((wholes[0],)) if wholes else self.below

    @property
    def is_strict(self) -> bool:
        """True where the number itself will not do."""
        return self.comparator in ("more_than", "less_than")

    @property
    def grows_unevenly(self) -> bool:
        """True where figures of the denominator grow at different rates."""
        return len({self.rates.get(name, Fraction(0)) for name in (self.below or Sum(())).figures}) > 1

    def is_met(self, value: Fraction) -> bool:
        """Whether a value meets the target."""
        if value == self.line:
            return not self.is_strict
        return (value > self.line) == self.upward


class Completion(NamedTuple):
    """The count and its whole, once every figure is known."""

    count: int
    whole: int | None
    """None without a denominator."""
    later: Fraction | None
    """The whole when the target is due."""
    far: bool
    """True where a number stands for all beyond it."""

    @property
    def value(self) -> Fraction:
        """The value of the indicator [unit]."""
        return Fraction(self.count) if self.whole is None else Fraction(100 * self.count, self.whole)

    def missing(self, case: Case) -> int:
        """The fewest things to add, or to remove, until the target is met, found by trying."""
        needed = case.line if self.later is None else case.line * self.later / 100
        step = 1 if case.upward else -1

        def is_enough(things: int) -> bool:
            count = self.count + step * things
            return (count >= needed if case.upward else count <= needed) and not (count == needed and case.is_strict)

        return bisect_left(range(10 * FAR), True, key=is_enough)


def completions(case: Case) -> set[Completion]:
    """Every way to complete the figures; of a share only those in which the count is part of its whole."""
    tried = product(*(each.possible for each in case.figures.values()))
    found = {each for numbers in tried for each in _completed(case, dict(zip(case.figures, numbers, strict=True)))}
    within = {each for each in found if each.whole is None or each.count <= each.whole}
    return within if case.kind == "share" else found


def _completed(case: Case, known: Mapping[str, int]) -> Iterator[Completion]:
    whole = later = None
    if case.among is not None:
        whole = sum(known[name] for name in case.among.figures)
        if whole == 0 or not all(each.agrees(known[name], known) for name, each in case.figures.items()):
            return
        grown = ((1 + case.rates.get(name, Fraction(0))) ** YEARS * known[name] for name in case.among.figures)
        later = sum(grown, Fraction(0))
    for count in _counts(case.counted, known):
        yield Completion(count, whole, later, max(count, *known.values()) >= FAR)


def _counts(formula: Formula, known: Mapping[str, int]) -> Iterable[int]:
    """What a formula may count, once its figures are known."""
    match formula:
        case Sum(figures):
            return [sum(known[name] for name in figures)]
        case Joint(figures):
            return _between(0, min(known[name] for name in figures))
        case Bounds(at_least, at_most):
            low = sum(known[name] for name in at_least.figures) if at_least else 0
            return _between(low, sum(known[name] for name in at_most.figures)) if at_most else or_more(low)


def _between(low: int, high: int) -> Iterable[int]:
    """The whole numbers between two; of too many the first and the last."""
    return (
        range(low, high + 1)
        if high < FAR
        else {*range(low, min(low + NEAR, high + 1)), *range(max(low, high - NEAR), high + 1)}
    )


def cases(seed: int, *, uneven: bool = False) -> Iterator[tuple[Case, set[Completion]]]:
    """Cases without end, each with its completions, of which there are some; the same for the same seed.

    Args:
        seed: The seed.
        uneven: True for those alone in which figures of the denominator grow at different rates.
    """
    random = Random(seed)
    while True:
        case = _case(random)
        if uneven and not case.grows_unevenly:
            continue
        if math.prod(len(each.possible) for each in case.figures.values()) <= MOST_TRIED:
            found = completions(case)
            if found:
                yield case, found


def _case(random: Random) -> Case:
    counted, below = random.choice(FORMULAS)
    if below is None and random.random() < PRINTED:
        return _printed_case(random, counted)
    names = dict.fromkeys((*counted.figures, *(below.figures if below else ())))
    kind = "count" if below is None else random.choice(("share", "share", "density"))
    comparator = random.choice(("at_least", "more_than", "at_most", "less_than"))
    target = random.choice(TARGETS) if below else Decimal(random.randrange(12))
    rates = _rates(random, below) if below and random.random() < 0.3 else {}
    return Case({name: _said(random) for name in names}, counted, below, kind, comparator, target, rates)


def _printed_case(random: Random, counted: Formula) -> Case:
    """A case of percentages printed of a known whole."""
    whole = random.randrange(1, LARGEST + 1)
    shares = {}
    for name in counted.figures:
        comparator = random.choice((None, None, None, "at_least", "more_than", "less_than"))
        number = math.floor(Fraction(100 * random.randrange(whole + 1), whole) + Fraction(1, 2))
        shares[name] = Said(max(number, 1) if comparator else number, comparator, "whole")
    comparator = random.choice(("at_least", "more_than", "at_most", "less_than"))
    return Case({**shares, "whole": Said(whole)}, counted, None, "share", comparator, random.choice(TARGETS))


def _said(random: Random) -> Said:
    comparator = random.choice((None, None, "at_least", "more_than", "at_most", "less_than", "less_than"))
    return Said(random.randrange(1 if comparator else 0, LARGEST + 1), comparator)


def _rates(random: Random, below: Sum) -> dict[str, Fraction]:
    """One rate for the whole denominator, in one case of four for one of its figures alone."""
    rate = Fraction(random.choice((-5, 2, 10)), 100)
    return dict.fromkeys(below.figures[: 1 if random.random() < 0.25 else None], rate)


TARGETS = [Decimal(each) for each in ("0", "10", "33.3", "50", "75", "95", "99.9", "100")]
A, B, WHOLE, OTHERS = Sum(("a",)), Sum(("b",)), Sum(("whole",)), Sum(("others",))
FORMULAS: list[tuple[Formula, Sum | None]] = [
    (A, None),
    (A, None),
    (Sum(("a", "b")), None),
    (Joint(("a", "b")), None),
    (Bounds(A, B), None),
    (A, WHOLE),
    (A, WHOLE),
    (A, WHOLE),
    (Sum(("a", "b")), WHOLE),
    (A, Sum(("whole", "others"))),
    (A, Sum(("a", "others"))),
    (Sum(("a", "b")), Sum(("a", "whole"))),
    (Joint(("a", "b")), WHOLE),
    (Joint(("a", "b")), A),
    (Joint(("a", "b")), Sum(("a", "others"))),
    (Bounds(A, B), WHOLE),
    (Bounds(None, A), WHOLE),
    (Bounds(A, None), WHOLE),
    (Bounds(None, A), Sum(("a", "others"))),
    (Bounds(A, B), Sum(("a", "others"))),
    (Bounds(A, Sum(("a", "b"))), Sum(("a", "b"))),
]
"""What is counted, and among what."""
PRINTED = 0.75
"""Part of the cases without a denominator in which percentages are printed of a known whole."""


def judged(case: Case) -> Standing:
    """What the engine says of a case."""
    figures = {name: _figure(each) for name, each in case.figures.items()}
    indicator = Indicator.model_construct(
        vi="x",
        en="x",
        unit=case.kind,
        numerator=case.counted if case.below else None,
        denominator=case.below,
        factor=100 if case.below else None,
        figure=None if case.below else case.counted,
        better="higher" if case.upward else "lower",
        domain="d",
    )
    target = Target.model_construct(
        vi="x",
        en="x",
        domain="d",
        due=Due("by", (DAY.year + YEARS,)),
        comparator=case.comparator,
        value=case.target,
        unit=case.kind,
        measure="bounds",
        indicator="i",
        source=("I",),
    )
    header = Round.model_construct(vi="x", en="x", date=DAY, transcribed=True)
    round_ = RoundFigures("baseline", header, figures)
    nothing: Any = {}
    plan = Plan(
        nothing,
        nothing,
        nothing,
        nothing,
        nothing,
        documents={},
        units=UNITS,
        domains={},
        indicators={"i": indicator},
        round=header,
        round_id="baseline",
        figures=figures,
        targets={"t": target},
        rounds=(round_,),
    )
    (row,) = standings(plan, EVERY_ROUND, case.rates)
    return row


def _figure(said: Said) -> Figure:
    return Figure.model_construct(
        vi="x",
        en="x",
        value=said.number,
        comparator=said.comparator,
        unit="share" if said.of else "count",
        of=said.of,
        source="I",
    )
