"""``qt-ict diff``: what differs between two versions of a plan, and what a verdict comes from."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_ict.engine import attribution
from qt_ict.engine.attribution import by_row, statuses
from qt_ict.engine.changes import FIELDS
from qt_ict.engine.difference import difference
from qt_ict.loading.folder import load
from qt_ict.model.plan import Plan
from tests.conftest import DATA, Result, edit
from tests.plans_with_rounds import COUNT, write_plan
from tests.test_changed_since import commit, git, own_git
from tests.test_other_plans import names, write

__all__ = ["own_git"]

Run = Callable[..., Result]
TARGET = {"comparator": "at_least", "value": "50"}
PART, WHOLE = "figures.baseline_2010.part", "figures.baseline_2010.whole"


def add_round(folder: Path, year: int = 2012, **figures: int) -> Path:
    """A later round at the end of a year in a plan's folder; the folder."""
    (folder / "rounds").mkdir(exist_ok=True)
    entries = "".join(f"  {name}: {{value: {value}}}\n" for name, value in figures.items())
    head = f"round: {{vi: Đợt {year}, en: Round {year}, document: d, date: {year}-12-31, transcribed: true}}\n"
    file = folder / "rounds" / f"{year}-12-31.yaml"
    file.write_text(head + ("figures:\n" + entries if entries else "figures: {}\n"), encoding="utf-8")
    return folder


def loaded(folder: Path) -> Plan:
    """The plan of a folder."""
    found, findings = load(folder)
    assert found is not None, findings
    return found.plan


@pytest.fixture
def diff(qt_ict: Run) -> Callable[..., Any]:
    """The JSON of the difference between two versions."""

    def call(old: object, new: object, *options: str) -> Any:
        result = qt_ict("diff", str(old), str(new), "--format", "json", *options)
        assert (result.code, result.err) == (0, "")
        return json.loads(result.out)

    return call


def verdicts(document: Any) -> list[tuple[Any, ...]]:
    """Every changed verdict: judgement, status before and after, attribution, causes."""

    def status(side: Any) -> Any:
        return side and side["status"]

    return [
        (row["judgement"], status(row["old"]), status(row["new"]), row["attribution"], row["causes"])
        for row in document["rows"]
    ]


def test_one_changed_figure_is_the_cause(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """30 of 100 becomes 60 of 100: half is reached, by that figure alone."""
    old, new = write(tmp_path / "old", part=30, **TARGET), write(tmp_path / "new", part=60, **TARGET)

    found = diff(old, new)

    assert found["counts"] == {
        "figures": 1,
        "rounds": 0,
        "units": 0,
        "indicators": 0,
        "targets": 0,
        "verdicts": 2,
        "values": 0,
        "renames": 0,
    }
    assert verdicts(found) == [
        ("gap", ["not_met"], ["met"], "alone", [PART]),
        ("progress", [], ["met"], "alone", [PART]),
    ]
    (figure,) = found["figures"]
    assert (figure["kind"], figure["fields"], figure["round"]) == ("changed", ["value"], "baseline_2010")
    assert (figure["old"]["value"], figure["new"]["value"]) == (30, 60)
    assert (figure["difference"], figure["relative"], figure["reasons"]) == (30.0, 1.0, {})
    assert figure["source"] == {"file": str(new / "baseline_2010.yaml"), "line": 3}
    before, after = (found["rows"][0][side] for side in ("old", "new"))
    assert (before["value"], after["value"]) == ({"low": 30.0, "high": 30.0}, {"low": 60.0, "high": 60.0})


def test_changes_that_only_together_turn_a_verdict_are_all_needed(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """30/100 is 30%; 40/100 and 30/70 fall short of half as well, 40/70 does not."""
    old = write(tmp_path / "old", part=30, whole=100, **TARGET)
    new = write(tmp_path / "new", part=40, whole=70, **TARGET)

    assert verdicts(diff(old, new)) == [
        ("gap", ["not_met"], ["met"], "needed", [PART, WHOLE]),
        ("progress", [], ["met"], "needed", [PART, WHOLE]),
    ]


def test_each_of_two_changes_may_be_enough(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """60/100 reaches half, 30/50 does as well."""
    old = write(tmp_path / "old", part=30, whole=100, **TARGET)
    new = write(tmp_path / "new", part=60, whole=50, **TARGET)
    edit(new / "baseline_2010.yaml", "value: 60", "value: 50")

    assert verdicts(diff(old, new))[0] == ("gap", ["not_met"], ["met"], "alone", [PART, WHOLE])


def test_a_change_that_cancels_another_changes_no_verdict(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """60/100 would meet the target, of 200 it does not; another value is all there is to say."""
    old = write(tmp_path / "old", part=30, whole=100, **TARGET)
    new = write(tmp_path / "new", part=62, whole=200, **TARGET)

    found = diff(old, new)

    assert found["rows"] == []
    assert (found["counts"]["figures"], found["counts"]["values"]) == (2, 1)


def test_where_any_two_of_three_are_enough_all_are_named(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """No single change makes or unmakes the verdict; none is picked out."""
    folders = []
    for name, value in (("old", 10), ("new", 20)):
        folder = write(tmp_path / name, part=value, whole=100, **TARGET)
        edit(folder / "indicators.yaml", "numerator: part", "numerator: [part, second, third]")
        more = "".join(
            f"  {id_}: {names(f'value: {value}, unit: schools, source: I.1')}\n" for id_ in ("second", "third")
        )
        file = folder / "baseline_2010.yaml"
        file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
        folders.append(folder)

    found = verdicts(diff(*folders))

    assert found[0] == (
        "gap",
        ["not_met"],
        ["met"],
        "together",
        [
            PART,
            "figures.baseline_2010.second",
            "figures.baseline_2010.third",
        ],
    )


def test_changes_of_other_figures_are_no_causes(plan_copy: Path, diff: Callable[..., Any]) -> None:
    """A target rests on its own figures: 138 197 of 145 470 households with television are 95.0003%."""
    edit(plan_copy / "baseline_2010.yaml", "value: 130654", "value: 138197")
    edit(plan_copy / "baseline_2010.yaml", "value: 16687", "value: 16688")

    found = diff(DATA, plan_copy)

    assert {row["target"] for row in found["rows"]} == {"tv_2015"}
    assert verdicts(found)[0][1:] == (["not_met"], ["met"], "alone", ["figures.baseline_2010.households_with_tv"])
    assert found["counts"]["figures"] == 2


def test_a_changed_target_is_a_cause(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """Who lowers the line meets it."""
    old, new = write(tmp_path / "old", **TARGET), write(tmp_path / "new", comparator="at_least", value="30")

    found = diff(old, new)

    assert verdicts(found)[0] == ("gap", ["not_met"], ["met"], "alone", ["targets.t"])
    assert found["targets"][0]["fields"] == ["value"]
    assert (found["targets"][0]["old"]["value"], found["targets"][0]["new"]["value"]) == (50, 30)


def test_a_changed_formula_is_a_cause(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """Twice the part is 60 of 100."""
    old, new = write(tmp_path / "old", **TARGET), write(tmp_path / "new", **TARGET)
    edit(new / "indicators.yaml", "factor: 100, better", "factor: 200, better")

    found = diff(old, new)

    assert verdicts(found)[0] == ("gap", ["not_met"], ["met"], "alone", ["indicators.share"])
    assert found["indicators"][0]["new"]["formula"] == "part / whole × 200"


def test_a_target_added_or_moved_explains_its_own_verdicts(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """Where there was no row there is no status, and the target is why."""
    old, new = write(tmp_path / "old", **TARGET), write(tmp_path / "new", **TARGET, due="2020")

    found = diff(old, new)

    assert [(row["year"], row["old"] is None, row["new"] is None) for row in found["rows"]] == [
        (2020, True, False),
        (2015, False, True),
    ]
    assert {tuple(row["causes"]) for row in found["rows"]} == {("targets.t",)}
    assert found["rows"][1]["source"]["file"] == str(old / "targets.yaml")


def test_a_new_round_is_explained_by_its_figures(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """A round counts where it has every figure: neither numerator nor denominator alone is a new value."""
    old, new = write(tmp_path / "old", **TARGET), add_round(write(tmp_path / "new", **TARGET), part=60, whole=100)

    found = diff(old, new)

    later = ["figures.2012-12-31.part", "figures.2012-12-31.whole"]
    assert verdicts(found) == [
        ("gap", ["not_met"], ["met"], "needed", later),
        ("progress", [], ["met"], "needed", later),
    ]
    assert [each["kind"] for each in found["rounds"]] == ["added"]
    assert verdicts(diff(new, old))[0] == ("gap", ["met"], ["not_met"], "alone", later)


def test_a_round_by_itself_ends_due_years(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """Once something is known of 2012, a target due in 2011 is over, whatever was counted."""
    target = TARGET | {"due": "2011"}
    old = write(tmp_path / "old", part=60, **target)
    new = add_round(write(tmp_path / "new", part=60, **target), part=30)

    assert verdicts(diff(old, new)) == [
        ("gap", ["met"], ["undecided"], "alone", ["rounds.2012-12-31"]),
        ("progress", ["met"], [], "alone", ["rounds.2012-12-31"]),
    ]


def test_a_baseline_under_another_file_name_is_the_same_round(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """Nothing else would be left of it."""
    old, new = write(tmp_path / "old", **TARGET), write(tmp_path / "new", part=60, **TARGET)
    (old / "baseline_2010.yaml").rename(old / "baseline_first.yaml")

    assert diff(old, new)["counts"]["figures"] == 1
    removed = diff(new, old)["figures"][0]
    assert (removed["change"], removed["source"]["file"]) == (
        "figures.baseline_first.part",
        str(old / "baseline_first.yaml"),
    )


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("value: 30", "value: 30, comparator: more_than", ["comparator"]),
        ("value: 30", "value: 30, date: 2010-06", ["date"]),
        ("value: 30", "value: 30, definition: trường công", ["definition"]),
        ("value: 30, unit: schools", "value: 30, unit: households", ["unit"]),
        ("value: 30, unit: schools", 'value: 30.0, unit: "%"', ["value", "unit"]),
        ("{vi: x, en: x, value: 30", "{vi: z, en: z, note: {vi: a, en: a}, value: 30", []),
    ],
)
def test_whatever_results_rest_on_is_a_change(
    tmp_path: Path, diff: Callable[..., Any], old: str, new: str, fields: list[str]
) -> None:
    """A name or a remark is none; a digit more is."""
    before, after = write(tmp_path / "old", **TARGET), write(tmp_path / "new", **TARGET)
    edit(after / "baseline_2010.yaml", old, new)

    assert [each["fields"] for each in diff(before, after)["figures"]] == ([fields] if fields else [])


def test_a_step_that_has_no_number_has_its_reason(tmp_path: Path, diff: Callable[..., Any]) -> None:
    """No percentage of 0, no difference between schools and households."""
    old, new = write(tmp_path / "old", part=0, **TARGET), write(tmp_path / "new", part=30, **TARGET)
    edit(new / "baseline_2010.yaml", "value: 100, unit: schools", "value: 100, unit: households")

    part, whole = diff(old, new)["figures"]

    assert (part["difference"], part["relative"], part["reasons"]) == (30.0, None, {"relative": "zero-base"})
    assert (whole["difference"], whole["reasons"]) == (
        None,
        {"difference": "unit-mismatch", "relative": "unit-mismatch"},
    )


Version = dict[str, Any]
CHANGES = {
    "value": "targets.t",
    "part": PART,
    "whole": WHOLE,
    "later": "rounds.2012-12-31",
    "later_part": "figures.2012-12-31.part",
    "later_whole": "figures.2012-12-31.whole",
}
VERSIONS = st.fixed_dictionaries(
    {
        "value": st.sampled_from(["20", "50", "80"]),
        "part": st.sampled_from([10, 30, 60]),
        "whole": st.sampled_from([60, 100]),
        "later": st.booleans(),
        "later_part": st.sampled_from([None, 30, 60]),
        "later_whole": st.sampled_from([None, 60, 100]),
    }
)


def written(folder: Path, version: Version) -> Plan:
    """The plan of a version, through files."""
    write(folder, version["part"], version["whole"], comparator="at_least", value=version["value"], due="2011")
    for file in (folder / "rounds").glob("*"):
        file.unlink()
    later = {name: version[f"later_{name}"] for name in ("part", "whole")}
    figures = {name: value for name, value in later.items() if value is not None}
    if version["later"] or figures:
        add_round(folder, **figures)
    return loaded(folder)


def completed(version: Version) -> Version:
    """A round with figures is there."""
    there = any(version[f"later_{name}"] is not None for name in ("part", "whole"))
    return version | {"later": version["later"] or there}


def explained(folder: Path, old: Version, new: Version, judgement: Any) -> tuple[str, set[str]]:
    """What a verdict comes from, found by writing every version anew with one thing changed."""

    def status(version: Version) -> object:
        return statuses(by_row(written(folder, version)), ("t", 2011, None), judgement)

    def leading(start: Version, end: Version) -> set[str]:
        keys = {key for key in CHANGES if start[key] != end[key] and status(start | {key: end[key]}) == status(end)}
        return keys - ({"later_part", "later_whole"} if "later" in keys and not start["later"] else set())

    alone = leading(old, new)
    if alone:
        return "alone", alone
    needed = leading(new, old)
    differing = {key for key in CHANGES if old[key] != new[key]}
    return ("needed", needed) if needed else ("together", differing - {"later"})


@given(old=VERSIONS, new=VERSIONS)
@settings(max_examples=60)
def test_causes_are_what_single_edits_of_the_files_show(
    tmp_path_factory: pytest.TempPathFactory, old: Version, new: Version
) -> None:
    """Attribution is a claim about the data: whoever makes one edit sees what is said of it."""
    folder = tmp_path_factory.mktemp("plan")
    old, new = completed(old), completed(new)

    found = difference(written(folder, old), written(folder, new))

    for verdict in found.verdicts:
        names_of = {CHANGES[key]: key for key in CHANGES}
        ids = [".".join(filter(None, (each.section, each.round, each.id))) for each in verdict.cause.changes]
        expected = explained(folder, old, new, verdict.judgement)
        assert (verdict.cause.attribution, {names_of[each] for each in ids}) == expected
    assert {each.judgement for each in found.verdicts} == {
        judgement
        for judgement in attribution.JUDGEMENTS
        if statuses(by_row(written(folder, old)), ("t", 2011, None), judgement)
        != statuses(by_row(written(folder, new)), ("t", 2011, None), judgement)
    }


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose plan, in data, was first committed with 30 of 100, then with 60; where commands run."""
    top = tmp_path / "kho của tôi"
    top.mkdir()
    git(top, "init", "--quiet", "--initial-branch", "main")
    (top / "README").write_text("", encoding="utf-8")
    commit(top, "no plan yet")
    git(top, "tag", "nothing")
    write(top / "data", part=30, **TARGET)
    commit(top, "first")
    git(top, "tag", "first")
    add_round(write(top / "data", part=60, **TARGET), part=61)
    commit(top, "second")
    monkeypatch.chdir(top)
    return top


def test_a_revision_is_read_as_it_was(repository: Path, diff: Callable[..., Any]) -> None:
    """Rounds included; its places are those that ``git show`` takes, its commit is named."""
    git(repository, "rm", "-r", "--quiet", "data/rounds")
    write(repository / "data", part=45, **TARGET)

    found = diff("main", "data")

    assert {key: found["old"][key] for key in ("revision", "commit", "date")} == {
        "revision": "main",
        "commit": git(repository, "rev-parse", "--short", "main"),
        "date": git(repository, "show", "--no-patch", "--format=%cs", "main"),
    }
    assert found["old"]["plan"]["folder"] == "main:data"
    assert (found["new"]["plan"]["folder"], found["new"]["revision"]) == ("data", None)
    assert verdicts(found)[0] == ("gap", ["met"], ["not_met"], "alone", [PART])
    assert [(each["change"], each["kind"], each["source"]["file"]) for each in found["figures"]] == [
        (PART, "changed", "data/baseline_2010.yaml"),
        ("figures.2012-12-31.part", "removed", "main:data/rounds/2012-12-31.yaml"),
    ]
    line = found["figures"][1]["source"]["line"]
    assert "value: 61" in git(repository, "show", "main:data/rounds/2012-12-31.yaml").splitlines()[line - 1]


def test_a_revision_is_no_merge_base(repository: Path, diff: Callable[..., Any]) -> None:
    """What another branch says is what is compared, also where it went on by itself."""
    git(repository, "switch", "--quiet", "--create", "other", "first")
    write(repository / "data", part=90, **TARGET)
    commit(repository)
    git(repository, "switch", "--quiet", "main")

    found = diff("other", "HEAD")

    assert (found["figures"][0]["old"]["value"], found["figures"][0]["new"]["value"]) == (90, 60)


def test_revisions_are_those_of_the_plan_named(
    repository: Path, diff: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --data from anywhere; a plan at the top of its repository has no folder in its places."""
    monkeypatch.chdir(tmp_path)
    by_option = diff("first", "main", "--data", str(repository / "data"))
    git(repository, "mv", "data/plan.yaml", "data/indicators.yaml", "data/targets.yaml", "data/baseline_2010.yaml", ".")
    commit(repository)
    monkeypatch.chdir(repository)

    assert by_option["figures"][0]["source"]["file"] == "main:data/baseline_2010.yaml"
    assert diff("HEAD", "HEAD")["old"]["plan"]["folder"] == "HEAD:"


def test_a_folder_comes_before_a_revision_of_its_name(repository: Path, diff: Callable[..., Any]) -> None:
    """As the help says; ~0 means the revision."""
    write(repository / "first", part=70, **TARGET)

    assert diff("first", "data")["old"]["revision"] is None
    assert diff("first~0", "data")["figures"][0]["old"]["value"] == 30


@pytest.mark.parametrize("language", ["vi", "en"])
def test_settings_and_hooks_of_git_change_nothing(
    repository: Path, diff: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Colours, signatures, formats, a repository named by a hook."""
    before = diff("first", "main")
    for name, value in {"color.ui": "always", "log.showSignature": "true", "log.date": "relative"}.items():
        git(repository, "config", name, value)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))

    assert diff("first", "main", "--lang", language) == before


ENGLISH = """\
Differences – B, 1

Figures changed

Figure  Round              Old         New  Change        %  Line of data
x       2010-12-31  30 schools  60 schools     +30  +100.0%  data/baseline_2010.yaml:3
x       2012-12-31              61 schools   added           data/rounds/2012-12-31.yaml:3

Other entries changed

Name        What   New         Line of data

Rounds
Round 2012  added  2012-12-31  data/rounds/2012-12-31.yaml:1

Verdicts changed

Target   Due  Judged by  Old               New           Because of
x       2015  value      not met (30.00%)  met (60.00%)  x (2010-12-31): 30 schools → 60 schools
x       2015  progress   one round only    met           x (2010-12-31): 30 schools → 60 schools

Changed: figures 2, other entries 1, verdicts 2. Values of targets that changed, but not their
verdicts: 0.
Old: git revision first:data (commit {commit} of {date}).
New: folder data.
"""
VIETNAMESE = """\
Khác biệt – B, 1

Số liệu đã đổi

Số liệu  Đợt             Trước        Sau  Thay đổi        %  Dòng dữ liệu
x        31/12/2010  30 trường  60 trường       +30  +100,0%  data/baseline_2010.yaml:3
x        31/12/2012             61 trường      thêm           data/rounds/2012-12-31.yaml:3

Mục khác đã đổi

Tên       Nội dung  Sau         Dòng dữ liệu

Đợt
Đợt 2012  thêm      31/12/2012  data/rounds/2012-12-31.yaml:1

Đánh giá đã đổi

Mục tiêu  Năm đích  Đánh giá theo  Trước                   Sau           Lý do
x             2015  giá trị        chưa đạt (30,00%)       đạt (60,00%)  x (31/12/2010): 30 trường → 60 trường
x             2015  tiến độ        mới có một đợt số liệu  đạt           x (31/12/2010): 30 trường → 60 trường

Đã đổi: 2 số liệu, 1 mục khác, 2 đánh giá. Giá trị của mục tiêu đổi mà đánh giá không đổi: 0.
Trước: phiên bản git first:data (commit {commit} ngày {date}).
Sau: thư mục data.
"""


def test_the_page_in_both_languages(repository: Path, qt_ict: Run) -> None:
    """What changed, what that did, and which versions were compared."""
    english = qt_ict("diff", "first", "data", "--lang", "en")
    vietnamese = qt_ict("diff", "first", "data", "--lang", "vi")

    hash_, day = git(repository, "show", "--no-patch", "--format=%h %cs", "first").split()
    assert english == (0, ENGLISH.format(commit=hash_, date=day), "")
    assert vietnamese == (0, VIETNAMESE.format(commit=hash_, date="/".join(reversed(day.split("-")))), "")


def cells(page: str) -> list[list[str]]:
    """The cells of every line that has several."""
    lines = [re.split(r"  +", line.strip()) for line in page.splitlines()]
    return [line[:-1] for line in lines if len(line) > 2]


def test_every_change_has_its_words(tmp_path: Path, qt_ict: Run) -> None:
    """Whatever a target, an indicator, a unit of measure or a round says differently is shown, old and new."""
    old = add_round(write(tmp_path / "old", **TARGET), part=40, whole=100)
    new = add_round(write(tmp_path / "new", **TARGET), part=40, whole=100)
    revised = "revisions: [{document: 2/KH, date: 2012-01-01, comparator: more_than, value: 60}]"
    edit(new / "targets.yaml", "due: 2015", f"due: 2011-2020, {revised}")
    edit(new / "targets.yaml", "measure: direct", "measure: bounds")
    edit(new / "indicators.yaml", "numerator: part", "numerator: {at_least: part}")
    edit(new / "indicators.yaml", "one: school, kind: count", "one: school, kind: density")
    edit(new / "rounds" / "2012-12-31.yaml", "transcribed: true", "transcribed: false")

    page = qt_ict("diff", str(old), str(new), "--lang", "en").out

    found = cells(page.split("Other entries changed")[1].split("Verdicts changed")[0])
    assert found[1:] == [
        ["Round 2012", "digits show precision", "yes", "no"],
        ["schools", "kind", "count", "density"],
        ["x", "formula", "part / whole × 100", "[part, ∞] / whole × 100"],
        ["x", "due", "2015", "2011–2020"],
        ["x", "measured", "direct", "bounds"],
        ["x", "revised", "none", "> 60% (2/KH, 2012-01-01)"],
    ]


def test_csv_has_one_line_a_verdict(tmp_path: Path, qt_ict: Run) -> None:
    """For spreadsheets; the columns stay where there is none."""
    old, new = write(tmp_path / "old", **TARGET), write(tmp_path / "new", part=60, whole=90, **TARGET)

    text = qt_ict("diff", str(old), str(new), "--format", "csv").out
    names_alone = qt_ict("diff", str(old), str(write(tmp_path / "same", **TARGET)), "--format", "csv").out

    (first, _) = csv.DictReader(io.StringIO(text))
    assert (first["target"], first["year"], first["judgement"]) == ("t", "2015", "gap")
    assert (first["old_status"], first["new_status"], first["new_value_low"]) == ("not_met", "met", "66.66666666666667")
    assert (first["attribution"], first["causes"]) == ("alone", PART)
    assert names_alone == text.splitlines(keepends=True)[0]


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "Không có gì khác trong những gì được tính"), ("en", "Nothing that is computed with differs")],
)
def test_nothing_changed_is_said(repository: Path, qt_ict: Run, language: str, said: str) -> None:
    """Exit code 0, and still which versions were compared."""
    result = qt_ict("diff", "main", "data", "--lang", language)

    assert (result.code, result.err) == (0, "")
    assert said in result.out
    assert "main:data" in result.out


def test_more_changes_than_can_be_weighed_are_named_together(
    tmp_path: Path, qt_ict: Run, diff: Callable[..., Any]
) -> None:
    """101 parts of one whole: data for programs name all, the page five."""
    folders = []
    for name, value in (("old", 1), ("new", 2)):
        folder = write(tmp_path / name, whole=300, **TARGET)
        parts = [f"part_{i}" for i in range(101)]
        edit(folder / "indicators.yaml", "numerator: part", f"numerator: [{', '.join(parts)}]")
        file = folder / "baseline_2010.yaml"
        entry = names(f"value: {value}, unit: schools, source: I.1")
        more = "".join(f"  {part}: {entry}\n" for part in parts)
        file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
        folders.append(str(folder))

    row = diff(*folders)["rows"][0]

    assert (row["attribution"], len(row["causes"])) == ("together", 101)
    assert "; and 96 more (together)" in qt_ict("diff", *folders, "--lang", "en").out


def refused(qt_ict: Run, *arguments: str) -> tuple[str, str]:
    """What is wrong in both languages: exit code 2, nothing printed, a next step."""
    both = []
    for language in ("vi", "en"):
        result = qt_ict("diff", *arguments, "--lang", language)
        problem, advice = result.err.splitlines()
        assert (result.code, result.out) == (2, "")
        assert advice.startswith("  = ")
        both.append(problem.removeprefix("qt-ict: "))
    return both[0], both[1]


def test_what_is_neither_folder_nor_revision_is_refused(repository: Path, qt_ict: Run) -> None:
    """A typing error in either is said as both."""
    for arguments in (("mian", "data"), ("data", "mian")):
        assert refused(qt_ict, *arguments) == (
            "không có thư mục “mian”; git không có phiên bản nào là “mian”",
            "there is no folder “mian”; git knows no revision “mian”",
        )
    assert refused(qt_ict, "data/targets.yaml", "data")[1].startswith("there is no folder “data/targets.yaml”; ")


def test_revisions_need_a_repository(qt_ict: Run, tmp_path: Path) -> None:
    """Outside of one only folders can be compared."""
    plan = write(tmp_path / "plan", **TARGET)

    problem = refused(qt_ict, "main", str(plan), "--data", str(plan))[1]

    assert problem == f"there is no folder “main”; {plan} is in no git repository"


def test_a_revision_without_the_plan_is_refused(repository: Path, qt_ict: Run) -> None:
    """It is older than the plan, or the plan lies elsewhere in it."""
    assert refused(qt_ict, "nothing", "main") == (
        "phiên bản “nothing” không có kế hoạch ở data",
        "revision “nothing” has no plan in data",
    )


def test_one_folder_twice_is_refused(repository: Path, qt_ict: Run) -> None:
    """However it is written; nothing can differ. Two revisions of one commit are a question of programs."""
    assert refused(qt_ict, "data", "./data/../data") == (
        "data và ./data/../data là cùng một thư mục",
        "data and ./data/../data are the same folder",
    )


@pytest.mark.parametrize("arguments", [("main", "HEAD"), ("data",), ()])
def test_both_versions_are_named(repository: Path, qt_ict: Run, arguments: tuple[str, ...]) -> None:
    """Two names that mean one commit differ in nothing; one name is not enough."""
    assert qt_ict("diff", *arguments).code == (0 if len(arguments) == 2 else 2)


def test_broken_data_are_told_by_version(repository: Path, qt_ict: Run) -> None:
    """Everything that is wrong in either, under the name of its folder or revision; nothing is compared."""
    edit(repository / "data" / "targets.yaml", "indicator: share", "indicator: shore")
    commit(repository)
    git(repository, "tag", "broken")
    edit(repository / "data" / "targets.yaml", "indicator: shore", "indicator: shire")

    result = qt_ict("diff", "broken", "data", "--lang", "en")

    assert (result.code, result.out) == (1, "")
    assert "broken:data/targets.yaml:2:" in result.err
    assert "broken:data/indicators.yaml" in result.err
    assert "\ndata/targets.yaml:2:" in result.err
    assert "2 errors." in result.err
    assert "/tmp" not in result.err


def test_a_folder_without_a_plan_is_told_as_everywhere(repository: Path, qt_ict: Run) -> None:
    """Missing files are findings, with exit code 2."""
    (repository / "empty").mkdir()

    result = qt_ict("diff", "empty", "data", "--lang", "en")

    assert (result.code, result.out) == (2, "")
    assert "empty/targets.yaml" in result.err
    missing = qt_ict("diff", "main", "first", "--data", "nowhere", "--lang", "en")
    assert (missing.code, missing.err.count("nowhere: error QT118")) == (2, 1)


RESTED_ON = {
    "rounds": {"date", "transcribed"},
    "units": {"kind", "negative", "floor", "ceiling", "rank"},
    "figures": {
        *("value", "comparator", "unit", "date", "definition", "starts_anew", "base", "per", "flag", "holds"),
        *("low", "high", "confidence", "standard_error", "rounded_to"),
    },
    "indicators": {"unit", "numerator", "denominator", "factor", "figure", "better", "per", "reference"},
    "targets": {
        *("comparator", "value", "from_baseline", "since", "unit", "due", "band", "milestones"),
        *("measure", "indicator", "revisions"),
    },
}


def test_what_results_rest_on_is_compared_and_nothing_else() -> None:
    """A name, a source or a remark that changes turns no verdict; everything that can is looked at."""
    assert {section: set(fields) for section, fields in FIELDS.items()} == RESTED_ON


_OTHERWISE = {"value": 300, "definition": {"vi": "khác", "en": "other"}, "break": True}
_BASED = {**_OTHERWISE, "base": {"value": 250, "date": date(2010, 12, 31)}}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ({"value": 300}, {"value": 300, "per": "year"}, ("counted per", "none", "year")),
        ({"value": 300, "per": "year"}, {"value": 300}, ("counted per", "year", "none")),
        (_OTHERWISE, _BASED, ("counted anew", "yes", "250 (2010-12-31)")),
        (_BASED, _OTHERWISE, ("counted anew", "250 (2010-12-31)", "yes")),
        ({**_OTHERWISE, "break": False}, _BASED, ("counted anew", "no", "250 (2010-12-31)")),
    ],
)
def test_what_a_figure_says_may_come_and_go(
    tmp_path: Path, qt_ict: Run, old: dict[str, Any], new: dict[str, Any], said: tuple[str, ...]
) -> None:
    """A key that only one version has stands against "none" or "no" in the other."""
    before, after = (
        write_plan(
            tmp_path / name,
            {"2010-12-31": {"part": 200}, "2011-12-31": {"part": each}},
            {"value": 500, "due": 2015},
            indicator=COUNT,
        )
        for name, each in (("old", old), ("new", new))
    )

    result = qt_ict("diff", str(before), str(after), "--format", "markdown", "--lang", "en")

    assert (result.code, result.err) == (0, "")
    key, was, now = said
    assert f"| {key}: {was} | {key}: {now} |" in result.out


@pytest.mark.parametrize(("old", "new"), [({}, {"milestones": {2012: 300}}), ({"milestones": {2012: 300}}, {})])
def test_milestones_may_come_and_go(tmp_path: Path, qt_ict: Run, old: dict[str, Any], new: dict[str, Any]) -> None:
    """A target that gets its first milestone, or loses its last, has them against "none"."""
    before, after = (
        write_plan(tmp_path / name, {"2010-12-31": {"part": 200}}, {"value": 500, "due": 2015, **each}, indicator=COUNT)
        for name, each in (("old", old), ("new", new))
    )

    result = qt_ict("diff", str(before), str(after), "--format", "markdown", "--lang", "en")

    assert (result.code, result.err) == (0, "")
    was, now = ("2012: 300" if each else "none" for each in (old, new))
    assert f"| x | milestones | {was} | {now} |" in result.out
