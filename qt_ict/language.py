"""Vietnamese and English: texts that exist in both, and numbers written the reader's way."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


class PlanText(str):
    """What a plan says in languages of its own, as one half of a ``Text``; what is made of it is plain text.

    >>> PlanText("Ménages", {"fr": "Ménages", "de": "Haushalte"}).own["de"]
    'Haushalte'
    """

    __slots__ = ("own",)

    own: Mapping[str, str]
    """The same by the codes of the plan's languages."""

    def __new__(cls, said: str, own: Mapping[str, str]) -> "PlanText":
        """What is shown in one of the tool's languages, and what stands in the plan's."""
        made = super().__new__(cls, said)
        made.own = dict(own)
        return made


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; ``{name}`` marks a value to be filled in.

    >>> Text("thiếu", "short of") + " 95%"
    Text(vi='thiếu 95%', en='short of 95%')
    """

    vi: str
    en: str

    @classmethod
    def same(cls, words: object) -> "Text":
        """What is written alike in both languages: a number of a document, an id, a sign."""
        return cls(str(words), str(words))

    @classmethod
    def each(cls, say: Callable[[Language], str]) -> "Text":
        """The text that a function says in each language."""
        return cls(say("vi"), say("en"))

    def say(self, language: Language) -> str:
        """The text in one language."""
        return self.vi if language == "vi" else self.en

    @property
    def by_language(self) -> dict[str, str]:
        """The text by language: what a plan says in the plan's, what the tool says in its own two.

        >>> Text("hộ", "households").by_language
        {'vi': 'hộ', 'en': 'households'}
        """
        return dict(self.vi.own) if isinstance(self.vi, PlanText) else {"vi": str(self.vi), "en": str(self.en)}

    def fill(self, **values: object) -> "Text":
        """The text with its ``{names}`` replaced, each value written the reader's way.

        >>> Text("thiếu {n} hộ", "{n} households short").fill(n=7543)
        Text(vi='thiếu 7.543 hộ', en='7,543 households short')
        """
        return Text.each(lambda language: _filled(self.say(language), values, language))

    def __add__(self, other: "Text | str") -> "Text":
        return Text(self.vi + other, self.en + other) if isinstance(other, str) else _beside(self, other)

    def __radd__(self, other: str) -> "Text":
        return Text(other + self.vi, other + self.en)

    def __bool__(self) -> bool:
        return bool(self.vi or self.en)

    def __iter__(self) -> Iterator[str]:
        """Every wording that people may know it by: in the tool's languages, and in the plan's own."""
        return iter(dict.fromkeys((self.vi, self.en, *self.by_language.values())))


def _beside(left: Text, right: Text) -> Text:
    return Text(left.vi + right.vi, left.en + right.en)


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
