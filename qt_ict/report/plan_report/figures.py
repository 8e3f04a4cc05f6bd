"""The figures that everything rests on, round by round, each with the place where the document says it."""

from qt_ict.language import Text
from qt_ict.model.figures import RoundFigures
from qt_ict.model.plan import Plan
from qt_ict.report import cells
from qt_ict.report.page import Cell, Column, Row, Section
from qt_ict.report.plan_report.asked import Asked
from qt_ict.report.plan_report.description import Part
from qt_ict.wording.dates import day


def part(found: Asked) -> Part:
    """One table a round."""
    plan, until = found.plan, found.tracked.as_of
    rounds = [each for each in plan.rounds if each.round.date <= until]
    sections = tuple(_section(plan.seen_in(each), each) for each in rounds)
    return Part("figures", Text("Số liệu", "Figures"), sections=tuple(each for each in sections if each.rows))


def _section(plan: Plan, each: RoundFigures) -> Section:
    heading = each.round.name + ", " + day(each.round.date)
    return Section(heading, _COLUMNS, tuple(_cells(plan, name) for name in each.figures))


_COLUMNS = (
    Column(Text("Số liệu", "Figure"), key="name"),
    Column(Text("Giá trị", "Value"), numeric=True, key="value"),
    Column(Text("Đơn vị tính", "Unit"), key="unit"),
    Column(Text("Ngày", "Date"), numeric=True, whole=True, key="date"),
    Column(Text("Văn bản ghi", "As printed"), key="printed"),
    Column(Text("Mục", "Item"), whole=True, key="source"),
    Column(Text("Mã", "Id"), whole=True, key="id", aside=True),
)


def _cells(plan: Plan, name: str) -> Row:
    figure = plan.figures[name]
    printed = figure.printed or ""
    return (
        Cell(figure.name),
        cells.figure_cell(figure),
        Cell(plan.units[figure.unit].name),
        Cell(day(plan.day_of(name)), "quiet"),
        Cell(Text.same(printed)),
        Cell(Text.same(figure.source), "quiet"),
        Cell(Text.same(name), "quiet"),
    )
