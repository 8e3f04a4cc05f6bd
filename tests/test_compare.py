"""Several plans side by side: what makes indicators the same, and that nothing is compared in silence."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from qt_ict.engine.sameness import Same, Unmatched, same_indicators
from qt_ict.loading.folder import Loaded
from tests.conftest import DATA, ROOT, Result, edit
from tests.plans_with_rounds import COUNT, SHARE, plan_in, write_plan

GOAL = {"value": 50, "due": 2015}
HH7 = {"code": "HH7", "edition": 2010}


def plan(folder: Path, **indicator: Any) -> Path:
    """A plan of one indicator whose value is 40 of 100."""
    figures = {"2010-12-31": {"part": 40, "whole": 100}}
    better = indicator.pop("better", "higher")
    return write_plan(folder, figures, GOAL, indicator=indicator or SHARE, better=better)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({}, {}, "id"),
        (HH7, HH7, "code"),
        (HH7, {}, "id"),
        (HH7, {**HH7, "edition": 2007}, "other-edition"),
        (HH7, {**HH7, "code": "HH6"}, "other-code"),
        ({}, {"better": "lower"}, "other-direction"),
        (HH7, {**HH7, "better": "lower"}, "other-direction"),
    ],
)
def test_the_same_is_what_plans_declare(
    tmp_path: Path, one: Mapping[str, Any], other: Mapping[str, Any], found: str
) -> None:
    """Code with edition, else id; unit and direction always."""
    plans = [plan_in(plan(tmp_path / name, **{**SHARE, **said})) for name, said in (("one", one), ("other", other))]
    shared, alone = same_indicators(plans)

    assert {each.by for each in shared} | {each.why for each in alone} == {found}
    assert len(alone) == (0 if shared else 2)


def test_a_share_and_a_count_of_one_id_are_not_the_same(tmp_path: Path) -> None:
    """40 things are not 40 %; nor are schools households."""
    plans = [plan_in(plan(tmp_path / name, **said)) for name, said in (("one", SHARE), ("other", COUNT))]

    assert same_indicators(plans) == ((), (Unmatched(0, "i", "other-unit"), Unmatched(1, "i", "other-unit")))


def test_a_code_goes_before_an_id(shipped: Loaded) -> None:
    """Where one plan's id is another's code elsewhere, the code says what is meant."""
    one = shipped.plan._replace(indicators={"x": shipped.plan.indicators["internet_users"]})
    without = shipped.plan.indicators["internet_users"].model_copy(update={"code": None, "edition": None})
    other = one._replace(indicators={"x": without, "y": one.indicators["x"]})

    assert same_indicators([one, other]) == ((Same("code", ("x", "y")),), (Unmatched(1, "x", "alone"),))


def test_every_indicator_of_a_plan_is_the_same_in_its_copy(shipped: Loaded) -> None:
    """Each once, in the plan's order, however many copies there are."""
    shared, alone = same_indicators([shipped.plan] * 3)

    assert [each.ids for each in shared] == [(id_,) * 3 for id_ in shipped.plan.indicators]
    assert alone == ()


def test_the_province_and_the_nation_share_what_has_one_code(shipped: Loaded) -> None:
    """Only people using the Internet; the broadband densities are not one thing."""
    shared, alone = same_indicators([shipped.plan, plan_in(ROOT / "examples" / "vietnam")])

    assert shared == (Same("code", ("internet_users", "internet_users")),)
    assert {each.why for each in alone} == {"alone"}
    assert {each.id for each in alone if each.plan == 1} == {"fixed_broadband_density", "fixed_broadband"}


def document(qt_ict: Callable[..., Result], *arguments: str) -> Any:
    """What a comparison says to programs."""
    result = qt_ict("compare", *arguments, "--format", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_each_value_stands_with_its_date_and_target(qt_ict: Callable[..., Result]) -> None:
    """Province and nation by due year, each by the version of the target that counts."""
    rows = document(qt_ict, "data", "examples/vietnam", "--as-of", "2013-12-31")["rows"]

    assert [
        (each["year"], each["plan"], each["date"], each["target_value"], each["status"], each["matched_by"])
        for each in rows
    ] == [
        (2015, "data", "2010-12-31", 50, "not_met", "code"),
        (2015, "examples/vietnam", "2013-12-31", 50, "not_met", "code"),
        (2015, "data", "2010-12-31", None, None, "code"),
        (2015, "examples/vietnam", "2013-12-31", [40, 45], "not_met", "code"),
        (2020, "data", "2010-12-31", 70, "not_met", "code"),
        (2020, "examples/vietnam", "2013-12-31", 70, "not_met", "code"),
        (2020, "data", "2010-12-31", None, None, "code"),
        (2020, "examples/vietnam", "2013-12-31", [55, 60], "not_met", "code"),
    ]
    assert {(each["same_date"], each["same_formula"]) for each in rows} == {(False, False)}


def test_what_keeps_values_apart_is_said(qt_ict: Callable[..., Result]) -> None:
    """Other dates, other figures, other days up to which is known."""
    text = " ".join(qt_ict("compare", "data", "examples/vietnam", "--lang", "en").out.split())

    assert "Values of different dates, not to be compared directly." in text
    assert "Computed from different figures. Quảng Trị province: at most People who know how" in text
    assert "Each plan up to its own latest figures; for one day: --as-of." in text
    assert "Of one plan alone: Quảng Trị province 70, Viet Nam 2. List them: --all." in text


def test_plans_of_one_date_and_one_formula_have_no_such_notes(qt_ict: Callable[..., Result], tmp_path: Path) -> None:
    """A note that always stands says nothing; what all plans note stands without their names."""
    text = qt_ict("compare", *_province_and_neighbour(tmp_path), "--lang", "en").out

    assert "different" not in text
    assert re.search(r"\d  An interval because the figures only say what the value is at most or at", text)


def _province_and_neighbour(tmp_path: Path) -> tuple[str, str]:
    """The shipped plan, and a neighbour that has more television sets."""
    neighbour = Path(shutil.copytree(DATA, tmp_path / "neighbour"))
    edit(neighbour / "plan.yaml", "    en: Quảng Trị province", "    en: Quảng Bình province")
    edit(neighbour / "baseline_2010.yaml", "value: 130654", "value: 140654")
    return "data", str(neighbour)


def test_a_changed_figure_shows_in_its_plan_alone(qt_ict: Callable[..., Result], tmp_path: Path) -> None:
    """140,654 of 145,470 households are more than 95 %."""
    rows = document(qt_ict, *_province_and_neighbour(tmp_path), "--year", "2015")["rows"]
    differing = {
        each["same"] for each in rows if each["status"] != next(o["status"] for o in rows if o["same"] == each["same"])
    }

    assert differing == {"tv"}
    assert [(each["area"]["en"], each["status"]) for each in rows if each["same"] == "tv"] == [
        ("Quảng Trị province", "not_met"),
        ("Quảng Bình province", "met"),
    ]


def test_indicators_without_a_target_follow_with_their_values(qt_ict: Callable[..., Result], tmp_path: Path) -> None:
    """Nothing that plans have in common is left out, but where a year is asked for."""
    plans = _province_and_neighbour(tmp_path)
    every, of_year = document(qt_ict, *plans)["rows"], document(qt_ict, *plans, "--year", "2015")["rows"]

    assert {each["same"] for each in every} == set(plan_in(DATA).indicators)
    assert {each["target"] for each in every if each["same"] == "radio"} == {None}
    assert "radio" not in {each["same"] for each in of_year}


def test_two_plans_stand_in_at_most_eight_columns_and_more_in_rows(
    qt_ict: Callable[..., Result], tmp_path: Path
) -> None:
    """A screen of 100 columns shows eight."""
    two = qt_ict("compare", "data", "examples/vietnam", "--format", "markdown", "--lang", "en").out
    three = qt_ict("compare", *_province_and_neighbour(tmp_path), "examples/vietnam", "--lang", "en").out

    heading = next(line for line in two.splitlines() if line.startswith("| Indicator"))
    assert heading.count("|") - 1 == 8
    assert "\nPlan                      Due " in three
    assert "\nViet Nam" in three


@pytest.mark.parametrize("ending", ["csv", "md", "html", "docx", "xlsx", "txt"])
def test_every_form_says_it(qt_ict: Callable[..., Result], tmp_path: Path, ending: str) -> None:
    """One document for all of them; a line of CSV for each plan in each line."""
    file = tmp_path / f"compare.{ending}"
    result = qt_ict("compare", "data", "examples/vietnam", "--lang", "en", "-o", str(file))

    assert result.code == 0, result.err
    assert file.stat().st_size
    if ending == "csv":
        rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
        assert [each["plan"] for each in rows] == ["data", "examples/vietnam"] * 4


def test_plans_of_one_area_are_told_apart(qt_ict: Callable[..., Result], tmp_path: Path) -> None:
    """By their numbers, and by their folders where even these are the same."""
    copied = str(shutil.copytree(DATA, tmp_path / "copied"))
    title = _title(qt_ict("compare", "data", copied, "--lang", "en"))
    edit(Path(copied) / "plan.yaml", "number: 1564/KH-UBND", "number: 1565/KH-UBND")
    numbered = _title(qt_ict("compare", "data", copied, "--lang", "en"))

    assert title.endswith(f"(1564/KH-UBND) ({copied})")
    assert numbered.endswith("(1565/KH-UBND)")


def _title(result: Result) -> str:
    """What stands above the first blank line, however many lines it takes."""
    return " ".join(result.out.split("\n\n")[0].split("\n"))


def test_what_only_one_plan_has_is_listed_on_demand(qt_ict: Callable[..., Result]) -> None:
    """With its reason; to programs always."""
    text = qt_ict("compare", "data", "examples/vietnam", "--all", "--wide", "--lang", "en").out
    listed = document(qt_ict, "data", "examples/vietnam")["unmatched"]

    assert "Indicators of one plan alone" in text
    assert "List them" not in text
    assert len(listed) == 72
    assert all(each["name"]["en"] in text for each in listed)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("data",), "two different plans at least are needed"),
        (("data", "data/targets.yaml"), "two different plans at least are needed"),
        (("data", "examples/vietnam", "--year", "1999"), "no plan has a target due in 1999"),
        (("data", "examples/vietnam", "--as-of", "2009-12-31"), "--as-of 2009-12-31 lies before the baseline"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    qt_ict: Callable[..., Result], arguments: tuple[str, ...], problem: str
) -> None:
    """With the next step."""
    result = qt_ict("compare", *arguments, "--lang", "en")

    assert (result.code, result.out) == (2, "")
    assert problem in result.err


def test_all_that_is_wrong_with_any_plan_is_said_at_once(qt_ict: Callable[..., Result], tmp_path: Path) -> None:
    """Nobody mends one folder to hear of the next."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    result = qt_ict("compare", str(tmp_path / "one"), str(tmp_path / "other"), "--lang", "en")

    assert result.code == 2
    assert str(tmp_path / "one") in result.err
    assert str(tmp_path / "other") in result.err


def test_a_comparison_is_as_wide_in_a_pipe_as_on_a_screen(qt_ict: Callable[..., Result]) -> None:
    """Cells wrap; whoever asks for everything gets every row on one line, and what had to be the same."""
    short = qt_ict("compare", "data", "examples/vietnam", "--lang", "vi").out
    wide = qt_ict("compare", "data", "examples/vietnam", "--lang", "vi", "--wide").out

    assert max(map(len, short.splitlines())) <= 100
    assert "\n1 chỉ tiêu được so vì cùng mã quốc tế.\n" in short
    assert "1 chỉ tiêu được so vì cùng mã quốc tế. Mã quốc tế phải cùng ấn bản;" in wide


def test_no_target_is_dropped_whether_or_not_an_indicator_measures_it(qt_ict: Callable[..., Result]) -> None:
    """Those of one id or one name and unit stand together; those of one plan alone are listed on demand."""
    found = document(qt_ict, "data", "examples/vietnam")
    shown = {(each["plan"], each["target"]) for each in (*found["rows"], *found["targets"]) if each["target"]}
    for folder in ("data", "examples/vietnam"):
        targets = json.loads(qt_ict("targets", "--data", folder, "--format", "json").out)["rows"]
        assert {(folder, each["target"]) for each in targets} <= shown

    said = " ".join(qt_ict("compare", "data", "examples/vietnam", "--all", "--wide", "--lang", "vi").out.split())
    together, alone = said.split("Mục tiêu chỉ có ở một kế hoạch")
    assert "Hộ có máy tính và Internet băng rộng 2020 Việt Nam 50–60%" in together
    assert "Hộ có máy tính và Internet băng rộng 2020 Tỉnh Quảng Trị" in together
    assert "Hộ có truy cập Internet 2015 Việt Nam" in alone
