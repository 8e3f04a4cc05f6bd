"""``qt-ict compare`` as plain data: a row for each plan in each line."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from qt_ict.engine.sameness import MATCHED_BY, OTHERWISE, Unmatched
from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import STATUSES
from qt_ict.report.comparison import ComparedLine, Comparison, PlanEntry
from qt_ict.report.field import Field, Record, reasons, record
from qt_ict.report.notes import noted
from qt_ict.report.plan_words import FORMAT, plan_record
from qt_ict.report.target_fields import promised
from qt_ict.wording.equations import formula_text


class ComparedRow(NamedTuple):
    """One plan's part of a line."""

    line: ComparedLine
    entry: PlanEntry


def data(found: Comparison) -> Record:
    """The report as plain data; see docs/formats.md."""
    return {
        "format": FORMAT,
        "plans": [
            {**plan_record(side.loaded), "as_of": side.as_of.isoformat(), "assumptions": noted(side.assumptions)}
            for side in found.sides
        ],
        "year": found.year,
        "rows": [record(COMPARE_FIELDS, found, ComparedRow(line, each)) for line in found.lines for each in line.there],
        "targets": [record(UNPAIRED_FIELDS, found, each) for each in _targets(found)],
        "unmatched": [record(UNMATCHED_FIELDS, found, each) for each in found.alone],
    }


class TargetRow(NamedTuple):
    """A target that stands in no line."""

    same: str
    place: int
    row: Standing


def _targets(found: Comparison) -> Iterator[TargetRow]:
    for beside in found.elsewhere:
        for place, row in beside.rows:
            yield TargetRow(beside.rows[0][1].id, place, row)


def _of_target(get: Callable[[Standing], Any]) -> Callable[[Any, ComparedRow], Any]:
    """What is said of a plan's target; None where it has none."""
    return lambda _, each: get(each.entry.row) if each.entry.row else None


COMPARE_FIELDS: tuple[Field[Comparison, ComparedRow], ...] = (
    Field(
        "same",
        "id of the indicator in the first of the plans that have it: rows of one indicator have it in common",
        lambda _, each: next(id_ for id_ in each.line.same.ids if id_),
        required=True,
    ),
    Field(
        "matched_by",
        "what makes indicators the same: the international code with its edition, or the id",
        lambda _, each: each.line.same.by,
        words=MATCHED_BY,
        required=True,
    ),
    Field("plan", "folder of the plan", lambda _, each: each.entry.side.loaded.folder, required=True),
    Field("number", "number of the plan", lambda _, each: each.entry.side.plan.identity.number),
    Field("area", "area of the plan", lambda _, each: each.entry.side.plan.identity.area.name, "plan_text"),
    Field("indicator", "id of the indicator in this plan", lambda _, each: each.entry.id, required=True),
    Field("name", "its name in this plan", lambda _, each: each.entry.indicator.name, "plan_text"),
    Field("code", "its international code, or null", lambda _, each: each.entry.indicator.code),
    Field("edition", "year of the edition of that code", lambda _, each: each.entry.indicator.edition, "integer"),
    Field("formula", "how it is computed here, figures by id", lambda _, each: formula_text(each.entry.indicator)),
    Field("same_formula", "true where all plans compute it alike", lambda _, each: each.line.same_formula, "boolean"),
    Field("unit", "id of its unit of measure in this plan", lambda _, each: each.entry.indicator.unit),
    Field("year", "calendar year the targets are listed under, or null", lambda _, each: each.line.year, "year"),
    Field("target", "id of the target; null where this plan has none here", _of_target(lambda row: row.id)),
    Field("comparator", "how the document words the quantity", _of_target(lambda row: row.target.comparator)),
    Field(
        "target_value",
        "number, two of them for between, null for words alone [`unit`]",
        _of_target(lambda row: promised(row, row.target)),
        "numbers",
    ),
    Field("document", "the document whose version counts", _of_target(lambda row: row.document)),
    Field("value", "the value that counts [`unit`]", lambda _, each: each.entry.value, "quantity"),
    Field("date", "date of the value", lambda _, each: each.entry.date, "date"),
    Field("same_date", "true where all plans' values are of one date", lambda _, each: each.line.same_date, "boolean"),
    Field(
        "status",
        "what may be claimed; null without a target",
        _of_target(lambda row: row.status),
        words=STATUSES,
    ),
    Field(
        "reasons",
        "the code of every quantity that is null",
        lambda _, each: reasons({"value": each.entry.value}),
        "pairs",
    ),
    Field("notes", "remarks", lambda _, each: each.entry.notes, "notes"),
)
"""What one plan says of an indicator in a due year."""
UNMATCHED_FIELDS: tuple[Field[Comparison, Unmatched], ...] = (
    Field("plan", "folder of the plan", lambda found, each: found.sides[each.plan].loaded.folder),
    Field("indicator", "id of the indicator", lambda _, each: each.id),
    Field("name", "its name", lambda found, each: found.sides[each.plan].plan.indicators[each.id].name, "plan_text"),
    Field("why", "why it is the same as none", lambda _, each: each.why, words=OTHERWISE),
)
"""What is said of an indicator that only one plan has."""
UNPAIRED_FIELDS: tuple[Field[Comparison, TargetRow], ...] = (
    Field("same", "id of the target in the first of the plans that have it", lambda _, each: each.same),
    Field("plan", "folder of the plan", lambda found, each: found.sides[each.place].loaded.folder),
    Field("target", "id of the target", lambda _, each: each.row.id),
    Field("name", "its name", lambda _, each: each.row.target.name, "plan_text"),
    Field("year", "calendar year it is listed under, or null", lambda _, each: each.row.year, "year"),
    Field("status", "what may be claimed", lambda _, each: each.row.status, words=STATUSES),
)
"""What is said of a target that no common indicator measures."""
