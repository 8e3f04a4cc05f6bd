"""A table for programs: its fields, what they may hold, and its rows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from qt_ict.language import Text
from qt_ict.model.entry import Named, NoteEntry
from qt_ict.report.field import FieldType, Leaf

Entries = Mapping[str, Any]
"""A row, by the paths of its columns."""


def column(
    name: str,
    about: str,
    kind: FieldType = "string",
    *,
    required: bool = False,
    words: tuple[str, ...] = (),
    names: str = "",
) -> Leaf:
    """A column of a table.

    Args:
        name: Its heading.
        about: What it holds, in a line.
        kind: What kind of value that is.
        required: True where every row has it.
        words: All that it may hold, where these are few.
        names: The table whose entries it names.
    """
    return Leaf(name, about, kind, words, names, required)


class Link(NamedTuple):
    """Fields that together name an entry of a table."""

    fields: tuple[str, ...]
    table: str
    theirs: tuple[str, ...]


class Resource(NamedTuple):
    """Rows under fields."""

    name: str
    about: str
    fields: tuple[Leaf, ...]
    rows: Sequence[Entries]
    key: tuple[str, ...] = ()
    """The fields that tell its rows apart."""
    links: tuple[Link, ...] = ()
    """What it names by several fields at once."""


NAMES = (column("name", "Name", "plan_text", required=True),)


def named(entry: Named) -> Entries:
    """The fields of ``NAMES``."""
    return {"name": entry.name.by_language}


def both(name: str, about: str) -> tuple[Leaf]:
    """The fields of a text in the languages of the plan."""
    return (column(name, about, "plan_text"),)


def said(name: str, text: Text | NoteEntry | None) -> Entries:
    """The fields of ``both``; nothing where nothing is said."""
    found = text.text if isinstance(text, NoteEntry) else text
    return {name: found.by_language} if found else {}


def digits(value: int | Decimal | None) -> str | None:
    """A number with the digits it was written with.

    >>> digits(4170), digits(Decimal("45.650")), digits(Decimal("1E+3"))
    ('4170', '45.650', '1000')
    """
    if value is None:
        return None
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
