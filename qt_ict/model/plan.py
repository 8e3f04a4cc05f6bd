"""A whole plan: everything its folder says, as typed data."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from qt_ict.model.figures import Figure, Round
from qt_ict.model.indicators import Domain, Formula, Indicator, Sum, Unit
from qt_ict.model.organisation import Agency, Duty, Identity, Source
from qt_ict.model.targets import Target


class Plan(NamedTuple):
    """The entries of a plan by id, in the order of its files."""

    identity: Identity
    sources: Mapping[str, Source]
    """Parts and items of the document; empty where the plan does not list them."""
    agencies: Mapping[str, Agency]
    duties: Mapping[str, Duty]
    units: Mapping[str, Unit]
    domains: Mapping[str, Domain]
    indicators: Mapping[str, Indicator]
    round: Round
    round_id: str
    """Name of the round's file without its ending."""
    figures: Mapping[str, Figure]
    targets: Mapping[str, Target]

    def date_of(self, formula: Formula) -> datetime.date:
        """The date of what a formula counts: the latest of its figures' dates."""
        return max(self.figures[name].date or self.round.date for name in formula.figures)

    def unit_of(self, formula: Formula) -> str:
        """The unit of measure of what a formula counts."""
        return self.figures[formula.figures[0]].unit

    def parts_differ(self, figure: str) -> bool:
        """True where the parts of a figure do not add up to it."""
        parts = self.figures[figure].parts
        return bool(parts) and sum(self.figures[part].value for part in parts) != self.figures[figure].value

    @property
    def denominators(self) -> frozenset[str]:
        """Every figure that some indicator is counted among."""
        sums = (indicator.denominator or Sum(()) for indicator in self.indicators.values())
        return frozenset(name for each in sums for name in each.figures)
