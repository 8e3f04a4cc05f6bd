"""A plan as grids: a sheet for each kind of entry, a row for each entry, a column for each key of its model.

Figures of all rounds share a sheet; those of later rounds name their round. Where a later round says a number and
nothing else, the number stands in the row of the figure, in a column with the name of the round. Entries below
entries (accepted findings, revisions, earlier publications) have a sheet of their own, named by their key.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from qt_ict.language import LANGUAGES
from qt_ict.loading.inheritance import LEFT_OUT
from qt_ict.loading.language_codes import is_code
from qt_ict.loading.plan_languages import DECLARED, NAME
from qt_ict.loading.plan_sheets.field_kinds import ANYTHING, FieldKind, ModelKeys, keys_of
from qt_ict.loading.plan_sheets.figure_rows import figure_rows
from qt_ict.loading.plan_sheets.flat_entries import Flat, flat
from qt_ict.loading.plan_sheets.plan_files import PlainFiles, home_of, name_keys, rounds_of
from qt_ict.loading.references import REFERENCES, REFERENCES_OF_LATER_ROUNDS
from qt_ict.loading.sections import LATER_ROUND, PLAN, ROUND, SECTIONS
from qt_ict.model.entry import Entry

ID, ROUND_KEY, SECTION, CODE, KEY = "id", "round", "section", "code", "key"
"""Headings of columns that no model has: of an entry, of its round; of what an entry below another belongs to."""
FIGURES, ROUNDS = "figures", "rounds"
_TEXT = FieldKind(frozenset({"string"}))
_LEADING = ("languages", "name", "vi", "en", "value", "unit", "date", "document", "number")
"""Keys that come first in every sheet that has them; the others follow in the order of the model."""


class GridColumn(NamedTuple):
    """A column of a sheet."""

    path: str
    """The key, or keys with dots between them."""
    kind: FieldKind = _TEXT
    required: bool = False
    names: str | None = None
    """The sheet whose entries it names."""


class PlanGrid(NamedTuple):
    """A sheet of a plan."""

    name: str
    columns: tuple[GridColumn, ...]
    rows: tuple[Flat, ...]
    upright: bool = False
    """True of a sheet with one entry: its keys stand below each other."""


class _Entry(NamedTuple):
    """An entry with what its row says beside its keys."""

    leads: Flat
    """Id, round, section."""
    data: dict[str, Any]
    values: Mapping[str, Any] = MappingProxyType({})
    """Numbers of later rounds by round, which stand in its row."""


def grids(files: PlainFiles) -> list[PlanGrid]:
    """The sheets of a plan; those of entries below entries stand last."""
    main = {name: list(_entries(name, files)) for name in sheet_names()}
    shown = [name for name in main if main[name] or not _optional(name)]
    names = name_keys(files)
    found = [_grid(name, main[name], names) for name in shown]
    return [*found, *_below(main, names)]


def sheet_names() -> tuple[str, ...]:
    """The sheets of a plan, those of entries below entries left out, in their order."""
    first = ("plan", FIGURES, "indicators", "targets", ROUNDS, "units", "domains", "agencies")
    others = [name for name in SECTIONS if name != ROUND_KEY]
    return tuple(dict.fromkeys((*first, *others)))


def is_upright(name: str) -> bool:
    """True of the sheet of a section that is one entry."""
    return name in SECTIONS and SECTIONS[name].single


def _optional(name: str) -> bool:
    return name in SECTIONS and SECTIONS[name].optional


def models_of(name: str) -> tuple[type[Entry], ...]:
    """The models of the entries of a sheet; the first says which keys there are."""
    section = ROUND_KEY if name == ROUNDS else name
    if name in (FIGURES, ROUNDS):
        return ROUND[section].model, LATER_ROUND[section].model
    return (SECTIONS[section].model,)


def column_kind(name: str, path: str) -> FieldKind:
    """What stands in a column of a sheet."""
    if path in _leads(name):
        return _TEXT
    if path == DECLARED:
        return _LIST
    return next((each for model in models_of(name) if (each := keys_of(model).kind(path)).types), _beyond(path))


def _beyond(path: str) -> FieldKind:
    """What stands under a key that no model has: words, of a name or text in some language, of a proxy."""
    return _TEXT if path in (NAME, _PROXY) or is_code(path.rpartition(".")[2]) else ANYTHING


_PROXY = "proxy"
"""The key of a target that stands for its indicator and its measure."""
_LIST = FieldKind(frozenset({"array"}), items=frozenset({"string"}))


def _leads(name: str) -> tuple[str, ...]:
    """The columns of a sheet that are no keys of its entries."""
    if is_upright(name):
        return ()
    return (ID, ROUND_KEY) if name == FIGURES else (ID,)


def _entries(name: str, files: PlainFiles) -> Iterator[_Entry]:
    """The entries of a sheet."""
    if name == FIGURES:
        for row in figure_rows([(round_id, data[FIGURES]) for round_id, data in rounds_of(files)]):
            yield _Entry({ID: row.id, **({ROUND_KEY: row.round} if row.round else {})}, row.data, row.values)
    elif name == ROUNDS:
        for round_id, data in rounds_of(files):
            yield _Entry({ID: round_id}, data[ROUND_KEY])
    elif is_upright(name):
        data = files[home_of(name)]
        if name in data:
            beside = _beside(data) if name == "plan" else {}
            yield _Entry({}, {**beside, **data[name]})
    else:
        for id_, entry in files[home_of(name)].get(name, {}).items():
            yield _Entry({ID: id_}, entry)


def _beside(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the file of the plan says outside its sections."""
    return {key: value for key, value in data.items() if key not in PLAN}


def _grid(name: str, entries: list[_Entry], names: tuple[str, ...]) -> PlanGrid:
    keys = keys_of(models_of(name)[0])
    own = [{**each.leads, **flat(_without_nested(each.data, keys))} for each in entries]
    columns = list(_columns(name, (path for row in own for path in row), names))
    # Numbers of later rounds stand behind those of the first.
    rounds = sorted({each for entry in entries for each in entry.values})
    behind = 1 + next((place for place, each in enumerate(columns) if each.path == "value"), len(columns) - 1)
    columns[behind:behind] = [GridColumn(each, column_kind(name, "value")) for each in rounds]
    rows = ({**row, **entry.values} for row, entry in zip(own, entries, strict=True))
    return PlanGrid(name, tuple(columns), tuple(rows), is_upright(name))


def _without_nested(data: Mapping[str, Any], keys: ModelKeys) -> dict[str, Any]:
    return {key: value for key, value in data.items() if not keys.is_nested(key)}


def _columns(name: str, used: Iterable[str], names: tuple[str, ...]) -> Iterator[GridColumn]:
    """The columns of a sheet: id and round, names, then what is used, then what may be."""
    there = dict.fromkeys(used)
    models = [keys_of(each) for each in models_of(name)]
    leads = _leads(name)
    for lead in leads:
        yield GridColumn(lead, required=lead == ID, names=ROUNDS if lead == ROUND_KEY else None)
    required = models[0].required - LEFT_OUT.get(name, frozenset()) | {*names}
    for path in _ordered(there, dict.fromkeys(path for keys in models for path in _paths(keys, names)), leads):
        yield GridColumn(path, column_kind(name, path), path in required, _named(name, path))


def _paths(keys: ModelKeys, names: tuple[str, ...]) -> Iterator[str]:
    """The paths that an entry of a model can have at least, texts in the languages of the plan."""
    for name in keys.names:
        inside = keys.inside(name)
        if name in LANGUAGES:
            yield from names
        elif inside == LANGUAGES:
            yield from (name,) if len(names) == 1 else (f"{name}.{each}" for each in names)
        elif not keys.is_nested(name):
            yield from (f"{name}.{each}" for each in inside) if inside else (name,)


def _ordered(used: Mapping[str, None], known: Mapping[str, None], leads: tuple[str, ...]) -> list[str]:
    """Paths in the order of their columns: names and numbers first, then what is used, in the model's order."""
    model = {path.partition(".")[0]: place for place, path in reversed(list(enumerate(known)))}
    whole = {each.partition(".")[0] for each in used}
    # Of names in parts and as a whole, a plan uses one.
    offered = [path for path in known if path not in used and path.partition(".")[0] not in whole]
    paths = [*(path for path in used if path not in leads), *offered]

    def rank(path: str) -> tuple[int, bool, int]:
        top = path.partition(".")[0]
        first = _LEADING.index(path) if path in _LEADING else len(_LEADING)
        return first, path in offered, model.get(top, -1)

    return sorted(paths, key=rank)


def _named(name: str, path: str) -> str | None:
    """The sheet whose entries a key names."""
    section = ROUND_KEY if name == ROUNDS else name
    key = "indicator" if path == _PROXY else path.partition(".")[0]
    return REFERENCES.get(section, {}).get(key) or REFERENCES_OF_LATER_ROUNDS.get(section, {}).get(key)


def _below(main: Mapping[str, list[_Entry]], names: tuple[str, ...]) -> Iterator[PlanGrid]:
    """The sheets of entries below entries."""
    rows: dict[str, list[Flat]] = {}
    for name, entries in main.items():
        for key in nested_keys(name):
            rows.setdefault(key, [])
            for each in entries:
                leads = {SECTION: name, **each.leads}
                rows[key] += [{**leads, **row} for row in _inner_rows(each.data.get(key))]
    for key, found in rows.items():
        used = dict.fromkeys(path for row in found for path in row)
        yield PlanGrid(key, tuple(_inner_columns(key, used, names)), tuple(found))


def nested_keys(name: str) -> tuple[str, ...]:
    """The keys of a sheet's entries that hold entries themselves."""
    return tuple(dict.fromkeys(k for each in map(keys_of, models_of(name)) for k in each.names if each.is_nested(k)))


def _inner_rows(value: Any) -> Iterator[Flat]:
    match value:
        case dict():
            for code, entry in value.items():
                yield {CODE: code, **flat(entry)}
        case list():
            for entry in value:
                yield flat(entry)


def inner_kind(key: str, path: str) -> FieldKind:
    """What stands in a column of a sheet of entries below entries."""
    if path in (SECTION, ID, ROUND_KEY, CODE):
        return _TEXT
    home = next(name for name in sheet_names() if key in nested_keys(name))
    model = next(each for each in models_of(home) if key in keys_of(each).names)
    below = keys_of(model)
    found = below.kind(f"{key}.{'0' if below.kind(key).types == {'array'} else '*'}.{path}")
    return found if found.types else _beyond(path)


def _inner_columns(key: str, used: Mapping[str, None], names: tuple[str, ...]) -> Iterator[GridColumn]:
    homes = [name for name in sheet_names() if key in nested_keys(name)]
    yield GridColumn(SECTION, _TEXT._replace(words=tuple(homes)), required=True)
    yield GridColumn(ID, required=True)
    if FIGURES in homes:
        yield GridColumn(ROUND_KEY, names=ROUNDS)
    model = next(each for each in models_of(homes[0]) if key in keys_of(each).names)
    keys = keys_of(model)
    by_code = keys.kind(key).types != {"array"}
    if by_code:
        yield GridColumn(CODE, required=True)
    leads = (SECTION, ID, ROUND_KEY, CODE)
    within = dict.fromkeys(path for each in keys.within(key) for path in (names if each in LANGUAGES else (each,)))
    for path in _ordered(used, within, leads):
        yield GridColumn(path, inner_kind(key, path))
