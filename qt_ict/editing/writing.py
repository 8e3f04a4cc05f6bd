"""Files written whole or not at all: a power cut, a full disk or a second writer loses nothing.

New content goes to a file of its own in the same folder, reaches the disk, and only then takes the
name. Whatever happens in between, the name leads to the old content or to the new, never to a part.
Ctrl-C waits for the file in hand.
"""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from qt_ict.interrupts import Uninterrupted


class NotAFileError(OSError):
    """Something else than a file stands where one should be written."""


class ChangedMeanwhileError(OSError):
    """The file no longer holds what was read; it was left as it is."""


class BusyError(OSError):
    """Another qt-ict is writing the file at this moment."""


def create(path: Path, content: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        FileExistsError: It is there; of two writers, one is told.
        NotAFileError: A folder, device or pipe stands in its place.
        OSError: It cannot be written.
    """
    path = target_of(path)
    with Uninterrupted(), _written(path, content) as fresh:
        settle(fresh, path)
        claim(fresh, path)
    sync_names(path.parent)


def replace(path: Path, content: bytes) -> None:
    """Write a file, in the place of one that may be there.

    Raises:
        NotAFileError: A folder, device or pipe stands in its place.
        OSError: It cannot be written.
    """
    path = target_of(path)
    with Uninterrupted(), _written(path, content) as fresh:
        settle(fresh, path)
        fresh.replace(path)
    sync_names(path.parent)


def replace_unchanged(path: Path, content: bytes, read: bytes) -> None:
    """Write a file in the place of one whose content was read before.

    What another program writes into the file up to the exchange is noticed and put back. One that exchanges the
    file by a rename of its own in the few microseconds before ours is the only one not noticed.

    Args:
        path: The file; where it is a link, the file it leads to is replaced.
        content: What it is to hold.
        read: What it held when it was read.

    Raises:
        ChangedMeanwhileError: It holds something else by now.
        BusyError: Another qt-ict is writing it.
        OSError: It cannot be written.
    """
    path = target_of(path)
    with Uninterrupted(), _sole_writer(path), _written(path, content) as fresh:
        require(path, read)
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        settle(fresh, path)
        before = fresh.with_name(f"{fresh.name}.before")
        with _kept(path, before) as kept:
            require(before if kept else path, read)
            fresh.replace(path)
            if kept and before.read_bytes() != read:
                # Another program wrote between the look and the exchange: its work goes back.
                before.replace(path)
                raise ChangedMeanwhileError(str(path))
    sync_names(path.parent)


def target_of(path: Path) -> Path:
    """The file that a name leads to, through links; it need not be there.

    Raises:
        NotAFileError: A folder, device or pipe stands in its place.
        OSError: Links lead in a circle.
    """
    # Asked before links are followed: /dev/stdout leads to a pipe, which has no name of its own.
    if path.exists() and not path.is_file():
        raise NotAFileError(str(path))
    return followed(path)


def followed(path: Path) -> Path:
    """Where a name leads to, through links; nothing need be there.

    Raises:
        OSError: Links lead in a circle.
    """
    try:
        return path.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None


def require(path: Path, read: bytes) -> None:
    """Hold a file against what was read of it.

    Raises:
        ChangedMeanwhileError: It holds something else by now.
    """
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        raise ChangedMeanwhileError(str(path)) from None
    if found != read:
        raise ChangedMeanwhileError(str(path))


@contextmanager
def _written(path: Path, content: bytes) -> Iterator[Path]:
    """A file beside the path that holds the content on disk; gone at the end."""
    # A name may fill what a folder allows (255 bytes) and has to grow here.
    start = path.name.encode("utf-8", "surrogateescape")[:200].decode("utf-8", "ignore")
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{start}.", suffix=".tmp")
    fresh = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            write_down(file, content)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def write_down(file: BinaryIO, content: bytes) -> None:
    """Write into an open file until it is on the disk.

    Raises:
        OSError: It cannot be written.
    """
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def claim(fresh: Path, path: Path) -> None:
    """Give a fresh file a name that nobody has taken; its old name may stay.

    Raises:
        FileExistsError: Somebody has taken it.
        OSError: It cannot be given.
    """
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: claim the name first.
        path.open("x").close()
        try:
            fresh.replace(path)
        except OSError:
            path.unlink()
            raise


def settle(fresh: Path, path: Path) -> None:
    """Give a fresh file the permissions of the one it replaces."""
    if not path.exists():
        fresh.chmod(0o644)
        return
    old = path.stat()
    if hasattr(os, "chown"):
        # Only an administrator can keep another owner; a group of one's own can be kept by anyone.
        with suppress(OSError):
            os.chown(fresh, -1, old.st_gid)
    fresh.chmod(old.st_mode & 0o7777)


@contextmanager
def _kept(path: Path, before: Path) -> Iterator[bool]:
    """A second name for what the path leads to; False on a file system without hard links."""
    if not link(path, before):
        yield False
        return
    try:
        yield True
    finally:
        before.unlink(missing_ok=True)


def link(path: Path, before: Path) -> bool:
    """Give a file a second name; False where the file system has no hard links.

    Raises:
        OSError: It cannot be given for another reason.
    """
    try:
        os.link(path, before)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return False
    return True


_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL)


def sync_names(folder: Path) -> None:
    """Let the names in a folder reach the disk, where the system can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _sole_writer(path: Path) -> Iterator[None]:
    """Keep other writers of the same file away; the system lets go when the process ends, however it ends."""
    name = path.with_name(f".{path.name}.lock")
    descriptor = os.open(name, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        # On a file system without locks the look at the content must do.
        _lock_for(descriptor, path)
        if not _leads_to(name, descriptor):
            # Its last holder took the name away between the opening and the lock.
            raise BusyError(str(path))
        try:
            yield
        finally:
            with suppress(OSError):
                name.unlink()
    finally:
        os.close(descriptor)


@contextmanager
def sole_writer_in(folder: Path) -> Iterator[None]:
    """Keep others who write several files at once out of a folder, where the system can lock one.

    Raises:
        BusyError: Another qt-ict is writing into it.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        _lock_for(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _lock_for(descriptor: int, path: Path) -> None:
    """Lock what is open.

    Raises:
        BusyError: Somebody else has.
    """
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise BusyError(str(path)) from None


_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EBADF)
"""What a system says that cannot lock; a network's may lock no folder, since none is open for writing."""


def _leads_to(name: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(name.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
