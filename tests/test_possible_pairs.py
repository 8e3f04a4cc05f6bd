"""Counts and their wholes: no end of an interval rests on a pair of numbers that cannot occur together."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import ANY, Interval, common
from qt_ict.arithmetic.pairs import pairs
from qt_ict.engine.observations import EVERY_ROUND
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing, standings
from tests.plans_with_rounds import plan_in, write_plan

PER_100 = {"unit": "per_100"}


def row_of(folder: Path, figures: dict[str, Any], target: dict[str, Any], **settings: Any) -> Standing:
    """The one target of a plan that measures a share of the figures ``part`` and ``whole`` by default."""
    rates = settings.pop("rates", None)
    plan = plan_in(write_plan(folder, {"2010-12-31": figures}, {"due": 2015, **target}, **settings))
    (row,) = standings(plan, EVERY_ROUND, rates)
    return row


def at_most(value: float) -> dict[str, Any]:
    """A ceiling."""
    return {"comparator": "at_most", "value": value}


def test_nothing_of_an_uncertain_whole_is_nothing(tmp_path: Path) -> None:
    """0.0 to 0.5 lines of 16.25 to 16.35: the share may be 0, so "at most 0" may be met and "more than 0" missed."""
    figures = {"part": {"value": 0, **PER_100}, "whole": {"value": 16.3, **PER_100}}

    ceiling = row_of(tmp_path / "a", figures, at_most(0), better="lower")
    floor = row_of(tmp_path / "b", figures, {"comparator": "more_than", "value": 0})

    assert ceiling.observed is not None
    assert ceiling.observed.value.outcome == Interval(0, Fraction(50 * 100, 1625), high_open=True)
    assert (ceiling.distance.status, floor.distance.status) == ("undecided", "undecided")


def test_nothing_of_whatever_was_counted_is_exactly_nothing(tmp_path: Path) -> None:
    """0 schools of "more than 50": 0%, however many there are."""
    figures = {"part": 0, "whole": {"value": 50, "comparator": "more_than"}}

    row = row_of(tmp_path, figures, at_most(0), better="lower")

    assert (row.distance.status, row.distance.value) == ("met", Interval(0, 0))


def test_a_density_below_one_is_a_denominator(tmp_path: Path) -> None:
    """0.5 of 0.8 lines per 100 is 45/85 to 55/75; only of whole things there is at least 1."""
    lines = {"part": {"value": 0.5, **PER_100}, "whole": {"value": 0.8, **PER_100}}
    slow = {"part": {"value": 0.6, **PER_100}, "whole": {"value": 1, **PER_100}}

    fibre = row_of(tmp_path / "a", lines, {"value": 60})
    ceiling = row_of(tmp_path / "b", slow, at_most(70), better="lower")

    assert fibre.distance.value == Interval(Fraction(4500, 85), Fraction(5500, 75))
    assert fibre.distance.status == "undecided"
    assert ceiling.distance.value == Interval(Fraction(5500, 150), 100)
    assert ceiling.distance.status == "undecided"


def test_thousands_of_people_may_be_fewer_than_one(tmp_path: Path) -> None:
    """200 subscriptions of 0.5 thousand people: 364 to 444 per thousand."""
    figures = {"part": 200, "whole": {"value": 0.5, **PER_100}}
    density = {"unit": "per_100", "numerator": "part", "denominator": "whole", "factor": 1}

    row = row_of(tmp_path, figures, {"value": 500}, indicator=density)

    assert row.distance.value == Interval(Fraction(200 * 100, 55), Fraction(200 * 100, 45))


def test_a_count_and_its_whole_belong_together(tmp_path: Path) -> None:
    """At least 27 of fewer than 99 down to 99.9%: even 98 of 98 is only one too many."""
    figures = {"part": {"value": 27, "comparator": "at_least"}, "whole": {"value": 99, "comparator": "less_than"}}

    row = row_of(tmp_path, figures, at_most(99.9), better="lower")

    assert row.distance.shortfall == Interval(0, 1)
    assert row.distance.things_per_year == Interval(0, Fraction(1, 5))
    assert row.distance.denominator == Interval(27, 98)
    assert row.distance.value == Interval(Fraction(2700, 98), 100)


def test_what_is_missing_of_all_is_the_rest(tmp_path: Path) -> None:
    """At most 20 of at least 10: toward 100% nothing may be missing, though 20 of 10 is impossible."""
    figures = {"part": {"value": 20, "comparator": "at_most"}, "whole": {"value": 10, "comparator": "at_least"}}

    row = row_of(tmp_path, figures, {"comparator": "all", "value": None, "unit": None})

    assert row.distance.shortfall == Interval(0, None)
    assert row.distance.value == Interval(0, 100)


@pytest.mark.parametrize(
    ("rate", "shortfall"),
    [
        # Even of 1 there is only 1, and 1.1 will need 2; of 100 there may be none, and 110 will need 105.
        (Fraction(1, 10), Interval(1, 105)),
        (Fraction(0), Interval(0, 95)),
    ],
)
def test_a_whole_that_grows_still_belongs_to_its_count(tmp_path: Path, rate: Fraction, shortfall: Interval) -> None:
    """Up to 100 of up to 100 toward 95% in a year: the count was never larger than the whole it was taken of."""
    figures = {"part": {"value": 100, "comparator": "at_most"}, "whole": {"value": 100, "comparator": "at_most"}}

    row = row_of(tmp_path, figures, {"value": 95, "due": 2011}, rates={"whole": rate})

    assert row.distance.shortfall == shortfall


def test_a_figure_above_and_below_the_line_is_one_number(tmp_path: Path) -> None:
    """1 to 9 fibre lines and 4 others: 1 of 5 to 9 of 13, never 9 of 5."""
    figures = {"part": {"value": 10, "comparator": "less_than"}, "whole": 4}
    mixed = {"unit": "per_100", "numerator": "part", "denominator": ["part", "whole"], "factor": 100}

    row = row_of(tmp_path, figures, {"value": 50}, indicator=mixed)

    assert row.distance.value == Interval(0, Fraction(900, 13))
    assert row.distance.shortfall == Interval(0, 2)


@pytest.mark.parametrize(
    ("part", "comparator", "shortfall"),
    [
        # Twice 1.5 is 3, so 4 are more; twice anything below 2.5 is below 5, so 5 are enough.
        (3, "more_than", Interval(1, 2)),
        (3, "at_least", Interval(0, 2)),
        # Twice 1.5 allows 3; twice anything below 2.5 allows 4, though 5 are not below 5.
        (6, "at_most", Interval(2, 3)),
        (6, "less_than", Interval(2, 4)),
    ],
)
def test_a_whole_that_is_itself_excluded_decides_from_beside(
    tmp_path: Path, part: int, comparator: str, shortfall: Interval
) -> None:
    """A printed 2 is 1.5 to below 2.5: 2.5 itself is never the whole."""
    density = {"unit": "per_100", "numerator": "part", "denominator": "whole", "factor": 1}
    figures = {"part": part, "whole": {"value": 2, **PER_100}}

    row = row_of(tmp_path, figures, {"comparator": comparator, "value": 2}, indicator=density)

    assert row.distance.shortfall == shortfall


def test_counts_above_their_whole_stand_as_they_are(tmp_path: Path) -> None:
    """120 of 100 is a contradiction of the data, and is shown as it is."""
    row = row_of(tmp_path, {"part": 120, "whole": 100}, {"value": 50})

    assert row.distance.value == Interval(120, 120)


def test_a_ceiling_of_0_is_attained_by_no_share(tmp_path: Path) -> None:
    """0 / value is 0 however near the value comes; a value of 0 has no share of the ceiling either."""
    zero = row_of(tmp_path / "a", {"part": 3, "whole": 10}, at_most(0), better="lower")
    one = row_of(tmp_path / "b", {"part": 1, "whole": 100}, at_most(2), better="lower")
    none = row_of(tmp_path / "c", {"part": 0, "whole": 100}, at_most(2), better="lower")

    assert zero.distance.attainment is Reason.ZERO_TARGET
    assert one.distance.attainment == Interval(2, 2)
    assert none.distance.attainment is Reason.ZERO_VALUE


def test_an_end_that_no_pair_reaches_is_excluded() -> None:
    """Five or more of a whole with three others: from 5/8 on, never all."""
    found = pairs(Interval(5, None), Interval(1, None), Interval(3, 3))

    assert found.whole == Interval(8, None)
    assert found.ratio(1) == Interval(Fraction(5, 8), 1, high_open=True)
    assert pairs(Interval(5, 6), Interval(9, None)).ratio(1) == Interval(0, Fraction(2, 3), low_open=True)
    assert pairs(Interval(5, None), Interval(9, 9)).ratio(1) == Interval(Fraction(5, 9), None)
    assert pairs(Interval(2, 6), Interval(1, 1)).ratio(1) == Interval(2, 6)


HALVES = [Fraction(each, 2) for each in range(9)]
GRID = [Fraction(each, 4) for each in range(17)]


@st.composite
def on_halves(draw: st.DrawFn) -> Interval:
    """An interval of real numbers from 0 to 4, its ends on halves, each in it or not."""
    low, high = sorted((draw(st.sampled_from(HALVES)), draw(st.sampled_from(HALVES))))
    return Interval(low, high, draw(st.booleans()), draw(st.booleans())) if low < high else Interval(low, high)


@given(on_halves(), on_halves(), st.booleans())
def test_an_end_of_a_ratio_is_reached_or_excluded(counted: Interval, whole: Interval, is_part: bool) -> None:
    """Of densities too, against a grid that holds every corner: what is in the interval, and whether its ends are."""
    whole = common(whole, Interval(0, None, low_open=True))
    found = pairs(counted, whole, Interval(0, None) if is_part else ANY)
    reached = {n / d for n in GRID for d in GRID if counted.holds(n) and whole.holds(d) and (n <= d or not is_part)}
    assume(reached)

    ratio = found.ratio(1)

    assert all(ratio.holds(each) for each in reached)
    assert ratio.low is not None
    assert ratio.low_open == (ratio.low not in reached)
    assert ratio.high is None or ratio.high_open == (ratio.high not in reached)
    assert (ratio.high is None) == (whole.low == 0 and counted.high != 0 and not is_part)
