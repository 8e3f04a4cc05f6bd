"""From bytes to standard output or a file: all of it or nothing."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text


def write_bytes(file: Path, content: bytes, *, force: bool | None) -> None:
    """Write a whole file or nothing.

    Args:
        file: The file.
        content: Its bytes.
        force: Replace a file that is there; None where the command never does.

    Raises:
        Refusal: The file exists and force is not given, or it cannot be written.
    """
    from qt_ict.editing.writing import NotAFileError, create, replace

    try:
        (replace if force else create)(file, content)
    except FileExistsError:
        raise Refusal(
            Text("tệp {file} đã có, không ghi đè", "the file {file} exists and is not replaced").fill(file=file),
            _OTHER_NAME if force is None else _OTHER_NAME_OR_FORCE,
        ) from None
    except NotAFileError:
        raise Refusal(
            Text("{file} không phải là tệp thường", "{file} is no ordinary file").fill(file=file),
            Text("Chọn tên khác; bỏ -o để in ra màn hình.", "Choose another name; leave out -o to print."),
        ) from None
    except OSError as error:
        raise unwritable(file, error) from None


_OTHER_NAME = Text("Chọn tên khác.", "Choose another name.")
_OTHER_NAME_OR_FORCE = Text("Chọn tên khác, hoặc thêm --force.", "Choose another name, or add --force.")


def unwritable(place: Path, error: OSError) -> Refusal:
    """The refusal of a place where nothing can be written."""
    cause = error.strerror or str(error)
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return Refusal(
        Text("không ghi được {place}: {cause}", "{place} cannot be written: {cause}").fill(place=place, cause=cause),
        Text("Kiểm tra chỗ trống trên đĩa.", "Check the room on the disk.")
        if full
        else Text("Kiểm tra thư mục và quyền ghi.", "Check the folder and its permissions."),
    )


def require_output() -> TextIO:
    """Standard output; a process can be started without it.

    Raises:
        OSError: There is none.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


def print_text(text: str) -> None:
    """Print a text to its end.

    Raises:
        OSError: There is no standard output, or it cannot be written.
        ReaderGone: Its reader has closed it.
    """
    require_output()
    # Written as bytes so that CSV keeps its line ends on every system.
    print_bytes(text.encode(sys.stdout.encoding or "utf-8", "qt_ict.stand_in"))


def print_bytes(content: bytes) -> None:
    """Print bytes to their end.

    Raises:
        OSError: There is no standard output, or it cannot be written.
        ReaderGone: Its reader has closed it.
    """
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.flush()


def say(text: str) -> None:
    """Write to standard error; where nobody hears it, the exit code must do."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()
