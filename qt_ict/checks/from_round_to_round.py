"""Checks of what changes from one round to the next (QT703 to QT706)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.checks.check import Found, Seen, check, published, stated, value_of
from qt_ict.checks.facts import Facts
from qt_ict.engine.flows import adds_up
from qt_ict.engine.gaps import gap
from qt_ict.engine.scales import may_be_negative
from qt_ict.engine.thresholds import Threshold, threshold
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import Formula, Sum
from qt_ict.wording.quantities import digits_for, listed, with_unit, written

MOST_TIMES = 10
"""How many times the number before a figure may be, and still be believed without a look."""
LEAST_SHARE = 5
"""The smallest part of the number before, as one in so many."""
FEW = 100
"""Below this many things, a few more or fewer are any multiple."""

COUNTS_THE_SAME = Text(
    "Đối chiếu cả hai với văn bản. Nếu cách đếm đã đổi, ghi definition ở số mới; nếu đúng là vậy thì chấp nhận.",
    "Compare both with the documents. If something else is counted now, say so under definition; if it is so, "
    "accept it.",
)


class RoundStep(NamedTuple):
    """Something that two rounds report, one after the other, for a later day and by the same definitions."""

    id: str
    """The figure or indicator."""
    before: Facts
    after: Facts


Definitions = tuple[tuple[Text | None, int], ...]
"""What is counted, where it is not what the plan counts, and how many times it was counted anew before."""


def figure_steps(facts: Facts) -> Iterator[RoundStep]:
    """Every two reports of a figure that follow each other and count the same; what a period counts is its own."""
    latest: dict[tuple[str, Definitions], Facts] = {}
    per_period = _per_period(facts)
    # A plan without later rounds pays nothing.
    for each in facts.rounds if len(facts.rounds) > 1 else ():
        for name in (name for name in each.plan.figures if name not in per_period):
            key = name, _definitions(each, (name,))
            before = latest.setdefault(key, each)
            if each.plan.day_of(name) > before.plan.day_of(name) and each.is_sure((name,)):
                latest[key] = each
                yield RoundStep(name, before, each)


def _per_period(facts: Facts) -> frozenset[str]:
    """The figures that are counted per period: one of six months is no less for being below one of a year."""
    of_figures = (name for each in facts.rounds for name, figure in each.plan.figures.items() if figure.per)
    indicators = (each for each in facts.plan.indicators.values() if each.per)
    return frozenset((*of_figures, *(name for each in indicators for name in each.counted.figures)))


def indicator_steps(facts: Facts) -> Iterator[RoundStep]:
    """Every two rounds that measure an indicator, follow each other and count the same; none of what adds up."""
    latest: dict[tuple[str, Definitions], Facts] = {}
    added_up = frozenset(name for name, each in facts.plan.indicators.items() if adds_up(facts.plan, each))
    # A plan without later rounds pays nothing.
    for each in facts.rounds if len(facts.rounds) > 1 else ():
        for name in (name for name in each.measured if name not in added_up):
            key = name, _definitions(each, each.plan.indicators[name].figures)
            before = latest.setdefault(key, each)
            newer = each.values[name].date > before.values[name].date
            if newer and each.is_sure(each.plan.indicators[name].figures):
                latest[key] = each
                yield RoundStep(name, before, each)


def _definitions(facts: Facts, figures: Sequence[str]) -> Definitions:
    rounds = [each.figures for each in facts.plan.rounds if each.round.date <= facts.plan.round.date]
    anew = {name: sum(name in each and each[name].starts_anew for each in rounds) for name in figures}
    return tuple((facts.plan.figures[name].definition, anew[name]) for name in figures)


@check(
    "QT703",
    "warning",
    Text(
        "{after}, trước đó {before}: số lũy kế không giảm", "{after}, before {before}: a cumulative count never falls"
    ),
    Text(
        "Đối chiếu cả hai với văn bản: một số sai, hoặc số này không phải lũy kế (cumulative).",
        "Compare both with the documents: one of them is wrong, or the figure is not cumulative.",
    ),
    called="số lũy kế giảm",
)
def cumulative_count_falling(facts: Facts) -> Iterator[Found]:
    """A figure declared ``cumulative`` is less than it was.

    What has happened does not unhappen: stations ever built, courses held since the start. The declaration
    stands in the first round that has the figure.

    Tiếng Việt:
        Số liệu khai báo là lũy kế (``cumulative``) lại nhỏ hơn trước.

        Việc đã xảy ra thì không mất đi: số trạm đã xây, số lớp đã mở từ đầu. Khai báo nằm ở đợt đầu tiên có số
        liệu.
    """
    cumulative = _cumulative(facts)
    for step in figure_steps(facts):
        if step.id in cumulative and _fallen(step):
            yield _changed(step)


def _cumulative(facts: Facts) -> frozenset[str]:
    """The figures that some round declares cumulative."""
    figures = (pair for each in facts.rounds for pair in each.plan.figures.items())
    return frozenset(name for name, figure in figures if figure.cumulative)


def _fallen(step: RoundStep) -> bool:
    """Whether a figure is certainly less than it was."""
    return step.after.readings[step.id].is_below(step.before.readings[step.id])


def _changed(step: RoundStep) -> Found:
    """What two rounds report of a figure, side by side, at the later one."""
    name, before, after = step
    values = {"before": before.in_full(name), "after": after.in_full(name)}
    numbers = (*stated(before.plan.figures[name]), *stated(after.plan.figures[name]))
    return Found(after.placed(("figures", name, "value")), values, (value_of(before, name),), numbers)


@check(
    "QT704",
    "warning",
    Text(
        "{after}, trước đó {before}: thừa hay thiếu chữ số?", "{after}, before {before}: a digit too many or too few?"
    ),
    COUNTS_THE_SAME,
    called="thay đổi lớn bất thường",
)
def jump_out_of_proportion(facts: Facts) -> Iterator[Found]:
    """A figure is ten times what it was, or a fifth of it.

    Mostly a digit too many or too few, or a thousands sign taken for a decimal one. A growing number that lost a
    digit is more than a tenth of what it was, hence the fifth. From 0 there is no proportion, and below 100 things
    a few more are any multiple; numbers below 0 and ranks have none. Reports with another
    ``definition`` are not compared.

    Tiếng Việt:
        Số liệu gấp mười lần trước, hoặc chỉ còn một phần năm.

        Thường là thừa hay thiếu một chữ số, hoặc nhầm dấu hàng nghìn với dấu thập phân. Số đang tăng mà thiếu một
        chữ số thì còn hơn một phần mười, nên lấy một phần năm. Từ 0 thì không có tỷ lệ; dưới 100 cái thì thêm
        vài cái đã gấp nhiều lần; số âm và thứ hạng thì không có tỷ lệ. Số liệu có ``definition``
        khác nhau không được so.
    """
    for step in figure_steps(facts):
        if _out_of_proportion(step):
            yield _changed(step)


def _out_of_proportion(step: RoundStep) -> bool:
    before, after = step.before.readings[step.id], step.after.readings[step.id]
    unit = step.after.plan.units[step.after.plan.figures[step.id].unit]
    if unit.kind == "count" and all(each.high is not None and each.high < FEW for each in (before, after)):
        return False
    if may_be_negative(before) or may_be_negative(after) or unit.rank:
        return False
    risen = after.low is not None and before.high and after.low >= before.high * MOST_TIMES
    fallen = after.high is not None and before.low and after.high * LEAST_SHARE <= before.low
    return bool(risen or fallen)


@check(
    "QT705",
    "warning",
    Text("xấu đi so với đợt trước: {moves}", "worse than the round before: {moves}"),
    COUNTS_THE_SAME,
    called="chỉ tiêu xa dần mục tiêu",
)
def indicator_moving_away(facts: Facts) -> Iterator[Found]:
    """An indicator is worse than in the round before: it moves against ``better``.

    What is built is seldom torn down, so a fall is mostly a slip, a new way of counting, or a sample that was
    drawn anew; it may be real. It stands at the first figure of the indicator, one finding for all indicators
    that begin with it. Where a round has the numerator alone, the numerator is compared if more of it is better;
    a rise of what should be less may be that of the denominator. Values that may be equal within their digits
    are not compared, nor are reports with another ``definition`` or marked ``flag: break``; what comes nearer to a
    ``band`` that a target names, or lies in it, is not worse; what QT703 or QT704 say of a figure is not
    said again.

    Tiếng Việt:
        Chỉ tiêu xấu đi so với đợt trước: ngược với hướng tốt hơn (``better``).

        Cái đã xây ít khi bị bỏ đi, nên giảm thường là gõ nhầm, đổi cách đếm, hoặc mẫu điều tra mới; cũng có thể
        là thật. Phát hiện nằm ở số liệu đầu tiên của chỉ tiêu, một phát hiện cho mọi chỉ tiêu bắt đầu bằng số
        liệu ấy. Đợt nào chỉ có tử số thì so tử số, nếu càng nhiều càng tốt; thứ càng ít càng tốt mà tăng thì có
        thể do mẫu số tăng. Không so các giá trị có thể bằng nhau trong phạm vi chữ số in ra, cũng không so số liệu
        có ``definition`` khác nhau hay ghi ``flag: break``; tiến gần tới khoảng (``band``) mà mục tiêu đề ra, hay nằm
        trong khoảng ấy, thì không phải là xấu đi; điều QT703 hay QT704 đã nói về số liệu thì không nói lại.
    """
    said = _said_of_figures(facts)
    moved: dict[tuple[str, str], list[RoundStep]] = {}
    for step in indicator_steps(facts):
        figures, round_id = _figures(step), step.after.plan.round_id
        if _worse(step) and not any((name, round_id) in said for name in figures):
            moved.setdefault((round_id, figures[0]), []).append(step)
    for (_, figure), steps in moved.items():
        yield _moved(figure, steps)
    for step in figure_steps(facts):
        if _fallen(step) and _alone(step) and (step.id, step.after.plan.round_id) not in said:
            yield _numerator_fallen(step)


def _said_of_figures(facts: Facts) -> frozenset[tuple[str, str]]:
    """The figures, each with its round, of which QT703 or QT704 speak."""
    cumulative = _cumulative(facts)
    steps = figure_steps(facts)
    found = (step for step in steps if _out_of_proportion(step) or (step.id in cumulative and _fallen(step)))
    return frozenset((step.id, step.after.plan.round_id) for step in found)


def _alone(step: RoundStep) -> bool:
    """Whether a figure is a numerator of which more is better, in a round that measures nothing it is counted in."""
    indicators = step.after.plan.indicators
    counting = [name for name, each in indicators.items() if step.id in each.counted.figures]
    if not all(step.after.is_sure(indicators[name].figures) for name in counting):
        return False
    shares = (each for each in map(indicators.__getitem__, counting) if each.denominator)
    better = {each.better for each in shares if isinstance(each.counted, Sum) and each.counted.figures == (step.id,)}
    if _is_marked(step, (step.id,)) or any(True for name in counting for _ in _bands(step.after, name)):
        return False
    return better == {"higher"} and not any(name in step.after.values for name in counting)


def _numerator_fallen(step: RoundStep) -> Found:
    name, before, after = step
    values = before.in_full(name), Text.same(" → "), after.in_full(name)
    moves = after.plan.figures[name].name + ": " + values[0] + values[1] + values[2]
    return _changed(step)._replace(values={"moves": moves})


def _worse(step: RoundStep) -> bool:
    before, after = step.before.values[step.id].outcome, step.after.values[step.id].outcome
    if not isinstance(before, Interval) or not isinstance(after, Interval):
        return False
    if _is_marked(step, _figures(step)):
        return False
    higher = step.after.plan.indicators[step.id].better == "higher"
    against = after.is_below(before) if higher else before.is_below(after)
    return against and not any(_is_nearer(before, after, each) for each in _bands(step.after, step.id))


def _is_marked(step: RoundStep, figures: Sequence[str]) -> bool:
    """Whether the later report marks one of some figures as not counted as before."""
    return any(step.after.plan.figures[name].flag == "break" for name in figures)


def _bands(facts: Facts, indicator: str) -> Iterator[Threshold]:
    """The bands that an indicator is to lie in, on the day of a round."""
    day, better = facts.plan.round.date, facts.plan.indicators[indicator].better
    for each in facts.plan.targets.values():
        target = each.in_force(day)
        line = threshold(target, better) if target.band and facts.measuring(target) == indicator else None
        if line is not None:
            yield line


def _is_nearer(before: Interval, after: Interval, band: Threshold) -> bool:
    """Whether a value lies in a band, or comes nearer to it, for all that is known."""
    return not gap(before, band).is_below(gap(after, band))


def _moved(figure: str, steps: Sequence[RoundStep]) -> Found:
    moves = listed(map(_move, steps))
    figures = [(facts, name) for step in steps for facts in step[1:] for name in _figures(step)]
    sides = tuple(value_of(facts, name) for facts, name in dict.fromkeys(figures))
    numbers: list[Seen] = [each for step in steps for facts in step[1:] for each in published(facts, step.id)]
    return Found(steps[0].after.placed(("figures", figure, "value")), {"moves": moves}, sides, tuple(numbers))


def _figures(step: RoundStep) -> tuple[str, ...]:
    return step.after.plan.indicators[step.id].figures


def _move(step: RoundStep) -> Text:
    """An indicator's name, its value before and its value after."""
    indicator = step.after.plan.indicators[step.id]
    values = [_value(facts, step.id) for facts in (step.before, step.after)]
    return indicator.name + ": " + values[0] + " → " + values[1]


def _value(facts: Facts, name: str) -> Text:
    outcome, unit = facts.values[name].outcome, facts.plan.indicators[name].unit
    if not isinstance(outcome, Interval):
        return EMPTY
    return with_unit(written(outcome, digits_for(facts.plan.units[unit])), facts.plan.units[unit].name)


@check(
    "QT706",
    "warning",
    Text(
        "mẫu số đổi định nghĩa, tử số thì không: {indicators}",
        "the denominator is defined anew, the numerator is not: {indicators}",
    ),
    Text(
        "Đối chiếu định nghĩa với văn bản; nếu tử số cũng đếm khác trước, ghi definition ở tử số.",
        "Compare the definitions with the documents; if the numerator is counted anew too, define it anew as well.",
    ),
    called="mẫu số đổi định nghĩa",
)
def denominator_redefined(facts: Facts) -> Iterator[Found]:
    """The denominator of an indicator has another ``definition`` than in the round before, its numerator the same.

    Schools counted as before, divided by schools of another kind, give a share of neither; a ratio that changes so
    says nothing about what happened. One finding for all indicators with this denominator.

    Tiếng Việt:
        Mẫu số của chỉ tiêu có định nghĩa (``definition``) khác đợt trước, còn tử số thì vẫn như cũ.

        Số trường đếm như trước chia cho số trường theo loại khác thì không phải tỷ lệ của bên nào; tỷ lệ đổi như
        vậy không nói lên điều gì đã xảy ra. Một phát hiện cho mọi chỉ tiêu có mẫu số ấy.
    """
    latest: dict[str, Facts] = {}
    redefined: dict[tuple[str, str], list[RoundStep]] = {}
    for each in facts.rounds:
        for name in each.measured:
            step = RoundStep(name, latest.get(name, each), each)
            latest[name] = each
            for figure in _redefined(step) if each.is_sure(each.plan.indicators[name].figures) else ():
                redefined.setdefault((each.plan.round_id, figure), []).append(step)
    for (_, figure), steps in redefined.items():
        yield _defined_anew(figure, steps)


def _redefined(step: RoundStep) -> list[str]:
    """The denominators of an indicator that are defined anew, where its numerator is not."""
    indicator = step.after.plan.indicators[step.id]
    if indicator.denominator is None or _counts_anew(step, indicator.counted):
        return []
    found = [name for name in indicator.denominator.figures if _counts_anew(step, Sum((name,)))]
    return [name for name in found if not step.after.plan.figures[name].starts_anew]


def _counts_anew(step: RoundStep, formula: Formula) -> bool:
    return _definitions(step.before, formula.figures) != _definitions(step.after, formula.figures)


def _defined_anew(figure: str, steps: Sequence[RoundStep]) -> Found:
    _, before, after = steps[0]
    values = {"indicators": listed(step.after.plan.indicators[step.id].name for step in steps)}
    numbers = (*stated(before.plan.figures[figure]), *stated(after.plan.figures[figure]))
    return Found(after.placed(("figures", figure, "definition")), values, (value_of(before, figure),), numbers)
