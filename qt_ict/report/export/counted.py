"""Tables of what was counted: rounds, their figures, what these are parts of and what they replace."""

from collections.abc import Iterator

from qt_ict.model.figures import UNCERTAINTY, DatePrecision, Figure, FigureComparator, Flag, LaterRound
from qt_ict.model.periods import Per
from qt_ict.model.plan import Plan
from qt_ict.report.export.resource import NAMES, Entries, Link, Resource, both, column, digits, named, said
from qt_ict.report.field import choices

_ROUND = column("round", "Name of the round's file.", required=True, names="rounds")
_FIGURE = column("figure", "Id of the figure.", required=True)
_KEY = ("round", "figure")
_OWN = Link(_KEY, "figures", _KEY)
_RELATION = "of: the printed ratio is taken of the other; part: the other is a part of it."
RELATIONS = ("of", "part", "conflicts_with")


def tables(plan: Plan) -> Iterator[Resource]:
    """The rounds first, the figures after them."""
    yield from _rounds(plan)
    yield _figures(plan)
    relation = column(
        "relation",
        _RELATION,
        required=True,
        words=RELATIONS,
    )
    yield Resource(
        "figure_links",
        "Figures of a round that name each other.",
        (_ROUND, _FIGURE, relation, column("other", "Id of the other figure.", required=True)),
        list(_links(plan)),
        ("round", "figure", "relation", "other"),
        (_OWN, Link(("round", "other"), "figures", _KEY)),
    )
    yield _restated(plan)


def _rounds(plan: Plan) -> Iterator[Resource]:
    yield Resource(
        "rounds",
        "All figures of one date; the baseline first.",
        (
            column("round", "Name of its file.", required=True),
            *NAMES,
            column("date", "Date of every figure that states none of its own.", "date", required=True),
            column("date_assumed", "Whether that date is an assumption.", "boolean", required=True),
            column("transcribed", "Whether digits show precision.", "boolean", required=True),
            column("document", "The document of figures that name none of their own."),
        ),
        [
            {
                "round": each.id,
                **named(each.round),
                **each.round.model_dump(include={"date", "date_assumed", "transcribed", "document"}),
            }
            for each in plan.rounds
        ],
        ("round",),
    )
    yield Resource(
        "round_reports",
        "The reporting duties that a round fulfils.",
        (_ROUND, column("duty", "The duty.", required=True, names="duties")),
        [
            {"round": each.id, "duty": duty}
            for each in plan.rounds
            if isinstance(each.round, LaterRound)
            for duty in each.round.reports
        ],
    )


def _figures(plan: Plan) -> Resource:
    fields = (
        _ROUND,
        _FIGURE,
        *NAMES,
        column(
            "comparator", "Where the source gives a bound; empty where it is exact.", words=choices(FigureComparator)
        ),
        column("value", "The number, digits as published [unit].", "number", required=True),
        column("low", "Lower end of the interval that a survey gives [unit].", "number"),
        column("high", "Upper end of that interval [unit].", "number"),
        column("confidence", "How sure the survey is of that interval [%].", "number"),
        column("standard_error", "Standard error, where a survey gives that instead [unit].", "number"),
        column("rounded_to", "What the number is rounded to, where that is known [unit].", "number"),
        column("flag", "How its source marks the number; empty where it does not.", words=choices(Flag)),
        column("unit", "Unit of measure.", required=True, names="units"),
        column("date", "Date of the figure; the last day of a month or year.", "date", required=True),
        column(
            "date_stated",
            "What the source states; empty where it is the date of the round.",
            words=choices(DatePrecision),
        ),
        column("printed", "The ratio printed beside the count, exactly as printed."),
        column("per", "The period that is counted, from its beginning to the date.", words=choices(Per)),
        column("cumulative", "Whether it counts all there ever was.", "boolean", required=True),
        column("holds", "Whether rounds that do not report it use it too.", "boolean", required=True),
        *both("definition", "What is counted, where it is not what the plan counts"),
        column("break", "Whether it is counted anew from here on.", "boolean", required=True),
        column("base", "The value by the new way of counting from which the new stretch is judged [unit].", "number"),
        column("base_date", "Date of that value; the last day of a month or year.", "date"),
        column("source", "Part, item or page of the document.", required=True),
        column("document", "The document, where it is not that of the round."),
        *both("note", "A remark"),
    )
    rows = [
        {"round": each.id, "figure": name, "date": each.round.date, **_figure(figure)}
        for each in plan.rounds
        for name, figure in each.figures.items()
    ]
    return Resource("figures", "Every published number of every round.", fields, rows, _KEY)


def _figure(figure: Figure) -> Entries:
    return {
        **named(figure),
        **figure.model_dump(
            include={"comparator", "flag", "unit", "printed", "per", "cumulative", "holds", "source", "document"}
        ),
        "value": digits(figure.value),
        **{key: digits(getattr(figure, key)) for key in UNCERTAINTY},
        **({"date": figure.date.day, "date_stated": figure.date.precision} if figure.date else {}),
        **said("definition", figure.definition),
        "break": figure.starts_anew,
        "base": digits(figure.base.value) if figure.base else None,
        "base_date": figure.base.date.day if figure.base else None,
        **said("note", figure.note),
    }


def _links(plan: Plan) -> Iterator[Entries]:
    for each in plan.rounds:
        for name, figure in each.figures.items():
            related = (("of", (figure.of,) if figure.of else ()), ("part", figure.parts))
            for relation, others in (*related, ("conflicts_with", figure.conflicts_with)):
                for other in dict.fromkeys(others):
                    yield {"round": each.id, "figure": name, "relation": relation, "other": other}


def _restated(plan: Plan) -> Resource:
    fields = (
        _ROUND,
        _FIGURE,
        column("position", "Place among what was published before, from 1.", "integer", required=True),
        column("comparator", "Where it was a bound.", words=choices(FigureComparator)),
        column("value", "The number, digits as published [unit of the figure].", "number", required=True),
        column("document", "The document it was published in.", required=True),
    )
    rows = [
        {
            "round": each.id,
            "figure": name,
            "position": position,
            "comparator": earlier.comparator,
            "value": digits(earlier.value),
            "document": earlier.document,
        }
        for each in plan.rounds
        for name, figure in each.figures.items()
        for position, earlier in enumerate(figure.restates, 1)
    ]
    return Resource(
        "restated", "What was published before for the same date.", fields, rows, (*_KEY, "position"), (_OWN,)
    )
