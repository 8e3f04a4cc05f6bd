"""A check: a rule of meaning, its manual page, and what breaks it, by key paths."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from qt_ict.checks.facts import Facts
from qt_ict.diagnostics.finding import Rule, Severity
from qt_ict.language import Text
from qt_ict.positions import Path
from qt_ict.wording.quantities import joined

Seen = int | Decimal | Fraction
"""A number that a finding names: as published, or computed."""


class Statement(NamedTuple):
    """One of the statements that disagree: where it stands and what it says."""

    at: Path
    """Key path: section, id, key."""
    text: Text


def value_of(facts: Facts, figure: str) -> Statement:
    """What the document says of a figure: its number, unit and name."""
    said = joined(facts.in_full(figure), Text(": ", ": "), facts.plan.figures[figure].name)
    return Statement(("figures", figure, "value"), said)


class Found(NamedTuple):
    """What a check found, by key path; lines and columns are looked up when it is reported."""

    at: Path
    """The entry concerned, and the key of it that should be looked at: section, id, key."""
    values: Mapping[str, object] = {}
    """What the rule's words leave open."""
    sides: tuple[Statement, ...] = ()
    """The other statements that take part."""
    numbers: tuple[Seen, ...] = ()
    """The numbers that disagree, for which an exception can be accepted."""
    digits: int = 0
    """Decimals to which the computed ones of them are shown, and at least compared."""
    step: Fraction = Fraction(1)
    """How far one thing more or fewer moves the computed ones, at least."""


class Check(NamedTuple):
    """A rule with the function that finds what breaks it."""

    rule: Rule
    breaks: Callable[[Facts], Iterator[Found]]
    """Everything in a plan that breaks the rule, at most once an entry, in the order of the files."""


VIETNAMESE = "\nTiếng Việt:\n"
"""What parts the English manual page of a docstring from the Vietnamese one."""


def check(
    code: str, severity: Severity, problem: Text, advice: Text
) -> Callable[[Callable[[Facts], Iterator[Found]]], Check]:
    """The decorator that makes a check of a function; name and manual page are the function's own.

    Args:
        code: Permanent code; the first digit is the stage.
        severity: What a finding means for the numbers.
        problem: What is there; ``{names}`` are filled in from what is found.
        advice: What to do next.
    """

    def declared(function: Callable[[Facts], Iterator[Found]]) -> Check:
        name = function.__name__.replace("_", "-")
        return Check(Rule(code, name, problem, advice, manual(function.__doc__ or ""), severity), function)

    return declared


def manual(docstring: str) -> Text:
    r"""The manual page in a docstring: English first, Vietnamese in a section of its own.

    >>> manual("English.\n\nTiếng Việt:\n    Tiếng ta.")
    Text(vi='Tiếng ta.', en='English.')
    """
    english, _, vietnamese = inspect.cleandoc(docstring).partition(VIETNAMESE)
    return Text(inspect.cleandoc(vietnamese), english.strip())
