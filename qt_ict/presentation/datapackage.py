"""Tables as a Frictionless data package: a CSV file each, and what describes them all."""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from unicodedata import normalize

from qt_ict.presentation.data import as_csv, as_json
from qt_ict.report.export.package import Package
from qt_ict.report.export.resource import Resource
from qt_ict.report.field import Leaf

DESCRIPTOR = "datapackage.json"
_GUARD = (
    "Text that begins with =, +, - or @ and is no percentage has an apostrophe before it: no spreadsheet takes it for "
    "a formula."
)


def data_package(package: Package) -> dict[str, bytes]:
    """The files of a package by name; the same bytes for the same data.

    Args:
        package: Its tables and what they are; tables that others name have a key.
    """
    tables = package.tables
    keys = {table.name: table.key for table in tables}
    files = {f"{table.name}.csv": _csv(table) for table in tables}
    descriptor = {
        "profile": "tabular-data-package",
        "name": _slug(package.number),
        "title": package.title,
        "languages": list(package.languages),
        "description": _GUARD,
        "version": package.version,
        "created": f"{package.day.isoformat()}T00:00:00Z",
        "sources": [{"title": title} for title in package.documents],
        "resources": [_resource(table, files[f"{table.name}.csv"], keys) for table in tables],
    }
    return {**files, DESCRIPTOR: as_json(descriptor).encode()}


def _csv(table: Resource) -> bytes:
    return as_csv(table.fields, table.rows).encode()


def _slug(number: str) -> str:
    """The name of a package: lower-case letters, digits and dashes.

    >>> _slug("1564/KH-UBND"), _slug("398/QĐ-UBND")
    ('1564-kh-ubnd', '398-qd-ubnd')
    """
    plain = normalize("NFKD", number.replace("Đ", "D").replace("đ", "d")).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-") or "plan"


def _resource(table: Resource, content: bytes, keys: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.about,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _schema(table, keys),
    }


def _schema(table: Resource, keys: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    links = [((field.heading,), field.names, keys[field.names]) for field in table.fields if field.names]
    foreign = [
        {"fields": _one(ours), "reference": {"resource": "" if name == table.name else name, "fields": _one(theirs)}}
        for ours, name, theirs in (*links, *table.links)
    ]
    schema: dict[str, Any] = {"fields": [_field(each) for each in table.fields]}
    if table.key:
        schema["primaryKey"] = _one(table.key)
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _one(names: Sequence[str]) -> str | list[str]:
    """A field, or a list of them."""
    found = list(names)
    return found[0] if len(found) == 1 else found


def _field(field: Leaf) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.required else {}
    if field.words:
        constraints["enum"] = list(field.words)
    described = {"name": field.heading, "type": _TYPES.get(field.type, "string"), "description": _sentence(field.about)}
    return {**described, "constraints": constraints} if constraints else described


_TYPES = {name: name for name in ("integer", "number", "boolean", "date", "year")}
"""The types of the standard; everything else is text."""


def _sentence(about: str) -> str:
    """What a field holds, as a sentence; one that is a sentence already may begin with a code."""
    return about if about.endswith(".") else f"{about[:1].upper()}{about[1:]}."
