"""Folders that commands write several files into."""

from collections.abc import Mapping
from pathlib import Path

from qt_ict.cli.output import unwritable
from qt_ict.language import Text
from qt_ict.report.misuse import Misuse


def refuse_others(folder: Path, files: Mapping[Path, bytes], force: bool) -> list[Path]:
    """The files of a folder that are to be written: those that do not say the same already.

    Raises:
        Misuse: One is there, says something else, and is not to be replaced; or is no file.
    """
    try:
        blocked = next((file for file in files if file.exists() and not file.is_file()), None)
        changed = [file for file, content in files.items() if not file.is_file() or file.read_bytes() != content]
        there = ", ".join(file.name for file in changed if file.exists())
    except OSError as error:
        raise unwritable(folder, error) from None
    if blocked:
        raise Misuse(
            Text(f"{blocked} không phải là tệp thường", f"{blocked} is no ordinary file"),
            Text("Dời nó đi, hoặc chọn thư mục khác.", "Move it away, or choose another folder."),
        )
    if there and not force:
        raise Misuse(
            Text(f"trong {folder} đã có nội dung khác: {there}", f"{folder} holds something else: {there}"),
            Text("Thêm --force để thay, hoặc chọn thư mục khác.", "Add --force to replace, or choose another folder."),
        )
    return changed


def created(folder: Path) -> None:
    """Make a folder, or find it made.

    Raises:
        Misuse: Something else has its name, or it cannot be made.
    """
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise Misuse(
            Text(f"{folder} không phải là thư mục", f"{folder} is no folder"),
            Text("Chọn tên khác.", "Choose another name."),
        ) from None
    except OSError as error:
        raise unwritable(folder, error) from None
