"""From arguments of Python to a question about a plan; words are read as the command line reads them."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, get_args

from qt_ict.diagnostics.refusal import unknown
from qt_ict.engine.additions import Additions, Increment
from qt_ict.engine.standing import as_of as last_day_known
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.methods.by_name import METHODS
from qt_ict.model.plan import Plan
from qt_ict.report import what_if
from qt_ict.report.choices import choice
from qt_ict.report.growth_rates import rates
from qt_ict.report.question import Question, Selection, SortKey
from qt_ict.report.reference_classes import area_of, reference_named, without_alone

Day = date | str
"""A day, or how people write one: 2012-06-30, 30/6/2012; a month or a year for its last day."""
YearlyAmount = int | float | Decimal | Fraction | str
"""What a year adds, in the figure's own unit; text for a percentage a year: "5%"."""


class Wish(NamedTuple):
    """What a caller asks for, as it was said."""

    year: int | None = None
    domain: str | None = None
    agency: str | None = None
    status: str | None = None
    sort: str = "plan"
    round: str | None = None
    as_of: Day | None = None
    carry: str | Iterable[str] = ()
    growth: Mapping[str, str] = {}
    additions: Mapping[str, YearlyAmount] = {}
    by: Day | None = None
    method: str | None = None
    reference: str | None = None
    without: str | None = None

    def question(self, loaded: Loaded) -> Question:
        """What is asked of a plan.

        Raises:
            Broken: Something is wrong with the file of a reference class.
            Refusal: A word, a day or a number is not understood, or names nothing that the plan has.
        """
        plan = loaded.plan
        carried = (self.carry,) if isinstance(self.carry, str) else self.carry
        chosen = choice(plan, self.round, carried, _written(self.as_of))
        growing = rates([f"{name}={rate}" for name, rate in self.growth.items()], plan)
        asked = next((each.round.date for each in plan.rounds if each.id == chosen.round), None)
        found = Question(
            self._selection(),
            chosen,
            growing,
            _additions(self.additions, plan, growing),
            what_if.by_day(_written(self.by), asked or last_day_known(plan, chosen)),
            METHODS[_one_of(self.method, METHODS, _METHOD)] if self.method else None,
        )
        return self._with_reference(found, loaded)

    def _selection(self) -> Selection:
        status: Any = _one_of(self.status, STATUSES, _STATUS) if self.status else None
        sort: Any = _one_of(self.sort, get_args(SortKey), _SORT)
        return Selection(self.year, self.domain, self.agency, status, sort)

    def _with_reference(self, found: Question, loaded: Loaded) -> Question:
        if self.reference is None:
            if self.without is not None:
                raise without_alone()
            return found
        reference = reference_named(self.reference, loaded)
        return found._replace(reference=reference, without=area_of(self.without, reference))


_METHOD, _STATUS = Text("phương pháp", "method"), Text("đánh giá", "status")
_SORT = Text("cách sắp xếp", "order")


def _one_of(word: str, known: Iterable[str], kind: Text) -> str:
    """A word of a closed list.

    Raises:
        Refusal: It is none of them.
    """
    words = tuple(known)
    if word not in words:
        raise unknown(kind, word, {each: Text.same(each) for each in words})
    return word


def _written(day: Day | None) -> str | None:
    return day.isoformat() if isinstance(day, date) else day


def _additions(said: Mapping[str, YearlyAmount], plan: Plan, growing: Iterable[str]) -> Additions:
    """What is supposed of figures, by their ids.

    Raises:
        Refusal: A text is not understood, or a figure unknown, of no indicator or said twice.
    """
    words = [f"{name}={amount}" for name, amount in said.items() if isinstance(amount, str)]
    numbers = {name: amount for name, amount in said.items() if not isinstance(amount, str)}
    found = dict(what_if.additions(words, plan, growing))
    for name, amount in numbers.items():
        figure = what_if.known_figure(name, plan)
        if figure in found or figure in growing:
            raise what_if.twice(figure, "growth" if figure in growing else "additions")
        # A float is meant as it is written: 0.1 is a tenth.
        found[figure] = Increment(Fraction(str(amount)))
    return found
