"""A question: what a reader asks of a plan, as plain data."""

from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from qt_ict.engine.additions import Additions
from qt_ict.engine.observations import EVERY_ROUND, Choice
from qt_ict.engine.thresholds import Status
from qt_ict.engine.values import Rates
from qt_ict.methods.series import Method
from qt_ict.reference.classes import ReferenceClass

SortKey = Literal["plan", "year", "attainment", "gap", "shortfall", "pace", "status", "agency"]


class Selection(NamedTuple):
    """Filters on targets; None takes all."""

    year: int | None = None
    domain: str | None = None
    agency: str | None = None
    status: Status | None = None
    sort: SortKey = "plan"


class Question(NamedTuple):
    """Which targets, by which rounds, under which assumptions, judged how."""

    selection: Selection = Selection()
    choice: Choice = EVERY_ROUND
    rates: Rates = MappingProxyType({})
    """Assumed growth of denominators [1/year], by figure."""
    additions: Additions = MappingProxyType({})
    """What is supposed to be added to figures every year."""
    by: date | None = None
    """The day by which it is asked what meets the targets; None where that is not asked."""
    method: Method | None = None
    """The published method to judge by; None for our own."""
    reference: ReferenceClass | None = None
    """The class whose past cases are counted; None for that which an indicator names."""
    without: str | None = None
    """The area of it whose own cases do not count; None for what the indicator says."""


EVERYTHING = Question()
