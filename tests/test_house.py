"""The house: what is named once, and what only errors pay for."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = [each for each in sorted((ROOT / "qt_ict").rglob("*.py")) if not each.stem.startswith("__")]

TYPES_NAMED_TWICE: dict[str, str] = {
    "Baseline": "model/figures, report/show",
    "Cause": "engine/attribution, engine/reasons",
    "CellsOf": "report/listing, report/progress",
    "Document": "cli/output, report/document",
    "Drawing": "presentation/svg/drawing, report/plan_report/description",
    "Entry": "model/entry, presentation/svg/legend",
    "Form": "cli/output, presentation/validation",
    "Judged": "engine/verdict, report/judged",
    "Judgement": "engine/attribution, methods/series",
    "Line": "presentation/findings, presentation/html/view, report/chart",
    "Place": "diagnostics/finding, presentation/svg/legend",
    "Row": "engine/attribution, report/page",
    "Said": "model/entry, presentation/html/view",
    "Section": "engine/changes, report/page",
    "Sheet": "loading/sheet, presentation/excel/sheets",
    "Side": "diagnostics/finding, report/methods",
    "Span": "engine/span, presentation/findings",
    "Step": "engine/changes, report/steps",
    "Table": "presentation/html/view, report/export/table",
    "Value": "engine/mixture, engine/values",
}
"""Names of several types, and where they stand: exceptions until they are told apart."""

MODULES_NAMED_TWICE: dict[str, str] = {
    "chart": "cli/chart, presentation/chart, report/chart",
    "content": "report/export/content, report/plan_report/content",
    "diff": "cli/diff, report/diff",
    "document": "presentation/word/document, report/document",
    "explain": "cli/explain, report/explain",
    "figures": "model/figures, report/export/figures, report/plan_report/figures",
    "gap": "cli/gap, report/gap",
    "growth": "cli/growth, report/growth",
    "judging": "cli/judging, engine/judging",
    "methods": "cli/methods, report/methods",
    "page": "presentation/html/page, report/page",
    "path": "cli/path, engine/path, report/path",
    "paths": "presentation/paths, report/plan_report/paths",
    "plan": "cli/plan, model/plan",
    "progress": "cli/progress, engine/progress, report/plan_report/progress, report/progress",
    "show": "cli/show, report/show",
    "targets": "cli/targets, model/targets, report/export/targets, report/plan_report/targets, report/targets",
    "validate": "cli/validate, report/validate",
    "validation": "checks/validation, presentation/validation",
    "versions": "cli/versions, report/versions",
}
"""Names of several modules, and where they stand: exceptions until they are told apart."""

WITHOUT_SEARCH = "import difflib; difflib.get_close_matches = None; from qt_ict.cli import main; main()"
"""``qt-ict`` where a search for the nearest name is a bug."""


def _exit_code(*arguments: str) -> int:
    command = [sys.executable, "-c", WITHOUT_SEARCH, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


@pytest.mark.parametrize("plan", ["data", "examples/vietnam"])
@pytest.mark.parametrize("command", [("gap", "--year", "2015"), ("validate",), ("progress",)], ids=lambda each: each[0])
def test_no_nearest_name_is_looked_for_without_an_error(command: tuple[str, ...], plan: str) -> None:
    """Every search reads all names; typer loads difflib itself, so that a look at the modules would say nothing."""
    assert _exit_code(*command, "--data", plan) in (0, 1)


def test_an_error_looks_for_the_nearest_name() -> None:
    """The test above sees a search."""
    assert _exit_code("gap", "--year", "2015", "--domain", "housholds", "--data", "data") == 3


def _types(module: Path) -> Iterator[str]:
    """The public classes and type aliases that a module declares."""
    for each in ast.parse(module.read_text(encoding="utf-8")).body:
        match each:
            case ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                if re.fullmatch("[A-Z][a-z][A-Za-z0-9]*", name):
                    yield name


def _twice(names: Iterator[str]) -> set[str]:
    return {name for name, times in Counter(names).items() if times > 1}


def test_a_type_s_name_is_used_once() -> None:
    """Who reads a name need not ask which is meant; an exception that is none any more has to go."""
    assert _twice(name for module in MODULES for name in _types(module)) == set(TYPES_NAMED_TWICE)


def test_a_module_s_name_is_used_once() -> None:
    """Who looks for a room finds one."""
    assert _twice(module.stem for module in MODULES) == set(MODULES_NAMED_TWICE)
