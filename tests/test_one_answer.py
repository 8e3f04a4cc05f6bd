"""Every output gives one answer for a target: due every year, at milestones, within a band, on a day of its own."""

import csv
import html
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qt_ict as library
from qt_ict.engine.observations import Choice
from qt_ict.loading.folder import Loaded, load
from qt_ict.report import gap, path, progress, targets
from qt_ict.report.answer import answer, answer_on
from qt_ict.report.brief import one_page as brief
from qt_ict.report.comparison import comparison
from qt_ict.report.comparison_record import data as compared
from qt_ict.report.explain import data as explained
from qt_ict.report.explain import explain
from qt_ict.report.question import Question, Selection
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, PRINTED, SHARE, write_plan

Row = Mapping[str, Any]
Rows = dict[tuple[str, int | None, str | None], Row]
"""The rows of an answer by target, year and due day."""
MET = {"met", "met_but_reversing"}

DAYS = tuple(date(year, month, day) for year in range(2011, 2016) for month, day in ((6, 30), (12, 31)))
DUES = ("yearly", "yearly", 2012, 2013, 2014, 2018, "before 2013", "2012-06", "2013-Q2", "2013-06-15", [2012, 2014])


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """Rounds, targets and an indicator, before they are written."""
    kind = draw(st.sampled_from(["count", "share", "printed", "flow", "broken", "bounds"]))
    days = [date(2010, 12, 31), *sorted(draw(st.sets(st.sampled_from(DAYS), max_size=6)))]
    numbers = [draw(st.integers(1, 100)) for _ in days]
    upward = draw(st.booleans())
    return {
        "rounds": {day.isoformat(): _figures(kind, *each) for day, *each in zip(days, numbers, range(9), strict=False)},
        "targets": [_target(draw, upward, kind) for _ in range(draw(st.integers(1, 3)))],
        "indicator": {"share": SHARE, "printed": PRINTED, "bounds": PRINTED}.get(kind, COUNT),
        "better": "higher" if upward else "lower",
        "day": draw(st.sampled_from([None, None, date(2012, 6, 30), date(2013, 12, 30), date(2013, 12, 31), DAYS[-1]])),
    }


def _figures(kind: str, number: int, place: int) -> dict[str, Any]:
    """What one round says; "broken" counts anew in its third round."""
    match kind:
        case "printed":
            return {"printed": number}
        case "bounds":
            return {"printed": {"value": number, "comparator": ("at_least", "more_than", "at_most")[place % 3]}}
        case "flow":
            return {"part": number if place else {"value": number, "per": "year"}}
        case "broken" if place == 2:
            return {"part": {"value": number, "break": True, "base": {"value": 50, "date": date(2010, 12, 31)}}}
        case "share":
            return {"part": number, "whole": 100}
    return {"part": number}


def _target(draw: st.DrawFn, upward: bool, kind: str) -> dict[str, Any]:
    """A target of one number, perhaps with milestones, stated or revised later, or by the baseline; or a band."""
    due, number = draw(st.sampled_from(DUES)), draw(st.integers(5, 95))
    way = draw(st.sampled_from(["plain", "plain", "band", "band", "from_baseline", "later", "revised"]))
    if way == "band":
        return {"due": due, "comparator": "between", "value": [number, number + 5], "band": True}
    words = ("at_least", "more_than") if upward else ("at_most", "less_than")
    found: dict[str, Any] = {"due": due, "comparator": draw(st.sampled_from(words)), "value": number}
    if way == "from_baseline" and kind != "flow":
        return {**found, "value": None, "from_baseline": "x 1.5" if upward else "-30%"}
    if due == 2018 and draw(st.booleans()):
        found["milestones"] = {"2012": number, "2013-06": number, "2014": number}
    elif way == "later":
        found |= {"date": date(2012, 3, 1), "document": "2"}
    elif way == "revised":
        again = {"comparator": found["comparator"], "value": draw(st.integers(5, 95))}
        found["revisions"] = [{"document": "3", "date": date(2012, 9, 1), **again}]
    return found


def rows(data: Mapping[str, Any]) -> Rows:
    """The rows of an answer's data."""
    found = {(each["target"], each["year"], each["due_day"]): each for each in data["rows"]}
    assert len(found) == len(data["rows"])
    return found


def assert_agree(status: str, verdict: Sequence[str], *, over: bool) -> None:
    """The plain status and the verdict of progress say the same of a target, one of them with more words."""
    if status == "met":
        assert set(verdict) <= MET
        assert verdict or not over
    elif status == "not_met":
        assert not MET.intersection(verdict)
        assert not over or list(verdict) == ["missed"]
    elif over:
        assert len(set(verdict) - MET) != 1 or MET.intersection(verdict), verdict
        assert not verdict or {"missed"} < set(verdict)
    if list(verdict) == ["missed"]:
        assert status == "not_met"
    if verdict and set(verdict) <= MET:
        assert status == "met"


def assert_worst(row: Row, years: Sequence[Row], of_year: Callable[[int], str]) -> None:
    """The status of all years is that of the worst, and a year without a value never counts as met."""
    counted = [each for each in years if each["reason"] != "not-yet-stated"]
    found = [of_year(each["year"]) for each in counted]
    missed = [each["year"] for each in counted if each["status"] == ["missed"]]
    silent = [each["year"] for each in counted if each["over"] and not each["status"]]

    if missed or "not_met" in found:
        assert row["status"] == "not_met"
    elif silent or "undecided" in found:
        assert row["status"] == "undecided"
    else:
        assert row["status"] == "met"
    assert all(not each["over"] or each["judged"] or each["status"] for each in counted if each["year"] not in silent)


@settings(max_examples=60)
@given(plan=plans())
def test_all_outputs_say_one_status(tmp_path_factory: pytest.TempPathFactory, plan: dict[str, Any]) -> None:
    """Gap, targets, brief, explain and compare; progress and path; the library: of the whole and of each year."""
    folder = tmp_path_factory.mktemp("one") / "plan"
    write_plan(folder, plan["rounds"], *plan["targets"], indicator=plan["indicator"], better=plan["better"])
    loaded, _ = load(folder)
    if loaded is None:
        return
    question = Question(choice=Choice(as_of=plan["day"]))
    found = answer(loaded, question)
    distances, courses = rows(gap.data(found)), rows(progress.data(found))

    assert distances.keys() == courses.keys()
    for key, row in distances.items():
        course = courses[key]
        assert_agree(row["status"], course["status"], over=course["passed"])
        assert row["each_year"] == course["each_year"]
    assert_same(distances, courses, loaded, question)
    assert_by_year(distances, courses, loaded, question)
    assert_in_python(distances, courses, folder, plan["day"])


def assert_same(distances: Rows, courses: Rows, loaded: Loaded, question: Question) -> None:
    """What the other commands say."""
    found = answer(loaded, question)
    listed = rows(targets.data(found))
    assert {key: (each["status"], each["each_year"]) for key, each in listed.items()} == {
        key: (each["status"], each["each_year"]) for key, each in distances.items()
    }
    ways = {
        (each["target"], each["year"], each["due_day"]): each
        for each in path.data(answer_on(loaded, question, "i"), [])["targets"]
    }
    assert {key: each["status"] for key, each in ways.items()} == {key: each["status"] for key, each in courses.items()}
    for name in loaded.plan.targets:
        for row in explained(explain(loaded, name, question))["rows"]:
            key = row["target"], row["year"], row["due_day"]
            assert (row["status"], row["each_year"]) == (distances[key]["status"], distances[key]["each_year"])
    page = brief.reply(loaded, question).data()
    for row in page["rows"]:
        key = row["target"], row["year"], row["due_day"]
        assert (row["status"], row["progress"]) == (distances[key]["status"], courses[key]["status"])
    side = comparison([loaded, loaded], [question.choice] * 2, None)
    told = {(each["target"], each["status"]) for each in compared(side)["rows"] if each["target"]}
    assert told == {(key[0], each["status"]) for key, each in distances.items()}


def assert_by_year(distances: Rows, courses: Rows, loaded: Loaded, question: Question) -> None:
    """What --year says of one year of a target that is due every year."""
    for key, row in distances.items():
        years = {each["year"]: each for each in row["each_year"]}
        said = {}
        for year, each in years.items():
            of_year = answer(loaded, question._replace(selection=Selection(year=year)))
            alone = next(one for one in gap.data(of_year)["rows"] if one["target"] == key[0])
            course = next(one for one in progress.data(of_year)["rows"] if one["target"] == key[0])
            assert (course["status"], course["reason"]) == (each["status"], each["reason"])
            assert_agree(alone["status"], course["status"], over=each["over"])
            said[year] = alone["status"]
        if any(each["reason"] != "not-yet-stated" for each in years.values()):
            assert_worst(row, row["each_year"], said.__getitem__)


def assert_in_python(distances: Rows, courses: Rows, folder: Path, day: date | None) -> None:
    """What rows of Python say."""
    plan = library.load(folder)
    assert [each.status for each in plan.gap(as_of=day)] == [each["status"] for each in distances.values()]
    assert [each.status or "" for each in plan.progress(as_of=day)] == [
        "; ".join(each["status"]) for each in courses.values()
    ]


# Through the command line, in every format and language.

MORTALITY = {"2010-12-31": 51, "2011-12-31": 39, "2012-12-31": 43, "2014-12-31": 37, "2015-06-30": 36}
TARGETS = (
    {"vi": "Nhiều nhất 40", "en": "At most 40", "due": "yearly", "comparator": "at_most", "value": 40},
    {"vi": "Nhiều nhất 42", "en": "At most 42", "due": "yearly", "comparator": "less_than", "value": 42},
    {
        "vi": "Ra ngoài khoảng",
        "en": "Leaves",
        "due": "yearly",
        "comparator": "between",
        "value": [38, 60],
        "band": True,
    },
)
COMMANDS = ("gap", "targets", "growth", "progress", "path i", "explain t0", "report", "compare")
SAID = {
    "en": ("missed in 2012", "missed in 2014"),
    "vi": ("không đạt năm 2012", "không đạt năm 2014"),
}
"""What a status says of a target that missed years, and of the band that was left in 2014."""


@pytest.fixture
def mortality(tmp_path: Path) -> Path:
    """A plan of deaths that may never be more than so many: 43 in 2012, none known of 2013."""
    rounds = {day: {"part": number} for day, number in MORTALITY.items()}
    return write_plan(tmp_path / "plan", rounds, *TARGETS, indicator=COUNT, better="lower")


def text_of(file: Path) -> str:
    """The words of a file, whatever it is."""
    if file.suffix not in (".docx", ".xlsx"):
        return html.unescape(re.sub(r"<[^>]+>", " ", file.read_text(encoding="utf-8")))
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        parts = [archive.read(each).decode() for each in archive.namelist() if each.endswith(".xml")]
    return html.unescape(re.sub(r"<[^>]+>", "", "".join(parts)))


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("ending", ["md", "html", "docx", "xlsx"])
@pytest.mark.parametrize(
    "command", ["gap", "targets", "growth", "progress", "path i", "explain t0", "report", "compare"]
)
def test_every_format_names_the_years_missed(
    mortality: Path, tmp_path: Path, qt_ict: Callable[..., Result], command: str, ending: str, language: str
) -> None:
    """Whoever opens any of them reads that the promise was broken, though the latest value keeps it."""
    file = tmp_path / f"out.{ending}"
    again = shutil.copytree(mortality, tmp_path / "again")
    plan = [str(mortality), str(again)] if command == "compare" else ["--data", str(mortality)]

    assert qt_ict(*command.split(), *plan, "--lang", language, "-o", str(file)).code == 0
    words = " ".join(text_of(file).replace("\u00a0", " ").split())
    of_2012, of_2014 = SAID[language]
    assert of_2012 in words
    assert of_2014 in words or command == "explain t0"


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        (
            "en",
            "Secure for the years to come 1 target due every year, missed and not met by now: Leaves.",
            "Account for the years that 3 yearly targets missed: At most 40 (2012), At most 42 (2012) and 1 more.",
        ),
        (
            "vi",
            "các năm tới 1 mục tiêu hằng năm không đạt mà nay vẫn chưa đạt: Ra ngoài khoảng.",
            "Làm rõ nguyên nhân 3 mục tiêu hằng năm có năm không đạt: Nhiều nhất 40 (2012), Nhiều nhất 42 (2012)",
        ),
    ],
)
def test_the_page_for_a_committee_asks_why(
    mortality: Path, qt_ict: Callable[..., Result], language: str, asked: str, said: str
) -> None:
    """What is met by now needs no more of the same, as the band does that is left; that it was broken remains."""
    out = qt_ict("brief", "--data", str(mortality), "--lang", language).out

    assert said in " ".join(out.split())
    assert asked in " ".join(out.split())


def test_the_page_asks_for_the_years_that_nobody_knows(mortality: Path, qt_ict: Callable[..., Result]) -> None:
    """Between 43 and 37 nobody knows whether 2013 kept 40, nor whether it left the band."""
    found = json.loads(qt_ict("brief", "--data", str(mortality), "--format", "json").out)["decisions"]

    said = {each["code"]: each["en"] for each in found}
    assert list(said) == ["secure", "account", "fill"]
    assert said["fill"].endswith("3 yearly targets cannot be judged: At most 40 (2013), At most 42 (2013) and 1 more.")


def test_the_page_takes_the_due_day_to_come(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """On the last day of June 2015 what was due by then is over, and the next is that of 2016."""
    rounds = {"2010-12-31": {"part": 10}, "2015-06-30": {"part": 40}}
    folder = write_plan(
        tmp_path / "plan", rounds, {"due": "2015-Q2", "value": 40}, {"due": 2016, "value": 60}, indicator=COUNT
    )

    for day, year in (("2015-06-29", 2015), ("2015-06-30", 2016), ("2017-01-01", 2016)):
        assert (
            json.loads(qt_ict("brief", "--data", str(folder), "--as-of", day, "--format", "json").out)["year"] == year
        )


def test_compare_takes_each_year_of_a_yearly_target(
    mortality: Path, tmp_path: Path, qt_ict: Callable[..., Result]
) -> None:
    """Under --year 2012 that year stands by itself, as in gap; a year without it is refused by name."""
    again = str(shutil.copytree(mortality, tmp_path / "again"))
    out = qt_ict("compare", str(mortality), again, "--year", "2012", "--format", "json").out

    assert {(each["target"], each["year"], each["status"]) for each in json.loads(out)["rows"]} == {
        ("t0", 2012, "not_met"),
        ("t1", 2012, "not_met"),
        ("t2", 2012, "met"),
    }
    assert qt_ict("compare", str(mortality), again, "--year", "2016", "--lang", "en").err.endswith(
        "Years with targets: 2011, 2012, 2013, 2014, 2015.\n"
    )


def test_csv_and_json_have_the_years(mortality: Path, qt_ict: Callable[..., Result]) -> None:
    """A year without a value has no status, in both of them."""
    for command in ("gap", "targets", "progress", "brief"):
        row = json.loads(qt_ict(command, "--data", str(mortality), "--format", "json").out)["rows"][0]
        years = {each["year"]: each["status"] for each in row["each_year"]}
        assert years == {2011: ["met"], 2012: ["missed"], 2013: [], 2014: ["met"], 2015: ["met"]}
        table = csv.DictReader(qt_ict(command, "--data", str(mortality), "--format", "csv").out.splitlines())
        assert next(table)["each_year_status"] == "met; missed; ; met; met"


# Around a due day.


@pytest.mark.parametrize(
    ("due", "day", "latest", "status", "verdict"),
    [
        ("2012-06", "2012-06-29", 52, "met", ["met"]),
        ("2012-06", "2012-06-30", 52, "met", ["met"]),
        ("2012-06", "2012-07-01", 52, "met", ["met"]),
        ("2012-Q2", "2012-06-29", 49, "not_met", ["insufficient"]),
        ("2012-Q2", "2012-06-30", 49, "not_met", ["missed"]),
        ("2012-Q2", "2012-07-01", 49, "not_met", ["missed"]),
        ("2012-06-15", "2012-06-14", 49, "not_met", ["insufficient"]),
        ("2012-06-15", "2012-06-15", 49, "not_met", ["missed"]),
    ],
)
def test_the_day_before_and_after_a_due_day(
    tmp_path: Path, qt_ict: Callable[..., Result], due: str, day: str, latest: int, status: str, verdict: list[str]
) -> None:
    """A target of June is ahead until its last day, and over on it; --year takes it by its calendar year."""
    rounds = {"2010-12-31": {"part": 10}, "2012-03-31": {"part": latest}}
    said = date.fromisoformat(due) if due.count("-") == 2 else due
    folder = write_plan(tmp_path / "plan", rounds, {"due": said, "value": 50}, indicator=COUNT)

    for command, key, wanted in (("gap", "status", status), ("progress", "status", verdict)):
        out = qt_ict(command, "--data", str(folder), "--as-of", day, "--year", "2012", "--format", "json").out
        (row,) = json.loads(out)["rows"]
        assert row[key] == wanted


def test_gap_of_a_year_takes_the_milestones_of_that_year_alone(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """Between milestones nothing is due, which is said with the years in which something is."""
    rounds = {"2010-12-31": {"part": 10}, "2012-12-31": {"part": 30}, "2014-12-31": {"part": 38}}
    target = {"due": 2016, "value": 60, "milestones": {"2012": 30, "2014-06": 40}}
    folder = write_plan(tmp_path / "plan", rounds, target, indicator=COUNT)

    found = {}
    for year in (2012, 2014, 2016):
        for command in ("gap", "progress"):
            out = qt_ict(command, "--data", str(folder), "--year", str(year), "--format", "json").out
            found[command, year] = [(each["due_day"], each["status"]) for each in json.loads(out)["rows"]]
    between = qt_ict("gap", "--data", str(folder), "--year", "2013", "--lang", "en")

    assert found == {
        ("gap", 2012): [("2012-12-31", "met")],
        ("progress", 2012): [("2012-12-31", ["met"])],
        ("gap", 2014): [("2014-06-30", "not_met")],
        ("progress", 2014): [("2014-06-30", ["missed"])],
        ("gap", 2016): [("2016-12-31", "not_met")],
        ("progress", 2016): [("2016-12-31", ["moderate"])],
    }
    assert between.code == 2
    assert "Years with targets: 2012, 2014, 2016." in between.err
