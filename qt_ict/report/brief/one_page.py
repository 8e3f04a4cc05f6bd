"""``qt-ict brief``: one page for a committee."""

from collections.abc import Iterator
from datetime import date
from types import ModuleType

from qt_ict.engine.standing import Standing, as_of
from qt_ict.engine.state import STATES, state
from qt_ict.engine.target_forecast import TargetForecast
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Target
from qt_ict.report.answer import Answer, answer, known_then
from qt_ict.report.beside import asked, in_short
from qt_ict.report.brief import decide, domains, how_far, likely, uncounted, worst
from qt_ict.report.document import Document, Part
from qt_ict.report.each_year import EACH_YEAR
from qt_ict.report.field import Field, Record, leaves, record
from qt_ict.report.gap_fields import ATTAINMENT, GAP, SHORTFALL, STATUS, VALUE
from qt_ict.report.notes import noted
from qt_ict.report.plan_words import heading, identified_by, plan_name
from qt_ict.report.progress_fields import VERDICT
from qt_ict.report.question import Question
from qt_ict.report.reply import Reply
from qt_ict.report.selection import narrowed
from qt_ict.report.tallied import tally
from qt_ict.report.target_fields import IDENTIFICATION, SOURCE
from qt_ict.wording import terms
from qt_ict.wording.dates import day


def reply(loaded: Loaded, question: Question) -> Reply:
    """The page on one due year: the one asked for, else the next one to come.

    Args:
        loaded: The plan, seen in its baseline.
        question: Which targets are asked for, up to which day and under which assumptions.

    Raises:
        Refusal: It names something that the plan does not have.
    """
    known = known_then(loaded, question)
    wanted = question.selection
    dated = wanted if wanted.year is not None else wanted._replace(year=coming_year(known.plan, question))
    found = answer(known, question._replace(selection=dated))
    if wanted.year is None and dated.year is not None:
        found = _with_yearly(found, answer(known, question))
    return Reply(lambda: document(found), lambda: data(found), leaves(asked(found, BRIEF_FIELDS)))


def _with_yearly(found: Answer, every: Answer) -> Answer:
    """The targets of the next due year, and each target that is due every year once, with all of its years."""
    yearly = tuple(row for row in every.rows if row.years)
    rows = (*(row for row in found.rows if row.whole is None), *yearly)
    return found._replace(rows=rows, others=tuple(row for row in found.others if not row.years))


def coming_year(plan: Plan, question: Question) -> int | None:
    """The year of the next due day to come, else of the last; None where no target has one."""
    due = sorted({found for target in plan.targets.values() for found in _due(target)})
    today = as_of(plan, question.choice)
    return next((year for last, year in due if last > today), due[-1][1] if due else None)


def _due(target: Target) -> Iterator[tuple[date, int]]:
    """The last days of a target, with the years under which it is listed; a milestone is on the way to one."""
    yield from zip(target.last_days, target.listed_years, strict=True)


def parts(answer: Answer) -> tuple[Part, ...]:
    """What a committee asks, in the order in which it asks."""
    return _said(answer, how_far, domains, worst, likely, uncounted, decide)


def _said(answer: Answer, *questions: ModuleType) -> tuple[Part, ...]:
    return tuple(part for each in questions if (part := each.part(answer)).says_anything)


def document(answer: Answer) -> Document:
    """The page."""
    year = answer.question.selection.year
    what = terms.TARGETS + (Text(" năm {year}", " of {year}").fill(year=str(year)) if year else EMPTY)
    if year and any(row.years for row in answer.rows):
        what += _AND_YEARLY
    when = Text(": tình hình đến {day}", ": the state on {day}").fill(day=day(answer.as_of))
    title = what + when + " – " + plan_name(answer.loaded) + narrowed(answer.plan, answer.question.selection)
    beside = in_short(answer, worst.worst(answer.rows)[1])
    # What if takes room; what would not change by it makes way.
    shown = (*_said(answer, how_far, worst), *beside, *_said(answer, uncounted, decide)) if beside else parts(answer)
    register = identified_by(answer.loaded)
    return Document(title, shown, closing=(register,) if register else (), day=answer.as_of, one_page=True)


_AND_YEARLY = Text(" và mục tiêu hằng năm", " and of every year")


def _place(answer: Answer, row: Standing) -> int | None:
    _, found = worst.worst(answer.rows)
    return found.index(row) + 1 if row in found else None


STATE: Field[Answer, Standing] = Field(
    "state",
    "how it stands, in one word; `starting` has the value alone with which the plan began, "
    "`open` has several statuses, or values and none",
    lambda _, row: state(row),
    words=STATES,
    required=True,
)
WORST: Field[Answer, Standing] = Field(
    "worst",
    "its place among the worst, 1 the worst of all; null where it is not listed",
    _place,
    "integer",
)
CHANCE: Field[Answer, Standing] = Field(
    "probability",
    "that it is met when due, over all that the value may be, 0 to 1; null without past cases",
    lambda answer, row: found.probability if isinstance(found := answer.forecast(row), TargetForecast) else found,
    "quantity",
)
BRIEF_FIELDS: tuple[Field[Answer, Standing], ...] = (
    *IDENTIFICATION,
    STATE,
    WORST,
    VALUE,
    ATTAINMENT,
    GAP,
    SHORTFALL,
    STATUS,
    VERDICT.headed(VERDICT.heading, key="progress"),
    CHANCE,
    SOURCE,
    EACH_YEAR,
)
"""What the page says of one target."""


def data(answer: Answer) -> Record:
    """One object a row; see docs/formats.md."""
    ranked_by_pace, _ = worst.worst(answer.rows)
    return {
        **heading(answer.loaded),
        "as_of": answer.as_of.isoformat(),
        "year": answer.question.selection.year,
        "states": {each: tally(answer.rows)[each] for each in STATES},
        "other_years": {each: tally(answer.others)[each] for each in STATES},
        "said": [each.by_language for each in how_far.sentences(answer)],
        "worst_by": "pace" if ranked_by_pace else "attainment",
        "decisions": noted(decide.decisions(answer)),
        "rows": [record(asked(answer, BRIEF_FIELDS), answer, row) for row in answer.rows],
    }
