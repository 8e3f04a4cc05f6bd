"""``--add figure=2000`` and ``--by 2013``: what is supposed of figures, and by when targets are to be met."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from qt_ict.diagnostics.refusal import Refusal, unknown
from qt_ict.engine.additions import Additions, Increment
from qt_ict.language import Text
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import Indicator, Sum
from qt_ict.model.plan import Plan
from qt_ict.nearest import as_id, ids_meant, suggestion
from qt_ict.report.choices import day
from qt_ict.wording import terms

_AMOUNT = re.compile(r"([+-]?)([0-9]{1,12})(?:[.,]([0-9]{1,9}))?( ?%)?\Z")
_HIGHEST = 10
"""A figure that grows more than elevenfold a year is a typing error [1/year]."""
_NONE: Mapping[str, Fraction] = {}


def additions(
    assignments: Iterable[str], plan: Plan, growing: Iterable[str] = (), amounts: Mapping[str, Fraction] = _NONE
) -> Additions:
    """What is supposed of figures, by their ids.

    Args:
        assignments: ``figure=2000`` in the figure's own unit a year, ``figure=5%`` compounded.
        plan: The plan.
        growing: Figures of which ``--growth`` supposes something already.
        amounts: What a year adds to more figures [unit of the figure].

    Raises:
        Refusal: No such assignment, a figure twice, unknown, or of no indicator; or what can be read in two ways.
    """
    found: dict[str, Increment] = {}
    for assignment in assignments:
        named, _, written = assignment.rpartition("=")
        if not named.strip():
            raise _not_understood(assignment)
        name = _unsupposed(named.strip(), plan, growing, found)
        found[name] = _addition(assignment, written.strip(), _figures(plan)[name], plan)
    for named, amount in amounts.items():
        found[_unsupposed(named, plan, growing, found)] = Increment(amount)
    return found


def _unsupposed(named: str, plan: Plan, growing: Iterable[str], found: Iterable[str]) -> str:
    """The id of a figure of which nothing is supposed yet.

    Raises:
        Refusal: Something is, or there is no such figure.
    """
    name = known_figure(named, plan)
    if name in found or name in growing:
        raise _twice(name, "--growth" if name in growing else "--add")
    return name


def is_amount(written: str) -> bool:
    """True where a text says what a year adds: a number, or per cent above -100% and up to 1000%.

    >>> is_amount("2000"), is_amount("5%"), is_amount("-100%"), is_amount("many")
    (True, True, False, False)
    """
    match = _AMOUNT.match(written.strip())
    return match is not None and (not match[4] or _can_grow_by(_number(match)))


def _number(match: re.Match[str]) -> Fraction:
    """The number that a text says."""
    return Fraction(f"{match[1]}{match[2]}.{match[3] or 0}")


def _can_grow_by(per_cent: Fraction) -> bool:
    """True where a figure may grow so much a year."""
    return -1 < per_cent / 100 <= _HIGHEST


def _twice(name: str, option: str) -> Refusal:
    """The refusal of a figure of which something else is supposed already."""
    return Refusal(
        Text("đã có giả định khác về {name} ở {option}", "{option} supposes something else of {name}").fill(
            name=name, option=option
        ),
        Text("Giữ một giả định cho mỗi số liệu.", "Keep one assumption for each figure."),
    )


def _addition(assignment: str, written: str, figure: Figure, plan: Plan) -> Increment:
    """What an assignment says of a figure."""
    match = _AMOUNT.match(written)
    if match is None:
        raise _not_understood(assignment)
    sign, whole, decimals, per_cent = match.groups()
    if decimals and len(decimals) == len("000"):
        raise _grouped(assignment, whole, decimals)
    number = _number(match)
    if not per_cent:
        return Increment(number)
    unit = plan.units[figure.unit]
    written_number = f"{sign}{whole}" + (f".{decimals}" if decimals else "")
    if unit.kind == "share":
        raise _points_or_per_cent(assignment, written_number, terms.POINTS if unit.is_percentage else unit.name)
    if unit.negative or unit.rank:
        raise _no_per_cent(assignment, written_number, unit.name)
    if not _can_grow_by(number):
        raise _not_understood(assignment)
    return Increment(number / 100, compound=True)


def _not_understood(assignment: str) -> Refusal:
    return Refusal(
        Text("không hiểu --add {assignment}", "--add {assignment} is not understood").fill(assignment=assignment),
        Text(
            "Viết số liệu, dấu bằng và lượng thêm mỗi năm theo đơn vị của nó (giảm thì có dấu trừ), hoặc phần trăm mỗi "
            "năm, trên -100% và đến 1000%: households_with_tv=2000, households_with_tv=5%.",
            "Write a figure, an equals sign and what a year adds in its own unit (less than 0 takes away), or per cent "
            "a year, above -100% and up to 1000%: households_with_tv=2000, households_with_tv=5%.",
        ),
    )


def _grouped(assignment: str, whole: str, decimals: str) -> Refusal:
    return Refusal(
        Text("--add {assignment} đọc được hai cách", "--add {assignment} can be read in two ways").fill(
            assignment=assignment
        ),
        Text(
            "Nghìn viết liền: {joined}; số thập phân viết một hoặc hai chữ số.",
            "Write thousands without a sign: {joined}; decimals with one or two digits.",
        ).fill(joined=f"{whole}{decimals}"),
    )


def _points_or_per_cent(assignment: str, number: str, unit: Text) -> Refusal:
    return Refusal(
        Text(
            "--add {assignment}: số liệu này là tỷ lệ, nên % có hai cách hiểu",
            "--add {assignment}: the figure is a share itself, so % can mean two things",
        ).fill(assignment=assignment),
        _WITHOUT_SIGN.fill(number=number, unit=unit),
    )


def _no_per_cent(assignment: str, number: str, unit: Text) -> Refusal:
    return Refusal(
        Text(
            "--add {assignment}: số có thể âm, hoặc thứ hạng, thì không tăng theo %",
            "--add {assignment}: what may be below 0, or is a rank, does not grow by per cent",
        ).fill(assignment=assignment),
        _WITHOUT_SIGN.fill(number=number, unit=unit),
    )


_WITHOUT_SIGN = Text(
    "Viết {number} (không có %) nếu mỗi năm thêm {number} {unit}.",
    "Write {number} (without %) to add {number} {unit} each year.",
)


def known_figure(named: str, plan: Plan) -> str:
    """The id of a figure that some indicator is computed from.

    It is named by its id or as it is printed, or by an indicator or target whose one figure it is.

    Raises:
        Refusal: There is none, or it belongs to no indicator.
    """
    figures, used = _figures(plan), _used(plan)
    found = _named(figures, named)
    if found in used:
        return found
    if found is not None:
        raise _of_no_indicator(found, used)
    indicator = _indicator(plan, named)
    if indicator is None:
        names = {name: figures[name].name for name in used}
        raise unknown(Text("số liệu", "figure"), named, names, "qt-ict show")
    if isinstance(indicator.counted, Sum) and len(indicator.counted.figures) == 1:
        return indicator.counted.figures[0]
    raise _several(indicator, named)


def _figures(plan: Plan) -> dict[str, Figure]:
    """The figures of all rounds, as they were first published."""
    return {name: figure for each in reversed(plan.rounds) for name, figure in each.figures.items()}


def _used(plan: Plan) -> tuple[str, ...]:
    """The figures that indicators are computed from."""
    known = _figures(plan)
    names = dict.fromkeys(name for indicator in plan.indicators.values() for name in indicator.figures)
    return tuple(name for name in names if name in known)


def _named(entries: Mapping[str, Figure | Indicator], named: str) -> str | None:
    """The id of the entry that goes by an id or a name; None where none does, or several do."""
    found = ids_meant(named, {id_: each.name for id_, each in entries.items()})
    return found[0] if len(found) == 1 else None


def _indicator(plan: Plan, named: str) -> Indicator | None:
    """The indicator of a name, or of the target that goes by it."""
    found = _named(plan.indicators, named)
    if found is None:
        target = plan.targets.get(as_id(named))
        found = target.indicator if target and target.measure != "proxy" else None
    return plan.indicators[found] if found else None


def _of_no_indicator(name: str, used: Iterable[str]) -> Refusal:
    return Refusal(
        Text("không có chỉ tiêu nào tính từ {name}", "no indicator is computed from {name}").fill(name=name),
        Text(
            "{near}Xem số liệu của một chỉ tiêu: qt-ict explain.",
            "{near}See the figures of an indicator: qt-ict explain.",
        ).fill(near=suggestion(name, used)),
    )


def _several(indicator: Indicator, named: str) -> Refusal:
    return Refusal(
        Text("{named} tính từ nhiều số liệu", "{named} is computed from several figures").fill(named=named),
        Text("Nêu một số liệu: {figures}.", "Name one of them: {figures}.").fill(
            figures=", ".join(indicator.counted.figures)
        ),
    )


def by_day(written: str | None, now: date) -> date | None:
    """The day by which targets are to be met.

    Args:
        written: As people write it.
        now: The day that what is to come is counted from.

    Raises:
        Refusal: It is none, or not to come.
    """
    if written is None:
        return None
    found = day(written, "--by")
    if found <= now:
        raise Refusal(
            Text("--by {written} không sau {now}", "--by {written} is not after {now}").fill(
                written=written, now=Text(f"{now.day}/{now.month}/{now.year}", now.isoformat())
            ),
            Text(
                "Nêu một ngày sau đó, hoặc thêm --as-of với một ngày trước đó.",
                "Name a later day, or add --as-of with an earlier one.",
            ),
        )
    return found
