"""Tables of what is promised, and of how far it is met."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qt_ict.model.due import DueKind
from qt_ict.model.plan import Plan
from qt_ict.model.targets import YEAR_SOURCES, Comparator, Measure, Revision, Target
from qt_ict.report.answer import Answer
from qt_ict.report.each_year import DISTANCE_FIELDS
from qt_ict.report.export.resource import NAMES, Entries, Resource, both, column, digits, named, said
from qt_ict.report.field import Leaf, choices, leaves, record

_TARGET = column("target", "Id of the target.", required=True, names="targets")
_PROMISED = (
    column("comparator", "How the document words the quantity.", required=True, words=choices(Comparator)),
    column("value", "The number promised; with between the lower one [unit].", "number"),
    column("value_to", "With between the higher one [unit].", "number"),
    column("from_baseline", "What it makes of the baseline, where it says that instead of a number."),
    column("from", "The date whose value is meant instead of the baseline.", "date"),
    column("unit", "Unit of measure of the number.", names="units"),
)


def tables(plan: Plan) -> Iterator[Resource]:
    """The targets, what belongs to each, and their later versions."""
    yield _targets(plan)
    year = column("year", "A calendar year; a period has its first and its last.", "year", required=True)
    dues = [(name, target.due) for name, target in plan.targets.items() if target.due]
    due = [(name, {"year": each}) for name, due in dues for each in due.years]
    yield _of_targets("target_years", "The years that due dates name.", year, due)
    cited = column("source", "Part and item of the plan.", required=True, names="sources" if plan.sources else "")
    sources = [(name, {"source": each}) for name, target in plan.targets.items() for each in target.source]
    yield _of_targets("target_sources", "Where the plan promises it.", cited, sources)
    other = column("other", "A target that words the same commitment differently.", required=True, names="targets")
    conflicts = [(name, {"other": each}) for name, target in plan.targets.items() for each in target.conflicts_with]
    yield _of_targets("target_conflicts", "Targets that contradict each other.", other, conflicts)
    beside = column("agency", "An agency beside the one that leads.", required=True, names="agencies")
    cooperating = [(name, {"agency": each}) for name, target in plan.targets.items() for each in target.cooperating]
    yield _of_targets("target_cooperating", "Agencies that cooperate in a target.", beside, cooperating)
    yield _milestones(plan)
    yield _revisions(plan)


def _of_targets(name: str, about: str, field: Leaf, rows: Sequence[tuple[str, Entries]]) -> Resource:
    """A table of one more fact of targets, of which each may have several."""
    return Resource(name, about, (_TARGET, field), [{"target": target, **row} for target, row in rows])


def _targets(plan: Plan) -> Resource:
    fields = (
        replace(_TARGET, names=""),
        *NAMES,
        column("domain", "Heading of the plan.", required=True, names="domains"),
        *_PROMISED,
        column(
            "due",
            "When it is due, with the years of target_years; empty where no time is named.",
            words=choices(DueKind),
        ),
        column("due_day", "The very day it is due, where more than a year is named.", "date"),
        column(
            "due_inferred",
            "Where the year comes from that its own clause does not name: item, clause or title.",
            words=YEAR_SOURCES,
        ),
        column(
            "band",
            "Whether both ends of between bind, so that leaving them either way misses it.",
            "boolean",
            required=True,
        ),
        column("measure", "How the figures measure it.", required=True, words=choices(Measure)),
        column("indicator", "The indicator that measures it.", names="indicators"),
        column("within", "The target whose things this one is a share of.", names="targets"),
        column("agency", "The agency that leads, where the plan names one.", names="agencies"),
        column("document", "The document that first states it, where that is not the plan."),
        column("date", "Date of that document.", "date"),
        *both("note", "A remark"),
    )
    plain = {"domain", "due_inferred", "band", "measure", "indicator", "within", "agency", "document", "date"}
    rows = [
        {
            "target": name,
            **named(each),
            **_promised(each),
            "due": each.due.kind if each.due else None,
            "due_day": each.due.finer.day if each.due and each.due.finer else None,
            **each.model_dump(include=plain),
            **said("note", each.note),
        }
        for name, each in plan.targets.items()
    ]
    return Resource("targets", "Every commitment, as first stated.", fields, rows, ("target",))


def _promised(version: Target | Revision) -> Entries:
    """The fields of ``_PROMISED``."""
    value = version.value
    low, high = value if isinstance(value, tuple) else (value, None)
    unit, comparator = version.unit, version.comparator
    said = version.from_baseline and version.from_baseline.said
    numbers = {
        "value": digits(low),
        "value_to": digits(high),
        "from_baseline": said,
        "from": version.since and version.since.day,
    }
    return {"comparator": comparator, **numbers, "unit": unit}


def _milestones(plan: Plan) -> Resource:
    fields = (
        _TARGET,
        column("due_day", "The last day on which it is met in time.", "date", required=True),
        column("value", "The number promised for it [unit of the target].", "number", required=True),
    )
    rows = [
        {"target": name, "due_day": each.day, "value": digits(each.value)}
        for name, target in plan.targets.items()
        for each in target.milestones
    ]
    return Resource("target_milestones", "What targets promise on the way.", fields, rows)


def _revisions(plan: Plan) -> Resource:
    fields = (
        _TARGET,
        column("document", "Number of the later document.", required=True),
        column("date", "Its date; the version is in force from then on.", "date", required=True),
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
    return Resource("revisions", "What later documents make of targets.", fields, rows)


_ELSEWHERE = ("indicator", "name", "domain", "agency", "source")
"""What other tables say of a target, or what depends on where the plan lies."""


def assessments(answer: Answer) -> Resource:
    """How far each target is met in each of its due years, as ``gap`` computes it."""
    fields = [field for field in DISTANCE_FIELDS if field.key not in _ELSEWHERE]
    rows = [record(fields, answer, row) for row in answer.rows]
    return Resource("assessments", "How far every target is met, as qt-ict gap computes it.", leaves(fields), rows)
