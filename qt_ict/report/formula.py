"""An indicator's formula and inputs as text: ``households_with_tv / households × 100``."""

from qt_ict.engine.values import reading
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.indicators import Bounds, Formula, Indicator, Joint, Sum
from qt_ict.report.document import Document, quantity, text
from qt_ict.report.page import Cell, Column, Row, Section
from qt_ict.wording.statements import figure_text


def written(indicator: Indicator) -> str:
    """The formula of an indicator, figures by id."""
    counted = _counted(indicator.counted)
    if indicator.denominator is None:
        return counted
    below = _counted(indicator.denominator)
    factor = "" if indicator.factor == 1 else f" × {indicator.factor}"
    return f"{_bracketed(counted)} / {_bracketed(below)}{factor}"


def _counted(formula: Formula) -> str:
    match formula:
        case Sum(figures):
            return " + ".join(figures)
        case Joint(figures):
            return f"[0, min({', '.join(figures)})]"
        case Bounds(at_least, at_most):
            low = _counted(at_least) if at_least else "0"
            return f"[{low}, {_counted(at_most) if at_most else '∞'}]"


def _bracketed(text: str) -> str:
    return f"({text})" if " + " in text and not text.startswith("[") else text


def inputs(loaded: Loaded, indicator: Indicator) -> Section:
    """The figures of an indicator, each with its place."""
    rows = tuple(_input(loaded, name) for name in indicator.figures)
    return Section(Text("Số liệu đầu vào", "Inputs"), _COLUMNS, rows)


_COLUMNS = (
    Column(Text("Số liệu", "Figure")),
    Column(Text("Giá trị", "Value"), numeric=True),
    Column(Text("Đơn vị tính", "Unit")),
    Column(Text("Mục", "Item"), whole=True),
    Column(Text("Dòng dữ liệu", "Line of data")),
    Column(Text("Mã", "Id"), whole=True),
)


def _input(loaded: Loaded, name: str) -> Row:
    figure = loaded.plan.figures[name]
    file, line = loaded.figure_place(name)
    place = f"{file}:{line}"
    return (
        Cell(figure.name),
        Cell(figure_text(figure)),
        Cell(loaded.plan.units[figure.unit].name),
        Cell(Text.same(figure.source)),
        Cell(Text.same(place)),
        Cell(Text.same(name), "quiet"),
    )


def input_records(loaded: Loaded, indicator: Indicator) -> list[Document]:
    """The figures of an indicator as plain data."""
    return [
        {
            "figure": name,
            "name": text(figure.name),
            "value": quantity(reading(loaded.plan, figure)),
            "unit": figure.unit,
            "date": loaded.plan.day_of(name).isoformat(),
            "source": {"items": [figure.source], "document": figure.document, "file": file, "line": line},
        }
        for name in indicator.figures
        for figure in (loaded.plan.figures[name],)
        for file, line in (loaded.figure_place(name),)
    ]
