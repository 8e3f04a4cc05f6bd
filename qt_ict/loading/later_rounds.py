"""Later rounds: what a half-filled report leaves out is taken from the rounds before it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import LANGUAGES
from qt_ict.loading.agreement import fractional_counts
from qt_ict.loading.plan_languages import NAME
from qt_ict.model.figures import Figure, LaterRound, Reported, RoundFigures
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
    rounds = []
    findings: list[Finding] = []
    for id_, each in reported.items():
        figures: dict[str, Figure] = {}
        for name, entry in each.figures.items():
            problems = _unsaid(name, entry, known, each.source, codes)
            findings += problems
            figure = None if problems else entry.figure(known.get(name), each.round, each.figures)
            if figure is not None:
                figures[name] = figure
        findings += fractional_counts(figures, "figures", each.source, units)
        known = {**figures, **known}
        rounds.append(RoundFigures(id_, each.round, figures))
    return rounds, findings


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
