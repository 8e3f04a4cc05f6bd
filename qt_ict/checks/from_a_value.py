"""Checks of targets that are said by the baseline: whether there is a value to compute them from (QT526, QT527)."""

from collections.abc import Iterator

from qt_ict.checks.check import Found, Seen, Statement, check, numbers_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.versions_in_force import TargetVersion, by_target
from qt_ict.engine.reasons import Reason
from qt_ict.language import Text
from qt_ict.wording.dates import due_numbers, end_of, short_day
from qt_ict.wording.quantities import listed


@check(
    "QT526",
    "warning",
    Text("mục tiêu {target} không tính được: {why}", "the target {target} has no number: {why}"),
    Text.same("{advice}"),
    called="mục tiêu thiếu giá trị để tính",
)
def target_from_no_value(facts: Facts) -> Iterator[Found]:
    """A target is said by the baseline, or by the value of another date, and that value is not known.

    ``from: 2009`` means the last value of the twelve months up to the end of 2009: without one, the target has no
    number, and nothing can be said of it. A value that was counted another way, before a break, will not do, unless
    the ``base`` of the break is of that date; nor will one of which only a bound or a part of the year is known.

    Tiếng Việt:
        Mục tiêu tính từ năm gốc, hoặc từ mức của một thời điểm khác, mà giá trị ấy chưa biết.

        ``from: 2009`` là giá trị cuối cùng của mười hai tháng đến hết năm 2009; chưa có giá trị ấy thì không tính được
        mục tiêu, và chưa kết luận được là đạt hay chưa. Giá trị đếm theo cách cũ, trước khi số liệu được tính lại,
        không dùng được, trừ khi ``base`` là của thời điểm ấy; chỉ biết mức cao nhất, thấp nhất hoặc một phần của năm
        cũng vậy.
    """
    for first, *others in by_target(each for each in facts.versions if _without_value(facts, each)):
        why, advice = _WHY[first.reason or Reason.NO_REFERENCE_VALUE]
        filled = {"date": _date(first), "known": _known(facts, first)}
        values = {"target": first.said(facts.plan), "why": why.fill(**filled), "advice": advice.fill(**filled)}
        said = Statement(("indicators", first.target.indicator or ""), _indicator(facts, first))
        again = (Statement(_at(each), each.said(facts.plan)) for each in others)
        yield Found(_at(first), values, (said, *again), _numbers(first, *others))


def _without_value(facts: Facts, version: TargetVersion) -> bool:
    indicator = facts.measuring(version.target)
    if indicator is None or version.reason not in _WHY or not facts.is_known(version.name):
        return False
    return facts.rounds[-1].is_sure(facts.plan.indicators[indicator].figures)


def _at(version: TargetVersion) -> tuple[str | int, ...]:
    """Where the date is named; else where it is said what becomes of the baseline."""
    return *version.at, "from" if version.words.since else "from_baseline"


def _numbers(*versions: TargetVersion) -> tuple[Seen, ...]:
    """What an exception is accepted for: what is said, and of which date."""
    dates = (since.day for each in versions if (since := each.target.since))
    return *numbers_of(*versions), *(number for each in dates for number in due_numbers(each))


def _date(version: TargetVersion) -> Text:
    """Whose value is meant: of a date, or of the baseline."""
    since = version.target.since
    return end_of(since.day) if since else Text("năm gốc", "the baseline")


def _known(facts: Facts, version: TargetVersion) -> Text:
    """The dates that the indicator has values of."""
    indicator = facts.plan.indicators[version.target.indicator or ""]
    dates = (each.plan.date_of(indicator.counted) for each in facts.rounds if each.plan.has(indicator))
    return listed((short_day(each) for each in dict.fromkeys(dates)), ", ")


def _indicator(facts: Facts, version: TargetVersion) -> Text:
    return facts.plan.indicators[version.target.indicator or ""].name


_WHY: dict[Reason, tuple[Text, Text]] = {
    Reason.NO_REFERENCE_VALUE: (
        Text("chưa có số liệu {date}", "there is no value of {date}"),
        Text(
            "Sửa from, hoặc ghi số liệu của thời điểm ấy (đã có: {known}).",
            "Correct from, or report the value of that date (there are: {known}).",
        ),
    ),
    Reason.COUNTED_OTHERWISE: (
        Text("số liệu {date} được đếm theo cách khác", "the value of {date} was counted another way"),
        Text(
            "Ghi base của thời điểm ấy ở số liệu được tính lại, hoặc sửa from (đã có: {known}).",
            "Give the figure that is counted anew a base of that date, or correct from (there are: {known}).",
        ),
    ),
    Reason.BASELINE_UNBOUNDED: (
        Text("số liệu {date} chỉ biết từ một phía", "the value of {date} is known from one side only"),
        Text(
            "Ghi con số, hoặc cả hai đầu (low, high); với số đếm theo kỳ, ghi tổng của cả năm.",
            "Give the number, or both its ends (low, high); of what is counted per period the total of the year.",
        ),
    ),
}
"""Why there is no value to compute a target from, and what to do."""


@check(
    "QT527",
    "error",
    Text(
        "mục tiêu {target} tính từ năm gốc, nhưng {indicator} đếm theo kỳ và cộng dồn từ 0",
        "the target {target} is said by the baseline, yet {indicator} is counted per period and adds up from 0",
    ),
    Text(
        "Ghi due: yearly nếu so từng năm với năm gốc; nếu cộng dồn thì ghi con số (value); "
        "bỏ per nếu so số liệu năm này với năm khác.",
        "Say due: yearly where each year is held against the baseline's; give the number (value) of a sum; leave out "
        "per where the figure of one year is compared with another's.",
    ),
    acceptable=False,
    called="mục tiêu cộng dồn tính từ năm gốc",
)
def sum_said_by_the_baseline(facts: Facts) -> Iterator[Found]:
    """A target toward which things counted per period add up is said by the baseline, of which such a sum has none.

    People trained a year add up toward 2015 from 0 after the baseline: there is nothing to double. A target that is due
    every year takes each year alone, and its baseline is what the baseline's year came to.

    Tiếng Việt:
        Mục tiêu cộng dồn các kỳ lại tính theo năm gốc, trong khi số cộng dồn không có mức năm gốc.

        Số người được tập huấn mỗi năm cộng dồn đến năm 2015 bắt đầu từ 0 sau năm gốc nên không có gì để gấp đôi. Mục
        tiêu hằng năm xét riêng từng năm; mức gốc của nó là tổng của năm gốc.
    """
    for first, *others in by_target(each for each in facts.versions if each.reason is Reason.SUM_FROM_ZERO):
        if facts.measuring(first.target) is not None:
            name = _indicator(facts, first)
            again = (Statement((*each.at, "from_baseline"), each.said(facts.plan)) for each in others)
            sides = (*_per_period(facts, first), *again)
            values = {"target": first.said(facts.plan), "indicator": name}
            yield Found((*first.at, "from_baseline"), values, sides)


def _per_period(facts: Facts, version: TargetVersion) -> Iterator[Statement]:
    """Where it is said that things are counted per period."""
    id_ = version.target.indicator or ""
    indicator = facts.plan.indicators[id_]
    if indicator.per:
        yield Statement(("indicators", id_, "per"), indicator.name)
    for name in dict.fromkeys(indicator.counted.figures):
        if name in facts.plan.figures and facts.plan.figures[name].per:
            yield Statement(("figures", name, "per"), facts.plan.figures[name].name)
