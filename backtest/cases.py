"""Past plans without hindsight: a base, a day on which it is judged, a due date, a target, and whether it was met."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from qt_ict.loading import reference_class
from qt_ict.loading.folder import shipped_folder
from qt_ict.reference.classes import ReferenceClass

FAMILIES = ("internet_users", "fixed_broadband", "mobile")
"""The shipped panels, in the order of the tables."""
FAMILY_NAMES = {"internet_users": "internet", "fixed_broadband": "broadband", "mobile": "mobile"}
"""What a table calls them."""
LEVELS = {"internet_users": (50.0, 70.0), "fixed_broadband": (10.0, 20.0), "mobile": (50.0, 100.0)}
"""Levels that plans of those years named [unit of the family]."""
LEAST_BASE = 0.1
"""Below that nothing is a pace [unit of the family]."""


class Shape(NamedTuple):
    """How long a plan has run when it is judged, and how long it still has."""

    before: int
    """From the base to the judging [years]."""
    after: int
    """From the judging to the due date [years]."""

    @property
    def name(self) -> str:
        """What a table calls it."""
        return f"{self.before} of {self.before + self.after} years seen"


SHAPES = (Shape(5, 5), Shape(3, 7), Shape(3, 2))
"""Plans of ten years judged after five and after three, and of five years judged after three."""


class Target(NamedTuple):
    """What a plan set out to reach."""

    kind: str
    """level, double, or halve the rest."""
    value: float
    """The number [unit of the family]."""


class PastPlan(NamedTuple):
    """A plan as it stood when it was judged, and what became of it: upward, not yet met."""

    family: str
    area: str
    base_year: int
    base: float
    """Value in the base year [unit of the family]."""
    judged_year: int
    judged: float
    """Value in the year of judging [unit of the family]."""
    due_year: int
    due: float
    """Value in the due year [unit of the family]."""
    target: Target

    @property
    def met(self) -> bool:
        """Whether it came true."""
        return self.due >= self.target.value

    @property
    def after(self) -> int:
        """From the judging to the due date [years]."""
        return self.due_year - self.judged_year

    @property
    def before(self) -> int:
        """From the base to the judging [years]."""
        return self.judged_year - self.base_year

    @property
    def pace(self) -> float:
        """Change a year from the base to the judging [unit of the family/year]."""
        return (self.judged - self.base) / self.before

    @property
    def required(self) -> float:
        """Change a year that is needed from the judging on; above 0 [unit of the family/year]."""
        return (self.target.value - self.judged) / self.after

    @property
    def ratio(self) -> float:
        """Pace so far as a part of the pace needed from now [1]."""
        return self.pace / self.required


def panel(family: str) -> ReferenceClass:
    """A shipped panel.

    Raises:
        ValueError: Its file has a fault.
    """
    found, findings = reference_class.load_from(shipped_folder(), family)
    if found is None:
        raise ValueError(findings)
    return found


def past_plans(reference: ReferenceClass, shape: Shape, *, met_too: bool = False) -> Iterator[PastPlan]:
    """Every plan of a shape that a panel knows the end of, area by area, year by year.

    Args:
        reference: The panel.
        shape: How long the plans had run and still had.
        met_too: True for those too whose target was met when they were judged.
    """
    return chain.from_iterable(_of_area(reference, area, shape, met_too) for area in sorted(reference.areas))


def _of_area(reference: ReferenceClass, area: str, shape: Shape, met_too: bool) -> Iterator[PastPlan]:
    values = {each.year: each.value for each in reference.areas[area]}
    family = reference.name
    for year, base in values.items():
        judged_year, due_year = year + shape.before, year + shape.before + shape.after
        if base < LEAST_BASE or judged_year not in values or due_year not in values:
            continue
        judged, due = values[judged_year], values[due_year]
        for target in _targets(family, base, reference.ceiling):
            if base < target.value <= reference.ceiling and (met_too or judged < target.value):
                yield PastPlan(family, area, year, base, judged_year, judged, due_year, due, target)


def _targets(family: str, base: float, ceiling: float) -> Iterator[Target]:
    """What could have been promised when nothing but the base was known."""
    yield from (Target("level", level) for level in LEVELS[family])
    yield Target("double", 2 * base)
    if family == "internet_users":
        yield Target("halve the rest", base + (ceiling - base) / 2)
