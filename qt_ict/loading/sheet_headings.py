"""The headings of a sheet of figures: which column is what, and of which round its numbers are.

A heading is one line or two; over two lines a column is called by both of its cells, and a merged cell calls all
that it covers. What people call their columns is declared once; ``figure`` and ``value`` need no declaration.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from qt_ict.arithmetic.typed_dates import in_order, period
from qt_ict.diagnostics.refusal import Complaint, Refusal
from qt_ict.language import Text
from qt_ict.loading.bare_words import day
from qt_ict.loading.sheet import DATE_OR_TIME, FIGURE, VALUE, Content, Sheet, cell_name, column_name
from qt_ict.model.figures import PublishedDate, published_date
from qt_ict.model.incoming import ROLES, ColumnRole
from qt_ict.nearest import folded, suggestion

_KNOWN: dict[str, ColumnRole] = {
    **dict.fromkeys(FIGURE, "figure"),
    **dict.fromkeys(VALUE, "value"),
    **dict.fromkeys(("flag", "dấu hiệu"), "flag"),
    **dict.fromkeys(("note", "ghi chú"), "note"),
    **dict.fromkeys(("date", "ngày"), "date"),
    **dict.fromkeys(("unit", "đơn vị", "đơn vị tính", "đvt"), "unit"),
    **dict.fromkeys(("comparator", "so sánh"), "comparator"),
}
_ROLE_OF: dict[str, ColumnRole] = {folded(name): role for name, role in _KNOWN.items()}
"""What needs no declaration, whatever its case and accents."""


class Heading(NamedTuple):
    """What stands over a column."""

    column: int
    """From 0."""
    words: tuple[str, ...]
    """Its cells from the top, without those that say a date."""
    role: ColumnRole | None
    """What it is; None where nobody said."""
    stated: PublishedDate | None
    """The date of its numbers: a year, a month or a day; None where it states none."""
    cells: tuple[str, ...]
    """All its cells from the top, as they stand there."""

    @property
    def name(self) -> str:
        """How people find it: its cells and the letters of its column."""
        return f"{' / '.join(self.cells)} ({column_name(self.column)})".lstrip()


class ValueColumn(NamedTuple):
    """A column of numbers, and those that say more of them."""

    heading: Heading
    beside: Mapping[ColumnRole, int]
    """The columns of unit, date, flag and so on, from 0."""


class HeadedSheet(NamedTuple):
    """A sheet of figures whose columns are known."""

    row: int
    """The last row of headings, from 0."""
    figure: int
    """The column that names the figures, from 0."""
    values: tuple[ValueColumn, ...]
    unused: tuple[Heading, ...]
    """Columns with a heading, or with numbers below none, that are not read."""
    headings: tuple[Heading, ...] = ()
    """The headings of all columns."""

    def heading_of(self, column: int) -> str:
        """What stands over a column, from 0."""
        return " ".join(next((each.cells for each in self.headings if each.column == column), ()))


def declared_columns(text: str) -> dict[str, str]:
    """What ``--columns`` says: heading by heading what it is, or the date of its numbers.

    Raises:
        Refusal: It cannot be read.

    >>> declared_columns("Chỉ tiêu=figure, Thực hiện 2024, quý I=2024-03")
    {'Chỉ tiêu': 'figure', 'Thực hiện 2024, quý I': '2024-03'}
    """
    meaning = rf"(?:{'|'.join(ROLES)}|{_A_DATE})"
    found = list(re.finditer(rf"(.+?)=\s*({meaning})\s*(?:,|\Z)", text, re.DOTALL))
    whole = re.fullmatch(rf"(?:.+?=\s*{meaning}\s*(?:,|\Z))+", text, re.DOTALL)
    if not whole or not all(each.group(2) in ROLES or period(each.group(2)) for each in found):
        raise Refusal(
            Text("--columns: không hiểu {text}", "--columns: {text} cannot be read").fill(text=text),
            Text(
                'Viết tiêu đề=nghĩa, như "Chỉ tiêu=figure, Thực hiện=value"; nghĩa là {roles} hoặc một ngày (2024, '
                "2024-06, 2024-06-30).",
                'Write heading=meaning, as in "Indicator=figure, Actual=value"; a meaning is one of {roles}, or a date '
                "(2024, 2024-06, 2024-06-30).",
            ).fill(roles=", ".join(ROLES)),
        )
    return {" ".join(each.group(1).split()): in_order(each.group(2)) or each.group(2) for each in found}


_A_DATE = r"(?:19|20)[0-9]{2}(?:-[0-9]{1,2}){0,2}|(?:[0-9]{1,2}[/.]){1,2}(?:19|20)[0-9]{2}"
"""A year, a month or a day, the year first or last."""


def has_headings(sheet: Sheet, declared: Mapping[str, str]) -> bool:
    """Whether some rows of a sheet head the columns that are read."""
    return any(_headed(sheet, at, declared) for at in range(min(len(sheet.rows), _LOOKED_AT)))


_LOOKED_AT = 1000
"""Rows among which the headings are looked for."""


def headed_sheet(sheet: Sheet, declared: Mapping[str, str]) -> HeadedSheet:
    """What the columns of a sheet are.

    Args:
        sheet: The sheet.
        declared: What its headings mean, besides those that need no declaration.

    Raises:
        Refusal: It has no such headings, or one of them twice.
    """
    for at in range(min(len(sheet.rows), _LOOKED_AT)):
        found = _headed(sheet, at, declared)
        if found:
            return _assigned(sheet, *found)
    raise _without_headings(sheet, declared)


def require_found(sheet: Sheet, headed: HeadedSheet, wanted: Iterable[str]) -> None:
    """Refuse a declaration of a heading that the sheet does not have.

    Args:
        sheet: The sheet.
        headed: What its columns are.
        wanted: The headings that were declared for it.

    Raises:
        Refusal: It has no such heading.
    """
    there = {folded(name) for each in headed.headings for name in _names(each.cells)}
    missing = [each for each in wanted if folded(each) not in there]
    if missing:
        listed = [" ".join(each.cells) for each in headed.headings if each.cells]
        raise Refusal(
            Text("trang {name} không có cột {missing}", "sheet {name} has no column {missing}").fill(
                name=sheet.name, missing=", ".join(missing)
            ),
            Text("{near}Các cột: {listed}.", "{near}Columns: {listed}.").fill(
                near=suggestion(missing[0], listed), listed=", ".join(listed[:_LISTED])
            ),
        )


def states_date(heading: str) -> bool:
    """Whether a heading is a date and nothing else, so that its column needs no declaration."""
    return _stated(heading) is not None


def without_year(heading: str) -> str:
    """A heading without the year in it."""
    return " ".join(_YEAR_SAID.sub("", heading).split())


def _names(cells: Sequence[str]) -> list[str]:
    """What a heading may be called: all its cells, one of them, and each of these without the year in it."""
    names = [" ".join(cells), *reversed(cells)]
    return [*names, *(" ".join(year.sub("", each).split()) for year in (_YEAR_IN, _YEAR_SAID) for each in names)]


def _headed(sheet: Sheet, at: int, declared: Mapping[str, str]) -> tuple[int, list[Heading]] | None:
    """The last row of the headings that begin in a row, and the headings; None where none begin there."""
    if not any(each != "" for each in sheet.rows[at]):
        return None
    one = _headings(sheet, (at,), declared)
    if _complete(one) and not _goes_on(sheet, at, one, declared):
        return at, one
    two = _headings(sheet, (at, at + 1), declared) if at + 1 < len(sheet.rows) else []
    if _complete(two) and _goes_on(sheet, at, two, declared):
        return at + 1, two
    return (at, one) if _complete(one) else None


def _complete(headings: Sequence[Heading]) -> bool:
    named = any(each.role == "figure" for each in headings)
    return named and any(each.role == "value" or (each.stated and each.role is None) for each in headings)


def _goes_on(sheet: Sheet, at: int, headings: Sequence[Heading], declared: Mapping[str, str]) -> bool:
    """Whether the next row is a second line of headings: it names no figure, and what its columns are."""
    figures = [each.column for each in headings if each.role == "figure"]
    if len(figures) != 1 or at + 1 >= len(sheet.rows):
        return False
    below = sheet.content(at + 1, figures[0])
    if below != "" and not (isinstance(below, str) and _role((below,), declared)[0] == "figure"):
        return False
    contents = [each for column, each in enumerate(sheet.rows[at + 1]) if each != "" and column != figures[0]]
    known = [
        each for each in contents if _stated(each) or (isinstance(each, str) and _role((each,), declared) != _NONE)
    ]
    return bool(known) and all(
        each in known or (isinstance(each, str) and not each[:1].isdecimal()) for each in contents
    )


def _headings(sheet: Sheet, rows: Sequence[int], declared: Mapping[str, str]) -> list[Heading]:
    width = max(len(sheet.rows[row]) for row in rows)
    return [_heading(column, _over(sheet, rows, column), declared) for column in range(width)]


def _over(sheet: Sheet, rows: Sequence[int], column: int) -> list[Content]:
    """The cells over a column that say something, each once."""
    contents = [_shown_at(sheet, row, column, spread=row != rows[-1]) for row in rows]
    return [each for at, each in enumerate(contents) if each != "" and each not in contents[:at]]


def _shown_at(sheet: Sheet, row: int, column: int, spread: bool) -> Content:
    """What a cell shows: its own, that of the cell it is merged with; in the upper line of two, that to its left."""
    content = sheet.content(row, column)
    if content != "":
        return content
    merged = next((each for each in sheet.merged if each.covers(row, column)), None)
    if merged:
        return sheet.content(merged.top, merged.left)
    if spread and not any(each.top <= row <= each.bottom for each in sheet.merged):
        return _to_its_left(sheet, row, column)
    return ""


def _to_its_left(sheet: Sheet, row: int, column: int) -> Content:
    """Without merged cells, as in CSV, a heading over several columns stands over the first of them."""
    while column >= 0 and sheet.content(row + 1, column) != "":
        if sheet.content(row, column) != "":
            return sheet.content(row, column)
        column -= 1
    return ""


def _heading(column: int, cells: Sequence[Content], declared: Mapping[str, str]) -> Heading:
    texts = tuple(" ".join(_text(each).split()) for each in cells)
    dates = [_stated(each) for each in cells]
    words = tuple(text for text, date in zip(texts, dates, strict=True) if date is None)
    role, stated = _role(texts, declared)
    date = stated or next((each for each in dates if each), None) or (_mentioned(words) if role == "value" else None)
    return Heading(column, words, role, date, texts)


_NONE: tuple[None, None] = (None, None)


def _role(texts: Sequence[str], declared: Mapping[str, str]) -> tuple[ColumnRole | None, PublishedDate | None]:
    """What a heading means, and the date that its declaration gives it."""
    wanted = {folded(" ".join(each.split())): meaning for each, meaning in declared.items()}
    names = [folded(each) for each in _names(texts)]
    for each in names:
        if each in wanted:
            meaning = wanted[each]
            role = next((role for role in ROLES if role == meaning), None)
            return (role, None) if role else ("value", _date(meaning))
    return next((_ROLE_OF[each] for each in names if each in _ROLE_OF), None), None


_YEAR_IN = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_SAID = re.compile(rf"(?:\b(?:năm|nam|year|année)\s+)?{_YEAR_IN.pattern}", re.IGNORECASE)
"""A year, with the word before it that calls it one."""


def _mentioned(words: Sequence[str]) -> PublishedDate | None:
    """The year that a heading mentions among other words; None where it is not one, or a part of it is meant."""
    text = " ".join(words)
    found = set(_YEAR_IN.findall(text))
    part = _PART_OF_YEAR.search(folded(_YEAR_IN.sub("", text)))
    return _date(found.pop()) if len(found) == 1 and not part else None


_PART_OF_YEAR = re.compile("[0-9]|quy|thang|quarter|month|half|semest|trimest|mois")


def _text(content: Content) -> str:
    """A cell of a heading as it stands there; of a date what its format shows: 2024-06-30, 2024-06, 2024."""
    return content.shown.en if isinstance(content, Complaint) else str(content)


def _stated(content: Content) -> PublishedDate | None:
    """The date that a cell of a heading says and nothing else: 2024, năm 2024, 2024-06-30, 30/6/2024, or a day."""
    if isinstance(content, Complaint):
        return _date(content.shown.en) if content.problem == DATE_OR_TIME else None
    text = _CALLED.sub("", str(content).strip()) if isinstance(content, str | int) else ""
    found = re.fullmatch("((?:19|20)[0-9]{2}(?:-[0-9]{1,2}){0,2})", text)
    return _date(found.group(1)) if found else _day_first(text)


def _day_first(text: str) -> PublishedDate | None:
    """A day or a month as a sheet writes it that is saved as CSV; None where day and month could be exchanged.

    >>> _day_first("30/6/2024").day, _day_first("06/2024").precision, _day_first("05/06/2024")
    (datetime.date(2024, 6, 30), 'month', None)
    """
    found = _DAY_FIRST.fullmatch(text)
    if found is None:
        return None
    day, month, year = found["day"], int(found["month"]), found["year"]
    if day is None:
        return _date(f"{year}-{month:02}")
    return _date(f"{year}-{month:02}-{int(day):02}") if int(day) > _MONTHS or int(day) == month else None


_CALLED = re.compile(r"^(?:năm|year|année|nam|ngày|tháng)\s*", re.IGNORECASE)
"""The word before a date that says what it is."""
_MONTHS = 12
_DAY_FIRST = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?P<sign>[./-]))?(?P<month>[0-9]{1,2})(?(sign)(?P=sign)|[./-])(?P<year>(?:19|20)[0-9]{2})"
)


def _date(typed: str) -> PublishedDate | None:
    text = in_order(typed) or ""
    try:
        return published_date(day(text) or (int(text) if text.isdecimal() else text))
    except PydanticCustomError:
        return None


def _assigned(sheet: Sheet, row: int, headings: Sequence[Heading]) -> HeadedSheet:
    """Which column is read as what.

    Raises:
        Refusal: A column stands twice.
    """
    figures = [each for each in headings if each.role == "figure"]
    values = [each for each in headings if each.role == "value"]
    values = values or [each for each in headings if each.role is None and each.stated]
    for several in (figures, _of_one_date(values)):
        if len(several) > 1:
            raise _twice(sheet, row, several)
    columns = tuple(ValueColumn(each, dict(_beside(each, values, headings))) for each in values)
    read = {figures[0].column, *(each.heading.column for each in columns)}
    read |= {column for each in columns for column in each.beside.values()}
    rest = (each for each in headings if each.column not in read)
    unused = tuple(each for each in rest if each.cells or _has_cells(sheet, row, each.column))
    return HeadedSheet(row, figures[0].column, columns, unused, tuple(headings))


def _of_one_date(values: Sequence[Heading]) -> list[Heading]:
    """The columns of numbers that state the date of another one."""
    dates = [each.stated for each in values]
    return [each for each in values if dates.count(each.stated) > 1]


def _has_cells(sheet: Sheet, row: int, column: int) -> bool:
    """True where something stands in a column below the headings."""
    return any(sheet.content(at, column) != "" for at in range(row + 1, len(sheet.rows)))


def _beside(value: Heading, values: Sequence[Heading], headings: Sequence[Heading]) -> Iterator[tuple[ColumnRole, int]]:
    """What says more of the numbers of a column: what has its date, or none where there is but one column.

    A unit or a note without a date is of the whole row.
    """
    for each in reversed(headings):
        if each.role not in (None, "figure", "value", "unused") and each.role:
            alone = len(values) == 1 or each.role in ("unit", "note")
            if each.stated == value.stated or (each.stated is None and alone):
                yield each.role, each.column


class RepeatedColumns(Refusal):
    """Several columns are one thing; what that is is known."""


def _twice(sheet: Sheet, row: int, headings: Sequence[Heading]) -> RepeatedColumns:
    """The refusal of columns that are all one thing, those with the figures or those with numbers of one date."""
    first, last = headings[0], headings[-1]
    cells = ", ".join(cell_name(row, each.column) for each in headings)
    what = _FIGURES if first.role == "figure" else _NUMBERS
    named = {each.cells for each in headings}
    advice = _RENAME if len(named) < len(headings) else _LEAVE_ALONE
    return RepeatedColumns(
        Text("trang {name}: {what} có hai lần ({cells})", "sheet {name}: {what} stands twice ({cells})").fill(
            name=sheet.name, what=what, cells=cells
        ),
        advice.fill(heading=" / ".join(last.cells)),
    )


_FIGURES = Text("cột ghi tên số liệu (figure)", "a column that names the figures (figure)")
_NUMBERS = Text("cột ghi số của một ngày (value)", "a column with the numbers of one date (value)")
_RENAME = Text(
    'Đặt cho mỗi cột một tiêu đề riêng, như "{heading} 2", để biết đọc cột nào.',
    'Give each column a heading of its own, such as "{heading} 2", so that it is known which is read.',
)
_LEAVE_ALONE = Text(
    'Giữ một cột, hoặc nêu cột không đọc: --columns "{heading}=unused".',
    'Keep one of them, or say which is not read: --columns "{heading}=unused".',
)


def _without_headings(sheet: Sheet, declared: Mapping[str, str]) -> Refusal:
    row, found = _likely_headings(sheet)
    areas = _columns_of_numbers(sheet, row, found, declared)
    if areas:
        listed = ", ".join(areas[:_LISTED]) + (", …" if len(areas) > _LISTED else "")
        return Refusal(
            Text(
                "trang {name}: mỗi địa bàn một cột ({listed}); chưa đọc được cột theo địa bàn",
                "sheet {name}: a column per area ({listed}); columns per area are not read yet",
            ).fill(name=sheet.name, listed=listed),
            Text(
                'Thêm cột tổng với tiêu đề value, hoặc nêu một cột: --columns "{first}=value".',
                'Add a column of totals headed value, or name one column: --columns "{first}=value".',
            ).fill(first=areas[0]),
        )
    listed = ", ".join(found[:_LISTED])
    return Refusal(
        Text(
            "trang {name}: không có dòng tiêu đề với các cột figure và value",
            "sheet {name}: no line of headings with the columns figure and value",
        ).fill(name=sheet.name),
        Text(
            'Đặt tiêu đề figure, value (số liệu, giá trị), hoặc nêu --columns "Chỉ tiêu=figure, Thực hiện=value".',
            'Head the columns figure and value, or say what they are: --columns "Indicator=figure, Actual=value".',
        )
        + (Text(" Đang có: {listed}.", " There are: {listed}.").fill(listed=listed) if listed else ""),
    )


_LISTED = 12
"""Headings that a message lists."""


def _likely_headings(sheet: Sheet) -> tuple[int, list[str]]:
    """The first row with several texts, and these."""
    for at, row in enumerate(sheet.rows):
        texts = [each for each in row if isinstance(each, str) and each and not each[0].isdecimal()]
        if len(texts) > 1:
            return at, texts
    return 0, []


def _columns_of_numbers(sheet: Sheet, row: int, headings: Sequence[str], declared: Mapping[str, str]) -> list[str]:
    """The headings beside that of the figures where most cells below them are numbers; none where there is but one."""
    roles = {each: _role((each,), declared)[0] for each in headings}
    if "figure" not in roles.values():
        return []
    places = {each for each in headings if roles[each] is None and not _YEAR_IN.search(each)}
    heads = [at for at, each in enumerate(sheet.rows[row]) if each in places]
    cells = [sheet.content(below, at) for below in range(row + 1, len(sheet.rows)) for at in heads]
    numbers = [each for each in cells if not isinstance(each, str) or each[:1].isdecimal()]
    enough = len(heads) > 1 and len(numbers) * 2 > len([each for each in cells if each != ""])
    return [str(sheet.content(row, at)) for at in heads] if enough else []
