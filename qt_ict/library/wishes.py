"""From arguments of Python to a question about a plan; words are read as the command line reads them."""

from collections.abc import Iterable, Mapping
from typing import Any, Self, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from qt_ict.diagnostics.refusal import unknown
from qt_ict.engine.thresholds import STATUSES
from qt_ict.language import Text
from qt_ict.library.call_arguments import AddedAmount, FigureName, FilePath, OneDay, Rate, Several, Year, impossible
from qt_ict.loading.folder import Loaded
from qt_ict.report.question import Question, Selection, SortKey
from qt_ict.report.said_question import SaidQuestion


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
        said = (self.additions or {}).items()
        return SaidQuestion(
            self._selection(),
            self.round,
            self.as_of,
            self.carry,
            [f"{name}={rate}" for name, rate in (self.growth or {}).items()],
            [f"{name}={amount}" for name, amount in said if isinstance(amount, str)],
            {name: amount for name, amount in said if not isinstance(amount, str)},
            self.by,
            self.method,
            self.reference,
            self.without,
        ).question(loaded)

    def _selection(self) -> Selection:
        status: Any = _one_of(self.status, STATUSES, _STATUS) if self.status is not None else None
        sort: Any = _one_of(self.sort, get_args(SortKey), _SORT)
        return Selection(self.year, self.domain, self.agency, status, sort)


class WayWish(Wish):
    """What a caller asks of one indicator."""

    indicator: str


_STATUS, _SORT = Text("đánh giá", "status"), Text("cách sắp xếp", "order")


def _one_of(word: str, known: Iterable[str], kind: Text) -> str:
    """A word of a closed list.

    Raises:
        Refusal: It is none of them.
    """
    words = tuple(known)
    if word not in words:
        raise unknown(kind, word, {each: Text.same(each) for each in words})
    return word
