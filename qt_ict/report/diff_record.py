"""``qt-ict diff`` as plain data: changed verdicts as rows, the changes beside them."""

from typing import Any, NamedTuple

from qt_ict.engine.attribution import JudgedBy, statuses_of
from qt_ict.engine.changes import SectionName
from qt_ict.engine.difference import ChangedVerdict
from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.model.targets import Target
from qt_ict.report.changed_record import change_id, change_record
from qt_ict.report.field import Field, Record, record
from qt_ict.report.plan_words import FORMAT
from qt_ict.report.renames import Rename
from qt_ict.report.versions import Compared, Version, version_record

SECTIONS: tuple[SectionName, ...] = ("figures", "rounds", "units", "indicators", "targets")


def data(both: Compared) -> Record:
    """The report as plain data; see docs/formats.md."""
    found = both.found
    sections: dict[str, list[Record]] = {
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
            "renames": len(both.renames),
        },
        "rows": [record(DIFF_FIELDS, both, each) for each in found.verdicts],
        **sections,
        "renames": [_rename(both, each) for each in both.renames],
    }


def _rename(both: Compared, each: Rename) -> Record:
    """An entry under another id: which, and where it stands now."""
    file, line = both.place_of_renamed(each)
    return {
        "section": each.section,
        "old": each.old,
        "new": each.new,
        "name": renamed_name(both, each).by_language,
        "source": {"file": file, "line": line},
    }


def renamed_name(both: Compared, each: Rename) -> Text:
    """What a renamed entry is called."""
    plan = both.new.plan
    homes = [one.figures for one in plan.rounds] if each.section == "figures" else [getattr(plan, each.section)]
    name: Text = next(entries[each.new].name for entries in homes if each.new in entries)
    return name


class _Judged(NamedTuple):
    """How a target stood by one judgement."""

    row: Standing
    judgement: JudgedBy

    @property
    def seen(self) -> Observation | None:
        """The value that the verdict is about."""
        return self.row.observed if self.judgement == "gap" else self.row.judged_by

    @property
    def value(self) -> Outcome | None:
        """That value, or why there is none."""
        if self.judgement == "gap":
            return self.row.distance.value if self.row.observed else None
        return self.seen and self.seen.value.outcome

    @property
    def reason(self) -> Reason | None:
        """What stopped it, or a remark on it."""
        return self.row.distance.reason if self.judgement == "gap" else self.row.course.judged.reason


STANDING: tuple[Field[Any, _Judged], ...] = (
    Field("status", "the statuses that are possible", lambda _, each: list(statuses_of(*each)), "list"),
    Field("reason", "what stopped it, or null", lambda _, each: each.reason),
    Field("value", "the value it is about [`unit`]", lambda _, each: each.value, "quantity"),
    Field(
        "unit",
        "id of the indicator's unit",
        lambda _, each: each.row.indicator.unit if each.row.first.indicator else None,
    ),
    Field("date", "date of the value", lambda _, each: each.seen and each.seen.date, "date"),
    Field("round", "round of the value", lambda _, each: each.seen and each.seen.round),
)


def _target(both: Compared, verdict: ChangedVerdict) -> Target:
    return _version(both, verdict).plan.targets[verdict.target]


def _version(both: Compared, verdict: ChangedVerdict) -> Version:
    return both.new if verdict.new else both.old


DIFF_FIELDS: tuple[Field[Compared, ChangedVerdict], ...] = (
    Field("target", "id of the target", lambda _, verdict: verdict.target),
    Field("name", "its name", lambda both, verdict: _target(both, verdict).name, "plan_text"),
    Field("domain", "id", lambda both, verdict: _target(both, verdict).domain),
    Field("agency", "id; null where the plan names none", lambda both, verdict: _target(both, verdict).agency),
    Field("year", "calendar year it is listed under, or null", lambda _, verdict: verdict.year, "year"),
    Field(
        "judgement",
        "`gap`: whether the value meets the target; `progress`: what the pace so far means",
        lambda _, verdict: verdict.judgement,
    ),
    Field(
        "old",
        "the verdict before; null where the target was not listed under the year",
        lambda _, verdict: verdict.old and _Judged(verdict.old, verdict.judgement),
        "object",
        fields=STANDING,
    ),
    Field(
        "new",
        "the verdict now; null where the target is no longer listed under the year",
        lambda _, verdict: verdict.new and _Judged(verdict.new, verdict.judgement),
        "object",
        fields=STANDING,
    ),
    Field("attribution", "how the causes explain it", lambda _, verdict: verdict.cause.attribution),
    Field(
        "causes",
        "`change` of the entries that it comes from",
        lambda _, verdict: [change_id(each) for each in verdict.cause.changes],
        "list",
    ),
    Field(
        "source",
        "where the target is written",
        type="object",
        fields=(
            Field(
                "items",
                "parts and items of the plan",
                lambda both, verdict: list(_target(both, verdict).source),
                "list",
            ),
            Field("file", "file of the data", lambda both, verdict: _version(both, verdict).loaded.file("targets")),
            Field(
                "line",
                "line of the data",
                lambda both, verdict: _version(both, verdict).loaded.line("targets", verdict.target),
                "integer",
            ),
        ),
    ),
)
"""What is said of a changed verdict; the changes stand in JSON alone."""
