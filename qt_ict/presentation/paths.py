"""Files as programs outside know them: below a root, with forward slashes, or as URIs."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote


def repository_root(here: Path, plans: Sequence[Path], workspace: str | None) -> Path:
    """The folder that programs outside count paths from; found without asking git.

    Args:
        here: The current folder.
        plans: The folders of the plans.
        workspace: The folder that a workflow of GitHub counts from; None or empty outside of one.

    Returns:
        That of the workflow; else the top of the repository that holds all plans, of the one around the current
        folder before any other; else the current folder.
    """
    if workspace:
        return Path(workspace)
    tops = (_top(each) for each in (here, *plans))
    return next((top for top in tops if top and all(below(str(plan), top) for plan in plans)), here)


def _top(folder: Path) -> Path | None:
    """The top of the repository that holds a folder; None where none does."""
    start = _absolute(folder)
    return next((each for each in (start, *start.parents) if _has_repository(each)), None)


def _has_repository(folder: Path) -> bool:
    """Whether a folder is the top of a repository, of a second working tree or of a submodule."""
    try:
        return (folder / ".git").is_file() or (folder / ".git" / "HEAD").is_file()
    except OSError:
        # A name too long, or a folder that lets nobody look into it.
        return False


def below(file: str, root: Path) -> str | None:
    """Path of a file from a folder on, with forward slashes; None where the file lies elsewhere.

    Links among the folders of the file are kept, since a repository knows the file by them; the current
    folder, however, has none, so that the root is tried with its own links followed too.

    Args:
        file: Path as the user knows it, from the current folder on.
        root: The folder.
    """
    absolute = _absolute(file)
    # Links are followed only where that may help: a report has thousands of places.
    folder = _absolute(root)
    if not absolute.is_relative_to(folder):
        folder = root.resolve()
    return absolute.relative_to(folder).as_posix() if absolute.is_relative_to(folder) else None


def shown(file: str, root: Path | None) -> str:
    """Path of a file from a root on where it lies below it, else as the user knows it, with forward slashes."""
    return (root and below(file, root)) or Path(file).as_posix()


def relative_uri(path: str) -> str:
    """A relative path as a URI reference.

    >>> relative_uri("kế hoạch/50%.yaml"), relative_uri("a:b,c.yaml")
    ('k%E1%BA%BF%20ho%E1%BA%A1ch/50%25.yaml', 'a%3Ab%2Cc.yaml')
    """
    return quote(os.fsencode(path))


def absolute_uri(file: str) -> str:
    """The ``file:`` URI of a path as the user knows it."""
    return _absolute(file).as_uri()


def _absolute(path: str | Path) -> Path:
    return Path(os.path.normpath(Path(path).absolute()))
