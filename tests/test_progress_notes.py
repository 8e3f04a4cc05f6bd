"""What is said beside a verdict: dates that stand behind it, and what does not decide it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.observations import Choice
from qt_ict.engine.published import published
from qt_ict.engine.reasons import Reason
from qt_ict.engine.remarks import of_distance
from qt_ict.loading.folder import load
from qt_ict.methods.by_name import METHODS
from qt_ict.methods.series import MethodReason
from qt_ict.report.answer import Answer, answer
from qt_ict.report.notes import notes
from qt_ict.report.question import Question
from tests.plans_with_rounds import PRINTED, rows_of, write_plan

FIRST, MID, LATER = "2010-12-31", "2015-06-30", "2016-12-31"
TARGET = {"due": 2015, "value": 50}


def told(folder: Path) -> tuple[Answer, list[str]]:
    """What a plan says, and the codes of the notes beside its first row."""
    loaded, _ = load(folder)
    assert loaded is not None
    found = answer(loaded, Question(choice=Choice(as_of=date(2017, 1, 1))))
    return found, [note.code for note in found.notes_on_course(found.rows[0])]


@pytest.mark.parametrize(
    ("mid", "later", "status", "notes"),
    [
        (45, None, ("missed",), ["before-due-day"]),
        (45, 48, ("missed",), ["before-due-day"]),
        (55, 60, ("met",), ["before-due-day"]),
        (45, 60, (), []),
        (55, 40, (), []),
    ],
)
def test_a_value_of_june_decides_its_year_until_a_later_one_says_otherwise(
    tmp_path: Path, mid: int, later: int | None, status: tuple[str, ...], notes: list[str]
) -> None:
    """The target is due at the end of the year; between June and the next value lies the answer."""
    rounds: dict[str, Any] = {FIRST: {"part": 30, "whole": 100}, MID: {"part": mid, "whole": 100}}
    rounds |= {LATER: {"part": later, "whole": 100}} if later else {}

    found, said = told(write_plan(tmp_path / "plan", rounds, TARGET))

    assert found.rows[0].course.judged.status == status
    assert said == notes


@pytest.mark.parametrize(
    ("due", "values", "said"),
    [
        ("2015-06", {"2014-12-31": 45}, ["Judged by the value of 2014-12-31; it was due by 2015-06-30."]),
        ("2015-06", {"2015-06-30": 45, "2015-12-31": 60}, []),
        (date(2015, 6, 30), {"2015-06-30": 45}, []),
        (date(2015, 7, 15), {"2015-06-30": 45}, ["Judged by the value of 2015-06-30; it was due by 2015-07-15."]),
        ("2015-Q2", {"2015-03-31": 45}, ["Judged by the value of 2015-03-31; it was due by 2015-06-30."]),
        (2015, {"2015-06-30": 45}, ["Judged by the value of 2015-06-30; it was due by 2015-12-31."]),
        (2015, {"2015-12-31": 45}, []),
    ],
)
def test_a_value_from_before_the_due_day_is_named_with_that_day(
    tmp_path: Path, due: Any, values: dict[str, int], said: list[str]
) -> None:
    """A target due in June is judged on its day by a value of June, and before it by one of December."""
    rounds = {day: {"part": value, "whole": 100} for day, value in {FIRST: 30, **values}.items()}

    found, _ = told(write_plan(tmp_path / "plan", rounds, {"due": due, "value": 50}))

    told_so = [each.text.en for each in found.notes_on_course(found.rows[0]) if each.code == "before-due-day"]
    assert found.rows[0].course.judged.status == ("missed",)
    assert told_so == said


@pytest.mark.parametrize(
    ("due", "said"),
    [(2012, "the due date, the end of 2012: missed."), ("2012-06", "the due date, 2012-06-30: missed.")],
)
def test_a_value_from_after_the_due_date_is_named_with_it(tmp_path: Path, due: Any, said: str) -> None:
    """A year is said by its end, a day by itself."""
    rounds = {FIRST: {"part": 30, "whole": 100}, LATER: {"part": 45, "whole": 100}}
    found, _ = told(write_plan(tmp_path / "plan", rounds, {"due": due, "value": 50}))

    (note,) = [each.text.en for each in notes(found.plan, of_distance(found.rows[0])) if each.code == "after-due"]
    assert said in note


def test_a_number_published_again_for_the_same_date_is_said(tmp_path: Path) -> None:
    """Both stay; the later round counts."""
    again = {"part": {"value": 40, "date": date(2012, 12, 31)}, "whole": {"value": 100, "date": date(2012, 12, 31)}}
    rounds = {FIRST: {"part": 30, "whole": 100}, "2012-12-31": {"part": 45, "whole": 100}, "2013-12-31": again}

    found, said = told(write_plan(tmp_path / "plan", rounds, {**TARGET, "due": 2020}))

    assert found.rows[0].history[-1].value.outcome == Interval(40, 40)
    assert said == ["published-again", "old-value"]


def test_a_revision_after_the_due_year_is_said_and_does_not_judge_it(tmp_path: Path) -> None:
    """What was promised for 2015 is what was in force at its end."""
    revision = {"document": "B", "date": date(2016, 5, 1), "comparator": "at_least", "value": 40}
    rounds = {FIRST: {"part": 30, "whole": 100}, "2015-12-31": {"part": 45, "whole": 100}}

    found, said = told(write_plan(tmp_path / "plan", rounds, {**TARGET, "revisions": [revision]}))

    assert found.rows[0].course.judged.status == ("missed",)
    assert said == ["revised-after-due"]


def test_a_later_round_without_the_denominator_is_named(tmp_path: Path) -> None:
    """Why nothing moved, and what could be assumed."""
    rounds = {FIRST: {"part": 30, "whole": 100}, "2012-12-31": {"part": 45}}

    found, said = told(write_plan(tmp_path / "plan", rounds, {**TARGET, "due": 2020}))

    (note,) = found.notes_on_course(found.rows[0])
    assert (found.rows[0].course.judged.reason, said) == (Reason.ONE_ROUND_ONLY, ["incomplete-round"])
    assert note.text.en.endswith('lacks "x". To assume that the older number still holds: --carry whole.')


def test_a_share_is_projected_no_farther_than_the_whole(tmp_path: Path) -> None:
    """A straight line from 0 to 60% in two years leads to 100%, not beyond."""
    rounds = {FIRST: {"part": 0, "whole": 100}, "2012-12-31": {"part": 60, "whole": 100}}

    (row,) = rows_of(write_plan(tmp_path / "plan", rounds, {"due": 2020, "value": 80}))

    assert row.course.projection.at_due == Interval(100, 100)


def test_a_method_that_cannot_answer_for_every_possible_value_answers_for_none(tmp_path: Path) -> None:
    """Under "at most 10%" lies 0, of which there are no log-odds: a firm verdict would rest on a hidden digit."""
    bound = {"value": 10, "comparator": "at_most"}
    folder = write_plan(
        tmp_path / "plan", {FIRST: {"printed": bound}, "2012-12-31": {"printed": 30}}, TARGET, indicator=PRINTED
    )

    (row,) = rows_of(folder)
    found = published(METHODS["logodds"], row)

    assert (found.value, found.status) == (None, ())
    assert found.reason is MethodReason.AT_LIMIT
