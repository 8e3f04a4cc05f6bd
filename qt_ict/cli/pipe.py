"""Standard output that leads into a pipe, a file or nowhere: whoever writes there learns alike how it went.

Libraries print too, a help page or the answer to a shell that completes, each with its own idea of a
reader that has gone or of an output that never was. Below them all stands what is opened here.
"""

import errno
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class ReaderGone(Exception):
    """Nobody reads standard output any more.

    No error of the system, since libraries would make an exit code of their own out of that.
    """


def open_output() -> None:
    """Put standard output on what tells of a reader that has gone; a terminal stays as it is."""
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Nowhere()), encoding="utf-8")
    elif not sys.stdout.isatty():
        pipe = _Pipe(sys.stdout.fileno(), "wb", closefd=False)
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(pipe), sys.stdout.encoding, sys.stdout.errors)


class _Pipe(io.FileIO):
    def write(self, content: "ReadableBuffer", /) -> int:
        try:
            return super().write(content)
        except BrokenPipeError:
            raise ReaderGone from None


class _Nowhere(io.RawIOBase):
    """What a process has that was started without standard output."""

    def writable(self) -> bool:
        return True

    def write(self, content: "ReadableBuffer", /) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
