"""From a report to the screen or a file, in the form asked for."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from qt_ict.cli.options import Format
from qt_ict.language import Language, Text
from qt_ict.report.misuse import Misuse
from qt_ict.report.page import Page

_BY_ENDING: dict[str, Format] = {
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "table",
    "": "table",
}


class Output(NamedTuple):
    """Where a report goes and in what form."""

    language: Language
    form: Format | None
    file: Path | None
    force: bool

    def deliver(self, page: Callable[[], Page], document: Callable[[], dict[str, Any]], columns: Sequence[str]) -> None:
        """Print or write a report.

        Args:
            page: What it says to people.
            document: What it says to programs; its ``rows`` are the lines of a CSV file.
            columns: The columns of that file.

        Raises:
            Misuse: The file exists or cannot be written.
        """
        form = self._form()
        if self.file is None and sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        if form == "table" and self.file is None and sys.stdout.isatty():
            from qt_ict.presentation.terminal import show

            show(page(), self.language, sys.stdout)
            return
        text = self._text(form, page, document, columns)
        if self.file is None:
            _print(text)
        else:
            self._write(self.file, text, mark=form == "csv")

    def _form(self) -> Format:
        if self.form is not None or self.file is None:
            return self.form or "table"
        ending = self.file.suffix.lower()
        if ending not in _BY_ENDING:
            raise Misuse(
                Text(f"không biết ghi dạng tệp {ending}", f"files of the kind {ending} are not written"),
                Text(
                    "Dùng .csv (mở được bằng Excel), .json, .md, .txt, hoặc thêm --format.",
                    "Use .csv (spreadsheets open it), .json, .md, .txt, or add --format.",
                ),
            )
        return _BY_ENDING[ending]

    def _text(
        self,
        form: Format,
        page: Callable[[], Page],
        document: Callable[[], dict[str, Any]],
        columns: Sequence[str],
    ) -> str:
        match form:
            case "json":
                from qt_ict.presentation.data import as_json
                from qt_ict.presentation.stream import speaks_unicode

                return as_json(document(), ascii_only=self.file is None and not speaks_unicode())
            case "csv":
                from qt_ict.presentation.data import as_csv

                return as_csv(columns, document()["rows"])
            case "markdown":
                from qt_ict.presentation.markdown import markdown

                return markdown(page(), self.language)
            case "table":
                from qt_ict.presentation.plain import plain

                return plain(page(), self.language)

    def _write(self, file: Path, text: str, mark: bool) -> None:
        from qt_ict.presentation.stream import NotAFileError, write

        try:
            write(file, text, force=self.force, mark=mark)
        except FileExistsError:
            raise Misuse(
                Text(f"tệp {file} đã có, không ghi đè", f"the file {file} exists and is not replaced"),
                Text("Chọn tên khác, hoặc thêm --force.", "Choose another name, or add --force."),
            ) from None
        except NotAFileError:
            raise Misuse(
                Text(f"{file} không phải là tệp thường", f"{file} is no ordinary file"),
                Text("Chọn tên khác; bỏ -o để in ra màn hình.", "Choose another name; leave out -o to print."),
            ) from None
        except OSError as error:
            cause = error.strerror or str(error)
            raise Misuse(
                Text(f"không ghi được {file}: {cause}", f"{file} cannot be written: {cause}"),
                Text("Kiểm tra thư mục và quyền ghi.", "Check the folder and its permissions."),
            ) from None


class ReaderGone(Exception):
    """Nobody reads standard output any more."""


def _print(text: str) -> None:
    # Written as bytes so that CSV keeps its line ends on every system. A closed pipe gets a name of
    # its own here, since typer would make an exit code of its own out of it.
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "utf-8", "qt_ict.stand_in"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGone from None
