"""``qt-ict rename`` and what ``diff`` says of it."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qt_ict.checks.validation import validation
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.editing import exchange
from qt_ict.editing.renaming import RENAMED, RenamedFile, renaming
from qt_ict.loading.folder import Loaded, load
from qt_ict.loading.sections import SECTIONS
from qt_ict.report.renames import IN_TURN, SAYS, NamedSection, Rename, renames, respelled
from tests.conftest import DATA, VIETNAM, Result, edit
from tests.test_diff import TARGET, add_round
from tests.test_other_plans import write

Run = Callable[..., Result]
EVERY = 1 if os.environ.get("QT_ICT_EXAMPLES") else 25
"""Of the ids of the shipped plan, every so manieth is tried; all of them in the nightly run."""
BY_NUMBER = ("QT805", "QT806")
"""Rules that speak of how the document numbers its items: another number is another thing to them."""


def loaded(folder: Path) -> Loaded:
    """The plan of a folder."""
    found, findings = load(folder)
    assert found is not None, findings
    return found


def ids(plan: Loaded) -> Iterator[tuple[NamedSection, str]]:
    """Every id that can be renamed, with its section."""
    for section in IN_TURN:
        entries = (
            {name for each in plan.plan.rounds for name in each.figures}
            if section == "figures"
            else getattr(plan.plan, section)
        )
        yield from ((section, id_) for id_ in sorted(entries) if id_ != "%")


def found_in(plan: Loaded) -> list[tuple[str, str, int]]:
    """The findings of a plan: code, file and line."""
    every = validation(plan)
    findings = (*every.findings, *(each.finding for each in every.accepted))
    return sorted(
        (each.rule.code, Path(each.place.file).name, each.place.line)
        for each in findings
        if each.rule.code not in BY_NUMBER
    )


def written(found: tuple[RenamedFile, ...], into: Path, plan: Loaded) -> Path:
    """A copy of a plan with its renamed files."""
    shutil.copytree(plan.folder, into)
    for each in found:
        (into / each.file.relative_to(plan.folder)).write_bytes(each.content)
    return into


SHIPPED, NATION = loaded(DATA), loaded(VIETNAM)


@pytest.mark.parametrize(
    ("plan", "section", "id_"),
    [
        pytest.param(plan, *each, id=".".join((Path(plan.folder).name, *each)))
        for plan, every in ((SHIPPED, EVERY), (NATION, 3 if EVERY > 1 else 1))
        for each in list(ids(plan))[::every]
    ],
)
def test_the_plan_is_the_same_under_another_id(tmp_path: Path, plan: Loaded, section: str, id_: str) -> None:
    """What validate finds stands in the same lines, and nothing else of any file has changed."""
    new = "X.9/9" if section == "sources" else "renamed_by_a_test"

    found = renaming(plan, f"{section}.{id_}", new)

    after = loaded(written(found, tmp_path / "plan", plan))
    assert found_in(after) == found_in(plan)
    assert new in (after.plan.figures if section == "figures" else getattr(after.plan, section)) or section == "figures"
    for each in found:
        before, now = each.read.decode().splitlines(), each.content.decode().splitlines()
        changed = [line for line, (left, right) in enumerate(zip(before, now, strict=True), 1) if left != right]
        assert changed == [line.line for line in each.lines]


def test_one_line_is_printed_for_each_change(qt_ict: Run, plan_copy: Path) -> None:
    """Place, and the line as it now is."""
    result = qt_ict("rename", "households_with_tv", "tv_households", "--data", str(plan_copy))

    *lines, closing = result.out.splitlines()
    assert (result.code, result.err) == (0, "")
    assert closing == "Changed: lines 2, files 2."
    for line in lines:
        file, number, text = line.split(":", 2)
        assert Path(file).read_text(encoding="utf-8").splitlines()[int(number) - 1].strip() == text.strip()
        assert "tv_households" in text


def test_a_dry_run_writes_nothing(qt_ict: Run, plan_copy: Path) -> None:
    """It shows the same lines."""
    before = {each: each.read_bytes() for each in plan_copy.rglob("*.yaml")}

    dry = qt_ict("rename", "tv_2015", "tv_five", "--data", str(plan_copy), "--dry-run")
    assert {each: each.read_bytes() for each in plan_copy.rglob("*.yaml")} == before
    wet = qt_ict("rename", "tv_2015", "tv_five", "--data", str(plan_copy))

    assert dry.out.splitlines()[:-1] == wet.out.splitlines()[:-1]
    assert dry.out.splitlines()[-1] == "Nothing was written. To change: lines 2, files 1."


@pytest.mark.parametrize(
    ("old", "new", "problem", "advice"),
    [
        ("tv_2051", "x", "there is no entry called tv_2051", "Did you mean tv_2015"),
        ("figures.tv_2015", "x", "there is no entry called figures.tv_2015", "qt-ict show"),
        ("households", "x", "households is the id of 3 entries", "figures.households, units.households, domains"),
        ("tv_2015", "fibre_2015", "there is a target with the id fibre_2015 already (", "Choose another id"),
        ("tv_2015", "tv_2015", "there is a target with the id tv_2015 already (", "Choose another id"),
        ("tv_2015", "TV", "TV is no id", "lower-case letters"),
        ("tv_2015", "tivi năm 2015", "tivi năm 2015 is no id", "lower-case letters"),
        ("I.4", " I.4", " I.4 is no id", "as the document numbers it"),
        ("%", "per_cent", "% has a meaning of its own", "another unit"),
        ("units.officials", "%", "% has a meaning of its own", "another unit"),
    ],
)
def test_what_cannot_be_renamed_is_refused(
    qt_ict: Run, plan_copy: Path, old: str, new: str, problem: str, advice: str
) -> None:
    """One clear error, and nothing written."""
    if new == "fibre_2015":
        new = next(each for each in SHIPPED.plan.targets if each != old)
        problem = problem.replace("fibre_2015", new)
    before = {each: each.read_bytes() for each in plan_copy.rglob("*.yaml")}

    result = qt_ict("rename", old, new, "--data", str(plan_copy))

    assert (result.code, result.out) == (2, "")
    assert problem in result.err
    assert advice in result.err
    assert {each: each.read_bytes() for each in plan_copy.rglob("*.yaml")} == before


def test_comments_quotes_and_line_ends_stay(tmp_path: Path, qt_ict: Run) -> None:
    """A byte order mark, CRLF, quoted keys, one-line entries: all as somebody wrote them."""
    folder = write(tmp_path / "plan", **TARGET)
    file = folder / "baseline_2010.yaml"
    text = file.read_text(encoding="utf-8").replace("  part:", '  # part of the whole\n  "part":   ')
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert qt_ict("rename", "part", "some", "--data", str(folder)).code == 0

    expected = text.replace('"part":', "some:").replace("\n", "\r\n")
    assert file.read_bytes() == b"\xef\xbb\xbf" + expected.encode()
    assert "numerator: some," in (folder / "indicators.yaml").read_text(encoding="utf-8")


def test_an_id_that_yaml_takes_for_something_else_is_quoted(tmp_path: Path, qt_ict: Run) -> None:
    """``no`` is false to some readers."""
    folder = write(tmp_path / "plan", **TARGET)

    assert qt_ict("rename", "part", "no", "--data", str(folder)).code == 0

    assert '"no":' in (folder / "baseline_2010.yaml").read_text(encoding="utf-8")
    assert list(loaded(folder).plan.figures) == ["no", "whole"]


def test_later_rounds_follow(tmp_path: Path, qt_ict: Run) -> None:
    """A figure is one figure in every round, also where it was not reported."""
    folder = add_round(write(tmp_path / "plan", **TARGET), part=40, whole=100)
    edit(folder / "rounds" / "2012-12-31.yaml", "part: {value: 40}", "part: {value: }")

    assert qt_ict("rename", "part", "some", "--data", str(folder)).code == 0

    assert "some: {value: }" in (folder / "rounds" / "2012-12-31.yaml").read_text(encoding="utf-8")


def test_the_unit_in_words_about_the_baseline_follows(tmp_path: Path, qt_ict: Run) -> None:
    """+20 schools names a unit of measure."""
    folder = write(
        tmp_path / "plan", indicator="count", unit="schools", comparator="at_least", from_baseline="+20 schools"
    )

    assert qt_ict("rename", "schools", "school_units", "--data", str(folder)).code == 0

    assert "from_baseline: +20 school_units" in (folder / "targets.yaml").read_text(encoding="utf-8")
    found = json.loads(qt_ict("gap", "--data", str(folder), "--format", "json").out)["rows"][0]
    assert found["target_value"] == 50


def test_entries_under_headings_follow() -> None:
    """A heading is the id of an item or a domain, and the entries stand one step further in."""
    plan = loaded(DATA)
    text = (
        "round: {}\nfigures:\n  I.4:  # a heading\n    tv: {value: 1, of: homes}\n"
        "    homes: {value: 2}\n  more: {value: 3, source: I.4}\n"
    )
    from qt_ict.editing import renaming as module

    data, source, _ = module.parse(text, "baseline.yaml")
    read = module._Source(Path("baseline.yaml"), ("round", "figures"), module.REFERENCES, b"", "", data, source)

    heading = module._renamed(read, module.NamedEntry("sources", "I.4"), "I.5")
    figure = module._renamed(read, module.NamedEntry("figures", "homes"), "households")

    assert plan is not None
    assert heading is not None and figure is not None
    assert heading.content.decode() == text.replace("I.4", "I.5")
    assert figure.content.decode() == text.replace("homes", "households")


def test_what_was_changed_meanwhile_is_left_alone(tmp_path: Path, qt_ict: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves one of the files in an editor: no file is touched."""
    folder = write(tmp_path / "plan", **TARGET)
    targets = (folder / "indicators.yaml").read_bytes()

    def saved_meanwhile(*arguments: object) -> None:
        raise AssertionError("nothing may be exchanged")

    def prepared(*arguments: object) -> object:
        (folder / "baseline_2010.yaml").write_bytes(b"# saved\n")
        return original(*arguments)

    original = exchange._prepared
    monkeypatch.setattr(exchange, "_exchange", saved_meanwhile)
    monkeypatch.setattr(exchange, "_prepared", prepared)

    result = qt_ict("rename", "part", "some", "--data", str(folder))

    assert (result.code, result.out) == (2, "")
    assert "was changed meanwhile; nothing was written" in result.err
    assert (folder / "indicators.yaml").read_bytes() == targets
    assert (folder / "baseline_2010.yaml").read_bytes() == b"# saved\n"


def test_a_place_that_cannot_be_changed_safely_is_refused(tmp_path: Path, qt_ict: Run) -> None:
    """A name folded over lines is read, but not cut into."""
    folder = write(tmp_path / "plan", **TARGET)
    edit(
        folder / "indicators.yaml",
        "numerator: part, denominator: whole",
        'numerator: "pa\\\n    rt", denominator: whole',
    )
    before = {each: each.read_bytes() for each in folder.iterdir()}

    result = qt_ict("rename", "part", "some", "--data", str(folder))

    assert result.code == 2
    assert "cannot be changed safely" in result.err
    assert {each: each.read_bytes() for each in folder.iterdir()} == before


def test_the_shipped_plan_is_not_renamed_unasked(qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody who has no plan means ours."""
    monkeypatch.chdir(tmp_path)

    assert "is not written to" in qt_ict("rename", "tv_2015", "x").err


@pytest.mark.parametrize(
    ("section", "old", "new"),
    [
        ("figures", "households_with_tv", "tv_households"),
        ("indicators", "tv", "tv_share"),
        ("targets", "tv_2015", "tv_five"),
        ("units", "households", "homes"),
        ("domains", "human_resources", "people_in_ict"),
        ("agencies", "so_tttt", "ict_department"),
        ("duties", "progress_of_units", "units_report"),
        ("sources", "I.4", "I.4a"),
    ],
)
def test_diff_says_what_was_renamed(qt_ict: Run, plan_copy: Path, section: str, old: str, new: str) -> None:
    """Neither one entry lost and another new, nor a change of what names it."""
    assert qt_ict("rename", f"{section}.{old}", new, "--data", str(plan_copy)).code == 0

    said = json.loads(qt_ict("diff", str(DATA), str(plan_copy), "--format", "json").out)

    assert [(each["section"], each["old"], each["new"]) for each in said["renames"]] == [(section, old, new)]
    assert said["renames"][0]["source"]["line"] > 0
    assert {name: number for name, number in said["counts"].items() if number} == {"renames": 1}
    assert f"renamed {old} → {new}" in qt_ict("diff", str(DATA), str(plan_copy)).out


def test_diff_knows_a_rename_of_every_kind_of_id() -> None:
    """What rename can change and what diff can tell are one list."""
    assert set(IN_TURN) == set(RENAMED) == set(SAYS)
    for section in ("domains", "sources", "agencies", "duties"):
        entry = {"vi", "en", "note", "accept"}
        assert {*SAYS[section], *entry} >= set(SECTIONS[section].model.model_fields), section


@pytest.mark.parametrize("plan", [SHIPPED, NATION], ids=["shipped", "nation"])
def test_every_id_of_a_plan_is_known_under_another_one(plan: Loaded) -> None:
    """But where two entries of a section say the same, names too: which became which cannot be known."""
    for section, id_ in ids(plan):
        under_another = respelled(plan.plan, [Rename(section, id_, "renamed_by_a_test")])

        found = renames(plan.plan, under_another)

        assert found == (Rename(section, id_, "renamed_by_a_test"),), (section, id_)
        assert respelled(plan.plan, found) == under_another


def test_all_at_once_are_renamed(qt_ict: Run, plan_copy: Path) -> None:
    """Each is told by what it says, what it names under its own new id."""
    every = ("sources.VIII.1", "domains.households", "agencies.so_tttt", "duties.progress_of_units")
    for old in (*every, "units.households", "figures.households", "indicators.tv", "targets.tv_2015"):
        assert qt_ict("rename", old, "re" + old.partition(".")[2], "--data", str(plan_copy)).code == 0

    said = json.loads(qt_ict("diff", str(DATA), str(plan_copy), "--format", "json").out)

    assert {name: number for name, number in said["counts"].items() if number} == {"renames": 8}


def test_a_change_beside_a_rename_is_a_change(tmp_path: Path, qt_ict: Run) -> None:
    """Renamed and another number: whether it is the same entry is not ours to say."""
    old, new = write(tmp_path / "old", **TARGET), write(tmp_path / "new", **TARGET)
    assert qt_ict("rename", "part", "some", "--data", str(new)).code == 0
    edit(new / "baseline_2010.yaml", "value: 30", "value: 31")

    said = json.loads(qt_ict("diff", str(old), str(new), "--format", "json").out)

    assert said["renames"] == []
    assert [(each["id"], each["kind"]) for each in said["figures"]] == [("some", "added"), ("part", "removed")]


def test_two_that_are_alike_are_not_guessed_at(tmp_path: Path, qt_ict: Run) -> None:
    """Two figures of one name and number: which became which cannot be known."""
    old = write(tmp_path / "old", part=30, whole=30, **TARGET)
    new = write(tmp_path / "new", part=30, whole=30, **TARGET)
    for before, after in (("part", "one"), ("whole", "two")):
        assert qt_ict("rename", before, after, "--data", str(new)).code == 0

    said = json.loads(qt_ict("diff", str(old), str(new), "--format", "json").out)

    assert said["renames"] == []
    assert said["counts"]["figures"] == 4


def test_a_plan_that_changed_on_the_disk_is_refused(tmp_path: Path) -> None:
    """What was loaded is what is renamed."""
    plan = loaded(write(tmp_path / "plan", **TARGET))
    edit(tmp_path / "plan" / "targets.yaml", "targets:", "targets: # mine")

    with pytest.raises(Refusal, match="changed meanwhile"):
        renaming(plan, "part", "some")
