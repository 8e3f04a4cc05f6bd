"""The way from the baseline to every target, with what was observed on it."""

from qt_ict.language import Text
from qt_ict.report.answer import Answer
from qt_ict.report.document import Drawing, Part
from qt_ict.report.path import PROJECTION, way_table
from qt_ict.report.way import has_way, way
from qt_ict.report.way_chart import way_chart


def part(answer: Answer) -> Part:
    """A chart, and its values, for every target with a number, a due year and a value."""
    rows = [(row, way(row)) for row in answer.rows if has_way(row)]
    lines = (_PATH, PROJECTION) if any(row.course.span for row, _ in rows) else (_PATH,)
    drawings = tuple(Drawing(way_chart(answer, row, stops), way_table(row, stops)) for row, stops in rows)
    return Part(
        "paths", Text("Lộ trình đến mục tiêu", "Paths to the targets"), lines if rows else (), drawings=drawings
    )


_PATH = Text(
    "Lộ trình là giá trị lẽ ra đạt vào cuối mỗi năm, trên thang quyết định của chỉ tiêu.",
    "A path is the value due at the end of every year, on the scale that decides for the indicator.",
)
