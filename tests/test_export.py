"""The data package: accepted by Frictionless, nothing a user wrote is lost, the same bytes for the same data."""

import csv
import datetime
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from qt_ict.loading.folder import load
from qt_ict.loading.yaml import parse
from qt_ict.presentation.datapackage import data_package
from qt_ict.report.export.package import export
from tests import examples
from tests.conftest import ROOT, Result
from tests.test_report import PLANS

Run = Callable[..., Result]
Tables = dict[str, list[dict[str, str]]]


def files(plan: Path) -> dict[str, bytes]:
    """The files of a plan's package."""
    loaded, findings = load(plan)
    assert loaded is not None, findings
    return data_package(export(loaded))


def tables(plan: Path) -> Tables:
    """The rows of a plan's package by table."""
    found = {name: content.decode() for name, content in files(plan).items() if name.endswith(".csv")}
    return {name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text))) for name, text in found.items()}


def write(plan: Path, folder: Path) -> Path:
    """A plan's package on disk; its descriptor."""
    folder.mkdir()
    for name, content in files(plan).items():
        (folder / name).write_bytes(content)
    return folder / "datapackage.json"


def small_plan(folder: Path) -> Path:
    """A plan with one entry of each kind."""
    folder.mkdir()
    examples.write(examples.plan_files(None), folder)
    return folder


Errors = Callable[[Path], list[tuple[str, str]]]

VALIDATES = """
import json, sys
import frictionless

for line in sys.stdin:
    print(json.dumps(frictionless.validate(json.loads(line)).to_descriptor()), flush=True)
"""


@pytest.fixture(scope="module")
def errors() -> Iterator[Errors]:
    """Table and kind of everything that Frictionless finds wrong in the package of a descriptor.

    It runs on its own: to import it changes what the csv module of a process accepts.
    """
    with subprocess.Popen(
        [sys.executable, "-c", VALIDATES], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as frictionless:
        asked, told = frictionless.stdin, frictionless.stdout
        assert asked is not None and told is not None

        def found(descriptor: Path) -> list[tuple[str, str]]:
            print(json.dumps(str(descriptor)), file=asked, flush=True)
            report = json.loads(told.readline())
            assert report["errors"] == []
            return [(task["name"], error["type"]) for task in report["tasks"] for error in task["errors"]]

        yield found
        asked.close()


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("plan", PLANS)
def test_frictionless_accepts_it(errors: Errors, plan: Path, tmp_path: Path) -> None:
    descriptor = write(plan, tmp_path / "package")

    assert errors(descriptor) == []
    resources = json.loads(descriptor.read_text(encoding="utf-8"))["resources"]
    assert sorted(file.name for file in descriptor.parent.glob("*.csv")) == sorted(each["path"] for each in resources)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("targets.csv", ",households,", ",housholds,", ("targets", "foreign-key")),
        ("figures.csv", ",2010-12-31,", ",31/12/2010,", ("figures", "type-error")),
        ("assessments.csv", ",not_met,", ",failed,", ("assessments", "constraint-error")),
        ("agencies.csv", "\r\nso_gddt,", "\r\n,", ("agencies", "constraint-error")),
    ],
)
def test_its_rules_are_rules(
    errors: Errors, tmp_path: Path, file: str, old: str, new: str, expected: tuple[str, str]
) -> None:
    """What is changed by hand and no longer fits is found."""
    descriptor = write(PLANS[0], tmp_path / "package")
    content = (descriptor.parent / file).read_bytes()
    assert old.encode() in content
    (descriptor.parent / file).write_bytes(content.replace(old.encode(), new.encode(), 1))

    assert expected in errors(descriptor)


def leaves(data: Any) -> Iterator[Any]:
    """Every value written in a file."""
    if isinstance(data, dict):
        for value in data.values():
            yield from leaves(value)
    elif isinstance(data, list):
        for each in data:
            yield from leaves(each)
    else:
        yield data


def cell(value: Any) -> set[str]:
    """How a value of a data file may stand in a table."""
    if isinstance(value, bool):
        return {str(value).lower()}
    if isinstance(value, Decimal):
        return {f"{value:f}"}
    if isinstance(value, datetime.date):
        return {value.isoformat()}
    text = str(value)
    due = re.fullmatch(r"(?:before|after) (\d{4})|(\d{4}) ?- ?(\d{4})", text)
    if due:
        return {each for each in due.groups() if each}
    return {text, f"'{text}"}


@pytest.mark.parametrize("plan", PLANS)
def test_nothing_written_is_lost(plan: Path) -> None:
    """Every value of every data file stands in some cell, whole; what is accepted stands in its list."""
    exported = tables(plan)
    said = {text for rows in exported.values() for row in rows for text in row.values()}
    said |= {each for row in exported["accepted"] for each in row["seen"].split("; ")}
    days = {text for text in said if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)}
    said |= {day[:4] for day in days} | {day[:7] for day in days}
    lost = []
    checked = 0
    for file in (*plan.glob("*.yaml"), *plan.glob("rounds/*.yaml")):
        data, _, findings = parse(file.read_text(encoding="utf-8"), file.name, frozenset(("value", "document")))
        assert not findings
        for value in leaves(data):
            checked += 1
            missing = value is not None and not cell(value) & said
            lost += [(file.name, value)] if missing else []
    assert lost == []
    assert checked > 250


def test_the_descriptor_names_every_document() -> None:
    """Of figures that name their own, of targets, of revisions."""
    exported = tables(PLANS[1])
    titles = [each["title"] for each in json.loads(files(PLANS[1])["datapackage.json"])["sources"]]

    named = {row["document"] for name in ("figures", "targets", "revisions") for row in exported[name]} - {""}
    assert len(named) > 1
    assert named <= set(titles)


def test_every_figure_stands_as_it_was_published() -> None:
    plan, _ = load(PLANS[0])
    assert plan is not None
    rows = {row["figure"]: row for row in tables(PLANS[0])["figures"] if row["round"] == "baseline_2010"}

    assert set(rows) == set(plan.plan.figures)
    assert rows["households"]["value"] == "145470"
    for name, figure in plan.plan.figures.items():
        assert Decimal(rows[name]["value"]) == figure.value
        assert rows[name]["source"] == figure.source


def test_every_target_has_its_source_and_its_answer(qt_ict: Run) -> None:
    exported = tables(PLANS[0])
    targets = {row["target"] for row in exported["targets"]}
    rows = json.loads(qt_ict("gap", "--format", "json", "--data", str(PLANS[0])).out)["rows"]

    assert {row["target"] for row in exported["target_sources"]} == targets
    assert [(each["target"], each["status"]) for each in rows] == [
        (row["target"], row["status"]) for row in exported["assessments"]
    ]
    tv = next(row for row in exported["assessments"] if row["target"] == "tv_2015")
    # 130 654 of 145 470 households; promised 95%.
    assert float(tv["value_low"]) == pytest.approx(100 * 130654 / 145470)
    assert float(tv["gap_low"]) == pytest.approx(95 - 100 * 130654 / 145470)


def test_the_page_of_formats_lists_every_table() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    section = page.split("## Data package")[1].split("\n## ")[0]

    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(tables(PLANS[0]))


HOSTILE = ('=HYPERLINK("x")', "+1", "-1", "@a", 'a"b;c', "<script>alert(1)</script>", "a,b")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text(errors: Errors, tmp_path: Path, name: str) -> None:
    """A name is read back as it was written, behind an apostrophe where a spreadsheet would compute it."""
    plan = small_plan(tmp_path / "plan")
    replace(plan / "indicators.yaml", "homes: {vi: Hộ gia đình,", f"homes: {{vi: {json.dumps(name)},")

    descriptor = write(plan, tmp_path / "package")

    names = [row["name_vi"] for row in tables(plan)["domains"]]
    assert (f"'{name}" if name[0] in "=+-@" else name) in names
    assert errors(descriptor) == []


def test_a_plan_may_have_next_to_nothing(errors: Errors, tmp_path: Path) -> None:
    """No rounds but the baseline, no sources listed, one target."""
    assert errors(write(small_plan(tmp_path / "plan"), tmp_path / "package")) == []


def test_what_loading_accepts_the_package_accepts(errors: Errors, plan_copy: Path, tmp_path: Path) -> None:
    """Unusual but right: the year of an edition may be any whole number."""
    file = plan_copy / "indicators.yaml"
    file.write_text(re.sub(r"edition: \d+", "edition: -5", file.read_text(encoding="utf-8"), count=1), "utf-8")

    assert "-5" in {row["edition"] for row in tables(plan_copy)["indicators"]}
    assert errors(write(plan_copy, tmp_path / "package")) == []


def test_the_same_data_are_the_same_files(tmp_path: Path) -> None:
    """Wherever the plan lies, whenever it is asked for; the descriptor has the hash of every file."""
    first, second = files(PLANS[0]), files(PLANS[0])

    assert first == second
    descriptor = json.loads(first["datapackage.json"])
    assert descriptor["created"].startswith("2012-07-17")
    for each in descriptor["resources"]:
        assert each["hash"] == f"sha256:{sha256(first[each['path']]).hexdigest()}"
        assert each["bytes"] == len(first[each["path"]])
    assert str(ROOT) not in first["datapackage.json"].decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_command_writes_a_folder_once(qt_ict: Run, tmp_path: Path, language: str) -> None:
    """Again the same is no fault; what says something else is not replaced without --force, nothing half written."""
    folder = tmp_path / "package"

    first = qt_ict("export", str(folder), "--lang", language)
    again = qt_ict("export", str(folder), "--lang", language)
    (folder / "units.csv").write_text("mine", encoding="utf-8")
    (folder / "agencies.csv").unlink()
    refused = qt_ict("export", str(folder), "--lang", language)

    assert (first.code, first.err) == (again.code, again.err) == (0, "")
    assert str(folder) in first.out
    assert refused.code == 2
    assert "units.csv" in refused.err
    assert "--force" in refused.err
    assert not (folder / "agencies.csv").exists()
    assert (folder / "units.csv").read_text(encoding="utf-8") == "mine"
    assert qt_ict("export", str(folder), "--force").code == 0
    assert (folder / "units.csv").read_bytes() == files(PLANS[0])["units.csv"]


def test_a_folder_that_cannot_be_is_said(qt_ict: Run, tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.touch()

    assert qt_ict("export", str(taken), "--lang", "en").err.startswith(f"qt-ict: {taken} is no folder\n")
    assert qt_ict("export", str(tmp_path / "no" / "where")).code == 2
    assert qt_ict("export").code == 2


def test_a_workbook_is_no_folder(qt_ict: Run, tmp_path: Path) -> None:
    """Who forgets -o is told, and no folder named like a file is made."""
    result = qt_ict("export", str(tmp_path / "plan.xlsx"), "--lang", "en")

    assert (result.code, list(tmp_path.iterdir())) == (2, [])
    assert f"qt-ict export -o {tmp_path / 'plan.xlsx'}" in result.err
