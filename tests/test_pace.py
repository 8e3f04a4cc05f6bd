"""How fast, how fast it must be, and their ratio: worked numbers, and laws for every interval."""

from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.milestones import milestone
from qt_ict.engine.pace import GROWTHS, Pace, acceleration, covered, pace, ratio
from qt_ict.engine.projection import projection
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.span import Span
from qt_ict.engine.thresholds import Threshold

UP, DOWN = True, False


def way(base: Any, latest: Any, target: float, past: int, whole: int, upward: bool = UP, strict: bool = False) -> Span:
    """Two values, points or [low, high], and a target after some years in all."""
    line = Threshold(exact(target), upward, strict)
    return Span(interval(base), interval(latest), line, Fraction(past), Fraction(whole - past))


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
    ("values", "observed", "from_base", "log_odds", "from_now", "faster", "compound", "linear"),
    [
        ((8, 27, 70, 4, 10), 0.361931, 0.328964, 1.100213, 0.306987, 0.848191, 1.467234, 0.766129),
        ((85, 92, 98, 5, 10), 0.141549, 0.215722, 0.656165, 0.289895, 2.048013, 1.113023, 1.076923),
        ((60, 75, 95, 5, 10), 0.138629, 0.253897, 0.546006, 0.369165, 2.662965, 0.970529, 0.857143),
        ((1, 5, 50, 5, 10), 0.330136, 0.459512, 0.718450, 0.588888, 1.783772, 0.793156, 0.163265),
    ],
)
def test_one_series_is_three_things_on_three_scales(
    values: tuple[int, int, int, int, int],
    observed: float,
    from_base: float,
    log_odds: float,
    from_now: float,
    faster: float,
    compound: float,
    linear: float,
) -> None:
    """The table of worked numbers, to the digits given."""
    span = way(*values)

    found = pace(span, "log_odds")

    expected = (observed, from_base, from_now, faster, log_odds)
    assert tuple(map(at, found)) == pytest.approx(expected, abs=5e-7)
    assert at(pace(span, "compound").ratio) == pytest.approx(compound, abs=5e-7)
    assert at(pace(span, "linear").ratio) == pytest.approx(linear, abs=5e-7)


def test_8_to_27_of_70_as_worked() -> None:
    """Distance covered, steps a year, and where the indicator ought to stand after four of ten years."""
    span = way(8, 27, 70, 4, 10)
    linear, compound = pace(span, "linear"), pace(span, "compound")

    assert covered(span) == point(Fraction(19, 62))
    assert (linear.from_base, linear.from_now) == (point(Fraction(62, 10)), point(Fraction(43, 6)))
    assert at(linear.acceleration) == pytest.approx(1.5087719, abs=5e-8)
    assert at(compound.from_now) == pytest.approx(0.1720758, abs=5e-8)
    assert at(projection(span, "compound").at_due) == pytest.approx(167.4, abs=0.05)


def test_the_value_due_after_four_years_as_worked() -> None:
    """32.8, 19.05 and 24.48 %: the same promise on three paths."""
    start, then = date(2010, 12, 31), date(2014, 12, 31)

    due = milestone("share", point(8), start, Fraction(70), 2020, then)

    assert tuple(at(due.on(scale)) for scale in SCALES) == pytest.approx((32.8, 19.0499223, 24.4809611), abs=5e-8)


def test_with_and_without_have_one_ratio_but_not_by_factors() -> None:
    """20 to 40 toward 80 %, and the rest of the households: 80 to 60 toward 20 %."""
    having, lacking = way(20, 40, 80, 5, 10), way(80, 60, 20, 5, 10, DOWN)

    assert (ratio(having, "linear"), ratio(lacking, "linear")) == (point(Fraction(2, 3)), point(Fraction(2, 3)))
    assert ratio(having, "log_odds") == ratio(lacking, "log_odds")
    assert at(ratio(having, "log_odds")) == pytest.approx(0.7075, abs=5e-5)
    assert at(ratio(having, "compound")) == 1.0
    assert at(ratio(lacking, "compound")) == pytest.approx(0.4319, abs=5e-5)


@pytest.mark.parametrize(
    ("base", "latest", "least", "most"),
    [((8.05, 8.15), (14.45, 14.55), 1.0694, 1.0926), ((7.5, 8.5), (13.5, 14.5), 0.8933, 1.1340)],
)
def test_printed_digits_leave_a_ratio_open(base: Any, latest: Any, least: float, most: float) -> None:
    """8.1 and 14.5 of 20, and the same printed as 8 and 14."""
    found = ratio(way(base, latest, 20, 3, 5), "compound")

    assert ends(found) == pytest.approx((least, most), abs=5e-5)


def test_required_growth_never_leads_back_to_a_target_already_passed() -> None:
    """60 % promised at least 50 %: there is nothing to grow, and no way of which 150 % could be covered."""
    fallen, risen = way(60, 45, 50, 2, 5), way(60, 65, 50, 2, 5)

    assert (covered(fallen), ratio(fallen, "log_odds")) == (Reason.FELL_BELOW_TARGET, Reason.FELL_BELOW_TARGET)
    assert pace(fallen, "linear").from_base == Reason.FELL_BELOW_TARGET
    assert (covered(risen), pace(risen, "linear").ratio) == (Reason.ALREADY_MET, Reason.ALREADY_MET)
    assert at(pace(fallen, "linear").observed) == -7.5


def test_growth_that_may_be_zero_has_no_acceleration() -> None:
    """Nothing times zero is what is required."""
    for latest in (30, 20, (25, 35)):
        found = pace(way(30, latest, 50, 2, 5), "log_odds")

        assert found.acceleration == Reason.NO_PROGRESS
        assert projection(way(30, latest, 50, 2, 5), "log_odds").reached == Reason.NO_PROGRESS


def test_more_than_fifty_is_progress_from_ten() -> None:
    """A value without an upper end may be at the target today, and is at the latest when its lower end is."""
    span = way(10, Interval(51, None), 100, 2, 5)

    assert ends(acceleration(span, "linear")) == pytest.approx((0, 49 / 3 / 20.5))
    assert ends(projection(span, "linear").reached) == pytest.approx((0, 49 / 20.5))
    assert ratio(span, "linear") == Interval(Fraction(41 * 5, 90 * 2), None)


def test_a_target_that_may_be_met_may_be_reached_at_once() -> None:
    """45 to 58 of 50: the way left is none or 5, never the 8 beyond."""
    span = way(40, (45, 58), 50, 2, 4)

    assert ends(projection(span, "linear").reached) == pytest.approx((0, 2))


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
    """No growth leads from nothing, and a factor of a day to the power of a year is beyond numbers."""
    assert pace(span, scale) == Pace(reason, reason, reason, reason, reason)
    assert projection(span, scale).at_due == reason


def test_a_way_too_short_for_logarithms_is_none() -> None:
    """999 999 999 999 999 998 of 999 999 999 999 999 999 is a factor of 1 for every double."""
    assert ratio(way(10**18 - 2, 5, 10**18 - 1, 2, 5), "compound") == Reason.TARGET_EQUALS_BASELINE


values = st.fractions(1, 99, max_denominator=20)
durations = st.integers(1, 8)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Two values, some of them intervals, some of them around the target, in both directions."""
    base, latest = (sorted((draw(values), draw(values))) for _ in range(2))
    if draw(st.booleans()):
        base[1] = base[0]
    line = Threshold(draw(values), draw(st.booleans()), draw(st.booleans()))
    return Span(Interval(*base), Interval(*latest), line, Fraction(draw(durations)), Fraction(draw(durations)))


def grid(value: Interval, steps: int = 24) -> list[Fraction]:
    """Points of an interval, its ends among them."""
    low, high = Fraction(value.low or 0), Fraction(value.high or 0)
    return [low + (high - low) * Fraction(step, steps) for step in range(steps + 1)] if high > low else [low]


def by_definition(span: Span, scale: Scale, base: Fraction, latest: Fraction) -> float:
    """The ratio of two points: d x observed / |required|."""
    growth = GROWTHS[scale]
    better = 1 if span.line.upward else -1
    observed = growth(base, latest, span.past)
    return float(better * observed / abs(growth(base, span.line.number, span.whole)))


def short(span: Span, value: Fraction) -> bool:
    """True for a value on the worse side of the target's number."""
    return value < span.line.number if span.line.upward else value > span.line.number


@pytest.mark.parametrize("scale", SCALES)
@given(span=spans())
def test_a_ratio_holds_every_possible_one_and_its_ends_are_possible(scale: Scale, span: Span) -> None:
    """Never too narrow, never wider than the figures: against a grid of pairs of points."""
    first = [each for each in grid(span.base) if short(span, each)]
    assume(first)
    if span.base.high != span.base.low:
        close = (grid(span.base)[-1] - grid(span.base)[0]) / 10**6
        number = span.line.number
        near = number - close if span.line.upward else number + close
        first += [near] if span.base.low <= near <= span.base.high else []  # type: ignore[operator]
    seen = [by_definition(span, scale, *pair) for pair in product(first, grid(span.latest))]

    found = ratio(span, scale)

    assert isinstance(found, Interval)
    low = -float("inf") if found.low is None else float(found.low)
    high = float("inf") if found.high is None else float(found.high)
    assert low - 1e-9 <= min(seen) <= max(seen) <= high + 1e-9
    room = 0.02 * (1 + max(map(abs, seen)))
    if found.low is not None:
        assert min(seen) <= low + room
    if found.high is not None:
        assert max(seen) >= high - room


@pytest.mark.parametrize("scale", SCALES)
@given(st.sets(values, min_size=4, max_size=4), values, st.booleans(), durations, durations)
def test_acceleration_and_time_left_hold_every_possible_one(
    scale: Scale, four: set[Fraction], target: Fraction, upward: bool, past: int, left: int
) -> None:
    """Whatever two values that surely moved toward the target stand for; each pair of points gives numbers inside."""
    low, *inside, high = sorted(four)
    base, latest = (Interval(low, inside[0]), Interval(inside[1], high))[:: 1 if upward else -1]
    span = Span(base, latest, Threshold(target, upward, False), Fraction(past), Fraction(left))
    found, reached = acceleration(span, scale), projection(span, scale).reached
    assert isinstance(found, Interval)
    pairs = list(product(grid(span.base, 5), grid(span.latest, 5)))
    inner = [span._replace(base=point(first), latest=point(now)) for first, now in pairs]

    for each in inner:
        faster = acceleration(each, scale)
        assert isinstance(faster, Interval)
        assert found.low - 1e-9 <= faster.low <= found.high + 1e-9  # type: ignore[operator]
        time = projection(each, scale).reached
        if isinstance(time, Interval) and isinstance(reached, Interval):
            assert reached.low - 1e-9 <= time.low <= reached.high + 1e-9  # type: ignore[operator]


@pytest.mark.parametrize("scale", SCALES)
@given(st.sets(values, min_size=3, max_size=3), st.booleans(), durations, durations)
def test_need_not_hurry_exactly_where_the_pace_leads_beyond_the_target(
    scale: Scale, three: set[Fraction], upward: bool, past: int, left: int
) -> None:
    """Acceleration below 1, a ratio above 1, a projection past the target and a reach in time are one thing."""
    base, latest, target = sorted(three, reverse=not upward)
    span = Span(point(base), point(latest), Threshold(target, upward, False), Fraction(past), Fraction(left))
    faster, where = acceleration(span, scale), projection(span, scale)
    assume(abs(at(ratio(span, scale)) - 1) > 1e-9)

    in_time = at(faster) < 1

    assert in_time == (at(ratio(span, scale)) > 1)
    assert in_time == (not short(span, Fraction(at(where.at_due))))
    assert in_time == (at(where.reached) < left)
