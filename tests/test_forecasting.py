"""How likely a target is: counted by hand, and the laws that a count must keep."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_ict.language import Text
from qt_ict.loading import reference_class
from qt_ict.reference.classes import ClassKind, PastValue, ReferenceClass
from qt_ict.reference.forecasting import (
    CHOSEN,
    Forecast,
    ForecastReason,
    NearCase,
    Outlook,
    forecast,
    outlook,
)
from qt_ict.reference.past_cases import height, past_cases, softening
from tests.conftest import DATA

Series = Mapping[float, float]


def a_class(areas: Mapping[str, Series], kind: ClassKind = "share") -> ReferenceClass:
    """A class of series by year."""
    values = {area: tuple(PastValue(*each) for each in sorted(series.items())) for area, series in areas.items()}
    return ReferenceClass("invented", kind, Text.same("invented"), "", "", values, {})


def steps(gains: Sequence[float], start: float = 10.0) -> ReferenceClass:
    """As many areas as gains, all at one level in 2000, each with its gain in 2005."""
    return a_class({f"a{index:02}": {2000.0: start, 2005.0: start + gain} for index, gain in enumerate(gains)})


def likely(reference: ReferenceClass, value: float, years: float, target: float, **more: Any) -> Forecast:
    """A forecast, upward unless told."""
    found = forecast(reference, value=value, years=years, target=target, **({"upward": True} | more))
    assert isinstance(found, Forecast)
    return found


FORTY = steps([float(gain) for gain in range(40)])
"""Gains of 0, 1 ... 39 points from 10%."""


def test_the_probability_counts_who_gained_as_much() -> None:
    """By hand: 20 of 40 gained 20 points or more; (20 + 1) / (40 + 2)."""
    found = likely(FORTY, 10, 5, 30)

    assert (found.cases, found.reached, found.probability) == (40, 20, 0.5)
    assert found.median == 10 + 19.5
    # Of 40 ends the k-th has k/41 below it: 0.05 x 41 = 2.05, a twentieth of the way from the second to the third.
    assert (found.low, found.high) == pytest.approx((10 + 1.05, 10 + 37.95))


def test_more_than_asks_for_more() -> None:
    """The one area that gained exactly 20 points does not do."""
    assert likely(FORTY, 10, 5, 30, strict=True).reached == 19


def test_a_falling_indicator_counts_who_came_down() -> None:
    """At most 30: gains of 0 to 20; below 30: of 0 to 19."""
    assert likely(FORTY, 10, 5, 30, upward=False).reached == 21
    assert likely(FORTY, 10, 5, 30, upward=False, strict=True).reached == 20


def test_gains_are_added_to_the_value_now() -> None:
    """From 12%, 20 points lead to 32%, though they were gained from 10%."""
    assert likely(FORTY, 12, 5, 32).reached == 20


def test_nothing_is_certain_because_everybody_did_it() -> None:
    """Laplace's rule of succession: 40 of 40 is 41/42."""
    assert likely(FORTY, 10, 5, 10).probability == 41 / 42
    assert likely(FORTY, 10, 5, 99).probability == 1 / 42


def test_a_target_that_is_met_can_be_lost() -> None:
    """A status says that it is met; a forecast, how likely it stays so."""
    losing = steps([-1.0] * 10 + [1.0] * 30)

    assert likely(losing, 10, 5, 10).reached == 30


def test_nobody_comes_to_100_by_what_others_gained_farther_from_it() -> None:
    """From 95% five points are left of the ten that the areas had: 8 of these lead to 99%, and none to 100."""
    near = steps([gain / 4 for gain in range(40)], start=90.0)

    assert likely(near, 95, 5, 99).reached == 8
    assert likely(near, 95, 5, 100).reached == 0


def test_last_digits_of_doubles_meet_no_target_less() -> None:
    """30.0 to 27.8 is 2.2 down, and from 29.6 just 27.4, whatever doubles make of it."""
    falling = a_class({f"a{index:02}": {2000.0: 30.0, 2005.0: 27.8} for index in range(40)}, "density")

    assert likely(falling, 30.2, 5, 28.0, upward=False).reached == 40


def test_a_small_gain_near_the_bottom_is_added_whole() -> None:
    """From nothing, half a point that was gained from 0.2% is half a point."""
    assert likely(steps([0.5] * 40, start=0.2), 0, 5, 0.5).reached == 40


def test_one_area_is_one_history() -> None:
    """However many of its years there are."""
    alone = a_class({"a": {1950.0 + year: float(year) for year in range(60)}})

    found = forecast(alone, value=30, years=2, target=31, upward=True)
    assert found is ForecastReason.NO_REFERENCE_CLASS


def test_nothing_ends_below_0() -> None:
    """Losses of 5 from a value of 3."""
    falling = a_class({f"a{index:02}": {2000.0: 5.0, 2005.0: 0.0} for index in range(40)}, "density")

    assert likely(falling, 3, 5, 0, upward=False).median == 0


def test_half_a_year_is_half_a_step() -> None:
    """Between two years a value lies on the line between them."""
    yearly = a_class({f"a{index:02}": {2000.0: 10.0, 2001.0: 10.0 + index} for index in range(40)})

    assert likely(yearly, 10, 0.5, 20).reached == 20


def test_values_far_apart_say_nothing_between() -> None:
    """Five years lie between the two values of an area."""
    assert forecast(FORTY, value=10, years=2.5, target=20, upward=True) == ForecastReason.NO_REFERENCE_CLASS


def test_fewer_than_30_cases_are_no_class() -> None:
    """Nobody would believe three of twenty."""
    assert forecast(steps([1.0] * 29), value=10, years=5, target=11, upward=True) == "no-reference-class"
    assert likely(steps([1.0] * 30), 10, 5, 11).cases == 30


def test_cases_that_are_far_do_not_count() -> None:
    """Who stood at 10% says nothing of 90%: log-odds of -2.15 and 2.15 are more than 3 apart."""
    assert forecast(FORTY, value=90, years=5, target=95, upward=True) == ForecastReason.NO_REFERENCE_CLASS


@pytest.mark.parametrize("years", [0.0, -1.0])
def test_a_due_date_that_is_not_ahead_is_not_foretold(years: float) -> None:
    """What happened is known."""
    assert forecast(FORTY, value=10, years=years, target=30, upward=True) == ForecastReason.DUE_PASSED


@pytest.mark.parametrize("value", [-0.1, 100.1])
def test_a_value_that_cannot_be_has_no_cases(value: float) -> None:
    """Of a share."""
    assert forecast(FORTY, value=value, years=5, target=30, upward=True) == ForecastReason.OUTSIDE_SCALE


def test_an_area_does_not_foretell_itself() -> None:
    """A test of the method on areas of its class needs that."""
    found = likely(FORTY, 10, 5, 30, without="a39")

    assert (found.cases, found.reached) == (39, 19)
    assert all(each.area != "a39" for each in outlook_of(FORTY, 10, 5, without="a39").near)


def outlook_of(reference: ReferenceClass, value: float, years: float, **more: Any) -> Outlook:
    """What became of those near a value."""
    found = outlook(reference, value=value, years=years, **more)
    assert isinstance(found, Outlook)
    return found


def test_only_what_was_known_counts_when_told_so() -> None:
    """The outcomes are of 2005."""
    assert likely(FORTY, 10, 5, 30, known_by=2005).cases == 40
    assert forecast(FORTY, value=10, years=5, target=30, upward=True, known_by=2004) == "no-reference-class"


def test_the_nearest_are_named_by_area_and_year() -> None:
    """With the value then and the value after as much time as is left."""
    spread = a_class({f"a{index:02}": {2000.0: 10.0 + index, 2005.0: 50.0} for index in range(40)})

    assert likely(spread, 20.2, 5, 30).nearest[:2] == (
        NearCase("a10", 2000, 20.0, 50.0),
        NearCase("a11", 2000, 21.0, 50.0),
    )


def test_an_area_counts_once_in_a_large_class() -> None:
    """The years of one country are not independent: 60 of 200 areas, one case each."""
    long = a_class({f"a{index:03}": {float(year): 10.0 + year % 3 for year in range(30)} for index in range(200)})

    near = outlook_of(long, 11, 1).near

    assert len(near) == len({each.area for each in near}) == CHOSEN.most == 60


def test_a_small_class_lends_more_cases_of_an_area() -> None:
    """63 provinces give at most three cases each, so that the 60 nearest stay near."""
    provinces = a_class(
        {f"p{index:02}": {float(year): 1.0 * index + year for year in range(10)} for index in range(63)}
    )

    near = outlook_of(provinces, 30, 1).near

    assert max(abs(each.level - 30) for each in near) <= 14
    assert max([each.area for each in near].count(area) for area in provinces.areas) == 3


def test_of_two_at_one_level_the_faster_is_told_of_the_faster() -> None:
    """40 areas rose 8 points and rose 8 again, 40 stood still and did again."""
    rising = {f"r{index:02}": {1995.0: 12.0, 2000.0: 20.0, 2005.0: 28.0} for index in range(40)}
    still = {f"s{index:02}": {1995.0: 20.0, 2000.0: 20.0, 2005.0: 20.0} for index in range(40)}
    both = a_class(rising | still)

    assert likely(both, 20, 5, 25, pace=1.6, span=5).reached > 30
    assert likely(both, 20, 5, 25, pace=0, span=5).reached < 30


def test_a_long_rise_is_taken_for_its_part_in_five_years() -> None:
    """Ten years of a rise along a line of log-odds are two fives of it."""
    near = outlook_of(RISES, 20, 5, pace=1.6, span=5)
    before = 20 - 1.6 * 5
    twice = 2 * height(RISES, before) - height(RISES, 20)
    earlier = _value_of(twice)

    assert outlook_of(RISES, 20, 5, pace=(20 - earlier) / 10, span=10).near == near.near


RISES = a_class(
    {f"r{index:02}": {1995.0: 12.0 + index / 8, 2000.0: 20.0, 2005.0: 28.0 + index / 4} for index in range(60)}
)


def _value_of(log_odds: float) -> float:
    """The share that has softened log-odds, by halving."""
    low, high = 0.0, 100.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if height(RISES, middle) < log_odds else (low, middle)
    return low


def test_a_density_is_softened_by_a_part_of_its_own_median() -> None:
    """Per 100 and per 1000 inhabitants give the same cases: the median of 3 and 60 is 31.5, a thirtieth 1.05."""
    assert softening(a_class({"a": {2000.0: 0.0, 2001.0: 3.0, 2002.0: 60.0}}, "density")) == pytest.approx(1.05)


PERCENT = st.integers(0, 800).map(lambda eighths: eighths / 8)
"""Shares whose complements are exact."""


@st.composite
def classes(draw: st.DrawFn, values: st.SearchStrategy[float] = PERCENT) -> ReferenceClass:
    """A share of 30 to 45 areas in three to six years."""
    years = range(2000, 2000 + draw(st.integers(3, 6)))
    one = st.lists(values, min_size=len(years), max_size=len(years))
    rows = draw(st.lists(one, min_size=30, max_size=45))
    return a_class({f"a{index:02}": dict(zip(map(float, years), row, strict=True)) for index, row in enumerate(rows)})


@given(classes(), PERCENT, st.integers(1, 3), st.lists(PERCENT, min_size=2, max_size=5), st.booleans())
def test_a_stricter_target_is_never_likelier(
    reference: ReferenceClass, value: float, years: int, targets: list[float], upward: bool
) -> None:
    """Whatever the cases: they do not depend on the target."""
    found = outlook(reference, value=value, years=years)
    if isinstance(found, Outlook):
        strictest_last = sorted(set(targets), reverse=not upward)
        said = [
            found.probability(target, upward=upward, strict=strict)
            for target in strictest_last
            for strict in (False, True)
        ]

        assert all(easier >= stricter for easier, stricter in pairwise(said))


@given(classes(), PERCENT, st.integers(1, 2), PERCENT, st.one_of(st.none(), PERCENT))
def test_with_and_without_say_the_same(
    reference: ReferenceClass, value: float, years: int, target: float, before: float | None
) -> None:
    """At least 80% with is at most 20% without; more than 20% without is the complement."""
    mirrored = a_class(
        {area: {each.time: 100 - each.value for each in values} for area, values in reference.areas.items()}
    )
    pace = None if before is None else value - before
    span = None if before is None else 1.0
    found = outlook(reference, value=value, years=years, pace=pace, span=span)
    other = outlook(mirrored, value=100 - value, years=years, pace=None if pace is None else -pace, span=span)

    if isinstance(found, Outlook) and isinstance(other, Outlook):
        said = found.probability(target, upward=True)
        assert other.probability(100 - target, upward=False) == said
        assert other.probability(100 - target, upward=True, strict=True) == pytest.approx(1 - said)
    else:
        assert found == other


@given(classes(), PERCENT, st.floats(0.3, 4), PERCENT)
def test_what_is_likely_stays_within_what_can_be(
    reference: ReferenceClass, value: float, years: float, target: float
) -> None:
    """A share, its range in order, a probability that is never 0 or 1."""
    found = forecast(reference, value=value, years=years, target=target, upward=True)

    if isinstance(found, Forecast):
        assert 0 <= found.low <= found.median <= found.high <= 100
        assert 0 < found.probability < 1
        assert found.probability == (found.reached + 1) / (found.cases + 2)


@pytest.fixture(scope="module")
def internet() -> ReferenceClass:
    """The shipped class of Internet users."""
    found, _ = reference_class.load_from(DATA, "internet_users")
    assert found
    return found


def test_viet_nam_in_2013_by_what_was_known_then(internet: ReferenceClass) -> None:
    """Without itself: 57 of 60 countries that had come as fast gained the 1.5 points to 40%; in 2015 it was 45%."""
    seen: dict[str, Any] = {"value": 38.5, "pace": (38.5 - 23.92) / 5, "span": 5, "without": "vnm", "known_by": 2013}
    found = likely(internet, years=2, target=40, **seen)

    assert (found.cases, found.reached) == (60, 57)
    assert found.probability == 58 / 62
    assert round(found.median, 1) == 45.7
    assert all(each.year <= 2011 and each.area != "vnm" for each in found.nearest)


def test_a_case_can_be_looked_up_in_the_file(internet: ReferenceClass) -> None:
    """The nearest of 2013 is in the file, with its value then and after."""
    lines = (DATA / "reference" / "internet_users.csv").read_text(encoding="utf-8").splitlines()
    (first, *_) = likely(internet, 38.5, 2, 40, without="vnm").nearest

    assert f"{first.area},{first.year},{first.value:g}" in lines
    assert f"{first.area},{first.year + 2},{first.later:g}" in lines


def test_cases_of_a_class_are_kept(internet: ReferenceClass) -> None:
    """10 000 forecasts of one class and time ask for them once."""
    assert past_cases(internet, 5, None) is past_cases(internet, 5, None)


def test_the_class_of_a_user_may_be_any_path(tmp_path: Path) -> None:
    """Provinces for provinces."""
    rows = [f"tỉnh {index},{year},{10 + index / 4 + year - 2000}" for index in range(63) for year in range(2000, 2010)]
    file = tmp_path / "provinces.csv"
    file.write_text("\n".join(["area,date,value", *rows]), encoding="utf-8")
    found, _ = reference_class.load(file)

    assert found
    assert likely(found, 15, 5, 20).reached == 60
