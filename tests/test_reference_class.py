"""The file of a reference class: what it may look like, everything that is wrong with one, and the shipped ones."""

import csv
from pathlib import Path

import pytest

from qt_ict.diagnostics.finding import Finding
from qt_ict.language import Text
from qt_ict.loading.reference_class import MOST_LINES, load, load_from, shipped_names
from qt_ict.reference.classes import PastValue, ReferenceClass
from tests.conftest import DATA

HEADER = "area,date,value"


def write(folder: Path, content: str) -> Path:
    """A class in a file."""
    file = folder / "class.csv"
    file.write_bytes(content.encode())
    return file


def read(folder: Path, content: str) -> ReferenceClass:
    """A class without findings."""
    found, findings = load(write(folder, content))
    assert findings == []
    assert found
    return found


def found(folder: Path, content: str) -> list[tuple[int, int, str]]:
    """Line, column and code of everything that is wrong."""
    loaded, findings = load(write(folder, content))
    assert loaded is None
    return [(each.place.line, each.place.column, each.rule.code) for each in findings]


def only(folder: Path, content: str) -> Finding:
    """The one thing that is wrong."""
    (finding,) = load(write(folder, content))[1]
    return finding


def test_a_class_is_area_date_value_in_any_order(tmp_path: Path) -> None:
    """Lines and columns; the oldest value comes first."""
    reference = read(tmp_path, "value,area,date\n20.5,Huế,2012\n1e1,Huế,2010\n0,Quảng Trị,2010\n")

    assert reference.areas == {
        "Huế": (PastValue(2010.0, 10.0), PastValue(2012.0, 20.5)),
        "Quảng Trị": (PastValue(2010.0, 0.0),),
    }


def test_a_year_is_its_end_and_so_is_a_month(tmp_path: Path) -> None:
    """The last of June 2012 is 182 days of 366 after the end of 2011."""
    reference = read(tmp_path, f"{HEADER}\na,2012,4\na,2012-06,3\na,2012-05-31,2\na,2011-12-31,1")

    assert reference.areas["a"] == (
        PastValue(2011.0, 1.0),
        PastValue(2011 + 152 / 366, 2.0),
        PastValue(2011 + 182 / 366, 3.0),
        PastValue(2012.0, 4.0),
    )
    assert [each.year for each in reference.areas["a"]] == [2011, 2012, 2012, 2012]


def test_what_a_file_says_of_itself_is_read(tmp_path: Path) -> None:
    """Free remarks stand between."""
    names = "# name_vi: Hộ có Internet\n# name_en: Households\n"
    head = f"# kind: share\n# Typed by hand.\n# https://example.org\n{names}# source: GSO\n# licence: PD\n"

    reference = read(tmp_path, f"{head}{HEADER}\na,2012,4\n")

    assert (reference.kind, reference.ceiling) == ("share", 100.0)
    assert (reference.title, reference.source, reference.licence) == (Text("Hộ có Internet", "Households"), "GSO", "PD")


def test_a_file_of_another_language_says_its_name_once(tmp_path: Path) -> None:
    """It is neither Vietnamese nor English."""
    both = read(tmp_path, f"# name: Ménages\n{HEADER}\na,2012,4\n").title
    english = read(tmp_path, f"# name: Ménages\n# name_en: Households\n{HEADER}\na,2012,4\n").title

    assert (both, english) == (Text.same("Ménages"), Text("Ménages", "Households"))


def test_a_file_that_says_nothing_of_itself_is_never_below_0(tmp_path: Path) -> None:
    """It is called by its path."""
    reference = read(tmp_path, f"{HEADER}\na,2012,140\n")

    assert (reference.kind, reference.title) == ("density", Text.same(str(tmp_path / "class.csv")))


def test_a_class_comes_back_from_a_spreadsheet(tmp_path: Path) -> None:
    """It fills lines with commas, quotes what holds one, and writes its own line ends and byte order mark."""
    lines = ("# kind: share,,", '"# source: GSO, 2012",,', "area,date,value", '"Huế, city",2012,4', ",,", "")

    reference = read(tmp_path, "\ufeff" + "\r\n".join(lines))

    assert (reference.kind, reference.source) == ("share", "GSO, 2012")
    assert reference.areas == {"Huế, city": (PastValue(2012.0, 4.0),)}


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        (",2012,4", 1, "QT161"),
        ("a,,4", 3, "QT161"),
        ("a,2012,", 8, "QT161"),
        ("a,12,4", 3, "QT162"),
        ("a,2012-13,4", 3, "QT162"),
        ("a,2012-02-30,4", 3, "QT162"),
        ("a,2012.5,4", 3, "QT162"),
        ("a,0000-01,4", 3, "QT162"),
        ("a,٢٠١٢,4", 3, "QT162"),
        ("a,2012,-0.1", 8, "QT163"),
        ("a,2012,100.1", 8, "QT163"),
        ("a,2012, 4%", 9, "QT156"),
        ("a,2012,nan", 8, "QT156"),
        ("a,2012,1e999", 8, "QT156"),
        ("a,2012,1_0", 8, "QT156"),
        ('a,2012,"4,5"', 8, "QT156"),
        ("a,2012", 7, "QT154"),
        ("a,2012,4,5", 10, "QT154"),
        ('a,2012,"4', 8, "QT153"),
        ("a\u202eb,2012,4", 1, "QT106"),
    ],
)
def test_a_bad_line_is_one_finding_at_its_cell(tmp_path: Path, line: str, column: int, code: str) -> None:
    """An analyst's slip is named where it stands."""
    assert found(tmp_path, f"# kind: share\n{HEADER}\nb,2012,4\n{line}\n") == [(4, column, code)]


def test_a_density_may_be_above_100(tmp_path: Path) -> None:
    """But not below 0."""
    assert found(tmp_path, f"# kind: density\n{HEADER}\na,2012,140\na,2013,-1\n") == [(4, 8, "QT163")]


def test_two_values_of_a_date_are_a_finding(tmp_path: Path) -> None:
    """A year and its last day are the same; the first is named."""
    finding = only(tmp_path, f"{HEADER}\na,2012,4\nb,2012,4\na,2012-12-31,5\n")

    assert (finding.place.line, finding.place.column, finding.rule.code) == (4, 3, "QT164")
    assert finding.problem.en == "a has a value of this date in line 2 already"


@pytest.mark.parametrize(
    ("line", "code"), [("# knid: share", "QT165"), ("# kind: Share", "QT166"), ("# kind:", "QT166")]
)
def test_a_misspelt_remark_is_no_remark(tmp_path: Path, line: str, code: str) -> None:
    """The kind would silently be another."""
    assert found(tmp_path, f"{line}\n{HEADER}\na,2012,4\n") == [(1, 1, code)]


@pytest.mark.parametrize(
    ("header", "code"), [("area,year,value", "QT152"), ("area;date;value", "QT152"), ("area,date,value,unit", "QT152")]
)
def test_other_columns_are_named(tmp_path: Path, header: str, code: str) -> None:
    """Nothing is dropped silently."""
    finding = only(tmp_path, f"# kind: share\n{header}\na,2012,4\n")

    assert (finding.place.line, finding.rule.code) == (2, code)


def test_all_faults_are_said_in_one_run(tmp_path: Path) -> None:
    """In the order of their lines."""
    content = f"# knid: share\n{HEADER}\na,12,x\n,2012,4\nb,2012,4\nb,2012,4\n"

    assert found(tmp_path, content) == [
        (1, 1, "QT165"),
        (3, 3, "QT162"),
        (3, 6, "QT156"),
        (4, 1, "QT161"),
        (6, 3, "QT164"),
    ]


def test_a_file_far_too_long_is_not_read(tmp_path: Path) -> None:
    """It is mostly the wrong one."""
    assert found(tmp_path, HEADER + "\na,2012,4" * MOST_LINES) == [(0, 0, "QT167")]


@pytest.mark.parametrize("content", ["", "\n\n", "# kind: share\n"])
def test_a_file_without_columns_is_a_finding(tmp_path: Path, content: str) -> None:
    """Nothing in it says what a cell is."""
    assert [code for _, _, code in found(tmp_path, content)] == ["QT152"]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    """And so is a folder."""
    assert [each.rule.code for each in load(tmp_path / "none.csv")[1]] == ["QT151"]
    assert [each.rule.code for each in load(tmp_path)[1]] == ["QT102"]


@pytest.mark.parametrize(
    ("name", "kind", "areas", "values"),
    [
        ("fixed_broadband", "density", 205, 3160),
        ("internet_users", "share", 207, 4805),
        ("mobile", "density", 212, 5340),
    ],
)
def test_the_shipped_classes_are_as_their_page_says(name: str, kind: str, areas: int, values: int) -> None:
    """Their number, kind and licence."""
    reference, findings = load_from(DATA, name)
    page = (DATA / "reference" / "README.md").read_text(encoding="utf-8")

    assert findings == []
    assert reference
    assert (reference.name, reference.kind, len(reference.areas)) == (name, kind, areas)
    assert sum(map(len, reference.areas.values())) == values
    assert "World Bank" in reference.source
    assert reference.licence.startswith("CC BY 4.0")
    assert f"| {areas} | {values:,} |".replace(",", " ") in page


def test_the_shipped_classes_are_those_of_the_folder() -> None:
    """The file of names is none."""
    assert shipped_names(DATA) == ("fixed_broadband", "internet_users", "mobile")


def test_every_area_has_a_name_in_both_languages() -> None:
    """And every name is of an area."""
    rows = list(csv.DictReader((DATA / "reference" / "areas.csv").read_text(encoding="utf-8").splitlines()))
    loaded = [load_from(DATA, name)[0] for name in shipped_names(DATA)]

    assert {row["area"] for row in rows} == {area for each in loaded if each for area in each.areas}
    assert all(row["vi"] and row["en"] for row in rows)
    assert len({row["vi"] for row in rows}) == len({row["en"] for row in rows}) == len(rows)
    assert loaded[0]
    assert loaded[0].area_name("vnm") == Text("Việt Nam", "Viet Nam")


def test_values_are_copied_digit_by_digit() -> None:
    """Three read a second time in the panel of Gapminder."""
    lines = (DATA / "reference" / "internet_users.csv").read_text(encoding="utf-8").splitlines()

    assert {"vnm,2013,38.5", "vnm,2018,69.8479", "abw,1996,2.77"} <= set(lines)
