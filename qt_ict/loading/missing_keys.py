"""The finding of an entry that lacks keys."""

from collections.abc import Sequence

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import EMPTY, Text
from qt_ict.positions import MarkedText, Path


def lacking(source: MarkedText, path: Path, keys: Sequence[str], where: Text, whence: Text = EMPTY) -> Finding:
    """The finding of an entry that lacks some keys, all of them named.

    Args:
        source: Its file.
        path: Its key path.
        keys: What it lacks.
        where: What it is called.
        whence: Where the keys could come from instead.
    """
    said, lines = _ONE_KEY if len(keys) == 1 else _SEVERAL_KEYS
    values = {
        "where": where,
        "keys": said + ", ".join(keys),
        "lines": lines + ", ".join(f"{key}: …" for key in keys),
        "whence": whence,
    }
    return Finding(shape.MISSING_KEY, source.place_of_key(path), values, at=(*path, *keys[:1]))


_ONE_KEY = Text("khóa ", "the key "), Text("một dòng ", "a line ")
_SEVERAL_KEYS = Text("các khóa ", "the keys "), Text("mỗi khóa một dòng: ", "a line for each: ")
