"""What the tests share: the shipped plan, copies of it to change, and a way to run commands."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from qt_ict.cli.run import run
from qt_ict.loading.folder import Loaded, load

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("here")


class Result(NamedTuple):
    """What a command line did."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language, no plan and no terminal settings from whoever runs the tests."""
    for name in ("QT_ICT_LANG", "QT_ICT_DATA", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    """The shipped plan."""
    loaded, findings = load(DATA)
    assert not findings
    assert loaded is not None
    return loaded


@pytest.fixture
def plan_copy(tmp_path: Path) -> Path:
    """A copy of the shipped plan to change."""
    return Path(shutil.copytree(DATA, tmp_path / "plan"))


@pytest.fixture
def qt_ict(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command line in this process."""

    def call(*arguments: str, encoding: str = "utf-8") -> Result:
        out, err = io.BytesIO(), io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding, write_through=True))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding, write_through=True))
        code = run(list(arguments))
        return Result(code, out.getvalue().decode(encoding), err.getvalue().decode(encoding))

    return call


def edit(file: Path, old: str, new: str) -> int:
    """Replace the one place where a text stands in a file; the line it stood in, from 1."""
    text = file.read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_bytes(text.replace(old, new).encode())
    return text[: text.index(old)].count("\n") + 1
