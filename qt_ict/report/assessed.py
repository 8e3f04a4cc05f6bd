"""Targets assessed: what ``gap``, ``growth`` and ``targets`` all begin with."""

from typing import NamedTuple

from qt_ict.engine.assessment import Assessment, assessments
from qt_ict.engine.observations import EVERY_ROUND, Choice
from qt_ict.engine.values import Rates
from qt_ict.loading.folder import Loaded
from qt_ict.model.plan import Plan
from qt_ict.report.notes import Note, assumptions, row_notes
from qt_ict.report.selection import Selection, selected


class Assessed(NamedTuple):
    """The rows a reader asked for, with what is to be said beside them."""

    loaded: Loaded
    selection: Selection
    rates: Rates
    choice: Choice
    rows: tuple[Assessment, ...]
    assumptions: tuple[Note, ...]
    undated: int
    """Targets without a due year that a year's list leaves out, other filters applied."""

    @property
    def plan(self) -> Plan:
        """The plan of the report."""
        return self.loaded.plan

    def notes(self, row: Assessment) -> tuple[Note, ...]:
        """What is to be said beside a row."""
        return row_notes(self.plan, row, self.rates)

    def only(self, rows: tuple[Assessment, ...]) -> "Assessed":
        """The same report with some of its rows."""
        return self._replace(rows=rows)


def assessed(loaded: Loaded, selection: Selection, rates: Rates, choice: Choice = EVERY_ROUND) -> Assessed:
    """The assessment of every target a selection asks for.

    Raises:
        Refusal: The selection names something the plan does not have.
    """
    rows = assessments(loaded.plan, rates, choice)
    chosen = selected(loaded.plan, rows, selection)
    anytime = selected(loaded.plan, rows, selection._replace(year=None)) if selection.year else ()
    undated = sum(row.year is None for row in anytime)
    plans = [row.plan for row in chosen if row.observed] or [loaded.plan]
    notes = assumptions(plans, rates, choice)
    return Assessed(loaded, selection, rates, choice, tuple(chosen), notes, undated)
