"""The axes of charts: round numbers that hold the data, and whole years."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_ict.report.axis import MOST, ROOM, axis, years

VALUES = st.lists(st.floats(0, 1e9).map(lambda value: round(value, 4)), min_size=1, max_size=8)
DAYS = st.lists(st.dates(date(1850, 1, 1), date(2150, 12, 31)), min_size=1, max_size=8)


@given(VALUES)
def test_the_numbers_of_an_axis_are_round_and_hold_the_data(values: list[float]) -> None:
    """Equal steps of 1, 2 or 5 times a power of ten, as few as can be read."""
    ticks = axis(values).ticks
    steps = {later - earlier for earlier, later in pairwise(ticks)}

    assert len(steps) == 1
    step = steps.pop().normalize()
    assert step.as_tuple().digits in {(1,), (2,), (5,)}
    assert 2 <= len(ticks) <= MOST + 1
    assert all(tick % step == 0 for tick in ticks)
    assert ticks[0] <= Decimal(str(min(values)))
    assert Decimal(str(max(values))) <= ticks[-1]


@given(VALUES)
def test_an_axis_is_cut_only_where_the_data_would_fill_less_than_half_of_it(values: list[float]) -> None:
    """And then no value lies on its lowest number, which is not the ground."""
    found, low, high = axis(values), min(values), max(values)

    assert found.cut == (found.ticks[0] > 0)
    if found.cut:
        assert low > high / 2
        assert float(found.ticks[0]) < low
    else:
        assert found.ticks[0] == 0 or low - (high - low) / ROOM < float(found.ticks[1] - found.ticks[0])


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([30.65, 78.08], [0, 20, 40, 60, 80]),
        ([145470, 150000], [144000, 145000, 146000, 147000, 148000, 149000, 150000]),
        ([40, 72.39], [30, 40, 50, 60, 70, 80]),
        ([68, 150], [0, 50, 100, 150]),
        ([5, 5], [0, 1, 2, 3, 4, 5]),
        ([-3, 5], [-4, -2, 0, 2, 4, 6]),
    ],
)
def test_the_axis_of_some_values(values: list[float], ticks: list[int]) -> None:
    """Worked by hand."""
    assert list(axis(values).ticks) == ticks


def test_a_tiny_change_fills_its_axis() -> None:
    """99.951 % and 99.96 %: at two decimals a step apart."""
    assert [f"{tick:f}" for tick in axis([99.951, 99.96]).ticks] == [
        "99.948", "99.950", "99.952", "99.954", "99.956", "99.958", "99.960",
    ]  # fmt: skip


@given(DAYS)
def test_years_are_whole_and_hold_the_days(days: list[date]) -> None:
    """A year stands where it ends."""
    found = years(days)

    assert found.share(min(days)) >= 0
    assert found.share(max(days)) <= 1
    assert found.first < found.last
    assert found.last - found.first <= max(days).year - min(days).year + 1


@given(DAYS, st.integers(2, 20))
def test_years_are_named_as_there_is_room(days: list[date], room: int) -> None:
    """All of them, or those of an even step, at least one and no more than fit."""
    found = years(days)
    named = found.every(room)
    steps = {later - earlier for earlier, later in pairwise(named)}

    assert 1 <= len(named) <= room
    assert len(steps) <= 1
    assert all(found.first <= year <= found.last for year in named)
