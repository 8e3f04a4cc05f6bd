"""What git knows of a plan: the files touched since a revision, and the plan as it was then."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.loading.folder import ROUNDS_FOLDER

_PINNED = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_PREFIX",
    "LANGUAGE",
)
"""What hooks of git set, and would make git look elsewhere than in the folder; and the language of its messages."""


def changed_since(folder: Path, revision: str) -> frozenset[Path]:
    """The files of the repository that holds a folder which were touched since a revision.

    Committed since HEAD left the revision's history, staged, changed, deleted or new and not ignored; of a
    renamed file both names.

    Args:
        folder: A folder in the repository; one that does not exist is said by the loader.
        revision: Whatever git takes for a commit: a branch, a tag, a hash, ``HEAD~3``.

    Returns:
        Absolute paths, links followed.

    Raises:
        Refusal: There is no git, no repository, no such revision, no history in common, or git refuses.
    """
    if not folder.is_dir():
        return frozenset()
    top = _top(folder)
    base = _left_history(folder, revision)
    touched = {*_committed(folder, base), *_pending(folder)}
    # Unlike Path.resolve, realpath has an answer for links that lead round in a circle.
    return frozenset(Path(os.path.realpath(top / os.fsdecode(name))) for name in touched)


def plan_at(folder: Path, revision: str) -> dict[str, bytes]:
    """The files of a plan's folder as they were when HEAD left a revision's history.

    Args:
        folder: A folder in a repository.
        revision: Whatever git takes for a commit.

    Returns:
        The contents of its YAML files by name, behind ``rounds/`` for those of later rounds; nothing where the
        folder was not there yet.

    Raises:
        Refusal: As for ``changed_since``.
    """
    if not folder.is_dir():
        return {}
    _top(folder)
    return _plan_in(folder, _left_history(folder, revision))


def plan_of(folder: Path, revision: str) -> dict[str, bytes]:
    """The files of a plan's folder as a revision has them.

    Args:
        folder: A folder in a repository.
        revision: Whatever git takes for a commit.

    Returns:
        As for ``plan_at``.

    Raises:
        Refusal: As for ``changed_since``, but for a history in common, which is not needed.
    """
    if not folder.is_dir():
        return {}
    _top(folder)
    return _plan_in(folder, _named(folder, revision))


class Commit(NamedTuple):
    """What people know a commit by, and where a folder stands in it."""

    hash: str
    """As short as git makes it."""
    day: date
    """The day it was made."""
    folder: str
    """Path of the folder from the top of the repository on, with a slash at its end; empty at the top."""


def commit_of(folder: Path, revision: str) -> Commit:
    """The commit that a revision names; everything else as for ``plan_of``.

    Raises:
        Refusal: As for ``plan_of``.
    """
    _top(folder)
    asked = ("rev-list", "--no-walk", "--abbrev-commit", "--format=%cs", _named(folder, revision))
    head, day = os.fsdecode(_answer(folder, _git(folder, *asked))).splitlines()
    prefix = os.fsdecode(_answer(folder, _git(folder, "rev-parse", "--show-prefix")))
    return Commit(head.removeprefix("commit "), date.fromisoformat(day), prefix.removesuffix("\n"))


def _plan_in(folder: Path, commit: str) -> dict[str, bytes]:
    """The YAML files of a folder, and of the rounds in it, by name, in a commit."""
    names = []
    for listed in ((), (f"{ROUNDS_FOLDER}/",)):
        there = _names(_answer(folder, _git(folder, "ls-tree", "-z", "--name-only", commit, *listed)))
        names += [os.fsdecode(name) for name in there if name.lower().endswith((b".yaml", b".yml"))]
    return {name: _answer(folder, _git(folder, "show", f"{commit}:./{name}")) for name in names}


def _top(folder: Path) -> Path:
    """The top of the working tree that holds a folder."""
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise _no_working_tree(folder, done)
    return Path(os.fsdecode(done.stdout.removesuffix(b"\n")))


def _left_history(folder: Path, revision: str) -> str:
    """The last commit that HEAD and a revision have in common."""
    done = _git(folder, "merge-base", "HEAD", _named(folder, revision))
    if done.returncode == _NOTHING_IN_COMMON:
        raise _no_common_history(revision)
    return os.fsdecode(_answer(folder, done)).strip()


_NOTHING_IN_COMMON = 1


def _named(folder: Path, revision: str) -> str:
    """The hash of the commit that a revision names.

    Raises:
        Refusal: There is no commit yet, or none of that name.
    """
    if _commit(folder, "HEAD") is None:
        raise _no_commits(folder)
    named = _commit(folder, revision)
    if named is None:
        raise _no_revision(revision)
    return named


def _commit(folder: Path, revision: str) -> str | None:
    """The hash of the commit that a revision names; None where it names none."""
    named = _hash(folder, revision)
    # Asked in two steps, since "^{commit}" would become part of a search such as ":/words".
    return _hash(folder, f"{named}^{{commit}}") if named else None


def _hash(folder: Path, name: str) -> str | None:
    done = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    found = os.fsdecode(done.stdout).strip()
    return found if done.returncode == 0 and _HASH.fullmatch(found) else None


_HASH = re.compile("[0-9a-f]{40,64}")


def _committed(folder: Path, base: str) -> list[bytes]:
    """Names that differ between a commit and HEAD, from the top of the working tree."""
    done = _git(folder, "diff-tree", "-r", "-z", "--name-only", "--no-renames", base, "HEAD")
    return _names(_answer(folder, done))


def _pending(folder: Path) -> Iterator[bytes]:
    """Names that differ between HEAD, the index and the working tree, or are in none but the last."""
    done = _git(folder, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
    # Every name follows two letters of state and a space.
    return (line[3:] for line in _names(_answer(folder, done)))


def _names(listed: bytes) -> list[bytes]:
    return [name for name in listed.split(b"\0") if name]


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Git's answer to a question about the repository that holds a folder.

    Raises:
        Refusal: It cannot be started.
    """
    line = ["git", "-C", str(folder), "-c", "core.quotepath=off", *arguments]
    try:
        return subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, check=False, env=_env(os.environ))
    except OSError as error:
        raise _no_git(error) from None


def _env(given: Mapping[str, str]) -> dict[str, str]:
    """The environment for git: its messages in English, no lock on the index, no question asked."""
    kept = {name: value for name, value in given.items() if name not in _PINNED}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _answer(folder: Path, done: subprocess.CompletedProcess[bytes]) -> bytes:
    """What git printed.

    Raises:
        Refusal: It answered with an error.
    """
    if done.returncode:
        raise _refused(folder, done)
    return done.stdout


def _no_git(error: OSError) -> Refusal:
    cause = error.strerror or str(error)
    return Refusal(
        Text(
            "cần git để xem phiên bản trước, nhưng không chạy được git: {cause}",
            "an earlier version is read by git, which fails: {cause}",
        ).fill(cause=cause),
        Text("Cài git, hoặc không hỏi đến phiên bản trước.", "Install git, or ask for no earlier version."),
    )


def _no_working_tree(folder: Path, done: subprocess.CompletedProcess[bytes]) -> Refusal:
    said = os.fsdecode(done.stderr)
    if "dubious ownership" in said or "unsafe repository" in said:
        return _of_another_owner(folder, said)
    if "not a git repository" not in said:
        return _refused(folder, done)
    return Refusal(
        Text("{folder} không nằm trong kho git nào", "{folder} is in no git repository").fill(folder=folder),
        Text(
            "Chạy trong bản sao (clone) của kho git, hoặc không hỏi đến phiên bản trước.",
            "Run it in a clone of the repository, or ask for no earlier version.",
        ),
    )


def _of_another_owner(folder: Path, said: str) -> Refusal:
    found = re.search(r"safe\.directory (.+)", said)
    trust = f"git config --global --add safe.directory {found.group(1) if found else folder.resolve()}"
    return Refusal(
        Text(
            "git không mở kho chứa {folder} vì kho thuộc người dùng khác",
            "git does not open the repository of {folder}, which belongs to another user",
        ).fill(folder=folder),
        Text("Nếu tin kho này, chạy: {trust}", "If you trust it, run: {trust}").fill(trust=trust),
    )


def _no_commits(folder: Path) -> Refusal:
    return Refusal(
        Text("kho git chứa {folder} chưa có commit nào", "the git repository of {folder} has no commit yet").fill(
            folder=folder
        ),
        Text(
            "Commit lần đầu, hoặc không hỏi đến phiên bản trước.",
            "Commit something first, or ask for no earlier version.",
        ),
    )


def _no_revision(revision: str) -> Refusal:
    return Refusal(
        Text("git không có phiên bản nào là “{revision}”", "git knows no revision “{revision}”").fill(
            revision=revision
        ),
        Text(
            "Xem các tên: git branch --all, git tag. Trong CI, nhánh main tên là origin/main và cần tải toàn bộ "
            "lịch sử (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0).",
            "See the names: git branch --all, git tag. In CI the branch main is called origin/main, and the whole "
            "history must be fetched (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0).",
        ),
    )


def _no_common_history(revision: str) -> Refusal:
    return Refusal(
        Text("{revision} và HEAD không có lịch sử chung", "{revision} and HEAD have no history in common").fill(
            revision=revision
        ),
        Text(
            "Có lẽ bản sao thiếu lịch sử; tải thêm: git fetch --unshallow (GitHub: fetch-depth: 0; GitLab: "
            "GIT_DEPTH: 0).",
            "Probably the clone is shallow; fetch more: git fetch --unshallow (GitHub: fetch-depth: 0; GitLab: "
            "GIT_DEPTH: 0).",
        ),
    )


def _refused(folder: Path, done: subprocess.CompletedProcess[bytes]) -> Refusal:
    said = os.fsdecode(done.stderr).strip().splitlines()
    cause = next((line for line in said if line.startswith("fatal: ")), said[-1] if said else f"{done.returncode}")
    return Refusal(
        Text("git báo lỗi ở {folder}: {cause}", "git answers with an error in {folder}: {cause}").fill(
            folder=folder, cause=cause
        ),
        Text("Chạy git status trong {folder} và sửa lỗi đó.", "Run git status in {folder} and mend what it says.").fill(
            folder=folder
        ),
    )
