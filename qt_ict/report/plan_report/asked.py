"""What a reader asks of a report: the targets of a selection, assessed and tracked through the rounds."""

from collections.abc import Mapping
from typing import NamedTuple

from qt_ict.engine.assessment import Assessment
from qt_ict.engine.observations import Choice
from qt_ict.engine.progress import Progress
from qt_ict.engine.values import Rates
from qt_ict.loading.folder import Loaded
from qt_ict.model.plan import Plan
from qt_ict.report.assessed import Assessed, assessed
from qt_ict.report.selection import Selection
from qt_ict.report.tracked import Tracked, tracked


class Asked(NamedTuple):
    """The same targets under both questions: what is missing, and whether the pace will do."""

    assessed: Assessed
    tracked: Tracked
    progress: Mapping[tuple[str, int | None], Progress]
    """Progress by target and due year."""

    @property
    def loaded(self) -> Loaded:
        """The plan with its places."""
        return self.assessed.loaded

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.assessed.plan

    def progress_of(self, row: Assessment) -> Progress:
        """The progress of an assessed row."""
        return self.progress[row.target, row.year]


def asked(loaded: Loaded, selection: Selection, rates: Rates, choice: Choice) -> Asked:
    """The targets of a selection under both questions.

    Raises:
        Refusal: The selection names something the plan does not have.
    """
    rows = tracked(loaded, choice, selection)
    progress = {(row.name, row.year): row for row in rows.rows}
    return Asked(assessed(loaded, selection, rates, choice), rows, progress)
