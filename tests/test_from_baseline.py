"""Targets that a plan says by its baseline: stored as said, computed from it, ranges included."""

import json
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.standing import Standing
from qt_ict.loading.folder import load
from qt_ict.model.from_baseline import from_baseline
from tests.conftest import ROOT, Result
from tests.plans_with_rounds import COUNT, DENSITY, PRINTED, SHARE, rows_of, write_plan

Run = Callable[..., Result]
START, LATER = "2010-12-31", "2012-12-31"


def target(said: str, **more: Any) -> dict[str, Any]:
    """A target of 2015 that is said by the baseline."""
    return {"due": 2015, "from_baseline": said, **more}


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("double", 80),
        ("halve", 20),
        ("x 1.5", 60),
        ("x1.5", 60),
        ("+10 points", 50),
        ("-10 points", 30),
        ("+10%", 44),
        ("+10%", 44),
        ("-30%", 28),
        ("-100%", 0),
        ("+7.5 points", Fraction(95, 2)),
    ],
)
def test_a_number_follows_from_the_baseline(said: str, number: Fraction) -> None:
    """Of 40: ten points more are 50, ten per cent more 44."""
    assert from_baseline(said).of(Fraction(40)) == number


@pytest.mark.parametrize(
    "said",
    [
        "twice",
        "2",
        2,
        "x",
        "x -2",
        "10 points",
        "+10",
        "+ 10 points",
        "-101%",
        "+1e3%",
        "+10,5 points",
        True,
        ["double"],
    ],
)
def test_whatever_else_is_refused_at_its_place(tmp_path: Path, said: Any) -> None:
    """A bare +10 could be points or per cent; nothing is guessed."""
    loaded, (finding,) = load(write_plan(tmp_path, {START: {"printed": 40}}, target(said), indicator=PRINTED))

    assert loaded is None
    assert (finding.rule.code, "from_baseline" in finding.place.text) == ("QT203", True)


@pytest.mark.parametrize(
    ("said", "indicator", "fits"),
    [
        ("+10 points", PRINTED, True),
        ("+10 things", PRINTED, False),
        ("+10 things", COUNT, True),
        ("+10 points", COUNT, False),
        ("+1.5 things", COUNT, False),
        ("+10 per_100", DENSITY, True),
        ("+1.5 per_100", DENSITY, True),
        ("+10 things", DENSITY, False),
        ("-30%", COUNT, True),
        ("x 1.5", COUNT, True),
    ],
)
def test_what_is_added_is_in_the_targets_own_unit(
    tmp_path: Path, said: str, indicator: dict[str, Any], fits: bool
) -> None:
    """Points are of shares; whole things are added to counts."""
    figures = {"printed": 40, "part": 40, "density": 40}
    loaded, findings = load(write_plan(tmp_path, {START: figures}, target(said), indicator=indicator))

    assert ([each.rule.code for each in findings], loaded is not None) == ([] if fits else ["QT206"], fits)


@pytest.mark.parametrize(
    "said",
    [
        {"from_baseline": "double", "value": 80},
        {"from_baseline": "double", "comparator": "between"},
        {"from_baseline": "double", "comparator": "most", "unit": None},
    ],
)
def test_a_target_is_said_once(tmp_path: Path, said: dict[str, Any]) -> None:
    """By a number or by the baseline, with a unit, and with a comparator that takes one number."""
    loaded, (finding,) = load(write_plan(tmp_path, {START: {"printed": 40}}, {"due": 2015, **said}, indicator=PRINTED))

    assert (loaded, finding.rule.code) == (None, "QT206")


def one(folder: Path, rounds: dict[str, dict[str, Any]], said: dict[str, Any], **how: Any) -> Standing:
    """The standing of one target."""
    (row,) = rows_of(write_plan(folder, rounds, said, **how))
    return row


def test_twice_a_share_as_worked(tmp_path: Path) -> None:
    """13 of 100 to 15 of 100, and 26 wanted: 57.7% attained, 11 points and 110 things missing, 2 of 13 covered."""
    rounds = {START: {"part": 130, "whole": 1000}, LATER: {"part": 150, "whole": 1000}}

    row = one(tmp_path, rounds, target("double"))

    assert (row.distance.attainment, row.distance.gap) == (point(Fraction(15, 26)), point(11))
    assert (row.distance.shortfall, row.distance.required.linear) == (point(110), point(Fraction(11, 3)))
    assert row.course.covered == point(Fraction(2, 13))


@pytest.mark.parametrize(
    ("comparator", "said", "status"),
    [
        ("at_least", "x 1.5", "met"),
        ("more_than", "x 1.5", "not_met"),
        ("at_most", "x 1.5", "met"),
        ("less_than", "x 1.5", "not_met"),
        ("about", "x 1.5", "met"),
        ("at_least", "+20 points", "met"),
        ("at_least", "+20%", "met"),
        ("at_least", "+21 points", "not_met"),
    ],
)
def test_comparators_hold_at_the_number_reckoned(tmp_path: Path, comparator: str, said: str, status: str) -> None:
    """40 became 60: exactly one and a half times."""
    rounds = {START: {"part": 40, "whole": 100}, LATER: {"part": 60, "whole": 100}}

    assert one(tmp_path, rounds, target(said, comparator=comparator)).distance.status == status


SURVEY = {"printed": {"value": 30, "low": 28, "high": 32, "confidence": 95}}
"""A baseline that is a range."""


def test_the_baseline_attains_half_of_its_double_exactly(tmp_path: Path) -> None:
    """The same unknown number stands above and below the line; what is missing is the baseline itself."""
    row = one(tmp_path, {START: SURVEY}, target("double"), indicator=PRINTED)

    assert (row.distance.attainment, row.distance.gap) == (point(Fraction(1, 2)), Interval(28, 32))
    assert (row.distance.status, row.distance.required.linear) == (
        "not_met",
        Interval(Fraction(28, 5), Fraction(32, 5)),
    )


def test_ten_points_more_are_ten_points_missing(tmp_path: Path) -> None:
    """However uncertain the baseline is."""
    row = one(tmp_path, {START: SURVEY}, target("+10 points"), indicator=PRINTED)

    assert (row.distance.gap, row.distance.required.linear) == (point(10), point(2))


def test_a_later_value_is_uncertain_together_with_the_target(tmp_path: Path) -> None:
    """56 to 64 wanted, 50 there: 6 to 14 missing; the part covered is 22/32 at most, 18/32 at least."""
    row = one(tmp_path, {START: SURVEY, LATER: {"printed": 50}}, target("double"), indicator=PRINTED, transcribed=False)

    assert row.distance.gap == Interval(6, 14)
    assert row.course.covered == Interval(Fraction(18, 32), Fraction(22, 28))
    assert row.distance.status == "not_met"


@pytest.mark.parametrize(("value", "status"), [(55, "not_met"), (56, "undecided"), (63, "undecided"), (64, "met")])
def test_a_status_is_decided_where_both_ends_of_the_baseline_agree(tmp_path: Path, value: int, status: str) -> None:
    """Double of 28 to 32 is 56 to 64."""
    rounds = {START: SURVEY, LATER: {"printed": value}}

    assert one(tmp_path, rounds, target("double"), indicator=PRINTED, transcribed=False).distance.status == status


def test_kept_as_it_was_is_met_by_the_baseline(tmp_path: Path) -> None:
    """Not less than in the baseline: no width of it makes that doubtful."""
    row = one(tmp_path, {START: SURVEY}, target("x 1"), indicator=PRINTED)

    assert (row.distance.status, row.distance.gap) == ("met", point(0))


def test_things_are_missing_of_a_rounded_count(tmp_path: Path) -> None:
    """Half of 29500 to 30499 things must go, of the same unknown number."""
    figures = {"part": {"value": 30000, "rounded_to": 1000}}
    row = one(tmp_path, {START: figures}, target("halve", comparator="at_most"), indicator=COUNT, better="lower")

    assert row.distance.gap == Interval(Fraction(29500, 2), Fraction(30499, 2))
    assert row.distance.shortfall == Interval(14750, 15250)


@pytest.mark.parametrize(
    ("rounds", "said", "reason"),
    [
        ({START: {"printed": {"value": 30, "comparator": "at_least"}}}, target("double"), None),
        ({START: {"part": {"value": 30, "comparator": "at_least"}}}, target("double"), Reason.BASELINE_UNBOUNDED),
        ({START: {"part": 30}}, target("-31 things"), Reason.BELOW_ZERO),
        ({START: {"part": 30}}, target("double", measure="proxy"), Reason.PROXY_ONLY),
        ({START: {"part": 30}}, target("double", measure="none", indicator=None), Reason.NO_BASELINE),
    ],
)
def test_without_a_baseline_the_reason_is_named(
    tmp_path: Path, rounds: dict[str, Any], said: dict[str, Any], reason: Reason | None
) -> None:
    """Never 0, never blank."""
    printed = "printed" in rounds[START]
    row = one(tmp_path, rounds, said, indicator=PRINTED if printed else COUNT)

    assert (row.distance.reason, row.distance.status == "not_measurable") == (reason, reason is not None)
    assert bool(row.reckoned(row.target)) == (reason is None)


def test_the_first_comparable_value_is_the_baseline(tmp_path: Path) -> None:
    """One that counts something else is not."""
    planned = {"value": 30, "definition": "as_planned"}
    old = {"value": 10, "definition": "kiểu cũ"}
    rounds = {START: {"part": old}, LATER: {"part": planned}, "2013-12-31": {"part": 45}}

    assert one(tmp_path, rounds, target("double"), indicator=COUNT).distance.gap == point(15)


def test_revisions_may_be_said_by_the_baseline(tmp_path: Path, qt_ict: Run) -> None:
    """The first version stays a number; both are shown, each with its own status."""
    revision = {"document": "2", "date": date(2012, 1, 1), "comparator": "at_least", "from_baseline": "+5 points"}
    rounds = {START: {"part": 40, "whole": 100}, LATER: {"part": 46, "whole": 100}}
    folder = write_plan(tmp_path, rounds, {"due": 2015, "value": 60, "revisions": [revision]})

    (row,) = json.loads(qt_ict("gap", "--data", str(folder), "--format", "json").out)["rows"]

    assert (row["target_value"], row["from_baseline"], row["status"]) == (45, "+5 points", "met")
    assert (row["original"]["target_value"], row["original"]["status"]) == (60, "not_met")


@pytest.mark.parametrize("command", ["gap", "targets", "progress"])
def test_the_words_and_the_number_stand_side_by_side(tmp_path: Path, qt_ict: Run, command: str) -> None:
    """In JSON, in both languages, in CSV."""
    folder = write_plan(tmp_path, {START: {"part": 130, "whole": 1000}}, target("double", comparator="more_than"))

    def out(*more: str) -> str:
        return re.sub(r" *\n *", " ", qt_ict(command, "--data", str(folder), *more).out)

    (row,) = json.loads(out("--format", "json"))["rows"]
    assert (row["target_value"], row["from_baseline"]) == (26, "double")
    assert "> 26% (double the baseline)" in out("--format", "markdown", "--lang", "en")
    assert "> 26% (gấp đôi năm gốc)" in out("--format", "markdown", "--lang", "vi")
    assert "Computed from the baseline: 13.00% (2010-12-31)." in out("--lang", "en")
    assert "double" in out("--format", "csv")


@pytest.mark.parametrize(
    ("said", "english", "vietnamese"),
    [
        ("halve", "15% (half the baseline)", "15% (một nửa năm gốc)"),
        ("x 1.5", "45% (baseline × 1.5)", "45% (năm gốc × 1,5)"),
        ("+10 points", "40% (baseline + 10 pp)", "40% (năm gốc + 10 điểm %)"),
        ("-2.5 points", "27.5% (baseline − 2.5 pp)", "27,5% (năm gốc − 2,5 điểm %)"),
        ("-30%", "21% (baseline − 30%)", "21% (năm gốc − 30%)"),
    ],
)
def test_every_way_of_saying_it_has_words(
    tmp_path: Path, qt_ict: Run, said: str, english: str, vietnamese: str
) -> None:
    """In both languages, numbers in the reader's way."""
    folder = write_plan(tmp_path, {START: {"part": 30, "whole": 100}}, target(said))

    assert f"≥ {english}" in qt_ict("targets", "--data", str(folder), "--lang", "en").out
    assert f"≥ {vietnamese}" in qt_ict("targets", "--data", str(folder), "--lang", "vi").out


def test_explain_shows_how_the_number_comes_about(tmp_path: Path, qt_ict: Run) -> None:
    """A step of its own, before those that rest on it; a range in brackets."""
    folder = write_plan(tmp_path, {START: SURVEY}, target("-25%"), indicator=PRINTED)

    found = json.loads(qt_ict("explain", "t0", "--data", str(folder), "--format", "json").out)["rows"][0]["steps"]

    steps = [(each["name"]["en"], each["working"]["en"], each["result"]["en"]) for each in found[:2]]
    assert steps == [
        ("From the baseline", "[28–32] × (1 − 25 / 100)", "[21–24]"),
        ("Attained", "[28–32] / [21–24]", "133.3333%"),
    ]


def codes(folder: Path, qt_ict: Run) -> set[str]:
    """What validation finds."""
    return {each["code"] for each in json.loads(qt_ict("validate", str(folder), "--format", "json").out)["findings"]}


@pytest.mark.parametrize(
    ("targets", "code", "found"),
    [
        ((target("-10%"),), "QT501", True),
        ((target("+10%"),), "QT501", False),
        ((target("x 1"),), "QT502", True),
        ((target("x 4"),), "QT503", True),
        ((target("x 2"),), "QT503", False),
        ((target("-40 points"),), "QT503", True),
        ((target("double"), target("x 2")), "QT601", False),
        ((target("double"), target("x 2")), "QT602", True),
        ((target("double"), target("+10 points")), "QT601", True),
        ((target("double"), target("+10 points", due=2020)), "QT603", True),
        ((target("+10 points"), target("double", due=2020)), "QT603", False),
    ],
)
@pytest.mark.parametrize("figures", [{"part": 30, "whole": 100}, SURVEY], ids=["point", "range"])
def test_checks_use_the_number_reckoned(
    tmp_path: Path, qt_ict: Run, targets: tuple[dict[str, Any], ...], code: str, found: bool, figures: dict[str, Any]
) -> None:
    """A baseline that is a range is held against what the same baseline makes of the target."""
    folder = write_plan(tmp_path, {START: figures}, *targets, indicator=PRINTED if "printed" in figures else SHARE)

    assert (code in codes(folder, qt_ict)) == found


def test_a_number_equal_to_what_is_reckoned_is_the_same_target(tmp_path: Path, qt_ict: Run) -> None:
    """Double of 30 is 60, whoever says it how."""
    folder = write_plan(tmp_path, {START: {"part": 30, "whole": 100}}, target("double"), {"due": 2015, "value": 60})

    assert {"QT601", "QT602"} & codes(folder, qt_ict) == {"QT602"}


def test_diff_and_export_know_what_was_said(tmp_path: Path, qt_ict: Run) -> None:
    """A target said differently is a changed target; a changed baseline moves the line and so the verdict."""
    rounds = {START: {"part": 30, "whole": 100}, LATER: {"part": 60, "whole": 100}}
    old = write_plan(tmp_path / "old", rounds, target("double"))
    said = write_plan(tmp_path / "said", rounds, target("+40 points"))
    moved = write_plan(tmp_path / "moved", {**rounds, START: {"part": 31, "whole": 100}}, target("double"))

    changed = json.loads(qt_ict("diff", str(old), str(said), "--format", "json").out)
    caused = json.loads(qt_ict("diff", str(old), str(moved), "--format", "json").out)

    (change,) = changed["targets"]
    assert (change["fields"], change["old"]["from_baseline"], change["new"]["from_baseline"]) == (
        ["from_baseline"],
        "double",
        "+40 points",
    )
    (verdict,) = [row for row in caused["rows"] if row["judgement"] == "gap"]
    assert (verdict["old"]["status"], verdict["new"]["status"]) == (["met"], ["not_met"])
    assert "figures.baseline_0.part" in json.dumps(verdict)
    assert qt_ict("export", str(tmp_path / "out"), "--data", str(old)).code == 0
    assert ",double," in (tmp_path / "out" / "targets.csv").read_text(encoding="utf-8")


# Whatever the figures leave open


WAYS = st.sampled_from(["double", "halve", "x 1", "x 1.5", "+10 points", "-5 points", "+10%", "-30%", "x 0"])
ENDS = st.integers(1, 60)


@settings(max_examples=60)
@given(
    first=st.tuples(ENDS, ENDS),
    later=st.none() | st.tuples(ENDS, ENDS),
    said=WAYS,
    parts=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    comparator=st.sampled_from(["at_least", "more_than", "at_most", "less_than"]),
)
def test_a_point_inside_gives_a_result_inside(
    tmp_path_factory: pytest.TempPathFactory,
    first: tuple[int, int],
    later: tuple[int, int] | None,
    said: str,
    parts: tuple[int, int],
    comparator: str,
) -> None:
    """Every pair of values that the surveys allow gives a status and quantities that the intervals allow."""
    folder = tmp_path_factory.mktemp("plan")
    better = "higher" if comparator in ("at_least", "more_than") else "lower"
    how: dict[str, Any] = {"indicator": PRINTED, "transcribed": False, "better": better}
    wide = one(folder / "wide", _rounds(first, later), target(said, comparator=comparator), **how)
    exact = one(folder / "exact", _rounds(first, later, parts), target(said, comparator=comparator), **how)

    # Where a number below 0 is possible nothing is said.
    assume(wide.distance.reason is None)
    assert wide.distance.status in (exact.distance.status, "undecided")
    quantities = [(wide.distance.gap, exact.distance.gap), (wide.distance.attainment, exact.distance.attainment)]
    quantities += [
        (wide.distance.required.linear, exact.distance.required.linear),
        (wide.course.covered, exact.course.covered),
    ]
    assert all(_inside(outer, inner) for outer, inner in quantities), quantities
    if wide.course.judged.status and exact.course.judged.status:
        assert set(exact.course.judged.status) <= set(wide.course.judged.status)


def _rounds(
    first: tuple[int, int], later: tuple[int, int] | None, parts: tuple[int, int] | None = None
) -> dict[str, Any]:
    """One or two surveys; where parts are given, a value inside each instead [quarters of the way]."""
    found = {}
    for index, (day, ends) in enumerate([(START, first), (LATER, later)]):
        if ends is not None:
            low, high = sorted(ends)
            inside = low + (high - low) * Fraction((parts or (2, 2))[index], 4)
            found[day] = {"printed": float(inside) if parts else {"value": float(inside), "low": low, "high": high}}
    return found


def _inside(outer: Outcome, inner: Outcome) -> bool:
    """Whether an interval holds a number; where one of the two is a reason there is nothing to compare."""
    if isinstance(outer, Reason) or isinstance(inner, Reason):
        return True
    assert inner.low is not None and inner.high is not None
    return (outer.low is None or outer.low <= inner.low) and (outer.high is None or inner.high <= outer.high)


def test_the_page_on_figures_reckons_right() -> None:
    """Every way of saying it that the page shows, with the number it gives there."""
    page = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|`]+ \| (`[^|]+) \| ([0-9, ]+) \|$", page, re.MULTILINE)

    shown = [(said, int(number)) for saying, numbers in rows for said, number in _pairs(saying, numbers)]

    assert len(shown) == 7
    assert [(said, from_baseline(said).of(Fraction(40))) for said, _ in shown] == shown


def _pairs(saying: str, numbers: str) -> list[tuple[str, str]]:
    return list(zip(re.findall("`(.+?)`", saying), numbers.split(", "), strict=True))


def test_progress_names_the_same_reason_as_the_gap(tmp_path: Path) -> None:
    """A baseline known from one side only draws no line, and that is not the same as a target without a number."""
    rounds = {START: {"part": {"value": 30, "comparator": "at_least"}}, LATER: {"part": 40}}

    row = one(tmp_path, rounds, target("double"), indicator=COUNT)

    assert (row.distance.reason, row.course.judged.reason) == (Reason.BASELINE_UNBOUNDED, Reason.BASELINE_UNBOUNDED)


def test_a_status_that_turns_between_the_ends_is_said(tmp_path: Path) -> None:
    """Less than double of 1 to 2, and 2 there: just short of it, met and worse than before, or met as it was."""
    first = {"printed": {"value": 1.5, "low": 1, "high": 2}}
    said = target("double", comparator="less_than")

    row = one(
        tmp_path, {START: first, LATER: {"printed": 2}}, said, indicator=PRINTED, transcribed=False, better="lower"
    )

    assert row.course.judged.status == ("met", "met_but_reversing", "fell_below_target")


# Of things counted per period.

DEATHS: dict[str, Any] = {START: {"part": {"value": 100, "per": "year"}}, "2011-12-31": {"part": 95}}
FEWER = {"comparator": "at_most", "due": "yearly"}


def deaths(folder: Path, rounds: dict[str, Any], said: str, **more: Any) -> Standing:
    """The standing of a target of at most so many deaths."""
    return one(folder, rounds, {**target(said), **FEWER, **more}, indicator=COUNT, better="lower")


@pytest.mark.parametrize(("said", "number", "status"), [("-10%", 90, ("missed",)), ("-5 things", 95, ("met",))])
def test_a_target_of_every_year_is_reckoned_from_such_a_year(
    tmp_path: Path, said: str, number: int, status: tuple[str, ...]
) -> None:
    """100 deaths in the year of the baseline; 95 in the next are one in twenty fewer."""
    row = deaths(tmp_path, DEATHS, said)

    assert row.reckoned(row.target) == (number,)
    assert [(each.year, each.course.judged.status) for each in row.years] == [(2011, status)]


@pytest.mark.parametrize(
    ("since", "found"),
    [
        (None, (90,)),
        (2010, (90,)),
        (2011, (Fraction(855, 10),)),
        (2009, Reason.NO_REFERENCE_VALUE),
        ("2011-06", (Fraction(81, 2), Fraction(261, 2))),
    ],
)
def test_a_year_before_or_after_the_baseline_may_be_named(tmp_path: Path, since: Any, found: Any) -> None:
    """The year's total, 95 in 2011; of the twelve months to June 45, and 0 to 100 of those of 2010."""
    rounds = {**DEATHS, "2011-06-30": {"part": 45}, "2012-12-31": {"part": 80}}
    row = deaths(tmp_path, dict(sorted(rounds.items())), "-10%", **({"from": since} if since else {}))

    if isinstance(found, Reason):
        assert (row.distance.reason, row.course.judged.reason) == (found, found)
    else:
        assert row.reckoned(row.target) == found


def test_half_years_make_the_year_that_a_target_is_reckoned_from(tmp_path: Path) -> None:
    """120 and 130 in the halves of 2011 are 250; of 2010 only the second half is known."""
    rounds = {
        START: {"part": {"value": 200, "per": "half-year"}},
        "2011-06-30": {"part": 120},
        "2011-12-31": {"part": 130},
        LATER: {"part": 140},
    }

    assert deaths(tmp_path / "a", rounds, "halve", **{"from": 2011}).lines[0].number == 125
    assert deaths(tmp_path / "b", rounds, "halve").distance.reason is Reason.BASELINE_UNBOUNDED


def test_a_year_that_is_a_range_moves_the_target_with_it(tmp_path: Path) -> None:
    """1000 deaths rounded to hundreds are 950 to 1049: half of them 475 to 524.5."""
    rounds = {START: {"part": {"value": 1000, "per": "year", "rounded_to": 100}}, "2011-12-31": {"part": 500}}
    row = deaths(tmp_path, rounds, "halve")

    assert [each.number for each in row.lines] == [475, Fraction(1049, 2)]
    assert (row.distance.status, row.distance.gap) == ("undecided", Interval(Fraction(-49, 2), 25))


def test_a_sum_toward_a_due_date_has_no_baseline(tmp_path: Path, qt_ict: Run) -> None:
    """It begins at 0: one finding at its line, and the same reason in every output."""
    folder = write_plan(tmp_path, DEATHS, target("double"), indicator=COUNT)

    (row,) = rows_of(folder)

    assert (row.distance.reason, row.course.judged.reason) == (Reason.SUM_FROM_ZERO, Reason.SUM_FROM_ZERO)
    assert {"QT526", "QT527"} & codes(folder, qt_ict) == {"QT527"}


# A date without a value, and breaks.

ANEW = {"value": 80, "break": True, "definition": {"vi": "khác", "en": "other"}}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"from": 2010}, None),
        ({"from": 2009}, Reason.NO_REFERENCE_VALUE),
        ({"from": 2019}, Reason.NO_REFERENCE_VALUE),
        ({"from": "2010-06"}, Reason.NO_REFERENCE_VALUE),
    ],
)
def test_a_date_without_a_value_is_found(
    tmp_path: Path, qt_ict: Run, said: dict[str, Any], found: Reason | None
) -> None:
    """At the date, with the dates there are; the outputs name the reason."""
    folder = write_plan(tmp_path, {START: {"part": 40}, LATER: {"part": 44}}, target("+10%", **said), indicator=COUNT)

    (row,) = rows_of(folder)
    findings = json.loads(qt_ict("validate", str(folder), "--format", "json").out)["findings"]

    assert row.distance.reason is found
    assert [each["line"] for each in findings if each["code"] == "QT526"] == ([13] if found else [])
    assert not found or "2010, 2012" in json.dumps(findings)


@pytest.mark.parametrize(
    ("base", "said", "number", "reason"),
    [
        (None, {"from": 2010}, (), Reason.COUNTED_OTHERWISE),
        (date(2011, 12, 31), {"from": 2010}, (), Reason.COUNTED_OTHERWISE),
        (date(2011, 12, 31), {"from": 2011}, (Fraction(63),), None),
        (date(2010, 12, 31), {"from": 2010}, (Fraction(63),), None),
        (date(2011, 12, 31), {}, (Fraction(63),), None),
        (None, {"from": 2010, "due": 2011}, (Fraction(70),), None),
    ],
)
def test_a_break_leaves_a_number_or_the_true_reason(
    tmp_path: Path, qt_ict: Run, base: date | None, said: dict[str, Any], number: tuple[Fraction, ...], reason: Any
) -> None:
    """100 counted the old way and 90 the new: 30% less are 63 where the date has a value of the new kind."""
    anew = {**ANEW, "base": {"value": 90, "date": base}} if base else ANEW
    wanted = target("-30%", comparator="at_most", **said)
    folder = write_plan(
        tmp_path, {START: {"part": 100}, LATER: {"part": anew}}, wanted, indicator=COUNT, better="lower"
    )

    (row,) = rows_of(folder)

    assert row.reckoned(row.target) == number
    assert reason is None or row.distance.reason is reason
    assert ("QT526" in codes(folder, qt_ict)) == (reason is not None)


def test_a_year_counted_anew_is_not_reckoned_from_one_counted_before(tmp_path: Path) -> None:
    """95 of 2010 by the new way of counting make the line; the 100 of the old way do not."""
    base = {"value": 95, "date": date(2010, 12, 31)}
    rounds = {**DEATHS, LATER: {"part": {**ANEW, "base": base}}}

    row = deaths(tmp_path / "a", rounds, "-20%", **{"from": 2010})
    assert row.reckoned(row.target) == (76,)

    rounds[LATER] = {"part": ANEW}
    assert deaths(tmp_path / "b", rounds, "-20%").distance.reason is Reason.COUNTED_OTHERWISE


def test_a_baseline_that_is_a_range_has_a_projection_too(tmp_path: Path, qt_ict: Run) -> None:
    """40 after 28 to 32: 4 or 6 a year, so 52 to 58 three years later, beside 56 to 64 wanted."""
    rounds = {START: SURVEY, LATER: {"printed": 40}}
    folder = write_plan(tmp_path, rounds, target("double"), indicator=PRINTED, transcribed=False)

    found = json.loads(qt_ict("path", "t0", "--data", str(folder), "--format", "json").out)
    shown = re.sub(" +", " ", qt_ict("path", "t0", "--data", str(folder), "--lang", "en").out)

    ends = {
        row["day"]: row["projected"] and (row["projected"]["low"], row["projected"]["high"]) for row in found["rows"]
    }
    assert ends == {
        START: None,
        "2011-12-31": None,
        LATER: None,
        "2013-12-31": (44, 46),
        "2014-12-31": (48, 52),
        "2015-12-31": (52, 58),
    }
    assert "Projected when due 52–58%" in shown or "52.00–58.00" in shown
    assert "The projection keeps the pace so far" in shown
    assert found["targets"][0]["years"]["past"] == 2


def test_a_baseline_that_is_a_range_and_the_latest_value_itself_has_none(tmp_path: Path, qt_ict: Run) -> None:
    """One value alone has no pace."""
    folder = write_plan(tmp_path, {START: SURVEY}, target("double"), indicator=PRINTED)

    found = json.loads(qt_ict("path", "t0", "--data", str(folder), "--format", "json").out)

    assert {str(row["projected"]) for row in found["rows"]} == {"None"}
