"""What every entry of a data file shares: strict fields, names in both languages."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

from qt_ict.language import Text

Words = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f]*[^\s\x00-\x1f][^\x00-\x1f]*$", max_length=500)]
"""One line of text that is not blank."""

Id = Annotated[str, StringConstraints(min_length=1, max_length=100)]
"""The id of another entry."""

Ids = Annotated[tuple[Id, ...], Field(strict=False)]
"""Ids of other entries."""


class Entry(BaseModel):
    """An entry of a data file: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Note(Entry):
    """A remark shown with the results."""

    vi: Words
    """In Vietnamese."""
    en: Words
    """In English."""

    @property
    def text(self) -> Text:
        """The remark in both languages."""
        return Text(self.vi, self.en)


class Named(Entry):
    """An entry with a name in both languages."""

    vi: Words
    """Name in Vietnamese."""
    en: Words
    """Name in English."""

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return Text(self.vi, self.en)


def number(value: Any) -> int | Decimal:
    """A number that is not negative, as its digits were written.

    Raises:
        PydanticCustomError: ``number`` for anything else, ``negative`` below 0.
    """
    if type(value) is not int and type(value) is not Decimal:
        raise PydanticCustomError("number", "not a number")
    if value < 0:
        raise PydanticCustomError("negative", "less than 0")
    return value


NumberField = Annotated[int | Decimal, PlainValidator(number)]
"""A number that is not negative."""


def one_or_more(value: Any) -> tuple[str, ...]:
    """One piece of text, or a list of them, as a tuple.

    Raises:
        PydanticCustomError: ``text_or_list`` for anything else.

    >>> one_or_more("I.4"), one_or_more(["III.2.3", "IV.3"])
    (('I.4',), ('III.2.3', 'IV.3'))
    """
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(each, str) and each.strip() for each in values):
        raise PydanticCustomError("text_or_list", "neither text nor a list of text")
    return tuple(values)


OneOrMore = Annotated[tuple[str, ...], PlainValidator(one_or_more)]
"""One piece of text or a list of them."""
