"""Progress as plain data; see docs/formats.md."""

from datetime import date

from qt_ict.engine.observations import Observation
from qt_ict.engine.pace import Pace
from qt_ict.engine.progress import Progress
from qt_ict.engine.published import published
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import SCALES
from qt_ict.engine.verdict import LIMITS
from qt_ict.report import method_cells, target_versions
from qt_ict.report.document import Document, ends, heading, noted, number, quantity, text
from qt_ict.report.progress_notes import row_notes
from qt_ict.report.record import IDENTIFICATION, SOURCE, reasons, target_value
from qt_ict.report.tracked import Tracked

_PACE = ("observed", "from_base", "from_now", "acceleration", "ratio")

COLUMNS = (
    *IDENTIFICATION,
    "passed",
    "decides",
    "comparator",
    "target_value",
    "unit",
    "document",
    *ends("first.value"),
    "first.date",
    *ends("judged.value"),
    "judged.date",
    *ends("latest.value"),
    "latest.date",
    *ends("due_now"),
    *ends("covered"),
    "scale",
    *(end for name in _PACE for end in ends(f"pace.{name}")),
    *ends("projection.at_due"),
    *ends("projection.reached_in_years"),
    "status",
    "reason",
    "reasons",
    "original.status",
    "notes",
    *SOURCE,
)
"""Columns of a CSV file."""


def document(report: Tracked) -> Document:
    """The report as plain data."""
    return {
        **heading(report.loaded),
        "as_of": report.as_of.isoformat(),
        "year": report.year,
        "limits": {verdict: per_cent / 100 for verdict, per_cent in LIMITS},
        "method": report.method.name if report.method else None,
        "assumptions": noted(report.assumptions),
        "duties": [
            {
                "duty": each.duty,
                "agency": report.plan.duties[each.duty].agency,
                "due": list(map(date.isoformat, each.due)),
                "present": list(map(date.isoformat, each.present)),
                "missing": list(map(date.isoformat, each.missing)),
            }
            for each in report.duties
        ],
        "rows": [record(report, row) for row in report.rows],
    }


def record(report: Tracked, row: Progress) -> Document:
    """Everything about one target in one due year."""
    return {
        **_identification(row),
        **_commitment(report, row),
        **_values(row),
        **_growth(row),
        "status": list(row.judged.status),
        "reason": row.judged.reason,
        "reasons": reasons(_quantities(row)),
        "original": _original(report, row),
        "versions": target_versions.records(report.plan, report.plan.targets[row.name]),
        "method": method_cells.record(report.method, published(report.method, row)) if report.method else None,
        "notes": noted(row_notes(report, row)),
        "source": {
            "items": list(row.target.source),
            "file": report.loaded.file("targets"),
            "line": report.loaded.line("targets", row.name),
        },
    }


def _identification(row: Progress) -> Document:
    return {
        "target": row.name,
        "indicator": row.target.indicator,
        "name": text(row.target.name),
        "domain": row.target.domain,
        "agency": row.target.agency,
        "year": row.year,
        "passed": row.passed,
        "decides": row.decides,
    }


def _values(row: Progress) -> Document:
    """What was observed, and when."""
    return {
        "first": observation(row.history[0]) if row.history else None,
        "judged": observation(row.value) if row.value else None,
        "latest": observation(row.latest) if row.latest else None,
        "rounds": [observation(each) for each in row.history],
        "set_aside": [observation(each) for each in row.known.set_aside],
        "years": {"past": number(row.span.past), "left": number(row.span.left)} if row.span else None,
    }


def _growth(row: Progress) -> Document:
    """How far and how fast."""
    return {
        "due_now": quantity(row.due_now),
        "covered": quantity(row.covered),
        "scale": row.scale,
        "pace": paced(_deciding(row)),
        "scales": {scale: paced(row.paces[scale]) for scale in SCALES},
        "projection": {
            "at_due": quantity(row.projection.at_due),
            "reached_in_years": quantity(row.projection.reached),
        },
    }


def _quantities(row: Progress) -> dict[str, Outcome]:
    """Everything that may have a reason instead of a number, by the name of its field."""
    return {
        "due_now": row.due_now,
        "covered": row.covered,
        **_outcomes(_deciding(row)),
        **{f"scales.{scale}": row.paces[scale].observed for scale in SCALES},
        "projection.at_due": row.projection.at_due,
        "projection.reached_in_years": row.projection.reached,
    }


def _deciding(row: Progress) -> Pace:
    return row.pace


def _commitment(report: Tracked, row: Progress) -> Document:
    target = row.target
    first = report.plan.targets[row.name].document or report.plan.identity.number
    return {
        "comparator": target.comparator,
        "target_value": target_value(target),
        "unit": target.unit,
        "document": row.revision.document if row.revision else first,
    }


def _original(report: Tracked, row: Progress) -> Document | None:
    """The first version of a target and its status by it; None where it is the one that counts."""
    if row.original is None:
        return None
    first = report.plan.targets[row.name]
    return {
        "comparator": first.comparator,
        "target_value": target_value(first),
        "document": first.document or report.plan.identity.number,
        "status": list(row.original.status),
        "reason": row.original.reason,
    }


def observation(found: Observation) -> Document:
    """A value with its date and round."""
    return {
        "value": quantity(found.value.outcome),
        "date": found.date.isoformat(),
        "round": found.plan.round_id,
        "definitions": [text(each) for each in found.definitions],
    }


def paced(pace: Pace) -> Document:
    """Growth on one scale."""
    return {name: quantity(found) for name, found in _outcomes(pace).items()}


def _outcomes(pace: Pace) -> dict[str, Outcome]:
    return {name: getattr(pace, name) for name in _PACE}
