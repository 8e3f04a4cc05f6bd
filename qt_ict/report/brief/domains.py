"""How the targets of every domain stand: a bar of signs, one for each target."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from qt_ict.arithmetic.interval import point
from qt_ict.engine.standing import Standing
from qt_ict.engine.state import STATES, State
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.cells import amount_cell
from qt_ict.report.document import Cell, Column, Part, Row, Table
from qt_ict.report.plot import Segment, Segments
from qt_ict.report.tallied import SIGNS, tally
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed

LONGEST = 24
"""Signs of a bar; where a domain has more targets, a sign stands for several."""


def part(answer: Answer) -> Part:
    """A bar for each domain, and what its signs mean."""
    found = {name: tally(_of(answer.rows, name)) for name in answer.plan.domains}
    most = max((each.total() for each in found.values()), default=0)
    rows = tuple(_row(answer, name, each, most) for name, each in found.items() if each)
    if not rows:
        return Part("domains")
    total = Column(_total(answer.rows), numeric=True, aside=True, key="total")
    columns = (Column(terms.DOMAIN, key="domain"), total, Column(_legend(tally(answer.rows), most), key="state"))
    return Part("domains", tables=(Table(EMPTY, columns, rows),))


def _total(rows: Sequence[Standing]) -> Text:
    """What the number of a domain counts, which is what its bar has signs for."""
    if any(row.milestone for row in rows):
        return Text("Mục tiêu và mốc", "Targets and milestones")
    return terms.TARGETS if len({row.id for row in rows}) == len(rows) else _BY_YEAR


_BY_YEAR = Text("Mục tiêu theo năm đích", "Targets by due year")


def _of(rows: Sequence[Standing], domain: str) -> list[Standing]:
    return [row for row in rows if row.target.domain == domain]


def _row(answer: Answer, name: str, found: Counter[State], most: int) -> Row:
    return (
        Cell(answer.plan.domains[name].name),
        amount_cell(point(found.total()), 0),
        Cell(Text.same(bar(found, most)), segments=_segments(found, most)),
    )


def _segments(found: Counter[State], most: int) -> Segments:
    """The same to be drawn."""
    parts = (Segment(SIGNS[each], found[each], words.STATES[each], _COLOURS[each]) for each in STATES if found[each])
    return Segments(tuple(parts), most)


_COLOURS: dict[State, Literal["good", "bad", "open", "quiet"]] = {
    "met": "good",
    "on_track": "good",
    "moderate": "open",
    "behind": "bad",
    "missed": "bad",
    "open": "open",
    "starting": "quiet",
    "not_measurable": "quiet",
}


def bar(found: Counter[State], most: int) -> str:
    """Signs by state, each part as long as its number; no part that is there is left out.

    >>> from collections import Counter
    >>> bar(Counter(met=2, behind=1, not_measurable=3), 6), bar(Counter(met=95, not_measurable=1), 96)
    ('■■▲□□□', '■■■■■■■■■■■■■■■■■■■■■■■■□')
    """
    return "".join(SIGNS[each] * -(-found[each] // _scale(most)) for each in STATES)


def _legend(found: Counter[State], most: int) -> Text:
    """What the signs mean that occur, and how many targets one stands for where that is not one."""
    signs = listed((Text.same(SIGNS[each] + " ") + words.STATES[each] for each in STATES if found[each]), " ")
    scale = _scale(most)
    if scale == 1:
        return signs
    return signs + Text(" (mỗi dấu: đến {scale} mục tiêu)", " (each sign: up to {scale} targets)").fill(scale=scale)


def _scale(most: int) -> int:
    """Targets that a sign stands for."""
    return max(1, -(-most // LONGEST))
