"""An entry as a row: what stands under keys below keys, by a dotted path; and back."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_KEY = re.compile("[a-z][a-z0-9_]*")
Flat = dict[str, Any]
"""Values by dotted path; what stands in a list of entries is counted from 1: ``basis.1.vi``."""


def flat(entry: Mapping[str, Any]) -> Flat:
    """The values of an entry by path; what was left empty is left out.

    >>> flat({"value": 5, "note": {"en": "x"}, "basis": ["a", {"en": "b"}], "date": None})
    {'value': 5, 'note.en': 'x', 'basis.1': 'a', 'basis.2.en': 'b'}
    """
    return dict(_leaves("", entry))


def _leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if _is_branch(value):
        inside = enumerate(value, 1) if isinstance(value, list) else value.items()
        for key, each in inside:
            yield from _leaves(f"{path}.{key}" if path else str(key), each)
    elif value is not None:
        yield path, value


def _is_branch(value: Any) -> bool:
    """True where there are keys below: keys that a path can hold, or a list with keys in it."""
    if isinstance(value, list):
        return any(isinstance(each, dict) for each in value)
    return isinstance(value, dict) and bool(value) and all(_KEY.fullmatch(str(key)) for key in value)


def nested(values: Flat) -> dict[str, Any]:
    """The entry of which these are the values.

    >>> nested({"value": 5, "note.en": "x", "basis.1": "a", "basis.2.en": "b"})
    {'value': 5, 'note': {'en': 'x'}, 'basis': ['a', {'en': 'b'}]}
    """
    top = _Branch()
    for path, value in values.items():
        _put(top, path, value)
    return {key: _with_lists(each) for key, each in top.items()}


class _Branch(dict[str, Any]):
    """Keys below a key that paths have made."""


def _put(top: _Branch, path: str, value: Any) -> None:
    """Set the value of a path; one whose beginning holds a value itself stays a key that no entry has."""
    keys = path.split(".")
    inner = top
    for key in keys[:-1]:
        below = inner.setdefault(key, _Branch())
        if not isinstance(below, _Branch):
            top[path] = value
            return
        inner = below
    inner[keys[-1]] = value


def _with_lists(value: Any) -> Any:
    """Keys that count entries become a list again."""
    if not isinstance(value, _Branch):
        return value
    inner = {key: _with_lists(each) for key, each in value.items()}
    if all(map(str.isdigit, inner)):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner
