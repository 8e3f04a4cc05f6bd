"""Surveys and rounded numbers: their intervals are data, run through every quantity, and are never lost."""

import csv
import io
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.readings import reading
from qt_ict.engine.reasons import Cause
from qt_ict.engine.values import value as value_of
from qt_ict.loading.folder import load
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, PRINTED, SHARE, plan_in, rows_of, write_plan

Run = Callable[..., Result]
START, LATER = "2010-12-31", "2012-12-31"
SURVEYED = {"value": 45.2, "low": 43.1, "high": 47.3, "confidence": 95}
"""A share that a survey gives with its interval."""


def read(folder: Path, name: str, said: dict[str, Any], transcribed: bool = True) -> Interval:
    """What one figure says."""
    indicator = PRINTED if name == "printed" else COUNT
    plan = plan_in(write_plan(folder, {START: {name: said}}, indicator=indicator, transcribed=transcribed))
    return reading(plan, plan.figures[name])


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("printed", SURVEYED, Interval(Fraction(431, 10), Fraction(473, 10))),
        ("printed", {"value": 50, "standard_error": 2}, Interval(Fraction(4608, 100), Fraction(5392, 100))),
        ("printed", {"value": 1, "standard_error": 1}, Interval(0, Fraction(296, 100))),
        ("printed", {"value": 99, "standard_error": 1}, Interval(Fraction(9704, 100), 100)),
        ("printed", {"value": 45, "rounded_to": 5}, Interval(Fraction(85, 2), Fraction(95, 2), high_open=True)),
        ("part", {"value": 534900, "rounded_to": 100}, Interval(534850, 534949)),
        ("part", {"value": 0, "rounded_to": 100}, Interval(0, 49)),
        ("part", {"value": 1000, "standard_error": 10}, Interval(981, 1019)),
        ("part", {"value": 1000, "low": 970, "high": 1040}, Interval(970, 1040)),
        ("part", {"value": 7, "rounded_to": 1}, point(7)),
    ],
)
def test_a_figure_says_the_numbers_that_its_source_leaves_open(
    tmp_path: Path, name: str, said: dict[str, Any], expected: Interval
) -> None:
    """Worked by hand: half the rounding either way, 1.96 standard errors either way, inside what the kind allows."""
    assert read(tmp_path, name, said) == expected


def test_digits_of_a_surveyed_share_widen_it_no_further(tmp_path: Path) -> None:
    """The error of the sample is what decides: 45.2 with 43.1 to 47.3 is that, transcribed or not."""
    assert read(tmp_path / "a", "printed", SURVEYED) == read(tmp_path / "b", "printed", SURVEYED, transcribed=False)


def test_what_a_database_rounds_can_be_said(tmp_path: Path) -> None:
    """Its digits show no precision: 45 may be 45.0; where it is known, it is declared."""
    said = {"value": 45, "rounded_to": 0.1}

    assert read(tmp_path / "a", "printed", {"value": 45}, transcribed=False) == point(45)
    expected = Interval(Fraction(899, 20), Fraction(901, 20), high_open=True)
    assert read(tmp_path / "b", "printed", said, transcribed=False) == expected


def test_a_ratio_of_rounded_counts_is_an_interval_with_a_cause_of_its_own(tmp_path: Path) -> None:
    """100 thousand of 500 thousand, to the nearest thousand: 99500/500499 to 100499/499500."""
    figures = {"part": {"value": 100000, "rounded_to": 1000}, "whole": {"value": 500000, "rounded_to": 1000}}
    plan = plan_in(write_plan(tmp_path, {START: figures}))

    found = value_of(plan, plan.indicators["i"])

    assert found.outcome == Interval(Fraction(9950000, 500499), Fraction(10049900, 499500))
    assert found.causes == (Cause.ROUNDED,)


@pytest.mark.parametrize(
    ("number", "status"), [(43, "met"), (43.1, "met"), (45.2, "undecided"), (47.3, "undecided"), (48, "not_met")]
)
def test_a_target_is_decided_where_the_whole_interval_lies_on_one_side(
    tmp_path: Path, number: float, status: str
) -> None:
    """Both ends belong to the interval of a survey."""
    (row,) = rows_of(
        write_plan(tmp_path, {START: {"printed": SURVEYED}}, {"due": 2015, "value": number}, indicator=PRINTED)
    )

    assert row.distance.status == status
    assert row.distance.gap == Interval(
        Fraction(str(number)) - Fraction(473, 10), Fraction(str(number)) - Fraction(431, 10)
    )


def test_joint_kinds_and_bounds_take_the_ends_of_surveys(tmp_path: Path) -> None:
    """What kinds share is at most the largest that the smallest may be."""
    figures = {"part": {"value": 50, "low": 40, "high": 60}, "other": 70, "whole": 100}
    joint = {**SHARE, "numerator": {"joint": ["part", "other"]}}
    bounds = {**SHARE, "numerator": {"at_least": "part", "at_most": "other"}}
    plans = [
        plan_in(write_plan(tmp_path / key, {START: figures}, indicator=each))
        for key, each in [("j", joint), ("b", bounds)]
    ]

    together, between = (value_of(plan, plan.indicators["i"]) for plan in plans)

    assert (together.outcome, together.causes) == (Interval(0, 60), (Cause.SURVEY, Cause.JOINT))
    assert (between.outcome, between.causes) == (Interval(40, 70), (Cause.SURVEY, Cause.BOUND))


@given(st.integers(0, 10**6), st.integers(1, 10**4), st.integers(0, 10**4))
def test_a_rounded_count_is_one_of_those_that_it_may_stand_for(count: int, step: int, off: int) -> None:
    """Whatever the count was before it was rounded half up, it is among them, and its neighbours' are not."""
    from qt_ict.model.figures import Figure
    from qt_ict.model.indicators import Unit
    from qt_ict.model.plan import Plan

    plan: Any = Plan.__new__(Plan, *[None] * len(Plan._fields))
    plan = plan._replace(units={"things": Unit(vi="x", en="x", kind="count")})
    true = count + off
    rounded = (2 * true + step) // (2 * step) * step
    found = reading(plan, Figure.model_construct(value=rounded, unit="things", rounded_to=step))

    assert found.low is not None
    assert found.high is not None
    assert found.low <= true <= found.high
    above = reading(plan, Figure.model_construct(value=rounded + step, unit="things", rounded_to=step))
    assert above.low == found.high + 1


@pytest.mark.parametrize(
    ("said", "code", "key"),
    [
        ({"low": 40}, "QT206", "low"),
        ({"high": 50}, "QT206", "high"),
        ({"confidence": 95}, "QT206", "confidence"),
        ({"standard_error": 1, "confidence": 95}, "QT206", "confidence"),
        ({"low": 40, "high": 50, "comparator": "more_than"}, "QT206", "low"),
        ({"low": 40, "high": 50, "standard_error": 2}, "QT206", "standard_error"),
        ({"standard_error": 2, "rounded_to": 5}, "QT206", "rounded_to"),
        ({"comparator": "at_most", "rounded_to": 5}, "QT206", "rounded_to"),
        ({"rounded_to": 0}, "QT203", "rounded_to"),
        ({"standard_error": 0}, "QT203", "standard_error"),
        ({"low": 40, "high": 50, "confidence": 100}, "QT203", "confidence"),
        ({"low": 40, "high": 50, "confidence": 0}, "QT203", "confidence"),
        ({"low": -1, "high": 50}, "QT301", "low"),
    ],
)
@pytest.mark.parametrize("later", [False, True])
def test_keys_that_exclude_or_need_each_other_are_refused(
    tmp_path: Path, said: dict[str, Any], code: str, key: str, later: bool
) -> None:
    """One finding, at the key; in the baseline and in later rounds alike."""
    rounds = {START: {"printed": 45 if later else {"value": 45, **said}}}
    folder = write_plan(
        tmp_path, rounds | ({LATER: {"printed": {"value": 45, **said}}} if later else {}), indicator=PRINTED
    )

    loaded, (finding,) = load(folder)

    assert loaded is None
    line = Path(finding.place.file).read_text(encoding="utf-8").splitlines()[finding.place.line - 1]
    assert (finding.rule.code, line.split(":")[0].strip()) == (code, key)


@pytest.mark.parametrize("said", [{"low": 39.5, "high": 50}, {"low": 40, "high": 50.5}, {"rounded_to": 0.5}])
def test_counts_have_whole_ends(tmp_path: Path, said: dict[str, Any]) -> None:
    """Half a household is in no interval; a standard error may be any number."""
    fractional = load(write_plan(tmp_path / "a", {START: {"part": {"value": 45, **said}}}, indicator=COUNT))[1]
    whole = load(write_plan(tmp_path / "b", {START: {"part": {"value": 45, "standard_error": 1.5}}}, indicator=COUNT))[
        1
    ]

    assert ([each.rule.code for each in fractional], whole) == (["QT302"], [])


def test_an_empty_figure_of_a_later_round_says_nothing_of_its_number(tmp_path: Path) -> None:
    """There is no number that could be off."""
    later = {"printed": {"document": "2", "low": 40, "high": 50}}
    _, (finding,) = load(write_plan(tmp_path, {START: {"printed": 45}, LATER: later}, indicator=PRINTED))

    assert (finding.rule.code, finding.problem.en) == ("QT206", "low at a figure without a value")


def test_a_later_round_has_intervals_of_its_own(tmp_path: Path) -> None:
    """They belong to the number, not to the figure: what was a survey may become a count."""
    rounds = {
        START: {"printed": SURVEYED},
        LATER: {"printed": {"value": 50, "standard_error": 1}},
        "2013-12-31": {"printed": 52},
    }
    plan = plan_in(write_plan(tmp_path, rounds, indicator=PRINTED, transcribed=False))

    found = [reading(plan, each.figures["printed"]) for each in plan.rounds]

    assert found[1:] == [Interval(Fraction(4804, 100), Fraction(5196, 100)), point(52)]


def survey(folder: Path, **later: Any) -> Path:
    """A plan with a survey in its baseline and its later round."""
    rounds = {START: {"printed": SURVEYED}, LATER: {"printed": {"value": 50, "standard_error": 1, **later}}}
    return write_plan(folder, rounds, {"due": 2015, "value": 60}, indicator=PRINTED)


def test_confidence_is_said_in_the_notes(tmp_path: Path, qt_ict: Run) -> None:
    """By every command that shows a value, in the reader's language."""
    folder = survey(tmp_path)

    def notes(*command: str) -> list[str]:
        found = json.loads(qt_ict(*command, "--data", str(folder), "--format", "json").out)
        return [each["en"] for each in found["rows"][0]["notes"] if each["code"] == "width-survey"]

    first = 'An interval because of a survey: "x", its 95% confidence interval.'
    latest = 'An interval because of a survey: "x", ± 1.96 standard errors (a 95% confidence interval).'
    assert notes("show") == [first]
    assert notes("gap") == notes("explain", "t0") == [latest]
    assert notes("progress") == [first, latest]
    assert "khoảng tin cậy 95%" in qt_ict("show", "--data", str(folder), "--lang", "vi").out


def test_a_rounded_number_says_what_it_is_rounded_to(tmp_path: Path, qt_ict: Run) -> None:
    """In the table of figures and in a note."""
    folder = write_plan(tmp_path, {START: {"part": {"value": 534900, "rounded_to": 100}}}, indicator=COUNT)

    out = qt_ict("show", "--data", str(folder), "--lang", "en").out

    assert "534,900 (rounded to 100)" in out
    assert 'An interval because a number was published rounded: "x", rounded to 100.' in out
    assert "534.900 (làm tròn đến 100)" in qt_ict("show", "--data", str(folder), "--lang", "vi").out


def test_show_and_explain_give_what_was_published(tmp_path: Path, qt_ict: Run) -> None:
    """The number, its interval, and the numbers it may stand for."""
    folder = survey(tmp_path)

    (figure,) = json.loads(qt_ict("show", "--data", str(folder), "--format", "json").out)["figures"]
    (explained,) = json.loads(qt_ict("explain", "t0", "--data", str(folder), "--format", "json").out)["indicator"][
        "inputs"
    ]

    said = ("number", "low", "high", "confidence", "standard_error", "rounded_to", "value")
    assert [figure[key] for key in said] == [45.2, 43.1, 47.3, 95, None, None, {"low": 43.1, "high": 47.3}]
    assert [explained[key] for key in said[1:]] == [None, None, None, 1, None, {"low": 48.04, "high": 51.96}]
    assert "45.2 (95%: 43.1–47.3)" in qt_ict("show", "--data", str(folder), "--lang", "en").out


def test_the_data_package_holds_every_key(tmp_path: Path, qt_ict: Run) -> None:
    """Digits as published."""
    assert qt_ict("export", str(tmp_path / "out"), "--data", str(survey(tmp_path / "plan"))).code == 0

    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "figures.csv").read_text(encoding="utf-8"))))
    keys = ("value", "low", "high", "confidence", "standard_error", "rounded_to")
    assert [[row[key] for key in keys] for row in rows] == [
        ["45.2", "43.1", "47.3", "95", "", ""],
        ["50", "", "", "", "1", ""],
    ]


def test_a_changed_interval_is_a_change(tmp_path: Path, qt_ict: Run) -> None:
    """Though the number stands, the verdict may be another because of it."""
    old, new = survey(tmp_path / "old"), survey(tmp_path / "new", standard_error=6)

    found = json.loads(qt_ict("diff", str(old), str(new), "--format", "json").out)

    (change,) = found["figures"]
    assert (change["fields"], change["old"]["standard_error"], change["new"]["standard_error"]) == (
        ["standard_error"],
        1,
        6,
    )
    assert "50% (standard error 1) 50% (standard error 6)" in " ".join(
        qt_ict("diff", str(old), str(new), "--lang", "en").out.split()
    )


def test_a_new_round_shows_the_interval_last_known(tmp_path: Path, qt_ict: Run) -> None:
    """In the comment of the form; the new number has an interval of its own or none."""
    folder = survey(tmp_path)

    assert qt_ict("round", "new", "2013-12-31", "--data", str(folder)).code == 0

    text = (folder / "rounds" / "2013-12-31.yaml").read_text(encoding="utf-8")
    assert "    value:  # 2012-12-31: 50, standard_error 1\n" in text


def test_a_number_brought_in_beside_an_old_interval_is_pointed_out(tmp_path: Path, qt_ict: Run) -> None:
    """The file keeps the interval, the preview says so, and validation finds that the new number is not in it."""
    rounds = {START: {"printed": 45}, LATER: {"printed": SURVEYED}}
    folder, sheet = write_plan(tmp_path / "plan", rounds, indicator=PRINTED), tmp_path / "sheet.csv"
    sheet.write_text("figure;value\nprinted;50.5\n", encoding="utf-8")

    added = qt_ict("round", "add", str(sheet), "--data", str(folder), "--numbers", "en", "--lang", "en", "--yes")

    assert added.code == 0
    assert "The file keeps low: 43.1, high: 47.3, confidence: 95." in " ".join(added.out.split())
    checked = json.loads(qt_ict("validate", str(folder), "--format", "json").out)
    assert [each["code"] for each in checked["findings"] if each["code"].startswith("QT3")] == ["QT306"]


def codes(folder: Path, qt_ict: Run) -> set[str]:
    """What validation finds."""
    return {each["code"] for each in json.loads(qt_ict("validate", str(folder), "--format", "json").out)["findings"]}


@pytest.mark.parametrize(
    ("figures", "code", "found"),
    [
        ({"part": 40, "whole": {"value": 100, "parts": ["part", "other"]}, "other": 50}, "QT411", True),
        (
            {"part": 40, "whole": {"value": 100, "rounded_to": 10, "parts": ["part", "other"]}, "other": 55},
            "QT411",
            False,
        ),
        (
            {"part": 40, "whole": {"value": 100, "rounded_to": 10, "parts": ["part", "other"]}, "other": 54},
            "QT411",
            True,
        ),
        ({"part": {"value": 40, "of": "whole", "printed": "41%"}, "whole": 100}, "QT401", True),
        ({"part": {"value": 40, "low": 38, "high": 42, "of": "whole", "printed": "41%"}, "whole": 100}, "QT401", False),
        ({"part": {"value": 40, "low": 38, "high": 42, "of": "whole", "printed": "43%"}, "whole": 100}, "QT401", True),
        ({"part": {"value": 101, "of": "whole"}, "whole": 100}, "QT412", True),
        ({"part": {"value": 101, "low": 97, "high": 105, "of": "whole"}, "whole": 100}, "QT412", False),
    ],
)
def test_checks_compare_with_the_interval(
    tmp_path: Path, qt_ict: Run, figures: dict[str, Any], code: str, found: bool
) -> None:
    """What an interval explains is no contradiction, what lies beyond it is."""
    folder = write_plan(tmp_path, {START: figures}, indicator=COUNT)

    assert (code in codes(folder, qt_ict)) == found


@pytest.mark.parametrize(("later", "found"), [({"value": 44}, True), ({"value": 44, "standard_error": 2}, False)])
def test_a_step_back_within_the_error_of_a_survey_is_none(
    tmp_path: Path, qt_ict: Run, later: dict[str, Any], found: bool
) -> None:
    """47 to 44 with 1.96 x 2 either way may be no fall at all."""
    folder = write_plan(tmp_path, {START: {"printed": 47}, LATER: {"printed": later}}, indicator=PRINTED)

    assert ("QT705" in codes(folder, qt_ict)) == found


def test_parts_within_the_rounding_of_their_total_are_no_contradiction(tmp_path: Path, qt_ict: Run) -> None:
    """No note says that the plan contradicts itself, unless it does."""

    def noted(folder: Path, total: int) -> list[str]:
        whole = {"value": total, "rounded_to": 10, "parts": ["part", "other"]}
        figures = {"part": 41, "other": 52, "whole": whole}
        write_plan(folder, {START: figures}, indicator={"unit": "things", "figure": "whole"})
        found = json.loads(qt_ict("show", "--data", str(folder), "--format", "json").out)["rows"][0]
        return [each["code"] for each in found["notes"]]

    assert noted(tmp_path / "a", 90) == ["width-rounded"]
    assert noted(tmp_path / "b", 110) == ["width-rounded", "figure-conflict"]
