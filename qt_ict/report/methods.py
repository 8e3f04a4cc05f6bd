"""``qt-ict methods``: the same facts under every method side by side, and where they disagree."""

from collections.abc import Iterable
from typing import Literal

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.progress import Progress
from qt_ict.engine.published import Published, published
from qt_ict.engine.verdict import Verdict
from qt_ict.language import EMPTY, Text
from qt_ict.methods.by_name import METHODS
from qt_ict.methods.series import Method
from qt_ict.report.document import Document, heading, noted, quantity
from qt_ict.report.method_cells import METHOD_COLUMNS, method_row, number_text, record, status_text, strictness
from qt_ict.report.notes import due_text
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row, Section
from qt_ict.report.progress import closing, target_cell
from qt_ict.report.progress_cells import first_cell, indicator_of, judged_value_cell
from qt_ict.report.progress_notes import row_notes
from qt_ict.report.progress_record import observation
from qt_ict.report.tracked import Tracked
from qt_ict.report.verdicts import judged_text, verdict_cell, verdict_text
from qt_ict.wording.quantities import listed

COLUMNS = (
    "target",
    "year",
    "name",
    "value.low",
    "value.high",
    "anticipated.low",
    "anticipated.high",
    "score.low",
    "score.high",
    "status",
    "reason",
    "constants",
)
"""Columns of a CSV file: one line a target and method."""


OURS = "qt-ict"
"""The name of our own verdict among the methods."""


def document(report: Tracked) -> Document:
    """The report as plain data; see docs/formats.md."""
    answers = {id(row): _answers(row) for row in report.rows}
    return {
        **heading(report.loaded),
        "as_of": report.as_of.isoformat(),
        "assumptions": noted(report.assumptions),
        "targets": [
            {
                "target": row.name,
                "year": row.year,
                "rounds": [observation(each) for each in row.history],
                "sides": {side: list(said) for side, said in _sides(row, answers[id(row)]).items()},
            }
            for row in report.rows
        ],
        "rows": [
            {"target": row.name, "year": row.year, **each}
            for row in report.rows
            for each in (_ours(row), *(record(method, found) for method, found in answers[id(row)]))
        ],
    }


def _answers(row: Progress) -> list[tuple[Method, Published]]:
    return [(method, published(method, row)) for method in METHODS.values()]


def _ours(row: Progress) -> Document:
    """Our own verdict in the form of a method's: the ratio on the scale that decides."""
    return {
        "name": OURS,
        "value": quantity(row.pace.ratio),
        "anticipated": None,
        "score": None,
        "status": list(row.judged.status),
        "reason": row.judged.reason,
        "constants": {},
    }


def page(report: Tracked) -> Page:
    """For every due year a table of methods, ours first, and what they disagree on."""
    footnotes = Footnotes()
    sections = []
    paragraphs = []
    for row in report.rows:
        notes = tuple(footnotes.number(note.text) for note in row_notes(report, row))
        answers = _answers(row)
        sections.append(_table(row, answers, notes))
        paragraphs.append(_disagreement(row, answers))
    return Page(
        title=(Text("Các phương pháp: ", "Methods: ") + indicator_of(report.rows[0]).name),
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        notes=footnotes.texts,
        closing=(_VALUES, *strictness(report.rows), *closing(report)),
    )


_VALUES = Text(
    "Trị số là gì, mỗi phương pháp một khác: docs/methods.md; của qt-ict là tỷ số giữa nhịp đã có và nhịp cần.",
    "What the value is differs by method: docs/methods.md; of qt-ict it is the pace so far over the one required.",
)


def _table(row: Progress, answers: Iterable[tuple[Method, Published]], notes: tuple[int, ...]) -> Section:
    due = Text("Đến hạn ", "Due in ") + due_text(row.target, row.year) + ": " + target_cell(row).text
    heading_ = due + "; " + first_cell(row).text + " → " + judged_value_cell(row).text
    ratio = row.pace.ratio
    ours: Row = (
        Cell(Text.same(OURS), "strong", notes=notes),
        Cell(number_text(ratio)) if isinstance(ratio, Interval) else Cell(EMPTY),
        Cell(EMPTY),
        verdict_cell(row) if row.judged.status else Cell(EMPTY),
        Cell(judged_text(row, row.judged), "quiet") if not row.judged.status else Cell(EMPTY),
    )
    rows = ((Cell((method.title + _name(method))), *method_row(method, found)) for method, found in answers)
    return Section(heading_, (Column(Text("Phương pháp", "Method")), *METHOD_COLUMNS), (ours, *rows))


def _name(method: Method) -> Text:
    return Text.same(f" ({method.name})")


Side = Literal["favourable", "between", "adverse"]
_SIDES: dict[Side, Text] = {
    "favourable": Text("Đạt hoặc sẽ đạt", "Met or to be met"),
    "between": Text("Tiến bộ nhưng chưa đủ", "Progress, but not enough"),
    "adverse": Text("Không tiến bộ hoặc đi ngược", "No progress or moving away"),
}
"""On which side a method comes down: it expects the target to be met, its worst grade, or what lies between."""


def _sides(row: Progress, answers: Iterable[tuple[Method, Published]]) -> dict[Side, dict[str, Text]]:
    """Which methods come down on which side, with what they say; those that do not decide are on none."""
    found: dict[Side, dict[str, Text]] = {side: {} for side in _SIDES}
    codes: dict[Verdict, Side] = {"moving_away": "adverse", "missed": "adverse"}
    ours = {
        codes.get(each, "between" if each in ("moderate", "insufficient") else "favourable")
        for each in row.judged.status
    }
    if len(ours) == 1:
        found[ours.pop()][OURS] = verdict_text(row.judged.status)
    for method, answer in answers:
        worst = list(method.statuses)[-1]
        said: set[Side] = {
            "favourable" if code in method.favourable else "adverse" if code == worst else "between"
            for code in answer.status
        }
        if len(said) == 1:
            found[said.pop()][method.name] = status_text(method, answer)
    return found


def _disagreement(row: Progress, answers: Iterable[tuple[Method, Published]]) -> Text:
    """On which side every method that decides comes down."""
    sides = {side: said for side, said in _sides(row, answers).items() if said}
    due = due_text(row.target, row.year)
    if not sides:
        return _SILENT.fill(due=due)
    listed_sides = (
        (_SIDES[side] + ": " + listed((_said(*each) for each in said.items()), ", ")) for side, said in sides.items()
    )
    start = _AGREED if len(sides) == 1 else _DISAGREED
    return start.fill(due=due, sides=listed(listed_sides, "; "))


def _said(name: str, words: Text) -> Text:
    return f"{name} (" + words + ")"


_SILENT = Text("{due}: không phương pháp nào kết luận được.", "{due}: no method decides.")
_AGREED = Text("{due}: cùng một phía. {sides}.", "{due}: on one side. {sides}.")
_DISAGREED = Text("{due}: bất đồng. {sides}.", "{due}: they disagree. {sides}.")
