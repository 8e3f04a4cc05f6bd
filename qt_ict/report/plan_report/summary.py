"""How many targets are met, missed, undecided, not measurable, by domain."""

from collections import Counter
from collections.abc import Sequence

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.assessment import Assessment
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import EMPTY, Text
from qt_ict.report import cells, sentences
from qt_ict.report.listing import closing
from qt_ict.report.page import Cell, Column, Row, Section
from qt_ict.report.plan_report.asked import Asked
from qt_ict.report.plan_report.description import Count, Part
from qt_ict.wording.quantities import listed

FARTHEST = 3
"""Targets named as the farthest."""


def counts(found: Asked) -> tuple[Count, ...]:
    """The rows by status."""
    tally = Counter(row.status for row in found.assessed.rows)
    return tuple(Count(sentences.STATUSES[each], tally[each], cells.TONES[each]) for each in STATUSES)


def part(found: Asked) -> Part:
    """Counts by domain, and which targets are the farthest."""
    rows = found.assessed.rows
    lines = (closing(found.assessed)[0], *_farthest(rows))
    return Part("summary", Text("Tóm tắt", "Summary"), lines, (_by_domain(found),) if rows else ())


def _by_domain(found: Asked) -> Section:
    heading = Column(Text("Lĩnh vực", "Domain"), key="domain")
    columns = (heading, *(Column(sentences.STATUSES[each], numeric=True, key=each) for each in STATUSES), _TOTAL)
    domains = found.plan.domains
    rows_of = {name: [row for row in found.assessed.rows if _domain(row) == name] for name in domains}
    rows = [_counted(domains[name].name, rows) for name, rows in rows_of.items() if rows]
    total = _counted(Text("Tổng cộng", "Total"), found.assessed.rows)
    strong = tuple(cell._replace(tone="strong") for cell in total)
    return Section(Text("Theo lĩnh vực", "By domain"), columns, (*rows, strong))


_TOTAL = Column(Text("Tổng", "Total"), numeric=True, key="total")


def _domain(row: Assessment) -> str:
    return row.plan.targets[row.target].domain


def _counted(name: Text, rows: Sequence[Assessment]) -> Row:
    tally = Counter(row.status for row in rows)
    return (
        Cell(name),
        *(cells.amount_cell(point(tally[each]), 0) for each in STATUSES),
        cells.amount_cell(point(len(rows)), 0),
    )


def _farthest(rows: Sequence[Assessment]) -> tuple[Text, ...]:
    """The targets of which the least is attained, whatever the figures leave open; nothing where none is missing."""
    missing = [
        (row.attainment.high, row) for row in rows if row.status == "not_met" and isinstance(row.attainment, Interval)
    ]
    ranked = sorted(((high, row) for high, row in missing if high is not None), key=lambda each: each[0])
    if not ranked:
        return ()
    named = listed((_named(row) for _, row in ranked[:FARTHEST]))
    return ((Text("Mức đạt thấp nhất: ", "Least attained: ") + named + "."),)


def _named(row: Assessment) -> Text:
    target = row.plan.targets[row.target]
    year = Text.same(f", {row.year}") if row.year else EMPTY
    attained = cells.attainment_cell(row).text
    return target.name + " (" + attained + year + ")"
