"""Checks of shares that were typed as a part of 1 (QT520)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval
from qt_ict.checks.check import Found, Statement, check, dated_value_of, demand_of, numbers_of, published, stated
from qt_ict.checks.facts import Facts
from qt_ict.checks.versions_in_force import TargetVersion
from qt_ict.engine.evidence import unit_of
from qt_ict.engine.thresholds import Threshold
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING
from qt_ict.model.plan import Plan
from qt_ict.wording.quantities import digits_for, plain, with_unit, written

FAR = 10
"""How many times as large the one is at least, where value and target are of two scales."""
LITTLE = Fraction(5, 4)
"""By how much a value may lie beyond a target that was hardly set so low."""


@check(
    "QT520",
    "warning",
    Text("{said} so với {other}: có phải là {meant}?", "{said} beside {other}: is {meant} meant?"),
    Text(
        "Nếu đúng vậy, ghi {number} (trong bảng tính: đặt định dạng % cho ô); nếu không, chấp nhận.",
        "If so, write {number} (in a spreadsheet, give the cells the format %); if not, accept it.",
    ),
    called="tỷ lệ gõ thành phần của 1",
)
def share_typed_as_part_of_one(facts: Facts) -> Iterator[Found]:
    """A percentage was probably typed as a part of 1: 0.52 instead of 52.

    Spreadsheets hold 52% as 0.52, and show that where the cell has no format. A published percentage with targets is
    doubtful where no round has more than 1, some number has decimals, every target is above 1 and at least ten times
    as large, and a hundred times the first number is no more than a quarter beyond it: 0.26 of 5 is probably right,
    since nobody aims at 5% who has 26%. A target of 1 or less is doubtful likewise beside values above 1.

    Tiếng Việt:
        Tỷ lệ phần trăm có lẽ bị gõ thành phần của 1: 0,52 thay cho 52.

        Bảng tính lưu 52% là 0,52 và hiện số ấy khi ô không có định dạng. Một tỷ lệ được công bố và có mục tiêu là đáng
        ngờ khi không đợt nào quá 1, có số lẻ thập phân, mọi mục tiêu trên 1 và gấp ít nhất mười lần, và một trăm lần
        số đầu tiên không vượt mục tiêu quá một phần tư: 0,26 so với 5 có lẽ đúng, vì đã có 26% thì không ai đặt mục
        tiêu 5%. Mục tiêu từ 1 trở xuống bên cạnh các giá trị trên 1 cũng đáng ngờ như vậy.
    """
    for figure, versions in targets_of_shares(facts.plan, facts.versions).items():
        reports = _reports(facts, figure)
        if are_parts([Fraction(each.plan.figures[figure].value) for each in reports], versions):
            yield _figure(facts, figure, reports, versions[0])
    for version in facts.versions:
        values = _values(facts, version)
        if any(_is_part(line, values) for line in version.lines):
            yield _target(facts, version, max(values))


def targets_of_shares(plan: Plan, versions: Iterable[TargetVersion]) -> Mapping[str, Sequence[TargetVersion]]:
    """The targets with a number of every percentage that is published as such, by its figure."""
    found: dict[str, list[TargetVersion]] = {}
    for version in versions:
        figure = _figure_of(plan, version)
        if figure is not None and version.lines:
            found.setdefault(figure, []).append(version)
    return found


def _figure_of(plan: Plan, version: TargetVersion) -> str | None:
    """The published percentage that measures a target; None where that is computed, or nothing does."""
    named = version.target.indicator
    if named is None or not _is_of_shares(plan, version) or len(plan.indicators[named].figures) > 1:
        return None
    figure = plan.indicators[named].figures[0]
    units = (each.figures[figure].unit for each in plan.rounds if figure in each.figures)
    return figure if plan.units[next(units, plan.indicators[named].unit)].is_percentage else None


def _is_of_shares(plan: Plan, version: TargetVersion) -> bool:
    """Whether a target and what measures it are both percentages."""
    target = version.target
    if target.indicator is None or target.measure not in ("direct", "bounds"):
        return False
    unit = plan.indicators[target.indicator].unit
    return plan.units[unit].is_percentage and unit_of(plan, target) == unit


def are_parts(values: Sequence[Fraction], versions: Iterable[TargetVersion]) -> bool:
    """Whether published percentages are probably parts of 1.

    Args:
        values: What the rounds say, from the first on [%].
        versions: The targets for it, each with a number.
    """
    most = max(values, default=0)
    some = 0 < most <= 1 and any(each.denominator > 1 for each in values)
    lines = (line for each in versions for line in each.lines)
    return some and all(line.number > 1 and line.number >= FAR * most and _open(values[0], line) for line in lines)


def _open(first: Fraction, line: Threshold) -> bool:
    """Whether a target asks for something of a value that is a part of 1, or for hardly less than there is."""
    return _asks(first * CEILING, line.number, line.upward)


def _is_part(line: Threshold, values: Sequence[Fraction]) -> bool:
    """Whether the number of a target is probably a part of 1, beside what the rounds say [%]."""
    most = max(values, default=Fraction(0))
    small = 0 < line.number <= 1 < most and most >= FAR * line.number
    return small and _asks(values[0], line.number * CEILING, line.upward)


def _asks(value: Fraction, asked: Fraction, upward: bool) -> bool:
    """Whether a target asks for something, or for hardly less than there is.

    >>> _asks(Fraction(22), Fraction(70), True), _asks(Fraction(65), Fraction(60), True)
    (True, True)
    >>> _asks(Fraction(26), Fraction(5), True), _asks(Fraction(26), Fraction(5), False)
    (False, True)
    """
    low, high = (value, asked) if upward else (asked, value)
    return low <= LITTLE * high


def _reports(facts: Facts, figure: str) -> list[Facts]:
    """The rounds that report a figure themselves."""
    return [seen for each, seen in zip(facts.plan.rounds, facts.rounds, strict=True) if figure in each.figures]


def _values(facts: Facts, version: TargetVersion) -> list[Fraction]:
    """What the rounds say of a target's percentage at least [%]; nothing of other units."""
    name = version.target.indicator
    if name is None or not version.lines or not _is_of_shares(facts.plan, version):
        return []
    outcomes = (each.values[name].outcome for each in facts.rounds if name in each.values)
    return [Fraction(each.low) for each in outcomes if isinstance(each, Interval) and each.low is not None]


def _figure(facts: Facts, figure: str, reports: Sequence[Facts], version: TargetVersion) -> Found:
    largest = max(reports, key=lambda each: each.plan.figures[figure].value)
    meant = Decimal(largest.plan.figures[figure].value) * CEILING
    values = {
        "said": largest.in_full(figure),
        "other": Text("mục tiêu {target}", "the target {target}").fill(target=version.said(facts.plan)),
        **_meant(facts.plan, largest.plan.figures[figure].unit, meant),
    }
    first, *others = reports
    sides = (demand_of(facts, version), *(dated_value_of(each, figure) for each in others))
    numbers = (*stated(first.plan.figures[figure]), *numbers_of(version))
    return Found(first.placed(("figures", figure, "value")), values, sides, numbers)


def _target(facts: Facts, version: TargetVersion, most: Fraction) -> Found:
    name = version.target.indicator or ""
    unit = facts.plan.indicators[name].unit
    value = with_unit(written(Interval(most, most), digits_for(facts.plan.units[unit])), facts.plan.units[unit].name)
    line = version.lines[0].number * CEILING
    values = {
        "said": version.said(facts.plan),
        "other": Text("giá trị {value}", "the value {value}").fill(value=value),
        **_meant(facts.plan, unit, Decimal(line.numerator) / line.denominator),
    }
    side = Statement(("indicators", name), facts.plan.indicators[name].name + ": " + value)
    return Found(version.quantity_at, values, (side,), (*numbers_of(version), *_first(facts, name)))


def _first(facts: Facts, indicator: str) -> tuple[int | Decimal | Fraction | str, ...]:
    """What the first round that measures an indicator says of its figures."""
    return next(published(each, indicator) for each in facts.rounds if indicator in each.values)


def _meant(plan: Plan, unit: str, number: Decimal) -> dict[str, Text]:
    """A percentage that is probably meant, and the number to write."""
    bare = int(number) if number == number.to_integral_value() else number.normalize()
    return {"meant": with_unit(plain(bare), plan.units[unit].name), "number": Text.same(bare)}
