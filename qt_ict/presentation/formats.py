"""Every form in which a reply can be written; a new one is a module, and its registration here.

What a form needs is imported when it is asked for.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import EMPTY, Language, Text
from qt_ict.report.document import Document
from qt_ict.report.field import spoken
from qt_ict.report.reply import Reply, languages
from qt_ict.report.shortened import shortened, unfolded, widened

if TYPE_CHECKING:
    from qt_ict.presentation.sarif import Log

Says = Literal["document", "data", "rows", "findings", "charts"]
"""What of a reply a form writes."""


class Setting(NamedTuple):
    """For whom something is written."""

    language: Language
    ascii_only: bool = False
    """Let forms for programs escape every other character."""
    root: Path | None = None
    """Folder of the repository that programs count paths from; None leaves them as they are."""
    wide: bool = False
    """Write the columns and notes that can be left out for want of room."""
    fitted: bool = True
    """Fit tables of plain text to a width; else every row stands on one line, however long."""
    unfolded: bool = False
    """Write the tables in whose place a line could stand."""


class Format(NamedTuple):
    """A form of output."""

    name: str
    endings: tuple[str, ...]
    """Endings of its files."""
    says: Says
    write: "Callable[[Reply, Setting], str | bytes | Log]"
    """The reply so written; a log also says what it had no room for."""
    mark: bool = False
    """True where a file begins with the byte order mark that spreadsheets need."""
    states_utf8: bool = False
    """True where the content says itself that it is UTF-8, whatever a terminal speaks."""

    def written(self, reply: Reply, setting: Setting) -> tuple[str | bytes, Text]:
        """A reply in this form, and what there was no room for."""
        found = self.write(reply, setting)
        return (found, EMPTY) if isinstance(found, str | bytes) else found

    def in_file(self, written: str | bytes) -> bytes:
        """The content of a file."""
        if isinstance(written, bytes):
            return written
        return written.encode("utf-8-sig" if self.mark else "utf-8", "qt_ict.stand_in")


def _document(reply: Reply, setting: Setting) -> Document:
    assert reply.document is not None, "offered only where there is a document"
    found = reply.document()
    return widened(found) if setting.wide else found


def on_screen(reply: Reply, setting: Setting) -> Document:
    """What is shown of a document where there is little room."""
    found = _document(reply, setting)
    return shortened(unfolded(found) if setting.unfolded else found)


def _table(reply: Reply, setting: Setting) -> str:
    from qt_ict.presentation.plain import plain

    return plain(on_screen(reply, setting), setting.language, whole=setting.wide or not setting.fitted)


def _markdown(reply: Reply, setting: Setting) -> str:
    from qt_ict.presentation.markdown import markdown

    return markdown(on_screen(reply, setting), setting.language)


def _html(reply: Reply, setting: Setting) -> str:
    with report_extra():
        from qt_ict.presentation.html.page import html
    return html(_document(reply, setting), setting.language)


def _docx(reply: Reply, setting: Setting) -> bytes:
    with report_extra():
        from qt_ict.presentation.word.letter import word
    return word(_document(reply, setting), setting.language)


def _xlsx(reply: Reply, setting: Setting) -> bytes:
    with report_extra():
        from qt_ict.presentation.excel.workbook import excel
    return excel(_document(reply, setting), setting.language)


def _json(reply: Reply, setting: Setting) -> str:
    from qt_ict.presentation.data import as_json

    assert reply.data is not None, "offered only where there are data"
    return as_json(reply.data(), setting.ascii_only)


def _csv(reply: Reply, setting: Setting) -> str:
    from qt_ict.presentation.data import as_csv

    assert reply.data is not None and reply.rows is not None, "offered only where there are lines"
    found = reply.data()
    return as_csv(spoken(reply.rows, languages(found)), found if isinstance(found, list) else found["rows"])


def _text(reply: Reply, setting: Setting) -> str:
    from qt_ict.presentation import findings

    assert reply.findings is not None, "offered only where something was looked for"
    found = reply.findings
    shown = (
        *findings.lines(found.findings, setting.language),
        *findings.accepted_lines(found.accepted, setting.language),
    )
    return findings.plain(shown) + _table(reply, setting)


def _github(reply: Reply, setting: Setting) -> str:
    from qt_ict.presentation.github import annotations

    assert reply.findings is not None, "offered only where something was looked for"
    return annotations(reply.findings, setting.language, setting.root)


def _sarif(reply: Reply, setting: Setting) -> "Log":
    from qt_ict.presentation.sarif import sarif

    assert reply.findings is not None, "offered only where something was looked for"
    return sarif(reply.findings, setting.root, setting.ascii_only)


def _junit(reply: Reply, setting: Setting) -> str:
    from qt_ict.presentation.junit import junit

    assert reply.findings is not None, "offered only where something was looked for"
    return junit(reply.findings, setting.language, setting.root, setting.ascii_only)


def _svg(reply: Reply, setting: Setting) -> str:
    from qt_ict.presentation.svg.stacked import stacked_svg

    assert reply.charts is not None, "offered only where there are charts"
    return stacked_svg(reply.charts(), setting.language) + "\n"


def _png(reply: Reply, setting: Setting) -> bytes:
    with report_extra():
        from qt_ict.presentation.svg.png import png
    return png(_svg(reply, setting))


FORMATS: tuple[Format, ...] = (
    Format("table", (".txt", ""), "document", _table),
    Format("text", (".txt", ""), "findings", _text),
    Format("json", (".json",), "data", _json),
    Format("csv", (".csv",), "rows", _csv, mark=True),
    Format("markdown", (".md", ".markdown"), "document", _markdown),
    Format("html", (".html", ".htm"), "document", _html, states_utf8=True),
    Format("docx", (".docx",), "document", _docx),
    Format("xlsx", (".xlsx",), "document", _xlsx),
    Format("github", (), "findings", _github),
    Format("sarif", (".sarif",), "findings", _sarif),
    Format("junit", (".xml",), "findings", _junit),
    Format("svg", (".svg",), "charts", _svg, states_utf8=True),
    Format("png", (".png",), "charts", _png),
)


def named(*says: Says) -> tuple[str, ...]:
    """Names of the forms that write one of some things.

    >>> named("rows", "charts")
    ('csv', 'svg', 'png')
    """
    return tuple(each.name for each in FORMATS if each.says in says)


def chosen(name: str | None, file: Path | None, usual: str, offered: tuple[str, ...]) -> Format:
    """The form asked for, else that of a file's ending, else the usual one.

    Args:
        name: The form asked for.
        file: The file that is to be written.
        usual: What is written without either, and to a file without ending.
        offered: Names of the forms in which the reply can be written.

    Raises:
        Refusal: Files of that ending are not written.
    """
    forms = {each.name: each for each in FORMATS if each.name in offered}
    # A file may be called by its ending alone.
    ending = (file.suffix or file.name if file.name.startswith(".") else file.suffix).lower() if file else ""
    if name is not None or not ending:
        return forms[name or usual]
    found = next((each for each in forms.values() if ending in each.endings), None)
    if found is None:
        known = ", ".join(each for form in forms.values() for each in form.endings if each)
        raise Refusal(
            Text("không biết ghi dạng tệp {ending}", "files of the kind {ending} are not written").fill(ending=ending),
            Text("Dùng {known}, hoặc thêm --format.", "Use {known}, or add --format.").fill(known=known),
        )
    return found


_PACKAGES = {"jinja2": "Jinja2", "docx": "python-docx", "xlsxwriter": "XlsxWriter", "resvg_py": "resvg-py"}
"""Modules of the extra ``report``, with the packages they come from."""


@contextmanager
def report_extra() -> Iterator[None]:
    """Where modules of the extra are imported: without it one line says how to get it.

    Raises:
        Refusal: One of them is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        package = _PACKAGES.get((error.name or "").partition(".")[0])
        if package is None:
            raise
        raise Refusal(
            Text(
                "dạng tệp này cần {package}, chưa được cài đặt", "files of this kind need {package}: not installed"
            ).fill(package=package),
            Text(
                "Cài phần bổ sung, trong bản sao của kho: pip install '.[report]'",
                "Install the extra, in a clone of the repository: pip install '.[report]'",
            ),
        ) from None
