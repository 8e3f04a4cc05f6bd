"""Several plans side by side: which lines there are, and what each plan says in them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from qt_ict.engine.indicator_remarks import of_indicator
from qt_ict.engine.observations import Choice, Observation, observed, views
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.remark import Remark
from qt_ict.engine.remarks import of_distance
from qt_ict.engine.sameness import Same, same_indicators
from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.indicators import Indicator
from qt_ict.nearest import is_called
from qt_ict.report.answer import Answer, answer
from qt_ict.report.notes import Note, notes
from qt_ict.report.question import Question
from qt_ict.report.selection import of_year, years_listed


class Comparison:
    """Several plans, each asked the same."""

    def __init__(self, sides: Sequence[Answer], year: int | None) -> None:
        self.sides = tuple(sides)
        """What each plan answers, all of its targets."""
        self.year = year
        """The due year asked for; None takes all."""
        self.shared, self.alone = same_indicators([each.plan for each in sides])

    @property
    def years(self) -> list[int]:
        """The years under which some plan lists targets."""
        return sorted({year for side in self.sides for year in years_listed(side.plan, side.rows)})

    @cached_property
    def labels(self) -> tuple[Text, ...]:
        """What each plan is called: its area; with its number, or its folder, where that tells plans apart."""
        areas = [each.plan.identity.area.name for each in self.sides]
        numbers = [each.plan.identity.number for each in self.sides]
        folders = [each.loaded.folder for each in self.sides]
        found = areas
        for more in (numbers, folders):
            twice = Counter(found)
            found = [name if twice[name] == 1 else name + f" ({said})" for name, said in zip(found, more, strict=True)]
        return tuple(found)

    @cached_property
    def lines(self) -> tuple["ComparedLine", ...]:
        """What stands side by side, by indicator and due year."""
        return tuple(line for same in self.shared for line in self._lines(same))

    def _lines(self, same: Same) -> Iterator["ComparedLine"]:
        """An indicator in each due year that some plan has for it; once without one where none has any."""
        rows = [self._rows(place, id_) for place, id_ in enumerate(same.ids)]
        years = dict.fromkeys(row.year for each in rows for row in each)
        for year in sorted(years, key=lambda each: (each is None, each or 0)):
            dated = [[row for row in each if row.year == year] for each in rows]
            for beside in zip_longest(*dated):
                yield ComparedLine(same, year, tuple(map(self._entry, range(len(rows)), same.ids, beside)))
        if not years and self.year is None:
            yield ComparedLine(same, None, tuple(self._entry(place, id_) for place, id_ in enumerate(same.ids)))

    @cached_property
    def elsewhere(self) -> tuple["TargetsBeside", ...]:
        """The targets that stand in no line; those of one id, or of one name and unit, side by side."""
        shown = {(each.place, each.row.id) for line in self.lines for each in line.there if each.row}
        found: list[TargetsBeside] = []
        for place, side in enumerate(self.sides):
            for row in of_year(side.rows, self.year):
                if (place, row.id) in shown:
                    continue
                beside = next((n for n, each in enumerate(found) if each.takes(place, row)), None)
                if beside is None:
                    found.append(TargetsBeside(row.year, ((place, row),)))
                else:
                    found[beside] = found[beside]._replace(rows=(*found[beside].rows, (place, row)))
        return tuple(found)

    def _rows(self, place: int, id_: str | None) -> list[Standing]:
        """The targets of a plan that its indicator measures itself."""
        every = of_year(self.sides[place].rows, self.year) if id_ else ()
        return [row for row in every if row.target.indicator == id_ and row.target.measure != "proxy"]

    def _entry(self, place: int, id_: str | None, row: Standing | None = None) -> "PlanEntry | None":
        """What one plan says; None where it has no such indicator."""
        if id_ is None:
            return None
        side = self.sides[place]
        if row is not None and row.observed is not None:
            return PlanEntry(side, place, id_, row, row.observed)
        choice = side.question.choice
        found = observed(views(side.plan, choice), side.plan.indicators[id_], choice)
        return PlanEntry(side, place, id_, row, found.counting)


class TargetsBeside(NamedTuple):
    """Targets of one due year that no common indicator measures, and that plans call the same."""

    year: int | None
    rows: tuple[tuple[int, Standing], ...]
    """The place of each plan, from 0, with its target."""

    def takes(self, place: int, row: Standing) -> bool:
        """True of a target of another plan, due in that year, that has the id, or name and unit, of these."""
        others = (place != other and _alike(row, each) for other, each in self.rows)
        return row.year == self.year and all(others)


def _alike(one: Standing, other: Standing) -> bool:
    """True of targets in one unit of measure that have one id or one name."""
    named = one.id == other.id or any(is_called(other.target.name, each) for each in one.target.name)
    return one.target.unit == other.target.unit and named


class PlanEntry(NamedTuple):
    """What one plan says of an indicator, and of its target in a due year."""

    side: Answer
    place: int
    """The plan's place, from 0."""
    id: str
    """The indicator's id in this plan."""
    row: Standing | None
    """The target; None where this plan has none for that year."""
    found: Observation | Reason
    """The value, or why there is none."""

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.side.plan.indicators[self.id]

    @property
    def value(self) -> Outcome:
        """The value [unit], or why there is none."""
        return self.found if isinstance(self.found, Reason) else self.found.value.outcome

    @property
    def date(self) -> date | None:
        """The date of the value."""
        return None if isinstance(self.found, Reason) else self.found.date

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is to be said beside value and target."""
        return notes(self.side.plan, self._remarks())

    def _remarks(self) -> Iterator[Remark]:
        if isinstance(self.found, Observation):
            yield from of_indicator(self.found.plan, self.indicator, self.found.value.causes)
        if self.row is not None:
            yield from of_distance(self.row)


class ComparedLine(NamedTuple):
    """An indicator of several plans in one due year."""

    same: Same
    year: int | None
    entries: tuple[PlanEntry | None, ...]
    """One for each plan; None where it has no such indicator."""

    @property
    def there(self) -> tuple[PlanEntry, ...]:
        """Those that are."""
        return tuple(each for each in self.entries if each)

    @property
    def has_target(self) -> bool:
        """True where some plan has a target here."""
        return any(each.row for each in self.there)

    @property
    def same_date(self) -> bool:
        """True where all values are of one date."""
        return len({each.date for each in self.there}) == 1

    @property
    def same_formula(self) -> bool:
        """True where all plans compute it alike, from figures of the same ids."""
        found = (each.indicator for each in self.there)
        return len({(each.counted, each.denominator, each.factor) for each in found}) == 1


def comparison(plans: Sequence[Loaded], choices: Sequence[Choice], year: int | None) -> Comparison:
    """Several plans side by side.

    Args:
        plans: The plans, at least two.
        choices: Which rounds of each count.
        year: The due year asked for; None takes all.
    """
    asked = (answer(plan, Question(choice=choice)) for plan, choice in zip(plans, choices, strict=True))
    return Comparison(tuple(asked), year)
