"""``qt-ict methods``: the same facts under every method side by side, and where they disagree."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.methods.by_name import METHODS
from qt_ict.report.answer import Answer
from qt_ict.report.document import Document, Footnotes, Part, Row, Table
from qt_ict.report.field import Field, Record, cells, columns, leaves, record
from qt_ict.report.listing import aside, cannot
from qt_ict.report.method_fields import OPINION, RECORD, SHOWN, Opinion, opinion, reason_text, status_text, strictness
from qt_ict.report.notes import needless, noted
from qt_ict.report.plan_words import heading
from qt_ict.report.progress import closing
from qt_ict.report.progress_fields import FIRST, JUDGED, ROUNDS
from qt_ict.report.reply import Reply
from qt_ict.report.target_fields import STATED, due_heading, due_text
from qt_ict.wording.quantities import counted, listed

METHODS_FIELDS: tuple[Field[Any, Opinion], ...] = (
    Field("target", "id of the target", lambda _, said: said.row.id),
    Field("year", "calendar year the target is listed under, or null", lambda _, said: said.row.year, "year"),
    *OPINION,
    Field("recommended", "true of ours alone", lambda _, said: said.method is None, "boolean"),
    RECORD,
)
"""What one method says of one target in one due year."""


def reply(answer: Answer) -> Reply:
    """What every method says of the targets of one indicator."""
    said = [_opinions(row) for row in answer.rows]
    return Reply(lambda: document(answer, said), lambda: data(answer, said), leaves(METHODS_FIELDS))


def _opinions(row: Standing) -> list[Opinion]:
    """What every method says of a target, ours first."""
    return [opinion(method, row) for method in (None, *METHODS.values())]


def data(answer: Answer, said: Iterable[list[Opinion]]) -> Record:
    """One object a target and method; see docs/formats.md."""
    return {
        **heading(answer.loaded),
        "as_of": answer.as_of.isoformat(),
        "assumptions": noted(answer.assumptions_on_course),
        "targets": [
            {
                "target": row.id,
                "year": row.year,
                "rounds": ROUNDS.plain(answer, row),
                "sides": {side: [each.name for each in on_it] for side, on_it in _sides(opinions).items()},
            }
            for row, opinions in zip(answer.rows, said, strict=True)
        ],
        "rows": [record(METHODS_FIELDS, answer, each) for opinions in said for each in opinions],
    }


def document(answer: Answer, said: Iterable[list[Opinion]]) -> Document:
    """For every due year a table of methods, ours first, and what they disagree on."""
    footnotes = Footnotes()
    pairs = list(zip(answer.rows, said, strict=True))
    lines = (_VALUES, *((_RECORDS,) if _has_record(answer, said) else ()))
    tables = (each for row, opinions in pairs for each in _tables(answer, row, opinions, footnotes))
    return Document(
        Text("Các phương pháp: ", "Methods: ") + answer.rows[0].indicator.name,
        (
            *(Part(tables=(table,)) for table in tables),
            Part(paragraphs=tuple(_disagreement(row, opinions) for row, opinions in pairs)),
        ),
        footnotes.texts,
        (*lines, *strictness(answer.rows), *closing(answer)),
        answer.as_of,
        aside=aside(answer, footnotes),
    )


_RECORDS = Text(
    "Trước đây đạt: trong các trường hợp trước đây có cùng đánh giá, cùng loại, gần cùng thời gian còn lại, ở mọi mức "
    "(các quốc gia, đến 2018, kể cả sau ngày đánh giá), bao nhiêu trường hợp đạt mục tiêu khi đến hạn; docs/record.md.",
    "Kept before: of past cases with the same status, of the same kind, near in time left, at all levels (countries, "
    "through 2018, whatever day is asked about), how many met their target when it was due; docs/record.md.",
)


def _has_record(answer: Answer, said: Iterable[list[Opinion]]) -> bool:
    return any(RECORD.value(answer, each) for opinions in said for each in opinions)


_VALUES = Text(
    "Trị số của mỗi phương pháp có ý nghĩa khác nhau: docs/methods.md; của qt-ict là tỷ số giữa mức tăng bình quân năm "
    "và mức cần tăng từ nay.",
    "What the value is differs by method: docs/methods.md; of qt-ict it is the pace so far over the one required from "
    "now on.",
)


def _tables(answer: Answer, row: Standing, opinions: list[Opinion], footnotes: Footnotes) -> Iterator[Table]:
    """Ours and the methods that say something of a target; those that say nothing, counted in a line."""
    first, judged, stated = (field.shown(answer, row).text for field in (FIRST, JUDGED, STATED))
    due = due_heading(row) + ": " + stated
    told = any(RECORD.value(answer, each) for each in opinions)
    shown = (*SHOWN[:-1], *((RECORD,) if told else ()), SHOWN[-1])
    ours, *others = opinions
    notes = list(answer.notes_on_course(row))
    numbers = footnotes.numbers((note.text for note in notes), needless(notes))
    speaking = tuple(cells(shown, answer, each) for each in others if each.says_anything)
    head = _with_notes(cells(shown, answer, ours), numbers)
    yield Table(due + "; " + first + " → " + judged, columns(shown), (head, *speaking))
    silent = [each for each in others if not each.says_anything]
    if silent:
        methods = counted(len(silent), Text("phương pháp", "method"))
        yield Table(
            Text("Không áp dụng được", "Not judged"),
            columns((SHOWN[0], SHOWN[-1])),
            tuple(cells((SHOWN[0], SHOWN[-1]), answer, each) for each in silent),
            cannot(methods, map(reason_text, silent)),
        )


def _with_notes(row: Row, notes: tuple[int, ...]) -> Row:
    return (row[0]._replace(notes=notes), *row[1:])


Camp = Literal["favourable", "between", "adverse"]
_SIDES: dict[Camp, Text] = {
    "favourable": Text("Đạt hoặc sẽ đạt", "Met or to be met"),
    "between": Text("Có tiến bộ nhưng chưa đủ", "Progress, but not enough"),
    "adverse": Text("Không tiến bộ hoặc xa dần mục tiêu", "No progress or moving away"),
}
"""On which side a method comes down: it expects the target to be met, its worst grade, or what lies between."""
_OUR_SIDES: dict[str, Camp] = {
    "moving_away": "adverse",
    "fell_below_target": "adverse",
    "missed": "adverse",
    "moderate": "between",
    "insufficient": "between",
}


def _sides(opinions: Iterable[Opinion]) -> dict[Camp, list[Opinion]]:
    """Which methods come down on which side; those that do not decide are on none."""
    found: dict[Camp, list[Opinion]] = {side: [] for side in _SIDES}
    for each in opinions:
        sides = {_side(each, code) for code in each.status}
        if len(sides) == 1:
            found[sides.pop()].append(each)
    return found


def _side(said: Opinion, code: str) -> Camp:
    """On which side a status is."""
    if said.method is None:
        return _OUR_SIDES.get(code, "favourable")
    if code in said.method.favourable:
        return "favourable"
    return "adverse" if code == list(said.method.statuses)[-1] else "between"


def _disagreement(row: Standing, opinions: Iterable[Opinion]) -> Text:
    """On which side every method that decides comes down."""
    sides = {side: on_it for side, on_it in _sides(opinions).items() if on_it}
    due = due_text(row.target, row.year)
    if not sides:
        return _SILENT.fill(due=due)
    named = (
        _SIDES[side] + ": " + listed((f"{each.name} (" + status_text(each) + ")" for each in on_it), ", ")
        for side, on_it in sides.items()
    )
    return (_AGREED if len(sides) == 1 else _DISAGREED).fill(due=due, sides=listed(named))


_SILENT = Text("{due}: không phương pháp nào kết luận được.", "{due}: no method decides.")
_AGREED = Text("{due}: thống nhất. {sides}.", "{due}: on one side. {sides}.")
_DISAGREED = Text("{due}: không thống nhất. {sides}.", "{due}: they disagree. {sides}.")
