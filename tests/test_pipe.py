"""Standard output that nobody reads, that is full, or that is not there."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.processes import command, environment, run

PRINTING = [
    ("show",),
    ("--help",),
    (),
    ("--version",),
    ("gap", "--help"),
    ("round", "--help"),
    ("--show-completion", "bash"),
]
"""What qt-ict prints itself, and what typer prints for it."""
COMPLETION = {"_QT_ICT_COMPLETE": "complete_bash", "COMP_WORDS": "qt-ict ga", "COMP_CWORD": "1"}
NOT_WRITTEN = "qt-ict: the output cannot be written: {}\n  = Check where it goes.\n"


def without_reader(*arguments: str, **values: str) -> tuple[int, bytes]:
    """The exit code and standard error of a command whose reader has gone before it begins."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command(*arguments), env=environment(**values), stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    return done.returncode, done.stderr


@pytest.mark.parametrize("arguments", PRINTING)
def test_a_closed_pipe_is_no_error(arguments: tuple[str, ...]) -> None:
    """``qt-ict gap | head -1`` ends quietly."""
    assert without_reader(*arguments) == (0, b"")


@pytest.mark.parametrize("arguments", PRINTING)
def test_an_output_that_is_not_there_is_said(arguments: tuple[str, ...]) -> None:
    """Nothing was written: that is no success."""
    done = run(*arguments, before="exec >&-")

    assert (done.returncode, done.stderr.decode()) == (2, NOT_WRITTEN.format("Bad file descriptor"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", PRINTING[:2])
def test_a_full_disk_is_said(arguments: tuple[str, ...]) -> None:
    """Half a table must not look whole."""
    done = run(*arguments, before="exec >/dev/full")

    assert (done.returncode, done.stderr.decode()) == (2, NOT_WRITTEN.format("No space left on device"))


def test_a_shell_that_completes_gets_the_same_codes() -> None:
    """Its question is answered before any command is."""
    closed = run(before="exec >&-", **COMPLETION)

    assert without_reader(**COMPLETION) == (0, b"")
    assert (closed.returncode, closed.stderr.decode()) == (2, NOT_WRITTEN.format("Bad file descriptor"))


def test_a_file_is_written_without_standard_output(tmp_path: Path) -> None:
    """A service has none, and needs none."""
    done = run("gap", "-o", str(tmp_path / "gap.json"), before="exec >&-")

    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "gap.json").read_bytes().startswith(b"{")


def test_a_file_that_a_shell_opened_to_append_to_is_appended_to(tmp_path: Path) -> None:
    """What stands in it stays, whatever kind of stream is put upon it."""
    log = tmp_path / "log"
    log.write_bytes(b"before\n")

    run("--version", before=f"exec >>{log}")

    assert log.read_bytes().startswith(b"before\nqt-ict ")


@pytest.mark.parametrize("closed", ["exec 2>/dev/full", "exec 2>&-", "exec >&- 2>&-", "exec <&- >&- 2>&-"])
def test_a_message_nobody_hears_leaves_the_exit_code(closed: str) -> None:
    """Standard error may be full or closed."""
    done = run("gap", "--data", "/nowhere", before=closed)

    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")
