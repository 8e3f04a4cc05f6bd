"""The catalogue: units of measure, domains, indicators and how they are computed."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field
from pydantic_core import PydanticCustomError

from qt_ict.language import Text
from qt_ict.model.entry import (
    LIST,
    ONE_OR_MORE,
    SAID,
    WORDS,
    Id,
    Listed,
    NoteEntry,
    Read,
    SignedField,
    Words,
    one_or_more,
    said,
    words,
)
from qt_ict.model.periods import Per

UnitKind = Literal["share", "density", "count", "amount", "index"]
MAY_BE_NEGATIVE: tuple[UnitKind, ...] = ("amount", "index", "density")
"""Kinds of units that can have values below 0, where they say so."""
NumberKind = UnitKind | Literal["rank"]
"""What may be computed of numbers: by their kind; of places in an order less than of any other index."""
Better = Literal["higher", "lower"]

CEILING = 100
"""The whole of a share [%]."""


class Unit(Listed):
    """A unit of measure."""

    kind: UnitKind
    """share: part of a whole, 0 to 100; density: a rate without a ceiling; count: whole things; amount: money,
    hectares, megawatts; index: points, a place in an order."""
    one: Words | None = None
    """Name of a single thing in English, where it differs: household."""
    per: Id | None = None
    """Of a density: unit of measure of what it is counted among."""
    factor: Annotated[int, Field(gt=0)] | None = None
    """Of a density: how many of those it is counted per, 100 for "per 100 inhabitants"."""
    negative: bool = False
    """True for an amount, an index or a density that can be below 0: a balance, a change, a growth rate."""
    floor: SignedField | None = None
    """Of an index: its lowest value; 0 where it is left out, and none with ``negative``."""
    ceiling: SignedField | None = None
    """Of an index: its highest value, which ``all`` means; left out where it has none."""
    rank: bool = False
    """True for an index that is a place in an order, written "rank 10": whole numbers from 1 on, each exact."""
    decimals: Annotated[int, Field(ge=0, le=12)] | None = None
    """Of an amount or an index: decimals shown, 2 where it is left out; more where they decide."""

    @property
    def least(self) -> int | Decimal | None:
        """The lowest value there can be [unit]; None without one."""
        if self.rank:
            return 1
        return self.floor if self.floor is not None else None if self.negative else 0

    @property
    def most(self) -> int | Decimal | None:
        """The highest value there can be [unit]; None without one."""
        return CEILING if self.kind == "share" else self.ceiling

    @property
    def number_kind(self) -> NumberKind:
        """What may be computed of its numbers."""
        return "rank" if self.rank else self.kind

    @property
    def is_counted(self) -> bool:
        """True where every value is a whole number, exact as it stands: things, places in an order."""
        return self.kind == "count" or self.rank

    @property
    def is_percentage(self) -> bool:
        """True for a share that its name calls a percentage; one in points is never called so.

        >>> Unit(vi="%", en="%", kind="share").is_percentage, Unit(vi="điểm", en="points", kind="share").is_percentage
        (True, False)
        """
        return self.kind == "share" and bool(_PERCENT.search(f"{self.vi} {self.en}"))


_PERCENT = re.compile("[%％]|phần trăm|per ?cent", re.IGNORECASE)


class Domain(Listed):
    """A heading of the plan."""


class Sum(NamedTuple):
    """Figures that are added."""

    figures: tuple[str, ...]

    @property
    def only_bounds(self) -> bool:
        """True where the formula only bounds what it counts."""
        return False

    @property
    def sums(self) -> tuple[tuple[str, ...], ...]:
        """The lists of figures that are added."""
        return (self.figures,)


class Bounds(NamedTuple):
    """A count that is only known to lie between two sums of figures."""

    at_least: Sum | None
    at_most: Sum | None

    @property
    def figures(self) -> tuple[str, ...]:
        """All figures named, each once."""
        return tuple(dict.fromkeys(name for figures in self.sums for name in figures))

    @property
    def only_bounds(self) -> bool:
        """True where the formula only bounds what it counts."""
        return True

    @property
    def sums(self) -> tuple[tuple[str, ...], ...]:
        """The lists of figures that are added."""
        return tuple(side.figures for side in (self.at_least, self.at_most) if side)


class Joint(NamedTuple):
    """Things that are each of several kinds, where the kinds are counted separately."""

    figures: tuple[str, ...]

    @property
    def only_bounds(self) -> bool:
        """True where the formula only bounds what it counts."""
        return True

    @property
    def sums(self) -> tuple[tuple[str, ...], ...]:
        """The lists of figures that are added."""
        return ()


Formula = Sum | Bounds | Joint


def formula(value: Any) -> Formula:
    """What stands under ``numerator`` or ``figure``.

    Raises:
        PydanticCustomError: ``formula`` for anything but an id, a list of ids,
            ``{at_least, at_most}`` or ``{joint}``.

    >>> formula("households_with_tv")
    Sum(figures=('households_with_tv',))
    >>> formula({"joint": ["a", "b"]})
    Joint(figures=('a', 'b'))
    """
    if not isinstance(value, dict):
        return Sum(one_or_more(value))
    if set(value) == {"joint"} and isinstance(value["joint"], list):
        return Joint(one_or_more(value["joint"]))
    if value and set(value) <= {"at_least", "at_most"}:
        sides = {key: Sum(one_or_more(side)) for key, side in value.items()}
        return Bounds(sides.get("at_least"), sides.get("at_most"))
    raise PydanticCustomError("formula", "no formula")


FORMULA: dict[str, Any] = {
    **ONE_OR_MORE,
    "type": ["string", "array", "object"],
    "properties": {
        "at_least": {"description": "It is at least this: a figure, or a list that is added.", **ONE_OR_MORE},
        "at_most": {"description": "It is at most this: a figure, or a list that is added.", **ONE_OR_MORE},
        "joint": {"description": "Things that are all of these at once, counted separately.", "type": "array", **LIST},
    },
    "minProperties": 1,
    "additionalProperties": False,
    "dependentSchemas": {"joint": {"maxProperties": 1}},
}
"""What ``formula`` accepts."""


def addition(value: Any) -> Sum:
    """What stands under ``denominator``: a figure, or figures that are added."""
    return Sum(one_or_more(value))


class ReferenceUse(NamedTuple):
    """Whose past says what is likely for an indicator."""

    name: str
    """Name of the reference class."""
    without: str | None = None
    """The area of the class whose own cases do not count, since it is the one that the plan is for."""
    note: Text | None = None
    """In what the class is not the same thing."""


def reference_use(value: Any) -> ReferenceUse:
    """What stands under ``reference``: the name of a class, or ``{class, without, note}``.

    Raises:
        PydanticCustomError: ``reference`` for anything else.

    >>> reference_use("mobile").name, reference_use({"class": "mobile", "without": "vnm"}).without
    ('mobile', 'vnm')
    """
    keys = {"class": value} if isinstance(value, str) else value
    if not isinstance(keys, dict) or "class" not in keys or not set(keys) <= {"class", "without", "note"}:
        raise PydanticCustomError("reference", "no reference class")
    name, without, note = (keys.get(each) for each in ("class", "without", "note"))
    if not isinstance(name, str) or not _CLASS.fullmatch(name):
        raise PydanticCustomError("reference", "no name of a reference class")
    return ReferenceUse(name, None if without is None else words(without), None if note is None else said(note))


_CLASS = re.compile("[a-z][a-z0-9_]*")
REFERENCE: dict[str, Any] = {
    "type": ["string", "object"],
    "pattern": f"^{_CLASS.pattern}$",
    "properties": {
        "class": {"description": "Name of the class.", "type": "string", "pattern": f"^{_CLASS.pattern}$"},
        "without": {"description": "The area of the class whose own cases do not count.", **WORDS},
        "note": {"description": "In what the class is not the same thing.", **SAID},
    },
    "required": ["class"],
    "additionalProperties": False,
}
"""What ``reference_use`` accepts."""


class Indicator(Listed):
    """What is computed from the figures: numerator / denominator x factor, or a figure as it stands."""

    unit: Id
    """Unit of measure of the value."""
    numerator: Annotated[Formula, Read(formula, FORMULA)] | None = None
    """What is counted: a figure, a list that is added, {at_least, at_most}, or {joint} for what is all of a list."""
    denominator: Annotated[Sum, Read(addition, ONE_OR_MORE)] | None = None
    """What it is counted among: a figure, or a list that is added."""
    factor: Annotated[int, Field(gt=0)] | None = None
    """100 for a percentage or a rate per 100."""
    figure: Annotated[Formula, Read(formula, FORMULA)] | None = None
    """Instead of a ratio: a count or printed percentage as it stands; written like ``numerator``."""
    per: Per | None = None
    """What it counts are things per period, which add up toward a target: as ``per`` of its figures."""
    better: Better = "higher"
    """Which way is better, ``lower`` where fewer is."""
    domain: Id
    """Heading of the plan."""
    agency: Id | None = None
    """The agency responsible, where the plan names one."""
    reference: Annotated[ReferenceUse, Read(reference_use, REFERENCE)] | None = None
    """The reference class whose past cases say how likely its targets are: its name, or {class, without, note}."""
    code: Words | None = None
    """Code of the Partnership's core list of ICT indicators."""
    edition: int | None = None
    """Year of the edition of that list."""
    note: NoteEntry | None = None
    """A remark shown with the results."""

    @property
    def counted(self) -> Formula:
        """What stands above the line, or alone."""
        formula = self.numerator or self.figure
        assert formula is not None, "loading refuses an indicator without a formula"
        return formula

    @property
    def counted_under(self) -> str:
        """The key of what stands above the line, or alone."""
        return "numerator" if self.numerator else "figure"

    @property
    def figures(self) -> tuple[str, ...]:
        """Every figure the indicator is computed from, each once."""
        below = self.denominator.figures if self.denominator else ()
        return tuple(dict.fromkeys((*self.counted.figures, *below)))
