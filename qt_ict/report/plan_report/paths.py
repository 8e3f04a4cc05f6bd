"""The way from the baseline to every target, with what was observed on it."""

from qt_ict.engine.progress import Progress
from qt_ict.language import Text
from qt_ict.report.path import PROJECTED, table
from qt_ict.report.path_chart import path_chart
from qt_ict.report.plan_report.asked import Asked
from qt_ict.report.plan_report.description import Drawing, Part
from qt_ict.report.stops import stops


def part(found: Asked) -> Part:
    """A chart for every target with a number, a due year and a value."""
    rows = [row for row in found.tracked.rows if has_path(row)]
    lines = (_PATH, PROJECTED) if any(row.span for row in rows) else (_PATH,)
    heading = Text("Lộ trình đến mục tiêu", "Paths to the targets")
    return Part("paths", heading, lines if rows else (), drawings=tuple(map(drawing, rows)))


_PATH = Text(
    "Lộ trình là giá trị lẽ ra đạt vào cuối mỗi năm, trên thang quyết định của chỉ tiêu.",
    "A path is the value due at the end of every year, on the scale that decides for the indicator.",
)


def has_path(row: Progress) -> bool:
    """True where a target has a number, a due year and a value to start from."""
    return row.line is not None and row.last_year is not None and bool(row.history) and row.target.measure != "proxy"


def drawing(row: Progress) -> Drawing:
    """The path of a target as a chart and as a table."""
    way = stops(row, half_years=False)
    return Drawing(path_chart(row, way), table(row, way))
