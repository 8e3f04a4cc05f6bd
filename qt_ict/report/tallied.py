"""How many targets stand how: the same words on the page, on tiles and on bars."""

from collections import Counter
from collections.abc import Iterable, Sequence

from qt_ict.engine.standing import Standing
from qt_ict.engine.state import STATES, State, state
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.document import Count
from qt_ict.report.verdicts import STATE_TONES
from qt_ict.wording.quantities import counted, listed, plain

SIGNS: dict[State, str] = {
    "met": "■",
    "on_track": "●",
    "moderate": "►",
    "behind": "▲",
    "missed": "▼",
    "open": "◊",
    "starting": "○",
    "not_measurable": "□",
}
"""A sign for each, in charts made of letters; all of them are in the fonts of office programs."""


def tally(rows: Iterable[Standing]) -> Counter[State]:
    """How many rows have which state."""
    return Counter(map(state, rows))


def things(rows: Sequence[Standing]) -> Text:
    """How many targets and milestones rows are; where a target stands under several years, by these too."""
    own = [row for row in rows if row.milestone is None]
    targets, milestones = len({row.id for row in own}), len(rows) - len(own)
    by_year = _BY_YEAR.fill(rows=len(own)) if targets < len(own) else EMPTY
    on_the_way = counted(milestones, _MILESTONE)
    if milestones and not own:
        return on_the_way
    return counted(targets, _TARGET) + by_year + (_AND + on_the_way if milestones else EMPTY)


_TARGET, _MILESTONE = Text("mục tiêu", "target"), Text("mốc", "milestone")
_BY_YEAR = Text(" (tính theo từng năm đích: {rows})", " ({rows} by due year)")
_AND = Text(" và ", " and ")


def in_words(found: Counter[State]) -> Text:
    """The numbers with their words, best first; of what no row is in, nothing is said."""
    return listed((plain(found[each]) + " " + words.STATES[each] for each in STATES if found[each]), ", ")


def counts(rows: Sequence[Standing]) -> tuple[Count, ...]:
    """The rows by state, for tiles."""
    found = tally(rows)
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
