"""A finding: one place where the data break one rule."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from qt_ict.language import Text

Severity = Literal["error", "warning", "note"]
"""error: a number cannot be right; warning: doubtful or not measurable; note: housekeeping."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
SEVERITY_NAMES: dict[Severity, Text] = {
    "error": Text("lỗi", "error"),
    "warning": Text("cảnh báo", "warning"),
    "note": Text("ghi chú", "note"),
}


class Place(NamedTuple):
    """A stretch of one line of a file."""

    file: str
    """Path as the user knows it."""
    line: int = 0
    """Line, from 1; 0 when the whole file is meant."""
    column: int = 0
    """Column of the first character, from 1; 0 when the whole file is meant."""
    width: int = 1
    """Number of characters marked."""
    text: str = ""
    """The whole line, without its end."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def excerpt(written: str, longest: int = 40) -> str:
    """What somebody wrote, as a message repeats it: whole where it is short, else its beginning.

    Args:
        written: What stands there.
        longest: Longest piece that is repeated [characters].

    >>> excerpt("x" * 41) == "x" * 40 + "…"
    True
    """
    return written if len(written) <= longest else written[:longest] + "…"


LONGEST_ASKED = 120
"""Longest piece of a question that its refusal repeats [characters]: that of a long name."""


class Rule(NamedTuple):
    """What data must satisfy: a permanent code, and the words for a place that does not."""

    code: str
    """Permanent code, QT and three digits; the first digit is the stage."""
    name: str
    """Reads after "allow": ``repeated-key``."""
    problem: Text
    """What is there and what was expected."""
    advice: Text
    """What to do next."""
    manual: Text
    """Why the rule is there: paragraphs, separated by blank lines."""
    severity: Severity = "error"
    unreadable: bool = False
    """True where the file itself is missing or cannot be read."""
    called: str = ""
    """Its name in Vietnamese: ``khóa lặp lại``."""

    @property
    def title(self) -> Text:
        """What people see beside the code; programs see the name."""
        return Text(self.called, self.name)


class Side(NamedTuple):
    """One of the statements that a finding sets side by side."""

    place: Place
    text: Text
    at: tuple[str | int, ...] = ()
    """Key path of what it is about."""


class Finding(NamedTuple):
    """One rule broken at one place."""

    rule: Rule
    place: Place
    values: Mapping[str, object] = {}
    """What the rule's words leave open."""
    sides: tuple[Side, ...] = ()
    """The other places that take part, and what they say."""
    at: tuple[str | int, ...] = ()
    """Key path of what it is about: section, id, key; empty where the file could not be read."""
    seen: tuple[int | Decimal | str, ...] = ()
    """The numbers that disagree, as an accepted exception would name them; empty where none can be accepted."""

    @property
    def problem(self) -> Text:
        """What is there and what was expected."""
        return self.rule.problem.fill(**self.values)

    @property
    def advice(self) -> Text:
        """What to do next."""
        return self.rule.advice.fill(**self.values)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by their severity, errors first; those of one severity in their order."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.rule.severity))
