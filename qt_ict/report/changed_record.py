"""One change between two versions of a plan, as plain data."""

from decimal import Decimal

from qt_ict.engine.changes import Change, step_of
from qt_ict.engine.reasons import Reason
from qt_ict.model.entry import Entry
from qt_ict.model.figures import UNCERTAINTY, Figure, Round
from qt_ict.model.indicators import Indicator, Unit
from qt_ict.model.targets import Revision, Target
from qt_ict.report.changed import name_of
from qt_ict.report.field import Record, number
from qt_ict.report.target_fields import target_value
from qt_ict.report.versions import Compared
from qt_ict.wording.equations import formula_text


def change_id(change: Change) -> str:
    """What a change is called within one document: its place in the data.

    >>> change_id(Change("figures", "households", "baseline_2010", None, None))
    'figures.baseline_2010.households'
    """
    return ".".join(filter(None, (change.section, change.round, change.id)))


def change_record(both: Compared, change: Change) -> Record:
    """A change: where, what was said before, what is said now; of a figure how far it moved."""
    file, line = both.place(change)
    return {
        "change": change_id(change),
        "id": change.id,
        "name": name_of(change).by_language,
        "kind": "added" if change.old is None else "removed" if change.new is None else "changed",
        "fields": list(change.fields),
        "old": change.old and entry_record(change.old),
        "new": change.new and entry_record(change.new),
        **(_moved(change) if change.section == "figures" else {}),
        "source": {"file": file, "line": line},
    }


def _moved(change: Change) -> Record:
    moved = step_of(change)
    found = {"difference": moved and moved.difference, "relative": moved and moved.relative}
    return {
        "round": change.round,
        **{name: None if isinstance(each, Reason) else number(each) for name, each in found.items()},
        "reasons": {name: each.value for name, each in found.items() if isinstance(each, Reason)},
    }


def entry_record(entry: Entry) -> Record:
    """What an entry says that results rest on."""
    match entry:
        case Figure():
            return _figure(entry)
        case Target():
            return _target(entry)
        case Indicator():
            used = entry.reference
            return {
                "unit": entry.unit,
                "formula": formula_text(entry),
                "better": entry.better,
                "per": entry.per,
                "reference": used and used.name,
                "reference_without": used and used.without,
            }
        case Unit():
            ends = {key: _plain(getattr(entry, key)) for key in ("floor", "ceiling")}
            return {"kind": entry.kind, "negative": entry.negative, **ends, "rank": entry.rank}
        case Round():
            return {"date": entry.date.isoformat(), "transcribed": entry.transcribed}
    return {}


def _figure(figure: Figure) -> Record:
    return {
        "value": _plain(figure.value),
        "comparator": figure.comparator,
        **{key: _plain(getattr(figure, key)) for key in UNCERTAINTY},
        "flag": figure.flag,
        "holds": figure.holds,
        "unit": figure.unit,
        "date": figure.date.day.isoformat() if figure.date else None,
        "definition": figure.definition and figure.definition.by_language,
        "per": figure.per,
        "break": figure.starts_anew,
        "base": _plain(figure.base.value) if figure.base else None,
        "base_date": figure.base.date.day.isoformat() if figure.base else None,
    }


def _target(target: Target) -> Record:
    return {
        "comparator": target.comparator,
        "value": target_value(target),
        "from_baseline": target.from_baseline and target.from_baseline.said,
        "from": target.since.day.isoformat() if target.since else None,
        "unit": target.unit,
        "due": target.due.kind if target.due else None,
        "due_years": list(target.due.years) if target.due else [],
        "due_day": target.due.finer.day.isoformat() if target.due and target.due.finer else None,
        "band": target.band,
        "milestones": {each.day.isoformat(): _plain(each.value) for each in target.milestones},
        "measure": target.measure,
        "indicator": target.indicator,
        "revisions": [_revision(each) for each in target.revisions],
    }


def _revision(revision: Revision) -> Record:
    value = revision.value
    return {
        "document": revision.document,
        "date": revision.date.isoformat(),
        "comparator": revision.comparator,
        "value": [_plain(each) for each in value] if isinstance(value, tuple) else _plain(value),
        "from_baseline": revision.from_baseline and revision.from_baseline.said,
        "from": revision.since.day.isoformat() if revision.since else None,
        "unit": revision.unit,
    }


def _plain(value: int | Decimal | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
