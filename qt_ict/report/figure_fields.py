"""What is said of a figure: its number as published, and where that stands."""

from decimal import Decimal

from qt_ict.engine.readings import reading
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.figures import Figure
from qt_ict.model.periods import Per
from qt_ict.report.cells import figure_cell
from qt_ict.report.document import Cell
from qt_ict.report.field import Field, choices
from qt_ict.report.taken_over import TAKEN_OVER, of_figure
from qt_ict.wording import terms
from qt_ict.wording.dates import day


def _figure(loaded: Loaded, name: str) -> Figure:
    return loaded.plan.figures[name]


def _place(loaded: Loaded, name: str) -> Text:
    file, line = loaded.figure_place(name)
    return Text.same(f"{file}:{line}")


def _digits(value: int | Decimal | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value


ID: Field[Loaded, str] = Field(
    "figure",
    "id of the figure",
    lambda _, name: name,
    heading=terms.ID,
    cell=lambda _, name: Cell(Text.same(name), "quiet"),
    whole=True,
)
NAME: Field[Loaded, str] = Field(
    "name", "name", lambda loaded, name: _figure(loaded, name).name, "plan_text", heading=terms.FIGURE
)
VALUE: Field[Loaded, str] = Field(
    "value",
    "all the numbers that it may stand for [`unit`]",
    lambda loaded, name: reading(loaded.plan, _figure(loaded, name)),
    "quantity",
    heading=terms.VALUE,
    cell=lambda loaded, name: figure_cell(_figure(loaded, name)),
    numeric=True,
)
UNIT: Field[Loaded, str] = Field(
    "unit",
    "id of its unit of measure",
    lambda loaded, name: _figure(loaded, name).unit,
    heading=terms.UNIT,
    cell=lambda loaded, name: Cell(loaded.plan.units[_figure(loaded, name).unit].name),
)
DATE: Field[Loaded, str] = Field(
    "date",
    "its date",
    lambda loaded, name: loaded.plan.day_of(name),
    "date",
    heading=terms.DATE,
    cell=lambda loaded, name: Cell(day(loaded.plan.day_of(name)), "quiet"),
    numeric=True,
    whole=True,
)
PRINTED: Field[Loaded, str] = Field(
    "printed",
    "the ratio printed beside it, as printed",
    lambda loaded, name: _figure(loaded, name).printed,
    heading=terms.PRINTED,
)
ITEM: Field[Loaded, str] = Field(
    "source",
    "part, item or page of the document",
    lambda loaded, name: _figure(loaded, name).source,
    heading=terms.ITEM,
    whole=True,
)
PLACE: Field[Loaded, str] = Field(
    "place",
    "file and line of its value",
    _place,
    "text",
    heading=terms.LINE_OF_DATA,
)
_ITEMS: Field[Loaded, str] = Field(
    "items", "parts and items of the document", lambda loaded, name: [_figure(loaded, name).source], "list"
)
_UNCERTAINTY: tuple[Field[Loaded, str], ...] = (
    Field(
        "low",
        "lower end of the interval that a survey gives",
        lambda loaded, name: _digits(_figure(loaded, name).low),
        "number",
    ),
    Field("high", "upper end of that interval", lambda loaded, name: _digits(_figure(loaded, name).high), "number"),
    Field(
        "confidence",
        "how sure the survey is of that interval [%]",
        lambda loaded, name: _digits(_figure(loaded, name).confidence),
        "number",
    ),
    Field(
        "standard_error",
        "standard error, where a survey gives that instead; `value` is 1.96 of them either way",
        lambda loaded, name: _digits(_figure(loaded, name).standard_error),
        "number",
    ),
    Field(
        "rounded_to",
        "what the number is rounded to, where that is known",
        lambda loaded, name: _digits(_figure(loaded, name).rounded_to),
        "number",
    ),
)
"""What is published of how far a number may be off."""
_FLAG: Field[Loaded, str] = Field(
    "flag",
    "how its source marks the number: `provisional`, `estimated` or `break`",
    lambda loaded, name: _figure(loaded, name).flag,
)
_HOLDS: Field[Loaded, str] = Field(
    "holds",
    "whether rounds that do not report it use it too",
    lambda loaded, name: _figure(loaded, name).holds,
    "boolean",
)
_COUNTED: tuple[Field[Loaded, str], ...] = (
    Field(
        "per",
        "the period that is counted, from its beginning to the date",
        lambda loaded, name: _figure(loaded, name).per,
        words=choices(Per),
    ),
    Field(
        "cumulative",
        "whether it counts all there ever was",
        lambda loaded, name: _figure(loaded, name).cumulative,
        "boolean",
    ),
    _HOLDS,
    Field(
        "definition",
        "what is counted, where it is not what the plan counts",
        lambda loaded, name: _figure(loaded, name).definition,
        "plan_text",
    ),
    Field(
        "break",
        "whether it is counted anew from here on",
        lambda loaded, name: _figure(loaded, name).starts_anew,
        "boolean",
    ),
    Field(
        "base",
        "the value by the new way of counting from which the new stretch is judged [`unit`]",
        lambda loaded, name: _digits(base.value) if (base := _figure(loaded, name).base) else None,
        "number",
    ),
    Field(
        "base_date",
        "date of that value",
        lambda loaded, name: base.date.day if (base := _figure(loaded, name).base) else None,
        "date",
    ),
)
"""How it is counted, where documents count otherwise than the plan."""
FIGURE_FIELDS: tuple[Field[Loaded, str], ...] = (
    ID,
    NAME,
    VALUE,
    Field("number", "the number as published", lambda loaded, name: _digits(_figure(loaded, name).value)),
    Field("comparator", "where the source gives a bound", lambda loaded, name: _figure(loaded, name).comparator),
    *_UNCERTAINTY,
    _FLAG,
    UNIT,
    PRINTED,
    Field("of", "id of what the printed ratio is taken of", lambda loaded, name: _figure(loaded, name).of),
    DATE,
    *_COUNTED,
    Field(
        "source",
        "where it stands",
        type="object",
        fields=(
            _ITEMS,
            Field("file", "file of its value", lambda loaded, name: loaded.figure_place(name)[0]),
            Field("line", "line of its value", lambda loaded, name: loaded.figure_place(name)[1], "integer"),
        ),
    ),
    Field("taken_over", "what the entry leaves to others", of_figure, "objects", fields=TAKEN_OVER),
)
"""A figure beside the rows of ``show``."""
INPUT_FIELDS: tuple[Field[Loaded, str], ...] = (
    ID,
    NAME,
    VALUE,
    *_UNCERTAINTY,
    _FLAG,
    UNIT,
    DATE,
    _HOLDS,
    Field(
        "source",
        "where it stands",
        type="object",
        fields=(
            _ITEMS,
            Field(
                "document",
                "the document, where it is not that of the round",
                lambda loaded, name: _figure(loaded, name).document,
            ),
            Field("file", "file of its value", lambda loaded, name: loaded.figure_place(name)[0]),
            Field("line", "line of its value", lambda loaded, name: loaded.figure_place(name)[1], "integer"),
        ),
    ),
    Field("taken_over", "what the entry leaves to others", of_figure, "objects", fields=TAKEN_OVER),
)
"""A figure as an input of an indicator."""
