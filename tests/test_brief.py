"""One page for a committee: it fits, it ranks by ratios, it says what is not known."""

import io
import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qt_ict.engine.observations import Choice
from qt_ict.engine.state import STATES, state
from qt_ict.language import LANGUAGES, Language
from qt_ict.loading.folder import Loaded, load
from qt_ict.presentation.terminal import show
from qt_ict.report.answer import answer
from qt_ict.report.brief import decide, how_far, one_page, worst
from qt_ict.report.brief.domains import bar
from qt_ict.report.document import Document
from qt_ict.report.question import Question, Selection
from qt_ict.report.tallied import SIGNS, tally
from tests.conftest import DATA, ROOT, Result
from tests.plans_with_rounds import PRINTED, write_plan

NATION = ROOT / "examples" / "vietnam"
Run = Callable[..., Result]
LESS_THAN_30 = {"value": 30, "comparator": "less_than"}


def plan(folder: Path) -> Loaded:
    found, findings = load(folder)
    assert found is not None, findings
    return found


def page(folder: Path, year: int | None = None, as_of: date | None = None) -> Document:
    reply = one_page.reply(plan(folder), Question(Selection(year=year), Choice(as_of=as_of)))
    assert reply.document is not None
    return reply.document()


def on_screen(document: Document, language: Language, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COLUMNS", "80")
    stream = io.StringIO()
    show(document, language, stream)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", [2015, 2020])
@pytest.mark.parametrize("folder", [DATA, NATION])
def test_it_is_seen_at_once_on_a_terminal_of_80_by_40(
    folder: Path, year: int, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty lines, one of them for the prompt that follows."""
    lines = on_screen(page(folder, year), language, monkeypatch)
    assert len(lines) <= 39
    assert max(map(len, lines)) <= 80


def test_without_a_year_it_is_about_the_next_one_that_is_not_over() -> None:
    """A committee asks about what it can still change."""
    assert page(DATA).title.en.startswith("Targets of 2015: ")
    assert page(DATA, as_of=date(2015, 12, 30)).title.en.startswith("Targets of 2015: ")
    assert page(DATA, as_of=date(2015, 12, 31)).title.en.startswith("Targets of 2020: ")
    assert page(DATA, as_of=date(2024, 1, 1)).title.en.startswith("Targets of 2020: ")


def test_starting_values_are_called_so() -> None:
    """A value from before the plan is no result of it."""
    said = [each.en for each in page(DATA, 2015).parts[0].paragraphs]
    assert said[1] == "The figures are of 2010-12-31, before the plan was carried out: no results yet."


def test_a_target_on_track_is_not_among_the_failures(revised_nation: Path) -> None:
    """Seen from 2013 both of Viet Nam's measured targets of 2015 are on track, though neither is met."""
    found = answer(plan(revised_nation), Question(Selection(year=2015), Choice(as_of=date(2013, 12, 31))))
    assert {row.id: state(row) for row in found.rows} == {
        "internet_users_2015": "on_track",
        "fixed_broadband_2015": "on_track",
        "home_internet_2015": "not_measurable",
    }
    assert {row.distance.status for row in found.rows if row.measurable} == {"not_met"}


@pytest.mark.parametrize("folder", [DATA, NATION])
def test_every_row_has_one_sign(folder: Path) -> None:
    """The bars together are the rows."""
    found = page(folder, 2015)
    table = next(part for part in found.parts if part.key == "domains").tables[0]
    signs = Counter("".join(row[-1].text.vi for row in table.rows if isinstance(row, tuple)))
    rows = answer(plan(folder), Question(Selection(year=2015))).rows
    assert signs == Counter({SIGNS[each]: number for each, number in tally(rows).items()})


def test_no_part_of_a_long_bar_is_lost() -> None:
    """Where a sign stands for several, one of a hundred is seen all the same."""
    found = Counter(dict.fromkeys(STATES, 1) | {"behind": 93})
    assert bar(found, 100) == "■●►" + "▲" * 19 + "▼◊○□"


def test_the_worst_are_ranked_by_their_share_of_the_target() -> None:
    """3 of 10 schools are worse than 40 000 of 100 000 households, though fewer are missing."""
    found = answer(plan(DATA), Question(Selection(year=2015)))
    by_pace, rows = worst.worst(found.rows)
    assert not by_pace
    assert [row.id for row in rows][:3] == ["services_level_4_2015", "services_level_3_2015", "internet_users_2015"]
    highs = [row.distance.attainment.high for row in rows]  # type: ignore[union-attr]
    assert highs == sorted(highs, key=float)


def test_where_every_pace_is_known_the_greatest_haste_comes_first(tmp_path: Path) -> None:
    """From 10 to 12 in a year, 18 in five years need 0.6 of that pace, 60 in five 4.8 times as much."""
    rounds = {"2010-12-31": {"part": 10, "whole": 100}, "2011-12-31": {"part": 12, "whole": 100}}
    targets = [{"value": value, "due": 2016} for value in (18, 60, 30)]
    found = answer(plan(write_plan(tmp_path, rounds, *targets)), Question(Selection(year=2016)))
    by_pace, rows = worst.worst(found.rows)
    assert by_pace
    assert [row.id for row in rows] == ["t1", "t2"]


def test_what_is_to_be_decided_follows_from_the_figures(revised_nation: Path) -> None:
    """Each decision has a code; those that nothing calls for are not asked."""
    found = answer(plan(DATA), Question(Selection(year=2015)))
    assert [each.code for each in decide.decisions(found)] == ["survey", "count", "assign", "settle", "report"]
    nation = answer(plan(revised_nation), Question(Selection(year=2015), Choice(as_of=date(2013, 12, 31))))
    assert "act" not in [each.code for each in decide.decisions(nation)]


def test_programs_get_the_same(qt_ict: Run) -> None:
    """What the page counts and ranks stands in the data."""
    said: dict[str, Any] = json.loads(qt_ict("brief", "--year", "2015", "--format", "json").out)
    assert said["year"] == 2015
    assert sum(said["states"].values()) == len(said["rows"])
    assert Counter(row["state"] for row in said["rows"]) == Counter(said["states"]) - Counter()
    assert sorted(row["worst"] for row in said["rows"] if row["worst"]) == [1, 2, 3, 4, 5]


def test_nothing_later_than_the_day_is_said(qt_ict: Run) -> None:
    """Seen from 2011 there is no round of 2012, and its reports were not due."""
    out = qt_ict("brief", "--as-of", "2011-06-30", "--lang", "vi").out
    assert "2012" not in out


def test_a_report_whose_interval_is_inferred_is_not_asked_for(qt_ict: Run) -> None:
    """The plan says half-yearly of the units' reports alone; two of those were due by July 2012."""
    out = qt_ict("brief", "--as-of", "2012-07-17", "--lang", "en").out

    assert "Ask for the regular reports still missing (2011-12-31, 2012-06-30): Provincial" in out


def test_what_was_due_and_has_no_result_is_asked_for() -> None:
    """Eight targets of 2015 have figures of 2010 alone: in 2016 that is what a committee must ask for."""
    found = answer(plan(DATA), Question(Selection(year=2015), Choice(as_of=date(2016, 12, 31))))
    said = {each.code: each.text.en for each in decide.decisions(found)}
    assert said["survey"] == "Collect the results of 8 targets that were due, whose latest figures are of 2010-12-31."
    assert "settle" not in said


def test_no_report_is_asked_for_behind_the_last_due_year() -> None:
    """The plan ends with 2020: its last reports are of that year, whatever day is asked about."""
    found = answer(plan(DATA), Question(Selection(), Choice(as_of=date(3000, 1, 1))))
    assert max(each for duty in found.duties for each in duty.missing) == date(2020, 12, 31)


def test_a_narrowed_page_says_so(qt_ict: Run) -> None:
    """Four targets of one agency are not the state of the province."""
    title = qt_ict("brief", "--agency", "Sở Công Thương", "--lang", "vi").out.split("\n\n")[0].replace("\n", " ")
    assert title.endswith(", phần việc của Sở Công Thương")


def test_a_selection_without_targets_is_told(qt_ict: Run) -> None:
    """Nothing counted is no sentence with nothing in it."""
    out = qt_ict("brief", "--domain", "research", "--agency", "so_gddt", "--lang", "en").out
    assert "No target is as asked for." in out
    assert "0 targets" not in out


def test_a_year_of_no_target_is_refused_like_everywhere(qt_ict: Run) -> None:
    """0 is a year that was typed, not one left out."""
    assert qt_ict("brief", "--year", "0", "--lang", "en").code == 2


@pytest.mark.parametrize(
    ("figure", "targets", "said"),
    [
        (30, (50, 60), "2 targets short of what was set: at 50.0% to 60.0% of it."),
        (LESS_THAN_30, (50, 60), "2 targets short of what was set: at most 50.0% to 60.0% of it."),
        (LESS_THAN_30, (50,), "1 target short of what was set: at most 60.0% of it."),
    ],
)
def test_at_most_is_said_once_and_only_of_a_bound(
    tmp_path: Path, figure: Any, targets: tuple[int, ...], said: str
) -> None:
    """30 is 50 % of 60 and 60 % of 50; of less than 30 no more is known."""
    goals = [{"value": each, "due": 2015} for each in targets]
    rounds = {"2010-12-31": {"printed": figure}}
    folder = write_plan(tmp_path, rounds, *goals, indicator=PRINTED, transcribed=False)

    *_, last = how_far.part(answer(plan(folder), Question())).paragraphs

    assert last.en == said


def test_the_page_on_the_brief_names_every_sign() -> None:
    """Who asks what a sign means looks there."""
    manual = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8")

    assert [each for each in SIGNS.values() if f"`{each}`" not in manual] == []
