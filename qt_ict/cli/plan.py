"""The plan of a command, or everything that is wrong with it."""

from pathlib import Path

from qt_ict.cli.failures import Broken
from qt_ict.loading.folder import Loaded, load, plan_folder


def loaded(data: Path | None) -> Loaded:
    """The plan named, the one in the current folder, or the shipped one.

    Raises:
        Broken: It cannot be loaded.
    """
    plan, findings = load(plan_folder(data, Path()))
    if plan is None:
        raise Broken(findings)
    return plan
