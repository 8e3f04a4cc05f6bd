"""How many targets are met, missed, undecided, not measurable, by domain."""

from collections import Counter
from collections.abc import Sequence

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.cells import amount_cell
from qt_ict.report.document import Cell, Column, Count, Part, Row, Table
from qt_ict.report.gap_fields import TONES, attainment_cell
from qt_ict.report.listing import counts
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed

FARTHEST = 3
"""Targets named as the farthest."""


def counts_by_status(answer: Answer) -> tuple[Count, ...]:
    """The rows by status."""
    tally = Counter(row.distance.status for row in answer.rows)
    return tuple(Count(words.STATUSES[each], tally[each], TONES[each]) for each in STATUSES)


def part(answer: Answer) -> Part:
    """Counts by domain, and which targets are the farthest."""
    rows = answer.rows
    lines = (counts(answer), *_farthest(rows))
    return Part("summary", Text("Tóm tắt", "Summary"), lines, (_by_domain(answer),) if rows else ())


def _by_domain(answer: Answer) -> Table:
    heading = Column(terms.DOMAIN, key="domain")
    columns = (heading, *(Column(words.STATUSES[each], numeric=True, key=each) for each in STATUSES), _TOTAL)
    domains = answer.plan.domains
    rows_of = {name: [row for row in answer.rows if _domain(row) == name] for name in domains}
    rows = [_counted(domains[name].name, rows) for name, rows in rows_of.items() if rows]
    total = _counted(Text("Tổng cộng", "Total"), answer.rows)
    strong = tuple(cell._replace(tone="strong") for cell in total)
    return Table(Text("Theo lĩnh vực", "By domain"), columns, (*rows, strong))


_TOTAL = Column(Text("Tổng", "Total"), numeric=True, key="total")


def _domain(row: Standing) -> str:
    return row.target.domain


def _counted(name: Text, rows: Sequence[Standing]) -> Row:
    tally = Counter(row.distance.status for row in rows)
    return (
        Cell(name),
        *(amount_cell(point(tally[each]), 0) for each in STATUSES),
        amount_cell(point(len(rows)), 0),
    )


def _farthest(rows: Sequence[Standing]) -> tuple[Text, ...]:
    """The targets of which the least is attained, whatever the figures leave open; nothing where none is missing."""
    missing = [(row.distance.attainment, row) for row in rows if row.distance.status == "not_met"]
    known = [(each.high, row) for each, row in missing if isinstance(each, Interval) and each.high is not None]
    ranked = sorted(known, key=lambda each: each[0])
    if not ranked:
        return ()
    named = listed((_named(row) for _, row in ranked[:FARTHEST]))
    return ((Text("Đạt thấp nhất so với mục tiêu: ", "Least attained: ") + named + "."),)


def _named(row: Standing) -> Text:
    year = Text.same(f", {row.year}") if row.year else EMPTY
    attained = attainment_cell(None, row).text
    return row.target.name + " (" + attained + year + ")"
