"""What is installed only on request: without it one line says how to get it."""

from collections.abc import Iterator
from contextlib import contextmanager

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text

_MODULES = {"jinja2": "Jinja2", "docx": "python-docx", "xlsxwriter": "XlsxWriter", "resvg_py": "resvg-py"}
"""Modules of the extra ``report``, with the packages they come from."""


@contextmanager
def report_extra() -> Iterator[None]:
    """Where modules of the extra are imported.

    Raises:
        Refusal: One of them is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        package = _MODULES.get((error.name or "").partition(".")[0])
        if package is None:
            raise
        raise Refusal(
            Text(
                "dạng tệp này cần {package}, chưa được cài đặt", "files of this kind need {package}: not installed"
            ).fill(package=package),
            Text("Cài: pip install 'qt-ict[report]'", "Install: pip install 'qt-ict[report]'"),
        ) from None
