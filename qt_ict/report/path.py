"""``qt-ict path``: the value due year by year, what was observed, and where the pace so far leads."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from qt_ict.arithmetic.durations import point_in_time, year_ending_by
from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.standing import Standing
from qt_ict.engine.supposed import value_on
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.beside import asked, stated
from qt_ict.report.cells import amount_cell, outcome_cell
from qt_ict.report.document import Cell, Document, Drawing, Footnotes, Part, Table, facts
from qt_ict.report.each_year import COURSE_FIELDS, each_year
from qt_ict.report.field import Field, Record, cells, columns, leaves, record
from qt_ict.report.gap_fields import lines_of
from qt_ict.report.growth import DUE_ON_SCALES, scales_of
from qt_ict.report.notes import noted
from qt_ict.report.plan_words import heading
from qt_ict.report.progress import closing
from qt_ict.report.progress_fields import (
    ACCELERATION,
    AT_DUE,
    COVERED,
    FIRST,
    JUDGED,
    RATIO,
    VERDICT,
    observation_cell,
)
from qt_ict.report.reply import Reply
from qt_ict.report.target_fields import STATED, due_heading
from qt_ict.report.trial import trial
from qt_ict.report.way import Stop, says_something, way, way_digits
from qt_ict.report.way_chart import way_chart
from qt_ict.wording import terms
from qt_ict.wording.dates import short_day
from qt_ict.wording.quantities import written
from qt_ict.wording.statements import flags_text


def _cell(stop: Stop, outcome: Outcome | None) -> Cell:
    if outcome is None:
        return Cell(EMPTY)
    # What is due at the end is the target, as that is written: it lies on no side of itself.
    lines = tuple(each for each in lines_of(stop.row) if outcome != point(each))
    return amount_cell(outcome, way_digits(stop.row, outcome), lines=lines)


def _seen_cell(_: Any, stop: Stop) -> Cell:
    """What was observed, with what its sources mark."""
    cell = _cell(stop, stop.observed)
    return cell._replace(text=cell.text + flags_text(stop.flags))


DAY: Field[Any, Stop] = Field(
    "day",
    "the day",
    lambda _, stop: stop.day,
    "date",
    heading=terms.DAY,
    cell=lambda _, stop: Cell(short_day(stop.day)),
)


def _due_cell(scale: Scale) -> Callable[[Any, Stop], Cell]:
    return lambda _, stop: _cell(stop, stop.due.on(scale) if stop.due else None)


DUE: tuple[Field[Any, Stop], ...] = tuple(
    Field(
        scale,
        f"on the scale {scale}",
        heading=words.SCALE_HEADINGS[scale],
        cell=_due_cell(scale),
        numeric=True,
    )
    for scale in SCALES
)
SEEN: Field[Any, Stop] = Field(
    "observed",
    "what was observed on that day [`unit`]",
    lambda _, stop: stop.observed,
    "quantity",
    heading=Text("Thực tế", "Observed"),
    cell=_seen_cell,
    numeric=True,
)
BEFORE: Field[Any, Stop] = Field(
    "before_break",
    "the value of that day before the figures were counted anew, which is not compared; null without one [`unit`]",
    lambda _, stop: stop.before,
    "quantity",
    heading=Text("Trước khi tính lại", "Before the break"),
    cell=lambda _, stop: _cell(stop, stop.before),
    numeric=True,
)
FLAGS: Field[Any, Stop] = Field(
    "flags",
    "how sources mark the figures of that observation: `provisional`, `estimated`, `break`",
    lambda _, stop: list(stop.flags),
    "list",
)
PROJECTED: Field[Any, Stop] = Field(
    "projected",
    "the value at the pace observed, after the latest one [`unit`]",
    lambda _, stop: stop.projected,
    "quantity",
    heading=Text("Dự phóng", "Projected"),
    cell=lambda _, stop: _cell(stop, stop.projected),
    numeric=True,
)
PATH_FIELDS: tuple[Field[Any, Stop], ...] = (
    Field("target", "id of the target", lambda _, stop: stop.row.id),
    Field("year", "calendar year the target is listed under, or null", lambda _, stop: stop.row.year, "year"),
    DAY,
    Field(
        "due",
        "the value due on each scale; null outside the way [`unit`]",
        lambda _, stop: stop.due,
        "object",
        fields=DUE_ON_SCALES,
    ),
    SEEN,
    BEFORE,
    FLAGS,
    PROJECTED,
)
"""What is said of one day on the way to one target."""


SUPPOSED: Field[Answer, Stop] = Field(
    "assumed",
    "the value of that day under the assumption of `--add`; null without one [`unit`]",
    lambda answer, stop: value_on(stop.row, answer.question.additions, stop.day),
    "quantity",
    heading=Text("Theo giả định", "As assumed"),
    cell=lambda answer, stop: _cell(stop, value_on(stop.row, answer.question.additions, stop.day)),
    numeric=True,
)


def reply(answer: Answer, half_years: bool) -> Reply:
    """The way to the targets of one indicator."""
    ways = [(row, way(row, half_years)) for row in answer.rows]
    return Reply(lambda: document(answer, ways), lambda: data(answer, ways), leaves(day_fields(answer, PATH_FIELDS)))


Ways = Iterable[tuple[Standing, tuple[Stop, ...]]]


def data(answer: Answer, ways: Ways) -> Record:
    """One object a day; see docs/formats.md."""
    return {
        **heading(answer.loaded),
        "as_of": answer.as_of.isoformat(),
        "assumptions": noted(answer.assumptions_on_course),
        "targets": [record(asked(answer, COURSE_FIELDS), answer, row) for row in answer.rows],
        "rows": [record(day_fields(answer, PATH_FIELDS), answer, stop) for _, stops in ways for stop in stops],
    }


def day_fields(answer: Answer, fields: tuple[Field[Any, Stop], ...]) -> tuple[Field[Any, Stop], ...]:
    """The fields of a day, and its value under an assumption where there is one."""
    return (*fields, SUPPOSED) if answer.question.additions else fields


def document(answer: Answer, ways: Ways) -> Document:
    """For every due year: facts, chart, and the way day by day."""
    footnotes = Footnotes()
    tables = []
    drawings = []
    for row, stops in ways:
        notes = footnotes.numbers(note.text for note in answer.notes_on_course(row))
        tables += [_facts(answer, row, notes), way_table(answer, row, stops), each_year(answer, [row])]
        drawings += [Drawing(way_chart(answer, row, stops))] if says_something(row) else []
    projected = (PROJECTION,) if any(row.spans for row in answer.rows) else ()
    return Document(
        Text("Lộ trình: ", "Path: ") + answer.rows[0].indicator.name,
        (
            Part(
                tables=tuple(table for table in tables if table.rows),
                drawings=tuple(drawings),
            ),
        ),
        footnotes.texts,
        (*projected, *closing(answer)),
        answer.as_of,
        trial=trial(answer),
    )


PROJECTION = Text(
    "Dự phóng giữ nguyên mức tăng bình quân năm (tuyến tính), trong phạm vi có thể có; khoảng của dự phóng "
    "là do số liệu là một khoảng (cách ghi, làm tròn, chỉ biết mức cao nhất hoặc thấp nhất), không phải sai số dự báo.",
    "The projection keeps the pace so far (linear), within what there can be; its interval is what the figures "
    "leave open (words, digits, bounds), no forecast error.",
)


def _facts(answer: Answer, row: Standing, notes: tuple[int, ...]) -> Table:
    compared = (RATIO, ACCELERATION) if row.spans else ()
    fields = (FIRST, _JUDGED, COVERED, *compared, AT_DUE)
    return facts(
        due_heading(row) + _which(answer, row),
        (
            (STATED.heading, STATED.shown(answer, row)._replace(notes=notes)),
            *((field.heading, field.shown(answer, row)) for field in fields),
            (Text("Đạt được sau", "Reached in"), _reached_cell(row)),
            (VERDICT.heading, VERDICT.shown(answer, row)),
            *stated(answer, row),
        ),
    )


_JUDGED = JUDGED.headed(JUDGED.heading, cell=lambda _, row: observation_cell(row, row.judged_by))
"""Nothing where no value says what held on a due day that has passed."""


def _which(answer: Answer, row: Standing) -> Text:
    """The name of a target, where another one is due in the same year."""
    several = [each for each in answer.rows if each.year == row.year]
    return ": " + row.target.name if len(several) > 1 else EMPTY


def _reached_cell(row: Standing) -> Cell:
    if not row.spans:
        return Cell(EMPTY)
    latest, past = point_in_time(row.history[-1].date), row.spans[0].line.strict

    def said(each: Interval) -> Text:
        low, high = (None if end is None else year_ending_by(latest + Fraction(end), past=past) for end in each.ends)
        return written(each, 1) + Text(" năm nữa, tức năm ", " years, in ") + years_named(Interval(low, high))

    return outcome_cell(row.course.projection.reached, said)


def years_named(years: Interval) -> Text:
    """Calendar years, which have no thousands sign."""
    return Text.same("–".join(dict.fromkeys("…" if end is None else str(end) for end in years.ends)))


def way_table(answer: Answer, row: Standing, stops: Iterable[Stop]) -> Table:
    """The way day by day, on the scales that fit the kind of unit."""
    due = [each for each in DUE if each.key in scales_of(row.unit)]
    before = (BEFORE,) if row.broken_off else ()
    shown = day_fields(answer, (DAY, *due, *before, SEEN, PROJECTED))
    return Table(EMPTY, columns(shown), tuple(cells(shown, answer, stop) for stop in stops))
