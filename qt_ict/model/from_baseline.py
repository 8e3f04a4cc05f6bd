"""Targets that are said by the baseline: double it, 10 points more, 30% less."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from pydantic_core import PydanticCustomError

Way = Literal["times", "per_cent", "points", "things"]
"""times: so many times the baseline; per_cent: of the baseline; points: of a share; things: in the unit named."""


class FromBaseline(NamedTuple):
    """What a target makes of the baseline."""

    said: str
    """As it is written."""
    way: Way
    amount: Fraction
    """How many times, or how much more; below 0 how much less [times, %, points or unit]."""
    unit: str | None = None
    """Unit of measure named with things; None otherwise."""

    def of(self, baseline: Fraction) -> Fraction:
        """The number promised [as the baseline].

        baseline x amount, baseline x (1 + amount / 100), or baseline + amount

        >>> from_baseline("double").of(Fraction(8)), from_baseline("-30%").of(Fraction(50))
        (Fraction(16, 1), Fraction(35, 1))
        >>> from_baseline("+10 points").of(Fraction(45, 2))
        Fraction(65, 2)
        """
        match self.way:
            case "times":
                return baseline * self.amount
            case "per_cent":
                return baseline * (1 + self.amount / 100)
            case "points" | "things":
                return baseline + self.amount

    def baseline_of(self, number: Fraction) -> Fraction | None:
        """The baseline of which a number is what is promised; None where every baseline gives one number.

        >>> from_baseline("+10 points").baseline_of(Fraction(50)), from_baseline("x 0").baseline_of(Fraction(0))
        (Fraction(40, 1), None)
        """
        start = self.of(Fraction(0))
        step = self.of(Fraction(1)) - start
        return (number - start) / step if step else None


def from_baseline(value: Any) -> FromBaseline:
    """What stands under ``from_baseline``.

    Raises:
        PydanticCustomError: ``from_baseline`` for anything but ``double``, ``halve``, ``x 1.5``, ``+10 points``,
            ``-30%`` (not below -100%) and ``+200 unit``.

    >>> from_baseline("x 1.5").amount, from_baseline("+200 schools").unit
    (Fraction(3, 2), 'schools')
    """
    found = _GRAMMAR.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("from_baseline", "nothing that is reckoned from the baseline")
    word, times, sign, number, unit = found.groups()
    if word:
        return FromBaseline(value, "times", _WORDS[word])
    if times:
        return FromBaseline(value, "times", Fraction(Decimal(times)))
    amount = Fraction(Decimal(number)) * (-1 if sign == "-" else 1)
    if unit == "%" and amount < -_ALL:
        raise PydanticCustomError("from_baseline", "less than nothing")
    way = _WAYS.get(unit, "things")
    return FromBaseline(value, way, amount, unit if way == "things" else None)


_ALL = 100
"""The whole baseline [%]."""
_WORDS = {"double": Fraction(2), "halve": Fraction(1, 2)}
_WAYS: dict[str, Way] = {"%": "per_cent", "points": "points"}
_NUMBER = r"[0-9]{1,18}(?:\.[0-9]{1,18})?"
_GRAMMAR = re.compile(rf"(double|halve)|x ?({_NUMBER})|([+-])({_NUMBER}) ?(%|points|[a-z][a-z0-9_]*)")

FROM_BASELINE: dict[str, Any] = {
    "type": "string",
    "pattern": f"^(?:{_GRAMMAR.pattern})$",
    "patternErrorMessage": "Expected double, halve, x 1.5, +10 points, -30% or, in the unit of measure, +200 schools.",
    "examples": ["double", "halve", "x 1.5", "+10 points", "-30%", "+200 schools"],
}
"""What ``from_baseline`` accepts; less than -100% is left to it."""
