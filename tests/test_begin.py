"""Beginning a plan: the small one, the template, a plan from a workbook, and back."""

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from qt_ict.editing.small_plan import PLAN_LANGUAGES, small_plan, teaching
from qt_ict.loading.folder import Loaded, load
from qt_ict.loading.plan_sheets.plan_files import plain_files
from qt_ict.loading.plan_sheets.plan_grids import Grid, grids, sheet_names
from qt_ict.loading.sections import PLAN, SECTIONS
from qt_ict.loading.snapshot import load_files
from qt_ict.loading.xlsx import workbook
from qt_ict.model.entry import Entry
from qt_ict.model.figures import Figure
from qt_ict.model.plan import Plan
from qt_ict.presentation.excel.plan_book import plan_workbook
from qt_ict.report.brought_in import BroughtIn, brought_in
from qt_ict.wording.plan_keys import SHEETS
from tests.conftest import DATA, VIETNAM, Result
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


def _same(one: Plan, other: Plan) -> None:
    for field in one._fields:
        assert _written(getattr(one, field)) == _written(getattr(other, field)), field


# The small plan.


@pytest.mark.parametrize("language", PLAN_LANGUAGES)
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


@pytest.mark.parametrize("language", PLAN_LANGUAGES)
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
    (tmp_path / "plan.xlsx").write_bytes(plan_workbook(grids(small_plan("en", 2024)), "en"))
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
    assert set(Figure.model_fields) - nested - {"vi", "en"} <= columns["figures"]
    assert {"restates", "accept", "revisions"} <= set(columns)


def test_every_sheet_says_what_it_holds() -> None:
    """Above each stands a line for whoever opens it."""
    assert set(SHEETS) >= {grid.name for grid in _grids()}
    assert set(sheet_names()) == {*SECTIONS, "rounds"} - {"round"}
    assert {name for name in PLAN if PLAN[name].single} <= {"plan", "report"}


def _grids() -> list[Grid]:
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
    promise = draw(st.sampled_from([("at_least", 50), ("between", [Decimal("40.0"), 45]), ("more_than", Decimal("9.90"))]))
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
