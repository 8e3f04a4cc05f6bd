"""What a figure that is counted per period comes to: made from figures, never read from a file."""

from datetime import date
from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.model.figures import Figure

UNREPORTED = Interval(0, None)
"""What is known of a period that nobody reported."""

UNREPORTED_EITHER_WAY = Interval(None, None)
"""The same of what may come to less than 0, such as a balance."""


class CountedPeriod(NamedTuple):
    """A period, and what was counted in it."""

    start: date
    end: date
    things: Interval
    """UNREPORTED, or UNREPORTED_EITHER_WAY, where nobody reported it [unit of the figure]."""
    round: str | None = None
    """Id of the round that reports it; None where nobody does."""
    key: str = "value"
    """Key of the figure there that holds it: ``value``, or ``base`` where a new stretch begins."""
    taken_off: Interval | None = None
    """What was counted of it before the day from which things are added up [unit]; None of a whole one."""

    @property
    def is_reported(self) -> bool:
        """False of a period that nobody reported."""
        return self.round is not None


class Uncertain(NamedTuple):
    """A figure that leaves a sum open."""

    cause: str
    """Code of why."""
    figure: Figure


class RunningTotal(Figure):
    """The sum of a figure's periods since a day."""

    total: Interval
    """What they come to [unit]."""
    periods: tuple[CountedPeriod, ...]
    """Those since that day, oldest first, without a gap."""
    uncertain: tuple[Uncertain, ...]
    """What leaves the sum open, oldest first; empty where every period is one number."""
    at_base: "RunningTotal | None" = None
    """What it comes to on the day of its base, where it is counted anew from one; None without."""

    @property
    def of_base(self) -> Figure:
        """What it comes to on the day of its base."""
        return self.at_base or self
