"""A whole plan: everything its folder says, as typed data."""

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qt_ict.language import LANGUAGES, Language
from qt_ict.model.figures import Figure, Round, RoundFigures
from qt_ict.model.incoming import UNSAID, SheetForm
from qt_ict.model.indicators import Domain, Formula, Indicator, Sum, Unit
from qt_ict.model.organisation import Agency, CitedDocument, Duty, Identity, ReportForm, Source
from qt_ict.model.targets import Target


class Unread(NamedTuple):
    """What the files of a plan say and could not be read, as far as what can be read depends on it."""

    sections: frozenset[str] = frozenset()
    """Sections of which entries are set aside, or that are not there."""
    named: frozenset[str] = frozenset()
    """Sections whose entries something may name that could not be read: what is named nowhere is not known."""
    mentioned: frozenset[str] = frozenset()
    """Ids that entries set aside name."""
    loosened: frozenset[tuple[str, str]] = frozenset()
    """Section and id of entries that name one set aside, and stand here without it."""
    undated: bool = False
    """True where the date of the baseline could not be read."""

    def leaves(self, section: str, name: str) -> bool:
        """True for an entry with which nothing that could not be read has to do."""
        return (section, name) not in self.loosened and name not in self.mentioned


NOTHING = Unread()


class Plan(NamedTuple):
    """The entries of a plan by id, in the order of its files, seen in one of its rounds."""

    identity: Identity
    report: ReportForm
    """The frame of its official reports; empty where the plan does not give it."""
    sources: Mapping[str, Source]
    """Parts and items of the document; empty where the plan does not list them."""
    agencies: Mapping[str, Agency]
    duties: Mapping[str, Duty]
    documents: Mapping[str, CitedDocument]
    """Documents that the plan cites; empty where it does not list them."""
    units: Mapping[str, Unit]
    domains: Mapping[str, Domain]
    indicators: Mapping[str, Indicator]
    round: Round
    """The round it is seen in; the baseline unless said otherwise."""
    round_id: str
    """Name of that round's file without its ending."""
    figures: Mapping[str, Figure]
    """The figures of that round."""
    targets: Mapping[str, Target]
    """The targets as the plan first stated them; seen in a later round, as they were in force then."""
    rounds: tuple[RoundFigures, ...]
    """All rounds, the baseline first, then by date."""
    unread: Unread = NOTHING
    """What of it could not be read; nothing where anything is computed from it."""
    languages: tuple[str, ...] = LANGUAGES
    """The languages of its texts by ISO 639, the first one first."""
    sheets: SheetForm = UNSAID
    """How the sheets are written that its rounds come from."""

    @property
    def readers(self) -> Language:
        """The language of those who read about it: its first one that the tool speaks, English where it speaks none."""
        spoken: Iterator[Language] = (each for code in self.languages for each in LANGUAGES if each == code)
        return next(spoken, "en")

    def seen_in(self, each: RoundFigures) -> "Plan":
        """The plan with the figures of a round and the targets in force at its date."""
        day = each.round.date
        targets = {name: target.in_force(day) for name, target in self.targets.items()}
        held = self._held(each.id)
        figures = {**held, **each.figures} if held else each.figures
        return self._replace(round=each.round, round_id=each.id, figures=figures, targets=targets)

    def _held(self, round_id: str) -> dict[str, Figure]:
        """The figures of earlier rounds that hold in a round which does not report them."""
        found: dict[str, Figure] = {}
        for each in self.rounds:
            if each.id == round_id:
                there = {*found, *each.figures}
                return {name: figure.among(there) for name, figure in found.items() if name not in each.figures}
            found = {name: figure for name, figure in found.items() if name not in each.figures}
            found.update({name: each.dated(name) for name, figure in each.figures.items() if figure.holds})
        return {}

    def known_by(self, day: datetime.date) -> "Plan":
        """The plan with the rounds and the versions of targets that are not later than a day; the baseline stays."""
        first, *later = self.rounds
        return self._replace(
            rounds=(first, *(each for each in later if each.round.date <= day)),
            targets={name: target.known_by(day) for name, target in self.targets.items()},
        )

    @property
    def baseline(self) -> RoundFigures:
        """The first round."""
        return self.rounds[0]

    @property
    def carried(self) -> frozenset[str]:
        """The figures that are not of the round it is seen in, but of an older one: carried forward, or holding."""
        own = next(each.figures for each in self.rounds if each.id == self.round_id)
        return frozenset(self.figures).difference(own)

    def has(self, indicator: Indicator) -> bool:
        """True where the round has every figure of an indicator."""
        return all(name in self.figures for name in indicator.figures)

    def day_of(self, figure: str) -> datetime.date:
        """The date of a figure: its own, else that of the round."""
        own = self.figures[figure].date
        return own.day if own else self.round.date

    def date_of(self, formula: Formula) -> datetime.date:
        """The date of what a formula counts: the latest of its figures' dates."""
        return max(map(self.day_of, formula.figures))

    def unit_of(self, formula: Formula) -> str:
        """The unit of measure of what a formula counts."""
        return self.figures[formula.figures[0]].unit

    def is_beside(self, other: str, figure: str) -> bool:
        """True where another figure is known and of the same round, or holds in it.

        One that is carried forward comes from an older round, and is beside what comes from there too.
        """
        carried = self.carried
        if other in carried and self.figures[other].holds:
            return True
        if other not in self.figures or (other in carried) != (figure in carried):
            return False
        return figure not in carried or self.day_of(other) == self.day_of(figure)

    @property
    def denominators(self) -> frozenset[str]:
        """Every figure that some indicator is counted among."""
        sums = (indicator.denominator or Sum(()) for indicator in self.indicators.values())
        return frozenset(name for each in sums for name in each.figures)
