"""Tables of the plan itself: what it is, who answers for it, and how its indicators are computed."""

from collections.abc import Iterator
from itertools import chain

from qt_ict.model.indicators import Better, Bounds, Formula, Indicator, Joint, UnitKind
from qt_ict.model.organisation import HowOften
from qt_ict.model.periods import Per
from qt_ict.model.plan import Plan
from qt_ict.report.export.resource import NAMES, Entries, Resource, both, column, digits, named, said
from qt_ict.report.field import Leaf, choices

PARTS = ("numerator", "denominator", "figure")
_PLACE = ("indicator", "part", "reading", "position")
READINGS = ("sum", "joint", "at_least", "at_most")


def tables(plan: Plan) -> Iterator[Resource]:
    """Each in the order of the plan's files."""
    yield _plan(plan)
    yield _basis(plan)
    listed = "sources" if plan.sources else ""
    cited = column("source", "Part and item of the document.", required=True, names=listed)
    yield _entries(plan, "sources", "source", "Parts and items of the document.")
    yield Resource(
        "agencies",
        "Agencies with tasks in the plan.",
        (column("agency", "Id.", required=True), *NAMES, cited),
        [{"agency": name, **named(each), "source": each.source} for name, each in plan.agencies.items()],
        ("agency",),
    )
    yield from _duties(plan, cited)
    yield from _documents(plan, cited)
    yield _entries(plan, "domains", "domain", "Headings of the plan.")
    yield _units(plan)
    yield _indicators(plan)
    yield _formulas(plan)


def _plan(plan: Plan) -> Resource:
    identity = plan.identity
    fields = (
        column("number", "Number of the document.", required=True),
        column("date", "Date of the document.", "date", required=True),
        *NAMES,
        *both("issuer", "Who issued it"),
        *both("area", "The area it is for"),
        column("carries_out", "Number of the document that it carries out."),
        *both("identified_by", "Where number and date come from, if not from the text"),
    )
    row = {
        **identity.model_dump(include={"number", "date", "carries_out"}),
        **said("identified_by", identity.identified_by),
        **named(identity),
        **said("issuer", identity.issuer.name),
        **said("area", identity.area.name),
    }
    return Resource("plan", "The plan itself, in one row.", fields, [row], ("number",))


def _basis(plan: Plan) -> Resource:
    fields = (
        column("position", "Place in the list, from 1.", "integer", required=True),
        *both("document", "Name, number, date and issuer"),
    )
    rows = [{"position": place, **said("document", each)} for place, each in enumerate(plan.identity.basis, 1)]
    return Resource("basis", "What reports cite as their legal basis, before the plan.", fields, rows, ("position",))


def _entries(plan: Plan, section: str, key: str, about: str) -> Resource:
    """A section whose entries have nothing but names."""
    rows = [{key: name, **named(each)} for name, each in getattr(plan, section).items()]
    return Resource(section, about, (column(key, "Id.", required=True), *NAMES), rows, (key,))


def _duties(plan: Plan, cited: Leaf) -> Iterator[Resource]:
    yield Resource(
        "duties",
        "What an agency reports, and to whom.",
        (
            column("duty", "Id.", required=True),
            *NAMES,
            column("agency", "The agency that reports.", required=True, names="agencies"),
            column("every_inferred", "Whether how often follows from another report.", "boolean", required=True),
            *both("note", "A remark"),
        ),
        [
            {
                "duty": name,
                **named(each),
                "agency": each.agency,
                "every_inferred": each.every_inferred,
                **said("note", each.note),
            }
            for name, each in plan.duties.items()
        ],
        ("duty",),
    )
    duty = column("duty", "The duty.", required=True, names="duties")
    often = column("every", "How often; nothing where the plan does not say.", required=True, words=choices(HowOften))
    yield Resource(
        "duty_intervals",
        "How often an agency reports.",
        (duty, often),
        [{"duty": name, "every": every} for name, each in plan.duties.items() for every in each.every],
    )
    yield Resource(
        "duty_recipients",
        "The agencies that receive a report.",
        (duty, column("to", "The agency.", required=True, names="agencies")),
        [{"duty": name, "to": agency} for name, each in plan.duties.items() for agency in each.to],
    )
    yield Resource(
        "duty_sources",
        "Where the plan says so.",
        (duty, cited),
        [{"duty": name, "source": item} for name, each in plan.duties.items() for item in each.source],
    )


def _documents(plan: Plan, cited: Leaf) -> Iterator[Resource]:
    yield Resource(
        "documents",
        "Documents that the plan cites.",
        (
            column("document", "Number, or name and year where the plan gives none.", required=True),
            *NAMES,
            column("date", "Its date, where the plan gives it.", "date"),
            column("legal_basis", "Whether the legal basis of the plan names it.", "boolean", required=True),
        ),
        [
            {"document": name, **named(each), "date": each.date, "legal_basis": each.legal_basis}
            for name, each in plan.documents.items()
        ],
        ("document",),
    )
    document = column("document", "The document.", required=True, names="documents")
    yield Resource(
        "document_sources",
        "Where the plan cites them.",
        (document, cited),
        [{"document": name, "source": item} for name, each in plan.documents.items() for item in each.source],
    )


def _units(plan: Plan) -> Resource:
    fields = (
        column("unit", "Id.", required=True),
        *NAMES,
        column(
            "kind",
            "share: 0 to 100; density: a rate without a ceiling; count; amount; index.",
            required=True,
            words=choices(UnitKind),
        ),
        column("one", "Name of a single thing in English, where it differs."),
        column("per", "Of a density: unit of what it is counted among.", names="units"),
        column("factor", "Of a density: how many of those it is counted per.", "integer"),
        column("negative", "Whether it can be below 0.", "boolean", required=True),
        column("floor", "Of an index: its lowest value.", "number"),
        column("ceiling", "Of an index: its highest value.", "number"),
        column("rank", "Whether it is a place in an order.", "boolean", required=True),
        column("decimals", "Of an amount or an index: decimals shown.", "integer"),
    )
    plain = {"kind", "one", "per", "factor", "negative", "rank", "decimals"}
    rows = [
        {
            "unit": name,
            **named(each),
            **each.model_dump(include=plain),
            "floor": digits(each.floor),
            "ceiling": digits(each.ceiling),
        }
        for name, each in plan.units.items()
    ]
    return Resource("units", "Units of measure.", fields, rows, ("unit",))


def _indicators(plan: Plan) -> Resource:
    fields = (
        column("indicator", "Id.", required=True),
        *NAMES,
        column("domain", "Heading of the plan.", required=True, names="domains"),
        column("unit", "Unit of measure of the value.", required=True, names="units"),
        column("factor", "100 for a percentage or a rate per 100.", "integer"),
        column("better", "Which way is better.", required=True, words=choices(Better)),
        column("per", "The period that is counted, where that is said of the indicator.", words=choices(Per)),
        column("agency", "The agency responsible, where the plan names one.", names="agencies"),
        column("reference", "The reference class whose past cases say how likely its targets are."),
        column("reference_without", "The area of that class whose own cases do not count."),
        *both("reference_note", "In what the class is not the same thing"),
        column("code", "Code of the Partnership's core list of ICT indicators."),
        column("edition", "Year of the edition of that list.", "integer"),
        *both("note", "A remark"),
    )
    plain = {"domain", "unit", "factor", "better", "per", "agency", "code", "edition"}
    rows = [
        {
            "indicator": name,
            **named(each),
            **each.model_dump(include=plain),
            "reference": each.reference and each.reference.name,
            "reference_without": each.reference and each.reference.without,
            **said("reference_note", each.reference and each.reference.note),
            **said("note", each.note),
        }
        for name, each in plan.indicators.items()
    ]
    return Resource("indicators", "What is computed from the figures.", fields, rows, ("indicator",))


def _formulas(plan: Plan) -> Resource:
    fields = (
        column("indicator", "The indicator.", required=True, names="indicators"),
        column(
            "part",
            "figure where the indicator is no ratio.",
            required=True,
            words=PARTS,
        ),
        column("reading", "How the figures of a part are put together.", required=True, words=READINGS),
        column("position", "Place within the part, from 1.", "integer", required=True),
        column("figure", "Id of a figure.", required=True),
    )
    rows = list(chain.from_iterable(_formula(name, each) for name, each in plan.indicators.items()))
    return Resource("formulas", "The figures that indicators are computed from.", fields, rows, _PLACE)


def _formula(name: str, indicator: Indicator) -> Iterator[Entries]:
    parts: tuple[tuple[str, Formula | None], ...] = (
        (indicator.counted_under, indicator.counted),
        ("denominator", indicator.denominator),
    )
    for part, formula in parts:
        for reading, figures in _read(formula):
            for position, figure in enumerate(figures, 1):
                yield {
                    "indicator": name,
                    "part": part,
                    "reading": reading,
                    "position": position,
                    "figure": figure,
                }


def _read(formula: Formula | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The figures of a formula by how they are put together."""
    if isinstance(formula, Bounds):
        for reading, side in (("at_least", formula.at_least), ("at_most", formula.at_most)):
            yield reading, side.figures if side else ()
    elif formula is not None:
        yield "joint" if isinstance(formula, Joint) else "sum", formula.figures
