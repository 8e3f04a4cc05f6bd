"""``forecast`` as a command, for a plan and for a table; the forecast and the record beside other answers."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Result, edit

Run = Callable[..., Result]
NATION = ("--data", "examples/vietnam")
IN_2013 = (*NATION, "--as-of", "2013-12-31")
TABLE = "series,base_year,base_value,current_year,current_value,target_year,target_value,direction"


def answer(found: Result) -> Any:
    """The JSON of a run that went well."""
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def rows(found: Result) -> dict[str, Any]:
    """Rows by target."""
    return {row["target"]: row for row in answer(found)["rows"]}


def test_seen_from_2013_what_came_true_was_likely(qt_ict: Run) -> None:
    """45.0% used the Internet in 2015, 70.3% in 2020; 8.25 and 17.03 of 100 had fixed broadband."""
    found = rows(qt_ict("forecast", *IN_2013, "--format", "json"))
    came = {
        "internet_users_2015_decision": 45.0,
        "internet_users_2020_decision": 70.3,
        "fixed_broadband_2015": 8.25,
        "fixed_broadband_2020": 17.03,
    }

    for target, value in came.items():
        row = found[target]
        assert row["low"] <= value <= row["high"], target
        assert row["probability"] > 0.5, target
        assert row["cases"] >= 30 and 0 <= row["reached"] <= row["cases"]
        assert all(each["area"] != "vnm" for each in row["nearest"])


def test_what_came_later_is_not_known(qt_ict: Run) -> None:
    """A case counts only where its outcome was known by 2013: the year it stood there and the time left."""
    for row in rows(qt_ict("forecast", *IN_2013, "--format", "json")).values():
        if row["probability"] is not None:
            left = row["year"] - 2013
            assert all(each["year"] + left <= 2013 for each in row["nearest"])


def test_without_a_class_the_reason_is_named(qt_ict: Run) -> None:
    """Nobody counts the households with computer and broadband; televisions have no class."""
    found = rows(qt_ict("forecast", "--format", "json"))

    assert found["tv_2015"]["reason"] == "no-reference-class"
    assert found["computer_and_broadband_2015"]["reason"] == "no-reference-class"
    assert found["digital_tv_2015"]["reason"] == "no-baseline"
    silent = [row for row in found.values() if row["probability"] is None]
    assert all(
        (row["reason"] and row["probability_range"] is None) or row["reason"] == "uncertain-value" for row in silent
    )


def test_an_uncertain_value_has_a_range_of_chances(qt_ict: Run) -> None:
    """At most 8.41% used the Internet in 2010; 50% by 2015 was bold wherever they stood."""
    row = rows(qt_ict("forecast", "--year", "2015", "--format", "json"))["internet_users_2015"]

    assert (row["probability"], row["median"], row["reason"]) == (None, None, "uncertain-value")
    assert 0 < row["probability_range"]["low"] < row["probability_range"]["high"] < 0.2
    assert row["low"] < row["median_range"]["low"] < row["median_range"]["high"] < row["high"]


def test_every_output_names_source_and_licence(qt_ict: Run) -> None:
    """The shipped classes are of others."""
    said = qt_ict("forecast", *IN_2013, "--lang", "en").out

    assert "ITU through the World Bank" in said and "CC BY 4.0" in " ".join(said.split())
    assert "(without Viet Nam)" in said
    assert "ITU through the World Bank" in " ".join(qt_ict("gap", *IN_2013, "--wide", "--lang", "en").out.split())


def test_gap_says_it_in_one_clause(qt_ict: Run) -> None:
    """How bold a target is, beside how far it is."""
    notes = rows(qt_ict("gap", *IN_2013, "--format", "json"))["internet_users_2015"]["notes"]
    (clause,) = (each["en"] for each in notes if each["code"] == "forecast")

    said = r"Of the \d+ nearest past cases \(at [\d.–]+\) \d+ gained as much in 2 years; chance \d+%\."
    assert re.fullmatch(said, clause)


def test_a_status_shows_its_record(qt_ict: Run) -> None:
    """Of past cases on track at 30 to 60% with two years left, so many met their target."""
    found = rows(qt_ict("progress", *IN_2013, "--format", "json"))
    row = found["internet_users_2015_decision"]

    assert row["status"] == ["on_track"]
    record = row["record"]
    assert (record["family"], record["horizon"]) == ("internet_users", 2)
    assert 0.75 < record["kept"] / record["cases"] < 1
    assert "CC BY 4.0" in record["source"]
    assert (found["home_internet_2015"]["record"], found["home_internet_2015"]["reasons"]["record"]) == (
        None,
        "no-record",
    )


def test_methods_show_their_records_and_ours_is_recommended(qt_ict: Run) -> None:
    """The reader sees how often each kept its word."""
    found = answer(qt_ict("methods", "internet_users", *IN_2013, "--format", "json"))["rows"]
    of_2015 = {row["name"]: row for row in found if row["year"] == 2015}

    assert [name for name, row in of_2015.items() if row["recommended"]] == ["qt-ict"]
    assert all(0 < row["record"]["kept"] <= row["record"]["cases"] for row in of_2015.values())


def table(folder: Path, *lines: str, header: str = TABLE) -> str:
    """A table of series."""
    path = folder / "series.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return str(path)


def test_a_table_is_forecast_line_by_line(qt_ict: Run, tmp_path: Path) -> None:
    """With a base or without one, upward; and what cannot be forecast says why."""
    path = table(
        tmp_path,
        "both,2008,23.9,2013,38.5,2015,40,up",
        "one,,,2013,38.5,2015,40,up",
        "over,,,2013,38.5,2013,40,up",
        "still,2013,38.5,2013,38.5,2015,40,up",
        "back,2014,38.5,2013,38.5,2015,40,up",
        "above,,,2013,138.5,2015,140,up",
    )
    found = answer(qt_ict("forecast", "--input", path, "--reference", "internet_users", "--format", "json"))

    assert [list(row) for row in found] == [
        ["series", "probability", "median", "low", "high", "cases", "reached", "reason"]
    ] * len(found)
    assert all(0.7 < row["probability"] < 1 and row["reason"] is None for row in found[:2])
    reasons = [row["reason"] for row in found[2:]]
    assert reasons == ["due-passed", "same-date", "dates-reversed", "outside-scale"]
    assert all(row["probability"] is None for row in found[2:])


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_stricter_target_is_never_likelier(qt_ict: Run, tmp_path: Path, direction: str) -> None:
    """Of a rising series and of a falling one."""
    targets = range(0, 101, 2) if direction == "up" else range(100, -1, -2)
    path = table(tmp_path, *(f"s{each},2010,30,2013,38.5,2018,{each},{direction}" for each in targets))

    found = answer(qt_ict("forecast", "--input", path, "--reference", "internet_users", "--format", "json"))
    chances = [row["probability"] for row in found]

    assert chances == sorted(chances, reverse=True)
    assert 0 < chances[-1] < chances[0] < 1


def test_an_area_of_the_class_does_not_speak_for_itself(qt_ict: Run, tmp_path: Path) -> None:
    """Alone in its class nothing is left; named for all or in the line alike."""
    reference = tmp_path / "own.csv"
    values = [f"a,{1980 + year},{year}" for year in range(35)]
    reference.write_text("# kind: share\narea,date,value\n" + "\n".join(values) + "\nb,2000,1\n", encoding="utf-8")
    line = "s,,,2013,20,2014,21,up"
    plain = ("forecast", "--reference", str(reference), "--format", "json", "--input")
    named = table(tmp_path, line + ",a", header=TABLE + ",area")

    of_line = answer(qt_ict(*plain, named))
    of_all = answer(qt_ict(*plain, table(tmp_path, line), "--without", "a"))

    assert [row["reason"] for row in (*of_line, *of_all)] == ["no-reference-class"] * 2


def test_a_plan_has_classes_of_its_own(qt_ict: Run, plan_copy: Path) -> None:
    """A file of its folder goes before a shipped class of that name, and has no record."""
    own = plan_copy / "reference" / "internet_users.csv"
    own.write_text("# name_vi: Các tỉnh\n# name_en: Provinces\narea,date,value\nx,2010,5\nx,2015,9\n", encoding="utf-8")
    edit(plan_copy / "indicators.yaml", "      without: vnm\n", "")
    found = qt_ict("validate", str(plan_copy), "--lang", "en")

    # Without a kind it is no share, and a share is not compared with it.
    assert found.code == 1
    assert "QT214" in found.out
    own.write_text("# kind: share\narea,date,value\nx,2010,5\nx,2015,9\n", encoding="utf-8")
    row = rows(qt_ict("forecast", "internet_users", "--data", str(plan_copy), "--format", "json"))
    assert row["internet_users_2015"]["reason"] == "no-reference-class"


def test_an_area_that_the_class_lacks_is_found(qt_ict: Run, plan_copy: Path) -> None:
    """It could not be left out, and the plan would be compared with itself."""
    edit(plan_copy / "indicators.yaml", "      without: vnm\n", "      without: vnmm\n")
    found = qt_ict("validate", str(plan_copy), "--lang", "en")

    assert found.code == 1
    assert "QT213" in found.out
    assert "vnm" in found.out


def test_an_area_of_a_table_is_known_by_id_or_name(qt_ict: Run, tmp_path: Path) -> None:
    """Viet Nam, vnm and VNM are one; what the class lacks is refused."""
    lines = [f"s{index},,,2013,38.5,2015,50,up,{area}" for index, area in enumerate(("vnm", "Viet Nam", "VNM"))]
    plain = ("forecast", "--reference", "internet_users", "--format", "json", "--input")
    found = answer(qt_ict(*plain, table(tmp_path, *lines, header=TABLE + ",area")))

    assert len({row["probability"] for row in found}) == 1
    refused = qt_ict(*plain, table(tmp_path, "s,,,2013,38.5,2015,50,up,vnmm", header=TABLE + ",area"))
    assert refused.code == 2


def test_what_was_observed_later_is_not_known_between(qt_ict: Run, tmp_path: Path) -> None:
    """Half a year after 2012 lies on a line to 2013, which nobody knew by then."""
    values = [f"{area},{year},{year - 2000 + area / 10}" for area in range(40) for year in (2011, 2012)]
    chances = []
    for later in (25, 90):
        reference = tmp_path / f"own{later}.csv"
        more = [f"{area},2013,{later}" for area in range(40)]
        reference.write_text("\n".join(("# kind: share", "area,date,value", *values, *more)), encoding="utf-8")
        path = table(tmp_path, "s,,,2012.5,14,2013,20,up")
        asked = ("forecast", "--input", path, "--reference", str(reference), "--as-of", "2012-06-30")
        chances.append(answer(qt_ict(*asked, "--format", "json"))[0]["probability"])

    assert chances[0] == chances[1]


def test_a_target_that_no_share_meets_has_no_chance(qt_ict: Run, tmp_path: Path) -> None:
    """Neither 120% nor less than nothing."""
    path = table(tmp_path, "a,,,2013,38.5,2015,120,up", "b,,,2013,38.5,2015,-5,down")
    found = answer(qt_ict("forecast", "--input", path, "--reference", "internet_users", "--format", "json"))

    assert [row["reason"] for row in found] == ["outside-scale"] * 2


def test_an_unknown_class_is_found_where_it_is_named(qt_ict: Run, plan_copy: Path) -> None:
    """With the nearest name and where a class of one's own would stand."""
    line = edit(plan_copy / "indicators.yaml", "class: internet_users", "class: internet_user")
    found = qt_ict("validate", str(plan_copy), "--lang", "en")

    assert found.code == 1
    assert f"indicators.yaml:{line - 1}" in found.out
    assert "QT212" in found.out and "internet_users" in found.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--without", "vnm"), "--without needs --reference"),
        (("--reference", "internet_userz"), "internet_users"),
        (("--reference", "mobile", "--without", "vietnam"), "there is no area called vietnam"),
        (("--reference", "nothing.csv"), "nothing.csv"),
        (("--input", "examples/series_to_forecast.csv"), "--input needs --reference"),
        (("--input", "examples/series.csv", "--reference", "mobile"), "limit unknown"),
        (("tv", "--input", "x.csv", "--reference", "mobile"), "is for a plan, not for --input"),
        (("--year", "2015", "--input", "x.csv", "--reference", "mobile"), "--year is for a plan"),
        (("nothing",), "nothing"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_next_step(qt_ict: Run, arguments: tuple[str, ...], said: str) -> None:
    """One clear message, and exit code 2."""
    found = qt_ict("forecast", *arguments, "--lang", "en")

    assert found.code == 2 or (found.code == 1 and "QT" in found.err + found.out)
    assert said in found.err + found.out


def test_names_of_files_and_repositories_stand_only_where_everything_is_asked_for(qt_ict: Run) -> None:
    """Source and licence stand always; how many of how many targets is said in a sentence."""
    short, wide = (" ".join(qt_ict("forecast", "--lang", "vi", *more).out.split()) for more in ((), ("--wide",)))

    for name in ("docs/record.md", "open-numbers/ddf--gapminder--systema_globalis"):
        assert name not in short
        assert name in wide
    assert "Nguồn: ITU through the World Bank; Gapminder; CC BY 4.0" in short
    one = qt_ict("forecast", "tv", "--lang", "vi").out
    assert "Dự báo được 0 trong 1 mục tiêu." in one


def test_a_name_too_long_for_a_file_is_no_reference_class(qt_ict: Run) -> None:
    """The system cannot even look for such a file; that is no fault of the output."""
    found = qt_ict("forecast", "internet_users", "--reference", "x" * 5000)

    assert found.code == 2
    assert "reference class" in found.err or "nhóm tham chiếu" in found.err
