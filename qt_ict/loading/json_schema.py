"""The data files as JSON Schema (draft 2020-12), for editors that complete and check while typing.

Everything is derived: keys and kinds from the models, what a field's own function accepts from its
``Read``, descriptions from docstrings, ids from the sections. What keys of one entry say about each
other, and whether an entry that is named exists, is left to loading: it says so in both languages and
knows the other files.
"""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, models_json_schema
from pydantic_core import core_schema

from qt_ict.language import LANGUAGES
from qt_ict.loading.folder import BASELINE_FILES, ROUNDS_FOLDER, TARGETS_FILE
from qt_ict.loading.headings import HEADED
from qt_ict.loading.inheritance import LEFT_OUT
from qt_ict.loading.plan_languages import DECLARED, NAME
from qt_ict.loading.sections import CATALOGUE, CITED, ID, LATER_ROUND, PLAN, ROUND, TARGETS, DataSection, Sections
from qt_ict.model.entry import ONE_OR_MORE, WORDS, Entry
from qt_ict.model.indicators import FORMULA

Schema = dict[str, Any]
"""A JSON Schema, or a mapping of them by name."""


class DataFile(NamedTuple):
    """A data file of a plan that has a schema."""

    name: str
    """Its name; ``*`` stands for what the user chooses."""
    sections: Sections
    holds: str
    """What it holds."""


FILES = {
    "plan.json": DataFile("plan.yaml", PLAN, "The plan itself: what it is, who answers for it, who reports to whom."),
    "indicators.json": DataFile("indicators.yaml", CATALOGUE, "The catalogue: units of measure, domains, indicators."),
    "baseline.json": DataFile(BASELINE_FILES, ROUND, "The figures of one date, each with its source."),
    "round.json": DataFile(
        f"{ROUNDS_FOLDER}/*.yaml", LATER_ROUND, "The figures of one later date; what is not known yet is left empty."
    ),
    "targets.json": DataFile(TARGETS_FILE, TARGETS, "The targets, each with its source."),
}
"""Each schema file with the data file it is for."""

_SHARED: Mapping[str, Schema] = {"Formula": FORMULA, "OneOrMore": ONE_OR_MORE, "Words": WORDS}
"""What many fields accept stands once in a file, under this name."""


def json_schemas(codes: tuple[str, ...] = LANGUAGES) -> dict[str, Schema]:
    """The JSON Schema of every data file, by the name of its schema file; the same each time.

    Args:
        codes: The languages of the plan that they are for.
    """
    return {name: _of_file(file, codes) for name, file in FILES.items()}


def _of_file(file: DataFile, codes: tuple[str, ...]) -> Schema:
    models: list[tuple[type[Entry], JsonSchemaMode]] = [
        (section.model, "validation") for section in file.sections.values()
    ]
    references, definitions = models_json_schema(models, schema_generator=_Generator)
    sections = {
        name: _of_section(name, section, references[section.model, "validation"])
        for name, section in file.sections.items()
    }
    if "plan" in file.sections:
        sections = {DECLARED: _LANGUAGES, **sections}
    left_out = {section.model.__name__: name for name, section in file.sections.items() if name in LEFT_OUT}
    own = {name: _left_out(each, left_out.get(name)) for name, each in definitions["$defs"].items()}
    own = {name: _spoken(each, codes) for name, each in own.items()}
    named = {name: _with_shared(each, name) for name, each in {**own, **_SHARED}.items()}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": file.name,
        "description": file.holds,
        "type": "object",
        "properties": sections,
        "required": [name for name, section in file.sections.items() if not section.optional],
        "additionalProperties": False,
        "$defs": _in_order_of_mention(sections, named),
    }


_LANGUAGES: Schema = {
    "description": "The languages of the plan's texts by ISO 639, the first one first: [vi, en] unless said otherwise.",
    "type": "array",
    "minItems": 1,
    "uniqueItems": True,
    "items": {"type": "string", "pattern": "^[a-z]{2,3}$"},
    "examples": [["vi", "en"], ["en"], ["fr"]],
}


def _of_section(key: str, section: DataSection, reference: Schema) -> Schema:
    if section.single:
        return reference
    entries = {whole(section.ids): reference}
    if key not in HEADED:
        return {
            "description": f"Each {section.name.en} under its id.",
            "type": "object",
            "patternProperties": entries,
            "additionalProperties": False,
        }
    kind, heading = section.name.en, HEADED[key].key
    below = {
        "description": f"A heading: the {heading} of every {kind} below it that names none.",
        "type": "object",
        "minProperties": 1,
        "patternProperties": entries,
        "additionalProperties": False,
    }
    return {
        "description": f"Each {kind} under its id, or under a heading, which is its {heading}.",
        "type": "object",
        "patternProperties": {whole(section.ids): {"anyOf": [reference, below]}, _NO_ID: below},
        "additionalProperties": False,
    }


_NO_ID = rf"^(?!(?:{ID.pattern})$)(?:{CITED.pattern})$".replace(r"\Z", "")
"""A heading that is no id: I.4."""


def _left_out(model: Schema, section: str | None) -> Schema:
    """The schema of an entry that may leave out what another one says."""
    if section is None:
        return model
    required = [each for each in model.get("required", ()) if each not in LEFT_OUT[section]]
    found = {**model, "required": required} if required else {key: model[key] for key in model if key != "required"}
    properties = dict(model["properties"])
    if section == "targets":
        properties["proxy"] = {
            "description": "Instead of `indicator` and `measure`: the indicator of something related.",
            **WORDS,
        }
    return {**found, "properties": properties}


def _spoken(node: Any, codes: tuple[str, ...]) -> Any:
    """A schema whose texts are in the languages of a plan instead of the tool's own two."""
    if isinstance(node, list):
        return [_spoken(each, codes) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: _spoken(each, codes) for key, each in node.items()}
    properties = node.get("properties", {})
    if not set(LANGUAGES) <= set(properties):
        return node
    if codes == LANGUAGES:
        # Where a name may be left out, one language still asks for the other.
        free = not set(LANGUAGES) <= set(node.get("required", ()))
        return {**node, "dependentRequired": {"vi": ["en"], "en": ["vi"]}} if free else node
    return _in_languages(node, properties, codes)


def _in_languages(node: Schema, properties: Schema, codes: tuple[str, ...]) -> Schema:
    own: Schema = {code: {**WORDS, "description": f"In the language {code}."} for code in codes}
    alone, must = len(codes) == 1, set(LANGUAGES) <= set(node.get("required", ()))
    only_text = set(properties) == set(LANGUAGES)
    if alone and not only_text:
        own = {NAME: {**WORDS, "description": "Name."}, **own}
    rest = {key: each for key, each in properties.items() if key not in LANGUAGES}
    required = [each for each in node.get("required", ()) if each not in LANGUAGES]
    found = {**node, "properties": {**own, **rest}, "required": [*([] if alone else codes if must else ()), *required]}
    if alone and must and not only_text:
        found["anyOf"] = [{"required": [each]} for each in own]
    if alone and only_text:
        found = {**WORDS, **found, "type": ["string", "object"], "required": list(codes)}
    return {key: each for key, each in found.items() if key != "required" or each}


def whole(pattern: re.Pattern[str]) -> str:
    r"""A pattern that is matched from the start of a text, as JSON Schema writes it.

    >>> whole(re.compile(r"[a-z]+\Z|%\Z"))
    '^(?:[a-z]+$|%$)'
    """
    return f"^(?:{pattern.pattern})".replace(r"\Z", "$")


class _Generator(GenerateJsonSchema):
    """pydantic's generator for people who type YAML: no null, no titles, docstrings, keys in their order."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """What stands there if anything does: a key without a value is refused when read."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """A default that can be typed; an empty one is a key left out."""
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**inner, "default": default} if isinstance(default, bool) else inner

    def date_schema(self, schema: core_schema.DateSchema) -> Schema:
        """Year, month and day: all that is read as a date."""
        return {
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "examples": ["2010-12-31"],
        }

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """Keys of one pattern and no others."""
        found = super().dict_schema(schema)
        return {**found, "additionalProperties": False} if "patternProperties" in found else found

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """An entry with the docstrings of its class and fields."""
        found = super().model_schema(schema)
        texts = _docstrings(schema["cls"])
        fields = found["properties"].items()
        return {
            "description": _plain(inspect.getdoc(schema["cls"]) or ""),
            **{key: value for key, value in found.items() if key not in ("title", "description", "properties")},
            "properties": {name: {"description": _plain(texts[name]), **field} for name, field in fields},
        }

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never: the key is the title."""
        return False

    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:
        """As the models have it."""
        return value


def _docstrings(model: type[Entry]) -> dict[str, str]:
    """The docstrings under the fields of an entry, by field; read from the source, which start-up never does."""
    found = {}
    for each in reversed(model.__mro__):
        if not issubclass(each, Entry):
            continue
        (definition,) = ast.parse(inspect.getsource(each)).body
        assert isinstance(definition, ast.ClassDef)
        for field, below in pairwise(definition.body):
            match field, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    found[model.model_fields[name].alias or name] = inspect.cleandoc(text)
    return found


def _plain(text: str) -> str:
    """A docstring as an editor shows it: one line, Markdown's single backticks."""
    return " ".join(text.split()).replace("``", "`")


def _with_shared(node: Any, itself: str = "") -> Any:
    """A schema in which whatever is shared is a reference; what is called ``itself`` stays."""
    if isinstance(node, list):
        return [_with_shared(each) for each in node]
    if not isinstance(node, dict):
        return node
    for name, shared in _SHARED.items():
        if name != itself and shared.items() <= node.items():
            rest = {key: value for key, value in node.items() if key not in shared}
            return {**rest, "$ref": f"#/$defs/{name}"}
    return {key: _with_shared(value) for key, value in node.items()}


def _in_order_of_mention(node: Any, definitions: Mapping[str, Schema]) -> dict[str, Schema]:
    """The definitions that a schema needs, in the order in which it and they mention them."""
    found: dict[str, Schema] = {}
    waiting = list(_mentioned(node))
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = definitions[name]
            waiting += _mentioned(found[name])
    return found


def _mentioned(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].removeprefix("#/$defs/")
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _mentioned(each)
