"""The later rounds of the shipped plan, and the national plan among the examples, say what their sources say."""

import csv
import re
import shlex
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from qt_ict.loading.folder import Loaded, load
from qt_ict.model.figures import Figure, RoundFigures
from qt_ict.model.plan import Plan
from tests.conftest import ROOT, Result

VIETNAM = ROOT / "examples" / "vietnam"
SHARE = "internet_users_share"
COUNT, DENSITY = "fixed_broadband_subscriptions", "fixed_broadband_per_100_inhabitants"


@pytest.fixture(scope="module")
def vietnam() -> Plan:
    """The national plan."""
    loaded, findings = load(VIETNAM)
    assert not findings
    assert loaded is not None
    return loaded.plan


def test_every_figure_of_the_rounds_agrees_with_a_second_reading(shipped: Loaded, vietnam: Plan) -> None:
    """The numbers were read from the sources twice, the second time series by series."""
    with (Path(__file__).parent / "second_reading_rounds.csv").open(encoding="utf-8") as file:
        second = sorted(tuple(row.values()) for row in csv.DictReader(file))

    first = [_row("data", each, name) for each in shipped.plan.rounds[1:] for name in each.figures]
    first += [_row("examples/vietnam", each, name) for each in vietnam.rounds for name in each.figures]

    assert sorted(first) == second


def _row(folder: str, each: RoundFigures, name: str) -> tuple[str, ...]:
    figure = each.figures[name]
    return folder, name, each.id, str(figure.value), figure.comparator or "", _stated(figure)


def _stated(figure: Figure) -> str:
    """The date of a figure as its source states it."""
    if figure.date is None:
        return ""
    return figure.date.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[figure.date.precision]]


def test_the_rounds_of_both_plans(shipped: Loaded, vietnam: Plan) -> None:
    """A lost file is noticed."""
    assert [each.id for each in shipped.plan.rounds] == ["baseline_2010", "2012-07-17"]
    assert [each.round.date for each in vietnam.rounds] == [date(year, 12, 31) for year in range(2010, 2024)]


def test_every_later_figure_names_a_document_with_its_address(shipped: Loaded, vietnam: Plan) -> None:
    """A number of the press or of a database is worth what can be looked up."""
    for each in (*shipped.plan.rounds[1:], *vietnam.rounds[1:]):
        for figure in each.figures.values():
            assert re.search(r"https://\S+$", figure.document or "")


def test_no_figure_of_2012_gives_a_target_of_the_province_a_verdict(shipped: Loaded) -> None:
    """Communes with high-speed Internet are not communes with fibre, a mobile signal is no mobile broadband."""
    plan = shipped.plan.seen_in(shipped.plan.rounds[1])
    observed = {
        name: target
        for name, target in plan.targets.items()
        if target.indicator and plan.has(plan.indicators[target.indicator])
    }

    assert observed == {}
    assert plan.figures["communes_with_high_speed_internet"].value == 139
    assert "communes_with_fibre" not in plan.figures


def test_densities_of_2012_are_no_counts(shipped: Loaded) -> None:
    """The press gave 3.63 and 77 per 100 inhabitants and no subscriptions: none are made of them."""
    plan = shipped.plan.seen_in(shipped.plan.rounds[1])

    assert plan.figures.keys().isdisjoint({"adsl_subscriptions", "phone_subscriptions", "inhabitants"})
    assert {plan.figures[name].unit for name in ("adsl_per_100_inhabitants", "phones_per_100_inhabitants")} == {
        "per_100_inhabitants"
    }


def test_national_counts_and_densities_imply_one_population(vietnam: Plan) -> None:
    """Its size and even growth were never typed in: a wrong digit in either series would break them."""
    pairs = [(each.figures[COUNT].value, each.figures[DENSITY].value) for each in vietnam.rounds]
    populations = [Fraction(count) / Fraction(density) * 100 for count, density in pairs]

    assert 87_000_000 < populations[0] < populations[-1] < 101_000_000
    assert all(Fraction("1.006") < after / before < Fraction("1.013") for before, after in pairwise(populations))


def test_falls_of_the_national_series_are_kept_and_said(vietnam: Plan) -> None:
    """The source falls twice; nothing is smoothed, and every fall has its note."""
    falls = [
        after.round.date.year
        for before, after in pairwise(vietnam.rounds)
        if after.figures[SHARE].value < before.figures[SHARE].value
    ]

    assert falls == [2019, 2023]
    assert [each.round.date.year for each in vietnam.rounds if each.figures[SHARE].note] == falls


def test_national_targets_for_internet_users_stand_side_by_side(vietnam: Plan) -> None:
    """Whether decision 32/2012/QĐ-TTg replaces the numbers of scheme 1755/QĐ-TTg is not known."""
    pairs = [(f"internet_users_{year}", f"internet_users_{year}_decision") for year in (2015, 2020)]

    assert not any(target.revisions for target in vietnam.targets.values())
    assert all(vietnam.targets[one].conflicts_with == (other,) for pair in pairs for one, other in (pair, pair[::-1]))
    assert [vietnam.targets[scheme].numbers for scheme, _ in pairs] == [(50,), (70,)]


def test_other_national_targets_agree_with_a_second_reading(vietnam: Plan) -> None:
    """Due year, number and the decision that first states it."""
    found = {
        name: (tuple(day.year for day in target.last_days), target.numbers, target.document)
        for name, target in vietnam.targets.items()
        if name not in ("internet_users_2015", "internet_users_2020")
    }

    assert found == {
        "internet_users_2015_decision": ((2015,), (40, 45), "32/2012/QĐ-TTg"),
        "internet_users_2020_decision": ((2020,), (55, 60), "32/2012/QĐ-TTg"),
        "fixed_broadband_2015": ((2015,), (6, 8), "32/2012/QĐ-TTg"),
        "fixed_broadband_2020": ((2020,), (15, 20), "32/2012/QĐ-TTg"),
        "computer_and_broadband_2020": ((2020,), (50, 60), None),
        "home_internet_2015": ((2015,), (15, 20), "32/2012/QĐ-TTg"),
        "home_internet_2020": ((2020,), (35, 40), "32/2012/QĐ-TTg"),
    }


def test_commands_of_the_example_run(qt_ict: Callable[..., Result]) -> None:
    """Every command line of its page, as a reader copies it."""
    (lines,) = re.findall(r"```sh\n([\s\S]*?)```", (VIETNAM / "README.md").read_text(encoding="utf-8"))

    for line in lines.splitlines():
        assert qt_ict(*shlex.split(line)[1:]).code == 0
