"""Plans checked: what was found in each of them, as far as it was asked for."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from qt_ict.checks.validation import Acceptance, in_order, validation
from qt_ict.diagnostics.finding import Finding, Severity
from qt_ict.loading.folder import Loaded, loadable
from qt_ict.report.scope import Scope


class Checked(NamedTuple):
    """One folder, and what is wrong with the plan in it."""

    folder: str
    """As the user named it."""
    loaded: Loaded | None
    """The plan; None where the data break a rule of loading, so that no more was checked than could be loaded."""
    findings: tuple[Finding, ...]
    """In the order of the files."""
    accepted: tuple[Acceptance, ...]
    """Findings that the data explain."""


class Validated(NamedTuple):
    """What one run found in one or more plans."""

    plans: tuple[Checked, ...]
    scope: Scope = Scope()
    """What was asked for."""
    strict: bool = False
    """True where warnings count as errors do."""

    @property
    def findings(self) -> list[Finding]:
        """All findings, plan by plan."""
        return [finding for plan in self.plans for finding in plan.findings]

    @property
    def accepted(self) -> list[Acceptance]:
        """All accepted exceptions, plan by plan."""
        return [each for plan in self.plans for each in plan.accepted]

    @property
    def failing(self) -> tuple[Severity, ...]:
        """The severities that the data must not show."""
        return ("error", "warning") if self.strict else ("error",)

    @property
    def passes(self) -> bool:
        """Whether the data may pass."""
        return not any(finding.rule.severity in self.failing for finding in self.findings)

    @property
    def unreadable(self) -> bool:
        """Whether a plan could not be read at all."""
        return any(finding.rule.unreadable for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """Number of findings of a severity."""
        return sum(finding.rule.severity == severity for finding in self.findings)


def validated(folders: Iterable[Path], asked: Scope, strict: bool) -> Validated:
    """What is found in the plans of some folders, as far as it is asked for."""
    return Validated(tuple(checked(folder, asked) for folder in folders), asked, strict)


def checked(folder: Path, asked: Scope) -> Checked:
    """The findings of one plan that are asked for; where it breaks a rule of loading, that is always said."""
    loaded, broken = loadable(folder)
    if loaded is None:
        return Checked(str(folder), None, tuple(broken), ())
    found = validation(loaded)
    findings = (*broken, *(each for each in found.findings if asked.holds(each, folder)))
    return Checked(
        str(folder) if broken else loaded.folder,
        None if broken else loaded,
        tuple(in_order(findings, loaded) if broken else findings),
        tuple(each for each in found.accepted if asked.names(each.finding.rule)),
    )
