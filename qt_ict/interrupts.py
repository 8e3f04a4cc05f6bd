"""Ctrl-C: the process ends at once and in silence, and nothing is left half done.

An exception would come at any instant, amid an import or a library's own clean-up, where it is printed,
swallowed or turned into another one. So none is raised: what is to be undone is known beforehand, and
what must not be cut short says so. This module is the first to be imported, and imports next to nothing.
"""

import os
import signal
from collections.abc import Callable

INTERRUPTED = 130
"""The exit code that shells expect of a process that Ctrl-C has ended."""

Undoing = Callable[[], None]

_undone: list[Undoing] = []


def end_at_once() -> None:
    """From now on Ctrl-C ends the process; one that was started to ignore it, in the background, still does."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def _end(number: int, frame: object) -> None:
    try:
        for undo in tuple(_undone):
            undo()
    finally:
        os._exit(INTERRUPTED)


def remember(undo: Undoing) -> None:
    """Have something undone before Ctrl-C ends the process."""
    _undone.append(undo)


def forget(undo: Undoing) -> None:
    """What was remembered is undone, or has become right."""
    _undone.remove(undo)


class Uninterrupted:
    """A block that Ctrl-C does not cut short: it waits for the end of the block, then does what it would have done."""

    def __enter__(self) -> None:
        self._came = False
        self._before = signal.getsignal(signal.SIGINT)
        self._waits = callable(self._before) and self._installed()

    def _installed(self) -> bool:
        try:
            signal.signal(signal.SIGINT, self._note)
        except ValueError:
            # Only the main thread is interrupted.
            return False
        return True

    def _note(self, number: int, frame: object) -> None:
        self._came = True

    def __exit__(self, *error: object) -> None:
        if not self._waits:
            return
        signal.signal(signal.SIGINT, self._before)
        if self._came:
            signal.raise_signal(signal.SIGINT)
