"""From a report to the screen or a file, in the form asked for."""

import errno
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO, TypeVar

from qt_ict.cli.options import Format
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Language, Text
from qt_ict.report.page import Page

Form = TypeVar("Form", bound=str)

Document = dict[str, Any] | list[dict[str, Any]]
"""What a report says to programs: an object whose ``rows`` are its lines, or the lines alone."""

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

    def deliver(self, page: Callable[[], Page], document: Callable[[], Document], columns: Sequence[str]) -> None:
        """Print or write a report.

        Args:
            page: What it says to people.
            document: What it says to programs; its ``rows``, or its items, are the lines of a CSV file.
            columns: The columns of that file.

        Raises:
            Refusal: The file exists or cannot be written.
        """
        form = form_of(self.form, self.file, _BY_ENDING)
        if self.file is None:
            require_output()
        if form == "table" and self.file is None and sys.stdout.isatty():
            from qt_ict.presentation.terminal import show

            show(page(), self.language, sys.stdout)
            return
        text = self._text(form, page, document, columns)
        if self.file is None:
            print_text(text)
        else:
            write_file(self.file, text, force=self.force, mark=form == "csv")

    def _text(
        self,
        form: Format,
        page: Callable[[], Page],
        document: Callable[[], Document],
        columns: Sequence[str],
    ) -> str:
        match form:
            case "json":
                from qt_ict.presentation.data import as_json
                from qt_ict.presentation.stream import speaks_unicode

                return as_json(document(), ascii_only=self.file is None and not speaks_unicode())
            case "csv":
                from qt_ict.presentation.data import as_csv

                found = document()
                return as_csv(columns, found if isinstance(found, list) else found["rows"])
            case "markdown":
                from qt_ict.presentation.markdown import markdown

                return markdown(page(), self.language)
            case "table":
                from qt_ict.presentation.plain import plain

                return plain(page(), self.language)


def form_of(
    given: Form | None, file: Path | None, by_ending: Mapping[str, Form], option: str | None = "--format"
) -> Form:
    """The form asked for, else that of a file's ending, else that of a file without one.

    Args:
        given: The form asked for.
        file: The file.
        by_ending: The forms by the endings of files.
        option: What else can name a form; None where nothing can.

    Raises:
        Refusal: Files of that ending are not written.
    """
    ending = file.suffix.lower() if file else ""
    if given is None and ending not in by_ending:
        known = ", ".join(each for each in by_ending if each)
        raise Refusal(
            Text("không biết ghi dạng tệp {ending}", "files of the kind {ending} are not written").fill(ending=ending),
            Text("Dùng {known}, hoặc thêm {option}.", "Use {known}, or add {option}.").fill(known=known, option=option)
            if option
            else Text("Dùng {known}.", "Use {known}.").fill(known=known),
        )
    return by_ending[ending] if given is None else given


def write_file(file: Path, text: str, *, force: bool, mark: bool = False) -> None:
    """Write a whole text file or nothing.

    Args:
        file: The file.
        text: Its text.
        force: Replace a file that is there.
        mark: Begin with the byte order mark that spreadsheets need.

    Raises:
        Refusal: The file exists and force is not given, or it cannot be written.
    """
    write_bytes(file, text.encode("utf-8-sig" if mark else "utf-8", "qt_ict.stand_in"), force=force)


def write_bytes(file: Path, content: bytes, *, force: bool) -> None:
    """Write a whole file or nothing.

    Args:
        file: The file.
        content: Its bytes.
        force: Replace a file that is there.

    Raises:
        Refusal: The file exists and force is not given, or it cannot be written.
    """
    from qt_ict.editing.writing import NotAFileError, create, replace

    try:
        (replace if force else create)(file, content)
    except FileExistsError:
        raise Refusal(
            Text("tệp {file} đã có, không ghi đè", "the file {file} exists and is not replaced").fill(file=file),
            Text("Chọn tên khác, hoặc thêm --force.", "Choose another name, or add --force."),
        ) from None
    except NotAFileError:
        raise Refusal(
            Text("{file} không phải là tệp thường", "{file} is no ordinary file").fill(file=file),
            Text("Chọn tên khác; bỏ -o để in ra màn hình.", "Choose another name; leave out -o to print."),
        ) from None
    except OSError as error:
        raise unwritable(file, error) from None


def unwritable(place: Path, error: OSError) -> Refusal:
    """The refusal of a place where nothing can be written."""
    cause = error.strerror or str(error)
    return Refusal(
        Text("không ghi được {place}: {cause}", "{place} cannot be written: {cause}").fill(place=place, cause=cause),
        Text("Kiểm tra thư mục và quyền ghi.", "Check the folder and its permissions."),
    )


def require_output() -> TextIO:
    """Standard output; a process can be started without it.

    Raises:
        OSError: There is none.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


def print_text(text: str) -> None:
    """Print a text to its end.

    Raises:
        OSError: There is no standard output, or it cannot be written.
        ReaderGone: Its reader has closed it.
    """
    require_output()
    # Written as bytes so that CSV keeps its line ends on every system.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "utf-8", "qt_ict.stand_in"))
    sys.stdout.flush()
