"""Examples of checks: small plans, one file each, in which the offending lines say what is found there.

An example holds the entries that matter, of any section; they are added to those of ``base.yaml`` and
split into the files of a plan. ``# QT401 at 14`` at the end of a line expects that finding in column 14.

A line such as ``--- # rounds/2011-12-31.yaml`` ends them; what follows is that file of a later round as it
stands, up to the next such line.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from qt_ict.diagnostics.finding import Place
from qt_ict.loading.sections import CATALOGUE, PLAN, ROUND, TARGETS, Sections

FOLDER = Path(__file__).parent / "examples"
BASE = FOLDER / "base.yaml"
FILES: dict[str, Sections] = {
    "plan.yaml": PLAN,
    "indicators.yaml": CATALOGUE,
    "baseline_2010.yaml": ROUND,
    "targets.yaml": TARGETS,
}

Expected = tuple[str, int, int, str]
"""File of the plan, line of the example, column, code."""


class Line(NamedTuple):
    """One line of a file of the plan."""

    text: str
    number: int
    """Line of the example, from 1; 0 for lines of the base."""


def examples() -> list[Path]:
    """The example files, one a check, by code."""
    return sorted(path for path in FOLDER.glob("*.yaml") if path != BASE)


def code_and_name(example: Path) -> tuple[str, str]:
    """The code and name of the rule an example is for."""
    code, _, name = example.stem.partition("_")
    return code, name


def plan_files(example: Path | None) -> dict[str, list[Line]]:
    """The files of the plan that an example makes, with the lines of the example they come from; None adds nothing."""
    lines = [*_lines(example)] if example else []
    starts = [index for index, line in enumerate(lines) if _later_round(line)]
    added = _sections(lines[: starts[0]] if starts else lines)
    base = _sections([line._replace(number=0) for line in _lines(BASE)])
    files: dict[str, list[Line]] = {}
    for file, sections in FILES.items():
        files[file] = []
        for name, section in sections.items():
            if name in added and section.single:
                files[file] += added[name]
            elif name in added:
                files[file] += [*added[name], *base.get(name, [])[1:]]
            elif name in base:
                files[file] += base[name]
    later = pairwise([*starts, len(lines)])
    return files | {_later_round(lines[start]): lines[start + 1 : end] for start, end in later}


def _lines(path: Path) -> Iterator[Line]:
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        yield Line(text, number)


def _later_round(line: Line) -> str:
    """The file of a later round that begins behind a line; empty where none does."""
    return line.text.removeprefix("--- # ") if line.text.startswith("--- # rounds/") else ""


def _sections(lines: list[Line]) -> dict[str, list[Line]]:
    """The lines of every section of a file."""
    found: dict[str, list[Line]] = {}
    name = ""
    for line in lines:
        key = re.match("([a-z]+):", line.text)
        name = key.group(1) if key else name
        if name:
            found.setdefault(name, []).append(line)
    return found


LATER = "rounds/2011-06-30.yaml"
"""The round that figures of an example are moved to."""
_LATER_ROUND = [
    "round: {vi: Nửa đầu năm 2011, en: First half of 2011, document: 10/BC, date: 2011-06-30, transcribed: true}",
    "figures:",
    "  households: {value: 145470}",
    "  with_tv: {value: 130654}",
]


def in_later_round(files: dict[str, list[Line]]) -> dict[str, list[Line]]:
    """The files of a plan with the figures that an example adds in a later round instead of the baseline."""
    baseline = files["baseline_2010.yaml"]
    moved = [line for line in baseline if line.number and line.text.startswith(" ")]
    kept = [line for line in baseline if not line.number or not line.text.startswith(" ")]
    # Sources are those of the plan; a later round is a document of its own.
    reported = [line._replace(text=re.sub(r"^ +source: .*|, source: \w+", "", line.text)) for line in moved]
    return files | {"baseline_2010.yaml": kept, LATER: [*(Line(text, 0) for text in _LATER_ROUND), *reported]}


def write(files: dict[str, list[Line]], folder: Path) -> None:
    """Write the files of a plan."""
    for name, lines in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("".join(f"{line.text}\n" for line in lines), encoding="utf-8")


def file_of(place: Place) -> str:
    """The name of a file of a plan that a finding's place is in, as ``plan_files`` gives it."""
    file = Path(place.file)
    return f"rounds/{file.name}" if file.parent.name == "rounds" else file.name


def expected(files: dict[str, list[Line]]) -> Iterator[Expected]:
    """What the lines of an example say is found there."""
    for name, lines in files.items():
        for line in lines:
            if line.number:
                for code, column in re.findall(r"(QT[0-9]{3}) at ([0-9]+)", line.text.partition("#")[2]):
                    yield name, line.number, int(column), code
