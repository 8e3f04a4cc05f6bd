"""Folders that last as long as the work in them."""

import os
from pathlib import Path
from shutil import rmtree

from qt_ict.interrupts import forget, remember


class ScratchFolder:
    """A new folder that is gone at the end of the block, and when Ctrl-C ends the process in it.

    Only its owner can look into it.
    """

    def __init__(self, parent: Path | None = None) -> None:
        """Choose its name.

        Args:
            parent: The folder to make it in; that of the system's temporary files by default.
        """
        self.path = (parent or _temporary()) / f".qt-ict.{os.urandom(6).hex()}"
        """Where it is."""
        self._kept = False

    def keep(self) -> None:
        """Leave it for whoever needs what is in it."""
        self._kept = True

    def __enter__(self) -> Path:
        # What is remembered first is never forgotten, whenever Ctrl-C comes.
        remember(self._remove)
        try:
            self.path.mkdir(mode=0o700)
        except OSError:
            forget(self._remove)
            raise
        return self.path

    def __exit__(self, *error: object) -> None:
        self._remove()
        forget(self._remove)

    def _remove(self) -> None:
        if not self._kept:
            rmtree(self.path, ignore_errors=True)


def _temporary() -> Path:
    from tempfile import gettempdir

    return Path(gettempdir())
