"""The finding of an entry that lacks keys."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import EMPTY, Text
from qt_ict.nearest import nearest
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


def is_mistyped(key: str, said: Iterable[str], known: Iterable[str]) -> bool:
    """True of a key that one of those that an entry says was probably meant to be: it is not missing as well.

    Args:
        key: The key that is not there.
        said: The keys of the entry.
        known: Keys that such an entry may have.

    >>> is_mistyped("unit", ["unti", "value"], ["unit", "value", "note"])
    True
    """
    names = [*known, key]
    return any(key in nearest(each, names) for each in said if each not in names)


def together(findings: Sequence[Finding]) -> list[Finding]:
    """Findings with one for all keys that an entry lacks, where the first of them stands."""
    said: dict[tuple[object, ...], list[Finding]] = {}
    for each in findings:
        if each.rule is shape.MISSING_KEY:
            said.setdefault(_entry(each), []).append(each)
    found = []
    for each in findings:
        same = said.get(_entry(each), []) if each.rule is shape.MISSING_KEY else [each]
        if same and same[0] is each:
            found.append(each if len(same) == 1 else _merged(same))
    return found


def _entry(finding: Finding) -> tuple[object, ...]:
    """The entry that lacks keys: its file and its key path."""
    return (finding.place.file, *finding.at[: len(finding.at) - 1])


def _merged(found: Sequence[Finding]) -> Finding:
    """One finding for several of one entry."""
    single = [one for each in found for one in one_by_one(each)]
    listed = ", ".join(str(each.values["missing"]) for each in single)
    said, begin = _SEVERAL_KEYS
    lines = [_line(whence, list(same)) for whence, same in groupby(single, key=lambda each: each.values["whence"])]
    values = {
        "keys": said + listed,
        "lines": begin + Text.each(lambda language: ", ".join(each.say(language) for each in lines)),
        "missing": listed,
        "whence": EMPTY,
        "each": tuple(single),
    }
    return found[0]._replace(values={**found[0].values, **values})


def _line(whence: object, lacking_it: Sequence[Finding]) -> Text:
    """Keys to add, and in brackets where they could come from instead."""
    keys = ", ".join(f"{each.values['missing']}: …" for each in lacking_it)
    return keys + " (" + _bare(whence) + ")" if isinstance(whence, Text) and whence else Text.same(keys)


def _bare(text: Text) -> Text:
    return Text(text.vi.strip(), text.en.strip())


def one_by_one(finding: Finding) -> tuple[Finding, ...]:
    """The finding of missing keys as one for each of them; any other as it is."""
    if finding.rule is not shape.MISSING_KEY:
        return (finding,)
    merged = finding.values.get("each")
    if isinstance(merged, tuple):
        return merged
    keys = str(finding.values["missing"]).split(", ")
    path = finding.at[: len(finding.at) - 1]
    return tuple(finding._replace(values={**finding.values, **named([key])}, at=(*path, key)) for key in keys)


_ONE_KEY = Text("khóa ", "the key "), Text("một dòng ", "a line ")
_SEVERAL_KEYS = Text("các khóa ", "the keys "), Text("mỗi khóa một dòng: ", "a line for each: ")
