"""The house: what is named once, and what only errors pay for."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

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
