"""What it takes a year to meet targets by a day of the reader's own, whenever they are due."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.distance import FromNow
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.assumed import LATEST_VALUE
from qt_ict.report.cells import amount_cell, digits_between, points
from qt_ict.report.document import Cell, Part, Table
from qt_ict.report.field import Field, Fields, cells, columns, reasons
from qt_ict.report.gap_fields import (
    FROM_NOW_LINEAR,
    shortfall_unit,
    things_in_time_cell,
    within_the_year,
)
from qt_ict.report.target_fields import NAME, STATED, YEAR
from qt_ict.wording.dates import day


class Needed(NamedTuple):
    """What it takes to meet a target by the day that is asked about."""

    row: Standing
    found: FromNow


def needed(answer: Answer, row: Standing) -> Needed | None:
    """What it takes a year to meet a target by the day asked about; None where no day is."""
    found = answer.needed(row)
    return Needed(row, found) if found else None


def _linear_cell(_: Any, each: Needed) -> Cell:
    unit = each.row.unit
    cell = amount_cell(each.found.linear, digits_between(unit, each.found.linear, 1), points(unit), (0,))
    return within_the_year(each.row, each.found.years, cell)


def _things_cell(_: Any, each: Needed) -> Cell:
    """Whole things a year; where less than a year is left, all that are missing."""
    return things_in_time_cell(each.row, each.found.years, each.found.things_per_year)


LINEAR_BY: Field[Answer, Needed] = Field(
    "linear",
    "equal steps from the last day known on [`unit` per year]",
    lambda _, each: each.found.linear,
    "quantity",
    heading=Text("Cần tăng (giảm) mỗi năm", "Needed each year"),
    cell=_linear_cell,
    numeric=True,
)
THINGS_BY: Field[Answer, Needed] = Field(
    "things_per_year",
    "things a year [`shortfall_unit` per year]",
    lambda _, each: each.found.things_per_year,
    "quantity",
    heading=Text("Số lượng mỗi năm", "Things a year"),
    cell=_things_cell,
    numeric=True,
)
BY: Field[Answer, Standing] = Field(
    "by",
    "what it takes to meet the target by the day of `--by`, from the last day known on, whenever the target is due",
    needed,
    "object",
    fields=(
        Field("date", "that day", lambda answer, _: answer.question.by, "date"),
        Field("years", "time until then [years]", lambda _, each: each.found.years, "number"),
        LINEAR_BY,
        THINGS_BY,
        Field("things_unit", "id of their unit", lambda _, each: shortfall_unit(each.row), names="units"),
        Field(
            "reasons",
            "the code of every quantity that is null",
            lambda _, each: reasons({"linear": each.found.linear, "things_per_year": each.found.things_per_year}),
            "pairs",
        ),
    ),
)
"""Of no command by itself: stands in the rows of every command that takes ``--by``."""


def part(answer: Answer) -> Part:
    """What it takes a year to meet each target that is not met, beside what it takes to meet it when it is due."""
    every = [each for row in answer.rows if (each := needed(answer, row))]
    found = [each for each in every if isinstance(each.found.linear, Interval)]
    met = sum(each.found.linear is Reason.ALREADY_MET for each in every)
    year = () if answer.question.selection.year else (YEAR,)
    own: Fields[Answer] = (NAME, *year, STATED, LATEST_VALUE.headed(LATEST_VALUE.heading, whole=False))
    then: Fields[Answer] = (LINEAR_BY, THINGS_BY)
    rows = tuple(
        (*cells(own, answer, each.row), *cells(then, answer, each), FROM_NOW_LINEAR.shown(answer, each.row))
        for each in found
    )
    table = Table(EMPTY, columns((*own, *then, FROM_NOW_LINEAR.headed(_IN_TIME))), rows)
    rest = _REST.fill(met=met, rest=len(every) - len(found) - met)
    return Part("by", by_heading(answer), (_from(answer) + rest,), (table,) if rows else ())


def by_heading(answer: Answer) -> Text:
    """By which day the targets are to be met."""
    assert answer.question.by is not None, "asked only where a day is"
    return Text("Để đạt mục tiêu vào {day}", "To meet the targets by {day}").fill(day=day(answer.question.by))


def _from(answer: Answer) -> Text:
    return Text("Tính từ {now} bằng mức tăng đều.", "Counted from {now} by equal steps.").fill(now=day(answer.now))


_IN_TIME = Text("Để đạt đúng hạn", "To meet it when due")
_REST = Text(
    " Đã đạt: {met}; chưa tính được: {rest}.",
    " Met already: {met}; not computable: {rest}.",
)


def stated(answer: Answer, row: Standing) -> Iterator[tuple[Text, Cell]]:
    """The same of one target, as a labelled fact."""
    by = needed(answer, row)
    if by and answer.question.by:
        label = Text("Để đạt vào {day}", "To meet it by {day}").fill(day=day(answer.question.by))
        yield label, Cell(_needed_text(by))


def _needed_text(each: Needed) -> Text:
    """What it takes, in points and in things."""
    if isinstance(each.found.linear, Reason):
        return words.REASONS[each.found.linear]
    rate = each.found.years is None or each.found.years >= 1
    return (Text("mỗi năm ", "each year ") if rate else EMPTY) + _amounts(each)


def _amounts(each: Needed) -> Text:
    """Things where they are counted, with points where these are of a share."""
    linear = _linear_cell(None, each).text
    if isinstance(each.found.things_per_year, Reason):
        return linear
    things = _things_cell(None, each).text
    return things if each.row.unit.kind == "count" else things + " (" + linear + ")"


def sentences(answer: Answer, rows: Iterable[Standing]) -> Iterator[Text]:
    """The same of some targets, in a sentence each."""
    found = (each for row in rows if (each := needed(answer, row)))
    for each in found:
        if isinstance(each.found.linear, Interval):
            yield each.row.target.name + ": " + _needed_text(each) + "."
