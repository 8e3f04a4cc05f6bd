"""Formulas: published numbers, and laws that hold for every number."""

import json
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qt_ict.arithmetic import formulas
from qt_ict.arithmetic.interval import Interval, capped, joint, point, total, whole_numbers
from qt_ict.arithmetic.pairs import quotient
from qt_ict.arithmetic.rounding import half_up, printed_vaguely, rounded_down, rounded_up, truncated
from qt_ict.engine.gaps import attainment, gap
from qt_ict.engine.milestones import milestones
from qt_ict.engine.reasons import Reason
from qt_ict.engine.scales import required
from qt_ict.engine.thresholds import Threshold
from qt_ict.wording.quantities import digits_shown
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, write_plan

counts = st.integers(0, 10**6)
shares = st.fractions(0, 100, max_denominator=1000)
inner_shares = st.fractions(Fraction(1, 10), Fraction(999, 10), max_denominator=1000)
durations = st.fractions(Fraction(1, 10), 20, max_denominator=365)


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[Fraction] = shares) -> Interval:
    """An interval with both ends, open or closed."""
    low, high = sorted((draw(ends), draw(ends)))
    if low == high:
        return point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@pytest.mark.parametrize(
    ("start", "now", "target", "passed", "whole_time", "from_base", "from_now"),
    [
        (8, 27, 70, 4, 10, 0.328964, 0.306987),
        (85, 92, 98, 5, 10, 0.215722, 0.289895),
        (60, 75, 95, 5, 10, 0.253897, 0.369165),
        (1, 5, 50, 5, 10, 0.459512, 0.588888),
    ],
)
def test_log_odds_growth_as_worked(
    start: int, now: int, target: int, passed: int, whole_time: int, from_base: float, from_now: float
) -> None:
    """Worked values of the logistic method, from the base and from the latest value."""
    assert formulas.log_odds_growth(start, target, whole_time) == pytest.approx(from_base, abs=5e-7)
    assert formulas.log_odds_growth(now, target, whole_time - passed) == pytest.approx(from_now, abs=5e-7)


def test_growth_of_8_to_70_as_worked() -> None:
    """8 per cent, 27 after four years, 70 due after ten."""
    assert formulas.linear_growth(8, 70, 10) == Fraction(62, 10)
    assert float(formulas.linear_growth(27, 70, 6)) == pytest.approx(7.1666667, abs=5e-8)
    assert formulas.compound_growth(27, 70, 6) == pytest.approx(0.1720758, abs=5e-8)
    assert float(formulas.on_linear_path(8, 70, Fraction(4, 10))) == 32.8
    assert formulas.on_compound_path(8, 70, Fraction(4, 10)) == pytest.approx(19.0499223, abs=5e-8)
    assert formulas.on_log_odds_path(8, 70, Fraction(4, 10)) == pytest.approx(24.4809611, abs=5e-8)


@given(counts, st.integers(1, 10**6), shares, st.booleans())
def test_shortfall_is_the_smallest_number_that_will_do(count: int, of: int, target: Fraction, strict: bool) -> None:
    """One thing fewer would not meet the target."""
    share = target / 100
    missing = formulas.shortfall(count, Fraction(of), share, strict)

    def meets(extra: int) -> bool:
        reached = Fraction(count + extra, of)
        return reached > share if strict else reached >= share

    assert missing >= 0
    assert meets(missing)
    assert missing == 0 or not meets(missing - 1)


@given(counts, st.integers(1, 10**6), shares, st.booleans())
def test_excess_is_the_smallest_number_that_will_do(count: int, of: int, target: Fraction, strict: bool) -> None:
    """The same downward."""
    share = target / 100
    surplus = formulas.excess(count, Fraction(of), share, strict)

    def meets(fewer: int) -> bool:
        reached = Fraction(count - fewer, of)
        return reached < share if strict else reached <= share

    assert surplus >= 0
    assert meets(surplus)
    assert surplus == 0 or not meets(surplus - 1)


@given(intervals(inner_shares), inner_shares, st.booleans(), durations)
def test_with_and_without_are_judged_alike(value: Interval, target: Fraction, strict: bool, years: Fraction) -> None:
    """Rewriting "households with" as "households without" changes no verdict."""
    mirrored = Interval(100 - value.high, 100 - value.low, value.high_open, value.low_open)  # type: ignore[operator]
    above, below = Threshold(target, True, strict), Threshold(100 - target, False, strict)

    up, down = required("share", value, target, years), required("share", mirrored, 100 - target, years)

    assert above.status(value) == below.status(mirrored)
    assert gap(value, above) == gap(mirrored, below)
    for scale in ("linear", "log_odds"):
        one, other = up.on(scale), down.on(scale)  # type: ignore[arg-type]
        assert isinstance(one, Interval)
        assert isinstance(other, Interval)
        assert float(one.low) == pytest.approx(-float(other.high), abs=1e-9)  # type: ignore[arg-type]


@given(intervals(inner_shares), st.fractions(0, 1, max_denominator=50), inner_shares, durations, st.booleans())
def test_a_point_inside_gives_a_result_inside(
    value: Interval, part: Fraction, target: Fraction, years: Fraction, upward: bool
) -> None:
    """Arithmetic on intervals loses no possible result, on any scale."""
    assert value.low is not None
    assert value.high is not None
    inside = point(Fraction(value.low) + (Fraction(value.high) - Fraction(value.low)) * part)
    line = Threshold(target, upward, False)

    wide, narrow = required("share", value, target, years), required("share", inside, target, years)

    pairs = [(wide.linear, narrow.linear), (wide.compound, narrow.compound), (wide.log_odds, narrow.log_odds)]
    pairs += [(gap(value, line), gap(inside, line)), (attainment(value, line), attainment(inside, line))]
    for outer, inner in pairs:
        assert isinstance(outer, Interval)
        assert isinstance(inner, Interval)
        assert float(outer.low) - 1e-9 <= float(inner.low) <= float(outer.high) + 1e-9  # type: ignore[arg-type]


@given(intervals(), shares, st.booleans(), st.booleans(), st.fractions(0, 1, max_denominator=50))
def test_a_verdict_holds_for_every_possible_value(
    value: Interval, target: Fraction, upward: bool, strict: bool, part: Fraction
) -> None:
    """Met and not met are only said when no possible value contradicts them."""
    assert value.low is not None
    assert value.high is not None
    inside = Fraction(value.low) + (Fraction(value.high) - Fraction(value.low)) * part
    assume(not (value.low_open and inside == value.low) and not (value.high_open and inside == value.high))
    line = Threshold(target, upward, strict)

    verdict, one = line.status(value), line.status(point(inside))

    assert one in ("met", "not_met")
    assert verdict in (one, "undecided")


@given(inner_shares, inner_shares, st.integers(2011, 2030))
def test_every_path_ends_at_the_target(value: Fraction, target: Fraction, last_year: int) -> None:
    """And never leaves the stretch between value and target."""
    from datetime import date

    found = milestones("share", point(value), date(2010, 12, 31), target, date(last_year, 12, 31))

    assert [each.year for each in found] == list(range(2011, last_year + 1))
    low, high = sorted((float(value), float(target)))
    for each in found:
        for outcome in (each.linear, each.compound, each.log_odds):
            assert isinstance(outcome, Interval)
            assert low - 1e-9 <= float(outcome.low) <= high + 1e-9  # type: ignore[arg-type]
    assert found[-1].linear == found[-1].compound == found[-1].log_odds == point(target)


@given(st.fractions(-1000, 1000, max_denominator=10**6), st.integers(0, 6))
def test_rounding_is_half_up_and_outward(value: Fraction, digits: int) -> None:
    """Against the decimal library's own half up; ends never lose what they bound."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)

    assert half_up(value, digits) == exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert Fraction(rounded_down(value, digits)) <= value <= Fraction(rounded_up(value, digits))
    assert abs(Fraction(truncated(value, digits))) <= abs(value)


@given(st.integers(-(10**6), 10**6), st.integers(0, 5), st.integers(0, 3))
def test_what_a_printed_number_may_be_is_shown_to_its_ends(number: int, printed: int, digits: int) -> None:
    """412.50 in a unit of one decimal is 412.495 to 412.505: 412.50–412.51 has half of it, 412.5–412.6 far more."""
    half = Fraction(1, 2 * 10**printed)
    value = Fraction(number, 10**printed)

    shown = digits_shown(Interval(value - half, value + half), digits)

    assert shown == max(digits, printed + 1)


@given(st.fractions(-1000, 1000, max_denominator=10**6), st.fractions(Fraction(1, 10**6), 100), st.integers(0, 3))
def test_rounded_ends_leave_out_little_of_an_interval(low: Fraction, width: Fraction, digits: int) -> None:
    """Half up keeps the plan's own numbers, but a reader must not lose what the value may as well be."""
    high = low + width

    shown = digits_shown(Interval(low, high), digits)

    assert Fraction(half_up(low, shown)) - low <= width / 20
    assert high - Fraction(half_up(high, shown)) <= width / 20


@given(st.lists(intervals(), min_size=1, max_size=4))
def test_sums_and_joints_of_intervals(parts: list[Interval]) -> None:
    """A sum of ends; a joint part never larger than any of its kinds."""
    summed, together = total(parts), joint(parts)

    assert summed.low == sum(Fraction(part.low or 0) for part in parts)
    assert summed.high == sum(Fraction(part.high or 0) for part in parts)
    assert together.low == 0
    assert all(together.high is not None and part.high is not None and together.high <= part.high for part in parts)


def test_whole_numbers_quotients_and_caps() -> None:
    """The corner cases of counting."""
    assert whole_numbers(Interval(50, None, low_open=True)) == Interval(51, None)
    assert whole_numbers(Interval(0, 50, high_open=True)) == Interval(0, 49)
    assert quotient(point(1), Interval(2, None), 100) == Interval(0, 50, low_open=True)
    assert quotient(point(0), Interval(2, None), 100) == Interval(0, 0)
    assert capped(Interval(40, None, low_open=True), 100) == Interval(40, 100, low_open=True)
    assert capped(point(120), 100) == point(120)


def test_growth_over_parts_of_a_year_is_exact_to_many_digits() -> None:
    """Whole years stay rational; half a year is a root."""
    assert formulas.grown(100, Fraction(1, 100), Fraction(3)) == Fraction(1030301, 10000)
    assert float(formulas.grown(100, Fraction(21, 100), Fraction(1, 2))) == pytest.approx(110, rel=1e-15)


@pytest.mark.parametrize(
    ("kind", "value", "target", "reasons"),
    [
        ("share", point(30), 60, {}),
        ("share", Interval(0, 7), 20, {}),
        ("share", point(30), 100, {"log_odds": Reason.AT_LIMIT}),
        ("share", point(0), 20, {"compound": Reason.ZERO_BASE, "log_odds": Reason.ZERO_BASE}),
        ("share", point(120), 20, {"log_odds": Reason.OUTSIDE_SCALE}),
        ("count", point(1), 40, {"log_odds": Reason.NOT_A_SHARE}),
        ("count", point(0), 10, {"compound": Reason.ZERO_BASE, "log_odds": Reason.NOT_A_SHARE}),
        ("density", point(3), 0, {"compound": Reason.ZERO_TARGET, "log_odds": Reason.NOT_A_SHARE}),
        ("count", Interval(50, None, low_open=True), 60, {"log_odds": Reason.NOT_A_SHARE}),
    ],
)
def test_equal_steps_always_lead_and_the_other_scales_say_why_not(
    kind: str, value: Interval, target: int, reasons: dict[str, Reason]
) -> None:
    """A logarithm has no meaning at 0 and 100; what decides has no such places."""
    found = required(kind, value, Fraction(target), Fraction(5))  # type: ignore[arg-type]

    outcomes = {name: found.on(name) for name in ("linear", "compound", "log_odds")}  # type: ignore[arg-type]
    assert {name: each for name, each in outcomes.items() if isinstance(each, Reason)} == reasons
    assert isinstance(found.linear, Interval)
    if value.low is not None and value.low == value.high:
        assert found.linear == point((Fraction(target) - Fraction(value.low)) / 5)


@pytest.mark.parametrize(
    ("value", "attained", "reason"), [(0, None, "zero-value"), (1, 3.0, None), (3, 1.0, None), (6, 0.5, None)]
)
def test_a_ceiling_is_attained_by_its_number_over_the_value(
    tmp_path: Path, qt_ict: Callable[..., Result], value: int, attained: float | None, reason: str | None
) -> None:
    """At most 3 is attained threefold at 1; of 0 no ratio can be taken, though it is met."""
    target = {"comparator": "at_most", "value": 3, "due": 2015}
    folder = write_plan(tmp_path / "plan", {"2010-12-31": {"part": value}}, target, indicator=COUNT, better="lower")

    (row,) = json.loads(qt_ict("gap", "--data", str(folder), "--format", "json").out)["rows"]

    assert row["attainment"] == (attained and {"low": attained, "high": attained})
    assert row["reasons"].get("attainment") == reason
    assert row["status"] == ("met" if value <= 3 else "not_met")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("không dưới, không ít hơn, ít nhất, tối thiểu, at least", "more"),
        ("hơn, trên, over, above, more than, >, ≥", "more"),
        ("không quá, không hơn, tối đa, chưa đến, chưa tới, at most", "less"),
        ("gần, dưới, nearly, almost, under, below, less than, <, ≤", "less"),
        ("khoảng, xấp xỉ, about, ~", "about"),
    ],
)
def test_words_before_a_printed_number_make_it_a_bound(words: str, kind: str) -> None:
    """In either language, at the beginning of a sentence too; behind it "trở lên" and "trở xuống" do."""
    for word in words.split(", "):
        assert (printed_vaguely(f"{word} 90%"), printed_vaguely(f"{word.capitalize()} 90%")) == (kind, kind), word
    assert (printed_vaguely("90% trở lên"), printed_vaguely("90% trở xuống")) == ("more", "less")
    assert printed_vaguely("90%") is None


def test_of_kinds_without_a_known_most_nothing_is_known_of_what_is_all_of_them() -> None:
    """Perhaps none; as many as there can be of the kind that has fewest where that is known."""
    assert joint([Interval(5, None), Interval(7, None)]) == Interval(0, None)
    assert joint([Interval(5, None), Interval(7, 9)]) == Interval(0, 9)
    assert joint([Interval(0, 9), Interval(0, 9, high_open=True)]) == Interval(0, 9, high_open=True)
