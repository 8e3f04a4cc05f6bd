"""The plan of a command, or everything that is wrong with it."""

from pathlib import Path

from qt_ict.diagnostics.finding import Finding
from qt_ict.loading import Loaded, load
from qt_ict.loading.folder import plan_folder


class Broken(Exception):
    """The data break a rule of loading; nothing can be computed."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings
        """Everything that is wrong, in the order of the files."""


def loaded(data: Path | None) -> Loaded:
    """The plan named, the one in the current folder, or the shipped one.

    Raises:
        Broken: It cannot be loaded.
    """
    plan, findings = load(plan_folder(data, Path()))
    if plan is None:
        raise Broken(findings)
    return plan
