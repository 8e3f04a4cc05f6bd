"""Results as plain data for programs: the same in every language, numbers unrounded."""

from collections.abc import Iterable
from typing import Any

from qt_ict.arithmetic.interval import Number
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.notes import Note

FORMAT = 1
"""Version of the documents; it changes when a field changes its meaning."""

Document = dict[str, Any]


def quantity(outcome: Outcome | None) -> Document | None:
    """An interval as {low, high}, a null end unbounded; None where there is none."""
    if outcome is None or isinstance(outcome, Reason):
        return None
    return {"low": number(outcome.low), "high": number(outcome.high)}


def number(value: Number | None) -> int | float | None:
    """A number as the nearest double; whole things stay whole."""
    return value if value is None or isinstance(value, int) else float(value)


def text(value: Text) -> Document:
    """A text in both languages."""
    return {"vi": value.vi, "en": value.en}


def noted(notes: Iterable[Note]) -> list[Document]:
    """Notes with their codes."""
    return [{"code": note.code, **text(note.text)} for note in notes]


def heading(loaded: Loaded) -> Document:
    """Format, plan and round: how every document begins."""
    plan = loaded.plan
    return {
        "format": FORMAT,
        "plan": plan_record(loaded),
        "round": {
            "id": plan.round_id,
            "name": text(plan.round.name),
            "date": plan.round.date.isoformat(),
        },
    }


def plan_record(loaded: Loaded) -> Document:
    """Which plan it is, and where it comes from."""
    identity = loaded.plan.identity
    return {
        "number": identity.number,
        "name": text(identity.name),
        "area": text(identity.area.name),
        "folder": loaded.folder,
        "shipped": loaded.shipped,
    }


def ends(field: str) -> tuple[str, str]:
    """The two columns of a quantity.

    >>> ends("gap")
    ('gap.low', 'gap.high')
    """
    return f"{field}.low", f"{field}.high"
