"""Findings as GitHub workflow commands: annotations beside the lines of a pull request.

The runner takes a line that begins with ``::`` for a command, and ``##[`` anywhere in a line too; nothing
that comes from data may begin one.
"""

from collections.abc import Iterator
from pathlib import Path

from qt_ict.checks.validation import Acceptance
from qt_ict.diagnostics.finding import Finding, Place, Severity, worst_first
from qt_ict.language import EMPTY, Language
from qt_ict.presentation.findings import HEADING
from qt_ict.presentation.paths import shown
from qt_ict.presentation.stream import printable
from qt_ict.report.checked import Validated
from qt_ict.report.validate import document

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
"""The workflow command of every severity."""


def annotations(report: Validated, language: Language, root: Path | None = None) -> str:
    """The findings as workflow commands, one a line; then the accepted exceptions, folded; then the counts.

    Errors come first, since GitHub shows ten commands of a kind and fifty of a job.

    Args:
        report: What one run found.
        language: The reader's.
        root: Folder of the repository, from which GitHub counts paths; without it they stay as they are.
    """
    commands = [_annotation(finding, language, root) for finding in worst_first(report.findings)]
    closing = [_harmless(line.say(language)) for line in document(report).closing]
    return "".join(f"{line}\n" for line in (*commands, *_accepted(report, language, root), *closing))


def _annotation(finding: Finding, language: Language, root: Path | None) -> str:
    title = f"{finding.rule.code} {finding.rule.title.say(language)}"
    named = {"file": shown(finding.place.file, root), **_region(finding.place), "title": title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in named.items())
    # The log prints the message alone, without file and line, so it says them itself.
    message = "\n".join(map(printable, _message(finding, language, root)))
    return f"::{COMMANDS[finding.rule.severity]} {properties}::{_data(message)}"


def _region(place: Place) -> dict[str, int]:
    """Line and columns from 1, the last one behind the place; nothing where the whole file is meant."""
    if not place.line:
        return {}
    end = place.column + place.width
    return {"line": place.line, "endLine": place.line, "col": place.column, "endColumn": end}


def _message(finding: Finding, language: Language, root: Path | None) -> Iterator[str]:
    """Place and problem, the other places with what they say, the next step."""
    yield f"{_where(finding.place, root)}: {finding.rule.code} {finding.problem.say(language)}"
    for side in finding.sides:
        said = f": {side.text.say(language)}" if side.text != EMPTY else ""
        yield f"- {_where(side.place, root)}{said}"
    yield finding.advice.say(language)


def _where(place: Place, root: Path | None) -> str:
    return str(place._replace(file=shown(place.file, root)))


def _accepted(report: Validated, language: Language, root: Path | None) -> Iterator[str]:
    """The accepted exceptions as a group of the log; nothing where there are none."""
    if report.accepted:
        yield f"::group::{_data(HEADING.say(language))}"
        yield from (_harmless(_exception(each, language, root)) for each in report.accepted)
        yield "::endgroup::"


def _exception(accepted: Acceptance, language: Language, root: Path | None) -> str:
    finding = accepted.finding
    return f"{finding.rule.code} {_where(finding.place, root)}: {accepted.why.say(language)}"


def _data(text: str) -> str:
    r"""The data of a workflow command, escaped.

    >>> _data("100%\nmet: all, yes")
    '100%25%0Amet: all, yes'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property of a workflow command, escaped.

    >>> _property("a:b,c.yaml")
    'a%3Ab%2Cc.yaml'
    """
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(text: str) -> str:
    """A line of the log that is no workflow command, whatever it says.

    >>> _harmless(" ::error::x"), _harmless("a ##[error]x"), _harmless("a :: b")
    ('- ::error::x', 'a ## [error]x', 'a :: b')
    """
    line = printable(text).strip().replace("##[", "## [")
    return f"- {line}" if line.startswith("::") else line
