"""Checks of units of measure (QT421 to QT424)."""

from collections.abc import Iterable, Iterator

from qt_ict.checks.check import Found, check, unit_of, value_of
from qt_ict.checks.facts import Facts
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING, Unit
from qt_ict.model.plan import Plan
from qt_ict.wording.quantities import listed


@check(
    "QT421",
    "error",
    Text("ghép {units} với nhau", "{units} are taken together"),
    Text(
        "Chỉ ghép số liệu cùng đơn vị tính: sửa danh sách, hoặc đơn vị tính của số liệu.",
        "Only like things go together: correct the list, or the unit of measure of a figure.",
    ),
    acceptable=False,
    every_round=True,
    called="cộng các đơn vị tính khác nhau",
)
def sum_of_unlike_units(facts: Facts) -> Iterator[Found]:
    """Figures in different units of measure are added, joined, made bounds of one thing or parts of one total.

    So are percentages of different wholes: 20% of the households and 30% of the people are 50% of nothing.

    Tiếng Việt:
        Các số liệu khác đơn vị tính được cộng, ghép, dùng làm cận của cùng một thứ, hoặc là các phần của một tổng.

        Tỷ lệ của những tổng số khác nhau cũng vậy: 20% số hộ và 30% số người không phải 50% của thứ gì.
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        yield from _unlike(facts, ("figures", name, "parts"), (name, *figure.parts), parts=True)
    for name in facts.first_measured:
        indicator = plan.indicators[name]
        key = indicator.counted_under
        found = list(_unlike(facts, ("indicators", name, key), indicator.counted.figures))
        if indicator.denominator and not found:
            found = list(_unlike(facts, ("indicators", name, "denominator"), indicator.denominator.figures))
        yield from found


def _unlike(facts: Facts, at: tuple[str, ...], figures: tuple[str, ...], *, parts: bool = False) -> Iterator[Found]:
    """Figures that do not go together; the shares of parts are taken of parts, each of its own."""
    units = _units(facts.plan, figures)
    if len(units) > 1 or (not parts and len(_wholes(facts.plan, figures)) > 1):
        sides = (*(value_of(facts, name) for name in figures), *(unit_of(facts, unit) for unit in units))
        yield Found(at, {"units": _listed(facts.plan, units)}, sides)


def _wholes(plan: Plan, figures: Iterable[str]) -> set[str]:
    """What percentages among some figures are taken of, as far as it is said."""
    shares = (plan.figures[name] for name in figures)
    return {each.of for each in shares if each.of is not None and plan.units[each.unit].kind == "share"}


def _units(plan: Plan, figures: Iterable[str]) -> list[str]:
    """The units of some figures, each once."""
    return list(dict.fromkeys(plan.figures[name].unit for name in figures))


def _listed(plan: Plan, units: Iterable[str]) -> Text:
    names = [plan.units[unit].name for unit in units]
    return listed(names, ", ")


@check(
    "QT422",
    "error",
    Text("{unit}: chia {above} cho {below}", "{unit}: divides {above} by {below}"),
    Text.same("{allowed}"),
    acceptable=False,
    every_round=True,
    called="chia các đơn vị tính khác nhau",
)
def division_of_unlike_units(facts: Facts) -> Iterator[Found]:
    """An indicator divides by something its unit of measure does not allow.

    A share divides like by like: households by households. A density divides by the unit under ``per`` of
    its own unit of measure: subscriptions per 100 persons. 20 181 subscriptions are not 20 181 households;
    a count, an amount or an index is not divided at all.

    Tiếng Việt:
        Một chỉ tiêu chia cho thứ mà đơn vị tính của nó không cho phép.

        Tỷ lệ chia cùng loại: hộ cho hộ. Mật độ chia cho đơn vị ở ``per`` của chính đơn vị tính ấy: thuê bao
        trên 100 dân. 20.181 thuê bao không phải 20.181 hộ; số đếm, đại lượng, chỉ số thì không chia.
    """
    plan = facts.plan
    for name in facts.first_measured:
        indicator = plan.indicators[name]
        if indicator.denominator is None:
            continue
        above, below = _units(plan, indicator.counted.figures), _units(plan, indicator.denominator.figures)
        unit = plan.units[indicator.unit]
        allowed = _allowed(plan, unit, above, below)
        if allowed is not None:
            values = {
                "unit": unit.name,
                "above": _listed(plan, above),
                "below": _listed(plan, below),
                "allowed": allowed,
            }
            figures = (value_of(facts, each) for each in indicator.figures)
            sides = (*figures, *(unit_of(facts, each) for each in dict.fromkeys((indicator.unit, *above, *below))))
            yield Found(("indicators", name, "denominator"), values, sides)


def _allowed(plan: Plan, unit: Unit, above: list[str], below: list[str]) -> Text | None:
    """What should be divided by what; None where it is so. Sums of unlike things have a check of their own."""
    if len(above) > 1 or len(below) > 1:
        return None
    match unit.kind:
        case "share" if above != below:
            return Text("Tỷ lệ chia hai số cùng đơn vị tính.", "A share divides two figures of one unit of measure.")
        case "count":
            return Text("Số đếm dùng figure, không có mẫu số.", "A count goes under figure, without a denominator.")
        case "amount" | "index":
            return Text(
                "Đại lượng, chỉ số dùng figure, không có mẫu số; kết quả của phép chia là tỷ lệ hoặc mật độ.",
                "Amounts and indexes go under figure, without a denominator; what is divided is a share or a density.",
            )
        case "density" if unit.per is not None and below != [unit.per]:
            return Text("Mẫu số phải tính bằng {per}.", "The denominator must be in {per}.").fill(
                per=plan.units[unit.per].name
            )
        case "density" if unit.per is None and above != below:
            return Text(
                "Khai báo mẫu số được phép: per ở đơn vị tính này.",
                "Declare the denominator that is allowed: per in this unit of measure.",
            )
    return None


@check(
    "QT423",
    "error",
    Text("chỉ tiêu tính bằng {unit}, số liệu tính bằng {found}", "the indicator is in {unit}, its figure in {found}"),
    Text(
        "Đổi đơn vị tính của chỉ tiêu, hoặc tên số liệu.",
        "Change the indicator's unit, or name the figure that is meant.",
    ),
    acceptable=False,
    every_round=True,
    called="chỉ tiêu khác đơn vị tính với số liệu",
)
def indicator_in_another_unit(facts: Facts) -> Iterator[Found]:
    """An indicator that is a figure as it stands has another unit of measure than the figure.

    Six facilities never become six per cent.

    Tiếng Việt:
        Chỉ tiêu lấy nguyên một số liệu nhưng khác đơn vị tính với số liệu ấy.

        Sáu cơ sở không bao giờ thành sáu phần trăm.
    """
    plan = facts.plan
    for name in facts.first_measured:
        indicator = plan.indicators[name]
        units = _units(plan, indicator.counted.figures)
        if indicator.denominator is None and len(units) == 1 and units[0] != indicator.unit:
            values = {"unit": plan.units[indicator.unit].name, "found": plan.units[units[0]].name}
            figures = (value_of(facts, each) for each in indicator.counted.figures)
            sides = (*figures, unit_of(facts, indicator.unit), unit_of(facts, units[0]))
            yield Found(("indicators", name, "unit"), values, sides)


@check(
    "QT424",
    "error",
    Text("hệ số là {found}, đơn vị tính {unit} cần {factor}", "the factor is {found}, the unit {unit} needs {factor}"),
    Text("Viết factor: {factor}, hoặc đổi đơn vị tính.", "Write factor: {factor}, or change the unit of measure."),
    acceptable=False,
    called="hệ số không hợp với đơn vị tính",
)
def factor_against_unit(facts: Facts) -> Iterator[Found]:
    """An indicator's factor is not that of its unit of measure: 100 for a share, ``factor`` of a density.

    A rate per 1 000 inhabitants shown as one per 100 is ten times too large.

    Tiếng Việt:
        Hệ số của chỉ tiêu không phải hệ số của đơn vị tính: 100 cho tỷ lệ, ``factor`` của mật độ.

        Mật độ trên 1.000 dân mà ghi là trên 100 dân thì lớn gấp mười.
    """
    plan = facts.plan
    for name, indicator in plan.indicators.items():
        unit = plan.units[indicator.unit]
        wanted = CEILING if unit.kind == "share" else unit.factor
        if indicator.factor is not None and wanted is not None and indicator.factor != wanted:
            values = {"found": indicator.factor, "unit": unit.name, "factor": str(wanted)}
            sides = (unit_of(facts, indicator.unit),)
            yield Found(("indicators", name, "factor"), values, sides, (indicator.factor, wanted))
