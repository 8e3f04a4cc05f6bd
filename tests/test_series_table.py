"""The table of series: what it may look like, and everything that is wrong with one, each at its character."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_ict.diagnostics.finding import Finding
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.loading.series_table import TO_JUDGE, SeriesRow, TableWriting, declared_series_columns, load
from qt_ict.methods.series import DatedValue, Series

HEADER = ",".join((*TO_JUDGE.columns, *TO_JUDGE.optional))
GOOD = "a,2015,1,2020,2,2030,3,up,100"
INTERNET = SeriesRow(
    "Internet, users", Series((DatedValue(2018, 91.3), DatedValue(2022, 94.5)), "up", 100.0, 2030.0, None)
)


def write(folder: Path, content: str | bytes) -> Path:
    """A table in a file."""
    file = folder / "series.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def rows(folder: Path, content: str | bytes) -> tuple[SeriesRow, ...]:
    """The series of a table without findings."""
    found, findings = load(write(folder, content))
    assert findings == []
    return found


def found(folder: Path, content: str | bytes) -> list[tuple[int, int, str]]:
    """Line, column and code of everything that is wrong."""
    return [(each.place.line, each.place.column, each.rule.code) for each in load(write(folder, content))[1]]


def only(folder: Path, content: str) -> Finding:
    """The one thing that is wrong."""
    (finding,) = load(write(folder, content))[1]
    return finding


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_is_read_as_spreadsheets_write_it(tmp_path: Path, mark: str, end: str) -> None:
    """Byte order mark, line ends, quotes, blank lines and rows, blanks around cells."""
    lines = (HEADER, '"Internet, users",2018,91.3, 2022 ,94.5,2030,1e2,up,', "", ",,,,,,,,", "")

    assert rows(tmp_path, mark + end.join(lines)) == (INTERNET,)


def test_columns_stand_in_any_order(tmp_path: Path) -> None:
    """The header says what a cell is."""
    lines = (",".join(reversed(HEADER.split(","))), ',up,100,2030,94.5,2022,91.3,2018,"Internet, users"')

    assert rows(tmp_path, "\n".join(lines)) == (INTERNET,)


def test_empty_cells_are_none_and_years_may_be_decimals(tmp_path: Path) -> None:
    """A series without target and limit; the name keeps its letters and quotes."""
    (row,) = rows(tmp_path, f'{HEADER}\n"Hộ ""nghèo""",2012.5,.5,2013.5,-1.,,,down,\n')

    assert row == SeriesRow('Hộ "nghèo"', Series((DatedValue(2012.5, 0.5), DatedValue(2013.5, -1.0)), "down"))


def test_dates_in_the_wrong_order_are_left_to_the_methods(tmp_path: Path) -> None:
    """They have reasons of their own; a row is never lost."""
    assert len(rows(tmp_path, f"{HEADER}\na,2020,1,2015,2,2010,3,up,\na,2015,1,2015,2,,,up,\n")) == 2


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("series", "", "QT155"),
        ("series", "a\u202eb", "QT106"),
        ("base_year", "", "QT155"),
        ("base_year", "year 2015", "QT156"),
        ("base_value", "", "QT155"),
        ("base_value", '"1,5"', "QT156"),
        ("base_value", "1 234", "QT156"),
        ("base_value", "12%", "QT156"),
        ("base_value", "nan", "QT156"),
        ("base_value", "inf", "QT156"),
        ("base_value", "1e999", "QT156"),
        ("base_value", "9" * 400, "QT156"),
        ("base_value", "1_000", "QT156"),
        ("base_value", "٣", "QT156"),
        ("base_value", "\N{MINUS SIGN}5", "QT156"),
        ("base_value", "=1+1", "QT156"),
        ("base_year", "-1", "QT159"),
        ("base_year", "10000", "QT159"),
        ("current_year", "", "QT155"),
        ("current_year", "1e300", "QT159"),
        ("target_year", "-1e300", "QT159"),
        ("current_value", "-", "QT156"),
        ("target_year", "", "QT158"),
        ("target_value", "", "QT158"),
        ("target_value", "n/a", "QT156"),
        ("direction", "", "QT155"),
        ("direction", "Up", "QT157"),
        ("limit", "none", "QT156"),
    ],
)
def test_a_wrong_cell_is_one_finding_at_its_character(tmp_path: Path, column: str, cell: str, code: str) -> None:
    """The column counts characters of the line, not cells; everything else stays silent."""
    cells = GOOD.split(",")
    index = HEADER.split(",").index(column)
    cells[index] = cell

    finding = only(tmp_path, f"{HEADER}\n{GOOD}\n{','.join(cells)}\n{GOOD}\n")

    assert finding.rule.code == code
    assert (finding.place.line, finding.place.column) == (3, len(",".join(cells[:index])) + (2 if index else 1))
    assert finding.place.width == max(1, len(cell))
    assert finding.place.text == ",".join(cells)


def test_all_findings_of_a_table_come_in_one_run(tmp_path: Path) -> None:
    """In the order of the file; good lines are read on."""
    lines = (
        HEADER,
        "a,2015,x,2020,2,2030,,sideways,100",
        GOOD,
        '"open,2015,1,2020,2,2030,3,up,',
        "a,2015,1,2020,2,2030,3,up",
        'a,"2015"5,1,2020,2,2030,3,up,',
        '"Hộ, nghèo",2015,1,5,2020,2,2030,3,up,',
        "b\x00,2015,1,2020,2,2030,3,up,y",
        ',,"  ",2020,2,,,up,',
    )

    assert found(tmp_path, "\n".join(lines)) == [
        (2, 8, "QT156"),
        (2, 22, "QT158"),
        (2, 23, "QT157"),
        (4, 1, "QT153"),
        (5, 26, "QT154"),
        (6, 3, "QT153"),
        (7, 39, "QT154"),
        (8, 2, "QT106"),
        (9, 1, "QT155"),
        (9, 2, "QT155"),
        (9, 3, "QT155"),
    ]
    assert [row.name for row in load(tmp_path / "series.csv")[0]] == ["a"]


@pytest.mark.parametrize(
    ("header", "column", "problem"),
    [
        ("", 1, f"{', '.join(TO_JUDGE.columns)} missing"),
        (HEADER.replace("limit", "limits"), HEADER.index("limit") + 1, "limits unknown"),
        (HEADER.removesuffix(",direction,limit"), len(HEADER) - 15, "direction missing"),
        (f"{HEADER},note", len(HEADER) + 2, "note unknown"),
        (f"series,{HEADER}", 8, "series twice"),
        (HEADER.upper(), 1, f"{HEADER.upper().replace(',', ', ')} unknown; {', '.join(TO_JUDGE.columns)} missing"),
    ],
)
def test_wrong_columns_are_one_finding(tmp_path: Path, header: str, column: int, problem: str) -> None:
    """Nothing below them is read: nobody knows what the cells are."""
    finding = only(tmp_path, f"{header}\nx,y,z\n" if header else "")

    assert (finding.rule.code, finding.place.line, finding.place.column) == ("QT152", 1, column)
    assert finding.problem.en == f"the header is not as it should be: {problem}"
    assert HEADER in finding.advice.en
    assert "--columns" in finding.advice.en


@pytest.mark.parametrize("separator", [";", "\t"])
def test_another_separator_is_read(tmp_path: Path, separator: str) -> None:
    """What spreadsheets write where the comma is the decimal sign; a finding stands at its character there too."""
    content = HEADER.replace(",", separator) + "\n" + GOOD.replace(",", separator) + "\n"

    assert rows(tmp_path, content) == rows(tmp_path, f"{HEADER}\n{GOOD}\n")
    assert found(tmp_path, content.replace(f"{separator}1{separator}", f"{separator}84,3{separator}")) == [
        (2, 8, "QT156")
    ]


def declared(folder: Path, line: str, writing: TableWriting) -> SeriesRow:
    """The series of one line of semicolons, written as declared."""
    (row,), findings = load(write(folder, f"{HEADER.replace(',', ';')}\n{line}\n"), TO_JUDGE, writing)
    assert findings == []
    return row


def test_decimal_commas_are_read_by_declaration(tmp_path: Path) -> None:
    """1 234,5 has its thousands sign where that is declared; 84,3 without a word is no number."""
    line = "x;2015;84,3;2024;1\u00a0234,5;2030;-100;up;"

    assert declared(tmp_path, line, TableWriting("vi")).series == Series(
        (DatedValue(2015, 84.3), DatedValue(2024, 1234.5)), "up", -100.0, 2030.0, None
    )
    assert found(tmp_path, f"{HEADER.replace(',', ';')}\n{line}\n") == [(2, 8, "QT156"), (2, 18, "QT156")]


@pytest.mark.parametrize("years", [("2014/2015", "2023/2024"), ("2014-15", "2023 – 2024")])
def test_two_years_are_the_last_of_them_where_that_is_said(tmp_path: Path, years: tuple[str, str]) -> None:
    """A school year is one value, and nobody knows of which year unless it is said."""
    line = f"x;{years[0]};84;{years[1]};96;2029/2030;100;up;"

    assert declared(tmp_path, line, TableWriting(last_year=True)).series == Series(
        (DatedValue(2015, 84), DatedValue(2024, 96)), "up", 100.0, 2030.0, None
    )
    findings = load(write(tmp_path, f"{HEADER.replace(',', ';')}\n{line}\n"))[1]
    assert [each.rule.code for each in findings] == ["QT159"] * 3
    assert "--last-year" in findings[0].advice.en


def test_years_far_apart_are_no_school_year(tmp_path: Path) -> None:
    """2014/2020 is a period: its last year is not the year of a value."""
    line = "x;2014/2020;84;2024;96;2030;100;up;"

    findings = load(write(tmp_path, f"{HEADER.replace(',', ';')}\n{line}\n"), TO_JUDGE, TableWriting(last_year=True))[1]

    assert [(each.place.column, each.rule.code) for each in findings] == [(3, "QT159")]


def test_empty_columns_at_the_end_are_no_columns(tmp_path: Path) -> None:
    """Spreadsheets keep them; a row with one cell more than they have is still a number cut by its comma."""
    good = f"\ufeff{HEADER},,\n{GOOD},,\n,,,,,,,,,,\n"

    assert rows(tmp_path, good) == rows(tmp_path, f"{HEADER}\n{GOOD}\n")
    assert found(tmp_path, f"{HEADER},,\n{GOOD.replace(',1,', ',1,5,')},,\n") == [(2, 29, "QT154")]


@pytest.mark.parametrize(
    ("content", "most"),
    [
        (HEADER + "," * 1_000_000, "16,384 columns"),
        ("x\n" * 200_000 + HEADER, "50,000 rows"),
        (f"{HEADER}\n{GOOD}\n" + ("," * 1000 + "\n") * 2000, "1,000,000 cells"),
    ],
)
def test_a_table_larger_than_any_is_refused_at_once(tmp_path: Path, content: str, most: str) -> None:
    """As sheets are; it would be read for minutes."""
    with pytest.raises(Refusal) as refused:
        load(write(tmp_path, content))

    assert refused.value.problem.en.endswith(f"series.csv: more than {most}")


def test_a_header_with_broken_quotes_is_said_to_be_so(tmp_path: Path) -> None:
    """The columns may be right."""
    assert found(tmp_path, f"{HEADER.replace('limit', chr(34) + 'limit')}\n{GOOD}\n") == [
        (1, HEADER.index("limit") + 1, "QT153")
    ]


def test_a_file_that_is_no_text_file_is_one_finding(tmp_path: Path) -> None:
    """Missing, a folder, another encoding."""
    vietnamese = f"{HEADER}\nHộ nghèo,2015,1,2020,2,,,up,\n"

    assert found(tmp_path, vietnamese.encode("utf-16")) == [(0, 0, "QT105")]
    assert found(tmp_path, vietnamese.replace("ộ", "ã").replace("è", "e").encode("latin-1")) == [(2, 2, "QT105")]
    assert [each.rule.code for each in load(tmp_path)[1]] == ["QT102"]
    (missing,) = load(tmp_path / "nowhere.csv")[1]
    assert (missing.rule.code, missing.rule.unreadable) == ("QT151", True)
    assert missing.place.file == str(tmp_path / "nowhere.csv")


def test_messages_name_the_next_step_in_both_languages(tmp_path: Path) -> None:
    """What is there, what was expected, what to do."""
    finding = only(tmp_path, f'{HEADER}\na,2015,"1,5",2020,2,2030,3,up,\n')

    assert finding.problem.en == "1,5 in the column base_value is not a number"
    assert finding.problem.vi == "1,5 trong cột base_value không phải là số"
    assert finding.advice.en.startswith("Write digits with a decimal point")
    assert finding.advice.vi.startswith("Viết chữ số với dấu chấm thập phân")


def test_years_go_from_0_to_9999(tmp_path: Path) -> None:
    """The last moment of the last one too."""
    assert len(rows(tmp_path, f"{HEADER}\na,0,1,2020,2,9999.999,3,up,\n")) == 1


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_too_long_to_read_is_said_to_be_so(tmp_path: Path, quote: str) -> None:
    """Its quotes do close; the other lines are read on."""
    cell = f"{quote}{'x' * 1_000_000}{quote}"

    finding = only(tmp_path, f"{HEADER}\n{GOOD}\na,2015,{cell},2020,2,,,up,\n{GOOD}\n")

    assert (finding.rule.code, finding.place.line, finding.place.column) == ("QT160", 3, 8)
    assert finding.problem.en == f"the cell has {len(cell):,} characters, at most 131,072 are read"


def test_quotes_that_swallow_a_long_line_are_still_broken_quotes(tmp_path: Path) -> None:
    """The reader of CSV stops at the same length; no cell is too long."""
    assert found(tmp_path, f'{HEADER}\na,2015,"1,{("x" * 20 + ",") * 10_000}\n') == [(2, 8, "QT153")]


def test_a_very_long_cell_is_shown_in_part(tmp_path: Path) -> None:
    """A message stays a message."""
    finding = only(tmp_path, f"{HEADER}\na,2015,{'x' * 500},2020,2,,,up,\n")

    assert finding.problem.en == f"{'x' * 40}… in the column base_value is not a number"


@given(text=st.text(alphabet=st.sampled_from(',"\n\r;\t 1.5upadown-\x00\u2028é'), max_size=200), header=st.booleans())
def test_no_text_makes_the_reader_fail(tmp_path: Path, text: str, header: bool) -> None:
    """Rows or findings, and every finding points into its line."""
    content = f"{HEADER}\n{text}" if header else text

    _, findings = load(write(tmp_path, content))

    for each in findings:
        assert each.place.line == 0 or 1 <= each.place.column <= len(each.place.text) + 1
        assert "{" not in each.problem.en + each.advice.vi


OWN = "Chỉ tiêu;TT;Từ năm;Từ;Năm nay;Nay;Hạn;Đích;Chiều\na;1;2015;1,5;2020;2;2030;3;up\n"
DECLARED = (
    "chi tieu=series, TT=unused, Từ năm=base_year, Từ=base_value, Năm nay=current_year, Nay=current_value, "
    "Hạn=target_year, Đích=target_value, Chiều=direction"
)


def test_headings_of_ones_own_are_declared(tmp_path: Path) -> None:
    """As for round add: any case and accents; a column that is not meant is set aside by name."""
    columns = declared_series_columns(DECLARED, TO_JUDGE)

    found, findings = load(write(tmp_path, OWN), TO_JUDGE, TableWriting("vi", columns=columns))

    series = Series((DatedValue(2015, 1.5), DatedValue(2020, 2)), "up", 3, 2030, None)
    assert (found, findings) == ((SeriesRow("a", series),), [])


@pytest.mark.parametrize("text", ["Chỉ tiêu", "Chỉ tiêu=value", "=series", "a=series, b"])
def test_a_declaration_that_cannot_be_read_lists_the_columns(text: str) -> None:
    """What round add knows is another list."""
    with pytest.raises(Refusal, match="cannot be read") as refused:
        declared_series_columns(text, TO_JUDGE)

    assert "series, base_year" in refused.value.advice.en


def test_unknown_and_repeated_headings_are_called_so(tmp_path: Path) -> None:
    """A column nobody knows is not one too many."""
    assert "Mục tiêu unknown; series twice" in only(tmp_path, f"{HEADER},Mục tiêu,series\n{GOOD},,\n").problem.en


def test_a_table_without_limits_has_no_column_for_them(tmp_path: Path) -> None:
    """What may be empty may be left out."""
    assert rows(tmp_path, f"{HEADER.removesuffix(',limit')}\n{GOOD.removesuffix(',100')}\n")[0].series.limit is None


@pytest.mark.parametrize("name", ["own.xlsx", "own.XLS", "own.ods"])
def test_a_workbook_is_called_one(tmp_path: Path, name: str) -> None:
    """Its bytes are no text in another encoding."""
    file = tmp_path / name
    file.write_bytes(b"PK\x03\x04\xff\xfe")

    with pytest.raises(Refusal, match="is a workbook") as refused:
        load(file)

    assert "CSV" in refused.value.advice.en
