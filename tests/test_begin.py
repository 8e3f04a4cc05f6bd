"""Beginning a plan: the small one, the template, a plan from a workbook, and back."""

import json
import re
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.editing.small_plan import EXAMPLE_LANGUAGES, plan_language, small_plan, teaching
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded, load
from qt_ict.loading.manual import ALSO, PAGES
from qt_ict.loading.plan_sheets.cell_value import read
from qt_ict.loading.plan_sheets.field_kinds import FieldKind
from qt_ict.loading.plan_sheets.plan_files import plain_files
from qt_ict.loading.plan_sheets.plan_grids import PlanGrid, grids, sheet_names
from qt_ict.loading.sections import SECTIONS
from qt_ict.loading.sheet import DATE_OR_TIME, Content, PerCent, Sheet
from qt_ict.loading.snapshot import load_files
from qt_ict.loading.xlsx import workbook
from qt_ict.model.entry import Entry
from qt_ict.model.figures import Figure
from qt_ict.model.plan import Plan
from qt_ict.presentation.excel.plan_book import plan_workbook
from qt_ict.report.brought_in import BroughtIn, brought_in
from qt_ict.wording.plan_keys import SHEETS
from tests.conftest import DATA, ROOT, VIETNAM, Result, edit
from tests.plans_with_rounds import write_plan

Run = Callable[..., Result]
BOOK = Path("plan.xlsx")


def _brought_back(content: bytes) -> BroughtIn:
    return brought_in(workbook(content, BOOK), BOOK, lambda plan: teaching("en"))


def _through_a_workbook(loaded: Loaded) -> Plan:
    """The plan after an export and an init from it."""
    found = _brought_back(plan_workbook(grids(plain_files(loaded)), "vi"))
    assert found.files, found.findings
    back, findings = load_files(found.files, "")
    assert back is not None, findings
    return back.plan


def _written(value: Any) -> Any:
    """Entries without the order in which they stand, every digit of a number visible."""
    match value:
        case Mapping():
            return {key: _written(value[key]) for key in sorted(value)}
        case tuple() | list():
            return [_written(each) for each in value]
        case Decimal():
            return str(value)
    return {key: _written(each) for key, each in vars(value).items()} if isinstance(value, Entry) else value


def test_shares_from_cells_without_the_format_per_cent_are_told_by_cell(qt_ict: Run, tmp_path: Path) -> None:
    """0.35 instead of 35% is seen where it is mended: in the workbook."""
    data = tmp_path / "plan"
    qt_ict("init", str(data), "--lang", "en")
    baseline = next(data.glob("baseline_*.yaml"))
    edit(baseline, "value: 5400", "value: 0.35")
    edit(baseline, 'printed: "45%"', 'unit: "%"')
    edit(baseline, "    of: households\n", "")
    edit(next((data / "rounds").iterdir()), "value: 6200", "value: 0.385")
    edit(data / "indicators.yaml", "numerator: households_with_internet", "figure: households_with_internet")
    qt_ict("export", "-o", str(tmp_path / "plan.xlsx"), "--data", str(data))

    result = qt_ict("init", str(tmp_path / "new"), "--from", str(tmp_path / "plan.xlsx"), "--lang", "en")

    assert result.code == 0
    assert re.search(r"plan\.xlsx figures![A-Z]+\d+: warning QT520 0\.385% beside the target", result.err)
    assert load(tmp_path / "new")[0] is not None


def _same(one: Plan, other: Plan) -> None:
    for field in one._fields:
        assert _written(getattr(one, field)) == _written(getattr(other, field)), field


# The small plan.


@pytest.mark.parametrize("language", EXAMPLE_LANGUAGES)
def test_the_small_plan_of_each_language_has_nothing_to_mend(qt_ict: Run, tmp_path: Path, language: str) -> None:
    """Whoever begins sees what a plan in order looks like."""
    folder = tmp_path / "plan"

    assert qt_ict("init", str(folder), "--lang", language).code == 0

    checked = qt_ict("validate", str(folder), "--strict", "--lang", "en")
    assert checked.code == 0
    assert "0 errors, 0 warnings, 0 notes" in checked.out
    loaded, _ = load(folder)
    assert loaded is not None
    assert loaded.plan.languages == (language,)
    for entries in (loaded.plan.figures, loaded.plan.indicators, loaded.plan.targets, loaded.plan.units):
        assert entries
    for entries in (loaded.plan.domains, loaded.plan.agencies, loaded.plan.sources, loaded.plan.rounds[1:]):
        assert entries


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "The plan is in en (another language: --lang)."),
        ("vi", "Ngôn ngữ của kế hoạch: vi (ngôn ngữ khác: --lang)."),
        ("fr", "The plan is in fr (another language: --lang)."),
        ("de", "The plan is in de. There are no examples in de: names and comments are in English, put names in de"),
        ("bru", "The plan is in bru. There are no examples in bru: names and comments are in English"),
    ],
)
def test_a_plan_can_begin_in_any_language_and_it_is_said_what_is_in_which(
    qt_ict: Run, tmp_path: Path, code: str, told: str
) -> None:
    """Where there are no examples in a language, the plan is in it all the same, and nothing has to be mended."""
    folder = tmp_path / "plan"

    result = qt_ict("init", str(folder), "--lang", code)

    assert (result.code, result.err) == (0, "")
    assert told in result.out
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    assert f"languages: [{code}]" in text
    assert ("the names below are examples in English" in text) == ("no examples" in told)
    assert qt_ict("validate", str(folder)).code == 0


@pytest.mark.parametrize(
    ("said", "problem", "advice"),
    [
        ("zz", "zz is no code of a language by ISO 639", "Write: --lang vi, en, fr, de …"),
        ("vn", "vn is no code of a language by ISO 639", "Did you mean vi? "),
        ("fr_CA", "fr_CA is no code of a language by ISO 639", "Did you mean fr? "),
        ("English", "English is no code of a language by ISO 639", "Did you mean en? "),
    ],
)
def test_what_is_no_language_begins_no_plan(qt_ict: Run, tmp_path: Path, said: str, problem: str, advice: str) -> None:
    """One clear error, and nothing written."""
    result = qt_ict("init", str(tmp_path / "plan"), "--lang", said)

    assert (result.code, result.out) == (2, "")
    assert problem in result.err
    assert advice in result.err
    assert not (tmp_path / "plan").exists()


def test_without_a_word_a_plan_is_in_the_language_of_the_machine(
    qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are examples in it; what the tool speaks comes first."""
    monkeypatch.delenv("QT_ICT_LANG", raising=False)
    for key in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(key, raising=False)
    for locale, code in (("fr_FR.UTF-8", "fr"), ("vi_VN.UTF-8", "vi"), ("de_DE.UTF-8", "en"), ("C", "en")):
        monkeypatch.setenv("LANG", locale)
        assert qt_ict("init", str(tmp_path / locale)).code == 0
        assert f"languages: [{code}]" in (tmp_path / locale / "plan.yaml").read_text(encoding="utf-8")


def test_the_small_plan_says_what_comes_next(qt_ict: Run, tmp_path: Path) -> None:
    """A folder of files is no answer to somebody who has just begun."""
    folder = tmp_path / "plan"

    told = qt_ict("init", str(folder)).out

    assert f"qt-ict validate {folder}" in told
    assert f"qt-ict gap --data {folder}" in told


def test_nothing_is_written_where_anything_is(qt_ict: Run, tmp_path: Path) -> None:
    """Not even beside it; hidden files, as those of git, are no plan."""
    (tmp_path / ".git").mkdir()
    assert qt_ict("init", str(tmp_path)).code == 0
    before = {each.name: each.stat().st_mtime_ns for each in tmp_path.iterdir()}

    again = qt_ict("init", str(tmp_path))

    assert again.code == 2
    assert "is not empty" in again.err
    assert {each.name: each.stat().st_mtime_ns for each in tmp_path.iterdir()} == before


def test_a_plan_that_cannot_be_written_leaves_nothing(qt_ict: Run, tmp_path: Path) -> None:
    """An empty folder stays empty."""
    folder = tmp_path / "plan"
    folder.write_text("", encoding="utf-8")

    assert qt_ict("init", str(folder)).code == 2
    assert folder.read_text(encoding="utf-8") == ""


# The template.


@pytest.mark.parametrize("language", EXAMPLE_LANGUAGES)
def test_the_template_is_the_small_plan(qt_ict: Run, tmp_path: Path, language: str) -> None:
    """Its example rows are valid, so that what is left of them does no harm."""
    book, folder, small = tmp_path / "plan.xlsx", tmp_path / "from_book", tmp_path / "small"
    assert qt_ict("init", "--template", str(book), "--lang", language).code == 0

    assert qt_ict("init", str(folder), "--from", str(book), "--lang", language).code == 0

    qt_ict("init", str(small), "--lang", language)
    one, other = load(folder)[0], load(small)[0]
    assert one is not None and other is not None
    _same(one.plan, other.plan)


def test_a_plan_from_a_workbook_explains_itself_in_its_own_language(qt_ict: Run, tmp_path: Path) -> None:
    """A French plan has French comments, whoever brings it in."""
    qt_ict("init", "--template", str(tmp_path / "plan.xlsx"), "--lang", "fr")
    qt_ict("init", str(tmp_path / "plan"), "--from", str(tmp_path / "plan.xlsx"), "--lang", "vi")

    assert "# Les objectifs" in (tmp_path / "plan" / "targets.yaml").read_text(encoding="utf-8")


def test_the_template_offers_what_may_be_chosen(tmp_path: Path) -> None:
    """Words from the models, ids from the other sheets, and a check of numbers."""
    (tmp_path / "plan.xlsx").write_bytes(plan_workbook(grids(small_plan(plan_language("en", "en"), 2024)), "en"))
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]

    lists = {found for sheet in sheets for found in re.findall("<formula1>(.*?)</formula1>", sheet)}

    assert '"higher,lower"' in {each.replace("&quot;", '"') for each in lists}
    assert "OFFSET(units!$A$4,0,0,MAX(1,COUNTA(units!$A$4:$A$2003)),1)" in lists
    assert any('type="decimal"' in each for each in sheets)
    assert any('type="date"' in each for each in sheets)


def test_a_new_key_of_a_model_has_a_column() -> None:
    """Whatever an entry can say can be said in the workbook: the columns follow the model."""
    columns = {grid.name: {column.path.partition(".")[0] for column in grid.columns} for grid in _grids()}

    nested = {"accept", "restates"}
    keys = {each.alias or name for name, each in Figure.model_fields.items()}
    assert keys - nested - {"vi", "en"} <= columns["figures"]
    assert {"restates", "accept", "revisions"} <= set(columns)


def test_every_sheet_says_what_it_holds() -> None:
    """Above each stands a line for whoever opens it."""
    assert set(SHEETS) >= {*(grid.name for grid in _grids()), *sheet_names()}
    assert set(sheet_names()) == {*SECTIONS, "rounds"} - {"round"}


def _grids() -> list[PlanGrid]:
    loaded, _ = load(DATA)
    assert loaded is not None
    return grids(plain_files(loaded))


# There and back.


@pytest.mark.parametrize("folder", [DATA, VIETNAM], ids=lambda each: each.name)
def test_a_plan_survives_its_workbook(folder: Path) -> None:
    """Export, then init from it, is the same plan: notes, accepted findings, rounds, every digit."""
    loaded, _ = load(folder)
    assert loaded is not None

    _same(_through_a_workbook(loaded), loaded.plan)


def test_a_revised_plan_survives_its_workbook(revised_nation: Path) -> None:
    """Revisions stand on a sheet of their own."""
    loaded, _ = load(revised_nation)
    assert loaded is not None
    assert any(target.revisions for target in loaded.plan.targets.values())

    _same(_through_a_workbook(loaded), loaded.plan)


def test_a_plan_survives_the_command_line(qt_ict: Run, tmp_path: Path) -> None:
    """As people do it."""
    book, folder = tmp_path / "plan.xlsx", tmp_path / "plan"
    assert qt_ict("export", "-o", str(book)).code == 0

    assert qt_ict("init", str(folder), "--from", str(book)).code == 0

    back, shipped = load(folder)[0], load(DATA)[0]
    assert back is not None and shipped is not None
    _same(back.plan, shipped.plan)


def test_the_workbook_of_a_plan_is_the_same_each_time() -> None:
    """Nothing of the clock is in it."""
    assert plan_workbook(_grids(), "en") == plan_workbook(_grids(), "en")


LETTERS = st.sampled_from([*"abcĐệzỷ 019.,;:#[]{}\"'=+-@%/_&*!?|>~", "_x0041_", "é", "TRUE", "2012-03-31", "-30%"])
texts = st.lists(LETTERS, min_size=1, max_size=12).map("".join).filter(lambda each: bool(each.strip()))
numbers = st.decimals(0, 10**9, places=3, allow_nan=False).map(abs) | st.sampled_from(
    [Decimal("67.30"), Decimal("0.10"), Decimal("8.0"), Decimal("123456789012345.678"), 123456789012345678, 0]
)


@st.composite
def shares(draw: st.DrawFn) -> dict[str, Any]:
    """A printed percentage with all that can be said of one."""
    said: dict[str, Any] = {
        "vi": draw(texts),
        "en": draw(texts),
        "value": draw(st.decimals(0, 100, places=2, allow_nan=False).map(abs)),
        "note": {"vi": draw(texts), "en": draw(texts)},
        "definition": draw(texts),
        "document": draw(texts),
        "accept": {"QT432": {"why": draw(texts), "seen": draw(st.lists(numbers, min_size=1, max_size=3))}},
    }
    said["restates"] = [{"value": draw(numbers), "document": draw(texts)} for _ in range(draw(st.integers(0, 2)))]
    kept = draw(st.sets(st.sampled_from(("note", "definition", "document", "accept", "restates"))))
    return {key: value for key, value in said.items() if key in kept | {"vi", "en", "value"}}


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Any]:
    """A target with revisions."""
    due = draw(st.sampled_from([2015, "before 2015", "2011-2020", "yearly", [2015, 2020]]))
    promise = draw(
        st.sampled_from([("at_least", 50), ("between", [Decimal("40.0"), 45]), ("more_than", Decimal("9.90"))])
    )
    revisions = [
        {"document": draw(texts), "date": date(2012 + n, 1, 1), "comparator": "at_least", "value": 60 + n}
        for n in range(draw(st.integers(0, 2)))
    ]
    keys = {"vi": draw(texts), "en": draw(texts), "due": due, "comparator": promise[0], "value": promise[1]}
    sources = draw(st.lists(texts, min_size=1, max_size=3))
    return {**keys, "source": sources, **({"revisions": revisions} if revisions else {})}


# Not the smallest example: looking for it takes minutes.
@settings(max_examples=40, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(first=shares(), later=shares(), target=targets())
def test_generated_plans_survive_their_workbook(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, Any], later: dict[str, Any], target: dict[str, Any]
) -> None:
    """Whatever the data files can say, down to a blank at the end, comes back as it was."""
    folder = tmp_path_factory.mktemp("plan")
    figures = {"2010-12-31": {"printed": first}, "2011-12-31": {"printed": later}, "2012-12-31": {"printed": 7}}
    indicator = {"unit": "%", "figure": "printed"}
    loaded, _ = load(write_plan(folder, figures, target, indicator=indicator))
    assume(loaded is not None)
    assert loaded is not None

    back = _through_a_workbook(loaded)

    _same(back._replace(round_id="", rounds=()), loaded.plan._replace(round_id="", rounds=()))
    assert [_written(each.figures) for each in back.rounds] == [_written(each.figures) for each in loaded.plan.rounds]


# What is wrong, by sheet, row and column.


def _changed(sheet: str, key: str, row: int, content: Content) -> list[Sheet]:
    """The sheets of the template with one cell changed."""
    found = []
    for each in workbook(plan_workbook(grids(small_plan(plan_language("en", "en"), 2024)), "en"), BOOK):
        rows = [list(cells) for cells in each.rows]
        if each.name == sheet:
            while len(rows) < row:
                rows.append([""] * len(rows[2]))
            rows[row - 1][rows[2].index(key)] = content
        found.append(each._replace(rows=tuple(map(tuple, rows))))
    return found


A_MONTH = Complaint(DATE_OR_TIME, Text.same(""), Text.same("2024-11"))
FAILED = Complaint(Text.same("#DIV/0!"), Text.same("mend"), Text.same("#DIV/0!"))


@pytest.mark.parametrize(
    ("sheet", "key", "row", "content", "place", "code"),
    [
        ("figures", "value", 4, "12.000,5", "figures!D4", "QT203"),
        ("figures", "value", 5, -3, "figures!D5", "QT301"),
        ("figures", "value", 5, FAILED, "figures!D5", "QT173"),
        ("figures", "value", 4, PerCent(200), "figures!D4", "QT173"),
        ("figures", "2024-12-31", 4, PerCent(200), "figures!E4", "QT173"),
        ("figures", "value", 4, "", "figures!D4", "QT202"),
        ("figures", "unit", 4, "huseholds", "figures!F4", "QT207"),
        ("figures", "name", 4, "", "figures!C4", "QT202"),
        ("figures", "id", 4, "", "figures!A4", "QT202"),
        ("figures", "id", 5, "households", "figures!A5", "QT110"),
        ("figures", "round", 4, "2029-12-31", "figures!B4", "QT207"),
        ("figures", "2024-12-31", 3, "2024-11-30", "figures!E3", "QT207"),
        ("figures", "2024-12-31", 3, 2025, "figures!E3", "QT207"),
        ("figures", "2024-12-31", 3, A_MONTH, "figures!E3", "QT207"),
        ("rounds", "date", 5, A_MONTH, "rounds!C5", "QT173"),
        ("figures", "2024-12-31", 5, 999_999, "figures!E5", "QT412"),
        ("targets", "due", 4, "soon", "targets!G4", "QT203"),
        ("targets", "comparator", 4, "atleast", "targets!H4", "QT204"),
        ("targets", "agency", 3, "agancy", "targets!J3", "QT201"),
        ("targets", "source", 4, "X", "targets!K4", "QT207"),
        ("rounds", "date", 5, "31.12.2024", "rounds!C5", "QT203"),
        ("rounds", "id", 5, "../../x", "rounds!A5", "QT209"),
        ("plan", "value", 6, "", "plan!C6", "QT202"),
        ("plan", "key", 7, "name", "plan!B7", "QT110"),
        ("revisions", "id", 4, "nobody", "revisions!B4", "QT207"),
    ],
)
def test_a_fault_is_told_by_its_cell(sheet: str, key: str, row: int, content: Content, place: str, code: str) -> None:
    """Where a spreadsheet shows it, whichever stage finds it: the cell, a rule of loading, a check."""
    found = brought_in(_changed(sheet, key, row, content), BOOK, lambda plan: teaching("en"))

    assert found.errors
    assert (f"plan.xlsx {place}", code) in {(str(each.place), each.rule.code) for each in found.findings}


def test_per_cent_is_read_where_the_unit_of_measure_is() -> None:
    """45% in a figure of shares and in the target of one."""
    found = brought_in(_changed("targets", "value", 4, PerCent(45)), BOOK, lambda plan: teaching("en"))

    assert found.loads
    assert b"value: 45" in found.files["targets.yaml"]


def test_a_fault_writes_nothing(qt_ict: Run, tmp_path: Path) -> None:
    """And says so; the same workbook can be mended and brought in again."""
    plan = small_plan(plan_language("en", "en"), 2024)
    plan["indicators.yaml"]["units"]["%"]["kind"] = "shares"
    (tmp_path / "plan.xlsx").write_bytes(plan_workbook(grids(plan), "en"))

    result = qt_ict("init", str(tmp_path / "plan"), "--from", str(tmp_path / "plan.xlsx"))

    assert result.code == 1
    assert "units!C4: error QT204 shares is not a word in use here" in result.err
    assert result.err.endswith("Nothing was written.\n")
    assert not (tmp_path / "plan").exists()


def test_a_missing_sheet_and_one_without_keys_are_named() -> None:
    """A workbook of another kind is no plan."""
    sheets = [each for each in _changed("units", "id", 4, "%") if each.name not in ("targets", "units")]
    others = [Sheet("notes", (("x",),)), Sheet("units", (("percent", "share"),))]

    found = brought_in([*sheets, *others], BOOK, lambda plan: teaching("en"))

    assert {(str(each.place), each.rule.code) for each in found.findings} >= {
        ("plan.xlsx", "QT171"),
        ("plan.xlsx units!A1", "QT172"),
    }
    assert found.unread == ("notes",)


def test_a_date_is_read_where_one_is_wanted_and_true_where_that_is() -> None:
    """Spreadsheets turn what is typed into days and truths."""
    day = Complaint(DATE_OR_TIME, Text.same(""), Text.same("2023-12-30"))
    truth = Complaint(Text.same("true or false"), Text.same(""), Text.same("FALSE"))
    for key, content, wanted in (("date", day, date(2023, 12, 30)), ("transcribed", truth, False)):
        found = brought_in(_changed("rounds", key, 4, content), BOOK, lambda plan: teaching("en"))

        loaded, _ = load_files(found.files, "")
        assert loaded is not None
        assert getattr(loaded.plan.round, key) == wanted


def test_a_month_is_read_where_one_is_wanted() -> None:
    """A target may be due in a month, a figure be of one; a year alone is a number there."""
    due = FieldKind(frozenset({"integer", "string", "array", "date"}))
    for shown, wanted in (("2024-11", "2024-11"), ("2024", 2024), ("2024-11-30", date(2024, 11, 30))):
        assert read(Complaint(DATE_OR_TIME, Text.same(""), Text.same(shown)), due) == wanted


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("init", "the folder of the new plan is missing"),
        ("init x --template y.xlsx", "--template goes with neither a folder nor --from"),
        ("init --template y.csv", "y.csv does not end in .xlsx"),
        ("init x --from y.csv", "y.csv does not end in .xlsx"),
        ("init x --from y.xlsx", "y.xlsx cannot be opened"),
        ("export", "name a folder for CSV, or -o and an .xlsx file"),
        ("export x -o y.xlsx", "name a folder for CSV, or -o and an .xlsx file"),
        ("export -o y.csv", "y.csv does not end in .xlsx"),
    ],
)
def test_what_cannot_be_begun_is_refused(
    qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, problem: str
) -> None:
    """One message, nothing written."""
    monkeypatch.chdir(tmp_path)

    result = qt_ict(*line.split())

    assert result.code == 2
    assert problem in result.err
    assert not list(tmp_path.iterdir())


# In the wrong folder.


@pytest.mark.parametrize(
    ("here", "plan", "named"),
    [
        (".", "my_plan", "my_plan"),
        (".", "plans/mine", "plans/mine"),
        ("my_plan/rounds", "my_plan", ".."),
        ("project/notes", "project/data", "../data"),
    ],
)
def test_a_plan_that_is_not_used_is_named_first(
    qt_ict: Run, plan_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, plan: str, named: str
) -> None:
    """An answer about another province looks like one's own."""
    (tmp_path / plan).parent.mkdir(parents=True, exist_ok=True)
    plan_copy.rename(tmp_path / plan)
    (tmp_path / here).mkdir(exist_ok=True, parents=True)
    monkeypatch.chdir(tmp_path / here)

    result = qt_ict("gap", "--format", "json")

    assert json.loads(result.out)["plan"]["shipped"]
    assert f"not the one in {named}" in result.err
    assert f"--data {named}" in result.err


def test_what_resembles_a_plan_is_named(qt_ict: Run, plan_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file renamed by accident makes a plan invisible."""
    (plan_copy / "targets.yaml").rename(plan_copy / "targets.yml")
    monkeypatch.chdir(plan_copy)

    assert "resembles a plan but has no targets.yaml" in qt_ict("gap").err
    assert qt_ict("gap", "--data", str(DATA)).err == ""


def test_nothing_is_said_where_no_other_plan_lies(qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor where a command reads no plan that nobody named."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert qt_ict("gap").err == ""
    (tmp_path / "a" / "b" / "c").mkdir()
    (tmp_path / "a" / "b" / "c" / "targets.yaml").write_text("", encoding="utf-8")

    assert "not the one in c" in qt_ict("gap").err
    assert qt_ict("validate", str(DATA)).err == ""


# Pages.


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_printed(qt_ict: Run, page: str) -> None:
    """As it stands in the documentation."""
    assert qt_ict("help", page).out.startswith((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8").rstrip())


def test_every_page_for_analysts_travels_with_the_package() -> None:
    """The list of the wheel is that of the command, and no page was forgotten but what developers read."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    packed = wheel["wheel"]["force-include"]

    assert {each for each in packed if each.startswith("docs/")} == {f"docs/{page}.md" for page in PAGES}
    assert packed["examples"] == "qt_ict/examples"
    assert {each.stem for each in (ROOT / "docs").glob("*.md")} - set(PAGES) <= {"README", "decisions", "python"}
    assert set(ALSO.values()) <= set(PAGES)


def test_help_finds_its_way(qt_ict: Run) -> None:
    """A word of the matter, a command, a slip."""
    assert qt_ict("help", "data").out == qt_ict("help", "figures").out
    assert qt_ict("help", "gap").out == qt_ict("gap", "--help").out
    listed = qt_ict("help").out
    assert all(page in listed for page in PAGES)
    assert str(ROOT / "examples") in listed
    slip = qt_ict("help", "figurs")
    assert slip.code == 2
    assert "Did you mean figures?" in slip.err


def test_milestones_are_written_in_a_cell_as_in_the_files() -> None:
    """A year as a key needs no quotes there either."""
    found = read("{2026: 60, 2027-06: 70}", FieldKind(frozenset({"object"})))
    assert found == {"2026": 60, "2027-06": 70}
