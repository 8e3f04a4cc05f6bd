"""A data file as plain data, before its entries are typed."""

from typing import Any, NamedTuple

from qt_ict.loading.sections import Sections
from qt_ict.positions import MarkedText


class Parsed(NamedTuple):
    """Sections, text and plain data of one file."""

    sections: Sections
    source: MarkedText
    data: Any


def copied(data: Any) -> Any:
    """Plain data that can be filled in without changing what was read."""
    if isinstance(data, dict):
        return {key: copied(each) for key, each in data.items()}
    return [copied(each) for each in data] if isinstance(data, list) else data
