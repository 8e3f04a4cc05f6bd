"""What is worst: the targets that need most, compared by a plain ratio and never by things of different kinds."""

from collections.abc import Sequence
from fractions import Fraction

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.standing import Standing
from qt_ict.engine.state import IN_HAND, UNDER_WAY, state
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.brief.named import name_of
from qt_ict.report.document import Cell, Part, Table
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
_NAME = NAME.headed(NAME.heading, cell=lambda _, row: Cell(name_of(row)))
_SHARE = ATTAINMENT.headed(Text("Tỷ lệ đạt", "Attained"))
_NEEDED = FROM_NOW_LINEAR.headed(FROM_NOW_LINEAR.heading, aside=True)


def unmet(rows: Sequence[Standing]) -> list[Standing]:
    """The targets not met, as ``gap`` counts them: on track or not, and what missed a year and is met by now."""
    return [row for row in rows if row.status == "not_met"]


def lacking(rows: Sequence[Standing]) -> list[Standing]:
    """The targets that are neither met nor on track; what missed a year and is met by now lacks nothing."""
    return [row for row in short_now(rows) if state(row) not in IN_HAND]


def short_now(rows: Sequence[Standing]) -> list[Standing]:
    """The targets that the latest figures do not meet."""
    return [row for row in rows if row.distance.status == "not_met"]


def by_share(rows: Sequence[Standing]) -> list[tuple[Interval, Standing]]:
    """Targets with the share attained, the least first, whatever the figures leave open; without those of no ratio."""
    known = [(row.distance.attainment, row) for row in rows]
    ranked = [(each.high, each, row) for each, row in known if isinstance(each, Interval) and each.high is not None]
    return [(share, row) for _, share, row in sorted(ranked, key=lambda each: each[0])]


def by_pace(rows: Sequence[Standing]) -> list[tuple[Interval, Standing]]:
    """The targets to come that are not on track, with pace needed from now on / pace so far, the largest first."""
    known = [(row.course.acceleration, row) for row in rows if state(row) in UNDER_WAY]
    ranked = [(_most(found), found, row) for found, row in known if isinstance(found, Interval)]
    return [(found, row) for _, found, row in sorted(ranked, key=lambda each: -each[0])]


def _most(found: Interval) -> Fraction | float:
    return float("inf") if found.high is None else Fraction(found.high)


def hurried(rows: Sequence[Standing]) -> list[Standing]:
    """Targets in the order in which they must go faster, those first of which the pace leads nowhere."""
    paces = {row: found for found, row in by_pace(rows)}
    return sorted(rows, key=lambda row: -_most(paces[row]) if row in paces else -float("inf"))


def fast_enough(row: Standing) -> bool:
    """True where the pace so far is certainly no less than the one needed from now on."""
    found = row.course.acceleration
    return isinstance(found, Interval) and _most(found) <= 1


def worst(rows: Sequence[Standing]) -> tuple[bool, list[Standing]]:
    """Whether they are ranked by pace, which needs two values of every target lacking, and the first of them.

    By pace those are left out that are fast enough; where all are, the least attained are named.
    """
    short = [row for _, row in by_share(lacking(rows))]
    paced = [row for _, row in by_pace(rows)]
    slow = [row for row in paced if not fast_enough(row)]
    ranked = bool(slow) and all(row in paced for row in short)
    return ranked, (slow if ranked else short)[:LISTED]


def part(answer: Answer) -> Part:
    """The worst of them with what they have, what was set, what is lacking; nothing where none is lacking."""
    ranked_by_pace, rows = worst(answer.rows)
    if not rows:
        return Part("worst")
    year: tuple[Field[Answer, Standing], ...] = () if answer.question.selection.year else (YEAR,)
    needed = (ACCELERATION,) if ranked_by_pace else ()
    shown = (_NAME, *year, VALUE, STATED, _SHARE, _MISSING, *needed, _NEEDED)
    table = Table(EMPTY, columns(shown), tuple(cells(shown, answer, row) for row in rows))
    return Part("worst", _by_pace(rows) if ranked_by_pace else _BY_ATTAINMENT, tables=(table,))


def _by_pace(rows: Sequence[Standing]) -> Text:
    """What those have in common that are ranked by pace: of some it may be open whether they are too slow."""
    found = (row.course.acceleration for row in rows)
    sure = all(isinstance(each, Interval) and each.low is not None and each.low > 1 for each in found)
    return (_TOO_SLOW if sure else _MAYBE_TOO_SLOW) + _RANKED_BY_PACE


_BY_ATTAINMENT = Text(
    "Thấp nhất so với mục tiêu, trong số chưa đạt và chưa đúng tiến độ",
    "The least attained of what is neither met nor on track (value / target)",
)
_TOO_SLOW = Text("Phải nhanh hơn trước", "Must go faster than so far")
_MAYBE_TOO_SLOW = Text("Phải hoặc có thể phải nhanh hơn trước", "Must, or may have to, go faster than so far")
_RANKED_BY_PACE = Text(" (mức tăng cần có / mức tăng đã có)", " (pace needed / pace so far)")
