"""Checks of what the document says twice, and of the dates it says it for (QT431 to QT434)."""

from collections.abc import Iterator, Sequence
from datetime import date

from qt_ict.arithmetic.interval import Interval
from qt_ict.checks.check import Found, Statement, check, dated_value_of, stated, value_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.links import connected
from qt_ict.language import Text
from qt_ict.model.plan import Plan
from qt_ict.positions import Path
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import listed

KEEP_OR_NAME_APART = Text(
    "Đối chiếu các chỗ với văn bản. Nếu văn bản tự mâu thuẫn, giữ cả hai, nối bằng conflicts_with và chấp nhận. "
    "Nếu là hai điều khác nhau thì đặt tên phân biệt.",
    "Compare the places with the document. If it contradicts itself, keep all, name each other in conflicts_with, "
    "and accept it. If they are two things, name them apart.",
)
"""What to do about statements that contradict each other."""


@check(
    "QT431",
    "error",
    Text("{found}; nội dung khác trong văn bản mâu thuẫn", "{found}; other statements contradict it"),
    KEEP_OR_NAME_APART,
    every_round=True,
    called="số liệu mâu thuẫn nhau",
)
def figures_in_conflict(facts: Facts) -> Iterator[Found]:
    """One quantity is given with two values, or two meanings, in two places.

    Figures are said to contradict each other by ``conflicts_with``. Two figures of one name, unit of
    measure, whole and date contradict each other too, said or not, where their values cannot both be
    right: 45% contradicts 40%, and not "more than 40%". All figures that are so connected are one
    finding, at the first of them by id.

    Tiếng Việt:
        Một đại lượng có hai giá trị, hoặc hai nghĩa, ở hai nơi.

        Các số liệu được ghi là mâu thuẫn nhau bằng ``conflicts_with``. Hai số liệu cùng tên, cùng đơn vị tính,
        cùng tổng số, cùng ngày cũng mâu thuẫn nhau, dù có ghi hay không, nếu hai giá trị không thể cùng đúng:
        45% mâu thuẫn với 40%, không mâu thuẫn với "hơn 40%". Mọi số liệu liên quan với nhau như vậy là một
        phát hiện, đặt ở số liệu đứng đầu theo mã.
    """
    plan = facts.plan
    links = [(name, other) for name, figure in plan.figures.items() for other in figure.conflicts_with]
    for names in facts.namesakes:
        if not _share_a_value([facts.readings[name] for name in names]):
            links += [(names[0], other) for other in names[1:]]
    for group in map(sorted, connected(plan.figures, links)):
        if not all(plan.unread.leaves("figures", name) for name in group):
            continue
        sides = tuple(value_of(facts, name) for name in group[1:])
        values = {"found": (plan.figures[group[0]].name + ": " + facts.in_full(group[0]))}
        numbers = tuple(each for name in group for each in stated(plan.figures[name]))
        yield Found(("figures", group[0], "value"), values, sides, numbers)


def _share_a_value(readings: Sequence[Interval]) -> bool:
    """Whether one number can be what all of them say."""
    latest = max(readings, key=lambda each: (float("-inf") if each.low is None else each.low, each.low_open))
    return not any(each.is_below(latest) for each in readings)


@check(
    "QT432",
    "note",
    Text("cùng tên và cùng giá trị {found} với số liệu khác", "the same name and value {found} as another figure"),
    Text(
        "Giữ một; nếu là hai điều khác nhau thì đặt tên phân biệt.",
        "Keep one; if they are two things, name them apart.",
    ),
    every_round=True,
    called="số liệu ghi hai lần",
)
def figure_stated_twice(facts: Facts) -> Iterator[Found]:
    """Two figures have one name, unit of measure, date and value.

    Nobody can tell them apart, and a correction of one leaves the other behind.

    Tiếng Việt:
        Hai số liệu có cùng tên, đơn vị tính, ngày và giá trị.

        Không ai phân biệt được, và sửa một số thì số kia vẫn cũ.
    """
    plan = facts.plan
    for names in facts.namesakes:
        if len({stated(plan.figures[name]) for name in names}) == 1:
            sides = tuple(value_of(facts, name) for name in names[1:])
            values = {"found": facts.in_full(names[0])}
            yield Found(("figures", names[0], "vi"), values, sides, stated(plan.figures[names[0]]))


@check(
    "QT433",
    "warning",
    Text(
        "số liệu tại {found}, đợt số liệu tại {round}",
        "the figure is of {found}, the round of {round}",
    ),
    Text(
        "Nếu văn bản nói vậy thì chấp nhận; số của ngày khác thuộc về đợt khác.",
        "If the document says so, accept it; figures of another date belong to another round.",
    ),
    called="số liệu khác ngày với đợt",
)
def figure_of_another_date(facts: Facts) -> Iterator[Found]:
    """A figure states another date than the baseline it stands in.

    All figures of the baseline are taken to be of one date; growth is computed from it. In later rounds a
    figure's own date is nothing unusual.

    Tiếng Việt:
        Số liệu ghi ngày khác với năm gốc chứa nó.

        Mọi số liệu của năm gốc được coi là cùng ngày; tăng trưởng tính từ ngày ấy. Ở các đợt sau, số liệu có ngày
        riêng là chuyện thường.
    """
    plan = facts.plan
    for name, figure in plan.figures.items():
        found = plan.day_of(name)
        if figure.date is not None and found != plan.round.date:
            values = {"found": day(found), "round": day(plan.round.date)}
            sides = (Statement(("round", "date"), day(plan.round.date)),)
            numbers = (*date_numbers(found), *date_numbers(plan.round.date))
            yield Found(("figures", name, "date"), values, sides, numbers)


@check(
    "QT434",
    "warning",
    Text(
        "chia hoặc cộng số liệu của các ngày khác nhau: {dates}", "divides or adds figures of different dates: {dates}"
    ),
    Text("Dùng số liệu cùng ngày, hoặc chấp nhận.", "Use figures of one date, or accept it."),
    every_round=True,
    called="chỉ tiêu gồm số liệu khác ngày",
)
def indicator_across_dates(facts: Facts) -> Iterator[Found]:
    """An indicator is computed from figures of different dates.

    The households of one year with a computer are no share of the households of another. Rounds after the first
    with this indicator show it at the figure whose date is not the round's, one finding for all indicators computed
    from that figure. The month or year in which another date lies is no other date.

    Tiếng Việt:
        Chỉ tiêu được tính từ số liệu của những ngày khác nhau.

        Hộ có máy tính của năm này không phải là tỷ lệ của số hộ năm khác. Ở các đợt sau đợt đầu tiên có chỉ tiêu
        này, phát hiện nằm ở số liệu có ngày khác ngày của đợt, một phát hiện cho mọi chỉ tiêu tính từ số liệu ấy.
        Tháng hay năm chứa ngày kia thì không phải là ngày khác.
    """
    plan = facts.plan
    first = frozenset(facts.first_measured)
    mixed: dict[Path, list[str]] = {}
    for name in facts.measured:
        indicator = plan.indicators[name]
        if _across(plan, indicator.figures):
            formula: Path = ("indicators", name, indicator.counted_under)
            at = formula if name in first else ("figures", _of_another_day(plan, indicator.figures), "date")
            mixed.setdefault(at, []).append(name)
    yield from (_mixed(facts, at, names) for at, names in mixed.items())


def _across(plan: Plan, figures: Sequence[str]) -> bool:
    """Whether some figures cannot all be of one day."""
    own = [(plan.figures[name].date, plan.day_of(name)) for name in figures]
    return max(date.first_day if date else day for date, day in own) > min(day for _, day in own)


def _of_another_day(plan: Plan, figures: Sequence[str]) -> str:
    """The first of some figures of several days that is not of the day of the round."""
    return next(name for name in figures if plan.day_of(name) != plan.round.date)


def _mixed(facts: Facts, at: Path, indicators: Sequence[str]) -> Found:
    """Indicators that are computed across dates, with all figures of each."""
    plan = facts.plan
    figures = dict.fromkeys(figure for name in indicators for figure in plan.indicators[name].figures)
    dates = sorted({plan.day_of(figure) for figure in figures})
    named = () if at[0] == "indicators" else indicators
    formulas = (Statement(("indicators", name), plan.indicators[name].name) for name in named)
    sides = (*formulas, *(dated_value_of(facts, figure) for figure in figures))
    return Found(
        at,
        {"dates": listed(map(day, dates), ", ")},
        sides,
        tuple(part for each in dates for part in date_numbers(each)),
    )


def date_numbers(value: date) -> tuple[int, int, int]:
    """A date as the numbers of an accepted exception: year, month, day."""
    return value.year, value.month, value.day
