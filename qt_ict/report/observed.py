"""Every value that a plan has toward its targets, each on a row of its own."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from qt_ict.engine.observations import Observation
from qt_ict.engine.standing import Standing
from qt_ict.report.answer import Answer
from qt_ict.report.field import Field, choices
from qt_ict.report.progress_fields import OBSERVATION
from qt_ict.report.target_fields import IDENTIFICATION

Use = Literal["compared", "before_break", "set_aside"]
"""What becomes of a value: it is compared, was counted before the figures were counted anew, counts something else."""


class SeenValue(NamedTuple):
    """One value on the way to one target."""

    row: Standing
    use: Use
    found: Observation


def seen_values(answer: Answer) -> Iterator[SeenValue]:
    """Every value of every target, those that are compared first, each oldest first."""
    for row in answer.rows:
        for found in row.history:
            yield SeenValue(row, "compared", found)
        for found in row.broken_off:
            yield SeenValue(row, "before_break", found)
        for found in row.set_aside:
            yield SeenValue(row, "set_aside", found)


def _of_target(field: Field[Any, Any]) -> Field[Any, Any]:
    return replace(field, value=lambda of, seen: field.value(of, seen.row))


def _of_value(field: Field[Any, Any]) -> Field[Any, Any]:
    return replace(field, value=lambda of, seen: field.value(of, seen.found))


SEEN_FIELDS: tuple[Field[Answer, SeenValue], ...] = (
    *map(_of_target, IDENTIFICATION),
    Field("use", "what becomes of the value", lambda _, seen: seen.use, words=choices(Use)),
    *map(_of_value, OBSERVATION),
)
"""Everything about one value on the way to one target."""
