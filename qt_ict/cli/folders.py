"""Folders that commands write several files into."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from qt_ict.cli.output import print_text, unwritable
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Language, Text
from qt_ict.wording.quantities import counted


def write_all(folder: Path, files: Mapping[str, bytes], force: bool) -> frozenset[str]:
    """Write files into a folder, all of them or none; returns the names of those that said something else before.

    Raises:
        Refusal: One is there, says something else, and is not to be replaced; or the folder cannot be written.
    """
    _require_folder(folder)
    changed = frozenset(
        each.name for each in _others(folder, {folder / name: content for name, content in files.items()}, force)
    )
    _write(folder, {name: content for name, content in files.items() if name in changed})
    return changed


def write_changed(folder: Path, files: Mapping[str, bytes], read: Mapping[str, bytes]) -> None:
    """Write files in the place of others, all of them or none.

    Args:
        folder: The folder.
        files: What they are to hold, by their names.
        read: What they held when they were read.

    Raises:
        Refusal: One holds something else by now, or cannot be written; nothing was changed, or it says what was.
    """
    from qt_ict.editing.writing import ChangedMeanwhileError

    try:
        _write(folder, files, read)
    except ChangedMeanwhileError as error:
        from qt_ict.editing.addition import changed

        raise changed(Path(error.args[0])) from None


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is not there or holds nothing that they could replace; all or none.

    Raises:
        Refusal: They cannot be written; nothing was changed.
    """
    _require_folder(folder)
    inner = {folder / Path(name).parent for name in files} if folder.is_dir() else set[Path]()
    made = [each for each in sorted(inner) if _is_made(each, folder)]
    try:
        _write(folder, files)
    except Refusal:
        for each in reversed(made):
            each.rmdir()
        raise


def _is_made(each: Path, folder: Path) -> bool:
    """Make a folder; False where it is there.

    Raises:
        Refusal: It cannot be made.
    """
    try:
        each.mkdir()
    except FileExistsError:
        return False
    except OSError as error:
        raise unwritable(folder, error) from None
    return True


def say_written(folder: Path, number: int, language: Language) -> None:
    """How many files a folder now has of a command."""
    print_text(_WRITTEN.fill(files=counted(number, Text("tệp", "file")), folder=folder).say(language) + "\n")


_WRITTEN = Text("đã ghi {files} vào {folder}", "{files} written to {folder}")


def _require_folder(folder: Path) -> None:
    """Several files need a folder.

    Raises:
        Refusal: Standard output is meant.
    """
    if folder == Path("-"):
        raise Refusal(
            Text("- là đầu ra chuẩn, không phải thư mục", "- means standard output, which is no folder"),
            Text("Nêu một thư mục.", "Name a folder."),
        )


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


def _write(folder: Path, files: Mapping[str, bytes], read: Mapping[str, bytes] | None = None) -> None:
    """Write files into a folder that may be there.

    Raises:
        Refusal: They cannot be written; nothing was changed, or it says what was.
    """
    from qt_ict.editing.exchange import MixedError, NotAFolderError, write_together
    from qt_ict.editing.writing import BusyError, ChangedMeanwhileError

    try:
        write_together(folder, files, read)
    except NotAFolderError:
        raise Refusal(
            Text("{folder} không phải là thư mục", "{folder} is no folder").fill(folder=folder),
            Text("Chọn tên khác.", "Choose another name."),
        ) from None
    except BusyError:
        raise Refusal(
            Text("một lệnh qt-ict khác đang ghi {folder}", "another qt-ict is writing {folder}").fill(folder=folder),
            Text("Chờ lệnh đó xong rồi chạy lại.", "Wait for it, then run this again."),
        ) from None
    except ChangedMeanwhileError:
        raise
    except MixedError as error:
        raise _mixed(folder, error, error.kept) from None
    except OSError as error:
        raise _unchanged(folder, error) from None


def _unchanged(folder: Path, error: OSError) -> Refusal:
    """The refusal of a folder that is as it was."""
    return Refusal(
        Text(
            "không ghi được {folder}: {cause}; không có gì thay đổi",
            "{folder} cannot be written: {cause}; nothing was changed",
        ).fill(folder=folder, cause=_cause(folder, error)),
        Text("Kiểm tra dung lượng, thư mục và quyền ghi.", "Check the room on the disk, the folder, its permissions."),
    )


def _mixed(folder: Path, error: OSError, kept: Sequence[Path]) -> Refusal:
    """The refusal of a folder that could not even be left as it was."""
    return Refusal(
        Text(
            "không ghi được {folder}: {cause}; trong đó nay có cả tệp mới và cũ",
            "{folder} cannot be written: {cause}; it now holds new and old files",
        ).fill(folder=folder, cause=_cause(folder, error)),
        Text("Tệp cũ còn trong {kept}.", "The old files are kept in {kept}.").fill(kept=", ".join(map(str, kept))),
    )


def _cause(folder: Path, error: OSError) -> str:
    """What went wrong, and with which file."""
    cause = error.strerror or str(error)
    file = Path(error.filename or folder).name
    return cause if file == folder.name else f"{file}: {cause}"
