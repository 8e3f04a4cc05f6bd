"""Figures and targets as the document words them: "> 95 %", "about 40 services"."""

from decimal import Decimal

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.language import EMPTY, LANGUAGES, Text, number
from qt_ict.model.figures import Figure, FigureComparator
from qt_ict.model.indicators import CEILING, Better, Unit, UnitKind
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Comparator, Target
from qt_ict.wording.quantities import plain, with_unit

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
    """A figure as published: its number, with > or < where it is a bound, and how far it may be off where it says so.

    >>> figure = Figure.model_construct(value=534900, rounded_to=100)
    >>> figure_text(figure).en
    '534,900 (rounded to 100)'
    """
    return bound_text(figure.value, figure.comparator) + margin_text(figure)


def margin_text(figure: Figure) -> Text:
    """How far a number may be off, as published, in brackets behind a space; empty where nothing is said of it.

    >>> margin_text(Figure.model_construct(value=45, low=43, high=47, confidence=95)).en
    ' (95 %: 43–47)'
    """
    if figure.low is not None and figure.high is not None:
        ends = plain(figure.low) + "–" + plain(figure.high)
        said = plain(figure.confidence) + " %: " + ends if figure.confidence is not None else ends
    elif figure.standard_error is not None:
        said = Text("sai số chuẩn ", "standard error ") + plain(figure.standard_error)
    elif figure.rounded_to is not None:
        said = Text("làm tròn đến ", "rounded to ") + plain(figure.rounded_to)
    else:
        return EMPTY
    return " (" + said + ")"


def bound_text(value: int | Decimal, comparator: FigureComparator | None) -> Text:
    """A number, with > or < where it is a bound."""
    words = COMPARATORS[comparator] if comparator else Text.same("{value}")
    return words.fill(value=value)


def figure_in_full(plan: Plan, name: str) -> Text:
    """A figure's number with its unit of measure: "408,000 subscriptions", "> 40 %"."""
    return figure_with_unit(plan.figures[name], plan.units[plan.figures[name].unit])


def figure_with_unit(figure: Figure, unit: Unit) -> Text:
    """The same of a figure wherever it stands."""
    name = named(unit, point(figure.value if isinstance(figure.value, int) else 0))
    return with_unit(bound_text(figure.value, figure.comparator), name) + margin_text(figure)


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
