"""The sheets that a plan is fed from: what they call their columns, remembered from one to the next."""

import datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import Field
from pydantic_core import PydanticCustomError

from qt_ict.model.entry import Entry, Read, Words
from qt_ict.model.figures import published_date

ColumnRole = Literal["figure", "value", "flag", "note", "date", "unit", "comparator", "unused"]
"""What a column is; ``unused`` is left alone, and said to be."""
ROLES: tuple[ColumnRole, ...] = get_args(ColumnRole)
FlagName = Literal["provisional", "estimated", "break"]
"""What a letter beside a number can mean."""


def column_meaning(value: Any) -> str:
    """What a column is: a role, or the year, month or day that its numbers are of.

    Raises:
        PydanticCustomError: ``column_meaning`` for anything else.

    >>> column_meaning("value"), column_meaning(2024), column_meaning(datetime.date(2024, 6, 30))
    ('value', '2024', '2024-06-30')
    """
    if value in ROLES:
        return str(value)
    try:
        published_date(value)
    except PydanticCustomError:
        raise PydanticCustomError("column_meaning", "no meaning of a column") from None
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


COLUMN_MEANING: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": f"^(?:{'|'.join(ROLES)}|(?:19|20)[0-9]{{2}}(?:-[0-9]{{2}}){{0,2}})$",
    "minimum": 1900,
    "maximum": 2099,
    "examples": ["figure", "value", 2024],
}
"""What ``column_meaning`` accepts."""


class SheetForm(Entry):
    """How the sheets are written that `round add` reads."""

    columns: dict[Words, Annotated[str, Read(column_meaning, COLUMN_MEANING)]] = Field(default_factory=dict)
    """What their headings mean: figure, value, flag, note, date, unit, comparator, unused, or the date of the numbers
    below; `--columns` adds to it."""
    flags: dict[Words, FlagName] = Field(default_factory=dict)
    """What the letters beside their numbers mean: p is provisional; `--flags` adds to it."""


UNSAID = SheetForm.model_construct(columns={}, flags={})
"""Where nobody has said how they are written."""
