"""How a sheet is written, as people declare it: never guessed."""

import re
from collections.abc import Mapping
from typing import NamedTuple, get_args

from qt_ict.arithmetic.numerals import Convention
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.model.incoming import FlagName


class HowRead(NamedTuple):
    """What is declared of a sheet."""

    convention: Convention | None = None
    """How its numbers are written; None where nobody said."""
    columns: Mapping[str, str] = {}
    """What its headings mean: a role, or the date of the numbers below."""
    flags: Mapping[str, FlagName] = {}
    """What the letters beside its numbers mean."""


def declared_flags(text: str) -> dict[str, FlagName]:
    """What ``--flags`` says: letter by letter, those of Eurostat without their meaning.

    Raises:
        Refusal: It cannot be read.

    >>> declared_flags("p, s=estimated")
    {'p': 'provisional', 's': 'estimated'}
    """
    found: dict[str, FlagName] = {}
    for each in text.split(","):
        letter, told, meaning = (part.strip() for part in each.partition("="))
        name = next((name for name in _NAMES if name == meaning), None) if told else _OF_EUROSTAT.get(letter)
        if name is None or not re.fullmatch("[A-Za-z]{1,3}", letter):
            raise Refusal(
                Text("--flags: không hiểu {text}", "--flags: {text} cannot be read").fill(text=text),
                Text(
                    "Viết p, e, b, hoặc chữ=nghĩa; nghĩa là {names}.",
                    "Write p, e, b, or letter=meaning; a meaning is one of {names}.",
                ).fill(names=", ".join(_NAMES)),
            )
        found[letter] = name
    return found


_NAMES: tuple[FlagName, ...] = get_args(FlagName)
_OF_EUROSTAT: dict[str, FlagName] = {"p": "provisional", "e": "estimated", "b": "break"}
"""The letters that Eurostat publishes beside its numbers."""
