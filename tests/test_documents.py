"""What the documents say is so."""

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from qt_ict.cli.given import TAKEN
from qt_ict.cli.options.which_targets import SortName, StatusName
from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.scales import SCALES
from qt_ict.engine.thresholds import Status
from qt_ict.language import LANGUAGES
from qt_ict.loading.folder import Loaded, load
from qt_ict.methods.by_name import METHODS
from qt_ict.model.targets import Comparator
from qt_ict.report import gap, growth, words
from qt_ict.report.answer import answer
from qt_ict.report.question import EVERYTHING, SortKey
from qt_ict.wording import statements
from tests.conftest import ROOT, edit

DOCS = ROOT / "docs"
FORMATS = (DOCS / "formats.md").read_text(encoding="utf-8")


def _yaml(page: str) -> list[str]:
    """The YAML that a page shows."""
    return re.findall(r"```yaml\n([\s\S]*?)```", (DOCS / page).read_text(encoding="utf-8"))


def _yaml_with(page: str, words: str) -> str:
    """The one piece of YAML of a page that has some words."""
    (found,) = (each for each in _yaml(page) if words in each)
    return found


def test_the_figure_shown_stands_in_the_data() -> None:
    """The example of a figure is the figure."""
    _, example = _yaml_with("figures.md", "130654").split("\n", 1)

    assert example in (ROOT / "data" / "baseline_2010.yaml").read_text(encoding="utf-8")


def test_the_survey_and_the_target_said_by_the_baseline_load(plan_copy: Path) -> None:
    """What a reader copies is valid data."""
    survey, target = _yaml_with("figures.md", "confidence: 95"), _yaml_with("figures.md", "from_baseline: double")
    edit(plan_copy / "baseline_2010.yaml", "\nfigures:\n", f"\nfigures:\n{survey}")
    edit(plan_copy / "targets.yaml", "\ntargets:\n", f"\ntargets:\n{target}")

    found, findings = load(plan_copy)

    assert not findings
    assert found is not None
    assert (found.plan.figures["internet_users"].confidence, found.plan.targets["internet_2015"].numbers) == (95, ())


def test_the_round_and_revision_shown_load(plan_copy: Path) -> None:
    """What a reader copies is valid data."""
    round_, revision = _yaml_with("rounds.md", "round:\n"), _yaml_with("rounds.md", "revisions:")
    (plan_copy / "rounds" / "2012-12-31.yaml").write_text(round_, encoding="utf-8")
    targets_file = plan_copy / "targets.yaml"
    after = "    indicator: internet_users\n    source: [III.2.1]\n  internet_users_2020"
    original = f'    unit: "%"\n    measure: bounds\n{after}'
    edit(targets_file, original, revision + original)

    found, findings = load(plan_copy)

    assert not findings
    assert found is not None
    assert found.plan.rounds[-1].figures["communes_with_fibre"].definition is not None
    assert found.plan.targets["internet_users_2015"].revisions[0].value == (40, 45)


def _table(heading: str) -> set[str]:
    section = FORMATS.split(f"## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE))


def test_the_closed_lists_of_codes_are_documented() -> None:
    """No code without a line, no line without a code, a sentence for each."""
    assert _table("Reasons") == {reason.value for reason in Reason} == {each.value for each in words.REASONS}
    assert _table("Notes and assumptions") == set(words.REMARKS)
    assert {each.value for each in Cause} <= set(words.REMARKS)


def test_every_comparator_is_in_the_table_of_words() -> None:
    """The table of the plan's words is whole."""
    words = (DOCS / "words.md").read_text(encoding="utf-8").split("the plan's words | comparator")[1].split("\n\n")[0]

    assert set(re.findall(r"`([a-z_]+)`", words)) == set(get_args(Comparator)) == set(statements.COMPARATORS)


@pytest.mark.parametrize("report", [gap, growth])
def test_every_null_quantity_has_its_reason(shipped: Loaded, report: ModuleType) -> None:
    """No quantity is missing without a reason, and no reason is given for one that is there or foreign."""
    for row in report.data(answer(shipped, EVERYTHING))["rows"]:
        names = {"value", "target_value", "attainment", "gap", "shortfall", "things_per_year"} & set(row)
        quantities = {name: row[name] for name in names} | {name: row["required"][name] for name in SCALES}
        quantities["from_now.linear"] = row["from_now"]["linear"]
        assert {name for name, value in quantities.items() if value is None} == set(row["reasons"])
        assert set(row["reasons"].values()) <= {reason.value for reason in Reason}
        assert (row["status"] == "not_measurable") == (row["reason"] is not None)


def test_words_offered_by_options_are_those_of_the_library() -> None:
    """Options spell their words themselves, so that help need not import the engine."""
    assert get_args(StatusName) == get_args(Status)
    assert get_args(SortName) == get_args(SortKey)
    assert all(TAKEN["method"].how.help.say(language).endswith(f": {', '.join(METHODS)}.") for language in LANGUAGES)


def test_layers_import_downward_only() -> None:
    """The contract in pyproject.toml, type-only imports counted."""
    lint = Path(sys.executable).parent / "lint-imports"

    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_module_names_say_what_they_hold() -> None:
    """No room for leftovers."""
    names = {path.stem for path in (ROOT / "qt_ict").rglob("*.py")}

    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "misc", "core", "base"})


def test_no_suppressions() -> None:
    """Neither linter nor type checker is told to look away in the product."""
    for path in (ROOT / "qt_ict").rglob("*.py"):
        assert not re.search(r"#\s*(noqa|type:\s*ignore|pragma|TODO|FIXME)", path.read_text(encoding="utf-8")), path
