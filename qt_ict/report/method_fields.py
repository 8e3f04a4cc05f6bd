"""What a method of judging progress says of a target: ours, or a published one."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.published import Published, published
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.record import OURS, StatusRecord
from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.methods.series import Method, MethodReason
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.document import Cell
from qt_ict.report.field import Field
from qt_ict.report.verdicts import either, judged_text, verdict_cell, verdict_text
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed, plain, written

_DIGITS = 4
"""Decimals of a value or score."""


class Opinion(NamedTuple):
    """What one method says of one target in one due year."""

    row: Standing
    method: Method | None
    """None of our own verdict."""
    value: Outcome | None
    """The method's number; of ours the ratio of the pace so far to the one required from now on."""
    anticipated: Interval | None = None
    """Progress anticipated, of the method that predicts one."""
    score: Interval | None = None
    """The method's grade, where it publishes one."""
    status: tuple[str, ...] = ()
    """Codes that are possible, best first; empty where it has none."""
    reason: Reason | MethodReason | None = None
    """Why there is no value or no status."""
    constants: Mapping[str, float] = {}
    """Published constants that stood in for numbers."""

    @property
    def name(self) -> str:
        """Name of the method."""
        return self.method.name if self.method else OURS

    @property
    def says_anything(self) -> bool:
        """False where the method can say nothing of the target."""
        return bool(self.value or self.status)


def opinion(method: Method | None, row: Standing) -> Opinion:
    """What a method says of a target; None stands for our own verdict."""
    if method is None:
        judged = row.course.judged
        return Opinion(row, None, row.course.ratio, status=judged.status, reason=judged.reason)
    found: Published = published(method, row)
    return Opinion(row, method, *found)


def about(method: Method) -> Text:
    """Which method was applied, and what its value is."""
    return Text("Phương pháp {title} ({name}); trị số: {value}.", "Method {title} ({name}); value: {value}.").fill(
        title=method.title, name=method.name, value=method.value
    )


def strictness(rows: Iterable[Standing]) -> Iterator[Text]:
    """What a method makes of "more than": nothing of its own."""
    if any(line.strict for row in rows for line in row.lines):
        yield Text(
            'Các phương pháp đã công bố không phân biệt "trên" với "từ": đúng bằng con số cũng là đạt.',
            'Published methods do not tell "more than" from "at least": the number itself meets a target.',
        )


def status_text(said: Opinion) -> Text:
    """The status, or all that are possible, worst first; empty without one."""
    if said.method is None:
        return verdict_text(said.row.course.judged.status)
    return either(said.method.statuses[each] for each in reversed(said.status))


def _value_text(said: Opinion) -> Text:
    value = _number_text(said.value)
    if said.anticipated is None:
        return value
    return value + Text("; dự kiến ", "; anticipated ") + _number_text(said.anticipated)


def _number_text(value: Outcome | None) -> Text:
    """A value or score; empty without one."""
    return written(value, _DIGITS) if isinstance(value, Interval) else EMPTY


def _status_cell(said: Opinion) -> Cell:
    if said.method is None and said.status:
        return verdict_cell(said.row)
    return Cell(status_text(said) if said.status else EMPTY)


def reason_text(said: Opinion) -> Text:
    """Why there is no value or status, and which published constants stood in for numbers."""
    if said.method is None:
        return EMPTY if said.status else judged_text(said.row, said.row.course.judged)
    used = [words.STOOD_IN[name].fill(number=Decimal(repr(value))) for name, value in said.constants.items()]
    if said.reason is None:
        return listed(used)
    reason = words.REASONS[said.reason] if isinstance(said.reason, Reason) else words.METHOD_REASONS[said.reason]
    return listed([reason, *used])


_RECOMMENDED = Text(" (khuyến nghị)", " (recommended)")
OPINION: tuple[Field[Any, Opinion], ...] = (
    Field(
        "name",
        "name of the method",
        lambda _, said: said.name,
        heading=Text("Phương pháp", "Method"),
        cell=lambda _, said: (
            Cell(said.method.title + f" ({said.name})") if said.method else Cell(OURS + _RECOMMENDED, "strong")
        ),
    ),
    Field(
        "value",
        "the method's number; of ours the ratio of the pace so far to the one required from now on",
        lambda _, said: said.value,
        "quantity",
        heading=Text("Trị số", "Value"),
        cell=lambda _, said: Cell(_value_text(said)),
        numeric=True,
    ),
    Field(
        "anticipated",
        "progress anticipated, of the method that predicts one",
        lambda _, said: said.anticipated,
        "quantity",
    ),
    Field(
        "score",
        "the method's grade, where it publishes one",
        lambda _, said: said.score,
        "quantity",
        heading=terms.SCORE,
        cell=lambda _, said: Cell(_number_text(said.score)),
        numeric=True,
    ),
    Field(
        "status",
        "list of the codes that are possible, best first",
        lambda _, said: said.status,
        "list",
        heading=terms.ASSESSMENT,
        cell=lambda _, said: _status_cell(said),
    ),
    Field(
        "reason",
        "why there is no value or no status, or null",
        lambda _, said: said.reason,
        heading=terms.REASON,
        cell=lambda _, said: Cell(reason_text(said), "quiet"),
    ),
    Field("constants", "published constants that stood in for numbers", lambda _, said: dict(said.constants), "pairs"),
)
"""What a method says, by name."""
SHOWN = tuple(field for field in OPINION if field.heading)
"""What a table shows of it."""


def record_of_opinion(answer: Answer, said: Opinion) -> StatusRecord | Reason:
    """How often what a method says came true in past cases."""
    return answer.record(said.row, said.name, said.status)


RECORD_FIELDS: tuple[Field[Answer, StatusRecord], ...] = (
    Field("kept", "past cases that met their target when it was due", lambda _, found: found.kept, "integer"),
    Field("cases", "all of this kind, level and time left with the status", lambda _, found: found.cases, "integer"),
    Field("family", "the reference class that they are cases of", lambda _, found: found.family),
    Field("horizon", "the time left that was tried [years]", lambda _, found: found.horizon, "integer"),
    Field("source", "where it is from", lambda answer, found: answer.source_of(found)),
)
"""What is said of a record."""
RECORD: Field[Answer, Opinion] = Field(
    "record",
    "how many past cases with the same status, kind and time left met their target; null without any",
    lambda answer, said: found if isinstance(found := record_of_opinion(answer, said), StatusRecord) else None,
    "object",
    fields=RECORD_FIELDS,
    heading=terms.KEPT_BEFORE,
    cell=lambda answer, said: record_cell(record_of_opinion(answer, said)),
    numeric=True,
    whole=True,
)


def record_cell(found: StatusRecord | Reason) -> Cell:
    """How many past cases of a kind met their target; empty where there is none."""
    if isinstance(found, Reason):
        return Cell(EMPTY)
    return Cell(plain(found.kept) + terms.OF + plain(found.cases))
