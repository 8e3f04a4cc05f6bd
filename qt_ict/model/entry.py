"""What every entry of a data file shares: strict fields, names in both languages."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError, core_schema

from qt_ict.language import Text


class Read:
    """How a field is read: a function from plain data to the field's value, nothing else."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """The function alone: pydantic builds nothing for the type, which start-up would pay for."""
        return core_schema.no_info_plain_validator_function(self.function)


_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
LONGEST = 500
"""Longest line of text [characters]."""


def words(value: Any) -> str:
    """One line of text that is not blank, without characters that hide or turn others.

    Raises:
        PydanticCustomError: ``string_type`` for anything else, ``string_too_long`` beyond LONGEST.
    """
    if type(value) is not str or not value.strip() or _HIDDEN.search(value):
        raise PydanticCustomError("string_type", "not one line of text")
    if len(value) > LONGEST:
        raise PydanticCustomError("string_too_long", "too long")
    return value


Words = Annotated[str, Read(words)]
"""One line of text."""

Id = Words
"""The id of another entry."""

Ids = Annotated[tuple[Id, ...], Field(strict=False)]
"""Ids of other entries."""


class Entry(BaseModel):
    """An entry of a data file: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Remark(Entry):
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


NumberField = Annotated[int | Decimal, Read(number)]
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


OneOrMore = Annotated[tuple[str, ...], Read(one_or_more)]
"""One piece of text or a list of them."""


def said(value: Any) -> Text:
    """One line of text for both languages, or one in each.

    Raises:
        PydanticCustomError: ``said`` for anything else.

    >>> said({"vi": "Hai số liệu", "en": "Two figures"}).en, said("398/QĐ-UBND").vi
    ('Two figures', '398/QĐ-UBND')
    """
    if isinstance(value, str):
        return Text(words(value), words(value))
    if isinstance(value, dict) and set(value) == {"vi", "en"}:
        return Text(words(value["vi"]), words(value["en"]))
    raise PydanticCustomError("said", "neither text nor vi and en")


class Accepted(Entry):
    """Why a finding at an entry is accepted as it is."""

    why: Annotated[Text, Read(said)]
    """The reason, for every reader of the results."""
    seen: Annotated[tuple[NumberField, ...], Field(strict=False)] = ()
    """The numbers it was accepted for, in the order in which the finding names them."""


class Listed(Named):
    """An entry of a section: it can carry accepted exceptions."""

    accept: dict[str, Accepted] = {}
    """Accepted exceptions by code of the finding."""
