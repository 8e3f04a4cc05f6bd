"""What a pace means: statuses as sets, sound and sharp, the same for "with" as for "without"."""

import re
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.pace import ratio
from qt_ict.engine.reasons import Reason
from qt_ict.engine.span import Span, sides
from qt_ict.engine.thresholds import Threshold
from qt_ict.engine.verdict import LIMITS, VERDICTS, Judged, of_due_year, of_last_in_due_year, of_old, of_present
from tests.conftest import ROOT
from tests.test_pace import ages, durations, grid, interval, values, way

Verdicts = tuple[str, ...]
LIMIT = {verdict: Fraction(per_cent, 100) for verdict, per_cent in LIMITS}
"""From which ratio on a status holds [1]."""
GRADED = (*LIMIT, "moving_away")
"""The statuses that a ratio gives, best first."""


def status(span: Span, previous: Any = None) -> Verdicts:
    """Statuses of a target to come."""
    return of_present(span, span.base if previous is None else interval(previous)).status


def of_ratio(wanted: Fraction | float, *, beside: Fraction | float = 0) -> Fraction:
    """The latest value of 0 after five of ten years toward 100 that has a ratio, or lies beside the one that has.

    ratio = latest / (100 - latest), so latest = 100 ratio / (1 + ratio)
    """
    exact = Fraction(wanted)
    return 100 * exact / (1 + exact) + Fraction(beside)


def test_the_limits_fall_and_end_at_0() -> None:
    """A pace of no more than 0 is never enough, and none of the limits is that of another."""
    assert list(LIMIT) == ["on_track", "moderate", "insufficient"]
    assert LIMIT["on_track"] >= 1 > LIMIT["moderate"] > LIMIT["insufficient"] == 0


def test_the_limits_are_those_of_the_page() -> None:
    """Whoever reads what a status means reads the numbers that decide it."""
    page = " ".join((ROOT / "docs" / "progress.md").read_text(encoding="utf-8").split())

    said = re.findall(r"(\d+)% or more `([a-z_]+)`", page)

    assert [(verdict, int(per_cent)) for per_cent, verdict in said] == list(LIMITS)


@pytest.mark.parametrize("upward", [True, False])
@pytest.mark.parametrize("place", range(len(LIMITS)))
def test_a_limit_belongs_to_the_better_status(place: int, upward: bool) -> None:
    """At each limit, and a millionth of a point below it; with and without."""
    verdict, worse = GRADED[place : place + 2]
    at = of_ratio(LIMIT[verdict]) / 2 + 20
    below = at - Fraction(1, 10**6)

    def judged(latest: Fraction) -> Verdicts:
        ends = (20, latest, 70) if upward else (80, 100 - latest, 30)
        return status(way(point(Fraction(ends[0])), point(Fraction(ends[1])), ends[2], 5, 10, upward))

    assert judged(at) == (verdict,)
    assert judged(below) == (worse,)


@pytest.mark.parametrize(
    ("base", "latest", "target", "past", "whole"),
    [(0, 1, 100, 5, 12), (10, 25, 90, 3, 10), (99, Fraction(995, 10), 100, 2, 5), (3, 7, Fraction(70), 4, 7)],
)
def test_the_status_follows_from_the_ratio_and_the_limits(
    base: Any, latest: Any, target: Any, past: int, whole: int
) -> None:
    """One number and three limits, from 0 and to 100% as anywhere."""
    span = way(point(base), point(Fraction(latest)), target, past, whole)
    so_far, needed = Fraction(latest - base) / past, Fraction(target - latest) / (whole - past)

    assert status(span) == (next(each for each in LIMIT if so_far / needed >= LIMIT[each]),)


def test_time_that_passes_without_news_lowers_the_status() -> None:
    """On track when measured; the pace needed doubles with each half of the time left."""
    latest = of_ratio(LIMIT["on_track"])
    seen = [
        status(way(0, point(latest), 100, 5, 10, age=Fraction(5) - Fraction(5, halves))) for halves in (1, 2, 4, 1000)
    ]

    assert seen[0] == ("on_track",)
    assert [*map(_place, seen)] == sorted(map(_place, seen))
    assert seen[-1] == ("insufficient",)


def _place(found: Verdicts) -> int:
    return VERDICTS.index(found[0])  # type: ignore[arg-type]


@pytest.mark.parametrize("target", [Fraction(99), Fraction(995, 10), Fraction(999, 10), Fraction(9999, 100), 100])
def test_all_of_them_is_no_easier_than_nearly_all(target: Any) -> None:
    """84.3% (2016) to 96.4% (2024), due 2030: 12.1 points in 8 years, and what is left in 6."""
    span = way("84.3", "96.4", target, 8, 14)

    assert ratio(span) == point(Fraction(121, 80) / ((target - Fraction(964, 10)) / 6))
    assert _place(status(span)) >= _place(status(way("84.3", "96.4", 99, 8, 14)))


def test_a_verdict_rests_on_no_hidden_digit() -> None:
    """Printed to one digit, a value hard by the limit decides nothing; one a point above it does."""
    at = of_ratio(LIMIT["on_track"])
    half = Fraction(1, 20)

    assert status(way(0, Interval(at + 1 - half, at + 1 + half), 100, 5, 10)) == ("on_track",)
    assert status(way(0, Interval(at - half, at + half), 100, 5, 10)) == ("on_track", "moderate")


def test_an_excluded_end_reaches_no_limit() -> None:
    """A value of less than what the limit asks for is just short of it; exactly as much is there."""
    at = of_ratio(LIMIT["moderate"])

    assert status(way(0, Interval(at - 1, at, high_open=True), 100, 5, 10)) == ("insufficient",)
    assert status(way(0, Interval(at - 1, at), 100, 5, 10)) == ("moderate", "insufficient")


@pytest.mark.parametrize(
    ("previous", "latest", "expected"),
    [
        (55, 60, ("met",)),
        (60, 60, ("met",)),
        (65, 60, ("met_but_reversing",)),
        ((55, 65), 60, ("met", "met_but_reversing")),
        (49, (48, 52), ("met", "on_track")),
        ((51, 53), (48, 52), ("met", "met_but_reversing", "on_track")),
        ((53, 54), (48, 52), ("met_but_reversing", "on_track")),
    ],
)
def test_met_is_reversing_where_the_last_step_goes_back(previous: Any, latest: Any, expected: Verdicts) -> None:
    """The step counts from the value before, and of a value that may be met only that part which is."""
    assert status(way(40, latest, 50, 5, 10), previous) == expected


def test_what_was_met_and_is_no_longer_fell_below() -> None:
    """Whatever the pace: 60 of at least 50%, now 45; where today is open, both are possible."""
    assert of_present(way(60, 45, 50, 2, 5), point(60)) == Judged(("fell_below_target",))
    assert of_present(way(60, (45, 55), 50, 2, 5), point(60)) == Judged(("met_but_reversing", "fell_below_target"))
    assert of_present(way((49, 60), 45, 50, 2, 5), point(60)) == Judged(("fell_below_target", "moving_away"))


def test_from_the_number_of_a_strict_target_a_status_follows_as_from_anywhere() -> None:
    """More than 50 wanted: 50 meets it as little as 40 does."""
    assert of_present(way(50, 40, 50, 2, 5, strict=True), point(50)) == Judged(("moving_away",))
    assert of_present(way(50, 50, 50, 2, 5, strict=True), point(50)) == Judged(("insufficient",))
    assert of_present(way(40, 50, 50, 2, 5, strict=True), point(40)) == Judged(("on_track",))


def test_where_every_way_is_open_nothing_is_said() -> None:
    """Between back and nearly there lies everything."""
    assert of_present(way(10, (5, 49), 50, 5, 10), point(10)) == Judged((), Reason.BOUNDS_TOO_WIDE)


@pytest.mark.parametrize(
    ("fresh", "unchanged", "expected"),
    [
        (("on_track",), ("on_track",), ("on_track", "moderate")),
        (("on_track",), ("moderate",), ("on_track", "moderate")),
        (("on_track",), ("insufficient",), ("on_track", "moderate", "insufficient")),
        (("moderate",), ("moderate",), ("moderate", "insufficient")),
        (("moderate",), ("insufficient",), ("moderate", "insufficient")),
        (("insufficient",), ("insufficient",), ("insufficient", "moving_away")),
        (("moderate", "moving_away"), ("insufficient", "moving_away"), ("moderate", "insufficient", "moving_away")),
        (("met",), ("met",), ("met", "met_but_reversing")),
        (("met", "moderate"), ("met", "insufficient"), ("met", "moderate", "insufficient")),
        (("met", "fell_below_target"), ("met", "fell_below_target"), ("met", "fell_below_target")),
    ],
)
def test_an_old_value_has_the_statuses_from_its_last_fresh_one_to_todays(
    fresh: Any, unchanged: Any, expected: Verdicts
) -> None:
    """Never one alone: where both are the same, the next worse is possible too."""
    assert of_old(Judged(fresh), Judged(unchanged)) == Judged(expected)


@pytest.mark.parametrize("single", ["met_but_reversing", "fell_below_target", "moving_away"])
def test_an_old_value_with_nothing_next_to_its_status_has_none(single: Any) -> None:
    """One status alone would say too much of the present."""
    assert of_old(Judged((single,)), Judged((single,))) == Judged((), Reason.VALUE_TOO_OLD)


def test_an_old_value_that_leaves_every_way_open_has_no_status() -> None:
    """From on track to moving away is everything; a reason of its own stays."""
    wide = Judged((), Reason.BOUNDS_TOO_WIDE)
    low = Judged(("insufficient", "moving_away"))

    assert of_old(Judged(("on_track", "moderate")), low) == Judged((), Reason.VALUE_TOO_OLD)
    assert of_old(wide, low) == wide
    assert of_old(low, wide) == wide


def test_a_due_year_is_met_or_missed_or_either() -> None:
    """By every value that the figures leave open, and by every neighbour."""
    line = Threshold(Fraction(50), True, False)

    assert of_due_year((point(50),), line).status == ("met",)
    assert of_due_year((point(49),), line).status == ("missed",)
    assert of_due_year((Interval(49, 51),), line).status == ("met", "missed")
    assert of_due_year((point(49), point(51)), line).status == ("met", "missed")


def test_a_value_of_before_the_due_day_stays_reversing_when_the_day_has_passed() -> None:
    """No better than it was said to be the day before."""
    line = Threshold(Fraction(50), True, False)

    assert of_last_in_due_year(point(55), line, point(60)).status == ("met_but_reversing",)
    assert of_last_in_due_year(point(55), line, point(45)).status == ("met",)
    assert of_last_in_due_year(point(55), line, point(55)).status == ("met",)
    assert of_last_in_due_year(point(45), line, point(60)).status == ("missed",)
    assert of_last_in_due_year(Interval(45, 55), line, point(60)).status == ("met_but_reversing", "missed")


@st.composite
def cases(draw: st.DrawFn) -> tuple[Span, Interval]:
    """Three values, points or intervals of either kind of end, and a target."""
    found = []
    for _ in range(3):
        low, high = sorted((draw(values), draw(values)))
        found.append(Interval(low, high, draw(st.booleans()), draw(st.booleans())) if low < high else point(low))
    line = Threshold(draw(values), draw(st.booleans()), draw(st.booleans()))
    base = point(found[0].low) if draw(st.booleans()) else found[0]  # type: ignore[arg-type]
    left = Fraction(draw(durations))
    return Span(base, found[1], line, Fraction(draw(durations)), left, left * (1 - draw(ages))), found[2]


def points_of(value: Interval, line: Threshold, steps: int = 16) -> list[Fraction]:
    """Points of an interval, close to its ends and to the target too; excluded ends left out."""
    width = Fraction(value.high or 0) - Fraction(value.low or 0)
    seen = set(grid(value, steps))
    edges = {Fraction(value.low or 0), Fraction(value.high or 0), line.number}
    seen |= {edge + sign * width / 10**5 for edge in edges for sign in (-1, 0, 1)}
    return sorted(each for each in seen if _holds(value, each))


def _holds(value: Interval, number: Fraction) -> bool:
    low, high = Fraction(value.low or 0), Fraction(value.high or 0)
    inside = low <= number <= high
    return inside and not (value.low_open and number == low) and not (value.high_open and number == high)


@settings(max_examples=120)
@given(case=cases())
def test_a_set_holds_every_possible_status_and_none_that_is_impossible(case: tuple[Span, Interval]) -> None:
    """Against a grid of points: nothing that may be is left out, nothing that cannot be is said."""
    span, previous = case
    found = of_present(span, previous)
    befores = sorted({(points := points_of(previous, span.line))[0], points[-1], points[len(points) // 2]})
    seen: set[str] = set()
    on_the_way: set[str] = set()
    for base, latest in product(points_of(span.base, span.line), points_of(span.latest, span.line)):
        one = span._replace(base=point(base), latest=point(latest))
        needed = befores if span.line.status(one.latest) == "met" else befores[:1]
        said = {each for before in needed for each in of_present(one, point(before)).status}
        seen |= said
        on_the_way |= said if span.line.status(one.base) == "not_met" else set()

    if found.reason is Reason.BOUNDS_TOO_WIDE:
        assert len(seen) > 1
        return
    assert seen <= set(found.status)
    missed = set(found.status) - seen - _between(on_the_way)
    assert not missed or missed <= _grazed(span)


def _between(seen: set[str]) -> set[str]:
    """Statuses between two that were seen: a ratio passes through them on its way from one to the other."""
    places = [place for place, each in enumerate(GRADED) if each in seen]
    return set(GRADED[min(places) : max(places)]) if places else set()


def _grazed(span: Span) -> set[str]:
    """Statuses that a ratio reaches into by a little, or only with a value hard by the target: a grid may miss them."""
    outcome = ratio(*sides(span))
    edges = [float(end) for end in outcome.ends if end is not None]
    found = {"on_track", "moderate", "insufficient"} if outcome.high is None else set()
    for better, worse in pairwise(GRADED):
        limit = float(LIMIT[better])  # type: ignore[index]
        found |= {better, worse} if any(abs(end - limit) < 0.02 * (1 + limit) for end in edges) else set()
    return found


@given(case=cases(), more=st.tuples(*[st.fractions(0, 1, max_denominator=20)] * 4))
def test_a_wider_value_loses_no_status(case: tuple[Span, Interval], more: tuple[Fraction, ...]) -> None:
    """Knowing less never decides more, unless it decides nothing any more."""
    span, previous = case
    wider = span._replace(base=_widened(span.base, more[:2]), latest=_widened(span.latest, more[2:]))

    narrow, wide = of_present(span, previous), of_present(wider, previous)

    assert not wide.status or (narrow.status and set(narrow.status) <= set(wide.status))
    assert wide.status or wide.reason is Reason.BOUNDS_TOO_WIDE


def _widened(value: Interval, more: tuple[Fraction, ...]) -> Interval:
    low, high = Fraction(value.low or 0), Fraction(value.high or 0)
    return Interval(low - more[0] * (low - Fraction(1, 2)), high + more[1] * (99 - high))


@given(case=cases())
def test_with_and_without_have_one_status(case: tuple[Span, Interval]) -> None:
    """The mirrored values, target and direction: the very same set and reason, limits included."""
    span, previous = case
    line = Threshold(100 - span.line.number, not span.line.upward, span.line.strict)
    mirrored = span._replace(base=_mirrored(span.base), latest=_mirrored(span.latest), line=line)

    assert of_present(mirrored, _mirrored(previous)) == of_present(span, previous)


def _mirrored(value: Interval) -> Interval:
    return Interval(100 - Fraction(value.high or 0), 100 - Fraction(value.low or 0), value.high_open, value.low_open)
