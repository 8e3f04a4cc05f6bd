"""The Word document: the form of an official report, real tables, charts for those who see and those who do not."""

import io
import re
import subprocess
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from qt_ict.engine.observations import Choice
from qt_ict.language import LANGUAGES, Language, Text
from qt_ict.loading.folder import load
from qt_ict.presentation.word.letter import ACROSS, UPRIGHT, word
from qt_ict.presentation.word.unbroken import HYPHEN, NO_BREAK, unbroken
from qt_ict.report.brief.one_page import reply as brief
from qt_ict.report.document import Group
from qt_ict.report.plan_report.whole import reply as report
from qt_ict.report.question import Question
from tests.conftest import Result, edit
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
    """Number, place and date stand on one level, below issuer and motto."""
    first, second = head(opened())
    assert first[0] == ["ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ"]
    assert first[1] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert second == [["Số: ……/BC-……"], ["……………, ngày …… tháng …… năm ……"]]


def plain(text: str) -> str:
    """A text as it was before what belongs together was bound."""
    return text.replace(NO_BREAK, " ").replace(HYPHEN, "-")


def head(document: "Document") -> list[list[list[str]]]:  # type: ignore[valid-type]
    """The lines of the head, row by row, side by side."""
    rows = document.tables[0].rows  # type: ignore[attr-defined]
    return [[[line for line in plain(cell.text).split("\n") if line] for cell in row.cells] for row in rows]


def lines_of(document: "Document") -> list[str]:  # type: ignore[valid-type]
    """The paragraphs outside tables."""
    return [plain(each.text) for each in document.paragraphs]  # type: ignore[attr-defined]


def signature(document: "Document") -> list[str]:  # type: ignore[valid-type]
    """Recipients and signature."""
    tables = [[plain(cell.text) for cell in each.rows[0].cells] for each in document.tables]  # type: ignore[attr-defined]
    return next(cells for cells in tables if cells[0].startswith(("Nơi nhận", "Recipients")))


def example() -> str:
    """The section of the documentation, as it is written there."""
    return DOCUMENTED.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]


def test_the_plan_fills_the_frame(plan_copy: Path, tmp_path: Path) -> None:
    """What the documentation shows is what stands in the document, from the head to the archive."""
    file = plan_copy / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\n" + example(), encoding="utf-8")

    document = opened(plan_copy)

    first, second = head(document)
    assert first[0] == ["ỦY BAN NHÂN DÂN TỈNH", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"]
    assert second == [["Số: 05/BC-STTTT"], ["Quảng Trị, ngày 05 tháng 01 năm 2016"]]
    lines = lines_of(document)
    addressed = lines.index("Kính gửi: ")
    assert lines[addressed + 1 : addressed + 3] == ["- Ủy ban nhân dân tỉnh;", "- Bộ Thông tin và Truyền thông."]
    attached = "(Kèm theo Báo cáo số 05/BC-STTTT ngày 05 tháng 01 năm 2016 của Sở Thông tin và Truyền thông)"
    assert attached in lines
    receive, sign = signature(document)
    assert receive == "Nơi nhận:\n- Như trên;\n- Ban Giám đốc;\n- Lưu: VT, CNTT."
    assert sign.split() == ["KT.", "GIÁM", "ĐỐC", "PHÓ", "GIÁM", "ĐỐC", "Nguyễn", "Văn", "A"]
    assert "……" not in str(first) + str(second) + receive + sign


def test_one_addressee_stands_on_the_line(plan_copy: Path) -> None:
    file = plan_copy / "plan.yaml"
    text = file.read_text(encoding="utf-8") + "\nreport:\n  to: [{vi: Bộ, en: Ministry}]\n"
    file.write_text(text, encoding="utf-8")

    document = opened(plan_copy)
    assert "Kính gửi: Bộ." in lines_of(document)
    assert "To: Ministry." in lines_of(opened(plan_copy, "en"))
    assert head(document)[1][0] == ["Số: ……/BC-……"]


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


@pytest.mark.parametrize("folder", PLANS)
def test_the_text_ends_with_its_mark_before_the_signature(folder: Path) -> None:
    """Once, and not behind the appendices; the next block is that of the recipients."""
    document = opened(folder)
    blocks = [each for each in document.element.body if each.tag in (qn("w:p"), qn("w:tbl"))]
    texts = ["".join(run.text or "" for run in each.iter(qn("w:t"))) for each in blocks]
    [place] = [place for place, text in enumerate(texts) if text.endswith("./.")]
    assert texts[place + 1].startswith("Nơi nhận:")
    assert "Lưu: VT" in signature(document)[0]
    assert "Phụ lục I" in list(map(plain, texts[place + 2 :]))


SUBJECTS = {
    PLANS[0]: (
        "Kết quả thực hiện Kế hoạch số 1564/KH-UBND ngày 24 tháng 6 năm 2011 của Ủy ban nhân dân tỉnh Quảng Trị",
        "Results of Plan No. 1564/KH-UBND of 24 June 2011, People's Committee of Quảng Trị province",
    ),
    PLANS[1]: (
        "Kết quả thực hiện Quyết định số 1755/QĐ-TTg ngày 22 tháng 9 năm 2010 của Thủ tướng Chính phủ",
        "Results of Decision No. 1755/QĐ-TTg of 22 September 2010, Prime Minister",
    ),
}


@pytest.mark.parametrize("folder", PLANS)
def test_the_subject_is_made_of_the_plan_s_own_kind_number_and_date(folder: Path) -> None:
    for language, subject in zip(LANGUAGES, SUBJECTS[folder], strict=True):
        assert subject in lines_of(opened(folder, language))


def test_another_plan_has_another_subject(plan_copy: Path) -> None:
    edit(plan_copy / "plan.yaml", "number: 1564/KH-UBND", "number: 07/CTr-UBND")
    edit(plan_copy / "plan.yaml", "date: 2011-06-24", "date: 2012-01-05")
    said = "Kết quả thực hiện Chương trình số 07/CTr-UBND ngày 05 tháng 01 năm 2012 của"
    assert any(line.startswith(said) for line in lines_of(opened(plan_copy)))


def test_the_subject_says_which_targets_were_asked_for() -> None:
    said = newly_described(PLANS[0], year=2015, domain="households", agency="so_tttt")
    lines = lines_of(Document(io.BytesIO(word(said, "vi"))))
    domain, agency = "Phổ cập thông tin đến hộ gia đình", "Sở Thông tin và Truyền thông"
    asked = f", các mục tiêu năm 2015, lĩnh vực {domain}, phần việc của {agency}"
    assert SUBJECTS[PLANS[0]][0] + asked in lines


def test_the_legal_basis_is_italic_and_ends_with_the_plan_itself() -> None:
    """Every line ends with a semicolon, the last with a full stop."""
    basis = [each for each in opened().paragraphs if each.text.startswith("Căn cứ ")]
    assert [plain(each.text)[-1] for each in basis] == [";", "."]
    assert "số 1755/QĐ-TTg ngày 22 tháng 9 năm 2010" in plain(basis[0].text)
    assert "số 1564/KH-UBND ngày 24 tháng 6 năm 2011" in plain(basis[1].text)
    assert all(run.italic for each in basis for run in each.runs)


@pytest.mark.parametrize(
    ("number", "form", "official"),
    [
        ("1564/KH-UBND", None, True),
        ("05/2011/QĐ-UBND", None, True),
        ("DE/2011", None, False),
        ("No. 7 of 2011", None, False),
        ("DE/2011", "decree", True),
        ("1564/KH-UBND", "plain", False),
    ],
)
def test_only_a_plan_of_viet_nam_has_the_form_of_the_decree(
    plan_copy: Path, number: str, form: str | None, official: bool
) -> None:
    """By its number, unless it says so itself; a plain report has neither motto nor recipients."""
    file = plan_copy / "plan.yaml"
    edit(file, "number: 1564/KH-UBND", f"number: {number}")
    if form:
        file.write_text(file.read_text(encoding="utf-8") + f"\nreport:\n  form: {form}\n", encoding="utf-8")

    document = opened(plan_copy, "en")

    said = "\n".join([*lines_of(document), *(cell.text for each in document.tables for cell in each.rows[0].cells)])
    marks = ("SOCIALIST\xa0REPUBLIC", "Recipients:", "To: ", "Pursuant to", "./.", "(Attached to", "Other proposals")
    assert [mark in said for mark in marks] == [official] * len(marks)
    assert "I. RESULTS" in said
    assert "Appendix I" in said


TEXT_SAYS_NO = re.compile(r"qt-ict|\.yaml|\.md|QT\d{3}|[0-9a-f]{12}|https?:|--\w|\w_\w")
"""Commands, files, codes of rules, hashes, addresses, options, ids."""


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", [None, 2015])
def test_the_text_says_no_programs_words(folder: Path, language: Language, year: int | None) -> None:
    """What an auditor needs stands in an appendix."""
    document = Document(io.BytesIO(word(newly_described(folder, year=year), language)))
    said = [plain("".join(run.text or "" for run in each.iter(qn("w:t")))) for each in document.element.body]
    first = next(place for place, text in enumerate(said) if text in ("Phụ lục I", "Appendix I"))
    assert not [text for text in said[:first] if TEXT_SAYS_NO.search(text)]
    assert any(TEXT_SAYS_NO.search(text) for text in said[first:])


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("thiếu 7.543 hộ", "thiếu 7.543_hộ"),
        ("45,65% của 145.470 hộ", "45,65% của 145.470_hộ"),
        ("12,89–20 điểm phần trăm", "12,89=20_điểm_phần_trăm"),
        ("≥ 50 %", "≥_50_%"),
        ("khoảng 40 dịch vụ", "khoảng 40_dịch vụ"),
        ("Ủy ban nhân dân tỉnh Quảng Trị", "Ủy_ban_nhân_dân tỉnh_Quảng_Trị"),
        ("Quyết định số 1755/QĐ-TTg", "Quyết định số_1755/QĐ=TTg"),
        ("ngày 05 tháng 01 năm 2013 và", "ngày_05 tháng_01 năm_2013 và"),
        ("đến năm 2015 đạt", "đến năm_2015 đạt"),
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("Plan No. 1564/KH-UBND", "Plan_No._1564/KH=UBND"),
    ],
)
def test_nothing_is_broken_inside_a_number_or_a_name(text: str, bound: str) -> None:
    assert unbroken(text) == bound.replace("_", NO_BREAK).replace("=", HYPHEN)


def test_everything_written_is_bound() -> None:
    """Also in cells: no number is parted from its unit but a long one in a narrow table, no name is parted."""
    document = opened()
    texts = [each.text for each in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parted = re.compile(r"\d %|(?<![-–\d.,])[\d.]{1,9} (hộ|người|dịch vụ|trường)\b|Quảng Trị|Ủy ban nhân dân|\d–\d")
    assert not [text for text in (*texts, *cells) if parted.search(text)]
    assert not [text for text in texts if re.search(r"\d (hộ|người|dịch vụ|trường)\b", text)]


def test_every_style_is_times_new_roman() -> None:
    document = opened()
    for name in ("Normal", "Heading 1", "Heading 2", "Caption", "Title"):
        fonts = document.styles[name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{each}")) for each in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}


def test_the_page_number_stands_in_the_top_margin_from_the_second_page_on() -> None:
    """Every appendix counts its own pages."""
    first, *others = opened().sections
    assert "PAGE" in first.header._element.xml
    assert first.different_first_page_header_footer
    assert others
    for each in others:
        assert each.different_first_page_header_footer
        assert each._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_headings_of_tables_repeat_and_rows_stay_whole() -> None:
    document = opened()
    tables = [each for each in document.tables if each.style.name == "Table Grid"]
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
def test_bars_of_domains_are_drawn_and_said(folder: Path) -> None:
    """Every part with its number, for those who do not see the picture."""
    document = opened(folder, "vi")
    alternative = {each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))}
    bars = [
        cell.segments
        for table in described(folder).tables
        for row in table.rows
        if not isinstance(row, Group)
        for cell in row
        if cell.segments
    ]
    assert bars
    for each in bars:
        assert ", ".join(f"{part.number} {part.name.vi}" for part in each.parts) in alternative


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_every_number_of_the_report(folder: Path, language: Language) -> None:
    report = described(folder)
    said = {cell.text for table in opened(folder, language).tables for row in table.rows for cell in row.cells}
    said = {plain(text.split("\n")[0]) for text in said}
    checked = 0
    for part in report.parts:
        for table in part.tables:
            for row in table.kept(lambda column: not column.aside).rows:
                for cell in row if not isinstance(row, Group) else ():
                    if cell.segments:
                        continue
                    notes = f" {', '.join(map(str, cell.notes))}" if cell.notes else ""
                    assert plain(unbroken(cell.text.say(language))) + notes in said
                    checked += 1
    assert checked > 50


def test_hostile_names_are_text() -> None:
    content = word(renamed(described(PLANS[0])), "vi")
    said = "\n".join(
        cell.text for table in Document(io.BytesIO(content)).tables for row in table.rows for cell in row.cells
    )
    said = plain(said)
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

    text, whole = (each for each in Document(io.BytesIO(content)).tables if each.style.name == "Table Grid")
    assert sum(column.width.cm for column in text.columns) == pytest.approx(UPRIGHT, abs=0.1)
    assert sum(column.width.cm for column in whole.columns) == pytest.approx(ACROSS, abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_data_are_the_same_document(language: Language) -> None:
    assert word(newly_described(PLANS[0]), language) == _kept(PLANS[0], language)


def test_the_file_carries_the_date_of_the_data() -> None:
    core = opened().core_properties
    assert core.created.date() == core.modified.date() == described(PLANS[0]).day
    assert core.language == "vi-VN"


def printed(said: bytes, folder: Path) -> list[str]:
    """The pages that LibreOffice makes of a document, as text."""
    file = folder / "report.docx"
    file.write_bytes(said)
    pdf = converted(file, "pdf", folder)
    text = subprocess.run([needs("pdftotext"), "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
    return text.decode().rstrip("\f").split("\f")


@pytest.mark.parametrize("folder", PLANS)
def test_the_text_has_at_most_four_pages_as_libreoffice_prints_it(folder: Path, tmp_path: Path) -> None:
    """Whatever stands in for Times New Roman, which is narrower than most."""
    pages = printed(_kept(folder, "vi"), tmp_path)
    first = next(number for number, page in enumerate(pages) if page.split()[:3] == ["Phụ", "lục", "I"])
    assert first <= 4
    assert "Nơi nhận" in pages[first - 1]
    assert "BÁO CÁO" in pages[0]
    assert not pages[0].lstrip().startswith("1\n")
    assert pages[1].split()[0] == "2"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", PLANS)
def test_the_brief_is_one_page_as_libreoffice_prints_it(folder: Path, language: Language, tmp_path: Path) -> None:
    loaded, _ = load(folder)
    assert loaded is not None
    said = brief(loaded, Question()).document
    assert said is not None
    assert len(printed(word(said(), language), tmp_path)) == 1


@pytest.mark.parametrize("as_of", [None, date(2013, 12, 31)])
@pytest.mark.parametrize("folder", PLANS)
def test_tables_of_the_text_have_at_most_seven_columns_and_stand_upright(folder: Path, as_of: date | None) -> None:
    """Whole ones stand in an appendix."""
    loaded, _ = load(folder)
    assert loaded is not None
    said = report(loaded, Question(choice=Choice(as_of=as_of))).document
    assert said is not None
    document = Document(io.BytesIO(word(said(), "vi")))
    first = document.sections[0]
    assert first.page_width < first.page_height
    appendix = next(each for each in document.paragraphs if plain(each.text) == "Phụ lục I")._p
    blocks = list(document.element.body)
    text = [each for each in document.tables if blocks.index(each._tbl) < blocks.index(appendix)]
    assert len(text) >= 4
    assert max(len(each.columns) for each in text) <= 7
