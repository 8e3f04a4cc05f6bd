"""Later rounds: what a half-filled report leaves out is taken from the rounds before it."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import LANGUAGES, Text
from qt_ict.loading.agreement import numbers_of_other_units
from qt_ict.loading.plan_languages import NAME
from qt_ict.model.figures import AS_PLANNED, Figure, LaterRound, Reported, RoundFigures
from qt_ict.model.indicators import Unit
from qt_ict.nearest import suggestion
from qt_ict.positions import MarkedText


class Reports(NamedTuple):
    """A later round as its file has it."""

    round: LaterRound
    figures: Mapping[str, Reported]
    source: MarkedText


def is_meant_as_round(name: str) -> bool:
    """Whether a file of the folder is a round by its name, rightly spelled or not.

    Editors, systems and people keep other files there: hidden ones, backups, reports and tables.

    >>> [is_meant_as_round(each) for each in ("2012-12-31.yaml", "2012-12-31.YML", "2012-12-31.yaml.txt", "2012-12-31")]
    [True, True, True, True]
    >>> [is_meant_as_round(each) for each in ("2012-12-31.yaml~", ".2012-12-31.yaml.swp", "2012-12-31.xlsx", "notes")]
    [False, False, False, False]
    """
    return bool(_MEANT.fullmatch(name)) and not name.endswith(_BACKUPS)


_MEANT = re.compile(r"[^.].*\.ya?ml.*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", re.IGNORECASE)
_BACKUPS = ("~", ".bak", ".orig")


def misnamed(path: Path, header: LaterRound, source: MarkedText) -> list[Finding]:
    """A finding where the name of a round's file is not its date."""
    wanted = f"{header.date.isoformat()}.yaml"
    if path.name == wanted:
        return []
    return [Finding(shape.MISNAMED_ROUND, source.place_of_value(("round", "date")), {"name": wanted})]


def completed(
    baseline: RoundFigures, reported: Mapping[str, Reports], units: Mapping[str, Unit], codes: tuple[str, ...]
) -> tuple[list[RoundFigures], list[Finding]]:
    """Every later round with all that is to be known of its figures, in the order given.

    A name and a unit of measure stand in the first round that has the figure; saying another unit later is a
    finding, since such numbers cannot be compared.
    """
    known: dict[str, Figure] = dict(baseline.figures)
    declared = Declared(baseline)
    held = {name for name, figure in baseline.figures.items() if figure.holds}
    rounds = []
    findings: list[Finding] = []
    for id_, each in reported.items():
        figures: dict[str, Figure] = {}
        for name, entry in each.figures.items():
            problems = _unsaid(name, entry, known, each.source, codes)
            findings += problems
            definition = declared.definition(name)
            figure = None if problems else entry.figure(known.get(name), each.round, each.figures, definition, held)
            if figure is not None:
                figures[name] = figure
        findings += numbers_of_other_units(figures, "figures", each.source, units)
        known = {**figures, **known}
        held = held.difference(figures).union(name for name, figure in figures.items() if figure.holds)
        continued = declared.continued(figure for figure in figures if each.figures[figure].definition is None)
        rounds.append(RoundFigures(id_, each.round, figures, continued))
        declared.add(id_, {name: each.figures[name].definition for name in figures})
    return rounds, findings


class Declared:
    """The definitions that rounds have given their figures so far: each continues until another one is given."""

    def __init__(self, baseline: RoundFigures) -> None:
        self._latest: dict[str, tuple[Text, str]] = {}
        self.add(baseline.id, {name: figure.definition for name, figure in baseline.figures.items()})

    def add(self, round_id: str, said: Mapping[str, Text | None]) -> None:
        """Add what a round says of its figures."""
        self._latest |= {name: (definition, round_id) for name, definition in said.items() if definition}

    def definition(self, name: str) -> Text | None:
        """The latest definition of a figure; None without one."""
        return self._latest[name][0] if name in self._latest else None

    def continued(self, names: Iterable[str]) -> dict[str, str]:
        """Those of some figures whose definition continues, with the round that declared it."""
        known = ((name, *self._latest[name]) for name in names if name in self._latest)
        return {name: round_id for name, definition, round_id in known if definition != AS_PLANNED}


def _unsaid(
    name: str, entry: Reported, known: Mapping[str, Figure], source: MarkedText, codes: tuple[str, ...]
) -> list[Finding]:
    """What keeps a figure from being understood: no name, no unit of measure, or another one than before."""
    at = ("figures", name)
    earlier = known.get(name)
    if earlier is None:
        missing = [key for key in (*LANGUAGES, "unit") if getattr(entry, key) is None]
        if codes != LANGUAGES and missing[: len(LANGUAGES)] == list(LANGUAGES):
            missing = [*(codes if len(codes) > 1 else (NAME,)), *missing[len(LANGUAGES) :]]
        if not missing:
            return []
        values = {"figure": name, "keys": ", ".join(missing), "nearest": suggestion(name, known)}
        return [Finding(shape.UNKNOWN_FIGURE, source.place_of_key(at), values)]
    if entry.unit in (None, earlier.unit):
        return []
    values = {"found": entry.unit, "earlier": earlier.unit}
    return [Finding(shape.UNIT_OF_ANOTHER_ROUND, source.place_of_value((*at, "unit")), values)]
