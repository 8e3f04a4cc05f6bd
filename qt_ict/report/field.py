"""A field: what a row says about one thing, said once for every output.

JSON, CSV, tables, the data package and ``docs/formats.md`` are views of the same fields.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar, get_args

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.reasons import Reason
from qt_ict.language import EMPTY, LANGUAGES, Text
from qt_ict.report.document import Cell, Column, Row

Of = TypeVar("Of")
"""What the rows are of: the answer to a question."""
Subject = TypeVar("Subject")
"""What one row is about."""

FieldType = Literal[
    "string",
    "integer",
    "number",
    "boolean",
    "date",
    "year",
    "quantity",
    "text",
    "plan_text",
    "plan_texts",
    "list",
    "numbers",
    "notes",
    "pairs",
    "object",
    "objects",
]
"""What a field holds.

quantity: an interval as {low, high}, or a reason, which is null; text: {vi, en}; plan_text: what the plan says, by the
codes of its languages, plan_texts: several of them; list: plain values; numbers: several as a list, one as itself, none
as null; notes: remarks with their codes; pairs: codes by name; object: fields of its own, objects: several such.
"""

Record = dict[str, Any]
"""A row as plain data."""


@dataclass(frozen=True)
class Field(Generic[Of, Subject]):
    """One thing that a row says."""

    key: str
    """Its name for programs."""
    about: str
    """What it means, in a line; units in brackets."""
    value: Callable[[Of, Subject], Any] = lambda _, row: row
    """What the row says: a number, an outcome, a text; of an object the row of its fields."""
    type: FieldType = "string"
    words: tuple[str, ...] = ()
    """All that it may hold, where these are few."""
    names: str = ""
    """The table of the data package whose entries it names."""
    required: bool = False
    """True where every row says it."""
    fields: tuple["Field[Any, Any]", ...] = ()
    """Of an object: its own fields."""
    heading: Text = EMPTY
    cell: Callable[[Of, Subject], Cell] | None = None
    """How a table shows it; a text as it stands without one."""
    numeric: bool = False
    """True where cells end at the right."""
    whole: bool = False
    """True where cells are never broken over lines."""
    aside: bool = False
    """True where a table can do without it."""
    detail: bool = False
    """True where the text of a paper leaves it to an appendix."""
    leading: bool = False
    """True where a narrow table can say it on the line of the name."""

    @property
    def column(self) -> Column:
        """Its column in a table."""
        return Column(self.heading, self.numeric, self.whole, self.aside, self.key, self.detail, self.leading)

    def headed(self, heading: Text, **changed: Any) -> "Field[Of, Subject]":
        """The same field under another heading."""
        return replace(self, heading=heading, **changed)

    def shown(self, of: Of, row: Subject) -> Cell:
        """Its cell in a table."""
        if self.cell is not None:
            return self.cell(of, row)
        said = self.value(of, row)
        return Cell(said if isinstance(said, Text) else Text.same("" if said is None else said))

    def plain(self, of: Of, row: Subject) -> Any:
        """What it says, as plain data."""
        said = self.value(of, row)
        if said is None or (isinstance(said, Reason) and self.type == "quantity"):
            return None
        match self.type:
            case "object":
                return record(self.fields, of, said)
            case "objects":
                return [record(self.fields, of, each) for each in said]
            case "quantity":
                return {"low": number(said.low), "high": number(said.high)}
            case "text" | "plan_text":
                return said.by_language
            case "notes":
                return [{"code": each.code, **each.text.by_language} for each in said]
            case "number":
                return number(said)
            case "numbers":
                numbers = [number(each) for each in said]
                return numbers if len(numbers) > 1 else next(iter(numbers), None)
            case "date":
                return said.isoformat()
            case "plan_texts":
                return [each.by_language for each in said]
            case "list" if isinstance(said, list | tuple):
                return [each.isoformat() if isinstance(each, date) else each for each in said]
        return said

    @property
    def leaves(self) -> Iterator["Leaf"]:
        """Its columns in a CSV file, what is said in a plan's languages as one."""
        match self.type:
            case "object":
                for field in self.fields:
                    yield from (leaf.under(self.key) for leaf in field.leaves)
            case "objects":
                # A cell holds what all of them say.
                for field in self.fields:
                    for leaf in field.leaves:
                        yield replace(leaf.under(self.key), type=leaf.type if leaf.type in _SPOKEN else "list")
            case "quantity":
                yield Leaf(f"{self.key}.low", f"{self.about}: lower end", "number")
                yield Leaf(f"{self.key}.high", f"{self.about}: upper end", "number")
            case "text":
                yield Leaf(f"{self.key}.vi", f"{self.about}, in Vietnamese", "string", required=self.required)
                yield Leaf(f"{self.key}.en", f"{self.about}, in English", "string", required=self.required)
            case "notes":
                yield Leaf(f"{self.key}.code", f"{self.about}: their codes", "string")
                yield Leaf(self.key, self.about, "notes")
            case "plan_text" | "plan_texts":
                yield Leaf(self.key, self.about, "plan_text", required=self.required)
            case _:
                yield Leaf(self.key, self.about, self.type, self.words, self.names, self.required)


@dataclass(frozen=True)
class Leaf:
    """A column of a CSV file: a plain value of a row, or several joined."""

    path: str
    """Keys from the row on, separated by dots."""
    about: str
    type: FieldType = "string"
    words: tuple[str, ...] = ()
    names: str = ""
    required: bool = False

    def spoken(self, codes: Sequence[str]) -> Iterator["Leaf"]:
        """The columns of what it says in each of a plan's languages; itself where it says nothing in any.

        Remarks are the tool's own and the plan's: in Vietnamese and English, and in what else the plan speaks.
        """
        if self.type not in _SPOKEN:
            yield self
            return
        for code in dict.fromkeys((*(LANGUAGES if self.type == "notes" else ()), *codes)):
            about = f"{self.about}, in {_NAMED.get(code, f'the language {code}')}"
            yield replace(self, path=f"{self.path}.{code}", about=about, type="string")

    def under(self, key: str) -> "Leaf":
        """The same below a key."""
        return replace(self, path=f"{key}.{self.path}", required=False)

    @property
    def heading(self) -> str:
        """Its heading: the path joined by ``_``; the codes of notes stand under the name of the notes.

        >>> Leaf("source.items", "").heading, Leaf("notes.code", "").heading
        ('source_items', 'notes')
        """
        return self.path.replace("notes.code", "notes").replace(".", "_")


_SPOKEN: tuple[FieldType, ...] = ("plan_text", "notes")
"""Types of columns that stand for one in each language of the plan."""
_NAMED: Mapping[str, str] = {"vi": "Vietnamese", "en": "English"}


def spoken(columns: Iterable[Leaf], codes: Sequence[str]) -> tuple[Leaf, ...]:
    """The columns of a CSV file of a plan.

    Args:
        columns: Its columns, what is said in the plan's languages as one.
        codes: Those languages.

    >>> [each.heading for each in spoken((Leaf("id", ""), Leaf("name", "", "plan_text")), ("fr", "de"))]
    ['id', 'name_fr', 'name_de']
    """
    return tuple(each for column in columns for each in column.spoken(codes))


Fields = tuple[Field[Of, Any], ...]
"""Fields of rows of one kind of answer."""


def choices(literal: Any) -> tuple[str, ...]:
    """The words of a type that has few."""
    return get_args(literal)


def record(fields: Iterable[Field[Of, Subject]], of: Of, row: Subject) -> Record:
    """A row as plain data, by the names of its fields."""
    return {field.key: field.plain(of, row) for field in fields}


def leaves(fields: Iterable[Field[Any, Any]]) -> tuple[Leaf, ...]:
    """The columns of a CSV file."""
    return tuple(leaf for field in fields for leaf in field.leaves)


def cells(fields: Iterable[Field[Of, Subject]], of: Of, row: Subject) -> Row:
    """A row of a table."""
    return tuple(field.shown(of, row) for field in fields)


def columns(fields: Iterable[Field[Any, Any]]) -> tuple[Column, ...]:
    """The columns of a table."""
    return tuple(field.column for field in fields)


def number(value: Number | Decimal | None) -> int | float | None:
    """A number as the nearest double; whole things stay whole.

    >>> from fractions import Fraction
    >>> number(Fraction(1, 4)), number(7)
    (0.25, 7)
    """
    return value if value is None or isinstance(value, int) else float(value)


def value_at(value: Any, path: Sequence[str]) -> Any:
    """What stands at a path of keys; of a list, what stands there in each of its items."""
    if not path or value is None:
        return value
    if isinstance(value, list):
        return [value_at(each, path) for each in value]
    return value_at(value.get(path[0]), path[1:])


def joined(value: Any) -> Any:
    """A value as one cell holds it: lists joined, pairs with colons; numbers stay numbers.

    >>> joined(["a", None]), joined({"gap": "no-count"}), joined([None])
    ('a; ', 'gap: no-count', '')
    """
    match value:
        case bool():
            return "true" if value else "false"
        case Mapping():
            return "; ".join(f"{name}: {code}" for name, code in value.items())
        case list():
            several = ["" if each is None else str(joined(each)) for each in value]
            return "; ".join(several) if any(several) else ""
    return value


def reasons(quantities: Mapping[str, Interval | Reason | None]) -> dict[str, str]:
    """The code of every quantity that is not there."""
    return {name: found.value for name, found in quantities.items() if isinstance(found, Reason)}
