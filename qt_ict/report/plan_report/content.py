"""The parts of a report on a plan, in their order."""

from qt_ict.engine.observations import Choice
from qt_ict.engine.values import Rates
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.listing import title
from qt_ict.report.page import Footnotes
from qt_ict.report.plan_report import contradictions, figures, paths, progress, sources, summary, targets
from qt_ict.report.plan_report.asked import asked
from qt_ict.report.plan_report.description import PlanReport
from qt_ict.report.selection import Selection


def plan_report(loaded: Loaded, selection: Selection, rates: Rates, choice: Choice) -> PlanReport:
    """Everything a report on a plan says.

    Args:
        loaded: The plan, seen in its baseline.
        selection: Which targets are asked for.
        rates: Assumed growth of denominators [1/year], by figure.
        choice: Which rounds count, and up to which day.

    Raises:
        Refusal: The selection names something the plan does not have.
    """
    found = asked(loaded, selection, rates, choice)
    footnotes = Footnotes()
    parts = (
        summary.part(found),
        targets.measurable(found, footnotes),
        targets.unmeasured(found, footnotes),
        progress.part(found, footnotes),
        paths.part(found),
        contradictions.part(found),
        figures.part(found),
        sources.part(found),
    )
    return PlanReport(
        plan=loaded.plan.identity,
        form=loaded.plan.report,
        title=title(found.assessed, Text("Tình hình thực hiện các mục tiêu", "Where the targets stand")),
        day=found.tracked.as_of,
        facts=sources.facts(found),
        counts=summary.counts(found),
        parts=tuple(each for each in parts if each.paragraphs or each.sections or each.drawings),
        notes=footnotes.texts,
    )
