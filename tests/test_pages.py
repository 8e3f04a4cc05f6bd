"""Whatever a page shows works: commands, outputs, links, the map of the house."""

import re
import shlex
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from qt_ict.cli.app import COMMANDS
from scripts.checks_page import FOLDER, pages
from tests.conftest import ROOT, Result
from tests.pages import EXAMPLE, PAGES, anchors, links, mentioned, name, to_copy

README = ROOT / "README.md"
EXAMPLES = [
    pytest.param(line, output, id=f"{name(page)}: {line}")
    for page in PAGES
    for line, output in EXAMPLE.findall(page.read_text(encoding="utf-8"))
]
NOT_RUN_HERE = {
    "qt-ict validate data --changed-since origin/main": "needs a repository with that branch: make hooks has one",
}
"""Commands of shell blocks that are left out, each with its reason."""
OTHERWISE = {
    "qt-ict round add figures.xlsx --numbers vi --data my_plan": ("--yes", "nobody is there to be asked"),
    'qt-ict round add report.xlsx --columns "Chỉ tiêu=figure, Thực hiện=value" --numbers vi --data my_plan': (
        "--yes",
        "nobody is there to be asked",
    ),
}
"""Commands of shell blocks that need a word more than a reader at a terminal does, each with its reason."""
PLACEHOLDER = re.compile(r"\b(CODE|COMMAND|DATE|DIR|FILE|FILES|INDICATOR|NAME|NEW|OLD|PLAN|REV)\b|…")
"""What stands in the place of a reader's own word."""
COPIED = {line for page in PAGES for line in to_copy(page)}
MENTIONED = sorted(
    {
        line
        for page in PAGES
        for line in mentioned(page)
        if line.split()[0] in COMMANDS and len(line.split()) > 1 and not PLACEHOLDER.search(line)
    }
    - {line.removeprefix("qt-ict ") for line in COPIED}
)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the pages suppose it: the repository's data, a plan of one's own, a sheet of figures."""
    for folder, copied in (("data", "data"), ("examples", "examples"), ("data", "my_plan")):
        shutil.copytree(ROOT / folder, tmp_path / copied)
    for file, headings in (("figures.xlsx", ("figure", "value")), ("report.xlsx", ("Chỉ tiêu", "Thực hiện"))):
        with xlsxwriter.Workbook(tmp_path / file) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, headings)
            sheet.write_row(1, 0, ["households_with_tv", 135200])
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("line", "output"), EXAMPLES)
def test_examples_print_what_they_show(qt_ict: Callable[..., Result], line: str, output: str) -> None:
    """Real output, to the letter."""
    assert qt_ict(*shlex.split(line)) == (0, output, "")


def test_pages_have_examples() -> None:
    """The test above compares something."""
    assert len(EXAMPLES) == 10


@pytest.mark.parametrize("page", [page for page in PAGES if to_copy(page)], ids=name)
@pytest.mark.usefixtures("workplace")
def test_commands_to_copy_run(qt_ict: Callable[..., Result], page: Path) -> None:
    """One after the other, as a reader pastes them."""
    for line in to_copy(page):
        if line not in NOT_RUN_HERE:
            added, _ = OTHERWISE.get(line, ("", ""))
            result = qt_ict(*shlex.split(f"{line} {added}")[1:])

            assert result.code == 0, f"{line}: {result.err}"


def test_commands_left_out_stand_on_a_page() -> None:
    """An exception for nothing would hide the next one."""
    assert NOT_RUN_HERE.keys() | OTHERWISE.keys() <= COPIED


@pytest.mark.parametrize("line", MENTIONED)
@pytest.mark.usefixtures("workplace")
def test_commands_named_in_sentences_run(qt_ict: Callable[..., Result], line: str) -> None:
    """Every command line a reader may copy."""
    result = qt_ict(*shlex.split(line))

    assert result.code == 0, result.err


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every file and every heading that a page names is there."""
    for link in links(page):
        if "://" in link:
            continue
        path, _, place = link.partition("#")
        target = (page.parent / path).resolve() if path else page

        assert target.exists(), link
        assert not place or place in anchors(target), link


def test_every_page_of_docs_is_in_the_index() -> None:
    """A page that nothing leads to is not read."""
    index = ROOT / "docs" / "README.md"
    reached = {(index.parent / link.partition("#")[0]).resolve() for link in links(index)}

    assert {page for page in (ROOT / "docs").glob("*.md") if page != index} <= reached
    assert FOLDER / "README.md" in reached


def test_the_readme_is_short() -> None:
    """One subject: the way in."""
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 150


def test_the_readme_has_a_line_for_every_command() -> None:
    """In the order of the help page."""
    table = README.read_text(encoding="utf-8").split("## Commands\n")[1].split("\n## ")[0]

    assert tuple(re.findall(r"^\| `qt-ict (\w+)", table, re.MULTILINE)) == COMMANDS


def test_the_readme_s_map_shows_the_layers() -> None:
    """From outside in, as the contract of imports has them."""
    table = README.read_text(encoding="utf-8").split("## The house\n")[1].split("\n## ")[0]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(each for each in project["tool"]["importlinter"]["contracts"] if each["type"] == "layers")["layers"]

    shown = " ".join(re.findall(r"^\| (`.+?) \|", table, re.MULTILINE))

    assert re.findall(r"\w+", shown) == re.findall(r"qt_ict\.([a-z]\w*)", " ".join(layers))


def test_the_pages_of_checks_are_written_from_the_rules() -> None:
    """A changed rule, example or message shows in docs/checks: ``make docs``."""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == pages()
