"""``qt-ict compare PLAN PLAN...``."""

from collections.abc import Sequence
from pathlib import Path

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, Given
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.reply import Reply


def _compare(given: Given) -> Reply:
    from qt_ict.report.choices import choice
    from qt_ict.report.compare import reply
    from qt_ict.report.comparison import comparison

    plans = _plans(given.plans or [])
    choices = [choice(each.plan, as_of=given.as_of) for each in plans]
    found = comparison(plans, choices, given.year)
    _check_year(found.years, given.year)
    return reply(found, every=given.unmatched)


def _plans(named: Sequence[Path]) -> list[Loaded]:
    """The plans named, each once.

    Raises:
        Broken: One of them cannot be loaded; everything that is wrong with any.
        Refusal: Fewer than two plans are named.
    """
    from qt_ict.cli.plans import folders, loaded
    from qt_ict.diagnostics.finding import Finding
    from qt_ict.diagnostics.refusal import Broken

    places = folders(list(named), None, None) if named else []
    if len(places) < 2:
        raise Refusal(
            Text("cần ít nhất hai kế hoạch khác nhau", "two different plans at least are needed"),
            Text(
                "Nêu thư mục của từng kế hoạch: qt-ict compare data examples/vietnam.",
                "Name the folder of each: qt-ict compare data examples/vietnam.",
            ),
        )
    found: list[Loaded] = []
    findings: list[Finding] = []
    for place in places:
        try:
            found.append(loaded(place))
        except Broken as broken:
            findings += broken.findings
    if findings:
        raise Broken(findings)
    return found


def _check_year(years: Sequence[int], year: int | None) -> None:
    """Refuse a year in which no plan has a target.

    Raises:
        Refusal: None has.
    """
    if year is not None and year not in years:
        raise Refusal(
            Text("không kế hoạch nào có mục tiêu cho năm {year}", "no plan has a target due in {year}").fill(
                year=str(year)
            ),
            Text("Các năm có mục tiêu: {years}.", "Years with targets: {years}.").fill(
                years=", ".join(map(str, years))
            ),
        )


COMMAND = Command(
    "compare",
    Text(
        "Nhiều kế hoạch cạnh nhau.\n\n"
        "Cùng chỉ tiêu (theo mã quốc tế kèm ấn bản, hoặc theo mã trong dữ liệu; luôn cùng đơn vị tính): giá trị kèm "
        "ngày, mục tiêu, đánh giá của từng kế hoạch.",
        "Several plans side by side.\n\n"
        "The same indicators (by international code with edition, or by id; always of one unit): each plan's value "
        "with its date, target and status.",
    ),
    (
        "qt-ict compare data examples/vietnam",
        "qt-ict compare data examples/vietnam --as-of 2012-12-31 --year 2015",
        "qt-ict compare my_plan our_neighbours_plan -o compare.xlsx",
    ),
    ("plans", "year", "as_of", "unmatched", "wide", *(each for each in DELIVERY if each != "data")),
    _compare,
)
