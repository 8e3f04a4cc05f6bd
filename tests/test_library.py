"""``import qt_ict``: rows with plain and exact numbers, findings as values, one exception."""

import copy
import csv
import io
import json
import math
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from inspect import signature
from pathlib import Path
from types import MappingProxyType
from typing import Any

import mypy.api
import numpy
import pandas
import polars
import pytest

import qt_ict as library
from qt_ict.arithmetic.interval import Interval
from qt_ict.library.call_arguments import EXPECTED
from qt_ict.library.wishes import Wish
from tests.conftest import DATA, ROOT, VIETNAM, Result, edit
from tests.test_other_plans import write

Run = Callable[..., Result]
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
ASKED: dict[str, Callable[[library.OpenPlan], library.PlanRows]] = {
    "gap": lambda plan: plan.gap(),
    "progress": lambda plan: plan.progress(),
    "forecast": lambda plan: plan.forecast(),
    "targets": lambda plan: plan.targets(),
    "years": lambda plan: plan.years(),
    "observations": lambda plan: plan.observations(),
    "show": lambda plan: plan.indicators(),
    "path": lambda plan: plan.path("internet_users"),
    "gap --add": lambda plan: plan.gap(additions={"internet_users": 1}),
}
"""Questions, by the command that answers the same where one does."""
QUESTIONS = [name for name, asked in vars(library.OpenPlan).items() if callable(asked) and name[0] != "_"]
NO_COMMAND = ("years", "observations")
EVERY_KIND = ROOT / "tests" / "every_kind"
COMMAND_LINES = {
    "path": ("path", "internet_users"),
    "gap --add": ("gap", "--add", "internet_users=1"),
}


@pytest.fixture(scope="module")
def plan() -> library.OpenPlan:
    """The shipped plan."""
    return library.load(DATA)


@pytest.fixture(scope="module")
def nation() -> library.OpenPlan:
    """The national example."""
    return library.load(VIETNAM)


def test_every_public_name_is_there_and_on_the_page() -> None:
    """What is listed is promised, and what is promised is described."""
    assert all(getattr(library, name) for name in library.__all__)
    assert {name for name in library.__all__ if f"qt_ict.{name}" not in PAGE} == set()
    assert set(library.__all__) <= set(dir(library))


def test_no_other_name_is_public() -> None:
    """A name that nobody promised is an error, as in any module."""
    assert not hasattr(library, "gap")


def test_the_stub_lists_the_public_names() -> None:
    """Type checkers read the stub; it must not lag behind."""
    stub = (ROOT / "qt_ict" / "__init__.pyi").read_text(encoding="utf-8")

    assert re.findall(r'"(\w+)"', stub) == library.__all__


USED = """
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
import qt_ict

plan: qt_ict.OpenPlan = qt_ict.load(Path("data"), lang="vi")
rows: qt_ict.PlanRows = plan.gap(year=2015, status="met", sort="gap", as_of=datetime(2012, 1, 1), by=date(2014, 1, 1))
row: qt_ict.PlanRow = rows[0]
gap = row.exact["gap"]
if isinstance(gap, qt_ict.Interval):
    low = gap.low
added = {"households_with_tv": 2000}
plan.forecast("tv", additions=added, carry=["households"], reference=Path("class.csv"))
plan.gap(additions={"households_with_tv": Decimal("0.5")}, growth={"households": "1.2%"})
for error in qt_ict.validate("data", select="QT4", accepted=True):
    print(error.code, rows.schema, rows.assumptions)
"""
MISUSED = (
    'year="2015"',
    'status="good"',
    'sort="best"',
    "as_of=2015",
    "carry=3",
    'growth="1%"',
    'additions={"tv": [1]}',
)


def test_type_checkers_know_what_arguments_take(tmp_path: Path) -> None:
    """What the page shows passes a strict check; what is refused at run time is found before."""
    file = tmp_path / "asked.py"
    file.write_text(USED + "".join(f"plan.gap({each})\n" for each in MISUSED), encoding="utf-8")

    said, _, _ = mypy.api.run(["--strict", "--cache-dir", str(ROOT / ".mypy_cache"), str(file)])

    wrong = [int(line.split(":")[1]) for line in said.splitlines() if ": error:" in line]
    first = USED.count("\n") + 1
    assert wrong == list(range(first, first + len(MISUSED))), said


def test_import_alone_brings_nothing_with_it() -> None:
    """Every command imports the package first, and waits for what that imports."""
    seen = "import sys; before = set(sys.modules); import qt_ict; print(*sorted(set(sys.modules) - before))"

    found = subprocess.run([sys.executable, "-c", seen], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert found.split() == ["qt_ict"]


def test_no_table_library_comes_with_a_question() -> None:
    """They are the tests' tools, not those of qt-ict."""
    seen = (
        "import sys, qt_ict; plan = qt_ict.load('data'); plan.gap(); plan.findings(); "
        "sys.exit(bool({'numpy', 'pandas', 'polars'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", seen], cwd=ROOT, check=False).returncode == 0


def test_no_command_imports_the_library() -> None:
    """It is beside the command line, not below it."""
    seen = (
        "import sys; from qt_ict.cli.run import run; run(['gap', '--data', 'data', '-o', '-']); "
        "sys.exit(any(name.startswith('qt_ict.library') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", seen], cwd=ROOT, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("name", [each for each in ASKED if each not in NO_COMMAND])
def test_rows_say_what_the_csv_file_says(nation: library.OpenPlan, qt_ict: Run, name: str) -> None:
    """A field is said once: same rows, same columns, same values, texts in one language."""
    command = COMMAND_LINES.get(name, (name,))
    written = qt_ict(*command, "--data", str(VIETNAM), "--format", "csv").out
    lines = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))

    rows = ASKED[name](nation)

    assert len(rows) == len(lines) > 0
    for row, line in zip(rows, lines, strict=True):
        for column, value in row._asdict().items():
            assert _as_in_csv(value) == _as_number(_cell(line, column)), column


def _cell(line: dict[str, str], column: str) -> str:
    """The cell of a CSV file that a column of Python goes by."""
    for name in (column, f"{column}_en", f"{column.removesuffix('_text')}_en"):
        if name in line:
            return line[name]
    stem, _, end = column.rpartition("_")
    numbers = line[stem].split("; ")
    return numbers[0 if end == "low" else -1]


def _as_in_csv(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return float(value)
    return "" if value is None else _as_number(str(value))


def _as_number(cell: str) -> Any:
    text = cell.removeprefix("'") if cell[:2] in ("'-", "'+", "'=", "'@") else cell
    try:
        return float(text)
    except ValueError:
        return text


@pytest.mark.parametrize("name", ASKED)
def test_every_value_is_of_the_type_of_its_column(plan: library.OpenPlan, nation: library.OpenPlan, name: str) -> None:
    """A table library may rely on it."""
    for rows in (ASKED[name](nation), *(() if name in COMMAND_LINES else (ASKED[name](plan),))):
        assert {type(row)._fields for row in rows} == ({tuple(rows.schema)} if rows else set())
        for row in rows:
            for value, kind in zip(row, rows.schema.values(), strict=True):
                assert value is None or type(value) is kind


def test_exact_numbers_stand_beside_plain_ones(plan: library.OpenPlan) -> None:
    """130 654 of 145 470 households have television; 95 % is promised."""
    (row,) = (each for each in plan.gap(year=2015) if each.target == "tv_2015")

    assert row.exact["gap"].low == row.exact["gap"].high == 95 - Fraction(130654 * 100, 145470)
    assert row.gap_low == row.gap_high == float(row.exact["gap"].low)
    assert (row.target_value_low, row.exact["target_value"].high) == (95.0, 95)
    assert (row.date, row.year, row.shortfall_low) == (date(2010, 12, 31), 2015, 7543.0)


def test_a_target_with_decimals_is_exact(tmp_path: Path) -> None:
    """A float of 95.1 is another number than 951/10."""
    (row,) = library.load(write(tmp_path / "plan", comparator="at_least", value="95.1")).gap()

    assert row.exact["target_value"] == Interval(Fraction(951, 10), Fraction(951, 10))
    assert row.target_value_low == 95.1


def test_where_there_is_no_number_there_is_a_reason(plan: library.OpenPlan) -> None:
    """Neither 0 nor nothing at all."""
    row = plan.gap(status="not_measurable")[0]

    assert (row.gap_low, row.gap_high) == (None, None)
    assert row.exact["gap"] == row.reason == "proxy-only"
    assert type(row.exact["gap"]) is str


def test_rows_and_errors_can_be_stored_and_sent(plan: library.OpenPlan) -> None:
    """Programs that keep results, or work in several processes, pickle them."""
    rows = plan.gap(year=2015)

    for again in (pickle.loads(pickle.dumps(rows)), copy.deepcopy(rows)):
        assert again == rows
        assert (again.schema, again.as_of, again.assumptions) == (rows.schema, rows.as_of, rows.assumptions)
        assert (type(again[0]), again[0].name, again[0].exact) == (type(rows[0]), rows[0].name, rows[0].exact)
    with pytest.raises(library.PlanError) as raised:
        library.load("no_such_plan")
    again = pickle.loads(pickle.dumps(raised.value))
    assert (str(again), again.findings) == (str(raised.value), raised.value.findings)


def test_an_error_says_problem_and_advice_in_sentences(tmp_path: Path) -> None:
    """A folder without a plan: what is missing, then what to do."""
    with pytest.raises(library.PlanError) as raised:
        library.load(tmp_path)

    first = str(raised.value).splitlines()[0]
    assert first.startswith(f"{tmp_path}/plan.yaml: QT101 there is no such file. Check the name and the folder; ")


def test_a_plan_says_what_it_is(plan: library.OpenPlan) -> None:
    """In a notebook."""
    assert repr(plan) == f"<OpenPlan Quảng Trị province, 1564/KH-UBND: {plan.folder}>"


def test_every_quantity_has_an_exact_one(plan: library.OpenPlan) -> None:
    """By the names of the columns without _low and _high."""
    rows = plan.progress()
    stems = {name.removesuffix("_low") for name in rows.schema if name.endswith("_low") and rows.schema[name] is float}

    assert {each for row in rows for each in stems - row.exact.keys()} == set()


def test_each_year_of_a_yearly_target_is_a_row() -> None:
    """Years, numbers and truth as what they are, exact ones beside them; the year that is not over last."""
    rows = library.load(EVERY_KIND).years(domain="staff")

    assert [(each.target, each.year, each.over, each.judged_value_low, each.status) for each in rows] == [
        ("trained_yearly", 2011, True, 620.0, "met"),
        ("trained_yearly", 2012, True, 580.0, "missed"),
        ("trained_yearly", 2013, False, 250.0, "moderate"),
    ]
    assert [each.exact["judged_value"] for each in rows] == [Interval(each, each) for each in (620, 580, 250)]
    assert [each.exact["target_value"] for each in rows] == [Interval(600, 600)] * 3
    assert [rows.schema[name] for name in ("year", "over", "judged_value_high", "judged_date")] == [
        int,
        bool,
        float,
        date,
    ]
    assert rows.as_of == date(2013, 6, 30)
    assert [each.year for each in library.load(EVERY_KIND).years(domain="staff", as_of="2011-Q4")] == [2011]


def test_each_value_on_the_way_is_a_row() -> None:
    """Those that are compared, and those before the figures were counted anew, as the command lists them."""
    plan = library.load(EVERY_KIND)
    rows = [each for each in plan.observations(domain="households") if each.target == "mobile_2015"]

    assert [(each.use, each.date, each.exact["value"].low, each.flags) for each in rows] == [
        ("compared", date(2011, 12, 31), Fraction(35200000, 609300), None),
        ("compared", date(2012, 12, 31), Fraction(37100000, 612000), "estimated"),
        ("before_break", date(2010, 12, 31), Fraction(40800000, 606178), None),
        ("before_break", date(2011, 12, 31), Fraction(45200000, 609300), None),
    ]
    assert {each.value_low for each in rows} == {float(each.exact["value"].low) for each in rows}


@pytest.mark.parametrize("name", ["gap", "progress", "forecast"])
def test_no_column_joins_years_or_rounds_as_text(plan: library.OpenPlan, name: str) -> None:
    """They are rows of questions of their own; a column of texts is of no use to a table."""
    lists = ("each_year_", "rounds_", "before_break_", "set_aside_")

    assert [each for each in ASKED[name](plan).schema if each.startswith(lists)] == []


def test_the_language_is_asked_for_once(plan: library.OpenPlan) -> None:
    """Names, remarks and messages."""
    vietnamese = library.load(DATA, lang="vi")

    assert vietnamese.gap(year=2015, domain="households")[1].name == "Hộ có máy thu hình"
    assert plan.gap(year=2015, domain="households")[1].name == "Households with a television set"
    assert vietnamese.gap().assumptions != plan.gap().assumptions
    with pytest.raises(library.PlanError, match="không có lĩnh vực nào"):
        vietnamese.gap(domain="x")


def test_arguments_mean_what_the_options_mean(plan: library.OpenPlan, qt_ict: Run) -> None:
    """In the words of Python, or in those of the command line."""
    said = qt_ict(
        *("gap", "--year", "2015", "--growth", "households=1.2%", "--add", "households_with_tv=2000", "--by", "2014"),
        *("--as-of", "2012-06", "--sort", "shortfall", "--format", "json", "--data", str(DATA)),
    ).out
    expected = [(each["target"], (each["assumed"] or {}).get("status")) for each in json.loads(said)["rows"]]

    for as_of, added, by in (
        (date(2012, 6, 30), 2000, date(2014, 12, 31)),
        ("2012-06", 2000.0, "2014"),
        ("2012-Q2", 2000, "2014-Q4"),
    ):
        found = plan.gap(
            year=2015,
            growth={"households": "1.2%"},
            additions={"households_with_tv": added},
            by=by,
            as_of=as_of,
            sort="shortfall",
        )
        assert [(each.target, each.assumed_status) for each in found] == expected
        assert found.as_of == date(2012, 6, 30)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda plan: plan.gap(year=2014), "no target is due in 2014"),
        (lambda plan: plan.gap(sort="best"), "there is no order called best"),
        (lambda plan: plan.gap(status="good"), "there is no status called good"),
        (lambda plan: plan.gap(as_of="then"), "then is no day"),
        (lambda plan: plan.gap(carry="television"), "there is no figure called television"),
        (lambda plan: plan.gap(growth={"households": "1.2"}), "growth['households'] cannot be '1.2'"),
        (lambda plan: plan.gap(additions={"nothing": 1}), "there is no figure called nothing"),
        (
            lambda plan: plan.gap(additions={"households_with_tv": 1, "households-with-tv": 2}),
            "additions supposes something else of households_with_tv",
        ),
        (lambda plan: plan.gap(by=date(2001, 1, 1)), "or add as_of with an earlier one"),
        (lambda plan: plan.gap(as_of=date(2001, 1, 1)), "as_of 2001-01-01 lies before the baseline"),
        (lambda plan: plan.gap(status=""), "there is no status called "),
        (lambda plan: plan.progress(method=""), "there is no method called "),
        (lambda plan: plan.gap(additions={"households_with_tv": "2.000"}), "additions households_with_tv=2.000 can be"),
        (lambda plan: plan.progress(method="ours"), "there is no method called ours"),
        (lambda plan: plan.forecast(without="vnm"), "without needs reference"),
        (lambda plan: plan.forecast("nothing"), "there is no indicator or target called nothing"),
        (lambda plan: plan.path("nothing"), "See all: plan.targets(), plan.indicators()"),
        (lambda plan: plan.indicators(round="2001"), "there is no round called 2001"),
        (lambda plan: plan.findings(select="X"), "no code begins with"),
    ],
)
def test_a_question_at_fault_is_one_exception(
    plan: library.OpenPlan, ask: Callable[[library.OpenPlan], object], said: str
) -> None:
    """It says what and what to do next; the data are not to blame."""
    with pytest.raises(library.PlanError, match=re.escape(said)) as raised:
        ask(plan)

    assert raised.value.findings == ()


class _Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError


ANYTHING: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**13, 10**5000, 1.5, 1e300, math.nan, math.inf, 1j, Fraction(1, 3)),
    *(Decimal("NaN"), Decimal("sNaN"), Decimal("1E+999999999"), Decimal("1E-999999999")),
    *("", " ", "x", "x" * 5000, "a\0b", "\ud800", "2015", b"2015", bytearray(b"x")),
    *([], [3], ["x"], (None,), {"x"}, {}, {3: 4}, {"": 1}, {"x": "1%"}, {"x": {}}),
    *(object(), _Unprintable(), print, int, Path("x"), timedelta(3), time(3), date.min, date.max),
)
"""What somebody may put in the place of anything."""
AMOUNTS: tuple[Any, ...] = (*ANYTHING, "1=2%", "1001%", "-100%", "many")


def test_a_row_is_named_by_its_target_its_day_and_whether_it_is_a_milestone(tmp_path: Path) -> None:
    """A milestone on the day of its own target is an error of the data, and still another row than the target."""
    folder = shutil.copytree(ROOT / "tests" / "every_kind", tmp_path / "plan")
    edit(folder / "targets.yaml", "tv_2015: {due: 2015", "tv_2015: {due: 2012")
    opened = library.load(folder, lang="en")

    codes = [each.code for each in opened.findings() if each.severity == "error"]
    rows = [each for each in opened.gap() if each.target == "tv_2015"]

    assert codes == ["QT525"] * 3
    assert [(each.year, each.due_day, each.milestone) for each in rows if each.year == 2012] == [
        (2012, date(2012, 12, 31), True),
        (2012, date(2012, 12, 31), False),
    ]


@pytest.mark.parametrize("ask", ["domain", "agency", "status", "sort", "round", "carry", "as_of"])
def test_a_word_that_is_no_word_is_not_repeated_whole(plan: library.OpenPlan, ask: str) -> None:
    """100 000 letters, a file read by mistake: its beginning shows what it was, and no name is like it."""
    with pytest.raises(library.PlanError, match=f"{'a' * 120}…") as refused:
        plan.gap(**{ask: "a" * 100_000})

    assert "a" * 121 not in str(refused.value)
    assert "Did you mean" not in str(refused.value)


def _arguments() -> Iterator[tuple[str, str]]:
    for question in (*(name for name in vars(library.OpenPlan) if name[0] != "_"), "load", "validate"):
        asked = getattr(library.OpenPlan, question, None) or getattr(library, question)
        if callable(asked):
            yield from ((question, name) for name in signature(asked).parameters if name != "self")


@pytest.mark.parametrize(("question", "argument"), [*_arguments()])
def test_an_argument_that_is_nothing_of_its_kind_is_one_exception(
    nation: library.OpenPlan, question: str, argument: str
) -> None:
    """Whatever it is: an answer, or words that name the argument as Python does; no other exception."""
    ask = getattr(nation, question, None) or getattr(library, question)
    needed = {"path": {"indicator": "internet_users"}, "load": {"folder": VIETNAM}, "validate": {"folder": VIETNAM}}
    refused = 0

    for said in (*ANYTHING, *({"population": each} for each in AMOUNTS)):
        try:
            ask(**{**needed.get(question, {}), argument: said})
        except library.PlanError as error:
            refused += 1
            assert "--" not in str(error)
            assert len(str(error)) < 6000

    assert refused > len(AMOUNTS)


def test_every_argument_is_in_the_one_table() -> None:
    """What may be is said there, and nowhere else."""
    assert {name for _, name in _arguments()} - {"lang"} == set(Wish.model_fields)
    assert set(EXPECTED) <= set(Wish.model_fields)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"year": "2015"}, "year cannot be '2015'. Give a year, such as 2015."),
        ({"year": True}, "year cannot be True."),
        ({"as_of": 2015}, "as_of cannot be 2015. Give a date, or text such as"),
        ({"round": date(2010, 12, 31)}, "round cannot be datetime.date(2010, 12, 31). Give text."),
        ({"status": ["met"]}, "status cannot be ['met']. Give text."),
        ({"growth": "households=1%"}, "growth cannot be 'households=1%'. Give per cent a year of each figure"),
        ({"growth": {"households": 1.2}}, "growth['households'] cannot be 1.2."),
        ({"additions": {"households_with_tv": math.nan}}, "additions['households_with_tv'] cannot be nan."),
        ({"carry": 3}, "carry cannot be 3. Give the id of a figure, or several."),
        ({"carry": ["households", 3]}, "carry[1] cannot be 3."),
    ],
)
def test_what_an_argument_cannot_be_is_said_with_what_it_can(
    plan: library.OpenPlan, arguments: dict[str, Any], said: str
) -> None:
    """In the words of Python, the argument's name first."""
    with pytest.raises(library.PlanError, match=re.escape(said)):
        plan.gap(**arguments)


def test_an_argument_may_be_of_a_related_type(plan: library.OpenPlan) -> None:
    """A moment is its day, a float without a fraction a year, any collection several."""
    known = plan.gap(as_of=date(2012, 6, 30))
    added = plan.gap(additions={"households_with_tv": 2000})

    assert plan.gap(as_of=datetime(2012, 6, 30, 17, tzinfo=UTC)) == known
    assert plan.gap(year=2015.0) == plan.gap(year=2015)  # type: ignore[arg-type]
    assert plan.gap(carry=iter(["households"])) == plan.gap(carry="households") == plan.gap(carry={"households"})
    assert plan.gap(additions=MappingProxyType({"households_with_tv": Decimal(2000)})) == added


def test_an_argument_may_come_from_a_frame(plan: library.OpenPlan) -> None:
    """A cell of a table, a column of it: numbers, moments and texts of numpy and pandas."""
    frame = pandas.DataFrame(plan.gap())
    day, figures = pandas.Timestamp("2012-06-30 17:00"), pandas.Series([numpy.str_("households")])

    years = frame.year.dropna().unique()

    assert [len(plan.gap(year=year)) for year in years] == [sum(frame.year == year) for year in years]
    assert plan.gap(year=numpy.int64(2015)) == plan.gap(year=2015)
    assert plan.gap(as_of=day).as_of == date(2012, 6, 30)
    assert plan.gap(carry=figures) == plan.gap(carry="households")
    for tenth in (numpy.float32(0.1), numpy.float64(0.1)):
        assert plan.gap(additions={"people_knowing_internet": tenth}) == plan.gap(
            additions={"people_knowing_internet": 0.1}
        )


@pytest.mark.parametrize("argument", ["year", "as_of", "carry", "additions", "domain"])
def test_a_gap_in_a_frame_is_nothing_to_ask_about(plan: library.OpenPlan, argument: str) -> None:
    """What is missing in a table is no None, and no value either."""
    for nothing in (pandas.NA, pandas.NaT, numpy.nan, numpy.array(3), numpy.bool_(True), pandas.DataFrame({3: [4]})):
        with pytest.raises(library.PlanError, match=f"{argument}.* (cannot be|is no day)"):
            plan.gap(**{argument: nothing})


def test_an_argument_that_there_is_not_is_python_s_own_error(plan: library.OpenPlan) -> None:
    """As with any function: it is found before the plan is asked."""
    with pytest.raises(TypeError, match="yaer"):
        plan.gap(yaer=2015)  # type: ignore[call-arg]


def test_a_broken_plan_is_told_with_its_findings(plan_copy: Path) -> None:
    """As an exception where it was to be loaded, as values where it was to be checked."""
    edit(plan_copy / "targets.yaml", "indicator: tv\n", "indicator: tvv\n")

    with pytest.raises(library.PlanError, match=r"targets.yaml:[0-9]+:[0-9]+: QT[0-9]{3} ") as raised:
        library.load(plan_copy)

    checked = library.validate(plan_copy)
    assert all(each in checked for each in raised.value.findings)
    assert [(each.severity, Path(each.file).name) for each in raised.value.findings] == [("error", "targets.yaml")]


def test_a_folder_that_cannot_even_be_asked_about_is_one_exception() -> None:
    """A name too long for the system is no bug."""
    with pytest.raises(library.PlanError):
        library.load("x" * 5000)
    assert len(library.validate("x" * 5000)) == 1


def test_findings_are_those_of_the_command(plan: library.OpenPlan, qt_ict: Run) -> None:
    """Open and accepted ones."""
    said = json.loads(qt_ict("validate", str(DATA), "--format", "json").out)
    expected = [(each["code"], each["line"], each["problem"]["en"], None) for each in said["findings"]]
    explained = [(each["code"], each["line"], each["problem"]["en"], each["why"]["en"]) for each in said["accepted"]]

    assert [(each.code, each.line, each.problem, each.why) for each in plan.findings()] == expected
    assert [tuple(each[i] for i in (0, 4, 8, 14)) for each in plan.findings(accepted=True)] == expected + explained
    assert {each.code[:3] for each in library.validate(DATA, select=("QT5", "QT6"), ignore="QT6")} == {"QT5"}


@pytest.mark.parametrize("name", [*ASKED, "findings", "figures"])
def test_a_frame_of_pandas_takes_the_rows(nation: library.OpenPlan, name: str) -> None:
    """As they are; an empty answer keeps its columns."""
    rows = ASKED[name](nation) if name in ASKED else getattr(nation, name)()

    frame = pandas.DataFrame(rows, columns=list(rows.schema))

    assert list(frame.columns) == list(rows.schema)
    assert len(frame) == len(rows)
    assert pandas.DataFrame(rows).equals(frame) or not rows


@pytest.mark.parametrize("name", [*ASKED, "findings", "figures"])
def test_a_frame_of_polars_takes_the_rows(nation: library.OpenPlan, name: str) -> None:
    """Under the types that the rows state."""
    rows = ASKED[name](nation) if name in ASKED else getattr(nation, name)()

    frame = polars.DataFrame(rows, schema=rows.schema)

    assert frame.rows() == [tuple(row) for row in rows]
    assert frame.columns == list(rows.schema)


def test_the_page_s_examples_print_what_they_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, as a reader types them."""
    monkeypatch.chdir(ROOT)
    known: dict[str, Any] = {}
    blocks = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)

    assert len(blocks) == PAGE.count("```python") == 7
    for code, expected in blocks:
        said = io.StringIO()
        with redirect_stdout(said):
            exec(code, known)
        assert said.getvalue() == expected


@pytest.mark.parametrize(
    "question", [name for name in vars(library.OpenPlan) if name[0] != "_" and name not in ("folder", "name")]
)
def test_the_page_lists_every_argument(question: str) -> None:
    """In the order of the method."""
    line = next(each for each in PAGE.splitlines() if each.startswith(f"| `{question}` "))
    arguments = re.findall(r"`(\w+)`", line.rsplit("|", 2)[1])

    assert arguments == list(signature(getattr(library.OpenPlan, question)).parameters)[1:]


def test_a_language_that_it_does_not_speak_is_refused() -> None:
    """Rows without names would be found much later."""
    with pytest.raises(library.PlanError, match="lang is one of vi, en"):
        library.load(str(DATA), lang="fr")  # type: ignore[arg-type]
