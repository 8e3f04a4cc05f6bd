"""qt-ict report: one description of a plan, printed, written, kept short."""

import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from qt_ict.language import LANGUAGES, Language
from qt_ict.loading.folder import load
from qt_ict.presentation.markdown import LIMIT, escaped, markdown
from qt_ict.report.document import Document, Frame, Group, Table
from qt_ict.report.plan_report.whole import whole
from qt_ict.report.question import Question, Selection
from tests.conftest import DATA, ROOT, Result

Run = Callable[..., Result]
PLANS = (DATA, ROOT / "examples" / "vietnam")


def described(folder: Path) -> Document:
    """The report of a plan; of those that no test changes it is made once."""
    return _kept(folder) if folder in PLANS else newly_described(folder)


@cache
def _kept(folder: Path) -> Document:
    return newly_described(folder)


def newly_described(folder: Path, **selected: object) -> Document:
    loaded, findings = load(folder)
    assert loaded is not None
    assert not findings
    return whole(loaded, Question(Selection(**selected)))  # type: ignore[arg-type]


@pytest.mark.parametrize("folder", PLANS)
def test_the_counts_are_the_rows_of_the_tables(folder: Path) -> None:
    """What a reader counts in the tables is what the page says at its head."""
    report = described(folder)
    by_name = {count.name.en: count.number for count in framed(report).counts}
    measured, unmeasured = _rows(report, "targets"), _rows(report, "unmeasured")
    assert sum(by_name.values()) == len(measured) + len(unmeasured)
    assert by_name["not assessed"] == len(unmeasured)


def test_every_target_stands_in_the_report_once_for_each_due_year(shipped: object) -> None:
    report = described(DATA)
    assert len(_rows(report, "targets")) + len(_rows(report, "unmeasured")) == 73


@pytest.mark.parametrize("folder", PLANS)
def test_a_formula_speaks_only_of_columns_of_its_own_table(folder: Path) -> None:
    table = _table(described(folder), "targets")
    keys = {column.key: 0 for column in table.columns}
    formulas = [cell.formula for row in table.rows if not isinstance(row, Group) for cell in row if cell.formula]
    assert formulas
    for formula in formulas:
        formula.format_map(keys)


def test_what_each_year_must_add_is_counted_from_the_day_of_the_figures() -> None:
    """As the first page counts it: 5.18 points in the 3.46 years from 17/7/2012 on, not in the 5 from 2010 on."""
    table = _table(described(DATA), "targets")
    keys = [column.key for column in table.columns]
    row = next(row for row in table.rows if not isinstance(row, Group) and row[0].text.vi == "Hộ có máy thu hình")

    assert [row[keys.index(key)].text.vi for key in ("years_from_now", "linear")] == ["3,46", "1,50 điểm %"]
    headings = [column.heading.vi for column in table.columns]
    assert {"Số năm còn lại từ nay", "Cần tăng (giảm) mỗi năm từ nay"} <= set(headings)
    assert not {"Số năm còn lại", "Cần tăng (giảm) mỗi năm"} & set(headings)
    assert "Cần tăng (giảm) mỗi năm từ nay = chênh lệch / số năm từ 17/7/2012 đến hạn" in markdown(
        described(DATA), "vi"
    )


def test_what_is_to_be_decided_has_letters_within_its_chapter(qt_ict: Run) -> None:
    """Its heading has a number there; on the one page, where it has none, the decisions have theirs."""
    decided = described(DATA).part("decide")
    assert decided is not None
    assert [each.vi[:3] for each in decided.paragraphs][:4] == ["a) ", "b) ", "c) ", "d) "]
    assert not any(re.match("[0-9]+[.] ", each.vi) for each in decided.paragraphs)
    assert "\n1. " in qt_ict("brief", "--lang", "vi").out


def test_the_baseline_has_a_column_only_where_a_later_value_stands_beside_it() -> None:
    assert "baseline" not in {column.key for column in _table(described(DATA), "targets").columns}
    assert "baseline" in {column.key for column in _table(described(PLANS[1]), "targets").columns}


def test_every_document_of_a_figure_is_named_with_how_many_come_from_it(plan_copy: Path) -> None:
    """Also one that a single figure names beside that of its round."""
    file = plan_copy / "baseline_2010.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    value: 145470\n", "    value: 145470\n    document: Another\n", 1), "utf-8")

    def counted(folder: Path) -> dict[str, str]:
        rows = _rows(described(folder), "sources")
        return {row[0].text.en: row[3].text.en for row in rows if row[3].text.en}  # type: ignore[attr-defined]

    before, after = counted(DATA), counted(plan_copy)
    assert after["Another"] == "1"
    assert sum(map(int, before.values())) == sum(map(int, after.values()))


def test_a_report_is_vietnamese_wherever_it_is_made(qt_ict: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "## Cần quyết định" in qt_ict("report").out
    assert "## To be decided" in qt_ict("report", "--lang", "en").out
    monkeypatch.setenv("QT_ICT_LANG", "en")
    assert "## To be decided" in qt_ict("report").out


def test_where_the_plan_lies_changes_no_byte(qt_ict: Run, tmp_path: Path) -> None:
    elsewhere = shutil.copytree(DATA, tmp_path / "plan")

    assert qt_ict("report", "--data", str(elsewhere)).out == qt_ict("report").out


def test_another_figure_is_another_version(plan_copy: Path) -> None:
    before = _fact(described(plan_copy), "Version of the data")
    file = plan_copy / "baseline_2010.yaml"
    file.write_bytes(file.read_bytes() + b"\n# seen again\n")
    assert _fact(described(plan_copy), "Version of the data") != before


def test_a_long_report_fits_a_comment_and_names_what_it_leaves_out() -> None:
    report = described(DATA)
    targets = report.part("targets")
    assert targets is not None
    long = targets._replace(tables=targets.tables * 60)
    text = markdown(report._replace(parts=tuple(long if each is targets else each for each in report.parts)), "vi")
    assert len(text) <= LIMIT
    assert "Không đủ chỗ" in text
    assert "Các mục tiêu theo lĩnh vực" in text.splitlines()[-1]


def test_an_ordinary_report_leaves_nothing_out(qt_ict: Run) -> None:
    assert "Không đủ chỗ" not in qt_ict("report").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("-o", "report.pdf"), "Use .txt, .md, .markdown, .html, .htm, .docx, .xlsx, or add --format."),
        (("-o", "no/such/folder/report.md"), "Check the folder"),
        (("-o", "README.md"), "or add --force"),
        (("--domain", "fishery"), "See all"),
        (("--as-of", "tomorrow"), "such as 2012-06-30"),
    ],
)
def test_what_cannot_be_written_is_one_clear_error(qt_ict: Run, arguments: tuple[str, ...], says: str) -> None:
    result = qt_ict("report", *arguments)
    assert result.code == 2
    assert says in result.err
    assert not result.out


@pytest.mark.parametrize(("ending", "module"), [("html", "jinja2"), ("docx", "docx"), ("xlsx", "xlsxwriter")])
def test_without_the_extra_one_line_says_what_to_install(
    qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, module: str
) -> None:
    import sys

    for name in [name for name in sys.modules if name.startswith(("qt_ict.presentation.", f"{module}."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    result = qt_ict("report", "-o", str(tmp_path / f"report.{ending}"))
    assert result.code == 2
    assert "pip install '.[report]'" in result.err
    assert not list(tmp_path.iterdir())


def framed(report: Document) -> Frame:
    """The frame of a report."""
    assert report.frame is not None
    return report.frame


def _table(report: Document, key: str) -> Table:
    part = report.part(key)
    assert part is not None
    return part.tables[0]


def _rows(report: Document, key: str) -> list[tuple[object, ...]]:
    return [row for row in _table(report, key).rows if not isinstance(row, Group)]  # type: ignore[misc]


def _fact(report: Document, name: str) -> str:
    return next(
        row[1].text.en for row in framed(report).facts.rows if not isinstance(row, Group) and row[0].text.en == name
    )


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_says_every_number_of_the_report(folder: Path, language: Language) -> None:
    report = described(folder)
    text = markdown(report, language)
    for part in report.parts:
        for table in (*part.tables, *(drawing.table for drawing in part.drawings if drawing.table)):
            for row in table.kept(lambda column: not column.aside).rows:
                for cell in row if not isinstance(row, Group) else ():
                    assert f"| {escaped(cell.text.say(language))} " in text


def said_in(report: Document, key: str) -> str:
    """Everything that a part says, in English."""
    part = report.part(key)
    if part is None:
        return ""
    cells = [cell.text.en for table in part.tables for row in table.rows if not isinstance(row, Group) for cell in row]
    return "\n".join([*(each.en for each in part.paragraphs), *cells])


def test_filters_filter_figures_contradictions_and_documents() -> None:
    """Of the households of 2015: four figures, no contradiction of schools or services."""
    report = newly_described(DATA, year=2015, domain="households")
    ids = [row[-1].text.en for row in _rows(report, "figures")]  # type: ignore[attr-defined]
    assert ids == ["households", "households_with_computer", "households_with_internet", "households_with_tv"]
    assert report.part("contradictions") is None
    documents = [row[3].text.en for row in _rows(report, "sources")]  # type: ignore[attr-defined]
    assert sum(map(int, filter(None, documents))) == 4


def test_a_contradiction_stands_where_one_of_its_sides_is_asked_for() -> None:
    """The levels of services stand against their total, which no target of 2015 rests on alone."""
    everything = said_in(described(DATA), "contradictions")
    services = said_in(newly_described(DATA, domain="applications", year=2015), "contradictions")
    assert "2,232" in services
    assert "1,386" in everything
    assert "1,386" not in services


def test_duties_are_those_of_the_agencies_asked_for() -> None:
    """By name, or because they answer for the domain; households have no agency in the plan."""
    department, units = "Department of Information and Communications", "Provincial departments and agencies"
    for selected, said in (
        ({}, (True, True)),
        ({"agency": "so_tttt"}, (True, False)),
        ({"agency": "cac_don_vi"}, (False, True)),
        ({"domain": "households"}, (False, False)),
        ({"year": 2015}, (True, True)),
    ):
        progress = said_in(newly_described(DATA, **selected), "progress")
        assert (department in progress, units in progress) == said


def test_only_a_target_with_two_values_has_a_chart() -> None:
    """The shipped plan has one round that counts; what is due year by year stands in a table all the same."""
    paths = described(DATA).part("paths")
    assert paths is not None
    assert not paths.drawings
    assert [column.key for column in paths.tables[0].columns][-2:] == ["2019", "2020"]
    nation = described(PLANS[1]).part("paths")
    assert nation is not None
    assert len(nation.drawings) == 6


def test_what_is_due_each_year_ends_at_the_target() -> None:
    """From 89.82 % at the end of 2010 to 95 % at the end of 2015 by 1.04 points a year."""
    paths = described(DATA).part("paths")
    assert paths is not None
    table = paths.tables[0]
    row = next(row for row in table.rows if not isinstance(row, Group) and row[0].text.en.endswith("television set"))
    assert [cell.text.en for cell in row[2:7]] == ["> 95%", "91.89", "92.93", "93.96", "95.00"]


@pytest.mark.parametrize("folder", PLANS)
def test_the_text_is_in_three_chapters_and_appendices_stand_behind_it(folder: Path) -> None:
    parts = described(folder).parts
    assert [part.chapter.vi for part in parts if part.chapter][:2] == ["Kết quả thực hiện", "Đánh giá"]
    behind = [part.appendix for part in parts]
    assert behind == sorted(behind)
    assert not any(part.chapter for part in parts if part.appendix)
