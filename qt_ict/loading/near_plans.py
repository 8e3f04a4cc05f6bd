"""Plans around a folder: in it, above it and below it; and what resembles one."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qt_ict.loading.folder import TARGETS_FILE

_NAMES = re.compile(r"(?:plan|indicators|targets|baseline_.*)\.ya?ml(?:\.txt)?", re.IGNORECASE)
"""Names of the files of a plan."""
_DEPTH = 3
"""So many levels down it is looked."""
_MOST_FOLDERS = 300
"""So many folders are looked into at most: a home folder has thousands."""


class NearPlan(NamedTuple):
    """A folder that holds a plan, or something that resembles one."""

    folder: Path
    whole: bool
    """True of one that could be named as a plan."""


def near_plans(here: Path) -> list[NearPlan]:
    """The plans around a folder, the nearest first; what only resembles one last.

    Args:
        here: The folder, which holds no plan that would be found without asking.
    """
    folders = [here, *_above(here), *_below(here, _DEPTH)]
    found = [NearPlan(each, whole) for each in folders for whole in _kinds(each)]
    return sorted(found, key=lambda each: not each.whole)


def _above(here: Path) -> Iterator[Path]:
    """The folders above, each with its folder of data; named as one would type them."""
    up = Path("..")
    for above in here.resolve().parents:
        yield up
        if (above / "data").is_dir():
            yield up / "data"
        up = up / ".."


def _below(here: Path, depth: int) -> Iterator[Path]:
    """The folders below, those of one level before those of the next."""
    level = [here]
    looked = 0
    for _ in range(depth):
        level = [inner for each in level for inner in _folders(each)][: _MOST_FOLDERS - looked]
        looked += len(level)
        yield from level


def _folders(folder: Path) -> list[Path]:
    """The folders in a folder, without hidden ones."""
    try:
        with os.scandir(folder) as found:
            names = sorted(each.name for each in found if each.is_dir() and not each.name.startswith("."))
    except OSError:
        return []
    return [folder / name for name in names]


def _kinds(folder: Path) -> Iterator[bool]:
    """Whether a folder holds a plan (true) or something that resembles one (false); nothing for neither."""
    try:
        with os.scandir(folder) as found:
            names = [each.name for each in found]
    except OSError:
        return
    if TARGETS_FILE in names:
        yield True
    elif any(map(_NAMES.fullmatch, names)):
        yield False
