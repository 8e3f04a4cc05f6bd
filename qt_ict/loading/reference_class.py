"""A file of past values to a reference class: one observation a line of CSV, all findings of one run together."""

import math
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from qt_ict.arithmetic.durations import point_in_time
from qt_ict.diagnostics import reading, reference_table, shape, tabular
from qt_ict.diagnostics.finding import Finding, Place, excerpt
from qt_ict.language import Text
from qt_ict.loading.csv_line import LINE_END, CsvLine, columns_of
from qt_ict.loading.text import read
from qt_ict.model.indicators import Indicator, ReferenceUse, Unit
from qt_ict.nearest import suggestion
from qt_ict.positions import MarkedText
from qt_ict.reference.classes import CEILINGS, ClassKind, PastValue, ReferenceClass

COLUMNS = ("area", "date", "value")
"""The columns of a file, in any order."""
REMARKS = ("kind", "name", "name_vi", "name_en", "source", "licence")
"""What a file may say of itself, in lines such as ``# kind: share`` above the columns."""
MOST_LINES = 100_000
"""Longest file that is read [lines]."""
FOLDER = "reference"
"""The folder of the shipped classes, beside the shipped plan."""
AREAS = "areas"
"""The file of that folder that names areas."""
_REMARK = re.compile(r"#\s*(\w+)\s*:(?:\s+(.*))?")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_Values = dict[str, dict[float, float]]
"""Values by time [year], of every area."""
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class _Head(NamedTuple):
    """What a file says before its observations."""

    remarks: Mapping[str, str]
    columns: Sequence[str]

    @property
    def kind(self) -> ClassKind:
        return "share" if self.remarks.get("kind") == "share" else "density"


def shipped_names(data: Path) -> tuple[str, ...]:
    """The names of the classes that come with the package, in their order.

    Args:
        data: The folder of the shipped plan.
    """
    return tuple(sorted(each.stem for each in (data / FOLDER).glob("*.csv") if each.stem != AREAS))


def load_from(data: Path, name: str) -> tuple[ReferenceClass | None, list[Finding]]:
    """A class of a plan's folder, with the names of its areas.

    Args:
        data: The folder of the plan.
        name: Which one.
    """
    area_names, findings = _area_names(_file_of(data, AREAS))
    return (None, findings) if findings else load(_file_of(data, name), name, area_names)


def _file_of(data: Path, name: str) -> Path:
    return data / FOLDER / f"{name}.csv"


def declared(
    folder: Path, shipped: Path, indicators: Mapping[str, Indicator], units: Mapping[str, Unit], source: MarkedText
) -> tuple[dict[str, ReferenceClass], list[Finding]]:
    """The classes that indicators name: files of the plan's own folder ``reference``, else shipped ones.

    Args:
        folder: The folder of the plan.
        shipped: The folder of the shipped plan.
        indicators: The indicators of the plan.
        units: Its units of measure.
        source: Where they are written.
    """
    named: dict[str, str] = {}
    for id_, each in indicators.items():
        if each.reference:
            named.setdefault(each.reference.name, id_)
    found: dict[str, ReferenceClass] = {}
    findings: list[Finding] = []
    for name, indicator in named.items():
        home = home_of(name, folder, shipped)
        if home is None:
            place = source.place_of_key(("indicators", indicator, "reference"))
            loaded, problems = None, [_unknown(name, _file_of(folder, name), shipped, place)]
        else:
            loaded, problems = load_from(home, name)
        findings += problems
        if loaded is not None:
            found[name] = loaded
    for id_, each in indicators.items():
        if each.reference and each.reference.name in found:
            place = source.place_of_key(("indicators", id_, "reference"))
            findings += _misused(each.reference, found[each.reference.name], units[each.unit], place)
    return found, findings


def _misused(use: ReferenceUse, reference: ReferenceClass, unit: Unit, place: Place) -> Iterator[Finding]:
    """What does not fit between an indicator and the class that it names."""
    if use.without is not None and use.without not in reference.areas:
        values = {"class": use.name, "found": excerpt(use.without), "nearest": suggestion(use.without, reference.areas)}
        yield Finding(shape.UNKNOWN_AREA, place, values)
    if unit.kind != reference.kind:
        yield Finding(shape.UNFIT_CLASS, place, {"class": use.name, "kind": reference.kind, "unit": unit.name})


def home_of(name: str, folder: Path, shipped: Path) -> Path | None:
    """The folder that a class comes from: the plan's own, else the shipped one; None where neither has it.

    Args:
        name: Which class.
        folder: The folder of the plan.
        shipped: The folder of the shipped plan.
    """
    if name == AREAS:
        return None
    own = _file_of(folder, name).is_file() and folder.resolve() != shipped.resolve()
    return folder if own else shipped if _file_of(shipped, name).is_file() else None


def _unknown(name: str, own: Path, shipped: Path, place: Place) -> Finding:
    known = shipped_names(shipped)
    values = {"found": name, "known": ", ".join(known), "home": str(own), "nearest": suggestion(name, known)}
    return Finding(shape.UNKNOWN_CLASS, place, values)


def load(
    path: Path, name: str | None = None, area_names: Mapping[str, Text] | None = None
) -> tuple[ReferenceClass | None, list[Finding]]:
    """The class of a file; None with findings where something is wrong with it.

    Args:
        path: A CSV file in UTF-8, with or without byte order mark.
        name: What it is called; None where that is its path.
        area_names: How people call its areas.
    """
    file = str(path)
    text, findings = read(path, file, tabs=True)
    if findings:
        return None, [_of_table(each) for each in findings]
    lines = [CsvLine(file, number, each) for number, each in enumerate(LINE_END.split(text), 1) if each.strip()]
    if len(lines) > MOST_LINES:
        values = {"found": len(lines), "limit": MOST_LINES}
        return None, [Finding(reference_table.MANY_LINES, Place(file), values)]
    head, rest, findings = _head(lines, file)
    found, problems = _observations(rest, head) if head.columns else ({}, [])
    if findings or problems:
        return None, sorted((*findings, *problems), key=lambda each: (each.place.line, each.place.column))
    return _class(name or file, head, found, area_names or {}), []


def _of_table(finding: Finding) -> Finding:
    return finding._replace(rule=tabular.MISSING_TABLE) if finding.rule == reading.MISSING_FILE else finding


def _head(lines: Sequence[CsvLine], file: str) -> tuple[_Head, Sequence[CsvLine], list[Finding]]:
    """What stands before the observations, and the lines behind it."""
    top = next((index for index, line in enumerate(lines) if not _is_remark(line)), len(lines))
    remarks, findings = _remarks(lines[:top])
    header = lines[top] if top < len(lines) else CsvLine(file, 1, "")
    columns, problems = columns_of(header, COLUMNS)
    return _Head(remarks, columns), lines[top + 1 :], findings + problems


def _is_remark(line: CsvLine) -> bool:
    """A spreadsheet puts quotes around a remark that holds a comma."""
    return line.text.lstrip(' "').startswith("#")


def _remarks(lines: Sequence[CsvLine]) -> tuple[dict[str, str], list[Finding]]:
    found, findings = {}, []
    for line in lines:
        told = _REMARK.fullmatch(_sentence(line))
        if told is None:
            continue
        key, words = told.group(1), told.group(2) or ""
        found[key] = words
        if key not in REMARKS:
            values = {"key": key, "keys": ", ".join(REMARKS)}
            findings.append(Finding(reference_table.UNKNOWN_REMARK, line.place(0), values))
        elif key == "kind" and words not in get_args(ClassKind):
            findings.append(Finding(reference_table.UNKNOWN_KIND, line.place(0), {"found": excerpt(words)}))
    return found, findings


def _sentence(line: CsvLine) -> str:
    """A remark as it was written, without what a spreadsheet adds: quotes, and commas for the empty cells behind."""
    cells = line.cells()
    return (line.text if cells is None else ", ".join(cells)).rstrip(", ").strip()


def _observations(lines: Sequence[CsvLine], head: _Head) -> tuple[_Values, list[Finding]]:
    order = [head.columns.index(each) for each in COLUMNS]
    ceiling = CEILINGS[head.kind]
    found: _Values = {}
    findings: list[Finding] = []
    repeated = False
    for line in lines:
        cells = line.text.split(",") if '"' not in line.text else line.cells()
        observation = _observation(cells, order, ceiling)
        if observation is None:
            findings += _problems(line, order, ceiling)
            continue
        area, time, value = observation
        values = found.setdefault(area, {})
        repeated = repeated or time in values
        values[time] = value
    return found, [*findings, *_repetitions(lines, order)] if repeated else findings


def _observation(cells: Sequence[str] | None, order: Sequence[int], ceiling: float) -> tuple[str, float, float] | None:
    """Area, time and value of a line; None where something is wrong with its cells, or all are empty."""
    if cells is None or len(cells) != len(order):
        return None
    area, day, number = cells[order[0]].strip(), cells[order[1]].strip(), cells[order[2]].strip()
    time, value = _time(day), _value(number)
    if time is None or value is None or not area or not area.isprintable() or not 0 <= value <= ceiling:
        return None
    return area, time, value


def _repetitions(lines: Sequence[CsvLine], order: Sequence[int]) -> Iterator[Finding]:
    """Lines whose area has a value of that date in a line above."""
    first: dict[tuple[str, float], CsvLine] = {}
    for line in lines:
        observation = _observation(line.cells(), order, math.inf)
        if observation is None:
            continue
        before = first.setdefault(observation[:2], line)
        if before is not line:
            values = {"area": excerpt(observation[0]), "line": str(before.number)}
            yield Finding(reference_table.REPEATED_OBSERVATION, line.place(order[1]), values)


@cache
def _time(written: str) -> float | None:
    """The end of a year, month or day [year]; the end of 2012 is 2012.0."""
    parts = _DATE.fullmatch(written)
    if parts is None:
        return None
    year, month, day = parts.groups()
    if month is None:
        return float(year)
    try:
        whole = date(int(year), int(month), int(day) if day else monthrange(int(year), int(month))[1])
    except ValueError:
        return None
    return float(point_in_time(whole) - 1)


def _value(written: str) -> float | None:
    value = float(written) if _NUMBER.fullmatch(written) else math.nan
    return value if math.isfinite(value) else None


def _problems(line: CsvLine, order: Sequence[int], ceiling: float) -> Iterator[Finding]:
    """What is wrong with a line; nothing where all its cells are empty."""
    cells = line.cells()
    if cells is None:
        yield line.unread()
    elif any(cells) and len(cells) != len(order):
        values = {"found": len(cells), "expected": len(order)}
        yield Finding(tabular.WRONG_CELL_COUNT, line.place(min(len(cells), len(order))), values)
    elif any(cells):
        for column, index in zip(COLUMNS, order, strict=True):
            yield from (each._replace(place=line.place(index)) for each in _wrong(column, cells[index], ceiling))


def _wrong(column: str, cell: str, ceiling: float) -> Iterator[Finding]:
    """What is wrong with one cell, without its place."""
    nowhere = Place("")
    value = _value(cell)
    if not cell:
        yield Finding(reference_table.BLANK_CELL, nowhere, {"column": column})
    elif column == "area" and not cell.isprintable():
        character = next(each for each in cell if not each.isprintable())
        yield Finding(reading.CONTROL_CHARACTER, nowhere, {"character": f"U+{ord(character):04X}"})
    elif column == "date" and _time(cell) is None:
        yield Finding(reference_table.NO_DATE, nowhere, {"found": excerpt(cell)})
    elif column == "value" and value is None:
        yield Finding(tabular.NO_NUMBER, nowhere, {"found": excerpt(cell), "column": column})
    elif column == "value" and value is not None and not 0 <= value <= ceiling:
        top = "100" if math.isfinite(ceiling) else "∞"
        yield Finding(reference_table.OUTSIDE_KIND, nowhere, {"found": excerpt(cell), "ceiling": top})


def _class(name: str, head: _Head, found: _Values, area_names: Mapping[str, Text]) -> ReferenceClass:
    told = head.remarks
    called = told.get("name")
    vi, en = told.get("name_vi") or called, told.get("name_en") or called
    title = Text(vi or en or name, en or vi or name)
    areas = {area: tuple(map(PastValue._make, sorted(values.items()))) for area, values in found.items()}
    return ReferenceClass(name, head.kind, title, told.get("source", ""), told.get("licence", ""), areas, area_names)


NAMES = ("area", "vi", "en")
"""The columns of the file that names areas, in any order."""


def _area_names(path: Path) -> tuple[dict[str, Text], list[Finding]]:
    """The names of areas, by what the classes of a folder call them; none without such a file."""
    if not path.is_file():
        return {}, []
    file = str(path)
    text, findings = read(path, file, tabs=True)
    lines = [CsvLine(file, number, each) for number, each in enumerate(LINE_END.split(text), 1) if each.strip()]
    columns, problems = columns_of(lines[0] if lines else CsvLine(file, 1, ""), NAMES)
    order = [columns.index(each) for each in NAMES] if columns else []
    found = {}
    for line in lines[1:] if order else ():
        cells = line.cells()
        if cells is None:
            problems.append(line.unread())
        elif len(cells) != len(NAMES):
            values = {"found": len(cells), "expected": len(NAMES)}
            problems.append(Finding(tabular.WRONG_CELL_COUNT, line.place(min(len(cells), len(NAMES))), values))
        else:
            found[cells[order[0]]] = Text(cells[order[1]], cells[order[2]])
    return found, [*findings, *problems]
