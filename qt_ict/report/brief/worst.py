"""What is worst: the targets that need most, compared by a plain ratio and never by things of different kinds."""

from collections.abc import Sequence
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.standing import Standing
from qt_ict.engine.state import BEHIND, IN_HAND, state
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.document import Part, Table
from qt_ict.report.field import Field, cells, columns
from qt_ict.report.gap_fields import ATTAINMENT, FROM_NOW_LINEAR, SHORTFALL, VALUE, gap_cell
from qt_ict.report.progress_fields import ACCELERATION
from qt_ict.report.target_fields import NAME, STATED, YEAR

LISTED = 5
"""Targets named as the worst."""
_MISSING = SHORTFALL.headed(
    SHORTFALL.heading,
    cell=lambda answer, row: (
        SHORTFALL.shown(answer, row) if isinstance(row.distance.shortfall, Interval) else gap_cell(None, row)
    ),
    aside=True,
)
_SHARE = ATTAINMENT.headed(Text("Tỷ lệ đạt", "Attained"))
_NEEDED = FROM_NOW_LINEAR.headed(FROM_NOW_LINEAR.heading, aside=True)


def lacking(rows: Sequence[Standing]) -> list[Standing]:
    """The targets short of what was set; what is on track is not among them."""
    return [row for row in rows if row.distance.status == "not_met" and state(row) not in IN_HAND]


def missing(rows: Sequence[Standing]) -> list[tuple[Interval, Standing]]:
    """The same with the share attained, the least first, whatever the figures leave open; without those of 0."""
    known = [(row.distance.attainment, row) for row in lacking(rows)]
    ranked = [(each.high, each, row) for each, row in known if isinstance(each, Interval) and each.high is not None]
    return [(share, row) for _, share, row in sorted(ranked, key=lambda each: each[0])]


def in_haste(rows: Sequence[Standing]) -> list[Standing]:
    """The targets to come that are behind, the greatest haste first: pace needed from now on / pace so far."""
    behind = [(row.course.acceleration, row) for row in rows if not row.passed and state(row) in BEHIND]
    ranked = [(_most(found), row) for found, row in behind if isinstance(found, Interval)]
    return [row for _, row in sorted(ranked, key=lambda each: -each[0])]


def _most(found: Interval) -> Fraction | float:
    return float("inf") if found.high is None else Fraction(found.high)


def worst(rows: Sequence[Standing]) -> tuple[bool, list[Standing]]:
    """Whether they are ranked by pace, which needs two values of every target missing, and the first of them."""
    short, hasty = [row for _, row in missing(rows)], in_haste(rows)
    by_pace = bool(hasty) and all(row in hasty for row in short)
    return by_pace, (hasty if by_pace else short)[:LISTED]


def part(answer: Answer) -> Part:
    """The worst of them with what they have, what was set, what is lacking; nothing where none is lacking."""
    by_pace, rows = worst(answer.rows)
    if not rows:
        return Part("worst")
    year: tuple[Field[Answer, Standing], ...] = () if answer.question.selection.year else (YEAR,)
    needed = (ACCELERATION,) if by_pace else ()
    shown = (NAME, *year, VALUE, STATED, _SHARE, _MISSING, *needed, _NEEDED)
    table = Table(EMPTY, columns(shown), tuple(cells(shown, answer, row) for row in rows))
    return Part("worst", _BY_PACE if by_pace else _BY_ATTAINMENT, tables=(table,))


_BY_ATTAINMENT = Text(
    "Thấp nhất so với mục tiêu (xếp theo tỷ lệ đạt)",
    "The least attained (ranked by value / target)",
)
_BY_PACE = Text(
    "Cần tăng nhanh nhất (xếp theo mức tăng cần có so với mức tăng đã có)",
    "In the greatest haste (ranked by pace needed / pace so far)",
)
