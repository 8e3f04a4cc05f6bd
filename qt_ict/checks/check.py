"""A check: a rule of meaning, its manual page, and what breaks it, by key paths."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from qt_ict.checks.facts import Facts
from qt_ict.checks.versions_in_force import TargetVersion
from qt_ict.diagnostics.finding import Rule, Severity
from qt_ict.language import Text
from qt_ict.model.figures import Figure
from qt_ict.model.targets import Target
from qt_ict.positions import Path
from qt_ict.wording.dates import day
from qt_ict.wording.statements import UNIT_KINDS

Seen = int | Decimal | Fraction | str
"""What a finding names for an exception: a number as published, one computed, or the comparator before a number."""


class Statement(NamedTuple):
    """One of the statements that disagree: where it stands and what it says."""

    at: Path
    """Key path: section, id, key; behind the id of a later round."""
    text: Text


def value_of(facts: Facts, figure: str) -> Statement:
    """What the document says of a figure in the round that is looked at: its number, unit and name."""
    said = facts.in_full(figure) + ": " + facts.plan.figures[figure].name
    return Statement(facts.placed(("figures", figure, "value")), said)


def dated_value_of(facts: Facts, figure: str) -> Statement:
    """The same with the date it is for."""
    at, said = value_of(facts, figure)
    return Statement(at, day(facts.plan.day_of(figure)) + ": " + said)


def unit_of(facts: Facts, unit: str) -> Statement:
    """What the catalogue says of a unit of measure: its name and kind."""
    found = facts.plan.units[unit]
    article = "an" if UNIT_KINDS[found.kind].en[0] in "aeiou" else "a"
    kind = Text("{kind} ({key})", "{article} {kind}").fill(kind=UNIT_KINDS[found.kind], key=found.kind, article=article)
    return Statement(("units", unit, "kind"), found.name + ": " + kind)


def stated(figure: Figure) -> tuple[Seen, ...]:
    """What a figure says: its number, behind the comparator where it is a bound, and how far it may be off.

    >>> stated(Figure.model_construct(value=45, low=43, high=47, confidence=95))
    (45, 'low', 43, 'high', 47)
    """
    number = (figure.comparator, figure.value) if figure.comparator else (figure.value,)
    off = ((key, said) for key in _OFF if (said := getattr(figure, key)) is not None)
    return (*number, *(each for pair in off for each in pair))


_OFF = ("low", "high", "standard_error", "rounded_to")
"""Keys of what makes a number several: a level of confidence changes none of them."""


def published(facts: Facts, indicator: str) -> tuple[Seen, ...]:
    """What the figures of an indicator say, as published."""
    plan = facts.plan
    return tuple(each for name in plan.indicators[indicator].figures for each in stated(plan.figures[name]))


def numbers_of(*versions: TargetVersion) -> tuple[Seen, ...]:
    """What versions of targets say: the comparator of each, and its numbers where it has any."""
    return tuple(each for version in versions for each in (version.target.comparator, *_promised(version.target)))


def _promised(target: Target) -> tuple[Seen, ...]:
    """The numbers of a target; what it makes of the baseline where it says that instead: ("plus", 10, "points").

    >>> from qt_ict.model.from_baseline import from_baseline
    >>> _promised(Target.model_construct(from_baseline=from_baseline("-30%")))
    ('minus', 30, 'per_cent')
    """
    said = target.from_baseline
    if said is None:
        return target.numbers
    amount = abs(said.amount)
    written = amount.numerator if amount.denominator == 1 else Decimal(amount.numerator) / amount.denominator
    sign = () if said.way == "times" else ("minus" if said.amount < 0 else "plus",)
    return (*sign, written, said.unit or said.way)


def demand_of(facts: Facts, version: TargetVersion) -> Statement:
    """What a version of a target demands: its name, comparator and number."""
    return Statement(version.quantity_at, version.in_full(facts.plan))


class Found(NamedTuple):
    """What a check found, by key path; lines and columns are looked up when it is reported."""

    at: Path
    """The entry concerned, and the key of it that should be looked at: section, id, key; a later round's id first."""
    values: Mapping[str, object] = {}
    """What the rule's words leave open."""
    sides: tuple[Statement, ...] = ()
    """The other statements that take part."""
    numbers: tuple[Seen, ...] = ()
    """The numbers that disagree, each behind its comparator, for which an exception can be accepted."""
    digits: int = 0
    """Decimals to which the computed ones of them are shown, and at least compared."""
    step: Fraction = Fraction(1)
    """How far one thing more or fewer moves the computed ones, at least."""


class Check(NamedTuple):
    """A rule with the function that finds what breaks it."""

    rule: Rule
    breaks: Callable[[Facts], Iterator[Found]]
    """Everything in a plan that breaks the rule, at most once an entry, in the order of the files."""
    acceptable: bool
    """Whether a document can be the cause; faults of the data files alone are mended, not accepted."""
    every_round: bool
    """Whether later rounds are looked at one by one, too; else the plan is looked at once, in its baseline."""


VIETNAMESE = "\nTiếng Việt:\n"
"""What parts the English manual page of a docstring from the Vietnamese one."""


def check(
    code: str,
    severity: Severity,
    problem: Text,
    advice: Text,
    *,
    called: str = "",
    acceptable: bool = True,
    every_round: bool = False,
) -> Callable[[Callable[[Facts], Iterator[Found]]], Check]:
    """The decorator that makes a check of a function; name and manual page are the function's own.

    Args:
        code: Permanent code; the first digit is the stage.
        severity: What a finding means for the numbers.
        problem: What is there; ``{names}`` are filled in from what is found.
        advice: What to do next.
        called: Its name in Vietnamese; a test asks for one.
        acceptable: False where only the data files can be at fault.
        every_round: True where it speaks of the figures of one round, whichever that is.
    """

    def declared(function: Callable[[Facts], Iterator[Found]]) -> Check:
        name = function.__name__.replace("_", "-")
        rule = Rule(code, name, problem, advice, manual(function.__doc__ or ""), severity, called=called)
        return Check(rule, function, acceptable, every_round)

    return declared


def manual(docstring: str) -> Text:
    r"""The manual page in a docstring: English first, Vietnamese in a section of its own.

    >>> manual("English.\n\nTiếng Việt:\n    Tiếng ta.")
    Text(vi='Tiếng ta.', en='English.')
    """
    english, _, vietnamese = inspect.cleandoc(docstring).partition(VIETNAMESE)
    return Text(inspect.cleandoc(vietnamese), english.strip())
