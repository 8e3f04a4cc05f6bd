"""The program as a process of its own, and a signal that comes when the process does a named thing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

INTERRUPTED_AT = "QT_ICT_TEST_INTERRUPTED_AT"
SIGNAL = "QT_ICT_TEST_SIGNAL"

_SITE = f"""
import os, signal, sys

event, _, what = os.environ[{INTERRUPTED_AT!r}].partition(" ")
number = int(os.environ[{SIGNAL!r}])

def hook(name, arguments):
    global event
    if name == event and what in str(arguments):
        event = None
        signal.raise_signal(number)

if event == "atexit":
    import atexit
    atexit.register(signal.raise_signal, number)
sys.addaudithook(hook)
"""
"""Imported by the interpreter before any module of ours; its audit hook sees what the process does."""


def environment(**values: str) -> dict[str, str]:
    """What a process finds around it."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "QT_ICT_LANG": "en", "PYTHONDONTWRITEBYTECODE": "1", **values}


def command(*arguments: str, before: str = "") -> list[str]:
    """A command line of the program.

    Args:
        arguments: What stands behind the program's name.
        before: What a shell does first, in the same process.
    """
    program = [sys.executable, "-m", "qt_ict", *arguments]
    return ["sh", "-c", f'{before}; exec "$@"', "sh", *program] if before else program


def run(*arguments: str, before: str = "", **values: str) -> subprocess.CompletedProcess[bytes]:
    """What a process did; ``values`` are added to its environment."""
    return subprocess.run(
        command(*arguments, before=before), env=environment(**values), capture_output=True, check=False
    )


def interrupted(
    site: Path, at: str, *arguments: str, by: signal.Signals = signal.SIGINT, before: str = "", **values: str
) -> subprocess.CompletedProcess[bytes]:
    """What a process did that a signal hit in the midst of something.

    Args:
        site: A folder for what brings that about.
        at: An audit event of Python and a part of its arguments: ``import yaml``, ``os.rename``; or ``atexit``.
        arguments: What stands behind the program's name.
        by: The signal that hits it.
        before: What a shell does first.
        values: What is added to its environment.
    """
    (site / "sitecustomize.py").write_text(_SITE, encoding="utf-8")
    values |= {"PYTHONPATH": f"{site}{os.pathsep}{ROOT}", INTERRUPTED_AT: at, SIGNAL: str(int(by))}
    return run(*arguments, before=before, **values)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, hidden ones too."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
