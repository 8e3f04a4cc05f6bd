"""All tables of a plan, in their order."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from qt_ict.checks.facts import Facts
from qt_ict.checks.validation import accepted_at
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.plan import Plan
from qt_ict.report.answer import answer
from qt_ict.report.export import counted, described, promises
from qt_ict.report.export.resource import Resource, both, column, said
from qt_ict.report.field import spoken
from qt_ict.report.question import EVERYTHING


class Package(NamedTuple):
    """A plan as tables, and what these are."""

    number: str
    """Number of the plan."""
    title: str
    languages: tuple[str, ...]
    """The languages of the plan by ISO 639, the first one first."""
    day: date
    """The last day that the figures speak of."""
    version: str
    """Version of the data."""
    documents: tuple[str, ...]
    """The documents that they come from."""
    tables: tuple[Resource, ...]


def export(loaded: Loaded) -> Package:
    """Everything the files of a plan say of it, and how far its targets are met."""
    identity = loaded.plan.identity
    title = _title(identity.name)
    documents = dict.fromkeys((f"{identity.number}: {title}", *_documents(loaded.plan)))
    day = max(each.round.date for each in loaded.plan.rounds)
    return Package(
        identity.number, title, loaded.plan.languages, day, loaded.version, tuple(documents), _tables(loaded)
    )


def _title(name: Text) -> str:
    """The name of a plan, in English before others.

    >>> _title(Text("Kế hoạch", "Plan")), _title(Text.same("Plan"))
    ('Plan (Kế hoạch)', 'Plan')
    """
    said = name.by_language
    first, *others = dict.fromkeys((*([said["en"]] if "en" in said else []), *said.values()))
    return f"{first} ({', '.join(others)})" if others else first


def _documents(plan: Plan) -> Iterator[str]:
    """Every document that a figure or a version of a target comes from, as the data name it."""
    counted = ((figure, each.round) for each in plan.rounds for figure in each.figures.values())
    named = [figure.document or header.document for figure, header in counted]
    for target in plan.targets.values():
        named += [target.document, *(each.document for each in target.revisions)]
    yield from (each for each in named if each)


def _tables(loaded: Loaded) -> tuple[Resource, ...]:
    plan = loaded.plan
    found = (
        *described.tables(plan),
        *counted.tables(plan),
        *promises.tables(plan),
        _accepted(loaded),
        promises.assessments(answer(loaded, EVERYTHING)),
    )
    return tuple(each._replace(fields=spoken(each.fields, plan.languages)) for each in found)


def _accepted(loaded: Loaded) -> Resource:
    fields = (
        column("place", "Section and entry it stands at; a later round before them.", required=True),
        column("code", "Code of the finding.", required=True),
        column("seen", "The numbers it was accepted for."),
        *both("why", "The reason"),
    )
    rows = [
        {"place": ".".join(map(str, at)), "code": code, "seen": list(each.seen), **said("why", each.why)}
        for at, accepted in accepted_at(Facts(loaded.plan).rounds)
        for code, each in accepted.items()
    ]
    return Resource(
        "accepted", "Findings of qt-ict validate that are accepted, and why.", fields, rows, ("place", "code")
    )
