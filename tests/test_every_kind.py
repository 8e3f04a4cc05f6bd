"""A plan of every kind of number and target, as its readers get it on screens and on paper."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from qt_ict.engine.observations import Choice
from qt_ict.language import LANGUAGES, Language
from qt_ict.loading.folder import load
from qt_ict.presentation.html.page import html
from qt_ict.presentation.svg.segments import segments_svg
from qt_ict.presentation.word import tables
from qt_ict.presentation.word.unbroken import unbroken
from qt_ict.report.document import Document, Group
from qt_ict.report.plan_report.whole import whole
from qt_ict.report.question import Question
from tests.conftest import Result

EVERY_KIND = Path(__file__).parent / "every_kind"
"""Flows, bands, milestones, amounts, an index, a rank, rates per 1 000, yearly targets, breaks, flags, due quarters."""
AS_OF = "2013-09-30"
Run = Callable[..., Result]


def said(qt_ict: Run, command: str, language: str = "vi") -> list[str]:
    """The lines that a command says of the plan, for 100 columns."""
    done = qt_ict(command, "--data", str(EVERY_KIND), "--as-of", AS_OF, "--lang", language)
    assert done.code == 0, done.err
    return done.out.splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["gap", "progress", "growth"])
def test_long_units_leave_a_table_a_table(command: str, language: Language, qt_ict: Run) -> None:
    """The target says the unit once, on the line of its name where need be: a list of facts is compared by nobody."""
    lines = said(qt_ict, command, language)

    assert max(map(cell_len, lines)) <= 100
    assert not any(line.strip().startswith(("Mục tiêu  ", "Target  ")) for line in lines)


def test_progress_says_a_long_unit_once(qt_ict: Run) -> None:
    """On the line of the name, with the year and the number; below it what was measured."""
    lines = said(qt_ict, "progress")
    place = next(number for number, line in enumerate(lines) if line.startswith("Tỷ suất tử vong"))

    assert lines[place].endswith("· 2015 · ≤ 17,62 trên 1.000 trẻ đẻ sống (mức 2010 − 30%)")
    assert lines[place + 1].split() == ["23,08", "(2012)", "27,8%", "−1,05", "−2,42", "chưa", "đạt", "tiến", "độ"]
    assert "Nội dung · Năm đích · Mục tiêu" in lines


def test_quarters_and_flags_stay_with_their_numbers(qt_ict: Run) -> None:
    """A line that ends in "quý", or begins with (p), is read twice."""
    lines = said(qt_ict, "growth")

    assert not any(line.rstrip().endswith("quý") or line.lstrip().startswith("(p)") for line in lines)


def test_a_number_with_more_digits_than_its_unit_shows_keeps_its_interval(tmp_path: Path, qt_ict: Run) -> None:
    """412.50 in a unit of one decimal stands for 412.495 to 412.505, on every screen, and twice that doubled."""
    folder = shutil.copytree(EVERY_KIND, tmp_path / "plan")
    file = folder / "baseline_2010.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("value: 412.5,", "value: 412.50,"), encoding="utf-8")

    gap, show = (qt_ict(command, "--data", str(folder), "--lang", "en").out for command in ("gap", "show"))

    assert "Computed from the baseline: 412.495–412.505 tỷ đồng (2010-12-31)" in gap
    assert "≥ 824.99–825.01 tỷ đồng" in gap
    assert "412.495–412.505 tỷ đồng" in show


@pytest.fixture
def nobody(tmp_path: Path) -> Path:
    """The same plan, and no agency is responsible for anything."""
    folder = shutil.copytree(EVERY_KIND, tmp_path / "nobody")
    file = folder / "indicators.yaml"
    file.write_text(re.sub(r", agency: \w+", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


@cache
def report(folder: Path = EVERY_KIND) -> Document:
    """The whole report of the plan."""
    loaded, _ = load(folder)
    assert loaded is not None
    return whole(loaded, Question(choice=Choice(as_of=date.fromisoformat(AS_OF))))


def test_word_has_room_for_every_status() -> None:
    """A column of "chưa đạt tiến độ" was as wide as three letters: its words were broken."""
    room = 16.0
    for whole_table in (each for each in report().tables if any(one.key == "status" for one in each.columns)):
        table = whole_table.kept(lambda column: not column.aside and not column.detail).telling("vi")
        setting = tables._setting(table, "vi", room, tables.TABLE_SIZE)
        place = next(number for number, column in enumerate(table.columns) if column.key == "status")
        words = {each for row in table.rows if not isinstance(row, Group) for each in row[place].text.vi.split()}
        needed = max(tables._letters(each) * tables._BOLD for each in words) * tables.LETTER

        assert setting.widths[place] - tables.PADDING >= needed * setting.size / tables.TABLE_SIZE - 0.01
        assert sum(setting.widths) == pytest.approx(room)


def test_word_leaves_out_columns_in_which_nothing_stands(nobody: Path) -> None:
    """Where no agency is named, its empty column took the room of the others."""
    for folder, told in ((EVERY_KIND, True), (nobody, False)):
        table = next(each for each in report(folder).tables if any(one.key == "agency" for one in each.columns))

        assert ("agency" in {column.key for column in table.telling("vi").columns}) == told


def test_a_progress_says_no_more_than_the_status_only_where_it_does() -> None:
    """In Vietnamese "insufficient" is called as what is behind is: the same words twice say nothing."""
    table = next(each for each in report().tables if any(one.key == "progress" for one in each.columns))
    state, more = (next(n for n, one in enumerate(table.columns) if one.key == key) for key in ("status", "progress"))
    rows = [row for row in table.rows if not isinstance(row, Group)]

    assert not [row for row in rows if row[state].text.vi == row[more].text.vi]
    assert {"", "xa dần mục tiêu"} < {row[more].text.vi for row in rows}


def test_a_long_number_may_stand_above_its_unit_on_narrow_paper() -> None:
    """Where there is no room: never above a sign."""
    text = "221,95–222,25 tỷ đồng và −5,63 đến −5,19 điểm %"

    assert " tỷ" in unbroken(text, units=False)
    assert "5,19 điểm" not in unbroken(text, units=False)


def test_decisions_ask_for_an_agency_only_where_none_answers(qt_ict: Run) -> None:
    """As QT509 does: the indicator that measures a target may name it; a target is one, however many dates it has."""
    lines = "\n".join(said(qt_ict, "report"))

    assert "Phân công cơ quan chịu trách nhiệm 1 mục tiêu mà văn bản chưa phân công." in lines
    assert "1 mục tiêu chưa nêu cơ quan chịu trách nhiệm." in lines


def test_the_page_breaks_no_date_and_no_sign_from_what_it_stands_with() -> None:
    """Narrow columns broke "(30/6/2013)" within its year, and "%" from "điểm"."""
    page = html(report(), "vi")

    assert '<span class="whole">(30/6/2013)</span>' in page
    assert '<span class="whole">quý II/2013</span>' in page
    assert not re.search(r"[^>(](?:\(30/6/2013\)|điểm %)</span><", page)


def test_labels_of_cards_wrap() -> None:
    """A cell that stays whole in a table would let its label run over its neighbour's."""
    style = html(report(), "vi")

    for look in ("vast", "many", "some"):
        assert f".{look} th,.{look} td{{" in style
        (rule,) = re.findall(rf"\.{look} th,\.{look} td\{{(display[^}}]*)\}}", style)
        assert "white-space:normal" in rule


def test_a_screen_leaves_out_columns_in_which_nothing_stands(qt_ict: Run, nobody: Path) -> None:
    """Where no agency is named, the heading stood above nothing."""
    done = qt_ict("targets", "--data", str(nobody), "--lang", "vi")

    heading = next(line for line in done.out.splitlines() if "Cách đo" in line)
    assert "quan" not in heading
    assert heading.split()[-2:] == ["Đánh", "giá"]


def test_the_bar_of_a_domain_is_drawn_on_pages_and_paper() -> None:
    """Parts as long as their numbers, each with its sign and number for those who see no colours."""
    table = next(each for each in report().tables if any(one.key == "state" for one in each.columns))
    households = next(row[-1].segments for row in table.rows if not isinstance(row, Group))
    assert households is not None

    drawn = segments_svg(households, "vi")

    assert [(part.sign, part.number) for part in households.parts] == [("■", 2), ("●", 2), ("►", 1), ("▲", 4), ("▼", 1)]
    assert households.most == sum(part.number for part in households.parts)
    assert 'aria-label="2 đạt, 2 đúng tiến độ, 1 tiến bộ vừa phải, 4 chưa đạt tiến độ, 1 không đạt"' in drawn
    assert re.findall(r'<rect [^>]*width="([\d.]+)"', drawn) == ["82.5", "82.5", "40.5", "166.5", "40.5"]
    assert drawn in html(report(), "vi")


def test_an_assumption_does_not_deny_the_yearly_target_that_it_stands_under(qt_ict: Run) -> None:
    """100 more a year are no matter of a target that counts each year anew; that is not "no target of these"."""
    given = ("--data", str(EVERY_KIND), "--as-of", AS_OF, "--add", "trained=100", "--lang", "en")
    said = {
        (command, *more): " ".join(qt_ict(command, *given, *more).out.split())
        for command, more in (("gap", ("--year", "2013")), ("gap", ()), ("brief", ()))
    }

    assert not [each for each, text in said.items() if "No target here is computed" in text]
    assert all("every year is counted from 0 again" in text for text in said.values())
