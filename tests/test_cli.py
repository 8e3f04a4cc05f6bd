"""The command line as people, pipes and scripts use it."""

import csv
import io
import json
import re
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import get_args

import pytest

from qt_ict import __version__
from qt_ict.cli.options.which_targets import SortName
from tests.conftest import DATA, ROOT, Result
from tests.processes import run

Run = Callable[..., Result]
COMMANDS = [
    ("gap",),
    ("growth",),
    ("show",),
    ("targets",),
    ("explain", "tv_2015"),
    ("explain", "tv"),
    ("diff", "data", "examples/vietnam"),
]


def test_version(qt_ict: Run) -> None:
    """The literal version, without looking up the installation."""
    assert qt_ict("--version") == (0, f"qt-ict {__version__}\n", "")


@pytest.mark.parametrize("command", [(), ("gap",), ("growth",), ("show",), ("targets",), ("explain",), ("diff",)])
def test_help_is_complete_in_both_languages(qt_ict: Run, command: tuple[str, ...]) -> None:
    """Every page has examples, and no English word is left in the Vietnamese one."""
    english = qt_ict(*command, "--help")
    vietnamese = qt_ict(*command, "--help", "--lang", "vi")

    assert english.code == vietnamese.code == 0
    assert "Examples:\n    qt-ict" in english.out
    assert "Ví dụ:\n    qt-ict" in vietnamese.out
    for word in ("Usage", "Options", "Commands", "Arguments", "Show ", "Install", "Example", "env var", "required"):
        assert word not in vietnamese.out


def test_no_arguments_show_the_help_and_where_a_plan_lies_how_to_see_it(
    qt_ict: Run, plan_copy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A newcomer's first call."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert qt_ict().out == qt_ict("--help").out
    monkeypatch.chdir(plan_copy)
    told = qt_ict().out.removeprefix(qt_ict("--help").out)
    assert told == "\nThere is a plan here (.); where it stands on one page: qt-ict brief\n"


@pytest.mark.parametrize(
    ("line", "problem", "advice"),
    [
        ("gapp", "không có lệnh gapp", "Có phải là gap? Xem: qt-ict --help"),
        ("gap --yeer 2015", "không có tùy chọn --yeer", "Có phải là --year hay --by? Xem: qt-ict gap --help"),
        ("gap --year 20x5", "--year cần một số nguyên, như 2015", "Xem: qt-ict gap --help"),
        ("gap --year", "--year cần một giá trị", "Xem: qt-ict gap --help"),
        ("gap --year 2016", "không có mục tiêu nào cho năm 2016", "Các năm có mục tiêu: 2015, 2020."),
        ("gap --format jsn", "--format: jsn không phải một trong table, json, csv, markdown", "Xem: qt-ict gap --help"),
        ("gap --status great", "--status: great không phải một trong met, not_met, undecided, not_measurable", "Xem: "),
        ("gap --force=1", "--force không nhận giá trị", "Xem: qt-ict gap --help"),
        ("gap 2015", "thừa tham số 2015", "Xem: qt-ict gap --help"),
        ("explain", "thiếu TÊN", "Xem: qt-ict explain --help"),
        ("explain tvv", "không có chỉ tiêu hay mục tiêu nào tên là tvv", "Có phải là tv?"),
        ("gap --domain househols", "không có lĩnh vực nào tên là househols", "Có phải là households?"),
        ("gap --agency so_gdt", "không có cơ quan nào tên là so_gdt", "Có phải là so_gddt"),
        ("gap --growth households=1.2", "không hiểu --growth households=1.2", "Viết mã số liệu, dấu bằng"),
        ("gap --growth households=-100%", "không hiểu --growth households=-100%", "Viết mã số liệu"),
        ("gap --growth household=1%", "không có số liệu nào tên là household", "Có phải là households?"),
        ("gap --growth bts_stations=1%", "bts_stations không là mẫu số của chỉ tiêu nào", "Các mẫu số: "),
        ("gap --growth households=1% --growth households=2%", "--growth nêu households hai lần", "Giữ một mức"),
        ("gap --lang fr", "--lang: fr không phải một trong vi, en", "Xem: qt-ict gap --help"),
        ("gap -o nowhere/gap.csv", "không ghi được nowhere/gap.csv", "Kiểm tra thư mục"),
    ],
)
def test_misuse_gets_one_message_and_a_next_step(
    qt_ict: Run, monkeypatch: pytest.MonkeyPatch, line: str, problem: str, advice: str
) -> None:
    """Exit code 2, nothing on standard output, all of it in the reader's language."""
    monkeypatch.setenv("QT_ICT_LANG", "vi")

    result = qt_ict(*line.split())

    assert (result.code, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert first.startswith(f"qt-ict: {problem}")
    assert second.startswith(f"  = {advice}")


@pytest.mark.parametrize("line", ["gap -o x.pdf", "gap --growth households=1001%", "gap -o tests"])
def test_what_cannot_be_done_is_refused(qt_ict: Run, line: str) -> None:
    """A kind of file that nobody writes, a rate of 1001%, a folder is no file."""
    assert qt_ict(*line.split())[:2] == (2, "")


@pytest.mark.parametrize(
    ("arguments", "before"),
    [
        (["export", ""], "export"),
        (["schema", ""], "schema"),
        (["chart", "--all", ""], "--all"),
        (["gap", "-o", ""], "-o"),
        (["gap", "--output="], "--output="),
        (["gap", "--data", ""], "--data"),
        (["progress", "--method", ""], "--method"),
        (["validate", "data", ""], "data"),
        (["diff", "", "data"], "diff"),
        (["validate", "--changed-since", ""], "--changed-since"),
        (["validate", "--changed-since="], "--changed-since="),
        ([""], "qt-ict"),
    ],
)
def test_nothing_is_meant_by_an_empty_argument(
    qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], before: str
) -> None:
    """A shell's variable that was not set would otherwise be the current folder."""
    monkeypatch.chdir(tmp_path)

    assert qt_ict(*arguments, "--lang", "en") == (
        2,
        "",
        f"qt-ict: the argument after {before} is empty\n"
        "  = Is a variable of the shell not set? The current folder is written as a dot.\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_messages_carry_no_control_characters(qt_ict: Run) -> None:
    """What a user typed cannot colour or clear the terminal."""
    assert "\x1b" not in qt_ict("gap", "--domain", "\x1b[31mred").err


def test_an_unknown_language_in_the_environment_is_said(qt_ict: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A typing error there would otherwise change nothing, silently."""
    monkeypatch.setenv("QT_ICT_LANG", "vn")

    assert (
        qt_ict("gap").err == "qt-ict: QT_ICT_LANG=vn is neither vi nor en\n  = Set QT_ICT_LANG=vi or QT_ICT_LANG=en.\n"
    )


def test_a_bug_is_called_a_bug(qt_ict: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 3, one line to report, no traceback."""
    monkeypatch.setattr("qt_ict.report.gap.document", lambda report: 1 / 0)

    result = qt_ict("gap")

    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("qt-ict: a bug in qt-ict: ZeroDivisionError: division by zero (")
    assert "Traceback" not in result.err


def test_an_interrupt_ends_with_130(qt_ict: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As shells expect of Ctrl-C."""

    def interrupt(report: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("qt_ict.report.gap.document", interrupt)

    assert qt_ict("gap") == (130, "", "")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_prints_every_form(qt_ict: Run, command: tuple[str, ...], language: str) -> None:
    """Table, Markdown, JSON and CSV of the shipped plan; JSON and CSV are the same in both languages."""
    results = {
        form: qt_ict(*command, "--format", form, "--lang", language) for form in ("table", "markdown", "json", "csv")
    }

    for result in results.values():
        assert (result.code, result.err) == (0, "")
        assert "\x1b" not in result.out
        assert result.out.endswith("\n")
    assert results["json"].out == qt_ict(*command, "--format", "json").out


def test_filters_narrow_and_sort_orders(qt_ict: Run) -> None:
    """What a planner asks: one domain, one agency, the largest shortfall first."""

    def targets(*options: str) -> list[str]:
        return [row["target"] for row in json.loads(qt_ict("gap", "--format", "json", *options).out)["rows"]]

    assert targets("--year", "2015", "--domain", "households") == [
        "computer_and_broadband_2015",
        "tv_2015",
        "digital_tv_2015",
    ]
    assert targets("--agency", "Sở Nội vụ") == ["dedicated_staff_sufficient"]
    assert targets("--agency", "so-noi-vu") == ["dedicated_staff_sufficient"]
    assert targets("--status", "undecided") == ["ict_workers_degree_2015"]
    assert targets("--year", "2015", "--sort", "attainment")[:3] == [
        "services_level_4_2015",
        "services_level_3_2015",
        "internet_users_2015",
    ]
    assert targets("--status", "met") == []


@pytest.mark.parametrize(("sort", "units"), [("shortfall", "shortfall_unit"), ("gap", "unit")])
def test_sorting_never_compares_different_units(qt_ict: Run, sort: str, units: str) -> None:
    """Households lacking are neither more nor less than schools: the largest first within each unit of measure."""
    rows = json.loads(qt_ict("gap", "--year", "2015", "--format", "json", "--sort", sort).out)["rows"]
    ranked = [(row[units], row[sort]["low"]) for row in rows if row[sort]]

    assert len({unit for unit, _ in ranked}) == len([unit for unit, _ in groupby(ranked, key=lambda each: each[0])])
    for _, alike in groupby(ranked, key=lambda each: each[0]):
        lows = [low for _, low in alike]
        assert lows == sorted(lows, reverse=True)


def test_sorting_by_pace_puts_the_slowest_first_and_says_so(qt_ict: Run) -> None:
    """Pace so far / pace required from now on: 0.37 before 1.11; its column stands in the table."""
    said = qt_ict("gap", "--data", "examples/vietnam", "--as-of", "2013", "--sort", "pace", "--lang", "en").out

    assert re.findall(r" (\d+)% +not met", said) == ["37", "46", "58", "111", "320", "349"]
    assert "Sorted by the ratio of the pace so far to the one required from now on, the lowest first;" in said


@pytest.mark.parametrize("written", ["2013", "2013-12", "12/2013", "31.12.2013"])
def test_a_month_or_a_year_means_its_last_day(qt_ict: Run, written: str) -> None:
    """People say: as of 2013."""
    nation = ("--data", "examples/vietnam", "--format", "json")
    assert json.loads(qt_ict("progress", *nation, "--as-of", written).out)["as_of"] == "2013-12-31"
    asked = json.loads(qt_ict("gap", *nation, "--round", written).out)["rows"]
    assert {row["round"] for row in asked} - {None} == {"2013-12-31"}


def test_the_only_round_of_a_year_is_meant_by_it(qt_ict: Run) -> None:
    """That of 17 July, though 2012 ends later."""
    assert json.loads(qt_ict("show", "--round", "2012", "--format", "json").out)["round"]["id"] == "2012-07-17"


def test_undated_targets_close_the_list(qt_ict: Run) -> None:
    """However the list is sorted."""
    for sort in get_args(SortName):
        rows = json.loads(qt_ict("gap", "--format", "json", "--sort", sort).out)["rows"]
        dated = [row["year"] is not None for row in rows]
        assert dated == sorted(dated, reverse=True)


def test_csv_is_one_line_a_row_with_both_ends(qt_ict: Run) -> None:
    """For spreadsheets: plain numbers, empty where there is none."""
    rows = list(csv.DictReader(io.StringIO(qt_ict("gap", "--year", "2015", "--format", "csv").out)))
    tv = next(row for row in rows if row["target"] == "tv_2015")

    assert (tv["shortfall_low"], tv["shortfall_high"], tv["target_value"]) == ("7543", "7543", "95")
    assert float(tv["required_compound_low"]) == pytest.approx(0.011288, abs=5e-7)
    assert next(row for row in rows if row["target"] == "digital_tv_2015")["gap_low"] == ""


def test_csv_has_the_same_columns_for_every_selection(qt_ict: Run) -> None:
    """A script that reads one file reads them all, the empty one too."""
    for command in ("gap", "growth", "targets"):
        selections = ((), ("--domain", "households"), ("--domain", "infrastructure"), ("--status", "met"))
        headings = {qt_ict(command, "--format", "csv", *each).out.split("\r\n")[0] for each in selections}
        assert len(headings) == 1


def test_a_file_is_written_once(qt_ict: Run, tmp_path: Path) -> None:
    """-o takes its form from the ending, refuses to replace, and obeys --force."""
    file = tmp_path / "gap.csv"

    first = qt_ict("gap", "-o", str(file))
    written = file.read_bytes()
    second = qt_ict("gap", "-o", str(file), "--year", "2020")

    assert first == (0, "", "")
    assert written.startswith(b"\xef\xbb\xbftarget,indicator,")
    assert (second.code, second.out) == (2, "")
    assert file.read_bytes() == written
    assert qt_ict("gap", "-o", str(file), "--year", "2020", "--force").code == 0
    assert file.read_bytes() != written
    assert [each.name for each in tmp_path.iterdir()] == ["gap.csv"]


def test_a_link_is_followed_not_replaced(qt_ict: Run, tmp_path: Path) -> None:
    """--force writes the file that the link names."""
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")

    assert qt_ict("gap", "-o", str(tmp_path / "link.json"), "--force").code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))["format"] == 1


def test_broken_data_leave_the_file_alone(qt_ict: Run, tmp_path: Path, plan_copy: Path) -> None:
    """Not even an empty file appears."""
    (plan_copy / "targets.yaml").write_text("targets: 5\n", encoding="utf-8")

    assert qt_ict("gap", "--data", str(plan_copy), "-o", str(tmp_path / "x.json")).code == 1
    assert not (tmp_path / "x.json").exists()


def test_the_plan_in_the_current_folder_is_used(
    qt_ict: Run, plan_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a plan, beside a folder data, through QT_ICT_DATA, or else the shipped plan."""

    def used() -> tuple[str, bool]:
        plan = json.loads(qt_ict("gap", "--format", "json").out)["plan"]
        return plan["folder"], plan["shipped"]

    monkeypatch.chdir(plan_copy)
    assert used() == (".", False)
    monkeypatch.setenv("QT_ICT_DATA", str(DATA))
    assert used()[1]
    monkeypatch.delenv("QT_ICT_DATA")
    (tmp_path / "project").mkdir()
    plan_copy.rename(tmp_path / "project" / "data")
    monkeypatch.chdir(tmp_path / "project")
    assert used() == ("data", False)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert used()[1]
    monkeypatch.chdir(ROOT)
    assert used() == ("data", True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_without_unicode_gets_the_nearest_letters(qt_ict: Run, encoding: str) -> None:
    """Never an error, never a question mark for a Vietnamese letter."""
    result = qt_ict("gap", "--year", "2015", "--lang", "vi", encoding=encoding)

    assert result.code == 0
    assert "Ho co may thu hinh" in result.out.replace("ô", "o").replace("ó", "o").replace("á", "a").replace("ì", "i")
    assert "?" not in result.out
    assert json.loads(qt_ict("gap", "--format", "json", encoding=encoding).out)["rows"][0]["name"]["vi"].startswith(
        "Sinh"
    )


def test_completion_offers_commands_and_names() -> None:
    """The shell's own question, answered from the plan."""
    done = run(_QT_ICT_COMPLETE="complete_bash", COMP_WORDS="qt-ict explain tv_", COMP_CWORD="2")

    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [b"tv_2015"], b"")
