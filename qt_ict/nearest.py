"""Names that resemble each other: the nearest to one that does not exist, and those that read alike."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from qt_ict.language import EMPTY, Text


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Up to three known names that resemble a name, best first; none of what is too long to be one.

    >>> nearest("houshold", ["households", "radio", "household_size"])
    ['households', 'household_size']
    """
    if len(name) > _LONGEST:
        return []
    # Imported here: only an error pays for it.
    from difflib import get_close_matches

    candidates = list(known)
    by_folded = {folded(each): each for each in reversed(candidates)}
    found = [by_folded[each] for each in get_close_matches(folded(name), by_folded, n=3, cutoff=0.6)]
    containing = [each for each in candidates if len(name) > 2 and folded(name) in folded(each)]
    return list(dict.fromkeys((*found, *containing)))[:3]


_LONGEST = 500
"""Longest text that may be a name, and is compared with others [characters]."""


def folded(name: str) -> str:
    """A name without accents, case and separators, for comparison.

    >>> folded("Hộ có máy thu-hình") == folded("ho_co_may_thu_hinh")
    True
    """
    from unicodedata import combining, normalize

    letters = normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not combining(letter)).replace("-", "_").replace(" ", "_")


_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The tone marks of Vietnamese, as characters of their own."""


def as_read(name: str) -> str:
    """A name without differences that no reader means: case, blanks, where a tone mark stands (hoà, hòa).

    >>> as_read("Hộ có  điện thoại hoà mạng") == as_read("hộ có điện thoại hòa mạng"), as_read("xã") == as_read("xạ")
    (True, False)
    """
    from unicodedata import normalize

    return " ".join(map(_toned_last, normalize("NFD", name.casefold().translate(_TWINS)).split()))


_TWINS = str.maketrans("ð", "đ")
"""A letter of other languages that looks in capitals as one of Vietnamese does: Ð, Đ."""


@lru_cache(maxsize=4096)
def _toned_last(word: str) -> str:
    """A decomposed word with its tone marks at the end; the names of a plan share most of their words."""
    letters = word.translate(_WITHOUT_TONES)
    if len(letters) == len(word):
        return word
    return letters + "".join(letter for letter in word if letter in _TONES)


_WITHOUT_TONES = str.maketrans("", "", _TONES)


_MARKS = re.compile(r"[\s⁰¹²³⁴⁵⁶⁷⁸⁹]+\Z")
"""Footnote marks, which go along when a name is copied from a table."""


def as_id(said: str) -> str:
    """What somebody typed as the id that it may be: any case, - for _.

    >>> as_id(" Households-With-TV ²")
    'households_with_tv'
    """
    return _MARKS.sub("", said).strip().casefold().replace("-", "_")


def is_called(name: Text, said: str) -> bool:
    """True where a reader means a name, whatever its case, blanks, composition and places of tone marks."""
    wanted = as_read(_MARKS.sub("", said))
    return bool(wanted) and wanted in map(as_read, name)


def ids_meant(said: str, known: Mapping[str, Text]) -> list[str]:
    """The ids that a reader means who typed an id, or without one a name in either language.

    >>> ids_meant("TIVI", {"tv": Text("Ti vi", "Television"), "tivi": Text("Tivi", "TV set")})
    ['tivi']
    >>> ids_meant("ti  vi", {"tv": Text("Ti vi", "Television"), "tivi": Text("Tivi", "TV set")})
    ['tv']
    """
    wanted = as_id(said)
    by_id = [id_ for id_ in known if id_.casefold().replace("-", "_") == wanted]
    return by_id or [id_ for id_, name in known.items() if is_called(name, said)]


def suggestion(name: str, known: Iterable[str]) -> Text:
    """A sentence that names the nearest names; empty without any.

    >>> suggestion("tvv", ["tv", "radio"]).en
    'Did you mean tv? '
    """
    return did_you_mean(nearest(name, known))


def did_you_mean(found: list[str]) -> Text:
    """A sentence that offers names; empty without any."""
    if not found:
        return EMPTY
    return Text(f"Có phải là {' hay '.join(found)}? ", f"Did you mean {' or '.join(found)}? ")
