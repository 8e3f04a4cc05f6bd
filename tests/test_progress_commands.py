"""``progress``, ``path`` and ``methods`` as commands: what they answer, and how they refuse."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qt_ict.methods.by_name import METHODS
from tests.conftest import Result

Run = Callable[..., Result]
NATION = "examples/vietnam"


def answer(found: Result) -> Any:
    """The JSON of a run that went well."""
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def by_target(found: Result) -> dict[tuple[str, int | None], Any]:
    """Rows by target and year."""
    return {(row["target"], row["year"]): row for row in answer(found)["rows"]}


def test_the_nation_missed_the_first_number_of_2015_and_met_the_revised_one(qt_ict: Run) -> None:
    """45 % against 50 %, and against 40 to 45 %; 70.3 % in 2020 met both."""
    rows = by_target(qt_ict("progress", "--data", NATION, "--format", "json"))
    first, second = rows["internet_users_2015", 2015], rows["internet_users_2020", 2020]

    assert (first["judged"]["value"], first["judged"]["date"]) == ({"low": 45, "high": 45}, "2015-12-31")
    assert (first["status"], first["document"]) == (["met"], "32/2012/QĐ-TTg")
    assert (first["original"]["status"], first["original"]["document"]) == (["missed"], "1755/QĐ-TTg")
    assert (second["status"], second["original"]["status"]) == (["met"], ["met"])
    assert (first["decides"], second["decides"]) == (False, True)


def test_the_press_figures_give_no_target_of_the_province_a_verdict(qt_ict: Run) -> None:
    """One reason each; 139 of 141 communes is high-speed Internet, not fibre."""
    rows = by_target(qt_ict("progress", "--format", "json"))

    assert all(row["status"] == [] and row["reason"] for row in rows.values())
    fibre = rows["fibre_2015", 2015]
    assert fibre["reason"] == "definition-changed"
    assert [each["date"] for each in fibre["set_aside"]] == ["2012-07-17"]


def test_reports_of_every_half_year_are_due(qt_ict: Run) -> None:
    """From the first half-year that begins after the plan was issued; none is there yet."""
    duties = answer(qt_ict("progress", "--as-of", "2012-12-31", "--format", "json"))["duties"]

    assert [each["duty"] for each in duties] == ["progress_of_units", "progress_of_province"]
    assert all(each["due"] == ["2011-12-31", "2012-06-30", "2012-12-31"] for each in duties)
    assert all(each["missing"] == each["due"] and each["present"] == [] for each in duties)


def test_a_round_that_names_the_duty_is_the_report(qt_ict: Run, plan_copy: Path) -> None:
    """As soon as it brings a figure; an empty form is none."""
    assert qt_ict("round", "new", "2012-06-30", "--data", str(plan_copy)).code == 0
    form = plan_copy / "rounds" / "2012-06-30.yaml"
    text = form.read_text(encoding="utf-8").replace("# reports: [progress_of_units, ", "reports: [")
    form.write_text(text, encoding="utf-8")
    empty = answer(qt_ict("progress", "--data", str(plan_copy), "--format", "json"))["duties"]
    form.write_text(text.replace("value:  # 2010-12-31: 145470", "value: 146000"), encoding="utf-8")
    filled = answer(qt_ict("progress", "--data", str(plan_copy), "--format", "json"))["duties"]

    assert [each["present"] for each in empty] == [[], []]
    assert {each["duty"]: each["present"] for each in filled} == {
        "progress_of_units": [],
        "progress_of_province": ["2012-06-30"],
    }


@pytest.mark.parametrize("name", METHODS)
def test_a_method_answers_for_every_series_in_their_order(qt_ict: Run, name: str) -> None:
    """One array; status is one of the method's own codes, or there is a reason."""
    found = answer(qt_ict("progress", "--input", "examples/series.csv", "--method", name, "--format", "json"))

    table = Path("examples/series.csv").read_text(encoding="utf-8")
    assert [each["series"] for each in found] == [row["series"] for row in csv.DictReader(io.StringIO(table))]
    assert all(each["status"] in METHODS[name].statuses or each["reason"] for each in found)


def test_every_day_of_a_path_is_a_row(qt_ict: Run) -> None:
    """Each 30 June and 31 December; what was observed stands on its day, the projection behind the latest."""
    found = answer(
        qt_ict(
            *("path", "internet_users", "--data", NATION, "--as-of", "2012-12-31"),
            *("--every", "half-year", "--format", "json"),
        )
    )
    rows = [row for row in found["rows"] if row["year"] == 2015]

    assert [row["day"][5:] for row in rows] == ["12-31", *["06-30", "12-31"] * 5]
    assert [row["day"] for row in rows if row["observed"]] == ["2010-12-31", "2011-12-31", "2012-12-31"]
    assert [row["day"][:4] for row in rows if row["projected"]] == ["2013", "2013", "2014", "2014", "2015", "2015"]


def test_every_method_stands_beside_the_others(qt_ict: Run) -> None:
    """One row a target and method."""
    found = answer(qt_ict("methods", "internet_users", "--data", NATION, "--format", "json"))

    assert [(row["year"], row["name"]) for row in found["rows"]] == [
        (year, name) for year in (2015, 2020) for name in ("qt-ict", *METHODS)
    ]


def test_a_plan_of_the_environment_does_not_stand_in_the_way_of_a_table(
    qt_ict: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is there for all commands; only what is typed for this one is refused."""
    monkeypatch.setenv("QT_ICT_DATA", "data")

    assert qt_ict("progress", "--input", "examples/series.csv", "--method", "aarr").code == 0


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("progress --as-of 2009-12-31", "--as-of 2009-12-31 lies before the baseline"),
        ("progress --as-of 30.2.2012", "--as-of: 30.2.2012 is no day"),
        ("progress --year 2013", "no target is due in 2013"),
        ("progress --method statcn", "there is no method called statcn"),
        ("progress --input examples/series.csv", "--input needs --method"),
        ("progress --input examples/series.csv --method aarr --year 2015", "--year is for a plan, not for --input"),
        ("progress --input examples/series.csv --method aarr --data data", "--data is for a plan, not for --input"),
        ("progress --carry bts_stations", "no indicator is counted among bts_stations"),
        ("progress --carry nobody", "there is no figure called nobody"),
        ("path nothing", "there is no indicator or target called nothing"),
        ("path radio", "no target is measured by radio"),
        ("methods digital_tv_2015", "no indicator measures the target digital_tv_2015"),
        ("gap --round 2013-01-01", "there is no round called 2013-01-01"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(qt_ict: Run, line: str, problem: str) -> None:
    """With the next step below it."""
    found = qt_ict(*line.split(), "--lang", "en")

    assert (found.code, found.out) == (2, "")
    first, advice, *rest = found.err.splitlines()
    assert first == f"qt-ict: {problem}"
    assert advice.startswith("  = ")
    assert rest == []
