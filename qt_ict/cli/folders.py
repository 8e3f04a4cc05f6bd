"""Folders that commands write several files into."""

from collections.abc import Mapping
from pathlib import Path

from qt_ict.cli.output import print_text, unwritable, write_bytes
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Language, Text


def write_all(folder: Path, files: Mapping[str, bytes], force: bool) -> frozenset[str]:
    """Write files into a folder, all of them or none; returns the names of those that said something else before.

    Raises:
        Refusal: One is there, says something else, and is not to be replaced; or the folder cannot be written.
    """
    changed = _others(folder, {folder / name: content for name, content in files.items()}, force)
    _create(folder)
    for file in changed:
        write_bytes(file, files[file.name], force=True)
    return frozenset(file.name for file in changed)


def say_written(folder: Path, number: int, language: Language) -> None:
    """How many files a folder now has of a command."""
    print_text(_WRITTEN.fill(n=number, folder=folder).say(language) + "\n")


_WRITTEN = Text("đã ghi {n} tệp vào {folder}", "{n} files written to {folder}")


def _others(folder: Path, files: Mapping[Path, bytes], force: bool) -> list[Path]:
    """The files of a folder that are to be written: those that do not say the same already.

    Raises:
        Refusal: One is there, says something else, and is not to be replaced; or is no file.
    """
    try:
        blocked = next((file for file in files if file.exists() and not file.is_file()), None)
        changed = [file for file, content in files.items() if not file.is_file() or file.read_bytes() != content]
        there = ", ".join(file.name for file in changed if file.exists())
    except OSError as error:
        raise unwritable(folder, error) from None
    if blocked:
        raise Refusal(
            Text("{blocked} không phải là tệp thường", "{blocked} is no ordinary file").fill(blocked=blocked),
            Text("Dời nó đi, hoặc chọn thư mục khác.", "Move it away, or choose another folder."),
        )
    if there and not force:
        raise Refusal(
            Text("trong {folder} đã có nội dung khác: {there}", "{folder} holds something else: {there}").fill(
                folder=folder, there=there
            ),
            Text("Thêm --force để thay, hoặc chọn thư mục khác.", "Add --force to replace, or choose another folder."),
        )
    return changed


def _create(folder: Path) -> None:
    """Make a folder, or find it made.

    Raises:
        Refusal: Something else has its name, or it cannot be made.
    """
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise Refusal(
            Text("{folder} không phải là thư mục", "{folder} is no folder").fill(folder=folder),
            Text("Chọn tên khác.", "Choose another name."),
        ) from None
    except OSError as error:
        raise unwritable(folder, error) from None
