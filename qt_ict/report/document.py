"""Results as plain data for programs: the same in every language, numbers unrounded."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from qt_ict.arithmetic.interval import Number
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.notes import Note

FORMAT = 1
"""Version of the documents; it changes when a field changes its meaning."""

Document = dict[str, Any]


def quantity(outcome: Outcome | None) -> Document | None:
    """An interval as {low, high}, a null end unbounded; None where there is none."""
    if outcome is None or isinstance(outcome, Reason):
        return None
    return {"low": end(outcome.low), "high": end(outcome.high)}


def end(value: Number | None) -> int | float | None:
    """A number as the nearest double; whole things stay whole."""
    return value if value is None or isinstance(value, int) else float(value)


def text(value: Text) -> Document:
    """A text in both languages."""
    return {"vi": value.vi, "en": value.en}


def noted(notes: Iterable[Note]) -> list[Document]:
    """Notes with their codes."""
    return [{"code": note.code, **text(note.text)} for note in notes]


def heading(loaded: Loaded) -> Document:
    """Format, plan and round: how every document begins."""
    plan = loaded.plan
    return {
        "format": FORMAT,
        "plan": {
            "number": plan.identity.number,
            "name": text(plan.identity.name),
            "area": text(plan.identity.area.name),
            "folder": loaded.folder,
            "shipped": loaded.shipped,
        },
        "round": {
            "id": plan.round_id,
            "name": text(plan.round.name),
            "date": plan.round.date.isoformat(),
        },
    }


QUANTITIES = frozenset(
    (
        "value",
        "attainment",
        "gap",
        "shortfall",
        "linear",
        "compound",
        "log_odds",
        "numerator",
        "denominator",
        "things_per_year",
    )
)
"""Fields that are {low, high} or null: two columns of a CSV file."""


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """One row of a document as columns: ``value_low``, ``name_vi``, ``required_linear_high`` ...

    >>> flat({"gap": None, "source": {"items": ["I.4", "IV.3"]}})
    {'gap_low': None, 'gap_high': None, 'source_items': 'I.4; IV.3'}
    """
    columns: dict[str, Any] = {}
    for key, value in row.items():
        columns |= _columns(key, value)
    return columns


def _columns(key: str, value: Any) -> dict[str, Any]:
    if value is None and key in QUANTITIES:
        return {f"{key}_low": None, f"{key}_high": None}
    if isinstance(value, Mapping) and key == "reasons":
        return {key: "; ".join(f"{name}: {code}" for name, code in value.items())}
    if isinstance(value, Mapping):
        return {f"{key}_{inner}": each for inner, each in flat(value).items()}
    if isinstance(value, list) and key == "path":
        return {
            f"{key}_{milestone['year']}_{inner}": each
            for milestone in value
            for inner, each in flat({name: milestone[name] for name in milestone if name != "year"}).items()
        }
    if isinstance(value, list):
        return {key: "; ".join(map(_listed, value))}
    return {key: value}


def _listed(value: Any) -> str:
    """One entry of a list in a cell: a note by its code, anything else that has parts as JSON."""
    if isinstance(value, Mapping):
        return str(value["code"]) if "code" in value else json.dumps(value, ensure_ascii=False)
    return str(value)
