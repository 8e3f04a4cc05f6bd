"""``qt-ict growth``: what every year must add, on three scales and in whole things."""

from collections.abc import Callable, Sequence
from typing import Any

from qt_ict.engine.milestones import Milestone
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import Unit
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.beside import asked, parts
from qt_ict.report.cells import outcome_cell
from qt_ict.report.document import Cell, Document, Footnotes, Part
from qt_ict.report.field import Field, Record, leaves, reasons, record
from qt_ict.report.gap import BREAKABLE_STATUS, RANKED, of_targets, unmeasured
from qt_ict.report.gap_fields import (
    COMPOUND,
    DATE,
    FROM_NOW,
    FROM_NOW_LINEAR,
    FROM_NOW_THINGS,
    LINEAR,
    LINEAR_SINCE_VALUE,
    LOG_ODDS,
    NOTES,
    REASON,
    REQUIRED,
    ROUND,
    SHORTFALL,
    SHORTFALL_UNIT,
    STATUS,
    THINGS_PER_YEAR,
    YEARS,
    YEARS_AHEAD,
    from_now_differs,
    scales,
)
from qt_ict.report.listing import aside, closing, dates, folded, listing, title
from qt_ict.report.reply import Reply
from qt_ict.report.target_fields import IDENTIFICATION, SOURCE, STATED
from qt_ict.report.way import way_digits
from qt_ict.wording.dates import end_of
from qt_ict.wording.quantities import written


def _on(scale: Scale) -> Callable[[Any, Milestone], Outcome]:
    return lambda _, due: due.on(scale)


def _cell_on(scale: Scale) -> Callable[[Standing, Milestone], Cell]:
    return lambda row, due: outcome_cell(due.on(scale), lambda each: written(each, way_digits(row, each)))


def scales_of(unit: Unit) -> tuple[Scale, ...]:
    """The scales that fit a unit of measure: factors any but places in an order, log-odds shares alone."""
    compound: tuple[Scale, ...] = () if unit.rank else ("compound",)
    return ("linear", *compound, *(SCALES[2:] if unit.kind == "share" else ()))


DUE_ON_SCALES: tuple[Field[Any, Milestone], ...] = tuple(
    Field(
        scale,
        f"the value due on the scale {scale} [`unit`]",
        _on(scale),
        "quantity",
        heading=words.SCALE_HEADINGS[scale],
        cell=_cell_on(scale),
        numeric=True,
    )
    for scale in SCALES
)
"""Of the standing that they lead to."""

MILESTONE: tuple[Field[Any, Milestone], ...] = (
    Field(
        "year",
        "the calendar year of the day it is due on",
        lambda _, each: each.year,
        "year",
        heading=Text("Đến hết", "End of"),
        cell=lambda _, each: Cell(end_of(each.day)),
    ),
    Field("day", "the day it is due on: a year end, or the due day", lambda _, each: each.day, "date"),
    *DUE_ON_SCALES,
)
"""What is said of a year on the way."""
PATH: Field[Any, Standing] = Field(
    "path",
    "the value due at every year end, from the one that counts on",
    lambda _, row: row.path,
    "objects",
    fields=MILESTONE,
)
GROWTH_FIELDS: tuple[Field[Answer, Standing], ...] = (
    *IDENTIFICATION,
    DATE,
    ROUND,
    YEARS,
    REQUIRED,
    THINGS_PER_YEAR,
    FROM_NOW,
    SHORTFALL_UNIT,
    PATH,
    STATUS,
    REASON,
    Field(
        "reasons",
        "the code of every quantity that is null",
        lambda _, row: reasons(
            {
                **scales(row),
                "things_per_year": row.distance.things_per_year,
                "from_now.linear": row.distance.from_now.linear,
            }
        ),
        "pairs",
    ),
    NOTES,
    SOURCE,
)


def reply(answer: Answer) -> Reply:
    """The growth that every target asked for requires."""
    return Reply(lambda: document(answer), lambda: data(answer), leaves(asked(answer, GROWTH_FIELDS)))


def data(answer: Answer) -> Record:
    """One object a row; see docs/formats.md."""
    return {**of_targets(answer), "rows": [record(asked(answer, GROWTH_FIELDS), answer, row) for row in answer.rows]}


def document(answer: Answer) -> Document:
    """The rows for which something can be required; the others are counted in a line."""
    footnotes = Footnotes()
    rows = [row for row in answer.rows if row.measurable]
    table = listing(answer, EMPTY, _shown(answer, rows), rows, answer.notes, footnotes)
    tables = (table, unmeasured(answer, footnotes))
    return Document(
        title(answer, Text("Mức tăng cần thiết để đạt mục tiêu", "Required growth")),
        (Part(tables=tuple(each for each in tables if each.rows)), *parts(answer)),
        footnotes.texts,
        (_SCALE_LINE, *closing(answer)),
        answer.as_of,
        aside=aside(answer, footnotes, (_SCALE_LINE,)),
    )


def _shown(answer: Answer, rows: Sequence[Standing]) -> tuple[Field[Answer, Standing], ...]:
    """The columns: what each year left must add by equal steps, and the status; the other scales aside."""
    from_now: tuple[Field[Answer, Standing], ...] = (YEARS_AHEAD, FROM_NOW_LINEAR, FROM_NOW_THINGS)
    differs = from_now_differs(rows)
    linear = LINEAR_SINCE_VALUE if differs else LINEAR
    since_then: tuple[Field[Answer, Standing], ...] = (YEARS, linear, THINGS_PER_YEAR)
    ranked = tuple(each for each in (RANKED.get(answer.question.selection.sort),) if each and each is not SHORTFALL)
    fields = (
        *((DATE,) if dates(rows) != [answer.plan.round.date] else ()),
        STATED,
        *ranked,
        *since_then[:2],
        COMPOUND,
        LOG_ODDS,
        *since_then[2:],
        *(from_now if differs else ()),
        BREAKABLE_STATUS,
    )
    needed = (from_now if differs else since_then)[1:]
    return folded(fields, (STATED, *ranked, *needed, BREAKABLE_STATUS))


_SCALE_LINE = Text(
    "Đánh giá theo mức tăng đều (tuyến tính); tăng bình quân năm (kép) và logit (chỉ cho tỷ lệ) để tham khảo.",
    "Equal steps (linear) decide; compound growth and logit (of shares alone) are information.",
)
