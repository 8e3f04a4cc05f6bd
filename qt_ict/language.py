"""Vietnamese and English: texts that exist in both, and numbers written the reader's way."""

from decimal import Decimal
from typing import Literal, NamedTuple

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


class Text(NamedTuple):
    """One text in both languages; ``{name}`` marks a value to be filled in."""

    vi: str
    en: str

    def say(self, language: Language) -> str:
        """The text in one language."""
        return self.vi if language == "vi" else self.en

    def fill(self, **values: object) -> "Text":
        """The text with its ``{names}`` replaced, each value written the reader's way.

        >>> Text("thiếu {n} hộ", "{n} households short").fill(n=7543)
        Text(vi='thiếu 7.543 hộ', en='7,543 households short')
        """
        return Text(*(_filled(self.say(language), values, language) for language in LANGUAGES))


EMPTY = Text("", "")


def number(value: int | Decimal, language: Language) -> str:
    """A number with the decimal and thousands signs of the language, digits as given.

    >>> number(145470, "vi"), number(145470, "en")
    ('145.470', '145,470')
    >>> number(Decimal("45.60"), "vi")
    '45,60'
    """
    written = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    written = written.replace("-", "\N{MINUS SIGN}")
    if language == "vi":
        return written.translate(_SWAPPED_SIGNS)
    return written


_SWAPPED_SIGNS = str.maketrans(",.", ".,")


def _filled(template: str, values: dict[str, object], language: Language) -> str:
    written = {name: _written(value, language) for name, value in values.items()}
    return template.format(**written)


def _written(value: object, language: Language) -> str:
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, int | Decimal):
        return number(value, language)
    return str(value)
