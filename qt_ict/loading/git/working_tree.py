"""What the files of a working tree are beside its last commit, asked with none of its repository's settings.

To compare a file, git reads it as its settings say: it may ask a file system monitor, and send the file through a
filter, and both are programs that the settings name. So the question goes to a repository made for it alone, which
has the objects, the index and the working tree of the real one, and of its settings those few that say how files are
read and that name no program.
"""

import os
import shutil
from pathlib import Path

from qt_ict.loading.git.calls import Git, printed
from qt_ict.scratch import ScratchFolder

TAKEN = (
    "core.attributesfile",
    "core.autocrlf",
    "core.bigfilethreshold",
    "core.checkroundtripencoding",
    "core.checkstat",
    "core.eol",
    "core.excludesfile",
    "core.filemode",
    "core.ignorecase",
    "core.longpaths",
    "core.precomposeunicode",
    "core.sparsecheckout",
    "core.sparsecheckoutcone",
    "core.symlinks",
    "core.trustctime",
)
"""The settings that say which files differ, as git lists them."""
_STATUS = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all")
_SHA1 = 40
"""Length of the older of git's two kinds of hashes [digits]."""


def pending(git: Git, top: Path, own: Path, head: str) -> list[bytes]:
    """Names that differ between a commit, the index and the working tree, or are in none but the last.

    Args:
        git: What is asked.
        top: The top of the working tree.
        own: Where its repository keeps what belongs to this working tree.
        head: The hash of its last commit.

    Returns:
        Names from the top on. One that a filter should read counts as soon as its size or time differs, since the
        filter alone could tell more.

    Raises:
        Refusal: Git refuses, or the time is over.
    """
    shared = top / os.fsdecode(git.answer(top, "rev-parse", "--git-common-dir").removesuffix(b"\n"))
    settings = [word for each in _settings(git, top) for word in ("-c", each)]
    with ScratchFolder() as folder:
        _write(folder, own, shared, head)
        environment = {
            "GIT_DIR": str(folder),
            "GIT_WORK_TREE": str(top),
            "GIT_INDEX_FILE": str(own / "index"),
            "GIT_OBJECT_DIRECTORY": str(shared / "objects"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_COUNT": "0",
            "GIT_CONFIG_PARAMETERS": "",
        }
        listed = printed(top, git.ask(top, *settings, *_STATUS, environment=environment))
    # Every name follows two letters of state and a space.
    return [line[3:] for line in listed.split(b"\0") if line]


def _settings(git: Git, top: Path) -> list[str]:
    """The settings taken over, each as an option of git has it."""
    listed = [each.partition("\n") for each in os.fsdecode(git.answer(top, "config", "--list", "-z")).split("\0")]
    # The last one of a name counts; a name alone means true.
    found = {name: f"{name}={value}" if sign else name for name, sign, value in listed if name in TAKEN}
    return [*found.values(), "core.untrackedCache=false"]


def _write(folder: Path, own: Path, shared: Path, head: str) -> None:
    """Write a repository whose last commit is a given one, beside the objects and the index of another.

    Args:
        folder: Where it goes.
        own: What the other one keeps for this working tree.
        shared: What it keeps for all of its working trees.
        head: The hash of the commit.
    """
    (folder / "refs").mkdir()
    (folder / "info").mkdir()
    (folder / "HEAD").write_text(f"{head}\n", encoding="ascii")
    kind = "0" if len(head) == _SHA1 else "1\n[extensions]\n\tobjectFormat = sha256"
    (folder / "config").write_text(f"[core]\n\tbare = false\n\trepositoryFormatVersion = {kind}\n", encoding="ascii")
    parts = (shared / "info" / "exclude", shared / "info" / "attributes", own / "info" / "sparse-checkout")
    for file in parts:
        _copy(file, folder / "info")
    for file in own.glob("sharedindex.*"):
        _copy(file, folder)


def _copy(file: Path, folder: Path) -> None:
    """Copy a file that is one: a pipe of that name would never end."""
    if file.is_file():
        shutil.copyfile(file, folder / file.name)
