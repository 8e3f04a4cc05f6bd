"""Tables of the plan itself: what it is, who answers for it, and how its indicators are computed."""

from collections.abc import Iterator
from itertools import chain

from qt_ict.model.indicators import Better, Bounds, Formula, Indicator, Joint, UnitKind
from qt_ict.model.plan import Plan
from qt_ict.report.export.table import NAMES, Field, Record, Table, both, named, said, words

PARTS = ("numerator", "denominator", "figure")
_PLACE = ("indicator", "part", "reading", "position")
READINGS = ("sum", "joint", "at_least", "at_most")


def tables(plan: Plan) -> Iterator[Table]:
    """Each in the order of the plan's files."""
    yield _plan(plan)
    listed = "sources" if plan.sources else ""
    cited = Field("source", "Part and item of the document.", required=True, names=listed)
    yield _entries(plan, "sources", "source", "Parts and items of the document.")
    yield Table(
        "agencies",
        "Agencies with tasks in the plan.",
        (Field("agency", "Id.", required=True), *NAMES, cited),
        [{"agency": name, **named(each), "source": each.source} for name, each in plan.agencies.items()],
        ("agency",),
    )
    yield from _duties(plan, cited)
    yield _entries(plan, "domains", "domain", "Headings of the plan.")
    yield _units(plan)
    yield _indicators(plan)
    yield _formulas(plan)


def _plan(plan: Plan) -> Table:
    identity = plan.identity
    fields = (
        Field("number", "Number of the document.", required=True),
        Field("date", "Date of the document.", "date", required=True),
        *NAMES,
        *both("issuer", "Who issued it"),
        *both("area", "The area it is for"),
        Field("carries_out", "Number of the document that it carries out."),
        Field("identified_by", "Where number and date come from, if not from the text."),
    )
    row = {
        **identity.model_dump(include={"number", "date", "carries_out", "identified_by"}),
        **named(identity),
        **said("issuer", identity.issuer.name),
        **said("area", identity.area.name),
    }
    return Table("plan", "The plan itself, in one row.", fields, [row], ("number",))


def _entries(plan: Plan, section: str, key: str, about: str) -> Table:
    """A section whose entries have nothing but names."""
    rows = [{key: name, **named(each)} for name, each in getattr(plan, section).items()]
    return Table(section, about, (Field(key, "Id.", required=True), *NAMES), rows, (key,))


def _duties(plan: Plan, cited: Field) -> Iterator[Table]:
    yield Table(
        "duties",
        "What an agency reports, and to whom.",
        (
            Field("duty", "Id.", required=True),
            *NAMES,
            Field("agency", "The agency that reports.", required=True, names="agencies"),
            Field("to", "The agency that receives the report.", required=True, names="agencies"),
        ),
        [{"duty": name, **named(each), "agency": each.agency, "to": each.to} for name, each in plan.duties.items()],
        ("duty",),
    )
    duty = Field("duty", "The duty.", required=True, names="duties")
    often = Field("every", "half-year, year, on-request; regular where the plan names no interval.", required=True)
    yield Table(
        "duty_intervals",
        "How often an agency reports.",
        (duty, often),
        [{"duty": name, "every": every} for name, each in plan.duties.items() for every in each.every],
    )
    yield Table(
        "duty_sources",
        "Where the plan says so.",
        (duty, cited),
        [{"duty": name, "source": item} for name, each in plan.duties.items() for item in each.source],
    )


def _units(plan: Plan) -> Table:
    fields = (
        Field("unit", "Id.", required=True),
        *NAMES,
        Field(
            "kind", "share: 0 to 100; density: a rate without a ceiling; count.", required=True, words=words(UnitKind)
        ),
        Field("one", "Name of a single thing in English, where it differs."),
        Field("per", "Of a density: unit of what it is counted among.", names="units"),
        Field("factor", "Of a density: how many of those it is counted per.", "integer"),
    )
    rows = [
        {"unit": name, **named(each), **each.model_dump(include={"kind", "one", "per", "factor"})}
        for name, each in plan.units.items()
    ]
    return Table("units", "Units of measure.", fields, rows, ("unit",))


def _indicators(plan: Plan) -> Table:
    fields = (
        Field("indicator", "Id.", required=True),
        *NAMES,
        Field("domain", "Heading of the plan.", required=True, names="domains"),
        Field("unit", "Unit of measure of the value.", required=True, names="units"),
        Field("factor", "100 for a percentage or a rate per 100.", "integer"),
        Field("better", "Which way is better.", required=True, words=words(Better)),
        Field("agency", "The agency responsible, where the plan names one.", names="agencies"),
        Field("code", "Code of the Partnership's core list of ICT indicators."),
        Field("edition", "Year of the edition of that list.", "integer"),
        *both("note", "A remark"),
    )
    plain = {"domain", "unit", "factor", "better", "agency", "code", "edition"}
    rows = [
        {"indicator": name, **named(each), **each.model_dump(include=plain), **said("note", each.note)}
        for name, each in plan.indicators.items()
    ]
    return Table("indicators", "What is computed from the figures.", fields, rows, ("indicator",))


def _formulas(plan: Plan) -> Table:
    fields = (
        Field("indicator", "The indicator.", required=True, names="indicators"),
        Field(
            "part",
            "figure where the indicator is no ratio.",
            required=True,
            words=PARTS,
        ),
        Field("reading", "How the figures of a part are put together.", required=True, words=READINGS),
        Field("position", "Place within the part, from 1.", "integer", required=True),
        Field("figure", "Id of a figure.", required=True),
    )
    rows = list(chain.from_iterable(_formula(name, each) for name, each in plan.indicators.items()))
    return Table("formulas", "The figures that indicators are computed from.", fields, rows, _PLACE)


def _formula(name: str, indicator: Indicator) -> Iterator[Record]:
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
