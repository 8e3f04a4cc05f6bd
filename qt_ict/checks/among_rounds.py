"""Checks of rounds among themselves: their dates, their documents, what they leave out (QT701 to QT709)."""

from collections.abc import Iterator, Sequence
from datetime import date

from qt_ict.checks.check import Found, Statement, check, dated_value_of, stated, value_of
from qt_ict.checks.facts import Facts
from qt_ict.checks.repetitions import date_numbers
from qt_ict.language import Text, number
from qt_ict.wording.dates import day

MOST_NAMED = 10
"""Most figures that one finding names in words."""


@check(
    "QT701",
    "error",
    Text(
        "đợt {found} không sau năm gốc ({baseline})",
        "the round of {found} is not after the baseline ({baseline})",
    ),
    Text(
        "Sửa ngày và tên tệp; đợt sớm nhất là năm gốc.",
        "Correct the date and the name of the file; the earliest round is the baseline.",
    ),
    acceptable=False,
    called="đợt số liệu trước năm gốc",
)
def round_before_baseline(facts: Facts) -> Iterator[Found]:
    """A later round is of the day of the baseline, or of one before it.

    Growth, and the way covered toward a target, are computed from the baseline on.

    Tiếng Việt:
        Một đợt sau có ngày trùng với năm gốc hoặc trước năm gốc.

        Mức tăng và phần đã thực hiện đều tính từ năm gốc.
    """
    first = facts.rounds[0].plan.round.date
    for each in facts.rounds[1:]:
        if each.plan.round.date <= first:
            values = {"found": day(each.plan.round.date), "baseline": day(first)}
            yield Found(each.placed(("round", "date")), values, (Statement(("round", "date"), day(first)),))


@check(
    "QT702",
    "note",
    Text("không còn báo cáo {names}", "no longer reported: {names}"),
    Text(
        "Hỏi đơn vị báo cáo; nếu từ nay không thống kê nữa thì chấp nhận ở round.",
        "Ask who reports; if it is not counted any more, accept it under round.",
    ),
    called="số liệu không còn được báo cáo",
)
def figure_no_longer_reported(facts: Facts) -> Iterator[Found]:
    """Figures that two rounds running reported are missing from the next.

    Rounds of one day of the year are compared, since a report of six months brings fewer figures than one of
    the year. What a form leaves empty is missing too. One finding names all that are missing from a round.

    Tiếng Việt:
        Số liệu có ở hai đợt liền nhau nhưng thiếu ở đợt tiếp theo.

        Chỉ so các đợt cùng ngày cùng tháng, vì báo cáo sáu tháng ít số liệu hơn báo cáo năm. Ô để trống trong biểu
        cũng là thiếu. Mọi số liệu thiếu ở một đợt là một phát hiện.
    """
    for first, second, now in _three_running(facts):
        before = second.plan.figures
        here = now.plan.figures
        gone = [name for name in first.plan.figures if name in before and name not in here and now.is_sure((name,))]
        if gone:
            sides = tuple(value_of(second, name) for name in gone[:MOST_NAMED])
            yield Found(now.placed(("round", "date")), {"names": _named(gone)}, sides, tuple(gone))


def _three_running(facts: Facts) -> Iterator[tuple[Facts, Facts, Facts]]:
    """Every three rounds that follow each other among those of one day of the year."""
    yearly: dict[tuple[int, int], list[Facts]] = {}
    for each in facts.rounds:
        of = each.plan.round.date
        yearly.setdefault((of.month, of.day), []).append(each)
    for rounds in yearly.values():
        yield from zip(rounds, rounds[1:], rounds[2:], strict=False)


def _named(names: Sequence[str]) -> Text:
    """Ids, as far as one can read them, and how many more there are."""
    said = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return Text.same(said)
    return Text(f"{said} và {number(more, 'vi')} số liệu nữa", f"{said} and {number(more, 'en')} more")


@check(
    "QT707",
    "error",
    Text("không rõ số liệu lấy từ văn bản nào: {names}", "no document is named for {names}"),
    Text(
        "Ghi document ở round, hoặc ở từng số liệu.",
        "Name the document under round, or at each figure.",
    ),
    acceptable=False,
    called="số liệu không rõ văn bản",
)
def figure_without_document(facts: Facts) -> Iterator[Found]:
    """A later round has numbers without a document: neither the round nor the figure names one.

    A number that nobody can look up is hearsay. One finding names all such figures of a round.

    Tiếng Việt:
        Một đợt sau có số liệu mà cả đợt lẫn số liệu đều không nêu văn bản.

        Con số không tra lại được thì chỉ là lời đồn. Mọi số liệu như vậy của một đợt là một phát hiện.
    """
    for each in facts.rounds[1:]:
        unproven = [name for name, figure in each.plan.figures.items() if figure.document is None]
        if unproven:
            sides = tuple(value_of(each, name) for name in unproven[:MOST_NAMED])
            yield Found(each.placed(("round", "document")), {"names": _named(unproven)}, sides)


@check(
    "QT708",
    "error",
    Text("số liệu tại {found}, sau ngày của đợt ({round})", "the figure is of {found}, after its round ({round})"),
    Text("Sửa ngày, hoặc chuyển số liệu sang đợt sau.", "Correct the date, or move the figure to the next round."),
    called="số liệu có ngày sau đợt",
)
def figure_after_its_round(facts: Facts) -> Iterator[Found]:
    """A figure of a later round is of a day after the round.

    A round holds what was known on its day; whoever looks at the plan as of that day would see the future.
    An earlier day is nothing unusual, nor is the month or year in which the round lies.

    Tiếng Việt:
        Số liệu của một đợt có ngày sau ngày của đợt.

        Một đợt gồm những gì đã biết đến ngày ấy; ai xem kế hoạch ở ngày đó sẽ thấy tương lai. Ngày sớm hơn là
        chuyện thường, tháng hay năm chứa ngày của đợt cũng vậy.
    """
    for each in facts.rounds[1:]:
        of = each.plan.round.date
        for name, figure in each.plan.figures.items():
            found = each.plan.day_of(name)
            if figure.date and figure.date.first_day > of:
                sides = (Statement(each.placed(("round", "date")), day(of)),)
                values, numbers = {"found": day(found), "round": day(of)}, (*date_numbers(found), *date_numbers(of))
                yield Found(each.placed(("figures", name, "date")), values, sides, numbers)


@check(
    "QT709",
    "warning",
    Text(
        "số liệu tại {found}; một đợt trước đã có số liệu tại {earlier}",
        "the figure is of {found}; an earlier round has it for {earlier}",
    ),
    Text(
        "Số công bố lại cho cùng ngày: thay số cũ ở đợt của nó và ghi số cũ ở restates. Sửa ngày nếu sai.",
        "A number published anew for that date replaces the old one in its round, which goes under restates there. "
        "Correct the date if it is wrong.",
    ),
    called="số liệu không mới hơn đợt trước",
)
def figure_without_newer_date(facts: Facts) -> Iterator[Found]:
    """A later round reports a figure for a date that is no later than the one an earlier round has it for.

    Of one date there would be two values, or the series would run backward. The same value said again for the
    same date, such as last year's population in a report of six months, is fine.

    Tiếng Việt:
        Đợt sau nêu số liệu cho một ngày không muộn hơn ngày mà đợt trước đã có.

        Khi đó một ngày có hai giá trị, hoặc chuỗi số liệu sai thứ tự thời gian. Nhắc lại đúng số cũ của đúng ngày
        ấy, như dân số năm trước trong báo cáo sáu tháng, thì không sao.
    """
    latest: dict[tuple[str, Text | None], Facts] = {}
    for each in facts.rounds:
        for name, figure in each.plan.figures.items():
            known = latest.setdefault((name, figure.definition), each)
            found, earlier = each.plan.day_of(name), known.plan.day_of(name)
            if found > earlier:
                latest[name, figure.definition] = each
            elif known is not each and each.is_sure((name,)) and (found < earlier or _differs(name, known, each)):
                yield _not_newer(name, known, each)


def _differs(name: str, one: Facts, other: Facts) -> bool:
    """Whether two reports of a figure cannot both be right."""
    said, again = one.readings[name], other.readings[name]
    return said.is_below(again) or again.is_below(said)


def _not_newer(name: str, known: Facts, each: Facts) -> Found:
    found, earlier = each.plan.day_of(name), known.plan.day_of(name)
    values = {"found": day(found), "earlier": day(earlier)}
    figures = (known.plan.figures[name], each.plan.figures[name])
    numbers = (*_dates(earlier, found), *(said for figure in figures for said in stated(figure)))
    return Found(
        each.placed(("figures", name, "date")),
        values,
        (dated_value_of(known, name), dated_value_of(each, name)),
        numbers,
    )


def _dates(*dates: date) -> tuple[int, ...]:
    return tuple(part for each in dates for part in date_numbers(each))
