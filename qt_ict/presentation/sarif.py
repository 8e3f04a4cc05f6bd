"""Findings as SARIF 2.1.0, for code scanning and editors.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 plus Errata 01.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qt_ict import __version__
from qt_ict.checks.rules import STAGES
from qt_ict.checks.validation import Acceptance
from qt_ict.diagnostics.finding import Finding, Place, Rule, Severity, Side
from qt_ict.language import EMPTY, Text
from qt_ict.presentation.data import as_json
from qt_ict.presentation.paths import absolute_uri, below, relative_uri, shown
from qt_ict.report.checked import Validated
from qt_ict.report.field import halves
from qt_ict.report.validate import record

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""What stands for the root of the repository; the reader of the file knows where that is."""
FINGERPRINT = "qtIctKeyPath/v1"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}
"""The SARIF level of every severity."""
_ROOT_DESCRIPTION = "The root of the repository, or the folder in which qt-ict ran."
_LINE_ENDS = ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"]


def sarif(report: Validated, root: Path | None = None, ascii_only: bool = False) -> str:
    """One run with the findings, and with the accepted exceptions as suppressed results.

    Args:
        report: What one run found.
        root: Folder of the repository; the current folder by default.
        ascii_only: Escape every other character.
    """
    rules = _rules(report)
    driver = {"name": "qt-ict", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {ROOT: {"description": {"text": _ROOT_DESCRIPTION}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_ENDS,
        "results": _results(report, rules, root or Path()),
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ascii_only)


def _rules(report: Validated) -> list[Rule]:
    """The rules that occur, by code."""
    found = [*report.findings, *(each.finding for each in report.accepted)]
    by_code = {finding.rule.code: finding.rule for finding in found}
    return [by_code[code] for code in sorted(by_code)]


def _rule(rule: Rule) -> Json:
    manual = rule.manual
    stage = STAGES[rule.code[:3]]
    vietnamese = f"Tiếng Việt:\n\n{_unmarked(manual.vi)}"
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _unmarked(manual.en.partition("\n")[0])},
        "fullDescription": {"text": _unmarked(manual.en)},
        "help": {
            "text": f"{_unmarked(manual.en)}\n\n{vietnamese}",
            "markdown": f"{manual.en}\n\n## Tiếng Việt\n\n{manual.vi}",
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"name": rule.name, "stage": halves(stage), "tags": [stage.en]},
    }


def _unmarked(manual: str) -> str:
    r"""A manual page with quotation marks for its marks of code and with one line a paragraph.

    >>> _unmarked("The figure under\n``of``.\n\nNext.")
    'The figure under "of".\n\nNext.'
    """
    return "\n\n".join(" ".join(each.split()) for each in manual.replace("``", '"').split("\n\n"))


def _results(report: Validated, rules: Sequence[Rule], root: Path) -> list[Json]:
    """Findings, then accepted exceptions; all say whether they are suppressed, as SARIF wants of one that does."""
    indexes = {rule.code: index for index, rule in enumerate(rules)}
    suppressed = [(each.finding, [_suppression(each)]) for each in report.accepted]
    findings = [*((finding, []) for finding in report.findings), *suppressed]
    fingerprints = _fingerprints([finding for finding, _ in findings], root)
    return [
        {
            "ruleId": finding.rule.code,
            "ruleIndex": indexes[finding.rule.code],
            "level": LEVELS[finding.rule.severity],
            **_statement(finding, root),
            "partialFingerprints": {FINGERPRINT: fingerprint},
            "suppressions": suppressions,
        }
        for (finding, suppressions), fingerprint in zip(findings, fingerprints, strict=True)
    ]


def _statement(finding: Finding, root: Path) -> Json:
    """What a result says and where: message, locations, the numbers that disagree."""
    location: Json = {"physicalLocation": _physical(finding.place, root)}
    if finding.at:
        location["logicalLocations"] = [{"fullyQualifiedName": pointer(finding.at)}]
    plain = record(finding)
    return {
        "message": {"text": _message(finding)},
        "locations": [location],
        "relatedLocations": [_related(number, side, root) for number, side in enumerate(finding.sides, 1)],
        "properties": {
            "seen": plain["seen"],
            "at": plain["at"],
            "problem": plain["problem"],
            "advice": plain["advice"],
            "vi": f"{_sentence(finding.problem.vi)} {_sentence(finding.advice.vi)}",
        },
    }


def _message(finding: Finding) -> str:
    """Problem, the other places as links to the related locations of their number, the next step."""
    links = ", ".join(f"[{_link_text(side)}]({number})" for number, side in enumerate(finding.sides, 1))
    parts = (_sentence(_unlinked(finding.problem.en)), f"See {links}." if links else "", _unlinked(finding.advice.en))
    return " ".join(_sentence(part) for part in parts if part)


def _link_text(side: Side) -> str:
    said = side.text.en if side.text != EMPTY else str(side.place)
    return said.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _unlinked(said: str) -> str:
    r"""A text that SARIF does not take for a link.

    >>> _unlinked("[here](https://example.org) [QT4]")
    '[here\\](https://example.org) [QT4]'
    """
    return said.replace("](", "\\](")


def _sentence(said: str) -> str:
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


def _related(number: int, side: Side, root: Path) -> Json:
    place = _physical(side.place, root)
    if side.text == EMPTY:
        return {"id": number, "physicalLocation": place}
    return {
        "id": number,
        "physicalLocation": place,
        "message": {"text": _unlinked(side.text.en)},
        "properties": {"vi": side.text.vi},
    }


def _physical(place: Place, root: Path) -> Json:
    """File, the stretch of its line that is meant, and the line; the file alone where all of it is meant."""
    location: Json = {"artifactLocation": _artifact(place.file, root)}
    if place.line:
        end = place.column + place.width
        region: Json = {"startLine": place.line, "startColumn": place.column, "endLine": place.line, "endColumn": end}
        marked = place.text[place.column - 1 : end - 1]
        if marked:
            region["snippet"] = {"text": marked}
            location["contextRegion"] = {"startLine": place.line, "snippet": {"text": place.text}}
        location["region"] = region
    return location


def _artifact(file: str, root: Path) -> Json:
    path = below(file, root)
    if path is None:
        return {"uri": absolute_uri(file)}
    return {"uri": relative_uri(path), "uriBaseId": ROOT}


def pointer(at: Sequence[str | int]) -> str:
    """A key path as a JSON pointer.

    Source: RFC 6901.

    >>> pointer(("figures", "phones", "accept", "QT4/1"))
    '/figures/phones/accept/QT4~11'
    """
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in at)


def _fingerprints(findings: Sequence[Finding], root: Path) -> Iterator[str]:
    """What a finding keeps when lines move and numbers change: code, file, key path; and its turn among equals."""
    turns: Counter[str] = Counter()
    for finding in findings:
        about = pointer(finding.at) or finding.place.text.strip()
        identity = "\n".join((finding.rule.code, shown(finding.place.file, root), about))
        mark = hashlib.sha256(identity.encode("utf-8", "surrogateescape")).hexdigest()
        turns[mark] += 1
        yield f"{mark[:32]}:{turns[mark]}"


def _suppression(accepted: Acceptance) -> Json:
    why: Text = accepted.why
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": why.en,
        "properties": {"vi": why.vi},
    }
