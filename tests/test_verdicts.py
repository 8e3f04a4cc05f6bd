"""What a pace means: statuses as sets, sound and sharp, the same for "with" as for "without"."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.pace import ratio
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.span import Span, short_of
from qt_ict.engine.thresholds import Threshold
from qt_ict.engine.verdict import LIMITS, Judged, of_due_year, of_present
from tests.test_pace import durations, grid, interval, values, way

Verdicts = tuple[str, ...]


def status(span: Span, scale: Scale, previous: Any = None) -> Verdicts:
    """Statuses of a target to come."""
    return of_present(span, scale, span.base if previous is None else interval(previous)).status


@pytest.mark.parametrize(
    ("scale", "expected"), [("compound", "on_track"), ("linear", "moderate"), ("log_odds", "insufficient")]
)
def test_one_series_has_three_verdicts_on_three_scales(scale: Scale, expected: str) -> None:
    """60 to 75 % in five years toward 95 % in ten: why the scale is always named."""
    assert status(way(60, 75, 95, 5, 10), scale) == (expected,)


@pytest.mark.parametrize(
    ("latest", "expected"),
    [
        (57.5, "on_track"),
        (57.49, "moderate"),
        (40, "moderate"),
        (39.99, "insufficient"),
        (10, "insufficient"),
        (9.99, "moving_away"),
        (110, "met"),
    ],
)
def test_a_limit_belongs_to_the_better_status(latest: float, expected: str) -> None:
    """95, 60 and 0 % of the 50 points that five of ten years require."""
    assert status(way(10, latest, 110, 5, 10), "linear") == (expected,)


def test_sixty_per_cent_in_log_odds_is_sixty_per_cent() -> None:
    """10 to 25 % is one of four equal steps to 90 %, in five of twelve years: 12 / 20, whatever doubles make of it."""
    assert status(way(10, 25, 90, 5, 12), "log_odds") == ("moderate",)
    assert status(way(90, 75, 10, 5, 12, upward=False), "log_odds") == ("moderate",)


@pytest.mark.parametrize(
    ("base", "latest", "expected"),
    [((8.05, 8.15), (14.45, 14.55), ("on_track",)), ((7.5, 8.5), (13.5, 14.5), ("on_track", "moderate"))],
)
def test_a_verdict_rests_on_no_hidden_digit(base: Any, latest: Any, expected: Verdicts) -> None:
    """8.1 and 14.5 of 20 decide; 8 and 14 do not."""
    assert status(way(base, latest, 20, 3, 5), "compound") == expected


def test_an_excluded_end_reaches_no_limit() -> None:
    """A value of less than 40 is just short of 60 %; exactly 40 is there."""
    just_short = Interval(30, 40, high_open=True)

    assert status(way(10, just_short, 110, 5, 10), "linear") == ("insufficient",)
    assert status(way(10, (30, 40), 110, 5, 10), "linear") == ("moderate", "insufficient")


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
    assert status(way(40, latest, 50, 5, 10), "linear", previous) == expected


def test_what_was_met_and_is_no_longer_moves_away() -> None:
    """Whatever the pace: 60 of at least 50 %, now 45; where today is open, nothing claims that it fell."""
    assert of_present(way(60, 45, 50, 2, 5), "log_odds", point(60)) == Judged(
        ("moving_away",), Reason.FELL_BELOW_TARGET
    )
    assert of_present(way(60, (45, 55), 50, 2, 5), "log_odds", point(60)) == Judged(
        ("met_but_reversing", "moving_away"), None
    )


def test_refusals_of_a_present_status_are_named() -> None:
    """No way to go, every way open, a factor beyond numbers."""
    fast = way(1, 10**6, 10**9, 2, 5)._replace(past=Fraction(1, 365))

    assert of_present(way(50, 40, 50, 2, 5, strict=True), "linear", point(50)).reason is Reason.TARGET_EQUALS_BASELINE
    assert of_present(way(10, (5, 45), 50, 5, 10), "linear", point(10)) == Judged((), Reason.BOUNDS_TOO_WIDE)
    assert of_present(fast, "compound", point(1)) == Judged((), Reason.TOO_LARGE)


def test_a_due_year_is_met_or_missed_or_either() -> None:
    """By every value that the figures leave open, and by every neighbour."""
    line = Threshold(Fraction(50), True, False)

    assert of_due_year((point(50),), line).status == ("met",)
    assert of_due_year((point(49),), line).status == ("missed",)
    assert of_due_year((Interval(49, 51),), line).status == ("met", "missed")
    assert of_due_year((point(49), point(51)), line).status == ("met", "missed")


@st.composite
def cases(draw: st.DrawFn) -> tuple[Span, Interval]:
    """Three values, points or intervals of either kind of end, and a target."""
    found = []
    for _ in range(3):
        low, high = sorted((draw(values), draw(values)))
        found.append(Interval(low, high, draw(st.booleans()), draw(st.booleans())) if low < high else point(low))
    line = Threshold(draw(values), draw(st.booleans()), draw(st.booleans()))
    base = point(found[0].low) if draw(st.booleans()) else found[0]  # type: ignore[arg-type]
    return Span(base, found[1], line, Fraction(draw(durations)), Fraction(draw(durations))), found[2]


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


@pytest.mark.parametrize("scale", SCALES)
@settings(max_examples=60)
@given(case=cases())
def test_a_set_holds_every_possible_status_and_none_that_is_impossible(
    scale: Scale, case: tuple[Span, Interval]
) -> None:
    """Against a grid of points: nothing that may be is left out, nothing that cannot be is said."""
    span, previous = case
    found = of_present(span, scale, previous)
    befores = sorted({(points := points_of(previous, span.line))[0], points[-1], points[len(points) // 2]})
    seen: set[str] = set()
    on_the_way: set[str] = set()
    for base, latest in product(points_of(span.base, span.line), points_of(span.latest, span.line)):
        one = span._replace(base=point(base), latest=point(latest))
        needed = befores if span.line.status(one.latest) == "met" else befores[:1]
        said = {each for before in needed for each in of_present(one, scale, point(before)).status}
        seen |= said
        on_the_way |= said if span.line.status(one.base) == "not_met" else set()

    if found.status:
        assert seen <= set(found.status)
        missed = set(found.status) - seen - _between(on_the_way)
        assert not missed or missed <= _grazed(span, scale)
    elif found.reason is Reason.BOUNDS_TOO_WIDE:
        assert len(seen) > 1
    else:
        assert found.reason is Reason.TARGET_EQUALS_BASELINE
        assert span.base == point(span.line.number)


def _between(seen: set[str]) -> set[str]:
    """Statuses between two that were seen: a ratio passes through them on its way from one to the other."""
    graded = [*dict(LIMITS), "moving_away"]
    places = [place for place, each in enumerate(graded) if each in seen]
    return set(graded[min(places) : max(places)]) if places else set()


def _grazed(span: Span, scale: Scale) -> set[str]:
    """Statuses that less than 2 % of a ratio reach into: a grid may miss them."""
    outcome = ratio(span._replace(latest=short_of(span.latest, span.line)), scale)
    assert isinstance(outcome, Interval)
    ends = [float(end) for end in outcome.ends if end is not None]
    ranges = {"on_track": (0.95,), "moderate": (0.6, 0.95), "insufficient": (0, 0.6), "moving_away": (0,)}
    return {each for each, limits in ranges.items() for one in limits if any(abs(end - one) < 0.02 for end in ends)}


@pytest.mark.parametrize("scale", SCALES)
@given(case=cases(), more=st.tuples(*[st.fractions(0, 1, max_denominator=20)] * 4))
def test_a_wider_value_loses_no_status(scale: Scale, case: tuple[Span, Interval], more: tuple[Fraction, ...]) -> None:
    """Knowing less never decides more, unless it decides nothing any more."""
    span, previous = case
    wider = span._replace(base=_widened(span.base, more[:2]), latest=_widened(span.latest, more[2:]))

    narrow, wide = of_present(span, scale, previous), of_present(wider, scale, previous)

    assert not wide.status or set(narrow.status) <= set(wide.status)
    assert wide.status or wide.reason is Reason.BOUNDS_TOO_WIDE or wider.base.is_point


def _widened(value: Interval, more: tuple[Fraction, ...]) -> Interval:
    low, high = Fraction(value.low or 0), Fraction(value.high or 0)
    return Interval(low - more[0] * (low - Fraction(1, 2)), high + more[1] * (99 - high))


@pytest.mark.parametrize("scale", ["linear", "log_odds"])
@given(case=cases())
def test_with_and_without_have_one_status(scale: Scale, case: tuple[Span, Interval]) -> None:
    """The mirrored values, target and direction: the very same set and reason, limits included."""
    span, previous = case
    line = Threshold(100 - span.line.number, not span.line.upward, span.line.strict)
    mirrored = span._replace(base=_mirrored(span.base), latest=_mirrored(span.latest), line=line)

    assert of_present(mirrored, scale, _mirrored(previous)) == of_present(span, scale, previous)


def _mirrored(value: Interval) -> Interval:
    return Interval(100 - Fraction(value.high or 0), 100 - Fraction(value.low or 0), value.high_open, value.low_open)
