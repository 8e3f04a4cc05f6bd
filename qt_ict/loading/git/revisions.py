"""What git knows of a plan: the files touched since a revision, and the plan as it was then."""

import os
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from qt_ict.loading.folder import ROUNDS_FOLDER
from qt_ict.loading.git.calls import Git, printed
from qt_ict.loading.git.refusals import (
    no_commits,
    no_common_history,
    no_revision,
    no_working_tree,
    working_tree_elsewhere,
)
from qt_ict.loading.git.working_tree import pending


def changed_since(folder: Path, revision: str, git: Git | None = None) -> frozenset[Path]:
    """The files of the repository that holds a folder which were touched since a revision.

    Committed since HEAD left the revision's history, staged, changed, deleted or new and not ignored; of a
    renamed file both names.

    Args:
        folder: A folder in the repository; one that does not exist is said by the loader.
        revision: Whatever git takes for a commit: a branch, a tag, a hash, ``HEAD~3``.
        git: What is asked; by default git with all its time.

    Returns:
        Absolute paths, links followed.

    Raises:
        Refusal: There is no git, no repository, no such revision, no history in common; the working tree lies
            elsewhere, the clone is partial; git refuses, or takes too long.
    """
    if not folder.is_dir():
        return frozenset()
    git = git or Git()
    top, own, head = _opened(git, folder)
    base = _left_history(git, folder, revision, head)
    touched = {*_committed(git, folder, base, head), *pending(git, top, own, head)}
    # Unlike Path.resolve, realpath has an answer for links that lead round in a circle.
    return frozenset(Path(os.path.realpath(top / os.fsdecode(name))) for name in touched)


def plan_at(folder: Path, revision: str, git: Git | None = None) -> dict[str, bytes]:
    """The files of a plan's folder as they were when HEAD left a revision's history.

    Args:
        folder: A folder in a repository.
        revision: Whatever git takes for a commit.
        git: What is asked; by default git with all its time.

    Returns:
        The contents of its YAML files by name, behind ``rounds/`` for those of later rounds; nothing where the
        folder was not there yet.

    Raises:
        Refusal: As for ``changed_since``.
    """
    if not folder.is_dir():
        return {}
    git = git or Git()
    repository = _opened(git, folder)
    return _plan_in(git, folder, _left_history(git, folder, revision, repository.head))


def plan_of(folder: Path, revision: str, git: Git | None = None) -> dict[str, bytes]:
    """The files of a plan's folder as a revision has them.

    Args:
        folder: A folder in a repository.
        revision: Whatever git takes for a commit.
        git: What is asked; by default git with all its time.

    Returns:
        As for ``plan_at``.

    Raises:
        Refusal: As for ``changed_since``, but for a history in common, which is not needed.
    """
    if not folder.is_dir():
        return {}
    git = git or Git()
    _opened(git, folder)
    return _plan_in(git, folder, _named(git, folder, revision))


class Commit(NamedTuple):
    """What people know a commit by, and where a folder stands in it."""

    hash: str
    """As short as git makes it."""
    day: date
    """The day it was made."""
    folder: str
    """Path of the folder from the top of the repository on, with a slash at its end; empty at the top."""


def commit_of(folder: Path, revision: str, git: Git | None = None) -> Commit:
    """The commit that a revision names; everything else as for ``plan_of``.

    Raises:
        Refusal: As for ``plan_of``.
    """
    git = git or Git()
    _opened(git, folder)
    asked = ("rev-list", "--no-walk", "--abbrev-commit", "--format=%cs", _named(git, folder, revision))
    head, day = os.fsdecode(git.answer(folder, *asked)).splitlines()
    prefix = _line(git.answer(folder, "rev-parse", "--show-prefix"))
    return Commit(head.removeprefix("commit "), date.fromisoformat(day), prefix)


def _plan_in(git: Git, folder: Path, commit: str) -> dict[str, bytes]:
    """The YAML files of a folder, and of the rounds in it, by name, in a commit."""
    held: dict[str, str] = {}
    for listed in ((), (f"{ROUNDS_FOLDER}/",)):
        held |= _files(git.answer(folder, "ls-tree", "-z", commit, *listed))
    return {name: git.answer(folder, "cat-file", "blob", blob) for name, blob in held.items()}


def _files(listed: bytes) -> dict[str, str]:
    r"""The YAML files among what ``git ls-tree`` lists: each name with the hash of its content.

    >>> _files(b"100644 blob 1f2e\ta.yaml\x00040000 tree 3d4c\tb.yaml\x00100644 blob 5b6a\tc.txt\x00")
    {'a.yaml': '1f2e'}
    """
    held = {}
    for line in _names(listed):
        about, _, name = os.fsdecode(line).partition("\t")
        _, kind, content = about.split(" ")
        if kind == "blob" and name.lower().endswith((".yaml", ".yml")) and _is_plain(name):
            held[name] = content
    return held


def _is_plain(name: str) -> bool:
    """Whether a name is that of a file in the folder or among its rounds; git holds whatever a commit was made of.

    >>> _is_plain("rounds/2012-12-31.yaml"), _is_plain("../../x.yaml")
    (True, False)
    """
    alone = name.removeprefix(f"{ROUNDS_FOLDER}/")
    return Path(alone).name == alone


class _Repository(NamedTuple):
    top: Path
    """The top of its working tree."""
    own: Path
    """Where git keeps what belongs to this working tree."""
    head: str
    """The hash of its last commit."""


def _opened(git: Git, folder: Path) -> _Repository:
    """The repository whose working tree holds a folder.

    Raises:
        Refusal: There is none, it has no commit, or its working tree is not where it is itself.
    """
    done = git.ask(folder, "rev-parse", "--is-inside-work-tree", "--show-toplevel")
    if done.returncode:
        raise no_working_tree(folder, done.returncode, os.fsdecode(done.stderr))
    inside, _, named = _line(done.stdout).partition("\n")
    top, own = Path(named), git.answer(folder, "rev-parse", "--absolute-git-dir")
    if inside != "true" or git.ask(top, "rev-parse", "--absolute-git-dir").stdout != own:
        raise working_tree_elsewhere(folder, top)
    head = _hash(git, folder, "HEAD^{commit}")
    if head is None:
        raise no_commits(folder)
    return _Repository(top, Path(_line(own)), head)


def _line(said: bytes) -> str:
    return os.fsdecode(said.removesuffix(b"\n"))


def _left_history(git: Git, folder: Path, revision: str, head: str) -> str:
    """The last commit that HEAD and a revision have in common."""
    done = git.ask(folder, "merge-base", head, _named(git, folder, revision))
    if done.returncode == _NOTHING_IN_COMMON:
        raise no_common_history(revision)
    return _line(printed(folder, done))


_NOTHING_IN_COMMON = 1


def _named(git: Git, folder: Path, revision: str) -> str:
    """The hash of the commit that a revision names.

    Raises:
        Refusal: There is none of that name.
    """
    named = _commit(git, folder, revision)
    if named is None:
        raise no_revision(revision)
    return named


def _commit(git: Git, folder: Path, revision: str) -> str | None:
    """The hash of the commit that a revision names; None where it names none."""
    named = _hash(git, folder, revision)
    # Asked in two steps, since "^{commit}" would become part of a search such as ":/words".
    return _hash(git, folder, f"{named}^{{commit}}") if named else None


def _hash(git: Git, folder: Path, name: str) -> str | None:
    done = git.ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    found = _line(done.stdout)
    return found if done.returncode == 0 and _HASH.fullmatch(found) else None


_HASH = re.compile("[0-9a-f]{40,64}")


def _committed(git: Git, folder: Path, base: str, head: str) -> list[bytes]:
    """Names that differ between two commits, from the top of the working tree."""
    return _names(git.answer(folder, "diff-tree", "-r", "-z", "--name-only", "--no-renames", base, head))


def _names(listed: bytes) -> list[bytes]:
    return [name for name in listed.split(b"\0") if name]
