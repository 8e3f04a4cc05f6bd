"""Findings as SARIF 2.1.0, for code scanning and editors.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 plus Errata 01.
"""

import gzip
import json
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from qt_ict import __version__
from qt_ict.checks.rules import STAGES
from qt_ict.diagnostics.finding import SEVERITIES, Rule, worst_first
from qt_ict.language import EMPTY, Text
from qt_ict.presentation.data import as_json
from qt_ict.presentation.sarif_results import LEVELS, ROOT, Json, Logged, results, slim
from qt_ict.report.checked import Validated

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT_DESCRIPTION = "The root of the repository, or the folder in which qt-ict ran."
_LINE_ENDS = ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"]


class Limits(NamedTuple):
    """What GitHub takes of a run.

    Source: GitHub Docs, "SARIF support for code scanning", as of 2026.
    """

    results: int = 25_000
    """Results; of a run with more, it takes none."""
    shown: int = 5_000
    """Results that it shows, the worst of them."""
    size: int = 10_000_000
    """Size of the file, packed by gzip [bytes]."""
    locations: int = 1_000
    """Locations of a result."""


GITHUB = Limits()


class Log(NamedTuple):
    """A SARIF log."""

    text: str
    left_out: Text
    """How many results the limits left no room for; empty where all found it."""


def sarif(report: Validated, root: Path | None = None, ascii_only: bool = False, limits: Limits | None = None) -> Log:
    """One run with the findings, errors first, and with the accepted exceptions as suppressed results.

    Args:
        report: What one run found.
        root: Folder of the repository; the current folder by default.
        ascii_only: Escape every other character.
        limits: What the reader takes, GitHub by default; where that is less than was found, accepted exceptions are
            left out first, then notes, then warnings.
    """
    limits = limits or GITHUB
    entries: list[Logged] = [(finding, None) for finding in worst_first(report.findings)]
    entries += [(each.finding, each) for each in report.accepted]
    kept = entries[: limits.results]
    while True:
        left_out = entries[len(kept) :]
        text = _text(_run(kept, left_out, root or Path(), limits), ascii_only, len(kept) > limits.shown)
        size = _packed(text, limits.size)
        if size <= limits.size or not kept:
            return Log(text, _left_out(left_out, limits))
        # Results are about alike, so that this many fit; a tenth less, since they are not quite.
        kept = kept[: len(kept) * limits.size * 9 // (size * 10)]


def _run(kept: Sequence[Logged], left_out: Sequence[Logged], root: Path, limits: Limits) -> Json:
    rules = _rules(kept)
    driver = {"name": "qt-ict", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    said = results(kept, [rule.code for rule in rules], root, limits.locations)
    return {
        "tool": {"driver": driver},
        **({"invocations": [_invocation(left_out, limits)]} if left_out else {}),
        "originalUriBaseIds": {ROOT: {"description": {"text": _ROOT_DESCRIPTION}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_ENDS,
        "results": [slim(each) for each in said] if len(kept) > limits.shown else said,
    }


def _text(run: Json, ascii_only: bool, compact: bool) -> str:
    """The log of a run, with line breaks for people unless nobody would read so much."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    if compact:
        return json.dumps(log, ensure_ascii=ascii_only, separators=(",", ":"), allow_nan=False) + "\n"
    return as_json(log, ascii_only)


def _packed(text: str, limit: int) -> int:
    """The size of a text as it is uploaded; its plain size where that is below the limit already [bytes]."""
    content = text.encode("utf-8", "replace")
    return len(content) if len(content) <= limit else len(gzip.compress(content, compresslevel=6))


def _invocation(left_out: Sequence[Logged], limits: Limits) -> Json:
    """What the run had to leave out, as a notification of the tool."""
    said = _left_out(left_out, limits)
    notification = {
        "descriptor": {"id": "results-left-out"},
        "level": "warning",
        "message": {"text": said.en},
        "properties": {"vi": said.vi, "left_out": _tally(left_out)},
    }
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


def _tally(entries: Sequence[Logged]) -> dict[str, int]:
    """How many findings of each severity, and how many accepted exceptions."""
    counts = Counter("accepted" if accepted else finding.rule.severity for finding, accepted in entries)
    return {kind: counts[kind] for kind in (*SEVERITIES, "accepted")}


def _left_out(entries: Sequence[Logged], limits: Limits) -> Text:
    if not entries:
        return EMPTY
    megabytes = Decimal(f"{limits.size / 1_000_000:g}")
    return _LEFT_OUT.fill(results=limits.results, megabytes=megabytes, **_tally(entries))


_LEFT_OUT = Text(
    "tệp SARIF bỏ bớt {error} lỗi, {warning} cảnh báo, {note} ghi chú, {accepted} ngoại lệ được chấp nhận, vì GitHub "
    "chỉ nhận {results} kết quả và {megabytes} MB; xem đủ bằng --format json, hoặc chọn bớt bằng --select, --ignore",
    "left out of the SARIF file, of which GitHub takes {results} results and {megabytes} MB: errors {error}, warnings "
    "{warning}, notes {note}, accepted exceptions {accepted}; --format json has them all, --select and --ignore choose",
)


def _rules(entries: Sequence[Logged]) -> list[Rule]:
    """The rules that occur, by code."""
    by_code = {finding.rule.code: finding.rule for finding, _ in entries}
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
        "properties": {
            "name": rule.name,
            "title": rule.title.by_language,
            "stage": stage.by_language,
            "tags": [stage.en],
        },
    }


def _unmarked(manual: str) -> str:
    r"""A manual page with quotation marks for its marks of code and with one line a paragraph.

    >>> _unmarked("The figure under\n``of``.\n\nNext.")
    'The figure under "of".\n\nNext.'
    """
    return "\n\n".join(" ".join(each.split()) for each in manual.replace("``", '"').split("\n\n"))
