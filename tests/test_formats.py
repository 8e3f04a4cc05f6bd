"""All formats of a report side by side: they say the same numbers, and open whatever the plan is like."""

import io
import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document

from bench.generated import write_plan
from qt_ict.presentation.excel.table_sheet import HEADER_ROW
from qt_ict.presentation.excel.workbook import excel
from qt_ict.presentation.html.page import html
from qt_ict.presentation.markdown import LIMIT, markdown
from qt_ict.presentation.word.letter import word
from tests import examples
from tests.test_excel import Found, read
from tests.test_report import PLANS, described

FIRST, LAST = "Giá trị", "Cần tăng (giảm) mỗi năm từ nay"
LEFT = "Số năm còn lại từ nay"
NUMBER = re.compile(r"[−-]?[0-9][0-9.]*(?:,[0-9]+)?")

Numbers = list[list[Decimal]]
"""The numbers of a row's cells."""


def numbers(cells: list[str]) -> Numbers:
    """The numbers of cells as Vietnamese writes them; the dates behind them left out."""
    texts = [re.sub(r"\([^()]*\)", "", cell) for cell in cells]
    return [[_number(each) for each in NUMBER.findall(text)] for text in texts]


def _number(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace(".", "").replace(",", "."))


def of_quantities(heading: list[str], rows: list[list[str]]) -> list[Numbers]:
    """The numbers from the latest value to the yearly growth, row by row; their dates and notes aside."""
    assert FIRST in heading
    start, stop = heading.index(FIRST), heading.index(LAST) + 1
    return [numbers(row[start:stop]) for row in rows]


def in_markdown(text: str) -> list[Numbers]:
    part = text.split("## Các mục tiêu theo lĩnh vực\n")[1].split("\n## ", maxsplit=1)[0]
    lines = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
    return of_quantities(lines[0], [line for line in lines[1:] if line[0] != "Nội dung" and "---" not in line[0]])


class Tables(HTMLParser):
    """The cells of the tables of a page, without what stands small or raised in them."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.aside = 0
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag in ("small", "sup"):
            self.aside += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("small", "sup"):
            self.aside -= 1

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and not self.aside:
            self.rows[-1][-1] += data.replace("\xa0", " ").strip("\n")


def in_page(content: str) -> list[Numbers]:
    section = re.split('id="(?:likely|uncounted|progress)"', content.split('id="targets"')[1], maxsplit=1)[0]
    rows = Tables(section).rows
    heading = [each.strip() for each in rows[0]]
    return of_quantities(heading, [row for row in rows if row[0].strip() != heading[0]])


def in_document(content: bytes) -> list[Numbers]:
    tables = Document(io.BytesIO(content)).tables
    wanted = {FIRST, LAST, LEFT}
    table = next(each for each in tables if wanted <= {_plain(cell) for cell in each.rows[0].cells})
    heading, *rows = ([_plain(cell) for cell in row.cells] for row in table.rows)
    # The appendix has the years left too, which the other formats set aside.
    left = heading.index(LEFT)
    heading, *rows = ([*row[:left], *row[left + 1 :]] for row in (heading, *(row for row in rows if len(set(row)) > 1)))
    return of_quantities(heading, rows)


def _plain(cell: "Document") -> str:  # type: ignore[valid-type]
    """The text of a cell without the numbers of its notes."""
    runs = [run for paragraph in cell.paragraphs for run in paragraph.runs]  # type: ignore[attr-defined]
    text = "".join(run.text for run in runs if not run.font.superscript)
    return re.sub("(?<=[0-9])-(?=[0-9])", "–", text.replace("\xa0", " "))


def in_workbook(content: bytes) -> list[list[Found | None]]:
    """The cells of the sheet of targets from the latest value to the yearly growth."""
    for cells in read(content):
        heading = {cells[name].value: name.rstrip("0123456789") for name in cells if name.endswith(f"{HEADER_ROW + 1}")}
        if LAST in heading and FIRST in heading:
            letters = sorted(heading.values())
            wanted = letters[letters.index(heading[FIRST]) : letters.index(heading[LAST]) + 1]
            lines = sorted({int(re.sub("[A-Z]", "", name)) for name in cells})
            return [[cells.get(f"{each}{line}") for each in wanted] for line in lines if line > HEADER_ROW + 1]
    raise AssertionError


@pytest.mark.parametrize("plan", PLANS)
def test_all_formats_say_the_same_numbers(plan: Path) -> None:
    report = described(plan)
    printed = in_markdown(markdown(report, "vi"))

    assert sum(len(cell) for row in printed for cell in row) > 20
    assert in_page(html(report, "vi")) == printed
    assert in_document(word(report, "vi")) == printed


@pytest.mark.parametrize("plan", PLANS)
def test_the_workbook_has_the_first_number_of_every_cell(plan: Path) -> None:
    """As it was before rounding; what else a cell says, such as "40–45%", is left to its number format."""
    report = described(plan)
    printed = in_markdown(markdown(report, "vi"))
    sheet = in_workbook(excel(report, "vi"))

    for row, cells in zip(printed, sheet, strict=True):
        kept = [value for cell in cells if cell is not None for value in _values(cell)]
        for said in (cell[0] for cell in row if cell):
            room = 10.0 ** _exponent(said)
            assert any(abs(value - float(said)) < room for value in kept), said


def _values(cell: Found) -> list[float]:
    """The numbers of a cell, whether it is one or a text with some."""
    return [float(cell.value)] if cell.number and cell.value else list(map(float, numbers([cell.value])[0]))


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def bare(folder: Path) -> Path:
    """A plan with a baseline, nothing else."""
    folder.mkdir()
    examples.write(examples.plan_files(None), folder)
    return folder


def without_targets_in_a_domain(folder: Path) -> Path:
    """The same with a domain that nothing belongs to."""
    file = bare(folder) / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("domains:\n", "domains:\n  empty:\n    vi: Trống\n    en: Empty\n", 1), "utf-8")
    return folder


@pytest.mark.parametrize("make", [bare, without_targets_in_a_domain])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_format_opens_whatever_little_a_plan_says(tmp_path: Path, make: object, language: str) -> None:
    report = described(make(tmp_path / "plan"))  # type: ignore[operator]

    assert read(excel(report, language))  # type: ignore[arg-type]
    assert Document(io.BytesIO(word(report, language))).tables  # type: ignore[arg-type]
    assert "</html>" in html(report, language)  # type: ignore[arg-type]
    assert markdown(report, language).startswith("# ")  # type: ignore[arg-type]


def test_five_hundred_targets_fill_a_workbook_and_still_fit_a_comment(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    write_plan(tmp_path / "plan", 1_000, 500)
    report = described(tmp_path / "plan")

    assert len(markdown(report, "vi")) <= LIMIT
    assert max(len(cells) for cells in read(excel(report, "vi"))) > 500
