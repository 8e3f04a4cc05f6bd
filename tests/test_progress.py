"""Targets through the rounds: which year decides, what is refused and why, and what the shipped plans tell."""

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import point
from qt_ict.engine.duties import due_reports
from qt_ict.engine.observations import EVERY_ROUND, Choice
from qt_ict.engine.published import published
from qt_ict.engine.reasons import Reason
from qt_ict.engine.remarks import of_course
from qt_ict.engine.standing import Standing
from qt_ict.engine.verdict import LIMITS, VERDICTS, Judged
from qt_ict.loading.folder import Loaded, load
from qt_ict.methods.by_name import METHODS
from qt_ict.report import methods, path, progress
from qt_ict.report.answer import answer
from qt_ict.report.question import Question
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, DENSITY, NAMES, PRINTED, SHARE, Figures, rows_of, write_plan

END = {year: f"{year}-12-31" for year in range(2010, 2020)}
TEXT = {"vi": "khác", "en": "other"}


def of(part: Any, whole: Any = 100) -> Figures:
    """Figures of a share."""
    return {"part": part, "whole": whole}


def share(said: Any) -> Figures:
    """Figures of a share, given in full or as the part of 100."""
    return said if isinstance(said, dict) and "whole" in said else of(said)


@pytest.fixture
def row(tmp_path: Path) -> Callable[..., Standing]:
    """The standing of the one target of a small plan: values of a share by year, and keys of the target."""

    def find(values: dict[int, Any], choice: Choice = EVERY_ROUND, **target: Any) -> Standing:
        rounds = {END[year]: share(said) for year, said in values.items()}
        found = rows_of(write_plan(tmp_path / "plan", rounds, {"value": 50, **target}), choice)
        return found[0]

    return find


Row = Callable[..., Standing]


@pytest.mark.parametrize(
    ("values", "status", "reason"),
    [
        ({2010: 30, 2012: 50, 2013: 40}, ("met",), None),
        ({2010: 60, 2012: 49, 2013: 60}, ("missed",), None),
        ({2010: 30, 2011: 45, 2013: 48}, ("missed",), None),
        ({2010: 30, 2011: 55, 2013: 58}, ("met",), None),
        ({2010: 30, 2011: 45, 2013: 55}, (), Reason.NOT_OBSERVED_WHEN_DUE),
        ({2010: 30, 2011: 55, 2013: 45}, (), Reason.NOT_OBSERVED_WHEN_DUE),
        ({2013: 60}, (), Reason.NOT_OBSERVED_WHEN_DUE),
        ({2010: 30, 2012: {"value": 40, "comparator": "more_than"}}, ("met", "missed"), None),
    ],
)
def test_a_passed_year_is_judged_by_its_own_value_else_by_neighbours_that_agree(
    row: Row, values: dict[int, Any], status: tuple[str, ...], reason: Reason | None
) -> None:
    """What came later neither saves nor spoils it; one neighbour alone, or two that differ, decide nothing."""
    found = row(values, due=2012)

    assert found.course.judged == Judged(status, reason)
    assert (found.passed, found.course.span) == (True, None)


def test_without_a_value_after_it_a_passed_year_stays_open(row: Row) -> None:
    """Asked in 2016, of a target due in 2015, with values up to 2013."""
    found = row({2010: 60, 2013: 70}, Choice(as_of=date(2016, 1, 1)), due=2015)

    assert found.course.judged == Judged((), Reason.NOT_OBSERVED_WHEN_DUE)
    assert found.judged_by is None


def test_the_last_value_of_the_due_year_counts(tmp_path: Path) -> None:
    """The half-year missed it, the year met it."""
    rounds = {END[2010]: of(30), "2012-06-30": of(45), END[2012]: of(52)}

    (found,) = rows_of(write_plan(tmp_path / "plan", rounds, {"value": 50, "due": 2012}))

    assert found.course.judged == Judged(("met",))
    assert found.judged_by is not None
    assert found.judged_by.date == date(2012, 12, 31)


def test_before_a_year_is_over_when_the_year_before_it_is(row: Row) -> None:
    """What is due before 2013 stands under 2013 and is due at the end of 2012."""
    found = row({2010: 30, 2012: 49}, due="before 2013")

    assert (found.year, found.due_day, found.passed) == (2013, date(2012, 12, 31), True)
    assert found.course.judged == Judged(("missed",))


@pytest.mark.parametrize("due", ["after 2015", None])
def test_without_a_due_year_only_met_can_be_said(row: Row, due: str | None) -> None:
    """No year, no pace that would do; and what is met says when it reverses."""
    assert row({2010: 30, 2012: 40}, due=due).course.judged == Judged((), Reason.NO_DUE_YEAR)
    assert row({2010: 30, 2012: 55}, due=due).course.judged == Judged(("met",))
    assert row({2010: 70, 2012: 60}, due=due).course.judged == Judged(("met_but_reversing",))


def test_the_next_year_decides_else_the_last(tmp_path: Path) -> None:
    """Of 2011, 2012, 2015 and 2020 in 2012 it is 2015; a target without a number, or by a proxy, decides nothing."""
    targets = [{"value": 50, "due": due} for due in ([2011, 2020], 2012, 2015)]
    targets += [{"comparator": "nearly_all", "value": None, "unit": None, "due": 2013}]
    targets += [{"value": 50, "due": 2014, "measure": "proxy"}]

    found = rows_of(write_plan(tmp_path / "plan", {END[2010]: of(30), END[2012]: of(40)}, *targets))
    passed = rows_of(write_plan(tmp_path / "passed", {END[2010]: of(30), END[2012]: of(40)}, *targets[1:2]))

    assert [row.year for row in found if row.decides] == [2015]
    assert [row.year for row in passed if row.decides] == [2012]


def test_a_present_status_counts_from_the_last_day_known(row: Row) -> None:
    """60 to 75% in five of ten years toward 95%: 3 of 4 points a year; two years later without news 3 of 20 / 3."""
    now = row({2010: 60, 2015: 75}, value=95, due=2020)
    later = row({2010: 60, 2015: 75}, Choice(as_of=date(2017, 12, 31)), value=95, due=2020)

    for found, ahead, ratio in ((now, 5, Fraction(3, 4)), (later, 3, Fraction(9, 20))):
        assert found.course.span is not None
        assert (found.course.span.past, found.course.span.left, found.course.span.ahead) == (5, 5, ahead)
        assert found.course.ratio == point(ratio)
        assert found.course.judged == Judged((next(each for each, limit in LIMITS if 100 * ratio >= limit),))


def test_a_value_dated_after_the_last_day_known_is_not_counted_from_before_it(row: Row) -> None:
    """A round of the end of 2012 with a number of June 2013: two and a half years are left, not three."""
    found = row({2010: 30, 2012: of({"value": 35, "date": date(2013, 6, 30)}, 100)}, due=2015)

    assert found.course.span is not None
    assert found.course.span.ahead == found.course.span.left == found.ahead == Fraction(914, 365)


@pytest.mark.parametrize(
    ("values", "target", "reason"),
    [
        ({2010: 30}, {}, Reason.ONE_ROUND_ONLY),
        ({2010: 30, 2012: of({"value": 40, "date": 2010})}, {}, Reason.SAME_DATE),
        ({2010: 30, 2012: of({"value": 40, "definition": TEXT})}, {}, Reason.DEFINITION_CHANGED),
        ({2010: of({"value": 30, "definition": TEXT}), 2012: 40}, {}, Reason.DEFINITION_CHANGED),
        ({2010: 30, 2012: of(40, {"value": 100, "definition": TEXT})}, {}, Reason.DIFFERENT_DENOMINATORS),
        ({2010: 10, 2012: of({"value": 2, "comparator": "more_than"})}, {}, Reason.BOUNDS_TOO_WIDE),
        ({2010: 30, 2012: 40}, {"measure": "proxy"}, Reason.PROXY_ONLY),
        ({2010: 30, 2012: 40}, {"measure": "none", "indicator": None}, Reason.NO_BASELINE),
        ({2010: 30, 2012: 40}, {"comparator": "most", "value": None, "unit": None}, Reason.NO_THRESHOLD),
        ({2010: 30, 2012: 40}, {"unit": "things"}, Reason.UNIT_MISMATCH),
        ({2010: of(30, 0)}, {}, Reason.ZERO_DENOMINATOR),
    ],
)
def test_refusals_have_names(row: Row, values: Any, target: Any, reason: Reason) -> None:
    """One reason each, and every quantity says it too."""
    found = row(values, due=2015, **target)

    assert found.course.judged == Judged((), reason)
    if found.course.span is None:
        assert {found.course.covered, found.course.due_now, *found.course.paces["linear"]} == {reason}


def test_from_zero_equal_steps_lead_as_from_anywhere(row: Row) -> None:
    """20 points a year of the 10 / 3 needed; zero is refused only where factors are shown."""
    found = row({2010: 0, 2012: 40}, due=2015)

    assert (found.course.judged, found.course.ratio) == (Judged(("on_track",)), point(6))
    assert {found.course.paces[each].observed for each in ("log_odds", "compound")} == {Reason.ZERO_BASE}


@pytest.mark.parametrize(
    ("values", "status", "ratio", "covered"),
    [
        ({2010: 40, 2012: 50}, "on_track", Reason.AT_TARGET, point(1)),
        ({2010: 50, 2012: 40}, "moving_away", point(Fraction(-3, 2)), Reason.TARGET_EQUALS_BASELINE),
        ({2010: 60, 2012: 40}, "fell_below_target", Reason.FELL_BELOW_TARGET, Reason.FELL_BELOW_TARGET),
    ],
)
def test_more_than_fifty_is_not_fifty(
    row: Row, qt_ict: Callable[..., Result], tmp_path: Path, values: Any, status: str, ratio: Any, covered: Any
) -> None:
    """Of a value at the number itself the status is known, though no number of times says how fast; it can be shown."""
    found = row(values, due=2015, comparator="more_than")
    (shown,) = told(qt_ict, "--data", str(tmp_path / "plan"))

    assert found.course.judged == Judged((status,))  # type: ignore[arg-type]
    assert (found.course.ratio, found.course.covered) == (ratio, covered)
    assert shown["status"] == [status]
    assert shown["pace"]["ratio"] == (None if isinstance(ratio, Reason) else {"low": -1.5, "high": -1.5})


def test_the_last_step_stands_beside_the_whole_pace(row: Row) -> None:
    """30, 48, 48 and 46%: the pace of all years is ahead; a standstill and a reversal are said."""
    for last, step, code in ((50, 2, None), (48, 0, "standstill"), (46, -2, "reversal")):
        found = row({2010: 30, 2012: 48, 2013: last}, value=60, due=2020)

        assert (found.course.pace.observed, found.course.last_step) == (point(Fraction(last - 30, 3)), point(step))
        codes = [each.code for each in of_course(found)]
        assert [each for each in codes if each in ("standstill", "reversal")] == ([code] if code else [])


def test_no_published_method_judges_something_related(row: Row) -> None:
    """A proxy has two values, and the target still none."""
    for keys in ({"measure": "proxy"}, {"unit": "things"}):
        found = row({2010: 30, 2012: 40}, due=2015, **keys)

        assert {published(method, found).reason for method in METHODS.values()} == {found.course.judged.reason}


def test_duties_count_half_years_from_the_first_after_the_plan(shipped: Loaded) -> None:
    """Issued in June 2011: the second half of 2011 is the first report, and no round fulfils it."""
    found = {each.duty: each.due for each in due_reports(shipped.plan, date(2012, 12, 30))}

    assert set(found.values()) == {(date(2011, 12, 31), date(2012, 6, 30))}
    assert all(not each.present for each in due_reports(shipped.plan, date(2012, 12, 30)))
    assert due_reports(shipped.plan, date(2011, 12, 30)) == []


def told(qt_ict: Callable[..., Result], *arguments: str) -> list[dict[str, Any]]:
    """The rows of ``qt-ict progress --format json``."""
    rows: list[dict[str, Any]] = json.loads(qt_ict("progress", "--format", "json", *arguments).out)["rows"]
    return rows


def test_a_revised_number_decides_and_the_first_one_stands_beside_it(
    revised_nation: Path, qt_ict: Callable[..., Result]
) -> None:
    """45% of 50%, of 40 to 45%; and in 2020 70.3% of over 70% as of 55 to 60%."""
    rows = {row["target"]: row for row in told(qt_ict, "--data", str(revised_nation))}
    first, second = rows["internet_users_2015"], rows["internet_users_2020"]

    assert (first["judged"]["value"]["low"], first["judged"]["date"]) == (45.0, "2015-12-31")
    assert (first["target_value"], first["document"], first["status"]) == ([40, 45], "32/2012/QĐ-TTg", ["met"])
    assert (first["original"]["target_value"], first["original"]["status"]) == (50, ["missed"])
    assert (second["target_value"], second["status"]) == ([55, 60], ["met"])
    assert (second["original"]["target_value"], second["original"]["status"]) == (70, ["met"])
    assert [row["decides"] for row in (first, second)] == [False, True]


def test_two_numbers_for_the_same_year_are_both_judged(qt_ict: Callable[..., Result]) -> None:
    """Viet Nam missed the 50% of the scheme with 45% and met the 40 to 45% of the decision."""
    rows = {row["target"]: row for row in told(qt_ict, "--data", "examples/vietnam")}
    found = [rows[f"internet_users_2015{of}"] for of in ("", "_decision")]

    assert [(row["document"], row["status"]) for row in found] == [
        ("1755/QĐ-TTg", ["missed"]),
        ("32/2012/QĐ-TTg", ["met"]),
    ]


def test_before_a_revision_the_first_number_counts(revised_nation: Path, qt_ict: Callable[..., Result]) -> None:
    """1.02 times the pace needed for 50% in July 2012, 2.88 times that for the 40% of the decision at its end.

    4.42 points in one year, and 14.93 in the 3 and 158/366 years left: exactly 4.42 / (14.93 x 366 / 1256).
    """
    before, after = (
        told(qt_ict, "--data", str(revised_nation), "--as-of", day)[0] for day in ("2012-07-26", "2012-12-31")
    )

    assert (before["target_value"], before["original"], before["status"]) == (50, None, ["moderate"])
    assert before["pace"]["ratio"]["low"] == pytest.approx(4.42 / (14.93 * 366 / 1256), rel=1e-12)
    assert (after["target_value"], after["original"]["status"]) == ([40, 45], ["moderate"])
    assert (after["status"], after["pace"]["ratio"]["low"]) == (["on_track"], 3.075 / (3.2 / 3))


def test_two_rounds_of_the_province_give_no_verdict_and_one_reason_each(qt_ict: Callable[..., Result]) -> None:
    """Not one status from the press figures of 2012, and never a row without its reason."""
    rows = told(qt_ict)

    assert {tuple(row["status"]) for row in rows} == {()}
    assert {row["reason"] for row in rows if row["indicator"] is None} == {"no-baseline"}
    assert {row["reason"] for row in rows if row["indicator"]} == {
        "one-round-only",
        "proxy-only",
        "no-threshold",
    }


comparators = st.sampled_from([None, None, "more_than", "at_least", "less_than", "at_most"])
days = st.sampled_from([None, None, None, 2011, "2012-03", date(2010, 12, 31), date(2013, 1, 1)])


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    """A number, perhaps a bound, perhaps of another date or definition."""
    said = {"value": draw(st.integers(0, 120)), "comparator": draw(comparators), "date": draw(days)}
    said["definition"] = draw(st.sampled_from([None, None, None, None, NAMES]))
    return {key: value for key, value in said.items() if value is not None}


@settings(max_examples=60)
@given(data=st.data())
def test_nothing_raises_for_a_plan_that_loads(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Every status is known, every row without one has a reason, and every report of it can be written."""
    days = data.draw(st.lists(st.dates(date(2010, 1, 1), date(2014, 12, 31)), min_size=1, max_size=4, unique=True))
    rounds = {
        day.isoformat(): {name: data.draw(figures()) for name in ("part", "whole", "printed", "density")}
        for day in sorted(days)
    }
    kinds = st.sampled_from(["at_least", "more_than", "at_most", "less_than", "about"])
    due = st.sampled_from([2010, 2012, "before 2013", 2014, 2020, [2012, 2015], "yearly", None])
    numbers = st.integers(0, 100)
    targets = [{"comparator": data.draw(kinds), "value": data.draw(numbers), "due": data.draw(due)} for _ in range(2)]
    indicator = data.draw(st.sampled_from([SHARE, PRINTED, COUNT, DENSITY]))
    better = data.draw(st.sampled_from(["higher", "lower"]))
    folder = write_plan(tmp_path_factory.mktemp("any") / "p", rounds, *targets, indicator=indicator, better=better)
    loaded, _ = load(folder)
    if loaded is None:
        return

    choice = Choice(carry=("whole",), as_of=data.draw(st.sampled_from([None, date(2013, 6, 30)])))
    found = answer(loaded, Question(choice=choice))

    for each in found.rows:
        assert set(each.course.judged.status) <= set(VERDICTS)
        assert each.course.judged.status or each.course.judged.reason
    for reply in (progress.reply(found), methods.reply(found), path.reply(found, True)):
        json.dumps(reply.data(), allow_nan=False)
        assert reply.document().parts
