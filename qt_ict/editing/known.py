"""What a plan knows of its figures before a round is filled in."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from qt_ict.arithmetic.numerals import Numeral
from qt_ict.language import PlanText, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.figures import UNCERTAINTY, Figure, Round, RoundFigures
from qt_ict.model.indicators import Unit
from qt_ict.model.periods import Per, alike
from qt_ict.model.plan import Plan
from qt_ict.positions import MarkedText


class Report(NamedTuple):
    """What a round says of a figure."""

    figure: Figure
    day: datetime.date


class LastKnown:
    """What the rounds before a day say of every figure, the latest last word, with the definition it is under."""

    def __init__(self, plan: Plan, before: datetime.date) -> None:
        self.figures: dict[str, Figure] = {}
        """By id, those of the baseline first, in the order of the files."""
        self._rounds: dict[str, Round] = {}
        self._indicators = plan.indicators.values()
        self._reports: dict[str, list[Report]] = {}
        for each in plan.rounds:
            if each.round.date < before:
                self.figures.update(each.figures)
                self._rounds.update(dict.fromkeys(each.figures, each.round))
                for name, figure in each.figures.items():
                    day = figure.date.day if figure.date else each.round.date
                    self._reports.setdefault(name, []).append(Report(figure, day))

    def date(self, name: str) -> datetime.date:
        """The date of a figure: its own, else that of its round."""
        own = self.figures[name].date
        return own.day if own else self._rounds[name].date

    def like(self, name: str, day: datetime.date) -> Report | None:
        """The last report that a number of a day is compared with; None without one.

        Half a year is no less for being below a whole one: of what is counted per period it is the last of as long a
        part of a period.
        """
        found = [each for each in self._reports.get(name, []) if self.is_alike(name, each.day, day)]
        return found[-1] if found else None

    def is_alike(self, name: str, one: datetime.date, other: datetime.date) -> bool:
        """True where a figure counts as much of a period up to two days; of what is not counted per period always."""
        per = self._per(name)
        return per is None or alike(one, other, per)

    def _per(self, name: str) -> Per | None:
        """The period that a figure is counted per, by the last round that has it or by an indicator."""
        own = (each.figure.per for each in reversed(self._reports.get(name, [])) if each.figure.per)
        of_indicators = (each.per for each in self._indicators if each.per and name in each.counted.figures)
        return next(iter((*own, *of_indicators)), None)


class KnownFigure(NamedTuple):
    """What a plan says of a figure before the sheet is read."""

    name: Text
    unit: Unit
    value: Numeral | None
    """Its number in the round; None where it has none yet [unit]."""
    beside: tuple[str, ...] = ()
    """What the round's file says of that number, as it stands there; a new number stays beside it."""
    entry: Mapping[str, Any] = {}
    """What the round's file says of the figure, as plain data."""
    notes: Mapping[str, str] = {}
    """What its note says in the round's file, by the languages of the plan."""
    added: bool = False
    """True of a figure that the plan did not have: its name and unit are to be written too."""
    unit_id: str = ""
    """Id of its unit of measure, where that is to be written."""


def known_figures(loaded: Loaded, into: RoundFigures) -> dict[str, KnownFigure]:
    """The figures that a round can take a number for: those of earlier rounds, and those it names itself."""
    units, source = loaded.plan.units, loaded.rounds.get(into.id)
    before = LastKnown(loaded.plan, into.round.date).figures
    found = {name: KnownFigure(figure.name, units[figure.unit], None) for name, figure in before.items()}
    for name, entry in loaded.reported.get(into.id, {}).items():
        if name not in found and entry:
            found[name] = KnownFigure(Text(entry["vi"], entry["en"]), units[entry["unit"]], None)
        value = into.figures[name].value if name in into.figures else None
        beside = tuple(_beside(name, entry or {}, source)) if source else ()
        notes = _notes((entry or {}).get("note"), loaded.plan.languages)
        found[name] = found[name]._replace(value=value, beside=beside, entry=entry or {}, notes=notes)
    return found


def _notes(note: Mapping[str, str] | None, languages: Sequence[str]) -> dict[str, str]:
    """What a note says in each language of a plan."""
    if note is None:
        return {}
    said = {code: half.own if isinstance(half, PlanText) else {code: half} for code, half in note.items()}
    own = {code: words for each in said.values() for code, words in each.items()}
    return {code: own[code] for code in languages if code in own}


_OF_THE_NUMBER = ("comparator", *UNCERTAINTY, "flag", "date", "definition", "break", "base", "document")
"""Keys of a figure that say what its number is."""


def _beside(name: str, entry: Mapping[str, Any], source: MarkedText) -> Iterator[str]:
    for key in _OF_THE_NUMBER:
        if key in entry:
            written = source.written(("figures", name, key))
            yield f"{key}: {written}" if written else key
