"""Which round counts: dates behind numbers, carried denominators, restated figures, targets with a history."""

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.indicator_remarks import figure_conflicts
from qt_ict.engine.observations import EVERY_ROUND, Choice, Observed, observed, views
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.verdict import Judged
from qt_ict.loading.folder import load
from qt_ict.report.answer import Answer, answer
from qt_ict.report.question import EVERYTHING
from tests.conftest import Result
from tests.plans_with_rounds import PRINTED, plan_in, rows_of, write_plan

FIRST, SECOND, THIRD = "2010-12-31", "2012-06-30", "2012-12-31"
TARGET = {"value": 50, "due": 2015}
BASE = {"part": 30, "whole": 100}


def seen(folder: Path, choice: Choice = EVERY_ROUND) -> Observed:
    """What the rounds of a plan say of its one indicator."""
    plan = plan_in(folder)
    return observed(views(plan, choice), plan.indicators["i"], choice)


def shown(found: Observed) -> list[tuple[str, date, Any]]:
    """Round, date and value of every observation."""
    return [(each.plan.round_id, each.date, each.value.outcome) for each in found.all]


def document(qt_ict: Callable[..., Result], command: str, folder: Path, *options: str) -> Any:
    """What a command prints as JSON."""
    result = qt_ict(command, "--data", str(folder), "--format", "json", *options)
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_a_new_numerator_is_never_held_over_an_old_denominator(tmp_path: Path) -> None:
    """The half-year counted the part alone: the latest round that has both is the baseline."""
    folder = write_plan(tmp_path / "plan", {FIRST: BASE, SECOND: {"part": 40}}, TARGET)

    assert shown(seen(folder)) == [("baseline_0", date(2010, 12, 31), point(30))]
    assert rows_of(folder)[0].course.judged == Judged((), Reason.ONE_ROUND_ONLY)


def test_carrying_a_denominator_is_asked_for_and_said(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """40 of the 100 of 2010: on track, under an assumption that names the figure and its date."""
    folder = write_plan(tmp_path / "plan", {FIRST: BASE, SECOND: {"part": 40}, THIRD: {"part": 42}}, TARGET)
    plain = document(qt_ict, "progress", folder)

    carried = document(qt_ict, "progress", folder, "--carry", "whole")

    assert "carried" not in [each["code"] for each in plain["assumptions"]]
    assert [each["en"] for each in carried["assumptions"] if each["code"] == "carried"] == [
        'Assumed: "x" of 2010-12-31 still holds on 2012-06-30.',
        'Assumed: "x" of 2010-12-31 still holds on 2012-12-31.',
    ]
    assert [(each["date"], each["value"]["low"]) for each in carried["rows"][0]["rounds"]] == [
        ("2010-12-31", 30.0),
        ("2012-06-30", 40.0),
        ("2012-12-31", 42.0),
    ]
    assert carried["rows"][0]["status"] == ["on_track"]


@pytest.mark.parametrize("command", ["gap", "explain t0", "report", "growth", "progress", "path i", "methods i"])
def test_a_figure_is_carried_without_its_parts(tmp_path: Path, qt_ict: Callable[..., Result], command: str) -> None:
    """Its parts and contradictions are of the older round: no command compares them with this one."""
    whole = {"value": 141, "parts": ["north", "south"], "conflicts_with": ["other"]}
    base = {"part": 50, "whole": whole, "north": 70, "south": 71, "other": 140}
    folder = write_plan(tmp_path / "plan", {FIRST: base, SECOND: {"part": 60, "north": 75}}, TARGET)

    result = qt_ict(*command.split(), "--data", str(folder), "--carry", "whole", "--lang", "en")

    assert result.code == 0, result.err
    if command in ("gap", "explain t0", "report"):
        assert '"x" was carried forward without its parts: x, x.' in result.out


def test_parts_that_are_carried_along_are_compared(tmp_path: Path) -> None:
    """70 and 72 are not the 141 of their own round; without one of them nothing is said but that."""
    base = {"part": 50, "whole": {"value": 141, "parts": ["north", "south"]}, "north": 70, "south": 72}
    plan = plan_in(write_plan(tmp_path / "plan", {FIRST: base, SECOND: {"part": 60}}, TARGET))

    def codes(*carry: str) -> list[str]:
        view = views(plan, Choice(carry=carry))[-1]
        return [each.code for each in figure_conflicts(view, ["whole"])]

    assert codes("whole", "north", "south") == ["figure-conflict"]
    assert codes("whole", "north") == ["unknown-parts"]


def test_a_denominator_is_carried_from_the_latest_round_that_has_it(tmp_path: Path) -> None:
    """The 120 of June counts for December, not the 100 of the baseline."""
    rounds = {FIRST: BASE, SECOND: {"part": 40, "whole": 120}, THIRD: {"part": 48}}

    found = seen(write_plan(tmp_path / "plan", rounds, TARGET), Choice(carry=("whole",)))

    assert found.all[-1].value.outcome == point(40)
    assert found.all[-1].plan.day_of("whole") == date(2012, 6, 30)


def test_the_round_asked_for_is_the_one_shown(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """By its date or its name; a round that lacks a figure says so."""
    folder = write_plan(
        tmp_path / "plan", {FIRST: BASE, SECOND: {"part": 40}, THIRD: {"part": 45, "whole": 100}}, TARGET
    )
    rows = {
        named: document(qt_ict, "gap", folder, *(("--round", named) if named else ()))["rows"][0]
        for named in ("", "baseline_0", THIRD, SECOND)
    }

    assert {named: row["value"] and row["value"]["low"] for named, row in rows.items()} == {
        "": 45.0,
        "baseline_0": 30.0,
        THIRD: 45.0,
        SECOND: None,
    }
    assert [rows[named]["reason"] for named in ("", SECOND)] == [None, "not-in-round"]


@pytest.mark.parametrize(
    ("day", "values"),
    [
        (date(2012, 6, 29), [30]),
        (date(2012, 6, 30), [30, 40]),
        (date(2020, 1, 1), [30, 40, 45]),
        (date(2009, 1, 1), [30]),
    ],
)
def test_only_what_was_known_on_a_day_counts(tmp_path: Path, day: date, values: list[int]) -> None:
    """Rounds up to that day; before the first there is nothing but the first."""
    rounds = {FIRST: BASE, SECOND: {"part": 40, "whole": 100}, THIRD: {"part": 45, "whole": 100}}

    found = seen(write_plan(tmp_path / "plan", rounds, TARGET), Choice(as_of=day))

    assert [each.value.outcome for each in found.all] == [point(value) for value in values]


def test_figures_bring_their_own_dates(tmp_path: Path) -> None:
    """March in a round of June is the last day of March, and growth is reckoned to it."""
    rounds = {FIRST: BASE, SECOND: {"part": {"value": 40, "date": "2012-03"}, "whole": 100}}
    (row,) = rows_of(write_plan(tmp_path / "plan", rounds, TARGET))

    assert [each.date for each in row.history] == [date(2010, 12, 31), date(2012, 3, 31)]
    assert row.course.span is not None
    assert (row.course.span.past, row.course.span.left) == (1 + Fraction(91, 366), 4 - Fraction(91, 366))


@pytest.mark.parametrize(("stated", "due"), [(2012, 2012), (2014, 2012), ("2014-12", 2014)])
def test_a_value_at_or_after_the_due_year_ends_it(tmp_path: Path, stated: Any, due: int) -> None:
    """A figure dated later than its round is doubtful, but no time is left on the way, and none is divided by."""
    rounds = {FIRST: BASE, SECOND: {"part": {"value": 40, "date": stated}, "whole": 100}}

    (row,) = rows_of(write_plan(tmp_path / "plan", rounds, {"value": 50, "due": due}))

    assert (row.passed, row.course.judged.status) == (True, ("missed",))


def test_of_one_date_the_later_published_value_counts(tmp_path: Path) -> None:
    """The baseline stated anew two years on: growth starts from the new number."""
    rounds = {
        FIRST: BASE,
        SECOND: {"part": {"value": 35, "date": 2010}, "whole": 100},
        THIRD: {"part": 40, "whole": 100},
    }
    folder = write_plan(tmp_path / "plan", rounds, TARGET)

    (row,) = rows_of(folder)

    assert [each.value.outcome for each in row.history] == [point(35), point(40)]
    assert [each.value.outcome for each in seen(folder).all] == [point(30), point(35), point(40)]


def answer_of(folder: Path) -> tuple[Answer, Standing]:
    """What a plan with one target says, and that target."""
    loaded, _ = load(folder)
    assert loaded is not None
    found = answer(loaded, EVERYTHING)
    return found, found.rows[0]


def test_a_restated_figure_keeps_both_numbers_and_documents(tmp_path: Path) -> None:
    """The later one counts; the earlier one stands beside it with where it was published."""
    again = {"value": 40, "document": "12/BC", "restates": [{"value": 38, "document": "7/BC"}]}
    folder = write_plan(tmp_path / "plan", {FIRST: BASE, SECOND: {"part": again, "whole": 100}}, TARGET)

    found, row = answer_of(folder)

    (said,) = [note.text.en for note in found.notes_on_course(row) if note.code == "restated"]
    assert row.history[-1].value.outcome == point(40)
    assert said == '"x": published before as 38 (7/BC); the later one counts, 40 (12/BC).'
    assert row.history[-1].plan.figures["part"].document == "12/BC"


def test_another_definition_is_set_aside_and_never_compared(tmp_path: Path) -> None:
    """Two values are compared; the third counts something else, is shown, and moves nothing."""
    other = {"part": {"value": 90, "definition": {"vi": "khác", "en": "other"}}, "whole": 100}
    rounds = {FIRST: BASE, SECOND: {"part": 40, "whole": 100}, THIRD: other}

    found, row = answer_of(write_plan(tmp_path / "plan", rounds, TARGET))

    assert [each.value.outcome for each in row.history] == [point(30), point(40)]
    assert [each.value.outcome for each in row.set_aside] == [point(90)]
    assert row.course.judged == Judged(("on_track",))
    assert "other-definition" in [note.code for note in found.notes_on_course(row)]


def test_an_indicator_may_begin_in_a_later_round(tmp_path: Path) -> None:
    """The baseline never counted it: its own first value is where the way begins."""
    rounds = {FIRST: {"else": 1}, SECOND: BASE, THIRD: {"part": 40, "whole": 100}}

    (row,) = rows_of(write_plan(tmp_path / "plan", rounds, TARGET))

    assert [each.date for each in row.history] == [date(2012, 6, 30), date(2012, 12, 31)]
    assert row.course.judged == Judged(("on_track",))


def test_nothing_counts_where_no_round_has_every_figure(tmp_path: Path) -> None:
    """The part in one round, the whole in another: not one value."""
    rounds = {FIRST: {"part": 30}, SECOND: {"whole": 100}}
    folder = write_plan(tmp_path / "plan", rounds, TARGET)

    assert seen(folder).counting is Reason.NOT_IN_ROUND
    assert rows_of(folder)[0].course.judged == Judged((), Reason.NOT_IN_ROUND)


def test_where_nothing_counts_only_other_definitions_are_set_aside(tmp_path: Path) -> None:
    """A round that lacks a figure is asked for: the values of other rounds are none of its own, and not set aside."""
    other = {"part": {"value": 90, "definition": {"vi": "khác", "en": "other"}}, "whole": 100}
    rounds = {FIRST: BASE, SECOND: other, THIRD: {"part": 45}}

    found = seen(write_plan(tmp_path / "plan", rounds, TARGET), Choice(round=THIRD))

    assert found.counting is Reason.NOT_IN_ROUND
    assert [each.value.outcome for each in found.set_aside] == [point(90)]


REVISED = {
    **TARGET,
    "revisions": [
        {"document": "2/QĐ", "date": date(2012, 1, 1), "comparator": "at_least", "value": 40},
        {"document": "3/QĐ", "date": date(2014, 1, 1), "comparator": "more_than", "value": 60},
    ],
}


@pytest.mark.parametrize(
    ("day", "version", "status", "original"),
    [
        (date(2011, 12, 31), 50, ("moderate",), None),
        (date(2012, 1, 1), 40, ("on_track",), ("moderate",)),
        (date(2014, 1, 1), 60, ("moderate",), ("on_track",)),
        (date(2016, 1, 1), 60, ("missed",), ("met",)),
        (date(2012, 12, 31), 40, ("met",), ("on_track",)),
    ],
)
def test_a_target_is_judged_as_it_was_in_force(
    tmp_path: Path, day: date, version: int, status: tuple[str, ...], original: tuple[str, ...] | None
) -> None:
    """At least 50, from 2012 at least 40, from 2014 more than 60; the first version is always judged beside it."""
    parts = {"2010-12-31": 30, "2011-12-31": 34, THIRD: 44, "2013-12-31": 46, "2015-12-31": 55}
    rounds = {each: {"part": part, "whole": 100} for each, part in parts.items()}

    (row,) = rows_of(write_plan(tmp_path / "plan", rounds, REVISED), Choice(as_of=day))

    assert row.target.numbers == (version,)
    assert row.course.judged.status == status
    assert (row.course.original and row.course.original.status) == original


def test_the_gap_is_to_the_version_of_the_values_date(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """In June 2012 the first revision is in force, whatever came in 2014; the original stands beside it."""
    folder = write_plan(tmp_path / "plan", {FIRST: BASE, SECOND: {"part": 40, "whole": 100}}, REVISED)
    now, then = (document(qt_ict, "gap", folder, *options)["rows"][0] for options in ((), ("--round", "baseline_0")))

    assert (now["target_value"], now["document"], now["status"]) == (40, "2/QĐ", "met")
    assert (now["original"]["target_value"], now["original"]["status"]) == (50, "not_met")
    assert (then["target_value"], then["original"]) == (50, None)


def test_a_proxy_shows_its_values_and_nothing_more(tmp_path: Path) -> None:
    """Something related moved; the target has no value, no pace and no status."""
    rounds = {FIRST: BASE, SECOND: {"part": 60, "whole": 100}}

    (row,) = rows_of(write_plan(tmp_path / "plan", rounds, {**TARGET, "measure": "proxy"}))

    assert row.course.judged == Judged((), Reason.PROXY_ONLY)
    assert (row.course.span, row.course.covered, row.course.due_now) == (None, Reason.PROXY_ONLY, Reason.PROXY_ONLY)
    assert [each.value.outcome for each in row.history] == [point(30), point(60)]


def test_a_percentage_that_is_carried_is_of_no_whole_of_another_round(tmp_path: Path) -> None:
    """22% of 73 is 16 of them; beside the 50 of the next report it is printed rounded, and no 11 of 50."""
    rounds = {FIRST: {"printed": {"value": 22, "of": "whole"}, "whole": 73}, SECOND: {"whole": 50}}

    found = seen(write_plan(tmp_path / "plan", rounds, indicator=PRINTED), Choice(carry=("printed",)))

    assert [each.value.outcome for each in found.all] == [
        point(Fraction(1600, 73)),
        Interval(21.5, 22.5, high_open=True),
    ]
