"""Several files that take their places together: all of them, or none.

A folder that is not there appears whole, by one rename. In one that is there, where other people may keep
files of their own, every content reaches the disk under another name before the first takes its place;
where one cannot, those that have are put back. What is left to chance is a kill or a power cut in the few
renames of that exchange: each file is then the old or the new one, and the same command mends the rest.
"""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from qt_ict.editing.writing import (
    claim,
    followed,
    link,
    require,
    settle,
    sole_writer_in,
    sync_names,
    target_of,
    write_down,
)
from qt_ict.interrupts import Uninterrupted
from qt_ict.scratch import ScratchFolder


class NotAFolderError(OSError):
    """Something else than a folder stands where one should be written."""


class MixedError(OSError):
    """Some files are new, and the old ones could not be put back."""

    def __init__(self, cause: OSError, kept: Sequence[Path]) -> None:
        super().__init__(cause.errno, cause.strerror, cause.filename)
        self.kept = kept
        """The folders that hold the old ones."""


def write_together(folder: Path, files: Mapping[str, bytes], read: Mapping[str, bytes] | None = None) -> None:
    """Write files into a folder, all of them or none; the folder is made where it is not there.

    Links are followed: the files and folders they lead to are written. Files keep their permissions.

    Args:
        folder: The folder.
        files: What the files in it are to hold, by their names.
        read: What some of them held when they were read; none of them may hold anything else by now.

    Raises:
        NotAFolderError: Something else has its name.
        NotAFileError: Something else than a file has the name of one.
        FileExistsError: Somebody else has just written a file that was not there, or two names lead to one file.
        ChangedMeanwhileError: A file no longer holds what was read.
        BusyError: Another qt-ict is writing into the folder.
        MixedError: Not even the old files could be put back.
        OSError: A file cannot be written, ``filename`` says which. Nothing was changed.
    """
    if folder.is_dir():
        with sole_writer_in(folder):
            _replace(followed(folder), files, read or {})
    elif folder.exists():
        raise NotAFolderError(str(folder))
    else:
        _make(followed(folder), files)


def _make(folder: Path, files: Mapping[str, bytes]) -> None:
    with ExitStack() as stack:
        with _named(folder):
            # The scratch folder is for nobody's eyes, the one in it has the permissions of any other.
            fresh = stack.enter_context(ScratchFolder(folder.parent)) / "new"
            fresh.mkdir()
        for name, content in files.items():
            with _named(folder / name):
                (fresh / name).parent.mkdir(parents=True, exist_ok=True)
                _write(fresh / name, content)
                settle(fresh / name, folder / name)
        for inner in {(fresh / name).parent for name in files}:
            sync_names(inner)
        with _named(folder):
            fresh.rename(folder)
    sync_names(folder.parent)


class _Place(NamedTuple):
    """A file that is about to change."""

    path: Path
    fresh: Path
    """Its new content."""
    before: Path | None
    """The old one; None where there is no such file yet."""

    def take(self) -> None:
        """Put the new content where it belongs."""
        if self.before:
            self.fresh.replace(self.path)
        else:
            claim(self.fresh, self.path)

    def put_back(self) -> None:
        """Put back what was there before."""
        if self.before:
            self.before.replace(self.path)
        else:
            self.path.unlink()


def _replace(folder: Path, files: Mapping[str, bytes], read: Mapping[str, bytes]) -> None:
    with ExitStack() as stack:
        scratches: dict[Path, ScratchFolder] = {}
        places: list[_Place] = []
        for name, content in files.items():
            with _named(folder / name):
                path = target_of(folder / name)
                if any(path == place.path for place in places):
                    # Two links to one file: it can hold the content of one name alone.
                    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
                if path.parent not in scratches:
                    # A link may lead to another file system, where a file can only come from beside.
                    scratch = scratches[path.parent] = ScratchFolder(path.parent)
                    stack.enter_context(scratch)
                places.append(_prepared(path, content, scratches[path.parent].path / str(len(places))))
        with Uninterrupted():
            for name, content in read.items():
                require(folder / name, content)
            _exchange(places, list(scratches.values()))
    for parent in scratches:
        sync_names(parent)


def _prepared(path: Path, content: bytes, fresh: Path) -> _Place:
    """A file whose new content is on the disk beside it, and the old one too."""
    _write(fresh, content)
    settle(fresh, path)
    if not path.exists():
        return _Place(path, fresh, None)
    before = fresh.with_suffix(".before")
    if not link(path, before):
        shutil.copy2(path, before)
    return _Place(path, fresh, before)


def _exchange(places: Sequence[_Place], scratches: Sequence[ScratchFolder]) -> None:
    taken: list[_Place] = []
    try:
        for place in places:
            with _named(place.path):
                place.take()
            taken.append(place)
    except OSError as error:
        _put_back(taken, scratches, error)
        raise


def _put_back(taken: Sequence[_Place], scratches: Sequence[ScratchFolder], cause: OSError) -> None:
    # One that cannot be put back keeps no other from it.
    stuck = [place for place in reversed(taken) if not _is_back(place)]
    if not stuck:
        return
    for scratch in scratches:
        scratch.keep()
    raise MixedError(cause, [scratch.path for scratch in scratches])


def _is_back(place: _Place) -> bool:
    """Put back what was there before; False where that cannot be done either."""
    try:
        place.put_back()
    except OSError:
        return False
    return True


def _write(file: Path, content: bytes) -> None:
    with file.open("xb") as opened:
        write_down(opened, content)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let an error name the file that was to be written, not the one beside it."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise
