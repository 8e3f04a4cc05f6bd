"""The parts of a report on a plan, in their order: results, assessment, proposals; behind them what they rest on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qt_ict.engine.reasons import Reason
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report import words
from qt_ict.report.answer import Answer, answer, known_then
from qt_ict.report.brief import one_page as brief
from qt_ict.report.document import Cell, Document, Footnotes, Frame, Part, Table
from qt_ict.report.each_year import each_year
from qt_ict.report.field import cells, columns
from qt_ict.report.figure_fields import DATE, ID, ITEM, NAME, PRINTED, UNIT, VALUE
from qt_ict.report.listing import title
from qt_ict.report.plan_report import by_domain, contradictions, sources, ways
from qt_ict.report.plan_report.concerned import Concerned, concerned
from qt_ict.report.plan_report.official import is_official, letter
from qt_ict.report.progress import decided, duties
from qt_ict.report.question import Question
from qt_ict.report.reply import Reply
from qt_ict.report.tallied import counts
from qt_ict.report.trial import trial
from qt_ict.wording import terms
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import listed, plain


def reply(loaded: Loaded, question: Question) -> Reply:
    """Everything a report on a plan says.

    Args:
        loaded: The plan, seen in its baseline.
        question: Which targets are asked for, up to which day and under which assumptions.

    Raises:
        Refusal: It names something that the plan does not have.
    """
    document = whole(known_then(loaded, question), question)
    return Reply(lambda: document, readers=loaded.plan.readers)


def whole(loaded: Loaded, question: Question) -> Document:
    """The report: what is known on the day that was asked for, and nothing later."""
    found = answer(loaded, question)
    footnotes = Footnotes()
    about = concerned(found)
    asked = brief.parts(found)
    parts = (
        *_chapter(_RESULTS, *_of(asked, "state", "domains", "worst"), by_domain.measurable(found, footnotes)),
        *_chapter(_ASSESSMENT, *_of(asked, "likely", "uncounted"), _courses(found, footnotes)),
        *_chapter(_PROPOSALS, *(_lettered(each)._replace(room=_ROOM) for each in _of(asked, "decide"))),
        by_domain.unmeasured(found, footnotes),
        ways.part(found),
        contradictions.part(found, about),
        _figures(found, about),
        sources.part(found, about),
    )
    return Document(
        title(found, Text("Tình hình thực hiện các mục tiêu", "Where the targets stand")),
        tuple(each for each in parts if each.says_anything),
        footnotes.texts,
        day=found.as_of,
        frame=_frame(found),
        trial=trial(found),
    )


def _lettered(part: Part) -> Part:
    """A part whose numbered paragraphs have letters: those of its chapter are numbered themselves."""
    found = enumerate(zip(_LETTERS, part.paragraphs, strict=False), 1)
    lettered = tuple(_with_letter(said, f"{number}. ", letter) for number, (letter, said) in found)
    return part._replace(paragraphs=(*lettered, *part.paragraphs[len(lettered) :]))


def _with_letter(said: Text, number: str, letter: str) -> Text:
    """A paragraph with a letter in place of its number; as it is where it has none."""
    return Text(*(letter + ") " + each.removeprefix(number) if each.startswith(number) else each for each in said))


_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""In the order of Vietnamese, in which decree 30/2020/NĐ-CP numbers points."""


def _frame(answer: Answer) -> Frame:
    plan = answer.plan
    official = is_official(plan)
    return Frame(
        plan.identity,
        plan.report,
        sources.facts_of(answer),
        counts(answer.rows),
        letter(answer, _MORE) if official else None,
    )


_RESULTS = Text("Kết quả thực hiện", "Results")
_ASSESSMENT = Text("Đánh giá", "Assessment")
_PROPOSALS = Text("Kiến nghị", "Proposals")
_ROOM = 3
"""Lines that paper leaves for what only people can say."""
_MORE = Part("more", Text("Kiến nghị khác", "Other proposals"), chapter=_PROPOSALS, room=_ROOM)
"""What people have to propose besides what the figures ask."""


def _of(parts: Sequence[Part], *keys: str) -> Iterator[Part]:
    """Some of the parts, by their keys."""
    return (each for each in parts if each.key in keys)


def _chapter(heading: Text, *parts: Part) -> Iterator[Part]:
    """The parts that say anything, the first of them under the heading of a chapter."""
    for place, part in enumerate(each for each in parts if each.says_anything):
        yield part._replace(chapter=heading) if place == 0 else part


_IN_SHORT = ("name", "year", "target", "judged", "observed", "from_now", "status")
"""The columns of the tables of progress that the text shows."""


def _courses(answer: Answer, footnotes: Footnotes) -> Part:
    """Targets whose pace is known, why the others have no status, and reports due."""
    found = decided(answer, footnotes, beside=(by_domain.AGENCY_BESIDE,))
    judged = (each.detailed(lambda column: column.key not in _IN_SHORT) for each in found)
    tables = (*judged, each_year(answer, answer.rows, footnotes), duties(answer))
    return Part("progress", terms.PROGRESS, tuple(_without(answer)), tuple(t for t in tables if t.rows))


def _without(answer: Answer) -> Iterator[Text]:
    """How many rows have no status, by reason."""
    judged = (row.course.judged for row in answer.rows)
    tally = Counter(each.reason or Reason.NO_BASELINE for each in judged if not each.status)
    if tally:
        reasons = listed(words.REASONS[each] + " (" + plain(count) + ")" for each, count in tally.most_common())
        yield _WITHOUT.fill(reasons=reasons)


_WITHOUT = Text("Chưa đánh giá được tiến độ: {reasons}.", "Progress not assessed: {reasons}.")


_SHOWN = (
    NAME,
    VALUE,
    UNIT,
    DATE,
    PRINTED,
    ITEM.headed(ITEM.heading, cell=lambda loaded, name: Cell(Text.same(loaded.plan.figures[name].source), "quiet")),
    ID.headed(ID.heading, key="id", aside=True),
)


def _figures(answer: Answer, about: Concerned) -> Part:
    """One table a round, of the figures that the report speaks of."""
    loaded = answer.loaded
    rounds = [each for each in answer.plan.rounds if each.round.date <= answer.as_of]
    tables = (_of_round(loaded._replace(plan=loaded.plan.seen_in(each)), about) for each in rounds)
    heading = terms.FIGURES
    return Part("figures", heading, tables=tuple(each for each in tables if each.rows), appendix=True)


def _of_round(seen: Loaded, about: Concerned) -> Table:
    head = seen.plan.round
    rows = tuple(cells(_SHOWN, seen, name) for name in seen.plan.figures if about.has("figures", name))
    return Table(head.name + ", " + day(head.date), columns(_SHOWN), rows)
