"""What every entry of a data file shares: strict fields, names in both languages."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from qt_ict.language import PlanText, Text


class Read:
    """How a field is read: a function from plain data to the field's value, and what it accepts."""

    def __init__(self, function: Callable[[Any], Any], accepts: dict[str, Any]) -> None:
        self.function = function
        self.accepts = accepts
        """The JSON Schema of what the function accepts; it may accept less where a schema cannot say so."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """The function alone: pydantic builds nothing for the type, which start-up would pay for."""
        return core_schema.no_info_plain_validator_function(self.function)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """What the function accepts; pydantic cannot know."""
        return dict(self.accepts)


OF_KEY = "[key]"
"""Last part of the path to what is wrong with a key itself, as pydantic has it."""

PartRead = TypeVar("PartRead")


class Faults:
    """What is wrong with the parts of one value, each at its own place, so that all are said at once."""

    def __init__(self) -> None:
        self._found: list[InitErrorDetails] = []

    def read(self, function: Callable[[Any], PartRead], value: Any, at: tuple[str | int, ...]) -> PartRead | None:
        """What a function makes of a part; None where it refuses it.

        Args:
            function: Reads a part, as the function of a ``Read`` does.
            value: The part as plain data.
            at: Its key path in the value.
        """
        try:
            return function(value)
        except PydanticCustomError as error:
            self._found.append({"type": error, "loc": at, "input": value})
            return None

    def refuse(self) -> None:
        """Nothing where every part could be read.

        Raises:
            ValidationError: All that could not, which the entry takes over as its own.
        """
        if self._found:
            raise ValidationError.from_exception_data("parts", self._found)


HIDDEN = r"\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069"
"""Characters that hide or turn others, as ranges that Python and JavaScript read alike."""
_HIDDEN = re.compile(f"[{HIDDEN}]")
LONGEST = 500
"""Longest line of text [characters]."""

WORDS: dict[str, Any] = {
    "type": "string",
    "minLength": 1,
    "maxLength": LONGEST,
    "pattern": rf"^[^{HIDDEN}]*[^\s{HIDDEN}][^{HIDDEN}]*$",
    # Not of the standard, which lets it be: editors show it instead of the pattern.
    "patternErrorMessage": "Expected one line of text that is not blank, without hidden characters.",
}
"""What ``words`` accepts."""


def words(value: Any) -> str:
    """One line of text that is not blank, without characters that hide or turn others.

    Raises:
        PydanticCustomError: ``string_type`` for anything else, ``string_too_long`` beyond LONGEST.
    """
    if type(value) not in (str, PlanText) or not value.strip() or _HIDDEN.search(value):
        raise PydanticCustomError("string_type", "not one line of text")
    if len(value) > LONGEST:
        raise PydanticCustomError("string_too_long", "too long")
    line: str = value
    return line


Words = Annotated[str, Read(words, WORDS)]
"""One line of text."""

Id = Words
"""The id of another entry."""

Ids = Annotated[tuple[Id, ...], Field(strict=False)]
"""Ids of other entries."""


class Entry(BaseModel):
    """An entry of a data file: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class NoteEntry(Entry):
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
    found = signed_number(value)
    if found < 0:
        raise PydanticCustomError("negative", "less than 0")
    return found


def signed_number(value: Any) -> int | Decimal:
    """A number, as its digits were written; whether it may be below 0 its unit of measure says.

    Raises:
        PydanticCustomError: ``number`` for anything else.
    """
    if type(value) is not int and type(value) is not Decimal:
        raise PydanticCustomError("number", "not a number")
    return value


SIGNED: dict[str, Any] = {"type": "number"}
"""What ``signed_number`` accepts."""

SignedField = Annotated[int | Decimal, Read(signed_number, SIGNED)]
"""A number, below 0 where its unit of measure allows that."""


def positive(value: Any) -> int | Decimal:
    """A number above 0, as its digits were written.

    Raises:
        PydanticCustomError: ``positive`` for 0, else as ``number``.
    """
    found = number(value)
    if found == 0:
        raise PydanticCustomError("positive", "not above 0")
    return found


POSITIVE: dict[str, Any] = {"type": "number", "exclusiveMinimum": 0}
"""What ``positive`` accepts."""

PositiveField = Annotated[int | Decimal, Read(positive, POSITIVE)]
"""A number above 0."""


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


_NOT_BLANK: dict[str, Any] = {"pattern": r"\S", "patternErrorMessage": "Expected text that is not blank."}

LIST: dict[str, Any] = {"minItems": 1, "items": {"type": "string", **_NOT_BLANK}}
"""What a list of texts is."""

ONE_OR_MORE: dict[str, Any] = {"type": ["string", "array"], **_NOT_BLANK, **LIST}
"""What ``one_or_more`` accepts."""

OneOrMore = Annotated[tuple[str, ...], Read(one_or_more, ONE_OR_MORE)]
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


SAID: dict[str, Any] = {
    **WORDS,
    "type": ["string", "object"],
    "properties": {"vi": {"description": "In Vietnamese.", **WORDS}, "en": {"description": "In English.", **WORDS}},
    "required": ["vi", "en"],
    "additionalProperties": False,
}
"""What ``said`` accepts."""

Said = Annotated[Text, Read(said, SAID)]
"""One line of text for both languages, or one in each."""

_CODE = re.compile("QT[3-8][0-9]{2}")


def code(value: Any) -> str:
    """The code of a rule whose findings can be accepted: one that speaks of what the numbers mean.

    Raises:
        PydanticCustomError: ``code`` for anything else.
    """
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise PydanticCustomError("code", "no code of such a rule")
    return value


CODE: dict[str, Any] = {"type": "string", "pattern": f"^{_CODE.pattern}$"}
"""What ``code`` accepts."""


def numbers_seen(value: Any) -> tuple[int | Decimal | str, ...]:
    """What an exception was given for: numbers, each behind its comparator where it has one.

    Raises:
        PydanticCustomError: ``seen`` for anything else.

    >>> numbers_seen(["more_than", 80, Decimal("67.31")])
    ('more_than', 80, Decimal('67.31'))
    """
    if isinstance(value, list) and all(_is_word(each) if isinstance(each, str) else _counts(each) for each in value):
        return tuple(value)
    raise PydanticCustomError("seen", "neither numbers nor comparators")


def _counts(value: Any) -> bool:
    return type(value) in (int, Decimal)


def _is_word(value: str) -> bool:
    return value.isascii() and value.isidentifier()


SEEN: dict[str, Any] = {
    "type": "array",
    "items": {"type": ["number", "string"], "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"},
}
"""What ``seen`` accepts."""


class Accepted(Entry):
    """Why a finding at an entry is accepted as it is."""

    why: Said
    """The reason, for every reader of the results."""
    seen: Annotated[tuple[int | Decimal | str, ...], Read(numbers_seen, SEEN)] = ()
    """The numbers it was accepted for, as the finding offers them, each behind its comparator where it has one."""


ExceptionCode = Annotated[str, Read(code, CODE)]
"""The code of a rule whose findings can be accepted."""


class Acceptable(Entry):
    """An entry at which findings can be accepted."""

    accept: dict[ExceptionCode, Accepted] = {}
    """Accepted exceptions by code of the finding."""


class Listed(Acceptable, Named):
    """An entry of a section."""
