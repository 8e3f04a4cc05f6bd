"""Names that the shell completes, from the plan that the command would use."""

from pathlib import Path
from typing import Any


def domains() -> list[str]:
    """Ids of the domains."""
    plan = _plan()
    return list(plan.domains) if plan else []


def agencies() -> list[str]:
    """Ids of the agencies."""
    plan = _plan()
    return list(plan.agencies) if plan else []


def indicators() -> list[str]:
    """Ids of the indicators."""
    plan = _plan()
    return list(plan.indicators) if plan else []


def figures() -> list[str]:
    """Ids of the figures that indicators are computed from."""
    plan = _plan()
    used = (name for indicator in plan.indicators.values() for name in indicator.figures) if plan else ()
    return list(dict.fromkeys(used))


def methods() -> list[str]:
    """Names of the methods."""
    from qt_ict.methods.by_name import METHODS

    return list(METHODS)


def rounds() -> list[str]:
    """Ids of the rounds."""
    plan = _plan()
    return [each.id for each in plan.rounds] if plan else []


def names() -> list[str]:
    """Ids of targets and indicators."""
    plan = _plan()
    return [*plan.targets, *plan.indicators] if plan else []


def later_rounds() -> list[str]:
    """Dates of the rounds after the baseline."""
    plan = _plan()
    return [each.id for each in plan.rounds[1:]] if plan else []


def _plan() -> Any:
    """The plan to complete names from; None where it cannot be read."""
    import os

    from qt_ict.loading.folder import load, plan_folder

    named = os.environ.get("QT_ICT_DATA")
    loaded, _ = load(plan_folder(Path(named) if named else None, Path()))
    return loaded.plan if loaded else None
