"""One target's row as plain data: the fields that several documents share."""

from collections.abc import Callable, Mapping
from typing import Any

from qt_ict.engine.assessment import Assessment, unit_of
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.scales import SCALES
from qt_ict.model.indicators import CEILING
from qt_ict.model.targets import Target
from qt_ict.report import cells
from qt_ict.report.assessed import Assessed
from qt_ict.report.document import Document, ends, heading, noted, quantity, text
from qt_ict.report.notes import original_status

IDENTIFICATION = ("target", "indicator", "name.vi", "name.en", "domain", "agency", "year")
REQUIRED = (*(end for scale in SCALES for end in ends(f"required.{scale}")), "required.scale")
SOURCE = ("source.items", "source.file", "source.line")
COLUMNS = (
    *IDENTIFICATION,
    "comparator",
    "target_value",
    "unit",
    "document",
    "measure",
    *(end for name in ("value", "attainment", "gap", "shortfall") for end in ends(name)),
    *REQUIRED,
    "status",
    "reason",
    "reasons",
    "notes",
    "shortfall_unit",
    "proxy.indicator",
    *ends("proxy.value"),
    "date",
    "round",
    "original.comparator",
    "original.target_value",
    "original.status",
    *SOURCE,
)
"""Columns of a CSV file of assessed targets, the same for every selection."""


def assessed_document(report: Assessed, record: Callable[[Assessed, Assessment], Document]) -> Document:
    """A report on targets as plain data, with the rows that a function makes of assessments."""
    return {
        **heading(report.loaded),
        "year": report.selection.year,
        "assumptions": noted(report.assumptions),
        "rows": [record(report, row) for row in report.rows],
    }


def assessment_record(report: Assessed, row: Assessment) -> Document:
    """Everything about one target in one due year."""
    plan = row.plan
    target = plan.targets[row.target]
    quantities = {
        "value": row.value,
        "attainment": row.attainment,
        "gap": row.gap,
        "shortfall": row.shortfall,
    }
    return {
        **identification(report, row),
        **commitment(report, row),
        "measure": target.measure,
        **{name: quantity(found) for name, found in quantities.items()},
        "required": required(row),
        "status": row.status,
        "reason": row.reason,
        "reasons": target_value_reason(target) | reasons({**quantities, **scales(row)}),
        "notes": noted(report.notes(row)),
        "shortfall_unit": cells.shortfall_unit(plan, row),
        "proxy": _proxy(target, row),
        "date": row.observed.date.isoformat() if row.observed else None,
        "round": plan.round_id if row.observed else None,
        "original": original(report, row),
        "source": source(report, row),
    }


def identification(report: Assessed, row: Assessment) -> Document:
    """Which target a row is about."""
    target = row.plan.targets[row.target]
    return {
        "target": row.target,
        "indicator": target.indicator,
        "name": text(target.name),
        "domain": target.domain,
        "agency": target.agency,
        "year": row.year,
    }


def commitment(report: Assessed, row: Assessment) -> Document:
    """What the version of a target in force promises, and which document says so."""
    first, target = report.plan.targets[row.target], row.plan.targets[row.target]
    revision = first.revision(row.plan.round.date)
    return {
        "comparator": target.comparator,
        "target_value": target_value(target),
        "unit": unit_of(row.plan, target),
        "document": revision.document if revision else first.document or report.plan.identity.number,
    }


def original(report: Assessed, row: Assessment) -> Document | None:
    """What the first version of a target promised, and how it would be judged; None where that is in force."""
    first = report.plan.targets[row.target]
    if first.revision(row.plan.round.date) is None:
        return None
    return {
        "comparator": first.comparator,
        "target_value": target_value(first),
        "document": first.document or report.plan.identity.number,
        "status": original_status(report.plan, row),
    }


def source(report: Assessed, row: Assessment) -> Document:
    """Where the plan says it, and where the data do."""
    return {
        "items": list(row.plan.targets[row.target].source),
        "file": report.loaded.file("targets"),
        "line": report.loaded.line("targets", row.target),
    }


def required(row: Assessment) -> Document:
    """Required growth on the three scales, and the scale that decides."""
    return {**{name: quantity(found) for name, found in scales(row).items()}, "scale": row.required.scale}


def scales(row: Assessment) -> dict[str, Outcome]:
    """Required growth by scale."""
    return {scale: row.required.on(scale) for scale in SCALES}


def reasons(quantities: Mapping[str, Outcome]) -> dict[str, str]:
    """The code of every quantity that is not there."""
    return {name: found.value for name, found in quantities.items() if isinstance(found, Reason)}


def target_value_reason(target: Target) -> dict[str, str]:
    """Why a target has no number, where it has none."""
    return {"target_value": Reason.NO_THRESHOLD.value} if target_value(target) is None else {}


def target_value(target: Target) -> Any:
    """The number of a target, two for "between", 100 for "all"; None where words carry no number."""
    if target.comparator == "all":
        return CEILING
    if isinstance(target.value, tuple):
        return [_number(each) for each in target.value]
    return None if target.value is None else _number(target.value)


def _number(value: Any) -> int | float:
    return value if isinstance(value, int) else float(value)


def _proxy(target: Target, row: Assessment) -> Document | None:
    if target.measure != "proxy" or row.observed is None:
        return None
    return {"indicator": target.indicator, "value": quantity(row.observed.outcome)}
