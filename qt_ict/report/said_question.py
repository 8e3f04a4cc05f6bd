"""A question as people say it, on a command line or in Python, and what is asked of a plan by it."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from qt_ict.diagnostics.refusal import unknown
from qt_ict.engine.observations import Choice
from qt_ict.engine.standing import as_of
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.methods.series import Method
from qt_ict.model.plan import Plan
from qt_ict.nearest import ids_meant
from qt_ict.report.choices import choice
from qt_ict.report.growth_rates import rates
from qt_ict.report.question import Question, Selection
from qt_ict.report.what_if import additions, by_day


class SaidQuestion(NamedTuple):
    """What somebody asks of a plan, days and names as they were said; None where nothing is said."""

    selection: Selection = Selection()
    round: str | None = None
    as_of: str | None = None
    carry: Iterable[str] = ()
    growth: Iterable[str] = ()
    """``figure=rate``."""
    additions: Iterable[str] = ()
    """``figure=amount``."""
    amounts: Mapping[str, Fraction] = {}
    """What a year adds to figures, where that is a number already [unit of the figure]."""
    by: str | None = None
    method: str | None = None
    reference: str | None = None
    without: str | None = None

    def question(self, loaded: Loaded) -> Question:
        """What is asked of a plan.

        Raises:
            Broken: Something is wrong with the file of a reference class.
            Refusal: A date, rate, figure, method, class or area is not understood.
        """
        plan = loaded.plan
        chosen = choice(plan, self.round, self.carry, self.as_of)
        growing = rates(self.growth, plan)
        found = Question(
            self.selection,
            chosen,
            growing,
            additions(self.additions, plan, growing, self.amounts),
            by_day(self.by, _now(plan, chosen)),
            None if self.method is None else known_method(self.method),
        )
        return found if self.reference is None and self.without is None else self._with_reference(found, loaded)

    def _with_reference(self, found: Question, loaded: Loaded) -> Question:
        """A question that says itself whose past cases are counted."""
        # Imported here: most questions do not ask for it.
        from qt_ict.report.reference_classes import area_of, reference_named, without_alone

        if self.reference is None:
            raise without_alone()
        reference = reference_named(self.reference, loaded)
        return found._replace(reference=reference, without=area_of(self.without, reference))


def _now(plan: Plan, chosen: Choice) -> date:
    """The day that what is to come is counted from: that of a round asked for, else the last day known."""
    asked = next((each.round.date for each in plan.rounds if each.id == chosen.round), None)
    return asked or as_of(plan, chosen)


def known_method(name: str) -> Method:
    """The method of a name.

    Raises:
        Refusal: There is none.
    """
    from qt_ict.methods.by_name import METHODS

    titles = {id_: each.title for id_, each in METHODS.items()}
    found = ids_meant(name, titles)
    if len(found) != 1:
        raise unknown(Text("phương pháp", "method"), name, titles)
    return METHODS[found[0]]
