"""When targets are due, what they promise on the way, and figures that are counted anew or per period."""

import json
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qt_ict as library
from qt_ict.arithmetic.interval import Interval, point
from qt_ict.checks.validation import validation
from qt_ict.engine.additions import Increment
from qt_ict.engine.observations import EVERY_ROUND, Choice
from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.remarks import of_course, of_distance
from qt_ict.engine.standing import Standing
from qt_ict.engine.supposed import needed_by, supposed
from qt_ict.engine.target_forecast import target_forecast
from qt_ict.engine.verdict import Judged
from qt_ict.loading.folder import load
from qt_ict.report.answer import answer
from qt_ict.report.notes import notes
from qt_ict.report.question import Question
from qt_ict.report.trial import trials
from qt_ict.report.way import way
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, PRINTED, SHARE, plan_in, rows_of, write_plan

Run = Callable[..., Result]
Rows = Callable[..., list[Standing]]
OTHER = {"vi": "khác", "en": "other"}


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    """The rows of a plan of whole things: figures by date, then targets."""

    def find(
        parts: dict[str, Any], *targets: dict[str, Any], choice: Choice = EVERY_ROUND, better: str = "higher"
    ) -> list[Standing]:
        rounds = {day: {"part": said} for day, said in parts.items()}
        stated = [{"value": 50, **each} for each in targets]
        return rows_of(write_plan(tmp_path / "plan", rounds, *stated, indicator=COUNT, better=better), choice)

    return find


def found_in(folder: Path) -> list[str]:
    """The codes of all findings of a plan, or what keeps it from loading."""
    loaded, broken = load(folder)
    return (
        [each.rule.code for each in broken]
        if loaded is None
        else [each.rule.code for each in validation(loaded).findings]
    )


# Finer due dates.


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("2015-06", date(2015, 6, 30)),
        ("2012-02", date(2012, 2, 29)),
        (date(2015, 6, 15), date(2015, 6, 15)),
        ("2015-Q2", date(2015, 6, 30)),
        ("2015-Q4", date(2015, 12, 31)),
        (2015, date(2015, 12, 31)),
        ("before 2015", date(2014, 12, 31)),
        ("2011-2015", date(2015, 12, 31)),
    ],
)
def test_a_due_date_means_its_last_day(rows: Rows, due: Any, day: date) -> None:
    """A month, a quarter or a year ends before anybody is late."""
    (row,) = rows({"2010-12-31": 10, "2011-12-31": 20}, {"due": due})

    assert row.due_day == day


@pytest.mark.parametrize("due", ["2015-13", "2015-Q5", "2015-6", "Q2 2015", "1815-06"])
def test_what_is_no_date_is_refused(tmp_path: Path, due: str) -> None:
    """A slip in a date is not guessed at."""
    _, broken = load(write_plan(tmp_path, {"2010-12-31": {"part": 10}}, {"due": due, "value": 5}, indicator=COUNT))

    assert [each.advice.en for each in broken] == [
        "Write 2015, 2015-06, 2015-06-30, 2015-Q2, before 2015, after 2015, 2011-2020 (a plain hyphen), yearly, "
        "yearly 2011-2015 or [2015, 2020]."
    ]


def test_a_due_date_in_june_leaves_half_a_year_less(rows: Rows) -> None:
    """Required growth counts to the day: 30 things in 3.5 years, not in 4."""
    june, december = rows({"2010-12-31": 10, "2011-12-31": 20}, {"due": "2015-06"}, {"due": 2015})

    assert december.distance.required.linear == point(Fraction(30, 4))
    assert june.distance.required.linear == point(Fraction(30) / (3 + Fraction(181, 365)))
    assert [each.day for each in june.path] == [
        date(2012, 12, 31),
        date(2013, 12, 31),
        date(2014, 12, 31),
        june.due_day,
    ]


def test_a_value_after_the_due_day_does_not_meet_it(rows: Rows) -> None:
    """Due in June 2012 with 40 then and 60 in December: missed, though the year ended well."""
    (row,) = rows({"2010-12-31": 10, "2012-06-30": 40, "2012-12-31": 60}, {"due": "2012-06"})

    assert row.course.judged == Judged(("missed",))
    assert row.observed is not None
    assert row.observed.date == date(2012, 6, 30)


def test_due_dates_of_one_year_are_sorted_by_day(rows: Rows) -> None:
    """An earlier day comes first, and decides while it lies ahead."""
    found = rows({"2010-12-31": 10, "2011-12-31": 20}, {"due": 2015}, {"due": "2015-03"})

    assert [row.decides for row in found] == [False, True]


# Milestones.


def test_milestones_are_judged_as_targets_of_their_dates(rows: Rows) -> None:
    """12 by 2011 was reached, 30 by June 2012 was not, 40 by 2013 and 50 by 2015 are ahead."""
    target = {"due": 2015, "milestones": {2011: 12, "2012-06": 30, "2013": 40}}
    found = rows({"2010-12-31": 10, "2011-12-31": 20, "2012-06-30": 25}, target)

    assert [(row.due_day, row.line and row.line.number, row.milestone is not None) for row in found] == [
        (date(2011, 12, 31), 12, True),
        (date(2012, 6, 30), 30, True),
        (date(2013, 12, 31), 40, True),
        (date(2015, 12, 31), 50, False),
    ]
    assert [row.course.judged.status for row in found[:2]] == [("met",), ("missed",)]
    assert found[3].course.judged == Judged(("moderate",))
    assert [row.decides for row in found] == [False, False, True, False]


@pytest.mark.parametrize(
    ("milestones", "codes"),
    [
        ({2012: 20, 2013: 30}, []),
        ({2012: 30, 2013: 20}, ["QT525"]),
        ({2012: 60}, ["QT525"]),
        ({2012: 5}, ["QT525"]),
        ({2015: 20}, ["QT525"]),
    ],
)
def test_milestones_lie_on_the_way(tmp_path: Path, milestones: dict[Any, int], codes: list[str]) -> None:
    """Going back, beyond the target, behind the baseline or not before the due date is a finding."""
    target = {"due": 2015, "value": 50, "milestones": milestones}
    folder = write_plan(tmp_path, {"2010-12-31": {"part": 10}}, target, indicator=COUNT)

    assert [each for each in found_in(folder) if each == "QT525"] == codes


@pytest.mark.parametrize(
    "keys",
    [
        {"comparator": "all", "value": None, "unit": None},
        {"comparator": "between", "value": [40, 50]},
        {"due": "yearly"},
        {"due": None},
    ],
)
def test_milestones_need_one_number_and_one_date(tmp_path: Path, keys: dict[str, Any]) -> None:
    """What leads nowhere is refused by name."""
    target = {"due": 2015, "value": 50, "milestones": {2012: 20}, **keys}
    _, broken = load(write_plan(tmp_path, {"2010-12-31": {"part": 10}}, target, indicator=COUNT))

    assert [each.rule.name for each in broken] == ["contradictory-keys"]


# Bands.


@pytest.mark.parametrize(
    ("band", "status"), [(False, ["not_met", "met", "met"]), (True, ["not_met", "met", "not_met"])]
)
def test_a_band_is_missed_at_either_end(rows: Rows, band: bool, status: list[str]) -> None:
    """40 to 50: an aim is met from 40 on, a band is left again at 51."""
    for value, wanted in zip((39, 45, 51), status, strict=True):
        target = {"comparator": "between", "value": [40, 50], "band": band, "due": 2015}
        (row,) = rows({"2010-12-31": 10, "2011-12-31": value}, target)

        assert row.distance.status == wanted


def test_beyond_a_band_the_way_leads_back(rows: Rows) -> None:
    """60 of a band of 40 to 50 is 10 too many, to be taken away, and not on track."""
    target = {"comparator": "between", "value": [40, 50], "band": True, "due": 2013}
    (row,) = rows({"2010-12-31": 45, "2011-12-31": 60}, target)

    assert (row.distance.gap, row.distance.shortfall) == (point(10), point(10))
    assert row.distance.required.linear == point(-5)
    assert row.course.judged == Judged(("fell_below_target",))


@pytest.mark.parametrize(
    ("first", "latest", "end", "covered"),
    [
        (30, 35, 40, Fraction(1, 2)),
        (30, 42, 40, Fraction(1)),
        (30, 60, 40, Reason.PASSED_THROUGH),
        (70, 60, 50, Fraction(1, 2)),
        (70, 45, 50, Fraction(1)),
        (70, 30, 50, Reason.PASSED_THROUGH),
    ],
)
@pytest.mark.parametrize("better", ["higher", "lower"])
def test_the_way_to_a_band_ends_where_it_begins(
    rows: Rows, better: str, first: int, latest: int, end: int, covered: Fraction | Reason
) -> None:
    """From 30 it is 40, whatever came since; who went through to 60 has not covered 150% of it."""
    target = {"comparator": "between", "value": [40, 50], "band": True}
    parts = {"2010-12-31": first, "2012-12-31": latest}
    coming, over = rows(parts, {**target, "due": 2014}, {**target, "due": 2012}, better=better)

    assert [coming.course.covered, over.course.covered] == [
        covered if isinstance(covered, Reason) else point(covered)
    ] * 2
    assert [each.due.linear for each in way(coming) if each.due][-1] == point(end)
    assert coming.course.due_now == point(Fraction(first + end, 2))


@pytest.mark.parametrize(
    ("value", "attained", "missing"),
    [
        ({"value": 52}, (Fraction(1), Fraction(1)), (0, 0)),
        ({"value": 30}, (Fraction(3, 4), Fraction(3, 4)), (10, 10)),
        ({"value": 75}, (Fraction(4, 5), Fraction(4, 5)), (15, 15)),
        ({"low": 50, "high": 75, "value": 60, "confidence": 95}, (Fraction(4, 5), Fraction(1)), (0, 15)),
        ({"low": 30, "high": 50, "value": 40, "confidence": 95}, (Fraction(3, 4), Fraction(1)), (0, 10)),
        ({"low": 30, "high": 75, "value": 50, "confidence": 95}, (Fraction(3, 4), Fraction(1)), (0, 15)),
    ],
)
@pytest.mark.parametrize("better", ["higher", "lower"])
def test_of_a_band_nothing_is_missing_inside_and_never_more_than_all_attained(
    rows: Rows, better: str, value: dict[str, Any], attained: tuple[Fraction, Fraction], missing: tuple[int, int]
) -> None:
    """52 of a band of 40 to 60 is no 130% of it, and 12 points too many neither: it is what was promised."""
    target = {"comparator": "between", "value": [40, 60], "band": True, "due": 2015}
    (row,) = rows({"2010-12-31": 20, "2011-12-31": value}, target, better=better)

    assert (row.distance.attainment, row.distance.gap) == (Interval(*attained), Interval(*missing))


def test_a_band_that_the_pace_leads_out_of_is_said_everywhere(tmp_path: Path, qt_ict: Run) -> None:
    """From 20 to 50 in a year leads to 80 by the next, out of 40 to 60, whatever is met today."""
    between = {"comparator": "between", "value": [40, 60], "band": True}
    rounds = {"2010-12-31": {"part": 20}, "2011-12-31": {"part": 50}}
    folder = write_plan(tmp_path, rounds, {**between, "due": 2012}, indicator=COUNT)
    said = "At the pace so far it is 80 x by 2012-12-31: out of the band."

    for command in ("gap", "progress"):
        (row,) = told(qt_ict, command, "--data", folder)["rows"]
        assert [each["en"] for each in row["notes"] if each["code"] == "leaves-band"] == [said]
    for command in (("gap",), ("progress",), ("explain", "t0")):
        assert said in " ".join(qt_ict(*command, "--data", str(folder), "--lang", "en").out.split())
    assert "Keep within their bands 1 target met now" in qt_ict("brief", "--data", str(folder), "--lang", "en").out


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [(520, 495, []), (520, 400, []), (440, 410, []), (520, 390, []), (440, 350, ["QT705"])],
)
def test_what_comes_nearer_to_a_band_is_not_worse(tmp_path: Path, before: int, after: int, found: list[str]) -> None:
    """From 52 to 49.5 where 40 to 45 are promised is what the plan wants, though more is better otherwise."""
    rounds = {"2010-12-31": {"part": before, "whole": 1000}, "2011-12-31": {"part": after, "whole": 1000}}
    band = {"comparator": "between", "value": [40, 45], "band": True, "due": 2015}

    assert [each for each in found_in(write_plan(tmp_path, rounds, band)) if each == "QT705"] == found


@pytest.mark.parametrize(("flag", "found"), [("break", []), ("provisional", ["QT705"])])
def test_what_is_marked_as_not_counted_as_before_is_not_worse(tmp_path: Path, flag: str, found: list[str]) -> None:
    """A fall across a change in the way of counting says nothing about what happened."""
    rounds = {"2010-12-31": {"printed": 52}, "2011-12-31": {"printed": {"value": 47, "flag": flag}}}
    folder = write_plan(tmp_path, rounds, {"value": 60, "due": 2015}, indicator=PRINTED)

    assert [each for each in found_in(folder) if each == "QT705"] == found


def test_inside_a_band_no_way_is_the_better_one(rows: Rows) -> None:
    """From 48 to 42 is not reversing, as it is for an aim."""
    target = {"comparator": "between", "value": [40, 50], "due": 2015}
    band, aim = rows({"2010-12-31": 48, "2011-12-31": 42}, {**target, "band": True}, target)

    assert band.course.judged == Judged(("met",))
    assert aim.course.judged == Judged(("met_but_reversing",))


@pytest.mark.parametrize(
    ("before", "after", "judged"),
    [
        (60, 30, Judged((), Reason.NOT_OBSERVED_WHEN_DUE)),
        (30, 60, Judged((), Reason.NOT_OBSERVED_WHEN_DUE)),
        (60, 55, Judged(("missed",))),
        (30, 39, Judged(("missed",))),
        (42, 48, Judged(("met",))),
        (42, 60, Judged((), Reason.NOT_OBSERVED_WHEN_DUE)),
    ],
)
@pytest.mark.parametrize("better", ["higher", "lower"])
def test_neighbours_on_opposite_sides_of_a_band_do_not_agree(
    rows: Rows, better: str, before: int, after: int, judged: Judged
) -> None:
    """From 60 to 30 it passed through 40 to 50, on the due day for all that is known."""
    target = {"comparator": "between", "value": [40, 50], "band": True, "due": "2012-06"}
    (row,) = rows({"2010-12-31": 45, "2011-12-31": before, "2012-12-31": after}, target, better=better)

    assert row.course.judged == judged


def test_band_goes_with_between(tmp_path: Path) -> None:
    """One number has one side."""
    target = {"due": 2015, "value": 50, "band": True}
    _, broken = load(write_plan(tmp_path, {"2010-12-31": {"part": 10}}, target, indicator=COUNT))

    assert [each.rule.name for each in broken] == ["contradictory-keys"]


# Yearly targets.


def test_a_yearly_target_is_judged_in_each_year(rows: Rows) -> None:
    """40 at most every year: 43 in 2012 is missed, whatever 2013 brings."""
    target = {"due": "yearly", "comparator": "at_most", "value": 40}
    (row,) = rows({"2010-12-31": 51, "2011-12-31": 39, "2012-12-31": 43, "2013-12-31": 37}, target, better="lower")

    assert [(each.year, each.course.judged.status) for each in row.years] == [
        (2011, ("met",)),
        (2012, ("missed",)),
        (2013, ("met",)),
    ]
    assert row.course.judged == Judged(("missed",))


YEARS = {"due": "yearly 2012-2014", "comparator": "at_least", "value": 20}
"""A target of three years, each by itself."""


def test_a_yearly_target_ends_with_the_last_year_it_names(rows: Rows) -> None:
    """Nobody promised anything of 2011 and of 2015, and what came in 2015 is no value of it."""
    parts = {"2010-12-31": 10, **{f"201{year}-12-31": 20 + year for year in range(1, 6)}}
    (row,) = rows(parts, YEARS, choice=Choice(as_of=date(2035, 1, 1)))

    assert [(each.year, each.course.judged.status) for each in row.years] == [
        (2012, ("met",)),
        (2013, ("met",)),
        (2014, ("met",)),
    ]
    assert (row.distance.value, row.status, row.years_to_come) == (point(24), "met", ())


@pytest.mark.parametrize("per", [None, "year"])
def test_a_year_to_come_has_no_value_yet(tmp_path: Path, qt_ict: Run, per: str | None) -> None:
    """Known up to 2012, 2014 is listed under its year, and neither 0 nor the value of 2012 is its own."""
    parts: dict[str, Any] = {"2010-12-31": {"value": 25, "per": per} if per else 25, "2012-12-31": 30}
    folder = write_plan(tmp_path, {day: {"part": each} for day, each in parts.items()}, YEARS, indicator=COUNT)

    (row,) = told(qt_ict, "gap", "--year", 2014, "--data", folder)["rows"]
    assert (row["year"], row["value"], row["reason"]) == (2014, None, "no-value-yet")
    assert qt_ict("gap", "--year", "2015", "--data", str(folder), "--lang", "en").err.endswith(
        "Years with targets: 2012, 2013, 2014.\n"
    )
    assert "yearly 2012–2014" in qt_ict("gap", "--data", str(folder), "--lang", "en").out


def test_a_year_without_a_report_is_no_0(rows: Rows) -> None:
    """As of June 2013 nothing was reported of it: neither 0 nor met is known, of at most 20 least of all."""
    parts = {"2010-12-31": {"value": 25, "per": "year"}, "2012-12-31": 15}
    (row,) = rows(parts, {**YEARS, "comparator": "at_most"}, choice=Choice(as_of=date(2013, 6, 30)))

    assert [(each.year, each.distance.value) for each in row.years] == [(2012, point(15)), (2013, Reason.NO_VALUE_YET)]
    assert row.distance.value == point(15)


def test_a_year_that_nobody_measured_may_have_been_missed(rows: Rows) -> None:
    """2012 lies between a year that met it and one that did not: neither can be said of it."""
    (row,) = rows({"2010-12-31": 10, "2011-12-31": 60, "2012-06-30": 40, "2013-12-31": 70}, {"due": "yearly"})

    assert row.years[1].course.judged.reason is Reason.NOT_OBSERVED_WHEN_DUE
    assert row.course.judged == Judged(("met", "missed"), Reason.NOT_OBSERVED_WHEN_DUE)


def test_the_year_that_is_not_over_is_judged_by_its_pace(rows: Rows) -> None:
    """Half a year before its end nobody has missed it yet."""
    (row,) = rows({"2010-12-31": 51, "2011-12-31": 60, "2012-06-30": 40}, {"due": "yearly"})

    assert [each.course.judged.status for each in row.years] == [("met",), ("fell_below_target",)]
    assert row.course.judged == Judged(("fell_below_target",))


def test_years_begin_with_the_plan_and_after_the_baseline(rows: Rows) -> None:
    """What was before a promise did not break it."""
    (row,) = rows({"2010-12-31": 10, "2013-12-31": 60}, {"due": "yearly", "date": date(2013, 3, 1), "document": "2"})

    assert [each.year for each in row.years] == [2013]


# Definitions that continue, and new stretches.


def test_a_definition_continues_until_another_is_given(tmp_path: Path) -> None:
    """The round of 2012 says nothing, so it counts what that of 2011 does; as_planned ends it."""
    parts = {
        "2010-12-31": 10,
        "2011-12-31": {"value": 20, "definition": OTHER},
        "2012-12-31": 25,
        "2013-12-31": {"value": 30, "definition": "as_planned"},
    }
    folder = write_plan(
        tmp_path, {day: {"part": said} for day, said in parts.items()}, {"due": 2015, "value": 50}, indicator=COUNT
    )
    (row,) = rows_of(folder, EVERY_ROUND)

    assert [each.figures["part"].definition is None for each in plan_in(folder).rounds] == [True, False, False, True]
    assert [each.value.outcome for each in row.history] == [point(10), point(30)]
    assert found_in(folder).count("QT715") == 1


def test_a_break_starts_a_new_stretch_from_its_base(rows: Rows) -> None:
    """18 by the new way of counting in 2011, 22 in 2012, 26 in 2013: 4 a year, whatever stood before."""
    anew = {"value": 22, "definition": OTHER, "break": True, "base": {"value": 18, "date": date(2011, 12, 31)}}
    parts = {"2010-12-31": 10, "2011-12-31": 40, "2012-12-31": anew, "2013-12-31": {"value": 26, "definition": OTHER}}
    (row,) = rows(parts, {"due": 2015})

    assert [(each.date.year, each.value.outcome) for each in row.history] == [
        (2011, point(18)),
        (2012, point(22)),
        (2013, point(26)),
    ]
    assert [each.value.outcome for each in row.broken_off] == [point(10), point(40)]
    assert row.course.pace.observed == point(4)
    assert row.course.judged == Judged(("insufficient",))


def test_a_due_date_before_a_break_is_judged_by_what_was_counted_then(rows: Rows) -> None:
    """A target of 2011 was met by the old count, and no new one unsays it."""
    anew = {"value": 22, "break": True, "base": {"value": 18, "date": date(2011, 12, 31)}}
    (row,) = rows({"2010-12-31": 10, "2011-12-31": 60, "2012-12-31": anew}, {"due": 2011})

    assert row.course.judged == Judged(("met",))
    assert row.observed is not None
    assert row.observed.value.outcome == point(60)


def test_a_break_without_base_starts_at_its_own_value(rows: Rows) -> None:
    """One value of the new kind is compared with none of the old."""
    (row,) = rows({"2010-12-31": 10, "2011-12-31": {"value": 30, "break": True}}, {"due": 2015})

    assert row.course.judged == Judged((), Reason.ONE_ROUND_ONLY)


def test_a_base_of_a_share_takes_the_whole_of_its_day(tmp_path: Path) -> None:
    """A new numerator of 2011 stands over the whole of 2011; without one for that day the base serves nothing."""
    base = {"value": 20, "date": date(2011, 12, 31)}
    rounds = {
        "2010-12-31": {"part": 10, "whole": 100},
        "2011-12-31": {"part": 50, "whole": 80},
        "2012-12-31": {"part": {"value": 30, "break": True, "base": base}, "whole": 100},
    }
    (row,) = rows_of(write_plan(tmp_path / "a", rounds, {"due": 2015, "value": 50}, indicator=SHARE), EVERY_ROUND)
    assert [each.value.outcome for each in row.history] == [point(25), point(30)]

    rounds["2011-12-31"] = {"part": 50}
    folder = write_plan(tmp_path / "b", rounds, {"due": 2015, "value": 50}, indicator=SHARE)
    assert found_in(folder).count("QT717") == 1


@pytest.mark.parametrize(
    ("baseline", "later"),
    [
        ({"value": 10, "break": True}, 20),
        ({"value": 10, "definition": "as_planned"}, 20),
        (10, {"value": 20, "base": {"value": 15, "date": date(2010, 12, 31)}}),
        (10, {"value": 20, "per": "year", "cumulative": True}),
    ],
)
def test_keys_of_stretches_and_periods_fit_each_other(tmp_path: Path, baseline: Any, later: Any) -> None:
    """A break of nothing, a base of no break, and a stock that is a flow are refused."""
    rounds = {"2010-12-31": {"part": baseline}, "2011-12-31": {"part": later}}
    _, broken = load(write_plan(tmp_path, rounds, {"due": 2015, "value": 50}, indicator=COUNT))

    assert "contradictory-keys" in [each.rule.name for each in broken]


# Things counted per period.

TRAINED = {
    "2010-12-31": {"value": 500, "per": "year"},
    "2011-06-30": 300,
    "2011-12-31": 620,
    "2012-06-30": 250,
}


def test_what_is_counted_per_year_adds_up(rows: Rows) -> None:
    """620 in 2011 and 250 in half of 2012 are 870, and no half-year moves away from anything."""
    (row,) = rows(TRAINED, {"due": 2013, "value": 2000})

    assert [each.value.outcome for each in row.history] == [point(0), point(300), point(620), point(870)]
    assert row.distance.value == point(870)
    assert row.course.judged == Judged(("moderate",))


@pytest.mark.parametrize(
    ("due", "value"),
    [
        ("2013-2015", point(8 + 9)),
        ("2012-2015", point(7 + 8 + 9)),
        ("2011-2015", point(6 + 7 + 8 + 9)),
        ("2010-2015", point(5 + 6 + 7 + 8 + 9)),
        ("2009-2015", Interval(5 + 6 + 7 + 8 + 9, None)),
        (2015, point(6 + 7 + 8 + 9)),
    ],
)
def test_a_sum_toward_the_end_of_a_period_takes_the_years_within_it(rows: Rows, due: Any, value: Interval) -> None:
    """At most 15 deaths in 2013-2015 says nothing of those of 2011; what nobody reported of 2009 is open."""
    parts = {"2010-12-31": {"value": 5, "per": "year"}, **{f"201{year}-12-31": 5 + year for year in range(1, 5)}}
    (row,) = rows(parts, {"due": due, "comparator": "at_most", "value": 60}, better="lower")

    assert row.distance.value == value
    assert row.distance.status == "undecided"


def test_milestones_of_a_period_take_its_years_too(rows: Rows) -> None:
    """20 of 50 within 2012-2015 by the end of 2013 are 7 + 8, and 2011 is no part of them."""
    parts = {"2010-12-31": {"value": 5, "per": "year"}, **{f"201{year}-12-31": 5 + year for year in range(1, 4)}}
    milestone, whole = rows(parts, {"due": "2012-2015", "milestones": {2013: 20}})

    assert (milestone.distance.gap, milestone.course.judged) == (point(20 - 7 - 8), Judged(("missed",)))
    assert whole.distance.gap == point(50 - 7 - 8)


def test_the_note_says_from_when_a_period_counts(tmp_path: Path, qt_ict: Run) -> None:
    """The first period named is the first that counts, whatever the baseline's date."""
    parts = {"2010-12-31": {"value": 5, "per": "year"}, "2011-12-31": 6, "2012-12-31": 7}
    rounds = {day: {"part": said} for day, said in parts.items()}
    write_plan(tmp_path, rounds, {"due": "2012-2015", "value": 50}, indicator=COUNT)

    (row,) = told(qt_ict, "gap", "--data", tmp_path)["rows"]
    assert [each["en"] for each in row["notes"]] == ["Added up, x after 2011-12-31: 2012: 7."]


def test_per_half_year_each_report_stands_for_its_own(rows: Rows) -> None:
    """300 and 320 of two half-years are 620."""
    parts = {"2010-12-31": {"value": 200, "per": "half-year"}, "2011-06-30": 300, "2011-12-31": 320}
    (row,) = rows(parts, {"due": 2013, "value": 2000})

    assert row.distance.value == point(620)


def test_a_period_that_nobody_reported_leaves_the_sum_open(rows: Rows) -> None:
    """Without 2012 the sum is at least that of the other years."""
    parts = {"2010-12-31": {"value": 500, "per": "year"}, "2011-12-31": 620, "2013-12-31": 700}
    low, high = rows(parts, {"due": 2015, "value": 2000}, {"due": 2015, "value": 1300})

    assert low.distance.value == Interval(1320, None)
    assert (low.distance.status, high.distance.status) == ("undecided", "met")
    assert low.observed is not None
    assert low.observed.value.causes == (Cause.PERIODS,)


@pytest.mark.parametrize(
    ("later", "outcome", "causes"),
    [
        ({"2011-12-31": 620, "2012-12-31": 700}, point(1320), ()),
        (
            {"2011-12-31": {"value": 620, "comparator": "more_than"}, "2012-12-31": 700},
            Interval(1321, None),
            (Cause.WORDS,),
        ),
        ({"2011-12-31": {"value": 600, "rounded_to": 100}, "2012-12-31": 700}, Interval(1250, 1349), (Cause.ROUNDED,)),
        (
            {"2011-12-31": {"value": 600, "rounded_to": 100}, "2013-12-31": 700},
            Interval(1250, None),
            (Cause.ROUNDED, Cause.PERIODS),
        ),
    ],
)
def test_a_sum_is_open_for_the_reasons_of_its_periods(
    rows: Rows, later: dict[str, Any], outcome: Interval, causes: tuple[Cause, ...]
) -> None:
    """What was published rounded or in words is no period that was not reported."""
    (row,) = rows({"2010-12-31": {"value": 500, "per": "year"}, **later}, {"due": 2015, "value": 2000})

    assert row.observed is not None
    assert row.observed.value.outcome == outcome
    assert row.observed.value.causes == causes


def test_what_is_rounded_in_a_sum_is_said_by_how_much(rows: Rows) -> None:
    """The published figure is named, once for all its periods."""
    parts = {"2010-12-31": {"value": 500, "per": "year"}, "2011-12-31": {"value": 600, "rounded_to": 100}}
    parts |= {"2012-12-31": {"value": 700, "rounded_to": 100}}
    (row,) = rows(parts, {"due": 2015, "value": 2000})

    (note,) = [each.text.en for each in notes(row.plan, of_distance(row)) if each.code == "width-rounded"]
    assert note.count("100") == 1


def test_part_of_a_period_that_is_not_told_apart_is_not_reported(rows: Rows) -> None:
    """The baseline of June counts a month, the year after it 500: of those 0 to 500 came after June."""
    parts = {"2010-06-30": {"value": 200, "per": "month"}, "2010-12-31": {"value": 500, "per": "year"}}
    (row,) = rows(parts, {"due": 2013, "value": 2000})

    assert row.observed is not None
    assert (row.observed.value.outcome, row.observed.value.causes) == (Interval(0, 500), (Cause.PERIODS,))


def test_a_baseline_within_a_period_is_taken_off(rows: Rows) -> None:
    """From the end of June on: 500 of the whole year are 300 after the 200 of its first half."""
    (row,) = rows({"2010-06-30": {"value": 200, "per": "year"}, "2010-12-31": 500}, {"due": 2013, "value": 2000})

    assert row.distance.value == point(300)


def test_a_yearly_target_of_such_things_takes_each_year_alone(rows: Rows) -> None:
    """600 a year: met in 2011 by 620; 250 in half of 2012 is a pace, not a year."""
    (row,) = rows(TRAINED, {"due": "yearly", "value": 600})

    assert [each.distance.value for each in row.years] == [point(620), point(250)]
    assert [each.course.judged.status for each in row.years] == [("met",), ("moderate",)]
    assert row.distance.value == point(250)


def test_half_a_year_does_not_stand_for_a_year_that_is_over(rows: Rows) -> None:
    """300 by June may have become 600 by December; 700 by June are met for good."""
    parts = {"2010-12-31": {"value": 500, "per": "year"}, "2011-06-30": 300, "2012-06-30": 250}
    (row,) = rows(parts, {"due": "yearly", "value": 600})
    assert row.years[0].course.judged == Judged((), Reason.NOT_OBSERVED_WHEN_DUE)

    (row,) = rows({**parts, "2011-06-30": 700}, {"due": "yearly", "value": 600})
    assert row.years[0].course.judged == Judged(("met",))


DEATHS = {"2010-12-31": {"value": 100, "per": "year"}, "2011-12-31": 95, "2012-12-31": 88}


@pytest.mark.parametrize(
    ("value", "status", "judged", "why"),
    [
        (270, "undecided", Judged((), Reason.PERIOD_NOT_OVER), Reason.PERIOD_NOT_OVER),
        (183, "undecided", Judged((), Reason.PERIOD_NOT_OVER), Reason.PERIOD_NOT_OVER),
        (182, "not_met", Judged(("missed",)), Reason.ABOVE_CEILING),
    ],
)
def test_a_sum_under_a_ceiling_is_open_until_its_period_is_over(
    rows: Rows, value: int, status: str, judged: Judged, why: Reason
) -> None:
    """183 deaths after two of three years: more will be added, and none taken away."""
    target = {"due": 2013, "comparator": "at_most", "value": value}
    (row,) = rows(DEATHS, target, better="lower")

    assert (row.distance.status, row.course.judged) == (status, judged)
    assert (row.distance.required.linear, row.course.pace.observed) == (why, why)


@pytest.mark.parametrize(("last", "status"), [(80, ("met",)), (90, ("missed",))])
def test_a_sum_under_a_ceiling_is_judged_on_its_last_day(rows: Rows, last: int, status: tuple[str, ...]) -> None:
    """95, 88 and 80 are 263 of at most 270; with 90 they are 273."""
    target = {"due": 2013, "comparator": "at_most", "value": 270}
    (row,) = rows({**DEATHS, "2013-12-31": last}, target, better="lower")

    assert row.course.judged == Judged(status)


@pytest.mark.parametrize(
    ("half", "status", "year", "all_years"),
    [
        (85, "undecided", Judged((), Reason.PERIOD_NOT_OVER), Judged((), Reason.PERIOD_NOT_OVER)),
        (97, "not_met", Judged(("missed",)), Judged(("missed",))),
    ],
)
def test_half_a_year_does_not_keep_a_yearly_ceiling(
    rows: Rows, half: int, status: str, year: Judged, all_years: Judged
) -> None:
    """85 by June of at most 96 in the year may become 170; 97 are too many already."""
    target = {"due": "yearly", "comparator": "at_most", "value": 96}
    (row,) = rows({**DEATHS, "2013-06-30": half}, target, better="lower")

    assert [each.course.judged for each in row.years] == [Judged(("met",)), Judged(("met",)), year]
    assert (row.distance.status, row.course.judged) == (status, all_years)


@pytest.mark.parametrize(("added", "value", "status"), [(43, Fraction(226), "met"), (88, Fraction(271), "not_met")])
def test_what_is_supposed_of_a_sum_under_a_ceiling_is_judged_when_due(
    rows: Rows, added: int, value: Fraction, status: str
) -> None:
    """183 and 43 more are 226 of at most 270 at the end of 2013, and no earlier year meets it."""
    target = {"due": 2013, "comparator": "at_most", "value": 270}
    (row,) = rows(DEATHS, target, better="lower")
    found = supposed(row, {"part": Increment(Fraction(added))})

    assert found is not None
    assert (found.value, found.status, found.reached) == (point(value), status, Reason.PERIOD_NOT_OVER)
    assert needed_by(row, date(2013, 12, 31)).linear is Reason.PERIOD_NOT_OVER


def test_a_sum_under_a_ceiling_is_no_matter_of_past_paces(tmp_path: Path) -> None:
    """No past case tells what will be added, and a pace of 0 keeps no ceiling."""
    target = {"due": 2013, "comparator": "at_most", "value": 270}
    rounds = {day: {"part": said} for day, said in DEATHS.items()}
    loaded, _ = load(write_plan(tmp_path, rounds, target, indicator=COUNT, better="lower"))
    assert loaded is not None
    said = answer(loaded, Question())

    assert target_forecast(said.rows[0], None) is Reason.PERIOD_NOT_OVER
    assert list(trials(said)) == []


def test_a_band_of_a_sum_is_open_until_its_period_is_over(rows: Rows) -> None:
    """183 lie within 150 to 270 today, and may lie above it at the end of 2013."""
    target = {"due": 2013, "comparator": "between", "value": [150, 270], "band": True}
    (row,) = rows(DEATHS, target)

    assert (row.distance.status, row.course.judged) == ("undecided", Judged((), Reason.PERIOD_NOT_OVER))


def test_a_growing_sum_moves_away_from_nothing(tmp_path: Path) -> None:
    """95 in one year and 183 in two is no fall, and 100 of the year before is no part of at most 270."""
    target = {"due": 2013, "comparator": "at_most", "value": 270}
    rounds = {day: {"part": said} for day, said in DEATHS.items()}
    folder = write_plan(tmp_path, rounds, target, indicator=COUNT, better="lower")

    assert not {"QT501", "QT502", "QT703", "QT704", "QT705"}.intersection(found_in(folder))


def test_an_open_sum_that_meets_its_target_does_not_reverse(rows: Rows) -> None:
    """At least 1 320, then at least 1 920: it cannot have fallen."""
    parts = {"2010-12-31": {"value": 500, "per": "year"}, "2011-12-31": 620, "2013-12-31": 700, "2014-12-31": 600}
    (row,) = rows(parts, {"due": 2015, "value": 1300})

    assert row.course.judged == Judged(("met",))


def test_a_smaller_half_year_is_no_finding(tmp_path: Path) -> None:
    """300 after 500 a year is no fall."""
    folder = write_plan(
        tmp_path, {day: {"part": said} for day, said in TRAINED.items()}, {"due": 2013, "value": 2000}, indicator=COUNT
    )

    assert not {"QT703", "QT704", "QT705"}.intersection(found_in(folder))


@pytest.mark.parametrize(
    ("due", "value", "outcome", "judged"),
    [
        ("2012-06", 30, point(40), Judged((), Reason.NOT_OBSERVED_WHEN_DUE)),
        (2012, 20, point(10), Judged(("missed",))),
        (2014, 5, Interval(None, None), Judged((), Reason.BOUNDS_TOO_WIDE)),
    ],
)
def test_what_may_be_negative_is_open_both_ways(
    tmp_path: Path, due: Any, value: int, outcome: Interval, judged: Judged
) -> None:
    """40 in 2011 and -30 in 2012: June 2012 lies anywhere, and with 2013 not reported so does the sum of 2014."""
    parts = {"2010-12-31": {"value": 5, "per": "year", "unit": "balance"}, "2011-12-31": 40, "2012-12-31": -30}
    parts |= {"2014-06-30": 7} if due == 2014 else {}
    folder = write_plan(
        tmp_path,
        {day: {"part": said} for day, said in parts.items()},
        {"due": due, "value": value},
        indicator={"unit": "balance", "figure": "part"},
        units={"balance": {"kind": "amount", "negative": True}},
        transcribed=False,
    )
    (row,) = rows_of(folder, EVERY_ROUND)

    assert row.observed is not None
    assert row.observed.value.outcome == outcome
    assert row.course.judged == judged


def test_shares_of_periods_do_not_add_up(tmp_path: Path) -> None:
    """30% of one half-year and 40% of the other are not 70% of the year."""
    rounds = {"2010-12-31": {"printed": {"value": 30, "per": "year"}}}
    _, broken = load(write_plan(tmp_path, rounds, {"due": 2015, "value": 50}, indicator=PRINTED))

    assert [each.rule.name for each in broken] == ["contradictory-keys"]


# Targets reckoned from the value of another date.


def test_a_target_is_reckoned_from_the_value_of_the_date_it_names(rows: Rows) -> None:
    """30% less than in 2011 (40) is 28; corrected to 50 it is 35."""
    target = {"value": None, "comparator": "at_most", "from_baseline": "-30%", "from": 2011, "due": 2015}
    (row,) = rows({"2010-12-31": 30, "2011-12-31": 40, "2012-12-31": 38}, target, better="lower")
    assert row.line is not None
    assert row.line.number == 28

    (row,) = rows({"2010-12-31": 30, "2011-12-31": 50, "2012-12-31": 38}, target, better="lower")
    assert row.line is not None
    assert row.line.number == 35


def test_without_a_value_of_that_date_there_is_no_number(rows: Rows) -> None:
    """Nobody knows 30% less than what nobody counted."""
    target = {"value": None, "comparator": "at_most", "from_baseline": "-30%", "from": 2014, "due": 2015}
    (row,) = rows({"2010-12-31": 30, "2011-12-31": 40}, target, better="lower")

    assert row.distance.reason is Reason.NO_REFERENCE_VALUE


def test_from_goes_with_from_baseline(tmp_path: Path) -> None:
    """A number is not of any date."""
    target = {"due": 2015, "value": 50, "from": 2011}
    _, broken = load(write_plan(tmp_path, {"2010-12-31": {"part": 10}}, target, indicator=COUNT))

    assert [each.rule.name for each in broken] == ["contradictory-keys"]


def test_deaths_per_1000_inhabitants_are_a_rate_of_their_year(tmp_path: Path) -> None:
    """3,000 and 2,900 deaths among 600,000 people: 5.00 and 4.83 per 1,000, and never a sum of both years."""
    rounds = {
        "2024-12-31": {"part": {"value": 3000, "per": "year"}, "whole": 600000},
        "2025-12-31": {"part": 2900, "whole": 600000},
    }
    rate = {"unit": "per_100", "numerator": "part", "denominator": "whole", "factor": 1000}
    goal = {"value": 4, "due": 2029, "comparator": "at_most", "unit": "per_100"}
    (row,) = rows_of(write_plan(tmp_path, rounds, goal, indicator=rate, better="lower"))

    assert [each.value.outcome for each in row.history] == [point(5), point(Fraction(29, 6))]


# Projections.


@pytest.mark.parametrize(("second", "at_due"), [(133, 141), (132, 140), (141, 141), (143, 143)])
def test_a_projection_stays_within_the_whole_that_is_named(tmp_path: Path, second: int, at_due: int) -> None:
    """From 130 of 141 by 3 a year it ends at 141 of 141; what the data themselves say beyond that stays."""
    rounds = {"2010-12-31": {"part": {"value": 130, "of": "all"}, "all": 141}, "2011-12-31": {"part": second}}
    rounds["2011-12-31"]["all"] = 141
    folder = write_plan(tmp_path, rounds, {"due": 2015, "value": 150}, indicator=COUNT)
    (row,) = rows_of(folder, EVERY_ROUND)

    assert row.course.projection.at_due == point(at_due)


# What is said of them.


def told(qt_ict: Callable[..., Result], *arguments: object) -> Any:
    """What a command says, as JSON."""
    result = qt_ict(*map(str, arguments), "--format", "json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def test_a_target_with_milestones_is_explained_by_what_it_promises_itself(
    tmp_path: Path, qt_ict: Callable[..., Result]
) -> None:
    """50 by June 2015 is the target; what is promised on the way stands in a line of its own."""
    target = {"due": "2015-06", "value": 50, "milestones": {2012: 20, "2013-06": 30}}
    folder = write_plan(tmp_path, {"2010-12-31": {"part": 10}, "2012-12-31": {"part": 22}}, target, indicator=COUNT)

    page = qt_ict("explain", "t0", "--data", str(folder), "--lang", "en", "--format", "markdown").out

    lines = [line for line in page.splitlines() if line.startswith("| ")]
    assert lines[:6] == [
        "|  |  |",
        "| --- | --- |",
        "| Target | ≥ 50 x |",
        "| Due | 2015-06 |",
        "| Milestones | 2012: ≥ 20 x, 2013-06: ≥ 30 x |",
        "| Domain | x |",
    ]


def test_a_figure_that_holds_has_the_place_where_its_value_stands(
    tmp_path: Path, qt_ict: Callable[..., Result]
) -> None:
    """A later round takes the whole over from the baseline: its file and line are the baseline's."""
    rounds: dict[str, Any] = {
        "2010-12-31": {"part": 10, "whole": {"value": 100, "holds": True}},
        "2012-12-31": {"part": 20},
    }
    folder = write_plan(tmp_path, rounds, {"due": 2015, "value": 50}, indicator=SHARE)

    found = told(qt_ict, "show", "--data", folder, "--round", "2012-12-31")["figures"]

    assert {each["figure"]: each["source"]["file"] for each in found} == {
        "part": str(folder / "rounds" / "2012-12-31.yaml"),
        "whole": str(folder / "baseline_0.yaml"),
    }
    for each in found:
        source = each["source"]
        line = Path(source["file"]).read_text(encoding="utf-8").splitlines()[source["line"] - 1]
        assert line.strip() == f"value: {each['number']}"


def test_rows_of_figures_say_how_they_are_counted(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """What a figure is per, whether it holds or only grows, and where it is counted anew: as the data package says."""
    base = {"value": 15, "date": date(2011, 12, 31)}
    rounds: dict[str, Any] = {
        "2010-12-31": {"part": {"value": 10, "per": "year"}, "whole": {"value": 100, "holds": True}},
        "2012-12-31": {"part": {"value": 20, "definition": OTHER, "break": True, "base": base}},
    }
    folder = write_plan(tmp_path, rounds, {"due": 2015, "value": 50}, indicator=SHARE)
    keys = ("per", "cumulative", "holds", "definition", "break", "base", "base_date")

    found = told(qt_ict, "show", "--data", folder, "--round", "2012-12-31")["figures"]
    rows = library.load(folder).figures(round="2012-12-31")

    counted = {
        "part": ("year", False, False, OTHER, True, 15, "2011-12-31"),
        "whole": (None, False, True, None, False, None, None),
    }
    assert {each["figure"]: tuple(each[key] for key in keys) for each in found} == counted
    assert {row.figure: (row.per, row.holds, row.base) for row in rows} == {
        "part": ("year", False, 15),
        "whole": (None, True, None),
    }


def test_a_heading_says_due_in_a_year_and_nothing_else(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """Due in 2015, but due: yearly, and due: 2015-06."""
    targets = [{"due": due, "value": 50} for due in (2015, "yearly", "2015-06")]
    folder = write_plan(tmp_path, {"2010-12-31": {"part": 10}, "2011-12-31": {"part": 20}}, *targets, indicator=COUNT)

    page = qt_ict("methods", "i", "--data", str(folder), "--lang", "en").out

    assert [line.split(": ≥")[0] for line in page.splitlines() if line.startswith("Due")] == [
        "Due in 2015",
        "Due: 2015-06",
        "Due: yearly",
    ]


@pytest.mark.parametrize(
    ("base", "outcomes"),
    [
        (date(2011, 12, 31), [point(0), point(95), point(180)]),
        (date(2010, 12, 31), [point(0), Interval(85, None)]),
        (None, [point(0), Interval(85, None)]),
    ],
)
@pytest.mark.parametrize("definition", [OTHER, None])
def test_a_sum_counted_anew_takes_in_only_what_is_counted_so(
    rows: Rows, base: date | None, outcomes: list[Interval], definition: Any
) -> None:
    """95 of 2011 by the new way and 85 of 2012 are 180; what the old way counted is no part of it."""
    anew: dict[str, Any] = {"value": 85, "break": True, **({"definition": definition} if definition else {})}
    anew |= {"base": {"value": 95, "date": base}} if base else {}
    parts = {"2010-12-31": {"value": 100, "per": "year"}, "2011-12-31": 90, "2012-12-31": anew}
    (row,) = rows(parts, {"due": 2015, "value": 500})

    assert [each.value.outcome for each in row.history] == outcomes
    assert row.distance.value == outcomes[-1]


@pytest.mark.parametrize("due", [2013, "yearly"])
def test_a_ceiling_is_open_from_the_first_day_on(rows: Rows, due: Any) -> None:
    """The baseline alone has counted nothing toward it yet, and nothing is met by that."""
    target = {"due": due, "comparator": "at_most", "value": 270}
    (row,) = rows({"2010-12-31": {"value": 100, "per": "year"}}, target, better="lower")

    assert (row.distance.status, row.distance.from_now.linear) == ("undecided", Reason.PERIOD_NOT_OVER)


HALF_YEARS = ["2011-06-30", "2011-12-31", "2012-06-30", "2012-12-31", "2013-06-30", "2013-12-31"]
"""Days on which a sum may be reported, before and after it is due."""


@settings(max_examples=80)
@given(
    later=st.dictionaries(st.sampled_from(HALF_YEARS), st.integers(0, 3), min_size=1),
    comparator=st.sampled_from(["at_least", "more_than", "at_most", "less_than"]),
    value=st.integers(0, 12),
    due=st.sampled_from([2011, "2012-06", 2012, 2013]),
)
def test_gap_and_progress_say_the_same_of_a_sum_that_is_due(
    tmp_path_factory: pytest.TempPathFactory, later: dict[str, int], comparator: str, value: int, due: Any
) -> None:
    """Whether reports lie on the due day, before it, after it, or on both sides."""
    parts = {"2010-12-31": {"value": 1, "per": "half-year"}, **{day: {"value": later[day]} for day in sorted(later)}}
    rounds = {day: {"part": said} for day, said in parts.items()}
    better = "higher" if comparator in ("at_least", "more_than") else "lower"
    target = {"due": due, "comparator": comparator, "value": value}
    folder = write_plan(tmp_path_factory.mktemp("plan"), rounds, target, indicator=COUNT, better=better)

    (row,) = rows_of(folder, Choice(as_of=date(2013, 12, 31)))

    found = {("met",): "met", ("missed",): "not_met"}.get(row.course.judged.status, "undecided")
    assert row.distance.status == found


@pytest.mark.parametrize(
    ("comparator", "value", "last", "status", "working"),
    [
        ("at_most", 270, 80, "met", "[183–263] ≤ 270 ?"),
        ("at_most", 250, 80, "undecided", "[183–263] ≤ 250 ?"),
        ("at_least", 250, 80, "undecided", "[183–263] ≥ 250 ?"),
        ("at_least", 270, 80, "not_met", "[183–263] ≥ 270 ?"),
    ],
)
def test_a_sum_between_two_reports_is_written_so(
    tmp_path: Path, qt_ict: Run, comparator: str, value: int, last: int, status: str, working: str
) -> None:
    """183 before the due day and 263 after it: the working that decides, and none beside a reason."""
    better = "higher" if comparator == "at_least" else "lower"
    rounds = {day: {"part": said} for day, said in {**DEATHS, "2013-12-31": last}.items()}
    target = {"due": "2013-06", "comparator": comparator, "value": value}
    folder = write_plan(tmp_path, rounds, target, indicator=COUNT, better=better)

    (row,) = json.loads(qt_ict("explain", "t0", "--data", str(folder), "--format", "json").out)["rows"]

    steps = {each["name"]["en"]: each for each in row["steps"]}
    assert row["status"] == status
    assert steps["Status"]["working"]["en"] == working
    why = "no value in the due year"
    assert all(not each["working"]["en"] for each in steps.values() if each["result"]["en"] == why)


def test_a_sum_that_is_open_has_no_working(tmp_path: Path, qt_ict: Run) -> None:
    """183 of at most 270 before the period is over: the reason stands alone."""
    target = {"due": 2013, "comparator": "at_most", "value": 270}
    rounds = {day: {"part": said} for day, said in DEATHS.items()}
    folder = write_plan(tmp_path, rounds, target, indicator=COUNT, better="lower")

    (row,) = json.loads(qt_ict("explain", "t0", "--data", str(folder), "--format", "json").out)["rows"]

    found = {each["name"]["en"]: (each["working"]["en"], each["result"]["en"]) for each in row["steps"]}
    assert found["Attained"] == ("", "the period of the target is not over")
    assert found["Status"] == ("", "undecided: the period of the target is not over")


def explained(qt_ict: Run, folder: Path, *more: str) -> Any:
    """The one target, explained."""
    out = qt_ict("explain", "t0", "--data", str(folder), *more).out
    return json.loads(out) if "json" in more else out


def test_explain_adds_up_line_by_line(tmp_path: Path, qt_ict: Run) -> None:
    """Every period by the line that reports it, and what they come to; no line is said to hold the total."""
    rounds = {day: {"part": said} for day, said in TRAINED.items()}
    folder = write_plan(tmp_path, rounds, {"due": 2013, "value": 2000}, indicator=COUNT)

    (figure,) = explained(qt_ict, folder, "--format", "json")["indicator"]["inputs"]
    (step,) = explained(qt_ict, folder, "--format", "json")["indicator"]["steps"]
    shown = re.sub(" +", " ", explained(qt_ict, folder, "--lang", "en"))

    assert [(each["from"], each["to"], each["value"]["low"], each["line"]) for each in figure["periods"]] == [
        ("2011-01-01", "2011-12-31", 620, 9),
        ("2012-01-01", "2012-06-30", 250, 9),
    ]
    assert (figure["value"]["low"], step["working"]["en"], step["result"]["en"]) == (870, "620 + 250", "870 x")
    assert re.search(r"x, 2011 620 .*2011-12-31\.yaml:9", shown)
    assert "x, added up 870" in shown


def test_explain_says_which_period_nobody_reported(tmp_path: Path, qt_ict: Run) -> None:
    """And what of a report lies before the day from which things are added up."""
    parts = {"2010-06-30": {"value": 200, "per": "year"}, "2010-12-31": 500, "2012-12-31": 700}
    folder = write_plan(
        tmp_path, {day: {"part": said} for day, said in parts.items()}, {"due": 2013, "value": 2000}, indicator=COUNT
    )

    shown = re.sub(r"\s+", " ", explained(qt_ict, folder, "--lang", "en"))

    assert "x, 2010-07-01–2010-12-31 300 (without 200 before)" in shown
    assert "x, 2011 not reported" in shown
    assert "Value 300 + not reported + 700 [≥ 1,000] x" in shown


def test_what_is_added_up_keeps_its_decimals(tmp_path: Path) -> None:
    """12.5 and 7.25 km of a year are no 13 and 7."""
    parts = {"2010-12-31": {"value": 1.5, "per": "year", "unit": "km"}, "2011-12-31": 12.5, "2012-12-31": 7.25}
    rounds = {day: {"part": said} for day, said in parts.items()}
    how: dict[str, Any] = {"indicator": {"unit": "km", "figure": "part"}, "units": {"km": {"kind": "amount"}}}
    (row,) = rows_of(write_plan(tmp_path, rounds, {"due": 2013, "value": 50}, transcribed=False, **how))

    (note,) = [each.text.en for each in notes(row.plan, of_distance(row)) if each.code == "adds-up"]
    assert "2011: 12.5; 2012: 7.25" in note


def codes_of(row: Standing) -> set[str]:
    """Codes of everything that is said beside the distance and the course of a target."""
    return {each.code for each in (*of_distance(row), *of_course(row))}


SAYS_IT_TOO = {"definition", "counted-since", "counted-anew", "sum-counted-anew"}


@pytest.mark.parametrize(
    ("parts", "due", "code"),
    [
        ({"2010-12-31": 10, "2011-12-31": {"value": 22, "definition": OTHER, "break": True}}, 2015, "counted-anew"),
        (
            {
                "2010-12-31": 10,
                "2011-12-31": {"value": 22, "definition": OTHER, "break": True},
                "2012-12-31": {"value": 23, "definition": OTHER},
            },
            2015,
            "counted-anew",
        ),
        (
            {
                "2010-12-31": {"value": 10, "per": "year"},
                "2011-12-31": 20,
                "2012-12-31": {"value": 22, "definition": OTHER, "break": True},
            },
            2015,
            "sum-counted-anew",
        ),
        (
            {
                "2010-12-31": {"value": 10, "per": "year"},
                "2011-12-31": 20,
                "2012-12-31": {"value": 22, "definition": OTHER, "break": True},
            },
            "yearly",
            "counted-since",
        ),
        (
            {"2010-12-31": {"value": 10, "definition": OTHER}, "2011-12-31": {"value": 9, "definition": OTHER}},
            2015,
            None,
        ),
    ],
)
def test_what_is_counted_anew_is_said_once(rows: Rows, parts: dict[str, Any], due: Any, code: str | None) -> None:
    """Never as something else that is counted besides, and never from 0 things at the beginning of a sum."""
    (row,) = rows(parts, {"due": due})

    assert codes_of(row) & SAYS_IT_TOO == ({code} if code else set())
    said = [each.text.en for each in notes(row.plan, (*of_distance(row), *of_course(row)))]
    assert not any(re.search(r"\b0 x \(20", each) for each in said)


def test_a_sum_between_two_reports_is_said(rows: Rows) -> None:
    """Not the value before the due day, and not that there is none, but what both leave possible."""
    target = {"due": "2013-06", "comparator": "at_most", "value": 270}
    (row,) = rows({**DEATHS, "2013-12-31": 80}, target, better="lower")

    said = {each.code: each.text.en for each in notes(row.plan, of_course(row))}

    assert said["sum-when-due"] == "Nothing was reported for the due day, 2013-06-30: the sum was 183–263 x by then."
    assert not {"by-neighbours", "before-due-day"} & said.keys()


@pytest.mark.parametrize(
    ("day", "per", "old", "change"),
    [
        ("2012-06-30", "year", "300 (2011-06-30)", "−50 (−16.7%)"),
        ("2012-12-31", "year", "620 (2011-12-31)", "−370 (−59.7%)"),
        ("2012-09-30", "year", "–", "–"),
        ("2012-06-30", "half-year", "620 (2011-12-31)", "−370 (−59.7%)"),
        ("2012-03-31", "month", "620 (2011-12-31)", "−370 (−59.7%)"),
    ],
)
def test_a_sheet_is_compared_with_as_long_a_part_of_a_period(
    tmp_path: Path, qt_ict: Run, day: str, per: str, old: str, change: str
) -> None:
    """250 by June are 50 fewer than by June of the year before, and no fall from a whole year."""
    parts = {"2010-12-31": {"value": 500, "per": per}, "2011-06-30": 300, "2011-12-31": 620}
    folder = write_plan(
        tmp_path / "plan",
        {each: {"part": said} for each, said in parts.items()},
        {"due": 2015, "value": 2000},
        indicator=COUNT,
    )
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"figure,{day}\npart,250\n", encoding="utf-8")

    out = qt_ict("round", "add", str(sheet), "--numbers", "en", "--data", str(folder), "--dry-run", "--lang", "en").out

    assert re.sub(r"\s+", " ", f"x {old} 250 {change}") in re.sub(r"\s+", " ", out)
