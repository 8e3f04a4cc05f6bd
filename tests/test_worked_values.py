"""The numbers a committee will ask about, worked by hand from the plan's text."""

import json
import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from tests.conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def row(qt_ict: Run) -> Callable[..., Any]:
    """A row of ``qt-ict gap --format json``."""

    def find(target: str, *options: str, year: int | None = None) -> Any:
        document = json.loads(qt_ict("gap", "--format", "json", *options).out)
        return next(each for each in document["rows"] if each["target"] == target and year in (None, each["year"]))

    return find


def test_television_is_7543_households_short_of_95_per_cent(row: Callable[..., Any]) -> None:
    """138 197 is the smallest whole number above 95% of 145 470; 130 654 have one."""
    tv = row("tv_2015")

    assert tv["value"] == both(float(Fraction(130654 * 100, 145470)))
    assert tv["attainment"] == both(float(Fraction(130654 * 100, 145470) / 95))
    assert tv["gap"]["low"] == pytest.approx(5.184917852478174, abs=0)
    assert tv["shortfall"] == both(7543)
    assert tv["required"]["linear"]["low"] == pytest.approx(5.184917852478174 / 5, rel=1e-15)
    assert tv["required"]["compound"]["low"] == pytest.approx((95 / (13065400 / 145470)) ** 0.2 - 1, rel=1e-12)
    v = 130654 / 145470
    log_odds = (math.log(19) - math.log(v / (1 - v))) / 5
    assert tv["required"]["log_odds"]["low"] == pytest.approx(log_odds, rel=1e-12)
    assert tv["status"] == "not_met"
    assert "scale" not in tv["required"]


def test_television_with_growing_households_is_16036_short(row: Callable[..., Any]) -> None:
    """145 470 x 1.012^5 x 95% = 146 689.695..., so 146 690 are needed."""
    tv = row("tv_2015", "--growth", "households=1.2%")

    assert tv["shortfall"] == both(16036)
    assert "moving-denominator" in [note["code"] for note in tv["notes"]]
    assert tv["attainment"]["low"] == pytest.approx(0.945421917342335, abs=0)


def test_fibre_lacks_four_communes(row: Callable[..., Any]) -> None:
    """137 of 141, toward all of them; log-odds never reach 100%."""
    fibre = row("fibre_2015")

    assert fibre["shortfall"] == both(4)
    assert fibre["shortfall_unit"] == "communes"
    assert fibre["reasons"] == {"log_odds": "at-limit"}
    assert fibre["required"]["linear"] == both(float(Fraction(400, 141 * 5)))


def test_computer_and_broadband_is_only_bounded(row: Callable[..., Any]) -> None:
    """The joint share lies between 0 and the smaller part, 10 338 of 145 470."""
    both_2015 = row("computer_and_broadband_2015")

    assert both_2015["value"] == {"low": 0.0, "high": float(Fraction(1033800, 145470))}
    assert both_2015["attainment"]["high"] == pytest.approx(0.35533099608166635, abs=0)
    assert both_2015["shortfall"] == {"low": 18757, "high": 29095}
    assert both_2015["required"]["linear"] == {"low": pytest.approx(2.578676015673335), "high": 4.0}
    assert both_2015["required"]["compound"] == {"low": pytest.approx(0.229910, abs=5e-7), "high": None}
    assert both_2015["required"]["log_odds"] == {"low": pytest.approx(0.236826, abs=5e-7), "high": None}
    assert both_2015["status"] == "not_met"


def test_services_of_level_4_start_from_zero(row: Callable[..., Any]) -> None:
    """No growth factor leads from 0 to 10."""
    services = row("services_level_4_2015")

    assert services["value"] == both(0)
    assert services["shortfall"] == both(10)
    assert services["reasons"]["compound"] == "zero-base"
    assert services["required"]["linear"] == both(2)


def test_services_of_level_3_are_1_of_about_40(row: Callable[..., Any]) -> None:
    """The word "about" is met at its number, and the vagueness is said."""
    services = row("services_level_3_2015")

    assert (services["value"], services["shortfall"]) == (both(1), both(39))
    assert services["comparator"] == "about"
    assert "vague" in [note["code"] for note in services["notes"]]


def test_internet_users_lack_at_least_252108(row: Callable[..., Any]) -> None:
    """Half of 606 178 is 303 089; at most 50 981 use it."""
    users = row("internet_users_2015")

    assert users["shortfall"] == {"low": 252108, "high": 303089}
    assert users["status"] == "not_met"


def test_workers_may_already_have_met_their_target(row: Callable[..., Any]) -> None:
    """40% and 50% as printed: between 39.5 and 91, the target is 50."""
    workers = row("ict_workers_degree_2015")

    assert workers["value"] == {"low": 39.5, "high": 91.0}
    assert workers["status"] == "undecided"
    assert workers["shortfall"] is None
    assert workers["reasons"] == {"shortfall": "no-count"}


def test_schools_with_internet_are_306_of_319(row: Callable[..., Any]) -> None:
    """160 + 116 + 30 of 166 + 123 + 30."""
    schools = row("school_internet_2015")

    assert schools["value"] == both(float(Fraction(30600, 319)))
    assert (schools["target_value"], schools["comparator"], schools["shortfall"]) == (100, "all", both(13))


def test_totals_a_planner_asks_for_first(qt_ict: Run) -> None:
    """Sums over kinds, levels and schools, none of which the plan prints."""
    rows = {each["indicator"]: each for each in json.loads(qt_ict("show", "--format", "json").out)["rows"]}

    assert rows["broadband_subscriptions"]["value"] == both(159 + 20181 + 411)
    assert rows["broadband_density"]["value"] == both(float(Fraction(20751 * 100, 606178)))
    assert rows["agency_computers_density"]["value"] == both(float(Fraction((1119 + 1191) * 100, 1262 + 1492)))
    assert rows["school_internet"]["numerator"] == both(306)
    assert rows["school_internet"]["denominator"] == both(319)


@pytest.mark.parametrize(
    ("indicator", "printed", "rounding"),
    [
        ("radio", "2,93%", "half_up"),
        ("district_lan_density", "45,97%", "truncated"),
        ("phone_density", "68 thuê bao/100dân", "none"),
        ("adsl_density", "3,3 thuê bao/100 dân", "half_up"),
        ("mobile_phone", "31.24%", "half_up"),
    ],
)
def test_printed_ratios_against_computed_ones(qt_ict: Run, indicator: str, printed: str, rounding: str) -> None:
    """What the plan rounds, cuts off, and cannot have meant."""
    rows = {each["indicator"]: each for each in json.loads(qt_ict("show", "--format", "json").out)["rows"]}

    assert rows[indicator]["printed"] == printed
    assert rows[indicator]["rounding"] == rounding
    assert rows[indicator]["agrees"] is (rounding == "half_up")


def both(number: float) -> dict[str, float]:
    """A point as JSON shows it."""
    return {"low": number, "high": number}
