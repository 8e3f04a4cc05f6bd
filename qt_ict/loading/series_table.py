"""A table of series to what the methods judge: one series a line of CSV, all findings of one run together."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from qt_ict.arithmetic.numerals import Convention, numeral
from qt_ict.diagnostics import reading, tabular
from qt_ict.diagnostics.finding import Finding, Place, excerpt
from qt_ict.diagnostics.refusal import Complaint, Refusal
from qt_ict.language import Text
from qt_ict.loading.csv_line import LINE_END, UNUSED, CsvLine, columns_of
from qt_ict.loading.sheet_limits import require_small
from qt_ict.loading.text import read
from qt_ict.methods.series import DatedValue, Series


class TableForm(NamedTuple):
    """What a table of series has in its columns."""

    columns: tuple[str, ...]
    """The columns that it must have, in any order."""
    optional: tuple[str, ...] = ()
    """Columns that it may have besides."""
    blank: frozenset[str] = frozenset()
    """Columns whose cells may be empty."""
    paired: Mapping[str, str] = {}
    """Columns that are filled in together with another, or not at all."""


_BASE = ("base_year", "base_value")
_NOW = ("current_year", "current_value")
_TARGET = ("target_year", "target_value")


def _both(pair: tuple[str, str]) -> dict[str, str]:
    return {pair[0]: pair[1], pair[1]: pair[0]}


TO_JUDGE = TableForm(
    ("series", *_BASE, *_NOW, *_TARGET, "direction"),
    optional=("limit",),
    blank=frozenset((*_TARGET, "limit")),
    paired=_both(_TARGET),
)
"""What a published method judges."""
TO_FORECAST = TableForm(
    ("series", *_BASE, *_NOW, *_TARGET, "direction"),
    optional=("area",),
    blank=frozenset((*_BASE, "area")),
    paired=_both(_BASE),
)
"""What a forecast is asked for: the base may be left out; the area is one of the reference class."""
_WORDS = frozenset({"series", "direction", "area"})
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_YEARS = range(10_000)
"""What a year may be, with any decimals [calendar year]."""


class SeriesRow(NamedTuple):
    """One line of a table."""

    name: str
    """What the line calls the series."""
    series: Series
    """Its base where there is one, its current value and its target."""
    area: str | None = None
    """The area of the reference class that it is about."""


class TableWriting(NamedTuple):
    """How a table is written, as people declare it."""

    convention: Convention | None = None
    """How its numbers are written; None for digits with a decimal point."""
    last_year: bool = False
    """True where a year written 2014/2015 is the last of the two."""
    columns: Mapping[str, str] = {}
    """What its headings are: a column of the form, or ``unused``."""


PLAIN = TableWriting()


def load(
    path: Path, form: TableForm = TO_JUDGE, writing: TableWriting = PLAIN
) -> tuple[tuple[SeriesRow, ...], list[Finding]]:
    """The series of a table in its order; those with findings are left out.

    Columns at the end without heading and without a cell are no columns.

    Args:
        path: A CSV file in UTF-8, with or without byte order mark; commas, semicolons or tabs separate its cells.
        form: What its columns are.
        writing: How its numbers and years are written.

    Raises:
        Refusal: It is a workbook, or larger than any table of series.
    """
    _require_no_workbook(path)
    text, findings = read(path, str(path), tabs=True)
    if not text and findings:
        return (), [_of_table(each) for each in findings]
    broken = {each.place.line for each in findings}
    texts = LINE_END.split(text)
    counts = [1 + max(map(each.count, _SEPARATORS)) for each in texts]
    require_small(path, len(texts), max(counts), sum(counts))
    separator = _separator(next((each for each in texts if each.strip()), ""), form, writing)
    lines = [CsvLine(str(path), at, each, separator) for at, each in enumerate(texts, 1) if each.strip()]
    header = lines[0] if lines else CsvLine(str(path), 1, "")
    width = len(header.cells() or ())
    header = header._replace(text=header.text.rstrip(separator + " "))
    columns, problems = columns_of(header, form.columns, form.optional, writing.columns)
    problems = [_declarable(each) for each in problems]
    found: list[SeriesRow] = []
    for line in lines[1:] if columns and not problems else ():
        row, wrong = _row(line, columns, width, form, writing)
        if row:
            found.append(row)
        problems += [] if line.number in broken else wrong
    return tuple(found), sorted((*findings, *problems), key=lambda each: (each.place.line, each.place.column))


def declared_series_columns(text: str, form: TableForm) -> dict[str, str]:
    """What ``--columns`` says of a table of series: heading by heading which column it is.

    Raises:
        Refusal: It cannot be read.

    >>> declared_series_columns("Chỉ tiêu=series, Hạn, năm=target_year, TT=unused", TO_JUDGE)
    {'Chỉ tiêu': 'series', 'Hạn, năm': 'target_year', 'TT': 'unused'}
    """
    known = (*form.columns, *form.optional, UNUSED)
    found = re.findall(rf"(.+?)=\s*({'|'.join(known)})\s*(?:,|\Z)", text, re.DOTALL)
    if not re.fullmatch(rf"(?:.+?=\s*(?:{'|'.join(known)})\s*(?:,|\Z))+", text, re.DOTALL):
        raise Refusal(
            Text("--columns: không hiểu {text}", "--columns: {text} cannot be read").fill(text=text),
            Text(
                'Với --input, viết tiêu đề=cột, như "Chỉ tiêu=series, Năm gốc=base_year"; cột là {known}.',
                'With --input, write heading=column, as in "Indicator=series, From=base_year"; a column is {known}.',
            ).fill(known=", ".join(known)),
        )
    return {" ".join(heading.split()): column for heading, column in found}


def _declarable(finding: Finding) -> Finding:
    """What is wrong with a header, with the option by which other headings are declared."""
    if finding.rule != tabular.WRONG_COLUMNS:
        return finding
    hint = _DECLARE + finding.values["hint"] if isinstance(finding.values["hint"], Text) else _DECLARE
    return finding._replace(values={**finding.values, "hint": hint})


_DECLARE = Text(
    'Tiêu đề khác thì nêu bằng --columns "Chỉ tiêu=series, TT=unused". ',
    'Declare other headings with --columns "Indicator=series, No=unused". ',
)
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers")


def _require_no_workbook(path: Path) -> None:
    """Refuse what a spreadsheet program writes as its own.

    Raises:
        Refusal: It is a workbook.
    """
    if path.suffix.lower() in _WORKBOOKS and path.is_file():
        raise Refusal(
            Text("{path} là tệp bảng tính; bảng các chuỗi đọc từ CSV", "{path} is a workbook; series come as CSV").fill(
                path=path
            ),
            Text("Mở trang cần đọc rồi lưu dạng CSV UTF-8.", "Open the sheet that is meant, and save it as CSV UTF-8."),
        )


def _of_table(finding: Finding) -> Finding:
    return finding._replace(rule=tabular.MISSING_TABLE) if finding.rule == reading.MISSING_FILE else finding


_SEPARATORS = ",;\t"


def _separator(header: str, form: TableForm, writing: TableWriting) -> str:
    """What stands between cells: the sign that makes most columns of a header, else the one that it has most of."""
    known = {*form.columns, *form.optional, *writing.columns}
    found = {sign: len(known.intersection(each.strip(' "') for each in header.split(sign))) for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: (found[sign], header.count(sign)))


def _row(
    line: CsvLine, columns: Sequence[str], width: int, form: TableForm, writing: TableWriting
) -> tuple[SeriesRow | None, list[Finding]]:
    """The series of a line; neither series nor findings where all its cells are empty.

    Args:
        line: The line.
        columns: The columns with a heading.
        width: How many there are with those at the end without one.
        form: What they are.
        writing: How numbers and years are written.
    """
    cells = line.cells()
    if cells is None:
        return None, [line.unread()]
    if not any(cells):
        return None, []
    if len(cells) == width and not any(cells[len(columns) :]):
        cells = cells[: len(columns)]
    if len(cells) != len(columns):
        values = {"found": len(cells), "expected": len(columns)}
        return None, [Finding(tabular.WRONG_CELL_COUNT, line.place(min(len(cells), len(columns))), values)]
    by_column = dict(zip(columns, cells, strict=True))
    findings = [
        finding._replace(place=line.place(index))
        for index, column in enumerate(columns)
        if column != UNUSED
        for finding in _problems(column, by_column, form, writing)
    ]
    return (None, findings) if findings else (_series(by_column, writing), [])


def _problems(column: str, cells: dict[str, str], form: TableForm, writing: TableWriting) -> Iterator[Finding]:
    """What is wrong with one cell, without its place."""
    cell, nowhere = cells[column], Place("")
    other = form.paired.get(column, column)
    if not cell and column not in form.blank:
        may = ", ".join(each for each in (*form.columns, *form.optional) if each in form.blank)
        yield Finding(tabular.EMPTY_CELL, nowhere, {"column": column, "may": may})
    elif not cell and cells[other]:
        yield Finding(tabular.HALF_A_PAIR, nowhere, {"column": column, "given": other})
    elif column == "direction" and cell not in ("up", "down"):
        yield Finding(tabular.UNKNOWN_DIRECTION, nowhere, {"found": excerpt(cell)})
    elif column in ("series", "area") and not cell.isprintable():
        character = next(each for each in cell if not each.isprintable())
        yield Finding(reading.CONTROL_CHARACTER, nowhere, {"character": f"U+{ord(character):04X}"})
    elif cell and column not in _WORDS:
        number = _number(column, cell, writing)
        values = {"found": excerpt(cell), "column": column}
        if column.endswith("_year") and (math.floor(number) not in _YEARS if number is not None else _TWO.match(cell)):
            yield Finding(tabular.YEAR_OUT_OF_RANGE, nowhere, values)
        elif number is None:
            yield Finding(tabular.NO_NUMBER, nowhere, values)


def _number(column: str, cell: str, writing: TableWriting) -> float | None:
    """The number of a cell; None where there is none."""
    two = _TWO.fullmatch(cell) if writing.last_year and column.endswith("_year") else None
    if two:
        return _last_of_two(*two.groups())
    value = float(cell) if _NUMBER.fullmatch(cell) and writing.convention in (None, "en") else math.nan
    if writing.convention and math.isnan(value):
        sign, bare = (-1, cell[1:]) if cell[:1] in ("-", "−") else (1, cell)
        read = numeral(bare, writing.convention)
        value = math.nan if isinstance(read, Complaint) else sign * float(read)
    return value if math.isfinite(value) else None


_TWO = re.compile(r"([0-9]{4})\s*[/–-]\s*([0-9]{4}|[0-9]{2})")
"""Two years that are written as one: 2014/2015, 2014-15."""


def _last_of_two(first: str, last: str) -> float | None:
    """The last of two years that follow one another; None where they do not.

    >>> _last_of_two("2014", "2015"), _last_of_two("1999", "00"), _last_of_two("2014", "2020")
    (2015.0, 2000.0, None)
    """
    year = int(first) + 1
    return float(year) if str(year).endswith(last) else None


def _series(cells: dict[str, str], writing: TableWriting) -> SeriesRow:
    read = {column: _number(column, cell, writing) for column, cell in cells.items() if column not in (*_WORDS, UNUSED)}
    numbers = {column: number for column, number in read.items() if number is not None}
    known = [each for each in (_BASE, _NOW) if each[0] in numbers]
    observations = tuple(DatedValue(numbers[year], numbers[value]) for year, value in known)
    series = Series(
        observations,
        "up" if cells["direction"] == "up" else "down",
        numbers.get("target_value"),
        numbers.get("target_year"),
        numbers.get("limit"),
    )
    return SeriesRow(cells["series"], series, cells.get("area") or None)
