"""One question, one answer: commands agree on a target, with the digits that decide, up to the day asked."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qt_ict import engine
from qt_ict.engine.reasons import Cause
from qt_ict.report.words import REMARKS
from tests.conftest import Result
from tests.plans_with_rounds import SHARE, write_plan

Run = Callable[..., Result]
BASE, LATER = "2010-12-31", "2012-12-31"


def rows(qt_ict: Run, command: str, folder: Path, *options: str) -> list[dict[str, Any]]:
    """The rows of a command."""
    found: list[dict[str, Any]] = json.loads(qt_ict(command, "--data", str(folder), "--format", "json", *options).out)[
        "rows"
    ]
    return found


REVISED = {
    "value": 50,
    "due": 2015,
    "revisions": [{"document": "2/QĐ", "date": date(2013, 1, 1), "comparator": "at_least", "value": 40}],
}


@pytest.mark.parametrize(
    ("rounds", "document", "number"),
    [
        ({BASE: 30, LATER: 45}, "1", 50),
        ({BASE: 30, LATER: 45, "2013-06-30": 45}, "2/QĐ", 40),
        ({BASE: 30, "2014-12-31": 45, "2017-12-31": 60}, "2/QĐ", 40),
    ],
)
def test_gap_and_progress_hold_a_target_to_the_same_version(
    qt_ict: Run, tmp_path: Path, rounds: dict[str, int], document: str, number: int
) -> None:
    """The one in force on the last day known, or when it was due; never one that came after."""
    figures = {day: {"part": part, "whole": 100} for day, part in rounds.items()}
    folder = write_plan(tmp_path / "plan", figures, REVISED)

    said = [rows_of[0] for rows_of in (rows(qt_ict, command, folder) for command in ("gap", "growth", "progress"))]

    assert [(row["document"], row["target_value"]) for row in said if "document" in row] == [(document, number)] * 2


def test_a_revision_after_the_due_year_judges_nothing(qt_ict: Run, tmp_path: Path) -> None:
    """Of neither command."""
    late = {**REVISED, "due": 2012}
    folder = write_plan(
        tmp_path / "plan", {BASE: {"part": 30, "whole": 100}, "2014-12-31": {"part": 45, "whole": 100}}, late
    )

    assert {rows(qt_ict, command, folder)[0]["document"] for command in ("gap", "progress")} == {"1"}


@pytest.mark.parametrize(
    ("part", "whole", "target", "value", "status"),
    [
        (799_995, 1_000_000, {"comparator": "more_than", "value": 79.9995}, "79.9995%", "not met"),
        (2, 3, {"comparator": "at_least", "value": 66.667}, "66.6667%", "not met"),
        (2, 3, {"comparator": "at_least", "value": 66.666}, "66.67%", "met"),
        (1, 2, {"comparator": "at_least", "value": 50}, "50.00%", "met"),
        (799_994, 1_000_000, {"comparator": "at_least", "value": 79.9995}, "79.999%", "not met"),
    ],
)
def test_a_value_has_the_digits_that_decide(
    qt_ict: Run, tmp_path: Path, part: int, whole: int, target: dict[str, Any], value: str, status: str
) -> None:
    """Nobody reads "80.00% of more than 79.9995%: not met"."""
    folder = write_plan(tmp_path / "plan", {BASE: {"part": part, "whole": whole}}, {**target, "due": 2015})

    line = next(
        each
        for each in qt_ict("gap", "--data", str(folder), "--lang", "en").out.splitlines()
        if " ≥ " in each or " > " in each
    )

    assert value in line
    assert line.endswith(f" {status}")


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("gap", "1 target: 0 met, 1 not met, 0 undecided, 0 not assessed."),
        ("targets", "1 target"),
        ("growth", None),
        ("progress", "1 row: 1 starting value only."),
    ],
)
def test_one_target_is_one_target(qt_ict: Run, tmp_path: Path, command: str, says: str | None) -> None:
    """No "1 targets" in any command."""
    folder = write_plan(tmp_path / "plan", {BASE: {"part": 30, "whole": 100}}, {"value": 50, "due": 2015})

    said = qt_ict(command, "--data", str(folder), "--lang", "en").out

    assert not re.search(r"\b1 (targets|rows|rounds|figures|indicators|duties)\b", said)
    assert says is None or says in said


def test_a_report_knows_nothing_later_than_its_day(qt_ict: Run) -> None:
    """No finding, figure, document or round of a later day; one value is the latest."""
    said = qt_ict("report", "--data", "examples/vietnam", "--as-of", "2013-12-31", "--lang", "en").out
    later = qt_ict("report", "--data", "examples/vietnam", "--lang", "en").out

    assert not re.findall(r"\((?:201[4-9]|202\d)\)", said)
    assert not re.findall(r"(?:201[4-9]|202\d)-\d\d-\d\d", said.replace("2013-12-31", ""))
    assert re.findall(r"\((?:201[4-9]|202\d)\)", later)
    assert "| Latest |" in said.split("## Progress")[1] and "| Latest |" not in said.split("## Progress")[0]


def test_every_remark_has_its_words() -> None:
    """A code without words could not be said; words without a code would never be."""
    assert set(_codes()) == set(REMARKS)


def _codes() -> Iterator[str]:
    """The codes that stand in the engine, and those of the causes of width."""
    for module in Path(engine.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Remark"), args=[ast.Constant(value=code), *_]):
                    yield code
    yield from (each.value for each in Cause)


def test_shares_of_the_plans_here_have_two_decimals(qt_ict: Run, tmp_path: Path) -> None:
    """More digits only where they decide."""
    folder = write_plan(tmp_path / "plan", {BASE: {"part": 1, "whole": 3}}, {"value": 50, "due": 2015}, indicator=SHARE)

    assert " 33.33% " in qt_ict("gap", "--data", str(folder), "--lang", "en").out
