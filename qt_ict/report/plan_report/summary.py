"""How many targets stand in which way, by domain; a value from when the plan began is no result and is called so."""

from collections import Counter
from collections.abc import Sequence

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.standing import Standing
from qt_ict.engine.state import STATES, State, state
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.cells import amount_cell
from qt_ict.report.document import Cell, Column, Count, Part, Row, Table
from qt_ict.report.gap_fields import attainment_cell
from qt_ict.report.verdicts import STATE_TONES
from qt_ict.wording.quantities import counted, listed, plain

FARTHEST = 3
"""Targets named as the farthest."""


def counts_by_state(answer: Answer) -> tuple[Count, ...]:
    """The rows by state; of what no row is in, nothing is said."""
    tally = Counter(map(state, answer.rows))
    said = {"starting": _of_years(answer.rows)}
    return tuple(
        Count(words.STATES[each], tally[each], STATE_TONES[each], said.get(each, EMPTY))
        for each in STATES
        if tally[each]
    )


def part(answer: Answer) -> Part:
    """Counts by domain, and which targets are the farthest."""
    rows = answer.rows
    lines = (_counts(answer), *_farthest(rows))
    return Part("summary", Text("Tóm tắt", "Summary"), lines, (_by_domain(answer),) if rows else ())


def _of_years(rows: Sequence[Standing]) -> Text:
    """Of which years the starting values are, and that they are no results."""
    dates = {row.observed.date.year for row in rows if state(row) == "starting" and row.observed}
    years = listed((Text.same(str(year)) for year in sorted(dates)), ", ")
    return _NO_RESULTS.fill(years=years)


_NO_RESULTS = Text(
    "số liệu năm {years}, chưa phải kết quả thực hiện",
    "values of {years}, not results",
)


def _counts(answer: Answer) -> Text:
    """How many rows there are, by state."""
    rows = answer.rows
    named = (_counted_as(each) for each in counts_by_state(answer))
    total = counted(len(rows), Text("dòng mục tiêu", "row"))
    return total + (Text.same(": ") + listed(named) if rows else EMPTY) + "."


def _counted_as(count: Count) -> Text:
    said = Text.same(" (") + count.said + ")" if count.said else EMPTY
    return plain(count.number) + " " + count.name + said


def _by_domain(answer: Answer) -> Table:
    domains = answer.plan.domains
    found = Counter(map(state, answer.rows))
    shown = tuple(each for each in STATES if found[each])
    columns = (_DOMAIN, *(Column(words.STATES[each], numeric=True, key=each) for each in shown), _TOTAL)
    rows_of = {name: [row for row in answer.rows if row.target.domain == name] for name in domains}
    rows = [_counted(domains[name].name, rows, shown) for name, rows in rows_of.items() if rows]
    total = _counted(Text("Tổng cộng", "Total"), answer.rows, shown)
    strong = tuple(cell._replace(tone="strong") for cell in total)
    return Table(Text("Theo lĩnh vực", "By domain"), columns, (*rows, strong))


_DOMAIN = Column(Text("Lĩnh vực", "Domain"), key="domain")
_TOTAL = Column(Text("Tổng", "Total"), numeric=True, key="total")


def _counted(name: Text, rows: Sequence[Standing], shown: tuple[State, ...]) -> Row:
    tally = Counter(map(state, rows))
    return (
        Cell(name),
        *(amount_cell(point(tally[each]), 0) for each in shown),
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
    return ((Text("Mức đạt thấp nhất: ", "Least attained: ") + named + "."),)


def _named(row: Standing) -> Text:
    year = Text.same(f", {row.year}") if row.year else EMPTY
    attained = attainment_cell(None, row).text
    return row.target.name + " (" + attained + year + ")"
