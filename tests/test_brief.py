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
from qt_ict.engine.state import STATES, State, state
from qt_ict.language import LANGUAGES, Language
from qt_ict.loading.folder import Loaded, load
from qt_ict.presentation.terminal import show
from qt_ict.report import words
from qt_ict.report.answer import Answer, answer
from qt_ict.report.brief import decide, domains, how_far, one_page, worst
from qt_ict.report.brief.domains import bar
from qt_ict.report.document import Document
from qt_ict.report.question import Question, Selection
from qt_ict.report.tallied import SIGNS, tally
from tests.conftest import DATA, ROOT, Result
from tests.plans_with_rounds import COUNT, PRINTED, write_plan

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


def _headings(found: Answer) -> list[str]:
    """What stands above the targets that are named as the worst."""
    return [each.heading.en for each in (worst.part(found),) if each.says_anything]


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


TEN_A_YEAR = {"2010-12-31": {"part": 10, "whole": 100}, "2011-12-31": {"part": 20, "whole": 100}}
"""By 2016 50 needs 6 a year, 65 needs 9, 80 needs 12 and 95 needs 15."""


def test_what_is_faster_than_needed_is_neither_in_haste_nor_behind(tmp_path: Path) -> None:
    """65 needs 9 a year and had 10: that is kept up, while 80 and 95 must go faster; 50 is on track."""
    goals = [{"value": each, "due": 2016} for each in (50, 65, 80, 95)]
    found = answer(plan(write_plan(tmp_path, TEN_A_YEAR, *goals)), Question(Selection(year=2016)))

    assert tally(found.rows) == Counter(on_track=1, moderate=3)
    assert [row.id for row in worst.worst(found.rows)[1]] == ["t3", "t2"]
    assert {each.code: each.text.en for each in decide.decisions(found)} == {
        "speed": "Speed up 2 targets of moderate progress, whose pace is or may be too slow: x, x.",
        "keep": "Keep up 1 target of moderate progress, fast enough so far with little to spare: x.",
    }
    assert _headings(found) == ["Must go faster than so far (pace needed / pace so far)"]


def test_what_may_be_too_slow_is_said_so(tmp_path: Path) -> None:
    """From 10 or 11 to 20 in a year: 68 in five years needs 9.6 a year, and between 9 and 10 were made."""
    first = {"part": {"value": 10, "low": 10, "high": 11, "confidence": 95}, "whole": 100}
    rounds = {**TEN_A_YEAR, "2010-12-31": first}
    found = answer(plan(write_plan(tmp_path, rounds, {"value": 68, "due": 2016})), Question(Selection(year=2016)))

    assert _headings(found) == ["Must, or may have to, go faster than so far (pace needed / pace so far)"]
    assert [each.code for each in decide.decisions(found)] == ["speed"]


def test_where_all_are_fast_enough_the_least_attained_are_named(tmp_path: Path) -> None:
    """Nobody has to hurry, and a committee still sees how far it is."""
    goals = [{"value": each, "due": 2016} for each in (65, 66)]
    found = answer(plan(write_plan(tmp_path, TEN_A_YEAR, *goals)), Question(Selection(year=2016)))

    assert worst.worst(found.rows)[0] is False
    assert [row.id for row in worst.worst(found.rows)[1]] == ["t1", "t0"]


def test_what_is_not_met_is_counted_as_gap_counts_it(tmp_path: Path, qt_ict: Run) -> None:
    """On track is not yet met; what has no ratio to its target is counted and said to have none."""
    goals = [{"value": each, "due": 2016} for each in (50, 80)]
    low = {"value": 0, "due": 2016, "comparator": "at_most"}
    falling = {day: {**each, "part": 100 - each["part"]} for day, each in TEN_A_YEAR.items()}
    upward = answer(plan(write_plan(tmp_path / "up", TEN_A_YEAR, *goals)), Question(Selection(year=2016)))
    downward = write_plan(tmp_path / "down", falling, {**low, "value": 50}, low, better="lower")

    assert how_far.part(upward).paragraphs[-1].en == ("Not met: 2 targets, at 25.0% to 40.0% of what was set.")
    assert how_far.part(answer(plan(downward), Question(Selection(year=2016)))).paragraphs[-1].en == (
        "Not met: 2 targets, at 62.5% of what was set (1 of them without such a ratio)."
    )
    assert "2 targets: 0 met, 2 not met" in qt_ict("gap", "--year", "2016", "--data", str(downward), "--lang", "en").out


def test_milestones_and_yearly_targets_choose_no_year(tmp_path: Path) -> None:
    """The page is about what was promised; what other years hold is said in a line, what was missed by name."""
    goals = (
        {"value": 50, "due": 2016, "milestones": {2011: 15, 2012: 30}},
        {"value": 30, "due": "yearly", "en": "Every year"},
        {"value": 30, "due": 2013, "en": "By then", "milestones": {2011: 25}},
    )
    folder = write_plan(tmp_path, TEN_A_YEAR, *goals)
    found = page(folder)

    assert found.title.en.startswith("Targets of 2013 and of every year: ")
    assert [each.en for each in found.parts[0].paragraphs if each.en.startswith("Besides")] == [
        "Besides 2013, 1 target and 3 milestones: 1 met, 1 on track, 1 moderate, 1 missed: By then (milestone 2011)."
    ]


def test_a_yearly_target_seen_in_one_year_is_not_counted_among_the_others(tmp_path: Path) -> None:
    """It stands on the page of that year already; elsewhere it is one of no due year."""
    goals = ({"value": 50, "due": 2011}, {"value": 30, "due": "yearly"})
    loaded = plan(write_plan(tmp_path, TEN_A_YEAR, *goals))

    assert answer(loaded, Question(Selection(year=2011))).others == ()
    assert [row.id for row in answer(loaded, Question(Selection(year=2011))).rows] == ["t0", "t1"]


def test_what_was_missed_once_and_what_is_due_every_year_are_different_decisions(tmp_path: Path) -> None:
    """A yearly target is not closed when a year is over; together they are the missed ones of the tally."""
    goals = ({"value": 50, "due": 2011}, {"value": 30, "due": "yearly"})
    found = answer(plan(write_plan(tmp_path, TEN_A_YEAR, *goals)), Question())

    assert tally(found.rows) == Counter(missed=2)
    assert [each.text.en for each in decide.decisions(found)] == [
        "Carry over or close 1 target due and missed: x.",
        "Secure for the years to come 1 target due every year, missed and not met by now: x.",
        "Account for the years that 1 yearly target missed: x (2011).",
    ]


def test_a_domain_says_what_its_number_counts(tmp_path: Path) -> None:
    """One target with two milestones is three signs of a bar, and no three targets."""
    goal = {"value": 50, "due": 2016, "milestones": {2011: 15, 2012: 30}}
    found = answer(plan(write_plan(tmp_path, TEN_A_YEAR, goal)), Question())
    table = domains.part(found).tables[0]

    assert [each.heading.en for each in table.columns][:2] == ["Domain", "Targets and milestones"]
    assert how_far.part(found).paragraphs[0].en == (
        "By 2011-12-31, 1 target and 2 milestones: 1 met, 1 on track, 1 moderate."
    )


def test_each_decision_names_the_state_that_it_groups(tmp_path: Path) -> None:
    """Behind stands for the targets of that sign alone, in both languages."""
    due = [(50, 2011), (30, "yearly"), (65, 2016), (80, 2016), (95, 2014)]
    goals = [{"value": value, "due": each} for value, each in due]
    found = answer(plan(write_plan(tmp_path, TEN_A_YEAR, *goals)), Question())
    names: dict[str, State] = {
        "act": "behind",
        "speed": "moderate",
        "keep": "moderate",
        "renew": "missed",
        "secure": "missed",
        "account": "missed",
    }

    said = {each.code: each.text for each in decide.decisions(found)}

    assert list(said) == list(names)
    for code, name in names.items():
        assert words.STATES[name].vi in said[code].vi
        assert words.STATES[name].en in said[code].en


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
        (30, (50, 60), "Not met: 2 targets, at 50.0% to 60.0% of what was set."),
        (LESS_THAN_30, (50, 60), "Not met: 2 targets, at most 50.0% to 60.0% of what was set."),
        (LESS_THAN_30, (50,), "Not met: 1 target, at most 60.0% of what was set."),
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


def test_what_was_met_too_late_is_not_met_and_short_of_nothing(tmp_path: Path) -> None:
    """30 was due every year and first reached in 2012: gap says not met, and it has more than was set by now."""
    rounds = {**TEN_A_YEAR, "2012-12-31": {"part": 35, "whole": 100}}
    goals = [{"value": 30, "due": "yearly"}, {"value": 70, "due": 2016}]
    found = answer(plan(write_plan(tmp_path, rounds, *goals)), Question())

    assert how_far.part(found).paragraphs[-1].en == (
        "Not met: 2 targets, at 50.0% of what was set (1 of them met by now)."
    )


def test_figures_of_the_due_day_are_not_asked_for_again(tmp_path: Path) -> None:
    """2012 was not reported, so that the sum is open; the figures of 2013, when it was due, are there."""
    counted = {
        "2010-12-31": {"part": {"value": 1, "per": "year"}},
        "2011-12-31": {"part": 4},
        "2013-12-31": {"part": 3},
    }
    folder = write_plan(
        tmp_path / "plan", counted, {"value": 10, "comparator": "at_most", "due": 2013}, indicator=COUNT
    )

    found = answer(plan(folder), Question())

    assert [row.distance.status for row in found.rows] == ["undecided"]
    assert "survey" not in {each.code for each in decide.decisions(found)}
