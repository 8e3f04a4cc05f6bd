"""A field is said once: what JSON holds is a column of CSV, and what a column says stands in JSON."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from qt_ict.methods.by_name import METHODS
from qt_ict.presentation.data import as_csv
from qt_ict.report.field import Leaf
from scripts.formats_page import PAGE, page
from tests.conftest import Result

Run = Callable[..., Result]
NATION = ("--data", "examples/vietnam")
IN_2013 = (*NATION, "--as-of", "2013-12-31")

ASKED: list[tuple[str, ...]] = [
    ("gap",),
    ("gap", *NATION),
    ("gap", *NATION, "--round", "2012-12-31"),
    ("growth",),
    ("growth", *NATION),
    ("targets",),
    ("targets", *NATION),
    ("progress",),
    ("progress", *NATION),
    *(("progress", *IN_2013, "--method", name) for name in METHODS),
    *(("progress", "--input", "examples/series.csv", "--method", name) for name in METHODS),
    ("show",),
    ("show", *NATION),
    ("path", "internet_users", *IN_2013),
    ("methods", "internet_users", *IN_2013),
    ("explain", "tv"),
    ("explain", "tv_2015"),
    ("explain", "QT4"),
    ("diff", "data", "examples/vietnam"),
]

IN_ONE_CELL = {
    "reasons": "a column for every quantity that may be null would be empty nearly everywhere",
    "constants": "few methods have any",
}
"""Codes by name: the only fields of JSON that are one column of CSV, and why."""


LEFT_OUT = {
    "anticipated": "of a table of series only one method anticipates progress",
    "constants": "of a table of series only where some stood in for a number",
}
"""Columns of CSV that JSON leaves out where there is nothing, and why."""


class Said(NamedTuple):
    """What JSON says of one row, by the headings of CSV."""

    values: dict[str, Any]
    silent: tuple[str, ...]
    """Fields that say nothing, with all that would stand below them."""


def said(row: dict[str, Any]) -> Said:
    """The plain values of a row, several joined."""
    values: dict[str, Any] = {}
    silent: list[str] = []
    for path in _paths(row):
        heading = "_".join(path).replace("notes_code", "notes")
        value = _at(row, path)
        if value is None or not _written(value).strip("; "):
            silent.append(heading)
        else:
            values[heading] = value
    return Said(values, tuple(silent))


def _paths(value: Any) -> list[tuple[str, ...]]:
    """Where plain values stand; one that stands deeper in another item of a list is not told of this one."""
    if isinstance(value, dict):
        return [
            (key, *below) for key, each in value.items() for below in ([()] if key in IN_ONE_CELL else _paths(each))
        ]
    if isinstance(value, list):
        found = list(dict.fromkeys(path for each in value for path in _paths(each))) or [()]
        return [path for path in found if not any(other != path and other[: len(path)] == path for other in found)]
    return [()]


def _at(value: Any, path: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        found = [_at(each, path) for each in value]
        return "; ".join("" if each is None else _written(each) for each in found) if found else None
    if value is None or not path:
        return value
    return _at(value.get(path[0]), path[1:])


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {code}" for name, code in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def rows_of(qt_ict: Run, asked: tuple[str, ...]) -> list[tuple[Said, dict[str, str]]]:
    """What JSON and CSV say of each row."""
    told = json.loads(qt_ict(*asked, "--format", "json").out)
    lines = csv.DictReader(io.StringIO(qt_ict(*asked, "--format", "csv").out))
    return list(zip(map(said, told if isinstance(told, list) else told["rows"]), lines, strict=True))


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_every_value_of_json_is_a_cell_of_csv_and_no_other(qt_ict: Run, asked: tuple[str, ...]) -> None:
    """Row by row and value by value; a column that is empty in every row stands below a null of JSON."""
    found = rows_of(qt_ict, asked)
    assert found

    for row, line in found:
        for heading, value in row.values.items():
            assert line[heading].removeprefix("'") == _written(value), heading
        for heading in line.keys() - row.values.keys():
            assert line[heading] == ""
            assert heading in LEFT_OUT or any(f"{heading}_".startswith(f"{each}_") for each in row.silent), heading


HOSTILE = ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_csv_file_is_a_formula(text: str) -> None:
    """In whatever field: alone, among several, in a list, in a language, as a code."""
    columns = [Leaf(path, "") for path in ("name", "source.items", "named.vi", "many.en", "reasons", "notes.code")]
    notes = [{"code": text, "vi": text, "en": text}]
    row = {
        "name": text,
        "source": {"items": [text]},
        "named": {"vi": text},
        "many": [{"en": text}, {"en": text}],
        "reasons": {text: "x"},
        "notes": notes,
    }

    (line,) = list(csv.reader(io.StringIO(as_csv(columns, [row]))))[1:]

    assert all(cell.startswith(f"'{text}") for cell in line)


def test_numbers_of_a_csv_file_stay_numbers() -> None:
    """A gap below zero is no formula."""
    assert as_csv([Leaf("gap.low", "")], [{"gap": {"low": -1.5}}]) == "gap_low\r\n-1.5\r\n"


def test_the_tables_of_fields_are_written_from_the_fields() -> None:
    """A new field shows in docs/formats.md: ``make docs``."""
    written = PAGE.read_text(encoding="utf-8")

    assert page(written) == written


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ([-1, 1], "-1; 1"),
        ([-0.5, -0.25], "-0.5; -0.25"),
        ("-30%", "-30%"),
        ("+12.5%", "+12.5%"),
        ("+10 points", "'+10 points"),
        ("-1", "'-1"),
        (["-1", "1"], "'-1; 1"),
        ("-1+1%", "'-1+1%"),
        ("-1; =1", "'-1; =1"),
        ("-30%*2", "'-30%*2"),
        ("=1", "'=1"),
    ],
)
def test_numbers_with_a_sign_are_no_formulas(said: Any, written: str) -> None:
    """Several numbers and a percentage stand as they are; whatever could be computed is kept text."""
    assert list(csv.reader(io.StringIO(as_csv([Leaf("a", "")], [{"a": said}])))) == [["a"], [written]]
