"""Tables of what is promised, and of how far it is met."""

from collections.abc import Iterator, Sequence

from qt_ict.engine.thresholds import STATUSES
from qt_ict.model.plan import Plan
from qt_ict.model.targets import Comparator, DueKind, Measure, Revision, Target
from qt_ict.report.assessed import Assessed
from qt_ict.report.export.table import NAMES, Field, FieldType, Record, Table, both, digits, named, said, words
from qt_ict.report.record import COLUMNS, assessment_record

_TARGET = Field("target", "Id of the target.", required=True, names="targets")
_PROMISED = (
    Field("comparator", "How the document words the quantity.", required=True, words=words(Comparator)),
    Field("value", "The number promised; with between the lower one [unit].", "number"),
    Field("value_to", "With between the higher one [unit].", "number"),
    Field("unit", "Unit of measure of the number.", names="units"),
)


def tables(plan: Plan) -> Iterator[Table]:
    """The targets, what belongs to each, and their later versions."""
    yield _targets(plan)
    year = Field("year", "A calendar year; a period has its first and its last.", "year", required=True)
    dues = [(name, target.due) for name, target in plan.targets.items() if target.due]
    due = [(name, {"year": each}) for name, due in dues for each in due.years]
    yield _of_targets("target_years", "The years that due dates name.", year, due)
    cited = Field("source", "Part and item of the plan.", required=True, names="sources" if plan.sources else "")
    sources = [(name, {"source": each}) for name, target in plan.targets.items() for each in target.source]
    yield _of_targets("target_sources", "Where the plan promises it.", cited, sources)
    other = Field("other", "A target that words the same commitment differently.", required=True, names="targets")
    conflicts = [(name, {"other": each}) for name, target in plan.targets.items() for each in target.conflicts_with]
    yield _of_targets("target_conflicts", "Targets that contradict each other.", other, conflicts)
    yield _revisions(plan)


def _of_targets(name: str, about: str, field: Field, rows: Sequence[tuple[str, Record]]) -> Table:
    """A table of one more fact of targets, of which each may have several."""
    return Table(name, about, (_TARGET, field), [{"target": target, **row} for target, row in rows])


def _targets(plan: Plan) -> Table:
    fields = (
        _TARGET._replace(names=""),
        *NAMES,
        Field("domain", "Heading of the plan.", required=True, names="domains"),
        *_PROMISED,
        Field(
            "due", "When it is due, with the years of target_years; empty where no time is named.", words=words(DueKind)
        ),
        Field("due_inferred", "Whether the year is that of its item, not its own.", "boolean", required=True),
        Field("measure", "How the figures measure it.", required=True, words=words(Measure)),
        Field("indicator", "The indicator that measures it.", names="indicators"),
        Field("within", "The target whose things this one is a share of.", names="targets"),
        Field("agency", "The agency responsible, where the plan names one.", names="agencies"),
        Field("document", "The document that first states it, where that is not the plan."),
        Field("date", "Date of that document.", "date"),
        *both("note", "A remark"),
    )
    plain = {"domain", "due_inferred", "measure", "indicator", "within", "agency", "document", "date"}
    rows = [
        {
            "target": name,
            **named(each),
            **_promised(each),
            "due": each.due.kind if each.due else None,
            **each.model_dump(include=plain),
            **said("note", each.note),
        }
        for name, each in plan.targets.items()
    ]
    return Table("targets", "Every commitment, as first stated.", fields, rows, ("target",))


def _promised(version: Target | Revision) -> Record:
    """The fields of ``_PROMISED``."""
    value = version.value
    low, high = value if isinstance(value, tuple) else (value, None)
    unit, comparator = version.unit, version.comparator
    return {"comparator": comparator, "value": digits(low), "value_to": digits(high), "unit": unit}


def _revisions(plan: Plan) -> Table:
    fields = (
        _TARGET,
        Field("document", "Number of the later document.", required=True),
        Field("date", "Its date; the version is in force from then on.", "date", required=True),
        *_PROMISED,
        *both("why", "The reason, where the document gives one"),
    )
    rows = [
        {
            "target": name,
            "document": each.document,
            "date": each.date,
            **_promised(each),
            **said("why", each.why),
        }
        for name, target in plan.targets.items()
        for each in target.revisions
    ]
    return Table("revisions", "What later documents make of targets.", fields, rows)


_ELSEWHERE = ("indicator", "name.vi", "name.en", "domain", "agency", "source.items", "source.file", "source.line")
"""What other tables say of a target, or what depends on where the plan lies."""
_NAMES = {"target": "targets", "unit": "units", "round": "rounds", "proxy.indicator": "indicators"}
_TYPES: dict[str, FieldType] = {"year": "year", "date": "date"}
_WORDS = {"status": tuple(STATUSES), "comparator": words(Comparator), "measure": words(Measure)}


def assessments(found: Assessed) -> Table:
    """How far each target is met in each of its due years, as ``gap`` computes it."""
    fields = tuple(
        Field(
            name,
            _ABOUT.get(name, "See the fields of gap in docs/formats.md."),
            "number" if name.endswith((".low", ".high")) else _TYPES.get(name, "string"),
            name in ("target", "status"),
            _WORDS.get(name, ()),
            _NAMES.get(name, ""),
        )
        for name in COLUMNS
        if name not in _ELSEWHERE
    )
    rows = [assessment_record(found, row) for row in found.rows]
    return Table("assessments", "How far every target is met, as qt-ict gap computes it.", fields, rows)


_ABOUT = {
    "target": "The target.",
    "year": "The due year; empty where there is none.",
    "round": "The round of the value.",
    "date": "Date of the value.",
    "status": "What may be claimed.",
}
