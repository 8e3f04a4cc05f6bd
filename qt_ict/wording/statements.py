"""Figures and targets as the document words them: "> 95%", "about 40 services"."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval, Number, point
from qt_ict.language import EMPTY, Text
from qt_ict.model.figures import Figure, FigureComparator, Flag, PublishedDate
from qt_ict.model.from_baseline import FromBaseline
from qt_ict.model.indicators import CEILING, Better, Unit, UnitKind
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Comparator, Target
from qt_ict.wording import terms
from qt_ict.wording.dates import published_text
from qt_ict.wording.quantities import in_unit, plain, ranged, with_unit, written

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
WITHIN = Text("trong khoảng {value}", "within {value}")
"""Two numbers that both bind."""
UNIT_KINDS: dict[UnitKind, Text] = {
    "share": Text("tỷ lệ", "share"),
    "density": Text("mật độ", "density"),
    "count": Text("số đếm", "count"),
    "amount": Text("đại lượng", "amount"),
    "index": Text("chỉ số", "index"),
}
BETTER: dict[Better, Text] = {"higher": Text("tăng", "higher"), "lower": Text("giảm", "lower")}


def figure_text(figure: Figure) -> Text:
    """A figure as published: its number, with > or < where it is a bound, and how far it may be off where it says so.

    >>> figure = Figure.model_construct(value=534900, rounded_to=100)
    >>> figure_text(figure).en
    '534,900 (rounded to 100)'
    """
    return bound_text(figure.value, figure.comparator) + flag_text(figure) + margin_text(figure)


def flag_text(figure: Figure) -> Text:
    """How its source marks a number, in brackets behind a space; empty where it does not.

    >>> flag_text(Figure.model_construct(value=45, flag="provisional")).en
    ' (p)'
    """
    return flags_text((figure.flag,) if figure.flag else ())


def flags_text(flags: Iterable[Flag]) -> Text:
    """The same of everything behind a number."""
    said = ", ".join(terms.FLAGS[each] for each in flags)
    return Text.same(f" ({said})") if said else EMPTY


def margin_text(figure: Figure) -> Text:
    """How far a number may be off, as published, in brackets behind a space; empty where nothing is said of it.

    >>> margin_text(Figure.model_construct(value=45, low=43, high=47, confidence=95)).en
    ' (95%: 43–47)'
    """
    if figure.low is not None and figure.high is not None:
        ends = ranged(figure.low, figure.high)
        said = plain(figure.confidence) + "%: " + ends if figure.confidence is not None else ends
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
    """A figure's number with its unit of measure: "408,000 subscriptions", "> 40%"."""
    return figure_with_unit(plan.figures[name], plan.units[plan.figures[name].unit])


def figure_with_unit(figure: Figure, unit: Unit) -> Text:
    """The same of a figure wherever it stands."""
    name = named(unit, point(figure.value if isinstance(figure.value, int) else 0))
    return in_unit(bound_text(figure.value, figure.comparator), unit, name) + flag_text(figure) + margin_text(figure)


def target_text(plan: Plan, target: Target, reckoned: tuple[Number, ...] = ()) -> Text:
    """Comparator and number of a target, in short: "> 95%", "about 40", "all", "≥ 16% (double the baseline)".

    Args:
        plan: The plan, for its units of measure.
        target: The target.
        reckoned: What follows from the baseline where the target is said by it, or what "all" means [unit]; two numbers
            are a range.
    """
    if target.from_baseline is not None and target.unit is not None:
        return COMPARATORS[target.comparator].fill(value=_by_baseline(plan.units[target.unit], target, reckoned))
    if target.comparator == "all" and reckoned and target.indicator is not None:
        unit = plan.units[plan.indicators[target.indicator].unit]
        found = point(reckoned[0])
        said = in_unit(written(found, _digits_needed(reckoned)), unit, named(unit, found))
        return COMPARATORS["all"] + " (" + said + ")"
    if target.value is None or target.unit is None:
        return COMPARATORS[target.comparator]
    unit = plan.units[target.unit]
    values = target.value if isinstance(target.value, tuple) else (target.value,)
    said = in_unit(plain(values[0]) if len(values) == 1 else ranged(*values), unit, unit.name)
    if target.comparator == "at_least" and values == (CEILING,) and unit.kind == "share":
        return said
    if target.comparator == "between" and target.band:
        return WITHIN.fill(value=said)
    return COMPARATORS[target.comparator].fill(value=said)


def _by_baseline(unit: Unit, target: Target, reckoned: tuple[Number, ...]) -> Text:
    """What a target makes of the baseline, behind the number that follows where it is known."""
    assert target.from_baseline is not None, "asked only of such a target"
    said = from_baseline_text(target.from_baseline, unit, target.since)
    if not reckoned:
        return said
    number = Interval(min(reckoned), max(reckoned))
    return in_unit(written(number, _digits_needed(reckoned)), unit, unit.name) + " (" + said + ")"


_FEW = 2
"""Most decimals of a number that follows from the baseline."""


def _digits_needed(numbers: tuple[Number, ...]) -> int:
    """Decimals that write numbers exactly, or the few there may be."""
    exact = _has_digits(numbers, _FEW)
    return next(n for n in range(_FEW + 1) if n == _FEW or (exact and _has_digits(numbers, n)))


def _has_digits(numbers: tuple[Number, ...], digits: int) -> bool:
    return all((Fraction(each) * 10**digits).denominator == 1 for each in numbers)


def from_baseline_text(said: FromBaseline, unit: Unit, since: PublishedDate | None = None) -> Text:
    """What a target makes of the baseline, or of the value of a date: "double the baseline", "baseline + 10 pp".

    Args:
        said: What it makes of it.
        unit: Unit of measure of the target.
        since: The date whose value is meant; None where the baseline is.

    >>> from qt_ict.model.from_baseline import from_baseline
    >>> from_baseline_text(from_baseline("-30%"), Unit(vi="%", en="%", kind="share")).en
    'baseline − 30%'
    """
    base = _BASELINE if since is None else _OF_DATE.fill(date=published_text(since))
    if said.said in _SAID:
        return _SAID[said.said] + " " + base
    amount = plain(_decimal(abs(said.amount)))
    if said.way == "times":
        return base + " × " + amount
    sign = " − " if said.amount < 0 else " + "
    points = terms.POINTS_IN_CELLS if unit.is_percentage else unit.name
    names = {"per_cent": terms.PERCENT, "points": points, "things": unit.name}
    return base + sign + with_unit(amount, names[said.way])


_BASELINE = Text("năm gốc", "baseline")
_OF_DATE = Text("mức {date}", "value of {date}")
_SAID = {
    "double": Text("gấp đôi", "double the"),
    "halve": Text("một nửa", "half the"),
}


def _decimal(number: Fraction) -> int | Decimal:
    return number.numerator if number.denominator == 1 else Decimal(number.numerator) / number.denominator


def named(unit: Unit, amount: Interval) -> Text:
    """The name of a unit beside an amount: one household, two households."""
    one = amount.is_point and amount.low == 1 and unit.one
    return Text(unit.vi, unit.one) if one and unit.one else unit.name
