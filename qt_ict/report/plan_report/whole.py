"""The parts of a report on a plan, in their order."""

from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.answer import answer
from qt_ict.report.document import Document, Footnotes, Frame
from qt_ict.report.listing import title
from qt_ict.report.plan_report import by_domain, contradictions, courses, measured, sources, summary, ways
from qt_ict.report.question import Question
from qt_ict.report.reply import Reply


def reply(loaded: Loaded, question: Question) -> Reply:
    """Everything a report on a plan says.

    Args:
        loaded: The plan, seen in its baseline.
        question: Which targets are asked for, up to which day and under which assumptions.

    Raises:
        Refusal: It names something that the plan does not have.
    """
    as_of = question.choice.as_of
    known = loaded._replace(plan=loaded.plan.known_by(as_of)) if as_of else loaded
    document = whole(known, question)
    return Reply(lambda: document)


def whole(loaded: Loaded, question: Question) -> Document:
    """The report: what is known on the day that was asked for, and nothing later."""
    found = answer(loaded, question)
    footnotes = Footnotes()
    parts = (
        summary.part(found),
        by_domain.measurable(found, footnotes),
        by_domain.unmeasured(found, footnotes),
        courses.part(found, footnotes),
        ways.part(found),
        contradictions.part(found),
        measured.part(found),
        sources.part(found),
    )
    return Document(
        title(found, Text("Tình hình thực hiện các mục tiêu", "Where the targets stand")),
        tuple(each for each in parts if each.says_anything),
        footnotes.texts,
        day=found.as_of,
        frame=Frame(loaded.plan.identity, loaded.plan.report, sources.facts_of(found), summary.counts_by_status(found)),
    )
