"""Findings as rows: where the data break a rule, and what to do."""

from collections.abc import Iterable

from qt_ict.diagnostics.finding import Finding
from qt_ict.language import Language, Text
from qt_ict.library.rows import PlanRows, flat_rows
from qt_ict.report.field import Leaf, Record
from qt_ict.report.validate import record

FINDING_COLUMNS = (
    Leaf("code", "permanent code of the rule"),
    Leaf("name", "name of the rule"),
    Leaf("severity", "error, warning or note"),
    Leaf("file", "file of the data"),
    Leaf("line", "line, from 1; none where the whole file is meant", "integer"),
    Leaf("column", "column, from 1", "integer"),
    Leaf("end_column", "column behind the last character", "integer"),
    Leaf("at", "keys of the entry, joined by dots"),
    Leaf("problem.vi", "what is there and what was expected"),
    Leaf("problem.en", "what is there and what was expected"),
    Leaf("advice.vi", "what to do next"),
    Leaf("advice.en", "what to do next"),
    Leaf("seen", "the numbers that disagree", "list"),
    Leaf("sides.file", "files of the other statements that take part", "list"),
    Leaf("sides.line", "their lines", "list"),
    Leaf("sides.vi", "what they say", "list"),
    Leaf("sides.en", "what they say", "list"),
    Leaf("why", "why it is accepted; none where it is not", "plan_text"),
)
"""The columns of a finding: the keys of its JSON."""


def finding_rows(found: Iterable[tuple[Finding, Text | None]], language: Language) -> PlanRows:
    """Findings as rows, each with the reason why it is accepted, if it is.

    Args:
        found: The findings.
        language: The language of texts.
    """
    records = [_record(*each) for each in found]
    return PlanRows.of(*flat_rows("FindingRow", FINDING_COLUMNS, records, ({} for _ in records), language))


def _record(finding: Finding, why: Text | None) -> Record:
    said = record(finding)
    return {**said, "at": ".".join(map(str, said["at"])) or None, "why": why and why.by_language}
