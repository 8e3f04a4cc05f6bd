"""How fast, how fast it must be, and their ratio: worked numbers, and laws for every interval."""

import math
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import Interval, common, point
from qt_ict.engine.milestones import milestone
from qt_ict.engine.pace import Pace, acceleration, covered, pace, ratio, ratios
from qt_ict.engine.projection import Extremes, projection
from qt_ict.engine.reasons import Reason, spanning
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.span import Span, sides
from qt_ict.engine.thresholds import Threshold

UP, DOWN = True, False


def way(
    base: Any,
    latest: Any,
    target: Any,
    past: int,
    whole: int,
    upward: bool = UP,
    strict: bool = False,
    age: Fraction | int = 0,
) -> Span:
    """Two values, points or [low, high], a target after some years in all, and how old the latest value is."""
    line = Threshold(exact(target), upward, strict)
    left = Fraction(whole - past)
    return Span(interval(base), interval(latest), line, Fraction(past), left, left - age)


def interval(said: Any) -> Interval:
    """A point, or the interval of two ends."""
    if isinstance(said, Interval):
        return said
    low, high = said if isinstance(said, tuple) else (said, said)
    return Interval(exact(low), exact(high))


def exact(number: Any) -> Any:
    """A number as it is written."""
    return number if number is None else Fraction(str(number))


def at(outcome: Any) -> float:
    """The number of an outcome that is a point."""
    assert outcome.low == outcome.high
    return float(outcome.low)


def ends(outcome: Any) -> tuple[float, float]:
    """Both ends of an outcome."""
    return float(outcome.low), float(outcome.high)


@pytest.mark.parametrize(
    ("scale", "observed", "from_base", "from_value", "from_now"),
    [
        ("linear", 4.75, 6.2, 7.166667, 8.6),
        ("compound", 0.355403, 0.242227, 0.172076, 0.209893),
        ("log_odds", 0.361931, 0.328964, 0.306987, 0.368384),
    ],
)
def test_8_to_27_of_70_on_three_scales(
    scale: Scale, observed: float, from_base: float, from_value: float, from_now: float
) -> None:
    """Measured after four of ten years and judged a year later: five are left for 43 points."""
    found = pace(way(8, 27, 70, 4, 10, age=1), scale)

    expected = (observed, from_base, from_value, from_now)
    assert tuple(map(at, found)) == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(
    ("values", "age", "so_far", "needed"),
    [
        ((8, 27, 70, 4, 10), 0, Fraction(19, 4), Fraction(43, 6)),
        ((8, 27, 70, 4, 10), 1, Fraction(19, 4), Fraction(43, 5)),
        ((8, 27, 70, 4, 10), Fraction(11, 2), Fraction(19, 4), Fraction(86)),
        ((85, 92, 98, 5, 10), 0, Fraction(7, 5), Fraction(6, 5)),
        ((60, 75, 95, 5, 10), 0, Fraction(3), Fraction(4)),
        ((0, 20, 100, 2, 10), 0, Fraction(10), Fraction(10)),
    ],
)
def test_the_ratio_is_the_pace_so_far_over_the_pace_required_from_now_on(
    values: tuple[int, int, int, int, int], age: Any, so_far: Fraction, needed: Fraction
) -> None:
    """As a committee checks it with a pencil; 0 and 100% are numbers like others."""
    span = way(*values, age=age)
    found = pace(span, "linear")

    assert (found.observed, found.from_now) == (point(so_far), point(needed))
    assert ratio(span) == point(so_far / needed)
    assert acceleration(span) == point(needed / so_far)


def test_a_way_back_is_below_0_and_weighs_less_the_less_time_is_left() -> None:
    """20 to 14% toward 80: 3 points a year the wrong way, of 66 / 8 and then of 66 / 2 needed."""
    assert ratio(way(20, 14, 80, 2, 10)) == point(Fraction(-3) / Fraction(66, 8))
    assert ratio(way(20, 14, 80, 2, 10, age=6)) == point(Fraction(-3) / Fraction(66, 2))


def test_8_to_27_of_70_as_worked() -> None:
    """Distance covered, and where equal steps lead: 27 + 6 x 4.75 at the due date, 70 after 43 / 4.75 years."""
    span = way(8, 27, 70, 4, 10)

    assert covered(span) == point(Fraction(19, 62))
    assert projection(span).at_due == point(Fraction(111, 2))
    assert projection(span).reached == point(Fraction(172, 19))


def test_where_the_pace_leads_does_not_depend_on_the_clock() -> None:
    """A value grows from its own date on; what is required grows with the time that passes."""
    fresh, old = way(8, 27, 70, 4, 10), way(8, 27, 70, 4, 10, age=3)

    assert projection(fresh) == projection(old)
    assert covered(fresh) == covered(old)


def test_the_value_due_after_four_years_as_worked() -> None:
    """32.8, 19.05 and 24.48%: the same promise on three paths."""
    start, then = date(2010, 12, 31), date(2014, 12, 31)

    due = milestone("share", point(8), start, Fraction(70), date(2020, 12, 31), then)

    assert tuple(at(due.on(scale)) for scale in SCALES) == pytest.approx((32.8, 19.0499223, 24.4809611), abs=5e-8)


def test_with_and_without_have_one_ratio() -> None:
    """20 to 40 toward 80%, and the rest of the households: 80 to 60 toward 20%; 4 a year of 40 in five years."""
    having, lacking = way(20, 40, 80, 5, 10), way(80, 60, 20, 5, 10, DOWN)

    assert (ratio(having), ratio(lacking)) == (point(Fraction(1, 2)), point(Fraction(1, 2)))


@pytest.mark.parametrize(
    ("base", "latest", "least", "most"),
    [
        (("8.05", "8.15"), ("14.45", "14.55"), Fraction(84, 111), Fraction(260, 327)),
        (("7.5", "8.5"), ("13.5", "14.5"), Fraction(20, 39), Fraction(28, 33)),
    ],
)
def test_printed_digits_leave_a_ratio_open(base: Any, latest: Any, least: Fraction, most: Fraction) -> None:
    """8.1 and 14.5 of 20, and the same printed as 8 and 14: the least is (14.45 - 8.15) / 3 of 5.55 / 2."""
    assert ratio(way(base, latest, 20, 3, 5)) == Interval(least, most)


def test_required_growth_never_leads_back_to_a_target_already_passed() -> None:
    """60% promised at least 50%: there is nothing to grow, and no way of which 150% could be covered."""
    fallen, risen = way(60, 45, 50, 2, 5), way(60, 65, 50, 2, 5)

    assert (covered(fallen), covered(risen)) == (Reason.FELL_BELOW_TARGET, Reason.ALREADY_MET)
    assert pace(fallen, "linear").from_base == Reason.FELL_BELOW_TARGET
    assert pace(risen, "linear")[1:] == (Reason.ALREADY_MET, Reason.ALREADY_MET, Reason.ALREADY_MET)
    assert at(pace(fallen, "linear").observed) == -7.5


def test_growth_that_may_be_zero_has_no_acceleration() -> None:
    """Nothing times zero is what is required."""
    for latest in (30, 20, (25, 35)):
        span = way(30, latest, 50, 2, 5)

        assert acceleration(span) == Reason.NO_PROGRESS
        assert projection(span).reached == Reason.NO_PROGRESS


def test_more_than_fifty_is_progress_from_ten() -> None:
    """A value without an upper end may be at the target today, and is at the latest when its lower end is."""
    span = way(10, Interval(51, None), 100, 2, 5)

    assert ends(acceleration(span)) == pytest.approx((0, 49 / 3 / 20.5))
    assert ends(projection(span).reached) == pytest.approx((0, 49 / 20.5))
    assert ratio(*sides(span)) == Interval(Fraction(41 * 3, 49 * 2), None, high_open=True)


def test_a_count_without_an_upper_end_moves_back_as_fast_as_it_may() -> None:
    """Fewer than 10 wanted, 20 then, more than 15 now: from 1/2 x 3/2 down to all the way, 2 of 3 years."""
    span = way(20, Interval(15, None, low_open=True), 10, 3, 5, DOWN)

    assert ratio(span) == Interval(Fraction(-2, 3), Fraction(5, 3) / (Fraction(5) / 2), True, True)


def test_at_the_number_of_a_strict_target_no_way_is_left() -> None:
    """More than 50 wanted: 50 after 40 is faster than any number of times, 50 after 50 is a standstill."""
    assert ratio(way(40, 50, 50, 2, 5, strict=True)).low == float("inf")
    assert ratio(way(50, 50, 50, 2, 5, strict=True)) == point(0)


def test_a_target_that_may_be_met_may_be_reached_at_once() -> None:
    """45 to 58 of 50: the way left is none or 5, never the 8 beyond."""
    span = way(40, (45, 58), 50, 2, 4)

    assert ends(projection(span).reached) == pytest.approx((0, 2))


@pytest.mark.parametrize(
    ("span", "scale", "reason"),
    [
        (way(0, 10, 50, 2, 5), "log_odds", Reason.ZERO_BASE),
        (way(0, 10, 50, 2, 5), "compound", Reason.ZERO_BASE),
        (way(10, 5, 0, 2, 5, DOWN), "compound", Reason.ZERO_TARGET),
        (way(10, 20, 100, 2, 5), "log_odds", Reason.AT_LIMIT),
        (way(10, 120, 150, 2, 5), "log_odds", Reason.OUTSIDE_SCALE),
        (way(1, 10**6, 10**9, 2, 5)._replace(past=Fraction(1, 365)), "compound", Reason.TOO_LARGE),
    ],
)
def test_a_scale_without_numbers_names_why(span: Span, scale: Scale, reason: Reason) -> None:
    """No growth leads from nothing, and a factor of a day to the power of a year is beyond numbers; equal steps are."""
    assert pace(span, scale) == Pace(reason, reason, reason, reason)
    assert isinstance(ratio(span), Interval)


def test_a_projection_stays_inside_what_there_can_be() -> None:
    """0 to 60% in two years leads to 100%, not to 150; 50 to 10 to 0, not below."""
    assert projection(way(0, 60, 80, 2, 5), Extremes(0, 100)).at_due == point(100)
    assert projection(way(50, 10, 5, 2, 5, DOWN), Extremes(0, 100)).at_due == point(0)
    assert projection(way(0, 60, 80, 2, 5)).at_due == point(150)


values = st.fractions(1, 99, max_denominator=20)
durations = st.integers(1, 8)
ages = st.fractions(0, Fraction(9, 10), max_denominator=10)
"""Parts of the time left that have passed when a value is judged."""


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Two values, some of them intervals, some of them around the target, in both directions."""
    base, latest = (sorted((draw(values), draw(values))) for _ in range(2))
    if draw(st.booleans()):
        base[1] = base[0]
    line = Threshold(draw(values), draw(st.booleans()), draw(st.booleans()))
    left = Fraction(draw(durations))
    ahead = left * (1 - draw(ages))
    return Span(Interval(*base), Interval(*latest), line, Fraction(draw(durations)), left, ahead)


def grid(value: Interval, steps: int = 24) -> list[Fraction]:
    """Points of an interval, its ends among them."""
    low, high = Fraction(value.low or 0), Fraction(value.high or 0)
    return [low + (high - low) * Fraction(step, steps) for step in range(steps + 1)] if high > low else [low]


def by_definition(span: Span, base: Fraction, latest: Fraction) -> Fraction:
    """The ratio of two points: d x observed / |required from now on|."""
    better = 1 if span.line.upward else -1
    observed = (latest - base) / span.past
    return better * observed / abs((span.line.number - latest) / span.ahead)


def short(span: Span, value: Fraction) -> bool:
    """True for a value on the worse side of the target's number."""
    return value < span.line.number if span.line.upward else value > span.line.number


@given(span=spans())
def test_a_ratio_holds_every_possible_one_and_its_ends_are_possible(span: Span) -> None:
    """Never too narrow, never wider than the figures: against a grid of pairs of points short of the target."""
    assume(sides(span))
    (part,) = sides(span)
    first, now = ([each for each in grid(value) if short(span, each)] for value in (part.base, part.latest))
    assume(first and now)
    seen = [by_definition(span, *pair) for pair in product(first, now)]

    found = ratio(part)

    assert found.low is None or found.low <= min(seen)
    assert found.high is None or found.high >= max(seen)
    at_ends = [by_definition(span, *pair) for pair in product(part.base.ends, part.latest.ends) if short(span, pair[1])]
    assert found.low is None or found.low in at_ends
    assert found.high is None or found.high in at_ends


@given(span=spans(), width=st.fractions(Fraction(1, 10), 40, max_denominator=10))
def test_a_band_has_a_ratio_for_each_side_and_none_of_them_ends_in_infinity(span: Span, width: Fraction) -> None:
    """From beyond a band the way back falls without end: against every pair of points that lie outside the band."""
    line = span.line
    band = line._replace(strict=False, limit=line.number + (width if line.upward else -width))
    span = span._replace(line=band)
    assume("met" not in (band.status(span.base), band.status(span.latest)))

    found = ratios(span)

    assert not any(end in (math.inf, -math.inf) for each in found for end in each.ends)
    outside = [[each for each in grid(side) if band.status(point(each)) != "met"] for side in (span.base, span.latest)]
    for first, now in product(*outside):
        exact = by_definition(span._replace(line=band.toward(point(now))), first, now)
        assert any(common(each, point(exact)) == point(exact) for each in found)


@pytest.mark.parametrize(
    ("latest", "least", "most"),
    [
        # From 52 in a year, two years ahead of it: (latest - 52) / ((40 - latest) / 2).
        ((Fraction("39.5"), Fraction("40.5")), None, Fraction(-50)),
        ((Fraction("44.5"), Fraction("45.5")), Fraction(26), None),
        ((39, 46), None, None),
        (39, Fraction(-26), Fraction(-26)),
    ],
    ids=["lower end", "upper end", "wider than the band", "beyond it"],
)
def test_a_value_at_an_end_of_a_band_leaves_the_ratio_open(latest: Any, least: Any, most: Any) -> None:
    """What may just have left the band is as far from its pace as one likes: an open end, not an infinity."""
    band = Threshold(Fraction(40), upward=UP, strict=False, limit=Fraction(45))
    now = interval(latest)
    span = Span(point(52), now, band.deciding(now), Fraction(1), Fraction(2), Fraction(2))

    found = spanning(ratios(span))

    assert isinstance(found, Interval)
    assert found.ends == (least, most)


@given(st.sets(values, min_size=4, max_size=4), values, st.booleans(), durations, durations, ages)
def test_acceleration_and_time_left_hold_every_possible_one(
    four: set[Fraction], target: Fraction, upward: bool, past: int, left: int, age: Fraction
) -> None:
    """Whatever two values that surely moved toward the target stand for; each pair of points gives numbers inside."""
    low, *inside, high = sorted(four)
    base, latest = (Interval(low, inside[0]), Interval(inside[1], high))[:: 1 if upward else -1]
    line = Threshold(target, upward, False)
    span = Span(base, latest, line, Fraction(past), Fraction(left), left * (1 - age))
    found, reached = acceleration(span), projection(span).reached
    assume(isinstance(found, Interval))
    assert isinstance(found, Interval)
    pairs = list(product(grid(span.base, 5), grid(span.latest, 5)))
    inner = [span._replace(base=point(first), latest=point(now)) for first, now in pairs]

    for each in inner:
        faster = acceleration(each)
        if isinstance(faster, Interval):
            assert found.low <= faster.low <= found.high  # type: ignore[operator]
        time = projection(each).reached
        if isinstance(time, Interval) and isinstance(reached, Interval):
            assert reached.low <= time.low <= reached.high  # type: ignore[operator]


@given(st.sets(values, min_size=3, max_size=3), st.booleans(), durations, durations, ages)
def test_acceleration_and_ratio_are_each_other_turned_over(
    three: set[Fraction], upward: bool, past: int, left: int, age: Fraction
) -> None:
    """Twice the pace needed is half of what is there; and both say the same of the clock."""
    base, latest, target = sorted(three, reverse=not upward)
    line = Threshold(target, upward, False)
    span = Span(point(base), point(latest), line, Fraction(past), Fraction(left), left * (1 - age))
    fresh = span._replace(ahead=span.left)
    faster, found, before = acceleration(span), ratio(span), ratio(fresh)
    assert isinstance(faster, Interval)
    assert None not in (found.low, before.low)

    assert Fraction(found.low or 0) * Fraction(faster.low or 0) == 1
    assert Fraction(found.low or 0) == Fraction(before.low or 0) * (1 - age)


@given(st.sets(values, min_size=3, max_size=3), st.booleans(), durations, durations)
def test_need_not_hurry_exactly_where_the_pace_leads_to_the_target(
    three: set[Fraction], upward: bool, past: int, left: int
) -> None:
    """Acceleration of 1 or less, a ratio of 1 or more, a projection to the target and a reach in time are one thing."""
    base, latest, target = sorted(three, reverse=not upward)
    line = Threshold(target, upward, False)
    span = Span(point(base), point(latest), line, Fraction(past), Fraction(left), Fraction(left))
    # A target inside what there can be, or a projection stops short of it.
    where = projection(span, Extremes(0, None if upward else 100))

    in_time = at(acceleration(span)) <= 1

    assert in_time == (ratio(span).low >= 1)  # type: ignore[operator]
    assert in_time == (not short(span, where.at_due.low))  # type: ignore[union-attr, arg-type]
    assert in_time == (where.reached.low <= left)  # type: ignore[union-attr, operator]
