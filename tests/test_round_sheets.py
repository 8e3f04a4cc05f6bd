"""``qt-ict round add`` on the tables people have: their columns, years, headings, digits and signs."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_ict.arithmetic.numerals import Convention
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.editing.addition import bringing
from qt_ict.editing.how_read import HowRead
from qt_ict.loading.folder import load
from qt_ict.loading.sheet_files import sheets
from qt_ict.report.round_add import document
from tests.conftest import DATA, VIETNAM, Result, edit

Run = Callable[..., Result]
Add = Callable[..., Result]
Fill = Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]
DAY = "2012-06-30"


@pytest.fixture
def plan(plan_copy: Path, qt_ict: Run) -> Path:
    """The shipped plan with one empty later round."""
    shutil.rmtree(plan_copy / "rounds")
    assert qt_ict("round", "new", DAY, "--data", str(plan_copy)).code == 0
    return plan_copy


@pytest.fixture
def add(qt_ict: Run, plan: Path, tmp_path: Path) -> Add:
    """Bring a table into the plan: a text of CSV, or a function that fills a sheet."""

    def call(table: str | Fill, *options: str) -> Result:
        if isinstance(table, str):
            file = tmp_path / "report.csv"
            file.write_text(table, encoding="utf-8")
        else:
            file = tmp_path / "report.xlsx"
            book = xlsxwriter.Workbook(file)
            table(book, book.add_worksheet("Sheet"))
            book.close()
        return qt_ict("round", "add", str(file), "--data", str(plan), *options)

    return call


def cells(*rows: tuple[Any, ...], formats: dict[str, str] | None = None) -> Fill:
    """A sheet of these rows, some cells under a number format."""

    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        for row, contents in enumerate(rows):
            for column, content in enumerate(contents):
                code = (formats or {}).get(f"{'ABCDEFG'[column]}{row + 1}")
                sheet.write(row, column, content, book.add_format({"num_format": code}) if code else None)

    return fill


def text(plan: Path, day: str = DAY) -> str:
    """The file of a round."""
    return (plan / "rounds" / f"{day}.yaml").read_text("utf-8")


def rounds(plan: Path) -> dict[str, dict[str, Any]]:
    """The numbers of every later round as they load."""
    loaded, findings = load(plan)
    assert loaded is not None, findings
    return {each.id: {name: str(one.value) for name, one in each.figures.items()} for each in loaded.plan.rounds[1:]}


# Which column is what.


OTHER = "TT,Chỉ tiêu,ĐVT,Thực hiện 2012\n1,households,hộ,147000\n"


def test_columns_are_what_the_user_says_and_the_plan_remembers_it(plan: Path, add: Add) -> None:
    """Next year's sheet needs no words, and nothing that stands in the plan's file is touched."""
    before = (plan / "plan.yaml").read_text("utf-8")

    found = add(OTHER, "--columns", "Chỉ tiêu=figure, Thực hiện=value", "--yes")

    assert found.code == 0
    assert "Columns not used: TT (A).\n" in found.out
    after = (plan / "plan.yaml").read_text("utf-8")
    assert after == before + "\nsheets:\n  columns:\n    Chỉ tiêu: figure\n    Thực hiện: value\n"
    assert rounds(plan) == {DAY: {"households": "147000"}}
    assert add(OTHER.replace("2012", "2013").replace("147", "148"), "--yes").code == 0
    assert rounds(plan)["2013-12-31"] == {"households": "148000"}
    assert (plan / "plan.yaml").read_text("utf-8") == after


@pytest.mark.parametrize("heading", ["tt", "vi", "en", "note", "area"])
def test_a_heading_may_be_called_as_a_language_is(plan: Path, add: Add, heading: str) -> None:
    """What sheets call their columns says nothing in any language: tt is Tatar, and the number of a row."""
    assert add(f"{heading};figure;value\n1;households;147000\n", "--columns", f"{heading}=unused", "--yes").code == 0

    assert f"{heading}: unused" in (plan / "plan.yaml").read_text("utf-8")
    assert rounds(plan) == {DAY: {"households": "147000"}}


def test_more_columns_are_remembered_beside_those_that_are(plan: Path, add: Add) -> None:
    """A section of the user's own keeps its comments and its order; a meaning that changes is changed in its place."""
    file = plan / "plan.yaml"
    own = "\nsheets:   # from the statistics office\n  columns:\n    Chỉ tiêu: figure  # theirs\n    Số: unused\n"
    file.write_text(file.read_text("utf-8") + own, encoding="utf-8")

    found = add("Chỉ tiêu;Số;2012: ước\nhouseholds;147000;1\n", "--columns", "Số=value,2012: ước=unused", "--yes")

    assert found.code == 0
    written = file.read_text("utf-8")
    assert '    "2012: ước": unused\n' in written
    assert "    Chỉ tiêu: figure  # theirs\n    Số: value\n" in written
    loaded, _ = load(plan)
    assert loaded is not None
    assert loaded.plan.sheets.columns == {"Chỉ tiêu": "figure", "Số": "value", "2012: ước": "unused"}


def test_without_a_declaration_the_headings_are_listed(add: Add) -> None:
    """Whoever reads it knows what to put into --columns."""
    found = add(OTHER)

    assert found.code == 2
    assert '  = Probably --columns "Chỉ tiêu=figure, Thực hiện 2012=value". Head the columns figure' in found.err
    assert "There are: TT, Chỉ tiêu, ĐVT, Thực hiện 2012.\n" in found.err
    assert "Probably" not in add(OTHER.replace("households", "x")).err


@pytest.mark.parametrize(
    ("declared", "problem"),
    [
        ("Chỉ tiêu=figure, Thực hin=value", "no line of headings"),
        ("Chỉ tiêu=figure, Thực hiện=value, Ghi chu=note", "has no column Ghi chu"),
        ("Chỉ tiêu=figures", "--columns: Chỉ tiêu=figures cannot be read"),
        ("Chỉ tiêu", "--columns: Chỉ tiêu cannot be read"),
    ],
)
def test_a_slip_in_a_declaration_is_named(add: Add, declared: str, problem: str) -> None:
    """A column that is not there would be left out silently."""
    found = add(OTHER, "--columns", declared)

    assert (found.code, found.out) == (2, "")
    assert problem in found.err


def test_a_meaning_that_the_plan_cannot_have_is_a_finding(plan: Path, qt_ict: Run) -> None:
    """With its place, as for every other key."""
    file = plan / "plan.yaml"
    file.write_text(file.read_text("utf-8") + "\nsheets:\n  columns:\n    Chỉ tiêu: figures\n", encoding="utf-8")

    found = qt_ict("validate", str(plan))

    assert found.code == 1
    assert "figure, value, flag, note, date, unit, comparator, unused or a date" in found.out + found.err


def test_what_other_columns_say_is_used(plan: Path, add: Add) -> None:
    """Unit checked, comparator, date and note written below the number; a column nobody knows is named."""
    found = add(
        "figure,unit,value,comparator,date,note,printed\n"
        "households,hộ,147000,,2012-06-30,,x\n"
        "ict_workers_university,percent,82.5,more_than,2012-03,est.,82.5%\n",
        "--numbers",
        "en",
        "--yes",
    )

    assert found.code == 0
    assert "Columns not used: printed (G).\n" in found.out
    assert "Written beside it: comparator: more_than, date: 2012-03, note: est." in " ".join(found.out.split())
    assert "    value: 82.5  # 2010-12-31: 40\n    comparator: more_than\n    date: 2012-03\n" in text(plan)
    assert '    note: {vi: "est.", en: "est."}\n' in text(plan)
    loaded, findings = load(plan)
    assert loaded is not None, findings
    assert str(loaded.plan.rounds[1].figures["ict_workers_university"].date)


@pytest.mark.parametrize(
    ("row", "cell", "why"),
    [
        ("households,thousand households,147,,", "B2", "the sheet says thousand households, the plan households"),
        ("ict_workers_university,per mille,825,,", "B2", "the sheet says per mille, the plan %"),
        ("households,hộ,147000,about,", "D2", "no comparator"),
        ("households,hộ,147000,,31/6/2012", "E2", "no date"),
    ],
)
def test_what_other_columns_say_is_never_dropped(plan: Path, add: Add, row: str, cell: str, why: str) -> None:
    """Ten thousand of thousands is another number; the plan's unit decides, and the cell is named."""
    found = add(f"figure,unit,value,comparator,date\n{row}\n", "--yes")

    assert found.code == 1
    assert f"report.csv!{cell} " in found.out
    assert why in " ".join(found.out.split())
    assert rounds(plan) == {DAY: {}}


def test_a_unit_that_is_but_another_word_is_set_aside_by_name(plan: Path, add: Add) -> None:
    """The advice of the doubtful cell, followed."""
    table = "figure,ĐVT,value\nhouseholds,gia đình,147000\n"

    assert '--columns "ĐVT=unused"' in " ".join(add(table).out.split())
    assert "Columns not used: ĐVT (B)." in add(table, "--columns", "ĐVT=unused", "--yes").out


# Headings of two lines, columns of years and of areas.


def test_a_heading_of_two_lines_is_read_as_one(plan: Path, add: Add) -> None:
    """The year over two columns belongs to both; the column that is not read is called by both of its cells."""

    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.merge_range("B1:C1", "2012")
        sheet.merge_range("A1:A2", "figure")
        sheet.write_row("B2", ("value", "printed"))
        sheet.write_row("A3", ("ict_workers_university", 78.8, "78,8 %"))

    found = add(fill, "--yes")

    assert found.code == 0
    assert "Columns not used: 2012 / printed (C).\n" in found.out
    assert rounds(plan) == {DAY: {"ict_workers_university": "78.8"}}


@pytest.mark.parametrize(
    "rows",
    [
        (("figure", "2011", "", "2012", ""), ("", "value", "printed", "value", "printed")),
        (("figure", "", "", "", ""), ("", "2011", "x", "2012", "y")),
    ],
)
def test_a_heading_that_is_not_merged_stands_over_the_columns_behind_it(
    plan: Path, add: Add, rows: tuple[tuple[str, ...], ...]
) -> None:
    """In CSV and in workbooks alike; a heading of one line alone is not spread."""
    row = ("households", 146000, "146 000", 147000, "147 000")

    for table in (cells(*rows, row), "\n".join(";".join(map(str, each)) for each in (*rows, row))):
        found = add(table, "--yes")
        assert (found.code, found.err) == (0, "")
        assert rounds(plan) == {"2011-12-31": {"households": "146000"}, DAY: {"households": "147000"}}


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("Chỉ tiêu;Thực hiện;;Kế hoạch\n;2011;2012;2012\nhouseholds;146000;147000;150000\n", "Thực hiện"),
        ("Chỉ tiêu;Thực hiện năm 2011;Thực hiện năm 2012;Kế hoạch\nhouseholds;146000;147000;1\n", "Thực hiện năm"),
    ],
)
def test_what_was_done_is_told_from_what_was_planned(plan: Path, add: Add, table: str, name: str) -> None:
    """Two columns of one year: the one declared is read, the other named."""
    found = add(table, "--columns", f"Chỉ tiêu=figure, {name}=value", "--yes")

    assert (found.code, found.err) == (0, "")
    assert "Columns not used: Kế hoạch" in found.out
    assert rounds(plan) == {"2011-12-31": {"households": "146000"}, DAY: {"households": "147000"}}


def test_a_column_per_year_fills_every_round_at_once(plan: Path, add: Add) -> None:
    """Each year its round, made or added to; one of the baseline is named; whole numbers of programs end in .0."""
    found = add(
        "figure,2010,2011,2012,2013\nhouseholds,145470.0,146000.0,147000.0,148000.0\n"
        "communes_with_fibre,137,138,138,:\nict_workers_university,40,41.5,42.0,-\n",
        "--numbers",
        "en",
        "--yes",
    )

    assert found.code == 0
    assert "Columns not used, being not after the baseline: 2010 (B).\n" in found.out
    assert "2 left empty" in found.out
    assert rounds(plan) == {
        "2011-12-31": {"households": "146000", "communes_with_fibre": "138", "ict_workers_university": "41.5"},
        DAY: {"households": "147000", "communes_with_fibre": "138", "ict_workers_university": "42.0"},
        "2013-12-31": {"households": "148000"},
    }
    assert "  households:\n    value: 147000  # 2010-12-31: 145470\n" in text(plan)


def test_a_note_of_a_row_is_of_every_year_in_it(plan: Path, add: Add) -> None:
    """Nobody says which year it means; it is written, not dropped."""
    found = add("figure,2012,2013,Ghi chú\nhouseholds,147000,148000,khảo sát\ninhabitants,607000,,\n", "--yes")

    assert found.code == 0, found.err
    assert "not used" not in found.out
    for day in (DAY, "2013-12-31"):
        assert text(plan, day).count("note: {vi: khảo sát, en: khảo sát}") == 1


@pytest.mark.parametrize(("language", "said"), [("vi", "số, ký hiệu văn bản"), ("en", "number of the document")])
def test_the_file_of_a_year_has_comments_in_the_language_of_the_reader(
    plan: Path, add: Add, language: str, said: str
) -> None:
    """As round new writes them."""
    assert add("figure,2013\nhouseholds,148000\n", "--yes", "--lang", language).code == 0

    assert f"  document:  # {said}\n" in text(plan, "2013-12-31")


def test_a_cell_of_the_row_is_doubtful_once_for_all_years(add: Add) -> None:
    """One unit, one name, one mistake: what is to be mended is counted, not how often it is read."""
    found = add("figure,ĐVT,2011,2012,2013\nhouseholds,xã,146000,147000,148000\nvillages,,1,2,3\n", "--yes")

    assert found.code == 1
    assert found.out.count("report.csv!B2") == found.out.count("report.csv!A3") == 1
    assert "2 doubtful cells" in found.out


@pytest.mark.parametrize(
    ("headings", "likely"),
    [
        (("TT", "Chỉ số", "ĐVT", "Năm 2012", "Năm 2013"), "Chỉ số=figure"),
        (("TT", "Chỉ số", "ĐVT", "Thực hiện 2012", "Thực hiện 2013"), "Chỉ số=figure, Thực hiện=value"),
        (("TT", "Chỉ số", "ĐVT", "Thực hiện", ""), "Chỉ số=figure, Thực hiện=value"),
    ],
)
def test_a_workbook_is_told_its_probable_columns_too(add: Add, headings: tuple[str, ...], likely: str) -> None:
    """A year in words, a row number in front, a title above, an empty cell among the numbers."""
    rows = (("Bảng 1",), (), headings, (1, "Hộ gia đình", "hộ", 147000, 148000), (2, "Nhân khẩu", "người", 607000, ""))

    found = add(cells(*rows))

    assert found.code == 2
    assert f'Probably --columns "{likely}". ' in found.err
    assert add(cells(*rows), "--columns", likely, "--dry-run").code == 0


@pytest.mark.parametrize(
    "table",
    [
        "figure,2011,2012,2013\nhouseholds,146000,147000,147735\nict_workers_university,40,,42.5\n",
        "figure,2013,2011,2012\nhouseholds,147735,146000,147000\nict_workers_university,42.5,40,\n",
    ],
)
def test_every_column_is_compared_with_the_one_before_it(add: Add, table: str) -> None:
    """A series grows from year to year, in whatever order its columns stand; what a year leaves out is skipped."""
    found = [" ".join(line.split()) for line in add(table, "--numbers", "en", "--dry-run").out.splitlines()]

    assert [line.rpartition(" ")[0] for line in found if line.startswith("Households ")] == [
        "Households 145,470 (2010-12-31) 146,000 +530 (+0.4%)",
        "Households 146,000 (2011-12-31) 147,000 +1,000 (+0.7%)",
        "Households 147,000 (2012-06-30) 147,735 +735 (+0.5%)",
    ]
    assert ["40 (2011-12-31) 42.5 +2.5 pp" in line for line in found if " 42.5 " in line] == [True]


def test_a_column_is_compared_with_a_round_between_it_and_the_column_before(plan: Path, add: Add) -> None:
    """What the plan knows of a later day than the column before is nearer."""
    assert add("figure,2012\nhouseholds,146500\n", "--yes").code == 0

    found = " ".join(add("figure,2011,2013\nhouseholds,146000,147000\n", "--dry-run").out.split())

    assert "145,470 (2010-12-31) 146,000 +530" in found
    assert "146,500 (2012-06-30) 147,000 +500" in found


def test_a_column_that_corrects_a_round_counts_for_the_next(plan: Path, add: Add) -> None:
    """The round's own number stands as old beside the correction; the year after is compared with the new one."""
    assert add("figure,2012\nhouseholds,146500\n", "--yes").code == 0

    found = " ".join(add("figure,2012,2013\nhouseholds,146600,147000\n", "--dry-run").out.split())

    assert "146,500 146,600 +100" in found
    assert "146,600 (2012-06-30) 147,000 +400" in found


def test_a_day_as_heading_is_a_round_as_a_cell_of_a_date_too(plan: Path, add: Add) -> None:
    """Spreadsheets turn a typed day into a date; what the cell shows counts, a month where it shows that."""
    days = (date(2012, 6, 30), date(2012, 12, 1), date(2013, 12, 31), date(2011, 1, 1))
    formats = {"B1": "dd/mm/yyyy", "C1": "mmm-yy", "D1": "yyyy-mm-dd", "E1": "yyyy"}

    found = add(cells(("figure", *days), ("households", 147000, 148000, 149000, 146000), formats=formats), "--yes")

    assert found.code == 0
    assert rounds(plan) == {
        "2011-12-31": {"households": "146000"},
        DAY: {"households": "147000"},
        "2012-12-31": {"households": "148000"},
        "2013-12-31": {"households": "149000"},
    }


def test_a_day_as_heading_of_a_sheet_saved_as_text_is_a_round_too(plan: Path, add: Add) -> None:
    """As such a cell shows it; a day that could be a month is set aside, and named."""
    found = add("figure;30/6/2012;12/2012;31.12.2013;05/06/2014\nhouseholds;147000;148000;149000;150000\n", "--yes")

    assert found.code == 0
    assert "05/06/2014 (E)" in found.out
    assert rounds(plan) == {
        DAY: {"households": "147000"},
        "2012-12-31": {"households": "148000"},
        "2013-12-31": {"households": "149000"},
    }


def test_years_are_all_written_or_none(plan: Path, add: Add) -> None:
    """One doubtful cell keeps every round back; no round is made."""
    found = add("figure,2011,2012\nhouseholds,146000,1.5\n", "--numbers", "en", "--yes")

    assert found.code == 1
    assert rounds(plan) == {DAY: {}}


def test_one_year_of_several_is_read_by_naming_its_round(plan: Path, add: Add) -> None:
    """The other columns are left alone."""
    assert add("figure,2011,2012\nhouseholds,146000,147000\n", "--round", DAY, "--yes").code == 0
    assert rounds(plan) == {DAY: {"households": "147000"}}


def test_a_heading_of_another_year_than_the_round_is_said(add: Add) -> None:
    """The user's word counts, and the slip is seen."""
    found = add(OTHER, "--columns", "Chỉ tiêu=figure, Thực hiện=value", "--round", DAY, "--dry-run")
    assert "says another date" not in found.out

    found = add(OTHER.replace("2012", "2013"), "--columns", "Chỉ tiêu=figure, Thực hiện=value", "--round", DAY)
    assert "The heading Thực hiện 2013 (D) says another date than the round 2012-06-30.\n" in found.out


@pytest.mark.parametrize("heading", ["6 tháng đầu năm 2013", "Quý II 2013", "First half of 2013"])
def test_a_part_of_a_year_is_not_the_year(plan: Path, add: Add, heading: str) -> None:
    """A half-year's number does not go into a round of the whole year: the latest takes it, or the one named."""
    assert add(f"figure;{heading}\nhouseholds;147000\n", "--columns", f"{heading}=value", "--yes").code == 0
    assert rounds(plan) == {DAY: {"households": "147000"}}


def test_a_year_with_several_rounds_is_asked_about(plan: Path, add: Add, qt_ict: Run) -> None:
    """Half-years: which of them a yearly column is, nobody can tell; that of the year's end is the year's."""
    qt_ict("round", "new", "2012-03-31", "--data", str(plan))
    found = add("figure,2012\nhouseholds,147000\n", "--yes")
    assert found.code == 2
    assert '--columns "2012=2012-06-30"' in found.err
    assert add("figure,2012\nhouseholds,147000\n", "--columns", "2012=2012-03-31", "--yes").code == 0
    assert rounds(plan)["2012-03-31"] == {"households": "147000"}

    qt_ict("round", "new", "2013-06-30", "--data", str(plan))
    qt_ict("round", "new", "2013-12-31", "--data", str(plan))
    assert add("figure,2013\nhouseholds,148000\n", "--yes").code == 0
    assert rounds(plan)["2013-12-31"] == {"households": "148000"}


@pytest.mark.parametrize(
    ("heading", "options"), [("figure", ()), ("Chỉ tiêu", ("--columns", "Chỉ tiêu=figure"))], ids=["known", "declared"]
)
def test_a_column_per_area_is_refused_with_that_word(add: Add, heading: str, options: tuple[str, ...]) -> None:
    """Nothing adds districts up behind the user's back."""
    found = add(f"{heading},Đông Hà,Quảng Trị,Vĩnh Linh\ncommunes with fibre,9,5,20\n", *options)

    assert (found.code, found.out) == (2, "")
    assert "a column per area (Đông Hà, Quảng Trị, Vĩnh Linh); columns per area are not read yet" in found.err
    assert "Probably" not in found.err


# Names.


@pytest.mark.parametrize(
    "name",
    [
        "Hộ có máy thu hình",
        "Ho\u0323\u0302 co\u0301 ma\u0301y thu hi\u0300nh",
        "HỘ  CÓ\u00a0MÁY THU HÌNH",
        "HOUSEHOLDS_WITH_TV",
        "households with tv",
        "households  with a Television set",
    ],
)
def test_figures_are_found_as_people_write_their_names(plan: Path, add: Add, name: str) -> None:
    """Any case, composed or not, blanks, the id as words."""
    assert add(f"figure;value\n{name};131000\n", "--yes").code == 0
    assert rounds(plan) == {DAY: {"households_with_tv": "131000"}}


def test_a_figure_that_the_plan_does_not_have_is_offered(plan: Path, add: Add) -> None:
    """Name and unit are asked for; nothing is written, and nothing dropped."""
    table = "figure,unit,value\nhouseholds,hộ,147000\nQuán cà phê Internet,facilities,12\n"

    found = add(table, "--yes")

    assert found.code == 1
    assert '--new "Quán cà phê Internet=facilities"' in found.out
    assert "Units of the plan: %, " in found.out
    assert rounds(plan) == {DAY: {}}


def test_a_new_figure_is_written_with_its_name_and_unit(plan: Path, add: Add) -> None:
    """Once, in the first round that has it."""
    table = "figure,2011,2012\nQuán cà phê: Internet,11,12\n"

    found = add(table, "--new", "Quán cà phê: Internet=facilities", "--yes")

    assert found.code == 0
    assert text(plan, "2011-12-31").endswith(
        '  quan_ca_phe_internet:\n    vi: "Quán cà phê: Internet"\n    en: "Quán cà phê: Internet"\n'
        "    unit: facilities\n    value: 11\n"
    )
    assert "  quan_ca_phe_internet:\n    value: 12\n" in text(plan)
    assert rounds(plan)[DAY] == {"quan_ca_phe_internet": "12"}


def test_a_new_figure_needs_a_unit_of_the_plan(add: Add) -> None:
    """The units are listed."""
    found = add("figure,value\nx,1\n", "--new", "x=quán")

    assert (found.code, found.out) == (2, "")
    assert "--new: x=quán cannot be read" in found.err
    assert "facilities" in found.err


# Numbers as cells show them.


@pytest.mark.parametrize(
    ("held", "code", "written"),
    [
        (8, "0.0", "8.0"),
        (67.33999999999999, "0.00", "67.34"),
        (82.50000000000001, "0.0", "82.5"),
        (82.5, "0.00", "82.50"),
        (0.45, "0%", "45"),
        (0.8250000000000001, "0.0%", "82.5"),
        (0.45, "0.0%;[Red]-0.0%", "45.0"),
        (38.88888888888889, "0.0", "38.9"),
        (38.5, "0.##", "38.5"),
        (38.5, "#,##0.0_);(#,##0.0)", "38.5"),
        (38.5, '0.0"%"', "38.5"),
    ],
)
def test_digits_are_those_that_the_cell_shows(plan: Path, add: Add, held: float, code: str, written: str) -> None:
    """Not the noise of the binary form, and not fewer than the paper has; 45% is 45."""
    found = add(cells(("figure", "value"), ("ict_workers_university", held), formats={"B2": code}), "--yes")

    assert found.code == 0
    assert rounds(plan) == {DAY: {"ict_workers_university": written}}


@pytest.mark.parametrize(
    ("figure", "held", "code", "why"),
    [
        ("ict_workers_university", 82.57, "0.0", "it holds 82.57, its format shows fewer digits"),
        ("ict_workers_university", 0.4565, "0%", "it holds 45.65%, its format shows fewer digits"),
        ("ict_workers_university", 38.88888888888889, "General", "without a format nobody knows"),
        ("households", 147000, "0,", "its format shows it in thousands"),
        ("households", 147000, ";;;", "its format shows no digit"),
        ("households", 0.45, "0%", "formatted as %, the figure is in households"),
        ("households", 147000.123456789, "0", "the formula gives 147,000.123456789, no whole number"),
    ],
)
def test_a_format_that_hides_digits_makes_a_cell_doubtful(
    plan: Path, add: Add, figure: str, held: float, code: str, why: str
) -> None:
    """What was typed is not rounded silently, and what is scaled is not taken at its word."""
    found = add(cells(("figure", "value"), (figure, held), formats={"B2": code}), "--yes")

    assert found.code == 1
    assert "Sheet!B2 " in found.out
    assert why in " ".join(found.out.split())
    assert rounds(plan) == {DAY: {}}


def test_a_count_does_not_get_the_zeros_of_its_format(plan: Path, add: Add) -> None:
    """147 000.00 households are 147 000."""
    assert add(cells(("figure", "value"), ("households", 147000), formats={"B2": "#,##0.00"}), "--yes").code == 0
    assert rounds(plan) == {DAY: {"households": "147000"}}


def test_a_text_with_more_digits_than_a_computation_keeps_is_doubtful(add: Add) -> None:
    """What programs write out of a binary number is no published number."""
    found = add("figure;value\nict_workers_university;67.33999999999999\n", "--numbers", "en")

    assert found.code == 1
    assert "16 significant digits" in found.out


@pytest.mark.parametrize("convention", ["vi", "en", "fr"])
def test_unbroken_blanks_group_thousands_where_that_is_declared(plan: Path, add: Add, convention: str) -> None:
    """U+00A0 and U+202F; without a word a number with one is not read."""
    table = "figure;value\nhouseholds_with_tv;131\u00a0234\nhouseholds;1\u202f234\u202f567\n"

    assert "Say how the sheet writes numbers" in add(table).err
    assert add(table, "--numbers", convention, "--yes").code == 0
    assert rounds(plan) == {DAY: {"households_with_tv": "131234", "households": "1234567"}}


def test_flags_are_read_where_they_are_declared(plan: Path, add: Add) -> None:
    """Behind the number, in brackets or not, and of a value that is missing; the plan remembers the letters."""
    table = (
        "figure;value\nict_workers_university;13,5 (p)\ncommune_officials_trained;13,5 b\n"
        "households;: c\nhouseholds_with_tv;131000s\n"
    )

    assert add(table, "--numbers", "vi").code == 1
    found = add(table, "--numbers", "vi", "--flags", "p, b, s=estimated, c=provisional", "--yes")

    assert found.code == 0
    assert "    value: 13.5  # 2010-12-31: 40\n    flag: provisional\n" in text(plan)
    assert "    flag: break\n" in text(plan)
    assert "    value: 131000  # 2010-12-31: 130654\n    flag: estimated\n" in text(plan)
    assert "  flags:\n    p: provisional\n    b: break\n    s: estimated\n" in (plan / "plan.yaml").read_text("utf-8")


def test_a_column_of_flags_is_read(plan: Path, add: Add) -> None:
    """Words or declared letters; a letter that nobody declared is doubtful."""
    table = "figure;value;flag\nhouseholds;147000;p\nhouseholds_with_tv;131000;estimated\n"

    assert "nobody has said what this flag means" in " ".join(add(table).out.split())
    assert add(table, "--flags", "p", "--yes").code == 0
    assert text(plan).count("flag: ") == 2


@pytest.mark.parametrize(("figure", "code"), [("ict_workers_university", 0), ("households", 1)])
def test_a_per_cent_sign_is_that_of_a_figure_in_per_cent(add: Add, figure: str, code: int) -> None:
    """The plan says the same unit; behind a count the sign is no unit of it."""
    assert add(f"figure;value\n{figure};45,5 %\n", "--numbers", "vi", "--dry-run").code == code


@pytest.mark.parametrize("sign", ["-", ":", "–"])
def test_a_dash_or_colon_is_no_value(plan: Path, add: Add, sign: str) -> None:
    """The figure stays as it is, and is counted as empty."""
    found = add(f"figure;value\nhouseholds;147000\nhouseholds_with_tv;{sign}\n", "--yes")

    assert found.code == 0
    assert "1 changed, 0 the same, 1 left empty" in found.out


WORDS = (
    *("figure", "value", "2012", "năm 2013", "households", "Hộ gia đình", "1.5", "1,5", "1\u00a0234", "45%", ":", "-"),
    *("13 (p)", "note", "flag", "unit", "%", "date", "2012-06", ">", "x", '"', ""),
)


@given(
    rows=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), min_size=1, max_size=6),
    headings=st.sampled_from(["figure;value", "figure;2012;2013", "figure;;2012\n;value;note", "x;y"]),
    separator=st.sampled_from(";,\t"),
    convention=st.sampled_from([None, "vi", "en", "fr"]),
)
@settings(max_examples=60)
def test_no_table_makes_it_fail(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[str]],
    headings: str,
    separator: str,
    convention: Convention | None,
) -> None:
    """What would change and what is doubtful, or one refusal with a next step."""
    file = tmp_path_factory.mktemp("table") / "t.csv"
    lines = [headings.replace(";", separator), *(separator.join(row) for row in rows)]
    file.write_text("\n".join(lines), encoding="utf-8")
    plan, _ = load(DATA)
    assert plan is not None

    try:
        (sheet,) = sheets(file)
        found = bringing(plan, None, sheet, HowRead(convention, {}, {"p": "provisional"}), {}, "en")
    except Refusal as refused:
        assert all((*refused.problem, *refused.advice))
    else:
        assert document(plan, found).closing


# What nobody sees.


def test_hidden_rows_and_columns_are_named(add: Add) -> None:
    """A filter leaves rows in the file that the user does not see."""

    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        cells(("figure", "value", "x"), ("households", 147000), ("households_with_tv", 131000), ("", ""))(book, sheet)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    found = add(fill, "--dry-run")

    assert "131,000" in found.out
    assert "Hidden rows and columns are read too: A3, B.\n" in found.out


def test_a_value_saved_meanwhile_keeps_every_file_back(plan: Path, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several files take their places together, or none does."""
    before = text(plan)

    def asked(question: str, language: str) -> bool:
        edit(plan / "rounds" / f"{DAY}.yaml", "  transcribed: true\n", "  transcribed: false\n")
        return True

    monkeypatch.setattr("qt_ict.cli.round._agreed", asked)

    found = add("figure,2011,2012\nhouseholds,146000,147000\n")

    assert found.code == 2
    assert "was changed meanwhile; nothing was written" in found.err
    assert text(plan) == before.replace("transcribed: true", "transcribed: false")
    assert not (plan / "rounds" / "2011-12-31.yaml").exists()


@pytest.mark.parametrize("heading", ["31/12/2013", "31.12.2013", "12/2013", "ngày 31/12/2013", "2013-12-31"])
def test_a_heading_is_a_date_as_people_write_it(add: Add, plan: Path, heading: str) -> None:
    """Day first, as sheets in Viet Nam have it."""
    result = add(f"figure;{heading}\nhouseholds;147000\n", "--yes")

    assert result.code == 0, result.err
    assert rounds(plan)["2013-12-31"] == {"households": "147000"}


def test_a_column_is_declared_to_be_of_a_date_as_people_write_it(add: Add, plan: Path) -> None:
    """The plan remembers it with the year first."""
    result = add("figure;Cuối kỳ\nhouseholds;147000\n", "--columns", "Cuối kỳ=31/12/2013", "--yes")

    assert result.code == 0, result.err
    assert rounds(plan)["2013-12-31"] == {"households": "147000"}
    assert "Cuối kỳ: 2013-12-31" in (plan / "plan.yaml").read_text("utf-8").replace('"', "")


# Shares typed as parts of 1.


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("24.6", None),
        ("0.246", "Parts of 1 instead of per cent: 0.246 (B2)? If 0.246 is 24.6%, type 24.6, or give the cell"),
        ("0.9", "Parts of 1 instead of per cent: 0.9 (B2)? If 0.9 is 90%, type 90, or give the cell"),
    ],
)
def test_a_part_of_1_beside_a_percentage_is_told_before_it_is_written(
    qt_ict: Run, tmp_path: Path, typed: str, told: str | None
) -> None:
    """78% of the round before and 0.84 in this one are hardly of one scale."""
    shutil.copytree(VIETNAM, tmp_path / "nation")
    (tmp_path / "new.csv").write_text(f"figure,2031\ninternet_users_share,{typed}\n", encoding="utf-8")

    result = qt_ict(
        "round", "add", str(tmp_path / "new.csv"), "--data", str(tmp_path / "nation"), "--numbers", "en", "--dry-run"
    )

    said = " ".join(result.out.split())
    assert result.code == 0
    assert ("Parts of 1" in said) is (told is not None)
    assert told is None or told in said


def test_parts_of_1_in_every_round_are_told_by_the_target(qt_ict: Run, tmp_path: Path) -> None:
    """A plan whose baseline was typed so already has nothing larger to compare with but its targets."""
    shutil.copytree(VIETNAM, tmp_path / "nation")
    shutil.rmtree(tmp_path / "nation" / "rounds")
    edit(tmp_path / "nation" / "baseline_2010.yaml", "value: 30.65", "value: 0.3065")
    (tmp_path / "new.csv").write_text("figure,2011,2012\ninternet_users_share,0.351,0.368\n", encoding="utf-8")

    result = qt_ict(
        "round", "add", str(tmp_path / "new.csv"), "--data", str(tmp_path / "nation"), "--numbers", "en", "--dry-run"
    )

    assert "Parts of 1 instead of per cent: 0.351 (B2), 0.368 (C2)?" in " ".join(result.out.split())


@pytest.mark.parametrize("headings", ["2014,2014-12-31", "2014-12-31,12/2014", "Năm 2014,31/12/2014"])
def test_two_columns_of_one_round_are_refused_however_they_are_written(plan: Path, add: Add, headings: str) -> None:
    """Both would be written into one file, and the second would undo the first without a word."""
    done = add(f"figure,{headings}\nhouseholds,146000,\nhouseholds_with_tv,,131000\n", "--yes")

    assert done.code == 2
    assert "both go into 2014-12-31" in done.err
    assert not (plan / "rounds" / "2014-12-31.yaml").exists()


def test_a_note_in_one_language_replaces_the_one_of_the_file_and_says_so(qt_ict: Run, tmp_path: Path) -> None:
    """An old note under a new number would be a lie; a new one that is dropped is lost."""
    folder, sheet = tmp_path / "own", tmp_path / "sheet.csv"
    assert qt_ict("init", str(folder), "--lang", "en").code == 0
    (file,) = (folder / "rounds").glob("*.yaml")
    edit(file, "    value: 25\n", "    value: 25\n    note: as of May\n")
    sheet.write_text("figure,value,note\nservices_online,25,as of June\n", encoding="utf-8")

    done, again = (qt_ict("round", "add", str(sheet), "--data", str(folder), "--lang", "en", "--yes") for _ in range(2))

    assert "The note replaces “as of May”." in done.out
    assert "    value: 25\n    note: as of June\n" in file.read_text(encoding="utf-8")
    assert "There is nothing to write" in again.out


def test_another_note_in_several_languages_is_left_to_people(plan: Path, add: Add) -> None:
    """Which of them the sheet's is in nobody knows, and the file's is not thrown away."""
    assert add("figure,value\nhouseholds,146000\n", "--yes").code == 0
    (file,) = (plan / "rounds").glob("*.yaml")
    edit(file, "    value: 146000", "    note: {vi: Một, en: One}\n    value: 146000")
    before = file.read_bytes()

    done = add("figure,value,note\nhouseholds,147000,Two\n", "--yes", "--lang", "en")

    assert done.code == 1
    assert "the round has another note, in several languages" in done.out + done.err
    assert "note=unused" in done.out + done.err
    assert file.read_bytes() == before
    assert add("figure,value,note\nhouseholds,147000,One\n", "--yes").code == 0
