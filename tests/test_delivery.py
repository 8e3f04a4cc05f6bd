"""What a command says, in every form: by the ending of its file or by name, in a file or on standard output."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from qt_ict.presentation.formats import FORMATS, Format, named
from tests.conftest import Result
from tests.processes import run
from tests.test_excel import read

Run = Callable[..., Result]
IN_2013 = ("--data", "examples/vietnam", "--as-of", "2013-12-31")
TABLES: list[tuple[str, ...]] = [
    ("gap", "--year", "2015"),
    ("growth", "--year", "2015"),
    ("targets", "--year", "2015"),
    ("progress", *IN_2013),
    ("progress", *IN_2013, "--method", "statcan"),
    ("progress", "--input", "examples/series.csv", "--method", "escap"),
    ("path", "internet_users", *IN_2013),
    ("methods", "internet_users", *IN_2013),
    ("show",),
    ("explain", "tv_2015"),
    ("explain", "QT4"),
    ("diff", "data", "examples/vietnam"),
]
"""Every command that prints a table."""
FORMS = [each for each in FORMATS if each.name in named("document", "data", "rows")]
BEGINS: dict[str, bytes] = {
    "html": b"<!DOCTYPE html>",
    "docx": b"PK",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "markdown": b"# ",
}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("asked", TABLES, ids=" ".join)
def test_every_table_is_written_in_every_form(
    qt_ict: Run, tmp_path: Path, asked: tuple[str, ...], form: Format
) -> None:
    """By the ending, whatever its case; nothing is printed."""
    for ending in form.endings:
        file = tmp_path / f"answer{ending.upper()}"

        assert qt_ict(*asked, "-o", str(file)) == (0, "", "")

        content = file.read_bytes()
        assert content.startswith(BEGINS.get(form.name, b"")) and len(content) > 100


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_asked_for_by_name_is_the_same(qt_ict: Run, tmp_path: Path, form: Format) -> None:
    """Whatever the file is called."""
    by_ending, by_name = tmp_path / f"a{form.endings[0]}", tmp_path / "b"

    assert qt_ict("gap", "-o", str(by_ending)).code == 0
    assert qt_ict("gap", "-o", str(by_name), "--format", form.name).code == 0

    assert by_name.read_bytes() == by_ending.read_bytes()


@pytest.mark.parametrize("output", ["-", "/dev/stdout"])
@pytest.mark.parametrize("name", [form.name for form in FORMS])
def test_a_dash_is_standard_output(qt_ict: Run, tmp_path: Path, name: str, output: str) -> None:
    """For pipes, bytes too; never a file of that name."""
    file = tmp_path / "file"
    assert qt_ict("gap", "--lang", "en", "--format", name, "-o", str(file)).code == 0

    piped = run("gap", "--format", name, "-o", output)

    assert (piped.returncode, piped.stderr) == (0, b"")
    assert piped.stdout == file.read_bytes().removeprefix(b"\xef\xbb\xbf")
    assert not Path("-").exists()


def test_a_page_is_utf8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    """It says so itself, and the hashes of its style and script are of these very bytes."""
    file = tmp_path / "gap.html"

    printed = run("gap", "--format", "html", PYTHONIOENCODING="ascii")

    assert run("gap", "-o", str(file)).returncode == 0
    assert printed.stdout == file.read_bytes()


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_what_is_no_text_is_not_printed(qt_ict: Run, name: str) -> None:
    """A terminal would show noise."""
    result = qt_ict("gap", "--format", name, "--lang", "en")

    assert (result.code, result.out) == (2, "")
    assert result.err == f"qt-ict: {name} is not printed\n  = Add -o FILE.{name}; -o - to hand it on in a pipe.\n"


def test_a_workbook_of_gaps_has_true_numbers_and_formulas(qt_ict: Run, tmp_path: Path) -> None:
    """As the workbook of a report has."""
    file = tmp_path / "gap.xlsx"
    assert qt_ict("gap", "--year", "2015", "-o", str(file)).code == 0

    cells = [cell for sheet in read(file.read_bytes()) for cell in sheet.values()]

    assert sum(cell.number for cell in cells) > 20
    assert sum(bool(cell.formula) for cell in cells) > 5


def test_a_document_of_one_answer_has_no_frame(qt_ict: Run, tmp_path: Path) -> None:
    """Motto, number and signature belong to a report."""
    for command, framed in (("gap", False), ("report", True)):
        file = tmp_path / f"{command}.docx"
        assert qt_ict(command, "-o", str(file)).code == 0
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
            text = archive.read("word/document.xml").decode()
        assert ("Nơi nhận" in text) == framed


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("gap --format jsn", "--format: jsn is not one of table, json, csv, markdown, html, docx, xlsx"),
        ("gap -o gap.pdf", "files of the kind .pdf are not written"),
        ("report --format json", "--format: json is not one of table, markdown, html, docx, xlsx"),
        ("validate --format csv", "--format: csv is not one of text, json, github, sarif, junit"),
    ],
)
def test_a_form_that_is_not_there_is_answered_with_those_that_are(qt_ict: Run, line: str, says: str) -> None:
    assert says in qt_ict("--lang", "en", *line.split()).err


def test_a_name_may_be_as_long_as_folders_allow(qt_ict: Run, tmp_path: Path) -> None:
    """255 bytes; what is written beside it first needs no longer name."""
    file = tmp_path / ("ă" * 125 + ".json")

    assert qt_ict("gap", "-o", str(file)) == (0, "", "")
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
