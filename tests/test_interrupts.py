"""Ctrl-C: 130 and silence whenever it comes, and nothing half done behind it."""

import signal
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from qt_ict.interrupts import Uninterrupted
from qt_ict.scratch import ScratchFolder
from tests.processes import command, contents, environment, interrupted, run
from tests.test_changed_since import own_git, repository

__all__ = ["own_git", "repository"]

Interrupted = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def interrupted_at(tmp_path_factory: pytest.TempPathFactory) -> Interrupted:
    """Run a command that is interrupted in the midst of something."""
    site = tmp_path_factory.mktemp("site")
    return lambda at, *arguments, **settings: interrupted(site, at, *arguments, **settings)


@pytest.mark.parametrize(
    "at",
    [
        "import qt_ict.cli.run",
        "import typer",
        "import datetime",
        "import pydantic_core",
        "import yaml",
        "import qt_ict.report.gap",
        "open targets.yaml",
    ],
)
def test_an_interrupt_is_silent_whenever_it_comes(interrupted_at: Interrupted, at: str) -> None:
    """Most of a short run is spent on imports, where an exception would end in a traceback or in nothing."""
    done = interrupted_at(at, "gap")

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize("command", [("--help",), ("chart", "tv")])
def test_every_command_ends_alike(interrupted_at: Interrupted, command: tuple[str, ...]) -> None:
    """What typer answers by itself too."""
    done = interrupted_at("import typer", *command)

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_what_is_done_is_not_undone(interrupted_at: Interrupted) -> None:
    """After the answer nothing is left that could be interrupted."""
    done = interrupted_at("atexit", "--version")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"qt-ict ")


def test_in_the_background_of_a_script_an_interrupt_is_ignored(interrupted_at: Interrupted) -> None:
    """A shell starts such a process so that Ctrl-C meant for another does not reach it."""
    done = interrupted_at("import yaml", "gap", before='trap "" INT')

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_an_interrupt_amid_a_long_answer_ends_it() -> None:
    """Pressed while a pager shows the first page; the pipe holds less than the whole."""
    with subprocess.Popen(
        command("show", "--format", "json"), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"{"
        process.send_signal(signal.SIGINT)
        process.stdout.close()
        assert process.stderr is not None
        said = process.stderr.read()

    assert (process.returncode, said) == (130, b"")


@pytest.fixture
def older(tmp_path: Path, qt_ict: Callable[..., object]) -> Path:
    """A package whose every file says something else than today's, beside a file of somebody else."""
    folder = tmp_path / "package"
    qt_ict("export", str(folder))
    for file in folder.iterdir():
        file.write_bytes(b"old " + file.read_bytes())
    (folder / "README").write_bytes(b"mine")
    return folder


@pytest.mark.parametrize(
    ("at", "new"),
    [
        ("os.mkdir .qt-ict.", False),
        ("open .qt-ict.", False),
        ("os.chmod .qt-ict.", False),
        ("os.link .qt-ict.", False),
        ("os.rename .qt-ict.", True),
        ("shutil.rmtree .qt-ict.", True),
    ],
)
def test_an_interrupt_leaves_a_folder_old_or_new(interrupted_at: Interrupted, older: Path, at: str, new: bool) -> None:
    """Nothing is left of what was prepared; once the first file has changed, all do."""
    old = contents(older)

    done = interrupted_at(at, "export", str(older), "--force")

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert contents(older) == {name: content.removeprefix(b"old ") if new else content for name, content in old.items()}
    assert len(list(older.iterdir())) == len(old)


def test_a_kill_amid_the_exchange_leaves_whole_files(interrupted_at: Interrupted, older: Path) -> None:
    """Each is the old or the new one; the same command mends the rest."""
    old = contents(older)
    new = {name: content.removeprefix(b"old ") for name, content in old.items()}

    done = interrupted_at("os.rename /figures.csv", "export", str(older), "--force", by=signal.SIGKILL)
    left = {file.name: file.read_bytes() for file in older.iterdir() if file.is_file()}
    again = run("export", str(older), "--force")
    mended = {file.name: file.read_bytes() for file in older.iterdir() if file.is_file()}

    assert (done.returncode, again.returncode) == (-signal.SIGKILL, 0)
    assert left not in (old, new)
    assert all(content in (old[name], new[name]) for name, content in left.items())
    assert mended == new


@pytest.mark.parametrize("at", ["os.mkdir .qt-ict.", "open .qt-ict.", "os.rename .qt-ict."])
def test_an_interrupt_leaves_a_whole_new_folder_or_none(interrupted_at: Interrupted, tmp_path: Path, at: str) -> None:
    """It never appears with a part of its files."""
    done = interrupted_at(at, "export", str(tmp_path / "package"))

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", ["open .gap.json.", "os.chmod .gap.json.", "os.rename .gap.json."])
def test_an_interrupt_waits_for_the_file_in_hand(interrupted_at: Interrupted, tmp_path: Path, at: str) -> None:
    """A write takes an instant; a temporary file would stay for ever."""
    (tmp_path / "gap.json").write_bytes(b"old")

    done = interrupted_at(at, "gap", "-o", str(tmp_path / "gap.json"), "--force")

    assert (done.returncode, done.stderr) == (130, b"")
    assert contents(tmp_path)["gap.json"].startswith(b"{")
    assert [*contents(tmp_path)] == ["gap.json"]


@pytest.mark.parametrize("at", ["open .qt-ict.", "subprocess.Popen git", "shutil.rmtree .qt-ict."])
@pytest.mark.parametrize("line", ["validate {plan} --changed-since HEAD", "diff HEAD {plan} --data {plan}"])
def test_an_interrupt_leaves_nothing_of_an_earlier_version(
    interrupted_at: Interrupted, repository: Path, tmp_path: Path, at: str, line: str
) -> None:
    """Its files lie in a folder of their own while they are read."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    arguments = [word.format(plan=repository / "data") for word in line.split()]

    done = interrupted_at(at, *arguments, TMPDIR=str(temporary))

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert list(temporary.iterdir()) == []


def test_a_library_leaves_interrupts_to_its_user() -> None:
    """Whoever imports qt_ict has exceptions as ever, which wait for the end of what must be whole."""
    done = []

    with pytest.raises(KeyboardInterrupt), Uninterrupted():
        signal.raise_signal(signal.SIGINT)
        done.append("whole")

    assert done == ["whole"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_blocks_that_are_not_cut_short_stand_in_one_another() -> None:
    """The interrupt waits for the outermost."""
    done = []

    with pytest.raises(KeyboardInterrupt), Uninterrupted():
        with Uninterrupted():
            signal.raise_signal(signal.SIGINT)
        done.append("whole")

    assert done == ["whole"]


def test_in_another_thread_nothing_need_wait() -> None:
    """Interrupts reach the main thread alone."""
    done = []

    def work() -> None:
        with Uninterrupted():
            done.append("whole")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert done == ["whole"]


def test_a_scratch_folder_is_its_owner_s_alone(tmp_path: Path) -> None:
    """What is prepared in it may be private; it is gone afterwards, whatever is in it."""
    with ScratchFolder(tmp_path) as folder:
        (folder / "rounds").mkdir()
        (folder / "rounds" / "a.yaml").touch()
        assert folder.stat().st_mode & 0o777 == 0o700
        assert folder.parent == tmp_path

    assert list(tmp_path.iterdir()) == []
