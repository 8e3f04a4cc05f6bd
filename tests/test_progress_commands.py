"""``progress``, ``path`` and ``methods`` as commands: what they answer, and how they refuse."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from qt_ict.methods.by_name import METHODS
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, PRINTED, write_plan

Run = Callable[..., Result]
NATION = "examples/vietnam"


def answer(found: Result) -> Any:
    """The JSON of a run that went well."""
    assert (found.code, found.err) == (0, "")
    return json.loads(found.out)


def by_target(found: Result) -> dict[tuple[str, int | None], Any]:
    """Rows by target and year."""
    return {(row["target"], row["year"]): row for row in answer(found)["rows"]}


def test_the_nation_missed_the_number_of_the_scheme_for_2015_and_met_that_of_the_decision(qt_ict: Run) -> None:
    """45% against 50%, and against 40 to 45%; 70.3% in 2020 met both."""
    rows = by_target(qt_ict("progress", "--data", NATION, "--format", "json"))
    scheme, decision = rows["internet_users_2015", 2015], rows["internet_users_2015_decision", 2015]

    assert (scheme["judged"]["value"], scheme["judged"]["date"]) == ({"low": 45, "high": 45}, "2015-12-31")
    assert (scheme["status"], scheme["document"]) == (["missed"], "1755/QĐ-TTg")
    assert (decision["status"], decision["document"]) == (["met"], "32/2012/QĐ-TTg")
    assert scheme["original"] is decision["original"] is None
    later = [rows[f"internet_users_2020{of}", 2020] for of in ("", "_decision")]
    assert [each["status"] for each in later] == [["met"], ["met"]]


def test_the_press_figures_give_no_target_of_the_province_a_verdict(qt_ict: Run) -> None:
    """One reason each; 139 of 141 communes is high-speed Internet, not fibre."""
    rows = by_target(qt_ict("progress", "--format", "json"))

    assert all(row["status"] == [] and row["reason"] for row in rows.values())
    fibre = rows["fibre_2015", 2015]
    assert (fibre["reason"], fibre["set_aside"]) == ("one-round-only", [])


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
    rows = [row for row in found["rows"] if row["target"] == "internet_users_2015"]

    assert [row["day"][5:] for row in rows] == ["12-31", *["06-30", "12-31"] * 5]
    assert [row["day"] for row in rows if row["observed"]] == ["2010-12-31", "2011-12-31", "2012-12-31"]
    assert [row["day"][:4] for row in rows if row["projected"]] == ["2013", "2013", "2014", "2014", "2015", "2015"]


def test_every_method_stands_beside_the_others(qt_ict: Run) -> None:
    """One row a target and method."""
    found = answer(qt_ict("methods", "internet_users", "--data", NATION, "--format", "json"))

    targets = [f"internet_users_{year}{of}" for year in (2015, 2020) for of in ("", "_decision")]
    assert [(row["target"], row["name"]) for row in found["rows"]] == [
        (target, name) for target in targets for name in ("qt-ict", *METHODS)
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


WAYS = {
    "up": ((20, 30), {"value": 50, "due": 2015}, "higher"),
    "down": ((30, 20), {"value": 10, "due": 2015, "comparator": "at_most"}, "lower"),
    "to a limit": ((94, 96), {"value": 99, "due": 2015}, "higher"),
}
"""A share in 2010 and in 2012, its target, and which way is better."""


@pytest.fixture
def judged(tmp_path: Path, qt_ict: Run) -> Callable[..., Any]:
    """What ``progress`` says of the one target of a small plan with two values, asked on the day of the latter."""

    def find(first: Mapping[str, Any], latest: Mapping[str, Any], target: Any, *more: str, **plan: Any) -> Any:
        rounds = {"2010-12-31": first, "2012-12-31": latest}
        folder = write_plan(tmp_path / str(len([*tmp_path.iterdir()])), rounds, target, **plan)
        asked = ("--data", str(folder), "--as-of", "2012-12-31", "--format", "json", *more)
        (row,) = answer(qt_ict("progress", *asked))["rows"]
        return row

    return find


@pytest.fixture
def printed(judged: Callable[..., Any]) -> Callable[..., tuple[Any, list[Any]]]:
    """What is said of two percentages as printed, and of every pair of exact ones that print so."""

    def find(way: str, *more: str) -> tuple[Any, list[Any]]:
        values, target, better = WAYS[way]

        def row(first: object, latest: object, transcribed: bool) -> Any:
            plan = {"indicator": PRINTED, "better": better, "transcribed": transcribed}
            return judged({"printed": first}, {"printed": latest}, target, *more, **plan)

        possible = [[value - 0.5, value, value + 0.5] for value in values]
        return row(*values, True), [row(*pair, False) for pair in product(*possible)]

    return find


Printed = Callable[..., tuple[Any, list[Any]]]


@pytest.mark.parametrize(("way", "low", "high"), [("up", 43, 47), ("down", 3, 7), ("to a limit", 97, 100)])
def test_a_projection_holds_that_of_every_pair_of_values(printed: Printed, way: str, low: float, high: float) -> None:
    """20.5 to 29.5 leads to 43 three years on, 19.5 to 30.5 to 47; the lower end stands first."""
    whole, pairs = printed(way)

    found = [each["projection"]["at_due"] for each in pairs]
    assert (min(each["low"] for each in found), max(each["high"] for each in found)) == (low, high)
    assert whole["projection"]["at_due"] == {"low": low, "high": high}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("method", ["linear", "statcan"])
def test_a_method_s_value_runs_from_the_lowest_to_the_highest_possible(printed: Printed, way: str, method: str) -> None:
    """And its statuses from the best to the worst."""
    row, pairs = printed(way, "--method", method)

    values = [each["method"]["value"]["low"] for each in pairs]
    assert row["method"]["value"] == {"low": pytest.approx(min(values)), "high": pytest.approx(max(values))}
    assert {code for each in pairs for code in each["method"]["status"]} == set(row["method"]["status"])


AT_MOST_20 = {"part": {"value": 200, "comparator": "at_most"}, "whole": 1000}


@pytest.mark.parametrize(
    ("latest", "status"),
    [
        # From 0 it is 19.2 of the 20 points that were due; from 1.25 it is 17.95 of 19.5, less than 95%.
        (192, ["significant", "moderate", "insufficient", "moving_away"]),
        # From 20 it is 11 of the 12 points that were due; from 18.75 it is 12.25 of 12.5.
        (310, ["significant", "moderate"]),
    ],
)
def test_a_status_that_one_possible_value_alone_gives_is_named(
    judged: Callable[..., Any], latest: int, status: list[str]
) -> None:
    """At either end: the best of "at most 20%", and the worst of it."""
    target = {"value": 50, "due": 2015}

    found = judged(AT_MOST_20, {"part": latest, "whole": 1000}, target, "--method", "linear")["method"]

    assert (found["status"], found["reason"]) == (status, None)


def test_what_a_method_cannot_say_of_one_possible_value_it_cannot_say(judged: Callable[..., Any]) -> None:
    """At most 20% may be 0, which has no rate of reduction: its reason stands, and no status."""
    found = judged(AT_MOST_20, {"part": 310, "whole": 1000}, {"value": 50, "due": 2015}, "--method", "aarr")["method"]

    assert (found["value"], found["status"], found["reason"]) == (None, [], "not-positive")


def test_what_may_be_any_larger_may_move_away_without_end(judged: Callable[..., Any]) -> None:
    """From 70 toward at most 20, now at least 60: at best too slow, and no worst."""
    plan = {"indicator": COUNT, "better": "lower"}
    latest = {"part": {"value": 60, "comparator": "at_least"}}
    target = {"value": 20, "due": 2014, "comparator": "at_most"}

    row = judged({"part": 70}, latest, target, **plan)

    assert row["status"] == ["insufficient", "moving_away"]
    assert row["projection"]["at_due"]["high"] is None


@pytest.mark.parametrize(("comparator", "year"), [("more_than", "2016"), ("at_least", "2015")])
def test_a_way_that_ends_on_a_line_that_will_not_do_takes_a_year_more(
    qt_ict: Run, tmp_path: Path, comparator: str, year: str
) -> None:
    """From 0 by 4 a year, 20 stands at the end of 2015: enough for at least 20, too little for more than 20."""
    target = {"comparator": comparator, "value": 20, "due": 2015}
    rounds = {"2010-12-31": {"part": 0}, "2011-12-31": {"part": 4}}
    folder = write_plan(tmp_path / "plan", rounds, target, indicator=COUNT)

    assert f"4,0 năm nữa, tức năm {year}" in qt_ict("path", "t0", "--data", str(folder), "--lang", "vi").out


def test_a_reason_that_all_rows_share_is_said_once(qt_ict: Run) -> None:
    """In the heading of the table, whose rows then leave it out; where reasons differ each row has its own."""
    said = qt_ict("progress", "--year", "2015", "--lang", "vi").out

    assert "\nChưa kết luận được: mới có một đợt số liệu\n" in said
    assert said.count("mới có một đợt số liệu") <= 2
    assert "Lý do" not in said.split("Chưa kết luận được:")[1].split("chưa đánh giá được")[0]
    every = qt_ict("progress", "--year", "2015", "--all", "--lang", "vi").out
    assert "Lý do" in every.split("Chưa có số liệu để kết luận\n")[1]
