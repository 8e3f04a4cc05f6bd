"""What every key of an entry accepts, found in its model: a new key of a model needs nothing here."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from qt_ict.model.entry import Entry

ModelSchema = Mapping[str, Any]


class FieldKind(NamedTuple):
    """What stands under a key."""

    types: frozenset[str]
    """Names of JSON Schema, and ``date``; empty where nothing is known of it."""
    words: tuple[str, ...] = ()
    """The words it takes, where these are few."""
    items: frozenset[str] = frozenset()
    """What the entries of a list are."""

    def may_be(self, *types: str) -> bool:
        """True where one of some types is accepted, or anything is."""
        return not self.types or not self.types.isdisjoint(types)

    @property
    def only_text(self) -> bool:
        """True where any text is taken as it stands, and nothing else."""
        return self.types == {"string"}


ANYTHING = FieldKind(frozenset())


class ModelKeys:
    """The keys of a model, and what each accepts."""

    def __init__(self, model: type[Entry]) -> None:
        schema = model.model_json_schema()
        self._definitions: ModelSchema = schema.get("$defs", {})
        self._top: list[ModelSchema] = [schema]
        self.names: tuple[str, ...] = tuple(schema["properties"])
        """The keys of an entry, in the order of the model."""
        self.required: frozenset[str] = frozenset(schema.get("required", ()))
        """Keys that no entry can do without."""

    def kind(self, path: str) -> FieldKind:
        """What stands under a dotted path of keys; anything where the model does not know it."""
        found = self._under(path)
        return _kind(found, self._resolved) if found else ANYTHING

    def inside(self, name: str) -> tuple[str, ...]:
        """The keys below a key that holds nothing but keys of its own; none of any other."""
        found = self._under(name)
        if len(found) == 1 and found[0].get("type") == "object":
            return tuple(found[0].get("properties", ()))
        return ()

    def is_nested(self, name: str) -> bool:
        """True of a key that holds entries: a list of them, or each under a key of its own."""
        found = self._under(name)
        if len(found) != 1:
            return False
        if found[0].get("type") == "array":
            return [each.get("type") for each in self._resolved(found[0].get("items", {}))] == ["object"]
        open_keys = found[0].get("patternProperties") or found[0].get("additionalProperties")
        return found[0].get("type") == "object" and isinstance(open_keys, dict) and _holds_entries(open_keys)

    def within(self, name: str) -> tuple[str, ...]:
        """The keys of the entries that a key holds."""
        below = self._under(f"{name}.0") or self._under(f"{name}.*")
        return tuple(dict.fromkeys(key for each in below for key in each.get("properties", ())))

    def _under(self, path: str) -> list[ModelSchema]:
        found = self._top
        for key in path.split("."):
            found = [inner for each in found for inner in self._resolved(_below(each, key))]
        return found

    def _resolved(self, schema: ModelSchema) -> list[ModelSchema]:
        """The alternatives of a schema, without references and without null."""
        if "$ref" in schema:
            return self._resolved(self._definitions[schema["$ref"].rpartition("/")[2]])
        for way in ("anyOf", "oneOf", "allOf"):
            if way in schema:
                return [inner for each in schema[way] for inner in self._resolved(each)]
        return [schema] if schema and schema.get("type") != "null" else []


def _below(schema: ModelSchema, key: str) -> ModelSchema:
    """The schema of what stands under a key; a number counts the entries of a list, ``*`` is any open key."""
    open_keys = (*schema.get("patternProperties", {}).values(), schema.get("additionalProperties"))
    found: Any = schema.get("items") if key.isdigit() else schema.get("properties", {}).get(key, open_keys[0])
    return found if isinstance(found, dict) else {}


def _holds_entries(open_keys: ModelSchema) -> bool:
    return "$ref" in open_keys or any(isinstance(each, dict) and "$ref" in each for each in open_keys.values())


def _kind(found: Iterable[ModelSchema], resolved: Any) -> FieldKind:
    types: set[str] = set()
    words: list[str] = []
    items: set[str] = set()
    for each in found:
        types |= set(_types(each)) - {"null"}
        words += [str(word) for word in each.get("enum", ()) if isinstance(word, str)]
        for item in resolved(each.get("items", {})):
            items |= set(_types(item))
    return FieldKind(frozenset(types), tuple(words), frozenset(items))


def _types(schema: ModelSchema) -> Iterator[str]:
    """The types that a schema names, and date where it speaks of days."""
    named = schema.get("type", ())
    yield from [named] if isinstance(named, str) else named
    for word in schema.get("enum", ()):
        yield "boolean" if isinstance(word, bool) else "string"
    pattern = schema.get("pattern")
    if schema.get("format") == "date" or (pattern and re.search(pattern, _A_DAY) and not re.search(pattern, _NO_DAY)):
        yield "date"


_A_DAY, _NO_DAY = "2010-12-31", "no day"


@cache
def keys_of(model: type[Entry]) -> ModelKeys:
    """The keys of a model, looked up once."""
    return ModelKeys(model)
