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
    values = {"where": where, "whence": whence, **named(keys)}
    return Finding(shape.MISSING_KEY, source.place_of_key(path), values, at=(*path, *keys[:1]))


def named(keys: Sequence[str]) -> dict[str, object]:
    """Missing keys as a finding says them, and one by one."""
    said, lines = _ONE_KEY if len(keys) == 1 else _SEVERAL_KEYS
    listed = ", ".join(keys)
    return {"keys": said + listed, "lines": lines + ", ".join(f"{key}: …" for key in keys), "missing": listed}


def one_by_one(finding: Finding) -> tuple[Finding, ...]:
    """The finding of missing keys as one for each of them; any other as it is."""
    if finding.rule is not shape.MISSING_KEY:
        return (finding,)
    keys = str(finding.values["missing"]).split(", ")
    path = finding.at[: len(finding.at) - 1]
    return tuple(finding._replace(values={**finding.values, **named([key])}, at=(*path, key)) for key in keys)


_ONE_KEY = Text("khóa ", "the key "), Text("một dòng ", "a line ")
_SEVERAL_KEYS = Text("các khóa ", "the keys "), Text("mỗi khóa một dòng: ", "a line for each: ")
