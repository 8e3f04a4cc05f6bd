"""Every check finds what its example says, where it says, and nothing else."""

from pathlib import Path

import pytest

from qt_ict.checks.exceptions import EXCEPTION_WITHOUT_FINDING
from qt_ict.checks.rules import CHECKS, RULES, STAGES
from qt_ict.checks.validation import validation
from qt_ict.loading.folder import Loaded, load
from tests.examples import Expected, Line, code_and_name, examples, expected, file_of, plan_files, write


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


def test_nothing_is_wrong_in_the_plan_the_examples_add_to(tmp_path: Path) -> None:
    """What an example finds is its own."""
    assert found(plan_files(None), tmp_path) == []


def test_code_name_and_example_belong_together() -> None:
    """One example a check, named by its code and name; names of rules are unique."""
    rules = [*(check.rule for check in CHECKS), EXCEPTION_WITHOUT_FINDING]

    assert [code_and_name(example) for example in examples()] == [(rule.code, rule.name) for rule in rules]
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
        ("officials_with_other_qualification", "QT412"),
        ("agencies_with_dedicated_staff", "QT431"),
        ("phone_subscriptions", "QT401"),
        ("adsl_subscriptions", "QT431"),
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
