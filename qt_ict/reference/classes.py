"""A reference class: one quantity, observed in many areas over many years."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from qt_ict.language import Text

ClassKind = Literal["share", "density"]
"""share: a percentage, 0 to 100; density: anything that is never below 0."""
CEILINGS: Mapping[ClassKind, float] = {"share": 100.0, "density": math.inf}
"""The largest value of each kind [unit of the class]."""


class PastValue(NamedTuple):
    """What an area had at a date."""

    time: float
    """Date [year]; the end of 2012 is 2012.0, the middle of that year 2011.5."""
    value: float
    """Value then [unit of the class]."""

    @property
    def year(self) -> int:
        """The calendar year in which it falls.

        >>> PastValue(2011.5, 30.0).year, PastValue(2012.0, 31.0).year
        (2012, 2012)
        """
        return math.ceil(self.time)


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceClass:
    """One quantity in many areas; told apart from others by being itself, so that what is derived of it is kept."""

    name: str
    """How it is asked for: the name of a shipped one, else the file."""
    kind: ClassKind
    """What its values can be."""
    title: Text
    """What was observed."""
    source: str
    """Who published the values; empty where the file does not say."""
    licence: str
    """What may be done with them; empty where the file does not say."""
    areas: Mapping[str, tuple[PastValue, ...]]
    """The values of every area, oldest first."""
    area_names: Mapping[str, Text]
    """Names of the areas that are shown by another name than their own."""

    def area_name(self, area: str) -> Text:
        """What people call an area."""
        return self.area_names.get(area) or Text.same(area)

    @property
    def ceiling(self) -> float:
        """The largest value there can be [unit of the class]."""
        return CEILINGS[self.kind]
