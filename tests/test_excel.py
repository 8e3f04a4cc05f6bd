"""The workbook: true numbers, live formulas, text that stays text."""

import io
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from qt_ict.arithmetic.interval import point
from qt_ict.engine.observations import Choice
from qt_ict.engine.thresholds import Threshold
from qt_ict.language import EMPTY, LANGUAGES, Language, Text
from qt_ict.loading.folder import load
from qt_ict.presentation.excel.attained import bars
from qt_ict.presentation.excel.book import tab_named
from qt_ict.presentation.excel.cell_formulas import RowCells, formula_of
from qt_ict.presentation.excel.sheets import sheets
from qt_ict.presentation.excel.table_sheet import HEADER_ROW
from qt_ict.presentation.excel.workbook import excel
from qt_ict.presentation.svg.drawing import COLOURS
from qt_ict.report import words
from qt_ict.report.answer import Answer, answer
from qt_ict.report.brief import one_page
from qt_ict.report.document import Alternative, Cell, Document, Group
from qt_ict.report.plan_report.whole import whole
from qt_ict.report.question import Question, Selection
from qt_ict.report.trial import COLUMNS, TriedPace, row_of, trial, trials
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
        kind = cell.get("t")
        yield (
            cell.get("r") or "",
            Found(texts[int(value)] if kind == "s" else value, cell.findtext(f"{MAIN}f"), kind in (None, "n")),
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
            if cell.formula and cell.number:
                assert float(recalculated[name].value) == pytest.approx(float(cell.value), rel=1e-9, abs=1e-9)
                formulas += 1
            elif cell.formula:
                assert recalculated[name].value == cell.value
    assert formulas >= 3


def ceilings(folder: Path) -> Path:
    """A plan whose targets are to be fallen below: one missed, one met."""
    targets = [{"comparator": "at_most", "value": value, "due": 2015} for value in (20, 60)]
    return write_plan(folder, {"2010-12-31": {"part": 40, "whole": 100}}, *targets, better="lower")


def bands(folder: Path) -> Path:
    """A plan whose targets are to lie between two numbers: one beyond the value, one short of it, one met."""
    between = {"comparator": "between", "band": True, "due": 2015}
    targets = [{**between, "value": value} for value in ([20, 24], [50, 54], [38, 42])]
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
    """On A4, one page wide, headings on every page; the first sheet and the charts have no table of their own."""
    report = described(PLANS[0])
    book = zipfile.ZipFile(io.BytesIO(excel(report, "vi")))
    names = sorted((name for name in book.namelist() if "/sheet" in name and name.endswith(".xml")), key=_order)
    workbook = book.read("xl/workbook.xml").decode()
    tables = len(list(sheets(report)))
    assert workbook.count("Print_Area") == len(names)
    assert workbook.count("Print_Titles") == tables
    for name in names:
        sheet = book.read(name).decode()
        assert 'paperSize="9"' in sheet
        assert 'fitToHeight="0"' in sheet
    for name in names[1 : tables + 1]:
        sheet = book.read(name).decode()
        assert 'state="frozen"' in sheet
        assert "<autoFilter" in sheet


def test_tabs_have_names_that_programs_accept() -> None:
    report = described(PLANS[1])
    workbook = zipfile.ZipFile(io.BytesIO(excel(report, "vi"))).read("xl/workbook.xml").decode()
    names = re.findall(r'<sheet name="([^"]*)"', workbook)
    own = 2 if report.charts else 1
    assert len({name.lower() for name in names}) == len(names) == len(list(sheets(report))) + own
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_cut_on_paper(folder: Path, language: Language, tmp_path: Path) -> None:
    """A row too low, a column beyond the page, a text beyond its cell would lose some."""
    report = described(folder)
    file = tmp_path / "report.xlsx"
    file.write_bytes(excel(report, language))

    on_paper = words_of(printed(file, tmp_path))

    expected = Counter[str]()
    for tab in sheets(report):
        shown = [place for place, column in enumerate(tab.columns) if not column.aside]
        cells = (row[place] for row in tab.rows for place in shown)
        expected += words_of(" ".join(cell.text.say(language) for cell in cells if is_text(cell)))
        expected += words_of(" ".join(each.say(language) for each in (*tab.lead, *tab.paragraphs)))
    assert expected.total() > 400
    assert not expected - on_paper


def is_text(cell: Cell) -> bool:
    """True of a cell that is no number, which each country's program writes its own way."""
    return cell.amount is None and not cell.choices


def words_of(said: str) -> Counter[str]:
    """The words of letters alone: what is broken at a sign or over lines is another."""
    return Counter(re.findall(r"(?<!\S)[^\W\d_]{2,}(?!\S)", said))


def printed(file: Path, folder: Path) -> str:
    """The text of a workbook as it is printed."""
    pages = converted(file, "pdf", folder)
    return subprocess.run([needs("pdftotext"), str(pages), "-"], check=True, capture_output=True).stdout.decode()


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_to_stand_on_one_page_does(folder: Path, language: Language, tmp_path: Path) -> None:
    brief = briefly(folder)
    file = tmp_path / "brief.xlsx"
    file.write_bytes(excel(brief, language))

    said = printed(file, tmp_path)

    assert brief.one_page
    assert said.count("\f") == 1
    texts = [said for part in brief.parts for said in (part.heading, *part.paragraphs)]
    assert not words_of(" ".join(each.say(language) for each in texts)) - words_of(said)


def briefly(folder: Path) -> Document:
    """The page for a committee."""
    loaded, _ = load(folder)
    assert loaded is not None
    return one_page.document(answer(loaded, Question(Selection())))


def as_of_2013() -> Answer:
    """The targets of the nation where their pace is known."""
    loaded, _ = load(PLANS[1])
    assert loaded is not None
    return answer(loaded, Question(choice=Choice(as_of=date(2013, 12, 31))))


def test_charts_over_time_are_drawn_by_the_program_from_cells_with_the_same_values() -> None:
    report = whole(as_of_2013().loaded, Question(choice=Choice(as_of=date(2013, 12, 31))))
    content = excel(report, "en")
    book = zipfile.ZipFile(io.BytesIO(content))
    drawn = sorted((name for name in book.namelist() if "/charts/chart" in name), key=_order)
    lines = [text for name in drawn if "<c:lineChart>" in (text := book.read(name).decode())]
    cells = read(content)[-1]

    assert len(lines) == len(report.charts) == 6
    for chart, text in zip(report.charts, lines, strict=True):
        values = set(cached(text))
        assert {round(each, 9) for line in chart.lines for point in line.points for each in point[1:]} == values
        assert COLOURS["value"][1:].lower() in text.lower()
    stored = {round(float(cell.value), 9) for cell in cells.values() if cell.number and cell.value}
    assert {value for text in lines for value in cached(text)} <= stored


def cached(chart: str) -> list[float]:
    """The values that a chart draws, as they stand in it."""
    values = re.findall(r"<c:val>.*?</c:val>", chart, re.DOTALL)
    return [round(float(each), 9) for said in values for each in re.findall(r"<c:v>([^<]*)</c:v>", said)]


def test_a_bar_for_each_target_shows_what_is_attained() -> None:
    report = described(PLANS[0])
    book = zipfile.ZipFile(io.BytesIO(excel(report, "vi")))
    text = next(
        text for name in book.namelist() if "/charts/" in name and "<c:barChart>" in (text := book.read(name).decode())
    )

    found = bars(report)
    assert len(found) == 10
    assert cached(text) == [
        *(round(each.certain * 100, 9) for each in found),
        *(round((each.possible - each.certain) * 100, 9) for each in found),
    ]


def test_what_is_assumed_at_first_leads_where_the_pace_leads() -> None:
    """The trial and the projection of the engine are one."""
    asked = as_of_2013()
    found = list(trials(asked))
    assert len(found) == 6
    for each in found:
        assert point(each.at_due) == each.row.course.projection.at_due
        assert each.added > 0


@pytest.mark.parametrize(
    ("strict", "upward", "value", "year"),
    [(True, True, 0, 2016), (False, True, 0, 2015), (True, False, 40, 2016), (False, False, 40, 2015)],
)
def test_a_year_that_ends_on_a_line_that_will_not_do_is_too_early(
    strict: bool, upward: bool, value: int, year: int
) -> None:
    """More than 20 from 0 by 4 a year: 20 at the end of the fifth does not meet it, so it is the sixth."""
    first = next(trials(answered(PLANS[0])))
    line = Threshold(Fraction(20), upward, strict)
    added = Fraction(4 if upward else -4)
    each = first._replace(day=date(2010, 12, 31), value=Fraction(value), line=line, years=Fraction(5), added=added)

    assert each.at_due == 20
    assert line.status(point(each.at_due)) == ("not_met" if strict else "met")
    assert each.reached == year
    assert each._replace(added=added * Fraction(101, 100)).reached == 2015


def test_a_band_that_is_met_may_be_left_again(tmp_path: Path) -> None:
    """40 within 38 to 42, and 3 more a year: 55 when due is 13 above it, and no year reaches it any more."""
    each = [*trials(answered(bands(tmp_path)))][2]._replace(added=Fraction(3))

    said = dict(zip((column.key for column in COLUMNS), row_of(each), strict=True))

    assert each.at_due == 55
    assert (said["attainment"].text.en, said["gap"].text.en) == ("76.4%", "13.00")
    assert said["status"].text == words.STATUSES["not_met"]
    assert said["reached"].text.en == "within now, out of it when due"


@pytest.mark.parametrize(
    ("added", "at_due", "status", "missing", "reached"),
    [
        (-1, 35, "not_met", "11", "2026"),
        (-4, 20, "met", "0", "2014"),
        (-6, 10, "not_met", "10", "2013"),
        (-20, 0, "not_met", "20", "2011"),
        (-30, 0, "not_met", "20", "never"),
        (1, 45, "not_met", "21", "never"),
    ],
)
def test_a_band_may_be_passed(tmp_path: Path, added: int, at_due: int, status: str, missing: str, reached: str) -> None:
    """From 40 into 20 to 24 by 2015: what falls to 10 by then misses it by 10, though it was within it in 2013."""
    each = next(trials(answered(bands(tmp_path))))._replace(added=Fraction(added))

    said = dict(zip((column.key for column in COLUMNS), row_of(each), strict=True))

    assert each.at_due == at_due
    assert said["status"].text == words.STATUSES[status]
    assert said["gap"].text.en == missing + ".00"
    assert said["reached"].text.en == reached


ASSUMED = (Fraction(0), Fraction(1), Fraction(-3), Fraction(5, 2), Fraction(500), None)
"""What a planner enters; None is exactly what is required."""


@pytest.mark.parametrize("assumed", ASSUMED)
@pytest.mark.parametrize("kind", ["province", "nation", "ceilings", "bands"])
def test_whatever_is_assumed_the_workbook_says_what_the_engine_says(
    assumed: Fraction | None, kind: str, tmp_path: Path
) -> None:
    asked = {"province": lambda: answered(PLANS[0]), "nation": as_of_2013}.get(kind)
    found = asked() if asked else answered({"ceilings": ceilings, "bands": bands}[kind](tmp_path / "plan"))
    report = Document(Text.same("t"), (), trial=trial(found))
    added = [assumed if assumed is not None else required(each) for each in trials(found)]
    expected = [row_of(each._replace(added=pace)) for each, pace in zip(trials(found), added, strict=True)]
    tab = next(sheets(report))
    keys = [column.key for column in tab.columns]

    file = tmp_path / "tried.xlsx"
    place = _letters(keys.index("added"))
    file.write_bytes(entered(without_values(excel(report, "en")), place, added))
    (tmp_path / "out").mkdir()
    cells = read(converted(file, "xlsx", tmp_path / "out").read_bytes())[1]

    for line, row in enumerate(expected, HEADER_ROW + 2):
        for key, cell in zip([column.key for column in COLUMNS], row, strict=True):
            said = cells.get(f"{_letters(keys.index(key))}{line}")
            if cell.amount is not None:
                assert said is not None
                assert float(said.value) == pytest.approx(float(cell.amount.interval.low or 0), rel=1e-9, abs=1e-9)
            elif cell.text.en:
                assert said is not None
                assert said.value == cell.text.en


def answered(folder: Path) -> Answer:
    loaded, _ = load(folder)
    assert loaded is not None
    return answer(loaded, Question())


def required(each: TriedPace) -> Fraction:
    return (each.line.number - each.value) / each.years


def entered(content: bytes, column: str, numbers: list[Fraction]) -> bytes:
    """The workbook with other numbers in the cells of a column of its second sheet."""
    by_name = {f"{column}{line}": float(each) for line, each in enumerate(numbers, HEADER_ROW + 2)}

    def put(cell: re.Match[str]) -> str:
        return f"{cell[1]}{by_name[cell[2]]!r}</v>" if cell[2] in by_name else cell[0]

    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(changed, "w") as out:
        for name in book.namelist():
            text = book.read(name)
            if name.endswith("/sheet2.xml"):
                text = re.sub(r'(<c r="(\w+)"[^>]*><v>)[^<]*</v>', put, text.decode()).encode()
            out.writestr(name, text)
    return changed.getvalue()


def test_cells_to_change_say_what_they_take() -> None:
    report = described(PLANS[0])
    place = [tab.name.vi for tab in sheets(report)].index("Giả định") + 2
    sheet = zipfile.ZipFile(io.BytesIO(excel(report, "vi"))).read(f"xl/worksheets/sheet{place}.xml").decode()
    found = list(trials(answered(PLANS[0])))
    assert sheet.count('<dataValidation type="decimal"') == len(found) == 15
    assert sheet.count('prompt="Mức tăng mỗi năm') == len(found)


def test_a_text_within_a_formula_stays_text() -> None:
    hostile = Cell(Text.same('"&HYPERLINK("http://example.org")&"'))
    cell = Cell(EMPTY, choices=(Alternative("{a} > 0", hostile), Alternative("", Cell(Text.same("no")))))
    assert (
        formula_of(cell, RowCells({"a": "A1"}, "en")) == '=IF(A1 > 0, """&HYPERLINK(""http://example.org"")&""", "no")'
    )
    assert formula_of(cell, RowCells({}, "en")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_data_are_the_same_bytes(language: Language) -> None:
    assert excel(described(PLANS[0]), language) == excel(newly_described(PLANS[0]), language)


def _letters(column: int) -> str:
    first, second = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


@pytest.mark.parametrize(
    ("name", "tab"),
    [
        ("Trả lời báo chí của Sở Thông tin và Truyền thông", "Trả lời báo chí của Sở Thông"),
        ("Tiến độ đến 31/12/2013 – Việt Nam, 1755/QĐ-TTg", "Tiến độ đến 31-12-2013 – Việt"),
        ("Các mục tiêu theo lĩnh vực", "Các mục tiêu theo lĩnh vực"),
        ("x" * 40, "x" * 31),
    ],
)
def test_the_name_of_a_sheet_ends_with_a_whole_word(name: str, tab: str) -> None:
    """A tab has room for 31 characters; a second one of that name has its number within them."""
    taken: set[str] = set()

    assert tab_named(name, taken) == tab
    again = tab_named(name, taken)
    assert again.endswith(" (2)")
    assert len(again) <= 31
