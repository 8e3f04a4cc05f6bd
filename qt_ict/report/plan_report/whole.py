"""The parts of a report on a plan, in their order."""

from collections import Counter
from collections.abc import Iterator

from qt_ict.engine.reasons import Reason
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report import words
from qt_ict.report.answer import Answer, answer, known_then
from qt_ict.report.brief import one_page as brief
from qt_ict.report.document import Cell, Document, Drawing, Footnotes, Frame, Part, Table
from qt_ict.report.field import cells, columns
from qt_ict.report.figure_fields import DATE, ID, ITEM, NAME, PRINTED, UNIT, VALUE
from qt_ict.report.listing import title
from qt_ict.report.path import PROJECTION, way_table
from qt_ict.report.plan_report import by_domain, contradictions, sources
from qt_ict.report.progress import decided, duties, legend
from qt_ict.report.question import Question
from qt_ict.report.reply import Reply
from qt_ict.report.situation import counts
from qt_ict.report.way import has_way, way
from qt_ict.report.way_chart import way_chart
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import counted, listed, plain


def reply(loaded: Loaded, question: Question) -> Reply:
    """Everything a report on a plan says.

    Args:
        loaded: The plan, seen in its baseline.
        question: Which targets are asked for, up to which day and under which assumptions.

    Raises:
        Refusal: It names something that the plan does not have.
    """
    document = whole(known_then(loaded, question), question)
    return Reply(lambda: document)


def whole(loaded: Loaded, question: Question) -> Document:
    """The report: what is known on the day that was asked for, and nothing later."""
    found = answer(loaded, question)
    footnotes = Footnotes()
    parts = (
        *brief.parts(found),
        by_domain.measurable(found, footnotes),
        by_domain.unmeasured(found, footnotes),
        _courses(found, footnotes),
        _ways(found),
        contradictions.part(found),
        _figures(found),
        sources.part(found),
    )
    return Document(
        title(found, Text("Tình hình thực hiện các mục tiêu", "Where the targets stand")),
        tuple(each for each in parts if each.says_anything),
        footnotes.texts,
        day=found.as_of,
        frame=Frame(loaded.plan.identity, loaded.plan.report, sources.facts_of(found), counts(found.rows)),
    )


def _courses(answer: Answer, footnotes: Footnotes) -> Part:
    """Targets whose pace is known, why the others have no status, and reports due."""
    tables = (*decided(answer, footnotes), duties(answer))
    lines = (*legend(answer), *_without(answer))
    return Part("progress", Text("Tiến độ", "Progress"), lines, tuple(each for each in tables if each.rows))


def _without(answer: Answer) -> Iterator[Text]:
    """How many rows have no status, by reason."""
    judged = (row.course.judged for row in answer.rows)
    tally = Counter(each.reason or Reason.NO_BASELINE for each in judged if not each.status)
    if tally:
        reasons = listed(words.REASONS[each] + " (" + plain(count) + ")" for each, count in tally.most_common())
        yield _WITHOUT.fill(rows=counted(tally.total(), Text("dòng", "row")), reasons=reasons)


_WITHOUT = Text("Chưa kết luận được tiến độ của {rows}: {reasons}.", "No status of progress in {rows}: {reasons}.")


def _ways(answer: Answer) -> Part:
    """A chart, and its values, for every target with a number, a due year and a value."""
    rows = [(row, way(row)) for row in answer.rows if has_way(row)]
    lines = (_PATH, PROJECTION) if any(row.course.span for row, _ in rows) else (_PATH,)
    drawings = tuple(Drawing(way_chart(answer, row, stops), way_table(answer, row, stops)) for row, stops in rows)
    return Part(
        "paths",
        Text("Lộ trình đến mục tiêu", "Paths to the targets"),
        lines if rows else (),
        drawings=drawings,
        appendix=True,
    )


_PATH = Text(
    "Lộ trình là giá trị lẽ ra đạt vào cuối mỗi năm nếu tăng đều.",
    "A path is the value due at the end of every year by equal steps.",
)


_SHOWN = (
    NAME,
    VALUE,
    UNIT,
    DATE,
    PRINTED,
    ITEM.headed(ITEM.heading, cell=lambda loaded, name: Cell(Text.same(loaded.plan.figures[name].source), "quiet")),
    ID.headed(ID.heading, key="id", aside=True),
)


def _figures(answer: Answer) -> Part:
    """One table a round."""
    loaded = answer.loaded
    rounds = [each for each in answer.plan.rounds if each.round.date <= answer.as_of]
    tables = (_of_round(loaded._replace(plan=loaded.plan.seen_in(each))) for each in rounds)
    heading = Text("Số liệu", "Figures")
    return Part("figures", heading, tables=tuple(each for each in tables if each.rows), appendix=True)


def _of_round(seen: Loaded) -> Table:
    head = seen.plan.round
    rows = tuple(cells(_SHOWN, seen, name) for name in seen.plan.figures)
    return Table(head.name + ", " + day(head.date), columns(_SHOWN), rows)
