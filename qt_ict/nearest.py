"""The names nearest to one that does not exist."""

from collections.abc import Iterable

from qt_ict.language import Text


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Up to three known names that resemble a name, best first.

    >>> nearest("houshold", ["households", "radio", "household_size"])
    ['households', 'household_size']
    """
    # Imported here: only an error pays for it.
    from difflib import get_close_matches

    candidates = list(known)
    by_folded = {folded(each): each for each in reversed(candidates)}
    found = [by_folded[each] for each in get_close_matches(folded(name), by_folded, n=3, cutoff=0.6)]
    containing = [each for each in candidates if len(name) > 2 and folded(name) in folded(each)]
    return list(dict.fromkeys((*found, *containing)))[:3]


def folded(name: str) -> str:
    """A name without accents, case and separators, for comparison.

    >>> folded("Hộ có máy thu-hình") == folded("ho_co_may_thu_hinh")
    True
    """
    from unicodedata import combining, normalize

    letters = normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not combining(letter)).replace("-", "_").replace(" ", "_")


def suggestion(name: str, known: Iterable[str]) -> Text:
    """A sentence that names the nearest names; empty without any.

    >>> suggestion("tvv", ["tv", "radio"]).en
    'Did you mean tv? '
    """
    return did_you_mean(nearest(name, known))


def did_you_mean(found: list[str]) -> Text:
    """A sentence that offers names; empty without any."""
    if not found:
        return Text("", "")
    return Text(f"Có phải là {' hay '.join(found)}? ", f"Did you mean {' or '.join(found)}? ")
