"""The workbook: true numbers, live formulas, text that stays text."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from qt_ict.language import LANGUAGES, Language, Text
from qt_ict.presentation.excel.sheets import sheets
from qt_ict.presentation.excel.workbook import HEADER_ROW, excel
from qt_ict.report.document import Document, Group
from tests.plans_with_rounds import write_plan
from tests.programs import converted, needs
from tests.test_report import PLANS, described, newly_described

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "a\x00\x07b",
    "\u202eright to left",
    "'\"&",
    "x" * 5_000,
    "y" * 40_000,
)


class Found(NamedTuple):
    """A cell as it stands in the file."""

    value: str
    formula: str | None
    number: bool


def read(content: bytes) -> list[dict[str, Found]]:
    """The cells of every sheet by their names."""
    book = zipfile.ZipFile(io.BytesIO(content))
    shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    texts = ["".join(each.text or "" for each in item.iter(f"{MAIN}t")) for item in shared]
    names = sorted((name for name in book.namelist() if "/sheet" in name and name.endswith(".xml")), key=_order)
    return [dict(_cells(ElementTree.fromstring(book.read(name)), texts)) for name in names]


def _order(name: str) -> int:
    return int(re.sub(r"\D", "", name))


def _cells(sheet: ElementTree.Element, texts: list[str]) -> Iterator[tuple[str, Found]]:
    for cell in sheet.iter(f"{MAIN}c"):
        value = cell.findtext(f"{MAIN}v") or ""
        is_text = cell.get("t") == "s"
        yield (
            cell.get("r") or "",
            Found(texts[int(value)] if is_text else value, cell.findtext(f"{MAIN}f"), not is_text),
        )


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quantity_is_a_number_and_every_other_cell_its_text(folder: Path, language: Language) -> None:
    report = described(folder)
    written = read(excel(report, language))
    compared = 0
    for place, sheet in enumerate(sheets(report), 1):
        cells = written[place]
        for line, row in enumerate(sheet.rows, HEADER_ROW + 2):
            for column, cell in enumerate(row):
                found = cells.get(f"{_letters(column)}{line}")
                if cell.amount is not None and cell.amount.interval.is_point:
                    assert found is not None
                    assert found.number
                    assert float(found.value) == pytest.approx(float(cell.amount.interval.low or 0), rel=1e-12)
                    compared += 1
                elif cell.text.say(language):
                    assert found is not None
                    assert found.value == cell.text.say(language)
    assert compared > 100


@pytest.mark.parametrize("folder", [*PLANS, None], ids=["province", "nation", "ceilings"])
def test_formulas_give_the_same_values_when_recalculated(folder: Path | None, tmp_path: Path) -> None:
    """Where less is better too: there growth is below 0 while something is missing."""
    content = excel(described(folder or ceilings(tmp_path / "plan")), "vi")
    file = tmp_path / "bare.xlsx"
    file.write_bytes(without_values(content))
    (tmp_path / "out").mkdir()
    again = read(converted(file, "xlsx", tmp_path / "out").read_bytes())
    formulas = 0
    for stored, recalculated in zip(read(content), again, strict=True):
        for name, cell in stored.items():
            if cell.formula:
                assert float(recalculated[name].value) == pytest.approx(float(cell.value), rel=1e-9, abs=1e-9)
                formulas += 1
    assert formulas >= 3


def ceilings(folder: Path) -> Path:
    """A plan whose targets are to be fallen below: one missed, one met."""
    targets = [{"comparator": "at_most", "value": value, "due": 2015} for value in (20, 60)]
    return write_plan(folder, {"2010-12-31": {"part": 40, "whole": 100}}, *targets, better="lower")


def without_values(content: bytes) -> bytes:
    """The workbook without the values of its formulas, so that whoever opens it must reckon."""
    bare = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(bare, "w") as out:
        for name in book.namelist():
            text = book.read(name)
            out.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", text) if "/sheet" in name else text)
    return bare.getvalue()


def test_attainment_gap_and_growth_are_formulas_and_what_is_open_is_not() -> None:
    report = described(PLANS[0])
    place, sheet = next(
        (place, sheet) for place, sheet in enumerate(sheets(report), 1) if sheet.columns[1].key == "name"
    )
    cells = read(excel(report, "vi"))[place]
    keys = [column.key for column in sheet.columns]
    lines = {row[1].text.vi: line for line, row in reversed(list(enumerate(sheet.rows, HEADER_ROW + 2)))}

    def at(name: str, key: str) -> Found:
        return cells[f"{_letters(keys.index(key))}{lines[name]}"]

    value, target = (f"{_letters(keys.index(key))}{lines['Hộ có máy thu hình']}" for key in ("value", "target"))
    assert at("Hộ có máy thu hình", "attainment").formula == f"{value} / {target} * 100"
    assert at("Hộ có máy thu hình", "gap").formula == f"{target} - {value}"
    assert float(at("Hộ có máy thu hình", "gap").value) == pytest.approx(95 - 130654 / 145470 * 100)
    assert at("Hộ có máy thu hình", "shortfall").value == "7543"
    assert at("Người dân sử dụng Internet", "gap") == Found("41,59–50,00 điểm %", None, False)


def test_a_gap_below_zero_stays_a_number() -> None:
    found = [
        float(cell.value)
        for sheet in read(excel(described(PLANS[1]), "vi"))
        for cell in sheet.values()
        if cell.number and cell.formula
    ]
    assert min(found) < 0


def test_text_never_becomes_a_formula_whatever_it_says() -> None:
    report = renamed(described(PLANS[0]))
    written = excel(report, "vi")
    cells = [cell for sheet in read(written) for cell in sheet.values()]
    for text in HOSTILE:
        said = text.replace("\x00", "\ufffd").replace("\x07", "\ufffd")
        said = said if len(said) <= 32_767 else said[:32_766] + "…"
        assert any(cell.value == said and not cell.formula for cell in cells)
    assert all("HYPERLINK" not in (cell.formula or "") for cell in cells)


def renamed(report: Document) -> Document:
    """The report with hostile names in its tables."""
    part = report.part("targets")
    assert part is not None
    table = part.tables[0]
    rows = list(table.rows)
    places = [place for place, row in enumerate(rows) if not isinstance(row, Group)]
    for place, text in zip(places, HOSTILE, strict=False):
        row = rows[place]
        assert not isinstance(row, Group)
        rows[place] = (row[0]._replace(text=Text(text, text)), *row[1:])
    changed = part._replace(tables=(table._replace(rows=tuple(rows)),))
    return report._replace(parts=tuple(changed if each is part else each for each in report.parts))


def test_no_number_is_too_wide_for_its_column(tmp_path: Path) -> None:
    """Programs print ### in its place."""
    file = tmp_path / "report.xlsx"
    file.write_bytes(excel(described(PLANS[0]), "vi"))

    printed = converted(file, "pdf", tmp_path)

    text = subprocess.run([needs("pdftotext"), "-layout", str(printed), "-"], check=True, capture_output=True).stdout
    assert "7.543" in text.decode().replace(",", ".")
    assert "##" not in text.decode()


def test_headings_stay_in_sight_and_tables_can_be_filtered_and_printed() -> None:
    content = excel(described(PLANS[0]), "vi")
    book = zipfile.ZipFile(io.BytesIO(content))
    names = [name for name in book.namelist() if "/sheet" in name and name.endswith(".xml")]
    workbook = book.read("xl/workbook.xml").decode()
    assert workbook.count("Print_Area") == len(names)
    assert workbook.count("Print_Titles") == len(names) - 1
    for name in sorted(names, key=_order)[1:]:
        sheet = book.read(name).decode()
        assert 'state="frozen"' in sheet
        assert "<autoFilter" in sheet
        assert 'orientation="landscape"' in sheet


def test_tabs_have_names_that_programs_accept() -> None:
    report = described(PLANS[1])
    workbook = zipfile.ZipFile(io.BytesIO(excel(report, "vi"))).read("xl/workbook.xml").decode()
    names = re.findall(r'<sheet name="([^"]*)"', workbook)
    assert len({name.lower() for name in names}) == len(names) == len(list(sheets(report))) + 1
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_data_are_the_same_bytes(language: Language) -> None:
    assert excel(described(PLANS[0]), language) == excel(newly_described(PLANS[0]), language)


def _letters(column: int) -> str:
    first, second = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)
