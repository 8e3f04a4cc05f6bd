"""Figures and targets as the document words them: "> 95 %", "about 40 services"."""

from decimal import Decimal

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.language import LANGUAGES, Text, number
from qt_ict.model.figures import Figure, FigureComparator
from qt_ict.model.indicators import CEILING, Better, Unit, UnitKind
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Comparator, Target
from qt_ict.wording.quantities import with_unit

COMPARATORS: dict[Comparator, Text] = {
    "at_least": Text.same("≥ {value}"),
    "more_than": Text.same("> {value}"),
    "at_most": Text.same("≤ {value}"),
    "less_than": Text.same("< {value}"),
    "about": Text("khoảng {value}", "about {value}"),
    "between": Text.same("{value}"),
    "all": Text("tất cả", "all"),
    "nearly_all": Text("hầu hết", "nearly all"),
    "most": Text("đa số", "most"),
    "some": Text("một số", "some"),
    "qualitative": Text("định tính", "in words"),
}
UNIT_KINDS: dict[UnitKind, Text] = {
    "share": Text("tỷ lệ", "share"),
    "density": Text("mật độ", "density"),
    "count": Text("số đếm", "count"),
}
BETTER: dict[Better, Text] = {"higher": Text("tăng", "higher"), "lower": Text("giảm", "lower")}


def figure_text(figure: Figure) -> Text:
    """A figure as published: its number, with > or < where it is a bound."""
    return bound_text(figure.value, figure.comparator)


def bound_text(value: int | Decimal, comparator: FigureComparator | None) -> Text:
    """A number, with > or < where it is a bound."""
    words = COMPARATORS[comparator] if comparator else Text.same("{value}")
    return words.fill(value=value)


def figure_in_full(plan: Plan, name: str) -> Text:
    """A figure's number with its unit of measure: "408,000 subscriptions", "> 40 %"."""
    return figure_with_unit(plan.figures[name], plan.units[plan.figures[name].unit])


def figure_with_unit(figure: Figure, unit: Unit) -> Text:
    """The same of a figure wherever it stands."""
    return with_unit(figure_text(figure), named(unit, point(figure.value if isinstance(figure.value, int) else 0)))


def target_text(plan: Plan, target: Target) -> Text:
    """Comparator and number of a target, in short: "> 95 %", "about 40 services", "all"."""
    if target.value is None or target.unit is None:
        return COMPARATORS[target.comparator]
    unit = plan.units[target.unit].name
    values = target.value if isinstance(target.value, tuple) else (target.value,)
    written = Text(
        *("–".join(number(each, language) for each in values) + f" {unit.say(language)}" for language in LANGUAGES)
    )
    if target.comparator == "at_least" and values == (CEILING,) and plan.units[target.unit].kind == "share":
        return written
    return COMPARATORS[target.comparator].fill(value=written)


def named(unit: Unit, amount: Interval) -> Text:
    """The name of a unit beside an amount: one household, two households."""
    one = amount.is_point and amount.low == 1 and unit.one
    return Text(unit.vi, unit.one) if one and unit.one else unit.name
