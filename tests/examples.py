"""Examples of checks: small plans, one file each, in which the offending lines say what is found there.

An example holds the entries that matter, of any section; they are added to those of ``base.yaml`` and
split into the files of a plan. ``# QT401 at 14`` at the end of a line expects that finding in column 14.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qt_ict.loading.schema import CATALOGUE, PLAN, ROUND, TARGETS, Sections

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
    added = _sections(example, numbered=True) if example else {}
    base = _sections(BASE, numbered=False)
    files: dict[str, list[Line]] = {}
    for file, sections in FILES.items():
        files[file] = []
        for name, section in sections.items():
            if name in added and section.single:
                files[file] += added[name]
            elif name in added:
                files[file] += [*added[name], *base[name][1:]]
            else:
                files[file] += base[name]
    return files


def _sections(path: Path, numbered: bool) -> dict[str, list[Line]]:
    """The lines of every section of a file."""
    found: dict[str, list[Line]] = {}
    name = ""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        key = re.match("([a-z]+):", text)
        name = key.group(1) if key else name
        if name:
            found.setdefault(name, []).append(Line(text, number if numbered else 0))
    return found


def write(files: dict[str, list[Line]], folder: Path) -> None:
    """Write the files of a plan."""
    for name, lines in files.items():
        (folder / name).write_text("".join(f"{line.text}\n" for line in lines), encoding="utf-8")


def expected(files: dict[str, list[Line]]) -> Iterator[Expected]:
    """What the lines of an example say is found there."""
    for name, lines in files.items():
        for line in lines:
            if line.number:
                for code, column in re.findall(r"(QT[0-9]{3}) at ([0-9]+)", line.text.partition("#")[2]):
                    yield name, line.number, int(column), code
