"""``qt-ict diff`` as plain data: changed verdicts as rows, the changes beside them."""

from datetime import date
from typing import NamedTuple

from qt_ict.engine.attribution import Judgement, Standing
from qt_ict.engine.changes import Section
from qt_ict.engine.difference import ChangedVerdict
from qt_ict.engine.reasons import Outcome
from qt_ict.report.changed_record import change_id, change_record
from qt_ict.report.document import FORMAT, Document, ends, quantity, text
from qt_ict.report.record import SOURCE
from qt_ict.report.versions import Compared, version_record

_STANDING = ("status", "reason", *ends("value"), "unit", "date", "round")

COLUMNS = (
    "target",
    "name.vi",
    "name.en",
    "domain",
    "agency",
    "year",
    "judgement",
    *(f"old.{field}" for field in _STANDING),
    *(f"new.{field}" for field in _STANDING),
    "attribution",
    "causes",
    *SOURCE,
)
"""Columns of a CSV file of changed verdicts; the changes stand in JSON alone."""

SECTIONS: tuple[Section, ...] = ("figures", "rounds", "units", "indicators", "targets")


def document(both: Compared) -> Document:
    """The report as plain data; see docs/formats.md."""
    found = both.found
    sections: dict[str, list[Document]] = {
        section: [change_record(both, each) for each in found.changes if each.section == section]
        for section in SECTIONS
    }
    return {
        "format": FORMAT,
        "old": version_record(both.old),
        "new": version_record(both.new),
        "counts": {
            **{section: len(records) for section, records in sections.items()},
            "verdicts": len(found.verdicts),
            "values": found.values,
        },
        "rows": [_record(both, each) for each in found.verdicts],
        **sections,
    }


def _record(both: Compared, verdict: ChangedVerdict) -> Document:
    version = both.new if verdict.new else both.old
    target = version.plan.targets[verdict.target]
    return {
        "target": verdict.target,
        "name": text(target.name),
        "domain": target.domain,
        "agency": target.agency,
        "year": verdict.year,
        "judgement": verdict.judgement,
        "old": verdict.old and _standing(verdict.old, verdict.judgement),
        "new": verdict.new and _standing(verdict.new, verdict.judgement),
        "attribution": verdict.cause.attribution,
        "causes": [change_id(each) for each in verdict.cause.changes],
        "source": {
            "items": list(target.source),
            "file": version.loaded.file("targets"),
            "line": version.loaded.line("targets", verdict.target),
        },
    }


def _standing(standing: Standing, judgement: Judgement) -> Document:
    row, judged = standing.assessment, standing.progress.judged
    seen = _seen(standing, judgement)
    indicator = row.plan.indicators.get(row.plan.targets[row.target].indicator or "")
    return {
        "status": list(standing.statuses(judgement)),
        "reason": row.reason if judgement == "gap" else judged.reason,
        "value": quantity(seen.value if seen else None),
        "unit": indicator and indicator.unit,
        "date": seen and seen.date.isoformat(),
        "round": seen and seen.round,
    }


class _Seen(NamedTuple):
    """The value that a verdict is about."""

    value: Outcome
    date: date
    round: str


def _seen(standing: Standing, judgement: Judgement) -> _Seen | None:
    row, judged = standing.assessment, standing.progress.value
    if judgement == "progress":
        return judged and _Seen(judged.value.outcome, judged.date, judged.plan.round_id)
    return row.observed and _Seen(row.value, row.observed.date, row.plan.round_id)
