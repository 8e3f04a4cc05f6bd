"""The house: what is named once, and what only errors pay for."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from qt_ict.cli.app import COMMANDS
from tests.conftest import ROOT

MODULES = [each for each in sorted((ROOT / "qt_ict").rglob("*.py")) if not each.stem.startswith("__")]

ENTRIES_AND_COMMAND = {"targets"}
"""Modules named like a command: the entries of the plan that the command lists."""

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
    """Who reads a name need not ask which is meant."""
    assert _twice(name for module in MODULES for name in _types(module)) == set()


def test_a_module_s_name_is_used_once() -> None:
    """Who looks for a room finds one; a command and its answer share their name, and nothing else does."""
    folders = dict[str, set[str]]()
    for module in MODULES:
        folders.setdefault(module.stem, set()).add(module.parent.name)

    shared = {name: where for name, where in folders.items() if len(where) > 1 and where != {"cli", "report"}}

    assert shared == {name: {"cli", "model", "report"} for name in ENTRIES_AND_COMMAND}
    assert {name for name, where in folders.items() if where == {"cli", "report"}} <= set(COMMANDS)
