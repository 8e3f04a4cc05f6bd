"""What the tests share: the shipped plan, copies of it to change, and a way to run commands."""

import gc
import io
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, settings

from qt_ict.cli.run import run
from qt_ict.diagnostics.finding import Finding
from qt_ict.loading import yaml
from qt_ict.loading.folder import Loaded, load
from qt_ict.positions import MarkedText

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
VIETNAM = ROOT / "examples" / "vietnam"
SPELLED_OUT = ROOT / "tests" / "spelled_out"
"""The shipped plan with nothing left to another entry, one key a line."""

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("here")
# The same examples each time, and no search for the smallest: whether a test fails is all that is asked.
settings.register_profile(
    "mutants", settings.get_profile("here"), derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)


def pytest_configure() -> None:
    """Where a shell started the tests in the background, it had Ctrl-C ignored; some of them send it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """What is imported by now stays: nobody looks through it for garbage again and again."""
    gc.collect()
    gc.freeze()


class Result(NamedTuple):
    """What a command line did."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True, scope="session")
def files_of_the_plans_are_parsed_once() -> Iterator[None]:
    """By each parser, wherever a copy of them lies: most tests change one file of a plan and leave the others."""
    texts = {file.read_text(encoding="utf-8") for plan in (DATA, VIETNAM, SPELLED_OUT) for file in plan.rglob("*.yaml")}
    known: dict[tuple[object, ...], tuple[Any, MarkedText]] = {}
    real = yaml.parse

    def parse(
        text: str, file: str, may_be_empty: frozenset[str] = yaml.NO_KEYS
    ) -> tuple[Any, MarkedText, list[Finding]]:
        if text not in texts:
            return real(text, file, may_be_empty)
        key = (yaml.Parser, text, may_be_empty)
        if key not in known:
            data, source, findings = real(text, file, may_be_empty)
            assert not findings
            known[key] = data, source
        data, source = known[key]
        return data, MarkedText(file, source.text, source.marks), []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("qt_ict.loading.folder.parse", parse)
        yield


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
    """A copy of the shipped plan to change, spelled out: one key a line."""
    folder = Path(shutil.copytree(DATA, tmp_path / "plan"))
    return Path(shutil.copytree(SPELLED_OUT, folder, dirs_exist_ok=True))


@pytest.fixture
def revised_nation(tmp_path: Path) -> Path:
    """The national plan as if its decision had replaced the numbers of its scheme: two targets with a revision each."""
    folder = Path(shutil.copytree(VIETNAM, tmp_path / "nation"))
    targets = folder / "targets.yaml"
    text = targets.read_text(encoding="utf-8")
    for year, numbers in ((2015, "40, 45"), (2020, "55, 60")):
        text = re.sub(rf"  internet_users_{year}_decision:\n(?:    .*\n)+", "", text)
        scheme = re.compile(
            rf"(  internet_users_{year}:\n(?:    .*\n)*?)    conflicts_with: .*\n(    source: .*\n)(?:    .*\n)+"
        )
        revision = f"{{document: 32/2012/QĐ-TTg, date: 2012-07-27, comparator: between, value: [{numbers}]}}"
        text = scheme.sub(rf"\g<1>\g<2>    revisions: [{revision}]\n", text)
    targets.write_text(text, encoding="utf-8")
    return folder


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
