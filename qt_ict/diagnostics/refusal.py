"""Complaints: what is wrong, where, what to do. A refusal is one that stops what was asked for."""

from collections.abc import Mapping
from typing import NamedTuple

from qt_ict.diagnostics.finding import LONGEST_ASKED, Finding, excerpt
from qt_ict.language import EMPTY, Text
from qt_ict.nearest import did_you_mean, folded, nearest, suggestion


class Complaint(NamedTuple):
    """Something that cannot be taken as it stands, and what to do about it."""

    problem: Text
    """What is wrong with it, or what was expected in its place."""
    advice: Text
    """What to do next."""
    shown: Text = EMPTY
    """What stands there; empty where its place says it."""
    at: tuple[str | int, ...] = ()
    """Where, from the outside in: keys of an entry, or a sheet and a cell; empty where that is plain."""


class Refusal(Exception):
    """Something that cannot be done as it stands; nothing was changed."""

    def __init__(self, problem: Text, advice: Text) -> None:
        super().__init__(problem.en)
        self.complaint = Complaint(problem, advice)
        """What is wrong, and what to do next."""

    @property
    def problem(self) -> Text:
        """What is wrong."""
        return self.complaint.problem

    @property
    def advice(self) -> Text:
        """What to do next."""
        return self.complaint.advice


class Broken(Exception):
    """The data break a rule of loading; nothing can be computed."""

    def __init__(self, findings: list[Finding], outcome: Text = EMPTY) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings
        """Everything that is wrong, in the order of the files."""
        self.outcome = outcome
        """What became of what was asked for, where that is worth a word."""


def unknown(kind: Text, name: str, known: Mapping[str, Text], see: str | None = None) -> Refusal:
    """The refusal of a name that does not exist.

    Args:
        kind: What was looked for.
        name: The name given.
        known: Every id there is, with its name.
        see: The command that lists them; without one they are listed here.
    """
    near = suggestion(name, known) if name.isascii() and " " not in name else _named_alike(name, known)
    named = [id_ for id_, texts in known.items() if any(folded(name) in folded(each) for each in texts)]
    if not near.en and named and len(name) > _SHORTEST_PART:
        near = did_you_mean(named[:3])
    listed = see or ", ".join(known)
    problem = Text("không có {kind} nào tên là {name}", "there is no {kind} called {name}")
    problem = problem.fill(kind=kind, name=excerpt(name, LONGEST_ASKED))
    if not listed:
        return Refusal(
            problem, Text("Kế hoạch này không có {kind} nào.", "This plan has no {kind} at all.").fill(kind=kind)
        )
    return Refusal(
        problem,
        Text("{near}Xem tất cả: {listed}", "{near}See all: {listed}").fill(near=near, listed=listed),
    )


def _named_alike(name: str, known: Mapping[str, Text]) -> Text:
    """The ids whose names resemble a name; empty without any."""
    ids = {each: id_ for id_, texts in reversed(list(known.items())) for each in texts}
    return did_you_mean(list(dict.fromkeys(ids[each] for each in nearest(name, ids))))


_SHORTEST_PART = 2
"""A part of a name this short or shorter is no hint [characters]."""
