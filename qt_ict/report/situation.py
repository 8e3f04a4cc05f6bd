"""How the targets stand in one word each, that of a committee: in hand, behind, not known, not measured."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

from qt_ict.engine.standing import Standing
from qt_ict.engine.verdict import Verdict
from qt_ict.language import Text
from qt_ict.report.document import Count, Tone

Situation = Literal["in_hand", "behind", "not_known", "not_measured"]
"""in_hand: met, or on track; behind: missed, or the pace so far will not do; not_known: there is a value, but the
figures do not tell (one value alone, or several statuses possible); not_measured: nothing can be compared."""
SITUATIONS: tuple[Situation, ...] = get_args(Situation)

NAMES: dict[Situation, Text] = {
    "in_hand": Text("đạt hoặc đúng tiến độ", "met or on track"),
    "behind": Text("chưa đạt tiến độ", "behind"),
    "not_known": Text("chưa biết tiến độ", "progress not known"),
    "not_measured": Text("chưa đánh giá được", "cannot be assessed"),
}
SIGNS: dict[Situation, str] = {"in_hand": "■", "behind": "▲", "not_known": "□", "not_measured": "·"}
"""A sign for each, in charts made of letters; all four are in the fonts of office programs."""
TONES: dict[Situation, Tone] = {"in_hand": "good", "behind": "bad", "not_known": "open", "not_measured": "quiet"}

_IN_HAND: frozenset[Verdict] = frozenset(("met", "on_track"))


def situation(row: Standing) -> Situation:
    """The word for a target in one of its due years."""
    if not row.measurable:
        return "not_measured"
    possible = frozenset(row.course.judged.status)
    if possible:
        return "in_hand" if possible <= _IN_HAND else "not_known" if possible & _IN_HAND else "behind"
    return "in_hand" if row.distance.status == "met" and not row.passed else "not_known"


def tally(rows: Iterable[Standing]) -> Counter[Situation]:
    """How many rows have which word."""
    return Counter(map(situation, rows))


def counts(rows: Iterable[Standing]) -> tuple[Count, ...]:
    """The same for people; together they are all rows."""
    found = tally(rows)
    return tuple(Count(NAMES[each], found[each], TONES[each]) for each in SITUATIONS)
