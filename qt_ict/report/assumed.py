"""What becomes of targets under an assumption, and what it takes to meet them by a day: beside every answer, apart."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from qt_ict.arithmetic.interval import Interval, Number
from qt_ict.engine.additions import Increment
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.supposed import Supposed, begins_anew
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.added import addition_text
from qt_ict.report.answer import Answer
from qt_ict.report.cells import short_cell
from qt_ict.report.document import Cell, Part, Table
from qt_ict.report.field import Field, Fields, cells, columns, reasons
from qt_ict.report.gap_fields import (
    VALUE,
    dated_value_cell,
    lines_of,
)
from qt_ict.report.target_fields import NAME, STATED, YEAR, promised_text
from qt_ict.wording import terms
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import listed


class AssumedRow(NamedTuple):
    """A target under the assumption."""

    row: Standing
    found: Supposed


class AddedFigure(NamedTuple):
    """A figure, and what is supposed of it."""

    id: str
    addition: Increment


def additions_text(answer: Answer, additions: Iterator[str] | None = None) -> Text:
    """What is supposed of figures, each by its name.

    Args:
        answer: The answer to a question that supposes something.
        additions: The figures; all by default.
    """
    supposed = answer.question.additions
    names = list(supposed if additions is None else additions)
    return listed(_of_figure(answer, name, supposed[name]) for name in names)


def _of_figure(answer: Answer, name: str, addition: Increment) -> Text:
    figure = next(each.figures[name] for each in answer.plan.rounds if name in each.figures)
    unit = answer.plan.units[figure.unit]
    return Text('"{name}" ', '"{name}" ').fill(name=figure.name) + addition_text(unit, addition)


def sentence(answer: Answer, case: AssumedRow) -> Text:
    """What the assumption means for one target, in words."""
    return Text("Giả định ", "Assumed: ") + _in_words(answer, case)


def _in_words(answer: Answer, case: AssumedRow) -> Text:
    head = additions_text(answer, iter(case.found.additions)) + ": "
    return head + listed((each for each in (_then(case), _outcome(case)) if each), ", ")


def _then(case: AssumedRow) -> Text:
    """The value at the due date."""
    if isinstance(case.found.value, Reason):
        return words.REASONS[case.found.value] if isinstance(case.found.reached, Reason) else EMPTY
    value = _then_cell(None, case).text
    return Text("đến hạn {year} đạt {value}", "{value} when due in {year}").fill(
        year=short_day(case.row.due_day) if case.row.due_day else EMPTY, value=value
    )


def _outcome(case: AssumedRow) -> Text:
    """Whether and when the target is met."""
    status, reached = case.found.status, case.found.reached
    if reached is Reason.ALREADY_MET:
        return _STAYS if status in ("met", None) else _LOST
    if isinstance(reached, Reason):
        return words.REASONS[reached] if status else EMPTY
    when = _years(reached)
    if status == "undecided":
        return _UNDECIDED + when
    return (_NOT_YET if status == "not_met" else _MET) + when


_STAYS = Text("mục tiêu đã đạt", "the target is met already")
_LOST = Text("không còn chắc đạt mục tiêu", "the target is no longer certain to be met")
_UNDECIDED = Text("chưa kết luận được có đạt mục tiêu không; đạt: ", "whether that meets the target is open; met: ")
_NOT_YET = Text("chưa đạt mục tiêu; đạt ", "the target is not met; met ")
_MET = Text("đạt mục tiêu ", "the target is met ")


def _years(reached: Interval) -> Text:
    """The years at whose end a target is met: one, a first and a last, or from one on."""
    first, last = (None if end is None else str(end) for end in reached.ends)
    if last is None:
        return Text("sớm nhất năm {first}", "in {first} at the earliest").fill(first=first)
    if first == last:
        return Text("năm {first}", "in {first}").fill(first=first)
    return Text("từ năm {first} đến năm {last}", "between {first} and {last}").fill(first=first, last=last)


def case(answer: Answer, row: Standing) -> AssumedRow | None:
    """A target under the assumption; None where that does not touch it."""
    found = answer.supposed(row)
    return AssumedRow(row, found) if found else None


def cases(answer: Answer) -> tuple[AssumedRow, ...]:
    """The targets that the assumption touches."""
    found = (case(answer, row) for row in answer.rows)
    return tuple(each for each in found if each)


def _then_cell(_: Any, case: AssumedRow) -> Cell:
    """The value at the due date; said where nothing is left to add."""
    row = case.row
    cell = short_cell(case.found.value, row.unit, lines_of(row))
    return cell._replace(text=cell.text + Text(" (toàn bộ)", " (all)")) if case.found.is_all else cell


def _reached_cell(_: Any, case: AssumedRow) -> Cell:
    reached = case.found.reached
    if isinstance(reached, Reason):
        return Cell(words.REASONS[reached], "quiet")
    first, last = (None if end is None else str(end) for end in reached.ends)
    if last is None:
        return Cell(Text("sớm nhất {first}", "{first} at the earliest").fill(first=first))
    return Cell(Text.same("–".join(dict.fromkeys((str(first), last)))))


def _status_cell(_: Any, case: AssumedRow) -> Cell:
    """The status under the assumption; it has no colour, which only what the data say has."""
    return Cell(words.STATUSES[case.found.status] if case.found.status else EMPTY)


def _unit_of_things(row: Standing, found: Supposed) -> str | None:
    return found.start.value.unit if found.things else None


def _plainly(amount: Fraction) -> Number:
    """Whole things as a whole number."""
    return amount.numerator if amount.denominator == 1 else amount


_FIGURE: Fields[Answer] = (
    Field("figure", "id of the figure", lambda _, each: each.id, names="figures"),
    Field(
        "amount",
        "what a year adds [unit of the figure per year]; null where it grows by a rate",
        lambda _, each: None if each.addition.compound else _plainly(each.addition.amount),
        "number",
    ),
    Field(
        "rate",
        "by what part of itself it grows [1/year]; null where a year adds an amount",
        lambda _, each: each.addition.amount if each.addition.compound else None,
        "number",
    ),
)
AT_DUE: Field[Answer, AssumedRow] = Field(
    "value",
    "the value at the due date under the assumption [`unit`]",
    lambda _, case: case.found.value,
    "quantity",
    heading=Text("Đến hạn, theo giả định", "When due, as assumed"),
    cell=_then_cell,
    numeric=True,
)
REACHED: Field[Answer, AssumedRow] = Field(
    "reached",
    "the first calendar year at whose end the target is met; the upper end is null where it may never be",
    lambda _, case: case.found.reached,
    "quantity",
    heading=Text("Đạt mục tiêu năm", "Target met in"),
    cell=_reached_cell,
    numeric=True,
)
STATUS_THEN: Field[Answer, AssumedRow] = Field(
    "status",
    "whether that value meets the target, or null; the row's own status is that of the data",
    lambda _, case: case.found.status,
    words=STATUSES,
    heading=Text("Nếu giả định đúng", "Status if so"),
    cell=_status_cell,
    whole=True,
)
ASSUMED: Field[Answer, Standing] = Field(
    "assumed",
    "what becomes of the target under the assumption of `--add`; null where that does not touch it",
    case,
    "object",
    fields=(
        Field(
            "additions",
            "what is assumed of figures of the indicator",
            lambda _, case: [AddedFigure(*each) for each in case.found.additions.items()],
            "objects",
            fields=_FIGURE,
        ),
        Field("since", "date of the value that is added to", lambda _, case: case.found.start.date, "date"),
        AT_DUE,
        Field("things", "what is counted then [`things_unit`]", lambda _, case: case.found.things, "quantity"),
        Field("things_unit", "id of its unit", lambda _, case: _unit_of_things(*case), names="units"),
        STATUS_THEN,
        REACHED,
        Field(
            "reasons",
            "the code of every quantity that is null",
            lambda _, case: reasons({"value": case.found.value, "reached": case.found.reached}),
            "pairs",
        ),
        Field("text", "the same in words", sentence, "text"),
    ),
)
"""Of no command by itself: stands in the rows of every command that takes ``--add``."""


def part(answer: Answer, status: Field[Answer, Standing]) -> Part:
    """The targets that an assumption touches, and what becomes of them.

    Args:
        answer: The answer to a question that supposes something.
        status: What stands beside the assumed status: that of the data.
    """
    found = cases(answer)
    if not found:
        return Part("assumed", heading(answer), untouched(answer))
    year = () if answer.question.selection.year else (YEAR,)
    own: Fields[Answer] = (NAME, *year, STATED, LATEST_VALUE)
    then: Fields[Answer] = (AT_DUE, REACHED)
    rows = tuple(
        (
            *cells(own, answer, each.row),
            *cells(then, answer, each),
            status.shown(answer, each.row),
            STATUS_THEN.shown(answer, each),
        )
        for each in found
    )
    table = Table(EMPTY, columns((*own, *then, status, STATUS_THEN)), rows)
    return Part("assumed", heading(answer), (_APART, *_anew(answer)), (table,))


def untouched(answer: Answer) -> tuple[Text, ...]:
    """Why an assumption touches no target."""
    return _anew(answer) or (NOTHING,)


def _anew(answer: Answer) -> tuple[Text, ...]:
    """That the assumption says nothing of yearly targets, where there are such; else nothing."""
    return (_ANEW,) if any(_counted_anew(answer, row) for row in answer.rows) else ()


def _counted_anew(answer: Answer, row: Standing) -> bool:
    """True of a yearly target of things that are counted from 0 every year and of which more are assumed."""
    return begins_anew(row) and not answer.question.additions.keys().isdisjoint(row.indicator.figures)


def heading(answer: Answer) -> Text:
    """What is assumed."""
    return Text("Giả định: ", "Assumed: ") + additions_text(answer)


LATEST_VALUE = VALUE.headed(Text("Số liệu mới nhất", "Latest value"), cell=dated_value_cell, whole=True)
NOTHING = Text(
    "Không mục tiêu nào ở đây tính từ số liệu này.",
    "No target here is computed from these figures.",
)
_ANEW = Text(
    "Giả định không áp dụng cho mục tiêu hằng năm của số liệu này: mỗi năm đếm lại từ 0.",
    "The assumption says nothing of the yearly targets of these figures: every year is counted from 0 again.",
)
_APART = Text(
    "Tính từ số liệu mới nhất, các số liệu khác giữ nguyên. Đây là giả định, không phải số liệu: đánh giá vẫn theo số "
    "liệu.",
    "Counted from the latest value, all other figures unchanged. An assumption and no observation: the status is still "
    "that of the data.",
)


def stated(answer: Answer, row: Standing) -> Iterator[tuple[Text, Cell]]:
    """The same of one target, as a labelled fact."""
    found = case(answer, row)
    if found:
        yield terms.ASSUMPTION, Cell(_in_words(answer, found))


def sentences(answer: Answer) -> tuple[Text, ...]:
    """What the assumption means for each target that it touches, under a heading that says what is assumed."""
    found = tuple(_of_target(each) for each in cases(answer))
    return (*found, *_anew(answer)) if found else untouched(answer)


def _of_target(case: AssumedRow) -> Text:
    said = listed((each for each in (_then(case), _outcome(case)) if each), ", ")
    return case.row.target.name + " (" + promised_text(case.row) + "): " + said + "."
