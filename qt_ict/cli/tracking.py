"""The plan of a command that looks through the rounds, up to a day and with what is carried forward."""

from collections.abc import Sequence
from pathlib import Path

from qt_ict.cli.plan import loaded
from qt_ict.cli.rounds import choice
from qt_ict.engine.observations import Choice
from qt_ict.loading.folder import Loaded
from qt_ict.report.tracked import Tracked, tracked_indicator


def plan_and_choice(data: Path | None, as_of: str | None, carry: Sequence[str] | None) -> tuple[Loaded, Choice]:
    """The plan, and which of its rounds count.

    Raises:
        Broken: The plan cannot be loaded.
        Refusal: A date or figure is not understood.
    """
    plan = loaded(data)
    return plan, choice(plan.plan, carry=carry or (), as_of=as_of)


def of_indicator(indicator: str, data: Path | None, as_of: str | None, carry: Sequence[str] | None) -> Tracked:
    """The targets of one indicator through the rounds.

    Raises:
        Broken: The plan cannot be loaded.
        Refusal: There is no such indicator, or no target of its own; a date or figure is not understood.
    """
    return tracked_indicator(*plan_and_choice(data, as_of, carry), indicator)
