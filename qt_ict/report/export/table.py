"""A table for programs: its fields, what they may hold, and its rows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args

from qt_ict.language import Text
from qt_ict.model.entry import Named, Remark

FieldType = Literal["string", "integer", "number", "boolean", "date", "year"]

Record = Mapping[str, Any]
"""A row, by the names of its fields."""


class Field(NamedTuple):
    """A column."""

    name: str
    """Its heading; a dot leads into what stands under a name."""
    about: str
    """What it holds, in a line."""
    type: FieldType = "string"
    required: bool = False
    words: tuple[str, ...] = ()
    """All that it may hold, where these are few."""
    names: str = ""
    """The table whose entries it names."""


class Link(NamedTuple):
    """Fields that together name an entry of a table."""

    fields: tuple[str, ...]
    table: str
    theirs: tuple[str, ...]


class Table(NamedTuple):
    """Rows under fields."""

    name: str
    about: str
    fields: tuple[Field, ...]
    rows: Sequence[Record]
    key: tuple[str, ...] = ()
    """The fields that tell its rows apart."""
    links: tuple[Link, ...] = ()
    """What it names by several fields at once."""


NAMES = (
    Field("name_vi", "Name in Vietnamese.", required=True),
    Field("name_en", "Name in English.", required=True),
)


def named(entry: Named) -> dict[str, str]:
    """The fields of ``NAMES``."""
    return {"name_vi": entry.vi, "name_en": entry.en}


def both(name: str, about: str) -> tuple[Field, Field]:
    """The fields of a text in both languages."""
    return Field(f"{name}_vi", f"{about}, in Vietnamese."), Field(f"{name}_en", f"{about}, in English.")


def said(name: str, text: Text | Remark | None) -> dict[str, str]:
    """The fields of ``both``; nothing where nothing is said."""
    return {f"{name}_vi": text.vi, f"{name}_en": text.en} if text else {}


def digits(value: int | Decimal | None) -> str | None:
    """A number with the digits it was written with.

    >>> digits(4170), digits(Decimal("45.650")), digits(Decimal("1E+3"))
    ('4170', '45.650', '1000')
    """
    if value is None:
        return None
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def words(literal: Any) -> tuple[str, ...]:
    """The words of a type that has few."""
    return get_args(literal)
