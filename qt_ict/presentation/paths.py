"""Files as programs outside know them: below a root, with forward slashes, or as URIs."""

import os
from pathlib import Path
from urllib.parse import quote


def below(file: str, root: Path) -> str | None:
    """Path of a file from a folder on, with forward slashes; None where the file lies elsewhere.

    Links among the folders of the file are kept, since a repository knows the file by them; the current
    folder, however, has none, so that the root is tried with its own links followed too.

    Args:
        file: Path as the user knows it, from the current folder on.
        root: The folder.
    """
    absolute = _absolute(file)
    for folder in (_absolute(root), root.resolve()):
        if absolute.is_relative_to(folder):
            return absolute.relative_to(folder).as_posix()
    return None


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
