"""Calls of git: none runs a program that a repository's settings name, and all together end within a limit."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from time import monotonic

from qt_ict.loading.git.refusals import no_git, refused, too_slow

LIMIT = 20
"""How long all calls of one command may take together [s]; those of an ordinary repository take a tenth of one."""
Done = subprocess.CompletedProcess[bytes]
"""Exit code, output and messages of a call that came to its end."""
_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_", "GIT_EXEC_PATH", "GIT_TEST_")
"""What the environment may tell git: its own settings, and how far to look for a repository.

Everything else of git's, as its hooks set it, would make it look elsewhere than in the folder.
"""
_SETTINGS = (
    # What would run while the index is read, or behind it.
    "core.fsmonitor=",
    f"core.hooksPath={os.devnull}",
    # A folder that looks like a repository's inside, with settings of its own, is none.
    "safe.bareRepository=explicit",
    "core.quotePath=off",
)


class Git:
    """Git, and the time that it may still take."""

    def __init__(self, limit: float = LIMIT) -> None:
        self.limit = limit
        """How long all calls may take together [s]."""
        self.left = limit
        """What is left of it [s]; only what is spent in calls counts."""

    def ask(self, folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Done:
        """Call git in a folder and wait for its answer.

        Args:
            folder: Where it is called.
            arguments: What it is asked; a command that neither checks out nor writes.
            environment: What the call finds set beside what every call does.

        Raises:
            Refusal: It cannot be started, or the time is over; nothing of it runs on then.
        """
        line = ["git", "--no-pager", "-C", str(folder), *_pairs(_SETTINGS), *arguments]
        started = monotonic()
        try:
            return _run(line, {**_environment(os.environ), **(environment or {})}, self.left)
        except subprocess.TimeoutExpired:
            raise too_slow(folder, Decimal(f"{self.limit:g}")) from None
        except OSError as error:
            raise no_git(error) from None
        finally:
            self.left -= monotonic() - started

    def answer(self, folder: Path, *arguments: str) -> bytes:
        """What git prints.

        Args:
            folder: As for ``ask``.
            arguments: As for ``ask``.

        Raises:
            Refusal: As for ``ask``; or it answers with an error.
        """
        return printed(folder, self.ask(folder, *arguments))


def printed(folder: Path, answer: Done) -> bytes:
    """What git printed.

    Raises:
        Refusal: It answered with an error.
    """
    if answer.returncode:
        raise refused(folder, answer.returncode, os.fsdecode(answer.stderr))
    return answer.stdout


def _pairs(settings: tuple[str, ...]) -> list[str]:
    return [word for each in settings for word in ("-c", each)]


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """The environment of every call: messages in English, no lock on the index, no question, no network."""
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    kept.pop("LANGUAGE", None)
    return {
        **kept,
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        # What a partial clone lacks is not fetched behind the user's back, by whatever program it names for that;
        # the second keeps those versions of git from it that do not know the first.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
    }


def _run(line: list[str], environment: Mapping[str, str], seconds: float) -> Done:
    """Run a program to its end, or end it and everything that it has started.

    Raises:
        OSError: It cannot be started.
        TimeoutExpired: It is not done in time.
    """
    with subprocess.Popen(
        line,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            out, said = process.communicate(timeout=max(seconds, 0))
        except BaseException:
            # An interrupt too: in its session of its own the program does not hear it.
            _end(process)
            process.wait()
            raise
    return subprocess.CompletedProcess(line, process.returncode, out, said)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program and, where the system has groups of them, those that it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        # The group may be gone by now; some systems then say that it is not ours.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
