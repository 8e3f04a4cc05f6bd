"""Laws of the verdict, on plans in files and through the command line: nothing that is worse gets a better status.

A stricter target, an earlier due date, a worse latest value, and time that passes without a new value never better
either end of the set of statuses; saying "without" instead of "with" changes nothing. No status at all, with its
reason, is no better than any.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import point
from qt_ict.engine.observations import Choice
from qt_ict.engine.reasons import Reason
from qt_ict.engine.verdict import LIMITS, VERDICTS, Judged
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, DENSITY, PRINTED, SHARE, Figures, rows_of, write_plan
from tests.test_complement import MIRRORED, without

Run = Callable[..., Result]
Statuses = tuple[str, ...]
TARGETS = (0, Decimal("0.1"), 5, 20, 50, Decimal("70.7"), 95, 99, Decimal("99.5"), Decimal("99.9"), 100)
"""Targets of a share [%], nothing and everything among them; of counts ten times as many."""
DUE = (2014, 2015, 2017, 2020, 2030)


class Case(NamedTuple):
    """A plan with one indicator, before it is written."""

    rounds: Mapping[str, Figures]
    """Figures by date, the baseline first."""
    indicator: Mapping[str, Any]
    better: str
    transcribed: bool
    strict: bool
    every: str | None
    """How often a report is wanted; None where never."""

    @property
    def upward(self) -> bool:
        """True where more is better."""
        return self.better == "higher"

    def target(self, value: Any, due: Any, *, strict: bool | None = None) -> dict[str, Any]:
        """A target of the indicator."""
        words = ("more_than", "less_than") if (self.strict if strict is None else strict) else ("at_least", "at_most")
        number = int(value * 10) if self.indicator is COUNT else value
        return {"comparator": words[not self.upward], "value": number, "due": due}

    def write(self, folder: Path, *targets: Mapping[str, Any]) -> Path:
        """The plan in a folder."""
        keys = {"indicator": self.indicator, "better": self.better, "transcribed": self.transcribed}
        write_plan(folder, self.rounds, *targets, **keys)  # type: ignore[arg-type]
        if self.every:
            plan = folder / "plan.yaml"
            text = plan.read_text(encoding="utf-8").replace("agencies: {}", "agencies:\n  a: {vi: x, en: x, source: I}")
            duty = f"duties:\n  r: {{vi: x, en: x, agency: a, to: a, every: [{self.every}], source: I}}"
            plan.write_text(text.replace("duties: {}", duty), encoding="utf-8")
        return folder


def statuses(folder: Path, day: date | None = None) -> list[Statuses]:
    """What is possible for every target of a plan, in its order, as of a day."""
    return [row.course.judged.status for row in rows_of(folder, Choice(as_of=day))]


def shown(qt_ict: Run, folder: Path, day: date | None = None) -> list[Statuses]:
    """The same through the command line."""
    found = qt_ict("progress", "--data", str(folder), "--format", "json", *(["--as-of", str(day)] if day else []))
    assert (found.code, found.err) == (0, "")
    # Targets stand under the next year and under their domain: by id they are in the order of the plan.
    rows = sorted(json.loads(found.out)["rows"], key=lambda row: int(row["target"][1:]))
    assert all(row["status"] or row["reason"] for row in rows)
    return [tuple(row["status"]) for row in rows]


def assert_no_better(worse: Statuses, than: Statuses, *said: Any) -> None:
    """Neither end of a set is better than that of another; nothing said is no better."""
    if worse and than:
        assert VERDICTS.index(worse[0]) >= VERDICTS.index(than[0]), (worse, than, *said)  # type: ignore[arg-type]
        assert VERDICTS.index(worse[-1]) >= VERDICTS.index(than[-1]), (worse, than, *said)  # type: ignore[arg-type]


def assert_falling(found: Iterable[Statuses], *said: Any) -> None:
    """Each set is no better than any before it."""
    seen = list(found)
    for place, worse in enumerate(seen):
        for than in seen[:place]:
            assert_no_better(worse, than, *said, seen)


days = st.one_of(
    st.sampled_from([date(2010, 12, 31), date(2012, 6, 30), date(2013, 12, 31)]),
    st.dates(date(2010, 1, 1), date(2014, 6, 30)),
)
words = st.sampled_from([None, None, None, "at_least", "at_most", "more_than", "less_than"])


@st.composite
def figures(draw: st.DrawFn, indicator: Mapping[str, Any]) -> dict[str, Any]:
    """Figures of a round: counts, bounds, or a printed share, at 0 and at all of it too."""
    if indicator is PRINTED:
        number = draw(st.one_of(st.sampled_from([0, 100, 50]), st.decimals(0, 100, places=1)))
        return {"printed": _said(number, draw(words), 100)}
    whole = draw(st.sampled_from([100, 100, 7, 1000])) if indicator is SHARE else 1000
    number = draw(st.one_of(st.sampled_from([0, whole, whole // 2]), st.integers(0, whole)))
    part = _said(number, draw(words), whole if indicator is SHARE else None)
    return {"part": part, "whole": whole} if indicator is SHARE else {"part": part}


def _said(number: Any, comparator: str | None, whole: int | None) -> dict[str, Any]:
    inside = number > 0 and (whole is None or number < whole)
    return {"value": number, **({"comparator": comparator} if comparator and inside else {})}


@st.composite
def cases(draw: st.DrawFn, kinds: tuple[Mapping[str, Any], ...] = (SHARE, PRINTED, COUNT)) -> Case:
    """Two to four rounds of one indicator, on any day."""
    indicator = draw(st.sampled_from(kinds))
    seen = sorted(draw(st.lists(days, min_size=2, max_size=4, unique=True)))
    return Case(
        rounds={day.isoformat(): draw(figures(indicator)) for day in seen},
        indicator=indicator,
        better=draw(st.sampled_from(["higher", "lower"])),
        transcribed=draw(st.booleans()),
        strict=draw(st.booleans()),
        every=draw(st.sampled_from([None, "half-year", "year"])),
    )


def from_easy(case: Case) -> list[dict[str, Any]]:
    """Targets of one due year from the easiest to the strictest, "at least" before "more than"."""
    numbers = TARGETS if case.upward else TARGETS[::-1]
    return [case.target(each, 2018, strict=strict) for each in numbers for strict in (False, True)]


def from_late(case: Case, value: Any) -> list[dict[str, Any]]:
    """One target by due years, the latest first."""
    return [case.target(value, due) for due in DUE[::-1]]


def lived(case: Case) -> list[date]:
    """Days without news from the last round on: hard by the ages and due days at which something changes."""
    last = date.fromisoformat([*case.rounds][-1])
    turns = [date(due, 12, 31) for due in (2014, 2015)]
    turns += [last + timedelta(days=each) for each in (0, 181, 184, 366, 731, 900)]
    return sorted({each + timedelta(days=step) for each in turns for step in (-1, 0, 1) if each > last} | {last})


@pytest.fixture
def folders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """A new folder for every plan."""
    return lambda: tmp_path_factory.mktemp("laws") / "plan"


Folders = Callable[[], Path]


@settings(max_examples=60)
@given(case=cases(), day=st.none() | st.dates(date(2014, 7, 1), date(2018, 12, 30)))
def test_a_stricter_target_has_no_better_status(folders: Folders, case: Case, day: date | None) -> None:
    """Whoever has all of it has nearly all of it, whatever the figures leave open and however old they are."""
    assert_falling(statuses(case.write(folders(), *from_easy(case)), day), case, day)


@settings(max_examples=60)
@given(case=cases(), value=st.sampled_from(TARGETS), day=st.none() | st.dates(date(2014, 7, 1), date(2014, 12, 30)))
def test_an_earlier_due_date_has_no_better_status(folders: Folders, case: Case, value: Any, day: date | None) -> None:
    """What is done in time for 2015 is done in time for 2020."""
    assert_falling(statuses(case.write(folders(), *from_late(case, value)), day), case, value, day)


@settings(max_examples=40)
@given(case=cases(), value=st.sampled_from(TARGETS), due=st.sampled_from([*DUE, "yearly"]))
def test_time_without_news_betters_no_status(folders: Folders, case: Case, value: Any, due: Any) -> None:
    """Neither before the due date, nor on it, nor after it; nor when a value becomes old."""
    folder = case.write(folders(), case.target(value, due))

    assert_falling((statuses(folder, day)[0] for day in lived(case)), case, value, due)


@settings(max_examples=60)
@given(
    case=cases(),
    values=st.lists(st.sampled_from(TARGETS), min_size=2, max_size=4, unique=True),
    worse=st.lists(st.fractions(0, 1, max_denominator=12), min_size=2, max_size=5),
    day=st.none() | st.dates(date(2014, 7, 1), date(2018, 12, 30)),
)
def test_a_worse_latest_value_has_no_better_status(
    folders: Folders, case: Case, values: list[Any], worse: list[Any], day: date | None
) -> None:
    """Point or interval: the lower both ends lie, the worse what is possible."""
    targets = [case.target(each, due) for each in values for due in (2015, 2018)]
    found = []
    for part in sorted(_parts(case, worse), reverse=case.upward):
        day_of_last, said = [*case.rounds.items()][-1]
        moved = case._replace(rounds={**case.rounds, day_of_last: _moved(case, said, part)})
        found.append(statuses(moved.write(folders(), *targets), day))

    for each in zip(*found, strict=True):
        assert_falling(each, case, values, worse, day)


def _parts(case: Case, worse: list[Any]) -> set[Any]:
    """Parts of everything; of a point also none and all of it, of which words would say nothing."""
    *_, last = case.rounds.values()
    bounded = "comparator" in last["printed" if case.indicator is PRINTED else "part"]
    return {each for each in worse if 0 < each < 1} if bounded else {*worse, 0, 1}


def _moved(case: Case, said: Figures, part: Any) -> dict[str, Any]:
    """The same words about a part of everything."""
    name = "printed" if case.indicator is PRINTED else "part"
    whole = said.get("whole", 1000)
    number = Decimal(round(part * 1000)) / 10 if name == "printed" else round(part * whole)
    return {**said, name: {**said[name], "value": number}}


@settings(max_examples=60)
@given(
    case=cases((SHARE,)),
    numbers=st.lists(st.sampled_from(TARGETS), min_size=1, max_size=4),
    day=st.none() | st.dates(date(2014, 7, 1), date(2020, 12, 31)),
)
def test_without_is_judged_as_with(folders: Folders, case: Case, numbers: list[Any], day: date | None) -> None:
    """The very same statuses and reasons, of shares of things that are counted."""
    targets = [case.target(number, due) for number in numbers for due in DUE]
    other = case._replace(
        rounds={each: without(said) for each, said in case.rounds.items()}, better="lower" if case.upward else "higher"
    )
    mirrored = [{**each, "comparator": MIRRORED[each["comparator"]], "value": 100 - each["value"]} for each in targets]

    written = case.write(folders(), *targets), other.write(folders(), *mirrored)
    one, two = (rows_of(each, Choice(as_of=day)) for each in written)

    assert [row.course.judged for row in one] == [row.course.judged for row in two]


@settings(max_examples=12)
@given(case=cases(), value=st.sampled_from(TARGETS))
def test_the_command_line_keeps_the_laws(qt_ict: Run, folders: Folders, case: Case, value: Any) -> None:
    """Strictness, due dates and time, as ``progress --format json`` prints them."""
    easy = case.write(folders(), *from_easy(case))
    late = case.write(folders(), *from_late(case, value))
    one = case.write(folders(), case.target(value, 2015))

    assert_falling(shown(qt_ict, easy), case)
    assert_falling(shown(qt_ict, easy, date(2017, 3, 1)), case)
    assert_falling(shown(qt_ict, late), case, value)
    assert_falling((shown(qt_ict, one, day)[0] for day in lived(case)[::3]), case, value)


def of(part: Any, whole: int = 1000) -> Figures:
    """Figures of a share counted among a thousand."""
    return {"part": part, "whole": whole}


def test_from_84_to_96_per_cent_no_target_is_easier_than_a_lower_one(tmp_path: Path, qt_ict: Run) -> None:
    """12.1 points in eight years; six are left for 2.6 points to 99% and for 3.6 to all of them."""
    targets = [{"value": each, "due": 2030} for each in (99, Decimal("99.5"), Decimal("99.9"), Decimal("99.99"), 100)]
    folder = write_plan(tmp_path / "plan", {"2016-12-31": of(843), "2024-12-31": of(964)}, *targets)
    found = qt_ict("progress", "--data", str(folder), "--format", "json")

    rows = sorted(json.loads(found.out)["rows"], key=lambda row: int(row["target"][1:]))
    ratios = [row["pace"]["ratio"]["low"] for row in rows]
    assert ratios == pytest.approx([1.5125 * 6 / left for left in (2.6, 3.1, 3.5, 3.59, 3.6)], rel=1e-12)
    assert [row["status"] for row in rows] == [[_by_limits(100 * each)] for each in ratios]
    assert {row["status"][0] for row in rows} == {"on_track"}


def test_from_nothing_no_base_is_better_than_a_little(tmp_path: Path) -> None:
    """20% now and 80% wanted, five years on: the pace from 0 is by a hair faster than that from 0.001%."""
    folders = (
        write_plan(tmp_path / str(base), {"2010-12-31": of(base, 10**5), "2015-12-31": of(20000, 10**5)}, target)
        for base, target in ((each, {"value": 80, "due": 2020}) for each in (0, 1, 100))
    )

    rows = [rows_of(folder)[0] for folder in folders]

    assert len({row.course.judged for row in rows}) == 1
    ratios = [row.course.ratio.low for row in rows]  # type: ignore[union-attr]
    assert ratios == sorted(ratios, reverse=True)  # type: ignore[type-var]
    assert float(ratios[0] or 0) == pytest.approx(1 / 3)


def _by_limits(per_cent: float) -> str:
    return next(each for each, limit in LIMITS if per_cent >= limit)


OLD = {"2010-12-31": of(500), "2012-12-31": of(560)}
FRESH = {**OLD, "2024-12-31": of(780)}


def test_a_value_of_2012_says_its_age_in_2025_and_has_no_single_status(tmp_path: Path, qt_ict: Run) -> None:
    """24 points are left for the 184 days from June on; two years after it was measured they were left for 11 years."""
    folder = write_plan(tmp_path / "plan", OLD, {"value": 80, "due": 2025})
    found = qt_ict("progress", "--data", str(folder), "--format", "json", "--as-of", "2025-06-30")
    gap = qt_ict("gap", "--data", str(folder), "--format", "json", "--as-of", "2025-06-30")

    before = qt_ict("progress", "--data", str(folder), "--format", "json", "--as-of", "2014-12-31")

    (row,), (then,) = (json.loads(each.out)["rows"] for each in (found, before))
    assert then["pace"]["ratio"]["low"] == pytest.approx(3 / (24 / 11), rel=1e-12)
    assert row["pace"]["ratio"]["low"] == pytest.approx(3 / (24 * 365 / 184), rel=1e-12)
    first, last = (_by_limits(100 * each["pace"]["ratio"]["low"]) for each in (then, row))
    graded = [each for each, _ in LIMITS]
    assert then["status"] == [first]
    assert row["status"] == graded[graded.index(first) : graded.index(last) + 1]
    assert (row["stale"], len(row["status"]) > 1) == (True, True)
    assert "old-value" in [note["code"] for note in row["notes"]]

    document = json.loads(gap.out)
    (distance,) = document["rows"]
    assert distance["required"]["linear"]["low"] == pytest.approx(24 / 13, rel=1e-12)
    assert distance["from_now"]["years"] == pytest.approx(184 / 365, rel=1e-12)
    assert distance["from_now"]["linear"]["low"] == pytest.approx(24 * 365 / 184, rel=1e-12)
    (old,) = [note for note in document["assumptions"] if note["code"] == "old-values"]
    assert "2012-12-31" in old["en"]


def test_a_value_of_the_last_half_year_is_judged_by_itself(tmp_path: Path) -> None:
    """2 points in half a year at a pace of 2 a year: exactly half of what is needed, and a single status."""
    (row,) = rows_of(write_plan(tmp_path / "plan", FRESH, {"value": 80, "due": 2025}), Choice(as_of=date(2025, 6, 30)))

    assert row.course.ratio.low == 2 / (2 / row.course.span.ahead)  # type: ignore[union-attr, operator]
    assert row.course.judged == Judged((_by_limits(100 * 184 / 365),))  # type: ignore[arg-type]
    assert not row.stale


@pytest.mark.parametrize(
    ("every", "value", "last_fresh"),
    [
        ("half-year", "2012-06-30", date(2012, 12, 31)),
        ("half-year", "2012-12-31", date(2013, 6, 30)),
        ("year", "2011-06-30", date(2012, 6, 30)),
        ("year", "2012-02-29", date(2013, 2, 28)),
        (None, "2012-06-30", date(2014, 6, 30)),
    ],
)
def test_a_value_is_new_until_the_next_one_is_due(
    tmp_path: Path, every: str | None, value: str, last_fresh: date
) -> None:
    """By the calendar: from the end of June to the end of the year is half a year, though it is 184 days."""
    case = Case({"2010-12-31": of(100), value: of(200)}, SHARE, "higher", True, False, every)
    folder = case.write(tmp_path / "plan", case.target(90, 2020))

    on, after = (rows_of(folder, Choice(as_of=day))[0] for day in (last_fresh, last_fresh + timedelta(days=1)))

    assert (on.stale, len(on.course.judged.status)) == (False, 1)
    assert (after.stale, len(after.course.judged.status)) == (True, 2)


def test_an_old_value_that_meets_its_target_ends_no_worse_than_one_that_does_not(tmp_path: Path) -> None:
    """50% of 50, and 49.9: neither is a single status, and the one that has less has no better end."""
    day = date(2016, 6, 30)
    met, close = (
        statuses(write_plan(tmp_path / str(part), {"2010-12-31": of(300), "2012-12-31": of(part)}, target), day)[0]
        for part, target in ((each, {"value": 50, "due": 2020}) for each in (500, 499))
    )

    assert (met, close) == (("met", "met_but_reversing"), ("on_track", "moderate"))
    assert_no_better(close, met)


@pytest.mark.parametrize(
    ("latest", "before", "after"),
    [(550, "met_but_reversing", "met_but_reversing"), (650, "met", "met"), (495, "insufficient", "missed")],
)
def test_the_end_of_the_due_year_betters_nothing(tmp_path: Path, latest: int, before: str, after: str) -> None:
    """60, then 55% in June stay met but reversing on the last day of the year, on which nobody has counted."""
    first = 600 if latest > 500 else 400
    rounds = {"2010-12-31": of(300), "2014-12-31": of(first), "2015-06-30": of(latest)}
    folder = write_plan(tmp_path / "plan", rounds, {"value": 50, "due": 2015})

    assert statuses(folder, date(2015, 12, 30)) == [(before,)]
    assert statuses(folder, date(2015, 12, 31)) == [(after,)]


def test_a_value_too_old_on_the_due_day_does_not_say_met(tmp_path: Path) -> None:
    """Reports are wanted every half-year, and the last is of January."""
    rounds = {"2010-12-31": of(300), "2015-01-31": of(600)}
    case = Case(rounds, SHARE, "higher", True, False, "half-year")
    folder = case.write(tmp_path / "plan", case.target(50, 2015), case.target(70, 2015))

    met, missed = (row.course.judged for row in rows_of(folder, Choice(as_of=date(2015, 12, 31))))

    assert (met, missed) == (Judged((), Reason.VALUE_TOO_OLD), Judged(("missed",)))


def test_a_density_is_projected_by_equal_steps(tmp_path: Path) -> None:
    """0.26, 0.63 and 1.55 per 100 in two years lead to 6.71 in 2020, where factors led to 1971."""
    rounds = {f"{2010 + n}-12-31": {"density": Decimal(each)} for n, each in enumerate(("0.26", "0.63", "1.55"))}
    folder = write_plan(tmp_path / "plan", rounds, {"value": 20, "due": 2020}, indicator=DENSITY, transcribed=False)

    (row,) = rows_of(folder)

    assert row.course.projection.at_due == point(Fraction("6.71"))
    assert row.course.ratio == point(Fraction("0.645") / (Fraction("18.45") / 8))
