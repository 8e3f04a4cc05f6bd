"""A reply: what a command has to say, in every way in which it can be written."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qt_ict.language import Language
from qt_ict.report.document import Document
from qt_ict.report.field import Leaf, Record
from qt_ict.report.plot import TargetCharts

if TYPE_CHECKING:
    from qt_ict.report.checked import Validated

Data = Record | list[Record]
"""What is said to programs: an object whose ``rows`` are its lines, or the lines alone."""


def languages(data: Data) -> tuple[str, ...]:
    """The languages of the plans that data are about, by ISO 639; none where they are about no plan.

    >>> languages({"plan": {"languages": ["fr"]}}), languages([])
    (('fr',), ())
    """
    if isinstance(data, list):
        return ()
    heads = [data.get("plan"), *(data.get(each, {}).get("plan") for each in ("old", "new")), *data.get("plans", ())]
    return tuple(dict.fromkeys(code for head in heads if head for code in head.get("languages", ())))


class Reply(NamedTuple):
    """What a command says; it is put together when a form asks for it. None of what cannot be said so."""

    document: Callable[[], Document] | None = None
    """To people."""
    data: Callable[[], Data] | None = None
    """To programs."""
    rows: Sequence[Leaf] | None = None
    """The columns of the lines of the data."""
    findings: "Validated | None" = None
    """To those who look for what is wrong."""
    charts: Callable[[], Sequence[TargetCharts]] | None = None
    """To those who look at pictures."""
    readers: Language = "vi"
    """The language of those whom it is handed on to, where nobody says another: the first one of the plan."""
