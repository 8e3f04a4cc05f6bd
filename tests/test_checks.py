"""Every check finds what its example says, where it says, and nothing else."""

import re
from pathlib import Path

import pytest
import yaml

from qt_ict.checks.exceptions import EXCEPTION_WITHOUT_FINDING
from qt_ict.checks.rules import CHECKS, RULES, STAGES
from qt_ict.checks.validation import validation
from qt_ict.diagnostics.finding import Finding
from qt_ict.loading.folder import Loaded, load
from tests.examples import (
    Expected,
    Line,
    code_and_name,
    examples,
    expected,
    file_of,
    in_later_round,
    plan_files,
    write,
)


def found(files: dict[str, list[Line]], folder: Path) -> list[Expected]:
    """File, line of the example, column and code of everything that is found; line 0 in the base."""
    write(files, folder)
    loaded, broken = load(folder)
    assert loaded is not None, [(str(each.place), each.problem.en) for each in broken]
    places = [(finding.place, finding.rule.code) for finding in validation(loaded).findings]
    return sorted(
        (name, files[name][place.line - 1].number, place.column, code)
        for place, code in places
        for name in (file_of(place),)
    )


@pytest.mark.parametrize("example", examples(), ids=lambda path: path.stem)
def test_a_check_finds_what_its_example_says_and_nothing_else(example: Path, tmp_path: Path) -> None:
    """File, line, column and code, compared exactly."""
    files = plan_files(example)

    assert found(files, tmp_path) == sorted(expected(files))
    assert code_and_name(example)[0] in {code for *_, code in expected(files)}


OF_THE_CATALOGUE = {"QT424", "QT444", "QT445"}
"""Checks of stage 4 that look at how an indicator is declared, and at no figure."""
OF_THE_BASELINE = {"QT433"}
"""A later round may bring what was counted before it."""
EVERY_ROUND = {check.rule.code for check in CHECKS if check.rule.code[:3] in ("QT3", "QT4")}
EVERY_ROUND = EVERY_ROUND - OF_THE_CATALOGUE - OF_THE_BASELINE
"""Checks of figures."""
MENDED = {
    f"QT{number}"
    for number in (413, 414, 421, 422, 423, 424, 444, 505, 511, 512, 519, 527, 605, 701, 707, 715, 716, 717)
}
"""Checks of what no document can be the cause of: lists, formulas and dates of the data files."""


def of(codes: set[str]) -> list[Path]:
    """The examples of some checks."""
    return [example for example in examples() if code_and_name(example)[0] in codes]


@pytest.mark.parametrize("example", of(EVERY_ROUND), ids=lambda path: path.stem)
def test_a_check_of_every_round_finds_its_example_in_a_later_round(example: Path, tmp_path: Path) -> None:
    """What is wrong among the figures of the baseline is wrong among those of any report."""
    code, _ = code_and_name(example)
    said = {(line, column) for _, line, column, each in expected(plan_files(example)) if each == code}

    assert said == {
        (line, column) for _, line, column, each in found(in_later_round(plan_files(example)), tmp_path) if each == code
    }


@pytest.mark.parametrize("example", of(MENDED), ids=lambda path: path.stem)
def test_what_cannot_be_accepted_is_found_all_the_same_and_so_is_the_exception(example: Path, tmp_path: Path) -> None:
    """No document can be the cause of a fault that only data files can have: it is mended."""
    code, _ = code_and_name(example)
    write(plan_files(example), tmp_path)
    loaded, _ = load(tmp_path)
    assert loaded is not None
    first = next(each for each in validation(loaded).findings if each.rule.code == code)
    accept(tmp_path / file_of(first.place), first)

    loaded, broken = load(tmp_path)

    assert loaded is not None, [(str(each.place), each.problem.en) for each in broken]
    result = validation(loaded)
    assert (first.rule, first.at) in [(each.rule, each.at) for each in result.findings]
    assert [each.values["code"] for each in result.findings if each.rule is EXCEPTION_WITHOUT_FINDING] == [code]
    assert result.accepted == ()


def accept(file: Path, finding: Finding) -> None:
    """Write an exception for a finding beside the entry it is about."""
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    section, *keys = [each for each in finding.at if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", str(each))]
    entry = data[section] if section == "round" else data[section][keys[0]]
    entry["accept"] = {finding.rule.code: {"why": "x", "seen": list(finding.seen)}}
    text = yaml.dump(data, allow_unicode=True, sort_keys=False)
    # What a form leaves empty is no word.
    file.write_text(text.replace(": null\n", ":\n"), encoding="utf-8")


def test_whether_rounds_are_looked_at_and_whether_a_document_may_be_the_cause_is_declared_as_here() -> None:
    """A flag forgotten or set by mistake would let later rounds, or exceptions, go unseen."""
    assert {check.rule.code for check in CHECKS if check.every_round} == EVERY_ROUND
    assert {check.rule.code for check in CHECKS if not check.acceptable} == MENDED


def test_nothing_is_wrong_in_the_plan_the_examples_add_to(tmp_path: Path) -> None:
    """What an example finds is its own."""
    assert found(plan_files(None), tmp_path) == []


def test_code_name_and_example_belong_together() -> None:
    """One example a check, named by its code and name; names of rules are unique."""
    rules = [*(check.rule for check in CHECKS), EXCEPTION_WITHOUT_FINDING]

    assert [code_and_name(example) for example in examples()] == sorted((rule.code, rule.name) for rule in rules)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


def test_every_check_is_named_by_its_function_and_explained_by_its_docstring() -> None:
    """Adding a check is writing one function."""
    for check in CHECKS:
        assert check.breaks.__name__.replace("_", "-") == check.rule.name
        assert check.rule.manual.en.split("\n")[0].endswith(".")
        assert check.rule.manual.vi.split("\n")[0].endswith(".")
        assert check.rule.code[:3] in STAGES


def test_the_shipped_plan_holds_no_error_and_lists_its_contradictions(shipped: Loaded) -> None:
    """None is repaired; each is accepted with its numbers and a reason in both languages."""
    result = validation(shipped)

    assert [finding.problem.en for finding in result.findings if finding.rule.severity == "error"] == []
    assert [(each.finding.at[1], each.finding.rule.code) for each in result.accepted] == [
        ("VI.1", "QT805"),
        ("officials_with_other_qualification", "QT412"),
        ("agencies_with_dedicated_staff", "QT431"),
        ("phone_subscriptions", "QT401"),
        ("adsl_subscriptions", "QT431"),
        ("communes_with_fibre", "QT415"),
        ("people_with_mobile_phone", "QT405"),
        ("portal_rank_overall", "QT433"),
        ("portal_rank_services", "QT433"),
        ("online_services", "QT411"),
        ("province_officials", "QT411"),
        ("province_computers", "QT403"),
        ("province_computers_with_internet", "QT403"),
        ("province_computers_with_lan", "QT403"),
        ("district_computers", "QT403"),
        ("district_computers_with_internet", "QT403"),
        ("district_computers_with_lan", "QT402"),
        ("district_computers_with_lan", "QT403"),
        ("mobile_broadband_2015", "QT601"),
        ("mobile_broadband_2020", "QT601"),
    ]
    assert all(each.why.vi != each.why.en for each in result.accepted)
