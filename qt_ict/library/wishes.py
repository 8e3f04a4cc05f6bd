"""From arguments of Python to a question about a plan; words are read as the command line reads them."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Self, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from qt_ict.diagnostics.refusal import unknown
from qt_ict.engine.additions import Additions, Increment
from qt_ict.engine.standing import as_of as last_day_known
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import Text
from qt_ict.library.call_arguments import AddedAmount, FigureName, FilePath, OneDay, Rate, Several, Year, impossible
from qt_ict.loading.folder import Loaded
from qt_ict.methods.by_name import METHODS
from qt_ict.model.plan import Plan
from qt_ict.report import what_if
from qt_ict.report.choices import choice
from qt_ict.report.growth_rates import rates
from qt_ict.report.question import Question, Selection, SortKey
from qt_ict.report.reference_classes import area_of, reference_named, without_alone


class Wish(BaseModel):
    """What a caller asks for: every argument of every question, and what it may be."""

    model_config = ConfigDict(strict=True, frozen=True)

    folder: FilePath = "."
    indicator: str | None = None
    year: Year | None = None
    domain: str | None = None
    agency: str | None = None
    status: str | None = None
    sort: str = "plan"
    round: str | None = None
    as_of: OneDay | None = None
    carry: Several = ()
    growth: Mapping[FigureName, Rate] | None = None
    additions: Mapping[FigureName, AddedAmount] | None = None
    by: OneDay | None = None
    method: str | None = None
    reference: FilePath | None = None
    without: str | None = None
    half_years: bool = False
    only_unmeasured: bool = False
    select: Several = ()
    ignore: Several = ()
    accepted: bool = False

    @classmethod
    def of(cls, **arguments: object) -> Self:
        """A wish from the arguments of a call.

        Raises:
            Refusal: One of them is nothing that it may be.
        """
        try:
            return cls.model_validate(arguments)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise impossible(str(first["loc"][0]), first["loc"][1:], first["input"]) from None

    def question(self, loaded: Loaded) -> Question:
        """What is asked of a plan.

        Raises:
            Broken: Something is wrong with the file of a reference class.
            Refusal: A word, a day or a number is not understood, or names nothing that the plan has.
        """
        plan = loaded.plan
        chosen = choice(plan, self.round, self.carry, self.as_of)
        growing = rates([f"{name}={rate}" for name, rate in (self.growth or {}).items()], plan)
        asked = next((each.round.date for each in plan.rounds if each.id == chosen.round), None)
        found = Question(
            self._selection(),
            chosen,
            growing,
            _additions(self.additions or {}, plan, growing),
            what_if.by_day(self.by, asked or last_day_known(plan, chosen)),
            METHODS[_one_of(self.method, METHODS, _METHOD)] if self.method is not None else None,
        )
        return self._with_reference(found, loaded)

    def _selection(self) -> Selection:
        status: Any = _one_of(self.status, STATUSES, _STATUS) if self.status is not None else None
        sort: Any = _one_of(self.sort, get_args(SortKey), _SORT)
        return Selection(self.year, self.domain, self.agency, status, sort)

    def _with_reference(self, found: Question, loaded: Loaded) -> Question:
        if self.reference is None:
            if self.without is not None:
                raise without_alone()
            return found
        reference = reference_named(self.reference, loaded)
        return found._replace(reference=reference, without=area_of(self.without, reference))


class WayWish(Wish):
    """What a caller asks of one indicator."""

    indicator: str


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


def _additions(said: Mapping[str, Fraction | str], plan: Plan, growing: Iterable[str]) -> Additions:
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
        found[figure] = Increment(amount)
    return found
