"""What nobody measures yet, and which agency should count it first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qt_ict.engine.standing import Standing
from qt_ict.engine.state import state
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.document import Part
from qt_ict.report.tallied import things
from qt_ict.report.target_fields import agency_name, promised_text
from qt_ict.wording.quantities import begun, in_a_line, listed, plain

LISTED = 2
"""Agencies named."""


def uncounted(rows: Sequence[Standing]) -> list[Standing]:
    """The targets that nothing measures; those with a number first, by due year."""
    found = [row for row in rows if state(row) == "not_measurable"]
    return sorted(found, key=lambda row: (not has_number(row), row.year is None, row.year or 0))


def has_number(row: Standing) -> bool:
    """True where the target says how much: a number, or all."""
    return row.target.value is not None or row.target.comparator == "all"


def part(answer: Answer) -> Part:
    """How many of them each agency has, and with which one of whose a survey should begin."""
    rows = uncounted(answer.rows)
    if not rows:
        return Part("uncounted")
    held = Counter(row.target.agency for row in rows)
    order = [*(each for each, _ in held.most_common() if each), *([None] if None in held else [])]
    said = begun(listed((*_named(answer, held), *_unnamed(rows)), ", "))
    first = next((row for agency in order for row in rows if row.target.agency == agency and has_number(row)), None)
    heading = _HEADING.fill(targets=things(rows))
    return Part("uncounted", heading, (said + "." + (_first(answer, first, order) if first else EMPTY),))


_HEADING = Text("Chưa đánh giá được {targets}", "{targets} not assessed")


def _first(answer: Answer, row: Standing, order: Sequence[str | None]) -> Text:
    """The one to begin with, and whose it is where that is not the agency said first."""
    name = Text.same("“") + in_a_line(row.target.name) + "”"
    named = name + " (" + promised_text(row) + ")"
    agency = row.target.agency
    by = EMPTY if agency == order[0] else agency_name(answer.plan, agency)
    return Text(" Cần thống kê trước: ", " To be counted first: ") + ((by + ", " if by else EMPTY) + named + ".")


def _named(answer: Answer, held: Counter[str | None]) -> Iterator[Text]:
    """The agencies with the most of them, and how many others there are."""
    ranked = [(agency, number) for agency, number in held.most_common() if agency]
    for agency, number in ranked[:LISTED]:
        yield agency_name(answer.plan, agency) + " " + plain(number)
    rest = ranked[LISTED:]
    if rest:
        other = _OTHER if len(rest) == 1 else _OTHERS
        yield plain(len(rest)) + " " + other + " " + plain(sum(number for _, number in rest))


def _unnamed(rows: Sequence[Standing]) -> Iterator[Text]:
    unnamed = [row for row in rows if row.target.agency is None]
    if unnamed:
        # Beside agencies, of which kind is plain.
        alone = len(unnamed) == len(rows)
        yield things(unnamed) + (_UNNAMED if alone else _UNNAMED_TOO)


_UNNAMED = Text(" chưa nêu cơ quan chịu trách nhiệm", " with no agency named")
_UNNAMED_TOO = Text(" chưa nêu cơ quan", " with none named")
_OTHER, _OTHERS = Text("cơ quan khác", "other agency"), Text("cơ quan khác", "other agencies")
