"""Amounts and indexes, numbers below 0, flags, figures that hold, and what "all" means of each kind of unit."""

import json
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.checks.validation import validation
from qt_ict.engine.observations import EVERY_ROUND, Choice, observed, views
from qt_ict.engine.reasons import Cause, Outcome, Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.values import value
from qt_ict.loading.folder import load
from qt_ict.report import words
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, PRINTED, SHARE, plan_in, rows_of, write_plan

AMOUNTS = Path(__file__).parent / "amounts"
"""A plan of money, scores, a rank and a count, without any percentage."""
FIRST, SECOND = "2010-12-31", "2012-12-31"
Run = Callable[..., Result]
UNITS: dict[str, Any] = {
    "money": {"kind": "amount"},
    "balance": {"kind": "amount", "negative": True},
    "score": {"kind": "index", "ceiling": 10},
    "endless": {"kind": "index"},
    "rank": {"kind": "index", "rank": True},
    "rate": {"kind": "density", "negative": True},
}


def of(unit: str) -> dict[str, str]:
    """An indicator that is one figure in a unit of measure."""
    return {"unit": unit, "figure": "f"}


def plan_of(folder: Path, unit: str, *values: Any, target: dict[str, Any], **settings: Any) -> Path:
    """A plan of one indicator, a value a round, and a target of it."""
    given = [each if isinstance(each, dict) else {"value": each} for each in values]
    rounds = {day: {"f": {"unit": unit, **each}} for day, each in zip((FIRST, SECOND), given, strict=False)}
    return write_plan(folder, rounds, {"due": 2015, **target}, indicator=of(unit), units=UNITS, **settings)


def row_of(folder: Path, unit: str, *values: Any, target: dict[str, Any], **settings: Any) -> Standing:
    """The standing of that target."""
    (row,) = rows_of(plan_of(folder, unit, *values, target=target, **settings))
    return row


# Texts that nothing but a percentage may be called by.
_PERCENTAGE = re.compile(r"percent|per cent|phần trăm|điểm %|\bpp\b", re.IGNORECASE)
_COMMANDS = (
    ("gap", "--wide"),
    ("progress", "--wide"),
    ("growth", "--wide"),
    ("targets",),
    ("show",),
    ("brief",),
    ("path", "trade_balance"),
    ("path", "place"),
    ("explain", "balance_2015"),
    ("explain", "egdi_2015"),
    ("explain", "place_2015"),
    ("forecast",),
    ("validate",),
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
def test_nothing_is_called_a_percentage_where_none_is(command: tuple[str, ...], language: str, qt_ict: Run) -> None:
    """A score that was printed rounded is no percentage that was."""
    name, *rest = command
    where = [str(AMOUNTS)] if name == "validate" else ["--data", str(AMOUNTS)]

    for form in ("text" if name == "validate" else "table", "json"):
        done = qt_ict(name, *rest, *where, "--lang", language, "--format", form)

        assert done.code == 0, done.err
        assert not _PERCENTAGE.findall(done.out)


@pytest.mark.parametrize("kind", ["md", "html", "docx", "xlsx", "csv", "json"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_format_shows_flags_and_numbers_below_0(kind: str, language: str, tmp_path: Path, qt_ict: Run) -> None:
    """What a source marks stands beside its number, whoever reads it where."""
    file = tmp_path / f"answer.{kind}"

    done = qt_ict("gap", "--data", str(AMOUNTS), "--wide", "--lang", language, "-o", str(file))

    assert done.code == 0, done.err
    said = _text_of(file)
    assert not _PERCENTAGE.findall(said)
    wanted = {"csv": ("provisional", "-4.55"), "json": ('"provisional"', "-4.55")}.get(kind, ("(p)", "4"))
    assert all(each in said for each in wanted)


def _text_of(file: Path) -> str:
    """Everything that a file says: of a packed one, all its parts."""
    if file.suffix not in (".docx", ".xlsx"):
        return file.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(file) as packed:
        parts = [packed.read(name).decode("utf-8") for name in packed.namelist() if re.search("document|shared", name)]
    return " ".join(parts)


def test_the_whole_report_is_written_of_amounts_and_indexes(tmp_path: Path, qt_ict: Run) -> None:
    """Charts that go below 0, tables, the workbook in which paces are tried."""
    for kind in ("html", "docx", "xlsx", "md"):
        assert qt_ict("report", "--data", str(AMOUNTS), "-o", str(tmp_path / f"r.{kind}")).code == 0
    assert qt_ict("chart", "trade_balance", "--data", str(AMOUNTS), "-o", str(tmp_path / "c.svg")).code == 0
    assert qt_ict("export", str(tmp_path / "all"), "--data", str(AMOUNTS)).code == 0

    figures = (tmp_path / "all" / "figures.csv").read_text(encoding="utf-8")
    assert "2012-12-31,trade_balance,Cán cân thương mại ICT,ICT trade balance,,-4.5,,,,,,estimated,balance" in figures


def test_an_amount_lacks_what_is_missing_to_its_target(tmp_path: Path) -> None:
    """1 500.2 of 2 000: 499.8 to a tenth, not a whole number of anything."""
    row = row_of(tmp_path, "money", 1500.2, target={"value": 2000})

    assert row.distance.value == Interval(Fraction(150015, 100), Fraction(150025, 100))
    assert row.distance.shortfall == Interval(Fraction(49975, 100), Fraction(49985, 100))
    assert row.observed is not None
    assert row.observed.value.causes == (Cause.DECIMALS,)


def test_a_share_of_money_lacks_money(tmp_path: Path) -> None:
    """30 of 100 spent where 90% is promised: 60 are missing, and 62 of what grows to 102 or so."""
    money = {"unit": "money"}
    figures = {"part": {"value": 30, **money}, "whole": {"value": 100, **money}}
    folder = write_plan(
        tmp_path, {FIRST: figures}, {"value": 90, "due": 2015}, indicator=SHARE, transcribed=False, units=UNITS
    )

    (row,) = rows_of(folder)

    assert row.distance.shortfall == point(60)


@pytest.mark.parametrize(
    ("values", "target", "expected"),
    [
        ((-12,), {"value": 5}, Reason.NEGATIVE),
        ((-12,), {"value": -3}, Reason.NEGATIVE),
        ((4,), {"value": -3}, Reason.NEGATIVE),
        ((-12,), {"value": 0}, Reason.ZERO_TARGET),
        ((4,), {"value": 5}, point(Fraction(4, 5))),
    ],
)
def test_of_numbers_below_0_no_part_is_attained(
    tmp_path: Path, values: tuple[int, ...], target: dict[str, Any], expected: Outcome
) -> None:
    """-12 of 5 is no -240%: the gap says how far it is, a ratio would say nothing."""
    row = row_of(tmp_path, "balance", *values, target=target, transcribed=False)

    assert row.distance.attainment == expected
    assert row.distance.gap == point(target["value"] - values[0])
    assert row.distance.shortfall == point(max(0, target["value"] - values[0]))


def test_numbers_below_0_have_a_pace_by_equal_steps_alone(tmp_path: Path) -> None:
    """From -12.5 to -4.5 in two years: 4 a year, on the way to 5; no factor leads there."""
    row = row_of(tmp_path, "balance", -12.5, -4.5, target={"value": 5}, transcribed=False)

    assert row.course.pace.observed == point(4)
    assert row.course.paces["compound"].observed is Reason.NEGATIVE
    assert row.distance.required.compound is Reason.NEGATIVE
    assert row.course.covered == point(Fraction(8, 1) / Fraction(35, 2))
    # 3.17 a year are needed: on the way, with a quarter to spare.
    assert row.course.projection.at_due == point(Fraction(15, 2))


def test_a_balance_is_projected_below_0(tmp_path: Path) -> None:
    """What falls from 2 to -4 in two years is at -13 three years later; only what has a floor stops at it."""
    row = row_of(tmp_path, "balance", 2, -4, target={"value": 5}, transcribed=False)
    money = row_of(tmp_path / "m", "money", 6, 2, target={"value": 5}, transcribed=False)

    assert row.course.projection.at_due == point(-13)
    assert money.course.projection.at_due == point(0)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (-3.5, Interval(Fraction(-355, 100), Fraction(-345, 100), low_open=True)),
        ({"value": 2, "comparator": "less_than"}, Interval(None, 2, high_open=True)),
        ({"value": -2, "comparator": "at_least"}, Interval(-2, None)),
        ({"value": 0, "standard_error": 1}, Interval(Fraction(-196, 100), Fraction(196, 100))),
        ({"value": -5, "low": -6, "high": 1}, Interval(-6, 1)),
    ],
)
def test_what_can_be_below_0_is_cut_off_nowhere(tmp_path: Path, said: Any, expected: Interval) -> None:
    """Below 2 is any number that is; a tie of printed digits is rounded away from 0."""
    plan = plan_in(plan_of(tmp_path, "balance", said, target={"value": 5}))

    assert value(plan, plan.indicators["i"]).outcome == expected


def test_a_deficit_is_a_rate_below_0(tmp_path: Path) -> None:
    """-3 of 60 inhabitants is -5 per 100, of 50 to 60 it is -6 to -5."""
    figures = {"part": {"value": -3, "unit": "balance"}, "whole": {"value": 50, "rounded_to": 20}}
    indicator = {"unit": "rate", "numerator": "part", "denominator": "whole", "factor": 100}
    plan = plan_in(write_plan(tmp_path, {FIRST: figures}, indicator=indicator, transcribed=False, units=UNITS))

    assert value(plan, plan.indicators["i"]).outcome == Interval(Fraction(-300, 40), Fraction(-300, 59))


def test_a_sum_over_one_of_its_terms_is_least_where_that_is_most(tmp_path: Path) -> None:
    """(a + b) / a with a in (0, 0.05) and b in [0.05, 0.15): from 200% on; the smallest sum is over nothing."""
    figures = {"printed": {"value": 0.0}, "at_least": {"value": 0.1}}
    indicator = {"unit": "per_100", "numerator": ["printed", "at_least"], "denominator": "printed", "factor": 100}
    plan = plan_in(write_plan(tmp_path, {FIRST: figures}, indicator=indicator))

    outcome = value(plan, plan.indicators["i"]).outcome

    assert isinstance(outcome, Interval)
    assert outcome.ends == (200, None)


@pytest.mark.parametrize("unit", ["money", "score", "things", "%"])
def test_only_a_unit_that_says_so_has_numbers_below_0(tmp_path: Path, unit: str) -> None:
    """Money spent is not negative; a balance is where its unit of measure says so."""
    _, findings = load(plan_of(tmp_path, unit, -1, target={"value": 5}))

    assert [each.rule.code for each in findings] == ["QT301"]
    assert load(plan_of(tmp_path / "b", "balance", -1, target={"value": 5}))[1] == []


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ({"kind": "share", "negative": True}, "negative does not go with the kind share"),
        ({"kind": "count", "negative": True}, "negative does not go with the kind count"),
        ({"kind": "amount", "ceiling": 5}, "ceiling does not go with the kind amount"),
        ({"kind": "density", "rank": True}, "rank does not go with the kind density"),
        ({"kind": "count", "decimals": 1}, "decimals does not go with the kind count"),
        ({"kind": "index", "rank": True, "floor": 3}, "floor at a rank"),
        ({"kind": "index", "floor": 3, "ceiling": 3}, "the ceiling is not above 3"),
    ],
)
def test_a_unit_says_nothing_that_its_kind_has_not(tmp_path: Path, keys: dict[str, Any], at: str) -> None:
    """One finding each, at the key."""
    _, (finding,) = load(write_plan(tmp_path, {FIRST: {"part": 1}}, indicator=COUNT, units={"odd": keys}))

    assert (finding.rule.code, finding.problem.en) == ("QT206", at)


def test_an_index_counts_no_things(tmp_path: Path) -> None:
    """What 5 of 8 points lack is said in points; a met target lacks no things either."""
    short = row_of(tmp_path, "score", 5, target={"value": 8}, transcribed=False)
    met = row_of(tmp_path / "met", "score", 9, target={"value": 8}, transcribed=False)

    assert (short.distance.gap, short.distance.shortfall) == (point(3), Reason.NOT_COUNTED)
    assert (met.distance.status, met.distance.shortfall) == ("met", Reason.NOT_COUNTED)


def test_a_rank_is_a_whole_number_and_written_behind_its_name(tmp_path: Path, qt_ict: Run) -> None:
    """Rank 10 is the tenth place: no half of it was rounded away, and 10 of 25 places are no 40%."""
    folder = plan_of(tmp_path, "rank", 25, target={"value": 10, "comparator": "at_most"}, better="lower")
    (row,) = rows_of(folder)

    assert row.distance.value == point(25)
    assert row.distance.attainment is Reason.ORDINAL
    said = qt_ict("gap", "--data", str(AMOUNTS), "--lang", "vi").out
    assert "hạng 18" in said
    assert "≤ hạng 10" in said


def test_half_a_rank_is_none(tmp_path: Path) -> None:
    """Nor is there a place before the first."""
    _, (half,) = load(plan_of(tmp_path, "rank", 2.5, target={"value": 10}, better="lower"))
    _, found = load(plan_of(tmp_path / "b", "rank", 2, target={"value": 10}, better="lower"))

    assert half.rule.code == "QT302"
    assert found == []


@pytest.mark.parametrize(
    ("unit", "figure", "number", "status"),
    [
        ("score", {"value": 10}, 10, "met"),
        ("score", {"value": 9}, 10, "not_met"),
        ("%", {"value": 99}, 100, "not_met"),
    ],
)
def test_all_of_an_index_is_its_ceiling(tmp_path: Path, unit: str, figure: Any, number: int, status: str) -> None:
    """As all of a share is 100: whoever has all points there are has all."""
    row = row_of(tmp_path, unit, figure, target={"comparator": "all", "value": None, "unit": None}, transcribed=False)

    assert row.line is not None
    assert (row.line.number, row.distance.status) == (number, status)


ALL = {"comparator": "all", "value": None, "unit": None, "due": 2015}


def test_all_of_a_count_is_the_whole_it_is_taken_of(tmp_path: Path, qt_ict: Run) -> None:
    """120 of 141 communes: 21 are missing, and the number stands beside the word."""
    figures = {"part": {"value": 120, "of": "whole"}, "whole": 141}
    folder = write_plan(tmp_path, {FIRST: figures}, ALL, indicator=COUNT)

    (row,) = rows_of(folder)
    answer = json.loads(qt_ict("gap", "--data", str(folder), "--format", "json").out)["rows"][0]

    assert row.distance.shortfall == point(21)
    assert (answer["target_value"], answer["unit"]) == (141, "things")
    assert "all (141 x)" in qt_ict("gap", "--data", str(folder), "--lang", "en").out


@pytest.mark.parametrize(
    ("figures", "unit"),
    [
        ({"f": {"value": 5, "unit": "endless"}}, "endless"),
        ({"f": {"value": 5, "unit": "rank"}}, "rank"),
        ({"f": {"value": 5, "unit": "per_100"}}, "per_100"),
        ({"f": {"value": 5, "unit": "things"}}, "things"),
        ({"f": {"value": 5, "unit": "things", "of": "w"}, "w": {"value": 9, "comparator": "more_than"}}, "things"),
        ({"f": {"value": 5, "unit": "money", "of": "w"}, "w": {"value": 9, "unit": "balance"}}, "money"),
    ],
)
def test_all_of_nobody_knows_what_is_one_finding(tmp_path: Path, figures: Any, unit: str, qt_ict: Run) -> None:
    """It says what to add, and no other rule says otherwise; the gap names its reason."""
    folder = write_plan(tmp_path, {FIRST: figures}, ALL, indicator=of(unit), transcribed=False, units=UNITS)

    (row,) = rows_of(folder)
    found = json.loads(qt_ict("validate", str(folder), "--format", "json").out)["findings"]

    assert row.distance.reason is Reason.NO_WHOLE
    assert [each["code"] for each in found if each["severity"] == "error"] == ["QT519"]


@pytest.mark.parametrize(("flag", "sign"), [("provisional", "p"), ("estimated", "e"), ("break", "b")])
def test_a_flag_goes_wherever_its_number_goes(tmp_path: Path, flag: str, sign: str, qt_ict: Run) -> None:
    """Into the value computed from it, with a note that says what the letter means."""
    rounds = {FIRST: {"part": 30, "whole": 100}, SECOND: {"part": {"value": 40, "flag": flag}, "whole": 100}}
    folder = str(write_plan(tmp_path, rounds, {"value": 50, "due": 2015}, indicator=SHARE))

    row = json.loads(qt_ict("progress", "--data", folder, "--format", "json").out)["rows"][0]

    assert (row["first"]["flags"], row["latest"]["flags"]) == ([], [flag])
    assert f"flag-{flag}" in [each["code"] for each in row["notes"]]
    for command in (("gap",), ("progress",), ("path", "i"), ("explain", "t0"), ("show", "--round", SECOND)):
        said = qt_ict(*command, "--data", folder, "--lang", "en").out
        assert f"({sign})" in said, command
        assert command[0] == "path" or f"({sign}): " in said


@pytest.mark.parametrize(
    ("flag", "later", "status", "notes", "codes"),
    [
        ("break", {}, "met", set(), set()),
        ("provisional", {}, "met_but_reversing", {"reversal"}, {"QT705"}),
        ("break", {"2013-12-31": {"part": 70}}, "met_but_reversing", {"reversal"}, {"QT705"}),
    ],
)
def test_nothing_goes_back_across_a_number_marked_as_not_comparable(
    tmp_path: Path, flag: str, later: Any, status: str, notes: set[str], codes: set[str], qt_ict: Run
) -> None:
    """80 that are not counted as the 90 before them are no fall; 70 of the next round are one."""
    rounds = {FIRST: {"part": 30}, "2011-12-31": {"part": 90}, SECOND: {"part": {"value": 80, "flag": flag}}, **later}
    folder = write_plan(tmp_path, rounds, {"value": 50, "due": 2015}, indicator=COUNT)
    loaded, _ = load(folder)
    assert loaded is not None

    row = json.loads(qt_ict("progress", "--data", str(folder), "--format", "json").out)["rows"][0]

    assert row["status"] == [status]
    assert {"reversal", "standstill"}.intersection(each["code"] for each in row["notes"]) == notes
    assert {"QT703", "QT704", "QT705"}.intersection(each.rule.code for each in validation(loaded).findings) == codes


def test_a_flag_is_of_one_number_and_is_not_inherited(tmp_path: Path) -> None:
    """The next round is counted anew; of what was not reported there is nothing to mark."""
    rounds = {FIRST: {"part": {"value": 30, "flag": "estimated"}}, SECOND: {"part": 40}}
    plan = plan_in(write_plan(tmp_path / "a", rounds, indicator=COUNT))
    file = tmp_path / "a" / "rounds" / f"{SECOND}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("value: 40", "value:\n    flag: estimated"), "utf-8")

    _, (finding,) = load(tmp_path / "a")

    assert [each.figures["part"].flag for each in plan.rounds] == ["estimated", None]
    assert finding.problem.en == "flag at a figure without a value"


HELD = {"value": 27, "holds": True}


def test_what_holds_is_used_by_rounds_that_do_not_report_it(tmp_path: Path, qt_ict: Run) -> None:
    """24 of 27 Member States, though nobody counts them anew each year; it is said, and no assumption."""
    rounds = {FIRST: {"part": 18, "whole": HELD}, SECOND: {"part": 24}}
    folder = write_plan(tmp_path, rounds, {"value": 100, "due": 2015}, indicator=SHARE)

    (row,) = rows_of(folder)
    answer = json.loads(qt_ict("gap", "--data", str(folder), "--format", "json").out)

    assert row.distance.value == point(Fraction(2400, 27))
    assert row.distance.shortfall == point(3)
    assert answer["assumptions"] == []
    assert "holds" in [each["code"] for each in answer["rows"][0]["notes"]]
    assert "27" in qt_ict("explain", "t0", "--data", str(folder), "--lang", "en").out


def test_a_percentage_of_what_holds_is_what_whole_things_allow(tmp_path: Path) -> None:
    """100% of 141 communes is 141 of them, and 22% of 73 units 16, in whichever round."""
    rounds = {FIRST: {"printed": {"value": 22, "of": "whole"}, "whole": {"value": 73, "holds": True}}}
    rounds[SECOND] = {"printed": {"value": 100, "of": "whole"}}
    plan = plan_in(write_plan(tmp_path, rounds, indicator=PRINTED))

    found = observed(views(plan, EVERY_ROUND), plan.indicators["i"], EVERY_ROUND)

    assert [each.value.counted for each in found.all] == [point(16), point(73)]
    assert [each.value.outcome for each in found.all] == [point(Fraction(1600, 73)), point(100)]


def test_a_new_number_takes_the_place_of_what_held(tmp_path: Path) -> None:
    """28 Member States from then on; ``holds: false`` ends it."""
    rounds = {
        FIRST: {"part": 18, "whole": HELD},
        "2011-12-31": {"part": 20, "whole": 28},
        SECOND: {"part": 21},
        "2013-12-31": {"part": 22, "whole": {"value": 28, "holds": False}},
        "2014-12-31": {"part": 23},
    }
    plan = plan_in(write_plan(tmp_path, rounds, indicator=SHARE))

    seen = views(plan, EVERY_ROUND)

    assert [each.figures["whole"].value for each in seen if "whole" in each.figures] == [27, 28, 28, 28]
    assert not plan.seen_in(plan.rounds[-1]).has(plan.indicators["i"])
    assert views(plan, Choice(carry=("whole",)))[-1].has(plan.indicators["i"])


def test_a_fault_of_what_holds_is_said_once(tmp_path: Path, qt_ict: Run) -> None:
    """At the line where it stands, not again for every round that uses it."""
    over = {"printed": {"value": 120, "holds": True}}
    folder = write_plan(tmp_path, {FIRST: {**over, "part": 1}, SECOND: {"part": 2}}, indicator=COUNT)

    found = json.loads(qt_ict("validate", str(folder), "--format", "json").out)["findings"]

    assert [each["file"].rpartition("/")[2] for each in found if each["code"] == "QT303"] == ["baseline_0.yaml"]


def test_the_form_of_a_round_says_what_holds(tmp_path: Path, qt_ict: Run) -> None:
    """Whoever fills it in need not look it up."""
    folder = write_plan(tmp_path, {FIRST: {"part": 18, "whole": HELD}}, indicator=SHARE)

    qt_ict("round", "new", SECOND, "--data", str(folder), "--lang", "en")

    form = (folder / "rounds" / f"{SECOND}.yaml").read_text(encoding="utf-8")
    assert "    value:  # 2010-12-31: 27; holds if left empty\n" in form


def test_a_sheet_brings_numbers_below_0_where_the_unit_has_them(tmp_path: Path, qt_ict: Run) -> None:
    """-4,5 is read; of money spent it is doubtful."""
    file = tmp_path / "in.csv"
    file.write_text('trade_balance;-4,5\nspent;"-1,5"\n'.join(("figure;value\n", "")), encoding="utf-8")
    folder = tmp_path / "plan"
    folder.mkdir()
    for each in AMOUNTS.glob("*.yaml"):
        (folder / each.name).write_text(each.read_text(encoding="utf-8"), encoding="utf-8")
    qt_ict("round", "new", SECOND, "--data", str(folder))

    done = qt_ict("round", "add", str(file), "--data", str(folder), "--numbers", "vi", "--dry-run", "--lang", "en")

    assert "−4.5" in done.out
    assert "below 0, which billion dong are not" in done.out + done.err


def test_every_cause_of_an_interval_has_its_words() -> None:
    """A status of which several are possible names what leaves it open, whatever that is."""
    assert set(words.CANNOT_TELL) == set(Cause)


def test_an_index_has_its_article(tmp_path: Path) -> None:
    """Beyond its ceiling, the finding names the unit and its kind."""
    loaded, _ = load(plan_of(tmp_path, "score", 11, target={"value": 8}))
    assert loaded is not None

    (finding,) = (each for each in validation(loaded).findings if each.rule.code == "QT309")

    assert [each.text.en for each in finding.sides] == ["x: an index"]


@pytest.mark.parametrize(
    "said",
    [
        {"value": Decimal("40.0")},
        {"value": 40},
        {"value": Decimal("45.0")},
        {"value": 39, "rounded_to": 2},
        {"value": Decimal("38.5"), "standard_error": Decimal("1.1")},
        {"value": 42, "rounded_to": 10},
    ],
    ids=lambda said: " ".join(map(str, said.values())),
)
def test_no_format_writes_an_infinity_of_a_band(said: dict[str, Any], tmp_path: Path, qt_ict: Run) -> None:
    """A value that came from beyond the band and touches one of its ends has a ratio without end, in every format."""
    days = {"2010-12-31": {"printed": 52}, "2011-12-31": {"printed": Decimal("49.5")}, "2013-06-30": {"printed": said}}
    band = {"due": 2015, "comparator": "between", "value": [40, 45], "band": True}
    folder = write_plan(tmp_path, days, band, indicator=PRINTED)

    for command in (("progress", "--wide"), ("path", "i"), ("brief",)):
        for form in ("table", "json", "csv", "markdown"):
            done = qt_ict(*command, "--data", str(folder), "--lang", "en", "--format", form)
            assert done.code in (0, 2), done.err
            assert not re.search(r"\binf(inity)?\b", done.out.lower() + done.err.lower())
    assert qt_ict("progress", "--data", str(folder), "--format", "json").code == 0
