"""The record of statuses: what is stored is what the backtest gives, and what the limits promise holds."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from backtest.areas import halves
from backtest.cases import FAMILIES, SHAPES, panel
from backtest.statuses import MODERATE, TIMES_LEFT, TRIED, StatusBacktest, judged_plans, on_track, status_by
from qt_ict.engine.record import OURS
from qt_ict.engine.verdict import LIMITS
from qt_ict.loading.folder import shipped_folder
from qt_ict.loading.past_records import past_records
from tests.conftest import ROOT, Result
from tests.plans_with_rounds import SHARE, write_plan

ON_TRACK = Fraction(dict(LIMITS)["on_track"], 100)


@pytest.fixture(scope="module")
def reported() -> frozenset[str]:
    """The half of the areas on which nothing was chosen."""
    return halves(area for family in FAMILIES for area in panel(family).areas).report


def test_the_limit_is_one_of_those_tried() -> None:
    """Half again as fast as needed."""
    assert ON_TRACK in TRIED
    assert Fraction(3, 2) == ON_TRACK


@pytest.mark.parametrize("family", FAMILIES)
def test_on_track_is_kept_by_three_of_four(family: str, reported: frozenset[str]) -> None:
    """In each family, and half of what was met later had been called on track or moderate."""
    plans = [each for each in judged_plans(panel(family), SHAPES) if each.plan.area in reported]
    called = on_track(plans, ON_TRACK)
    met = [each for each in plans if each.plan.met]

    assert sum(each.plan.met for each in called) >= 0.75 * len(called)
    assert len(on_track(met, MODERATE)) >= 0.5 * len(met)


def test_the_stored_record_is_what_the_backtest_gives(reported: frozenset[str]) -> None:
    """Fixed broadband with five years left, level by level: a status that drifts shows here."""
    reference = panel("fixed_broadband")
    found: dict[tuple[str, float], list[bool]] = {}
    for each in judged_plans(reference, [each for each in TIMES_LEFT if each.after == 5], met_too=True):
        if each.plan.area in reported:
            band = max(start for start in (0.0, 1.0, 5.0, 15.0) if start <= each.plan.judged)
            found.setdefault((str(status_by(OURS, each, reference)), band), []).append(each.plan.met)
    stored = {
        (each.status, each.level): (each.cases, each.kept)
        for each in past_records(shipped_folder())
        if (each.family, each.method, each.years) == ("fixed_broadband", OURS, 5) and each.level is not None
    }

    assert stored == {key: (len(outcomes), sum(outcomes)) for key, outcomes in found.items()}
    assert sum(cases for cases, _ in stored.values()) > 500


def test_the_page_holds_what_the_backtest_gives_and_says_what_it_does_not_show() -> None:
    """Countries are no provinces; the values are the latest; the mix of targets is ours."""
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")

    assert StatusBacktest().by_status() in page
    for said in ("Countries are no provinces", "mix of targets", "with all later corrections", "make backtest"):
        assert said in page


@pytest.mark.parametrize(("day", "horizon"), [("2012-06-30", None), ("2012-07-01", 7), ("2012-07-02", 7)])
def test_a_record_is_of_at_most_a_year_and_a_half_more_or_less_time(
    tmp_path: Path, qt_ict: Callable[..., Result], day: str, horizon: int | None
) -> None:
    """To the end of 2020; the longest time that was tried is seven years."""
    rounds = {"2010-12-31": {"part": 30, "whole": 100}, day: {"part": 33, "whole": 100}}
    indicator = {**SHARE, "reference": "internet_users"}
    folder = write_plan(tmp_path / "plan", rounds, {"value": 50, "due": 2020}, indicator=indicator)

    (row,) = json.loads(qt_ict("progress", "--data", str(folder), "--as-of", day, "--format", "json").out)["rows"]

    assert (row["record"] and row["record"]["horizon"]) == horizon
