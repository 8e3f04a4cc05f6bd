"""Methods of judging progress: published numbers, worked numbers, the examples of docs/methods.md, laws."""

import json
import math
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qt_ict.arithmetic.durations import point_in_time
from qt_ict.language import LANGUAGES, Language
from qt_ict.loading.series_table import TO_JUDGE, SeriesRow
from qt_ict.methods import aarr, destatis, escap, logodds, statcan, un2024
from qt_ict.methods.by_name import METHODS
from qt_ict.methods.regression import predicted
from qt_ict.methods.series import DatedValue, Direction, Judgement, MethodReason, Series
from qt_ict.methods.shares import log_odds, share
from qt_ict.presentation.plain import plain
from qt_ict.report.judged_series import document, judged_table
from qt_ict.report.words import METHOD_REASONS
from tests.conftest import ROOT, Result

Run = Callable[..., Result]

PAGE = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
EXACT = 1e-9
SCORE = 1e-6


def series(
    start: tuple[float, float],
    now: tuple[float, float],
    target: tuple[float, float] | None,
    direction: Direction = "up",
    limit: float | None = None,
) -> Series:
    """A series of two observations, each a year and a value."""
    year, value = target or (None, None)
    return Series((DatedValue(*start), DatedValue(*now)), direction, value, year, limit)


def yearly(*values: float) -> tuple[DatedValue, ...]:
    """Values of consecutive years from 2010 on."""
    return tuple(DatedValue(2010 + index, value) for index, value in enumerate(values))


def judge(method: str, one: Series) -> Judgement:
    """What a method says of a series."""
    return METHODS[method].judge(one)


class Example(NamedTuple):
    """One line of a table of docs/methods.md."""

    method: str
    cells: dict[str, str]

    @property
    def series(self) -> Series:
        """The series of the line."""
        pairs = [each.split(": ") for each in self.cells["observations"].split(", ")]
        value, _, year = self.cells["target"].partition(" in ")
        return Series(
            tuple(DatedValue(float(date), float(number)) for date, number in pairs),
            "up" if self.cells["direction"] == "up" else "down",
            float(value) if value else None,
            float(year) if year else None,
            float(self.cells["limit"]) if self.cells["limit"] else None,
        )

    @property
    def in_a_table(self) -> bool:
        """True where a line of CSV holds the series."""
        return self.cells["observations"].count(":") == 2

    @property
    def line(self) -> str:
        """The line of CSV."""
        one = self.series
        parts = (self.method, *one.base, *one.current, one.target_year, one.target, one.direction, one.limit)
        return ",".join("" if part is None else str(part) for part in parts)


def sections() -> dict[str, str]:
    """The sections of the page by heading."""
    return {text.split("\n", 1)[0]: text for text in PAGE.split("\n## ")[1:]}


def examples() -> Iterator[Example]:
    """The examples of the page."""
    for name, text in sections().items():
        lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.split("\n") if line[:1] == "|"]
        heads = [index for index, cells in enumerate(lines) if cells[0] == "observations"]
        for head in heads:
            yield from (Example(name, dict(zip(lines[head], cells, strict=True))) for cells in lines[head + 2 :])


EXAMPLES = list(examples())


def agrees(number: float | None, written: str) -> bool:
    """A number is as written: to 1e-9, or to half a unit of the last digit where there are fewer."""
    if number is None or not written:
        return number is None and not written
    digits = len(written.partition(".")[2])
    return abs(number - float(written)) <= max(0.5 * 10.0**-digits if digits < 10 else 0, EXACT)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.method} {one.cells['observations']}")
def test_the_page_of_methods_says_what_they_do(example: Example) -> None:
    """Every example is run, so that the page cannot go stale."""
    found = judge(example.method, example.series)

    assert agrees(found.value, example.cells["value"]), found
    assert agrees(found.score, example.cells["score"]), found
    assert agrees(found.anticipated, example.cells.get("anticipated", "")), found
    assert (found.status or "", found.reason or "") == (example.cells["status"], example.cells["reason"])


AT_LIMITS = [
    # Yearly steps of 0.76 where 0.8 are required, and of 1.92 where 3.2 are.
    ("linear", series((2010, 51), (2015, 54.8), (2020, 59)), 0.95, "significant"),
    ("linear", series((2010, 30.1), (2014, 37.78), (2020, 62.1)), 0.6, "moderate"),
    # 19% and 12% a year where 20% are required.
    ("eurostat", series((2010, 100), (2011, 119), (2012, 144)), 0.95, "significant"),
    ("eurostat", series((2010, 100), (2011, 112), (2012, 144)), 0.6, "moderate"),
    ("statcan", series((2010, 100), (2011, 119), (2012, 144)), 0.95, "substantial"),
    ("statcan", series((2010, 100), (2011, 112), (2012, 144)), 0.6, "moderate"),
    ("statcan", series((2010, 100), (2011, 101.5), None), 0.015, "substantial"),
    ("statcan", series((2010, 200), (2011, 201), None), 0.005, "moderate"),
    # Odds of 1, 8 and 32: three doublings of five.
    ("logodds", series((2010, 50), (2015, 800 / 9), (2015, 3200 / 33)), 0.6, "moderate"),
    # Expected: 324 of 341 from 1, and 12.1 of 31 from 10.
    ("un2024", series((2010, 1), (2015, 18), (2020, 341)), 0.95, "on_track_or_met"),
    ("un2024", series((2010, 10), (2015, 11), (2020, 31)), 0.1, "fair_progress"),
    # 1.9 a year for five years: of 10 are 0.5 missed, of 11.875 are 2.375.
    ("destatis", Series(yearly(10.1, 12.0, 13.9, 15.8), "up", 25.8, 2018), 0.05, "sun_and_cloud"),
    ("destatis", Series(yearly(10.1, 12.0, 13.9, 15.8), "up", 27.675, 2018), 0.2, "sun_and_cloud"),
]


@pytest.mark.parametrize(("method", "one", "value", "status"), AT_LIMITS)
def test_a_limit_itself_is_reached(method: str, one: Series, value: float, status: str) -> None:
    """The last digits of doubles decide nothing: the value is the limit, and the status is that of the limit."""
    found = judge(method, one)

    assert (found.value, found.status) == (value, status)


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["0.95", "0.6"]), st.sampled_from([1, -1]))
def test_equal_steps_are_reckoned_with_the_decimals_given(base: int, way: int, limit: str, sign: int) -> None:
    """Half the time has passed; half the limit's part of the way is covered, whatever the numbers."""
    start, whole = Decimal(base) / 10, sign * Decimal(way) / 10
    now = start + whole * Decimal(limit) / 2
    direction: Direction = "up" if sign > 0 else "down"

    found = judge("linear", series((2010, float(start)), (2015, float(now)), (2020, float(start + whole)), direction))

    assert found.value == float(limit)


UNCHANGED = {
    "statcan": "limited",
    "un2024": "stagnation_or_regression",
    "escap": "no_progress",
    "destatis": "cloud",
    "aarr": "too_slow",
    "eurostat": "insufficient",
    "linear": "insufficient",
    "logodds": "insufficient",
}


@given(st.integers(1, 999), st.integers(1, 999), st.integers(4, 9), st.booleans())
def test_an_unchanged_series_has_one_answer(tenths: int, target: int, length: int, upward: bool) -> None:
    """Noise of logarithms is neither progress nor a step back."""
    assume((target > tenths) if upward else (target < tenths))
    still = yearly(*[tenths / 10] * length)
    one = Series(still, "up" if upward else "down", target / 10, 2030, 100)

    found = {name: method.judge(one) for name, method in METHODS.items()}

    assert {name: each.status for name, each in found.items()} == UNCHANGED
    assert (found["escap"].value, found["escap"].anticipated, found["aarr"].value) == (0, 0, 0)


def test_the_value_of_a_target_year_that_has_passed_is_met_or_not() -> None:
    """20 in 2010 and 80 in 2020 were 40 in 2015, on the path: not 39.99999999999999."""
    assert judge("un2024", series((2010, 20), (2020, 80), (2015, 40))).status == "on_track_or_met"
    assert judge("un2024", series((2010, 80), (2020, 20), (2015, 40), "down")).status == "on_track_or_met"


@pytest.mark.parametrize("target", [(2020, 40), (2020, 21), None])
def test_less_than_a_year_is_not_judged_by_statcan(target: tuple[float, float] | None) -> None:
    """The published program returns nothing, before it asks whether the target is met."""
    found = judge("statcan", series((2012, 20), (2012.5, 21), target))

    assert found == Judgement(reason=MethodReason.UNDER_A_YEAR)


def test_the_same_day_of_a_leap_year_is_a_year_later() -> None:
    """30 June 2012 to 30 June 2013 is 364.5 days of a year by the parts of both years."""
    start, end = (float(point_in_time(date(year, 6, 30)) - 1) for year in (2012, 2013))

    assert end - start < 1
    assert judge("statcan", series((start, 20), (end, 25), (2020, 40))).status == "substantial"


def test_the_page_of_methods_is_whole() -> None:
    """A section and examples for every method, a line for every status and every reason."""
    text = sections()

    assert {example.method for example in EXAMPLES} == set(METHODS)
    assert [name for name in text if name in METHODS] == list(METHODS)
    for name, method in METHODS.items():
        assert re.findall(r"^\| `([a-z_]+)` \|", text[name], re.MULTILINE) == list(method.statuses)
    codes = re.findall(r"^\| `([a-z-]+)` \|", text["Reasons"], re.MULTILINE)
    assert codes == [reason.value for reason in MethodReason] == [each.value for each in METHOD_REASONS]
    assert ",".join(TO_JUDGE.columns) in text["The table"]


@pytest.mark.parametrize(
    ("one", "value", "score", "status"),
    [
        (series((2018, 91.3), (2022, 94.5), (2030, 100)), 1.1360249872573844, 3.8288128814807703, "substantial"),
        (
            series((2015, 14.5), (2023, 10.2), (2030, 7.25), "down"),
            0.9525901792032172,
            2.5185563910306596,
            "substantial",
        ),
        (series((2015, 99.1), (2024, 98.6), (2030, 100)), -0.9319355589122518, -5.0, "deterioration"),
        (series((2015, 7.05), (2024, 12.58), (2030, 70), "down"), -0.40189193878221646, 5.0, "target_achieved"),
        (series((2016, 84.3), (2024, 96.4), None, limit=100), 0.01690687249896783, 5.0, "substantial"),
        (
            series((2015, 98.07066), (2022, 98.68681), None, limit=100),
            0.0008951233777452217,
            1.4505697730651663,
            "moderate",
        ),
        (series((2015, 4.55), (2024, 4.67), None), 0.0028966136258032904, -1.0516931870983548, "limited"),
    ],
)
def test_statcan_gives_what_statistics_canada_publishes(one: Series, value: float, score: float, status: str) -> None:
    """Production output: seven series of the Canadian site."""
    found = judge("statcan", one)

    assert found.value == pytest.approx(value, rel=0, abs=EXACT)
    assert found.score == pytest.approx(score, rel=0, abs=SCORE)
    assert (found.status, found.reason, found.constants) == (status, None, {})


@pytest.mark.parametrize(("base", "factor"), [(84.3, 0.531538), (98.07066, 0.082864), (100, 0), (150, 1 - 0.5**4.44)])
def test_statcan_lowers_its_limits_near_the_natural_limit(base: float, factor: float) -> None:
    """Published factors, the limit itself, and the way out of it on the other side."""
    assert statcan.limit_factor(base, 100) == pytest.approx(factor, abs=5e-7)
    assert statcan.limit_factor(-base, 100) == statcan.limit_factor(base, -100) == statcan.limit_factor(base, 100)


def test_statcan_needs_no_lower_limits_far_from_the_natural_limit() -> None:
    """Twice the limit, no limit, and a limit of 0."""
    assert statcan.limit_factor(200, 100) == statcan.limit_factor(5, None) == statcan.limit_factor(0, 0) == 1


def test_statcan_at_its_natural_limit_asks_only_not_to_fall() -> None:
    """C = 0: standing still is substantial progress, and nothing is divided by 0."""
    still = judge("statcan", series((2015, 100), (2020, 100), None, limit=100))
    fallen = judge("statcan", series((2015, 100), (2020, 99), None, limit=100))

    assert still[:3] == (0.0, 5.0, "substantial")
    assert fallen.status == "deterioration"


def test_statcan_replaces_zeros_and_says_so() -> None:
    """0.001 for base and target, each named where it was used; a current value of 0 stays."""
    base = judge("statcan", series((2015, 0), (2020, 5), (2030, 10)))
    target = judge("statcan", series((2015, 10), (2020, 0), (2030, 0), "down"))
    upward = judge("statcan", series((2015, -5), (2020, 0), (2030, 0)))

    assert base.constants == {"zero_base": 0.001}
    assert base.value == pytest.approx((5000**0.2 - 1) / (10000 ** (1 / 15) - 1), abs=EXACT)
    assert (target.constants, target.status, target.score) == ({"zero_target": 0.001}, "target_achieved", 5)
    assert target.value == pytest.approx(1 / (1 - 0.0001 ** (1 / 15)), abs=EXACT)
    assert (upward.status, upward.reason) == (None, "negative-ratio")


def test_statcan_turns_the_sign_of_a_negative_base() -> None:
    """-10 to -5 is a rise, although the factor is below 1."""
    found = judge("statcan", series((2015, -10), (2020, -5), (2030, -2)))

    assert found.value == pytest.approx((1 - 0.5**0.2) / (1 - 0.2 ** (1 / 15)), abs=EXACT)
    assert found.status == "substantial"


def test_un2024_gives_the_worked_numbers() -> None:
    """Expected values and parts of the way; the first goes past 100%."""
    internet = series((2018, 91.3), (2022, 94.5), (2030, 100))
    poverty = series((2015, 14.5), (2023, 10.2), (2030, 7.25), "down")
    double = series((2010, 20), (2015, 40), (2020, 80))

    assert un2024.expected(internet.base, internet.current, 2030) == pytest.approx(101.24040421368831, abs=EXACT)
    assert judge("un2024", internet).value == pytest.approx(1.1425751969756675, abs=EXACT)
    assert judge("un2024", poverty).value == pytest.approx(0.9658338617914745, abs=EXACT)
    assert judge("un2024", double).value == pytest.approx(1.0, abs=EXACT)


def test_un2024_counts_one_point_as_met_at_0_and_100_alone() -> None:
    """99 of 100 and 1 of 0 are met while they move away, 98.9 of 100 and 94 of 95 are not."""
    near = [
        series((2015, 99.5), (2020, 99), (2030, 100)),
        series((2015, 0.5), (2020, 1), (2030, 0), "down"),
        series((2015, 99.5), (2020, 98.9), (2030, 100)),
        series((2015, 94.5), (2020, 94), (2030, 95)),
    ]

    assert [judge("un2024", each).status for each in near] == [
        *["on_track_or_met"] * 2,
        *["stagnation_or_regression"] * 2,
    ]


def test_un2024_judges_a_passed_target_year_by_that_year() -> None:
    """What came later is too late; without an observation the path between the two decides."""
    late = series((2010, 20), (2020, 80), (2015, 60))
    seen = late._replace(observations=(DatedValue(2010, 20), DatedValue(2015, 61), DatedValue(2020, 20)))
    before = late._replace(observations=(DatedValue(2010, 20), DatedValue(2013, 20), DatedValue(2020, 80)))
    on_path = late._replace(target=40.0)

    assert judge("un2024", late)[:3] == (pytest.approx(0.5), None, "fair_progress")
    assert judge("un2024", seen)[:3] == (pytest.approx(41 / 40), None, "on_track_or_met")
    assert judge("un2024", before)[:3] == (0.0, None, "stagnation_or_regression")
    assert judge("un2024", on_path).status == "on_track_or_met"
    assert judge("un2024", series((2010, 20), (2020, 0), (2015, 60))).reason == "zero-current"


def test_escap_gives_the_worked_numbers() -> None:
    """Current status, and predictions with and without weights."""
    points = [(2010, 8.0), (2012, 15.0), (2014, 27.0), (2016, 41.0)]
    odds = [(year, log_odds(value, 100)) for year, value in points]
    weights = escap.weights(tuple(DatedValue(*each) for each in points), 2020)
    even = [1.0] * len(points)

    def at_2020(some: list[Any], weighing: list[float]) -> float:
        found = predicted(some, weighing, 2020)
        assert not isinstance(found, MethodReason)
        return found

    assert judge("escap", series((2010, 20), (2015, 40), (2020, 80))).value == pytest.approx(10 / 3, abs=EXACT)
    poverty = series((2015, 14.5), (2023, 10.2), (2030, 7.25), "down")
    assert judge("escap", poverty).value == pytest.approx(5.931034, abs=5e-7)
    assert weights == [1, 1.25, pytest.approx(10 / 6), 2.5]
    assert share(at_2020(odds, weights), 100) == pytest.approx(73.86346735026441, abs=EXACT)
    assert share(at_2020(odds, even), 100) == pytest.approx(74.2195128525555, abs=EXACT)
    assert share(at_2020([odds[0], odds[-1]], even[:2]), 100) == pytest.approx(73.5288501830522, abs=EXACT)
    assert at_2020(points, even) == pytest.approx(61.6, abs=EXACT)


def test_escap_anticipates_with_the_weighted_line() -> None:
    """The prediction of the worked numbers, as a part of the way to 80."""
    observations = tuple(DatedValue(*each) for each in [(2010, 8.0), (2012, 15.0), (2014, 27.0), (2016, 41.0)])

    found = judge("escap", Series(observations, "up", 80, 2020))

    assert found.anticipated == pytest.approx(10 * (73.86346735026441 - 8) / 72, abs=EXACT)
    assert found.status == "will_meet"


def test_escap_keeps_the_current_status_where_nothing_can_be_predicted() -> None:
    """At 0 and K, outside of them, and where the target year has come."""
    cases = [
        (series((2010, 0), (2015, 50), (2020, 80)), 6.25, "at-limit"),
        (series((2010, 10), (2015, 50), (2020, 80), limit=50), pytest.approx(40 / 7), "at-limit"),
        (series((2010, 10), (2015, 120), (2020, 80)), 10, "outside-scale"),
        (series((2010, 10), (2020, 50), (2020, 80)), pytest.approx(40 / 7), "due-passed"),
    ]

    for one, value, reason in cases:
        assert judge("escap", one) == (value, None, None, reason, None, {})


WEATHER = [DatedValue(2010 + i, value) for i, value in enumerate((30.0, 32.0, 35.0, 37.0, 40.0, 42.0))]


@pytest.mark.parametrize(
    ("target", "value", "status"),
    [(54, 0, "sun"), (55, 1 / 13, "sun_and_cloud"), (58, 0.25, "cloud"), (60, 1 / 3, "cloud"), (75, 21 / 33, "cloud")],
)
def test_destatis_gives_the_worked_numbers(target: float, value: float, status: str) -> None:
    """A mean change of 2.4, so 54 in five years."""
    found = judge("destatis", Series(tuple(WEATHER), "up", target, 2020))

    assert destatis.mean_change(WEATHER) == pytest.approx(2.4, abs=EXACT)
    assert found[:3] == (pytest.approx(value, abs=EXACT), None, status)


def test_destatis_gives_the_better_symbol_to_exactly_a_fifth_missed() -> None:
    """A mean change of 2 from 50 leads to 58 in four years; of the ten points to 60 two are missing."""
    run = tuple(DatedValue(2010 + i, 44.0 + 2 * i) for i in range(4))

    assert judge("destatis", Series(run, "up", 60, 2017))[:3] == (0.2, None, "sun_and_cloud")
    assert judge("destatis", Series(run, "up", 60.01, 2017)).status == "cloud"


def test_destatis_looks_at_six_consecutive_observations_and_needs_four() -> None:
    """An older one does not count, a gap ends the run."""
    seven = (DatedValue(2009, 0), *WEATHER)
    gap = (*WEATHER[:2], *WEATHER[3:])

    assert destatis.recent(seven) == tuple(WEATHER)
    assert judge("destatis", Series(gap, "up", 54, 2020)).reason == "too-few-observations"
    assert judge("destatis", Series(tuple(WEATHER[2:]), "up", 54, 2020)).reason is None


def test_destatis_counts_the_same_day_of_every_year() -> None:
    """Mid-year lies at another fraction of a leap year; 181/365 and 182/366 are a year apart."""
    dates = [float(point_in_time(date(year, 6, 30)) - 1) for year in range(2011, 2017)]
    mid_years = tuple(DatedValue(at, each.value) for at, each in zip(dates, WEATHER, strict=True))

    assert destatis.recent(mid_years) == mid_years
    assert judge("destatis", Series(mid_years, "up", 54, 2020)).reason is None


def test_destatis_passes_over_half_years() -> None:
    """Its changes are yearly ones, whichever half the last value closes; a month astray is no year."""
    halves = tuple(DatedValue(each.year + 0.5, 90.0) for each in WEATHER)
    both = tuple(sorted((*WEATHER, *halves)))

    assert destatis.recent(both[:-1]) == tuple(WEATHER)
    assert destatis.recent(both) == halves
    assert destatis.recent((*WEATHER[:-1], halves[-2])) == (halves[-2],)
    assert destatis.recent((*WEATHER, DatedValue(2016 - 1 / 12, 44))) == (DatedValue(2016 - 1 / 12, 44),)


def test_destatis_weather_of_targets_that_are_met_passed_or_left_behind() -> None:
    """Met and no setback: sun; met and set back: a cloud; missed: by the trend."""
    up = Series(tuple(WEATHER), "up", 40, 2020)
    set_back = up._replace(observations=(*WEATHER[:-1], DatedValue(2015, 39)), target=38.0)
    passed = up._replace(target=50.0, target_year=2014.0)
    away = passed._replace(direction="down", target=20.0)

    assert judge("destatis", up)[2:4] == ("sun", "already-met")
    assert judge("destatis", set_back)[2:4] == ("sun_and_cloud", "already-met")
    assert judge("destatis", passed)[2:4] == ("cloud", "due-passed")
    assert judge("destatis", away)[2:4] == ("thunderstorm", "due-passed")
    assert judge("destatis", away._replace(target_year=2020.0)).status == "thunderstorm"
    assert judge("destatis", passed._replace(target_year=2015.0))[:3] == (1.0, None, "cloud")


def test_aarr_gives_the_worked_numbers() -> None:
    """The regression, and the rate between the two ends."""
    observations = tuple(DatedValue(*each) for each in [(2010, 40.0), (2013, 34.0), (2016, 28.0), (2020, 20.0)])

    regression = aarr.reduction(Series(observations, "down"))
    two = aarr.reduction(series((2010, 40), (2020, 20), None, "down"))

    assert regression == pytest.approx(6.706034863531962, abs=EXACT)
    assert isinstance(regression, float)
    assert math.log1p(-regression / 100) == pytest.approx(-0.06941476257975539, abs=EXACT)
    assert two == pytest.approx(6.696700846319259, abs=EXACT)
    assert aarr.required(series((2010, 40), (2012, 39), (2020, 20), "down")) == pytest.approx(6.696700846319259)


def test_aarr_calls_slow_growth_too_slow_and_only_decline_away() -> None:
    """100 to 101 in two years of ten toward 200: half a per cent a year, and still the right way."""
    assert judge("aarr", series((2010, 100), (2012, 101), (2020, 200))).status == "too_slow"
    assert judge("aarr", series((2010, 100), (2012, 100), (2020, 200))).status == "too_slow"
    assert judge("aarr", series((2010, 100), (2012, 99), (2020, 200))).status == "moving_away"


@pytest.mark.parametrize("years", [3, 7, 9, 11])
def test_aarr_at_exactly_the_required_rate_is_fast_enough(years: int) -> None:
    """A regression and a root differ in the last digit."""
    one = series((2010, 90), (2010 + years, 30), (2010 + 2 * years, 10), "down")

    assert judge("aarr", one).status == "on_track"


@pytest.mark.parametrize(
    ("start", "now", "target", "so_far", "in_all", "observed", "required", "from_now", "ratios"),
    [
        (8, 27, 70, 4, 10, 0.361931, 0.328964, 0.306987, (1.100213, 1.467234, 0.766129)),
        (85, 92, 98, 5, 10, 0.141549, 0.215722, 0.289895, (0.656165, 1.113023, 1.076923)),
        (60, 75, 95, 5, 10, 0.138629, 0.253897, 0.369165, (0.546006, 0.970529, 0.857143)),
        (1, 5, 50, 5, 10, 0.330136, 0.459512, 0.588888, (0.718450, 0.793156, 0.163265)),
    ],
)
def test_three_scales_give_the_worked_numbers(
    start: float,
    now: float,
    target: float,
    so_far: float,
    in_all: float,
    observed: float,
    required: float,
    from_now: float,
    ratios: tuple[float, ...],
) -> None:
    """One series is on track on one scale and not on another."""
    one = series((2010, start), (2010 + so_far, now), (2010 + in_all, target))
    goal = one.goal
    rates = [(one.base, one.current), (one.base, goal), (one.current, goal)]

    assert [logodds.rate(a, b, 100) for a, b in rates if isinstance(a, DatedValue)] == [
        pytest.approx(each, abs=5e-7) for each in (observed, required, from_now)
    ]
    assert tuple(judge(name, one).value for name in ("logodds", "eurostat", "linear")) == pytest.approx(
        ratios, abs=5e-7
    )


def test_compound_rates_judge_a_share_and_its_complement_differently() -> None:
    """20% to 40% toward 80%, and the same households counted as "without"."""
    with_it = series((2010, 20), (2015, 40), (2020, 80))
    without = series((2010, 80), (2015, 60), (2020, 20), "down")

    for name, ratio, other in (("eurostat", 1.0, 0.4319), ("linear", 0.6667, 0.6667), ("logodds", 0.7075, 0.7075)):
        assert judge(name, with_it).value == pytest.approx(ratio, abs=5e-5)
        assert judge(name, without).value == pytest.approx(other, abs=5e-5)


def test_a_rate_between_odd_dates_has_its_reason() -> None:
    """Every pace needs time that passes, forwards."""
    for name in ("statcan", "eurostat", "linear", "logodds"):
        assert judge(name, series((2015, 50), (2015, 60), (2020, 70))).reason == "same-date"
        assert judge(name, series((2015, 50), (2010, 60), (2020, 70))).reason == "dates-reversed"
        assert judge(name, series((2015, 50), (2018, 60), (2015, 70))).reason == "same-date"
        assert judge(name, series((2015, 50), (2018, 60), (2010, 70))).reason == "dates-reversed"
        assert judge(name, series((2015, 50), (2018, 60), (2020, 50), "up")).reason == "target-equals-base"


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("target", [70, 30])
@pytest.mark.parametrize(("now", "due"), [(2010, 2020), (2018, 2010), (2010, 2005)])
def test_every_method_says_that_dates_are_in_the_wrong_order(name: str, target: float, now: float, due: float) -> None:
    """No progress leads backwards; two bodies look first whether the target is met, and only at that."""
    found = judge(name, series((2015, 50), (now, 60), (due, target)))

    assert found.reason == "dates-reversed"
    assert found.status in (None, "target_achieved", "on_track_or_met")


def test_every_method_but_statcan_and_aarr_asks_for_a_target() -> None:
    """Those two give the rate so far."""
    one = Series(tuple(WEATHER), "up")

    without = {name: judge(name, one).reason for name in METHODS}

    assert without.pop("statcan") is None
    assert judge("aarr", one).value is not None
    assert set(without.values()) == {MethodReason.NO_TARGET}
    assert {judge(name, one._replace(target=60.0)).reason for name in METHODS} == {MethodReason.NO_TARGET_YEAR}


numbers = st.floats(allow_nan=False, allow_infinity=False)
calm = st.floats(-200, 200, allow_nan=False)
any_number = st.one_of(numbers, calm, st.sampled_from([0.0, 1.0, 100.0, -1.0, 5e-324, 1e308]))
any_year = st.one_of(st.integers(2000, 2040).map(float), st.floats(1990, 2050), numbers)


@st.composite
def any_series(draw: st.DrawFn) -> Series:
    """Finite numbers of every kind."""
    count = draw(st.integers(2, 8))
    start = draw(any_year)
    steady = draw(st.booleans())
    years = [start + i for i in range(count)] if steady else draw(st.lists(any_year, min_size=count, max_size=count))
    observations = tuple(DatedValue(year, draw(any_number)) for year in years)
    optional = st.none() | any_number
    return Series(observations, draw(st.sampled_from(["up", "down"])), draw(optional), draw(any_year), draw(optional))


@pytest.mark.parametrize("name", METHODS)
@given(one=any_series())
def test_no_method_ever_raises_or_leaves_the_numbers(name: str, one: Series) -> None:
    """Whatever is finite is judged, or has its reason; every code is of the closed list."""
    found = judge(name, one)

    for number in (found.value, found.score, found.anticipated, *found.constants.values()):
        assert number is None or math.isfinite(number)
    assert found.status is None or found.status in METHODS[name].statuses
    assert (found.value is None or found.status is None) == (found.reason is not None)
    assert found.score is None or -5 <= found.score <= 5


points = st.integers(1, 99)


@given(
    start=points,
    now=points,
    goal=points,
    direction=st.sampled_from(["up", "down"]),
    method=st.sampled_from(["linear", "logodds"]),
)
def test_a_share_and_its_complement_are_judged_alike(
    start: int, now: int, goal: int, direction: Direction, method: str
) -> None:
    """Rewriting "with" as "without" changes neither ratio nor verdict in log-odds and linearly."""
    assume(start != goal)
    turned: Direction = "down" if direction == "up" else "up"

    found = judge(method, series((2010, start), (2014, now), (2020, goal), direction))
    other = judge(method, series((2010, 100 - start), (2014, 100 - now), (2020, 100 - goal), turned))

    assert found.reason == other.reason
    assert found.value == pytest.approx(other.value, rel=1e-9, abs=1e-12)


@given(
    start=points,
    now=points,
    goal=points,
    factor=st.sampled_from([0.01, 0.5, 3, 1000]),
    method=st.sampled_from(["statcan", "un2024", "eurostat", "linear"]),
)
def test_a_change_of_units_changes_no_ratio(start: int, now: int, goal: int, factor: float, method: str) -> None:
    """Persons or thousands of persons: rates and parts of the way are the same."""
    assume(start != goal)
    found = judge(method, series((2010, start), (2014, now), (2020, goal)))
    other = judge(method, series((2010, start * factor), (2014, now * factor), (2020, goal * factor)))

    assert found.value == pytest.approx(other.value, rel=1e-6, abs=1e-9)


@given(
    ahead=st.lists(points, min_size=2, max_size=2, unique=True).map(sorted),
    reached=st.lists(points, min_size=2, max_size=2).map(sorted),
    method=st.sampled_from(["statcan", "un2024", "escap", "linear", "logodds"]),
)
def test_more_is_never_judged_worse_where_up_is_better(ahead: list[int], reached: list[int], method: str) -> None:
    """A better current value gives no smaller number, the target ahead."""
    start, goal = ahead
    now, later = reached

    worse, better = (judge(method, series((2010, start), (2014, each), (2020, goal))).value for each in (now, later))

    assert worse is not None
    assert better is not None
    assert better >= worse


def table(folder: Path, lines: list[str]) -> Path:
    """A table in a file."""
    file = folder / "series.csv"
    header = ",".join((*TO_JUDGE.columns, *TO_JUDGE.optional))
    file.write_text("\n".join((header, *lines, "")), encoding="utf-8")
    return file


def judge_table(qt_ict: Run, file: Path, method: str, answer: Path) -> Result:
    """``qt-ict progress`` of a table, to a file in the form of its ending."""
    return qt_ict("--lang", "en", "progress", "--input", str(file), "--method", method, "-o", str(answer), "--force")


def shown(rows: list[SeriesRow], method: str, language: Language = "en") -> str:
    """What is printed of some series."""
    return plain(document(judged_table(rows, METHODS[method])), language)


@pytest.mark.parametrize("name", METHODS)
def test_a_table_is_judged_as_its_series_are(qt_ict: Run, name: str, tmp_path: Path) -> None:
    """One array in the order of the table, with the fields of docs/methods.md and no others."""
    chosen = [example for example in EXAMPLES if example.method == name and example.in_a_table]
    answer = tmp_path / "answer.json"

    judge_table(qt_ict, table(tmp_path, [example.line for example in chosen]), name, answer)

    rows = json.loads(answer.read_text(encoding="utf-8"))
    alone = [judge(name, example.series) for example in chosen]
    fields = ["series", "value", "score", "status", "reason", *(["anticipated"] if name == "escap" else [])]
    assert [list(row) for row in rows] == [fields] * len(chosen)
    assert [tuple(row.values())[1:5] for row in rows] == [each[:4] for each in alone]


def test_constants_are_printed_where_they_were_used(qt_ict: Run, tmp_path: Path) -> None:
    """In every form of output."""
    lines = ["used,2015,0,2020,5,2030,10,up,", "not used,2015,1,2020,5,2030,10,up,"]

    for ending in ("json", "csv", "txt"):
        judge_table(qt_ict, table(tmp_path, lines), "statcan", tmp_path / f"answer.{ending}")

    used, other = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    assert used["constants"] == {"zero_base": 0.001}
    assert "constants" not in other
    assert (tmp_path / "answer.csv").read_text(encoding="utf-8-sig").splitlines()[1].endswith(",zero_base: 0.001")
    assert "  1  The base of 0 is replaced by 0.001.\n" in (tmp_path / "answer.txt").read_text(encoding="utf-8")


def test_the_page_for_people_counts_what_it_shows() -> None:
    """Both languages, the status in words, the reason beside what was not judged."""
    rows = [
        SeriesRow("Internet", series((2018, 91.3), (2022, 94.5), (2030, 100))),
        SeriesRow("Birth", series((2015, 7.05), (2024, 12.58), (2030, 70), "down")),
        SeriesRow("Loss", series((2015, -5), (2024, 5), (2030, 70))),
    ]

    said = {language: shown(rows, "statcan", language) for language in LANGUAGES}

    assert said["en"].splitlines()[2:6] == [
        "Series      Value   Score  Status                Reason",
        "Internet   1.1360  3.8288  substantial progress",
        "Birth     −0.4019  5.0000  target achieved",
        "Loss                                             values of different signs",
    ]
    assert said["en"].endswith("3 series: 1 target achieved, 1 substantial progress, 1 not assessed.\n")
    assert said["vi"].endswith("3 chuỗi: 1 đã đạt mục tiêu, 1 tiến bộ đáng kể, 1 chưa đánh giá được.\n")


def test_a_number_just_below_a_limit_is_not_rounded_up_to_it() -> None:
    """0.94996 is moderate and must not read 0.9500."""
    one = series((2010, 0), (2015, 47.498), (2020, 100))

    said = shown([SeriesRow("x", one)], "linear")

    assert "0.94996 " in said
    assert "moderate" in said


def test_an_empty_table_is_an_empty_array(qt_ict: Run, tmp_path: Path) -> None:
    """Nothing to judge is no error."""
    judge_table(qt_ict, table(tmp_path, []), "linear", tmp_path / "answer.json")
    judge_table(qt_ict, table(tmp_path, []), "linear", tmp_path / "answer.txt")

    assert json.loads((tmp_path / "answer.json").read_text(encoding="utf-8")) == []
    assert (tmp_path / "answer.txt").read_text(encoding="utf-8").endswith("0 series.\n")


def test_an_unknown_method_is_answered_with_the_nearest(qt_ict: Run, tmp_path: Path) -> None:
    """A slip of the keyboard costs one more try."""
    result = judge_table(qt_ict, table(tmp_path, []), "statscan", tmp_path / "answer.json")

    assert result.code == 2
    assert "there is no method called statscan" in result.err
    assert "Did you mean statcan " in result.err


def test_a_broken_table_is_not_judged(qt_ict: Run, tmp_path: Path) -> None:
    """Never a partial result that looks whole."""
    lines = ["a,2015,1,2020,2,,,up,", "b,2015,1,2020,2,,,sideways,"]

    result = judge_table(qt_ict, table(tmp_path, lines), "linear", tmp_path / "x.json")

    assert re.findall(r"QT\d{3}", result.err) == ["QT157"]
    assert not (tmp_path / "x.json").exists()


@pytest.mark.parametrize("name", METHODS)
def test_every_text_of_a_method_is_there_in_both_languages(name: str) -> None:
    """Nothing is said in one language alone."""
    method = METHODS[name]

    for text in (method.title, method.value, *method.statuses.values(), *METHOD_REASONS.values()):
        assert all(text.say(language) for language in LANGUAGES)


EUROSTAT = (("significant", "moderate", "insufficient", "moving_away"), ("0.95", "0.6", "0"), {"significant"})
PUBLISHED: dict[str, tuple[tuple[str, ...], tuple[str, ...], set[str]]] = {
    "statcan": (
        ("target_achieved", "substantial", "moderate", "limited", "deterioration"),
        ("0.95", "0.6", "0.015", "0.005", "0"),
        {"target_achieved", "substantial"},
    ),
    "un2024": (
        ("on_track_or_met", "fair_progress", "stagnation_or_regression"),
        ("0.95", "0.1"),
        {"on_track_or_met"},
    ),
    "escap": (("will_meet", "accelerate", "no_progress"), ("9", "0"), {"will_meet"}),
    "destatis": (("sun", "sun_and_cloud", "cloud", "thunderstorm"), ("0.05", "0.2"), {"sun"}),
    "aarr": (("met", "on_track", "too_slow", "moving_away"), ("0",), {"met", "on_track"}),
    "eurostat": EUROSTAT,
    "linear": EUROSTAT,
    "logodds": EUROSTAT,
}
"""Statuses, best first; the numbers at which they change; those that say that the target is or will be met."""


def test_every_method_has_the_statuses_and_limits_that_were_published() -> None:
    """A number is never rounded up to a limit that is listed; the camps of the table of methods are these."""
    assert {name: (tuple(each.statuses), each.limits, each.favourable) for name, each in METHODS.items()} == PUBLISHED


def test_which_methods_look_at_values_between_and_which_want_a_share() -> None:
    """A plan's uncertain value between the first and the last is put at both its ends only where it matters."""
    assert {name for name, each in METHODS.items() if each.every_observation} == {"escap", "destatis", "aarr"}
    assert {name for name, each in METHODS.items() if each.shares_only} == {"escap", "logodds"}


@pytest.mark.parametrize(
    ("ratio", "score"),
    [(2, 5), (1, 2.8572), (0.7, 0.71433), (0.6, 0.00004), (0.5, -0.41665), (0, -2.5), (-0.5, -4.58335), (-1, -5)],
)
def test_statcan_scores_a_ratio_on_two_lines(ratio: float, score: float) -> None:
    """Steeper from 0.6 on, and never beyond 5."""
    assert statcan.score_with_target(ratio) == pytest.approx(score, abs=SCORE)


@pytest.mark.parametrize(
    ("rate", "factor", "score"),
    [
        (0.03, 1, 5),
        (0.016, 1, 3),
        (0.015, 1, 2.5),
        (0.01, 1, 1.25),
        (0.005, 1, 0),
        (0.003, 1, -1),
        (0, 1, -2.5),
        (-0.01, 1, -3.75),
        (-0.02, 1, -5),
        (-0.03, 1, -5),
        (0.008, 0.5, 3),
        (0.005, 0.5, 1.25),
        (0.0015, 0.5, -1),
        (-0.01, 0.5, -3.75),
        (0, 0, 5),
        (-0.01, 0, -3.75),
    ],
)
def test_statcan_scores_a_rate_on_four_lines_that_the_limit_factor_stretches(
    rate: float, factor: float, score: float
) -> None:
    """Decline is scored without the factor; at the natural limit nothing more can be asked."""
    assert statcan.score_without_target(rate, factor) == pytest.approx(score, abs=SCORE)


def test_a_value_at_its_target_meets_it_in_either_direction() -> None:
    """And one short of it, by however little, does not; without a target nothing is met."""
    up, down = series((2010, 1), (2015, 2), (2020, 5)), series((2010, 9), (2015, 8), (2020, 5), "down")

    assert [up.meets(value) for value in (4.9, 5, 5.1)] == [False, True, True]
    assert [down.meets(value) for value in (4.9, 5, 5.1)] == [True, True, False]
    assert not series((2010, 1), (2015, 2), None).meets(5)


def test_standing_still_at_a_target_that_is_met_is_no_setback() -> None:
    """Destatis puts a cloud before the sun only where the last change went back."""
    still = Series((*WEATHER[:-1], DatedValue(2015, 40.0)), "up", 38, 2020)

    assert judge("destatis", still).status == "sun"
    assert (
        judge("destatis", still._replace(observations=(*WEATHER[:-1], DatedValue(2015, 39.9)))).status
        == "sun_and_cloud"
    )


def test_escap_asks_for_more_than_nine_tenths_of_the_way() -> None:
    """From 0 at the base to 10 at the target; exactly 9, or no step at all, is not enough for the better status."""
    assert [escap._status(value) for value in (9.01, 9, 0.01, 0, -1)] == [
        "will_meet",
        "accelerate",
        "accelerate",
        "no_progress",
        "no_progress",
    ]
