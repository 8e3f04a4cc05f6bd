"""Later rounds: what a half-filled report leaves out is taken from the rounds before it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import LANGUAGES, Text
from qt_ict.loading.numbers_in_units import numbers_of_other_units
from qt_ict.loading.plan_languages import NAME
from qt_ict.model.figures import AS_PLANNED, Figure, LaterRound, Reported, RoundFigures
from qt_ict.model.indicators import Unit
from qt_ict.nearest import nearest, suggestion
from qt_ict.positions import MarkedText


class Reports(NamedTuple):
    """A later round as its file has it."""

    round: LaterRound
    figures: Mapping[str, Reported]
    source: MarkedText
    lost: frozenset[str] = frozenset()
    """Figures that its file has and that could not be read."""
    whole: bool = True
    """False where its file could not be read."""
    dated: bool = True
    """False where its date is in doubt."""


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


class FiguresSoFar(NamedTuple):
    """What rounds say of figures, one after the other."""

    figures: Mapping[str, Figure]
    """Every figure as the first round that has it says it."""
    parts: Mapping[str, tuple[str, ...]]
    """The parts that totals are declared to have, with or without numbers."""
    lost: frozenset[str] = frozenset()
    """Figures that could not be read in the round that says what they are."""
    whole: bool = True
    """False where a round could not be read at all: any figure may have stood there."""

    def may_have(self, name: str) -> bool:
        """True for a figure that may stand where a round could not be read."""
        return name not in self.figures and (name in self.lost or not self.whole)


def completed(
    first: str,
    known: FiguresSoFar,
    reported: Mapping[str, Reports],
    units: Mapping[str, Unit],
    codes: tuple[str, ...],
) -> tuple[list[RoundFigures], list[Finding]]:
    """Every later round with all that is to be known of its figures, in the order given.

    A name and a unit of measure stand in the first round that has the figure; saying another unit later is a
    finding, since such numbers cannot be compared. Figures with findings are left out of their round.

    Args:
        first: Id of the baseline.
        known: The figures of the baseline.
        reported: Later rounds by id.
        units: The units of measure of the plan.
        codes: The languages of the plan.
    """
    declared = Declared()
    declared.add(first, {name: figure.definition for name, figure in known.figures.items()})
    held = frozenset(name for name, figure in known.figures.items() if figure.holds)
    rounds = []
    findings: list[Finding] = []
    for id_, each in reported.items():
        parts = {**known.parts, **{name: entry.parts for name, entry in each.figures.items() if entry.parts}}
        understood, found = _figures(each, known, units, codes, declared, held)
        findings += found
        figures = {
            name: _of_parts(figure, parts.get(name, ()), held.union(understood)) for name, figure in understood.items()
        }
        lost = each.lost.union(_dropped(each, figures))
        unread, halves = _unread(each, lost, known), incomplete(figures, parts)
        continued = declared.continued(name for name in figures if each.figures[name].definition is None)
        rounds.append(RoundFigures(id_, each.round, figures, unread, halves, continued))
        held = held.difference(figures).union(name for name, figure in figures.items() if figure.holds)
        declared.add(id_, {name: each.figures[name].definition for name in figures})
        new = lost.difference(known.figures)
        known = FiguresSoFar({**figures, **known.figures}, parts, known.lost | new, known.whole and each.whole)
    return rounds, findings


class Declared:
    """The definitions that rounds have given their figures so far: each continues until another one is given."""

    def __init__(self) -> None:
        self._latest: dict[str, tuple[Text, str]] = {}

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


def _of_parts(figure: Figure, parts: tuple[str, ...], here: Collection[str]) -> Figure:
    """A total with the parts it is declared to have, where all of them have a number; without parts else."""
    counting = parts if all(part in here for part in parts) else ()
    return figure if figure.parts == counting else figure.model_copy(update={"parts": counting})


def incomplete(figures: Mapping[str, Figure], parts: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The declared parts of the figures of a round that are totals of which some part has no number there.

    Args:
        figures: The figures of the round, without parts where they are so.
        parts: The parts that totals are declared to have.
    """
    return {name: parts[name] for name in figures if parts.get(name) and not figures[name].parts}


def _figures(
    reports: Reports,
    known: FiguresSoFar,
    units: Mapping[str, Unit],
    codes: tuple[str, ...],
    declared: Declared,
    held: frozenset[str],
) -> tuple[dict[str, Figure], list[Finding]]:
    """The figures of a round that can be understood, and what is wrong with the others."""
    figures: dict[str, Figure] = {}
    findings: list[Finding] = []
    for name, entry in reports.figures.items():
        if known.may_have(name):
            continue
        problems = _unsaid(name, entry, known.figures, reports.source, codes)
        earlier, definition = known.figures.get(name), declared.definition(name)
        figure = None if problems else entry.figure(earlier, reports.round, reports.figures, definition, held)
        if figure is not None:
            problems += numbers_of_other_units({name: figure}, "figures", reports.source, units)
        if figure is not None and not problems and figure.unit in units:
            figures[name] = figure
        findings += problems
    # What could not be understood is not there, neither as a whole nor as a part.
    whole = len(figures) == sum(entry.value is not None for entry in reports.figures.values())
    return figures if whole else {
        name: among(figure, held.union(figures)) for name, figure in figures.items()
    }, findings


def among(figure: Figure, known: Collection[str]) -> Figure:
    """A figure without the others that it names and that are not known; itself where all are."""
    named = {key: getattr(figure, key) for key in ("of", "parts", "conflicts_with", "implies")}
    kept = {key: tuple(each for each in named[key] if each in known) for key in ("conflicts_with", "implies")}
    kept["parts"] = figure.parts if all(part in known for part in figure.parts) else ()
    update = {**kept, "of": figure.of if figure.of in known else None}
    return figure if update == named else figure.model_copy(update=update)


def _dropped(reports: Reports, figures: Mapping[str, Figure]) -> Iterator[str]:
    """Figures that a round reports and that cannot be understood."""
    return (name for name, entry in reports.figures.items() if entry.value is not None and name not in figures)


def _unread(reports: Reports, lost: frozenset[str], known: FiguresSoFar) -> frozenset[str]:
    """Figures of which a round says, or may say, what could not be read: a strange name may be meant for any other."""
    if not reports.whole or not reports.dated:
        return frozenset((*known.figures, *reports.figures, *lost))
    strange = [name for name in lost if name not in known.figures and not known.may_have(name)]
    silent = [name for name in known.figures if name not in reports.figures]
    meant = {each for name in strange for each in nearest(name, silent) or silent}
    return lost.union(meant)


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
