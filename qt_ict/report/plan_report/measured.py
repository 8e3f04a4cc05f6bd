"""The figures that everything rests on, round by round, each with the place where the document says it."""

from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.answer import Answer
from qt_ict.report.document import Cell, Part, Table
from qt_ict.report.field import cells, columns
from qt_ict.report.figure_fields import DATE, ID, ITEM, NAME, PRINTED, UNIT, VALUE
from qt_ict.wording.dates import day

_SHOWN = (
    NAME,
    VALUE,
    UNIT,
    DATE,
    PRINTED,
    ITEM.headed(ITEM.heading, cell=lambda loaded, name: Cell(Text.same(loaded.plan.figures[name].source), "quiet")),
    ID.headed(ID.heading, key="id", aside=True),
)


def part(answer: Answer) -> Part:
    """One table a round."""
    loaded = answer.loaded
    rounds = [each for each in answer.plan.rounds if each.round.date <= answer.as_of]
    tables = (_of_round(loaded._replace(plan=loaded.plan.seen_in(each))) for each in rounds)
    return Part("figures", Text("Số liệu", "Figures"), tables=tuple(each for each in tables if each.rows))


def _of_round(seen: Loaded) -> Table:
    head = seen.plan.round
    rows = tuple(cells(_SHOWN, seen, name) for name in seen.plan.figures)
    return Table(head.name + ", " + day(head.date), columns(_SHOWN), rows)
