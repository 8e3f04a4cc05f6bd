"""What checks look at: a plan seen in a round, and what follows from it, computed once for all checks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.arithmetic.pairs import quotient
from qt_ict.arithmetic.rounding import digits_of, printed_factor, printed_number
from qt_ict.checks.versions_in_force import InForce, TargetVersion, in_force, versions
from qt_ict.engine.flows import accrued, adds_up
from qt_ict.engine.printed import Rounding, rounding
from qt_ict.engine.readings import reading
from qt_ict.engine.values import Value, value
from qt_ict.language import Text
from qt_ict.loading.sections import ROUND
from qt_ict.model.figures import Figure, RoundFigures
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target
from qt_ict.nearest import as_read
from qt_ict.positions import Path
from qt_ict.wording.statements import figure_in_full


class PrintedRatio(NamedTuple):
    """A ratio as the document prints it beside a figure, and the one computed."""

    figure: str
    of: str
    """The figure it is taken of."""
    text: str
    """Exactly as printed."""
    number: Decimal
    """The number in it."""
    factor: int
    """100 for a percentage or a rate per 100."""
    computed: Interval
    rounding: Rounding | None
    """Which rounding explains the printed one; None where a bound leaves it open."""

    @property
    def digits(self) -> int:
        """Number of decimals printed."""
        return digits_of(self.number)


def _may_have(each: RoundFigures, figures: Iterable[str]) -> bool:
    """Whether a round has some figures, as far as it could be read."""
    return all(name in each.figures or name in each.unread for name in figures)


class Facts:
    """A plan seen in one of its rounds, and what several checks need of it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._in_full: dict[str, Text] = {}

    @property
    def later(self) -> bool:
        """True where the plan is seen in a round after the first."""
        return self.plan.round_id != self.plan.baseline.id

    @cached_property
    def rounds(self) -> Sequence["Facts"]:
        """The plan seen in each of its rounds, the baseline first, then by date."""
        here = self.plan.round_id
        return [self if each.id == here else Facts(self.plan.seen_in(each)) for each in self.plan.rounds]

    def placed(self, at: Path) -> Path:
        """A key path, behind the id of the round where it leads into the file of a later one."""
        if not self.later or at[0] not in ROUND:
            return at
        if self.is_of_another_round(at):
            home = self._home_of(str(at[1]))
            return at if home == self.plan.baseline.id else (home, *at)
        return (self.plan.round_id, *at)

    def is_of_another_round(self, at: Path) -> bool:
        """True of a key path to a figure that holds in the round and stands in the file of an earlier one."""
        return at[0] == "figures" and len(at) > 1 and at[1] in self.plan.carried

    def _home_of(self, figure: str) -> str:
        """The last round before this one that has a figure."""
        ids = [each.id for each in self.plan.rounds]
        before = self.plan.rounds[: ids.index(self.plan.round_id)]
        return next(each.id for each in reversed(before) if figure in each.figures)

    @cached_property
    def measured(self) -> Sequence[str]:
        """The indicators of which the round has every figure."""
        return [name for name, indicator in self.plan.indicators.items() if self.plan.has(indicator)]

    @cached_property
    def first_measured(self) -> Sequence[str]:
        """Those of them that no earlier round measures: what is wrong with their formulas is said once."""
        *earlier, _ = self._so_far
        figures = {name: self.plan.indicators[name].figures for name in self.measured}
        return [name for name in self.measured if not any(_may_have(each, figures[name]) for each in earlier)]

    @cached_property
    def _so_far(self) -> Sequence[RoundFigures]:
        """The rounds up to the one it is seen in."""
        names = [each.id for each in self.plan.rounds]
        return self.plan.rounds[: names.index(self.plan.round_id) + 1]

    @cached_property
    def known_parts(self) -> Mapping[str, tuple[str, ...]]:
        """The parts that have a number, of totals of which others have none."""
        figures = self.plan.figures
        halves = self._so_far[-1].incomplete
        return {name: tuple(each for each in parts if each in figures) for name, parts in halves.items()}

    @cached_property
    def unsure(self) -> frozenset[str]:
        """Figures of which this round or one before says what could not be read: what came before is not known."""
        return frozenset(name for each in self._so_far for name in each.unread)

    def is_sure(self, figures: Iterable[str]) -> bool:
        """Whether what earlier rounds say of some figures is known."""
        return self.unsure.isdisjoint(figures)

    def in_full(self, figure: str) -> Text:
        """A figure's number with its unit of measure, written once."""
        if figure not in self._in_full:
            self._in_full[figure] = figure_in_full(self.plan, figure)
        return self._in_full[figure]

    @cached_property
    def readings(self) -> Mapping[str, Interval]:
        """What every figure says [its unit]."""
        return {name: reading(self.plan, figure) for name, figure in self.plan.figures.items()}

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """The value of every indicator that the round measures."""
        return {name: value(self._added_up(name), self.plan.indicators[name]) for name in self.measured}

    def _added_up(self, indicator: str) -> Plan:
        """The plan in its round, what an indicator counts per period being added up since the first."""
        named = self.plan.indicators[indicator]
        if not adds_up(self.plan, named):
            return self.plan
        here = self.plan.round.date
        return accrued([self.plan.seen_in(each) for each in self.plan.rounds if each.round.date <= here], named)[-1]

    @cached_property
    def ratios(self) -> Sequence[PrintedRatio]:
        """Every printed ratio that can be computed; of a percentage, the figure itself."""
        found = []
        for name, figure in self.plan.figures.items():
            number = printed_number(figure.printed) if figure.printed else None
            if figure.printed is None or figure.of is None or number is None:
                continue
            factor = printed_factor(figure.printed)
            computed = self._ratio(name, figure, factor)
            if computed is not None:
                explained = rounding(computed, figure.printed)
                found.append(PrintedRatio(name, figure.of, figure.printed, number, factor, computed, explained))
        return found

    def _ratio(self, name: str, figure: Figure, factor: int) -> Interval | None:
        """A figure as a share of what it is taken of; None where that is nothing."""
        if self.plan.units[figure.unit].kind == "share":
            return self.readings[name] if figure.comparator else point(Fraction(figure.value))
        whole = self.readings[figure.of or name]
        return quotient(self.readings[name], whole, factor) if whole.high != 0 else None

    @cached_property
    def namesakes(self) -> Sequence[Sequence[str]]:
        """Figures that share name, unit of measure, whole and date, several each."""
        figures = sorted(self.plan.figures.items(), key=itemgetter(0), reverse=True)
        total_of = {part: name for name, figure in figures for part in figure.parts}
        found: dict[tuple[str, str, str | None, date], list[str]] = {}
        for name, figure in self.plan.figures.items():
            whole = figure.of or total_of.get(name)
            about = as_read(figure.vi), figure.unit, whole, self.plan.day_of(name)
            if self.plan.unread.leaves("figures", name):
                found.setdefault(about, []).append(name)
        return [names for names in found.values() if len(names) > 1]

    @cached_property
    def values_by_unit(self) -> Mapping[str, list[tuple[int | Decimal, str]]]:
        """Values and names of all figures by unit of measure, smallest first."""
        found = defaultdict(list)
        for name, figure in self.plan.figures.items():
            found[figure.unit].append((figure.value, name))
        return {unit: sorted(values) for unit, values in found.items()}

    @cached_property
    def versions(self) -> Sequence[TargetVersion]:
        """Every version of every target, the first statement before its revisions."""
        return tuple(versions(self.plan))

    @cached_property
    def in_force(self) -> Sequence[InForce]:
        """The targets in force side by side, from document to document."""
        return tuple(in_force(each for each in self.versions if self.plan.unread.leaves("targets", each.name)))

    def is_known(self, target: str) -> bool:
        """Whether all that a target names could be read."""
        return ("targets", target) not in self.plan.unread.loosened

    def measuring(self, target: Target) -> str | None:
        """The indicator that measures a target's own thing, some day; None for a proxy and where nothing does."""
        return target.indicator if target.measure in ("direct", "bounds") else None
