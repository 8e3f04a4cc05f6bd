"""``qt-ict methods``: the same facts under every method side by side, and where they disagree."""

from collections.abc import Iterable

from qt_ict.engine.progress import Progress
from qt_ict.engine.published import Published, published
from qt_ict.language import EMPTY, Text
from qt_ict.methods.catalogue import METHODS
from qt_ict.methods.series import Method
from qt_ict.report.document import Document, heading, noted
from qt_ict.report.method_cells import METHOD_COLUMNS, method_row, record, status_text
from qt_ict.report.notes import due_text
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row, Section
from qt_ict.report.progress import closing, target_cell
from qt_ict.report.progress_cells import first_cell, indicator_of, judged_value_cell, ratio_cell
from qt_ict.report.progress_record import observation
from qt_ict.report.tracked import Tracked, row_notes
from qt_ict.report.verdicts import verdict_cell
from qt_ict.wording.quantities import joined, listed

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


def document(report: Tracked) -> Document:
    """The report as plain data; see docs/formats.md."""
    return {
        **heading(report.loaded),
        "as_of": report.as_of.isoformat(),
        "assumptions": noted(report.assumptions),
        "targets": [
            {
                "target": row.name,
                "year": row.year,
                "status": list(row.judged.status),
                "reason": row.judged.reason,
                "rounds": [observation(each) for each in row.history],
            }
            for row in report.rows
        ],
        "rows": [
            {"target": row.name, "year": row.year, **record(method, published(method, row))}
            for row in report.rows
            for method in METHODS.values()
        ],
    }


def page(report: Tracked) -> Page:
    """For every due year a table of methods, ours first, and what they disagree on."""
    footnotes = Footnotes()
    sections = []
    paragraphs = []
    for row in report.rows:
        for note in row_notes(report, row):
            footnotes.number(note.text)
        answers = [(method, published(method, row)) for method in METHODS.values()]
        sections.append(_table(row, answers))
        paragraphs.append(_disagreement(row, answers))
    return Page(
        title=joined(Text("Các phương pháp: ", "Methods: "), indicator_of(report.rows[0]).name),
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        notes=footnotes.texts,
        closing=closing(report),
    )


def _table(row: Progress, answers: Iterable[tuple[Method, Published]]) -> Section:
    heading_ = joined(
        *(Text("Đến hạn ", "Due in "), due_text(row.target, row.year), Text(": ", ": "), target_cell(row).text),
        *(Text("; ", "; "), first_cell(row).text, Text(" → ", " → "), judged_value_cell(row).text),
    )
    ours: Row = (
        Cell(Text("qt-ict", "qt-ict"), "strong"),
        ratio_cell(row) if row.span else Cell(EMPTY),
        Cell(EMPTY),
        verdict_cell(row),
        Cell(EMPTY),
    )
    rows = ((Cell(joined(method.title, _name(method))), *method_row(method, found)) for method, found in answers)
    return Section(heading_, (Column(Text("Phương pháp", "Method")), *METHOD_COLUMNS), (ours, *rows))


def _name(method: Method) -> Text:
    return Text(f" ({method.name})", f" ({method.name})")


def _disagreement(row: Progress, answers: Iterable[tuple[Method, Published]]) -> Text:
    """Which methods say that the target will be reached, and which do not."""
    due = due_text(row.target, row.year)
    ours = row.judged.status
    sides: dict[bool, list[Text]] = {True: [], False: []}
    if ours and (set(ours) <= _OURS_FAVOURABLE or not set(ours) & _OURS_FAVOURABLE):
        sides[set(ours) <= _OURS_FAVOURABLE].append(joined(Text("qt-ict: ", "qt-ict: "), verdict_cell(row).text))
    for method, found in answers:
        good = {code in method.favourable for code in found.status}
        if len(good) == 1:
            said = joined(Text(f"{method.name}: ", f"{method.name}: "), status_text(method, found))
            sides[good.pop()].append(said)
    if not (sides[True] and sides[False]):
        return _AGREED.fill(due=due) if sides[True] or sides[False] else _SILENT.fill(due=due)
    return _DISAGREED.fill(due=due, good=listed(sides[True]), bad=listed(sides[False]))


_OURS_FAVOURABLE = {"met", "met_but_reversing", "on_track"}
_AGREED = Text("{due}: các phương pháp kết luận được đều cùng phía.", "{due}: the methods that decide agree.")
_SILENT = Text("{due}: không phương pháp nào kết luận được.", "{due}: no method answers.")
_DISAGREED = Text(
    "{due}: bất đồng. Đạt hoặc sẽ đạt theo {good}. Chưa đủ theo {bad}.",
    "{due}: they disagree. Met or to be met by {good}. Not so by {bad}.",
)
