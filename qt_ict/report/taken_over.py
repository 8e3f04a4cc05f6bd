"""What an entry leaves to another one, and where that says it."""

from typing import Any, NamedTuple

from qt_ict.language import LANGUAGES, Text
from qt_ict.loading.folder import Loaded
from qt_ict.positions import MarkedText, SaidAt
from qt_ict.report.field import Field
from qt_ict.wording.quantities import listed


class TakenOver(NamedTuple):
    """One thing that an entry does not say itself."""

    key: str
    """``name`` for a name, in whatever language."""
    origin: SaidAt


def taken_over(source: MarkedText, section: str, name: str) -> list[TakenOver]:
    """What an entry takes over, each thing once, always in the same order."""
    origins = ((key, source.origins.get((section, name, _FIRST.get(key, key)))) for key in _KEYS)
    return [TakenOver(key, origin) for key, origin in origins if origin is not None]


_KEYS = ("name", "unit", "source", "domain", "agency", "measure", "denominator", "factor", "conflicts_with")
"""All that an entry may leave to another one."""
_FIRST = {"name": LANGUAGES[0]}


def of_figure(loaded: Loaded, name: str) -> list[TakenOver]:
    """What a figure takes over, in the round that it is seen in."""
    return taken_over(loaded.rounds[loaded.home_of(name)], "figures", name)


def of_entry(loaded: Loaded, section: str, name: str) -> list[TakenOver]:
    """What an indicator or a target takes over."""
    return taken_over(loaded.sources[section], section, name)


def taken_over_text(found: list[TakenOver]) -> Text:
    """The same in words: the keys, each group behind the entry and the line that say it."""
    by_place: dict[SaidAt, list[str]] = {}
    for each in found:
        by_place.setdefault(each.origin, []).append(each.key)
    return listed(
        (
            Text.same(f"{', '.join(keys)}: {origin.entry} ({origin.file}:{origin.line})")
            for origin, keys in by_place.items()
        ),
        "; ",
    )


TAKEN_OVER: tuple[Field[Any, TakenOver], ...] = (
    Field("key", "the key that is left out; `name` for the name", lambda _, each: each.key),
    Field("entry", "the entry, or the heading, that says it", lambda _, each: each.origin.entry),
    Field("file", "the file where it says so", lambda _, each: each.origin.file),
    Field("line", "the line", lambda _, each: each.origin.line, "integer"),
)
"""What is said of one thing taken over."""
