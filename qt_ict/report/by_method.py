"""``qt-ict progress --method``: every target judged by one published method."""

from collections import Counter

from qt_ict.engine.progress import Progress
from qt_ict.engine.published import Published, published
from qt_ict.language import EMPTY, Text
from qt_ict.methods.series import Method
from qt_ict.report.method_cells import METHOD_COLUMNS, about, method_row, reason_text, strictness
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row
from qt_ict.report.progress import WHY_COLUMNS, closing, counted, duties, section, target_cell, title
from qt_ict.report.progress_cells import first_cell, judged_value_cell
from qt_ict.report.tracked import Tracked


def page(report: Tracked, method: Method) -> Page:
    """Reports due, targets that the method judges, those it does not and why."""
    footnotes = Footnotes()
    answers = {(row.name, row.year): published(method, row) for row in report.rows}

    def answer(row: Progress) -> Published:
        return answers[row.name, row.year]

    def judged_cells(row: Progress) -> Row:
        return target_cell(row), first_cell(row), judged_value_cell(row), *method_row(method, answer(row))

    def why_cells(row: Progress) -> Row:
        return target_cell(row), judged_value_cell(row), Cell(reason_text(answer(row)), "quiet")

    judged = [row for row in report.rows if answer(row).value or answer(row).status]
    rest = [row for row in report.rows if row not in judged]
    sections = (
        duties(report),
        section(report, EMPTY, _COLUMNS, judged, judged_cells, footnotes),
        section(report, Text("Không áp dụng được", "Not judged"), WHY_COLUMNS, rest, why_cells, footnotes),
    )
    return Page(
        title=title(report),
        sections=tuple(each for each in sections if each.rows),
        notes=footnotes.texts,
        closing=(about(method), *strictness(report.rows), _counts(method, list(answers.values())), *closing(report)),
    )


_COLUMNS = (
    Column(Text("Mục tiêu", "Target"), numeric=True),
    Column(Text("Năm gốc", "Baseline"), numeric=True),
    Column(Text("Được xét", "Judged"), numeric=True),
    *METHOD_COLUMNS,
)


def _counts(method: Method, answers: list[Published]) -> Text:
    found = Counter(each.status for each in answers)
    several = sum(count for status, count in found.items() if len(status) > 1)
    return counted(
        len(answers),
        *((words, found[code,]) for code, words in method.statuses.items()),
        (Text("chưa phân định", "undecided"), several),
        (Text("không kết luận", "not judged"), found[()]),
    )
