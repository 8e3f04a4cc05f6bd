"""Sheets of CSV and XLSX files, and the numbers in them: read as declared, never guessed."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from qt_ict.arithmetic.numerals import UNDECLARED, Convention, numeral
from qt_ict.diagnostics.refusal import Complaint, Refusal
from qt_ict.editing import proposal as proposals
from qt_ict.editing.how_read import HowRead
from qt_ict.editing.known import KnownFigure
from qt_ict.editing.proposal import NewNumber, Proposal
from qt_ict.language import EMPTY, Language, Text, number
from qt_ict.loading.sheet import Content, Sheet
from qt_ict.loading.sheet_files import sheets
from qt_ict.loading.sheet_headings import headed_sheet
from qt_ict.model.indicators import Unit

HOUSEHOLDS = Unit(vi="hộ", en="households", kind="count")
PERCENT = Unit(vi="%", en="%", kind="share")
DENSITY = Unit(vi="trên 100 dân", en="per 100 inhabitants", kind="density")
KNOWN = {
    "households": KnownFigure(Text("Hộ gia đình", "Households"), HOUSEHOLDS, 145470),
    "tv": KnownFigure(Text("Hộ có máy thu hình", "Households with a television set"), HOUSEHOLDS, None),
    "trained": KnownFigure(Text("Cán bộ được đào tạo", "Officials trained"), PERCENT, Decimal("40.0")),
    "phones": KnownFigure(Text("Thuê bao", "Subscriptions"), DENSITY, None),
}


def proposal(sheet: Sheet, known: dict[str, KnownFigure], convention: Convention | None) -> Proposal:
    """What the one column of a sheet would change, nothing else being declared of it."""
    headed = headed_sheet(sheet, {})
    (column,) = headed.values
    return proposals.proposal(sheet, known, HowRead(convention), headed, column)


@pytest.mark.parametrize(
    ("text", "convention", "value"),
    [
        ("145470", None, 145470),
        ("0", None, 0),
        (" 145470\u00a0", None, 145470),
        ("145.470", "vi", 145470),
        ("1.234.567,89", "vi", Decimal("1234567.89")),
        ("31,20", "vi", Decimal("31.20")),
        ("0,5", "vi", Decimal("0.5")),
        ("1234,5", "vi", Decimal("1234.5")),
        ("145,470", "en", 145470),
        ("1,234,567.89", "en", Decimal("1234567.89")),
        ("31.20", "en", Decimal("31.20")),
        ("20.181", "en", Decimal("20.181")),
        ("20,181", "vi", Decimal("20.181")),
        ("145\u00a0470", "vi", 145470),
        ("1\u202f234\u202f567,8", "vi", Decimal("1234567.8")),
        ("1\u00a0234.5", "en", Decimal("1234.5")),
        ("1 234,5", "fr", Decimal("1234.5")),
        ("1\u202f234", "fr", 1234),
    ],
)
def test_a_number_is_read_as_declared(text: str, convention: Convention | None, value: int | Decimal) -> None:
    """Digits, groups of three, decimals as written."""
    read = numeral(text, convention)

    assert (type(read), str(read)) == (type(value), str(value))


@pytest.mark.parametrize(
    ("text", "convention", "others"),
    [
        ("145,4700", "en", ["vi", "fr"]),
        ("145.4700", "vi", ["en"]),
        ("23.750.000", "fr", ["vi"]),
        ("23.750.000", "en", ["vi"]),
        ("23,750,000", "fr", ["en"]),
        ("23 750 000", "vi", ["fr"]),
        ("1 234,5", "en", ["fr"]),
        ("1,2,3", "vi", []),
    ],
)
def test_the_advice_names_the_conventions_that_fit(text: str, convention: Convention, others: list[Convention]) -> None:
    """Whoever declared the wrong one is told the right one, never one under which it fails again."""
    found = numeral(text, convention)

    assert isinstance(found, Complaint)
    assert re.findall("--numbers (..)", found.advice.en) == others == re.findall("--numbers (..)", found.advice.vi)
    assert all(not isinstance(numeral(text, each), Complaint) for each in others)


@pytest.mark.parametrize("text", ["145.470", "145,470", "1.5", "31,20", "1.234.567,89", "1..2", "1,", "1\u00a0234"])
def test_a_sign_without_a_declaration_asks_for_one(text: str) -> None:
    """20.181 is twenty thousand to one reader and twenty to another."""
    read = numeral(text, None)

    assert isinstance(read, Complaint)
    assert read == UNDECLARED


@pytest.mark.parametrize(
    ("text", "convention"),
    [
        ("1.5", "vi"),
        ("1.23.456", "vi"),
        ("1234.567", "vi"),
        ("1.2345", "vi"),
        ("1,2,3", "vi"),
        ("1,234.5", "vi"),
        (",5", "vi"),
        ("5,", "vi"),
        ("1,5", "en"),
        ("12,34,567", "en"),
        ("1.234,5", "en"),
        ("1.2.3", "en"),
        ("0.123.456", "vi"),
        ("007", None),
        ("1" * 19, None),
        ("0." + "1" * 19, "en"),
        ("~40", "vi"),
        ("> 40", "vi"),
        ("≥40", "vi"),
        ("hơn 40", "vi"),
        ("about 40", "en"),
        ("45%", "vi"),
        ("45,5 %", "vi"),
        ("n/a", "en"),
        ("N/A", "en"),
        ("-", "vi"),
        ("…", "vi"),
        ("không có số liệu", "vi"),
        ("(5)", "en"),
        ("+5", "en"),
        ("1e3", "en"),
        ("1E+03", "en"),
        ("٣", "en"),
        ("１２", "en"),
        ("145 470", "vi"),
        ("1\u00a0234.567", "vi"),
        ("12\u00a034", "vi"),
        ("1\u00a0234\u202f567", "vi"),
        ("1.234", "fr"),
        ("145'470", "en"),
        ("145470 hộ", "vi"),
        ("12/2012", "vi"),
        ("0x10", "en"),
        ("", "vi"),
        ("²", "vi"),
    ],
)
def test_what_is_doubtful_is_said_in_both_languages(text: str, convention: Convention | None) -> None:
    """Why, and what to write; a declared convention never bends."""
    read = numeral(text, convention)

    assert isinstance(read, Complaint)
    assert read != UNDECLARED
    assert all((*read.problem, *read.advice))


@given(st.integers(0, 10**17) | st.decimals(0, 10**9, places=3), st.sampled_from(["vi", "en"]))
def test_what_a_language_writes_its_convention_reads(value: int | Decimal, language: Language) -> None:
    """The numbers that qt-ict prints can be pasted back."""
    assert str(numeral(number(value, language), language)) == str(value)


@given(st.text("0123456789.,", min_size=1, max_size=12))
def test_no_text_is_two_numbers(text: str) -> None:
    """Where no convention is needed, both read the same."""
    bare = numeral(text, None)

    if not isinstance(bare, Complaint):
        assert numeral(text, "vi") == numeral(text, "en") == bare


def csv_sheet(tmp_path: Path, content: str | bytes, name: str = "report.csv") -> Sheet:
    """The sheet of a CSV file with a content."""
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (sheet,) = sheets(path)
    return sheet


@pytest.mark.parametrize(
    "content",
    [
        "figure,value\ntv,131\n",
        "figure;value\ntv;131\n",
        "figure\tvalue\ntv\t131\n",
        "\ufefffigure;value\r\ntv;131\r\n",
        "sep=;\r\nfigure;value\r\ntv;131\r\n",
        '"figure","value"\n"tv"," 131 "',
    ],
)
def test_csv_is_read_whatever_separates_its_cells(tmp_path: Path, content: str) -> None:
    """The line of headings tells; Excel's mark and its line sep= are no content."""
    assert csv_sheet(tmp_path, content).rows == (("figure", "value"), ("tv", "131"))


def test_a_cell_too_long_to_read_is_not_called_broken_quotes(tmp_path: Path) -> None:
    """Its quotes may be right."""
    with pytest.raises(Refusal) as refused:
        csv_sheet(tmp_path, f"figure,value\ntv,131\n{'a' * 1_000_000},1\n")

    assert refused.value.problem.en.endswith("report.csv:3: a cell has more than 131,072 characters")


def test_a_decimal_comma_does_not_separate(tmp_path: Path) -> None:
    """Numbers have no say in what separates cells."""
    rows = csv_sheet(tmp_path, "figure;value\ntrained;45,6\n").rows

    assert rows[1] == ("trained", "45,6")


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    """A blank line is a row, a line break inside quotes is none."""
    sheet = csv_sheet(tmp_path, 'Báo cáo\n\nfigure;value\n"tv";"1\n31"\ntv;x\n')

    assert proposal(sheet, KNOWN, None).doubtful[-1].at == ("report.csv", "B5")


@pytest.mark.parametrize(("more", "problem"), [(0, "not UTF-8"), (1, "is larger than 32 MB")])
def test_up_to_32_mb_are_read(tmp_path: Path, more: int, problem: str) -> None:
    """Exactly 32 are looked into, which here are no text; one byte more is not."""
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(32 * 10**6 + more)

    with pytest.raises(Refusal) as refused:
        sheets(path)

    assert problem in refused.value.problem.en


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\n \n", "is empty"),
        ("a.csv", "figure;value\ntv;Số".encode("cp1258", "replace") + b"\xff", "a.csv:2: not UTF-8"),
        ("a.csv", "figure;value".encode("utf-16"), "not UTF-8"),
        ("a.csv", "figure;value".encode("utf-16-le"), "is not UTF-8"),
        ("a.csv", b"PK\x03\x04", "is a workbook with the ending of CSV"),
        ("a.csv", b'figure;value\ntv;"1', "a.csv:2: broken CSV"),
        ("a.csv", b'figure;value\n"t"v;1', "a.csv:2: broken CSV"),
        ("a.csv", b'figure;value\ntv;"1"2', "a.csv:2: broken CSV"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "files of the kind .xls are not read"),
        ("a.ods", b"PK", "files of the kind .ods are not read"),
        ("a.pdf", b"%PDF", "files of the kind .pdf are not read"),
        ("a", b"figure", "files without ending are not read"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0 old", "an old .xls file, or has a password"),
        ("a.xlsx", b"figure,value", "it is broken"),
        ("a.xlsx", b"PK\x03\x04 cut off", "it is broken"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_message(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    """In both languages, with what to do."""
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(Refusal) as refused:
        sheets(path)

    assert problem in refused.value.problem.en
    assert all((*refused.value.problem, *refused.value.advice))


@pytest.mark.parametrize("name", ["missing.csv", "folder.csv", "x" * 300 + ".csv", "nul\0.csv"])
def test_what_is_no_file_is_one_message(tmp_path: Path, name: str) -> None:
    """A slip in the name, a folder, a name the system refuses."""
    (tmp_path / "folder.csv").mkdir()

    with pytest.raises(Refusal):
        sheets(tmp_path / name)


Fill = Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]


def cell(tmp_path: Path, fill: Fill) -> Content:
    """What the cell A1 of a workbook holds, once a function has filled it."""
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    fill(book, book.add_worksheet("Số liệu"))
    book.close()
    (sheet,) = sheets(path)
    assert sheet.name == "Số liệu"
    return sheet.rows[0][0] if sheet.rows else ""


@pytest.mark.parametrize(
    ("fill", "content"),
    [
        (lambda book, sheet: sheet.write_number("A1", 147000), 147000),
        (lambda book, sheet: sheet.write_number("A1", 31.24), Decimal("31.24")),
        (lambda book, sheet: sheet.write_number("A1", 0.1 + 0.2), Decimal("0.3")),
        (lambda book, sheet: sheet.write_number("A1", 1e-7), Decimal("1E-7")),
        (lambda book, sheet: sheet.write_number("A1", -5), -5),
        (
            lambda book, sheet: sheet.write_number("A1", 1.5, book.add_format({"num_format": "#,##0.00"})),
            Decimal("1.50"),
        ),
        (lambda book, sheet: sheet.write_number("A1", 2, book.add_format({"num_format": '0 "phần trăm %"'})), 2),
        (lambda book, sheet: sheet.write_number("A1", 2, book.add_format({"num_format": "[Red]0"})), 2),
        (lambda book, sheet: sheet.write_string("A1", " 145.470 "), "145.470"),
        (
            lambda book, sheet: sheet.write_rich_string("A1", "Hộ ", book.add_format({"bold": True}), "gia đình"),
            "Hộ gia đình",
        ),
        (lambda book, sheet: sheet.write_blank("A1", None, book.add_format({"bold": True})), ""),
        (lambda book, sheet: None, ""),
    ],
)
def test_a_cell_of_a_workbook_is_what_it_holds(tmp_path: Path, fill: Fill, content: Content) -> None:
    """A number with the digits that it shows, without the noise of its binary form; text as text."""
    found = cell(tmp_path, fill)

    assert (type(found), str(found)) == (type(content), str(content))


@pytest.mark.parametrize(
    ("fill", "shown"),
    [
        (
            lambda b, s: s.write_datetime("A1", datetime.date(2012, 6, 30), b.add_format({"num_format": "d/m/yy"})),
            "2012-06-30",
        ),
        (
            lambda b, s: s.write_datetime("A1", datetime.date(2012, 6, 30), b.add_format({"num_format": 14})),
            "2012-06-30",
        ),
        (lambda b, s: s.write_number("A1", 0.5, b.add_format({"num_format": "hh:mm"})), "12:00:00"),
        (lambda b, s: s.write_number("A1", 1.5, b.add_format({"num_format": "[h]:mm"})), "1899-12-31 12:00:00"),
        (lambda b, s: s.write_boolean("A1", True), "TRUE"),
        (lambda b, s: s.write_formula("A1", "=1/0", None, "#DIV/0!"), "#DIV/0!"),
        (lambda b, s: s.write_formula("A1", "=B1+C1"), "=B1+C1"),
        (lambda b, s: s.write_formula("A1", "=B1", None, ""), "=B1"),
    ],
)
def test_a_cell_that_is_neither_text_nor_number_is_doubtful(tmp_path: Path, fill: Fill, shown: str) -> None:
    """Least of all is it empty: the figure would silently stay as it is."""
    found = cell(tmp_path, fill)

    assert isinstance(found, Complaint)
    assert found.shown.en == shown
    assert all((*found.problem, *found.advice))


def test_the_formats_of_dates_that_every_workbook_has_are_dates_and_no_others(tmp_path: Path) -> None:
    """ECMA-376, 18.8.30: 14-22 and 45-47 everywhere, 27-36 and 50-58 in East Asia; the rest are numbers or per cent."""
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for row in range(100):
        sheet.write_number(row, 0, 41090, book.add_format({"num_format": row}))
    book.close()

    (read,) = sheets(path)

    shown = {row: content.shown.en for row, (content,) in enumerate(read.rows) if isinstance(content, Complaint)}
    dates = {row for row, each in shown.items() if each.startswith("2012-06")}
    assert dates == {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
    assert {row for row in dates if shown[row] != "2012-06-30"} == {17}
    assert {row for row, (content,) in enumerate(read.rows) if content != 41090} - dates == {9, 10}
    assert [str(read.rows[row][0]) for row in (9, 10)] == ["4109000%", "4109000.00%"]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("yyyy-mm-dd", "2012-06-30"),
        ("dd/mm", "2012-06-30"),
        ("mm/yyyy", "2012-06"),
        ('"Tháng" m\\-yyyy;@', "2012-06"),
        ("[$-42A]mmmm yyyy", "2012-06"),
        ("yyyy", "2012"),
        ('"Năm" yyyy', "2012"),
    ],
)
def test_a_date_is_as_exact_as_its_cell_shows(tmp_path: Path, code: str, shown: str) -> None:
    """Behind June 2012 stands some day that nobody typed."""
    found = cell(tmp_path, lambda book, sheet: sheet.write_number("A1", 41090, book.add_format({"num_format": code})))

    assert isinstance(found, Complaint)
    assert found.shown.en == shown


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    """Files of old Macs: the same number is four years later."""
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": True})
    book.add_worksheet().write_datetime("A1", datetime.datetime(2012, 6, 30), book.add_format({"num_format": 14}))
    book.close()

    ((content,),) = sheets(tmp_path / "a.xlsx")[0].rows

    assert isinstance(content, Complaint)
    assert content.shown.en == "2012-06-30"


def computed(tmp_path: Path, formula_cell: str) -> Content:
    """What a cell holds that a spreadsheet wrote, given as XML."""
    rows = read_anew(tmp_path, formula_cell)
    return rows[0][0] if rows else ""


def read_anew(tmp_path: Path, cells: str) -> tuple[tuple[Content, ...], ...]:
    """The rows of a sheet that a spreadsheet wrote, from the cells of its first row on, given as XML."""
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet().write("A1", 1)
    book.close()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'<c r="A1"><v>1</v></c>', cells.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return sheets(path)[0].rows


def test_cells_and_rows_without_a_name_follow_one_another(tmp_path: Path) -> None:
    """Programs may leave the names out (ECMA-376, 18.3.1.4): two cells are columns 0 and 1, a row is the next one."""
    whole = read_anew(
        tmp_path, '<c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row><row r="4"><c><v>4</v></c>'
    )

    assert whole == ((1, 2), ("", 3), ("", ""), (4, ""))


def test_a_cell_without_a_name_follows_one_that_has_one(tmp_path: Path) -> None:
    """C1, then the one behind it."""
    assert read_anew(tmp_path, '<c r="C1"><v>1</v></c><c><v>2</v></c>') == (("", "", 1, 2),)


@pytest.mark.parametrize(
    ("xml", "content"),
    [
        ('<c r="A1"><f>1+2</f><v>3</v></c>', 3),
        ('<c r="A1"><v>45.649999999999999</v></c>', Decimal("45.65")),
        ('<c r="A1" t="str"><f>B1</f><v>145.470</v></c>', "145.470"),
        ('<c r="A1" t="str"><f>IF(B1,1,"")</f><v></v></c>', ""),
        ('<c r="A1" t="inlineStr"><is><t>tv</t></is></c>', "tv"),
    ],
)
def test_a_formula_that_was_computed_is_its_value(tmp_path: Path, xml: str, content: Content) -> None:
    """As spreadsheets save it, beside the formula."""
    assert computed(tmp_path, xml) == content


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="A1"><f>1+2</f></c>',
        '<c r="A1" t="d"><v>2012-06-30</v></c>',
        '<c r="A1"><v>x</v></c>',
        '<c r="A1"><v>\uff11\uff12</v></c>',
        '<c r="A1"><v>1e999</v></c>',
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="A1" t="s"><v>-1</v></c>',
        '<c r="A1"><v>45.5</v></c><c r="A1"><v>99</v></c>',
        '<c r="A1"><v>45.5</v></c></row><row r="1"><c r="A1"><v>45.5</v></c>',
    ],
)
def test_a_cell_that_no_spreadsheet_would_write_is_doubtful(tmp_path: Path, xml: str) -> None:
    """Never computed, no digits 0-9, a text that is not there, several times in the file: the cell is named."""
    assert isinstance(computed(tmp_path, xml), Complaint)


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="A1"><v>1</v>',
        '<c r="XFD1048576"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>',
    ],
)
def test_a_damaged_workbook_is_one_message(tmp_path: Path, xml: str) -> None:
    """Neither a crash nor a table that fills the memory."""
    with pytest.raises(Refusal):
        computed(tmp_path, xml)


def workbook_of(tmp_path: Path, rows: str, strings: str = "") -> Path:
    """A workbook as programs write it, with these rows."""
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{spreadsheet}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/s.xml"/></Relationships>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{spreadsheet}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{spreadsheet}">{strings}</sst>',
    }
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


HEAD = '<row r="1"><c><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("rows", "strings", "most"),
    [
        ("<row/>" * 1_600_000, "", "1,500,000 rows and cells, empty ones included"),
        (f"<row>{'<c/>' * 1_600_000}</row>", "", "1,500,000 rows and cells, empty ones included"),
        (HEAD, "<si/>" * 1_600_000, "1,500,000 rows and cells, empty ones included"),
        (HEAD + '<row r="50001"><c><v>1</v></c></row>', "", "50,000 rows"),
        (HEAD + '<row r="50000"><c r="Z50000"><v>1</v></c></row>', "", "1,000,000 cells"),
    ],
)
def test_a_workbook_larger_than_any_sheet_of_figures_is_refused(
    tmp_path: Path, rows: str, strings: str, most: str
) -> None:
    """A few kilobytes unpack to millions of elements; they are counted as they are read, and none is kept."""
    with pytest.raises(Refusal) as refused:
        sheets(workbook_of(tmp_path, rows, strings))

    assert f"more than {most}" in refused.value.problem.en


def test_formatted_rows_without_content_are_no_rows(tmp_path: Path) -> None:
    """Whoever formats a whole column leaves rows behind the last figure."""
    path = workbook_of(tmp_path, HEAD + "".join(f'<row r="{row}"><c s="1"/></row>' for row in range(2, 60_000)))

    assert sheets(path)[0].rows == ((1,),)


@pytest.mark.parametrize(
    ("content", "most"),
    [
        ("figure,value\n" + "nonsuch,1\n" * 60_000, "50,000 rows"),
        ("x\n" * 60_000 + "figure,value\ntv,1\n", "50,000 rows"),
        ("figure,value" + "," * 1_000_000 + "\ntv,1\n", "16,384 columns"),
        ("figure,value\n" + ("," * 1000 + "\n") * 2000, "1,000,000 cells"),
    ],
)
def test_a_csv_file_has_the_limits_of_a_workbook(tmp_path: Path, content: str, most: str) -> None:
    """Before a line of it is taken apart."""
    with pytest.raises(Refusal) as refused:
        csv_sheet(tmp_path, content)

    assert refused.value.problem.en.endswith(f"report.csv: more than {most}")


def test_a_workbook_declares_no_entities(tmp_path: Path) -> None:
    """They could blow a small file up to any size."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>')
    path = tmp_path / "a.xlsx"
    path.write_bytes(content.getvalue())

    with pytest.raises(Refusal, match="DOCTYPE"):
        sheets(path)


def sheet(*rows: tuple[Content, ...]) -> Sheet:
    """A sheet with the two columns."""
    return Sheet("Báo cáo", (("figure", "value"), *rows))


def test_a_sheet_says_what_changes(tmp_path: Path) -> None:
    """Ids, and names in both languages, whatever their case and accents; what is the same is no change."""
    found = proposal(
        sheet(
            ("households", 145470), ("HO CO MAY THU HINH", "131.000"), ("officials  trained", "40,5"), ("phones", "")
        ),
        KNOWN,
        "vi",
    )

    assert found.changes == (
        NewNumber("tv", None, 131000, "B3"),
        NewNumber("trained", Decimal("40.0"), Decimal("40.5"), "B4"),
    )
    assert (found.unchanged, found.empty, found.doubtful) == (1, 1, ())


@pytest.mark.parametrize("headings", [("Số liệu", "Giá trị"), ("SO LIEU", "gia tri"), ("Figure", "VALUE")])
def test_headings_are_found_in_both_languages(headings: tuple[str, str]) -> None:
    """In any columns, below any title."""
    found = proposal(Sheet("x", (("Báo cáo",), (), ("", headings[1], "", headings[0]), ("", 7, "", "tv"))), KNOWN, None)

    assert found.changes == (NewNumber("tv", None, 7, "B4"),)


@pytest.mark.parametrize(
    ("row", "cell_", "why"),
    [
        (("households", "20.181"), "B2", "this reads 20.181, no whole number; the unit of measure (households)"),
        (("households", Decimal("1.5")), "B2", "this reads 1.5, no whole number"),
        (("households", "145,000.00"), "B2", "this reads 145,000.00, no whole number"),
        (("trained", "20,181"), "B2", "this reads 20,181, more than 100%"),
        (("trained", 101), "B2", "this reads 101, more than 100%"),
        (("phones", -1), "B2", "below 0"),
        (("phones", Complaint(Text("lỗi", "an error"), EMPTY, Text.same("#REF!"))), "B2", "an error"),
        (("housholds", 5), "A2", "the plan has no such figure"),
        (("", 5), "A2", "a value without the name of a figure"),
        ((Complaint(EMPTY, EMPTY, Text.same("TRUE")), 5), "A2", "a value without the name of a figure"),
        ((5, 5), "A2", "the plan has no such figure"),
    ],
)
def test_a_doubtful_cell_is_listed_with_its_place(row: tuple[Content, ...], cell_: str, why: str) -> None:
    """Declared as English here; nothing is guessed from what would be likely."""
    (doubt,) = proposal(sheet(row), KNOWN, "en").doubtful

    assert doubt.at[-1] == cell_
    assert doubt.problem.en.startswith(why)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("figure,value\nphones,45,6\n", "45,6"),
        ("figure,value\ntv,1,234\n", "1,234"),
        ("figure,value\ntv,1,234,567\n", "1,234,567"),
        ("figure,value\ntv,131,\n", "131,"),
        ("value,figure,note\n45,phones,6,x\n", "45,phones,6,x"),
        ("figure,value,note\nphones,45,6,as reported\n", "45,6,as reported"),
        ("figure,value,note\nphones,45,6\ntv,5,as reported\n", "45,6"),
        ("figure,value,note\nphones,45,6%\ntv,5,\n", "45,6%"),
        ("figure,value,\nphones,45,6\n", "45,6"),
        ("figure,value,note\nphones,45,6\n", "45,6"),
        ("figure,value,note,x\ntv,131,000,\n", "131,000,"),
        ("sep=.\nfigure.value\nphones.45.6\n", "45.6"),
        ("figure,value,note\nphones,45,6\ntv,,\n", "45,6"),
    ],
)
@pytest.mark.parametrize("convention", [None, "vi", "en"])
def test_a_number_that_the_separator_may_have_cut_is_doubtful(
    tmp_path: Path, content: str, shown: str, convention: Convention | None
) -> None:
    """45 instead of 45.6, 1 instead of 1234: whatever is declared, the comma is gone before."""
    (doubt,) = proposal(csv_sheet(tmp_path, content), KNOWN, convention).doubtful

    cell = str(doubt.at[-1])
    assert (cell[1:], doubt.shown.en, doubt.problem == UNDECLARED.problem) == ("2", shown, False)
    assert '"45,6"' in doubt.advice.en


@pytest.mark.parametrize(
    "content",
    [
        'figure,value\nphones,"45,6"\n',
        "figure;value\nphones;45,6\n",
        "figure;value\nphones;45,6;a remark\n",
        "figure\tvalue\tnote\nphones\t45,6\t2\ntv\t5\t\n",
        "figure,value,page\nphones,45,6\ntv,5,7\nhouseholds,145470,8\n",
        "figure,value,last year\ntv,131000,130654\nphones,45,\n",
        "figure,value,note\ntv,131,about\nphones,45,2012-06-30\n",
        "value,figure\n45,phones\n",
    ],
)
def test_a_number_that_ends_in_its_cell_is_read(tmp_path: Path, content: str) -> None:
    """Quotes, another separator, a column of numbers, or what can be no number of that unit."""
    assert proposal(csv_sheet(tmp_path, content), KNOWN, "vi").doubtful == ()


def test_one_row_without_a_number_beside_it_keeps_the_others_doubtful(tmp_path: Path) -> None:
    """The column behind the numbers has numbers in every row, or it is none: the first row counts as the others do."""
    rows = "figure,value,note\nhouseholds,145470,\nphones,46,6\ntv,5,131000\n"

    (doubt,) = proposal(csv_sheet(tmp_path, rows), KNOWN, "vi").doubtful

    assert (str(doubt.at[-1]), doubt.shown.en) == ("B3", "46,6")


def test_a_true_number_of_too_many_digits_is_doubtful() -> None:
    """The data files keep 18 on either side of the point; the cell is named."""
    found = proposal(sheet(("households", 10**20), ("phones", Decimal("1e-20"))), KNOWN, None).doubtful

    assert [(each.at[-1], each.problem.en) for each in found] == [
        ("B2", "more than 18 digits"),
        ("B3", "more than 18 digits"),
    ]


def test_a_misspelled_figure_is_answered_with_the_nearest() -> None:
    """The typing error is in the sheet; the plan's name is at hand."""
    (doubt,) = proposal(sheet(("housholds", 5)), KNOWN, None).doubtful

    assert doubt.advice.en == "Did you mean households?"


def test_what_a_cell_says_cannot_move_the_cursor() -> None:
    """It is shown on one line, and not at any length."""
    (doubt,) = proposal(sheet(("tv", "\x1b[31m5\n6 " + "x" * 50)), KNOWN, None).doubtful

    assert doubt.shown.en == "\ufffd[31m5 6 " + "x" * 31 + "…"


def test_a_true_number_does_not_take_digits_away() -> None:
    """40 in a workbook is the 40.0 of the file; typed as text, its digits count."""
    assert proposal(sheet(("trained", 40)), KNOWN, None).changes == ()
    assert proposal(sheet(("trained", "40")), KNOWN, None).changes == (NewNumber("trained", Decimal("40.0"), 40, "B2"),)


def test_a_figure_that_is_said_twice_must_say_the_same() -> None:
    """Else nobody knows which counts; the second place names the first."""
    assert not proposal(sheet(("tv", 5), ("tv", 5)), KNOWN, None).doubtful
    (doubt,) = proposal(sheet(("tv", 5), ("Hộ có máy thu hình", 6)), KNOWN, None).doubtful
    assert (doubt.at[-1], doubt.problem.en) == ("B3", "tv has another number in cell B2")


def test_a_cell_that_shows_nothing_is_listed_with_nothing() -> None:
    """An error that no program wrote out is still a cell to look at."""
    (doubt,) = proposal(sheet(("tv", Complaint(Text("lỗi", "an error"), EMPTY))), KNOWN, None).doubtful

    assert (doubt.at, doubt.shown, doubt.problem.en) == (("Báo cáo", "B2"), EMPTY, "an error")


def test_a_name_that_several_figures_share_is_doubtful() -> None:
    """Only the id tells them apart."""
    twice = {**KNOWN, "tv_again": KNOWN["tv"]}

    (doubt,) = proposal(sheet(("Hộ có máy thu hình", 5)), twice, None).doubtful

    assert doubt.problem.en == "several figures are called so: tv, tv_again"


def test_a_heading_between_rows_is_no_figure() -> None:
    """Sheets have sections; without a value there is nothing to doubt."""
    assert proposal(sheet(("I. Hộ gia đình", ""), ("tv", 5), ()), KNOWN, None).doubtful == ()


@pytest.mark.parametrize(
    "rows",
    [(), (("figure",), ("value",)), (("figure", "value", "value"),), (("figure", "số liệu", "value"),)],
)
def test_a_sheet_needs_each_column_once(rows: tuple[tuple[Content, ...], ...]) -> None:
    """Two columns of values would be two answers."""
    with pytest.raises(Refusal):
        proposal(Sheet("x", rows), KNOWN, None)


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        (
            ("-", "–", "—", ".", "…", "/", "\\", "?", "*", "x", "X", "n/a", "N/A", "na.", "null", "none"),
            "words instead of a number",
        ),
        (
            ("không", "không có", "không có số liệu", "chưa có", "chưa có số liệu", "no data"),
            "words instead of a number",
        ),
        (("~5", "≈5", ">5", "<5", "≥5", "≤5", "=5", "hơn 5", "trên 5", "dưới 5"), "a bound or a rough number"),
        (("gần 5", "khoảng 5", "about 5", "over 5", "under 5", "nearly 5"), "a bound or a rough number"),
        (("more than 5", "less than 5", "at least 5"), "a bound or a rough number"),
        (("–5", "+5", "(5)", "- 5"), "a number behind a plus, a dash or a bracket"),
        (("45 %", "45%", "45 ‰"), "a per cent sign: the plan says the unit of measure"),
        (("1e3", "1.5E+03"), "an exponent"),
        (("145 470", "145'470", "145’470", "145_470"), "a blank or another sign between digits"),
        (("145470 hộ", "5a", "12/2012"), "something else behind the number"),
        (("năm", "", "٣", "²"), "not a number in the digits 0–9"),
    ],
)
def test_what_is_no_number_is_called_what_it_looks_like(texts: tuple[str, ...], problem: str) -> None:
    """Whoever typed it knows at once what to change."""
    found = {text: numeral(text, "vi") for text in texts}

    assert {
        text for text, each in found.items() if not (isinstance(each, Complaint) and each.problem.en == problem)
    } == set()
