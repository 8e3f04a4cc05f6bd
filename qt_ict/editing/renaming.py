"""An id under another name in every file of a plan: where it stands, and the texts that follow.

Each mention is replaced at its place, all else stays byte for byte; the result is read again, and is given back only
where it says exactly what was meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from qt_ict.diagnostics.refusal import Refusal, unknown
from qt_ict.editing.addition import changed
from qt_ict.editing.splice import Replacement, same, spliced, unsafe
from qt_ict.language import Text
from qt_ict.loading.folder import MAY_BE_EMPTY, Loaded
from qt_ict.loading.headings import HEADED, is_heading
from qt_ict.loading.references import REFERENCES, REFERENCES_OF_LATER_ROUNDS, names_in
from qt_ict.loading.sections import SECTIONS
from qt_ict.loading.yaml import parse
from qt_ict.model.from_baseline import from_baseline
from qt_ict.positions import EntryMarks, Key, MarkedText, Marks
from qt_ict.positions import Path as KeyPath

RENAMED = ("figures", "indicators", "targets", "units", "domains", "agencies", "duties", "sources")
"""The sections whose entries go by ids; a document goes by its number, a round by its file."""
MORE_REFERENCES = {"targets": {"proxy": "indicators"}}
"""Keys that name entries before they are read as others."""
PERCENT = "%"
"""The unit of measure that has a meaning of its own."""
_BASELINE = "from_baseline"
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")

Places = frozenset[tuple[Key, ...]]
"""Key paths."""


class NamedEntry(NamedTuple):
    """The entry that is to be renamed."""

    section: str
    id: str


class ChangedLine(NamedTuple):
    """One mention under its new name."""

    file: str
    """As the user knows it."""
    line: int
    """From 1."""
    text: str
    """The line as it is to be, without the blanks around it."""


class RenamedFile(NamedTuple):
    """A file in which an id is mentioned."""

    file: Path
    """As the user knows it."""
    read: bytes
    """What it held when it was read."""
    content: bytes
    """What it is to hold."""
    lines: tuple[ChangedLine, ...]


class _Source(NamedTuple):
    """A file of the plan as it is written."""

    file: Path
    sections: tuple[str, ...]
    references: Mapping[str, Mapping[str, str]]
    read: bytes
    mark: str
    data: Any
    text: MarkedText


def renaming(loaded: Loaded, old: str, new: str) -> tuple[RenamedFile, ...]:
    """The files of a plan with an id under another name.

    Args:
        loaded: The plan.
        old: The id, ``households``; where several entries have it, with its section: ``figures.households``.
        new: The id it is to have.

    Raises:
        Refusal: There is no such id, or several; the new one is none, or is taken; or a place cannot be changed safely.
    """
    sources = tuple(_sources(loaded))
    entry = _chosen(sources, old)
    _require_free(sources, entry, new)
    return tuple(found for each in sources if (found := _renamed(each, entry, new)))


def _sources(loaded: Loaded) -> Iterator[_Source]:
    """The files of a plan, each once, as they are on the disk.

    Raises:
        Refusal: One was changed since the plan was loaded.
    """
    first = {source.file: source for source in loaded.sources.values()}
    for file, source in first.items():
        sections = tuple(name for name, each in loaded.sources.items() if each.file == file)
        yield _source(source, sections, REFERENCES, frozenset())
    for source in loaded.rounds.values():
        if source.file not in first:
            yield _source(source, ("round", "figures"), REFERENCES_OF_LATER_ROUNDS, MAY_BE_EMPTY)


def _source(
    known: MarkedText, sections: tuple[str, ...], references: Mapping[str, Mapping[str, str]], empty: frozenset[str]
) -> _Source:
    file = Path(known.file)
    read = file.read_bytes()
    text = read.decode("utf-8", "replace")
    body = text.removeprefix(_MARK)
    if body != known.text:
        raise changed(file)
    data, marked, _ = parse(body, known.file, empty)
    return _Source(file, sections, references, read, text[: len(text) - len(body)], data, marked)


_MARK = "\ufeff"


def _entries(data: Any, section: str) -> Iterator[tuple[tuple[Key, ...], Any]]:
    """The entries of a section with their key paths, those under headings too."""
    entries = data.get(section)
    for id_, entry in entries.items() if isinstance(entries, dict) else ():
        if _is_heading(section, entry):
            yield from (((section, id_, below), each) for below, each in entry.items())
        else:
            yield (section, id_), entry


def _is_heading(section: str, entry: Any) -> bool:
    """True where what stands under a key of a section are entries, not what is said of one."""
    return section in HEADED and is_heading(section, entry)


def _named_by_headings(section: str) -> str | None:
    """The section whose entries the headings of a section name; None where it has none."""
    return REFERENCES[section][HEADED[section].key] if section in HEADED else None


def _chosen(sources: Sequence[_Source], said: str) -> NamedEntry:
    """The one entry of an id.

    Raises:
        Refusal: There is none, or there are several.
    """
    every = _ids(sources)
    section, _, rest = said.partition(".")
    if section in every and rest in every[section]:
        found = [NamedEntry(section, rest)]
    else:
        found = [NamedEntry(each, said) for each in RENAMED if said in every[each]]
    if not found:
        ids = {id_: Text.same(id_) for each in RENAMED for id_ in every[each]}
        raise unknown(Text("mục", "entry"), said, ids, "qt-ict show, qt-ict targets")
    if len(found) > 1:
        raise Refusal(
            Text("{said} là mã của {n} mục", "{said} is the id of {n} entries").fill(said=said, n=len(found)),
            Text("Nêu cả nhóm: {each}.", "Name its section too: {each}.").fill(
                each=", ".join(f"{each.section}.{each.id}" for each in found)
            ),
        )
    return found[0]


def _ids(sources: Sequence[_Source]) -> dict[str, dict[str, None]]:
    """The ids of every section that can be renamed, figures of later rounds too."""
    found: dict[str, dict[str, None]] = {each: {} for each in RENAMED}
    for source in sources:
        for section in source.sections:
            if section in found:
                found[section] |= {str(path[-1]): None for path, _ in _entries(source.data, section)}
    return found


def _require_free(sources: Sequence[_Source], entry: NamedEntry, new: str) -> None:
    """Refuse a new id that is none, or is taken.

    Raises:
        Refusal: It is so.
    """
    known = SECTIONS[entry.section]
    if PERCENT in (new, entry.id) and entry.section == "units":
        raise Refusal(
            Text("% có nghĩa riêng, không đổi mã được", "% has a meaning of its own and is not renamed"),
            Text("Đặt một đơn vị tính khác bên cạnh.", "Set another unit of measure beside it."),
        )
    if not known.ids.match(new) or not new.isprintable():
        shape = _CITED if entry.section == "sources" else _ID
        raise Refusal(Text("{new} không phải là mã", "{new} is no id").fill(new=new), shape)
    if new in _ids(sources)[entry.section]:
        where = next(
            each.text.place_of_key(path)
            for each in sources
            if entry.section in each.sections
            for path, _ in _entries(each.data, entry.section)
            if path[-1] == new
        )
        raise Refusal(
            Text("đã có {kind} mang mã {new} ({where})", "there is a {kind} with the id {new} already ({where})").fill(
                kind=known.name, new=new, where=f"{where.file}:{where.line}"
            ),
            Text("Chọn mã khác.", "Choose another id."),
        )


_ID = Text(
    "Mã gồm chữ thường không dấu, chữ số, gạch dưới, bắt đầu bằng chữ: households_with_tv.",
    "An id is lower-case letters, digits and underscores, a letter first: households_with_tv.",
)
_CITED = Text(
    "Mục được ghi như văn bản đánh số, không có khoảng trắng ở hai đầu: I.5/1.1.",
    "An item is written as the document numbers it, without blanks at its ends: I.5/1.1.",
)


def _renamed(source: _Source, entry: NamedEntry, new: str) -> RenamedFile | None:
    """A file with the id under its new name; None where it does not mention it.

    Raises:
        Refusal: It is written in a way that cannot be changed safely.
    """
    keys, values = frozenset(_keys(source, entry)), frozenset(_values(source, entry))
    if not keys and not values:
        return None
    body = source.text.text
    pieces = [
        *(_key_piece(body, _marks(source.text.marks, path), path, entry, new) for path in keys),
        *(_value_piece(body, _marks(source.text.marks, path), entry, new) for path in values),
    ]
    result = spliced(body, pieces)
    empty = MAY_BE_EMPTY if source.references is REFERENCES_OF_LATER_ROUNDS else frozenset[str]()
    after, marked, _ = parse(result, source.text.file, empty)
    if not same(after, _meant(source.data, (), keys, values, entry, new)):
        raise unsafe(f"{source.file}: {entry.id}")
    lines = sorted({body.count("\n", 0, each.start) for each in pieces})
    shown = (ChangedLine(str(source.file), each + 1, marked.text.split("\n")[each].strip()) for each in lines)
    return RenamedFile(source.file, source.read, (source.mark + result).encode("utf-8"), tuple(shown))


def _keys(source: _Source, entry: NamedEntry) -> Iterator[tuple[Key, ...]]:
    """Where the id stands as a key: of its entry, and as a heading."""
    for section in source.sections:
        if section == entry.section:
            yield from (path for path, _ in _entries(source.data, section) if path[-1] == entry.id)
        if _named_by_headings(section) == entry.section and _is_heading(section, source.data[section].get(entry.id)):
            yield section, entry.id


def _values(source: _Source, entry: NamedEntry) -> Iterator[tuple[Key, ...]]:
    """Where the id stands as a value: every mention of its entry by another."""
    for section in source.sections:
        references = {**source.references.get(section, {}), **MORE_REFERENCES.get(section, {})}
        single = SECTIONS[section].single
        held = source.data.get(section)
        for path, each in [((section,), held)] if single else list(_entries(source.data, section)):
            for at, said in _versions(path, each):
                for key, kind in references.items():
                    if kind == entry.section and key in said:
                        yield from (tuple(where) for where, name in names_in(said[key], (*at, key)) if name == entry.id)
                if entry.section == "units" and _reckoned_unit(said.get(_BASELINE)) == entry.id:
                    yield *at, _BASELINE


def _versions(path: tuple[Key, ...], entry: Any) -> Iterator[tuple[tuple[Key, ...], Mapping[str, Any]]]:
    """An entry and its revisions, each with its key path."""
    if isinstance(entry, dict):
        yield path, entry
        for index, revision in enumerate(entry.get("revisions", ())):
            yield (*path, "revisions", index), revision


def _reckoned_unit(said: Any) -> str | None:
    """The unit of measure that stands behind what is made of the baseline: +200 schools."""
    return from_baseline(said).unit if isinstance(said, str) else None


def _marks(marks: Marks, path: KeyPath) -> EntryMarks:
    """Where an entry stands that was found in the data."""
    *above, last = path
    for key in above:
        marks = marks[key].inside or {}
    return marks[last]


def _key_piece(text: str, span: EntryMarks, path: KeyPath, entry: NamedEntry, new: str) -> Replacement:
    """The stretch of a key, with its quotes where it has some."""
    if span.key is None:
        raise unsafe(str(path[-1]), span.start)
    start = span.key.index
    quoted = _QUOTED.match(text, start)
    return Replacement(start, quoted.end() if quoted else start + len(entry.id), _scalar(new))


def _value_piece(text: str, span: EntryMarks, entry: NamedEntry, new: str) -> Replacement:
    """The stretch of a value; of what is made of the baseline only the unit of measure at its end."""
    start, end = span.start.index, span.end.index
    written = text[start:end]
    if written.strip("\"'") == entry.id:
        return Replacement(start, end, _scalar(new))
    return Replacement(start, end, re.sub(rf"\b{re.escape(entry.id)}\b(?=\W*\Z)", new, written))


def _scalar(id_: str) -> str:
    """An id as YAML writes it: bare where every reader takes it for text, else in quotes.

    >>> _scalar("households"), _scalar("no"), _scalar("1.1")
    ('households', '"no"', '"1.1"')
    """
    data, _, findings = parse(f"{{{id_}: [{id_}]}}", "")
    if not findings and data == {id_: [id_]}:
        return id_
    return '"' + id_.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _meant(data: Any, path: tuple[Key, ...], keys: Places, values: Places, entry: NamedEntry, new: str) -> Any:
    """The data as they are to be."""
    if isinstance(data, dict):
        return {
            new if (*path, key) in keys else key: _meant(each, (*path, key), keys, values, entry, new)
            for key, each in data.items()
        }
    if isinstance(data, list):
        return [_meant(each, (*path, index), keys, values, entry, new) for index, each in enumerate(data)]
    if path not in values:
        return data
    return new if data == entry.id else data.removesuffix(entry.id) + new
