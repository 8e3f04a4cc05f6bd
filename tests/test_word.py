"""The Word document: the form of an official report, real tables, charts for those who see and those who do not."""

import io
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from qt_ict.language import LANGUAGES, Language, Text
from qt_ict.presentation.word.letter import ACROSS, word
from qt_ict.report.document import Group
from tests.conftest import Result
from tests.programs import converted, needs
from tests.test_excel import HOSTILE, renamed
from tests.test_report import PLANS, described, newly_described

Run = Callable[..., Result]
DOCUMENTED = Path(__file__).parent.parent / "docs" / "reports.md"


def opened(folder: Path = PLANS[0], language: Language = "vi") -> "Document":  # type: ignore[valid-type]
    return Document(io.BytesIO(_kept(folder, language) if folder in PLANS else word(described(folder), language)))


@cache
def _kept(folder: Path, language: Language) -> bytes:
    """The document of a plan that no test changes, written once."""
    return word(described(folder), language)


def test_pages_are_a4_with_the_margins_of_the_decree() -> None:
    for section in opened().sections:
        sides = sorted((section.page_width, section.page_height))
        assert sides == [pytest.approx(Mm(210), abs=1000), pytest.approx(Mm(297), abs=1000)]
        assert 20 <= section.top_margin.mm <= 25
        assert 20 <= section.bottom_margin.mm <= 25
        assert 30 <= section.left_margin.mm <= 35
        assert 15 <= section.right_margin.mm <= 20.01


def test_wide_tables_stand_across() -> None:
    document = opened()
    assert {section.page_width > section.page_height for section in document.sections} == {True, False}


def test_the_head_has_motto_number_place_and_date_left_blank() -> None:
    left, right = opened().tables[0].rows[0].cells
    assert "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ" in left.text
    assert "Số: ……/BC-……" in left.text
    assert right.text.splitlines()[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert "ngày …… tháng …… năm ……" in right.text


def example() -> str:
    """The section of the documentation, as it is written there."""
    return DOCUMENTED.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]


def test_the_plan_fills_the_frame(plan_copy: Path, tmp_path: Path) -> None:
    """What the documentation shows is what stands in the document, from the head to the archive."""
    file = plan_copy / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\n" + example(), encoding="utf-8")

    document = opened(plan_copy)

    left, right = document.tables[0].rows[0].cells
    assert left.text.split("\n")[:2] == ["ỦY BAN NHÂN DÂN TỈNH", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"]
    assert "Số: 05/BC-STTTT" in left.text
    assert "Quảng Trị, ngày 05 tháng 01 năm 2016" in right.text
    lines = [each.text for each in document.paragraphs]
    addressed = lines.index("Kính gửi: ")
    assert lines[addressed + 1 : addressed + 3] == ["- Ủy ban nhân dân tỉnh;", "- Bộ Thông tin và Truyền thông."]
    receive, sign = document.tables[-1].rows[0].cells
    assert receive.text == "Nơi nhận:\n- Như trên;\n- Ban Giám đốc;\n- Lưu: VT, CNTT."
    assert sign.text.split() == ["KT.", "GIÁM", "ĐỐC", "PHÓ", "GIÁM", "ĐỐC", "Nguyễn", "Văn", "A"]
    assert "……" not in left.text + right.text + receive.text + sign.text


def test_one_addressee_stands_on_the_line(plan_copy: Path) -> None:
    file = plan_copy / "plan.yaml"
    text = file.read_text(encoding="utf-8") + "\nreport:\n  to: [{vi: Bộ, en: Ministry}]\n"
    file.write_text(text, encoding="utf-8")

    document = opened(plan_copy)
    assert "Kính gửi: Bộ." in [each.text for each in document.paragraphs]
    assert "To: Ministry." in [each.text for each in opened(plan_copy, "en").paragraphs]
    assert "Số: ……/BC-……" in document.tables[0].rows[0].cells[0].text


@pytest.mark.parametrize(
    "wrong", ["  nummber: 05", "  date: 5/1/2016", "  to: Bộ", "  name: [A]", '  name: "a\\e[31m"']
)
def test_a_wrong_frame_is_said_with_its_place(plan_copy: Path, qt_ict: Run, wrong: str) -> None:
    file = plan_copy / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"\nreport:\n{wrong}\n", encoding="utf-8")

    result = qt_ict("validate", "--data", str(plan_copy), "--lang", "en")

    assert result.code == 1
    line = file.read_text(encoding="utf-8").count("\n")
    assert f"plan.yaml:{line}:" in result.out + result.err


def test_it_ends_with_its_mark_recipients_and_signature() -> None:
    document = opened()
    assert [each.text for each in document.paragraphs if each.text.strip()][-1].endswith("/.")
    assert "Nơi nhận:" in document.tables[-1].rows[0].cells[0].text
    assert "Lưu: VT" in document.tables[-1].rows[0].cells[0].text


def test_every_style_is_times_new_roman() -> None:
    document = opened()
    for name in ("Normal", "Heading 1", "Heading 2", "Caption", "Title"):
        fonts = document.styles[name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{each}")) for each in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}


def test_the_page_number_stands_in_the_top_margin_from_the_second_page_on() -> None:
    first, *others = opened().sections
    assert "PAGE" in first.header._element.xml
    assert first.different_first_page_header_footer
    assert not any(each.different_first_page_header_footer for each in others)


def test_headings_of_tables_repeat_and_rows_stay_whole() -> None:
    document = opened()
    tables = document.tables[1:-1]
    assert len(tables) >= 5
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


@pytest.mark.parametrize("folder", PLANS)
def test_every_chart_says_in_words_what_it_shows(folder: Path) -> None:
    report = described(folder)
    document = opened(folder)
    said = [each._inline.docPr.get("descr") for each in document.inline_shapes]
    paths = report.part("paths")
    assert paths is not None
    assert all(any(drawing.chart.said.vi in each for each in said) for drawing in paths.drawings)
    described_in_tables = [element.get("descr") for element in document.element.body.iter(qn("wp:docPr"))]
    assert all(described_in_tables)
    targets = report.part("targets")
    assert targets is not None
    bullets = [
        cell.bullet for row in targets.tables[0].rows if not isinstance(row, Group) for cell in row if cell.bullet
    ]
    assert bullets
    assert {each.said.vi for each in bullets} <= set(described_in_tables)


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_every_number_of_the_report(folder: Path, language: Language) -> None:
    report = described(folder)
    said = {cell.text for table in opened(folder, language).tables for row in table.rows for cell in row.cells}
    said = {text.split("\n")[0].replace("\xa0", " ") for text in said}
    checked = 0
    for part in report.parts:
        for table in part.tables:
            for row in table.kept(lambda column: not column.aside).rows:
                for cell in row if not isinstance(row, Group) else ():
                    notes = f" {', '.join(map(str, cell.notes))}" if cell.notes else ""
                    assert cell.text.say(language) + notes in said
                    checked += 1
    assert checked > 50


def test_hostile_names_are_text() -> None:
    content = word(renamed(described(PLANS[0])), "vi")
    said = "\n".join(
        cell.text for table in Document(io.BytesIO(content)).tables for row in table.rows for cell in row.cells
    )
    for text in HOSTILE:
        assert text.replace("\x00", "\ufffd").replace("\x07", "\ufffd") in said


def test_a_table_stays_on_its_page_however_long_its_words() -> None:
    """Where every column wants more than there is, all give way."""
    report = described(PLANS[0])
    part = report.part("targets")
    assert part is not None
    long = Text("a" * 40, "a" * 40)
    rows = tuple(
        row if isinstance(row, Group) else tuple(cell._replace(text=long) for cell in row)
        for row in part.tables[0].rows
    )
    filled = part._replace(tables=(part.tables[0]._replace(rows=rows),))

    content = word(report._replace(parts=(filled,)), "vi")

    table = Document(io.BytesIO(content)).tables[1]
    assert sum(column.width.cm for column in table.columns) == pytest.approx(ACROSS, abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_data_are_the_same_document(language: Language) -> None:
    assert word(newly_described(PLANS[0]), language) == _kept(PLANS[0], language)


def test_the_file_carries_the_date_of_the_data() -> None:
    core = opened().core_properties
    assert core.created.date() == core.modified.date() == described(PLANS[0]).day
    assert core.language == "vi-VN"


@pytest.mark.parametrize("folder", PLANS)
def test_libreoffice_prints_it(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(_kept(folder, "vi"))
    printed = converted(file, "pdf", tmp_path)
    text = subprocess.run([needs("pdftotext"), "-layout", str(printed), "-"], check=True, capture_output=True).stdout
    words = text.decode()
    assert "BÁO CÁO" in words
    assert "Nơi nhận" in words
    pages = words.split("\f")
    assert 3 <= len(pages) <= 40
    assert not pages[0].lstrip().startswith("1\n")
    assert pages[1].split()[0] == "2"
