"""Several files that take their places together: all of them, or none."""

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qt_ict.editing.exchange import MixedError, NotAFolderError, write_together
from qt_ict.editing.writing import BusyError, NotAFileError
from tests.conftest import Result
from tests.processes import contents, run
from tests.test_editing import read_only

__all__ = ["read_only"]

Run = Callable[..., Result]

NEW = {"a.csv": b"new a", "b.csv": b"new b", "c.csv": b"new c"}
OLD = {name: content.replace(b"new", b"old") for name, content in NEW.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with old files, one of somebody else among them."""
    path = tmp_path / "package"
    path.mkdir()
    for name, content in OLD.items():
        (path / name).write_bytes(content)
    (path / "README").write_bytes(b"mine")
    return path


def test_files_take_their_places_among_others(folder: Path) -> None:
    """What is not named stays, folders and files that no longer belong too."""
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.csv").write_bytes(b"draft")

    write_together(folder, NEW | {"d.csv": b"new d"})

    assert contents(folder) == NEW | {"d.csv": b"new d", "README": b"mine", "drafts/a.csv": b"draft"}


def test_a_folder_that_is_not_there_is_made_like_any_other(tmp_path: Path) -> None:
    """With the permissions that the user's other folders have."""
    (tmp_path / "other").mkdir()

    write_together(tmp_path / "package", NEW)

    assert contents(tmp_path) == {f"package/{name}": content for name, content in NEW.items()}
    assert (tmp_path / "package").stat().st_mode == (tmp_path / "other").stat().st_mode
    assert (tmp_path / "package" / "a.csv").stat().st_mode & 0o777 == 0o644
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other", "package"]


def test_permissions_stay(folder: Path) -> None:
    """Who could read a file can read it still."""
    (folder / "a.csv").chmod(0o600)
    (folder / "b.csv").chmod(0o664)
    folder.chmod(0o750)

    write_together(folder, NEW)

    assert [each.stat().st_mode & 0o777 for each in (folder / "a.csv", folder / "b.csv", folder)] == [
        0o600,
        0o664,
        0o750,
    ]


@pytest.mark.parametrize("there", [True, False])
def test_links_are_followed(folder: Path, tmp_path: Path, there: bool) -> None:
    """A folder that is a link, a file in it that leads elsewhere, though nothing may be there yet."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "a.csv").unlink()
    (folder / "a.csv").symlink_to(elsewhere / "real.csv")
    if there:
        (elsewhere / "real.csv").write_bytes(b"old")
    (tmp_path / "link").symlink_to(folder)

    write_together(tmp_path / "link", NEW)

    assert (tmp_path / "link").is_symlink()
    assert (folder / "a.csv").is_symlink()
    assert contents(elsewhere) == {"real.csv": b"new a"}
    assert contents(folder) == NEW | {"README": b"mine"}


def test_two_names_of_one_file_are_an_error(folder: Path) -> None:
    """It can hold the content of one of them alone."""
    (folder / "c.csv").unlink()
    (folder / "c.csv").symlink_to("a.csv")

    with pytest.raises(FileExistsError) as error:
        write_together(folder, NEW)

    assert error.value.filename == str(folder / "c.csv")
    assert (folder / "a.csv").read_bytes() == b"old a"


def test_what_stands_in_the_way_is_an_error(folder: Path, tmp_path: Path) -> None:
    """A folder is no file, a file no folder, a circle of links neither; nothing changes."""
    (folder / "c.csv").unlink()
    (folder / "c.csv").mkdir()
    (tmp_path / "loop").symlink_to("loop")

    with pytest.raises(NotAFileError):
        write_together(folder, NEW)
    with pytest.raises(NotAFolderError):
        write_together(folder / "README", NEW)
    with pytest.raises(OSError, match="symbolic links"):
        write_together(tmp_path / "loop", NEW)

    assert contents(folder) == {"a.csv": b"old a", "b.csv": b"old b", "README": b"mine"}
    assert sorted(each.name for each in folder.iterdir()) == ["README", "a.csv", "b.csv", "c.csv"]


@pytest.fixture
def disturbed(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, Callable[[], object]], None]:
    """Have somebody else do something at the moment before a file takes its place."""
    exchange = Path.replace

    def at(file: Path, act: Callable[[], object]) -> None:
        def disturbed_exchange(self: Path, target: Path) -> Path:
            if target == file and self.suffix != ".before":
                act()
            return exchange(self, target)

        monkeypatch.setattr(Path, "replace", disturbed_exchange)

    return at


Disturbed = Callable[[Path, Callable[[], object]], None]


def becomes_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def test_a_failure_in_the_midst_of_the_exchange_puts_back_what_was_there(folder: Path, disturbed: Disturbed) -> None:
    """Old files have their content again, new ones are gone."""
    disturbed(folder / "c.csv", lambda: becomes_a_folder(folder / "c.csv"))

    with pytest.raises(IsADirectoryError) as error:
        write_together(folder, {"0.csv": b"new 0"} | NEW)

    assert error.value.filename == str(folder / "c.csv")
    assert contents(folder) == {"a.csv": b"old a", "b.csv": b"old b", "README": b"mine"}
    assert sorted(each.name for each in folder.iterdir()) == ["README", "a.csv", "b.csv", "c.csv"]


def test_what_somebody_else_has_just_written_is_not_replaced(folder: Path, disturbed: Disturbed) -> None:
    """A file that was not there belongs to whoever comes first."""
    disturbed(folder / "b.csv", lambda: (folder / "d.csv").write_bytes(b"theirs"))

    with pytest.raises(FileExistsError):
        write_together(folder, NEW | {"d.csv": b"new d"})

    assert contents(folder) == OLD | {"README": b"mine", "d.csv": b"theirs"}


def test_what_cannot_be_put_back_is_kept_and_said(folder: Path, disturbed: Disturbed) -> None:
    """The last thing to lose is what somebody had."""

    def act() -> None:
        becomes_a_folder(folder / "a.csv")
        becomes_a_folder(folder / "c.csv")

    disturbed(folder / "c.csv", act)

    with pytest.raises(MixedError) as error:
        write_together(folder, NEW)

    assert error.value.filename == str(folder / "c.csv")
    (kept,) = error.value.kept
    assert b"old a" in contents(kept).values()
    assert (folder / "b.csv").read_bytes() == b"old b"


def test_a_file_system_without_hard_links_will_do(
    folder: Path, disturbed: Disturbed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory stick has none: what was there is copied, and put back from the copy."""

    def refused(*names: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    (folder / "a.csv").chmod(0o640)

    write_together(folder, {"d.csv": b"new d"})
    disturbed(folder / "c.csv", lambda: becomes_a_folder(folder / "c.csv"))
    with pytest.raises(IsADirectoryError):
        write_together(folder, NEW)

    assert contents(folder) == {"a.csv": b"old a", "b.csv": b"old b", "d.csv": b"new d", "README": b"mine"}
    assert (folder / "a.csv").stat().st_mode & 0o777 == 0o640


def test_a_second_writer_is_told(folder: Path) -> None:
    """Two at once would leave files of both."""
    other = os.open(folder, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)

    with pytest.raises(BusyError):
        write_together(folder, NEW)
    os.close(other)
    write_together(folder, NEW)

    assert contents(folder) == NEW | {"README": b"mine"}


def test_a_folder_that_may_not_be_written_stays_as_it_is(read_only: Path) -> None:
    """Nor does a new one appear in it."""
    with pytest.raises(PermissionError) as error:
        write_together(read_only.parent, NEW)
    with pytest.raises(PermissionError):
        write_together(read_only.parent / "package", NEW)

    assert error.value.filename == str(read_only.with_name("a.csv"))
    assert contents(read_only.parent) == {read_only.name: b"old"}


def test_content_reaches_the_disk_before_any_name_does(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a power cut could leave names leading to empty files."""
    calls: list[str] = []
    sync, exchange = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda descriptor: (calls.append("disk"), sync(descriptor))[1])
    monkeypatch.setattr(Path, "replace", lambda self, target: (calls.append("name"), exchange(self, target))[1])

    write_together(folder, NEW)

    assert calls == ["disk"] * 3 + ["name"] * 3 + ["disk"]


COMMANDS = [("export",), ("schema",), ("chart", "--all")]
FULL = "ulimit -f 4"
"""No file may be larger than 4 blocks: what comes after that fails as on a full disk."""


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_leaves_the_older_files(qt_ict: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """New ones among them would look like one whole."""
    folder = tmp_path / "package"
    qt_ict(*command, str(folder))
    for file in folder.iterdir():
        file.write_bytes(b"old")
    (folder / "README").write_bytes(b"mine")
    old = contents(folder)

    done = run(*command, str(folder), "--force", before=FULL)

    assert (done.returncode, done.stdout) == (2, b"")
    problem, advice = done.stderr.decode().splitlines()
    assert problem.startswith(f"qt-ict: {folder} cannot be written: ")
    assert problem.endswith(": File too large; nothing was changed")
    assert advice == "  = Check the room on the disk, the folder, its permissions."
    assert contents(folder) == old
    assert len(list(folder.iterdir())) == len(old)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_leaves_no_part_of_a_folder(tmp_path: Path, command: tuple[str, ...]) -> None:
    """Neither the folder nor what was prepared beside it."""
    done = run(*command, str(tmp_path / "package"), before=FULL)

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"; nothing was changed" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_standard_output_is_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """Several files cannot be told apart in it."""
    monkeypatch.chdir(tmp_path)

    dash, device = run(*command, "-"), run(*command, "/dev/stdout")

    assert (dash.returncode, dash.stdout) == (device.returncode, device.stdout) == (2, b"")
    assert dash.stderr == b"qt-ict: - means standard output, which is no folder\n  = Name a folder.\n"
    assert device.stderr == b"qt-ict: /dev/stdout is no folder\n  = Choose another name.\n"
    assert list(tmp_path.iterdir()) == []
