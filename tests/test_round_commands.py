"""``qt-ict round new`` and ``qt-ict round add`` as people and scripts use them."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from qt_ict.loading import folder
from qt_ict.loading.folder import load
from tests.conftest import DATA, ROOT, Result, edit

Run = Callable[..., Result]
DAY = "2012-06-30"
HOUSEHOLDS = "    value:  # 2010-12-31: 145470\n"


@pytest.fixture
def plan_copy(plan_copy: Path) -> Path:
    """A plan of a baseline alone."""
    shutil.rmtree(plan_copy / "rounds")
    return plan_copy


@pytest.fixture
def plan(plan_copy: Path, qt_ict: Run) -> Path:
    """A plan with one later round, nothing filled in."""
    assert qt_ict("round", "new", DAY, "--data", str(plan_copy)).code == 0
    return plan_copy


@pytest.fixture
def add(qt_ict: Run, plan: Path, tmp_path: Path) -> Callable[..., Result]:
    """Bring lines of CSV into the plan's round."""

    def call(lines: str, *options: str) -> Result:
        file = tmp_path / "report.csv"
        file.write_text(f"figure;value\n{lines}\n", encoding="utf-8")
        return qt_ict("round", "add", str(file), "--data", str(plan), *options)

    return call


def text(plan: Path) -> str:
    """The round's file, byte for byte."""
    return (plan / "rounds" / f"{DAY}.yaml").read_bytes().decode()


def test_a_new_round_is_a_form_of_every_figure(plan: Path) -> None:
    """The previous value beside each; half-filled data are valid, so it loads as it is."""
    loaded, findings = load(plan)

    assert not findings
    assert loaded is not None
    form = text(plan)
    for name, figure in loaded.plan.baseline.figures.items():
        assert f"\n  {name}:\n    value:  # 20" in form
        assert f"\n  # {figure.vi} ({loaded.plan.units[figure.unit].vi})\n  {name}:\n" in form
    assert f"  households:\n{HOUSEHOLDS}" in form
    assert "    value:  # 2010-12-31: more_than 40\n" in form
    assert "\n  # I.4 State of universal access to information\n" in form
    assert loaded.plan.rounds[1].figures == {}
    assert loaded.plan.rounds[1].round.vi == "Báo cáo 6 tháng đầu năm 2012"


def test_the_first_line_leads_an_editor_to_the_schema(plan: Path, qt_ict: Run) -> None:
    """Only where the plan has one: else the editor would complain."""
    assert text(plan).startswith("# yaml-language-server: $schema=../schema/round.json\n")
    (plan / "schema" / "round.json").unlink()
    qt_ict("round", "new", "2012-12-31", "--data", str(plan))
    assert (plan / "rounds" / "2012-12-31.yaml").read_text("utf-8").startswith("# A round of figures.")


@pytest.mark.parametrize(
    ("date", "name", "duties"),
    [
        ("2012-06-30", "Report of the first half of 2012", "[progress_of_units, progress_of_province]"),
        ("2012-12-31", "Report of 2012", "[progress_of_units, progress_of_province]"),
        ("2012-03-15", "Figures as of 2012-03-15", None),
    ],
)
def test_duties_due_on_the_day_are_offered(
    plan_copy: Path, qt_ict: Run, date: str, name: str, duties: str | None
) -> None:
    """At mid-year and at its end; whoever fills in the form decides."""
    qt_ict("round", "new", date, "--data", str(plan_copy))

    form = (plan_copy / "rounds" / f"{date}.yaml").read_text("utf-8")
    assert f"\n  en: {name}\n" in form
    assert (f"\n  # reports: {duties}\n" in form) == (duties is not None)
    assert "reports:" not in form.replace("# reports:", "")


def test_a_duty_of_every_year_is_not_due_at_mid_year(plan_copy: Path, qt_ict: Run) -> None:
    """It waits for the end of the year."""
    edit(
        plan_copy / "plan.yaml",
        "    every: [half-year, year]\n    source: VIII.9\n",
        "    every: [year]\n    source: VIII.9\n",
    )
    for date in ("2012-06-30", "2012-12-31"):
        qt_ict("round", "new", date, "--data", str(plan_copy))

    forms = [(plan_copy / "rounds" / f"{date}.yaml").read_text("utf-8") for date in ("2012-06-30", "2012-12-31")]
    assert ["progress_of_units" in form for form in forms] == [False, True]


def test_the_previous_value_is_that_of_the_latest_round_that_has_one(
    plan: Path, add: Callable[..., Result], qt_ict: Run
) -> None:
    """Of the rounds before the day, not of later ones."""
    add("households;147000", "--yes")
    for date in ("2012-12-31", "2011-12-31"):
        qt_ict("round", "new", date, "--data", str(plan))

    assert f"  households:\n    value:  # {DAY}: 147000\n" in (plan / "rounds" / "2012-12-31.yaml").read_text("utf-8")
    assert f"  households:\n{HOUSEHOLDS}" in (plan / "rounds" / "2011-12-31.yaml").read_text("utf-8")


def test_a_definition_stands_in_the_form_with_its_number(plan: Path, add: Callable[..., Result], qt_ict: Run) -> None:
    """Communes with high-speed Internet are not those with fibre that the plan counts: the form goes on saying so."""
    add("communes_with_fibre;139", "--yes")
    edit(plan / "rounds" / f"{DAY}.yaml", "    value: 139  #", "    definition: high-speed Internet\n    value: 139  #")

    qt_ict("round", "new", "2012-12-31", "--data", str(plan))

    form = (plan / "rounds" / "2012-12-31.yaml").read_text("utf-8")
    definition = '    definition: {"vi": "high-speed Internet", "en": "high-speed Internet"}  # '
    assert f"  communes_with_fibre:\n    value:  # {DAY}: 139\n{definition}" in form


def test_the_form_speaks_the_reader_s_language(plan_copy: Path, qt_ict: Run) -> None:
    """Figures keep the names of the document."""
    result = qt_ict("round", "new", DAY, "--data", str(plan_copy), "--lang", "vi")

    assert result.out.startswith("Đã tạo ")
    assert "\n  # I.4 Hiện trạng phổ cập thông tin\n" in text(plan_copy)


def test_a_number_is_a_one_line_diff(plan: Path, add: Callable[..., Result]) -> None:
    """Everything else in the file stays byte for byte."""
    before = text(plan)

    result = add("Hộ gia đình;147.000", "--numbers", "vi", "--yes")

    assert result.code == 0
    assert result.err == ""
    assert "Households  145,470 (2010-12-31)  147,000  +1,530 (+1.1%)  B2\n" in result.out
    assert text(plan) == before.replace(HOUSEHOLDS, "    value: 147000  # 2010-12-31: 145470\n")
    assert [each.name for each in (plan / "rounds").iterdir()] == [f"{DAY}.yaml"]


def test_hand_edits_survive(plan: Path, add: Callable[..., Result]) -> None:
    """Windows line ends, comments, quotes and digits of other figures are the author's."""
    file = plan / "rounds" / f"{DAY}.yaml"
    edited = text(plan).replace(HOUSEHOLDS, "    value:   146999   # xem lại!\n    note: {vi: 'a', en: \"b\"}\n")
    edited = edited.replace("\n", "\r\n") + "# hết"
    file.write_bytes(edited.encode())

    add("households;147000\nict_workers_university;41.50", "--numbers", "en", "--yes")

    wanted = edited.replace("value:   146999   #", "value:   147000   #")
    wanted = wanted.replace("value:  # 2010-12-31: 40\r\n", "value: 41.50  # 2010-12-31: 40\r\n")
    assert text(plan) == wanted


def test_a_figure_that_the_round_leaves_out_is_added(plan: Path, add: Callable[..., Result]) -> None:
    """Its name and unit are known from the baseline."""
    file = plan / "rounds" / f"{DAY}.yaml"
    file.write_text("round:\n  vi: a\n  en: b\n  date: 2012-06-30\n  transcribed: true\nfigures: {}\n")

    assert add("households;147000", "--yes").code == 0

    assert text(plan).endswith("figures: {households: {value: 147000}}\n")


def test_a_figure_of_its_own_is_filled_in(plan: Path, add: Callable[..., Result]) -> None:
    """A round may name figures that no earlier one has."""
    file = plan / "rounds" / f"{DAY}.yaml"
    own = "  cafes:\n    vi: Điểm truy nhập\n    en: Access points\n    unit: facilities\n    value:\n"
    file.write_bytes(text(plan).encode() + own.encode())

    result = add("Access points;12", "--yes")

    assert result.code == 0
    assert "Access points" in result.out
    assert text(plan).endswith(own.replace("value:", "value: 12"))


def test_a_dry_run_writes_nothing(plan: Path, add: Callable[..., Result]) -> None:
    """It shows what would be written, in the reader's language."""
    before = text(plan)

    result = add("households;147000", "--dry-run", "--lang", "vi")

    assert (result.code, result.err) == (0, "")
    assert "Hộ gia đình  145.470 (31/12/2010)  147.000  +1.530 (+1,1%)  B2\n" in result.out
    assert result.out.endswith("\nKhông ghi gì.\n")
    assert text(plan) == before


def test_without_a_terminal_nobody_is_asked_and_nothing_written(plan: Path, add: Callable[..., Result]) -> None:
    """A script has to say --yes."""
    before = text(plan)

    result = add("households;147000")

    assert result.code == 2
    assert "147,000" in result.out
    assert result.err.splitlines()[1] == "  = Add --yes to write, or --dry-run only to look."
    assert text(plan) == before


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "written"), [("y\n", True), ("Yes\n", True), ("có\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_at_a_terminal_it_asks(
    plan: Path, add: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, typed: str, written: bool
) -> None:
    """Only a yes is a yes."""
    monkeypatch.setattr(sys, "stdin", Terminal(typed))

    result = add("households;147000")

    assert result.code == 0
    assert result.err.endswith("rounds/2012-06-30.yaml? [y/N] ")
    assert ("value: 147000" in text(plan)) == written
    assert ("Nothing was written." in result.out) != written


def test_with_nothing_to_change_it_says_so(plan: Path, add: Callable[..., Result]) -> None:
    """The same sheet twice is no error."""
    add("households;147000", "--yes")
    before = text(plan)

    result = add("households;147000\nhouseholds_with_tv;")

    assert result.code == 0
    assert "Values: 0 changed, 1 the same, 1 left empty; 0 doubtful cells." in result.out
    assert result.out.endswith("\nThere is nothing to write.\n")
    assert text(plan) == before


def test_one_doubtful_cell_keeps_everything_back(plan: Path, add: Callable[..., Result]) -> None:
    """All or nothing: a half-written round looks whole."""
    before = text(plan)

    result = add("households;147.000\nbts_stations;1.5", "--numbers", "vi", "--yes")

    assert result.code == 1
    assert "report.csv!B3  1.5 " in result.out
    assert "Nothing was written: mend these cells" in result.out
    assert text(plan) == before


def test_a_number_cut_by_a_comma_keeps_everything_back(plan: Path, qt_ict: Run, tmp_path: Path) -> None:
    """Sheet, cell, why, and what to write."""
    file = tmp_path / "report.csv"
    file.write_text("figure,value\nhouseholds,147000\nict_workers_university,45,6\n", encoding="utf-8")
    before = text(plan)

    result = qt_ict("round", "add", str(file), "--data", str(plan), "--yes")

    assert result.code == 1
    assert "report.csv!B3  45,6 " in result.out
    assert "3 cells, the headings 2" in " ".join(result.out.split())
    assert text(plan) == before


def test_true_numbers_need_no_declaration(plan: Path, qt_ict: Run, tmp_path: Path) -> None:
    """Of a workbook; a share changes by points."""
    file = tmp_path / "report.xlsx"
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Ghi chú").write("A1", "x")
    sheet = book.add_worksheet("Số liệu")
    for row, cells in enumerate(
        [("Báo cáo",), ("số liệu", "giá trị"), ("households", 147000), ("ict_workers_university", 41.5)]
    ):
        sheet.write_row(row, 0, cells)
    book.close()

    result = qt_ict("round", "add", str(file), "--data", str(plan), "--yes")

    assert result.code == 0
    assert "  +1.5 pp  B4\n" in result.out
    assert "value: 41.5  # 2010-12-31: 40\n" in text(plan)


def test_of_several_sheets_the_one_named_is_read(plan: Path, qt_ict: Run, tmp_path: Path) -> None:
    """Without a name only where one alone has the columns and is not hidden."""
    file = tmp_path / "report.xlsx"
    book = xlsxwriter.Workbook(file)
    for name, value in (("Quý 1", 1), ("Quý 2", 2), ("Nháp", 3)):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ("figure", "value"))
        sheet.write_row(1, 0, ("households", value))
    sheet.hide()
    book.close()
    command = ("round", "add", str(file), "--data", str(plan), "--dry-run")

    assert "several sheets have the columns" in qt_ict(*command).err
    assert "there is no sheet Quý" in qt_ict(*command, "--sheet", "Quý").err
    assert "Households  145,470 (2010-12-31)    2 " in qt_ict(*command, "--sheet", "Quý 2").out
    assert "Households  145,470 (2010-12-31)    3 " in qt_ict(*command, "--sheet", "Nháp").out


def test_a_bound_is_shown_as_one(plan: Path, add: Callable[..., Result]) -> None:
    """No change is reckoned from "more than 40"; a comparator in the file stays, and is said to."""
    result = add("commune_officials_trained;45", "--yes")

    assert "> 40 (2010-12-31)   45       –  B2\n" in result.out
    edit(plan / "rounds" / f"{DAY}.yaml", "    value: 45  # ", "    comparator: more_than\n    value: 45  # ")
    assert "The file keeps comparator: more_than." in add("commune_officials_trained;46", "--yes").out


def test_what_the_file_says_of_a_number_stays_and_is_said_to(plan: Path, add: Callable[..., Result]) -> None:
    """Its own date and definition would now be said of another number; those without a number yet count too."""
    file = plan / "rounds" / f"{DAY}.yaml"
    more = "    date: 2012-03\n    definition: hộ có đăng ký\n    document: 2/BC\n"
    edit(file, HOUSEHOLDS, HOUSEHOLDS + more)

    assert (
        "The file keeps date: 2012-03, definition: hộ có đăng ký, document: 2/BC.\n"
        in add("households;147000", "--yes").out
    )
    edit(file, "definition: hộ có đăng ký", "definition: {vi: hộ, en: x}")
    assert "The file keeps date: 2012-03, definition, document: 2/BC.\n" in add("households;147001", "--dry-run").out


def test_the_round_named_is_filled_in(plan: Path, add: Callable[..., Result], qt_ict: Run) -> None:
    """Without a name the latest."""
    qt_ict("round", "new", "2012-12-31", "--data", str(plan))

    add("households;147000", "--yes")
    add("households;146000", "--yes", "--round", DAY)

    assert "value: 147000  # 2010-12-31: 145470\n" in (plan / "rounds" / "2012-12-31.yaml").read_text("utf-8")
    assert "value: 146000  # 2010-12-31: 145470\n" in text(plan)


def test_a_file_saved_meanwhile_is_left_alone(
    plan: Path, add: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves it while the question waits for its answer."""
    file = plan / "rounds" / f"{DAY}.yaml"

    class Slow(Terminal):
        def readline(self, size: int | None = -1) -> str:
            file.write_text("edited", encoding="utf-8")
            return "y\n"

    monkeypatch.setattr(sys, "stdin", Slow())

    result = add("households;147000")

    assert result.code == 2
    assert "was changed meanwhile; nothing was written" in result.err
    assert text(plan) == "edited"


def test_the_plan_of_an_installed_package_is_not_written_to(
    qt_ict: Run, monkeypatch: pytest.MonkeyPatch, plan_copy: Path
) -> None:
    """The next update would take it away."""
    monkeypatch.setattr("qt_ict.__file__", str(plan_copy.parent / "__init__.py"))
    monkeypatch.setattr(folder, "shipped_folder", lambda: plan_copy)

    result = qt_ict("round", "new", DAY, "--data", str(plan_copy))

    assert result.code == 2
    assert result.err.splitlines()[1].endswith("to my_plan, then add --data my_plan.")
    assert not (plan_copy / "rounds").exists()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("round", "thiếu tên lệnh"),
        ("round nwe 2012-06-30", "không có lệnh nwe"),
        ("round new", "thiếu NGÀY"),
        ("round new 30/6/2012", "đã có "),
        ("round new 2012-6-30", "đã có "),
        ("round new 6/2012", "đã có "),
        ("round new 2010", "2010 không sau năm gốc (2010-12-31)"),
        ("round new 2012-06-31", "2012-06-31 không phải một ngày"),
        ("round new 31/6/2012", "31/6/2012 không phải một ngày"),
        ("round new 20120630", "20120630 không phải một ngày"),
        ("round new 2012-W26-6", "2012-W26-6 không phải một ngày"),
        ("round new tomorrow", "tomorrow không phải một ngày"),
        ("round new ../x", "../x không phải một ngày"),
        ("round new 2010-12-31", "2010-12-31 không sau năm gốc (2010-12-31)"),
        ("round new 1999-01-01", "1999-01-01 không sau năm gốc"),
        ("round new 2012-06-30", "đã có "),
        ("round new 2012-06-30 --force", "không có tùy chọn --force"),
        ("round add", "thiếu TỆP"),
        ("round add missing.csv", "không mở được missing.csv"),
        ("round add tests", "không đọc dạng này: tests"),
        ("round add README.md", "không đọc dạng .md: README.md"),
        ("round add old.xls", "không đọc dạng .xls: old.xls"),
        ("round add {good} --round 2013-06-30", "không có đợt 2013-06-30"),
        ("round add {good} --round 2013", "không có đợt 2013"),
        ("round add {good} --round baseline_2010", "baseline_2010 là năm gốc"),
        ("round add {good} --round 2010", "2010 là năm gốc"),
        ("round add {good} --sheet Report", "không có trang Report"),
        ("round add {good} --numbers de", "--numbers: de không phải một trong vi, en, fr"),
        ("round add {good} extra", "thừa tham số extra"),
        ("round add {signs}", "signs.csv!B2: 147.000 có hai cách đọc"),
        ("round add {headless}", "trang headless.csv: không có dòng tiêu đề với các cột figure và value"),
        ("round add {twice}", "trang twice.csv: cột ghi số của một ngày (value) có hai lần (B1, C1)"),
        ("round add {empty}", "{empty} rỗng"),
        ("round add {latin}", "{latin}:2: không phải UTF-8"),
        ("round add {quotes}", "{quotes}:2: không đọc được CSV"),
        ("round add {broken}", "không đọc được {broken}: tệp hỏng"),
        ("round add {locked}", "không đọc được {locked}: là tệp .xls cũ hoặc có mật khẩu"),
    ],
)
def test_bad_input_gets_one_message_and_a_next_step(
    qt_ict: Run, monkeypatch: pytest.MonkeyPatch, plan: Path, tmp_path: Path, line: str, problem: str
) -> None:
    """Exit code 2, nothing on standard output, nothing written, all of it in the reader's language."""
    monkeypatch.setenv("QT_ICT_LANG", "vi")
    monkeypatch.setenv("QT_ICT_DATA", str(plan))
    contents = {
        "good.csv": b"figure;value\nhouseholds;147000\n",
        "signs.csv": b"figure;value\nhouseholds;147.000\n",
        "headless.csv": b"households;147000\n",
        "twice.csv": b"figure;value;value\nhouseholds;1;2\n",
        "empty.csv": b"",
        "latin.csv": b"figure;value\nh\xf4;1\n",
        "quotes.csv": b'figure;value\n"households;1\n',
        "broken.xlsx": b"PK\x03\x04",
        "locked.xlsx": b"\xd0\xcf\x11\xe0",
    }
    files = {}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        files[Path(name).stem] = str(tmp_path / name)
    before = text(plan)

    result = qt_ict(*(word.format(**files) for word in line.split()))

    assert (result.code, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert first.startswith(f"qt-ict: {problem.format(**files)}")
    assert second.startswith("  = ")
    assert text(plan) == before
    assert [each.name for each in (plan / "rounds").iterdir()] == [f"{DAY}.yaml"]


def test_a_plan_without_rounds_is_told_how_to_begin(qt_ict: Run, plan_copy: Path, tmp_path: Path) -> None:
    """The baseline is never filled in from a sheet."""
    file = tmp_path / "report.csv"
    file.write_text("figure;value\nhouseholds;1\n")

    result = qt_ict("round", "add", str(file), "--data", str(plan_copy))

    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(f"  = Make one: qt-ict round new 2011-12-31 --data {plan_copy}\n")


@pytest.mark.parametrize("written", ["2012", "2012-06", "6/2012", "30/6/2012", "30.6.2012", "2012-06-30"])
def test_a_round_is_named_by_any_date_that_means_it(qt_ict: Run, plan: Path, tmp_path: Path, written: str) -> None:
    """A year stands for its only round, here as in every other command."""
    file = tmp_path / "report.csv"
    file.write_text("figure;value\nhouseholds;147000\n")

    result = qt_ict("round", "add", str(file), "--data", str(plan), "--round", written, "--yes")

    assert result.code == 0, result.err
    assert "value: 147000" in text(plan)


def test_a_year_with_two_rounds_is_asked_which(qt_ict: Run, plan: Path, tmp_path: Path) -> None:
    """The one of its last day is meant where there is one."""
    file = tmp_path / "report.csv"
    file.write_text("figure;value\nhouseholds;147000\n")
    qt_ict("round", "new", "2012-09-30", "--data", str(plan))

    result = qt_ict("round", "add", str(file), "--data", str(plan), "--round", "2012", "--yes")

    assert result.code == 2
    assert "2012: several rounds\n  = Name one of them: 2012-06-30, 2012-09-30." in result.err


@pytest.mark.parametrize("written", ["2013", "31/12/2013"])
def test_the_command_that_makes_a_missing_round_runs_as_it_is_said(
    qt_ict: Run, plan: Path, tmp_path: Path, written: str
) -> None:
    """With the date in full, and the folder of the plan."""
    file = tmp_path / "report.csv"
    file.write_text("figure;value\nhouseholds;147000\n")

    advice = qt_ict("round", "add", str(file), "--data", str(plan), "--round", written).err

    command = advice.partition("To make it: qt-ict ")[2].split()
    assert command[:3] == ["round", "new", "2013-12-31"]
    assert qt_ict(*command).code == 0
    assert (plan / "rounds" / "2013-12-31.yaml").is_file()


@pytest.mark.parametrize(
    ("headings", "step"),
    [
        ("figure;figure;value", 'Give each column a heading of its own, such as "figure 2", so that it is known'),
        ("figure;value;value", 'Give each column a heading of its own, such as "value 2", so that it is known'),
        ("figure;số liệu;value", 'Keep one of them, or say which is not read: --columns "số liệu=unused".'),
    ],
)
def test_of_columns_that_are_one_thing_the_next_step_is_said(
    qt_ict: Run, plan_copy: Path, tmp_path: Path, headings: str, step: str
) -> None:
    """What they are is known: figure=figure, value=value is no advice."""
    file = tmp_path / "report.csv"
    file.write_text(f"{headings}\nhouseholds;1;2\n", encoding="utf-8")
    qt_ict("round", "new", "2012-06-30", "--data", str(plan_copy))

    result = qt_ict("round", "add", str(file), "--data", str(plan_copy), "--lang", "en")

    assert result.code == 2
    assert f"  = {step}" in result.err


def test_a_new_round_is_there_already_only_where_it_is(qt_ict: Run, plan_copy: Path) -> None:
    """A file in the place of the folder is named as what it is."""
    (plan_copy / "rounds").write_bytes(b"")

    result = qt_ict("round", "new", DAY, "--data", str(plan_copy))

    assert (result.code, "QT119" in result.err, "is there already" in result.err) == (2, True, False)


@pytest.mark.parametrize("written", ["30/6/2012", "30.06.2012", "2012-6-30", "6/2012", "2012-06"])
def test_a_new_round_takes_any_date_that_is_read_elsewhere(qt_ict: Run, plan_copy: Path, written: str) -> None:
    """Day first, as in the documents; a month means its last day. What comes next names the plan."""
    result = qt_ict("round", "new", written, "--data", str(plan_copy))

    assert [each.name for each in (plan_copy / "rounds").iterdir()] == ["2012-06-30.yaml"]
    assert result.out.endswith(f"or: qt-ict round add FILE --data {plan_copy}\n")


def test_a_broken_plan_is_reported_and_not_touched(qt_ict: Run, plan: Path, add: Callable[..., Result]) -> None:
    """Whoever adds to a round that does not load would write on sand."""
    file = plan / "rounds" / f"{DAY}.yaml"
    edit(file, HOUSEHOLDS, "    value: 147.000\n")
    before = text(plan)

    result = add("households;1", "--yes")

    assert (result.code, result.out) == (1, "")
    assert "QT302" in result.err
    assert text(plan) == before


def test_a_place_that_cannot_be_changed_safely_is_left_to_its_author(plan: Path, add: Callable[..., Result]) -> None:
    """An explicit key is rare, and read rather than touched."""
    file = plan / "rounds" / f"{DAY}.yaml"
    edit(file, HOUSEHOLDS, "    ? value\n")
    before = text(plan)

    result = add("households;1", "--yes")

    assert (result.code, result.out) == (2, "")
    assert "cannot be changed safely" in result.err
    assert text(plan) == before


@pytest.mark.parametrize(("words", "offered"), [("round ", "new add"), ("round add --round ", DAY)])
def test_completion_offers_commands_and_rounds(plan: Path, words: str, offered: str) -> None:
    """The shell's own question, answered from the plan."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_ICT_DATA": str(plan),
        "_QT_ICT_COMPLETE": "complete_bash",
        "COMP_WORDS": f"qt-ict {words}",
        "COMP_CWORD": str(len(words.split()) + 1),
    }

    done = subprocess.run([sys.executable, "-m", "qt_ict"], env=environment, capture_output=True, check=False, cwd=ROOT)

    assert done.stdout.decode().split() == offered.split()


@pytest.mark.parametrize("command", [("round",), ("round", "new"), ("round", "add")])
def test_help_is_complete_in_both_languages(qt_ict: Run, command: tuple[str, ...]) -> None:
    """Every page has examples, and no English word is left in the Vietnamese one."""
    english = qt_ict(*command, "--help")
    vietnamese = qt_ict(*command, "--help", "--lang", "vi")

    assert english.code == vietnamese.code == 0
    assert "Examples:\n    qt-ict" in english.out
    assert "Ví dụ:\n    qt-ict" in vietnamese.out
    for word in ("Usage", "Options", "Commands", "Arguments", "Show ", "Example", "env var", "required"):
        assert word not in vietnamese.out


def test_the_shipped_plan_is_not_written_to_from_another_folder(
    qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever works on nothing in particular means no plan of ours."""
    monkeypatch.chdir(tmp_path)

    found = qt_ict("round", "new", "2013-12-31", "--lang", "en")

    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("qt-ict: the plan shipped with qt-ict is not written to\n")
    assert not (DATA / "rounds" / "2013-12-31.yaml").exists()
