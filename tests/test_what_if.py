"""What is assumed of figures: the value when due, when a target is reached, what it takes by a day; no observation."""

import csv
import io
import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.additions import Increment
from qt_ict.engine.observations import Choice
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing, standings
from qt_ict.engine.supposed import Supposed, needed_by, supposed, value_on
from qt_ict.loading.folder import Loaded
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Due
from tests.conftest import Result, edit
from tests.plans_with_rounds import COUNT, DENSITY, PRINTED, plan_in, rows_of, write_plan

GOAL = {"value": 50, "due": 2015}


@pytest.fixture(scope="session")
def of_parts(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """A plan with one share, its numbers to be replaced."""
    folder = tmp_path_factory.mktemp("parts")
    return plan_in(write_plan(folder, {"2010-12-31": {"part": 40, "whole": 100}}, GOAL))


class Given:
    """One share and its target, as numbers."""

    def __init__(self, plan: Plan, part: int, whole: int, value: int, **changed: Any) -> None:
        comparator, better = changed.get("comparator", "at_least"), changed.get("better", "higher")
        baseline, day = plan.rounds[0], changed.get("day", date(2010, 12, 31))
        figures = {
            name: baseline.figures[name].model_copy(update={"value": number})
            for name, number in {"part": part, "whole": whole}.items()
        }
        seen = baseline._replace(figures=figures, round=baseline.round.model_copy(update={"date": day}))
        stated = {"value": value, "comparator": comparator, "due": Due("by", (2015,))}
        self.plan = plan._replace(
            rounds=(seen,),
            round=seen.round,
            figures=figures,
            indicators={"i": plan.indicators["i"].model_copy(update={"better": better})},
            targets={"t0": plan.targets["t0"].model_copy(update=stated)},
        )
        self.as_of: date | None = changed.get("as_of")
        self.rates: Mapping[str, Fraction] = changed.get("rates", {})

    @property
    def row(self) -> Standing:
        """The target's standing."""
        (row,) = standings(self.plan, Choice(as_of=self.as_of), self.rates)
        return row

    def with_added(self, amount: int | Fraction, *, compound: bool = False) -> Supposed:
        """What becomes of it if so much is added to the part every year."""
        return under(self.row, part=Increment(Fraction(amount), compound))


def under(row: Standing, **additions: Increment) -> Supposed:
    """What becomes of a target under additions that touch it."""
    found = supposed(row, additions)
    assert found is not None
    return found


def of(shipped: Loaded, target: str, **additions: int | Increment) -> Supposed:
    """The same of a target of the shipped plan, by numbers a year."""
    row = next(each for each in standings(shipped.plan) if each.id == target)
    said = {
        name: each if isinstance(each, Increment) else Increment(Fraction(each)) for name, each in additions.items()
    }
    return under(row, **said)


def test_two_thousand_households_a_year_as_worked(shipped: Loaded) -> None:
    """(130654 + 5 x 2000) / 145470, above 95 % when 138197 are reached, in the fourth year."""
    found = of(shipped, "tv_2015", households_with_tv=2000)

    assert found.value == point(Fraction(140654 * 100, 145470))
    assert found.things == point(140654)
    assert (found.status, found.reached, found.is_all) == ("met", point(2014), False)


def test_five_per_cent_a_year_is_compounded(shipped: Loaded) -> None:
    """130654 x 1.02^5 = 144252.57, of which whole households count."""
    found = of(shipped, "tv_2015", households_with_tv=Increment(Fraction(2, 100), compound=True))

    assert found.things == point(144252)
    assert found.reached == point(2013)


def test_no_more_of_a_whole_is_supposed_than_there_is(shipped: Loaded) -> None:
    """155,654 of 145,470 households cannot be: all of them, and that is said."""
    found = of(shipped, "tv_2015", households_with_tv=5000)

    assert (found.value, found.things, found.is_all) == (point(100), point(145470), True)
    assert (found.status, found.reached) == ("met", point(2012))


def test_a_denominator_may_grow_too(shipped: Loaded) -> None:
    """(130654 + 5 x 2000) / (145470 + 5 x 3000)."""
    found = of(shipped, "tv_2015", households_with_tv=2000, households=3000)

    assert found.value == point(Fraction(140654 * 100, 160470))
    assert found.status == "not_met"


def test_what_two_kinds_share_grows_as_far_as_the_other_allows(shipped: Loaded) -> None:
    """Internet alone grows: at most the 16,687 households with a computer, perhaps none; never more than that."""
    found = of(shipped, "computer_and_broadband_2015", households_with_internet=2000)

    assert found.value == Interval(0, Fraction(16687 * 100, 145470))
    assert (found.status, found.reached) == ("not_met", Reason.NOT_IN_FIFTY_YEARS)


def test_both_kinds_growing_may_reach_and_need_not(shipped: Loaded) -> None:
    """29,095 of both are needed for more than 20 %: 10,338 + 4,000 a year has as many in the fifth year."""
    found = of(shipped, "computer_and_broadband_2015", households_with_internet=4000, households_with_computer=4000)

    assert found.value == Interval(0, Fraction(30338 * 100, 145470))
    assert (found.status, found.reached) == ("undecided", Interval(2015, None))


def test_nothing_is_said_of_targets_that_are_not_touched(shipped: Loaded) -> None:
    """Nor of those whose indicator is only related to them."""
    rows = standings(shipped.plan)
    touched = {row.id for row in rows if supposed(row, {"schools": Increment(Fraction(1))})}
    proxies = {row.id for row in rows if row.target.measure == "proxy"}

    assert not touched & proxies
    assert "tv_2015" not in touched


def test_a_percentage_takes_points(tmp_path: Path) -> None:
    """22 % printed is [21.5, 22.5): both ends move by two points a year, and no percentage passes 100."""
    (row,) = rows_of(write_plan(tmp_path, {"2010-12-31": {"printed": 22}}, GOAL, indicator=PRINTED))
    two, twenty = (under(row, printed=Increment(Fraction(each))) for each in (2, 20))

    assert two.value == Interval(Fraction(63, 2), Fraction(65, 2))
    assert (two.status, two.things, two.reached) == ("not_met", None, Interval(2024, 2025))
    assert (twenty.value, twenty.is_all) == (point(100), True)


def test_a_percentage_of_a_known_whole_moves_by_whole_things(tmp_path: Path) -> None:
    """22 % of 73 is 16; five years of two points are 7.3 of 73, so 7 things."""
    figures = {"whole": 73, "printed": {"value": 22, "of": "whole"}}
    (row,) = rows_of(write_plan(tmp_path, {"2010-12-31": figures}, GOAL, indicator=PRINTED))
    found = under(row, printed=Increment(Fraction(2)))

    assert (found.value, found.things) == (point(Fraction(2300, 73)), point(23))


def test_a_density_and_a_count_have_no_ceiling(tmp_path: Path) -> None:
    """More than 100 per 100 is usual for phones."""
    goal = {"value": 150, "due": 2015}
    (dense,) = rows_of(write_plan(tmp_path / "d", {"2010-12-31": {"density": 90}}, goal, indicator=DENSITY))
    (count,) = rows_of(write_plan(tmp_path / "c", {"2010-12-31": {"part": 90}}, goal, indicator=COUNT))

    assert under(dense, density=Increment(Fraction(25, 2))).value.ends == (Fraction(304, 2), Fraction(306, 2))
    assert under(count, part=Increment(Fraction(12))).value == point(150)


def test_a_figure_in_both_places_is_one_number(tmp_path: Path) -> None:
    """Of a part that is counted among itself and another, both grow: (40 + 50) / (100 + 50)."""
    parts = {"unit": "%", "numerator": "part", "denominator": ["part", "rest"], "factor": 100}
    (row,) = rows_of(write_plan(tmp_path, {"2010-12-31": {"part": 40, "rest": 60}}, GOAL, indicator=parts))

    assert under(row, part=Increment(Fraction(10))).value == point(60)


def test_every_figure_is_counted_from_its_own_date(tmp_path: Path) -> None:
    """The part is of the end of 2010, though its round is a year later: five years of ten, not four."""
    figures = {"part": {"value": 40, "date": "2010-12"}, "whole": {"value": 100, "date": "2011-12"}}
    (row,) = rows_of(write_plan(tmp_path, {"2011-12-31": figures}, GOAL))

    assert under(row, part=Increment(Fraction(1))).value == point(45)
    assert under(row, whole=Increment(Fraction(-5))).value == point(50)


def test_it_is_added_to_the_latest_value_that_can_be_compared(tmp_path: Path) -> None:
    """A later round that counts something else, or lacks the denominator, is none."""
    rounds = {
        "2010-12-31": {"part": 40, "whole": 100},
        "2012-12-31": {"part": 43, "whole": 100},
        "2013-12-31": {"part": {"value": 60, "definition": {"vi": "x", "en": "x"}}, "whole": 100},
        "2014-06-30": {"part": 49},
    }
    (row,) = rows_of(write_plan(tmp_path, rounds, GOAL))

    assert under(row, part=Increment(Fraction(2))).value == point(49)
    (first,) = standings(row.plan, Choice(round="baseline_0"))
    assert under(first, part=Increment(Fraction(2))).value == point(50)


def test_a_due_date_that_is_over_has_no_assumed_value(tmp_path: Path) -> None:
    """When it would be reached is still asked of the latest value."""
    rounds = {"2010-12-31": {"part": 40, "whole": 100}, "2016-12-31": {"part": 46, "whole": 100}}
    (row,) = rows_of(write_plan(tmp_path, rounds, GOAL))
    found = under(row, part=Increment(Fraction(2)))

    assert (found.value, found.status, found.reached) == (Reason.DUE_PASSED, None, point(2018))


def test_a_target_without_a_year_is_reached_in_one(tmp_path: Path) -> None:
    """It has no due date to say a value of."""
    (row,) = rows_of(write_plan(tmp_path, {"2010-12-31": {"part": 40, "whole": 100}}, {"value": 50}))
    found = under(row, part=Increment(Fraction(3)))

    assert (found.value, found.reached) == (Reason.NO_DUE_YEAR, point(2014))


def test_a_target_reckoned_from_a_baseline_that_is_a_range_has_both_ends(tmp_path: Path) -> None:
    """Double 21.5 to 22.5 is 43 to 45: after five years of 4.4 points 43.5 to 44.5 may be either."""
    double = {"value": None, "from_baseline": "double", "due": 2015}
    (row,) = rows_of(write_plan(tmp_path, {"2010-12-31": {"printed": 22}}, double, indicator=PRINTED))

    assert under(row, printed=Increment(Fraction(44, 10))).status == "undecided"
    assert under(row, printed=Increment(Fraction(6))).status == "met"
    assert under(row, printed=Increment(Fraction(1))).status == "not_met"


def test_what_is_met_may_be_lost_under_an_assumption(of_parts: Plan) -> None:
    """The status of the data stays."""
    given_ = Given(of_parts, 60, 100, 50)
    found = given_.with_added(-3)

    assert (given_.row.distance.status, found.status, found.reached) == ("met", "not_met", Reason.ALREADY_MET)


def test_fewer_than_none_are_never_left(of_parts: Plan) -> None:
    """Forty without eleven a year are gone in the fourth year."""
    found = Given(of_parts, 40, 100, 5, comparator="at_most", better="lower").with_added(-11)

    assert (found.value, found.reached) == (point(0), point(2014))


things = st.integers(0, 10**6)
days = st.dates(date(2010, 1, 1), date(2014, 6, 30))


@st.composite
def short_of(draw: st.DrawFn, plan: Plan, **changed: Any) -> Given:
    """A share that does not meet its target."""
    whole = draw(st.integers(1, 10**6))
    part = draw(st.integers(0, whole))
    upward = draw(st.booleans())
    comparator = draw(st.sampled_from(("at_least", "more_than") if upward else ("at_most", "less_than")))
    value = draw(st.integers(1, 99))
    found = Given(
        plan,
        part,
        whole,
        value,
        comparator=comparator,
        better="higher" if upward else "lower",
        day=draw(days),
        **changed,
    )
    assume(found.row.distance.status == "not_met" and isinstance(found.row.distance.shortfall, Interval))
    return found


def a_year(each: Given) -> int:
    """The fewest whole things a year that will do, above 0 where they are to be added."""
    needed = each.row.distance.things_per_year
    assert isinstance(needed, Interval)
    assert needed.low is not None
    line = each.row.line
    assert line is not None
    return math.ceil(needed.low) * (1 if line.upward else -1)


@settings(max_examples=60)
@given(data=st.data())
def test_what_a_year_needs_is_just_enough(of_parts: Plan, data: st.DataObject) -> None:
    """The things a year that a gap asks for reach the target by the due date; one less a year does not."""
    each = data.draw(short_of(of_parts))
    enough = a_year(each)
    less = enough - 1 if enough > 0 else enough + 1

    assert each.with_added(enough).status == "met"
    assert each.with_added(less).status == "not_met"


@settings(max_examples=40)
@given(data=st.data())
def test_so_it_is_with_a_growing_denominator(of_parts: Plan, data: st.DataObject) -> None:
    """The shortfall counts it too; all of it may be needed, and more than that there is none."""
    rate = data.draw(st.fractions(0, Fraction(1, 20), max_denominator=1000))
    each = data.draw(short_of(of_parts, rates={"whole": rate}))
    assume(a_year(each) != 0)
    enough = a_year(each)

    assert each.with_added(enough).status == "met"
    assert each.with_added(enough - 1 if enough > 0 else enough + 1).status == "not_met"


@settings(max_examples=40)
@given(data=st.data(), more=st.integers(0, 10**5), amount=st.integers(0, 10**5))
def test_more_is_never_later(of_parts: Plan, data: st.DataObject, more: int, amount: int) -> None:
    """In the better direction more a year is never farther at the due date, and reached no later."""
    each = data.draw(short_of(of_parts))
    toward = 1 if each.row.line and each.row.line.upward else -1
    some, most = (each.with_added(toward * number) for number in (amount, amount + more))

    assert isinstance(some.value, Interval)
    assert isinstance(most.value, Interval)
    assert toward * (Fraction(most.value.low or 0) - Fraction(some.value.low or 0)) >= 0
    assert year(most) <= year(some)


def year(found: Supposed) -> float:
    """The year in which every possible value has reached the target."""
    if not isinstance(found.reached, Interval) or found.reached.high is None:
        return math.inf
    return float(found.reached.high)


@settings(max_examples=30)
@given(part=things, rest=things, value=st.integers(0, 100), day=days)
def test_nothing_added_is_the_present(of_parts: Plan, part: int, rest: int, value: int, day: date) -> None:
    """The value, and the status of the data."""
    each = Given(of_parts, part, part + rest + 1, value, day=day)
    found = each.with_added(0)

    assert (found.value, found.status) == (each.row.distance.value, each.row.distance.status)
    assert value_on(each.row, {"part": Increment(Fraction(0))}, day) == found.value


@settings(max_examples=40)
@given(part=things, rest=things, value=st.integers(1, 99), amount=st.integers(-(10**5), 10**5), day=days)
@example(part=1, rest=3, value=50, amount=1, day=date(2010, 7, 2))
def test_with_and_without_are_one(of_parts: Plan, part: int, rest: int, value: int, amount: int, day: date) -> None:
    """Some more with is as many fewer without: the same status, reached in the same year."""
    whole = part + rest
    assume(whole)
    with_ = Given(of_parts, part, whole, value, day=day)
    without = Given(of_parts, rest, whole, 100 - value, day=day, comparator="at_most", better="lower")
    one, other = with_.with_added(amount), without.with_added(-amount)

    assert isinstance(one.value, Interval)
    assert isinstance(other.value, Interval)
    # Without what there is none of nothing can be taken away: with, no more than all are added.
    assert one.value.low == 100 - Fraction(other.value.high or 0)
    assert (one.status, one.reached) == (other.status, other.reached)


@settings(max_examples=40)
@given(data=st.data(), as_of=st.dates(date(2014, 7, 1), date(2015, 12, 30)))
def test_by_the_due_date_it_takes_what_growth_says_from_now_on(
    of_parts: Plan, data: st.DataObject, as_of: date
) -> None:
    """One count of what is required from the last day known on."""
    each = data.draw(short_of(of_parts, as_of=as_of))

    assert needed_by(each.row, date(2015, 12, 31)) == each.row.distance.from_now


def test_by_a_day_of_ones_own_as_worked(shipped: Loaded) -> None:
    """7,543 households in the 899/366 years from 17 July 2012, day 199 of 366, to the end of 2014."""
    row = next(each for each in standings(shipped.plan) if each.id == "tv_2015")
    found = needed_by(row, date(2014, 12, 31))
    left = 2 + Fraction(366 - 199, 366)

    assert found.years == left
    assert found.things_per_year == point(7543 / left)
    assert found.linear == point((95 - Fraction(130654 * 100, 145470)) / left)


def test_by_a_day_nothing_is_needed_of_what_is_met(of_parts: Plan) -> None:
    """Nor can it be said of what nobody measures."""
    assert needed_by(Given(of_parts, 60, 100, 50).row, date(2013, 12, 31)).linear is Reason.ALREADY_MET


def document(qt_ict: Callable[..., Result], *arguments: str) -> Any:
    """What a command says to programs."""
    result = qt_ict(*arguments, "--format", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


ADD = ("--add", "households_with_tv=2000")


@pytest.mark.parametrize(
    "command", [("gap",), ("progress",), ("forecast",), ("path", "tv"), ("brief",)], ids=lambda command: command[0]
)
def test_every_command_prints_the_assumption_as_one(qt_ict: Callable[..., Result], command: tuple[str, ...]) -> None:
    """In words, as data, as a line of CSV; the status that counts stays that of the data."""
    plain, assumed = document(qt_ict, *command), document(qt_ict, *command, *ADD)
    key = "targets" if command[0] == "path" else "rows"
    (row,) = [each for each in assumed[key] if each["assumed"]]
    text = qt_ict(*command, *ADD, "--lang", "vi").out

    assert command[0] == "brief" or "addition-assumed" in [each["code"] for each in assumed["assumptions"]]
    assert (row["assumed"]["status"], row["assumed"]["reached"]) == ("met", {"low": 2014, "high": 2014})
    assert [{**each, "assumed": 0} for each in plain[key]] == [{**each, "assumed": 0} for each in assumed[key]]
    assert "mỗi năm thêm 2.000 hộ" in text
    assert "96,69" in text


def test_csv_says_it_too(qt_ict: Callable[..., Result]) -> None:
    """A reader of the lines alone is told that it is assumed, and of what."""
    out = qt_ict("gap", "--year", "2015", *ADD, "--format", "csv").out
    (row,) = [each for each in csv.DictReader(io.StringIO(out)) if each["assumed_status"]]

    assert row["status"] == "not_met"
    assert (row["assumed_additions_figure"], row["assumed_additions_amount"]) == ("households_with_tv", "2000")
    assert row["assumed_text_en"] == (
        'Assumed: "Households with a television set" gains 2,000 households every year: '
        f"{row['assumed_text_en'].split(': ')[2]}"
    )


def test_what_nobody_assumes_stands_in_no_row(qt_ict: Callable[..., Result]) -> None:
    """Data without an assumption are as they were."""
    assert "assumed" not in document(qt_ict, "gap")["rows"][0]
    assert "by" not in document(qt_ict, "growth")["rows"][0]


def test_a_path_says_each_day_under_the_assumption(qt_ict: Callable[..., Result]) -> None:
    """Beside what was observed, in a column of its own."""
    rows = document(qt_ict, "path", "tv", *ADD)["rows"]

    assert [(each["day"], round(each["assumed"]["low"], 2)) for each in rows][:2] == [
        ("2010-12-31", 89.82),
        ("2011-12-31", 91.19),
    ]
    assert [each["observed"] is None for each in rows] == [False, True, True, True, True, True]


@pytest.mark.parametrize("command", [("gap",), ("growth",), ("path", "tv"), ("brief",)], ids=lambda command: command[0])
def test_by_a_day_is_said_on_every_command_that_takes_it(
    qt_ict: Callable[..., Result], command: tuple[str, ...]
) -> None:
    """In points and in whole households a year, which are rounded up: fewer would not do."""
    found = document(qt_ict, *command, "--by", "2014-12-31")
    row = next(each for each in found["targets" if command[0] == "path" else "rows"] if each["target"] == "tv_2015")
    text = qt_ict(*command, "--by", "31/12/2014", "--lang", "en").out

    assert row["by"]["things_per_year"]["low"] == pytest.approx(7543 / (2 + 167 / 366))
    assert "2.11" in text
    assert "3,071 households" in text


def test_by_a_day_within_a_year_all_that_is_missing_is_named(qt_ict: Callable[..., Result]) -> None:
    """A rate a year of half a year would be twice what is to be done."""
    text = qt_ict("path", "tv", "--by", "2012-12-31", "--lang", "en").out

    assert "5.18" in text
    assert "7,543 households in 0.46 years" in text


@pytest.mark.parametrize(
    "named",
    [
        "households_with_tv",
        "households-with-tv",
        "tv",
        "tv_2015",
        "Hộ có máy thu hình",
        "households with a television set",
    ],
)
def test_a_figure_goes_by_what_is_printed(qt_ict: Callable[..., Result], named: str) -> None:
    """Its id or name, or those of an indicator or target that counts it alone."""
    found = document(qt_ict, "gap", "--year", "2015", "--add", f"{named}=2000")

    assert [each["target"] for each in found["rows"] if each["assumed"]] == ["tv_2015"]


@pytest.mark.parametrize(
    ("said", "problem", "advice"),
    [
        ("2000", "--add 2000 is not understood", "households_with_tv=2000"),
        ("tv=", "--add tv= is not understood", "households_with_tv=2000"),
        ("tv=many", "--add tv=many is not understood", "households_with_tv=2000"),
        ("tv=2.000", "--add tv=2.000 can be read in two ways", "Write thousands without a sign: 2000"),
        ("tv=-100%", "--add tv=-100% is not understood", "above -100%"),
        ("tv=1001%", "--add tv=1001% is not understood", "up to 1000%"),
        ("households_with_tvs=1", "there is no figure called households_with_tvs", "Did you mean households_with_tv"),
        ("computer_and_broadband=1", "computer_and_broadband is computed from several figures", "Name one of them"),
        (
            "communes_with_telephone=2%",
            "the figure is a share itself",
            "Write 2 (without %) to add 2 percentage points",
        ),
    ],
)
def test_what_is_not_understood_is_refused_with_the_next_step(
    qt_ict: Callable[..., Result], said: str, problem: str, advice: str
) -> None:
    """Nothing is guessed, and nothing is computed."""
    result = qt_ict("gap", "--add", said, "--lang", "en")

    assert (result.code, result.out) == (2, "")
    assert problem in result.err
    assert advice in result.err


def test_a_figure_of_no_indicator_is_refused_by_name(qt_ict: Callable[..., Result], plan_copy: Path) -> None:
    """What is assumed of it would change nothing."""
    edit(plan_copy / "indicators.yaml", "    figure: bts_stations\n", "    figure: phone_subscriptions\n")
    result = qt_ict("gap", "--add", "bts_stations=5", "--lang", "en", "--data", str(plan_copy))

    assert result.code == 2
    assert "no indicator is computed from bts_stations" in result.err


def test_one_figure_has_one_assumption(qt_ict: Callable[..., Result]) -> None:
    """Two would contradict each other, by whichever option they come."""
    twice = qt_ict("gap", "--add", "tv=1", "--add", "households_with_tv=2", "--lang", "en")
    both = qt_ict("gap", "--add", "households=1", "--growth", "households=1%", "--lang", "en")

    assert (twice.code, both.code) == (2, 2)
    assert "--add supposes something else of households_with_tv" in twice.err
    assert "--growth supposes something else of households" in both.err


def test_a_day_that_has_passed_is_refused(qt_ict: Callable[..., Result]) -> None:
    """Nothing can be reached by then; an earlier day to count from can be named."""
    late = qt_ict("gap", "--by", "2012-07-17", "--lang", "en")
    early = qt_ict("gap", "--by", "2012-07-17", "--as-of", "2011-12-31", "--lang", "en")

    assert (late.code, early.code) == (2, 0)
    assert "--by 2012-07-17 is not after 2012-07-17" in late.err


def test_a_table_of_series_takes_no_assumption(qt_ict: Callable[..., Result]) -> None:
    """It has no figures."""
    result = qt_ict("progress", "--input", "examples/series.csv", "--method", "eurostat", *ADD, "--lang", "en")

    assert result.code == 2
    assert "--add is for a plan" in result.err


def test_an_assumption_that_touches_nothing_says_so(qt_ict: Callable[..., Result]) -> None:
    """Otherwise it would seem to have been forgotten."""
    text = qt_ict("gap", "--year", "2015", "--add", "officials_total=1", "--domain", "households", "--lang", "en")

    assert text.code == 2 or "No target here is computed from these figures." in text.out


def test_a_part_of_a_sum_is_no_more_than_its_own_whole(qt_ict: Callable[..., Result]) -> None:
    """All 30 upper secondary schools have Internet: what is supposed of them cannot connect primary schools."""
    addition = "upper_secondary_schools_with_internet=10"
    said = json.loads(qt_ict("gap", "--year", "2015", "--add", addition, "--format", "json").out)
    row = next(each for each in said["rows"] if each["target"] == "school_internet_2015")
    assert row["assumed"]["things"] == {"low": 306, "high": 306}
    assert row["assumed"]["status"] == "not_met"


def test_more_than_a_number_is_reached_in_the_year_after_it_is_that_number(
    qt_ict: Callable[..., Result], tmp_path: Path
) -> None:
    """10 of 100, 20 two years later: exactly 30 at the end of 2014, so "more than 30" is met in 2015 alone."""
    rounds = {"2010-12-31": {"part": 10, "whole": 100}, "2012-12-31": {"part": 20, "whole": 100}}
    said = {}
    for comparator in ("more_than", "at_least"):
        folder = write_plan(tmp_path / comparator, rounds, {"value": 30, "due": 2016, "comparator": comparator})
        said[comparator] = qt_ict("path", "i", "--data", str(folder), "--lang", "en").out
    assert "2.0 years, in 2015" in said["more_than"]
    assert "2.0 years, in 2014" in said["at_least"]


def test_what_it_takes_by_a_day_stands_in_a_table_on_a_hundred_columns(qt_ict: Callable[..., Result]) -> None:
    """Cells wrap as those of the main table do; none becomes a list of lines."""
    out = qt_ict("gap", "--by", "2013", "--year", "2015", "--lang", "vi").out
    said = out.split("Để đạt mục tiêu vào 31/12/2013")[1].splitlines()

    assert not any(line.startswith("  Số liệu mới nhất") for line in said)
    row = said[said.index("Trường học có Internet · tất cả") + 1]
    assert re.split("  +", row.strip()) == ["95,92% (2010)", "2,80 điểm %", "9 trường", "1,18 điểm %"]
    assert max(map(len, said)) <= 100


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ({"value": 90}, 100),
        ({"value": 90, "unit": "subscriptions"}, 115),
        ({"value": 120}, 120),
    ],
)
def test_only_a_whole_of_the_same_things_is_a_limit(tmp_path: Path, part: dict[str, Any], value: int) -> None:
    """Subscriptions may be more than the people they are printed of; a part is no more than its whole."""
    unit = part.get("unit", "things")
    figures = {"whole": 100, "part": {"of": "whole", **part}}
    units = {"subscriptions": {"kind": "count"}}
    target = {"due": 2015, "value": 130}
    how: dict[str, Any] = {"indicator": {"unit": unit, "figure": "part"}, "units": units}
    (row,) = rows_of(write_plan(tmp_path, {"2010-12-31": figures}, target, **how))

    found = supposed(row, {"part": Increment(Fraction(5))})

    assert found is not None
    assert found.value == point(value)
