"""Rows as Python has them: plain values under the headings of CSV files, and the exact ones beside them."""

from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from keyword import iskeyword
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.reasons import Reason
from qt_ict.language import LANGUAGES, Language
from qt_ict.report.field import Field, FieldType, Leaf, Record, joined, value_at

Scalar = str | int | float | bool | date | None
"""What one value of a row is."""
Exact = Interval | Number | str | None
"""What a row says of a quantity: an interval, a number, or the code of the reason why there is none."""


class PlanRow(tuple[Any, ...]):
    """One row: its values by name, as attributes and in order; ``_asdict()`` gives them as a mapping."""

    _fields: tuple[str, ...]
    _exact: Mapping[str, Exact]

    @property
    def exact(self) -> Mapping[str, Exact]:
        """The quantities of the row as they were computed, by the names of their columns without _low and _high."""
        return self._exact

    def __reduce__(self) -> tuple[Any, ...]:
        return _row, (type(self).__name__, self._fields, tuple(self), dict(self._exact))

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

        @classmethod
        def _make(cls, values: Iterable[Scalar]) -> Self: ...

        def _asdict(self) -> dict[str, Any]: ...


class PlanRows(tuple[PlanRow, ...]):
    """Rows with what they rest on; a table library takes them as they are."""

    schema: dict[str, type]
    """The names of the columns, each with the type of its values beside None."""
    as_of: date | None
    """The day up to which things are known; None where no day matters."""
    assumptions: tuple[str, ...]
    """What the rows rest on without the plan saying it, in the language of the plan that was loaded."""

    @classmethod
    def of(
        cls,
        rows: Iterable[PlanRow],
        schema: Mapping[str, type],
        as_of: date | None = None,
        assumptions: Sequence[str] = (),
    ) -> Self:
        """Rows under one schema."""
        found = cls(rows)
        found.schema, found.as_of, found.assumptions = dict(schema), as_of, tuple(assumptions)
        return found


class FlatColumn:
    """One column: where its values stand in a row of data, and how they are read."""

    def __init__(self, name: str, path: Sequence[str], type_: FieldType, end: int = 0) -> None:
        self.name = f"{name}_" if iskeyword(name) else name
        self.path = path
        self.type: type = _TYPES.get(type_, str)
        self.end = end
        """Which end of several numbers it is: 0 the first, -1 the last."""

    def value(self, record: Record) -> Scalar:
        """Its value in a row of data."""
        found = value_at(record, self.path)
        if isinstance(found, list) and self.type is float:
            found = found[self.end]
        return None if found is None else _plain(found, self.type)


_TYPES: dict[FieldType, type] = {
    "number": float,
    "numbers": float,
    "integer": int,
    "year": int,
    "boolean": bool,
    "date": date,
}
"""What a column holds; all else is text."""


class SpokenColumn(FlatColumn):
    """A column of what a plan says: in one language where the plan has it, else in the plan's first one."""

    def __init__(self, name: str, path: Sequence[str], language: Language) -> None:
        super().__init__(name, path, "string")
        self.language = language

    def value(self, record: Record) -> Scalar:
        """Its value in a row of data."""
        found = value_at(record, self.path)
        if not found:
            return None
        return _plain([self._said(each) for each in found], str) if isinstance(found, list) else self._said(found)

    def _said(self, said: Record | None) -> str | None:
        by_language = {key: text for key, text in (said or {}).items() if key != "code"}
        return by_language.get(self.language) or next(iter(by_language.values()), None)


def flat_columns(fields: Sequence[Leaf], language: Language) -> Iterator[FlatColumn]:
    """The columns of some fields: those of a CSV file, texts in one language, a date a date.

    Args:
        fields: The columns of the CSV file.
        language: The language of texts.
    """
    for leaf in fields:
        *above, last = path = leaf.path.split(".")
        if leaf.type in ("plan_text", "notes"):
            yield SpokenColumn("_".join((*path, "text") if leaf.type == "notes" else path), path, language)
        elif last in LANGUAGES and above:
            if last == language:
                yield FlatColumn("_".join(above), path, "string")
        elif leaf.type == "numbers":
            yield FlatColumn(f"{leaf.heading}_low", path, "numbers")
            yield FlatColumn(f"{leaf.heading}_high", path, "numbers", -1)
        else:
            yield FlatColumn(leaf.heading, path, leaf.type)


def _plain(value: Any, type_: type) -> Scalar:
    """A value of one type; several of them joined as in a CSV file."""
    if type_ is float:
        return float(value)
    if type_ is date:
        return date.fromisoformat(value)
    if isinstance(value, Mapping | list):
        return joined(value) or None
    return str(value) if type_ is str else type_(value)


def flat_rows(
    name: str,
    fields: Sequence[Leaf],
    records: Iterable[Record],
    exact: Iterable[Mapping[str, Exact]],
    language: Language,
) -> tuple[tuple[PlanRow, ...], dict[str, type]]:
    """Rows of data as rows of Python, and what their columns hold.

    Args:
        name: What a row is called.
        fields: The columns that a CSV file of them has.
        records: The rows as data.
        exact: The quantities of every row.
        language: The language of texts.
    """
    columns = tuple(flat_columns(fields, language))
    names = tuple(each.name for each in columns)
    rows = (
        _row(name, names, [each.value(record) for each in columns], quantities)
        for record, quantities in zip(records, exact, strict=True)
    )
    return tuple(rows), {each.name: each.type for each in columns}


def _row(name: str, columns: tuple[str, ...], values: Iterable[Scalar], exact: Mapping[str, Exact]) -> PlanRow:
    """A row of its parts."""
    row = row_class(name, columns)._make(values)
    row._exact = MappingProxyType(dict(exact))
    return row


@cache
def row_class(name: str, columns: tuple[str, ...]) -> type[PlanRow]:
    """A class of rows with some columns."""
    # The names are those of the data; a class that is written down would say every field a second time.
    return type(name, (namedtuple(name, columns), PlanRow), {"__doc__": f"A row with {len(columns)} values."})


def exactly(fields: Iterable[Field[Any, Any]], of: Any, row: Any, above: str = "") -> Iterator[tuple[str, Exact]]:
    """The quantities of a row as they were computed, by the names of their columns.

    Args:
        fields: What is said of it.
        of: The answer it belongs to.
        row: The row; None of an object that is not there.
        above: What the names begin with.
    """
    for field in fields:
        if field.type not in ("object", "quantity", "number", "numbers"):
            continue
        said = None if row is None else field.value(of, row)
        if field.type == "object":
            yield from exactly(field.fields, of, said, f"{above}{field.key}_")
        else:
            yield f"{above}{field.key}", _exact(said)


def _exact(said: Any) -> Exact:
    match said:
        case Reason():
            return said.value
        case Interval() | None:
            return said
        case tuple():
            numbers = [_exact_number(each) for each in said]
            return Interval(numbers[0], numbers[-1]) if numbers else None
    return _exact_number(said)


def _exact_number(said: Number | Decimal) -> Number:
    """A number as a fraction where it was written with decimals."""
    return Fraction(said) if isinstance(said, Decimal) else said
