"""The law of workbooks: export, then init from it, is the same plan, whatever the data files can say."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from qt_ict.checks.validation import validation
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.editing.small_plan import plan_language, small_plan
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded, load
from qt_ict.loading.plan_sheets.cell_value import read, written
from qt_ict.loading.plan_sheets.field_kinds import FieldKind, keys_of
from qt_ict.loading.plan_sheets.figure_rows import RoundEntries, figure_rows
from qt_ict.loading.plan_sheets.plan_files import plain_files
from qt_ict.loading.plan_sheets.plan_grids import PlanGrid, grids, models_of, sheet_names
from qt_ict.loading.sheet import DATE_OR_TIME, CellRange, Content, PerCent, Sheet
from qt_ict.loading.snapshot import load_files
from qt_ict.loading.xlsx import workbook
from qt_ict.loading.yaml import parse
from qt_ict.loading.yaml_lines import yaml_lines, yaml_text
from qt_ict.presentation.excel.plan_book import plan_workbook
from qt_ict.report.brought_in import BroughtIn, brought_in
from qt_ict.wording.plan_keys import KEYS, SHEETS
from qt_ict.wording.plan_keys_fr import KEYS_FR, SHEETS_FR
from tests.conftest import Result
from tests.examples import examples, plan_files, write
from tests.generated_plans import PlanMaker

Run = Callable[..., Result]
BOOK = Path("plan.xlsx")


def _there_and_back(loaded: Loaded) -> BroughtIn:
    """What an export becomes when it is brought in."""
    return brought_in(workbook(plan_workbook(grids(plain_files(loaded)), "en"), BOOK), BOOK, lambda plan: {})


def _findings(loaded: Loaded) -> list[tuple[str, str]]:
    return [(each.rule.code, each.problem.en) for each in validation(loaded).findings]


LOOKALIKES = (
    *("null", "Null", "NULL", "~", "yes", "No", "on", "OFF", "y", "N", "TRUE", "true", "False"),
    *("1e5", "007", "0x1F", "0o7", "1_000", "1:30", ".5", "5.", "+5", "-0", ".inf", ".NaN", "12", "0.10", "1.0e3"),
    *("1,5", "1.234,5", "45,5 %", "1\u00a0000", "-30%", "2011-01-01", "2012-02-30", "2011-01-01 10:00"),
    *("=1+1", "+1", "@SUM(1)", "'x", "''", '"', '"a"', "'a'", "d'accord", "#N/A", "#REF!", "#a", "a #b", "a: b", "a:"),
    *(" a", "a ", "\u00a0a", "a\nb", "a\n", "\t", "a\\n", "\\u0041", "_x0041_", "\ufeffa", "a\u2028b", "&amp;", "<b>"),
    *(
        "- a",
        "--- a",
        "...",
        "? a",
        "&a",
        "*a",
        "!a",
        "%a",
        "|",
        "> a",
        "[a]",
        "{a: b}",
        "[",
        "a, b",
        "null, null",
        ",",
    ),
)
"""Texts that YAML, or a spreadsheet, would take for something else."""

TRUTH = Complaint(Text.same("true or false"), Text.same(""), Text.same("TRUE"))
TEXT = FieldKind(frozenset({"string"}))
WORDS = frozenset({"string"})
LISTED = FieldKind(frozenset({"array"}), items=WORDS)
ANY_FORM = FieldKind(frozenset({"string", "array", "object"}), items=WORDS)


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_text_in_a_data_file_comes_back(text: str) -> None:
    """A plan whose agency is called null, or whose document is 007, loads as it was."""
    data = {"name": text, "listed": [text, "b"], "below": {"joint": [text]}, "each": [{text: text}]}

    found, _, findings = parse(yaml_text(yaml_lines(data, {})), "plan.yaml")

    assert not findings
    assert found == data


@pytest.mark.parametrize("text", LOOKALIKES)
@pytest.mark.parametrize("kind", [TEXT, LISTED, ANY_FORM], ids=["text", "list", "any"])
def test_a_text_in_a_cell_comes_back(text: str, kind: FieldKind) -> None:
    """Spreadsheets keep what a cell holds but for blanks around it."""
    values: list[Any] = {TEXT: [text], LISTED: [[text, "b"], [text]], ANY_FORM: [text, [text, "b"], {"joint": [text]}]}[
        kind
    ]
    for value in values:
        cell = written(value, kind)

        assert isinstance(cell, str)
        assert read(cell.strip(), kind) == value


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
def test_a_number_typed_as_text_with_thousands_apart_is_that_number(blank: str) -> None:
    """As spreadsheets show it and people copy it; a name stays as it is, and a comma is never guessed."""
    number = FieldKind(frozenset({"number"}))

    assert read(f"1{blank}408{blank}000", number) == 1_408_000
    assert str(read(f"-12{blank}345.60", number)) == "-12345.60"
    assert read(f"1{blank}408", TEXT) == f"1{blank}408"
    for other in (f"12{blank}34", f"1{blank}408,5", f"007{blank}000"):
        assert read(other, number) == other


@pytest.mark.parametrize("content", [Complaint(DATE_OR_TIME, Text.same(""), Text.same("2011-01-01")), TRUTH])
def test_what_a_spreadsheet_made_of_a_text_is_told(content: Complaint) -> None:
    """A name that was typed as TRUE, a document 1/1/2011: nobody knows any more how it was written."""
    found = read(content, TEXT)

    assert isinstance(found, Complaint)
    assert found.advice.en == "Format the cell as text, then type it again."


# The order of the figures.

FIRST = {each: {"value": 1, "unit": "things"} for each in "abcde"}
REPORTED: list[dict[str, Any]] = [{"value": 2}, {"value": 2}, {"value": None}, {"value": 2, "printed": "2%"}]


@st.composite
def later_rounds(draw: st.DrawFn) -> RoundEntries:
    """Some figures of a first round and new ones in any order, with a number alone, with more, or with none."""
    ids = draw(st.lists(st.sampled_from("abcdexy"), unique=True))
    return {each: draw(st.sampled_from(REPORTED)) for each in ids}


def _read(rounds: list[tuple[str, RoundEntries]]) -> list[tuple[str, list[str]]]:
    """The rounds with the order of their figures, as whoever reads the rows from the top finds them."""
    rows = figure_rows(rounds)
    first = rounds[0][0]
    of = {id_: [row.id for row in rows if (row.round or first) == id_ or id_ in row.values] for id_, _ in rounds}
    return list(of.items())


@given(later=st.lists(later_rounds(), max_size=3))
def test_every_round_keeps_the_order_of_its_figures(later: list[RoundEntries]) -> None:
    """Rows are read from the top; findings and forms list figures in the order of their files."""
    rounds = [("baseline_2010", FIRST), *((f"{2011 + at}-12-31", each) for at, each in enumerate(later))]

    assert _read(rounds) == [(id_, list(entries)) for id_, entries in rounds]


def test_a_number_alone_stands_in_the_row_of_its_figure() -> None:
    """As many as the order allows: a swap of two costs one row, not a row for every figure."""
    swapped = {each: {"value": 2} for each in "abdce"}

    rows = figure_rows([("baseline_2010", FIRST), ("2011-12-31", swapped)])

    assert [row.id for row in rows] == ["a", "b", "d", "c", "d", "e"]
    assert [row.round for row in rows if row.round] == ["2011-12-31"]


# Plans that contradict themselves.


@pytest.mark.parametrize("example", examples(), ids=lambda each: each.stem)
def test_a_plan_comes_back_with_its_findings(tmp_path: Path, example: Path) -> None:
    """What loads can be read: a workbook that lost a plan for its contradictions would hide them."""
    write(plan_files(example), tmp_path)
    loaded, _ = load(tmp_path)
    assert loaded is not None

    found = _there_and_back(loaded)

    back, _ = load_files(found.files, "")
    assert back is not None
    assert sorted(_findings(back)) == sorted(_findings(loaded))
    assert all(re.search("![A-Z]+[0-9]+$", each.place.file) for each in found.errors)


def test_a_contradiction_is_told_by_its_cell_and_written(qt_ict: Run, tmp_path: Path) -> None:
    """As a number brought in by `round add` is: the plan is there to be mended."""
    write(plan_files(next(each for each in examples() if each.stem.startswith("QT504"))), tmp_path / "plan")
    book, folder = tmp_path / "plan.xlsx", tmp_path / "back"
    assert qt_ict("export", "-o", str(book), "--data", str(tmp_path / "plan")).code == 0

    result = qt_ict("init", str(folder), "--from", str(book))

    assert result.code == 0
    assert f"{book} targets!" in result.err
    assert "error QT504" in result.err
    assert f"Mend it in {folder}, or in the workbook" in result.err
    assert qt_ict("validate", str(folder)).code == 1


# Whatever the data files can say.

ONE_LINE = [each for each in LOOKALIKES if each.strip() and not re.search("[\\n\\t\\ufeff\\u2028]", each)]
"""Texts that an entry takes."""


def _in_order(value: Any, keys_count: bool) -> Any:
    """Plain data with every digit visible; what an entry says stands in no order, the entries of a section do."""
    match value:
        case Mapping():
            said = {str(key): _in_order(each, False) for key, each in value.items() if each is not None}
            return list(said.items()) if keys_count else said
        case list():
            # A list of one is what stands in it, as every field reads it.
            return [_in_order(each, False) for each in value] if len(value) != 1 else _in_order(value[0], False)
        case Decimal():
            return str(value), "decimal"
    return value


def _as_said(files: Mapping[str, dict[str, Any]]) -> dict[tuple[str, str], Any]:
    """The sections of a plan by file and name, their entries in their order."""
    single = ("plan", "report", "sheets", "round")
    return {
        (file, key): _in_order(section, isinstance(section, Mapping) and key not in single)
        for file, sections in files.items()
        for key, section in sections.items()
    }


# Not the smallest example: looking for it takes minutes.
@settings(max_examples=40, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(random=st.randoms(use_true_random=False))
def test_generated_plans_come_back_as_they_were(random: Random) -> None:
    """Export, then init from it: every key, word, digit, language and order, and what validate says."""
    files = PlanMaker(random, ONE_LINE).files()
    loaded, findings = load_files({name: yaml_text(yaml_lines(data, {})).encode() for name, data in files.items()}, "")
    assert loaded is not None, [(str(each.place), each.problem.en) for each in findings]

    found = _there_and_back(loaded)

    back, broken = load_files(found.files, "")
    assert back is not None, [(str(each.place), each.problem.en) for each in (*broken, *found.findings)]
    assert _as_said(plain_files(back)) == _as_said(plain_files(loaded))
    assert sorted(_findings(back)) == sorted(_findings(loaded))


# What people do to a workbook.


def _template(**changed: Callable[[Sheet], Sheet]) -> BroughtIn:
    """The template with some of its sheets changed, brought in."""
    book = workbook(plan_workbook(grids(small_plan(plan_language("en", "en"), 2024)), "en"), BOOK)
    return brought_in([changed.get(each.name, _as_it_is)(each) for each in book], BOOK, lambda plan: {})


def _as_it_is(sheet: Sheet) -> Sheet:
    return sheet


def _with(sheet: Sheet, cells: Mapping[tuple[int, str], Content]) -> Sheet:
    """A sheet with cells changed by row, from 1, and key."""
    rows = [list(each) for each in sheet.rows]
    for (row, key), content in cells.items():
        rows[row - 1][rows[2].index(key)] = content
    return sheet._replace(rows=tuple(map(tuple, rows)))


def test_rows_and_columns_of_ones_own_do_not_matter() -> None:
    """Empty rows, a column in front, a note above: the line of keys says where everything is."""

    def moved(sheet: Sheet) -> Sheet:
        rows = [("", *each) for each in sheet.rows]
        return sheet._replace(rows=(("", "drafted by Lan"), *rows[:4], (), *rows[4:]))

    assert _template(figures=moved, targets=moved, plan=moved).files == _template().files


def test_merged_cells_say_the_same_in_every_row() -> None:
    """Equal cells below each other are merged: all of them show what the first one holds."""

    def merged(sheet: Sheet) -> Sheet:
        at = sheet.rows[2].index("source")
        return _with(sheet, {(5, "source"): ""})._replace(merged=(CellRange(3, at, 4, at),))

    assert _template(figures=merged).files == _template().files


def test_a_column_without_a_key_is_named() -> None:
    """What somebody wrote there would be lost unnoticed."""

    def noted(sheet: Sheet) -> Sheet:
        rows = sheet.rows
        return sheet._replace(rows=(*rows[:4], (*rows[4], *[""] * (50 - len(rows[4])), "ask Lan"), *rows[5:]))

    found = _template(figures=noted)

    assert found.loads
    assert found.unkeyed == (("figures!AY5", "figures!AY3"),)


def test_numbers_under_a_heading_without_a_key_are_named_with_the_next_step(qt_ict: Run, tmp_path: Path) -> None:
    """A year above the line of keys is no key; three years of numbers would be lost unnoticed."""
    plan = [_keyless(each, "2024-12-31", "agency") for each in grids(small_plan(plan_language("en", "en"), 2024))]
    (tmp_path / "plan.xlsx").write_bytes(plan_workbook(plan, "en"))

    result = qt_ict("init", str(tmp_path / "plan"), "--from", str(tmp_path / "plan.xlsx"))

    assert "the column from figures!E4 downwards was not read: figures!E3 says no key" in result.err
    assert "write the round's id there, such as 2023-12-31" in result.err
    assert "the column from targets!J4 downwards was not read: targets!J3 says no key" in result.err
    assert "duties!A4: error QT202 duty yearly_report lacks the key agency" in result.err


def _keyless(grid: PlanGrid, *keys: str) -> PlanGrid:
    """A sheet whose columns of some keys say none."""
    columns = tuple(each._replace(path="") if each.path in keys else each for each in grid.columns)
    rows = tuple({"" if key in keys else key: said for key, said in row.items()} for row in grid.rows)
    return grid._replace(columns=columns, rows=rows)


@pytest.mark.parametrize("heading", ["2024", "31/12/2024", "12/2024", "2024-12", "31.12.2024"])
def test_a_heading_that_means_one_round_is_that_round(heading: str) -> None:
    """As reports head their columns; where two columns would mean the same round, neither is guessed."""
    found = _template(figures=lambda sheet: _with(sheet, {(3, "2024-12-31"): heading}))
    twice = _told(figures=lambda sheet: _with(sheet, {(3, "note"): heading}))

    assert found.files == _template().files
    assert twice == [("figures!AC3", "QT207", f"there is no round called {heading}")]


def test_a_heading_that_means_no_round_says_what_one_is_called() -> None:
    """Not the keys of a figure."""
    (found,) = _template(figures=lambda sheet: _with(sheet, {(3, "2024-12-31"): "31/12/2029"})).findings

    assert str(found.place) == "plan.xlsx figures!E3"
    assert found.advice.en == "Write a round's id, such as 2023-12-31, or add that round to the sheet rounds."


def test_a_count_does_not_get_the_zeros_of_its_format() -> None:
    """A column of numbers shown with two decimals; a number typed as text keeps them, and is doubtful."""
    at, shown = (4, "value"), Decimal("12000.00")

    assert b"value: 12000\n" in _template(figures=lambda sheet: _with(sheet, {at: shown})).files["baseline_2023.yaml"]
    assert not _template(figures=lambda sheet: _with(sheet, {at: "12000.00"})).loads


def test_a_change_shown_as_per_cent_is_that_change() -> None:
    """-30% typed into a cell becomes a number shown as per cent; the target of a count may still be 30% fewer."""

    def fewer(sheet: Sheet) -> Sheet:
        cells = {"value": "", "comparator": "at_most", "from_baseline": PerCent(-30)}
        return _with(sheet, {(5, key): each for key, each in cells.items()})

    found = _template(targets=fewer)

    assert found.loads
    assert b'from_baseline: "-30%"' in found.files["targets.yaml"]


def test_what_is_hidden_is_read_and_said() -> None:
    """A filter that was left on is no wish to leave anything out."""
    found = _template(figures=lambda sheet: sheet._replace(hidden_rows=frozenset((4,))))

    assert found.files == _template().files
    assert (found.hidden, _template().hidden) == (("figures",), ())


def test_a_sheet_by_another_name_is_asked_for_once() -> None:
    """Not once for every entry that refers to it."""
    found = _template(figures=lambda sheet: sheet._replace(name="Số liệu"))

    assert [(str(each.place), each.rule.code) for each in found.findings] == [("plan.xlsx", "QT171")]
    assert (
        "Sheets that were not read: Số liệu; if it is one of them, rename it to figures." in found.errors[0].advice.en
    )


# Where a fault is told.


def _told(**changed: Callable[[Sheet], Sheet]) -> list[tuple[str, str, str]]:
    """What is wrong with the template after some of its sheets were changed: cell, code, what stands there."""
    found = _template(**changed).findings
    return [(each.place.file.removeprefix("plan.xlsx "), each.rule.code, each.problem.en) for each in found]


@pytest.mark.parametrize(("key", "cell"), [("transcribed", "rounds!E5"), ("date", "rounds!C5")])
def test_what_a_round_lacks_is_told_in_its_row(key: str, cell: str) -> None:
    """The line of keys is no place to fill anything in."""
    found = _told(rounds=lambda sheet: _with(sheet, {(5, key): "", (5, "id"): "2024-12-31"}))

    assert found == [(cell, "QT202", f"round lacks the key {key}")]


def test_a_name_that_leads_nowhere_is_told_where_it_stands() -> None:
    """Not again at every entry that takes it over: one fault, one finding, at its cell."""
    unit = _told(figures=lambda sheet: _with(sheet, {(6, "unit"): "service"}))
    domain = _told(indicators=lambda sheet: _with(sheet, {(4, "domain"): "acces"}))

    assert unit == [("figures!F6", "QT207", "there is no unit of measure called service")]
    assert domain == [("indicators!F4", "QT207", "there is no domain called acces")]


def test_an_entry_without_what_it_would_take_the_rest_from_lacks_that_cell() -> None:
    """Not name, unit and domain, which nobody has to fill in."""
    numerator = _told(indicators=lambda sheet: _with(sheet, {(4, "numerator"): ""}))
    indicator = _told(targets=lambda sheet: _with(sheet, {(4, "indicator"): ""}))

    assert numerator == [("indicators!D4", "QT202", "indicator internet lacks the key numerator")]
    assert indicator == [("targets!I4", "QT202", "target internet_target lacks the key indicator")]


def test_a_key_in_use_is_called_as_the_plan_writes_it() -> None:
    """``name`` in a plan of one language; who mistyped it would look for it in vain."""
    found = _template(domains=lambda sheet: sheet._replace(rows=(*sheet.rows[:2], ("id", "nane"), *sheet.rows[3:])))

    assert [(each.rule.code, each.advice.en) for each in found.findings] == [
        ("QT201", "Did you mean name? Keys in use: name, accept.")
    ]


def test_a_figure_first_measured_later_begins_in_that_round() -> None:
    """Its cell in the first round stays empty, as the advice for a dash there says."""
    dash = _template(figures=lambda sheet: _with(sheet, {(6, "value"): "-"}))
    found = _template(figures=lambda sheet: _with(sheet, {(6, "value"): ""}))

    assert "leave the cell empty where there is no number" in dash.findings[0].advice.en
    assert found.begun_later == (("figures!D6", "services_online", "2024-12-31"),)
    assert b"services_online" not in found.files["baseline_2023.yaml"]
    assert b"value: 25\n    name: Public services online\n" in found.files["rounds/2024-12-31.yaml"]


ADVICE_OF_FILES = re.compile("quotes|nháy|one key a line|plan.yaml|Rename the file")


@pytest.mark.parametrize(
    ("sheet", "row", "key", "content"),
    [
        ("figures", 4, "value", "12.000"),
        ("figures", 4, "value", "chưa có"),
        ("rounds", 5, "date", "31.12.2024"),
        ("rounds", 5, "date", Complaint(DATE_OR_TIME, Text.same(""), Text.same("2024-11-30"))),
        ("rounds", 5, "transcribed", "có"),
        ("targets", 4, "due", "soon"),
        ("targets", 4, "milestones", "50, 58"),
        ("targets", 4, "value", "40"),
        ("indicators", 4, "factor", "x"),
        ("plan", 4, "value", "english"),
        ("plan", 4, "value", "en, fr"),
        ("plan", 9, "value", "7"),
    ],
)
def test_advice_for_data_files_is_not_given_in_a_workbook(sheet: str, row: int, key: str, content: Content) -> None:
    """Cells have no quotes, lines, indents or files."""
    found = _template(**{sheet: lambda each: _with(each, {(row, key): content})})

    assert not [each.advice for each in found.findings for said in each.advice if ADVICE_OF_FILES.search(said)]


def test_a_finding_is_accepted_by_a_row_of_the_sheet_for_it() -> None:
    """No line of a data file can be written into a cell."""
    (found,) = _template(figures=lambda sheet: _with(sheet, {(5, "printed"): "40%"})).findings

    assert found.seen == ()
    assert found.advice.en.endswith(
        "add a row to the sheet accept: section figures, id households_with_internet, code QT401, "
        "seen 40, 45.000, why (the reason)."
    )


# Numbers by date, and two numbers.


@pytest.mark.parametrize(
    "typed",
    [
        "{2024: 55, 2025: 60.5}",
        "2024: 55, 2025: 60.5",
        "{2024:55,2025:60.5}",
        "2024=55; 2025=60.5",
        "2024: 55\n2025: 60.5",
    ],
)
def test_milestones_are_read_as_people_type_them(typed: str) -> None:
    """A date and a number each mean one thing, with braces and blanks or without."""
    found = _template(targets=lambda sheet: _with(sheet, {(4, "milestones"): typed}))

    assert found.loads
    assert re.search(rb"milestones:\n +.?2024.?: 55\n +.?2025.?: 60.5\n", found.files["targets.yaml"])


@pytest.mark.parametrize("typed", ["50, 58", "2024: 55,5, 2025: 60", "{2024: 60,5}", "2024 55"])
def test_milestones_that_mean_two_things_are_shown_how(typed: str) -> None:
    """A decimal comma is not guessed."""
    (found,) = _template(targets=lambda sheet: _with(sheet, {(4, "milestones"): typed})).findings

    assert found.place.file == "plan.xlsx targets!Q4"
    assert found.advice.en.startswith("Write {2022: 50, 2023: 58}")


@pytest.mark.parametrize("typed", ["40-60", "40..60", "40 – 60", "40 đến 60"])
def test_two_numbers_in_one_word_are_asked_for_as_two(typed: str) -> None:
    """As documents print a range; the sign between may be a minus."""
    cells: Mapping[tuple[int, str], Content] = {(4, "value"): typed, (4, "comparator"): "between"}

    (found,) = _template(targets=lambda sheet: _with(sheet, cells)).findings

    assert (found.place.file, found.advice.en) == ("plan.xlsx targets!C4", "Write 40, 60 with between.")


def test_a_band_upside_down_is_a_finding() -> None:
    """Of an aim the weaker end may come first; a band has none, so one of the two numbers is a slip."""
    cells: dict[tuple[int, str], Content] = {(4, "value"): "60, 40", (4, "comparator"): "between"}

    aim = _template(targets=lambda sheet: _with(sheet, cells))
    (band,) = _template(targets=lambda sheet: _with(sheet, {**cells, (4, "band"): "true"})).findings

    assert aim.loads
    assert (band.place.file, band.rule.code) == ("plan.xlsx targets!C4", "QT206")
    assert band.problem.en == "the larger number of the band is written first"


def test_all_that_can_be_told_is_told_in_one_run() -> None:
    """Cells that cannot be read, rules of loading and checks: nobody mends a workbook three times."""
    failed = Complaint(Text.same("the formula ends in an error"), Text.same("mend it"), Text.same("#REF!"))

    unread = _told(
        figures=lambda sheet: _with(sheet, {(4, "value"): failed, (6, "unit"): "service"}),
        targets=lambda sheet: _with(sheet, {(4, "due"): "soon", (5, "indicator"): ""}),
    )
    read_but_wrong = _told(
        figures=lambda sheet: _with(sheet, {(5, "printed"): "40%"}),
        targets=lambda sheet: _with(sheet, {(5, "due"): "soon"}),
    )

    assert [each[:2] for each in unread] == [
        ("figures!D4", "QT173"),
        ("figures!F6", "QT207"),
        ("targets!G4", "QT203"),
        ("targets!I5", "QT202"),
    ]
    assert [each[:2] for each in read_but_wrong] == [("targets!G5", "QT203"), ("figures!I5", "QT401")]


def test_what_follows_from_a_row_that_could_not_be_read_is_not_told() -> None:
    """The id of a unit was deleted; that nothing has that unit now is no fault of its own."""
    assert _told(units=lambda sheet: _with(sheet, {(6, "id"): ""})) == [("units!A6", "QT202", "row 6 lacks the key id")]


@pytest.mark.parametrize("command", ["validate {book}", "gap --data {book}"])
def test_a_workbook_named_as_the_plan_is_shown_the_way(qt_ict: Run, tmp_path: Path, command: str) -> None:
    """Not four files that are missing beside it."""
    book = tmp_path / "plan.xlsx"
    book.write_bytes(plan_workbook(grids(small_plan(plan_language("en", "en"), 2024)), "en"))

    result = qt_ict(*command.format(book=book).split())

    assert result.code == 2
    assert (result.out + result.err).count("error QT") == 1
    assert f"qt-ict init my_plan --from {book}" in (result.out + result.err)


def test_every_key_of_a_plan_has_a_name_in_both_languages() -> None:
    """A heading that only repeats the key below it tells a reader of the template nothing."""
    keys = {name for sheet in sheet_names() for model in models_of(sheet) for name in keys_of(model).names}

    assert keys <= KEYS.keys()
    assert not [key for key in keys if KEYS[key].vi == key]


def test_the_template_shows_how_what_it_has_no_example_of_is_written() -> None:
    """Per year, a rank, a band, milestones, -30%: in the hint of the cell, within what spreadsheets show."""
    with ZipFile(BytesIO(plan_workbook(grids(small_plan(plan_language("en", "en"), 2024)), "en"))) as book:
        cells = "".join(book.read(each).decode() for each in book.namelist() if "worksheets/sheet" in each)
    hints = re.findall('prompt="([^"]*)"', cells)

    for said in (
        "{2022: 50, 2023: 58}",
        "-30%, +10 points, double",
        "in a year: year",
        "ranks 1, 2, 3",
        "40, 60 where",
    ):
        assert any(said in hint for hint in hints)
    assert max(map(len, hints)) <= 255


def test_the_workbook_of_a_french_plan_has_french_headings(qt_ict: Run, tmp_path: Path) -> None:
    """Template and export alike; keys are the same in every language, so it comes back as it was."""
    template, export, folder = tmp_path / "t.xlsx", tmp_path / "e.xlsx", tmp_path / "plan"
    assert qt_ict("init", "--template", str(template), "--lang", "fr").code == 0
    assert qt_ict("init", str(folder), "--from", str(template)).code == 0
    assert qt_ict("export", "-o", str(export), "--data", str(folder)).code == 0

    for book in (template, export):
        heads = {each.name: each.rows[1] for each in workbook(book.read_bytes(), book)}
        assert heads["figures"][:4] == ("Identifiant", "Enquête", "Nom", "Valeur")
        assert "Étapes" in heads["targets"]
    assert KEYS_FR.keys() == KEYS.keys()
    assert SHEETS_FR.keys() == SHEETS.keys()
