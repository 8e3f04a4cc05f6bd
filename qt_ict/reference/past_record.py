"""What became of the past plans of one kind that a method gave one status."""

from typing import NamedTuple


class PastRecord(NamedTuple):
    """Past plans of one class, judged at one level and with one time left, and how many met their targets."""

    family: str
    """The reference class that they are cases of."""
    method: str
    """Who gave the status: a published method, or qt-ict."""
    status: str
    level: float | None
    """Where the band of levels begins in which they were judged [unit of the class]; None of all levels."""
    years: int
    """Time that was left to them [years]."""
    cases: int
    kept: int
    """How many of them met their target when it was due."""
    areas: int
    """Of how many areas they are."""
