"""What a fresh machine installs: what qt-ict needs first, the tests' tools only for the tests."""

import re
import shutil
import subprocess
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"^([\w.-]+)==(\S+)(?: ; (.+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
"""A package of a lock file: name, version, on which machines, hashes."""


def pinned(lock: str) -> set[tuple[str, ...]]:
    return set(PINNED.findall((ROOT / lock).read_text(encoding="utf-8")))


def needed(requirements: list[str]) -> set[str]:
    """The names of packages and of all that they need on this machine."""
    found: set[str] = set()
    waiting = [Requirement(each) for each in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            found.add(name)
            waiting += map(Requirement, distribution(name).requires or ())
    return found


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """What make looks at, in a folder where nothing is installed."""
    for name in ("Makefile", "pyproject.toml", "scripts/find_python.sh", *LOCKS):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def planned(folder: Path, target: str) -> str:
    """The commands that make would run."""
    return subprocess.run(
        ["make", "--dry-run", target], cwd=folder, stdout=subprocess.PIPE, text=True, check=True
    ).stdout


@pytest.mark.parametrize("target", ["gap", "validate"])
def test_what_a_newcomer_runs_first_installs_no_tools_of_the_tests(fresh: Path, target: str) -> None:
    """Whoever wants to see the gaps does not wait for a browser's driver."""
    commands = planned(fresh, target)

    assert "-r requirements.txt" in commands
    assert "requirements-dev" not in commands


def test_the_tests_tools_are_added_to_what_is_installed(fresh: Path) -> None:
    """After ``make gap``, ``make test`` makes no new environment."""
    (fresh / ".venv").mkdir()
    (fresh / ".venv" / "installed").touch()

    commands = planned(fresh, "test")

    assert "-r requirements-dev.txt" in commands
    assert "venv --clear" not in commands
    assert "-r requirements.txt" not in commands


def test_nothing_is_installed_twice(fresh: Path) -> None:
    """A second ``make gap`` or ``make test`` only runs."""
    (fresh / ".venv").mkdir()
    for stamp in ("installed", "ready"):
        (fresh / ".venv" / stamp).touch()

    assert "pip" not in planned(fresh, "gap") + planned(fresh, "test")


def test_gap_s_lock_holds_what_qt_ict_needs_and_nothing_else() -> None:
    """Every package more is one to wait for and to trust."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    here = {name for name, _, marker, _ in pinned("requirements.txt") if not marker}

    assert here == needed(project["project"]["dependencies"] + project["dependency-groups"]["build"])


def test_both_locks_name_the_same_versions() -> None:
    """The tests run with what users of ``make gap`` run with."""
    assert pinned("requirements.txt") < pinned("requirements-dev.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_address_and_leave_no_package_without_hash(lock: str) -> None:
    """They are read wherever the packages come from."""
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert len(pinned(lock)) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) > 0
