"""Progress asked for: the targets of a selection through the rounds, and the reports due so far."""

from datetime import date
from typing import NamedTuple

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.engine.duties import DueReports, due_reports
from qt_ict.engine.observations import Choice
from qt_ict.engine.progress import Progress, as_of, progress
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.methods.series import Method
from qt_ict.model.plan import Plan
from qt_ict.report.notes import Note, assumptions
from qt_ict.report.selection import EVERY_TARGET, Selection, check_year, known_agency, known_domain, unknown_name


class Tracked(NamedTuple):
    """The rows a reader asked for."""

    loaded: Loaded
    choice: Choice
    year: int | None
    method: Method | None
    """The published method to judge by; None for our own."""
    rows: tuple[Progress, ...]
    duties: tuple[DueReports, ...]

    @property
    def plan(self) -> Plan:
        """The plan of the report."""
        return self.loaded.plan

    @property
    def as_of(self) -> date:
        """The day up to which things are known."""
        return as_of(self.plan, self.choice)

    @property
    def assumptions(self) -> tuple[Note, ...]:
        """What the results rest on without the plan saying it."""
        seen = [each.plan for row in self.rows for each in row.history]
        return assumptions(seen or [self.plan], {}, self.choice)


def tracked(
    loaded: Loaded,
    choice: Choice,
    wanted: Selection = EVERY_TARGET,
    method: Method | None = None,
) -> Tracked:
    """The targets a reader asks for, undated ones last, and the reports due so far.

    Raises:
        Refusal: A year, domain or agency that the plan does not have.
    """
    plan = loaded.plan
    check_year(plan, wanted.year)
    domain, agency = known_domain(plan, wanted.domain), known_agency(plan, wanted.agency)
    rows = [
        row
        for row in progress(plan, choice)
        if wanted.year in (None, row.year)
        and domain in (None, row.target.domain)
        and agency in (None, row.target.agency)
    ]
    domains = list(plan.domains)
    rows.sort(key=lambda row: (row.year is None, domains.index(row.target.domain)))
    duties = [
        each for each in due_reports(plan, as_of(plan, choice)) if agency in (None, plan.duties[each.duty].agency)
    ]
    return Tracked(loaded, choice, wanted.year, method, tuple(rows), tuple(duties))


def tracked_indicator(loaded: Loaded, choice: Choice, name: str) -> Tracked:
    """The targets of one indicator, given by its id or by that of one of its targets.

    Raises:
        Refusal: There is no such indicator, or no target of its own.
    """
    id_ = indicator_named(loaded.plan, name)
    found = tracked(loaded, choice)
    rows = tuple(row for row in found.rows if row.target.indicator == id_ and row.target.measure != "proxy")
    if not rows:
        raise Refusal(
            Text("không có mục tiêu nào đo bằng {id}", "no target is measured by {id}").fill(id=id_),
            Text("Xem các mục tiêu: qt-ict targets.", "See the targets: qt-ict targets."),
        )
    return found._replace(rows=rows)


def indicator_named(plan: Plan, name: str) -> str:
    """The indicator of a name: its own id, or that of a target which it measures.

    Raises:
        Refusal: There is none.
    """
    wanted = name.replace("-", "_")
    if wanted in plan.indicators:
        return wanted
    target = plan.targets.get(wanted)
    if target is not None and target.indicator is not None:
        return target.indicator
    if target is not None:
        raise Refusal(
            Text("chưa có chỉ tiêu nào đo mục tiêu {wanted}", "no indicator measures the target {wanted}").fill(
                wanted=wanted
            ),
            Text(
                "Xem cách đo: qt-ict targets --unmeasured.",
                "See how targets are measured: qt-ict targets --unmeasured.",
            ),
        )
    raise unknown_name(plan, name)
