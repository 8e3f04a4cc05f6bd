"""How a target stands, in one word: its progress where it is not yet due, whether it was met where it is."""

from typing import Literal, get_args

from qt_ict.engine.standing import Standing
from qt_ict.engine.verdict import Verdict

State = Literal["met", "on_track", "moderate", "behind", "missed", "open", "starting", "not_measurable"]
STATES: tuple[State, ...] = get_args(State)
"""Best first, then what nobody can say: values that leave it open, a starting value alone, no value at all."""
IN_HAND: frozenset[State] = frozenset(("met", "on_track"))
"""States that ask for nothing."""
UNDER_WAY: frozenset[State] = frozenset(("moderate", "behind"))
"""States of targets to come whose pace, as it is, may not do."""

_OF_VERDICT: dict[Verdict, State] = {
    "met": "met",
    "met_but_reversing": "met",
    "on_track": "on_track",
    "moderate": "moderate",
    "insufficient": "behind",
    "fell_below_target": "behind",
    "moving_away": "behind",
    "missed": "missed",
}


def state(row: Standing) -> State:
    """The state of a target in one of its due years.

    What was measured once, when the plan began, is no result: it is a starting value, unless it meets the target.
    """
    if not row.measurable:
        return "not_measurable"
    found = {_OF_VERDICT[each] for each in row.course.judged.status}
    if len(found) == 1:
        return found.pop()
    if found or len(row.history) > 1:
        return "open"
    return "met" if row.status == "met" else "starting"
