"""The backtest: past plans, halves, intervals and scores, by hand and against a small rerun."""

import random
from statistics import fmean

import pytest

from backtest.areas import DRAWS, difference, estimate, halves, sums
from backtest.cases import FAMILIES, SHAPES, PastPlan, Shape, Target, panel, past_plans
from backtest.forecasts import (
    EVERY_YEAR,
    KNOWN_THEN,
    TEN_AFTER_FIVE,
    Panels,
    Said,
    answers,
    in_bands,
    panels,
    plans_of,
    said,
)
from backtest.markdown import estimated, share, table
from backtest.rivals import base_rate, brier, damped, linear, projected
from qt_ict.language import Text
from qt_ict.reference.classes import PastValue, ReferenceClass

VALUES = (10.0, 20.0, 30.0, 35.0, 40.0, 60.0)


@pytest.fixture(scope="module")
def found() -> Panels:
    """The shipped panels."""
    return panels()


def one_area(*values: float) -> ReferenceClass:
    """Internet users of one area by year from 2000."""
    series = tuple(PastValue(2000.0 + year, value) for year, value in enumerate(values))
    return ReferenceClass("internet_users", "share", Text.same(""), "", "", {"a": series}, {})


def a_plan(judged: float, due: float, target: float, base: float = 10.0) -> PastPlan:
    """A plan of ten years judged after five."""
    return PastPlan("internet_users", "a", 2000, base, 2005, judged, 2010, due, Target("level", target))


def test_past_plans_know_nothing_but_their_base() -> None:
    """Of 10% in 2000: 50, 70, twice as much, half of the rest; 20% was met in 2003 already."""
    plans = list(past_plans(one_area(*VALUES), Shape(3, 2)))

    assert [(each.target.kind, each.target.value, each.met) for each in plans] == [
        ("level", 50.0, True),
        ("level", 70.0, False),
        ("halve the rest", 55.0, True),
    ]
    assert {(each.base_year, each.judged_year, each.due_year) for each in plans} == {(2000, 2003, 2005)}


def test_a_base_of_next_to_nothing_is_no_plan() -> None:
    """Twice 0.05% says nothing."""
    assert not list(past_plans(one_area(0.05, *VALUES[1:]), Shape(3, 2)))


def test_the_ratio_is_pace_so_far_by_pace_needed_from_now() -> None:
    """By hand: 10 points in five years, 20 more in five years."""
    plan = a_plan(judged=20, due=30, target=40)

    assert (plan.pace, plan.required, plan.ratio) == (2.0, 4.0, 0.5)


def test_every_country_is_in_one_half(found: Panels) -> None:
    """The same one in all families and on every machine."""
    every = {area for each in found.classes.values() for area in each.areas}

    assert found.halves.choice | found.halves.report == every
    assert not found.halves.choice & found.halves.report
    assert (len(found.halves.choice), len(found.halves.report)) == (106, 106)
    assert halves(every) == found.halves == halves(sorted(every, reverse=True))


def test_an_interval_draws_areas_and_not_cases() -> None:
    """A hundred cases of two areas that differ: any mean from one area to the other is likely."""
    found = estimate([("a", 0.0)] * 50 + [("b", 1.0)] * 50)

    assert found
    assert (found.mean, found.low, found.high, found.number, found.areas) == (0.5, 0.0, 1.0, 100, 2)
    assert estimate([]) is None


def test_two_scores_are_compared_on_the_same_countries() -> None:
    """Where one is lower by the same everywhere, the interval has no width."""
    generator = random.Random(1)
    values = [(f"a{index % 20}", generator.random()) for index in range(200)]

    apart = difference(sums(values), sums((area, value + 0.25) for area, value in values), draws=DRAWS)

    assert apart == pytest.approx((-0.25, -0.25))


def test_a_damped_trend_adds_less_every_year() -> None:
    """By hand: 2 points a year, halved each year: 1 + 0.5 + 0.25 + 0.125 + 0.0625."""
    assert projected(a_plan(judged=20, due=30, target=40), 0.5) == 20 + 2 * 0.96875


def test_rivals_learn_from_the_other_half() -> None:
    """Two of three were met; the two with a like ratio were."""
    plans = [a_plan(30, 50, 40), a_plan(30, 45, 40), a_plan(12, 20, 40)]

    assert base_rate(plans)(plans[0]) == pytest.approx(2 / 3)
    assert linear(plans)(a_plan(31, 0, 40)) == 1
    assert linear(plans)(a_plan(11, 0, 40)) == 0
    assert brier([(damped(plans)(each) or 0.0, each.met) for each in plans]) < 0.05


def test_bands_are_closed_below() -> None:
    """0.2 is of the second, 1 of the last."""
    told = [Said(a_plan(20, 30, 40), probability, 0, 0, 0) for probability in (0.0, 0.19, 0.2, 0.8, 1.0)]

    assert [len(band) for band in in_bands(told)] == [2, 1, 0, 0, 2]


def test_a_table_is_markdown() -> None:
    """Text to the left, numbers to the right."""
    assert table(("of", "n"), [("a", share(0.125))]) == "| of | n |\n|---|--:|\n| a | .125 |"
    assert estimated(None) == "–"
    assert share(-0.05) == "-.050"


@pytest.mark.parametrize(
    ("family", "plans", "met", "score", "rate"),
    [("internet_users", 3143, 0.295, 0.077, 0.209), ("fixed_broadband", 504, 0.294, 0.077, 0.208)],
)
def test_forecasts_of_countries_left_out_came_true_as_the_record_says(
    found: Panels, family: str, plans: int, met: float, score: float, rate: float
) -> None:
    """Ten years after five, on the half that nothing was chosen by: code that drifts from the record is noticed."""
    told = answers(found, family, TEN_AFTER_FIVE, EVERY_YEAR)
    always = base_rate(plans_of(found, family, TEN_AFTER_FIVE, found.halves.choice))

    assert len(told) == plans
    assert round(fmean(each.plan.met for each in told), 3) == met
    assert round(fmean(each.error for each in told), 3) == score
    assert round(brier((always(each.plan) or 0.0, each.plan.met) for each in told), 3) == rate


def test_what_was_known_then_is_less(found: Panels) -> None:
    """Outcomes of after the year of judging do not count: in 2002 nothing was known of broadband after five years."""
    reference = found.classes["fixed_broadband"]
    early = [each for each in past_plans(reference, SHAPES[0]) if each.judged_year <= 2004]

    assert early
    assert not list(said(reference, early, KNOWN_THEN))
    assert list(said(reference, early[:3], EVERY_YEAR))


def test_every_family_is_a_shipped_class() -> None:
    """And is called by its name."""
    assert [panel(family).name for family in FAMILIES] == list(FAMILIES)
