"""How the targets stand in one word each, that of a committee: in hand, behind, not known, not measured."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from qt_ict.engine.standing import Standing
from qt_ict.engine.state import STATES, State, state
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.document import Count
from qt_ict.report.verdicts import STATE_TONES
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed

Situation = Literal["in_hand", "behind", "not_known", "not_measured"]
"""in_hand: met, or on track; behind: missed, or the pace so far will not do; not_known: there is a value, but the
figures do not tell (one value alone, or several statuses possible); not_measured: nothing can be compared."""
SITUATIONS: tuple[Situation, ...] = get_args(Situation)

NAMES: dict[Situation, Text] = {
    "in_hand": Text("đạt hoặc đúng tiến độ", "met or on track"),
    "behind": Text("chưa đạt tiến độ", "behind"),
    "not_known": terms.UNDECIDED,
    "not_measured": terms.NOT_ASSESSED,
}
SIGNS: dict[Situation, str] = {"in_hand": "■", "behind": "▲", "not_known": "□", "not_measured": "·"}
"""A sign for each, in charts made of letters; all four are in the fonts of office programs."""
_OF_STATE: dict[State, Situation] = {
    "met": "in_hand",
    "on_track": "in_hand",
    "moderate": "behind",
    "behind": "behind",
    "missed": "behind",
    "open": "not_known",
    "starting": "not_known",
    "not_measurable": "not_measured",
}


def situation(row: Standing) -> Situation:
    """The word for a target in one of its due years."""
    return _OF_STATE[state(row)]


def tally(rows: Iterable[Standing]) -> Counter[Situation]:
    """How many rows have which word."""
    return Counter(map(situation, rows))


def counts(rows: Sequence[Standing]) -> tuple[Count, ...]:
    """The rows by state, which is finer, for people; of what no row is in, nothing is said."""
    found = Counter(map(state, rows))
    said = {"starting": _of_years(rows)}
    return tuple(
        Count(words.STATES[each], found[each], STATE_TONES[each], said.get(each, EMPTY))
        for each in STATES
        if found[each]
    )


def _of_years(rows: Iterable[Standing]) -> Text:
    """Of which years the starting values are, and that they are no results."""
    dates = {row.observed.date.year for row in rows if state(row) == "starting" and row.observed}
    return _NO_RESULTS.fill(years=listed((Text.same(str(year)) for year in sorted(dates)), ", "))


_NO_RESULTS = Text("số liệu năm {years}, chưa phải kết quả thực hiện", "values of {years}, not results")
