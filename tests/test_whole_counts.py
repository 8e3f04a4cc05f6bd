"""A percentage printed of a known whole is what whole things allow."""

import json
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.observations import Choice, views
from qt_ict.engine.readings import reading, things
from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.values import value
from qt_ict.model.plan import Plan
from tests.conftest import Result
from tests.plans_with_rounds import PRINTED, plan_in, rows_of, write_plan

FIRST, SECOND = "2010-12-31", "2012-12-31"
TARGET = {"value": 30, "due": 2015}


def percentage(number: Any, **keys: Any) -> dict[str, Any]:
    """A printed percentage of the figure ``whole``."""
    return {"value": number, "of": "whole", **keys}


def plan_of(folder: Path, printed: Any, whole: Any, **settings: Any) -> Plan:
    """A plan that prints one percentage."""
    figures = {"printed": printed, "whole": whole}
    return plan_in(write_plan(folder, {FIRST: figures}, TARGET, indicator=PRINTED, **settings))


def row_of(folder: Path, printed: Any, whole: Any, target: dict[str, Any]) -> Standing:
    """A target of that percentage."""
    (row,) = rows_of(write_plan(folder, {FIRST: {"printed": printed, "whole": whole}}, target, indicator=PRINTED))
    return row


def test_22_per_cent_of_73_is_16_of_73(tmp_path: Path) -> None:
    """15/73 prints as 21%, 17/73 as 23%: value, gap and shortfall are exact, and no width has to be explained."""
    row = row_of(tmp_path, percentage(22), 73, TARGET)

    assert row.observed is not None
    assert row.observed.value.outcome == point(Fraction(1600, 73))
    assert row.observed.value.causes == ()
    assert row.distance.gap == point(30 - Fraction(1600, 73))
    # 21.9 things are 30%: 22, of which 16 are there.
    assert row.distance.shortfall == point(6)
    assert row.distance.denominator == point(73)


def test_the_inference_is_said(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """A reader who finds 22% in the document and 21.92% here is told why."""
    folder = write_plan(tmp_path, {FIRST: {"printed": percentage(22), "whole": 73}}, TARGET, indicator=PRINTED)

    answer = json.loads(qt_ict("gap", "--data", str(folder), "--format", "json").out)["rows"][0]
    steps = qt_ict("explain", "t0", "--data", str(folder), "--lang", "en").out

    assert [each["en"] for each in answer["notes"]] == ['"x": 22% of 73 x can only be 16.']
    assert answer["shortfall_unit"] == "things"
    assert "16 / 73 × 100" in steps
    assert "22 (smallest whole number from 21.9) − 16" in steps


def test_where_several_counts_fit_the_value_lies_between_them(tmp_path: Path) -> None:
    """22% of 400 may be 86 to 89: not 21.5 to 22.5, and still for its digits."""
    row = row_of(tmp_path, percentage(22), 400, TARGET)

    assert row.observed is not None
    assert row.observed.value.outcome == Interval(Fraction(8600, 400), Fraction(8900, 400))
    assert row.observed.value.causes == (Cause.DIGITS,)
    assert row.distance.shortfall == Interval(31, 34)


def test_words_are_bounds_of_the_count(tmp_path: Path) -> None:
    """More than 40% of 73 is 30 or more."""
    row = row_of(tmp_path, percentage(40, comparator="more_than"), 73, {"value": 41, "due": 2015})

    assert row.distance.value == Interval(Fraction(3000, 73), 100)
    assert row.distance.status == "met"


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        # No number of three things is 20%.
        (percentage(20), 3),
        # The whole itself is not known exactly.
        (percentage(20), {"value": 73, "comparator": "more_than"}),
        (percentage(20), {"value": 16.3, "unit": "per_100"}),
        (percentage(20), 0),
        # The percentage is taken of nothing that the plan names.
        ({"value": 20}, 73),
    ],
)
def test_without_a_count_that_fits_the_digits_count(tmp_path: Path, printed: Any, whole: Any) -> None:
    """Then the percentage says what its digits say, and there is no count."""
    row = row_of(tmp_path, printed, whole, TARGET)

    assert row.distance.value == Interval(Fraction(39, 2), Fraction(41, 2))
    assert row.distance.shortfall is Reason.NO_COUNT


def test_digits_from_a_database_are_exact(tmp_path: Path) -> None:
    """22% of 73 is then no whole number of things; 25% of 8 is 2."""
    plan = plan_of(tmp_path / "a", percentage(22), 73, transcribed=False)
    exact = plan_of(tmp_path / "b", percentage(25), 8, transcribed=False)

    assert reading(plan, plan.figures["printed"]) == point(22)
    assert things(exact, exact.figures["printed"]) == point(2)


def test_a_whole_of_another_round_says_nothing(tmp_path: Path) -> None:
    """Of a percentage that was carried forward the new whole is not the one it was taken of."""
    rounds = {FIRST: {"part": 1, "printed": percentage(22), "whole": 73}, SECOND: {"part": 2, "whole": 80}}
    plan = plan_in(write_plan(tmp_path, rounds, TARGET, indicator=PRINTED))

    first, second = views(plan, Choice(carry=("printed",)))
    (both,) = views(plan, Choice(carry=("printed", "whole")))[1:]

    assert value(first, plan.indicators["i"]).outcome == point(Fraction(1600, 73))
    assert value(second, plan.indicators["i"]).outcome == Interval(Fraction(43, 2), Fraction(45, 2), high_open=True)
    assert both.figures["whole"].value == 80


def test_percentages_of_one_whole_are_added_as_counts(tmp_path: Path) -> None:
    """33% and 33% of 3 are 2 of 3; the digits alone say 65 to 67%."""
    figures = {"printed": percentage(33), "at_least": percentage(33), "whole": 3}
    added = {"unit": "%", "figure": ["printed", "at_least"]}
    plan = plan_in(write_plan(tmp_path, {FIRST: figures}, TARGET, indicator=added))

    assert value(plan, plan.indicators["i"]).outcome == point(Fraction(200, 3))


@pytest.mark.parametrize("whole", [1, 2, 3, 7, 12, 73, 130, 200, 365])
def test_the_counts_are_those_that_print_so(tmp_path: Path, whole: int) -> None:
    """Every percentage, against every count rounded half up as the plan rounds."""
    plan = plan_of(tmp_path, percentage(22), whole)
    prints = {k: int((Decimal(100 * k) / whole).quantize(Decimal(1), ROUND_HALF_UP)) for k in range(whole + 1)}

    for share in range(101):
        found = things(plan, plan.figures["printed"].model_copy(update={"value": share}))

        fitting = [count for count, as_printed in prints.items() if as_printed == share]
        assert found == (Interval(fitting[0], fitting[-1]) if fitting else None)
