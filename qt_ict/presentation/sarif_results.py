"""A finding as a result of SARIF 2.1.0: what it says, where, and by what it is known again."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from qt_ict.checks.validation import Acceptance
from qt_ict.diagnostics.finding import Finding, Place, Severity, Side
from qt_ict.language import EMPTY, Text
from qt_ict.presentation.paths import absolute_uri, below, relative_uri, shown
from qt_ict.report.validate import record

Json = dict[str, Any]

ROOT = "%SRCROOT%"
"""What stands for the root of the repository; the reader of the file knows where that is."""
FINGERPRINT = "qtIctKeyPath/v1"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}
"""The SARIF level of every severity."""
Logged = tuple[Finding, Acceptance | None]
"""What becomes a result: a finding, and the exception that accepts it."""
_Artifact = Callable[[str], Json]
"""A file as a location names it."""


def results(entries: Sequence[Logged], codes: Sequence[str], root: Path, most: int) -> list[Json]:
    """A result for every entry; all say whether they are suppressed, as SARIF wants of one that does.

    Args:
        entries: The findings, and what accepts them.
        codes: The codes of their rules, in the order in which the run lists these.
        root: Folder of the repository.
        most: How many locations a result may have.
    """
    indexes = {code: index for index, code in enumerate(codes)}
    # A run has thousands of places in a few files.
    artifact = cache(lambda file: _artifact(file, root))
    fingerprints = _fingerprints([finding for finding, _ in entries], cache(lambda file: shown(file, root)))
    return [
        {
            "ruleId": finding.rule.code,
            "ruleIndex": indexes[finding.rule.code],
            "level": LEVELS[finding.rule.severity],
            **_statement(finding, artifact, most),
            "partialFingerprints": {FINGERPRINT: fingerprint},
            "suppressions": [_suppression(accepted)] if accepted else [],
        }
        for (finding, accepted), fingerprint in zip(entries, fingerprints, strict=True)
    ]


def _statement(finding: Finding, artifact: _Artifact, most: int) -> Json:
    """What a result says and where: message, locations, the numbers that disagree."""
    location: Json = {"physicalLocation": _physical(finding.place, artifact)}
    if finding.at:
        location["logicalLocations"] = [{"fullyQualifiedName": pointer(finding.at)}]
    plain = record(finding)
    # Its own place is one of the locations.
    sides = finding.sides[: most - 1]
    return {
        "message": {"text": _message(finding, sides)},
        "locations": [location],
        "relatedLocations": [_related(number, side, artifact) for number, side in enumerate(sides, 1)],
        "properties": {
            "seen": plain["seen"],
            "at": plain["at"],
            "problem": plain["problem"],
            "advice": plain["advice"],
            "vi": f"{_sentence(plain['problem']['vi'])} {_sentence(plain['advice']['vi'])}",
        },
    }


def slim(result: Json) -> Json:
    """A result without the lines that its reader has, and without what its message says already."""
    return {
        **result,
        "locations": [_without_line(each) for each in result["locations"]],
        "relatedLocations": [_without_line(each) for each in result["relatedLocations"]],
        "properties": {key: result["properties"][key] for key in ("seen", "at", "vi")},
    }


def _without_line(location: Json) -> Json:
    place = {key: value for key, value in location["physicalLocation"].items() if key != "contextRegion"}
    return {**location, "physicalLocation": place}


def _message(finding: Finding, sides: Sequence[Side]) -> str:
    """Problem, the other places as links to the related locations of their number, the next step."""
    links = [f"[{_link_text(side)}]({number})" for number, side in enumerate(sides, 1)]
    if more := len(finding.sides) - len(sides):
        links.append(f"and {more} more")
    see = f"See {', '.join(links)}." if links else ""
    parts = (_sentence(_unlinked(finding.problem.en)), see, _unlinked(finding.advice.en))
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


def _related(number: int, side: Side, artifact: _Artifact) -> Json:
    place = _physical(side.place, artifact)
    if side.text == EMPTY:
        return {"id": number, "physicalLocation": place}
    return {
        "id": number,
        "physicalLocation": place,
        "message": {"text": _unlinked(side.text.en)},
        "properties": {"vi": side.text.vi},
    }


def _physical(place: Place, artifact: _Artifact) -> Json:
    """File, the stretch of its line that is meant, and the line; the file alone where all of it is meant."""
    location: Json = {"artifactLocation": artifact(place.file)}
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


def _fingerprints(findings: Sequence[Finding], path: Callable[[str], str]) -> Iterator[str]:
    """What a finding keeps when lines move and numbers change: code, file, key path; and its turn among equals."""
    turns: Counter[str] = Counter()
    for finding in findings:
        about = pointer(finding.at) or finding.place.text.strip()
        identity = "\n".join((finding.rule.code, path(finding.place.file), about))
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
