"""Checks of figures that are added, or are part of one another (QT411 to QT414)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from qt_ict.arithmetic.interval import Interval, total
from qt_ict.checks.check import Found, check, stated, value_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.links import cycles
from qt_ict.engine.values import have_wholes_of_their_own
from qt_ict.language import EMPTY, Text
from qt_ict.model.plan import Plan
from qt_ict.wording.quantities import listed, plain


@check(
    "QT411",
    "error",
    Text(
        "tổng là {total}, các phần cộng lại {sum}; {tolerance}",
        "the total is {total}, its parts add up to {sum}; {tolerance}",
    ),
    Text(
        "{swap}Đối chiếu tổng và từng phần với văn bản.",
        "{swap}Compare the total and every part with the document.",
    ),
    every_round=True,
    called="tổng không bằng các phần cộng lại",
)
def parts_off_total(facts: Facts) -> Iterator[Found]:
    """The figures under ``parts`` do not add up to their total.

    Counts and amounts are added; percentages and densities only where all are taken of one figure (``of``), as the
    share of the whole lies between those of its parts (QT416). Where some of the parts have no number, the others
    must not come to more than the total.

    The tolerance comes from the printed digits and from nothing else: counts leave none; a percentage
    printed as 33.3 may be off by 0.05, so three of them may be off by 0.15, and their total by half a
    unit of its own last digit more. Bounds ("more than 40") leave what their words leave, surveys and rounded
    numbers what their intervals leave. Where two
    neighbouring digits swapped in one of the numbers would explain the difference, the finding says so.

    Tiếng Việt:
        Các số liệu ở ``parts`` cộng lại không bằng tổng.

        Số đếm và số lượng thì cộng; tỷ lệ và mật độ chỉ cộng khi cùng tính trên một số liệu (``of``), vì tỷ lệ chung
        nằm giữa tỷ lệ của các phần (QT416). Phần nào chưa có số thì các phần còn lại cộng lại không được vượt tổng.

        Dung sai chỉ đến từ chữ số in ra: số đếm không có dung sai; phần trăm in là 33,3 có thể lệch 0,05,
        nên ba số có thể lệch 0,15, cộng nửa đơn vị chữ số cuối của tổng. Các cận ("hơn 40") chừa lại đúng
        những gì lời văn chừa lại, số điều tra và số làm tròn chừa lại khoảng của chúng. Nếu đổi chỗ hai chữ số
        liền nhau ở một số mà giải thích được thì phát hiện này nói rõ.
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        parts = figure.parts or facts.known_parts.get(name, ())
        if (
            not parts
            or have_wholes_of_their_own(plan, name, parts)
            or any(plan.figures[part].unit != figure.unit for part in parts)
        ):
            continue
        whole, added = facts.readings[name], total(facts.readings[part] for part in parts)
        above = whole.is_below(added) and (bool(figure.parts) or not _above(facts, name, parts))
        if above or (figure.parts and added.is_below(whole)):
            yield _off(facts, name, parts, _slack(facts, name, parts, whole, added))


def _alike(plan: Plan, name: str, parts: Sequence[str]) -> bool:
    """Whether a total and its parts are in one unit of measure."""
    return all(plan.figures[part].unit == plan.figures[name].unit for part in parts)


def _above(facts: Facts, name: str, parts: Sequence[str]) -> list[str]:
    """The parts that are larger than their whole by themselves."""
    return [part for part in parts if facts.readings[name].is_below(facts.readings[part])]


def _off(facts: Facts, name: str, parts: Sequence[str], slack: Text) -> Found:
    """A total that its parts miss, or exceed while others are not known."""
    plan = facts.plan
    figure, added = plan.figures[name], plain(sum(plan.figures[part].value for part in parts))
    values = {
        "total": facts.in_full(name),
        "sum": added if figure.parts else added + _WITHOUT_OTHERS,
        "tolerance": slack,
        "swap": _swaps(plan, name, parts) if figure.parts else EMPTY,
    }
    sides = tuple(value_of(facts, part) for part in parts)
    # Every part is named: two of them interchanged leave the sum as it was.
    numbers = (*stated(figure), *(each for part in parts for each in stated(plan.figures[part])))
    return Found(("figures", name, "value"), values, sides, numbers)


_WITHOUT_OTHERS = Text(" dù chưa có đủ các phần", " although not all of them are known")


def _slack(facts: Facts, name: str, parts: Sequence[str], whole: Interval, added: Interval) -> Text:
    """How far the printed digits let a total and the sum of its parts be apart, in words."""
    plan = facts.plan
    figures = [plan.figures[each] for each in (name, *parts)]
    if not all(figure.stands_for_itself for figure in figures):
        return Text("kể cả khi tính theo mức ít nhất, nhiều nhất", "even as bounds")
    lower, upper = (whole, added) if whole.is_below(added) else (added, whole)
    between = Fraction(upper.low or 0) - Fraction(lower.high or 0)
    printed = abs(Fraction(figures[0].value) - sum(Fraction(figure.value) for figure in figures[1:]))
    if printed == between:
        return Text("số chính xác, không cho phép chênh lệch", "exact numbers leave no tolerance")
    most = Decimal((printed - between).numerator) / Decimal((printed - between).denominator)
    return Text("các chữ số in ra chỉ cho phép lệch tối đa {most}", "the printed digits allow {most} at most").fill(
        most=most
    )


def _swaps(plan: Plan, name: str, parts: Sequence[str]) -> Text:
    """The figures in which two neighbouring digits swapped would explain a difference, in words."""
    whole = plan.figures[name].value
    missing = whole - sum(plan.figures[part].value for part in parts)
    wanted = {name: whole - missing} | {part: plan.figures[part].value + missing for part in parts}
    found = [
        (each, value)
        for each, value in wanted.items()
        if isinstance(value, int) and str(value) in _swapped(str(plan.figures[each].value))
    ]
    if not found:
        return EMPTY
    numbers = listed((f"{each}: " + plain(value) for each, value in found), " / ")
    return Text("Đổi chỗ hai chữ số thì khớp: {listed}. ", "Two swapped digits would explain it: {listed}. ").fill(
        listed=numbers
    )


def _swapped(digits: str) -> set[str]:
    """A number with two neighbouring digits swapped, in every way.

    >>> sorted(_swapped("1435"))
    ['1345', '1453', '4135']
    """
    return {digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)}


@check(
    "QT412",
    "error",
    Text("phần {part} lớn hơn tổng số {whole}", "the part {part} is larger than its whole {whole}"),
    Text(
        "Đối chiếu cả hai với văn bản, và xem of hay parts có đúng không.",
        "Compare both with the document; see whether of and parts name the right figures.",
    ),
    every_round=True,
    called="phần lớn hơn tổng số",
)
def part_above_whole(facts: Facts) -> Iterator[Found]:
    """A figure is larger than the figure it is part of.

    A count is part of the one under ``of`` where both have the same unit of measure, and every figure of a
    total that lists it under ``parts``, whether all parts have a number or not. Of 141 communes, 150 cannot be
    connected. A share or density of a part may well be above that of the whole (QT416).

    Tiếng Việt:
        Một số liệu lớn hơn số liệu mà nó là một phần.

        Số đếm là một phần của số liệu ở ``of`` nếu cùng đơn vị tính, và số liệu nào cũng là một phần của tổng có
        nó trong ``parts``, dù các phần khác đã có số hay chưa. Trong 141 xã không thể có 150 xã được kết nối. Tỷ lệ,
        mật độ của một phần thì có thể cao hơn của chung (QT416).
    """
    plan = facts.plan
    for name, wholes in _wholes(facts).items():
        larger = [whole for whole in wholes if facts.readings[whole].is_below(facts.readings[name])]
        if larger:
            named = listed(map(facts.in_full, larger), ", ")
            values = {"part": facts.in_full(name), "whole": named}
            numbers = tuple(each for one in (name, *larger) for each in stated(plan.figures[one]))
            sides = tuple(value_of(facts, whole) for whole in larger)
            yield Found(("figures", name, "value"), values, sides, numbers)


@check(
    "QT416",
    "error",
    Text("{whole} không nằm giữa các phần của nó: {parts}", "{whole} does not lie between its parts: {parts}"),
    Text(
        "Tỷ lệ của các phần không cộng lại; tỷ lệ chung nằm giữa chúng. Đối chiếu các số với văn bản, và xem parts có "
        "đúng không.",
        "Shares of parts do not add up, that of the whole lies between them. Compare all with the document; see "
        "whether parts names the right figures.",
    ),
    every_round=True,
    called="tỷ lệ chung nằm ngoài các phần",
)
def whole_outside_its_parts(facts: Facts) -> Iterator[Found]:
    """A share or density of a whole is below those of all its parts, or above them all.

    Of the households of town and country together, no smaller a share can be connected than in the one and no larger
    than in the other, however many live in each. Judged once all parts have a number. Nothing is found where the parts
    do add up to the whole: then they are shares of one thing, and ``of`` says so best (QT411).

    Tiếng Việt:
        Tỷ lệ hay mật độ chung thấp hơn mọi phần của nó, hoặc cao hơn mọi phần.

        Tỷ lệ hộ kết nối chung của thành thị và nông thôn không thể thấp hơn nơi thấp hay cao hơn nơi cao, dù số hộ mỗi
        nơi là bao nhiêu. Chỉ xét khi mọi phần đã có số. Nếu các phần cộng lại bằng tổng thì không có phát hiện: khi đó
        chúng là tỷ lệ của cùng một thứ, và nên ghi rõ bằng ``of`` (QT411).
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        apart = _alike(plan, name, figure.parts) and have_wholes_of_their_own(plan, name, figure.parts)
        if figure.parts and apart and _is_outside(facts, name, figure.parts):
            parts = listed((facts.in_full(part) for part in figure.parts), ", ")
            numbers = tuple(each for one in (name, *figure.parts) for each in stated(plan.figures[one]))
            sides = tuple(value_of(facts, part) for part in figure.parts)
            yield Found(("figures", name, "value"), {"whole": facts.in_full(name), "parts": parts}, sides, numbers)


def _is_outside(facts: Facts, name: str, parts: Sequence[str]) -> bool:
    """Whether a whole is certainly neither between its parts nor what they add up to."""
    whole, each = facts.readings[name], [facts.readings[part] for part in parts]
    added = total(each)
    adds_up = not whole.is_below(added) and not added.is_below(whole)
    below, above = all(whole.is_below(part) for part in each), all(part.is_below(whole) for part in each)
    return (below or above) and not adds_up


@check(
    "QT415",
    "warning",
    Text("{name} nhiều hơn {others}", "{name} are more than {others}"),
    Text(
        "Đối chiếu cả hai với văn bản, và xem cái này có thật kéo theo cái kia không (implies).",
        "Compare both with the document; see whether the one truly implies the other (implies).",
    ),
    every_round=True,
    called="nhiều hơn số liệu phải bao gồm nó",
)
def more_than_it_implies(facts: Facts) -> Iterator[Found]:
    """A figure is larger than one that should count everything it counts.

    The data declare it under ``implies``: a commune that fibre reaches should count among those with broadband, a
    computer on a network among the computers. One is no part of the other by its definition, so that either the two
    were counted differently, or one of them is wrong, or the relation does not hold.

    Tiếng Việt:
        Một số liệu lớn hơn số liệu phải đếm cả những gì nó đếm.

        Dữ liệu khai báo điều đó ở ``implies``: xã có cáp quang phải thuộc số xã có băng rộng, máy tính nối mạng
        thuộc số máy tính. Theo định nghĩa thì cái này không phải là một phần của cái kia, nên hoặc hai bên đếm khác
        nhau, hoặc một số sai, hoặc quan hệ ấy không đúng.
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        alike = [other for other in figure.implies if plan.figures[other].unit == figure.unit]
        smaller = [other for other in alike if facts.readings[other].is_below(facts.readings[name])]
        if smaller:
            said = listed((facts.in_full(other) + " (" + plan.figures[other].name + ")" for other in smaller), ", ")
            values = {"name": facts.in_full(name) + " (" + figure.name + ")", "others": said}
            numbers = tuple(each for one in (name, *smaller) for each in stated(plan.figures[one]))
            yield Found(("figures", name, "value"), values, tuple(value_of(facts, each) for each in smaller), numbers)


def _wholes(facts: Facts) -> dict[str, list[str]]:
    """What every figure is part of: counts under ``of`` in its own unit, and totals that list it."""
    plan = facts.plan
    found: dict[str, list[str]] = {name: [] for name in plan.figures}
    for name, figure in plan.figures.items():
        # Percentages of percentages have denominators of their own and are not compared.
        if figure.of is not None and plan.units[figure.unit].kind == "count":
            found[name].append(figure.of)
        parts = figure.parts or facts.known_parts.get(name, ())
        for part in () if have_wholes_of_their_own(plan, name, parts) else parts:
            found[part].append(name)
    return {
        name: [whole for whole in dict.fromkeys(wholes) if plan.figures[whole].unit == plan.figures[name].unit]
        for name, wholes in found.items()
    }


@check(
    "QT413",
    "error",
    Text("số liệu dẫn về chính nó qua {key}: {way}", "a figure that leads back to itself by {key}: {way}"),
    Text("Sửa {key} ở một trong các số liệu này.", "Correct {key} in one of these figures."),
    acceptable=False,
    every_round=True,
    called="số liệu dẫn về chính nó",
)
def figure_of_itself(facts: Facts) -> Iterator[Found]:
    """A figure is taken of itself, made up of itself or in conflict with itself, directly or by way of others.

    Tiếng Việt:
        Một số liệu được chia cho chính nó, gồm chính nó hay mâu thuẫn với chính nó, trực tiếp hoặc qua số khác.
    """
    figures = facts.plan.figures
    edges: dict[str, dict[str, Sequence[str]]] = {
        "of": {name: [figure.of] for name, figure in figures.items() if figure.of},
        "parts": {name: figure.parts for name, figure in figures.items() if figure.parts},
        "conflicts_with": {name: [name] for name, figure in figures.items() if name in figure.conflicts_with},
    }
    seen: set[str] = set()
    for key, named in edges.items():
        for way in cycles(named):
            if way[0] not in seen:
                seen.add(way[0])
                sides = tuple(value_of(facts, each) for each in way[1:])
                yield Found(("figures", way[0], key), {"key": key, "way": " → ".join((*way, way[0]))}, sides)


@check(
    "QT414",
    "error",
    Text("{names}: được cộng hơn một lần", "{names}: added more than once"),
    Text("Bỏ lần lặp, hoặc thay bằng số liệu định cộng.", "Drop the repetition, or name the figure that was meant."),
    acceptable=False,
    every_round=True,
    called="số liệu được cộng hai lần",
)
def figure_added_twice(facts: Facts) -> Iterator[Found]:
    """A figure stands more than once among those that are added, itself or as part of a total that is added too.

    Tiếng Việt:
        Một số liệu đứng hơn một lần trong các số được cộng, hoặc được cộng cùng với tổng chứa nó.
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        yield from _added_twice(plan, ("figures", name, "parts"), figure.parts)
    for name in facts.first_measured:
        indicator = plan.indicators[name]
        lists = [(indicator.counted_under, figures) for figures in indicator.counted.sums]
        if indicator.denominator:
            lists.append(("denominator", indicator.denominator.figures))
        found = (each for key, added in lists for each in _added_twice(plan, ("indicators", name, key), added))
        yield from islice(found, 1)


def _added_twice(plan: Plan, at: tuple[str, ...], figures: Sequence[str]) -> Iterator[Found]:
    times = Counter(figures)
    parts = {part for name in times for part in plan.figures[name].parts}
    again = [name for name, count in times.items() if count > 1 or name in parts]
    if again:
        yield Found(at, {"names": ", ".join(again)})
