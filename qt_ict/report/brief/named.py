"""Targets by name, as a sentence of the page says them: the first ones, and how many more."""

from collections.abc import Sequence

from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.target_fields import due_text
from qt_ict.wording.dates import due_day
from qt_ict.wording.quantities import in_a_line, listed

NAMED = 2
"""Targets named in a sentence; the others are counted."""


def name_of(row: Standing) -> Text:
    """The name of a target; a milestone of it is called so."""
    return row.target.name + (words.MILESTONE if row.milestone else EMPTY)


def named(rows: Sequence[Standing], *, with_due: bool = False) -> Text:
    """The names of the first targets, and how many there are besides.

    Args:
        rows: The targets.
        with_due: True to say behind each when it is due; said too where one name would stand twice.
    """
    shown = rows[:NAMED]
    alike = len({row.target.name for row in shown}) < len(set(map(_due, shown)))
    said = (_due(row) if with_due or alike else in_a_line(name_of(row)) for row in shown)
    return listed(said, ", ") + others(len(rows) - NAMED)


def _due(row: Standing) -> Text:
    return in_a_line(row.target.name) + " (" + _when(row) + ")"


def _when(row: Standing) -> Text:
    """When a target or one of its milestones is due."""
    if row.milestone is None:
        return due_text(row.target, row.year)
    finer = row.milestone.due.finer
    return Text("mốc ", "milestone ") + (due_day(finer) if finer else Text.same(row.year))


def others(rest: int) -> Text:
    """How many there are besides those named; empty where there are none."""
    return Text(" và {rest} mục khác", " and {rest} more").fill(rest=rest) if rest > 0 else EMPTY
