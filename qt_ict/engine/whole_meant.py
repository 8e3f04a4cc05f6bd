"""What "all" means: 100% of a share, the whole that a count is taken of, the ceiling of an index."""

from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.readings import reading
from qt_ict.engine.values import Counting
from qt_ict.model.indicators import CEILING, Indicator, Sum
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target


def all_meant(plan: Plan, target: Target) -> Fraction | None:
    """The number that "all" stands for [unit of the target]; None where the plan does not say it.

    Args:
        plan: The plan, seen in the round whose value counts.
        target: A target of "all".
    """
    if target.indicator is None or target.measure == "proxy":
        return Fraction(CEILING)
    indicator = plan.indicators[target.indicator]
    unit = plan.units[indicator.unit]
    if unit.kind in ("count", "amount"):
        return _whole(plan, indicator)
    return None if unit.most is None else Fraction(unit.most)


def whole_named(plan: Plan, indicator: Indicator) -> str | None:
    """The figure under ``of`` of everything that an indicator counts; None where that is not one figure."""
    if not isinstance(indicator.counted, Sum) or indicator.denominator is not None:
        return None
    named = {_of(plan, name) for name in indicator.counted.figures}
    return named.pop() if len(named) == 1 else None


def most_of(plan: Plan, whole: str | None, unit: str, now: Interval, says: Counting) -> Number | None:
    """What a count or an amount cannot pass: all of its whole [unit]; None where nothing names one of the same unit.

    Where the data say more than the whole themselves, that is the most.

    Args:
        plan: The plan, seen in the round that counts.
        whole: The figure under ``of`` of what is counted; None without one.
        unit: Unit of measure of what is counted.
        now: What is counted today [unit].
        says: What a figure counts then.
    """
    if whole is None or whole not in plan.figures or plan.figures[whole].unit != unit:
        return None
    if plan.units[unit].kind not in ("count", "amount"):
        return None
    most = says(plan, whole).high
    return None if most is None or now.high is None else max(most, now.high)


def _of(plan: Plan, figure: str) -> str | None:
    """What a figure is taken of, by the first round that says it."""
    return next((each.of for one in plan.rounds if (each := one.figures.get(figure)) and each.of), None)


def _whole(plan: Plan, indicator: Indicator) -> Fraction | None:
    """The whole of a count, where it is one number of the same unit of measure."""
    name = whole_named(plan, indicator)
    if name is None or name not in plan.figures or plan.figures[name].unit != indicator.unit:
        return None
    found = reading(plan, plan.figures[name])
    return Fraction(found.low) if found.is_point and found.low is not None else None
