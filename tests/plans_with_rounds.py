"""Small plans with rounds: one indicator, its figures through the years, and targets."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from qt_ict.engine.observations import EVERY_ROUND, Choice
from qt_ict.engine.standing import Standing, standings
from qt_ict.loading.folder import load
from qt_ict.model.plan import Plan

Figures = Mapping[str, Any]
"""Figures of a round by id: a number, or keys of the data files with their values."""

NAMES = {"vi": "x", "en": "x"}
UNITS = {
    "%": {"vi": "%", "en": "%", "kind": "share"},
    "per_100": {**NAMES, "kind": "density"},
    "things": {**NAMES, "kind": "count"},
}
SHARE = {"unit": "%", "numerator": "part", "denominator": "whole", "factor": 100}
PRINTED = {"unit": "%", "figure": "printed"}
COUNT = {"unit": "things", "figure": "part"}
DENSITY = {"unit": "per_100", "figure": "density"}
UNIT_OF = {"printed": "%", "at_least": "%", "at_most": "%", "density": "per_100"}
"""Units of figures by id; the others count things."""


def write_plan(
    folder: Path,
    rounds: Mapping[str, Figures],
    *targets: Mapping[str, Any],
    indicator: Mapping[str, Any] = SHARE,
    better: str = "higher",
    transcribed: bool = True,
    units: Mapping[str, Any] = MappingProxyType({}),
) -> Path:
    """A plan in a folder.

    Args:
        folder: Where its files go.
        rounds: Figures by date, the baseline first.
        targets: Keys of every target beside those that hardly ever change; ids are t0, t1 and so on.
        indicator: How the one indicator is computed.
        better: Which way it is better.
        transcribed: Whether digits show precision.
        units: Units of measure beside the usual ones, by id: all they say but their names.
    """
    measured = {**NAMES, "domain": "d", "better": better, **indicator}
    plan = {**NAMES, "number": "1", "date": date(2011, 1, 1), "issuer": NAMES, "area": NAMES}
    known_units = {**UNITS, **{name: {**NAMES, **each} for name, each in units.items()}}
    catalogue = {"units": known_units, "domains": {"d": NAMES}, "indicators": {"i": measured}}
    _write(folder / "plan.yaml", {"plan": plan, "agencies": {}, "duties": {}})
    _write(folder / "indicators.yaml", catalogue)
    _write(folder / "targets.yaml", {"targets": {f"t{n}": _target(measured, each) for n, each in enumerate(targets)}})
    known: set[str] = set()
    for day, figures in rounds.items():
        head = {**NAMES, "document": "d", "date": date.fromisoformat(day), "transcribed": transcribed}
        entries = {name: _figure(name, said, name in known) for name, said in figures.items()}
        _write(folder / (f"rounds/{day}.yaml" if known else "baseline_0.yaml"), {"round": head, "figures": entries})
        known |= {"", *figures}
    return folder


def _target(measured: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    usual = {"domain": "d", "indicator": "i", "measure": "direct", "unit": measured["unit"], "source": "I"}
    keys = {**NAMES, **usual, "comparator": "at_least", **said}
    return {key: value for key, value in keys.items() if value is not None}


def _figure(name: str, said: Any, known: bool) -> dict[str, Any]:
    own = dict(said) if isinstance(said, Mapping) else {"value": said}
    return own if known else {**NAMES, "unit": UNIT_OF.get(name, "things"), "source": "I", **own}


def _write(file: Path, data: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")


Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""PyYAML's C emitter where it is there."""


class _Plain(Dumper):
    """Every entry in full: the data files know no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        """True for whatever stands twice."""
        return True


_Plain.add_representer(
    Decimal, lambda to, number: to.represent_scalar(f"tag:yaml.org,2002:{_kind(number)}", f"{number:f}")
)


def _kind(number: Decimal) -> str:
    """What the digits of a number are in YAML."""
    return "float" if "." in f"{number:f}" else "int"


def plan_in(folder: Path) -> Plan:
    """The plan of a folder, which breaks no rule of loading."""
    loaded, findings = load(folder)
    assert not findings, [(each.rule.name, each.values) for each in findings]
    assert loaded is not None
    return loaded.plan


def rows_of(folder: Path, choice: Choice = EVERY_ROUND) -> list[Standing]:
    """The standing of every target of a plan in each of its due years."""
    return standings(plan_in(folder), choice)
