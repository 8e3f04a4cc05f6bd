"""Findings as a JUnit report: which rules a plan was held against, and which of them it breaks.

A suite is a plan and a case is a rule, so that a clean run shows what was checked and a rule keeps its
name from one run to the next, which is how GitLab and Jenkins tell new failures from old ones.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from qt_ict.checks.rules import CHECKS, RULES, STAGES
from qt_ict.checks.validation import Acceptance
from qt_ict.diagnostics.finding import Finding, Place, Rule, Severity
from qt_ict.language import Language, Text
from qt_ict.presentation.findings import accepted_lines, lines, plain
from qt_ict.presentation.paths import shown
from qt_ict.presentation.stream import printable
from qt_ict.report.checked import Checked, Validated
from qt_ict.report.scope import Scope

OUTCOMES = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
"""The counts of a suite, and the elements that they count."""
_CHECKED = frozenset(check.rule.code for check in CHECKS)
"""Rules of what the data mean: breaking one is a failure, not to be read at all an error."""
_ACCEPTED = Text("được chấp nhận: {why}", "accepted: {why}")
_MORE = Text("{first} (và {n} chỗ nữa)", "{first} (and {n} more)")
_NOT_CHECKED = Text("chưa kiểm tra hết: kế hoạch chưa đọc được", "not checked to the end: the plan could not be loaded")


class Case(NamedTuple):
    """One rule held against one plan."""

    rule: Rule
    findings: tuple[Finding, ...]
    accepted: tuple[Acceptance, ...]
    loaded: bool
    """False where the plan could not be loaded, so that a rule without findings says nothing."""

    @property
    def place(self) -> Place | None:
        """The first place concerned."""
        found = (*self.findings, *(each.finding for each in self.accepted))
        return found[0].place if found else None


def junit(report: Validated, language: Language, root: Path | None = None, ascii_only: bool = False) -> str:
    """A suite for every plan with a case for every rule that it was held against.

    Args:
        report: What one run found.
        language: The reader's.
        root: Folder of the repository, from which viewers count paths; without it they stay as they are.
        ascii_only: Write every other character as a reference.
    """
    suites = Element("testsuites", name="qt-ict validate")
    for plan in report.plans:
        suite = SubElement(suites, "testsuite", name=_line(_name(plan)))
        suite.extend([_case(each, plan, language, root, report.failing) for each in _cases(plan, report.scope)])
    for counted in suites.iter():
        if counted.tag in ("testsuites", "testsuite"):
            counted.attrib |= {name: str(len(list(counted.iter(tag)))) for name, tag in OUTCOMES.items()}
    ElementTree.indent(suites)
    encoding = "us-ascii" if ascii_only else "utf-8"
    written: bytes = ElementTree.tostring(suites, encoding, xml_declaration=True)
    return f"{written.decode(encoding)}\n"


def _cases(plan: Checked, scope: Scope) -> list[Case]:
    """The rules asked for, and those that are said unasked because the plan cannot be loaded."""
    said = {finding.rule.code for finding in plan.findings}
    return [
        Case(
            rule,
            tuple(each for each in plan.findings if each.rule.code == rule.code),
            tuple(each for each in plan.accepted if each.finding.rule.code == rule.code),
            plan.loaded is not None,
        )
        for rule in RULES.values()
        if scope.names(rule) or rule.code in said
    ]


def _case(case: Case, plan: Checked, language: Language, root: Path | None, failing: Sequence[Severity]) -> Element:
    rule = case.rule
    # Jenkins reads a class name as package.class, GitLab shows it as the suite.
    classname = f"{_line(_name(plan)).replace('.', '_')}.{STAGES[rule.code[:3]].say(language)}"
    named = {"classname": classname, "name": f"{rule.code} {rule.name}", **_where(case.place, root)}
    element = Element("testcase", named)
    found = plain(lines(case.findings, language)).strip("\n")
    accepted = plain(accepted_lines(case.accepted, language)).strip("\n")
    if case.findings and rule.severity in failing:
        broken = SubElement(element, "failure" if rule.code in _CHECKED else "error")
        broken.attrib |= {"message": _headline(case.findings, language), "type": rule.code}
        broken.text = found
        _output(element, (accepted,))
    elif case.findings and case.loaded:
        _output(element, (found, accepted))
    elif case.accepted and not case.findings:
        why = _ACCEPTED.fill(why=case.accepted[0].why)
        _skipped(element, _line(_more(why, len(case.accepted)).say(language)), accepted)
    elif not case.loaded:
        said = _NOT_CHECKED.say(language)
        _skipped(element, said, "\n".join(filter(None, (found, accepted))) or said)
    return element


def _name(plan: Checked) -> str:
    """The folder of a plan; the name of the current one rather than its dot."""
    folder = Path(plan.folder)
    return folder.as_posix() if folder.name else folder.absolute().name


def _where(place: Place | None, root: Path | None) -> dict[str, str]:
    """File and line for viewers that lead there; no line where the whole file is meant."""
    if place is None:
        return {}
    file = {"file": _line(shown(place.file, root))}
    return {**file, "line": str(place.line)} if place.line else file


def _headline(findings: Sequence[Finding], language: Language) -> str:
    return _line(_more(findings[0].problem, len(findings)).say(language))


def _more(first: Text, count: int) -> Text:
    return _MORE.fill(first=first, n=count - 1) if count > 1 else first


def _skipped(element: Element, message: str, said: str) -> None:
    """Jenkins shows the message, GitLab what stands inside."""
    SubElement(element, "skipped", message=message).text = said


def _output(element: Element, blocks: Sequence[str]) -> None:
    if any(blocks):
        SubElement(element, "system-out").text = "\n\n".join(filter(None, blocks))


def _line(said: str) -> str:
    """One line without characters that XML forbids; they are not printable either."""
    return printable(said)
